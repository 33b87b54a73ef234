/* Sixteen floats at a time, in four registers. */
#ifndef KOLMO_KERNELS_NEON_LANES_H
#define KOLMO_KERNELS_NEON_LANES_H
#include "kernels/kernels.h"
#include <arm_neon.h>

typedef struct { float32x4_t v[4]; } lanes16;
typedef struct { int32x4_t v[4]; } ints16;

#define EACH for (int i = 0; i < 4; i++)
KOLMO_OP lanes16 f_load(const float *p) { lanes16 r; EACH r.v[i] = vld1q_f32(p + 4 * i); return r; }
KOLMO_OP void f_store(float *p, lanes16 a) { EACH vst1q_f32(p + 4 * i, a.v[i]); }
KOLMO_OP lanes16 f_set(float x) { lanes16 r; EACH r.v[i] = vdupq_n_f32(x); return r; }
KOLMO_OP lanes16 f_add(lanes16 a, lanes16 b) { EACH a.v[i] = vaddq_f32(a.v[i], b.v[i]); return a; }
KOLMO_OP lanes16 f_sub(lanes16 a, lanes16 b) { EACH a.v[i] = vsubq_f32(a.v[i], b.v[i]); return a; }
KOLMO_OP lanes16 f_mul(lanes16 a, lanes16 b) { EACH a.v[i] = vmulq_f32(a.v[i], b.v[i]); return a; }
KOLMO_OP lanes16 f_div(lanes16 a, lanes16 b) { EACH a.v[i] = vdivq_f32(a.v[i], b.v[i]); return a; }
KOLMO_OP lanes16 f_sqrt(lanes16 a) { EACH a.v[i] = vsqrtq_f32(a.v[i]); return a; }
KOLMO_OP lanes16 f_abs(lanes16 a) { EACH a.v[i] = vabsq_f32(a.v[i]); return a; }
KOLMO_OP lanes16 f_min(lanes16 a, lanes16 b) { EACH a.v[i] = vbslq_f32(vcltq_f32(a.v[i], b.v[i]), a.v[i], b.v[i]); return a; }
KOLMO_OP lanes16 f_max(lanes16 a, lanes16 b) { EACH a.v[i] = vbslq_f32(vcgtq_f32(a.v[i], b.v[i]), a.v[i], b.v[i]); return a; }
KOLMO_OP float f_sum(lanes16 a) {
  float32x4_t q = vaddq_f32(vaddq_f32(a.v[0], a.v[2]), vaddq_f32(a.v[1], a.v[3]));
  float32x2_t d = vadd_f32(vget_low_f32(q), vget_high_f32(q));
  return vget_lane_f32(d, 0) + vget_lane_f32(d, 1);
}
KOLMO_OP float f_largest(lanes16 a) { return vmaxvq_f32(vmaxq_f32(vmaxq_f32(a.v[0], a.v[1]), vmaxq_f32(a.v[2], a.v[3]))); }
KOLMO_OP ints16 f_bits(lanes16 a) { ints16 r; EACH r.v[i] = vreinterpretq_s32_f32(a.v[i]); return r; }
KOLMO_OP lanes16 i_floats(ints16 a) { lanes16 r; EACH r.v[i] = vreinterpretq_f32_s32(a.v[i]); return r; }
KOLMO_OP lanes16 i_convert(ints16 a) { lanes16 r; EACH r.v[i] = vcvtq_f32_s32(a.v[i]); return r; }
KOLMO_OP ints16 i_load(const int32_t *p) { ints16 r; EACH r.v[i] = vld1q_s32(p + 4 * i); return r; }
KOLMO_OP ints16 i_load16(const int16_t *p) { ints16 r; EACH r.v[i] = vmovl_s16(vld1_s16(p + 4 * i)); return r; }
KOLMO_OP void i_store(int32_t *p, ints16 a) { EACH vst1q_s32(p + 4 * i, a.v[i]); }
KOLMO_OP void i_store16(int16_t *p, ints16 a) { EACH vst1_s16(p + 4 * i, vmovn_s32(a.v[i])); }
KOLMO_OP void i_store8(int8_t *p, ints16 a) {
  int16x8_t low = vcombine_s16(vmovn_s32(a.v[0]), vmovn_s32(a.v[1])), high = vcombine_s16(vmovn_s32(a.v[2]), vmovn_s32(a.v[3]));
  vst1q_s8(p, vcombine_s8(vmovn_s16(low), vmovn_s16(high)));
}
KOLMO_OP ints16 i_set(int32_t x) { ints16 r; EACH r.v[i] = vdupq_n_s32(x); return r; }
KOLMO_OP ints16 i_add(ints16 a, ints16 b) { EACH a.v[i] = vaddq_s32(a.v[i], b.v[i]); return a; }
KOLMO_OP ints16 i_sub(ints16 a, ints16 b) { EACH a.v[i] = vsubq_s32(a.v[i], b.v[i]); return a; }
KOLMO_OP ints16 i_shift23(ints16 a) { EACH a.v[i] = vshlq_n_s32(a.v[i], 23); return a; }
KOLMO_OP ints16 i_pair(ints16 low, ints16 high) { EACH low.v[i] = vsliq_n_s32(low.v[i], high.v[i], 16); return low; }
KOLMO_OP ints16 i_high(ints16 a) { EACH a.v[i] = vshrq_n_s32(a.v[i], 16); return a; }
#undef EACH

/* sum[i] += the products of ws' and xs' four neighbours at 4i: two factors within ±127 in 16 bits, and what they sum to in 32, which none leaves. */
typedef int32x4_t neon_products(int32x4_t sum, int8x16_t ws, int8x16_t xs);

static inline int32x4_t neon_by_pairs(int32x4_t sum, int8x16_t ws, int8x16_t xs) {
#ifdef __ARM_FEATURE_DOTPROD
  return vdotq_s32(sum, ws, xs);
#else
  int16x8_t low = vmull_s8(vget_low_s8(ws), vget_low_s8(xs)), high = vmull_high_s8(ws, xs);
  return vaddq_s32(sum, vpaddq_s32(vpaddlq_s16(low), vpaddlq_s16(high)));
#endif
}

KOLMO_OP void neon_dots(neon_products *products, const int8_t *w, const int8_t *x, int32_t *sums, size_t outs, size_t ins) {
  for (size_t block = 0; block < outs; block += 16) {
    int32x4_t sum[4] = {vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0)};
    for (size_t i = 0; i < ins; i += 4, w += 64) {
      int32_t four;
      memcpy(&four, x + i, sizeof four);
      int8x16_t xs = vreinterpretq_s8_s32(vdupq_n_s32(four));
      for (int j = 0; j < 4; j++) sum[j] = products(sum[j], vld1q_s8(w + 16 * j), xs);
    }
    for (int j = 0; j < 4; j++) vst1q_s32(sums + block + 4 * j, sum[j]);
  }
}

/* The same at once, where the compiler can write it and only the CPU may lack it. An exported program does not ask the CPU: it has it where its compiler is
 * told so (-march). */
#if !defined(__ARM_FEATURE_DOTPROD) && !defined(KOLMO_USES) && defined(__linux__)
#if defined(__clang__) && __clang_major__ >= 16
#define NEON_DOT __attribute__((target("dotprod")))
#elif !defined(__clang__) && __GNUC__ >= 8
#define NEON_DOT __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#endif

#ifdef NEON_DOT
#include <sys/auxv.h>
KOLMO_OP bool neon_has_dot(void) { return getauxval(AT_HWCAP) >> 20 & 1; } /* HWCAP_ASIMDDP */

static NEON_DOT inline int32x4_t neon_by_fours(int32x4_t sum, int8x16_t ws, int8x16_t xs) { return vdotq_s32(sum, ws, xs); }

static NEON_DOT KOLMO_APART void int8_dots_of_four(const int8_t *w, const int8_t *x, int32_t *sums, size_t outs, size_t ins) {
  neon_dots(neon_by_fours, w, x, sums, outs, ins);
}
#endif

static KOLMO_APART void int8_dots(const int8_t *w, const int8_t *x, const int32_t *totals, int32_t *sums, size_t outs, size_t ins) {
  (void)totals;
#ifdef NEON_DOT
  if (neon_has_dot()) {
    int8_dots_of_four(w, x, sums, outs, ins);
    return;
  }
#endif
  neon_dots(neon_by_pairs, w, x, sums, outs, ins);
}

static KOLMO_APART void pair_products(const int32_t *a, size_t row, size_t step, const int32_t *b, int32_t *c, size_t rows, size_t columns, size_t pairs) {
  for (size_t r = 0; r < rows; r++, a += row, c += columns)
    for (size_t j = 0; j < columns; j += 16) {
      int32x4_t sum[4] = {vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0)};
      for (size_t k = 0; k < pairs; k++) {
        int16x8_t xs = vreinterpretq_s16_s32(vdupq_n_s32(a[k * step]));
        for (int i = 0; i < 4; i++) {
          int16x8_t ys = vreinterpretq_s16_s32(vld1q_s32(b + k * columns + j + 4 * (size_t)i));
          sum[i] = vaddq_s32(sum[i], vpaddq_s32(vmull_s16(vget_low_s16(ys), vget_low_s16(xs)), vmull_high_s16(ys, xs)));
        }
      }
      for (int i = 0; i < 4; i++) vst1q_s32(c + j + 4 * (size_t)i, sum[i]);
    }
}
#endif
