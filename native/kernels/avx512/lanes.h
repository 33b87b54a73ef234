/* Sixteen floats at a time, in one register. */
#ifndef KOLMO_KERNELS_AVX512_LANES_H
#define KOLMO_KERNELS_AVX512_LANES_H
#include "kernels/kernels.h"
#include <immintrin.h>

typedef __m512 lanes16;
typedef __m512i ints16;

KOLMO_OP lanes16 f_load(const float *p) { return _mm512_loadu_ps(p); }
KOLMO_OP void f_store(float *p, lanes16 x) { _mm512_storeu_ps(p, x); }
KOLMO_OP lanes16 f_set(float x) { return _mm512_set1_ps(x); }
KOLMO_OP lanes16 f_add(lanes16 x, lanes16 y) { return _mm512_add_ps(x, y); }
KOLMO_OP lanes16 f_sub(lanes16 x, lanes16 y) { return _mm512_sub_ps(x, y); }
KOLMO_OP lanes16 f_mul(lanes16 x, lanes16 y) { return _mm512_mul_ps(x, y); }
KOLMO_OP lanes16 f_div(lanes16 x, lanes16 y) { return _mm512_div_ps(x, y); }
KOLMO_OP lanes16 f_sqrt(lanes16 x) { return _mm512_sqrt_ps(x); }
KOLMO_OP lanes16 f_abs(lanes16 x) { return _mm512_abs_ps(x); }
KOLMO_OP lanes16 f_min(lanes16 x, lanes16 y) { return _mm512_min_ps(x, y); }
KOLMO_OP lanes16 f_max(lanes16 x, lanes16 y) { return _mm512_max_ps(x, y); }
KOLMO_OP float f_sum(lanes16 x) {
  __m256 s = _mm256_add_ps(_mm512_castps512_ps256(x), _mm512_extractf32x8_ps(x, 1));
  __m128 q = _mm_add_ps(_mm256_castps256_ps128(s), _mm256_extractf128_ps(s, 1));
  q = _mm_add_ps(q, _mm_movehl_ps(q, q));
  return _mm_cvtss_f32(_mm_add_ss(q, _mm_shuffle_ps(q, q, 1)));
}
KOLMO_OP float f_largest(lanes16 x) { return _mm512_reduce_max_ps(x); }
KOLMO_OP ints16 f_bits(lanes16 x) { return _mm512_castps_si512(x); }
KOLMO_OP lanes16 i_floats(ints16 x) { return _mm512_castsi512_ps(x); }
KOLMO_OP lanes16 i_convert(ints16 x) { return _mm512_cvtepi32_ps(x); }
KOLMO_OP ints16 i_load(const int32_t *p) { return _mm512_loadu_si512(p); }
KOLMO_OP ints16 i_load16(const int16_t *p) { return _mm512_cvtepi16_epi32(_mm256_loadu_si256((const __m256i *)(const void *)p)); }
KOLMO_OP void i_store(int32_t *p, ints16 x) { _mm512_storeu_si512(p, x); }
KOLMO_OP void i_store16(int16_t *p, ints16 x) { _mm256_storeu_si256((__m256i *)(void *)p, _mm512_cvtepi32_epi16(x)); }
KOLMO_OP void i_store8(int8_t *p, ints16 x) { _mm_storeu_si128((__m128i *)(void *)p, _mm512_cvtepi32_epi8(x)); }
KOLMO_OP ints16 i_set(int32_t x) { return _mm512_set1_epi32(x); }
KOLMO_OP ints16 i_add(ints16 x, ints16 y) { return _mm512_add_epi32(x, y); }
KOLMO_OP ints16 i_sub(ints16 x, ints16 y) { return _mm512_sub_epi32(x, y); }
KOLMO_OP ints16 i_shift23(ints16 x) { return _mm512_slli_epi32(x, 23); }

KOLMO_OP ints16 i_pair(ints16 low, ints16 high) { return _mm512_mask_blend_epi16(0xAAAAAAAA, low, _mm512_slli_epi32(high, 16)); }
KOLMO_OP ints16 i_high(ints16 x) { return _mm512_srai_epi32(x, 16); }

/* The instruction multiplies unsigned by signed: x + 64 is unsigned, and 64·Σ w is taken off again. Two blocks of outputs at a time: an input is
 * spread over the lanes once for both. */
KOLMO_OP __m512i i_unsigned(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return _mm512_add_epi8(_mm512_set1_epi32(four), _mm512_set1_epi8(64));
}

KOLMO_OP __m512i i_less_totals(const int32_t *totals) { return _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(_mm512_loadu_si512(totals), 6)); }

static KOLMO_APART void int8_dots(const int8_t *w, const int8_t *x, const int32_t *totals, int32_t *sums, size_t outs, size_t ins) {
  for (size_t block = 0; block < outs; block += 32, w += 32 * ins) {
    const size_t other = block + 32 > outs ? 0 : 16; /* a block that is alone is its own other one */
    __m512i a[4], b[4];
    for (int k = 0; k < 4; k++) a[k] = b[k] = _mm512_setzero_si512();
    a[0] = i_less_totals(totals + block), b[0] = i_less_totals(totals + block + other);
    const int8_t *v = w, *u = w + other * ins;
    for (size_t i = 0; i < ins; i += 16, v += 256, u += 256) {
#pragma GCC unroll 4
      for (int k = 0; k < 4; k++) {
        const __m512i xs = i_unsigned(x + i + 4 * k);
        a[k] = _mm512_dpbusd_epi32(a[k], xs, _mm512_load_si512(v + 64 * k));
        b[k] = _mm512_dpbusd_epi32(b[k], xs, _mm512_load_si512(u + 64 * k));
      }
    }
    _mm512_storeu_si512(sums + block, _mm512_add_epi32(_mm512_add_epi32(a[0], a[1]), _mm512_add_epi32(a[2], a[3])));
    _mm512_storeu_si512(sums + block + other, _mm512_add_epi32(_mm512_add_epi32(b[0], b[1]), _mm512_add_epi32(b[2], b[3])));
  }
}

static KOLMO_APART void pair_products(const int32_t *a, size_t row, size_t step, const int32_t *b, int32_t *c, size_t rows, size_t columns, size_t pairs) {
  if (rows == 4 && columns % 32 == 0) {
    for (size_t first = 0; first < pairs; first += KOLMO_PAIRS_AT_ONCE) {
      const size_t end = first + KOLMO_PAIRS_AT_ONCE < pairs ? first + KOLMO_PAIRS_AT_ONCE : pairs;
      for (size_t j = 0; j < columns; j += 32) {
        __m512i sums[4][2];
        for (int r = 0; r < 4; r++) {
          int32_t *to = c + (size_t)r * columns + j;
          sums[r][0] = first ? _mm512_loadu_si512(to) : _mm512_setzero_si512(), sums[r][1] = first ? _mm512_loadu_si512(to + 16) : _mm512_setzero_si512();
        }
        const int32_t *y = b + first * columns + j, *x = a + first * step;
        for (size_t k = first; k < end; k++, y += columns, x += step) {
          __m512i low = _mm512_loadu_si512(y), high = _mm512_loadu_si512(y + 16);
          for (int r = 0; r < 4; r++) {
            __m512i xs = _mm512_set1_epi32(x[(size_t)r * row]);
            sums[r][0] = _mm512_dpwssd_epi32(sums[r][0], xs, low);
            sums[r][1] = _mm512_dpwssd_epi32(sums[r][1], xs, high);
          }
        }
        for (int r = 0; r < 4; r++)
          _mm512_storeu_si512(c + (size_t)r * columns + j, sums[r][0]), _mm512_storeu_si512(c + (size_t)r * columns + j + 16, sums[r][1]);
      }
    }
    return;
  }
  for (size_t r = 0; r < rows; r++, a += row, c += columns)
    for (size_t j = 0; j < columns; j += 16) {
      __m512i sum = _mm512_setzero_si512();
      for (size_t k = 0; k < pairs; k++) sum = _mm512_dpwssd_epi32(sum, _mm512_set1_epi32(a[k * step]), _mm512_loadu_si512(b + k * columns + j));
      _mm512_storeu_si512(c + j, sum);
    }
}
#endif
