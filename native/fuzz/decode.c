/* Any bytes into the decoder: an error or an end, within memory, output and time; never more output than allowed, and the same
 * result however the bytes were cut.
 *
 * The first input byte chooses the cut and whether the header's checksum is put right, so that damage behind it is reached. */
#include "core/bytes.h"
#include "core/crc32.h"
#include "core/frame.h"
#include "../test/archive.h"

enum { OUTPUT_LIMIT = 1 << 20, MEMORY = 24 << 20 /* below what makes the arena take huge pages, which would be slow to clear */,
       STEPS = 256 /* raw bytes after which progress() stops the run */ };

static void mend_header(uint8_t *p, size_t n) {
  kolmo_reader in = kolmo_read(p, n);
  kolmo_take(&in, 5);
  kolmo_get_varint(&in);
  uint8_t flags = kolmo_get8(&in);
  kolmo_get8(&in);
  if (flags & KOLMO_FLAG_LENGTH) kolmo_get_varint(&in);
  if (flags & KOLMO_FLAG_SNAPSHOT) kolmo_get_varint(&in);
  uint64_t bytes = flags & KOLMO_FLAG_EMBEDDED ? kolmo_get_varint(&in) : 8;
  if (!in.failed && bytes <= n) kolmo_take(&in, (size_t)bytes);
  if (!in.failed && kolmo_left(&in) >= 4) kolmo_store32(p + (in.at - p), kolmo_crc32(0, p, (size_t)(in.at - p)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  if (n < 1) return 0;
  uint8_t mode = data[0];
  uint8_t *archive = allocate(n - 1);
  memcpy(archive, data + 1, n - 1);
  if (mode & 1) mend_header(archive, n - 1);
  static const size_t chunks[] = {0, 1, 13, 4096};
  kolmo_decode_options options = {.memory = MEMORY, .max_cost = 8192, .output_limit = OUTPUT_LIMIT, .scan = (mode & 8) != 0};
  kolmo_status first = KOLMO_OK;
  size_t written = 0;
  for (int pass = 0; pass < 2; pass++) {
    bytes out = NO_BYTES;
    out.abort_at = STEPS;
    kolmo_error error = {KOLMO_OK, ""};
    kolmo_archive_info info;
    kolmo_status status = unpack(&out, &options, archive, n - 1, pass ? chunks[mode >> 1 & 3] : 0, &info, &error);
    CHECK(out.n <= OUTPUT_LIMIT, "wrote %zu bytes", out.n);
    CHECK(status == KOLMO_OK || (error.status == status && error.message[0]), "no message for %s", kolmo_status_name(status));
    CHECK(status != KOLMO_OK || info.archive_bytes == n - 1, "left %" PRIu64 " bytes unread", info.archive_bytes);
    CHECK(options.scan || info.raw_bytes == out.n, "tells %" PRIu64 " bytes, wrote %zu", info.raw_bytes, out.n);
    CHECK(pass == 0 || (status == first && out.n == written), "%s in one piece, %s in several", kolmo_status_name(first),
          kolmo_status_name(status));
    first = status;
    written = out.n;
    bytes_free(&out);
  }
  free(archive);
  return 0;
}
