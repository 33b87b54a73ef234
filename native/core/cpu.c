#include "core/cpu.h"

typedef struct {
  const kolmo_kernels *kernels;
  bool (*runs)(void); /* on this CPU */
} path;

static bool always(void) { return true; }

#ifdef KOLMO_X86
/* Each tests all that its path's file is compiled for. */
static bool has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("popcnt");
}
static bool has_avx512(void) {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
}
#endif

/* Best last. */
static const path paths[] = {
    {&kolmo_kernels_scalar, always},
#ifdef KOLMO_X86
    {&kolmo_kernels_avx2, has_avx2},
    {&kolmo_kernels_avx512, has_avx512},
#endif
#ifdef KOLMO_NEON
    {&kolmo_kernels_neon, always},
#endif
};
enum { PATHS = sizeof paths / sizeof paths[0] };

const kolmo_kernels *kolmo_choose_kernels(kolmo_error *error) {
  const char *forced = getenv("KOLMO_CPU");
  for (size_t i = PATHS; i-- > 0;) {
    const path *p = &paths[i];
    if (forced && *forced && strcmp(p->kernels->name, forced) != 0) continue;
    if (p->runs()) return p->kernels;
  }
  kolmo_fail(error, KOLMO_ERR_CPU, "KOLMO_CPU=%.32s: this build or CPU has no such code path", forced ? forced : "");
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
