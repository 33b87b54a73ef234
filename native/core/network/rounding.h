/* The floating-point environment that the contract asks for: round to nearest even, denormal numbers kept. The caller's may differ (a
 * plug-in host, a library that turned flushing on), so it is looked at, and changed only where it must be. */
#ifndef KOLMO_NETWORK_ROUNDING_H
#define KOLMO_NETWORK_ROUNDING_H
#include "core/libc.h"
#include <float.h>

_Static_assert(FLT_EVAL_METHOD == 0, "floats are computed as floats");

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
enum { MXCSR_DEFAULT = 0x1F80, MXCSR_FLAGS = 0x3F };
static inline uint64_t kolmo_rounding_enter(void) {
  uint32_t before = _mm_getcsr();
  if ((before & ~(uint32_t)MXCSR_FLAGS) != MXCSR_DEFAULT) _mm_setcsr(MXCSR_DEFAULT);
  return before;
}
static inline void kolmo_rounding_leave(uint64_t before) {
  if (((uint32_t)before & ~(uint32_t)MXCSR_FLAGS) != MXCSR_DEFAULT) _mm_setcsr((uint32_t)before);
}
#elif defined(__aarch64__)
static inline uint64_t kolmo_rounding_enter(void) {
  uint64_t before;
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  if (before) __asm__ volatile("msr fpcr, %0" : : "r"((uint64_t)0) : "memory");
  return before;
}
static inline void kolmo_rounding_leave(uint64_t before) {
  if (before) __asm__ volatile("msr fpcr, %0" : : "r"(before) : "memory");
}
#else /* nothing there is known to change it */
static inline uint64_t kolmo_rounding_enter(void) { return 0; }
static inline void kolmo_rounding_leave(uint64_t before) { (void)before; }
#endif
#endif
