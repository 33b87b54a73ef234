/* OUTPUT: the mean of its inputs is the model's prediction. */
#include "core/model.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_spans(p, s); }

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return 8u * (4u + s->inputs);
}

static void predict(kolmo_model *m, const kolmo_stage *s) { m->shared->p = kolmo_squash(m->tables, kolmo_mean(m, s)); }

const kolmo_op kolmo_op_output = {.code = 0x3F, .name = "OUTPUT", .parse = parse, .cost = cost, .predict = predict};
