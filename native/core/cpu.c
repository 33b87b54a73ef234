#include "core/cpu.h"
#ifdef KOLMO_X86
#include <cpuid.h>
#endif

typedef struct {
  const kolmo_kernels *kernels;
  bool (*runs)(void); /* on this CPU */
} path;

static bool always(void) { return true; }

#ifdef KOLMO_X86
/* Whether the CPU has all these bits of CPUID's leaves 1 (ECX) and 7 (EBX, ECX), and the system saves all registers of `saved` (bits of XCR0) when it
 * changes threads. Compilers' own __builtin_cpu_supports() knows every CPU by name: 4 kB, which an exported program would carry twice. */
static bool cpu_has(uint32_t c1, uint32_t b7, uint32_t c7, uint32_t saved) {
  uint32_t a, b, c, d, low, high;
  c1 |= bit_OSXSAVE;
  if (!__get_cpuid(1, &a, &b, &c, &d) || (c & c1) != c1) return false;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if ((low & saved) != saved || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
  return (b & b7) == b7 && (c & c7) == c7;
}

#define AVX2_BITS (bit_AVX2 | bit_BMI | bit_BMI2)
#define AVX512_BITS (bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL)

/* Each tests all that its path's file is compiled for. */
static bool has_avx2(void) { return cpu_has(bit_POPCNT, AVX2_BITS, 0, 0x06); }
static bool has_avx512(void) { return cpu_has(bit_POPCNT, AVX2_BITS | AVX512_BITS, bit_AVX512VNNI, 0xE6); }
#endif

/* Best last. */
static const path paths[] = {
#ifdef KOLMO_PATH /* compiled together with one path, and no other */
    {&KOLMO_KERNELS(KOLMO_PATH), always},
#else
#ifndef KOLMO_NO_scalar
    {&kolmo_kernels_scalar, always},
#endif
#if defined(KOLMO_X86) && !defined(KOLMO_NO_avx2)
    {&kolmo_kernels_avx2, has_avx2},
#endif
#if defined(KOLMO_X86) && !defined(KOLMO_NO_avx512)
    {&kolmo_kernels_avx512, has_avx512},
#endif
#if defined(KOLMO_NEON) && !defined(KOLMO_NO_neon)
    {&kolmo_kernels_neon, always},
#endif
#endif
};
enum { PATHS = sizeof paths / sizeof paths[0] };

/* The path asked for; empty: the best. KOLMO_CPU is read once, before there are threads that could be reading it while a program
 * changes its environment. */
static char wanted[32];
static int state; /* 0 not read, 1 being read, 2 read */

static void read_environment(void) {
  if (__atomic_load_n(&state, __ATOMIC_ACQUIRE) == 2) return;
  int unread = 0;
  if (__atomic_compare_exchange_n(&state, &unread, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) {
    kolmo_cpu_force(getenv("KOLMO_CPU"));
    return;
  }
  while (__atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2) {
    /* another thread reads it */
  }
}

void kolmo_cpu_force(const char *name) {
  snprintf(wanted, sizeof wanted, "%s", name ? name : "");
  __atomic_store_n(&state, 2, __ATOMIC_RELEASE);
}

const kolmo_kernels *kolmo_choose_kernels(kolmo_error *error) {
  read_environment();
  for (size_t i = PATHS; i-- > 0;) {
    const path *p = &paths[i];
    if (*wanted && strcmp(p->kernels->name, wanted) != 0) continue;
    if (p->runs()) return p->kernels;
  }
  if (*wanted) kolmo_fail(error, KOLMO_ERR_CPU, "KOLMO_CPU=%s: this build or CPU has no such code path", wanted);
  else kolmo_fail(error, KOLMO_ERR_CPU, "this CPU can run none of the code paths that were built");
  return NULL;
}

const char *kolmo_cpu(kolmo_error *error) {
  const kolmo_kernels *kernels = kolmo_choose_kernels(error);
  return kernels ? kernels->name : NULL;
}

size_t kolmo_cpu_paths(const char **names, size_t max) {
  size_t n = 0;
  for (size_t i = 0; i < PATHS; i++) {
    if (!paths[i].runs()) continue;
    if (n < max) names[n] = paths[i].kernels->name;
    n++;
  }
  return n;
}
