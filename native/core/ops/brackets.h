/* BRACKETS: which brackets, quotes and tags are open. */
#ifndef KOLMO_OPS_BRACKETS_H
#define KOLMO_OPS_BRACKETS_H
#include "core/model.h"

enum { BRACKETS_DEPTH = 16, BRACKETS_TOP = 0, BRACKETS_SECOND = 1, BRACKETS_REGISTERS = 2, BRACKETS_REACH = 255 };

typedef struct {
  uint32_t depth;
  uint32_t age;           /* bytes since the stack last changed: a bracket that stays open too long is forgotten */
  uint8_t open[BRACKETS_DEPTH];    /* the opening byte */
  uint8_t before[BRACKETS_DEPTH];  /* the byte before it */
} brackets_state;

KOLMO_OP uint8_t opener_of(uint32_t c) {
  switch (c) {
    case ')': return '(';
    case ']': return '[';
    case '}': return '{';
    case '>': return '<';
    default: return 0;
  }
}

/* BRACKETS_TOP: the innermost open byte and, above it, the byte before that one; BRACKETS_SECOND: the open byte around it. 0 where there is none. */
KOLMO_OP void kolmo_brackets_byte(kolmo_model *m, const kolmo_stage *s) {
  brackets_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last;
  uint8_t top = state->depth ? state->open[state->depth - 1] : 0, opener = opener_of(c);
  state->age++;
  if (top && ((opener && opener == top) || (c == '"' && top == '"') || state->age > BRACKETS_REACH)) {
    state->depth--;
    state->age = 0;
  } else if (c == '(' || c == '[' || c == '{' || c == '<' || c == '"') {
    if (state->depth == BRACKETS_DEPTH) { /* the outermost one is lost */
      memmove(state->open, state->open + 1, BRACKETS_DEPTH - 1);
      memmove(state->before, state->before + 1, BRACKETS_DEPTH - 1);
      state->depth--;
    }
    state->open[state->depth] = (uint8_t)c;
    state->before[state->depth] = kolmo_byte_back(m, 2);
    state->depth++;
    state->age = 0;
  }
  r[BRACKETS_TOP] = state->depth ? state->open[state->depth - 1] | (uint32_t)state->before[state->depth - 1] << 8 : 0;
  r[BRACKETS_SECOND] = state->depth > 1 ? state->open[state->depth - 2] : 0;
}

KOLMO_OP uint64_t kolmo_brackets_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(brackets_state);
}
#endif
