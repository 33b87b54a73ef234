/* Archive in, bytes out. The archive is not trusted: every length is bounded before anything is allocated for it, every Program
 * is validated, and no block is handed on before its checksum agreed.
 *
 * Input is gathered until the next whole item (header, block, end) is there; items are at most 16 MiB and a little, but for an index,
 * which has a row for each segment that was there before it. */
#include "core/code.h"
#include "core/crc32.h"
#include "core/index.h"
#include "core/snapshot.h"
#include "core/text/text.h"
#include "programs/programs.h"

enum { POLL = 256 /* raw bytes between two looks at progress() */ };

struct kolmo_decoder {
  kolmo_io io;
  uint64_t memory, max_cost, output_limit;
  bool scan, part;
  const kolmo_snapshot *start; /* the caller's */
  kolmo_status failed;       /* the first failure; nothing can be done after it */
  uint8_t *pending;          /* input not yet consumed */
  size_t filled, room;
  bool in_member;            /* between a header and its end frame */
  bool running;              /* the model is open */
  kolmo_program program;
  kolmo_model model;
  uint8_t *raw;              /* the block being decoded */
  size_t raw_room;
  kolmo_member_text text;
  uint8_t *transformed;      /* the block as it was coded, where it went through the text transform */
  size_t transformed_room;
  bool length_known;
  uint64_t length;           /* of the member, when known */
  uint64_t member_raw;       /* raw bytes of the member so far */
  uint64_t segment_raw, segment_from; /* raw bytes in this segment; archive offset of its first frame */
  uint64_t snapshot_at;      /* of the member: raw bytes after which the snapshot is taken; 0: none */
  kolmo_snapshot *snapshot;  /* our own; NULL until it is taken */
  uint64_t header_at, header_bytes; /* of the member */
  kolmo_index index;         /* of the member */
  kolmo_segment *segments;   /* of all members, for a caller who scans */
  size_t segments_count, segments_room;
  uint32_t crc;              /* of the segment's raw bytes so far */
  kolmo_archive_info info;
};

kolmo_status kolmo_decoder_open(const kolmo_decode_options *options, const kolmo_io *io, kolmo_decoder **decoder,
                                kolmo_error *error) {
  *decoder = calloc(1, sizeof **decoder);
  if (!*decoder) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  kolmo_decoder *d = *decoder;
  d->io = *io;
  d->memory = options->memory ? options->memory : KOLMO_DEFAULT_MEMORY;
  d->max_cost = options->max_cost ? options->max_cost : KOLMO_DEFAULT_MAX_COST;
  d->output_limit = options->output_limit;
  d->scan = options->scan != 0;
  d->part = options->part != 0;
  d->start = options->start;
  return KOLMO_OK;
}

void kolmo_decoder_close(kolmo_decoder *d) {
  if (!d) return;
  if (d->running) kolmo_model_close(&d->model);
  free(d->pending);
  free(d->raw);
  kolmo_text_close(&d->text);
  free(d->transformed);
  kolmo_snapshot_close(d->snapshot);
  free(d->index.rows);
  free(d->segments);
  free(d);
}

kolmo_snapshot *kolmo_decoder_take_snapshot(kolmo_decoder *d) {
  kolmo_snapshot *snapshot = d->snapshot;
  if (d->part) d->snapshot = NULL;
  return d->part ? snapshot : NULL;
}

const kolmo_segment *kolmo_decoder_segments(const kolmo_decoder *d, size_t *count) {
  *count = d->segments_count;
  return d->segments;
}

void kolmo_decoder_info(const kolmo_decoder *d, kolmo_archive_info *info) { *info = d->info; }

/* ---- items ----
 * Each reader below looks at the input from `in` on. When the item is not all there it leaves in->starved set and has changed
 * nothing; the caller waits for more. */

static kolmo_status corrupt(kolmo_error *error, const char *what) {
  return kolmo_fail(error, KOLMO_ERR_CORRUPT, "the archive is damaged: %s", what);
}

static kolmo_status read_magic(kolmo_decoder *d, kolmo_reader *in, kolmo_error *error) {
  bool first = d->info.members == 0;
  size_t have = kolmo_left(in) < sizeof KOLMO_MAGIC ? kolmo_left(in) : sizeof KOLMO_MAGIC;
  if (memcmp(in->at, KOLMO_MAGIC, have) != 0)
    return first ? kolmo_fail(error, KOLMO_ERR_NOT_KOLMO, "not a kolmo archive")
                 : kolmo_fail(error, KOLMO_ERR_TRAILING, "bytes after the archive's end");
  kolmo_take(in, sizeof KOLMO_MAGIC);
  uint8_t version = kolmo_get8(in);
  uint64_t revision = kolmo_get_varint(in);
  if (in->starved) return KOLMO_OK;
  if (in->failed) return corrupt(error, "header");
  if (version != KOLMO_FORMAT_VERSION || revision != KOLMO_OPSET_REVISION)
    return kolmo_fail(error, KOLMO_ERR_VERSION, "made by another build: format %u revision %llu, this build reads %d revision %d",
                      version, (unsigned long long)revision, KOLMO_FORMAT_VERSION, KOLMO_OPSET_REVISION);
  return KOLMO_OK;
}

static kolmo_status read_header(kolmo_decoder *d, kolmo_reader *in, kolmo_error *error) {
  const uint8_t *from = in->at;
  kolmo_status status = read_magic(d, in, error);
  if (status || in->starved) return status;
  uint8_t flags = kolmo_get8(in), size_class = kolmo_get8(in);
  uint64_t length = flags & KOLMO_FLAG_LENGTH ? kolmo_get_varint(in) : 0;
  uint64_t snapshot = flags & KOLMO_FLAG_SNAPSHOT ? kolmo_get_varint(in) : 0, hash = 0, bytes = 0;
  const uint8_t *embedded = NULL;
  kolmo_member_text text = {0};
  if (flags & KOLMO_FLAG_TEXT) {
    status = kolmo_text_get(&text, in, error);
    if (status) return status;
  }
  if (flags & KOLMO_FLAG_EMBEDDED) {
    bytes = kolmo_get_varint(in);
    if (!in->failed && bytes > KOLMO_PROGRAM_MAX) return corrupt(error, "header");
    embedded = kolmo_take(in, (size_t)bytes);
  } else {
    hash = kolmo_get64(in);
  }
  const uint8_t *to = in->at;
  uint32_t crc = kolmo_get32(in);
  if (in->starved) return KOLMO_OK;
  if (in->failed || crc != kolmo_crc32(0, from, (size_t)(to - from))) return corrupt(error, "header checksum");
  if (flags & ~KOLMO_FLAGS || size_class > KOLMO_SIZE_CLASS_MAX || (flags & KOLMO_FLAG_SNAPSHOT && (snapshot < 1 || snapshot > KOLMO_SEGMENT_MAX)))
    return corrupt(error, "header");
  const kolmo_shipped_program *shipped = embedded ? NULL : kolmo_shipped_by_hash(hash);
  if (!embedded && !shipped)
    return kolmo_fail(error, KOLMO_ERR_PROGRAM, "needs program %016llx, which this build does not ship", (unsigned long long)hash);

  if (d->running) kolmo_model_close(&d->model);
  d->running = false;
  kolmo_snapshot_close(d->snapshot);
  d->snapshot = NULL;
  kolmo_text_close(&d->text);
  status = kolmo_text_keep(&text, error);
  if (status) return status;
  d->text = text;
  status = embedded ? kolmo_program_parse(&d->program, embedded, (size_t)bytes, error)
                    : kolmo_program_parse(&d->program, shipped->bytes, shipped->length, error);
  if (status) return status;
  kolmo_program_layout(&d->program, size_class);
  if (!d->scan) {
    status = kolmo_program_allow(&d->program, snapshot ? 2 : 1, d->memory, d->max_cost, error);
    if (!status && d->output_limit && length > d->output_limit - d->info.raw_bytes)
      status = kolmo_fail(error, KOLMO_ERR_OUTPUT_LIMIT, "the output exceeds %llu bytes", (unsigned long long)d->output_limit);
    if (status) return status;
  }
  if (d->info.members == 0) {
    d->info.program_hash = d->program.hash;
    d->info.program_name = shipped ? shipped->name : NULL;
    d->info.size_class = size_class;
    d->info.text = text.kind;
    d->info.embedded = embedded != NULL;
    d->info.length_known = (flags & KOLMO_FLAG_LENGTH) != 0;
    d->info.snapshot = snapshot;
  }
  uint64_t memory = snapshot ? 2 * d->program.memory : d->program.memory;
  if (d->info.memory < memory) d->info.memory = memory;
  if (d->info.cost < d->program.cost) d->info.cost = d->program.cost;
  d->info.members++;
  d->in_member = true;
  d->length_known = (flags & KOLMO_FLAG_LENGTH) != 0;
  d->length = length;
  d->member_raw = d->segment_raw = 0;
  d->snapshot_at = snapshot;
  d->header_at = d->info.archive_bytes;
  d->header_bytes = (uint64_t)(in->at - from);
  d->segment_from = d->header_at + d->header_bytes;
  d->index.count = 0;
  d->crc = 0;
  return KOLMO_OK;
}

/* `done`: bytes of the block in work that are decoded. */
static kolmo_poll poll_of(const kolmo_decoder *d, uint64_t done) { return (kolmo_poll){&d->io, d->info.archive_bytes, d->info.raw_bytes + done}; }

static kolmo_status poll(const kolmo_decoder *d, uint64_t done, kolmo_error *error) {
  const kolmo_poll poll = poll_of(d, done);
  return kolmo_ask(&poll, error);
}

/* Decodes bytes[0..n) from coded[0..coded_n), or, when coded is NULL, teaches the model the bytes that are already there. */
static kolmo_status decode(kolmo_decoder *d, const uint8_t *coded, size_t coded_n, uint8_t *bytes, size_t n, kolmo_error *error) {
  kolmo_arithmetic_decoder c;
  kolmo_decode_start(&c, coded ? coded : bytes, coded ? coded_n : 0); /* not NULL: adding even 0 to it is undefined */
  for (size_t i = 0; i < n; i++) {
    if (i % POLL == 0) {
      kolmo_status status = poll(d, i, error);
      if (status) return status;
    }
    if (coded) bytes[i] = kolmo_decode_byte(&c, &d->model);
    else kolmo_learn_byte(&d->model, bytes[i]);
  }
  return KOLMO_OK;
}

/* Not before there is something to decode: empty members cost nothing. */
static kolmo_status run_model(kolmo_decoder *d, kolmo_error *error) {
  if (d->running) return KOLMO_OK;
  const kolmo_poll poll = poll_of(d, 0);
  kolmo_status status = kolmo_text_unpack(&d->text, &d->program, &poll, error);
  if (!status) status = kolmo_model_open(&d->model, &d->program, error);
  d->running = status == KOLMO_OK;
  return status;
}

/* Whether the block that begins here and holds `raw` bytes crosses the place of the snapshot. */
static bool crosses_snapshot(const kolmo_decoder *d, uint64_t raw) {
  return d->member_raw < d->snapshot_at && raw > d->snapshot_at - d->member_raw;
}

static kolmo_status read_block(kolmo_decoder *d, kolmo_reader *in, bool stored, bool transformed, kolmo_error *error) {
  if (transformed && !d->text.kind) return corrupt(error, "a text block without a vocabulary");
  const uint64_t raw = kolmo_get_varint(in), text = transformed ? kolmo_get_varint(in) : raw, coded = stored ? text : kolmo_get_varint(in);
  uint32_t crc = kolmo_get32(in);
  if (in->starved) return KOLMO_OK;
  if (in->failed || raw < 1 || raw > KOLMO_BLOCK_MAX || text < 1 || text > kolmo_text_limit(&d->text, raw) || coded > text || (coded == text && !stored) ||
      text > KOLMO_EXPANSION_MAX * (coded + KOLMO_EXPANSION_SLACK))
    return corrupt(error, "block header");
  if (crosses_snapshot(d, raw)) return corrupt(error, "a block crosses the snapshot");
  if (d->length_known && raw > d->length - d->member_raw) return corrupt(error, "more data than the header tells");
  if (d->output_limit && raw > d->output_limit - d->info.raw_bytes)
    return kolmo_fail(error, KOLMO_ERR_OUTPUT_LIMIT, "the output exceeds %llu bytes", (unsigned long long)d->output_limit);
  const uint8_t *data = kolmo_take(in, (size_t)coded);
  if (!data) return KOLMO_OK;
  if (!d->scan) {
    if (!kolmo_reserve(&d->raw, &d->raw_room, (size_t)raw) || (transformed && !kolmo_reserve(&d->transformed, &d->transformed_room, (size_t)text)))
      return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
    uint8_t *bytes = transformed ? d->transformed : d->raw;
    kolmo_status status = run_model(d, error);
    if (status) return status;
    const kolmo_poll poll = poll_of(d, 0);
    status = kolmo_model_expect(&d->model, d->segment_raw + raw, &poll, error);
    if (status) return status;
    if (stored) memcpy(bytes, data, (size_t)text);
    status = decode(d, stored ? NULL : data, (size_t)coded, bytes, (size_t)text, error);
    if (status) return status;
    if (transformed && !kolmo_text_restore(&d->text, bytes, (size_t)text, d->member_raw, d->raw, (size_t)raw)) return corrupt(error, "text block");
    d->crc = kolmo_crc32(d->crc, d->raw, (size_t)raw);
    if (d->crc != crc) return corrupt(error, "block checksum");
    if (d->member_raw + raw == d->snapshot_at) status = kolmo_snapshot_take(&d->snapshot, &d->model, &poll, error);
    if (status) return status;
    status = kolmo_write(&d->io, d->raw, (size_t)raw, error);
    if (status) return status;
  }
  d->info.blocks++;
  d->info.stored_blocks += stored;
  d->info.text_blocks += transformed;
  d->info.raw_bytes += raw;
  d->member_raw += raw;
  d->segment_raw += raw;
  return KOLMO_OK;
}

#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
static bool add_segment(kolmo_decoder *d, kolmo_segment_size row) {
  if (!kolmo_index_add(&d->index, row)) return false;
  if (!d->scan) return true;
  kolmo_segment *segments = kolmo_grow(d->segments, d->segments_count, &d->segments_room, sizeof *segments);
  if (!segments) return false;
  d->segments = segments;
  segments[d->segments_count++] = (kolmo_segment){.header_at = d->header_at,
                                                  .header_bytes = d->header_bytes,
                                                  .archive_at = d->segment_from,
                                                  .archive_bytes = row.archive_bytes,
                                                  .raw_at = d->info.raw_bytes - row.raw_bytes,
                                                  .raw_bytes = row.raw_bytes};
  return true;
}
#endif

/* `frame` is the archive offset of the frame that ends the segment. */
static kolmo_status end_segment(kolmo_decoder *d, uint64_t frame, kolmo_error *error) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
  kolmo_segment_size row = {.archive_bytes = frame - d->segment_from, .raw_bytes = d->segment_raw};
  if (!add_segment(d, row)) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
#else
  (void)frame, (void)error;
#endif
  d->info.segments++;
  return KOLMO_OK;
}

#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
/* Sets the model to the state that a segment starts from. */
static kolmo_status start_segment(kolmo_decoder *d, uint8_t state, kolmo_error *error) {
  if (d->scan) return KOLMO_OK;
  if (state == KOLMO_SEGMENT_INITIAL) {
    if (d->running) kolmo_model_reset(&d->model);
    return KOLMO_OK;
  }
  const kolmo_poll poll = poll_of(d, 0);
  kolmo_status status = run_model(d, error);
  return status ? status : kolmo_snapshot_load(d->part ? d->start : d->snapshot, &d->model, &poll, error);
}

static kolmo_status read_segment(kolmo_decoder *d, kolmo_reader *in, uint64_t frame, kolmo_error *error) {
  uint8_t state = kolmo_get8(in);
  uint64_t at = kolmo_get_varint(in);
  if (in->starved) return KOLMO_OK;
  /* A part begins with any of its member's segments. */
  bool jumps = d->part && d->member_raw == 0 && at >= KOLMO_SEGMENT_MIN && at >= d->snapshot_at && !(d->length_known && at > d->length);
  if (in->failed || state > KOLMO_SEGMENT_SNAPSHOT || (at != d->member_raw && !jumps) || (d->segment_raw < KOLMO_SEGMENT_MIN && !jumps) ||
      (state == KOLMO_SEGMENT_SNAPSHOT && !d->snapshot_at))
    return corrupt(error, "segment header");
  if (d->index.count == 0 && !jumps && d->snapshot_at > at) return corrupt(error, "no snapshot in the first segment");
  kolmo_status status = jumps ? KOLMO_OK : end_segment(d, frame, error);
  if (!status) status = start_segment(d, state, error);
  if (status) return status;
  d->member_raw = at;
  d->segment_raw = 0;
  d->segment_from = frame;
  d->crc = 0;
  return KOLMO_OK;
}

static kolmo_status read_index(kolmo_decoder *d, kolmo_reader *in, const uint8_t *from, kolmo_error *error) {
  /* The frame repeats what the segments were, plus the one that ends here. */
  uint64_t header = kolmo_get_varint(in), count = kolmo_get_varint(in);
  if (!in->failed && (count != d->index.count || header != d->header_bytes)) return corrupt(error, "index");
  for (uint64_t i = 0; i < count && !in->failed; i++) {
    uint64_t archive_bytes = kolmo_get_varint(in), raw_bytes = kolmo_get_varint(in);
    if (!in->failed && (archive_bytes != d->index.rows[i].archive_bytes || raw_bytes != d->index.rows[i].raw_bytes))
      return corrupt(error, "index");
  }
  bool right = kolmo_index_tail(in, from);
  if (in->starved) return KOLMO_OK;
  if (!right) return corrupt(error, "index");
  if (d->info.members == 1) d->info.indexed = 1;
  return KOLMO_OK;
}
#endif

static kolmo_status read_end(kolmo_decoder *d, kolmo_reader *in, const uint8_t *from, bool indexed, kolmo_error *error) {
  if (d->length_known && d->member_raw != d->length) return corrupt(error, "less data than the header tells");
  size_t segments = d->index.count, listed = d->segments_count;
  uint64_t counted = d->info.segments;
  kolmo_status status = end_segment(d, d->info.archive_bytes, error);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
  if (!status && indexed) status = read_index(d, in, from, error);
#else
  (void)from, (void)indexed;
#endif
  if (status) return status;
  if (in->starved) { /* not all there: undo */
    d->index.count = segments;
    d->segments_count = listed;
    d->info.segments = counted;
    return KOLMO_OK;
  }
  d->in_member = false;
  return KOLMO_OK;
}

static kolmo_status read_item(kolmo_decoder *d, kolmo_reader *in, kolmo_error *error) {
  if (!d->in_member) return read_header(d, in, error);
  const uint8_t *from = in->at;
  switch (kolmo_get8(in)) {
    case KOLMO_TAG_CODED: return read_block(d, in, false, false, error);
    case KOLMO_TAG_STORED: return read_block(d, in, true, false, error);
    case KOLMO_TAG_CODED_TEXT: return read_block(d, in, false, true, error);
    case KOLMO_TAG_STORED_TEXT: return read_block(d, in, true, true, error);
    case KOLMO_TAG_END: return read_end(d, in, from, false, error);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_SEGMENTS)
    case KOLMO_TAG_END_INDEX: return read_end(d, in, from, true, error);
    case KOLMO_TAG_SEGMENT: return read_segment(d, in, d->info.archive_bytes, error);
#endif
    default: return corrupt(error, "unknown frame");
  }
}

/* Consumes all whole items of data[0..n); returns through *used how much that was. */
static kolmo_status consume(kolmo_decoder *d, const uint8_t *data, size_t n, size_t *used, kolmo_error *error) {
  *used = 0;
  while (*used < n) {
    kolmo_reader in = kolmo_read(data + *used, n - *used);
    kolmo_status status = read_item(d, &in, error);
    if (status) return status;
    if (in.starved) return KOLMO_OK;
    size_t item = (size_t)(in.at - (data + *used));
    *used += item;
    d->info.archive_bytes += item;
  }
  return KOLMO_OK;
}

static kolmo_status write(kolmo_decoder *d, const uint8_t *data, size_t n, kolmo_error *error) {
  size_t used = 0;
  kolmo_status status;
  if (d->filled == 0) { /* nothing waits: straight from the caller's buffer */
    status = consume(d, data, n, &used, error);
    if (status) return status;
    data += used;
    n -= used;
  }
  if (n == 0) return KOLMO_OK;
  if (d->filled + n > d->room && !kolmo_reserve(&d->pending, &d->room, d->filled + n + d->filled / 2))
    return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  memcpy(d->pending + d->filled, data, n);
  d->filled += n;
  status = consume(d, d->pending, d->filled, &used, error);
  if (status) return status;
  d->filled -= used;
  if (used) memmove(d->pending, d->pending + used, d->filled);
  return KOLMO_OK;
}

kolmo_status kolmo_decoder_write(kolmo_decoder *d, const uint8_t *data, size_t n, kolmo_error *error) {
  if (d->failed) return kolmo_fail(error, d->failed, "the decoder failed before");
  return d->failed = write(d, data, n, error);
}

kolmo_status kolmo_decoder_finish(kolmo_decoder *d, kolmo_error *error) {
  if (d->failed) return kolmo_fail(error, d->failed, "the decoder failed before");
  if ((d->in_member && !d->part) || d->filled) return d->failed = kolmo_fail(error, KOLMO_ERR_TRUNCATED, "the archive ends early");
  if (d->info.members == 0) return d->failed = kolmo_fail(error, KOLMO_ERR_TRUNCATED, "empty: not a kolmo archive");
  return d->failed = poll(d, 0, error);
}
