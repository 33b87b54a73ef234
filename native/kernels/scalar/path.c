/* The plain path: the definition of every kernel. */
#include "kernels/kernels.h"

#include "kernels/scalar/lanes.h"
#include "kernels/scalar/mixer.h"
#define KOLMO_PATH scalar
#include "kernels/path.h"
