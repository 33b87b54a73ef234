/* Archives made and read segment by segment, as threads do it: every segment by a coder of its own. */
#ifndef KOLMO_TEST_PARTS_H
#define KOLMO_TEST_PARTS_H
#include "archive.h"

/* As pack(), without flushes; `options` have a segment that is smaller than the input. */
static inline kolmo_status pack_parts(bytes *to, const kolmo_encode_options *options, const uint8_t *data, size_t n, size_t chunk,
                                      kolmo_error *error) {
  kolmo_io io = io_to(to);
  kolmo_encode_options part = *options;
  kolmo_segment_size sizes[64];
  size_t count = 0, from = to->n;
  part.part = 1;
  kolmo_status status = kolmo_write_header(options, &io, error);
  size_t header = to->n - from;
  kolmo_snapshot *snapshot = NULL;
  for (part.at = 0; !status && part.at < n; part.at += part.segment) {
    size_t size = n - part.at < part.segment ? (size_t)(n - part.at) : (size_t)part.segment, start = to->n;
    kolmo_encoder *e;
    part.start = snapshot;
    status = kolmo_encoder_open(&part, &io, &e, error);
    for (size_t at = 0; !status && at < size;) {
      size_t take = chunk && chunk < size - at ? chunk : size - at;
      status = kolmo_encoder_write(e, data + part.at + at, take, error);
      at += take;
    }
    if (!status) status = kolmo_encoder_finish(e, error);
    if (!status && part.at == 0) snapshot = kolmo_encoder_take_snapshot(e);
    kolmo_encoder_close(e);
    CHECK(count < 64, "more than 64 segments");
    sizes[count++] = (kolmo_segment_size){.archive_bytes = to->n - start, .raw_bytes = size};
  }
  if (!status) status = kolmo_write_end(sizes, count, header, &io, error);
  kolmo_snapshot_close(snapshot);
  return status;
}

/* Restores one segment alone; `snapshot` takes the first one's, and gives it to the others. */
static inline kolmo_status unpack_part(bytes *to, const uint8_t *archive, const kolmo_segment *row, size_t chunk, kolmo_snapshot **snapshot,
                                       kolmo_error *error) {
  kolmo_decode_options options = {.part = 1, .start = *snapshot};
  to->decoding = true;
  kolmo_io io = io_to(to);
  kolmo_decoder *d;
  kolmo_status status = kolmo_decoder_open(&options, &io, &d, error);
  if (!status) status = kolmo_decoder_write(d, archive + row->header_at, (size_t)row->header_bytes, error);
  for (size_t at = 0; !status && at < row->archive_bytes;) {
    size_t take = chunk && chunk < row->archive_bytes - at ? chunk : (size_t)row->archive_bytes - at;
    status = kolmo_decoder_write(d, archive + row->archive_at + at, take, error);
    at += take;
  }
  if (!status) status = kolmo_decoder_finish(d, error);
  if (!*snapshot) *snapshot = kolmo_decoder_take_snapshot(d);
  kolmo_decoder_close(d);
  return status;
}

/* Restores every segment of a one-member archive alone, found by a scan, and again by the index where there is one. */
static inline kolmo_status unpack_parts(bytes *to, const uint8_t *archive, size_t n, size_t chunk, kolmo_error *error) {
  kolmo_decode_options options = {.scan = 1};
  kolmo_io io = io_to(to);
  kolmo_decoder *d;
  kolmo_status status = kolmo_decoder_open(&options, &io, &d, error);
  if (!status) status = kolmo_decoder_write(d, archive, n, error);
  if (!status) status = kolmo_decoder_finish(d, error);
  size_t count = 0;
  const kolmo_segment *rows = kolmo_decoder_segments(d, &count);
  kolmo_snapshot *snapshot = NULL;
  for (size_t i = 0; !status && i < count; i++) {
    CHECK(rows[i].raw_at == to->n, "segment %zu restores from %" PRIu64, i, rows[i].raw_at);
    status = unpack_part(to, archive, &rows[i], chunk, &snapshot, error);
  }
  kolmo_snapshot_close(snapshot);
  if (!status && count > 1) {
    const uint8_t *end = archive + n - 8;
    size_t size = end[0] | end[1] << 8 | end[2] << 16 | (size_t)end[3] << 24, indexed = 0;
    kolmo_segment first;
    status = kolmo_read_index(archive + n - size, size, n - size, &first, 1, &indexed, error);
    CHECK(status || (indexed == count && memcmp(&first, &rows[0], sizeof first) == 0), "the index tells other segments than the scan");
  }
  kolmo_decoder_close(d);
  return status;
}
#endif
