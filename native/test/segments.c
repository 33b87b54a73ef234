/* Segments apart: made one by one they are the archive that one coder makes, restored one by one they are the input; from nothing and
 * from a snapshot of the first. And what must not be accepted. */
#include "core/frame.h"
#include "data.h"
#include "parts.h"

enum { SEGMENT = KOLMO_SEGMENT_MIN + 100, N = 3 * SEGMENT + 500 };

static uint8_t *data;

static kolmo_encode_options options_of(uint64_t snapshot, uint64_t length) {
  kolmo_encode_options options = fast_options();
  options.segment = SEGMENT;
  options.snapshot = snapshot;
  options.length = length;
  return options;
}

static void same(const bytes *a, const bytes *b, const char *what) {
  CHECK(a->n == b->n && memcmp(a->data, b->data, a->n) == 0, "%s: %zu bytes and %zu others", what, a->n, b->n);
}

static void whole_and_parts(uint64_t snapshot, uint64_t length) {
  static const size_t chunks[] = {0, 1000, 77};
  kolmo_encode_options options = options_of(snapshot, length);
  kolmo_error error = {KOLMO_OK, ""};
  bytes whole = NO_BYTES;
  CHECK(pack(&whole, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
  for (size_t i = 0; i < 3; i++) {
    bytes parts = NO_BYTES, out = NO_BYTES, apart = NO_BYTES;
    CHECK(pack_parts(&parts, &options, data, N, chunks[i], &error) == KOLMO_OK, "%s", error.message);
    same(&whole, &parts, "in parts");
    kolmo_archive_info info;
    CHECK(unpack(&out, NULL, whole.data, whole.n, chunks[i], &info, &error) == KOLMO_OK, "%s", error.message);
    CHECK(out.n == N && memcmp(out.data, data, N) == 0, "restored otherwise");
    CHECK(info.segments == 4 && info.indexed && info.snapshot == snapshot, "%" PRIu64 " segments, snapshot %" PRIu64, info.segments, info.snapshot);
    CHECK(unpack_parts(&apart, whole.data, whole.n, chunks[i], &error) == KOLMO_OK, "%s", error.message);
    CHECK(apart.n == N && memcmp(apart.data, data, N) == 0, "restored otherwise in parts");
    bytes_free(&parts);
    bytes_free(&out);
    bytes_free(&apart);
  }
  bytes_free(&whole);
}

/* A snapshot is there for what it knows: other segments get smaller. */
static void snapshots_pay(void) {
  size_t sizes[2];
  for (unsigned i = 0; i < 2; i++) {
    kolmo_encode_options options = level_options(1);
    options.segment = SEGMENT;
    options.snapshot = i ? SEGMENT : 0;
    bytes archive = NO_BYTES, out = NO_BYTES;
    kolmo_error error;
    CHECK(pack(&archive, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
    CHECK(unpack_parts(&out, archive.data, archive.n, 0, &error) == KOLMO_OK && out.n == N, "%s", error.message);
    sizes[i] = archive.n;
    bytes_free(&archive);
    bytes_free(&out);
  }
  CHECK(sizes[1] < sizes[0], "%zu bytes from nothing, %zu from a snapshot", sizes[0], sizes[1]);
}

static void short_inputs(void) {
  for (size_t n = SEGMENT - 1; n <= SEGMENT + 1; n++) {
    kolmo_encode_options options = options_of(1000, n);
    kolmo_error error;
    kolmo_archive_info info;
    bytes archive = NO_BYTES, out = NO_BYTES;
    CHECK(pack(&archive, &options, data, n, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
    CHECK(unpack(&out, NULL, archive.data, archive.n, 0, &info, &error) == KOLMO_OK && out.n == n, "%s", error.message);
    CHECK((info.segments == 2) == (n > SEGMENT) && (info.snapshot == 1000) == (n > SEGMENT), "%zu bytes: a snapshot for nothing", n);
    bytes_free(&archive);
    bytes_free(&out);
  }
}

static void limits(void) {
  kolmo_error error;
  kolmo_encoder *e;
  bytes out = NO_BYTES;
  kolmo_io io = io_to(&out);
  kolmo_encode_options options = options_of(SEGMENT + 1, N);
  CHECK(kolmo_encoder_open(&options, &io, &e, &error) == KOLMO_ERR_OPTION, "a snapshot larger than a segment");
  options = options_of(1000, N);
  options.part = 1;
  options.at = 5;
  CHECK(kolmo_encoder_open(&options, &io, &e, &error) == KOLMO_ERR_OPTION, "a part between segments");
  options.at = SEGMENT;
  CHECK(kolmo_encoder_open(&options, &io, &e, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_write(e, data, SEGMENT + 1, &error) == KOLMO_ERR_OPTION, "more than a segment");
  kolmo_encoder_close(e);
  CHECK(kolmo_encoder_open(&options, &io, &e, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_write(e, data, 10, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_encoder_finish(e, &error) == KOLMO_ERR_OPTION, "starts from no snapshot");
  kolmo_encoder_close(e);
  bytes_free(&out);

  /* The snapshot counts where memory does, in both directions. */
  options = options_of(1000, N);
  bytes archive = NO_BYTES;
  CHECK(pack(&archive, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
  kolmo_archive_info info;
  CHECK(unpack(&out, NULL, archive.data, archive.n, 0, &info, &error) == KOLMO_OK, "%s", error.message);
  bytes_free(&out);
  for (unsigned less = 0; less < 2; less++) {
    kolmo_decode_options limited = {.memory = info.memory - less};
    CHECK(unpack(&out, &limited, archive.data, archive.n, 0, NULL, &error) == (less ? KOLMO_ERR_MEMORY : KOLMO_OK), "memory less %u", less);
    bytes_free(&out);
  }
  bytes_free(&archive);
  options.memory = info.memory - 1;
  CHECK(pack(&archive, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
  CHECK(unpack(&out, NULL, archive.data, archive.n, 0, &info, &error) == KOLMO_OK && info.memory <= options.memory, "%" PRIu64, info.memory);
  bytes_free(&archive);
  bytes_free(&out);
  options.memory = 100;
  CHECK(pack(&archive, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_ERR_MEMORY, "fits into 100 bytes");
  bytes_free(&archive);
}

/* Any bytes as an index: an error, or rows that lie before it. */
static void damaged_index(void) {
  kolmo_segment_size sizes[3] = {{100, 70000}, {200, 70000}, {5, 3}};
  kolmo_error error;
  bytes end = NO_BYTES;
  kolmo_io io = io_to(&end);
  CHECK(kolmo_write_end(sizes, 3, 20, &io, &error) == KOLMO_OK, "%s", error.message);
  kolmo_segment rows[3];
  size_t count;
  CHECK(kolmo_read_index(end.data, end.n, 1000, rows, 3, &count, &error) == KOLMO_OK && count == 3, "%s", error.message);
  CHECK(rows[0].header_at == 675 && rows[2].archive_at == 995 && rows[2].raw_at == 140000, "the rows lie elsewhere");
  CHECK(kolmo_read_index(end.data, end.n, 325, rows, 3, &count, &error) == KOLMO_OK && rows[0].header_at == 0, "%s", error.message);
  CHECK(kolmo_read_index(end.data, end.n, 324, rows, 3, &count, &error) == KOLMO_ERR_CORRUPT, "a header before the start");
  for (size_t cut = 0; cut < end.n; cut++)
    CHECK(kolmo_read_index(end.data, cut, 1000, rows, 3, &count, &error) == KOLMO_ERR_CORRUPT, "cut to %zu", cut);
  for (size_t bit = 0; bit < 8 * end.n; bit++) {
    end.data[bit / 8] ^= (uint8_t)(1 << bit % 8);
    CHECK(kolmo_read_index(end.data, end.n, 1000, rows, 3, &count, &error) == KOLMO_ERR_CORRUPT, "bit %zu", bit);
    end.data[bit / 8] ^= (uint8_t)(1 << bit % 8);
  }
  bytes_free(&end);
}

int main(void) {
  data = allocate(N);
  fill_text(data, N, 5);
  static const uint64_t snapshots[] = {0, 1, 1000, SEGMENT};
  for (unsigned i = 0; i < 4; i++) {
    whole_and_parts(snapshots[i], N);
    whole_and_parts(snapshots[i], KOLMO_UNKNOWN_LENGTH);
  }
  snapshots_pay();
  short_inputs();
  limits();
  damaged_index();
  free(data);
  return 0;
}
