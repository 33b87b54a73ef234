/* Errors at each byte; and at the end of a window the gradients that they mean for everything before. Where none goes from a step to the one before
 * but inside an op, ops may take turns in place of steps: the same numbers, and integer products of several steps at once. */
#ifndef KOLMO_NETWORK_BACK_H
#define KOLMO_NETWORK_BACK_H
#include "core/network/forward.h"

#define NET_ERROR 16383.0f                /* errors of 16 bits lie within ±16,383: 1,024 times that times 127 fits 32 bits */
#define NET_LEAST 8.6736173798840355e-19f /* 2^-60: the least magnitude that their unit is made of */

KOLMO_OP kolmo_net_error *net_errors(const net *n, unsigned step) {
  return (kolmo_net_error *)(void *)(n->base + n->net->errors) + (size_t)(n->slot * n->net->window + step) * ((n->net->steps + 1u) << n->net->nibbles);
}
KOLMO_OP uint16_t *net_counts(const net *n) { return (uint16_t *)(void *)(n->base + n->net->counts) + n->slot * n->net->window; }
KOLMO_OP uint8_t *net_symbols(const net *n) { return n->base + n->net->symbols + n->slot * n->net->window; }

/* How many whole steps lie below a cumulated sum. */
KOLMO_OP int32_t net_whole(uint32_t below, float unit, float offset) {
  float x = (float)(int32_t)below * unit + offset;
  float t = x + NET_ROUND;
  int32_t bits;
  memcpy(&bits, &t, sizeof bits);
  return bits - NET_ROUND_BITS;
}

/* What errors are rounded with: one random number of a step's, of many. */
KOLMO_OP float net_error_offset(const net *n, uint32_t which) {
  return (float)(int32_t)(kolmo_scramble(n->m->shared->position * 0x9E3779B1u + which) >> 9) * (1.0f / 8388608) - 0.5f;
}

/* A distribution's errors as they are noted, logit by logit. */
typedef struct {
  float unit, offset; /* a numerator's steps; what they are rounded with */
  uint32_t below;     /* the sum of the numerators so far */
  int32_t whole;      /* and how many whole steps lie below it */
} net_noting;

KOLMO_OP net_noting net_noting_of(const net *n, uint32_t all, uint32_t which) {
  return (net_noting){(float)(int32_t)n->net->steps / (float)(int32_t)all, net_error_offset(n, which), 0, 0};
}

/* Sixteen logits from `first` on, less 1 at the one that came, in whole steps. Returns how many errors there are now. */
KOLMO_OP unsigned net_note_sixteen(const net *n, net_noting *noting, const uint32_t *leaves, unsigned first, unsigned came, kolmo_net_error *errors, unsigned count) {
  for (unsigned i = first; i < first + 16; i++) {
    noting->below += *leaves++;
    int32_t now = net_whole(noting->below, noting->unit, noting->offset), error = now - noting->whole - (i == came ? n->net->steps : 0);
    noting->whole = now;
    if (error) errors[count++] = (kolmo_net_error){(uint16_t)i, (int16_t)error};
  }
  return count;
}

/* The distribution, less 1 at what came, in whole steps: rounded at random, all of it with one random number, so that each error is right on
 * average, their sum is 0, and most are. `number` sets apart those of one byte. */
static void net_note_errors(const net *n, uint32_t symbol, uint32_t number) {
  const uint32_t *tree = n->state->tree;
  unsigned step = n->state->step, count = 0;
  kolmo_net_error *errors = net_errors(n, step);
  net_noting noting = net_noting_of(n, tree[1], number);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_NIBBLES)
  if (n->net->nibbles) {
    const unsigned high = symbol >> 4, first = 16 + 16 * high;
    count = net_note_sixteen(n, &noting, tree + 16, 0, high, errors, 0);
    noting = net_noting_of(n, net_low_all(tree, high), number + KOLMO_NET_AGAIN);
    count = net_note_sixteen(n, &noting, tree + KOLMO_NET_SYMBOLS + 16 * high, first, first + (symbol & 15), errors, count);
    net_counts(n)[step] = (uint16_t)count;
    return;
  }
#endif
  for (unsigned block = 0; block < 16; block++) {
    uint32_t after = noting.below + tree[16 + block];
    if (symbol >> 4 != block && net_whole(after, noting.unit, noting.offset) == noting.whole) noting.below = after; /* none has an error */
    else count = net_note_sixteen(n, &noting, tree + KOLMO_NET_SYMBOLS + 16 * block, 16 * block, symbol, errors, count);
  }
  net_counts(n)[step] = (uint16_t)count;
}

KOLMO_OP float net_error_size(const net *n, kolmo_net_error e) { return (float)e.error * (1.0f / (float)n->net->steps); }

/* g[from] += Wᵀ·g[logits], at a step: of the errors that are not 0. */
static void net_logits_back(const net *n, const kolmo_net_op *op, int step) {
  const float *w = net_floats(n, op->weights);
  float *to = net_gradient(n, op->from, step);
  const kolmo_net_error *errors = net_errors(n, (unsigned)step);
  unsigned count = net_counts(n)[step];
  for (unsigned c = 0; c < op->ins; c += 16) {
    lanes16 sum = f_set(0.0f);
    for (unsigned i = 0; i < count; i++)
      sum = f_add(sum, f_mul(f_set(net_error_size(n, errors[i])), f_load(w + (size_t)errors[i].symbol * op->ins + c)));
    net_add(to + c, sum);
  }
}

static void net_precise_back(const net *n, const kolmo_net_op *op, int step) {
  const float *w = net_floats(n, op->weights), *e = net_gradient(n, op->to, step);
  float *to = net_gradient(n, op->from, step);
  for (unsigned c = 0; c < op->ins; c += 16) {
    lanes16 sum = f_set(0.0f);
    for (unsigned o = 0; o < op->outs; o++) sum = f_add(sum, f_mul(f_set(e[o]), f_load(w + (size_t)o * op->ins + c)));
    net_add(to + c, sum);
  }
}

/* An error times its row's scale, in 16 bits with one unit for all of a step: in pairs, as `pairs` of the weights is. Returns the unit. */
static float net_pair_errors(const net *n, const kolmo_net_op *op, const float *e, int32_t *pairs) {
  const float *scale = net_floats(n, op->scale);
  lanes16 most = f_set(NET_LEAST);
  for (unsigned o = 0; o < op->outs; o += 16) most = f_most(most, f_mul(f_load(e + o), f_load(scale + o)));
  float largest = f_largest(most);
  lanes16 inverse = f_set(NET_ERROR / largest);
  for (unsigned o = 0; o < op->outs; o += 32, pairs += 16) {
    ints16 low = f_rounded(f_mul(f_mul(f_load(e + o), f_load(scale + o)), inverse)), high = i_set(0);
    if (o + 16 < op->outs) high = f_rounded(f_mul(f_mul(f_load(e + o + 16), f_load(scale + o + 16)), inverse));
    i_store(pairs, i_pair(low, high));
  }
  return largest / NET_ERROR;
}

/* g[from] += Wᵀ·g[to], for `count` steps from `first` on, as integers. */
static void net_dense_back(const net *n, const kolmo_net_op *op, int first, unsigned count) {
  _Alignas(64) int32_t errors[4][NET_PAIRED(KOLMO_NET_WIDTH)], sums[4 * KOLMO_NET_WIDTH];
  float units[4];
  for (unsigned done = 0; done < count; done += 4) {
    unsigned rows = count - done < 4 ? count - done : 4;
    for (unsigned r = 0; r < rows; r++) units[r] = net_pair_errors(n, op, net_gradient(n, op->to, first + (int)(done + r)), errors[r]);
    pair_products(errors[0], NET_PAIRED(KOLMO_NET_WIDTH), 1, (const int32_t *)(const void *)(n->base + op->pairs), sums, rows, op->ins, NET_PAIRED(op->outs));
    for (unsigned r = 0; r < rows; r++) {
      float *to = net_gradient(n, op->from, first + (int)(done + r));
      for (unsigned i = 0; i < op->ins; i += 16) net_add(to + i, f_mul(i_convert(i_load(sums + r * op->ins + i)), f_set(units[r])));
    }
  }
}

static void net_act_back(const net *n, const kolmo_net_op *op, int step) {
  const float *x = net_value(n, op->from, step), *e = net_gradient(n, op->to, step);
  float *to = net_gradient(n, op->from, step);
  const lanes16 one = f_set(1.0f);
  for (unsigned i = 0; i < op->outs; i += 16) {
    lanes16 d = f_load(e + i), v = f_load(x + i), y;
    switch (op->act) {
      case KOLMO_ACT_TANH: y = f_tanh(v), d = f_mul(d, f_sub(one, f_mul(y, y))); break;
      case KOLMO_ACT_SIGMOID: y = f_sigmoid(v), d = f_mul(d, f_mul(y, f_sub(one, y))); break;
      case KOLMO_ACT_RELU: /* 1 above 0: the value over itself, for floats have no mask here */
        y = f_max(v, f_set(0.0f)), d = f_mul(d, f_div(y, f_max(y, f_set(NET_TINY)))); break;
    }
    net_add(to + i, d);
  }
}

static void net_recur_back(const net *n, const kolmo_net_op *op, int step) {
  unsigned w = op->outs;
  const float *gates = net_gates(n, op, (unsigned)step), *before = net_cells(n, op, (unsigned)step), *cell = before + w;
  const float *e = net_gradient(n, op->to, step);
  float *to = net_gradient(n, op->from, step), *back = net_floats(n, op->back);
  const lanes16 one = f_set(1.0f);
  for (unsigned i = 0; i < w; i += 16) {
    lanes16 z = f_load(gates + i), f = f_load(gates + w + i), o = f_load(gates + 2 * w + i), d = f_load(e + i);
    lanes16 dc = f_add(f_load(back + i), f_mul(d, o));
    net_add(to + i, f_mul(f_mul(dc, f_sub(one, f)), f_sub(one, f_mul(z, z))));
    net_add(to + w + i, f_mul(f_mul(dc, f_sub(f_load(before + i), z)), f_mul(f, f_sub(one, f))));
    net_add(to + 2 * w + i, f_mul(f_mul(d, f_load(cell + i)), f_mul(o, f_sub(one, o))));
    f_store(back + i, f_clamp(f_mul(dc, f), NET_LIMIT));
  }
}

static void net_norm_back(const net *n, const kolmo_net_op *op, int step) {
  const float *x = net_value(n, op->from, step), *e = net_gradient(n, op->to, step);
  float *to = net_gradient(n, op->from, step);
  float factor = net_norm_factor(x, op->ins);
  lanes16 r = f_set(factor), along[2] = {f_set(0.0f), f_set(0.0f)};
  for (unsigned i = 0; i < op->ins; i += 16) along[i / 16 % 2] = f_add(along[i / 16 % 2], f_mul(f_load(e + i), f_mul(f_load(x + i), r)));
  lanes16 mean = f_set(f_total(along) / (float)op->ins);
  for (unsigned i = 0; i < op->ins; i += 16) {
    lanes16 y = f_mul(f_load(x + i), r);
    net_add(to + i, f_mul(r, f_sub(f_load(e + i), f_mul(y, mean))));
  }
}

/* What falls before the window waits there for the window before, if gradients go on to it. */
static void net_delay_back(const net *n, const kolmo_net_op *op, int step) {
  const float *e = net_gradient(n, op->to, step);
  for (unsigned i = 0; i < op->outs; i += 16) net_add(net_gradient(n, op->from, step - 1) + i, f_load(e + i));
}

/* Before a window's gradients; and what each RECUR op does then. */
KOLMO_OP void net_back_begins(const net *n) { memset(net_floats(n, n->net->gradients), 0, (size_t)(n->length + 1) * n->net->total * sizeof(float)); }
/* Before those of the window before it, which begin with what fell before this one. */
KOLMO_OP void net_back_goes_on(const net *n) {
  const size_t step = n->net->total, last = n->length * step;
  float *gradients = net_floats(n, n->net->gradients);
  memcpy(gradients + last, gradients, step * sizeof(float));
  memset(gradients, 0, last * sizeof(float));
}
KOLMO_OP void net_recur_begins(const net *n, const kolmo_net_op *op) { memset(n->base + op->back, 0, op->outs * sizeof(float)); }
#endif
