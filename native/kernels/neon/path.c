/* The NEON path. */
#include "kernels/kernels.h"
#ifdef KOLMO_NEON
#include <arm_neon.h>

#include "kernels/neon/lanes.h"
#include "kernels/neon/mixer.h"
#define KOLMO_PATH neon
#include "kernels/path.h"
#endif
