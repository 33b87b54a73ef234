/* The same again, with marks. */
#define KOLMO_PROFILED
#define KOLMO_PEAK "kernels/avx2/peak.h"
#include "kernels/avx2/path.c"
