/* OUTPUT: the mean of its inputs is the model's prediction. */
#ifndef KOLMO_OPS_OUTPUT_H
#define KOLMO_OPS_OUTPUT_H
#include "core/ops/mixer.h"

/* The stage before it, where that is a mixer of one selector and its output the only input: then the probability is already there. */
KOLMO_OP const kolmo_stage *only_mixer(const kolmo_stage *s) {
  const kolmo_stage *before = s - 1;
  return s->inputs == 1 && before->op == KOLMO_OP_MIXER && before->outs == 1 && before->out == s->spans[0].start ? before : NULL;
}

KOLMO_OP void kolmo_output_predict(kolmo_model *m, const kolmo_stage *s) {
  const kolmo_stage *mixer = only_mixer(s);
  m->shared->p = mixer ? choices_of(m, mixer)->p : kolmo_squash(m->tables, kolmo_mean(m, s));
}
#endif
