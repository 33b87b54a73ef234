/* OUTLINE: what a text's layout says of its parts: which label a value follows (JSON keys, XML tags, names before '=' or ':'), how the
 * line began, which less indented lines stand above it. */
#ifndef KOLMO_OPS_OUTLINE_H
#define KOLMO_OPS_OUTLINE_H
#include "core/model.h"
#include "core/ops/words.h"

enum { OUTLINE_DEPTH = 32 };
enum { OUTLINE_LABEL, OUTLINE_HEAD, OUTLINE_ORDINAL, OUTLINE_PARENT, OUTLINE_PREFIX, OUTLINE_REGISTERS };

typedef struct {
  uint32_t indent;
  uint32_t name; /* hash of the line's first word and its parent's */
} outline_line;

typedef struct {
  uint32_t word;   /* hash of the word being spelled, 0 between words */
  uint32_t latest; /* of the last one that ended */
  uint32_t begun;  /* 0 in a line's indentation */
  uint32_t indent; /* its length */
  uint32_t depth;
  outline_line lines[OUTLINE_DEPTH]; /* this one and the less indented ones above it; the outermost is lost when there are more */
} outline_state;

KOLMO_OP void outline_push(outline_state *x, uint32_t indent, uint32_t name) {
  if (x->depth == OUTLINE_DEPTH) {
    memmove(x->lines, x->lines + 1, sizeof x->lines - sizeof *x->lines);
    x->depth--;
  }
  x->lines[x->depth++] = (outline_line){indent, name};
}

/* LABEL: the word before the latest ':', '=' or '>'. HEAD: the line's first word, 0 before its end. ORDINAL: words ended in the line, at
 * most 255. PARENT: the first words of the less indented lines above. PREFIX: the line so far. All are hashes but ORDINAL. */
KOLMO_OP void kolmo_outline_byte(kolmo_model *m, const kolmo_stage *s) {
  outline_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last;
  if (c == '\n') {
    r[OUTLINE_HEAD] = r[OUTLINE_ORDINAL] = r[OUTLINE_PREFIX] = 0;
    state->word = state->begun = state->indent = 0;
    return;
  }
  r[OUTLINE_PREFIX] = kolmo_hash_byte(r[OUTLINE_PREFIX], c);
  r[OUTLINE_PREFIX] ^= r[OUTLINE_PREFIX] >> 15;
  if (!state->begun) {
    if (c == ' ' || c == '\t') {
      state->indent++;
      return;
    }
    state->begun = 1;
    while (state->depth && state->lines[state->depth - 1].indent >= state->indent) state->depth--;
    r[OUTLINE_PARENT] = state->depth ? state->lines[state->depth - 1].name : 0;
  }
  uint32_t letter = c == '_' ? c : spell(c, LETTERS_AND_DIGITS);
  if (letter) {
    state->word = (state->word + letter) * 0x9E3779B1u;
    return;
  }
  if (state->word) {
    state->latest = state->word;
    state->word = 0;
    if (r[OUTLINE_ORDINAL] < 255) r[OUTLINE_ORDINAL]++;
    if (!r[OUTLINE_HEAD]) {
      r[OUTLINE_HEAD] = state->latest;
      outline_push(state, state->indent, state->latest + 3 * r[OUTLINE_PARENT]);
    }
  }
  if (c == ':' || c == '=' || c == '>') r[OUTLINE_LABEL] = state->latest;
}

KOLMO_OP uint64_t kolmo_outline_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(outline_state);
}
#endif
