/* LINES: how its stage is read, and what it costs. What it computes is in lines.h. */
#include "core/ops/lines.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, LINES_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 8;
}

const kolmo_op kolmo_op_lines = {
    .code = 0x04, .name = "LINES", .parse = parse, .state_bytes = kolmo_lines_state_bytes, .cost = cost, .byte = kolmo_lines_byte};
