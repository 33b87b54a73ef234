/* The AVX-512 path (F, BW, DQ, VL, VNNI). */
#include "kernels/kernels.h"
#ifdef KOLMO_X86
#include <immintrin.h>

/* For the functions below, rather than by a compiler flag for the file: one list of flags serves every build. */
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")
#endif

#include "kernels/avx512/lanes.h"
#include "kernels/avx512/mixer.h"
#define KOLMO_PATH avx512
#include "kernels/path.h"

#ifdef __clang__
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
