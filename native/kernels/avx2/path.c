/* The AVX2 path. */
#include "kernels/kernels.h"
#ifdef KOLMO_X86
#include <immintrin.h>

/* For the functions below, rather than by a compiler flag for the file: one list of flags serves every build. */
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#endif

#include "kernels/avx2/lanes.h"
#include "kernels/avx2/mixer.h"
#define KOLMO_PATH avx2
#include "kernels/path.h"

#ifdef __clang__
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
