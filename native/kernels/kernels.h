/* The hot loops, one set per CPU path. Every set computes exactly the same numbers: kernels/scalar is the definition. */
#ifndef KOLMO_KERNELS_H
#define KOLMO_KERNELS_H
#include "core/libc.h"

typedef struct {
  const char *name; /* "scalar" */

  /* Sum of x[i]·(w[i] + w0) over n inputs, shifted right by 16 (towards −∞).
   * x: int16[n], logistic Q11; w: int32[n], Q16, offset by w0; result: logistic Q11, not clamped. */
  int64_t (*mixer_dot)(const int16_t *x, const int32_t *w, int32_t w0, size_t n);

  /* w[i] += (x[i]·e + 2^13) >> 14, with w[i] + w0 kept within ±KOLMO_WEIGHT_MAX.
   * e: the error times the learning rate, |e| < 2^15. */
  void (*mixer_train)(const int16_t *x, int32_t *w, int32_t w0, int32_t e, size_t n);
} kolmo_kernels;

enum { KOLMO_WEIGHT_MAX = 1 << 22 }; /* 64.0 in Q16 */

extern const kolmo_kernels kolmo_kernels_scalar;
#endif
