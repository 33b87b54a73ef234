/* APM: how its stage is read, and what it costs. What it computes is in apm.h. */
#include "core/ops/apm.h"
#include "core/inspect/journal.h"
#include "core/inspect/mean.h"

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

static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  (void)bit;
  apm_state *state = kolmo_state_of(m, s);
  kolmo_journal_keep(j, state, sizeof *state);
  kolmo_journal_keep(j, (uint32_t *)kolmo_table_of(m, s) + state->entry, sizeof(uint32_t));
}

/* As if what it corrects went through unchanged. */
static void weigh(const kolmo_model *m, const kolmo_stage *s, float *weights) {
  (void)m;
  kolmo_weigh_mean(s, weights[s->out], weights);
}

const kolmo_op kolmo_op_apm = {.code = 0x21,
                               .name = "APM",
                               .parse = parse,
                               .state_bytes = kolmo_apm_state_bytes,
                               .table_bytes = kolmo_apm_table_bytes,
                               .cost = cost,
                               .predict = kolmo_apm_predict,
                               .foresee = kolmo_apm_foresee,
                               .update = kolmo_apm_update,
                               .keep = keep,
                               .weigh = weigh};
