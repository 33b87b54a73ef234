/* kernels: every kernel of every CPU path against the scalar one, then timed. A line per measurement on stdout:
 * KERNEL PATH N SAME NS_PER_CALL, where SAME is 1 when all results were equal. Exits 1 when any was not. */
#include "core/cpu.h"
#include "kernels/kernels.h"
#include <stdio.h>
#include <time.h>

enum { MOST = 512, LANES = KOLMO_MIXER_LANES, ROUNDS = 300, INPUT_MAX = 24575 };

/* A kernel that has no row below fails to compile here. */
enum { KERNELS = 2 };
_Static_assert(sizeof(kolmo_kernels) == sizeof(char *) + KERNELS * sizeof(void (*)(void)), "check and time the new kernel here too");

typedef struct {
  _Alignas(64) int16_t x[MOST];
  _Alignas(64) int16_t high[MOST];
  _Alignas(64) uint16_t low[MOST];
  int32_t e;
} operands;

static operands data, expected;

static uint32_t state = 1;
static uint32_t random_bits(void) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

/* −bound … bound, and often exactly one of these: overflows live there. */
static int32_t within(int32_t bound) {
  uint32_t r = random_bits();
  if ((r & 7) == 0) return r & 8 ? bound : -bound;
  return (int32_t)(random_bits() % (2u * (uint32_t)bound + 1)) - bound;
}

static void fill(void) {
  data.e = within(32767);
  for (int i = 0; i < MOST; i++) {
    data.x[i] = (int16_t)within(INPUT_MAX);
    data.high[i] = (int16_t)within(32767);
    data.low[i] = (uint16_t)random_bits();
  }
}

static bool same_dot(const kolmo_kernels *path, size_t n) {
  return path->mixer_dot(data.x, data.high, n) == kolmo_kernels_scalar.mixer_dot(data.x, data.high, n);
}

static bool same_train(const kolmo_kernels *path, size_t n) {
  expected = data;
  kolmo_kernels_scalar.mixer_train(expected.x, expected.high, expected.low, expected.e, n);
  path->mixer_train(data.x, data.high, data.low, data.e, n);
  /* Whole arrays: what lies behind n must stay untouched. */
  return memcmp(expected.high, data.high, sizeof data.high) == 0 && memcmp(expected.low, data.low, sizeof data.low) == 0;
}

static volatile int32_t sink;
static void run_dot(const kolmo_kernels *path, size_t n) { sink = path->mixer_dot(data.x, data.high, n); }
static void run_train(const kolmo_kernels *path, size_t n) { path->mixer_train(data.x, data.high, data.low, data.e, n); }

static const struct {
  const char *name;
  bool (*same)(const kolmo_kernels *, size_t);
  void (*run)(const kolmo_kernels *, size_t);
} kernels[KERNELS] = {{"mixer_dot", same_dot, run_dot}, {"mixer_train", same_train, run_train}};

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Nanoseconds per call: the least of five batches, for a disturbance only ever adds. */
static double timed(void (*run)(const kolmo_kernels *, size_t), const kolmo_kernels *path, size_t n) {
  double least = 1e9;
  size_t calls = 4000000 / (n + 32);
  for (int batch = 0; batch < 5; batch++) {
    double start = seconds();
    for (size_t i = 0; i < calls; i++) run(path, n);
    double ns = (seconds() - start) * 1e9 / (double)calls;
    if (ns < least) least = ns;
  }
  return least;
}

int main(void) {
  const char *names[16];
  size_t paths = kolmo_cpu_paths(names, 16);
  const size_t sizes[] = {LANES, 2 * LANES, 4 * LANES, 128, 256, MOST};
  int result = 0;
  for (size_t k = 0; k < KERNELS; k++)
    for (size_t p = 0; p < paths; p++) {
      kolmo_cpu_force(names[p]);
      const kolmo_kernels *path = kolmo_choose_kernels(NULL);
      if (!path) return fprintf(stderr, "the path %s vanished\n", names[p]), 2;
      bool same = true;
      for (int round = 0; round < ROUNDS; round++) {
        fill();
        for (size_t n = LANES; n <= MOST; n += LANES) same &= kernels[k].same(path, n);
      }
      if (!same) result = 1;
      for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        fill();
        printf("%s %s %zu %d %.2f\n", kernels[k].name, path->name, sizes[s], same, timed(kernels[k].run, path, sizes[s]));
      }
    }
  return result;
}
