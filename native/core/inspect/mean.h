/* What the mean of a stage's signals says of each of them. */
#ifndef KOLMO_INSPECT_MEAN_H
#define KOLMO_INSPECT_MEAN_H
#include "core/stage.h"

static inline void kolmo_weigh_mean(const kolmo_stage *s, float weight, float *weights) {
  for (unsigned j = 0; j < s->span_count; j++)
    for (unsigned i = 0; i < s->spans[j].count; i++) weights[s->spans[j].start + i] += weight / (float)s->inputs;
}
#endif
