/* Where in its state a network keeps what. */
#ifndef KOLMO_NETWORK_LAYOUT_H
#define KOLMO_NETWORK_LAYOUT_H
#include "core/network/network.h"

static inline size_t kolmo_net_place(kolmo_network *k, size_t bytes) {
  size_t at = k->state;
  k->state = at + (bytes + 63) / 64 * 64;
  return at;
}

/* Products of the same numbers share their int8 form: the first one makes it. */
static inline unsigned kolmo_net_source(const kolmo_network *k, unsigned op) {
  unsigned source = op;
  const kolmo_net_op *reader = &k->op[op];
  for (unsigned i = op; i-- > 0 && (k->op[i].to < reader->from || k->op[i].to >= reader->from + reader->span);)
    if (kolmo_net_multiplies(&k->op[i]) && k->op[i].from == reader->from && k->op[i].span == reader->span) source = i;
  return source;
}

/* `ops` are the network's own. */
static inline void kolmo_net_layout(kolmo_network *k, kolmo_net_op *ops) {
  const size_t f = sizeof(float), window = k->window, steps = window * k->kept;
  k->state = 0;
  k->total = 0;
  kolmo_net_place(k, sizeof(kolmo_net_state));
  k->errors = kolmo_net_place(k, steps * ((k->steps + 1u) << k->nibbles) * sizeof(kolmo_net_error));
  k->counts = kolmo_net_place(k, steps * sizeof(uint16_t));
  k->symbols = kolmo_net_place(k, k->replay ? steps : 0);
  for (unsigned v = 0; v < k->vectors; k->total += k->widths[v++]) k->starts[v] = k->total;
  k->values = kolmo_net_place(k, k->kept * (window + 1) * k->total * f);
  k->gradients = kolmo_net_place(k, (window + 1) * k->total * f);
  for (unsigned i = 0; i < k->ops; i++) {
    kolmo_net_op *op = &ops[i];
    const size_t ins = op->ins, outs = op->outs, columns = op->columns;
    switch (op->code) {
      case KOLMO_NET_ROWS:
        op->lines = kolmo_net_place(k, steps * op->count * sizeof(uint32_t));
        break;
      case KOLMO_NET_DENSE:
      case KOLMO_NET_MASKED:
        op->weights = kolmo_net_place(k, outs * columns * f);
        op->moments = kolmo_net_place(k, outs * f);
        op->age = kolmo_net_place(k, outs * f);
        if (op->code == KOLMO_NET_MASKED) op->blocks = kolmo_net_place(k, (outs + 31) / 32 * (columns / 16));
        if (k->precise) break;
        if (op->code == KOLMO_NET_MASKED) op->near = kolmo_net_place(k, (window + 1) / 2 * columns * sizeof(int32_t));
        op->bytes = kolmo_net_place(k, outs * columns);
        op->scale = kolmo_net_place(k, outs * f);
        op->totals = kolmo_net_place(k, outs * sizeof(int32_t));
        if (op->to != k->logits) op->pairs = kolmo_net_place(k, NET_PAIRED(outs) * columns * sizeof(int32_t));
        op->source = (uint8_t)kolmo_net_source(k, i);
        if (op->source != i) break;
        op->input = kolmo_net_place(k, ins);
        op->units = kolmo_net_place(k, steps * f);
        op->inputs = kolmo_net_place(k, k->kept * ((window + 1) / 2) * ins * sizeof(int32_t));
        break;
      case KOLMO_NET_BIAS:
        op->weights = kolmo_net_place(k, outs * f);
        op->moments = kolmo_net_place(k, f);
        op->age = kolmo_net_place(k, f);
        break;
      case KOLMO_NET_ATTEND:
        op->saved = kolmo_net_place(k, steps * op->states * f);
        op->carry = kolmo_net_place(k, k->kept * (op->states + window) * 2 * outs * f);
        op->back = kolmo_net_place(k, window * 2 * outs * f);
        break;
      case KOLMO_NET_RECUR:
        op->saved = kolmo_net_place(k, steps * ins * f);
        op->carry = kolmo_net_place(k, k->kept * (window + 1) * outs * f);
        op->back = kolmo_net_place(k, outs * f);
        break;
    }
  }
}
#endif
