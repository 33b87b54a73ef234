/* What every path's file ends with: the kernels as functions, and the rendered Programs compiled for the path, with the kernels
 * inlined. KOLMO_PATH is the path's name; mixer_dot and mixer_train are its own. */
#define KOLMO_MIXER_DOT(model, x, high, n) mixer_dot(x, high, n)
#define KOLMO_MIXER_TRAIN(model, x, high, low, e, n) mixer_train(x, high, low, e, n)
#include "core/render.h"
#include "core/network/run.h"
#ifdef KOLMO_INTERPRET /* for sanitizers, with which rendered Programs take minutes to compile: interpreted, the same ops run */
#define rendered_updates NULL
#else
#include "programs/rendered.h"
#endif

static int32_t dot(const int16_t *x, const int16_t *high, size_t n) { return mixer_dot(x, high, n); }
static void train(const int16_t *x, int16_t *high, uint16_t *low, int32_t e, size_t n) { mixer_train(x, high, low, e, n); }

#ifdef KOLMO_PROFILED /* a second time, with marks */
#include "kernels/peaks.h"
#include "kernels/cases.h"
#undef KOLMO_KERNELS
#define KOLMO_KERNELS(path) KOLMO_GLUE(kolmo_profiled_, path)
#endif

const kolmo_kernels KOLMO_KERNELS(KOLMO_PATH) = {
    .name = KOLMO_NAME(KOLMO_PATH), .mixer_dot = dot, .mixer_train = train,
    .network_start = net_start, .network_byte = net_byte, .network_predict = net_predict, .updates = rendered_updates};
