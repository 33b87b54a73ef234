/* The same again, with marks. */
#define KOLMO_PROFILED
#define KOLMO_INTERPRET /* rendered for this path, too, Programs would take a third of the build */
#define KOLMO_PEAK "kernels/scalar/peak.h"
#include "kernels/scalar/path.c"
