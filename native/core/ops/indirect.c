/* INDIRECT: how its stage is read, and what it costs. What it computes is in indirect.h. */
#include "core/ops/indirect.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, INDIRECT_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 16;
}

const kolmo_op kolmo_op_indirect = {
    .code = 0x06, .name = "INDIRECT", .parse = parse, .table_bytes = kolmo_indirect_table_bytes, .cost = cost, .byte = kolmo_indirect_byte};
