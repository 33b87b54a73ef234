/* What a network learns: errors at each byte, gradients and updates at the end of each window. */
#ifndef KOLMO_NETWORK_LEARN_H
#define KOLMO_NETWORK_LEARN_H
#include "core/network/forward.h"
#include "core/network/rounding.h"

#define NET_WEIGHT_MAX 32.0f
enum { NET_CHUNK = 64 }; /* columns at a time, whose sums stay in registers */

KOLMO_OP kolmo_net_error *net_errors(const net *n, unsigned step) {
  return (kolmo_net_error *)(void *)(n->base + n->net->errors) + (size_t)step * (n->net->steps + 1u);
}
KOLMO_OP uint16_t *net_counts(const net *n) { return (uint16_t *)(void *)(n->base + n->net->counts); }

/* How many whole steps lie below a cumulated sum. */
KOLMO_OP int32_t net_whole(uint32_t below, float unit, float offset) {
  float x = (float)(int32_t)below * unit + offset;
  float t = x + NET_ROUND;
  int32_t bits;
  memcpy(&bits, &t, sizeof bits);
  return bits - NET_ROUND_BITS;
}

/* The distribution, less 1 at what came, in whole steps: rounded at random, all of it with one random number, so that each error is right on
 * average, their sum is 0, and most are. */
static void net_note_errors(net *n, uint32_t symbol) {
  const uint32_t *tree = n->state->tree;
  unsigned step = n->state->step;
  int32_t steps = n->net->steps;
  kolmo_net_error *errors = net_errors(n, step);
  float unit = (float)steps / (float)(int32_t)tree[1];
  float offset = (float)(int32_t)(kolmo_scramble(n->m->shared->position * 0x9E3779B1u) >> 9) * (1.0f / 8388608) - 0.5f;
  unsigned count = 0;
  uint32_t below = 0;
  int32_t whole = 0;
  for (unsigned block = 0; block < 16; block++) {
    uint32_t after = below + tree[16 + block];
    bool mine = symbol >> 4 == block;
    if (!mine && net_whole(after, unit, offset) == whole) {
      below = after;
      continue;
    }
    for (unsigned i = 16 * block; i < 16 * block + 16; i++) {
      below += tree[KOLMO_NET_SYMBOLS + i];
      int32_t now = net_whole(below, unit, offset), error = now - whole - (i == symbol ? steps : 0);
      whole = now;
      if (error) errors[count++] = (kolmo_net_error){(uint16_t)i, (int16_t)error};
    }
  }
  net_counts(n)[step] = (uint16_t)count;
}

KOLMO_OP float net_error_size(const net *n, kolmo_net_error e) { return (float)e.error * (1.0f / (float)n->net->steps); }

/* g[from] += Wᵀ·g[to]. */
static void net_dense_back(const net *n, const kolmo_net_op *op, int step) {
  const float *w = net_floats(n, op->weights);
  float *to = net_gradient(n, op->from, step);
  if (op->to == n->net->logits) {
    const kolmo_net_error *errors = net_errors(n, (unsigned)step);
    unsigned count = net_counts(n)[step];
    for (unsigned c = 0; c < op->ins; c += 16) {
      lanes16 sum = f_set(0.0f);
      for (unsigned i = 0; i < count; i++)
        sum = f_add(sum, f_mul(f_set(net_error_size(n, errors[i])), f_load(w + (size_t)errors[i].symbol * op->ins + c)));
      net_add(to + c, sum);
    }
    return;
  }
  const float *e = net_gradient(n, op->to, step);
  for (unsigned c = 0; c < op->ins; c += 16) {
    lanes16 sum = f_set(0.0f);
    for (unsigned o = 0; o < op->outs; o++) sum = f_add(sum, f_mul(f_set(e[o]), f_load(w + (size_t)o * op->ins + c)));
    net_add(to + c, sum);
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
  const float *gates = net_floats(n, op->saved) + (size_t)step * op->ins, *before = net_floats(n, op->carry) + (size_t)step * w, *cell = before + w;
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
  lanes16 r = f_set(factor), along = f_set(0.0f);
  for (unsigned i = 0; i < op->ins; i += 16) along = f_add(along, f_mul(f_load(e + i), f_mul(f_load(x + i), r)));
  lanes16 mean = f_set(f_sum(along) / (float)op->ins);
  for (unsigned i = 0; i < op->ins; i += 16) {
    lanes16 y = f_mul(f_load(x + i), r);
    net_add(to + i, f_mul(r, f_sub(f_load(e + i), f_mul(y, mean))));
  }
}

static void net_back(const net *n, const kolmo_net_op *op, int step) {
  const float *e = net_gradient(n, op->to, step);
  switch (op->code) {
    case KOLMO_NET_DENSE: net_dense_back(n, op, step); break;
    case KOLMO_NET_ACT: net_act_back(n, op, step); break;
    case KOLMO_NET_RECUR: net_recur_back(n, op, step); break;
    case KOLMO_NET_NORM: net_norm_back(n, op, step); break;
    case KOLMO_NET_DELAY: /* what falls before the window goes into a vector that nobody reads */
      for (unsigned i = 0; i < op->outs; i += 16) net_add(net_gradient(n, op->from, step - 1) + i, f_load(e + i));
      break;
  }
}

/* One row of weights, `width` of them, by its gradient: RMSProp whose average is taken over the row's own updates. */
KOLMO_OP void net_step(const net *n, float rate, float *w, float *moments, float *age, const float *gradient, unsigned width) {
  float keep = 1.0f / (float)((uint32_t)1 << n->net->decay), epsilon = 1.0f / (float)((uint64_t)1 << n->net->epsilon);
  *age += (1.0f - *age) * keep;
  float root = __builtin_sqrtf(*age);
  lanes16 r = f_set(rate * root), eps = f_set(epsilon * root), k = f_set(keep);
  for (unsigned i = 0; i < width; i += 16) {
    lanes16 g = f_load(gradient + i), v = f_load(moments + i);
    v = f_add(v, f_mul(f_sub(f_mul(g, g), v), k));
    f_store(moments + i, v);
    lanes16 d = f_div(f_mul(r, g), f_add(f_sqrt(v), eps));
    f_store(w + i, f_clamp(f_sub(f_load(w + i), d), NET_WEIGHT_MAX));
  }
}

/* The int8 shadow of row o. */
static void net_shadow(const net *n, const kolmo_net_op *op, unsigned o) {
  const float *w = net_floats(n, op->weights) + (size_t)o * op->ins;
  lanes16 most = f_set(NET_TINY);
  for (unsigned i = 0; i < op->ins; i += 16) most = f_max(f_abs(f_load(w + i)), most);
  float largest = f_largest(most);
  lanes16 inverse = f_set(127.0f / largest);
  net_floats(n, op->scale)[o] = largest / 127.0f;
  uint8_t *bytes = n->base + op->bytes + (size_t)(o / 16) * 16 * op->ins + o % 16 * 4;
  int32_t total = 0;
  int8_t q[16];
  for (unsigned i = 0; i < op->ins; i += 16) {
    i_store8(q, f_rounded(f_mul(f_load(w + i), inverse)));
    for (unsigned j = 0; j < 16; j++) total += q[j];
    for (unsigned j = 0; j < 16; j += 4, bytes += 64) memcpy(bytes, q + j, 4);
  }
  ((int32_t *)(void *)(n->base + op->totals))[o] = total;
}

/* sums[c] = Σ_k e[k]·x[k][c], in order; x[k] is at x + at[k]. */
KOLMO_OP void net_outer(float *sums, const float *e, const size_t *at, unsigned count, const float *x, unsigned columns) {
  unsigned c = 0;
  for (; c + NET_CHUNK <= columns; c += NET_CHUNK) {
    lanes16 s0 = f_set(0.0f), s1 = s0, s2 = s0, s3 = s0;
    for (unsigned k = 0; k < count; k++) {
      const float *row = x + at[k] + c;
      lanes16 f = f_set(e[k]);
      s0 = f_add(s0, f_mul(f, f_load(row)));
      s1 = f_add(s1, f_mul(f, f_load(row + 16)));
      s2 = f_add(s2, f_mul(f, f_load(row + 32)));
      s3 = f_add(s3, f_mul(f, f_load(row + 48)));
    }
    f_store(sums + c, s0), f_store(sums + c + 16, s1), f_store(sums + c + 32, s2), f_store(sums + c + 48, s3);
  }
  for (; c < columns; c += 16) {
    lanes16 s0 = f_set(0.0f);
    for (unsigned k = 0; k < count; k++) s0 = f_add(s0, f_mul(f_set(e[k]), f_load(x + at[k] + c)));
    f_store(sums + c, s0);
  }
}

/* Each row of W by its gradient; rows without any stay as they are. */
static void net_dense_learn(const net *n, const kolmo_net_op *op, float rate) {
  _Alignas(64) float gradient[KOLMO_NET_WIDTH];
  float e[KOLMO_NET_WINDOW];
  size_t at[KOLMO_NET_WINDOW];
  float *w = net_floats(n, op->weights), *moments = net_floats(n, op->moments), *age = net_floats(n, op->age);
  const float *x = net_value(n, op->from, 0);
  unsigned window = n->net->window;
  uint16_t cursor[KOLMO_NET_WINDOW] = {0};
  for (unsigned o = 0; o < op->outs; o++) {
    unsigned count = 0;
    if (op->to == n->net->logits) {
      for (unsigned t = 0; t < window; t++) {
        const kolmo_net_error *errors = net_errors(n, t);
        if (cursor[t] == net_counts(n)[t] || errors[cursor[t]].symbol != o) continue;
        e[count] = net_error_size(n, errors[cursor[t]++]);
        at[count++] = (size_t)t * op->ins;
      }
    } else {
      const float *g = net_gradient(n, op->to, 0) + o;
      bool any = false;
      for (unsigned t = 0; t < window; t++) {
        e[t] = g[(size_t)t * op->outs];
        at[t] = (size_t)t * op->ins;
        any |= e[t] != 0;
      }
      if (any) count = window;
    }
    if (!count) continue;
    net_outer(gradient, e, at, count, x, op->ins);
    net_step(n, rate, w + (size_t)o * op->ins, moments + (size_t)o * op->ins, age + o, gradient, op->ins);
    if (!n->net->precise) net_shadow(n, op, o);
  }
}

static void net_bias_learn(const net *n, const kolmo_net_op *op, float rate) {
  _Alignas(64) float gradient[KOLMO_NET_WIDTH];
  memset(gradient, 0, op->outs * sizeof *gradient);
  for (unsigned t = 0; t < n->net->window; t++) {
    if (op->to == n->net->logits) {
      const kolmo_net_error *errors = net_errors(n, t);
      for (unsigned i = 0; i < net_counts(n)[t]; i++) gradient[errors[i].symbol] += net_error_size(n, errors[i]);
    } else {
      const float *g = net_gradient(n, op->to, (int)t);
      for (unsigned i = 0; i < op->outs; i += 16) f_store(gradient + i, f_add(f_load(gradient + i), f_load(g + i)));
    }
  }
  net_step(n, rate, net_floats(n, op->weights), net_floats(n, op->moments), net_floats(n, op->age), gradient, op->outs);
}

/* Each row that a step read, by that step's gradient. */
static void net_rows_learn(const net *n, const kolmo_net_op *op, float rate) {
  const float boost = (float)op->boost;
  kolmo_net_row *table = kolmo_table_of(n->m, n->s);
  for (unsigned t = 0; t < n->net->window; t++) {
    const uint32_t *lines = net_lines(n, op, t);
    _Alignas(64) float g[KOLMO_NET_ROW_WIDTH];
    memcpy(g, net_gradient(n, op->to, (int)t), sizeof g);
    memset(g + KOLMO_NET_ROW, 0, (KOLMO_NET_ROW_WIDTH - KOLMO_NET_ROW) * sizeof *g);
    lanes16 a = f_load(g), b = f_load(g + 16);
    float mean = f_sum(f_add(f_mul(a, a), f_mul(b, b))) * (1.0f / KOLMO_NET_ROW);
    if (!(mean > 0.0f)) continue;
    for (unsigned i = 0; i < op->count; i++) {
      kolmo_net_row *row = &table[lines[i]];
      float share = 1.0f / (float)(row->count + 1u);
      if (share < 1.0f / 128) share = 1.0f / 128;
      if (row->count < 65535) row->count++;
      row->moment += (mean - row->moment) * share;
      float faster = 1.0f + boost / (float)row->count;
      lanes16 r = f_set(rate * 4096 * faster / (__builtin_sqrtf(row->moment) + 1e-7f));
      ints16 da = f_rounded(f_clamp(f_mul(a, r), 32000.0f)), db = f_rounded(f_clamp(f_mul(b, r), 32000.0f));
      int16_t after[16];
      i_store16(row->w, f_rounded(f_clamp(i_convert(i_sub(i_load16(row->w), da)), 32000.0f)));
      i_store16(after, f_rounded(f_clamp(i_convert(i_sub(i_load16(row->w + 16), db)), 32000.0f)));
      memcpy(row->w + 16, after, (KOLMO_NET_ROW - 16) * sizeof *after);
    }
  }
}

/* A window is full: gradients from its last step to its first, then the updates. */
static void net_learn(net *n) {
  const kolmo_network *k = n->net;
  for (unsigned v = 0; v < k->vectors; v++)
    if (v != k->logits) memset(net_floats(n, k->gradients[v]), 0, (size_t)(k->window + 1) * k->widths[v] * sizeof(float));
  for (unsigned i = 0; i < k->ops; i++)
    if (k->op[i].code == KOLMO_NET_RECUR) memset(n->base + k->op[i].back, 0, k->op[i].outs * sizeof(float));
  for (int step = k->window; step-- > 0;)
    for (unsigned i = 0; i < k->backs; i++) net_back(n, &k->op[k->back[i]], step);
  uint32_t age = n->state->windows + 1;
  float warm = age < k->warm ? (float)age / (float)k->warm : 1.0f;
  for (unsigned i = 0; i < k->learns; i++) {
    const kolmo_net_op *op = &k->op[k->learn[i]];
    float rate = (float)(int32_t)op->rate * (1.0f / 16777216) * warm;
    switch (op->code) {
      case KOLMO_NET_ROWS: net_rows_learn(n, op, rate); break;
      case KOLMO_NET_DENSE: net_dense_learn(n, op, rate); break;
      case KOLMO_NET_BIAS: net_bias_learn(n, op, rate); break;
    }
  }
  if (n->state->windows < 0x7FFFFFFF) n->state->windows++;
  /* What the next window's first step looks back at. */
  for (unsigned v = 0; v < k->vectors; v++) memcpy(net_value(n, v, -1), net_value(n, v, k->window - 1), k->widths[v] * sizeof(float));
  for (unsigned i = 0; i < k->ops; i++) {
    const kolmo_net_op *op = &k->op[i];
    if (op->code != KOLMO_NET_RECUR) continue;
    float *cells = net_floats(n, op->carry);
    memcpy(cells, cells + (size_t)k->window * op->outs, op->outs * sizeof *cells);
  }
  n->state->step = 0;
}

/* A byte has come: its error is noted, and a full window learned from. Then the next byte's rows are asked for. */
static void net_byte(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s);
  if (n.state->ready) {
    uint64_t rounding = kolmo_rounding_enter();
    n.state->ready = 0;
    net_note_errors(&n, m->shared->last);
    if (++n.state->step == n.net->window) net_learn(&n);
    kolmo_rounding_leave(rounding);
  }
  for (unsigned i = 0; i < n.net->ops; i++)
    if (n.net->op[i].code == KOLMO_NET_ROWS) net_rows_seek(&n, &n.net->op[i]);
}

static void net_predict(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s);
  uint64_t rounding = kolmo_rounding_enter();
  net_forward(&n);
  kolmo_rounding_leave(rounding);
}

/* Weights that do not begin as 0: a counter's hash, scaled. */
static void net_start(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s);
  uint64_t rounding = kolmo_rounding_enter();
  for (unsigned i = 0; i < n.net->ops; i++) {
    const kolmo_net_op *op = &n.net->op[i];
    if (op->code != KOLMO_NET_DENSE) continue;
    float *w = net_floats(&n, op->weights), unit = (float)(int32_t)op->init * (1.0f / 65536) * (1.0f / 8388608);
    for (uint32_t j = 0; j < (uint32_t)op->outs * op->ins; j++)
      w[j] = (float)((int32_t)(kolmo_scramble(j * 0x9E3779B1u + i + 1) >> 8) - 8388608) * unit;
    if (!n.net->precise)
      for (unsigned o = 0; o < op->outs; o++) net_shadow(&n, op, o);
  }
  kolmo_rounding_leave(rounding);
}
#endif
