/* FIELDS: splits lines into fields, and tells what stands in the same field of the line before. */
#ifndef KOLMO_OPS_FIELDS_H
#define KOLMO_OPS_FIELDS_H
#include "core/model.h"
#include "core/ops/words.h"

enum { FIELDS_MOST = 256 /* of a line; what follows belongs to the last */, CELLS = 0, TOKENS = 1 };

typedef struct {
  uint32_t start; /* position of its first byte */
  uint32_t hash;  /* of its bytes, once it is whole */
} fields_cell;

typedef struct {
  uint32_t field, before; /* the current field's index, and how many the line before had */
  uint32_t line;          /* which of the two is the current one */
  uint32_t quoted;
  fields_cell cells[2][FIELDS_MOST];
} fields_state;

enum { FIELD_PLACE, FIELD_ABOVE, FIELD_SPELLED, FIELD_LEFT, FIELD_OVER, FIELD_REGISTERS };

/* Whether a field ends with this byte. */
KOLMO_OP bool fields_end(uint32_t c, uint8_t alphabet) {
  if (alphabet == CELLS) return c == ',' || c == ';' || c == '\t' || c == '|';
  return !(spell(c, LETTERS_AND_DIGITS) || c == '.' || c == '_' || c == '-');
}

/* PLACE: the field's index, 8 bits, and the offset in it, at most 255. ABOVE: in the line before, in the same field at the same offset: the byte, the
 * one after it, the one before it; 0 where there is none. SPELLED: a hash of the field so far. LEFT: of the field before it. OVER: of the whole field above. */
KOLMO_OP void kolmo_fields_byte(kolmo_model *m, const kolmo_stage *s) {
  fields_state *x = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last, position = m->shared->position;
  fields_cell *line = x->cells[x->line];
  if (c == '"' && s->alphabet == CELLS) x->quoted ^= 1;
  bool ends = c == '\n' || (fields_end(c, s->alphabet) && !x->quoted);
  if (!ends) {
    r[FIELD_SPELLED] = kolmo_hash_byte(r[FIELD_SPELLED], c);
  } else {
    line[x->field].hash = r[FIELD_LEFT] = r[FIELD_SPELLED];
    r[FIELD_SPELLED] = 0;
    if (c == '\n') {
      x->before = x->field + 1;
      x->field = 0;
      x->quoted = 0;
      x->line ^= 1;
      line = x->cells[x->line];
    } else if (x->field < FIELDS_MOST - 1) {
      x->field++;
    }
    line[x->field].start = position;
  }
  const fields_cell *over = &x->cells[x->line ^ 1][x->field];
  uint32_t offset = position - line[x->field].start, above = 0;
  bool there = x->field < x->before;
  if (there) {
    uint32_t at = over->start + offset;
    if (position - at < m->ring_mask) above = m->ring[at & m->ring_mask] | (uint32_t)m->ring[(at + 1) & m->ring_mask] << 8 | (uint32_t)m->ring[(at - 1) & m->ring_mask] << 16;
  }
  r[FIELD_PLACE] = x->field | (offset < 255 ? offset : 255) << 8;
  r[FIELD_ABOVE] = above;
  r[FIELD_OVER] = there ? over->hash : 0;
}

KOLMO_OP uint64_t kolmo_fields_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(fields_state);
}
#endif
