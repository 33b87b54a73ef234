/* What a network learns at the end of each window. */
#ifndef KOLMO_NETWORK_LEARN_H
#define KOLMO_NETWORK_LEARN_H
#include "core/network/back.h"

#define NET_WEIGHT_MAX 32.0f
#define NET_WEIGHT 127.0f
enum { NET_CHUNK = 64 }; /* columns at a time, whose sums stay in registers */

/* By what a gradient of that mean square is multiplied, which then has the one that is left there. */
KOLMO_OP float net_clip(const net *n, float *mean) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_CLIP)
  float most = (float)(int32_t)n->net->clip * (1.0f / 65536);
  if (n->net->clip && *mean > most * most) {
    float share = most / __builtin_sqrtf(*mean);
    *mean = most * most;
    return share;
  }
#else
  (void)n, (void)mean;
#endif
  return 1.0f;
}

/* One row of weights, `width` of them, by its gradient: RMSProp, with one average for the row, over the row's own updates; or SGD. What came out of the
 * window behind is a part of its gradient: it is not counted again. */
KOLMO_OP void net_step(const net *n, float rate, float *w, float *moment, float *age, const float *gradient, unsigned width) {
  float keep = 1.0f / (float)((uint32_t)1 << n->net->decay), epsilon = 1.0f / (float)((uint64_t)1 << n->net->epsilon);
  float mean = f_inner(gradient, gradient, width) / (float)width;
  float share = net_clip(n, &mean), step = rate;
  if (!n->net->sgd) {
    float known = *age + (1.0f - *age) * keep, square = *moment + (mean - *moment) * keep, root = __builtin_sqrtf(known);
    step = rate * root / (__builtin_sqrtf(square) + epsilon * root);
    if (!net_further(n)) *age = known, *moment = square;
  }
  lanes16 r = f_set(step * share);
  for (unsigned i = 0; i < width; i += 16) f_store(w + i, f_clamp(f_sub(f_load(w + i), f_mul(r, f_load(gradient + i))), NET_WEIGHT_MAX));
}

/* The int8 shadow of row o. */
static void net_shadow(const net *n, const kolmo_net_op *op, unsigned o) {
  const float *w = net_floats(n, op->weights) + (size_t)o * op->columns;
  lanes16 most = f_set(NET_TINY);
  for (unsigned i = 0; i < op->columns; i += 16) most = f_most(most, f_load(w + i));
  float largest = f_largest(most);
  lanes16 inverse = f_set(NET_WEIGHT / largest);
  net_floats(n, op->scale)[o] = largest / NET_WEIGHT;
  uint8_t *bytes = n->base + op->bytes + (size_t)(o / 16) * 16 * op->columns + o % 16 * 4;
  int32_t *pairs = (int32_t *)(void *)(n->base + op->pairs) + (size_t)(o / 32 * 16 + o % 16) * op->columns;
  ints16 total = i_set(0);
  for (unsigned i = 0; i < op->columns; i += 16) {
    ints16 q = f_rounded(f_mul(f_load(w + i), inverse));
    int8_t small[16];
    i_store8(small, q);
    for (unsigned j = 0; j < 16; j += 4, bytes += 64) memcpy(bytes, small + j, 4);
    total = i_add(total, q);
    if (op->to == n->net->logits) continue;
    ints16 pair = i_load(pairs + i);
    i_store(pairs + i, o % 32 < 16 ? i_pair(q, i_high(pair)) : i_pair(pair, q));
  }
  int32_t lanes[16], sum = 0;
  i_store(lanes, total);
  for (unsigned j = 0; j < 16; j++) sum += lanes[j];
  ((int32_t *)(void *)(n->base + op->totals))[o] = sum;
}

/* How many windows were learned with the one that is, not counting those learned again. */
KOLMO_OP uint32_t net_age(const net *n) { return n->state->windows + 1 - n->net->delay; }

/* What is left of all rates, at the window now learned. */
KOLMO_OP float net_left(const net *n) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_FALL)
  const kolmo_network *k = n->net;
  int64_t after = (int64_t)net_age(n) * k->window - (int64_t)k->after * 1024, over = (int64_t)k->over * 1024;
  if (k->fall && after > 0) {
    float left = k->fall == KOLMO_FALL_LINEAR ? 1.0f - (float)after / (float)over : __builtin_sqrtf((float)over / (float)(over + after));
    float least = (float)(int32_t)k->least * (1.0f / 256);
    return left < least ? least : left;
  }
#else
  (void)n;
#endif
  return 1.0f;
}

/* How fast an op learns now: slower in the first windows. */
KOLMO_OP float net_rate(const net *n, const kolmo_net_op *op) {
  uint32_t age = net_age(n);
  float warm = age < n->net->warm ? (float)age / (float)n->net->warm : 1.0f;
  return (float)(int32_t)op->rate * (1.0f / 16777216) * warm * net_left(n);
}

/* Row o by its gradient. */
KOLMO_OP void net_row_learn(const net *n, const kolmo_net_op *op, unsigned o, float rate, const float *gradient) {
  net_step(n, rate, net_floats(n, op->weights) + (size_t)o * op->columns, net_floats(n, op->moments) + o, net_floats(n, op->age) + o, gradient, op->columns);
  if (!n->net->precise) net_shadow(n, op, o);
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

/* The gradient of row o as float sums, of `count` errors; none: the row stays as it is. */
KOLMO_OP void net_sums_learn(const net *n, const kolmo_net_op *op, unsigned o, float rate, const float *e, const size_t *at, unsigned count) {
  _Alignas(64) float gradient[KOLMO_NET_WIDTH];
  if (!count) return;
  const float *x = net_value(n, op->from, 0);
#if !defined(KOLMO_USES) || defined(KOLMO_USES_MASKED)
  if (op->code == KOLMO_NET_MASKED)
    for (unsigned i = 0; i < op->columns; i += 16) net_outer(gradient + i, e, at, count, x + 16u * net_blocks(n, op, o)[i / 16], 16);
  else
#endif
    net_outer(gradient, e, at, count, x, op->ins);
  net_row_learn(n, op, o, rate, gradient);
}

/* Of the logits' rows: most have no error. */
static void net_logits_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  float e[KOLMO_NET_WINDOW];
  size_t at[KOLMO_NET_WINDOW];
  uint16_t cursor[KOLMO_NET_WINDOW] = {0};
  uint8_t touched[KOLMO_NET_NIBBLES] = {0};
  for (unsigned t = 0; t < n->length; t++)
    for (unsigned i = 0; i < net_counts(n)[t]; i++) touched[net_errors(n, t)[i].symbol] = 1;
  for (unsigned o = 0; o < op->outs; o++) {
    unsigned count = 0;
    for (unsigned t = 0; t < n->length && touched[o]; t++) {
      const kolmo_net_error *errors = net_errors(n, t);
      if (cursor[t] == net_counts(n)[t] || errors[cursor[t]].symbol != o) continue;
      e[count] = net_error_size(n, errors[cursor[t]++]);
      at[count++] = (size_t)t * n->net->total;
    }
    net_sums_learn(n, op, o, rate, e, at, count);
  }
}

static void net_precise_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  float e[KOLMO_NET_WINDOW];
  size_t at[KOLMO_NET_WINDOW];
  for (unsigned o = 0; o < op->outs; o++) {
    unsigned count = 0;
    for (unsigned t = 0; t < n->length; t++) {
      float error = net_gradient(n, op->to, (int)t)[o];
      if (error == 0.0f) continue;
      e[count] = error;
      at[count++] = (size_t)t * n->net->total;
    }
    net_sums_learn(n, op, o, rate, e, at, count);
  }
}

/* Errors of sixteen rows over the window, each times what its step's input is in, in 16 bits with a unit for each row: pairs of steps
 * [(window + 1) / 2][16]. The units are left in `units`, 0 where a row has no error. */
static void net_pair_rows(const net *n, const kolmo_net_op *op, unsigned o, int32_t *pairs, float *units) {
  const float *e = net_gradient(n, op->to, 0) + o, *inputs = net_units(n, &n->net->op[op->source]);
  unsigned window = n->length;
  lanes16 most = f_set(0.0f);
  for (unsigned t = 0; t < window; t++) most = f_most(most, f_mul(f_load(e + (size_t)t * n->net->total), f_set(inputs[t])));
  f_store(units, f_div(most, f_set(NET_ERROR)));
  lanes16 inverse = f_div(f_set(NET_ERROR), f_max(most, f_set(NET_LEAST)));
  for (unsigned t = 0; t < window; t += 2, pairs += 16) {
    ints16 low = f_rounded(f_mul(f_mul(f_load(e + (size_t)t * n->net->total), f_set(inputs[t])), inverse)), high = i_set(0);
    if (t + 1 < window) high = f_rounded(f_mul(f_mul(f_load(e + (size_t)(t + 1) * n->net->total), f_set(inputs[t + 1])), inverse));
    i_store(pairs, i_pair(low, high));
  }
}

/* Four rows by their gradients, as integers [4][columns] in their rows' units. */
KOLMO_OP void net_rows_of_sums_learn(const net *n, const kolmo_net_op *op, unsigned o, float rate, const int32_t *sums, const float *units) {
  _Alignas(64) float gradient[KOLMO_NET_WIDTH];
  for (unsigned r = 0; r < 4; r++, sums += op->columns) {
    if (units[r] == 0.0f) continue;
    for (unsigned i = 0; i < op->columns; i += 16) f_store(gradient + i, f_mul(i_convert(i_load(sums + i)), f_set(units[r])));
    net_row_learn(n, op, o + r, rate, gradient);
  }
}

/* The same as integer products over the window. */
static void net_dense_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  _Alignas(64) int32_t errors[KOLMO_NET_WINDOW / 2 * 16], sums[4 * KOLMO_NET_WIDTH];
  _Alignas(64) float units[16];
  const int32_t *inputs = net_inputs(n, &n->net->op[op->source]);
  for (unsigned block = 0; block < op->outs; block += 16) {
    net_pair_rows(n, op, block, errors, units);
    for (unsigned four = 0; four < 16; four += 4) {
      pair_products(errors + four, 1, 16, inputs, sums, 4, op->ins, (n->length + 1) / 2);
      net_rows_of_sums_learn(n, op, block + four, rate, sums, units + four);
    }
  }
}

static void net_bias_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  _Alignas(64) float gradient[KOLMO_NET_WIDTH];
  memset(gradient, 0, op->outs * sizeof *gradient);
  for (unsigned t = 0; t < n->length; t++) {
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
static void net_rows_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  const float boost = (float)op->boost;
  kolmo_net_row *table = kolmo_table_of(n->m, n->s);
  for (unsigned t = 0; t < n->length; t++) {
    const uint32_t *lines = net_lines(n, op, t);
    _Alignas(64) float g[KOLMO_NET_ROW_WIDTH];
    memcpy(g, net_gradient(n, op->to, (int)t), sizeof g);
    memset(g + KOLMO_NET_ROW, 0, (KOLMO_NET_ROW_WIDTH - KOLMO_NET_ROW) * sizeof *g);
    lanes16 a = f_load(g), b = f_load(g + 16);
    float mean = f_sum(f_add(f_mul(a, a), f_mul(b, b))) * (1.0f / KOLMO_NET_ROW);
    if (!(mean > 0.0f)) continue;
    const float part = net_clip(n, &mean);
    for (unsigned i = 0; i < op->count; i++) {
      kolmo_net_row *row = &table[lines[i]];
      float share = 1.0f / (float)(row->count + 1u);
      if (share < 1.0f / 128) share = 1.0f / 128;
      uint16_t count = row->count;
      if (count < 65535) count++;
      float moment = row->moment;
      if (!n->net->sgd) moment += (mean - moment) * share;
      if (!net_further(n)) row->count = count, row->moment = moment;
      float faster = 1.0f + boost / (float)count;
      float step = rate * 4096 * faster;
      if (!n->net->sgd) step /= __builtin_sqrtf(moment) + 1e-7f;
      lanes16 r = f_set(step * part);
      ints16 da = f_rounded(f_clamp(f_mul(a, r), 32000.0f)), db = f_rounded(f_clamp(f_mul(b, r), 32000.0f));
      int16_t after[16];
      i_store16(row->w, f_rounded(f_clamp(i_convert(i_sub(i_load16(row->w), da)), 32000.0f)));
      i_store16(after, f_rounded(f_clamp(i_convert(i_sub(i_load16(row->w + 16), db)), 32000.0f)));
      memcpy(row->w + 16, after, (KOLMO_NET_ROW - 16) * sizeof *after);
    }
  }
}

/* Whether there is a window so many windows ago. */
KOLMO_OP bool net_was(const net *n, unsigned windows) { return n->state->windows >= windows; }

/* After a window: what each RECUR op takes into the next one, and what that one's first step looks back at. */
KOLMO_OP void net_recur_ends(const net *n, const kolmo_net_op *op) {
  const net next = net_before(*n, n->net->kept - 1u);
  memcpy(net_cells(&next, op, 0), net_cells(n, op, n->length), op->outs * sizeof(float));
}
KOLMO_OP void net_window_ends(const net *n) {
  const net next = net_before(*n, n->net->kept - 1u);
  if (n->state->windows < 0x7FFFFFFF) n->state->windows++;
  memcpy(net_value(&next, 0, -1), net_value(n, 0, (int)n->length - 1), n->net->total * sizeof(float));
  n->state->step = 0;
  n->state->slot = next.slot;
}

/* A byte has come: its error is noted; true when that fills the window. */
KOLMO_OP bool net_noted(const net *n) {
  if (!n->state->ready) return false;
  n->state->ready = 0;
#if !defined(KOLMO_USES) || defined(KOLMO_USES_LATER)
  if (n->net->replay) net_symbols(n)[n->state->step] = (uint8_t)n->m->shared->last;
#endif
  net_note_errors(n, n->m->shared->last, 0);
  return ++n->state->step == n->length;
}

/* A step of a window that is learned again, for the `time`th time: what all its ops are run between. */
KOLMO_OP void net_again_begins(const net *n, unsigned step) {
  n->state->step = step;
  net_step_begins(n);
}
/* By nibbles, the high one: its distribution is made, that of the low one after it is to be. */
KOLMO_OP unsigned net_again_high(const net *n) {
  net_high_ends(n);
  return net_symbols(n)[n->state->step] >> 4;
}
KOLMO_OP void net_again_ends(const net *n, unsigned time) {
  if (!n->net->nibbles) net_softmax(n->state, net_value(n, n->net->logits, (int)n->state->step));
  net_note_errors(n, net_symbols(n)[n->state->step], KOLMO_NET_WINDOW * (time - 1) + n->state->step + 1);
}

/* Whether the byte that begins is none of the network's. */
KOLMO_OP bool net_rests(const net *n) {
  const kolmo_field *f = &n->s->when;
  n->state->rests = n->s->below && (n->m->shared->registers[f->reg] >> f->shift & f->mask) >= n->s->below;
  return n->state->rests;
}

/* Weights that do not begin as 0, of the op of that number: a counter's hash, scaled. */
static void net_dense_start(const net *n, unsigned number) {
  const kolmo_net_op *op = &n->net->op[number];
  float *w = net_floats(n, op->weights), unit = (float)(int32_t)op->init * (1.0f / 65536) * (1.0f / 8388608);
  for (uint32_t j = 0; j < (uint32_t)op->outs * op->columns; j++)
    w[j] = (float)((int32_t)(kolmo_scramble(j * 0x9E3779B1u + number + 1) >> 8) - 8388608) * unit;
  for (unsigned o = 0; o < op->outs && !n->net->precise; o++) net_shadow(n, op, o);
}
#endif
