/* The end frame: written behind the last segment, read from an archive's last bytes. */
#include "core/index.h"
#include "core/crc32.h"
#include "core/io.h"

kolmo_status kolmo_write_end(const kolmo_segment_size *segments, size_t count, uint64_t header, const kolmo_io *io, kolmo_error *error) {
  static const uint8_t plain = KOLMO_TAG_END;
  if (count < 2) return kolmo_write(io, &plain, 1, error);
  size_t room = 1 + (2 * count + 2) * KOLMO_VARINT_MAX + KOLMO_INDEX_TAIL, n = 0;
  uint8_t *p = malloc(room);
  if (!p) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  p[n++] = KOLMO_TAG_END_INDEX;
  n += kolmo_put_varint(p + n, header);
  n += kolmo_put_varint(p + n, count);
  for (size_t i = 0; i < count; i++) {
    n += kolmo_put_varint(p + n, segments[i].archive_bytes);
    n += kolmo_put_varint(p + n, segments[i].raw_bytes);
  }
  kolmo_store32(p + n, kolmo_crc32(0, p, n));
  kolmo_store32(p + n + 4, (uint32_t)(n + KOLMO_INDEX_TAIL)); /* the whole end frame, so that a reader finds it from the archive's end */
  memcpy(p + n + 8, KOLMO_INDEX_MAGIC, sizeof KOLMO_INDEX_MAGIC);
  kolmo_status status = kolmo_write(io, p, n + KOLMO_INDEX_TAIL, error);
  free(p);
  return status;
}

bool kolmo_index_tail(kolmo_reader *in, const uint8_t *from) {
  const uint8_t *to = in->at;
  uint32_t crc = kolmo_get32(in), length = kolmo_get32(in);
  const uint8_t *magic = kolmo_take(in, sizeof KOLMO_INDEX_MAGIC);
  return !in->failed && crc == kolmo_crc32(0, from, (size_t)(to - from)) && length == (size_t)(in->at - from) &&
         memcmp(magic, KOLMO_INDEX_MAGIC, sizeof KOLMO_INDEX_MAGIC) == 0;
}

kolmo_status kolmo_read_index(const uint8_t *bytes, size_t n, uint64_t at, kolmo_segment *rows, size_t max, size_t *count, kolmo_error *error) {
  kolmo_reader in = kolmo_read(bytes, n);
  const uint8_t tag = kolmo_get8(&in);
  const uint64_t header = kolmo_get_varint(&in), wanted = kolmo_get_varint(&in);
  const uint8_t *first = in.at;
  uint64_t archived = 0;
  *count = 0;
  /* A row has two bytes at least, so the frame's own size bounds the count. */
  for (uint64_t i = 0; i < wanted && !in.failed; i++) {
    uint64_t archive_bytes = kolmo_get_varint(&in);
    kolmo_get_varint(&in);
    if (archive_bytes > at - archived) in.failed = true;
    else archived += archive_bytes;
  }
  if (tag != KOLMO_TAG_END_INDEX || wanted == 0 || in.failed || header > at - archived || !kolmo_index_tail(&in, bytes) || kolmo_left(&in) > 0)
    return kolmo_fail(error, KOLMO_ERR_CORRUPT, "the archive is damaged: index");
  *count = (size_t)wanted;
  kolmo_segment row = {.header_at = at - archived - header, .header_bytes = header, .archive_at = at - archived, .archive_bytes = 0, .raw_at = 0, .raw_bytes = 0};
  in = kolmo_read(first, (size_t)(bytes + n - first));
  for (size_t i = 0; i < *count && i < max; i++) {
    row.archive_at += row.archive_bytes;
    row.raw_at += row.raw_bytes;
    row.archive_bytes = kolmo_get_varint(&in);
    row.raw_bytes = kolmo_get_varint(&in);
    if (row.raw_bytes > (uint64_t)1 << 62 || row.raw_at > (uint64_t)1 << 62) return kolmo_fail(error, KOLMO_ERR_CORRUPT, "the archive is damaged: index");
    rows[i] = row;
  }
  return KOLMO_OK;
}
