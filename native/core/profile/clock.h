/* The CPU's counter of time, and the system's clocks to compare it with. */
#ifndef KOLMO_CORE_PROFILE_CLOCK_H
#define KOLMO_CORE_PROFILE_CLOCK_H
#include "core/libc.h"
#include <time.h>

/* Nanoseconds: of the wall, of this thread's work. Where a system can't tell the latter, it is the former. */
static inline uint64_t kolmo_wall_ns(void) {
  struct timespec t;
#ifdef CLOCK_MONOTONIC
  clock_gettime(CLOCK_MONOTONIC, &t);
#else
  timespec_get(&t, TIME_UTC);
#endif
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static inline uint64_t kolmo_thread_ns(void) {
#ifdef CLOCK_THREAD_CPUTIME_ID
  struct timespec t;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) == 0) return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
#endif
  return kolmo_wall_ns();
}

/* Runs on at one speed, whatever the CPU's own; is read in some 20 cycles, and waits for nothing that came before. */
static inline uint64_t kolmo_ticks(void) {
#if defined(__x86_64__) || defined(_M_X64)
  return __builtin_ia32_rdtsc();
#elif defined(__aarch64__)
  uint64_t ticks;
  __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
#else
  return kolmo_wall_ns();
#endif
}

/* Waits until all that came before is done. */
static inline void kolmo_fence(void) {
#if defined(__x86_64__) || defined(_M_X64)
  __builtin_ia32_lfence();
#elif defined(__aarch64__)
  __asm__ volatile("isb" : : : "memory");
#endif
}
#endif
