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

KOLMO_OP ints16 i_pair(ints16 low, ints16 high) {
  return (ints16){_mm256_blend_epi16(low.a, _mm256_slli_epi32(high.a, 16), 0xAA), _mm256_blend_epi16(low.b, _mm256_slli_epi32(high.b, 16), 0xAA)};
}
KOLMO_OP ints16 i_high(ints16 x) { return (ints16){_mm256_srai_epi32(x.a, 16), _mm256_srai_epi32(x.b, 16)}; }

/* The instruction multiplies unsigned by signed: x + 64 is unsigned, below 128, so that two products fit 16 bits; 64·Σ w is taken off again. */
KOLMO_OP __m256i quads(__m256i sum, __m256i x, const int8_t *w) {
  __m256i products = _mm256_maddubs_epi16(x, _mm256_load_si256((const __m256i *)(const void *)w));
  return _mm256_add_epi32(sum, _mm256_madd_epi16(products, _mm256_set1_epi16(1)));
}
KOLMO_OP __m256i less_totals(const int32_t *totals) {
  return _mm256_sub_epi32(_mm256_setzero_si256(), _mm256_slli_epi32(_mm256_loadu_si256((const __m256i *)(const void *)totals), 6));
}
KOLMO_OP __m256i four_of(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return _mm256_add_epi8(_mm256_set1_epi32(four), _mm256_set1_epi8(64));
}
KOLMO_OP void store_sums(int32_t *sums, __m256i a, __m256i b) {
  _mm256_storeu_si256((__m256i *)(void *)sums, a), _mm256_storeu_si256((__m256i *)(void *)(sums + 8), b);
}

static KOLMO_APART void int8_dots(const int8_t *w, const int8_t *x, const int32_t *totals, int32_t *sums, size_t outs, size_t ins) {
  for (size_t block = 0; block < outs; block += 32, w += 32 * ins) {
    const size_t next = block + 32 > outs ? 0 : 16; /* a block that is alone is its own next one */
    __m256i a = less_totals(totals + block), b = less_totals(totals + block + 8), c = less_totals(totals + block + next), d = less_totals(totals + block + next + 8);
    const int8_t *other = w + next * ins;
    for (size_t i = 0; i < ins; i += 4) {
      __m256i xs = four_of(x + i);
      a = quads(a, xs, w + 16 * i), b = quads(b, xs, w + 16 * i + 32);
      c = quads(c, xs, other + 16 * i), d = quads(d, xs, other + 16 * i + 32);
    }
    store_sums(sums + block, a, b), store_sums(sums + block + next, c, d);
  }
}

KOLMO_OP __m256i pairs_of(const int32_t *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }

static KOLMO_APART void pair_products(const int32_t *a, size_t row, size_t step, const int32_t *b, int32_t *c, size_t rows, size_t columns, size_t pairs) {
  if (rows == 4) {
    for (size_t first = 0; first < pairs; first += KOLMO_PAIRS_AT_ONCE) {
      const size_t end = first + KOLMO_PAIRS_AT_ONCE < pairs ? first + KOLMO_PAIRS_AT_ONCE : pairs;
      for (size_t j = 0; j < columns; j += 16) {
        __m256i sums[4][2];
        for (int r = 0; r < 4; r++) {
          int32_t *to = c + (size_t)r * columns + j;
          sums[r][0] = first ? pairs_of(to) : _mm256_setzero_si256(), sums[r][1] = first ? pairs_of(to + 8) : _mm256_setzero_si256();
        }
        const int32_t *y = b + first * columns + j, *x = a + first * step;
        for (size_t k = first; k < end; k++, y += columns, x += step) {
          __m256i low = pairs_of(y), high = pairs_of(y + 8);
          for (int r = 0; r < 4; r++) {
            __m256i xs = _mm256_set1_epi32(x[(size_t)r * row]);
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(xs, low));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(xs, high));
          }
        }
        for (int r = 0; r < 4; r++) store_sums(c + (size_t)r * columns + j, sums[r][0], sums[r][1]);
      }
    }
    return;
  }
  for (size_t r = 0; r < rows; r++, a += row, c += columns)
    for (size_t j = 0; j < columns; j += 16) {
      __m256i low = _mm256_setzero_si256(), high = low;
      for (size_t k = 0; k < pairs; k++) {
        __m256i xs = _mm256_set1_epi32(a[k * step]);
        low = _mm256_add_epi32(low, _mm256_madd_epi16(xs, pairs_of(b + k * columns + j)));
        high = _mm256_add_epi32(high, _mm256_madd_epi16(xs, pairs_of(b + k * columns + j + 8)));
      }
      store_sums(c + j, low, high);
    }
}
#endif
