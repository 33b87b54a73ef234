/* RECORDS: how its stage is read, and what it costs. What it computes is in records.h. */
#include "core/ops/records.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, RECORDS_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 64;
}

const kolmo_op kolmo_op_records = {
    .code = 0x07, .name = "RECORDS", .parse = parse, .table_bytes = kolmo_records_table_bytes, .cost = cost, .byte = kolmo_records_byte};
