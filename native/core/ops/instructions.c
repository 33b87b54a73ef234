/* INSTRUCTIONS: how its stage is read, and what it costs. What it computes is in instructions.h. */
#include "core/ops/instructions.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, INSTRUCTION_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 24;
}

const kolmo_op kolmo_op_instructions = {
    .code = 0x08, .name = "INSTRUCTIONS", .parse = parse, .state_bytes = kolmo_instructions_state_bytes, .cost = cost, .byte = kolmo_instructions_byte};
