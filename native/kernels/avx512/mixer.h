/* The mixer's loops, thirty-two inputs at a time, and a half vector where sixteen are left. */
#ifndef KOLMO_KERNELS_AVX512_MIXER_H
#define KOLMO_KERNELS_AVX512_MIXER_H
#include "kernels/kernels.h"
#include <immintrin.h>
/* Where sixteen are all, the narrower vectors are quicker. */
#define mixer_dot mixer_dot_256
#define mixer_train mixer_train_256
#include "kernels/avx2/mixer.h"
#undef mixer_dot
#undef mixer_train

enum { ALL = -1, HALF = 0xFFFF };

/* Which of the 32 lanes from i on exist: all, or the first sixteen. */
KOLMO_OP __mmask32 lanes(size_t i, size_t n) { return n - i >= 32 ? (__mmask32)ALL : (__mmask32)HALF; }

KOLMO_OP int32_t mixer_dot(const int16_t *x, const int16_t *high, size_t n) {
  if (n <= 16) return mixer_dot_256(x, high, n);
  __m512i sum = _mm512_setzero_si512();
  for (size_t i = 0; i < n; i += 32) {
    __mmask32 m = lanes(i, n);
    __m512i a = _mm512_maskz_loadu_epi16(m, x + i), b = _mm512_maskz_loadu_epi16(m, high + i);
    sum = _mm512_add_epi32(sum, _mm512_srai_epi32(_mm512_madd_epi16(a, b), 8));
  }
  return _mm512_reduce_add_epi32(sum) >> 6;
}

KOLMO_OP void mixer_train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) {
  if (n <= 16) return mixer_train_256(x, high, low, e, n);
  const __m512i step = _mm512_set1_epi16((int16_t)e);
  for (size_t i = 0; i < n; i += 32) {
    __mmask32 m = lanes(i, n);
    __m512i a = _mm512_maskz_loadu_epi16(m, x + i);
    __m512i h = _mm512_maskz_loadu_epi16(m, high + i), l = _mm512_maskz_loadu_epi16(m, low + i);
    __m512i step_low = _mm512_mullo_epi16(a, step), sum = _mm512_add_epi16(l, step_low);
    __mmask32 carry = _mm512_cmplt_epu16_mask(sum, step_low);
    h = _mm512_adds_epi16(h, _mm512_mulhi_epi16(a, step));
    h = _mm512_mask_adds_epi16(h, carry, h, _mm512_set1_epi16(1));
    _mm512_mask_storeu_epi16(low + i, m, sum);
    _mm512_mask_storeu_epi16(high + i, m, h);
  }
}
#endif
