/* Sixteen floats at a time, spelled out: the definition that every other path must meet. Each function is one IEEE-754 operation a
 * lane, rounded to nearest even. */
#ifndef KOLMO_KERNELS_SCALAR_LANES_H
#define KOLMO_KERNELS_SCALAR_LANES_H
#include "kernels/kernels.h"

typedef struct { float v[16]; } lanes16;
typedef struct { int32_t v[16]; } ints16;

#define EACH for (int i = 0; i < 16; i++)
KOLMO_OP lanes16 f_load(const float *p) { lanes16 r; EACH r.v[i] = p[i]; return r; }
KOLMO_OP void f_store(float *p, lanes16 a) { EACH p[i] = a.v[i]; }
KOLMO_OP lanes16 f_set(float x) { lanes16 r; EACH r.v[i] = x; return r; }
KOLMO_OP lanes16 f_add(lanes16 a, lanes16 b) { EACH a.v[i] += b.v[i]; return a; }
KOLMO_OP lanes16 f_sub(lanes16 a, lanes16 b) { EACH a.v[i] -= b.v[i]; return a; }
KOLMO_OP lanes16 f_mul(lanes16 a, lanes16 b) { EACH a.v[i] *= b.v[i]; return a; }
KOLMO_OP lanes16 f_div(lanes16 a, lanes16 b) { EACH a.v[i] /= b.v[i]; return a; }
KOLMO_OP lanes16 f_sqrt(lanes16 a) { EACH a.v[i] = __builtin_sqrtf(a.v[i]); return a; }
KOLMO_OP lanes16 f_abs(lanes16 a) { EACH a.v[i] = __builtin_fabsf(a.v[i]); return a; }
/* The second unless the first is below (above) it. */
KOLMO_OP lanes16 f_min(lanes16 a, lanes16 b) { EACH a.v[i] = a.v[i] < b.v[i] ? a.v[i] : b.v[i]; return a; }
KOLMO_OP lanes16 f_max(lanes16 a, lanes16 b) { EACH a.v[i] = a.v[i] > b.v[i] ? a.v[i] : b.v[i]; return a; }
/* Lane i with lane i + 8, then + 4, + 2, + 1. */
KOLMO_OP float f_sum(lanes16 a) {
  for (int n = 8; n > 0; n /= 2)
    for (int i = 0; i < n; i++) a.v[i] += a.v[i + n];
  return a.v[0];
}
KOLMO_OP float f_largest(lanes16 a) {
  float m = a.v[0];
  for (int i = 1; i < 16; i++) m = a.v[i] > m ? a.v[i] : m;
  return m;
}
KOLMO_OP ints16 f_bits(lanes16 a) { ints16 r; memcpy(&r, &a, sizeof r); return r; }
KOLMO_OP lanes16 i_floats(ints16 a) { lanes16 r; memcpy(&r, &a, sizeof r); return r; }
KOLMO_OP lanes16 i_convert(ints16 a) { lanes16 r; EACH r.v[i] = (float)a.v[i]; return r; }
KOLMO_OP ints16 i_load(const int32_t *p) { ints16 r; EACH r.v[i] = p[i]; return r; }
KOLMO_OP ints16 i_load16(const int16_t *p) { ints16 r; EACH r.v[i] = p[i]; return r; }
KOLMO_OP void i_store(int32_t *p, ints16 a) { EACH p[i] = a.v[i]; }
KOLMO_OP void i_store16(int16_t *p, ints16 a) { EACH p[i] = (int16_t)a.v[i]; } /* within int16 */
KOLMO_OP void i_store8(int8_t *p, ints16 a) { EACH p[i] = (int8_t)a.v[i]; }    /* within int8 */
KOLMO_OP ints16 i_set(int32_t x) { ints16 r; EACH r.v[i] = x; return r; }
KOLMO_OP ints16 i_add(ints16 a, ints16 b) { EACH a.v[i] = (int32_t)((uint32_t)a.v[i] + (uint32_t)b.v[i]); return a; }
KOLMO_OP ints16 i_sub(ints16 a, ints16 b) { EACH a.v[i] = (int32_t)((uint32_t)a.v[i] - (uint32_t)b.v[i]); return a; }
KOLMO_OP ints16 i_shift23(ints16 a) { EACH a.v[i] = (int32_t)((uint32_t)a.v[i] << 23); return a; }
/* Two 16-bit numbers in 32 bits; what the first was given is cut to 16. */
KOLMO_OP ints16 i_pair(ints16 low, ints16 high) { EACH low.v[i] = (int32_t)((uint32_t)low.v[i] & 0xFFFF) | (int32_t)((uint32_t)high.v[i] << 16); return low; }
KOLMO_OP ints16 i_high(ints16 a) { EACH a.v[i] >>= 16; return a; }
#undef EACH

/* sums[o] = Σ_i w(o, i)·x[i], exact. w: [outs / 16][ins / 4][16][4], within ±127; x within ±63; outs a multiple of 16, ins of 16, at most
 * 1,024 (so that no sum exceeds 2^24). totals[o] = Σ_i w(o, i), for paths that need it. */
static KOLMO_APART void int8_dots(const int8_t *w, const int8_t *x, const int32_t *totals, int32_t *sums, size_t outs, size_t ins) {
  (void)totals;
  for (size_t block = 0; block < outs; block += 16) {
    for (size_t o = 0; o < 16; o++) sums[block + o] = 0;
    for (size_t i = 0; i < ins; i += 4, w += 64)
      for (size_t o = 0; o < 16; o++)
        for (size_t j = 0; j < 4; j++) sums[block + o] += w[4 * o + j] * x[i + j];
  }
}

/* c[r][j] = Σ_k a(r, k)·b[k][j], exact, for `rows` rows, at most 4, of `columns`, a multiple of 16; an a and a b are pairs of 16-bit numbers, whose product is
 * low·low + high·high; a(r, k) is at a + r·row + k·step. The caller sees to it that no sum leaves 32 bits. */
static KOLMO_APART void pair_products(const int32_t *a, size_t row, size_t step, const int32_t *b, int32_t *c, size_t rows, size_t columns, size_t pairs) {
  for (size_t r = 0; r < rows; r++, a += row, c += columns) {
    for (size_t j = 0; j < columns; j++) c[j] = 0;
    for (size_t k = 0; k < pairs; k++)
      for (size_t j = 0; j < columns; j++) {
        int32_t x = a[k * step], y = b[k * columns + j];
        c[j] += (int16_t)x * (int16_t)y + (x >> 16) * (y >> 16);
      }
  }
}
#endif
