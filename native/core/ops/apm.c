/* APM: how its stage is read, and what it costs. What it computes is in apm.h. */
#include "core/ops/apm.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  kolmo_parse_selector(p, s);
  kolmo_parse_size(p, s, 0, 22);
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  kolmo_parse_out(p, s, 1);
}

static uint64_t cost(const kolmo_stage *s) {
  return 8u * (10u + s->inputs);
}

const kolmo_op kolmo_op_apm = {.code = 0x21,
                               .name = "APM",
                               .parse = parse,
                               .state_bytes = kolmo_apm_state_bytes,
                               .table_bytes = kolmo_apm_table_bytes,
                               .cost = cost,
                               .predict = kolmo_apm_predict,
                               .update = kolmo_apm_update};
