/* By itself it is compiled for one code path, the best one that the compiler's flags allow. For a program that chooses at run time, it is
 * compiled several times: with KOLMO_MAIN_ONLY, without the model, and for each path with KOLMO_MODEL_ONLY and that path's flags (and
 * KOLMO_SCALAR for the one that takes none). The flags of exactness are -ffp-contract=off -fno-math-errno, never -ffast-math. */
#define _GNU_SOURCE 1 /* for mmap's flags where -std=c11 is asked for */
#define _FILE_OFFSET_BITS 64
/* One file for several programs: each leaves some functions unused. */
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#include "model/uses.h"
#include "include/kolmo.h"
#include "kernels/kernels.h"

#ifndef KOLMO_MAIN_ONLY
#if defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__) && defined(__AVX512VNNI__) && !defined(KOLMO_SCALAR)
#define KOLMO_PATH avx512
#include "kernels/avx512/lanes.h"
#include "kernels/avx512/mixer.h"
#elif defined(__AVX2__) && !defined(KOLMO_SCALAR)
#define KOLMO_PATH avx2
#include "kernels/avx2/lanes.h"
#include "kernels/avx2/mixer.h"
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(KOLMO_SCALAR)
#define KOLMO_PATH neon
#include "kernels/neon/lanes.h"
#include "kernels/neon/mixer.h"
#else
#define KOLMO_PATH scalar
#include "kernels/scalar/lanes.h"
#include "kernels/scalar/mixer.h"
#endif
#define KOLMO_MIXER_DOT(model, x, high, n) mixer_dot(x, high, n)
#define KOLMO_MIXER_TRAIN(model, x, high, low, e, n) mixer_train(x, high, low, e, n)
#endif

#include "core/status.c"
#include "core/render.h"

#ifdef KOLMO_MAIN_ONLY
extern const kolmo_stage *const kolmo_model_stages;
#else
#include "model/stages.h"
#include "model/step.h"
#endif

#ifndef KOLMO_MODEL_ONLY
#include "model/sources.h"
#include "standalone/program.c"
#include "standalone/main.c"
#endif
