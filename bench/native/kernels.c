/* kernels: every case of native/kernels/cases.h on every CPU path: against the scalar path, on random and extreme operands; then timed. Lines on stdout:
 * "kernel NAME PATH SHAPE SAME NS MACS DIVISIONS BYTES NUMBERS READING", where SAME is 1 when all results were equal and READING how many bytes a
 * nanosecond can be read of so many, and "peak PATH INT8 INT16 FP32 BYTES:PER_NS …" for
 * what each path can do at best. Exits 1 when any result differed. */
#include "core/cpu.h"
#include "core/profile/clock.h"
#include "core/profile/peaks.h"
#include "kolmo_profile.h"

enum { ROUNDS = 12, PATHS = 16, LEAST = 300000 /* ns of a batch */, BATCHES = 7 };

static uint32_t state = 1;
static uint32_t random_bits(void) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

/* −bound … bound; in extreme rounds exactly one of these: overflows live there. */
static int32_t within(int32_t bound, int extreme) {
  uint32_t r = random_bits();
  if (extreme || (r & 7) == 0) return r & 8 ? bound : -bound;
  return (int32_t)(random_bits() % (2u * (uint32_t)bound + 1)) - bound;
}

static int32_t pair(int32_t bound, int extreme) { return (int32_t)((uint32_t)within(bound, extreme) << 16 | ((uint32_t)within(bound, extreme) & 0xFFFF)); }

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void fill(kolmo_operands *o, int extreme) {
  memset(o, 0, sizeof *o);
  o->e = within(32767, extreme);
  for (size_t i = 0; i < COUNT(o->x); i++) o->x[i] = (int16_t)within(24575, extreme);
  for (size_t i = 0; i < COUNT(o->rows); i++) o->rows[i] = (int16_t)within(32767, extreme);
  for (size_t i = 0; i < COUNT(o->weights); i++) o->weights[i] = (int8_t)within(127, extreme);
  for (size_t i = 0; i < COUNT(o->inputs); i++) o->inputs[i] = (int8_t)within(63, extreme);
  for (size_t i = 0; i < COUNT(o->errors); i++) o->errors[i] = pair(16383, extreme);
  for (size_t i = 0; i < COUNT(o->pairs); i++) o->pairs[i] = pair(127, extreme);
  for (size_t i = 0; i < COUNT(o->numbers); i++) o->numbers[i] = (float)within(32767, extreme) / 4096;
}

/* Weights that sum to `totals` for an int8 product of this shape: [outs / 16][ins / 4][16][4]. */
static void add_totals(kolmo_operands *o, const size_t shape[2]) {
  memset(o->totals, 0, sizeof o->totals);
  for (size_t out = 0; out < shape[0] && shape[1]; out++)
    for (size_t in = 0; in < shape[1]; in++) o->totals[out] += o->weights[out / 16 * 16 * shape[1] + in / 4 * 64 + out % 16 * 4 + in % 4];
}

static kolmo_operands mine, theirs;

/* Whole operands: what lies behind a shape must stay untouched. */
static bool same(const kolmo_case *c, const kolmo_case *scalar, const size_t shape[2]) {
  for (int round = 0; round < ROUNDS; round++) {
    fill(&mine, round % 3 == 0);
    add_totals(&mine, shape);
    memcpy(&theirs, &mine, sizeof mine);
    c->run(&mine, shape);
    scalar->run(&theirs, shape);
    if (memcmp(&mine, &theirs, sizeof mine) != 0) return false;
  }
  return true;
}

/* Nanoseconds per call: the least of several batches, for a disturbance only ever adds. */
static double timed(const kolmo_case *c, const size_t shape[2]) {
  double least = 0;
  size_t calls = 16;
  fill(&mine, 0);
  for (int batch = 0; batch < BATCHES;) {
    uint64_t start = kolmo_thread_ns();
    for (size_t i = 0; i < calls; i++) c->run(&mine, shape);
    double ns = (double)(kolmo_thread_ns() - start);
    if (ns < LEAST) {
      calls *= 2;
      continue;
    }
    if (batch++ == 0 || ns / (double)calls < least) least = ns / (double)calls;
  }
  return least;
}

static bool check_and_time(const kolmo_profiled_path *path, const kolmo_case *scalar) {
  bool all = true;
  for (const kolmo_case *c = path->cases; c->name; c++, scalar++)
    for (size_t s = 0; s < KOLMO_CASE_SHAPES && c->shapes[s][0]; s++) {
      const size_t *shape = c->shapes[s];
      bool equal = same(c, scalar, shape);
      all &= equal;
      printf("kernel %s %s %zu", c->name, path->kernels->name, shape[0]);
      if (shape[1]) printf("x%zu", shape[1]);
      printf(" %d %.2f %zu %zu %zu %s %.2f\n", equal, timed(c, shape), c->macs(shape), c->divisions(shape), c->bytes(shape), c->numbers, kolmo_measure_reading(path, c->bytes(shape)));
    }
  return all;
}

int main(void) {
  const char *names[PATHS];
  size_t paths = kolmo_cpu_paths(names, PATHS);
  kolmo_cpu_force("scalar");
  const kolmo_profiled_path *scalar = kolmo_profiled();
  bool all = true;
  for (size_t p = 0; p < paths && scalar; p++) {
    kolmo_cpu_force(names[p]);
    const kolmo_profiled_path *path = kolmo_profiled();
    if (!path) return fprintf(stderr, "the path %s vanished\n", names[p]), 2;
    kolmo_peaks peaks;
    kolmo_measure_peaks(&peaks);
    printf("peak %s %.2f %.2f %.2f", names[p], peaks.int8, peaks.int16, peaks.fp32);
    for (int i = 0; i < KOLMO_PEAK_READS; i++) printf(" %llu:%.2f", (unsigned long long)peaks.reads[i].bytes, peaks.reads[i].per_ns);
    printf("\n");
    all &= check_and_time(path, scalar->cases);
  }
  if (!scalar) return fprintf(stderr, "there is no scalar path\n"), 2;
  return all ? 0 : 1;
}
