/* MIXER: how its stage is read, and what it costs. What it computes is in mixer.h. */
#include "core/ops/mixer.h"
#include "core/inspect/journal.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  unsigned k = kolmo_parse_number(p, 1, KOLMO_SELECTORS, "selector count out of range");
  for (unsigned i = 0; i < k && !p->in.failed; i++) kolmo_parse_selector(p, s);
  kolmo_parse_size(p, s, 0, 22);
  kolmo_parse_out(p, s, k);
  s->weight = (int32_t)kolmo_parse_number(p, 0, 32767, "weight out of range");
  s->rate_max = (uint16_t)kolmo_parse_number(p, 0, 4095, "rate out of range");
  s->rate_min = (uint16_t)kolmo_parse_number(p, 0, s->rate_max, "rate out of range");
  s->decay = (uint16_t)kolmo_parse_number(p, 1, 65535, "decay out of range");
  s->skip = (uint16_t)kolmo_parse_number(p, 0, 65535, "skip out of range");
  s->mean = (int32_t)kolmo_parse_number(p, 0, 32767, "mean out of range");
  if (weighed(s) > KOLMO_MIXER_INPUTS) kolmo_parse_problem(p, "too many inputs for a mean beside them");
}

static uint64_t cost(const kolmo_stage *s) {
  return 8u * (s->inputs + s->list_count * (8u + s->inputs));
}

/* What predict() writes needs no keeping: it is made anew, and weights of a set that was never trained are the initial ones whoever fills them in. */
static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  (void)bit;
  const choice *choices = choices_of(m, s);
  kolmo_journal_keep(j, mixer_input(m, s), kolmo_mixer_state_bytes(s));
  for (unsigned i = 0; i < s->list_count; i++) kolmo_journal_keep(j, weights_of(m, s, choices[i].set), row_size(s) * sizeof(int16_t));
}

static void weigh(const kolmo_model *m, const kolmo_stage *s, float *weights) {
  const choice *choices = choices_of(m, s);
  for (unsigned k = 0; k < s->list_count; k++) {
    const float own = weights[s->out + k] / 16384;
    const int16_t *high = weights_of(m, s, choices[k].set);
    const float common = mean_slope(m, s, high);
    for (unsigned j = 0; j < s->span_count; j++)
      for (unsigned i = s->spans[j].start; i < s->spans[j].start + s->spans[j].count; i++)
        weights[i] += own * (*high++ + (m->shared->signals[i] ? common : 0));
  }
}

const kolmo_op kolmo_op_mixer = {.code = KOLMO_OP_MIXER,
                                 .name = "MIXER",
                                 .parse = parse,
                                 .state_bytes = kolmo_mixer_state_bytes,
                                 .table_bytes = kolmo_mixer_table_bytes,
                                 .cost = cost,
                                 .predict = kolmo_mixer_predict,
                                 .foresee = kolmo_mixer_foresee,
                                 .update = kolmo_mixer_update,
                                  .keep = keep,
                                  .weigh = weigh};
