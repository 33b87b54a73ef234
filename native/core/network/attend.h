/* ATTEND: a single head over a ring of states. A step's query is compared to the keys of the last steps, its own among them; their values are summed by
 * the softmax of that. A state that was not yet is 0. Gradients stay within the window. */
#ifndef KOLMO_NETWORK_ATTEND_H
#define KOLMO_NETWORK_ATTEND_H
#include "core/network/back.h"

/* The key and behind it the value of the j-th state that a step looks at; the last is its own. */
KOLMO_OP float *net_state_of(const net *n, const kolmo_net_op *op, unsigned step, unsigned j) {
  return net_floats(n, op->carry) + (size_t)(n->slot * (op->states + n->net->window) + step + 1 + j) * 2 * op->outs;
}
KOLMO_OP float *net_shares(const net *n, const kolmo_net_op *op, unsigned step) { return net_floats(n, op->saved) + (size_t)(n->slot * n->net->window + step) * op->states; }
KOLMO_OP float net_attend_scale(const kolmo_net_op *op) { return 1.0f / __builtin_sqrtf((float)op->outs); }

/* from: query, key, value. shares = softmax of query·key / √width; to += Σ share·value. */
static void net_attend(const net *n, const kolmo_net_op *op) {
  const unsigned w = op->outs, step = n->state->step;
  const float *from = net_from(n, op), scale = net_attend_scale(op);
  float *to = net_to(n, op), *shares = net_shares(n, op, step);
  memcpy(net_state_of(n, op, step, op->states - 1u), from + w, 2 * w * sizeof *from);
  for (unsigned j = 0; j < op->states; j++) shares[j] = f_inner(from, net_state_of(n, op, step, j), w) * scale;
  lanes16 most = f_load(shares), sums[2] = {f_set(0.0f), f_set(0.0f)};
  for (unsigned j = 16; j < op->states; j += 16) most = f_max(f_load(shares + j), most);
  const lanes16 largest = f_set(f_largest(most));
  for (unsigned j = 0; j < op->states; j += 16) {
    lanes16 e = f_exp(f_max(f_sub(f_load(shares + j), largest), f_set(-20.0f)));
    f_store(shares + j, e);
    sums[j / 16 % 2] = f_add(sums[j / 16 % 2], e);
  }
  const lanes16 all = f_set(f_total(sums));
  for (unsigned j = 0; j < op->states; j += 16) f_store(shares + j, f_div(f_load(shares + j), all));
  for (unsigned i = 0; i < w; i += 16) {
    lanes16 y = f_set(0.0f);
    for (unsigned j = 0; j < op->states; j++) y = f_add(y, f_mul(f_set(shares[j]), f_load(net_state_of(n, op, step, j) + w + i)));
    net_add(to + i, y);
  }
}

/* What keys and values of this window are given by later steps, and then their own step gives, is summed apart. */
static void net_attend_back(const net *n, const kolmo_net_op *op, int at) {
  const unsigned w = op->outs, step = (unsigned)at, states = op->states;
  const float *shares = net_shares(n, op, step), *query = net_value(n, op->from, at), *e = net_gradient(n, op->to, at), scale = net_attend_scale(op);
  float *to = net_gradient(n, op->from, at), *back = net_floats(n, op->back);
  _Alignas(64) float slopes[KOLMO_NET_STATES];
  for (unsigned j = 0; j < states; j++) slopes[j] = f_inner(e, net_state_of(n, op, step, j) + w, w);
  const lanes16 mean = f_set(f_inner(shares, slopes, states));
  for (unsigned j = 0; j < states; j += 16) f_store(slopes + j, f_mul(f_mul(f_load(shares + j), f_sub(f_load(slopes + j), mean)), f_set(scale)));
  for (unsigned i = 0; i < w; i += 16) {
    lanes16 d = f_set(0.0f);
    for (unsigned j = 0; j < states; j++) d = f_add(d, f_mul(f_set(slopes[j]), f_load(net_state_of(n, op, step, j) + i)));
    net_add(to + i, d);
  }
  for (unsigned j = step + 1 < states ? states - 1 - step : 0; j < states; j++) {
    float *own = back + (size_t)(step + 1 + j - states) * 2 * w;
    for (unsigned i = 0; i < w; i += 16) {
      net_add(own + i, f_mul(f_set(slopes[j]), f_load(query + i)));
      net_add(own + w + i, f_mul(f_set(shares[j]), f_load(e + i)));
    }
  }
  for (unsigned i = 0; i < 2 * w; i += 16) net_add(to + w + i, f_load(back + (size_t)step * 2 * w + i));
}

/* Before a window's gradients; and after it: what the next one begins with. */
KOLMO_OP void net_attend_begins(const net *n, const kolmo_net_op *op) { memset(n->base + op->back, 0, (size_t)n->length * 2 * op->outs * sizeof(float)); }
KOLMO_OP void net_attend_ends(const net *n, const kolmo_net_op *op) {
  const net next = net_before(*n, n->net->kept - 1u);
  const size_t one = 2u * op->outs;
  memmove(net_state_of(&next, op, 0, 0) - one, net_state_of(n, op, n->length - 1, 0), op->states * one * sizeof(float));
}
#endif
