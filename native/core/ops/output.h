/* OUTPUT: the mean of its inputs is the model's prediction. */
#ifndef KOLMO_OPS_OUTPUT_H
#define KOLMO_OPS_OUTPUT_H
#include "core/model.h"

KOLMO_OP void kolmo_output_predict(kolmo_model *m, const kolmo_stage *s) { m->shared->p = kolmo_squash(m->tables, kolmo_mean(m, s)); }
#endif
