/* Archives through the public API: what goes in comes out, the same archive however the input was cut, and a typed error for
 * everything that is not an archive. */
#include "archive.h"
#include "data.h"
#include "core/frame.h"

enum { LARGE = KOLMO_BLOCK + 1 };

static uint8_t *text, *noise;

static const feeding WHOLE = {.chunk = 0, .flushes = NULL};

static bytes packed(const kolmo_encode_options *options, const uint8_t *data, size_t n, feeding feed) {
  kolmo_error error = {KOLMO_OK, ""};
  bytes archive = NO_BYTES;
  kolmo_status status = pack(&archive, options, data, n, feed, &error);
  CHECK(status == KOLMO_OK, "%zu bytes: %s: %s", n, kolmo_status_name(status), error.message);
  return archive;
}

static kolmo_archive_info restored(const bytes *archive, const uint8_t *data, size_t n, size_t chunk) {
  kolmo_error error = {KOLMO_OK, ""};
  kolmo_archive_info info;
  bytes out = NO_BYTES;
  kolmo_status status = unpack(&out, NULL, archive->data, archive->n, chunk, &info, &error);
  CHECK(status == KOLMO_OK, "%zu bytes: %s: %s", n, kolmo_status_name(status), error.message);
  CHECK(out.n == n && (n == 0 || memcmp(out.data, data, n) == 0), "%zu bytes came back as %zu others", n, out.n);
  CHECK(info.raw_bytes == n && info.archive_bytes == archive->n, "info tells other sizes");
  bytes_free(&out);
  return info;
}

static void expect(kolmo_status wanted, const uint8_t *archive, size_t n, const char *what) {
  static const size_t chunks[] = {0, 1, 7};
  for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
    kolmo_error error = {KOLMO_OK, ""};
    bytes out = NO_BYTES;
    kolmo_status status = unpack(&out, NULL, archive, n, chunks[i], NULL, &error);
    CHECK(status == wanted, "%s: %s: %s", what, kolmo_status_name(status), error.message);
    CHECK(error.status == wanted && error.message[0], "%s: no message", what);
    bytes_free(&out);
  }
}

static void same(const bytes *a, const bytes *b, const char *what) {
  CHECK(a->n == b->n && memcmp(a->data, b->data, a->n) == 0, "%s makes another archive (%zu, %zu bytes)", what, a->n, b->n);
}

static void round_trips(void) {
  static const size_t sizes[] = {0, 1, 2, 3, 15, 16, 17, 255, 256, 257, 4095, 4096, 5000};
  uint8_t zeros[5000] = {0};
  const uint8_t *kinds[] = {text, noise, zeros};
  for (unsigned level = 1; level <= 9; level += 2) {
    kolmo_encode_options options = level_options(level);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
      for (unsigned kind = 0; kind < 3; kind++) {
        bytes archive = packed(&options, kinds[kind], sizes[i], WHOLE);
        CHECK(archive.n <= sizes[i] + 40, "level %u: %zu bytes became %zu", level, sizes[i], archive.n);
        kolmo_archive_info info = restored(&archive, kinds[kind], sizes[i], i % 3 ? 0 : 1);
        CHECK(info.members == 1 && info.segments == 1 && info.blocks == (sizes[i] > 0), "%zu bytes: odd counts", sizes[i]);
        CHECK(!info.embedded && info.program_name && info.length_known, "level %u: not by name", level);
        bytes_free(&archive);
      }
  }
}

/* A block ends at 2^20 bytes, and the archive must not tell how the input came. */
static void block_limits(void) {
  kolmo_encode_options options = fast_options();
  static const size_t sizes[] = {KOLMO_BLOCK - 1, KOLMO_BLOCK, KOLMO_BLOCK + 1};
  for (size_t i = 0; i < 3; i++) {
    bytes archive = packed(&options, text, sizes[i], WHOLE), chunked = packed(&options, text, sizes[i], (feeding){4099, NULL});
    same(&archive, &chunked, "4099 bytes at a time");
    kolmo_archive_info info = restored(&archive, text, sizes[i], 65536);
    CHECK(info.blocks == (sizes[i] > KOLMO_BLOCK ? 2 : 1), "%zu bytes in %" PRIu64 " blocks", sizes[i], info.blocks);
    /* An unknown length is found out when the input ends before the first block does. */
    CHECK(info.length_known == (sizes[i] <= KOLMO_BLOCK), "%zu bytes: length known: %d", sizes[i], info.length_known);
    bytes_free(&archive);
    bytes_free(&chunked);
  }
  /* One byte at a time, in both directions; noise, so that the decoder gathers a large block. */
  bytes archive = packed(&options, noise, 200000, WHOLE), chunked = packed(&options, noise, 200000, (feeding){1, NULL});
  same(&archive, &chunked, "a byte at a time");
  CHECK(archive.n <= 200000 + 64, "noise grew to %zu", archive.n);
  CHECK(restored(&archive, noise, 200000, 1).stored_blocks == 1, "noise is not stored");
  bytes_free(&archive);
  bytes_free(&chunked);
}

/* After a stored block the model is where it would be after a coded one: text behind noise still restores. */
static void stored_then_coded(void) {
  kolmo_encode_options options = level_options(5);
  uint8_t both[12000];
  memcpy(both, noise, 4000);
  memcpy(both + 4000, text, 4000);
  memcpy(both + 8000, noise, 4000); /* a repetition: coded small */
  static const size_t flushes[] = {4000, 8000, SIZE_MAX};
  bytes archive = packed(&options, both, sizeof both, (feeding){0, flushes});
  kolmo_archive_info info = restored(&archive, both, sizeof both, 0);
  CHECK(info.blocks == 3 && info.stored_blocks == 1, "%" PRIu64 " blocks, %" PRIu64 " stored", info.blocks, info.stored_blocks);
  CHECK(archive.n < 6500, "%zu bytes: the repetition was not found", archive.n);
  bytes_free(&archive);
}

/* What was written before a flush is restored from what was put out by then. */
static void flush_lets_through(void) {
  kolmo_encode_options options = level_options(3);
  kolmo_error error;
  bytes archive = NO_BYTES, out = NO_BYTES;
  out.decoding = true;
  kolmo_io to_archive = io_to(&archive), to_out = io_to(&out);
  kolmo_encoder *e;
  kolmo_decoder *d;
  kolmo_decode_options defaults = {.memory = 0};
  CHECK(kolmo_encoder_open(&options, &to_archive, &e, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_decoder_open(&defaults, &to_out, &d, &error) == KOLMO_OK, "%s", error.message);
  size_t at = 0, seen = 0;
  for (size_t n = 1; at + n < 20000; n = n * 2 + 1) {
    CHECK(kolmo_encoder_write(e, text + at, n, &error) == KOLMO_OK, "%s", error.message);
    CHECK(kolmo_encoder_flush(e, &error) == KOLMO_OK, "%s", error.message);
    CHECK(kolmo_encoder_flush(e, &error) == KOLMO_OK, "%s", error.message); /* nothing new: nothing happens */
    at += n;
    CHECK(kolmo_decoder_write(d, archive.data + seen, archive.n - seen, &error) == KOLMO_OK, "%s", error.message);
    seen = archive.n;
    CHECK(out.n == at && memcmp(out.data, text, at) == 0, "%zu of %zu bytes came through", out.n, at);
  }
  CHECK(kolmo_encoder_finish(e, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_decoder_write(d, archive.data + seen, archive.n - seen, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_decoder_finish(d, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_write(e, text, 1, &error) == KOLMO_ERR_OPTION, "writes after the end");
  CHECK(kolmo_encoder_finish(e, &error) == KOLMO_ERR_OPTION, "ends twice");
  kolmo_encoder_close(e);
  kolmo_decoder_close(d);
  bytes_free(&archive);
  bytes_free(&out);
}

static uint64_t read_varint(const uint8_t **p) {
  uint64_t v = 0;
  for (unsigned shift = 0;; shift += 7) {
    v |= (uint64_t)(**p & 127) << shift;
    if (*(*p)++ < 128) return v;
  }
}

/* Segments start the model anew, so each can be cut out by the index and decoded as an archive of its own. */
static void segments(void) {
  enum { SEGMENT = 70000, N = 3 * SEGMENT + 500, COUNT = 4 };
  kolmo_encode_options options = fast_options();
  options.segment = SEGMENT;
  bytes archive = packed(&options, text, N, WHOLE), chunked = packed(&options, text, N, (feeding){777, NULL});
  same(&archive, &chunked, "777 bytes at a time");
  kolmo_archive_info info = restored(&archive, text, N, 1);
  CHECK(info.segments == COUNT && info.indexed, "%" PRIu64 " segments", info.segments);

  const uint8_t *end = archive.data + archive.n;
  CHECK(memcmp(end - 4, KOLMO_INDEX_MAGIC, 4) == 0, "no index at the end");
  uint32_t size = end[-8] | end[-7] << 8 | end[-6] << 16 | (uint32_t)end[-5] << 24;
  CHECK(size < archive.n, "index of %" PRIu32 " bytes", size);
  const uint8_t *p = end - size;
  CHECK(*p++ == KOLMO_TAG_END_INDEX, "another end frame");
  uint64_t header = read_varint(&p);
  CHECK(read_varint(&p) == COUNT, "the index counts wrongly");
  uint64_t archived = 0, raw = 0, rows[COUNT];
  for (unsigned i = 0; i < COUNT; i++) {
    archived += rows[i] = read_varint(&p);
    uint64_t n = read_varint(&p);
    CHECK(n == (i + 1 < COUNT ? SEGMENT : 500), "segment %u of %" PRIu64 " bytes", i, n);
    raw += n;
  }
  CHECK(raw == N, "the index adds up to %" PRIu64, raw);
  CHECK(header == archive.n - size - archived, "the index tells another header");
  const uint8_t *at = archive.data + header;
  for (unsigned i = 0; i < COUNT; i++) {
    bytes alone = NO_BYTES, out = NO_BYTES;
    bytes_write(&alone, archive.data, (size_t)header);
    const uint8_t *from = at, *to = at + rows[i];
    if (i > 0) { /* the segment frame */
      CHECK(from[0] == KOLMO_TAG_SEGMENT && from[1] == 0, "segment %u does not start as one", i);
      from += 2;
      CHECK(read_varint(&from) == (uint64_t)i * SEGMENT, "segment %u lies elsewhere", i);
    }
    bytes_write(&alone, from, (size_t)(to - from));
    bytes_write(&alone, (const uint8_t[]){KOLMO_TAG_END}, 1);
    kolmo_error error = {KOLMO_OK, ""};
    kolmo_status status = unpack(&out, NULL, alone.data, alone.n, 0, NULL, &error);
    CHECK(status == KOLMO_OK, "segment %u alone: %s", i, error.message);
    CHECK(memcmp(out.data, text + i * SEGMENT, out.n) == 0 && out.n == (i + 1 < COUNT ? SEGMENT : 500u), "segment %u", i);
    bytes_free(&alone);
    bytes_free(&out);
    at = to;
  }
  /* Damage to any byte of the index is noticed. */
  for (size_t i = archive.n - size; i < archive.n; i++) {
    archive.data[i] ^= 0x10;
    bytes out = NO_BYTES;
    if (i % 3 == 0) CHECK(unpack(&out, NULL, archive.data, archive.n, 0, NULL, NULL) != KOLMO_OK, "index byte %zu", i);
    bytes_free(&out);
    archive.data[i] ^= 0x10;
  }
  bytes_free(&archive);
  bytes_free(&chunked);

  /* Ends where a segment ends: no empty one follows. */
  archive = packed(&options, text, 2 * SEGMENT, WHOLE);
  CHECK(restored(&archive, text, 2 * SEGMENT, 0).segments == 2, "an empty segment");
  bytes_free(&archive);
  options.segment = KOLMO_SEGMENT_MIN - 1;
  kolmo_error error;
  CHECK(pack(&archive, &options, text, 1, WHOLE, &error) == KOLMO_ERR_OPTION, "segments of 65535 bytes");
}

static void announced_lengths(void) {
  kolmo_encode_options options = fast_options();
  kolmo_error error;
  for (size_t n = 0; n < 3000; n = 2 * n + 1) {
    options.length = KOLMO_UNKNOWN_LENGTH;
    bytes unknown = packed(&options, text, n, WHOLE);
    options.length = n;
    bytes known = packed(&options, text, n, (feeding){5, NULL});
    same(&unknown, &known, "a short input of unknown length");
    bytes_free(&unknown);
    bytes_free(&known);
    for (int wrong = -1; wrong <= 1; wrong += 2) {
      options.length = n + (uint64_t)(int64_t)wrong;
      if (n == 0 && wrong < 0) continue;
      bytes archive = NO_BYTES;
      CHECK(pack(&archive, &options, text, n, WHOLE, &error) == KOLMO_ERR_OPTION, "%zu bytes, %d announced", n, wrong);
      CHECK(strncmp(error.message, "size", 4) == 0, "does not name the option: %s", error.message);
      bytes_free(&archive);
    }
  }
  /* A known length chooses the tables for it, and is told. */
  options.length = LARGE;
  bytes archive = packed(&options, text, LARGE, WHOLE);
  kolmo_archive_info info = restored(&archive, text, LARGE, 0);
  CHECK(info.length_known && info.size_class == 21, "size class %u", info.size_class);
  bytes_free(&archive);
}

static void limits(void) {
  kolmo_encode_options options = level_options(5);
  kolmo_error error;
  bytes archive = packed(&options, text, 30000, (feeding){0, (const size_t[]){10000, 20000, SIZE_MAX}});
  kolmo_archive_info info = restored(&archive, text, 30000, 0);
  struct {
    kolmo_decode_options options;
    kolmo_status status;
  } cases[] = {
      {{.output_limit = 30000}, KOLMO_OK},           {{.output_limit = 29999}, KOLMO_ERR_OUTPUT_LIMIT},
      {{.output_limit = 1}, KOLMO_ERR_OUTPUT_LIMIT}, {{.memory = info.memory}, KOLMO_OK},
      {{.memory = info.memory - 1}, KOLMO_ERR_MEMORY}, {{.max_cost = info.cost}, KOLMO_OK},
      {{.max_cost = info.cost - 1}, KOLMO_ERR_PROGRAM},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    bytes out = NO_BYTES;
    kolmo_status status = unpack(&out, &cases[i].options, archive.data, archive.n, 0, NULL, &error);
    CHECK(status == cases[i].status, "limit %zu: %s", i, kolmo_status_name(status));
    CHECK(out.n <= (cases[i].options.output_limit ? cases[i].options.output_limit : 30000), "limit %zu: wrote %zu bytes", i, out.n);
    bytes_free(&out);
  }
  /* Each smaller memory makes smaller tables or an error, and what it makes restores. */
  for (uint64_t cap = info.memory; ; cap = cap * 3 / 4) {
    options.memory = cap;
    bytes small = NO_BYTES;
    kolmo_status status = pack(&small, &options, text, 3000, WHOLE, &error);
    if (status == KOLMO_ERR_MEMORY) break;
    CHECK(status == KOLMO_OK, "%s", error.message);
    CHECK(restored(&small, text, 3000, 0).memory <= cap, "uses more than %" PRIu64, cap);
    bytes_free(&small);
  }
  bytes_free(&archive);
}

static void stopping(void) {
  kolmo_encode_options options = fast_options();
  kolmo_error error;
  bytes archive = NO_BYTES;
  archive.abort_at = 10000;
  CHECK(pack(&archive, &options, text, 100000, WHOLE, &error) == KOLMO_ABORTED, "the encoder goes on");
  bytes_free(&archive);
  archive = packed(&options, text, 100000, WHOLE);
  CHECK(archive.calls == 0 || archive.calls >= 100000 / 4096, "progress came only %" PRIu64 " times", archive.calls);
  bytes out = NO_BYTES;
  out.abort_at = 10000;
  CHECK(unpack(&out, NULL, archive.data, archive.n, 0, NULL, &error) == KOLMO_ABORTED, "the decoder goes on");
  CHECK(out.n == 0, "wrote an unfinished block");
  bytes_free(&out);

  for (size_t room = 0; room < archive.n; room += 1 + archive.n / 20) {
    bytes full = NO_BYTES;
    full.fail_at = room;
    CHECK(pack(&full, &options, text, 100000, WHOLE, &error) == KOLMO_ERR_SINK, "encoder: no error with room for %zu", room);
    CHECK(full.n <= room, "wrote after the failure");
    bytes_free(&full);
  }
  out.fail_at = 99999;
  CHECK(unpack(&out, NULL, archive.data, archive.n, 0, NULL, &error) == KOLMO_ERR_SINK, "decoder: no error");
  bytes_free(&out);

  /* After a failure every call fails the same way. */
  kolmo_encoder *e;
  bytes full = NO_BYTES;
  full.fail_at = 0;
  kolmo_io io = io_to(&full);
  CHECK(kolmo_encoder_open(&options, &io, &e, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_write(e, text, 10, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_flush(e, &error) == KOLMO_ERR_SINK, "wrote");
  CHECK(kolmo_encoder_write(e, text, 10, &error) == KOLMO_ERR_SINK, "wrote");
  CHECK(kolmo_encoder_finish(e, &error) == KOLMO_ERR_SINK, "wrote");
  kolmo_encoder_close(e);
  bytes_free(&archive);
  kolmo_encoder_close(NULL);
  kolmo_decoder_close(NULL);
}

static void concatenated(void) {
  static const struct {
    unsigned level;
    size_t from, n;
  } parts[] = {{1, 0, 5000}, {5, 5000, 0}, {9, 5000, 1}, {2, 5001, 3000}};
  bytes archive = NO_BYTES;
  kolmo_error error;
  for (size_t i = 0; i < 4; i++) {
    kolmo_encode_options options = level_options(parts[i].level);
    CHECK(pack(&archive, &options, text + parts[i].from, parts[i].n, WHOLE, &error) == KOLMO_OK, "%s", error.message);
  }
  for (size_t chunk = 0; chunk < 4; chunk++) {
    kolmo_archive_info info = restored(&archive, text, 8001, chunk);
    CHECK(info.members == 4 && info.segments == 4 && info.blocks == 3, "%" PRIu64 " members", info.members);
  }
  kolmo_archive_info info;
  bytes out = NO_BYTES;
  kolmo_decode_options scan = {.memory = 1, .max_cost = 1, .scan = 1};
  CHECK(unpack(&out, &scan, archive.data, archive.n, 0, &info, &error) == KOLMO_OK, "scan: %s", error.message);
  CHECK(out.n == 0 && info.raw_bytes == 8001 && info.members == 4, "the scan tells other numbers");
  bytes_free(&archive);
}

static void not_archives(void) {
  kolmo_encode_options options = level_options(1);
  options.length = 900; /* small tables: there will be many runs */
  bytes archive = packed(&options, text, 900, (feeding){0, (const size_t[]){300, SIZE_MAX}});
  uint8_t *copy = allocate(archive.n + 8);

  /* Every truncation. */
  for (size_t n = 0; n < archive.n; n++) {
    bytes out = NO_BYTES;
    uint8_t *exact = allocate(n);
    memcpy(exact, archive.data, n);
    kolmo_status status = unpack(&out, NULL, exact, n, 0, NULL, NULL);
    CHECK(status == KOLMO_ERR_TRUNCATED, "cut at %zu of %zu: %s", n, archive.n, kolmo_status_name(status));
    CHECK(out.n == 0 || memcmp(out.data, text, out.n) == 0, "cut at %zu: wrong bytes", n);
    bytes_free(&out);
    free(exact);
  }
  /* Every flipped bit of the framing and some of the data: an error, and never wrong bytes. */
  for (size_t bit = 0; bit < archive.n * 8; bit += bit < 400 ? 1 : 11) {
    memcpy(copy, archive.data, archive.n);
    copy[bit / 8] ^= (uint8_t)(1 << bit % 8);
    bytes out = NO_BYTES;
    kolmo_status status = unpack(&out, NULL, copy, archive.n, 0, NULL, NULL);
    CHECK(status != KOLMO_OK, "bit %zu does not matter", bit);
    CHECK(out.n == 0 || (out.n <= 900 && memcmp(out.data, text, out.n) == 0), "bit %zu: wrong bytes", bit);
    bytes_free(&out);
  }
  memcpy(copy, archive.data, archive.n);
  for (size_t i = 0; i < 4; i++) {
    copy[i] ^= 1;
    expect(KOLMO_ERR_NOT_KOLMO, copy, archive.n, "wrong magic");
    copy[i] ^= 1;
  }
  copy[4] = 1;
  expect(KOLMO_ERR_VERSION, copy, archive.n, "wrong format version");
  copy[4] = 0;
  copy[5] = KOLMO_OPSET_REVISION + 1;
  expect(KOLMO_ERR_VERSION, copy, archive.n, "wrong revision");
  copy[5] = KOLMO_OPSET_REVISION;
  for (size_t more = 1; more <= 8; more++) {
    memset(copy + archive.n, 0, 8);
    expect(KOLMO_ERR_TRAILING, copy, archive.n + more, "zeros behind");
    memcpy(copy + archive.n, KOLMO_MAGIC, 4);
    expect(KOLMO_ERR_TRUNCATED, copy, archive.n + (more < 5 ? more : 4), "the start of another archive behind");
  }
  expect(KOLMO_ERR_NOT_KOLMO, (const uint8_t *)"PK\3\4", 4, "a zip file");
  expect(KOLMO_ERR_TRUNCATED, copy, 0, "nothing");
  free(copy);
  bytes_free(&archive);
}

/* A Program that is not shipped travels in the archive. */
static void embedded(void) {
  kolmo_encode_options options = fast_options();
  bytes archive = packed(&options, text, 5000, WHOLE);
  for (size_t chunk = 0; chunk < 3; chunk++) {
    kolmo_archive_info info = restored(&archive, text, 5000, chunk);
    CHECK(info.embedded && !info.program_name, "not embedded");
  }
  bytes_free(&archive);
}

int main(void) {
  text = allocate(LARGE);
  noise = allocate(LARGE);
  fill_text(text, LARGE, 3);
  fill_random(noise, LARGE, 4);
  round_trips();
  block_limits();
  stored_then_coded();
  flush_lets_through();
  segments();
  announced_lengths();
  limits();
  stopping();
  concatenated();
  not_archives();
  embedded();
  free(text);
  free(noise);
  return 0;
}
