/* The programs around the model: files in, files out. */
#include "core/bytes.h"
#include "core/status.h"
#include "model/name.h"
#include <errno.h>
#include <sys/stat.h>

enum { CHUNK = 1 << 16 /* bytes read at once */ };

/* Prints a message; 1, the exit status. */
static int complain(const char *name, const char *problem) {
  fprintf(stderr, "%s: %s\n", name, problem);
  return 1;
}

static int complain_of(const char *name, const kolmo_error *error) {
  fprintf(stderr, "%s: %s (%s)\n", name, error->message, kolmo_status_name(error->status));
  return 1;
}

typedef struct {
  FILE *file;
  const char *name;
} output;

static int write_output(void *user, const uint8_t *data, size_t n) {
  const output *out = user;
  return fwrite(data, 1, n, out->file) != n;
}

/* A new file: one that is there already is never touched. */
static bool open_output(output *out, const char *name) {
  *out = (output){fopen(name, "wbx"), name};
  if (!out->file) complain(name, strerror(errno));
  return out->file != NULL;
}

/* Ends the output, or takes it away when the work failed; the exit status. */
static int close_output(output *out, int failed) {
  if (fclose(out->file) && !failed) failed = complain(out->name, strerror(errno));
  if (failed) remove(out->name);
  return failed;
}

/* A regular file, and how many bytes it has; NULL after a message. */
static FILE *open_input(const char *name, uint64_t *bytes) {
  struct stat stats;
  FILE *file = fopen(name, "rb");
  if (!file || fstat(fileno(file), &stats)) {
    complain(name, strerror(errno));
  } else if (!S_ISREG(stats.st_mode)) {
    complain(name, "not a regular file");
  } else {
    *bytes = (uint64_t)stats.st_size;
    return file;
  }
  if (file) fclose(file);
  return NULL;
}

typedef kolmo_status feed(void *coder, const uint8_t *data, size_t n, kolmo_error *error);

/* Hands `bytes` of the file to a coder; the exit status. */
static int feed_file(FILE *file, const char *name, uint64_t bytes, feed *take, void *coder) {
  static uint8_t buffer[CHUNK];
  kolmo_error error;
  while (bytes) {
    size_t n = fread(buffer, 1, bytes < CHUNK ? (size_t)bytes : CHUNK, file);
    if (n == 0) return complain(name, ferror(file) ? strerror(errno) : "the file became shorter");
    if (take(coder, buffer, n, &error)) return complain_of(name, &error);
    bytes -= n;
  }
  return 0;
}

static kolmo_status feed_decoder(void *coder, const uint8_t *data, size_t n, kolmo_error *error) { return kolmo_decoder_write(coder, data, n, error); }

/* Restores the archive in the next `bytes` of the file. */
static int restore(FILE *file, const char *name, uint64_t bytes, output *out) {
  const kolmo_decode_options options = {.memory = UINT64_MAX, .max_cost = UINT64_MAX};
  const kolmo_io io = {.write = write_output, .progress = NULL, .user = out};
  kolmo_decoder *decoder;
  kolmo_error error;
  if (kolmo_decoder_open(&options, &io, &decoder, &error)) return complain_of(name, &error);
  int failed = feed_file(file, name, bytes, feed_decoder, decoder);
  if (!failed && kolmo_decoder_finish(decoder, &error)) failed = complain_of(name, &error);
  kolmo_decoder_close(decoder);
  return failed;
}

#if defined(KOLMO_COMP) || defined(KOLMO_COMP9)
static kolmo_status feed_encoder(void *coder, const uint8_t *data, size_t n, kolmo_error *error) { return kolmo_encoder_write(coder, data, n, error); }

/* Compresses the file. */
static int compress(FILE *file, const char *name, uint64_t bytes, output *out) {
  const kolmo_encode_options options = {.program = model_bytes, .program_bytes = MODEL_CARRIED, .length = bytes, .memory = MODEL_MEMORY,
                                        .text = MODEL_TEXT, .segment = MODEL_SEGMENT, .snapshot = MODEL_SNAPSHOT};
  const kolmo_io io = {.write = write_output, .progress = NULL, .user = out};
  kolmo_encoder *encoder;
  kolmo_error error;
  if (kolmo_encoder_open(&options, &io, &encoder, &error)) return complain_of(name, &error);
  int failed = feed_file(file, name, bytes, feed_encoder, encoder);
  if (!failed && kolmo_encoder_finish(encoder, &error)) failed = complain_of(name, &error);
  kolmo_encoder_close(encoder);
  return failed;
}
#endif

#if defined(KOLMO_COMP) || defined(KOLMO_DECOMP)
int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s IN OUT\n", argc > 0 ? argv[0] : "kolmo");
    return 1;
  }
  uint64_t bytes;
  output out;
  FILE *in = open_input(argv[1], &bytes);
  if (!in) return 1;
  int failed = 1;
  if (open_output(&out, argv[2])) {
#if defined(KOLMO_COMP)
    failed = compress(in, argv[1], bytes, &out);
#else
    failed = restore(in, argv[1], bytes, &out);
#endif
    failed = close_output(&out, failed);
  }
  fclose(in);
  return failed;
}
#elif defined(KOLMO_COMP9)

/* At the end of archive9: how many bytes of archive stand before it, and what tells it from a program without one. */
static const uint8_t TAIL_MAGIC[8] = {0xCE, 0xBA, 0x39, 'a', 'r', 'c', 'h', '9'};
enum { TAIL = 16 };

/* This very program's file. */
static FILE *open_self(const char *called, uint64_t *bytes) {
  struct stat stats;
  const char *name = stat("/proc/self/exe", &stats) == 0 ? "/proc/self/exe" : called;
  return open_input(name, bytes);
}

/* Bytes of the archive behind the program, or 0. */
static uint64_t archive_of(FILE *self, uint64_t bytes) {
  uint8_t tail[TAIL];
  if (bytes < TAIL || fseeko(self, (off_t)(bytes - TAIL), SEEK_SET) || fread(tail, 1, TAIL, self) != TAIL) return 0;
  uint64_t archive = kolmo_load64(tail);
  return memcmp(tail + 8, TAIL_MAGIC, 8) == 0 && archive < bytes - TAIL ? archive : 0;
}

static int copy_self(FILE *self, uint64_t bytes, output *out) {
  uint8_t buffer[4096];
  rewind(self);
  for (; bytes;) {
    size_t n = fread(buffer, 1, bytes < sizeof buffer ? (size_t)bytes : sizeof buffer, self);
    if (n == 0 || write_output(out, buffer, n)) return complain(out->name, "the program could not be copied");
    bytes -= n;
  }
  return 0;
}

static int make_archive(FILE *self, uint64_t program, const char *name) {
  uint64_t bytes;
  output out;
  FILE *in = open_input(name, &bytes);
  if (!in) return 1;
  int failed = 1;
  if (open_output(&out, "archive9")) {
    uint8_t tail[TAIL];
    failed = copy_self(self, program, &out) || compress(in, name, bytes, &out);
    if (!failed) {
      kolmo_store64(tail, (uint64_t)ftello(out.file) - program);
      memcpy(tail + 8, TAIL_MAGIC, 8);
      if (write_output(&out, tail, TAIL) || fchmod(fileno(out.file), 0755)) failed = complain(out.name, strerror(errno));
    }
    failed = close_output(&out, failed);
  }
  fclose(in);
  return failed;
}

static int open_archive(FILE *self, uint64_t bytes, uint64_t archive) {
  output out;
  if (!open_output(&out, "data9")) return 1;
  int failed = fseeko(self, (off_t)(bytes - TAIL - archive), SEEK_SET) ? complain(out.name, strerror(errno)) : restore(self, "archive9", archive, &out);
  return close_output(&out, failed);
}

int main(int argc, char **argv) {
  uint64_t bytes;
  FILE *self = open_self(argc > 0 ? argv[0] : "", &bytes);
  if (!self) return 1;
  uint64_t archive = archive_of(self, bytes);
  int failed = 1;
  if (archive ? argc > 1 : argc != 2) fprintf(stderr, archive ? "usage: archive9 (writes data9)\n" : "usage: comp9 IN (writes archive9)\n");
  else failed = archive ? open_archive(self, bytes, archive) : make_archive(self, bytes, argv[1]);
  fclose(self);
  return failed;
}
#else
#error "say which program: the Makefile has the macros"
#endif
