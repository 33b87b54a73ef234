/* Any options and data: encode, decode, equal; and the archive does not depend on the chunks, nor on whether its segments were made apart. The
 * first eight input bytes are the options. Compiled with segments of 256 bytes and more. */
#include "../test/parts.h"

enum { HEAD = 8, DATA_MAX = 1500, MODEL_MAX = 120 /* raw bytes: more would take the time, and reach no other code */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  if (n < HEAD) return 0;
  const uint8_t *head = data;
  data += HEAD;
  n -= HEAD;
  /* Mostly the cheapest Program, which takes the same ways through the framing. A shipped one where the input's bytes come to a round sum: were it said
   * by one byte alone, most of what a fuzzer keeps and changes would be of the slow ones. */
  unsigned sum = 0;
  for (size_t i = 0; i < n; i++) sum += data[i];
  bool shipped = head[0] >= 240 && sum % 32 == 0;
  size_t total = n < DATA_MAX ? n : DATA_MAX;
  if (shipped && total > MODEL_MAX) total = MODEL_MAX;
  uint8_t *raw = allocate(total);
  memcpy(raw, data, total);
  kolmo_encode_options options = shipped ? level_options(1 + head[0] % 9) : fast_options();
  if (head[1] & 2) options.length = total;
  if (head[1] & 4) options.segment = KOLMO_SEGMENT_MIN + head[2];
  if (head[1] & 32 && options.segment) options.snapshot = 1 + head[3] % options.segment;
  static const uint8_t words[] = "the\nof\na\nan\n\xC3\xA4\nword\n";
  if (head[1] & 64) {
    options.text = head[0] % 16 == 0 ? KOLMO_TEXT_DICT : head[0] % 4 == 1 ? KOLMO_TEXT_WORDS : head[0] % 4 == 3 ? KOLMO_TEXT_BPE : KOLMO_TEXT_CODE;
    options.vocabulary = words;
    options.vocabulary_bytes = sizeof words - 1;
  }
  options.memory = 16 << 20; /* with more, clearing it would take the time */
  if (head[1] & 8) options.memory = (uint64_t)1 << (16 + head[3] % 9);
  size_t flushes[4] = {SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};
  if (head[1] & 16 && total > 0) {
    flushes[0] = head[4] % total + 1;
    if (flushes[0] + head[5] + 1 <= total) flushes[1] = flushes[0] + head[5] + 1;
  }
  kolmo_error error = {KOLMO_OK, ""};
  bytes whole = NO_BYTES, chunked = NO_BYTES, out = NO_BYTES;
  kolmo_status status = pack(&whole, &options, raw, total, (feeding){0, flushes}, &error);
  kolmo_status again = pack(&chunked, &options, raw, total, (feeding){1u + head[6], flushes}, &error);
  CHECK(status == again, "%s in one piece, %s in several", kolmo_status_name(status), kolmo_status_name(again));
  if (status == KOLMO_OK) {
    CHECK(whole.n == chunked.n && memcmp(whole.data, chunked.data, whole.n) == 0, "chunks of %u bytes make another archive", 1u + head[6]);
    kolmo_archive_info info;
    status = unpack(&out, NULL, whole.data, whole.n, head[7], &info, &error);
    CHECK(status == KOLMO_OK, "%s: %s", kolmo_status_name(status), error.message);
    CHECK(out.n == total && (total == 0 || memcmp(out.data, raw, total) == 0), "%zu bytes came back as %zu others", total, out.n);
    CHECK(info.memory <= options.memory, "used %" PRIu64 " bytes", info.memory);
    bool cut = options.segment && total > options.segment;
    if (cut && !(head[1] & 16)) { /* without flushes: segment by segment, the same */
      bytes parts = NO_BYTES;
      CHECK(pack_parts(&parts, &options, raw, total, 1u + head[6], &error) == KOLMO_OK, "%s", error.message);
      CHECK(parts.n == whole.n && memcmp(parts.data, whole.data, whole.n) == 0, "segments made apart make another archive");
      bytes_free(&parts);
    }
    if (cut) {
      bytes apart = NO_BYTES;
      CHECK(unpack_parts(&apart, whole.data, whole.n, head[7], &error) == KOLMO_OK, "%s", error.message);
      CHECK(apart.n == total && memcmp(apart.data, raw, total) == 0, "segments restored apart are others");
      bytes_free(&apart);
    }
  } else {
    CHECK(status == KOLMO_ERR_MEMORY, "%s: %s", kolmo_status_name(status), error.message);
  }
  bytes_free(&whole);
  bytes_free(&chunked);
  bytes_free(&out);
  free(raw);
  return 0;
}
