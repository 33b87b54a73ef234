/* LINES: where in the line the next byte stands, what stands above it, how the line began. */
#ifndef KOLMO_OPS_LINES_H
#define KOLMO_OPS_LINES_H
#include "core/model.h"

typedef struct {
  uint32_t start;    /* position of this line's first byte */
  uint32_t previous; /* of the line before */
} lines_state;

enum { COLUMN, ABOVE, FIRST, LINES_REGISTERS };

/* COLUMN: bytes since the newline, at most 255. ABOVE: the byte at this column of the line before, a newline where that line
 * was shorter. FIRST: the line's first two bytes, the first one lowest; 0 until they are there. */
KOLMO_OP void kolmo_lines_byte(kolmo_model *m, const kolmo_stage *s) {
  lines_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, position = m->shared->position;
  if (m->shared->last == '\n') {
    state->previous = state->start;
    state->start = position;
    r[FIRST] = 0;
  }
  uint32_t column = position - state->start;
  if (column == 1) r[FIRST] = m->shared->last;
  if (column == 2) r[FIRST] |= m->shared->last << 8;
  uint32_t above = state->previous + column;
  r[COLUMN] = column < 255 ? column : 255;
  r[ABOVE] = state->start - above - 1 < state->start - state->previous ? m->ring[above & m->ring_mask] : '\n';
}

KOLMO_OP uint64_t kolmo_lines_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(lines_state);
}
#endif
