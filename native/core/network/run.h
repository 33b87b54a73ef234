/* Any network, as its Program describes it: the ops one by one. Exported programs call the same ones, each with its op as a constant
 * (src/render/network.ts). */
#ifndef KOLMO_NETWORK_RUN_H
#define KOLMO_NETWORK_RUN_H
#include "core/network/attend.h"
#include "core/network/masked.h"
#include "core/network/rounding.h"
#include "core/profile.h"

/* By the parsed Program's stage: rendered code knows a stage without its network. */
KOLMO_OP net net_parsed(kolmo_model *m, const kolmo_stage *s) {
  const kolmo_stage *parsed = &m->program->stages[s->index];
  return net_of(m, parsed, parsed->network);
}

static void net_run(const net *n, const kolmo_net_op *op) {
  switch (op->code) {
    case KOLMO_NET_ROWS: net_rows(n, op); break;
    case KOLMO_NET_DENSE:
      if (n->net->precise) net_precise(n, op);
      else net_dense(n, op);
      break;
    case KOLMO_NET_BIAS: net_bias(n, op); break;
    case KOLMO_NET_ACT: net_act(n, op); break;
    case KOLMO_NET_RECUR: net_recur(n, op); break;
    case KOLMO_NET_NORM: net_norm(n, op); break;
    case KOLMO_NET_DELAY: net_delay(n, op); break;
    case KOLMO_NET_ATTEND: net_attend(n, op); break;
    case KOLMO_NET_MASKED:
      if (n->net->precise) net_masked_precise(n, op);
      else net_masked(n, op);
      break;
  }
}

/* Several steps at once, where that may be. */
static void net_back(const net *n, const kolmo_net_op *op, int first, unsigned count) {
  if (op->to != n->net->logits && !n->net->precise) {
    if (op->code == KOLMO_NET_DENSE) {
      net_dense_back(n, op, first, count);
      return;
    }
    if (op->code == KOLMO_NET_MASKED) {
      net_masked_back(n, op, first, count);
      return;
    }
  }
  for (int step = first + (int)count; step-- > first;) {
    switch (op->code) {
      case KOLMO_NET_DENSE:
        if (op->to == n->net->logits) net_logits_back(n, op, step);
        else net_precise_back(n, op, step);
        break;
      case KOLMO_NET_ACT: net_act_back(n, op, step); break;
      case KOLMO_NET_RECUR: net_recur_back(n, op, step); break;
      case KOLMO_NET_NORM: net_norm_back(n, op, step); break;
      case KOLMO_NET_DELAY: net_delay_back(n, op, step); break;
      case KOLMO_NET_ATTEND: net_attend_back(n, op, step); break;
      case KOLMO_NET_MASKED:
        if (op->to == n->net->logits) net_masked_logits_back(n, op, step);
        else net_masked_precise_back(n, op, step);
        break;
    }
  }
}

/* Whether an op's output has no gradient: in a window that gradients go on to, the logits'. */
KOLMO_OP bool net_silent(const net *n, const kolmo_net_op *op) { return net_further(n) && op->to == n->net->logits; }

/* Gradients from a window's last step to its first. */
static void net_go_back(const net *n) {
  const kolmo_network *k = n->net;
  if (net_further(n)) net_back_goes_on(n);
  else net_back_begins(n);
  bool delays = false;
  for (unsigned i = 0; i < k->ops; i++) {
    if (k->op[i].code == KOLMO_NET_RECUR && !net_further(n)) net_recur_begins(n, &k->op[i]);
    if (k->op[i].code == KOLMO_NET_ATTEND) net_attend_begins(n, &k->op[i]);
    delays |= k->op[i].code == KOLMO_NET_DELAY;
  }
  for (int step = (int)n->length; delays && step-- > 0;)
    for (unsigned i = 0; i < k->backs; i++) {
      if (net_silent(n, &k->op[k->back[i]])) continue;
      net_back(n, &k->op[k->back[i]], step, 1);
      NET_MARK(n, NET_MARK_BACK + k->back[i]);
    }
  for (unsigned i = 0; !delays && i < k->backs; i++) {
    if (net_silent(n, &k->op[k->back[i]])) continue;
    net_back(n, &k->op[k->back[i]], 0, n->length);
    NET_MARK(n, NET_MARK_BACK + k->back[i]);
  }
}

static void net_learn(const net *n, const kolmo_net_op *op) {
  switch (op->code) {
    case KOLMO_NET_ROWS: net_rows_learn(n, op); break;
    case KOLMO_NET_DENSE:
    case KOLMO_NET_MASKED:
      if (op->to == n->net->logits) net_logits_learn(n, op);
      else if (n->net->precise) net_precise_learn(n, op);
      else if (op->code == KOLMO_NET_DENSE) net_dense_learn(n, op);
      else net_masked_learn(n, op);
      break;
    case KOLMO_NET_BIAS: net_bias_learn(n, op); break;
  }
}

static void net_learn_window(const net *n) {
  const kolmo_network *k = n->net;
  net_go_back(n);
  for (unsigned i = 0; i < k->learns; i++) {
    if (net_silent(n, &k->op[k->learn[i]])) continue;
    net_learn(n, &k->op[k->learn[i]]);
    NET_MARK(n, NET_MARK_LEARN + k->learn[i]);
  }
}

/* The low nibble's distribution after a high one, if it is not there yet. */
static void net_low(const net *n, unsigned high) {
  if (!net_low_begins(n, high)) return;
  const unsigned first = 16 + 16 * high;
  for (unsigned i = 0; i < n->net->ops; i++) {
    const kolmo_net_op *op = &n->net->op[i];
    if (op->to != n->net->logits) continue;
    if (op->code == KOLMO_NET_BIAS) net_bias_rows(n, op, first, 16);
    else if (op->code == KOLMO_NET_DENSE && n->net->precise) net_precise_rows(n, op, first, 16);
    else if (op->code == KOLMO_NET_DENSE) net_dense_rows(n, op, first, 16);
    else if (n->net->precise) net_masked_precise_rows(n, op, first, 16);
    else net_masked_rows(n, op, first, 16);
    NET_MARK(n, NET_MARK_FORWARD + i);
  }
  net_low_ends(n, high);
}

/* Predicts a past window's bytes again, with the weights of now. */
static void net_again(const net *n, unsigned time) {
  const kolmo_network *k = n->net;
  for (unsigned step = 0; step < n->length; step++) {
    net_again_begins(n, step);
    for (unsigned i = 0; i < k->ops; i++) {
      if (k->op[i].code == KOLMO_NET_ROWS) net_rows_again(n, &k->op[i]);
      else net_run(n, &k->op[i]);
      NET_MARK(n, NET_MARK_FORWARD + i);
    }
    if (n->net->nibbles) net_low(n, net_again_high(n));
    net_again_ends(n, time);
    NET_MARK(n, NET_MARK_SOFTMAX);
  }
}

static void net_byte(kolmo_model *m, const kolmo_stage *s) {
  net n = net_parsed(m, s);
  const kolmo_network *k = n.net;
  uint64_t rounding = kolmo_rounding_enter();
  const bool full = net_noted(&n);
  NET_MARK(&n, NET_MARK_ERRORS);
  if (full) {
    for (unsigned time = 0; time <= k->replay && net_was(&n, k->delay + time); time++) {
      const net then = net_before(n, k->delay + time);
      if (time) net_again(&then, time);
      net_learn_window(&then);
      for (unsigned back = 1; back < k->credit && net_was(&n, k->delay + time + back); back++) {
        const net further = net_onward(then, back);
        net_learn_window(&further);
      }
    }
    for (unsigned i = 0; i < k->ops; i++) {
      if (k->op[i].code == KOLMO_NET_RECUR) net_recur_ends(&n, &k->op[i]);
      if (k->op[i].code == KOLMO_NET_ATTEND) net_attend_ends(&n, &k->op[i]);
    }
    net_window_ends(&n);
  }
  kolmo_rounding_leave(rounding);
  if (net_rests(&n)) return;
  n.slot = n.state->slot;
  for (unsigned i = 0; i < k->ops; i++)
    if (k->op[i].code == KOLMO_NET_ROWS) net_rows_hash(&n, &k->op[i]);
  for (unsigned i = 0; i < k->ops; i++)
    if (k->op[i].code == KOLMO_NET_ROWS) net_rows_ask(&n, &k->op[i]);
}

/* At a byte's start; and where its high nibble is known, with nibbles. */
static void net_predict(kolmo_model *m, const kolmo_stage *s) {
  net n = net_parsed(m, s);
  uint64_t rounding = kolmo_rounding_enter();
  if (m->shared->bit) {
    const unsigned high = m->shared->registers[KOLMO_REG_PARTIAL] & 15;
    net_low(&n, high);
    net_low_expected(&n, high, true);
    NET_MARK(&n, NET_MARK_SOFTMAX);
    kolmo_rounding_leave(rounding);
    return;
  }
  net_step_begins(&n);
  for (unsigned i = 0; i < n.net->ops; i++) {
    net_run(&n, &n.net->op[i]);
    NET_MARK(&n, NET_MARK_FORWARD + i);
  }
  if (n.net->nibbles) {
    const unsigned high = net_high_ends(&n);
    net_low(&n, high);
    net_low_expected(&n, high, false);
    n.state->ready = 1;
  } else {
    net_step_ends(&n);
  }
  NET_MARK(&n, NET_MARK_SOFTMAX);
  kolmo_rounding_leave(rounding);
}

static void net_start(kolmo_model *m, const kolmo_stage *s) {
  net n = net_parsed(m, s);
  uint64_t rounding = kolmo_rounding_enter();
  for (unsigned i = 0; i < n.net->ops; i++) {
    if (n.net->op[i].code == KOLMO_NET_MASKED) net_blocks_start(&n, &n.net->op[i], i);
    if (kolmo_net_multiplies(&n.net->op[i])) net_dense_start(&n, i);
  }
  kolmo_rounding_leave(rounding);
}
#endif
