/* Where in its state a network keeps what. */
#ifndef KOLMO_NETWORK_LAYOUT_H
#define KOLMO_NETWORK_LAYOUT_H
#include "core/network/network.h"

static inline size_t kolmo_net_place(kolmo_network *k, size_t bytes) {
  size_t at = k->state;
  k->state = at + (bytes + 63) / 64 * 64;
  return at;
}

static inline void kolmo_net_layout(kolmo_network *k) {
  const size_t f = sizeof(float), window = k->window;
  k->state = 0;
  kolmo_net_place(k, sizeof(kolmo_net_state));
  k->errors = kolmo_net_place(k, window * (k->steps + 1u) * sizeof(kolmo_net_error));
  k->counts = kolmo_net_place(k, window * sizeof(uint16_t));
  for (unsigned v = 0; v < k->vectors; v++) {
    k->values[v] = kolmo_net_place(k, (window + 1) * k->widths[v] * f);
    k->gradients[v] = v == k->logits ? 0 : kolmo_net_place(k, (window + 1) * k->widths[v] * f);
  }
  for (unsigned i = 0; i < k->ops; i++) {
    kolmo_net_op *op = &k->op[i];
    const size_t ins = op->ins, outs = op->outs;
    switch (op->code) {
      case KOLMO_NET_ROWS:
        op->lines = kolmo_net_place(k, window * op->count * sizeof(uint32_t));
        break;
      case KOLMO_NET_DENSE:
        op->weights = kolmo_net_place(k, outs * ins * f);
        op->moments = kolmo_net_place(k, outs * ins * f);
        op->age = kolmo_net_place(k, outs * f);
        op->bytes = kolmo_net_place(k, outs * ins);
        op->scale = kolmo_net_place(k, outs * f);
        op->totals = kolmo_net_place(k, outs * sizeof(int32_t));
        break;
      case KOLMO_NET_BIAS:
        op->weights = kolmo_net_place(k, outs * f);
        op->moments = kolmo_net_place(k, outs * f);
        op->age = kolmo_net_place(k, f);
        break;
      case KOLMO_NET_RECUR:
        op->saved = kolmo_net_place(k, window * ins * f);
        op->carry = kolmo_net_place(k, (window + 1) * outs * f);
        op->back = kolmo_net_place(k, outs * f);
        break;
    }
  }
}
#endif
