/* BRACKETS: how its stage is read, and what it costs. What it computes is in brackets.h. */
#include "core/ops/brackets.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, BRACKETS_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 8;
}

const kolmo_op kolmo_op_brackets = {
    .code = 0x05, .name = "BRACKETS", .parse = parse, .state_bytes = kolmo_brackets_state_bytes, .cost = cost, .byte = kolmo_brackets_byte};
