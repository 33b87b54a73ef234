/* FIELDS: how its stage is read, and what it costs. What it computes is in fields.h. */
#include "core/ops/fields.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  s->alphabet = kolmo_get8(&p->in);
  if (s->alphabet > TOKENS) kolmo_parse_problem(p, "unknown alphabet");
  kolmo_parse_registers(p, s, FIELD_REGISTERS);
}

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 16;
}

const kolmo_op kolmo_op_fields = {
    .code = 0x09, .name = "FIELDS", .parse = parse, .state_bytes = kolmo_fields_state_bytes, .cost = cost, .byte = kolmo_fields_byte};
