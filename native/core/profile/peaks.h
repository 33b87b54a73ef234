/* Loops that show what a CPU path can do at best; each returns something of all it computed, so that none is left out. */
#ifndef KOLMO_CORE_PROFILE_PEAKS_H
#define KOLMO_CORE_PROFILE_PEAKS_H
#include "core/profile/cases.h"
#include "kernels/kernels.h"

/* data: `bytes`, a multiple of 512, at an address that is a multiple of 64; read `rounds` times. */
typedef int32_t kolmo_peak_loop(const void *data, size_t bytes, size_t rounds);

typedef struct {
  kolmo_peak_loop *int8, *int16, *fp32; /* two products, and sums, for each number */
  kolmo_peak_loop *read;
} kolmo_path_peaks;

/* What kernels/PATH/profile.c has of each path: kernels and rendered Programs with marks, and these. */
typedef struct {
  const kolmo_kernels *kernels;
  const kolmo_path_peaks *peaks;
  const kolmo_case *cases; /* until one without a name */
} kolmo_profiled_path;

/* Bytes read per nanosecond, when so many are read again and again: what the cache that holds them delivers. 0 without memory. */
double kolmo_measure_reading(const kolmo_profiled_path *path, size_t bytes);

/* Of the path in use; NULL where there is none. */
const kolmo_profiled_path *kolmo_profiled(void);
#endif
