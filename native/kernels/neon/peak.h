/* What the path multiplies at best: for peaks.h. */
#ifndef KOLMO_KERNELS_NEON_PEAK_H
#define KOLMO_KERNELS_NEON_PEAK_H
#include "kernels/neon/lanes.h"

typedef int32x4_t wide;
enum { WIDE = 16, CHAINS = 8, FP32_CHAINS = 4 /* as registers allow */ };
KOLMO_OP wide wide_set(int8_t x) { return vreinterpretq_s32_s8(vdupq_n_s8(x)); }
KOLMO_OP wide wide_int8(wide sum, wide x, const int8_t *w) { return neon_by_pairs(sum, vld1q_s8(w), vreinterpretq_s8_s32(x)); }
KOLMO_OP wide wide_int16(wide sum, wide x, const int8_t *w) {
  int16x8_t xs = vreinterpretq_s16_s32(x), ws = vreinterpretq_s16_s8(vld1q_s8(w));
  return vmlal_high_s16(vmlal_s16(sum, vget_low_s16(xs), vget_low_s16(ws)), xs, ws);
}
KOLMO_OP wide wide_add(wide a, wide b) { return vaddq_s32(a, b); }
KOLMO_OP int32_t wide_first(wide a) { return vgetq_lane_s32(a, 0); }
#endif
