/* One byte through a network: from rows to the distribution of the next byte. */
#ifndef KOLMO_NETWORK_FORWARD_H
#define KOLMO_NETWORK_FORWARD_H
#include "core/model.h"
#include "core/network/math.h"
#include "core/network/network.h"

enum { NET_ROW_LOG = 6, NET_WHOLE = 1 << 22 };
#define NET_LIMIT 10000.0f /* what an op adds to a vector, at most: no product can leave the floats */
#define NET_INPUT 63.0f  /* int8 inputs lie within ±63, weights within ±127: one more bit would not fit what AVX2 multiplies */
#define NET_TINY 9.5367431640625e-7f /* 2^-20: the least magnitude that int8 quantization tells from 0 */

/* A network at work. */
typedef struct {
  kolmo_model *m;
  const kolmo_stage *s; /* whose contexts its rows have */
  const kolmo_network *net;
  uint8_t *base;
  kolmo_net_state *state;
  unsigned slot;   /* which of the windows kept */
  unsigned past;   /* how many windows ago that one was */
  unsigned length; /* bytes of it */
  bool further;    /* it learns from gradients that came out of the window behind it */
} net;

KOLMO_OP net net_of(kolmo_model *m, const kolmo_stage *s, const kolmo_network *network) {
  kolmo_net_state *state = kolmo_state_of(m, s);
  return (net){m, s, network, kolmo_state_of(m, s), state, network->kept > 1 ? state->slot : 0, 0, kolmo_net_length(network, state->windows), false};
}
/* The same at the window that was so many windows ago, less than are kept. */
KOLMO_OP net net_before(net n, unsigned windows) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_LATER)
  if (windows) {
    n.slot = (n.slot + n.net->kept - windows) % n.net->kept;
    n.past += windows;
    n.length = kolmo_net_length(n.net, n.state->windows - n.past);
  }
#else
  (void)windows;
#endif
  return n;
}
/* … which its gradients go on to. */
KOLMO_OP net net_onward(net n, unsigned windows) {
  n = net_before(n, windows);
  n.further = true;
  return n;
}
/* Whether a window learns once more, from that. */
KOLMO_OP bool net_further(const net *n) {
#if !defined(KOLMO_USES) || defined(KOLMO_USES_CREDIT)
  return n->further;
#else
  (void)n;
  return false;
#endif
}
KOLMO_OP float *net_floats(const net *n, size_t at) { return (float *)(void *)(n->base + at); }
/* A vector's values at a step of the window; -1 is the last step of the window before. */
KOLMO_OP float *net_value(const net *n, unsigned v, int step) { return net_floats(n, n->net->values) + (size_t)(n->slot * (n->net->window + 1u) + (unsigned)(step + 1)) * n->net->total + n->net->starts[v]; }
KOLMO_OP float *net_gradient(const net *n, unsigned v, int step) { return net_floats(n, n->net->gradients) + (size_t)(step + 1) * n->net->total + n->net->starts[v]; }

KOLMO_OP void net_add(float *to, lanes16 x) { f_store(to, f_add(f_load(to), f_clamp(x, NET_LIMIT))); }
/* One number. */
KOLMO_OP void net_add_number(float *to, float y) {
  *to += y > NET_LIMIT ? NET_LIMIT : y < -NET_LIMIT ? -NET_LIMIT : y;
}

/* What an op reads and writes, at this step. */
KOLMO_OP const float *net_from(const net *n, const kolmo_net_op *op) { return net_value(n, op->from, (int)n->state->step); }
KOLMO_OP float *net_to(const net *n, const kolmo_net_op *op) { return net_value(n, op->to, (int)n->state->step); }

/* Where a ROWS op's rows are at a step: first their contexts' hashes, then their indexes in the table. */
KOLMO_OP uint32_t *net_lines(const net *n, const kolmo_net_op *op, unsigned step) {
  return (uint32_t *)(void *)(n->base + op->lines) + (n->slot * n->net->window + step) * op->count;
}
/* A hash, shifted right by so much, is an index in the table of rows. */
KOLMO_OP unsigned net_row_shift(const net *n) { return 32 + NET_ROW_LOG - n->m->memory[n->s->index].size_log; }

/* A window's inputs in int8, of an op that makes them: their unit at each step, and pairs of steps. */
KOLMO_OP float *net_units(const net *n, const kolmo_net_op *op) { return net_floats(n, op->units) + n->slot * n->net->window; }
KOLMO_OP int32_t *net_inputs(const net *n, const kolmo_net_op *op) {
  return (int32_t *)(void *)(n->base + op->inputs) + (size_t)(n->slot * ((n->net->window + 1u) / 2)) * op->ins;
}
/* What a RECUR op keeps at a step: its gates, and its cells before it and, behind these, after it. */
KOLMO_OP float *net_gates(const net *n, const kolmo_net_op *op, unsigned step) { return net_floats(n, op->saved) + (size_t)(n->slot * n->net->window + step) * op->ins; }
KOLMO_OP float *net_cells(const net *n, const kolmo_net_op *op, unsigned step) { return net_floats(n, op->carry) + (size_t)(n->slot * (n->net->window + 1u) + step) * op->outs; }

/* Hashes a ROWS op's contexts. */
static KOLMO_ONCE void net_rows_hash(const net *n, const kolmo_net_op *op) {
  uint32_t *lines = net_lines(n, op, n->state->step);
  for (unsigned i = 0; i < op->count; i++) lines[i] = kolmo_scramble(kolmo_hash_context(n->m, n->s, op->first + i));
}

/* Asks for their lines: when all ops' are hashed, for so near one another these requests overlap, whatever each has to wait for. */
static KOLMO_ONCE void net_rows_ask(const net *n, const kolmo_net_op *op) {
  const uint32_t *lines = net_lines(n, op, n->state->step);
  const kolmo_net_row *table = kolmo_table_of(n->m, n->s);
  unsigned shift = net_row_shift(n);
  for (unsigned i = 0; i < op->count; i++) {
    const uint32_t at = lines[i] >> shift;
    KOLMO_PREFETCH(table + at);
    KOLMO_PREFETCH(table + (at ^ 1));
  }
}

/* The sum of rows as a vector; the last four lanes of b are of no weights. */
KOLMO_OP void net_rows_summed(float *to, ints16 a, ints16 b) {
  float last[16];
  f_store(last, f_mul(i_convert(b), f_set(1.0f / 4096)));
  memset(last + (KOLMO_NET_ROW - 16), 0, (KOLMO_NET_ROW_WIDTH - KOLMO_NET_ROW) * sizeof *last);
  net_add(to, f_mul(i_convert(a), f_set(1.0f / 4096)));
  net_add(to + 16, f_load(last));
}

/* The sum of the rows that a step had, wherever they are by now. */
static void net_rows_again(const net *n, const kolmo_net_op *op) {
  const uint32_t *lines = net_lines(n, op, n->state->step);
  const kolmo_net_row *table = kolmo_table_of(n->m, n->s);
  ints16 a = i_set(0), b = a;
  for (unsigned i = 0; i < op->count; i++) {
    a = i_add(a, i_load16(table[lines[i]].w));
    b = i_add(b, i_load16(table[lines[i]].w + 16));
  }
  net_rows_summed(net_to(n, op), a, b);
}

/* Which row a context has, of two side by side: the one with its check, or else that which has learned less often, which begins anew. So what comes once
 * does not push out what comes again and again. */
KOLMO_OP uint32_t net_row_at(kolmo_net_row *table, uint32_t at, uint16_t check) {
  if (table[at].check == check) return at;
  const uint32_t beside = at ^ 1;
  if (table[beside].check == check) return beside;
  const uint32_t taken = table[beside].count < table[at].count ? beside : at;
  table[taken] = (kolmo_net_row){.check = check};
  return taken;
}

/* The sum of the contexts' rows. */
static void net_rows(const net *n, const kolmo_net_op *op) {
  uint32_t *lines = net_lines(n, op, n->state->step);
  kolmo_net_row *table = kolmo_table_of(n->m, n->s);
  unsigned shift = net_row_shift(n);
  ints16 a = i_set(0), b = a;
  for (unsigned i = 0; i < op->count; i++) {
    lines[i] = net_row_at(table, lines[i] >> shift, (uint16_t)lines[i]);
    const kolmo_net_row *row = &table[lines[i]];
    a = i_add(a, i_load16(row->w));
    b = i_add(b, i_load16(row->w + 16));
  }
  net_rows_summed(net_to(n, op), a, b);
}

KOLMO_OP lanes16 f_most(lanes16 most, lanes16 x) { return f_max(f_abs(x), most); }

/* A vector in int8, for this step's products and for what its window learns. */
static void net_quantize(const net *n, const kolmo_net_op *op) {
  const float *from = net_from(n, op);
  unsigned step = n->state->step;
  int8_t *x = (int8_t *)n->base + op->input;
  int32_t *inputs = net_inputs(n, op) + (size_t)(step / 2) * op->ins;
  lanes16 most = f_set(NET_TINY);
  for (unsigned i = 0; i < op->ins; i += 16) most = f_most(most, f_load(from + i));
  float largest = f_largest(most);
  lanes16 inverse = f_set(NET_INPUT / largest);
  net_units(n, op)[step] = largest / NET_INPUT;
  for (unsigned i = 0; i < op->ins; i += 16) {
    ints16 q = f_rounded(f_mul(f_load(from + i), inverse));
    i_store8(x + i, q);
    i_store(inputs + i, step % 2 ? i_pair(i_load(inputs + i), q) : i_pair(q, i_set(0)));
  }
}

/* Which sixteens of inputs row o of a MASKED op's weights is for. */
KOLMO_OP const uint8_t *net_blocks(const net *n, const kolmo_net_op *op, unsigned o) { return n->base + op->blocks + (size_t)(o / 32) * (op->columns / 16u); }

/* How many outputs are computed at first: of logits by nibbles those of the high one. The others follow by sixteens. */
KOLMO_OP unsigned net_rows_first(const net *n, const kolmo_net_op *op) { return n->net->nibbles && op->to == n->net->logits ? 16 : op->outs; }

/* to += W·from, in floats: `count` outputs from `first` on. */
KOLMO_OP void net_precise_rows(const net *n, const kolmo_net_op *op, unsigned first, unsigned count) {
  const float *w = net_floats(n, op->weights) + (size_t)first * op->ins, *from = net_from(n, op);
  float *to = net_to(n, op);
  for (unsigned o = first; o < first + count; o++, w += op->ins) net_add_number(to + o, f_inner(w, from, op->ins));
}

static void net_precise(const net *n, const kolmo_net_op *op) { net_precise_rows(n, op, 0, net_rows_first(n, op)); }

/* The same in int8, with one scale for the vector and one for each row of W. */
KOLMO_OP void net_dense_rows(const net *n, const kolmo_net_op *op, unsigned first, unsigned count) {
  const kolmo_net_op *source = &n->net->op[op->source];
  _Alignas(64) int32_t sums[KOLMO_NET_WIDTH];
  const float *scale = net_floats(n, op->scale), unit = net_units(n, source)[n->state->step];
  float *to = net_to(n, op);
  int8_dots((const int8_t *)n->base + op->bytes + (size_t)first * op->ins, (const int8_t *)n->base + source->input,
            (const int32_t *)(const void *)(n->base + op->totals) + first, sums, count, op->ins);
  for (unsigned o = 0; o < count; o += 16)
    net_add(to + first + o, f_mul(i_convert(i_load(sums + o)), f_mul(f_load(scale + first + o), f_set(unit))));
}

static void net_dense(const net *n, const kolmo_net_op *op) {
  if (&n->net->op[op->source] == op) net_quantize(n, op);
  net_dense_rows(n, op, 0, net_rows_first(n, op));
}

KOLMO_OP void net_bias_rows(const net *n, const kolmo_net_op *op, unsigned first, unsigned count) {
  const float *weights = net_floats(n, op->weights);
  float *to = net_to(n, op);
  for (unsigned i = first; i < first + count; i += 16) net_add(to + i, f_load(weights + i));
}

static void net_bias(const net *n, const kolmo_net_op *op) { net_bias_rows(n, op, 0, net_rows_first(n, op)); }

static void net_act(const net *n, const kolmo_net_op *op) {
  const float *from = net_from(n, op);
  float *to = net_to(n, op);
  for (unsigned i = 0; i < op->outs; i += 16) {
    lanes16 x = f_load(from + i);
    switch (op->act) {
      case KOLMO_ACT_TANH: x = f_tanh(x); break;
      case KOLMO_ACT_SIGMOID: x = f_sigmoid(x); break;
      case KOLMO_ACT_RELU: x = f_max(x, f_set(0.0f)); break;
    }
    net_add(to + i, x);
  }
}

/* from: z, f, o. cell = σ(f)·cell + (1 − σ(f))·tanh z; to += σ(o)·cell. */
static void net_recur(const net *n, const kolmo_net_op *op) {
  unsigned w = op->outs, step = n->state->step;
  const float *from = net_from(n, op);
  float *to = net_to(n, op), *gates = net_gates(n, op, step), *cell = net_cells(n, op, step);
  for (unsigned i = 0; i < w; i += 16) {
    lanes16 z = f_tanh(f_load(from + i)), f = f_sigmoid(f_load(from + w + i)), o = f_sigmoid(f_load(from + 2 * w + i));
    lanes16 c = f_add(f_mul(f, f_load(cell + i)), f_mul(f_sub(f_set(1.0f), f), z));
    f_store(gates + i, z), f_store(gates + w + i, f), f_store(gates + 2 * w + i, o);
    f_store(cell + w + i, c);
    net_add(to + i, f_mul(o, c));
  }
}

/* 1 / the root of the mean square. */
KOLMO_OP float net_norm_factor(const float *x, unsigned width) {
  return 1.0f / __builtin_sqrtf(f_inner(x, x, width) / (float)width + NET_TINY);
}

static void net_norm(const net *n, const kolmo_net_op *op) {
  const float *from = net_from(n, op);
  float *to = net_to(n, op);
  lanes16 r = f_set(net_norm_factor(from, op->ins));
  for (unsigned i = 0; i < op->ins; i += 16) net_add(to + i, f_mul(f_load(from + i), r));
}

static void net_delay(const net *n, const kolmo_net_op *op) {
  const float *from = net_value(n, op->from, (int)n->state->step - 1);
  float *to = net_to(n, op);
  for (unsigned i = 0; i < op->outs; i += 16) net_add(to + i, f_load(from + i));
}

/* One level of the tree: its nodes are count … 2·count − 1. */
KOLMO_OP void net_sum_level(uint32_t *tree, unsigned count) {
  for (unsigned i = 0; i < count; i++) tree[count + i] = tree[2 * count + 2 * i] + tree[2 * count + 2 * i + 1];
}

/* The first of the likeliest symbols, which have all of NET_WHOLE: blocks of sixteen that sum to less than that have none. */
KOLMO_OP uint32_t net_likeliest(const uint32_t *tree) {
  uint32_t symbol = 0;
  for (unsigned block = 0; block < 16; block++) {
    if (tree[16 + block] < NET_WHOLE) continue;
    for (symbol = 16 * block; symbol < 16 * block + 16; symbol++)
      if (tree[KOLMO_NET_SYMBOLS + symbol] == NET_WHOLE) return symbol;
  }
  return symbol;
}

/* Logits to whole numbers: 1 + e^(x − largest) in 2^-22. */
KOLMO_OP void net_numerators(uint32_t *to, const float *x, unsigned count) {
  lanes16 most = f_load(x);
  for (unsigned i = 16; i < count; i += 16) most = f_max(f_load(x + i), most);
  lanes16 largest = f_set(f_largest(most));
  for (unsigned i = 0; i < count; i += 16) {
    lanes16 y = f_max(f_sub(f_load(x + i), largest), f_set(-20.0f));
    ints16 whole = f_rounded(f_mul(f_exp(y), f_set(NET_WHOLE - 1.0f)));
    i_store((int32_t *)to + i, i_add(whole, i_set(1)));
  }
}

/* … and the sums of their binary tree. */
static void net_softmax(kolmo_net_state *state, const float *x) {
  uint32_t *tree = state->tree;
  net_numerators(tree + KOLMO_NET_SYMBOLS, x, KOLMO_NET_SYMBOLS);
  net_sum_level(tree, 128), net_sum_level(tree, 64), net_sum_level(tree, 32), net_sum_level(tree, 16);
  for (unsigned i = 16; i-- > 1;) tree[i] = tree[2 * i] + tree[2 * i + 1];
  state->expected = net_likeliest(tree);
  state->most = tree[KOLMO_NET_SYMBOLS + state->expected];
  state->all = tree[1];
}

/* The first of sixteen that has all of NET_WHOLE. */
KOLMO_OP uint32_t net_likeliest_nibble(const uint32_t *leaves) {
  uint32_t nibble = 0;
  while (nibble < 15 && leaves[nibble] != NET_WHOLE) nibble++;
  return nibble;
}
KOLMO_OP uint32_t net_low_all(const uint32_t *tree, unsigned high) { return tree[32 + 2 * high] + tree[33 + 2 * high]; }

/* The high nibble's distribution. Returns the likeliest. */
static unsigned net_high_ends(const net *n) {
  uint32_t *tree = n->state->tree;
  net_numerators(tree + 16, net_value(n, n->net->logits, (int)n->state->step), 16);
  for (unsigned i = 16; i-- > 1;) tree[i] = tree[2 * i] + tree[2 * i + 1];
  return net_likeliest_nibble(tree + 16);
}

/* Are the low nibble's logits after this high one to be computed? Those of a nibble that was likely have been. */
KOLMO_OP bool net_low_begins(const net *n, unsigned high) {
  if (n->state->made >> high & 1) return false;
  n->state->made |= 1u << high;
  return true;
}

/* Its distribution from them. */
KOLMO_OP void net_low_ends(const net *n, unsigned high) {
  uint32_t *tree = n->state->tree;
  net_numerators(tree + KOLMO_NET_SYMBOLS + 16 * high, net_value(n, n->net->logits, (int)n->state->step) + 16 + 16 * high, 16);
  for (unsigned first = 128, count = 8; count > 1; first /= 2, count /= 2)
    for (unsigned i = first + count * high; i < first + count * (high + 1); i++) tree[i] = tree[2 * i] + tree[2 * i + 1];
}

/* The likeliest byte with this high nibble, and how likely it is: after that, or before it. */
KOLMO_OP void net_low_expected(const net *n, unsigned high, bool after) {
  kolmo_net_state *state = n->state;
  const uint32_t *leaves = state->tree + KOLMO_NET_SYMBOLS + 16 * high;
  const uint32_t low = net_likeliest_nibble(leaves), all = net_low_all(state->tree, high);
  state->expected = high << 4 | low;
  state->most = leaves[low], state->all = all;
  if (after) return;
  const uint64_t share = ((uint64_t)state->tree[16 + high] << 16) / state->tree[1];
  state->most = (uint32_t)((share * (((uint64_t)leaves[low] << 16) / all)) >> 16);
  state->all = 1 << 16;
}

/* Before a step's ops, and after them. */
KOLMO_OP void net_step_begins(const net *n) {
  memset(net_value(n, 0, (int)n->state->step), 0, n->net->total * sizeof(float));
  n->state->made = 0;
}
KOLMO_OP void net_step_ends(const net *n) {
  net_softmax(n->state, net_value(n, n->net->logits, (int)n->state->step));
  n->state->ready = 1;
}
#endif
