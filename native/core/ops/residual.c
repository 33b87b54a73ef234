/* RESIDUAL: how its stage is read, and what it costs. What it computes is in residual.h. */
#include "core/ops/residual.h"
#include "core/inspect/journal.h"
#include "core/inspect/mean.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  s->count = (uint8_t)kolmo_parse_number(p, 1, RESIDUAL_HIDDEN, "hidden units out of range");
  s->weight = (int32_t)kolmo_parse_number(p, 0, 32767, "weight out of range");
  s->rate_max = (uint16_t)kolmo_parse_number(p, 0, 16383, "rate out of range");
  s->rate_min = (uint16_t)kolmo_parse_number(p, 0, 32767, "rate out of range");
  s->skip = (uint16_t)kolmo_parse_number(p, 0, 65535, "skip out of range");
  kolmo_parse_out(p, s, 1);
  if (s->out >= KOLMO_MIXER_INPUTS) kolmo_parse_problem(p, "too many signals before it");
  for (unsigned i = 0; i < s->out && !p->in.failed; i++)
    if (!(p->signals[i / 64] >> i % 64 & 1)) kolmo_parse_problem(p, "hears a signal that no earlier stage writes");
}

static uint64_t cost(const kolmo_stage *s) {
  return 8u * (s->inputs + s->out + s->count * (8u + s->out));
}

/* What predict() writes is made anew. */
static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  (void)bit;
  const size_t hidden = (size_t)((uint8_t *)last_weights(m, s, 0) - (uint8_t *)heard_by(m, s));
  kolmo_journal_keep(j, heard_by(m, s), hidden);
  kolmo_journal_keep(j, last_weights(m, s, residual_of(m, s)->set), 2 * RESIDUAL_HIDDEN * sizeof(int16_t));
}

static void weigh(const kolmo_model *m, const kolmo_stage *s, float *weights) {
  const float own = weights[s->out];
  const int16_t *unit = units_of(m, s), *last = last_weights(m, s, residual_of(m, s)->set);
  kolmo_weigh_mean(s, own, weights);
  for (unsigned i = 0; i < s->count; i++) {
    const float through = own * (float)last[i] / 16384 * (float)unit_slope(unit[i]) / (RESIDUAL_ONE * RESIDUAL_ONE) / 4;
    const int16_t *high = hidden_weights(m, s, i);
    for (unsigned j = 0; j < s->out; j++) weights[j] += through * (float)high[j] / 16384;
  }
}

const kolmo_op kolmo_op_residual = {.code = KOLMO_OP_RESIDUAL,
                                    .name = "RESIDUAL",
                                    .parse = parse,
                                    .state_bytes = kolmo_residual_state_bytes,
                                    .cost = cost,
                                    .reset = kolmo_residual_reset,
                                    .predict = kolmo_residual_predict,
                                    .update = kolmo_residual_update,
                                    .keep = keep,
                                    .weigh = weigh};
