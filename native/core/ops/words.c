/* WORDS: how its stage is read, and what it costs. What it computes is in words.h. */
#include "core/ops/words.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  s->count = kolmo_get8(&p->in);
  s->alphabet = kolmo_get8(&p->in);
  if (s->count < 1 || s->count > 8) kolmo_parse_problem(p, "word count out of range");
  if (s->alphabet > LETTERS_AND_DIGITS) kolmo_parse_problem(p, "unknown alphabet");
  if (!p->in.failed) kolmo_parse_registers(p, s, s->count);
}

static uint64_t cost(const kolmo_stage *s) {
  return 4u + s->count;
}

const kolmo_op kolmo_op_words = {.code = 0x02, .name = "WORDS", .parse = parse, .cost = cost, .byte = kolmo_words_byte};
