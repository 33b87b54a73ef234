/* Any bytes as an archive's end: no index, or rows that lie before it. And a segment of those rows decoded alone: an error or an end,
 * never more than a block's worth of work. The first two bytes say where in the archive the frame lies,
 * the third whether its checksum is put right. */
#include "../test/parts.h"
#include "core/bytes.h"
#include "core/crc32.h"
#include "core/frame.h"

enum { ROWS = 16, STEPS = 256 };

/* Puts the checksum, size and magic right, so that damage before them is reached. */
static void mend(uint8_t *frame, size_t n) {
  kolmo_store32(frame + n - 12, kolmo_crc32(0, frame, n - 12));
  kolmo_store32(frame + n - 8, (uint32_t)n);
  memcpy(frame + n - 4, KOLMO_INDEX_MAGIC, sizeof KOLMO_INDEX_MAGIC);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  if (n < 3) return 0;
  const uint8_t mode = data[2];
  uint8_t *archive = allocate(n - 3);
  memcpy(archive, data + 3, n - 3);
  size_t at = (size_t)(data[0] | data[1] << 8) % (n - 2), size = n - 3 - at;
  if (mode & 1 && size >= 13) mend(archive + at, size);
  kolmo_segment rows[ROWS];
  size_t count = 0;
  kolmo_error error = {KOLMO_OK, ""};
  kolmo_status status = kolmo_read_index(archive + at, size, at, rows, ROWS, &count, &error);
  CHECK(status == KOLMO_OK || (status == KOLMO_ERR_CORRUPT && error.message[0]), "%s", kolmo_status_name(status));
  for (size_t i = 0; !status && i < count && i < ROWS; i++) {
    const kolmo_segment *r = &rows[i];
    CHECK(r->header_at + r->header_bytes <= r->archive_at && r->archive_at + r->archive_bytes <= at, "row %zu lies outside", i);
    kolmo_decode_options options = {.part = 1, .memory = 24 << 20, .max_cost = 8192, .output_limit = 1 << 20};
    bytes out = NO_BYTES;
    out.decoding = true;
    out.abort_at = STEPS;
    kolmo_io io = io_to(&out);
    kolmo_decoder *d;
    kolmo_status part = kolmo_decoder_open(&options, &io, &d, &error);
    if (!part) part = kolmo_decoder_write(d, archive + r->header_at, (size_t)r->header_bytes, &error);
    if (!part) part = kolmo_decoder_write(d, archive + r->archive_at, (size_t)r->archive_bytes, &error);
    if (!part) part = kolmo_decoder_finish(d, &error);
    CHECK(out.n <= 1 << 20, "wrote %zu bytes", out.n);
    kolmo_snapshot_close(kolmo_decoder_take_snapshot(d));
    kolmo_decoder_close(d);
    bytes_free(&out);
  }
  free(archive);
  return 0;
}
