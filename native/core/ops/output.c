/* OUTPUT: how its stage is read, and what it costs. What it computes is in output.h. */
#include "core/ops/output.h"
#include "core/inspect/mean.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_spans(p, s); }

static uint64_t cost(const kolmo_stage *s) {
  return 8u * (4u + s->inputs);
}

static void weigh(const kolmo_model *m, const kolmo_stage *s, float *weights) {
  (void)m;
  kolmo_weigh_mean(s, 1, weights);
}

const kolmo_op kolmo_op_output = {.code = 0x3F, .name = "OUTPUT", .parse = parse, .cost = cost, .predict = kolmo_output_predict, .weigh = weigh};
