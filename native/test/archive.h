/* Making and reading archives in memory, through the public API alone. */
#ifndef KOLMO_TEST_ARCHIVE_H
#define KOLMO_TEST_ARCHIVE_H
#include "check.h"
#include "include/kolmo.h"
#include "programs/programs.h"

/* A sink in memory. */
typedef struct {
  uint8_t *data;
  size_t n, room;
  size_t fail_at;      /* write() fails once more than this many bytes came; SIZE_MAX: never */
  uint64_t abort_at;   /* progress() asks to stop once it is told of this many raw bytes; UINT64_MAX: never */
  bool decoding;       /* which of progress()'s two numbers are raw bytes */
  uint64_t calls;      /* of progress() */
} bytes;

#define NO_BYTES ((bytes){.data = NULL, .n = 0, .room = 0, .fail_at = SIZE_MAX, .abort_at = UINT64_MAX, .decoding = false, .calls = 0})

static inline int bytes_write(void *user, const uint8_t *data, size_t n) {
  bytes *b = user;
  if (n > b->fail_at || b->n > b->fail_at - n) return 1;
  if (b->n + n > b->room) {
    b->room = b->n + n + b->room;
    b->data = realloc(b->data, b->room);
    CHECK(b->data, "no %zu bytes", b->room);
  }
  memcpy(b->data + b->n, data, n);
  b->n += n;
  return 0;
}

static inline int bytes_progress(void *user, uint64_t in, uint64_t out) {
  bytes *b = user;
  b->calls++;
  return (b->decoding ? out : in) >= b->abort_at;
}

static inline kolmo_io io_to(bytes *b) {
  return (kolmo_io){.write = bytes_write, .progress = bytes_progress, .user = b};
}

static inline void bytes_free(bytes *b) {
  free(b->data);
  *b = NO_BYTES;
}

/* The shipped Program of that name, or the one whose levels include it ("level2-3" for "level3"); NULL if there is none. */
static inline const kolmo_shipped_program *find_program(unsigned level) {
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    unsigned from = 0, to = 0;
    int read = sscanf(kolmo_shipped_programs[i].name, "level%u-%u", &from, &to);
    if (read == 1) to = from;
    if (read >= 1 && from <= level && level <= to) return &kolmo_shipped_programs[i];
  }
  return NULL;
}

static inline kolmo_encode_options level_options(unsigned level) {
  const kolmo_shipped_program *p = find_program(level);
  CHECK(p, "no program for level %u", level);
  return (kolmo_encode_options){
      .program = p->bytes, .program_bytes = p->length, .length = KOLMO_UNKNOWN_LENGTH, .memory = 0, .segment = 0};
}

/* A Program that costs next to nothing, for tests of the framing around it: a ring and one match. */
static inline kolmo_encode_options fast_options(void) {
  static const uint8_t program[] = {0, 3,                                             /* version, stages */
                                    0x01, 4, 10, 20, 0, 1,                            /* HISTORY: size, registers 1… */
                                    0x10, 8, 8, 18, 0, 4, 0xFF, 0x01, 0, 5,           /* MATCH: size, length, limit 255, signal 0, register 5 */
                                    0x3F, 3, 1, 0, 1};                                /* OUTPUT: signal 0 */
  return (kolmo_encode_options){
      .program = program, .program_bytes = sizeof program, .length = KOLMO_UNKNOWN_LENGTH, .memory = 0, .segment = 0};
}

/* How to hand over the input, and where to flush: `chunk` bytes at a time (0: all at once), flush after each of the offsets. */
typedef struct {
  size_t chunk;
  const size_t *flushes; /* ascending, ends with SIZE_MAX; may be NULL */
} feeding;

/* Appends an archive of data[0..n) to `to`; returns the first failure. */
static inline kolmo_status pack(bytes *to, const kolmo_encode_options *options, const uint8_t *data, size_t n, feeding feed,
                                kolmo_error *error) {
  kolmo_io io = io_to(to);
  kolmo_encoder *e;
  kolmo_status status = kolmo_encoder_open(options, &io, &e, error);
  const size_t *flush = feed.flushes;
  for (size_t at = 0; !status && at < n;) {
    size_t take = feed.chunk && feed.chunk < n - at ? feed.chunk : n - at;
    if (flush && *flush - at < take) take = *flush - at;
    status = kolmo_encoder_write(e, data + at, take, error);
    at += take;
    if (!status && flush && *flush == at) {
      status = kolmo_encoder_flush(e, error);
      flush++;
    }
  }
  if (!status) status = kolmo_encoder_finish(e, error);
  kolmo_encoder_close(e);
  return status;
}

static inline kolmo_status unpack(bytes *to, const kolmo_decode_options *options, const uint8_t *data, size_t n, size_t chunk,
                                  kolmo_archive_info *info, kolmo_error *error) {
  static const kolmo_decode_options defaults = {.memory = 0, .max_cost = 0, .output_limit = 0, .scan = 0};
  to->decoding = true;
  kolmo_io io = io_to(to);
  kolmo_decoder *d;
  kolmo_status status = kolmo_decoder_open(options ? options : &defaults, &io, &d, error);
  for (size_t at = 0; !status && at < n;) {
    size_t take = chunk && chunk < n - at ? chunk : n - at;
    status = kolmo_decoder_write(d, data + at, take, error);
    at += take;
  }
  if (!status) status = kolmo_decoder_finish(d, error);
  if (info) kolmo_decoder_info(d, info);
  kolmo_decoder_close(d);
  return status;
}
#endif
