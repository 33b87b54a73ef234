/* MASKED: DENSE with a matrix of which each 32 outputs have only some blocks of 16 inputs, as many as any other 32. A row's weights are those, side by side;
 * the numbers are what DENSE would make of a matrix that is 0 elsewhere. */
#ifndef KOLMO_NETWORK_MASKED_H
#define KOLMO_NETWORK_MASKED_H
#include "core/network/learn.h"

/* to += W·from, in floats: `count` outputs from `first` on. */
KOLMO_OP void net_masked_precise_rows(const net *n, const kolmo_net_op *op, unsigned first, unsigned count) {
  const float *w = net_floats(n, op->weights) + (size_t)first * op->columns, *from = net_from(n, op);
  float *to = net_to(n, op);
  for (unsigned o = first; o < first + count; o++, w += op->columns) {
    const uint8_t *blocks = net_blocks(n, op, o);
    lanes16 sums[2] = {f_set(0.0f), f_set(0.0f)};
    for (unsigned i = 0; i < op->columns; i += 16) sums[i / 16 % 2] = f_add(sums[i / 16 % 2], f_mul(f_load(w + i), f_load(from + 16u * blocks[i / 16])));
    net_add_number(to + o, f_total(sums));
  }
}

static void net_masked_precise(const net *n, const kolmo_net_op *op) { net_masked_precise_rows(n, op, 0, net_rows_first(n, op)); }

/* The same in int8. */
KOLMO_OP void net_masked_rows(const net *n, const kolmo_net_op *op, unsigned first, unsigned count) {
  const kolmo_net_op *source = &n->net->op[op->source];
  _Alignas(64) int8_t near[KOLMO_NET_WIDTH];
  _Alignas(64) int32_t sums[16];
  const int8_t *x = (const int8_t *)n->base + source->input;
  const float *scale = net_floats(n, op->scale), unit = net_units(n, source)[n->state->step];
  float *to = net_to(n, op);
  for (unsigned o = first; o < first + count; o += 16) {
    const uint8_t *blocks = net_blocks(n, op, o);
    for (unsigned i = 0; i < op->columns && (o == first || o % 32 == 0); i += 16) memcpy(near + i, x + 16u * blocks[i / 16], 16);
    int8_dots((const int8_t *)n->base + op->bytes + (size_t)o * op->columns, near, (const int32_t *)(const void *)(n->base + op->totals) + o, sums, 16, op->columns);
    net_add(to + o, f_mul(i_convert(i_load(sums)), f_mul(f_load(scale + o), f_set(unit))));
  }
}

static void net_masked(const net *n, const kolmo_net_op *op) {
  if (&n->net->op[op->source] == op) net_quantize(n, op);
  net_masked_rows(n, op, 0, net_rows_first(n, op));
}

/* sums += row o of W · e */
KOLMO_OP void net_masked_add(const net *n, const kolmo_net_op *op, float *sums, unsigned o, float e) {
  const uint8_t *blocks = net_blocks(n, op, o);
  const float *w = net_floats(n, op->weights) + (size_t)o * op->columns;
  for (unsigned i = 0; i < op->columns; i += 16) {
    float *to = sums + 16u * blocks[i / 16];
    f_store(to, f_add(f_load(to), f_mul(f_set(e), f_load(w + i))));
  }
}

/* g[from] += Wᵀ·g[logits], at a step: of the errors that are not 0. */
static void net_masked_logits_back(const net *n, const kolmo_net_op *op, int step) {
  _Alignas(64) float sums[KOLMO_NET_WIDTH];
  float *to = net_gradient(n, op->from, step);
  const kolmo_net_error *errors = net_errors(n, (unsigned)step);
  memset(sums, 0, op->ins * sizeof *sums);
  for (unsigned i = 0; i < net_counts(n)[step]; i++) net_masked_add(n, op, sums, errors[i].symbol, net_error_size(n, errors[i]));
  for (unsigned i = 0; i < op->ins; i += 16) net_add(to + i, f_load(sums + i));
}

static void net_masked_precise_back(const net *n, const kolmo_net_op *op, int step) {
  _Alignas(64) float sums[KOLMO_NET_WIDTH];
  const float *e = net_gradient(n, op->to, step);
  float *to = net_gradient(n, op->from, step);
  memset(sums, 0, op->ins * sizeof *sums);
  for (unsigned o = 0; o < op->outs; o++) net_masked_add(n, op, sums, o, e[o]);
  for (unsigned i = 0; i < op->ins; i += 16) net_add(to + i, f_load(sums + i));
}

/* g[from] += Wᵀ·g[to], for `count` steps from `first` on, as integers. */
static void net_masked_back(const net *n, const kolmo_net_op *op, int first, unsigned count) {
  _Alignas(64) int32_t errors[NET_PAIRED(KOLMO_NET_WIDTH)], sums[KOLMO_NET_WIDTH], all[KOLMO_NET_WIDTH];
  const int32_t *pairs = (const int32_t *)(const void *)(n->base + op->pairs);
  for (int step = first; step < first + (int)count; step++) {
    const float unit = net_pair_errors(n, op, net_gradient(n, op->to, step), errors);
    float *to = net_gradient(n, op->from, step);
    memset(all, 0, op->ins * sizeof *all);
    for (unsigned o = 0; o < op->outs; o += 32) {
      const uint8_t *blocks = net_blocks(n, op, o);
      pair_products(errors + o / 2, 16, 1, pairs + (size_t)(o / 2) * op->columns, sums, 1, op->columns, 16);
      for (unsigned i = 0; i < op->columns; i += 16) i_store(all + 16u * blocks[i / 16], i_add(i_load(all + 16u * blocks[i / 16]), i_load(sums + i)));
    }
    for (unsigned i = 0; i < op->ins; i += 16) net_add(to + i, f_mul(i_convert(i_load(all + i)), f_set(unit)));
  }
}

/* Rows by their gradients: integer products over the window. */
static void net_masked_learn(const net *n, const kolmo_net_op *op) {
  const float rate = net_rate(n, op);
  const unsigned twos = (n->length + 1) / 2;
  _Alignas(64) int32_t errors[KOLMO_NET_WINDOW / 2 * 16], sums[4 * KOLMO_NET_WIDTH];
  _Alignas(64) float units[16];
  const int32_t *inputs = net_inputs(n, &n->net->op[op->source]);
  int32_t *near = (int32_t *)(void *)(n->base + op->near);
  for (unsigned o = 0; o < op->outs; o += 16) {
    const uint8_t *blocks = net_blocks(n, op, o);
    for (unsigned t = 0; t < twos && o % 32 == 0; t++)
      for (unsigned i = 0; i < op->columns; i += 16) memcpy(near + t * op->columns + i, inputs + t * op->ins + 16u * blocks[i / 16], 16 * sizeof *near);
    net_pair_rows(n, op, o, errors, units);
    for (unsigned four = 0; four < 16; four += 4) {
      pair_products(errors + four, 1, 16, near, sums, 4, op->columns, twos);
      net_rows_of_sums_learn(n, op, o + four, rate, sums, units + four);
    }
  }
}

/* Which blocks there are. Band: side by side from where the diagonal is, the first one following the last. Hashed: those of the least hashes. */
static void net_blocks_start(const net *n, const kolmo_net_op *op, unsigned number) {
  const unsigned all = op->ins / 16u, kept = op->columns / 16u, groups = (op->outs + 31u) / 32;
  for (unsigned g = 0; g < groups; g++) {
    uint8_t *blocks = n->base + op->blocks + (size_t)g * kept;
    uint32_t hashes[KOLMO_NET_WIDTH / 16];
    for (unsigned b = 0; b < all; b++)
      hashes[b] = op->pattern == KOLMO_MASK_BAND ? (b + all - g * all / groups) % all : kolmo_scramble((64 * g + b) * 0x9E3779B1u + number + 1);
    for (unsigned b = 0, count = 0; b < all; b++) {
      unsigned before = 0;
      for (unsigned other = 0; other < all; other++) before += hashes[other] < hashes[b] || (hashes[other] == hashes[b] && other < b);
      if (before < kept) blocks[count++] = (uint8_t)b;
    }
  }
}
#endif
