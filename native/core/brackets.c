/* BRACKETS: which brackets, quotes and tags are open. */
#include "core/model.h"

enum { DEPTH = 16, TOP = 0, SECOND = 1, REGISTERS = 2, REACH = 255 };

typedef struct {
  uint32_t depth;
  uint32_t age;           /* bytes since the stack last changed: a bracket that stays open too long is forgotten */
  uint8_t open[DEPTH];    /* the opening byte */
  uint8_t before[DEPTH];  /* the byte before it */
} brackets_state;

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, REGISTERS); }

static uint64_t state_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return sizeof(brackets_state);
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return 8;
}

static uint8_t opener_of(uint32_t c) {
  switch (c) {
    case ')': return '(';
    case ']': return '[';
    case '}': return '{';
    case '>': return '<';
    default: return 0;
  }
}

/* TOP: the innermost open byte and, above it, the byte before that one; SECOND: the open byte around it. 0 where there is none. */
static void byte(kolmo_model *m, const kolmo_stage *s) {
  brackets_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last;
  uint8_t top = state->depth ? state->open[state->depth - 1] : 0, opener = opener_of(c);
  state->age++;
  if (top && ((opener && opener == top) || (c == '"' && top == '"') || state->age > REACH)) {
    state->depth--;
    state->age = 0;
  } else if (c == '(' || c == '[' || c == '{' || c == '<' || c == '"') {
    if (state->depth == DEPTH) { /* the outermost one is lost */
      memmove(state->open, state->open + 1, DEPTH - 1);
      memmove(state->before, state->before + 1, DEPTH - 1);
      state->depth--;
    }
    state->open[state->depth] = (uint8_t)c;
    state->before[state->depth] = kolmo_byte_back(m, 2);
    state->depth++;
    state->age = 0;
  }
  r[TOP] = state->depth ? state->open[state->depth - 1] | (uint32_t)state->before[state->depth - 1] << 8 : 0;
  r[SECOND] = state->depth > 1 ? state->open[state->depth - 2] : 0;
}

const kolmo_op kolmo_op_brackets = {
    .code = 0x05, .name = "BRACKETS", .parse = parse, .state_bytes = state_bytes, .cost = cost, .byte = byte};
