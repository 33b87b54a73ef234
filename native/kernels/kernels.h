/* The hot loops, one set per CPU path. Every set computes exactly the same numbers: kernels/scalar is the definition. */
#ifndef KOLMO_KERNELS_H
#define KOLMO_KERNELS_H
#include "core/libc.h"

struct kolmo_model;
struct kolmo_stage;

/* Kernels and the arithmetic of ops are inlined without exception: into rendered code, where their shapes are constants. */
#if defined(__GNUC__)
#define KOLMO_OP static inline __attribute__((always_inline))
#define KOLMO_APART __attribute__((noinline))
#define KOLMO_COLD __attribute__((cold)) /* small rather than fast */
/* As one function, whoever calls it. And called: gcc takes one that does nothing but prefetch for one without effect. */
#ifdef __clang__
#define KOLMO_ONCE KOLMO_APART
#else
#define KOLMO_ONCE __attribute__((noipa))
#endif
#define KOLMO_LIKELY(condition) __builtin_expect(!!(condition), 1)
#else
#define KOLMO_OP static inline
#define KOLMO_APART
#define KOLMO_COLD
#define KOLMO_ONCE
#define KOLMO_LIKELY(condition) (condition)
#endif

/* Inputs and weights come in multiples of this many, or half as many where few are needed, padded with inputs of 0, at addresses that
 * are multiples of such a vector's bytes. */
enum { KOLMO_MIXER_LANES = 16 };

/* Rows of the wider matrix that pair_products goes through at a time: of a wide one each lies in a page of its own. */
enum { KOLMO_PAIRS_AT_ONCE = 64 };

typedef struct {
  const char *name; /* as KOLMO_CPU says it: "scalar", "avx2", "avx512", "neon" */

  /* Σ over pairs (x[2i]·high[2i] + x[2i+1]·high[2i+1]) >> 8, the whole >> 6.
   * x: int16[n], logistic Q11, |x| ≤ 24,575; high: int16[n], the weights' upper halves, Q14; n ≤ 512.
   * Result: logistic Q11, not clamped. No sum can overflow: a pair is below 2^31, 256 shifted pairs too. */
  int32_t (*mixer_dot)(const int16_t *x, const int16_t *high, size_t n);

  /* Adds x[i]·e to each weight, a 32-bit number in Q30 kept as two halves: carries go from low to high, and high stays within
   * int16 by saturation. low: uint16[n]; |e| < 2^15. */
  void (*mixer_train)(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n);

  /* A NETWORK stage (core/network): fills what does not begin as zeros; learns from the byte that came; predicts the next. */
  void (*network_start)(struct kolmo_model *model, const struct kolmo_stage *stage);
  void (*network_byte)(struct kolmo_model *model, const struct kolmo_stage *stage);
  void (*network_predict)(struct kolmo_model *model, const struct kolmo_stage *stage);

  /* kolmo_model_update(), rendered for each shipped Program and compiled for this path (native/programs/rendered.h).
   * NULL in builds that only interpret, and one's where it is interpreted. */
  void (*const *updates)(struct kolmo_model *model, unsigned bit);
} kolmo_kernels;

/* The kernels of a path, and its name as text. */
#define KOLMO_GLUE(a, b) a##b
#define KOLMO_GLUE2(a, b) KOLMO_GLUE(a, b)
#define KOLMO_KERNELS(path) KOLMO_GLUE(kolmo_kernels_, path)
#define KOLMO_TEXT(path) #path
#define KOLMO_NAME(path) KOLMO_TEXT(path)

/* The paths that this build has; cpu.c knows which of them the CPU can run. */
extern const kolmo_kernels kolmo_kernels_scalar;
#if defined(__x86_64__) || defined(_M_X64)
#define KOLMO_X86 1
extern const kolmo_kernels kolmo_kernels_avx2, kolmo_kernels_avx512;
#endif
#if defined(__aarch64__) && defined(__ARM_NEON)
#define KOLMO_NEON 1
extern const kolmo_kernels kolmo_kernels_neon;
#endif
#endif
