/* The mixer's two loops, spelled out: the definition that every other path must meet. */
#ifndef KOLMO_KERNELS_SCALAR_MIXER_H
#define KOLMO_KERNELS_SCALAR_MIXER_H
#include "kernels/kernels.h"

KOLMO_OP int32_t mixer_dot(const int16_t *x, const int16_t *high, size_t n) {
  int32_t sum = 0;
  for (size_t i = 0; i < n; i += 2) sum += (x[i] * high[i] + x[i + 1] * high[i + 1]) >> 8;
  return sum >> 6;
}

KOLMO_OP int32_t saturate(int32_t v) { return v > 32767 ? 32767 : v < -32768 ? -32768 : v; }

KOLMO_OP void mixer_train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) {
  for (size_t i = 0; i < n; i++) {
    int32_t step = x[i] * e;
    uint32_t sum = low[i] + ((uint32_t)step & 65535);
    low[i] = (uint16_t)sum;
    high[i] = (int16_t)saturate(saturate(high[i] + (step >> 16)) + (int32_t)(sum >> 16));
  }
}
#endif
