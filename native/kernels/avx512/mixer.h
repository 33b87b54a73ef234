/* The mixer's loops, thirty-two inputs at a time, and where sixteen are left, these by AVX2: a store of half a vector is slow. */
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

KOLMO_OP __m512i products(__m512i a, __m512i b) { return _mm512_srai_epi32(_mm512_madd_epi16(a, b), 8); }

KOLMO_OP int32_t mixer_dot(const int16_t *x, const int16_t *high, size_t n) {
  if (n <= 16) return mixer_dot_256(x, high, n);
  __m512i sums[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  size_t i = 0;
#pragma GCC unroll 2
  for (; i + 32 <= n; i += 32) sums[i / 32 % 2] = _mm512_add_epi32(sums[i / 32 % 2], products(_mm512_loadu_si512(x + i), _mm512_loadu_si512(high + i)));
  if (i < n) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(x + i)), b = _mm256_loadu_si256((const __m256i *)(high + i));
    sums[1] = _mm512_add_epi32(sums[1], _mm512_zextsi256_si512(_mm256_srai_epi32(_mm256_madd_epi16(a, b), 8)));
  }
  return _mm512_reduce_add_epi32(_mm512_add_epi32(sums[0], sums[1])) >> 6;
}

KOLMO_OP void mixer_train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) {
  const __m512i step = _mm512_set1_epi16((int16_t)e);
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    __m512i a = _mm512_loadu_si512(x + i), h = _mm512_loadu_si512(high + i), l = _mm512_loadu_si512(low + i);
    __m512i step_low = _mm512_mullo_epi16(a, step), sum = _mm512_add_epi16(l, step_low);
    __mmask32 carry = _mm512_cmplt_epu16_mask(sum, step_low);
    h = _mm512_adds_epi16(h, _mm512_mulhi_epi16(a, step));
    _mm512_storeu_si512(low + i, sum);
    _mm512_storeu_si512(high + i, _mm512_mask_adds_epi16(h, carry, h, _mm512_set1_epi16(1)));
  }
  if (i < n) mixer_train_256(x + i, high + i, low + i, e, n - i);
}
#endif
