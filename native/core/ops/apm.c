/* APM: how its stage is read, and what it needs. What it computes is in apm.h. */
#include "core/ops/apm.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  kolmo_parse_selector(p, s);
  kolmo_parse_size(p, s, 0, 22);
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  s->share = kolmo_get8(&p->in);
  if (s->share > 16) kolmo_parse_problem(p, "share out of range");
  kolmo_parse_out(p, s, 1);
}

static uint64_t state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(apm_state);
}

static uint64_t table_bytes(const kolmo_stage *s, unsigned size_log) {
  return ((uint64_t)(KOLMO_APM_STEPS + 1) << kolmo_row_bits(s->lists, size_log)) * sizeof(uint32_t);
}

static uint64_t cost(const kolmo_stage *s) {
  return 8u * (10u + s->inputs);
}

const kolmo_op kolmo_op_apm = {.code = 0x21,
                               .name = "APM",
                               .parse = parse,
                               .state_bytes = state_bytes,
                               .table_bytes = table_bytes,
                               .cost = cost,
                               .predict = kolmo_apm_predict,
                               .update = kolmo_apm_update};
