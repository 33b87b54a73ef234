/* What the path multiplies at best: for peaks.h. */
#ifndef KOLMO_KERNELS_AVX512_PEAK_H
#define KOLMO_KERNELS_AVX512_PEAK_H
#include "kernels/avx512/lanes.h"

typedef __m512i wide;
enum { WIDE = 64, CHAINS = 8, FP32_CHAINS = 4 /* as registers allow */ };
KOLMO_OP wide wide_set(int8_t x) { return _mm512_set1_epi8(x); }
KOLMO_OP wide wide_int8(wide sum, wide x, const int8_t *w) { return _mm512_dpbusd_epi32(sum, x, _mm512_load_si512(w)); }
KOLMO_OP wide wide_int16(wide sum, wide x, const int8_t *w) { return _mm512_dpwssd_epi32(sum, x, _mm512_load_si512(w)); }
KOLMO_OP wide wide_add(wide a, wide b) { return _mm512_add_epi32(a, b); }
KOLMO_OP int32_t wide_first(wide a) { return _mm_cvtsi128_si32(_mm512_castsi512_si128(a)); }
#endif
