/* The end frame of an archive: the index of a member's segments. */
#ifndef KOLMO_INDEX_H
#define KOLMO_INDEX_H
#include "core/bytes.h"
#include "core/frame.h"
#include "include/kolmo.h"

enum { KOLMO_INDEX_TAIL = 12 }; /* bytes behind an index's rows: checksum, size, magic */

/* Reads that tail of a frame that began at `from`; whether it is right. With in->starved set it is not all there. */
bool kolmo_index_tail(kolmo_reader *in, const uint8_t *from);

/* A growable list of a member's segments. */
typedef struct {
  kolmo_segment_size *rows;
  size_t count, room;
} kolmo_index;

static inline bool kolmo_index_add(kolmo_index *index, kolmo_segment_size row) {
  kolmo_segment_size *rows = kolmo_grow(index->rows, index->count, &index->room, sizeof *rows);
  if (!rows) return false;
  index->rows = rows;
  rows[index->count++] = row;
  return true;
}
#endif
