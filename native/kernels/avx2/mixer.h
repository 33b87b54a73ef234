/* The mixer's loops, sixteen inputs at a time, or all of eight. */
#ifndef KOLMO_KERNELS_AVX2_MIXER_H
#define KOLMO_KERNELS_AVX2_MIXER_H
#include "kernels/kernels.h"
#include <immintrin.h>

KOLMO_OP int32_t sum_of(__m128i s) {
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
  return _mm_cvtsi128_si32(s);
}

KOLMO_OP int32_t mixer_dot_8(const int16_t *x, const int16_t *high) {
  __m128i a = _mm_load_si128((const __m128i *)x), b = _mm_load_si128((const __m128i *)high);
  return sum_of(_mm_srai_epi32(_mm_madd_epi16(a, b), 8)) >> 6;
}

KOLMO_OP void mixer_train_8(const int16_t *x, int16_t *high, uint16_t *low, int32_t e) {
  const __m128i step = _mm_set1_epi16((int16_t)e), sign = _mm_set1_epi16(-32768);
  __m128i a = _mm_load_si128((const __m128i *)x);
  __m128i h = _mm_load_si128((const __m128i *)high), l = _mm_load_si128((const __m128i *)low);
  __m128i step_low = _mm_mullo_epi16(a, step), sum = _mm_add_epi16(l, step_low);
  __m128i carry = _mm_cmpgt_epi16(_mm_xor_si128(step_low, sign), _mm_xor_si128(sum, sign));
  _mm_store_si128((__m128i *)low, sum);
  _mm_store_si128((__m128i *)high, _mm_subs_epi16(_mm_adds_epi16(h, _mm_mulhi_epi16(a, step)), carry));
}

KOLMO_OP int32_t mixer_dot(const int16_t *x, const int16_t *high, size_t n) {
  if (n == 8) return mixer_dot_8(x, high);
  __m256i sum = _mm256_setzero_si256();
  for (size_t i = 0; i < n; i += 16) {
    __m256i a = _mm256_load_si256((const __m256i *)(x + i)), b = _mm256_load_si256((const __m256i *)(high + i));
    sum = _mm256_add_epi32(sum, _mm256_srai_epi32(_mm256_madd_epi16(a, b), 8));
  }
  __m128i s = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
  return sum_of(s) >> 6;
}

KOLMO_OP void mixer_train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) {
  if (n == 8) return mixer_train_8(x, high, low, e);
  const __m256i step = _mm256_set1_epi16((int16_t)e), sign = _mm256_set1_epi16(-32768);
  for (size_t i = 0; i < n; i += 16) {
    __m256i a = _mm256_load_si256((const __m256i *)(x + i));
    __m256i h = _mm256_load_si256((const __m256i *)(high + i)), l = _mm256_load_si256((const __m256i *)(low + i));
    __m256i step_low = _mm256_mullo_epi16(a, step), sum = _mm256_add_epi16(l, step_low);
    /* unsigned: the sum wrapped where it is below what was added */
    __m256i carry = _mm256_cmpgt_epi16(_mm256_xor_si256(step_low, sign), _mm256_xor_si256(sum, sign));
    h = _mm256_subs_epi16(_mm256_adds_epi16(h, _mm256_mulhi_epi16(a, step)), carry);
    _mm256_store_si256((__m256i *)(low + i), sum);
    _mm256_store_si256((__m256i *)(high + i), h);
  }
}
#endif
