/* Sixteen floats at a time, in two registers. */
#ifndef KOLMO_KERNELS_AVX2_LANES_H
#define KOLMO_KERNELS_AVX2_LANES_H
#include "kernels/kernels.h"
#include <immintrin.h>

typedef struct { __m256 a, b; } lanes16;
typedef struct { __m256i a, b; } ints16;

KOLMO_OP lanes16 f_load(const float *p) { return (lanes16){_mm256_loadu_ps(p), _mm256_loadu_ps(p + 8)}; }
KOLMO_OP void f_store(float *p, lanes16 x) { _mm256_storeu_ps(p, x.a), _mm256_storeu_ps(p + 8, x.b); }
KOLMO_OP lanes16 f_set(float x) { return (lanes16){_mm256_set1_ps(x), _mm256_set1_ps(x)}; }
KOLMO_OP lanes16 f_add(lanes16 x, lanes16 y) { return (lanes16){_mm256_add_ps(x.a, y.a), _mm256_add_ps(x.b, y.b)}; }
KOLMO_OP lanes16 f_sub(lanes16 x, lanes16 y) { return (lanes16){_mm256_sub_ps(x.a, y.a), _mm256_sub_ps(x.b, y.b)}; }
KOLMO_OP lanes16 f_mul(lanes16 x, lanes16 y) { return (lanes16){_mm256_mul_ps(x.a, y.a), _mm256_mul_ps(x.b, y.b)}; }
KOLMO_OP lanes16 f_div(lanes16 x, lanes16 y) { return (lanes16){_mm256_div_ps(x.a, y.a), _mm256_div_ps(x.b, y.b)}; }
KOLMO_OP lanes16 f_sqrt(lanes16 x) { return (lanes16){_mm256_sqrt_ps(x.a), _mm256_sqrt_ps(x.b)}; }
KOLMO_OP lanes16 f_abs(lanes16 x) {
  const __m256 sign = _mm256_set1_ps(-0.0f);
  return (lanes16){_mm256_andnot_ps(sign, x.a), _mm256_andnot_ps(sign, x.b)};
}
KOLMO_OP lanes16 f_min(lanes16 x, lanes16 y) { return (lanes16){_mm256_min_ps(x.a, y.a), _mm256_min_ps(x.b, y.b)}; }
KOLMO_OP lanes16 f_max(lanes16 x, lanes16 y) { return (lanes16){_mm256_max_ps(x.a, y.a), _mm256_max_ps(x.b, y.b)}; }
KOLMO_OP float f_sum(lanes16 x) {
  __m256 s = _mm256_add_ps(x.a, x.b);
  __m128 q = _mm_add_ps(_mm256_castps256_ps128(s), _mm256_extractf128_ps(s, 1));
  q = _mm_add_ps(q, _mm_movehl_ps(q, q));
  return _mm_cvtss_f32(_mm_add_ss(q, _mm_shuffle_ps(q, q, 1)));
}
KOLMO_OP float f_largest(lanes16 x) {
  __m256 s = _mm256_max_ps(x.a, x.b);
  __m128 q = _mm_max_ps(_mm256_castps256_ps128(s), _mm256_extractf128_ps(s, 1));
  q = _mm_max_ps(q, _mm_movehl_ps(q, q));
  return _mm_cvtss_f32(_mm_max_ss(q, _mm_shuffle_ps(q, q, 1)));
}
KOLMO_OP ints16 f_bits(lanes16 x) { return (ints16){_mm256_castps_si256(x.a), _mm256_castps_si256(x.b)}; }
KOLMO_OP lanes16 i_floats(ints16 x) { return (lanes16){_mm256_castsi256_ps(x.a), _mm256_castsi256_ps(x.b)}; }
KOLMO_OP lanes16 i_convert(ints16 x) { return (lanes16){_mm256_cvtepi32_ps(x.a), _mm256_cvtepi32_ps(x.b)}; }
KOLMO_OP ints16 i_load(const int32_t *p) {
  return (ints16){_mm256_loadu_si256((const __m256i *)(const void *)p), _mm256_loadu_si256((const __m256i *)(const void *)(p + 8))};
}
KOLMO_OP ints16 i_load16(const int16_t *p) {
  return (ints16){_mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)(const void *)p)),
                  _mm256_cvtepi16_epi32(_mm_loadu_si128((const __m128i *)(const void *)(p + 8)))};
}
KOLMO_OP void i_store(int32_t *p, ints16 x) {
  _mm256_storeu_si256((__m256i *)(void *)p, x.a), _mm256_storeu_si256((__m256i *)(void *)(p + 8), x.b);
}
KOLMO_OP __m256i to_int16(ints16 x) { return _mm256_permute4x64_epi64(_mm256_packs_epi32(x.a, x.b), 0xD8); }
KOLMO_OP void i_store16(int16_t *p, ints16 x) { _mm256_storeu_si256((__m256i *)(void *)p, to_int16(x)); }
KOLMO_OP void i_store8(int8_t *p, ints16 x) {
  __m256i s = to_int16(x);
  _mm_storeu_si128((__m128i *)(void *)p, _mm_packs_epi16(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1)));
}
KOLMO_OP ints16 i_set(int32_t x) { return (ints16){_mm256_set1_epi32(x), _mm256_set1_epi32(x)}; }
KOLMO_OP ints16 i_add(ints16 x, ints16 y) { return (ints16){_mm256_add_epi32(x.a, y.a), _mm256_add_epi32(x.b, y.b)}; }
KOLMO_OP ints16 i_sub(ints16 x, ints16 y) { return (ints16){_mm256_sub_epi32(x.a, y.a), _mm256_sub_epi32(x.b, y.b)}; }
KOLMO_OP ints16 i_shift23(ints16 x) { return (ints16){_mm256_slli_epi32(x.a, 23), _mm256_slli_epi32(x.b, 23)}; }

/* |w|·(x with w's sign): both factors are within ±127, so that a sum of two products fits 16 bits. */
KOLMO_OP __m256i quads(__m256i w, __m256i x) {
  return _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_abs_epi8(w), _mm256_sign_epi8(x, w)), _mm256_set1_epi16(1));
}

KOLMO_OP void int8_dots(const int8_t *w, const int8_t *x, const int32_t *totals, int32_t *sums, size_t outs, size_t ins) {
  (void)totals;
  for (size_t block = 0; block < outs; block += 16) {
    __m256i a = _mm256_setzero_si256(), b = a;
    for (size_t i = 0; i < ins; i += 4, w += 64) {
      int32_t four;
      memcpy(&four, x + i, sizeof four);
      __m256i xs = _mm256_set1_epi32(four);
      a = _mm256_add_epi32(a, quads(_mm256_load_si256((const __m256i *)(const void *)w), xs));
      b = _mm256_add_epi32(b, quads(_mm256_load_si256((const __m256i *)(const void *)(w + 32)), xs));
    }
    _mm256_storeu_si256((__m256i *)(void *)(sums + block), a);
    _mm256_storeu_si256((__m256i *)(void *)(sums + block + 8), b);
  }
}
#endif
