/* How fast a path can multiply and read at best: several chains, so that none waits for itself, over operands in the nearest cache. */
#ifndef KOLMO_KERNELS_PEAKS_H
#define KOLMO_KERNELS_PEAKS_H
#include "core/profile/peaks.h"
#include KOLMO_PEAK

#if defined(__GNUC__) /* each round is a new one: the compiler must not remember the last one's sums */
#define ANEW __asm__ volatile("" : : : "memory")
#else
#define ANEW ((void)0)
#endif

/* Each operand that is read is multiplied twice, by different factors, as kernels do that work on several rows: else reading would be the limit. */
#define PEAK_LOOP(multiply)                                                                                    \
  wide sums[CHAINS], x[2] = {wide_set(3), wide_set(5)};                                                   \
  for (int k = 0; k < CHAINS; k++) sums[k] = wide_set(0);                                                 \
  for (size_t round = 0; round < rounds; round++) {                                                            \
    ANEW;                                                                                                      \
    for (size_t i = 0; i < bytes; i += CHAINS / 2 * WIDE)                                                 \
      for (int k = 0; k < CHAINS; k++) sums[k] = multiply(sums[k], x[k % 2], (const int8_t *)data + i + k / 2 * WIDE); \
  }                                                                                                            \
  for (int k = 1; k < CHAINS; k++) sums[0] = wide_add(sums[0], sums[k]);                                  \
  return wide_first(sums[0]);

static int32_t peak_int8(const void *data, size_t bytes, size_t rounds) { PEAK_LOOP(wide_int8) }
static int32_t peak_int16(const void *data, size_t bytes, size_t rounds) { PEAK_LOOP(wide_int16) }

static int32_t peak_fp32(const void *data, size_t bytes, size_t rounds) {
  lanes16 sums[FP32_CHAINS], x[2] = {f_set(1.0f / 1024), f_set(1.0f / 512)};
  for (int k = 0; k < FP32_CHAINS; k++) sums[k] = f_set(0.0f);
  for (size_t round = 0; round < rounds; round++) {
    ANEW;
    for (size_t i = 0; i < bytes / sizeof(float); i += FP32_CHAINS / 2 * 16)
      for (int k = 0; k < FP32_CHAINS; k++) sums[k] = f_add(sums[k], f_mul(x[k % 2], f_load((const float *)data + i + k / 2 * 16)));
  }
  for (int k = 1; k < FP32_CHAINS; k++) sums[0] = f_add(sums[0], sums[k]);
  return (int32_t)f_sum(sums[0]);
}

static int32_t peak_read(const void *data, size_t bytes, size_t rounds) {
  enum { READS = 4 };
  ints16 sums[READS];
  for (int k = 0; k < READS; k++) sums[k] = i_set(0);
  for (size_t round = 0; round < rounds; round++) {
    ANEW;
    for (size_t i = 0; i < bytes / sizeof(int32_t); i += READS * 16)
      for (int k = 0; k < READS; k++) sums[k] = i_add(sums[k], i_load((const int32_t *)data + i + k * 16));
  }
  for (int k = 1; k < READS; k++) sums[0] = i_add(sums[0], sums[k]);
  int32_t lanes[16];
  i_store(lanes, sums[0]);
  return lanes[0];
}

const kolmo_path_peaks KOLMO_GLUE2(kolmo_peaks_, KOLMO_PATH) = {peak_int8, peak_int16, peak_fp32, peak_read};
#endif
