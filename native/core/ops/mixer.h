/* MIXER: weighs its inputs in the logistic domain; the weights are learned online. Each selector picks one set of weights by
 * what it reads, and makes one output, trained on its own error. */
#ifndef KOLMO_OPS_MIXER_H
#define KOLMO_OPS_MIXER_H
#include "core/model.h"

/* Through the model's kernels, but where a path brings its own to be inlined (kernels/path.h). */
#ifndef KOLMO_MIXER_DOT
#define KOLMO_MIXER_DOT(model, x, high, n) (model)->kernels->mixer_dot(x, high, n)
#define KOLMO_MIXER_TRAIN(model, x, high, low, e, n) (model)->kernels->mixer_train(x, high, low, e, n)
#endif

/* Vectors, where the compiler knows them. */
#ifdef __GNUC__
#define KOLMO_MIXER_FEW 1
typedef int16_t kolmo_lanes8 __attribute__((vector_size(16)));
#endif

enum { KOLMO_OP_MIXER = 0x20, VISITS_MAX = 65535 };

typedef struct {
  uint32_t set;  /* chosen for this bit, counted over all selectors */
  uint32_t p;    /* what it predicted, 1/65536 */
} choice;

/* State in the arena: int16 input[padded + KOLMO_MIXER_LANES], what is weighed, then choice[selectors].
 * Table: rows, a set of weights each: int16 high[padded], uint16 low[padded]. A weight is Q30, its two halves kept apart so that
 * prediction reads only the upper ones. How often the set was visited stands in the place of the last weight, whose input is always
 * 0: it adds nothing to a sum, and no training changes it. */

/* Inputs, and their mean where it is one more. */
KOLMO_OP unsigned weighed(const kolmo_stage *s) { return s->inputs + (s->mean > 0); }

/* These and the place of the visits, rounded up to whole vectors, or to the half of one: a row of eight is half a cache line. */
KOLMO_OP size_t padded(const kolmo_stage *s) {
  if (weighed(s) < KOLMO_MIXER_LANES / 2) return KOLMO_MIXER_LANES / 2;
  return weighed(s) / KOLMO_MIXER_LANES * KOLMO_MIXER_LANES + KOLMO_MIXER_LANES;
}

KOLMO_OP int16_t *mixer_input(const kolmo_model *m, const kolmo_stage *s) { return kolmo_state_of(m, s); }
KOLMO_OP choice *choices_of(const kolmo_model *m, const kolmo_stage *s) { return (choice *)(void *)(mixer_input(m, s) + padded(s) + KOLMO_MIXER_LANES); }

/* int16s in a row. */
KOLMO_OP size_t row_size(const kolmo_stage *s) { return 2 * padded(s); }

KOLMO_OP int16_t *weights_of(const kolmo_model *m, const kolmo_stage *s, uint32_t set) {
  return (int16_t *)kolmo_table_of(m, s) + row_size(s) * set;
}

KOLMO_OP uint16_t *visits_of(const kolmo_stage *s, int16_t *weights) { return (uint16_t *)weights + padded(s) - 1; }

/* Which signal the stage's i-th input is; -1 behind the last. */
KOLMO_OP int signal_of(const kolmo_stage *s, unsigned i) {
  for (unsigned j = 0; j < s->span_count; i -= s->spans[j++].count)
    if (i < s->spans[j].count) return (int)(s->spans[j].start + i);
  return -1;
}

/* Copies the stage's signals side by side. Whole vectors are copied, each span running over into the next one's place; behind the
 * last come zeros. */
KOLMO_OP void gather(const kolmo_model *m, const kolmo_stage *s, int16_t *x) {
  const int16_t *signals = m->shared->signals;
#ifdef KOLMO_MIXER_FEW
  /* Signals have only just been stored, two bytes each: a vector read over several such stores has to wait until they have left the
   * core's store buffer. Few inputs are quicker read one by one. */
  if (__builtin_constant_p(s->inputs) && padded(s) == 8) {
    int16_t few[8];
#pragma GCC unroll 8
    for (unsigned i = 0; i < 8; i++) few[i] = signal_of(s, i) < 0 ? 0 : signals[signal_of(s, i)];
    kolmo_lanes8 v = {few[0], few[1], few[2], few[3], few[4], few[5], few[6], few[7]};
    memcpy(x, &v, sizeof v);
    return;
  }
#endif
  const kolmo_span *span = s->spans;
  for (unsigned i = 0; i < s->span_count; x += span[i++].count)
    for (unsigned j = 0; j < span[i].count; j += KOLMO_MIXER_LANES)
      memcpy(x + j, signals + span[i].start + j, KOLMO_MIXER_LANES * sizeof *x);
  memset(x, 0, KOLMO_MIXER_LANES * sizeof *x);
}

KOLMO_OP int32_t within_logits(int32_t x) { return x > KOLMO_LOGIT_MAX ? KOLMO_LOGIT_MAX : x < -KOLMO_LOGIT_MAX ? -KOLMO_LOGIT_MAX : x; }

/* Inputs that say something (0 says nothing) mostly say the same. Weights that are learned step by step follow that common part fast, and what
 * tells one input from another slowly, for the same rate has to do for both. Apart, both are learned well: each such input becomes what
 * it says beyond their mean, and the mean, doubled, one input more. */
KOLMO_OP void part_from_mean(const kolmo_stage *s, int16_t *x) {
  const size_t n = padded(s);
  int32_t sum = 0, informed = 0;
  for (size_t i = 0; i < n; i++) sum += x[i], informed += x[i] != 0;
  const int32_t mean = informed ? sum / informed : 0;
  for (size_t i = 0; i < n; i++) x[i] = x[i] ? (int16_t)within_logits(x[i] - mean) : 0;
  x[s->inputs] = (int16_t)within_logits(2 * mean);
}

KOLMO_OP void start_weights(const kolmo_stage *s, int16_t *high) {
  for (unsigned i = 0; i < s->inputs; i++) high[i] = (int16_t)s->weight;
  if (s->mean) high[s->inputs] = (int16_t)s->mean;
}

/* By how much more than its own weight the output moves with an input, for it moves the mean as well. Q14. */
KOLMO_OP float mean_slope(const kolmo_model *m, const kolmo_stage *s, const int16_t *high) {
  int32_t sum = 0, informed = 0;
  for (unsigned i = 0; i < s->inputs; i++)
    if (m->shared->signals[signal_of(s, i)]) sum += high[i], informed++;
  return s->mean && informed ? (float)(2 * high[s->inputs] - sum) / (float)informed : 0;
}

KOLMO_OP void kolmo_mixer_predict(kolmo_model *m, const kolmo_stage *s) {
  choice *choices = choices_of(m, s);
  int16_t *x = mixer_input(m, s), *out = m->shared->signals + s->out;
  const kolmo_list *list = s->lists;
  const size_t n = padded(s);
  gather(m, s, x);
  if (s->mean) part_from_mean(s, x);
  uint32_t first = 0;
  for (unsigned i = 0; i < s->list_count; i++) {
    unsigned bits = kolmo_row_bits(&list[i], m->memory[s->index].size_log);
    uint32_t set = choices[i].set = first + kolmo_select_row(m, &list[i], bits);
    int16_t *high = weights_of(m, s, set);
    if (!*visits_of(s, high)) start_weights(s, high); /* the arena's zeros stand for these */
    int32_t y = within_logits(KOLMO_MIXER_DOT(m, x, high, n));
    out[i] = (int16_t)y;
    choices[i].p = kolmo_squash(m->tables, y);
    first += (uint32_t)1 << bits;
  }
}

/* Asks for the weights that `registers` choose. */
KOLMO_OP void ask_for_weights(const kolmo_model *m, const kolmo_stage *s, unsigned i, uint32_t first, unsigned bits) {
  const uint8_t *row = (const uint8_t *)weights_of(m, s, first + kolmo_select_row(m, &s->lists[i], bits));
#pragma GCC unroll 8
  for (size_t at = 0; at < row_size(s) * sizeof(int16_t); at += 64) KOLMO_PREFETCH(row + at);
}

/* The next bit's weights, as far as the byte's bits choose them, if the likelier bit comes: while this one is coded and learned, they arrive. */
KOLMO_OP void kolmo_mixer_foresee(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *partial = &m->shared->registers[KOLMO_REG_PARTIAL], now = *partial, first = 0;
  if (m->shared->bit == 7 || padded(s) < KOLMO_MIXER_LANES) return; /* rows of half a line are near enough */
  *partial = now << 1 | (m->shared->p >= 32768);
#pragma GCC unroll 16
  for (unsigned i = 0; i < s->list_count; i++) {
    const kolmo_list *list = &s->lists[i];
    unsigned bits = kolmo_row_bits(list, m->memory[s->index].size_log);
    if (kolmo_reads_partial(list)) ask_for_weights(m, s, i, first, bits);
    first += (uint32_t)1 << bits;
  }
  *partial = now;
}

/* The registers are as they will be after the byte that is likely, as far as `known` (a bit each) says: the first bit's weights are asked for. */
KOLMO_OP void kolmo_mixer_anticipate(kolmo_model *m, const kolmo_stage *s, uint64_t known) {
  uint32_t *partial = &m->shared->registers[KOLMO_REG_PARTIAL], first = 0;
  if (padded(s) < KOLMO_MIXER_LANES) return;
  *partial = 1;
#pragma GCC unroll 16
  for (unsigned i = 0; i < s->list_count; i++) {
    const kolmo_list *list = &s->lists[i];
    unsigned bits = kolmo_row_bits(list, m->memory[s->index].size_log);
    if (kolmo_is_told(list, known)) ask_for_weights(m, s, i, first, bits);
    first += (uint32_t)1 << bits;
  }
}

/* Whether an error of 16 bits is large enough to learn from. */
KOLMO_OP bool teaches(const kolmo_stage *s, int32_t error) { return error > s->skip || error < -(int32_t)s->skip; }

/* The rate falls from rate_max towards rate_min as a set is visited: a new set learns fast, an old one is calm. */
KOLMO_OP void kolmo_mixer_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const choice *choices = choices_of(m, s);
  const int16_t *x = mixer_input(m, s);
  const size_t n = padded(s);
  for (unsigned i = 0; i < s->list_count; i++) {
    int32_t error = (int32_t)(bit << 16) - (int32_t)choices[i].p;
    if (!teaches(s, error)) continue;
    int16_t *high = weights_of(m, s, choices[i].set);
    uint16_t *v = visits_of(s, high);
    int32_t rate = s->rate_min + (s->rate_max - s->rate_min) * s->decay / (int32_t)(*v + s->decay);
    KOLMO_MIXER_TRAIN(m, x, high, (uint16_t *)high + n, (error * rate + (1 << 12)) >> 13, n);
    if (*v < VISITS_MAX) ++*v;
  }
}

KOLMO_OP uint64_t kolmo_mixer_state_bytes(const kolmo_stage *s) {
  return (padded(s) + KOLMO_MIXER_LANES) * sizeof(int16_t) + s->list_count * sizeof(choice);
}

KOLMO_OP uint64_t kolmo_mixer_table_bytes(const kolmo_stage *s, unsigned size_log) {
  uint64_t sets = 0;
  for (unsigned i = 0; i < s->list_count; i++) sets += (uint64_t)1 << kolmo_row_bits(&s->lists[i], size_log);
  return sets * row_size(s) * sizeof(int16_t);
}
#endif
