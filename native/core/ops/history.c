/* HISTORY: how its stage is read, and what it costs. What it computes is in history.h. */
#include "core/ops/history.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 10, 30);
  kolmo_parse_registers(p, s, 4);
}

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 4;
}

const kolmo_op kolmo_op_history = {
    .code = 0x01, .name = "HISTORY", .parse = parse, .table_bytes = kolmo_history_table_bytes, .cost = cost, .byte = kolmo_history_byte};
