/* Bytes in, archive out: header, blocks, segments, end. */
#include "core/code.h"
#include "core/crc32.h"
#include "core/index.h"
#include "core/profile.h"
#include "core/snapshot.h"
#include "core/text/text.h"

enum { POLL = 256 /* raw bytes between two looks at progress() */, HEADER_MAX = 64 };

struct kolmo_encoder {
  kolmo_io io;
  kolmo_program program;
  uint8_t *program_bytes;  /* when embedded; else NULL */
  size_t program_length;
  uint64_t length, cap, segment, snapshot_at; /* as in the options */
  bool part;
  const kolmo_snapshot *start; /* the caller's */
  kolmo_snapshot *snapshot;    /* our own; NULL until it is taken */
  kolmo_model model;
  bool open;               /* the model runs and the header is written */
  bool finished;
  kolmo_status failed;     /* the first failure; nothing can be done after it */
  uint8_t *block;          /* raw bytes waiting */
  size_t filled, block_room;
  uint8_t *coded;          /* the coded block */
  size_t coded_room;
  kolmo_member_text text;
  uint8_t *transformed;    /* the block after the text transform */
  size_t transformed_room;
  uint32_t crc;            /* of the segment's raw bytes so far */
  uint64_t bytes_in, bytes_out; /* raw bytes coded (a part begins with its offset), archive bytes written */
  uint64_t segment_raw, segment_from; /* raw bytes in this segment; bytes_out at its start */
  uint64_t header_bytes;
  kolmo_index index;
  struct kolmo_profile *profile; /* the caller's; NULL: none */
};

static kolmo_status emit(kolmo_encoder *e, const uint8_t *data, size_t n, kolmo_error *error) {
  kolmo_status status = kolmo_write(&e->io, data, n, error);
  if (!status) e->bytes_out += n;
  return status;
}

/* `done`: bytes of the block in work that are coded. */
static kolmo_poll poll_of(const kolmo_encoder *e, uint64_t done) { return (kolmo_poll){&e->io, e->bytes_in + done, e->bytes_out}; }

static kolmo_status poll(const kolmo_encoder *e, uint64_t done, kolmo_error *error) {
  const kolmo_poll poll = poll_of(e, done);
  return kolmo_ask(&poll, error);
}

/* Tables are sized for what one model will see: the input, or a segment and what it knows from the start. */
static kolmo_status fit(kolmo_encoder *e, kolmo_error *error) {
  if (e->length <= e->segment) e->segment = 0; /* known, and no second segment will come */
  if (!e->segment) e->snapshot_at = 0;
  uint64_t seen = e->length, cap = e->cap;
  if (e->segment && e->segment < seen - e->snapshot_at) seen = e->segment + e->snapshot_at;
  if (e->snapshot_at && cap) cap = cap / 2 > 1 ? cap / 2 : 1;
  kolmo_status status = kolmo_program_fit(&e->program, seen, cap, error);
  if (status && e->snapshot_at)
    return kolmo_fail(error, status, "%llu bytes of memory are too few for a model and its snapshot", (unsigned long long)e->cap);
  return status;
}

static kolmo_status check(const kolmo_encode_options *o, kolmo_error *error) {
  if (o->segment && o->segment < KOLMO_SEGMENT_MIN)
    return kolmo_fail(error, KOLMO_ERR_OPTION, "segment: at least %d bytes", KOLMO_SEGMENT_MIN);
  if (o->segment > KOLMO_SEGMENT_MAX) return kolmo_fail(error, KOLMO_ERR_OPTION, "segment: too large");
  if (o->snapshot > o->segment) return kolmo_fail(error, KOLMO_ERR_OPTION, "snapshot: at most as large as a segment");
  if (o->part && (!o->segment || o->at % o->segment || o->length <= o->segment)) return kolmo_fail(error, KOLMO_ERR_OPTION, "at: not where a segment starts");
  return KOLMO_OK;
}

kolmo_status kolmo_encoder_open(const kolmo_encode_options *options, const kolmo_io *io, kolmo_encoder **encoder,
                                kolmo_error *error) {
  *encoder = NULL;
  kolmo_status status = check(options, error);
  if (status) return status;
  kolmo_encoder *e = calloc(1, sizeof *e);
  if (!e) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  e->io = *io;
  e->length = options->length;
  e->cap = options->memory;
  e->segment = options->segment;
  e->snapshot_at = options->snapshot;
  e->part = options->part != 0;
  e->start = options->start;
  e->profile = options->profile;
  if (e->part) e->bytes_in = options->at;
  status = kolmo_program_parse(&e->program, options->program, options->program_bytes, error);
  if (!status) status = fit(e, error); /* fail now, not at the first block */
  if (!status && !e->program.shipped) {
    e->program_length = options->program_bytes;
    e->program_bytes = malloc(e->program_length);
    if (e->program_bytes) memcpy(e->program_bytes, options->program, e->program_length);
    else status = kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  }
  if (!status) status = kolmo_text_open(&e->text, options->text, options->vocabulary, options->vocabulary_bytes, error);
  if (status) {
    kolmo_encoder_close(e);
    return status;
  }
  *encoder = e;
  return KOLMO_OK;
}

void kolmo_encoder_close(kolmo_encoder *e) {
  if (!e) return;
  if (e->open) kolmo_model_close(&e->model);
  kolmo_snapshot_close(e->snapshot);
  free(e->program_bytes);
  free(e->block);
  free(e->coded);
  kolmo_text_close(&e->text);
  free(e->transformed);
  free(e->index.rows);
  free(e);
}

kolmo_snapshot *kolmo_encoder_take_snapshot(kolmo_encoder *e) {
  kolmo_snapshot *snapshot = e->snapshot;
  if (e->part) e->snapshot = NULL;
  return e->part ? snapshot : NULL;
}

static kolmo_status write_header(kolmo_encoder *e, kolmo_error *error) {
  uint8_t h[HEADER_MAX], tail[4], middle[HEADER_MAX];
  size_t n = 0, m = 0;
  memcpy(h, KOLMO_MAGIC, sizeof KOLMO_MAGIC);
  n += sizeof KOLMO_MAGIC;
  h[n++] = KOLMO_FORMAT_VERSION;
  n += kolmo_put_varint(h + n, KOLMO_OPSET_REVISION);
  bool known = e->length != KOLMO_UNKNOWN_LENGTH;
  h[n++] = (uint8_t)((e->program_bytes ? KOLMO_FLAG_EMBEDDED : 0) | (known ? KOLMO_FLAG_LENGTH : 0) |
                     (e->snapshot_at ? KOLMO_FLAG_SNAPSHOT : 0) | (e->text.kind ? KOLMO_FLAG_TEXT : 0));
  h[n++] = (uint8_t)e->program.size_class;
  if (known) n += kolmo_put_varint(h + n, e->length);
  if (e->snapshot_at) n += kolmo_put_varint(h + n, e->snapshot_at);
  if (e->text.kind) n += kolmo_text_put(&e->text, h + n);
  if (e->program_bytes) {
    m += kolmo_put_varint(middle + m, e->program_length);
  } else {
    kolmo_store64(middle + m, e->program.hash);
    m += 8;
  }
  uint32_t crc = kolmo_crc32(kolmo_crc32(0, h, n), e->text.coded, e->text.coded_bytes);
  crc = kolmo_crc32(kolmo_crc32(crc, middle, m), e->program_bytes, e->program_bytes ? e->program_length : 0);
  kolmo_store32(tail, crc);
  kolmo_status status = emit(e, h, n, error);
  if (!status) status = emit(e, e->text.coded, e->text.coded_bytes, error);
  if (!status) status = emit(e, middle, m, error);
  if (!status && e->program_bytes) status = emit(e, e->program_bytes, e->program_length, error);
  if (!status) status = emit(e, tail, sizeof tail, error);
  e->header_bytes = e->bytes_out;
  return status;
}

kolmo_status kolmo_write_header(const kolmo_encode_options *options, const kolmo_io *io, kolmo_error *error) {
  kolmo_encoder *e;
  kolmo_status status = kolmo_encoder_open(options, io, &e, error);
  const kolmo_poll poll = {io, 0, 0};
  if (!status) status = kolmo_text_pack(&e->text, &e->program, &poll, error);
  if (!status) status = write_header(e, error);
  kolmo_encoder_close(e);
  return status;
}

#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
static kolmo_status write_segment_frame(kolmo_encoder *e, kolmo_error *error) {
  uint8_t h[2 + KOLMO_VARINT_MAX] = {KOLMO_TAG_SEGMENT, e->snapshot_at ? KOLMO_SEGMENT_SNAPSHOT : KOLMO_SEGMENT_INITIAL};
  return emit(e, h, 2 + kolmo_put_varint(h + 2, e->bytes_in), error);
}

static kolmo_status load(kolmo_encoder *e, const kolmo_snapshot *snapshot, kolmo_error *error) {
  const kolmo_poll poll = poll_of(e, 0);
  return kolmo_snapshot_load(snapshot, &e->model, &poll, error);
}
#endif

/* Called when the first block is ready, or at the end: only then is it known whether the input is short. */
static kolmo_status begin(kolmo_encoder *e, kolmo_error *error) {
  if (e->open) return KOLMO_OK;
  kolmo_status status = fit(e, error);
  const kolmo_poll poll = poll_of(e, 0);
  kolmo_watch(e->profile);
  if (!status && !e->part) status = kolmo_text_pack(&e->text, &e->program, &poll, error);
  kolmo_watched_as(e->profile, KOLMO_WATCHED_TEXT);
  if (!status) status = kolmo_model_open(&e->model, &e->program, error);
  if (status) return status;
  kolmo_watched_as(e->profile, KOLMO_WATCHED_MODEL);
  kolmo_watch_model(e->profile, &e->model);
  e->open = true;
  if (!e->part) status = write_header(e, error);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
  e->segment_from = e->bytes_out;
  if (status || e->bytes_in == 0) return status;
  if (e->snapshot_at) status = load(e, e->start, error);
  if (!status) status = write_segment_frame(e, error);
#endif
  return status;
}

/* Codes raw[0..n) into e->coded. *length becomes the coded length, or n when coding would not make the block smaller; the
 * model has learned the block in either case. */
static kolmo_status code(kolmo_encoder *e, const uint8_t *raw, size_t n, size_t *length, kolmo_error *error) {
  kolmo_arithmetic_encoder c;
  kolmo_encode_start(&c, e->coded);
  bool stored = false;
  for (size_t i = 0; i < n; i++) {
    if (i % POLL == 0) {
      kolmo_status status = poll(e, i, error);
      if (status) return status;
    }
    if (c.n >= n) stored = true;
    if (stored) kolmo_learn_byte(&e->model, raw[i]);
    else kolmo_encode_byte(&c, &e->model, raw[i]);
  }
  if (!stored) kolmo_encode_finish(&c);
  *length = stored || c.n >= n ? n : c.n;
  return KOLMO_OK;
}

#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
static kolmo_status end_segment(kolmo_encoder *e, kolmo_error *error) {
  kolmo_segment_size row = {.archive_bytes = e->bytes_out - e->segment_from, .raw_bytes = e->segment_raw};
  if (!kolmo_index_add(&e->index, row)) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  return KOLMO_OK;
}

static kolmo_status begin_segment(kolmo_encoder *e, kolmo_error *error) {
  kolmo_status status = end_segment(e, error);
  if (status) return status;
  if (e->snapshot_at) status = load(e, e->snapshot, error);
  else kolmo_model_reset(&e->model);
  if (status) return status;
  e->crc = 0;
  e->segment_raw = 0;
  e->segment_from = e->bytes_out;
  return write_segment_frame(e, error);
}
#endif

/* Whether the model's state is the one that later segments start from. */
static bool at_snapshot(const kolmo_encoder *e) { return e->snapshot_at && e->bytes_in == e->snapshot_at; }

/* Puts the block (*text)[0..*n) through the text transform, where there is one that does something for it. */
static kolmo_status transform(kolmo_encoder *e, const uint8_t **text, size_t *n, kolmo_error *error) {
  if (!e->text.kind) return KOLMO_OK;
  if (!kolmo_reserve(&e->transformed, &e->transformed_room, *n + 1)) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  const size_t made = kolmo_text_transform(&e->text, *text, *n, e->bytes_in, e->transformed);
  if (!made) return KOLMO_OK;
  *text = e->transformed;
  *n = made;
  return KOLMO_OK;
}

/* One block; n is at most block_limit(). */
static kolmo_status write_block(kolmo_encoder *e, const uint8_t *raw, size_t n, kolmo_error *error) {
  kolmo_status status = begin(e, error);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
  if (!status && e->segment && e->segment_raw == e->segment) status = begin_segment(e, error);
#endif
  if (status) return status;
  if (!kolmo_reserve(&e->coded, &e->coded_room, n + 1 + KOLMO_CODER_SLACK)) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  const uint8_t *text = raw; /* what is coded: the block's bytes, or what the text transform makes of them */
  size_t text_n = n, length = 0;
  kolmo_watch(e->profile);
  status = transform(e, &text, &text_n, error);
  kolmo_watched_as(e->profile, KOLMO_WATCHED_TEXT);
  kolmo_poll poll = poll_of(e, 0);
  if (!status) status = kolmo_model_expect(&e->model, e->segment_raw + n, &poll, error);
  kolmo_watched_as(e->profile, KOLMO_WATCHED_MODEL);
  if (!status) status = code(e, text, text_n, &length, error);
  if (status) return status;
  kolmo_watch(e->profile);
  e->crc = kolmo_crc32(e->crc, raw, n);
  kolmo_watched_as(e->profile, KOLMO_WATCHED_CHECK);
  uint8_t h[1 + 3 * KOLMO_VARINT_MAX + 4];
  size_t k = 0;
  const bool coded = length < text_n;
  if (text == raw) h[k++] = coded ? KOLMO_TAG_CODED : KOLMO_TAG_STORED;
  else h[k++] = coded ? KOLMO_TAG_CODED_TEXT : KOLMO_TAG_STORED_TEXT;
  k += kolmo_put_varint(h + k, n);
  if (text != raw) k += kolmo_put_varint(h + k, text_n);
  if (coded) k += kolmo_put_varint(h + k, length);
  kolmo_store32(h + k, e->crc);
  k += 4;
  e->bytes_in += n;
  e->segment_raw += n;
  poll = poll_of(e, 0);
  if (at_snapshot(e)) status = kolmo_snapshot_take(&e->snapshot, &e->model, &poll, error);
  kolmo_watch(e->profile);
  if (!status) status = emit(e, h, k, error);
  if (!status) status = emit(e, coded ? e->coded : text, length, error);
  kolmo_watched_as(e->profile, KOLMO_WATCHED_WRITE);
  return status;
}

/* Raw bytes that the next block takes, at most: up to a segment's end, and to where the snapshot is taken. */
static size_t block_limit(const kolmo_encoder *e) {
  uint64_t left = e->segment ? e->segment - e->segment_raw % e->segment : KOLMO_BLOCK;
  if (e->bytes_in < e->snapshot_at) left = e->snapshot_at - e->bytes_in;
  return left < KOLMO_BLOCK ? (size_t)left : KOLMO_BLOCK;
}

static kolmo_status end_block(kolmo_encoder *e, kolmo_error *error) {
  if (!e->filled) return KOLMO_OK;
  size_t n = e->filled;
  e->filled = 0;
  return write_block(e, e->block, n, error);
}

static kolmo_status write(kolmo_encoder *e, const uint8_t *data, size_t n, kolmo_error *error) {
  uint64_t seen = e->bytes_in + e->filled;
  if (e->length != KOLMO_UNKNOWN_LENGTH && n > e->length - seen)
    return kolmo_fail(error, KOLMO_ERR_OPTION, "size: %llu bytes were announced, more came", (unsigned long long)e->length);
  if (e->part && n > e->segment - e->segment_raw - e->filled) return kolmo_fail(error, KOLMO_ERR_OPTION, "more than the segment takes");
  while (n) {
    /* A full block is coded when it is known that more follows, or at flush or finish: an input of exactly one block must
     * make the same archive however it was chunked. */
    size_t limit = block_limit(e);
    if (e->filled == limit) {
      kolmo_status status = end_block(e, error);
      if (status) return status;
      limit = block_limit(e);
    }
    if (e->filled == 0 && n > limit) { /* straight from the caller's buffer */
      kolmo_status status = write_block(e, data, limit, error);
      if (status) return status;
      data += limit;
      n -= limit;
      continue;
    }
    size_t take = limit - e->filled < n ? limit - e->filled : n;
    size_t need = e->filled + take;
    if (need > e->block_room) need = need < limit / 2 ? 2 * need : limit;
    if (!kolmo_reserve(&e->block, &e->block_room, need)) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
    memcpy(e->block + e->filled, data, take);
    e->filled += take;
    data += take;
    n -= take;
  }
  return KOLMO_OK;
}

static kolmo_status write_end(kolmo_encoder *e, kolmo_error *error) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
  kolmo_status status = end_segment(e, error);
  return status ? status : kolmo_write_end(e->index.rows, e->index.count, e->header_bytes, &e->io, error);
#else
  static const uint8_t end = KOLMO_TAG_END;
  return emit(e, &end, 1, error);
#endif
}

static kolmo_status finish(kolmo_encoder *e, kolmo_error *error) {
  uint64_t seen = e->bytes_in + e->filled;
  if (e->length != KOLMO_UNKNOWN_LENGTH && seen != e->length && !e->part)
    return kolmo_fail(error, KOLMO_ERR_OPTION, "size: %llu bytes were announced, %llu came", (unsigned long long)e->length,
                      (unsigned long long)seen);
  if (!e->open && !e->part) e->length = seen; /* short enough to be known whole before anything was written */
  kolmo_status status = begin(e, error);
  if (!status) status = end_block(e, error);
  if (!status && !e->part) status = write_end(e, error);
  if (!status) status = poll(e, 0, error);
  e->finished = true;
  return status;
}

static kolmo_status usable(const kolmo_encoder *e, kolmo_error *error) {
  if (e->failed) return kolmo_fail(error, e->failed, "the encoder failed before");
  if (e->finished) return kolmo_fail(error, KOLMO_ERR_OPTION, "the archive is already finished");
  return KOLMO_OK;
}

kolmo_status kolmo_encoder_write(kolmo_encoder *e, const uint8_t *data, size_t n, kolmo_error *error) {
  kolmo_status status = usable(e, error);
  if (status) return status;
  kolmo_watch_call(e->profile);
  e->failed = write(e, data, n, error);
  kolmo_watched_call(e->profile);
  return e->failed;
}

kolmo_status kolmo_encoder_flush(kolmo_encoder *e, kolmo_error *error) {
  kolmo_status status = usable(e, error);
  return status ? status : (e->failed = end_block(e, error));
}

kolmo_status kolmo_encoder_finish(kolmo_encoder *e, kolmo_error *error) {
  kolmo_status status = usable(e, error);
  if (status) return status;
  kolmo_watch_call(e->profile);
  e->failed = finish(e, error);
  kolmo_watched_call(e->profile);
  return e->failed;
}
