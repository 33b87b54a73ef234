#include "core/cpu.h"

/* Best last. */
static const kolmo_kernels *const paths[] = {&kolmo_kernels_scalar};
enum { PATHS = sizeof paths / sizeof paths[0] };

const kolmo_kernels *kolmo_choose_kernels(kolmo_error *error) {
  const char *forced = getenv("KOLMO_CPU");
  if (!forced || !*forced) return paths[PATHS - 1];
  for (size_t i = 0; i < PATHS; i++)
    if (strcmp(paths[i]->name, forced) == 0) return paths[i];
  kolmo_fail(error, KOLMO_ERR_CPU, "KOLMO_CPU=%.32s: this build or CPU has no such code path", forced);
  return NULL;
}

const char *kolmo_cpu(kolmo_error *error) {
  const kolmo_kernels *kernels = kolmo_choose_kernels(error);
  return kernels ? kernels->name : NULL;
}

size_t kolmo_cpu_paths(const char **names, size_t max) {
  for (size_t i = 0; i < PATHS && i < max; i++) names[i] = paths[i]->name;
  return PATHS;
}
