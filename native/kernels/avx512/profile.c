/* The same again, with marks. */
#define KOLMO_PROFILED
#define KOLMO_PEAK "kernels/avx512/peak.h"
#include "kernels/avx512/path.c"
