/* The mixer's two loops, spelled out. */
#include "kernels/kernels.h"

static int64_t mixer_dot(const int16_t *x, const int32_t *w, int32_t w0, size_t n) {
  int64_t sum = 0; /* 512 inputs · 2^15 · 2^22 stays below 2^47 */
  for (size_t i = 0; i < n; i++) sum += (int64_t)x[i] * (w[i] + w0);
  return sum >> 16;
}

static void mixer_train(const int16_t *x, int32_t *w, int32_t w0, int32_t e, size_t n) {
  for (size_t i = 0; i < n; i++) {
    int32_t v = w[i] + w0 + ((x[i] * e + (1 << 13)) >> 14); /* |x·e| < 2^30 */
    if (v > KOLMO_WEIGHT_MAX) v = KOLMO_WEIGHT_MAX;
    if (v < -KOLMO_WEIGHT_MAX) v = -KOLMO_WEIGHT_MAX;
    w[i] = v - w0;
  }
}

const kolmo_kernels kolmo_kernels_scalar = {.name = "scalar", .mixer_dot = mixer_dot, .mixer_train = mixer_train};
