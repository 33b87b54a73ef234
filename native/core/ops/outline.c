/* OUTLINE: how its stage is read, and what it costs. What it computes is in outline.h. */
#include "core/ops/outline.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, OUTLINE_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 24; /* popping a stack is paid for by the bytes that filled it */
}

const kolmo_op kolmo_op_outline = {
    .code = 0x0B, .name = "OUTLINE", .parse = parse, .state_bytes = kolmo_outline_state_bytes, .cost = cost, .byte = kolmo_outline_byte};
