/* INDIRECT: how its stage is read, and what it needs. What it computes is in indirect.h. */
#include "core/ops/indirect.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, INDIRECT_REGISTERS); }

/* uint32 followers[256] of order 1, then [65536] of order 2: the last four bytes that followed, the latest lowest. */
static uint64_t table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s, (void)size_log;
  return (256 + ((uint64_t)1 << ORDER_2_LOG)) * sizeof(uint32_t);
}

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 16;
}

const kolmo_op kolmo_op_indirect = {
    .code = 0x06, .name = "INDIRECT", .parse = parse, .table_bytes = table_bytes, .cost = cost, .byte = kolmo_indirect_byte};
