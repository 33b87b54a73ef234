#include "core/profile/peaks.h"
#include "core/arena.h"
#include "core/cpu.h"
#include "core/profile/clock.h"
#include "kolmo_profile.h"

extern const kolmo_kernels kolmo_profiled_scalar;
extern const kolmo_path_peaks kolmo_peaks_scalar;
extern const kolmo_case kolmo_cases_scalar[];
#ifdef KOLMO_X86
extern const kolmo_kernels kolmo_profiled_avx2, kolmo_profiled_avx512;
extern const kolmo_path_peaks kolmo_peaks_avx2, kolmo_peaks_avx512;
extern const kolmo_case kolmo_cases_avx2[], kolmo_cases_avx512[];
#endif
#ifdef KOLMO_NEON
extern const kolmo_kernels kolmo_profiled_neon;
extern const kolmo_path_peaks kolmo_peaks_neon;
extern const kolmo_case kolmo_cases_neon[];
#endif

static const kolmo_profiled_path paths[] = {
    {&kolmo_profiled_scalar, &kolmo_peaks_scalar, kolmo_cases_scalar},
#ifdef KOLMO_X86
    {&kolmo_profiled_avx2, &kolmo_peaks_avx2, kolmo_cases_avx2},
    {&kolmo_profiled_avx512, &kolmo_peaks_avx512, kolmo_cases_avx512},
#endif
#ifdef KOLMO_NEON
    {&kolmo_profiled_neon, &kolmo_peaks_neon, kolmo_cases_neon},
#endif
};

const kolmo_profiled_path *kolmo_profiled(void) {
  const kolmo_kernels *chosen = kolmo_choose_kernels(NULL);
  for (size_t i = 0; chosen && i < sizeof paths / sizeof *paths; i++)
    if (strcmp(paths[i].kernels->name, chosen->name) == 0) return &paths[i];
  return NULL;
}

enum { OPERANDS = 1 << 13, PRODUCTS = 2 /* that each operand is in */, TRIES = 5, LEAST = 400000 /* ns a try takes at least */, WARM = 20000000 /* ns until a CPU runs at its speed */ };

static volatile int32_t sink;

static double least_ns(kolmo_peak_loop *loop, const void *data, size_t bytes) {
  size_t rounds = 1;
  double least = 0;
  for (int tries = 0; tries < TRIES;) {
    uint64_t start = kolmo_thread_ns();
    sink = loop(data, bytes, rounds);
    double ns = (double)(kolmo_thread_ns() - start);
    if (ns < LEAST && bytes * rounds < (size_t)1 << 28) {
      rounds *= 2;
      continue;
    }
    if (tries++ == 0 || ns / (double)rounds < least) least = ns / (double)rounds;
  }
  return least;
}

double kolmo_measure_reading(const kolmo_profiled_path *path, size_t bytes) {
  bytes = (bytes + 511) / 512 * 512;
  uint8_t *data = kolmo_arena_map(bytes);
  if (!data) return 0;
  memset(data, 1, bytes);
  double per_ns = (double)bytes / least_ns(path->peaks->read, data, bytes);
  kolmo_arena_unmap(data, bytes);
  return per_ns;
}

void kolmo_measure_peaks(kolmo_peaks *peaks) {
  static const uint64_t sizes[KOLMO_PEAK_READS] = {1 << 14, 1 << 18, 1 << 20, 1 << 22, 1 << 24, 1 << 26};
  memset(peaks, 0, sizeof *peaks);
  const kolmo_profiled_path *path = kolmo_profiled();
  const size_t most = (size_t)sizes[KOLMO_PEAK_READS - 1];
  uint8_t *data = path ? kolmo_arena_map(most) : NULL;
  if (!data) return;
  for (size_t i = 0; i < most; i += 4) data[i] = (uint8_t)(i >> 2); /* small whole numbers, in floats denormal or 0: of no consequence to the time but on old CPUs */
  for (size_t i = 0; i < OPERANDS; i += 4) memcpy(data + i, &(float){1.0f}, 4);
  for (uint64_t start = kolmo_thread_ns(); kolmo_thread_ns() - start < WARM;) sink = path->peaks->int8(data, OPERANDS, 64);
  peaks->int8 = PRODUCTS * OPERANDS / least_ns(path->peaks->int8, data, OPERANDS);
  peaks->int16 = PRODUCTS * OPERANDS / 2 / least_ns(path->peaks->int16, data, OPERANDS);
  peaks->fp32 = PRODUCTS * OPERANDS / 4 / least_ns(path->peaks->fp32, data, OPERANDS);
  for (int i = 0; i < KOLMO_PEAK_READS; i++) {
    peaks->reads[i].bytes = sizes[i];
    peaks->reads[i].per_ns = (double)sizes[i] / least_ns(path->peaks->read, data, (size_t)sizes[i]);
  }
  kolmo_arena_unmap(data, most);
}
