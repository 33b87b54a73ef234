/* What plain C multiplies at best: for peaks.h. */
#ifndef KOLMO_KERNELS_SCALAR_PEAK_H
#define KOLMO_KERNELS_SCALAR_PEAK_H
#include "kernels/scalar/lanes.h"

typedef struct { int32_t v[16]; } wide;
enum { WIDE = 32, CHAINS = 2, FP32_CHAINS = 2 /* as registers allow */ };
KOLMO_OP wide wide_set(int8_t x) { wide r; for (int i = 0; i < 16; i++) r.v[i] = x; return r; }
KOLMO_OP wide wide_int8(wide sum, wide x, const int8_t *w) {
  for (int i = 0; i < 16; i++) sum.v[i] += x.v[i] * w[i] + x.v[i] * w[16 + i];
  return sum;
}
KOLMO_OP wide wide_int16(wide sum, wide x, const int8_t *w) {
  int16_t ws[16];
  memcpy(ws, w, sizeof ws);
  for (int i = 0; i < 16; i++) sum.v[i] += x.v[i] * ws[i];
  return sum;
}
KOLMO_OP wide wide_add(wide a, wide b) {
  for (int i = 0; i < 16; i++) a.v[i] += b.v[i];
  return a;
}
KOLMO_OP int32_t wide_first(wide a) { return a.v[0]; }
#endif
