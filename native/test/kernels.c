/* Every CPU path that this build and CPU offer computes what the scalar one does: the kernels one by one on random and on extreme
 * operands, then whole archives. */
#include "archive.h"
#include "data.h"
#include "core/cpu.h"
#ifdef KOLMO_X86
#include <immintrin.h>
#endif

enum { INPUTS = 512, LOGIT = 24575, PATHS = 16 };

/* One set of operands, at the alignment that the mixer gives them. */
typedef struct {
  _Alignas(64) int16_t x[INPUTS], high[INPUTS];
  _Alignas(64) uint16_t low[INPUTS];
} operands;

static int32_t draw(uint64_t *seed, int kind, int32_t max) {
  switch (kind) {
    case 0: return (int32_t)random_below(seed, 2 * (uint32_t)max + 1) - max;
    case 1: return random_below(seed, 2) ? max : -max;
    case 2: return max;
    case 3: return -max;
    case 4: return (int32_t)random_below(seed, 33) - 16;
    default: return 0;
  }
}

enum { KINDS = 6 };

static void fill(operands *o, uint64_t *seed, int x_kind, int w_kind) {
  for (int i = 0; i < INPUTS; i++) {
    o->x[i] = (int16_t)draw(seed, x_kind, LOGIT);
    int32_t high = draw(seed, w_kind, 32767);
    o->high[i] = (int16_t)(high == -32767 && random_below(seed, 2) ? -32768 : high);
    o->low[i] = (uint16_t)(w_kind == 1 ? (random_below(seed, 2) ? 65535 : 0) : random64(seed) >> 48);
  }
}

static void kernels_agree(const kolmo_kernels *k) {
  static operands a, b;
  const kolmo_kernels *scalar = &kolmo_kernels_scalar;
  uint64_t seed = 99;
  for (int round = 0; round < 8; round++)
    for (int x_kind = 0; x_kind < KINDS; x_kind++)
      for (int w_kind = 0; w_kind < KINDS; w_kind++)
        for (int e_kind = 0; e_kind < KINDS; e_kind++) {
          size_t n = KOLMO_MIXER_LANES * (1 + random_below(&seed, INPUTS / KOLMO_MIXER_LANES));
          if (round == 0) n = INPUTS;
          if (round == 1) n = KOLMO_MIXER_LANES;
          if (round == 2) n = KOLMO_MIXER_LANES / 2;
          fill(&a, &seed, x_kind, w_kind);
          b = a;
          int32_t wanted = scalar->mixer_dot(a.x, a.high, n), got = k->mixer_dot(b.x, b.high, n);
          CHECK(wanted == got, "%s: dot of %zu is %d, should be %d (kinds %d, %d)", k->name, n, got, wanted, x_kind, w_kind);
          for (int step = 0; step < 4; step++) { /* weights that training made, saturated ones too */
            int32_t e = draw(&seed, e_kind, 32767);
            scalar->mixer_train(a.x, a.high, a.low, e, n);
            k->mixer_train(b.x, b.high, b.low, e, n);
            CHECK(memcmp(&a, &b, sizeof a) == 0, "%s: training %zu by %d differs (kinds %d, %d)", k->name, n, e, x_kind, w_kind);
          }
        }
}

/* What the definition promises, of the scalar path: exact in 64 bits, saturating, nothing touched behind n. */
static void definition(void) {
  static operands o, before;
  uint64_t seed = 3;
  for (int round = 0; round < 2000; round++) {
    size_t n = KOLMO_MIXER_LANES * (1 + random_below(&seed, INPUTS / KOLMO_MIXER_LANES));
    fill(&o, &seed, round % KINDS, round / KINDS % KINDS);
    int64_t sum = 0;
    for (size_t i = 0; i < n; i += 2) sum += ((int64_t)o.x[i] * o.high[i] + (int64_t)o.x[i + 1] * o.high[i + 1]) >> 8;
    int32_t y = kolmo_kernels_scalar.mixer_dot(o.x, o.high, n);
    CHECK(y == sum >> 6, "dot is %d, should be %" PRId64, y, sum >> 6);
    before = o;
    int32_t e = draw(&seed, round / 7 % KINDS, 32767);
    kolmo_kernels_scalar.mixer_train(o.x, o.high, o.low, e, n);
    for (size_t i = 0; i < INPUTS; i++) {
      int64_t w = (int64_t)before.high[i] * 65536 + before.low[i], d = i < n ? (int64_t)o.x[i] * e : 0;
      int64_t after = (int64_t)o.high[i] * 65536 + o.low[i];
      int64_t upper = before.high[i] + (d >> 16); /* saturates by itself, before the lower half's carry comes */
      if (upper >= -32768 && w + d < (int64_t)1 << 31)
        CHECK(after == w + d, "weight %" PRId64 " + %" PRId64 " gave %" PRId64, w, d, after);
      else
        CHECK(d > 0 ? o.high[i] == 32767 : o.high[i] <= -32767, "weight %" PRId64 " + %" PRId64 " is not saturated: %" PRId64, w, d, after);
    }
    CHECK(memcmp(o.x, before.x, sizeof o.x) == 0, "the inputs changed");
  }
}

static bytes archive_of(unsigned level, const uint8_t *data, size_t n) {
  kolmo_encode_options options = level_options(level);
  bytes archive = NO_BYTES;
  kolmo_error error;
  CHECK(pack(&archive, &options, data, n, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
  return archive;
}

/* A caller that rounds up and flushes denormal numbers gets the same archive, and keeps what it has set. */
static void whatever_the_caller_rounds(const uint8_t *data, size_t n, bytes wanted) {
#ifdef KOLMO_X86
  const unsigned before = _mm_getcsr(), odd = (before & ~0x3Fu) | 0x8040u | 0x4000u;
  _mm_setcsr(odd);
  bytes got = archive_of(5, data, n);
  unsigned after = _mm_getcsr() & ~0x3Fu;
  _mm_setcsr(before);
  CHECK(after == odd, "MXCSR is %x, was %x", after, odd);
  CHECK(got.n == wanted.n && memcmp(got.data, wanted.data, got.n) == 0, "rounding as the caller does");
  bytes_free(&got);
#else
  (void)data, (void)n, (void)wanted;
#endif
}

int main(void) {
  enum { N = 8000 / SLOWNESS };
  static uint8_t data[N];
  fill_text(data, N / 2, 1);
  fill_binary(data + N / 2, N / 4, 2);
  fill_random(data + N / 4 * 3, N / 8, 3);

  const char *names[PATHS];
  kolmo_error error;
  size_t paths = kolmo_cpu_paths(names, PATHS);
  CHECK(paths >= 1 && paths <= PATHS && strcmp(names[0], "scalar") == 0, "no scalar path");
  kolmo_cpu_force("none");
  CHECK(kolmo_cpu(&error) == NULL && error.status == KOLMO_ERR_CPU, "KOLMO_CPU=none is accepted");

  definition();
  bytes wanted[10];
  kolmo_cpu_force("scalar");
  for (unsigned level = 1; level <= 9; level++) wanted[level] = archive_of(level, data, N);
  for (size_t i = 0; i < paths; i++) {
    kolmo_cpu_force(names[i]);
    const char *now = kolmo_cpu(&error);
    CHECK(now && strcmp(now, names[i]) == 0, "KOLMO_CPU=%s is not obeyed", names[i]);
    const kolmo_kernels *k = kolmo_choose_kernels(&error);
    CHECK(k && strcmp(k->name, names[i]) == 0, "%s has no kernels", names[i]);
    kernels_agree(k);
    for (unsigned level = 1; level <= 9 && i > 0; level++) {
      bytes got = archive_of(level, data, N);
      CHECK(got.n == wanted[level].n && memcmp(got.data, wanted[level].data, got.n) == 0, "%s: level %u differs", names[i], level);
      bytes_free(&got);
    }
    printf("%s: agrees\n", names[i]);
  }
  whatever_the_caller_rounds(data, N, wanted[5]);
  for (unsigned level = 1; level <= 9; level++) bytes_free(&wanted[level]);
  return 0;
}
