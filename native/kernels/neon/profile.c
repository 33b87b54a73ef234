/* The same again, with marks. */
#define KOLMO_PROFILED
#define KOLMO_PEAK "kernels/neon/peak.h"
#include "kernels/neon/path.c"
