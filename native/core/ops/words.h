/* WORDS: hashes of the word being spelled and of the words before it. */
#ifndef KOLMO_OPS_WORDS_H
#define KOLMO_OPS_WORDS_H
#include "core/model.h"

enum { LETTERS = 0, LETTERS_AND_DIGITS = 1 };

/* What a byte adds to a word: letters in lower case and anything beyond ASCII; 0 when it ends one. */
KOLMO_OP uint32_t spell(uint32_t c, uint8_t alphabet) {
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if ((c >= 'a' && c <= 'z') || c >= 128) return c;
  if (alphabet == LETTERS_AND_DIGITS && c >= '0' && c <= '9') return c;
  return 0;
}

/* registers[reg] is the current word's hash, 0 between words; reg + i that of the i-th word before it. */
KOLMO_OP void kolmo_words_byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *r = m->shared->registers + s->reg;
  uint32_t c = spell(m->shared->last, s->alphabet);
  if (c) {
    r[0] = (r[0] + c) * 0x9E3779B1u;
  } else if (r[0]) {
    for (unsigned i = s->count - 1u; i > 0; i--) r[i] = r[i - 1];
    r[0] = 0;
  }
}
#endif
