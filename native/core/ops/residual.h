/* RESIDUAL: what the mean of its inputs still gets wrong, foretold by a small network of one hidden layer that hears every signal before it.
 * A mixer weighs what each signal says; what two of them say together, it cannot: that is what a hidden layer is for. Weights are a
 * mixer's, in two halves, so that its kernels serve. */
#ifndef KOLMO_OPS_RESIDUAL_H
#define KOLMO_OPS_RESIDUAL_H
#include "core/ops/mixer.h"

enum { KOLMO_OP_RESIDUAL = 0x22 };

enum {
  RESIDUAL_HIDDEN = 16,   /* units at most: a vector of them */
  RESIDUAL_SETS = 256,    /* of the last layer's weights: by the byte's bits so far */
  RESIDUAL_ONE = 2048,    /* in Q11; so large is the input that never changes, too */
};

/* State in the arena: int16 heard[hears], int16 unit[RESIDUAL_HIDDEN], residual_state; then rows of weights, int16 high[n] and uint16 low[n] each:
 * one of `hears` for each unit, and RESIDUAL_SETS of RESIDUAL_HIDDEN. */
typedef struct {
  uint32_t set;    /* chosen for this bit */
  uint32_t p;      /* what came out, 1/65536 */
  uint32_t unused[14];
} residual_state;

/* The signals before it and the constant, rounded up to whole vectors. */
KOLMO_OP size_t hears(const kolmo_stage *s) { return (s->out + 1u + KOLMO_MIXER_LANES - 1) / KOLMO_MIXER_LANES * KOLMO_MIXER_LANES; }

KOLMO_OP int16_t *heard_by(const kolmo_model *m, const kolmo_stage *s) { return kolmo_state_of(m, s); }
KOLMO_OP int16_t *units_of(const kolmo_model *m, const kolmo_stage *s) { return heard_by(m, s) + hears(s); }
KOLMO_OP residual_state *residual_of(const kolmo_model *m, const kolmo_stage *s) { return (residual_state *)(void *)(units_of(m, s) + RESIDUAL_HIDDEN); }
KOLMO_OP int16_t *hidden_weights(const kolmo_model *m, const kolmo_stage *s, unsigned unit) {
  return (int16_t *)(void *)(residual_of(m, s) + 1) + 2 * hears(s) * unit;
}
KOLMO_OP int16_t *last_weights(const kolmo_model *m, const kolmo_stage *s, uint32_t set) {
  return hidden_weights(m, s, s->count) + 2 * (size_t)RESIDUAL_HIDDEN * set;
}

/* Units that begin alike would stay alike: their weights begin as noise within ±weight. The last layer's begin as zeros: it corrects nothing yet. */
KOLMO_OP void kolmo_residual_reset(kolmo_model *m, const kolmo_stage *s) {
  for (unsigned i = 0; i < s->count; i++) {
    int16_t *high = hidden_weights(m, s, i);
    for (uint32_t j = 0; j <= s->out; j++)
      high[j] = (int16_t)((int32_t)((kolmo_scramble((i + 1) * KOLMO_SIGNALS + j) >> 16) * (2 * (uint32_t)s->weight + 1) >> 16) - s->weight);
  }
}

/* By how much a unit moves with what it adds up, Q22: 1 − h². */
KOLMO_OP int64_t unit_slope(int32_t h) { return RESIDUAL_ONE * RESIDUAL_ONE - h * h; }

KOLMO_OP void kolmo_residual_predict(kolmo_model *m, const kolmo_stage *s) {
  int16_t *heard = heard_by(m, s), *unit = units_of(m, s);
  residual_state *state = residual_of(m, s);
  const size_t n = hears(s);
  /* A quarter of each, so that steps are fine. */
  for (unsigned i = 0; i < s->out; i++) heard[i] = (int16_t)(m->shared->signals[i] >> 2);
  heard[s->out] = RESIDUAL_ONE;
  for (unsigned i = 0; i < s->count; i++) { /* tanh(x) = 2·squash(2x) − 1 */
    int32_t twice = within_logits(2 * KOLMO_MIXER_DOT(m, heard, hidden_weights(m, s, i), n));
    unit[i] = (int16_t)(((int32_t)kolmo_squash(m->tables, twice) - 32768) >> 4);
  }
  state->set = m->shared->registers[KOLMO_REG_PARTIAL];
  int32_t y = within_logits(kolmo_mean(m, s) + KOLMO_MIXER_DOT(m, unit, last_weights(m, s, state->set), RESIDUAL_HIDDEN));
  m->shared->signals[s->out] = (int16_t)y;
  state->p = kolmo_squash(m->tables, y);
}

KOLMO_OP void kolmo_residual_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const int16_t *heard = heard_by(m, s), *unit = units_of(m, s);
  const residual_state *state = residual_of(m, s);
  const size_t n = hears(s);
  int32_t error = (int32_t)(bit << 16) - (int32_t)state->p;
  if (!teaches(s, error)) return;
  int16_t *last = last_weights(m, s, state->set);
  for (unsigned i = 0; i < s->count; i++) {
    int64_t back = ((int64_t)error * last[i] >> 14) * unit_slope(unit[i]) >> 22;
    int16_t *high = hidden_weights(m, s, i);
    KOLMO_MIXER_TRAIN(m, heard, high, (uint16_t *)high + n, (int32_t)((back * s->rate_max + 32768) >> 16), n);
  }
  KOLMO_MIXER_TRAIN(m, unit, last, (uint16_t *)last + RESIDUAL_HIDDEN, (int32_t)(((int64_t)error * s->rate_min + 32768) >> 16), RESIDUAL_HIDDEN);
}

KOLMO_OP uint64_t kolmo_residual_state_bytes(const kolmo_stage *s) {
  return (hears(s) + RESIDUAL_HIDDEN) * sizeof(int16_t) + sizeof(residual_state) +
         2 * sizeof(int16_t) * (hears(s) * s->count + (uint64_t)RESIDUAL_HIDDEN * RESIDUAL_SETS);
}
#endif
