/* The mixer's loops, eight inputs at a time. */
#ifndef KOLMO_KERNELS_NEON_MIXER_H
#define KOLMO_KERNELS_NEON_MIXER_H
#include "kernels/kernels.h"
#include <arm_neon.h>

KOLMO_OP int32_t mixer_dot(const int16_t *x, const int16_t *high, size_t n) {
  int32x4_t sum = vdupq_n_s32(0);
  for (size_t i = 0; i < n; i += 8) {
    int16x8_t a = vld1q_s16(x + i), b = vld1q_s16(high + i);
    int32x4_t first = vmull_s16(vget_low_s16(a), vget_low_s16(b)), second = vmull_high_s16(a, b);
    sum = vaddq_s32(sum, vshrq_n_s32(vpaddq_s32(first, second), 8)); /* products of neighbours are summed before the shift */
  }
  return vaddvq_s32(sum) >> 6;
}

KOLMO_OP void mixer_train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) {
  const int16x4_t step = vdup_n_s16((int16_t)e);
  for (size_t i = 0; i < n; i += 8) {
    int16x8_t a = vld1q_s16(x + i), h = vld1q_s16(high + i);
    uint16x8_t l = vld1q_u16(low + i);
    int32x4_t first = vmull_s16(vget_low_s16(a), step), second = vmull_s16(vget_high_s16(a), step);
    int16x8_t step_high = vuzp2q_s16(vreinterpretq_s16_s32(first), vreinterpretq_s16_s32(second));
    uint16x8_t step_low = vreinterpretq_u16_s16(vuzp1q_s16(vreinterpretq_s16_s32(first), vreinterpretq_s16_s32(second)));
    uint16x8_t sum = vaddq_u16(l, step_low);
    int16x8_t carry = vreinterpretq_s16_u16(vcltq_u16(sum, step_low)); /* −1 where it wrapped */
    vst1q_u16(low + i, sum);
    vst1q_s16(high + i, vqsubq_s16(vqaddq_s16(h, step_high), carry));
  }
}
#endif
