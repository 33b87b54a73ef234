/* SCOPES: how its stage is read, and what it costs. What it computes is in scopes.h. */
#include "core/ops/scopes.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, SCOPE_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 32;
}

const kolmo_op kolmo_op_scopes = {
    .code = 0x0A, .name = "SCOPES", .parse = parse, .state_bytes = kolmo_scopes_state_bytes, .table_bytes = kolmo_scopes_table_bytes, .cost = cost, .byte = kolmo_scopes_byte};
