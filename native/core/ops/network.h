/* NETWORK: a small network, learned online, predicts the whole next byte; each bit's share of that is a signal. What it computes is in
 * core/network/; the float part runs through the model's kernels. */
#ifndef KOLMO_OPS_NETWORK_H
#define KOLMO_OPS_NETWORK_H
#include "core/model.h"
#include "core/network/network.h"

enum { NET_REG_BYTE, NET_REG_BUCKET, NET_REGISTERS };

KOLMO_OP void kolmo_network_reset(kolmo_model *m, const kolmo_stage *s) { m->kernels->network_start(m, s); }

KOLMO_OP void kolmo_network_byte(kolmo_model *m, const kolmo_stage *s) { m->kernels->network_byte(m, s); }

/* How sure a distribution is, from what its likeliest symbol leaves to the others: two buckets to each halving of that, 1…15. */
KOLMO_OP uint32_t network_bucket(uint32_t most, uint32_t all) {
  uint32_t rest = (uint32_t)((uint64_t)(all - most) * 65535 / all) | 1, zeros = 0;
  while (!(rest >> (15 - zeros))) zeros++;
  uint32_t bucket = 1 + 2 * zeros + !(rest << 1 >> (15 - zeros) & 1);
  return bucket < 15 ? bucket : 15;
}

/* Whether it leaves this byte to others. */
KOLMO_OP bool network_rests(const kolmo_model *m, const kolmo_stage *s) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_WHEN)
  const kolmo_net_state *state = kolmo_state_of(m, s);
  return s->below && state->rests;
#else
  return (void)m, (void)s, false;
#endif
}

/* With what predicts the byte: a path's kernel, or a function that was rendered for this network. */
KOLMO_OP void network_nibble(kolmo_model *m, const kolmo_stage *s, void (*predict)(kolmo_model *, const kolmo_stage *)) {
  const kolmo_net_state *state = kolmo_state_of(m, s);
  if (m->shared->bit && !state->made) return;
  uint32_t *r = m->shared->registers + s->reg;
  if (network_rests(m, s)) {
    r[NET_REG_BYTE] = r[NET_REG_BUCKET] = 0;
    return;
  }
  predict(m, s);
  r[NET_REG_BYTE] = state->expected;
  r[NET_REG_BUCKET] = network_bucket(state->most, state->all);
}

KOLMO_OP void kolmo_network_nibble(kolmo_model *m, const kolmo_stage *s) { network_nibble(m, s, m->kernels->network_predict); }

KOLMO_OP void kolmo_network_predict(kolmo_model *m, const kolmo_stage *s) {
  const kolmo_net_state *state = kolmo_state_of(m, s);
  int16_t *out = m->shared->signals + s->out;
  if (network_rests(m, s)) {
    out[0] = out[1] = 0;
    return;
  }
  uint32_t node = m->shared->registers[KOLMO_REG_PARTIAL];
  uint32_t p = (uint32_t)(((uint64_t)state->tree[2 * node + 1] << 16) / (state->tree[2 * node] + state->tree[2 * node + 1]));
  p = p < 1 ? 1 : p > 65535 ? 65535 : p;
  out[0] = kolmo_stretch(m->tables, p);
  out[1] = (int16_t)(((int32_t)p - 32768) >> 4);
}

KOLMO_OP void kolmo_network_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  uint32_t *r = m->shared->registers + s->reg;
  if ((r[NET_REG_BYTE] >> (7 - m->shared->bit) & 1) != bit) r[NET_REG_BUCKET] = 0;
}

KOLMO_OP uint64_t kolmo_network_state_bytes(const kolmo_stage *s) { return s->network->state; }

KOLMO_OP uint64_t kolmo_network_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s;
  return (uint64_t)1 << size_log;
}
#endif
