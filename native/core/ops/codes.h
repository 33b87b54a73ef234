/* CODES: of which classes the last words were, where a text's words are codes (docs/format.md §2.1): codes of one first byte stand for words that are used
 * alike, for the dictionary's are ordered so. Words that were spelled, numbers, and what ends a sentence or a cell are classes, too. */
#ifndef KOLMO_OPS_CODES_H
#define KOLMO_OPS_CODES_H
#include "core/model.h"

enum { CODES_SINCE, CODES_CLASSES, CODES_REGISTERS };

/* Classes that no code has; first bytes of codes of one, two and three bytes, from these on. */
enum { CODES_SPELLED = 1, CODES_END, CODES_NUMBER, CODES_ONE = 0x80, CODES_TWO = 0xA0, CODES_THREE = 0xF0 };

typedef struct {
  uint32_t first;   /* of the code that has begun */
  uint32_t left;    /* of its bytes; 0: none has begun */
  uint32_t spelled; /* letters came that may be more of a word */
} codes_state;

KOLMO_OP bool ends_sentence(uint32_t c) { return c == '\n' || c == '.' || c == '|' || c == ']' || c == '='; }

KOLMO_OP void code_ends(codes_state *x, uint32_t *r, uint32_t class) {
  r[CODES_CLASSES] = r[CODES_CLASSES] << 8 | class;
  r[CODES_SINCE] = 0;
  x->spelled = 0;
}

KOLMO_OP void kolmo_codes_byte(kolmo_model *m, const kolmo_stage *s) {
  codes_state *x = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last;
  const bool letter = c >= 'a' && c <= 'z';
  if (x->spelled && !letter) code_ends(x, r, CODES_SPELLED);
  r[CODES_SINCE] = kolmo_hash_byte(r[CODES_SINCE], c);
  if (x->left) {
    if (--x->left == 0) code_ends(x, r, x->first);
  } else if (c >= CODES_ONE) {
    x->first = c;
    x->left = (c >= CODES_TWO) + (c >= CODES_THREE);
    if (!x->left) code_ends(x, r, c);
  } else if (letter) {
    x->spelled = 1;
  } else if (ends_sentence(c)) {
    code_ends(x, r, CODES_END);
  } else if (c >= '0' && c <= '9' && (r[CODES_CLASSES] & 255) != CODES_NUMBER) {
    code_ends(x, r, CODES_NUMBER);
  }
}

KOLMO_OP uint64_t kolmo_codes_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(codes_state);
}
#endif
