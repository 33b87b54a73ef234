/* SCOPES: how its stage is read, and what it needs. What it computes is in scopes.h. */
#include "core/ops/scopes.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, SCOPE_REGISTERS); }

static uint64_t state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(scopes_state);
}

/* scope_place[4096]: what stood where the path has this hash. */
static uint64_t table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s, (void)size_log;
  return sizeof(scope_place) << SCOPES_LOG;
}

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 32;
}

const kolmo_op kolmo_op_scopes = {
    .code = 0x0A, .name = "SCOPES", .parse = parse, .state_bytes = state_bytes, .table_bytes = table_bytes, .cost = cost, .byte = kolmo_scopes_byte};
