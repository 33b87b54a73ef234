/* What the path multiplies at best: for peaks.h. */
#ifndef KOLMO_KERNELS_AVX2_PEAK_H
#define KOLMO_KERNELS_AVX2_PEAK_H
#include "kernels/avx2/lanes.h"

typedef __m256i wide;
enum { WIDE = 32, CHAINS = 8, FP32_CHAINS = 4 /* as registers allow */ };
KOLMO_OP wide wide_set(int8_t x) { return _mm256_set1_epi8(x); }
KOLMO_OP wide wide_int8(wide sum, wide x, const int8_t *w) { return quads(sum, x, w); }
KOLMO_OP wide wide_int16(wide sum, wide x, const int8_t *w) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(x, _mm256_load_si256((const __m256i *)(const void *)w)));
}
KOLMO_OP wide wide_add(wide a, wide b) { return _mm256_add_epi32(a, b); }
KOLMO_OP int32_t wide_first(wide a) { return _mm_cvtsi128_si32(_mm256_castsi256_si128(a)); }
#endif
