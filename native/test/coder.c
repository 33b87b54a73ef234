/* The arithmetic coder: what goes in comes out, at the cost that the probabilities promise. */
#include <math.h>
#include "check.h"
#include "core/coder.h"

typedef struct {
  const char *name;
  uint32_t n;                /* bits */
  uint32_t (*p)(uint64_t *seed, uint32_t i);  /* probability of a one, told to the coder */
  uint32_t truth;            /* 1/65536 chance that a bit is a one; LIKELY or UNLIKELY: what p says, always or never */
} source;

enum { AS_TOLD = 70000, LIKELY = 70001, UNLIKELY = 70002 };

static uint32_t uniform(uint64_t *seed, uint32_t i) { return (void)i, 1 + random_below(seed, 65535); }
static uint32_t half(uint64_t *seed, uint32_t i) { return (void)seed, (void)i, 32768; }
static uint32_t lowest(uint64_t *seed, uint32_t i) { return (void)seed, (void)i, 1; }
static uint32_t highest(uint64_t *seed, uint32_t i) { return (void)seed, (void)i, 65535; }
static uint32_t extremes(uint64_t *seed, uint32_t i) { return (void)i, random_below(seed, 2) ? 65535 : 1; }
/* Near certainty, then a coin: ranges of all sizes. */
static uint32_t mixed(uint64_t *seed, uint32_t i) { return i % 7 ? 65535 - random_below(seed, 40) : uniform(seed, i); }

static unsigned draw(uint64_t *seed, uint32_t truth, uint32_t p) {
  switch (truth) {
    case AS_TOLD: return random_below(seed, 65536) < p;
    case LIKELY: return p >= 32768;
    case UNLIKELY: return p < 32768;
    default: return random_below(seed, 65536) < truth;
  }
}

static void round_trip(const source *s, uint32_t n, uint64_t seed) {
  uint32_t *p = (uint32_t *)(void *)allocate(n * sizeof *p);
  uint8_t *bits = allocate(n);
  size_t room = (size_t)n * 2 + KOLMO_CODER_SLACK;
  uint8_t *out = allocate(room);
  memset(out, 0xEE, room);
  double ideal = 0;
  kolmo_arithmetic_encoder c;
  kolmo_encode_start(&c, out);
  for (uint32_t i = 0; i < n; i++) {
    p[i] = s->p(&seed, i);
    bits[i] = (uint8_t)draw(&seed, s->truth, p[i]);
    ideal -= log2((bits[i] ? p[i] : 65536 - p[i]) / 65536.0);
    kolmo_encode_bit(&c, bits[i], p[i]);
    CHECK(c.range >> 32, "%s: range fell to %" PRIx64 " at bit %" PRIu32, s->name, c.range, i);
  }
  kolmo_encode_finish(&c);
  CHECK(c.n <= room, "%s: wrote past the room", s->name);
  CHECK(c.n == 0 || out[c.n - 1] != 0, "%s: ends with a zero byte", s->name);
  /* Ideal, plus the end, plus what (range >> 16) loses: at most 2^-16 of a probability of 1/65536 or more. */
  double spent = (double)c.n * 8;
  CHECK(spent <= ideal * (1 + 1e-4) + n * 2.3e-5 + 16, "%s: %u bits cost %.1f, ideal %.1f", s->name, n, spent, ideal);
  /* No cheaper either; but one message in 2^24 may end where many bytes are zero, and one that was told to be unlikely may well. */
  if (s->truth == AS_TOLD && n > 1000)
    CHECK(spent >= ideal * (1 - 1e-4) - n * 2.3e-5 - 24, "%s: %u bits cost %.1f, ideal %.1f", s->name, n, spent, ideal);

  uint8_t *exact = allocate(c.n); /* so that AddressSanitizer sees a read past the end */
  memcpy(exact, out, c.n);
  kolmo_arithmetic_decoder d;
  kolmo_decode_start(&d, exact, c.n);
  for (uint32_t i = 0; i < n; i++)
    CHECK(kolmo_decode_bit(&d, p[i]) == bits[i], "%s: bit %" PRIu32 " of %" PRIu32 " is wrong", s->name, i, n);
  free(exact);
  free(out);
  free(bits);
  free(p);
}

/* Bits that keep the interval around a point, so that a carry has to run through many bytes of 255. */
static void carry_chains(void) {
  uint8_t out[4096];
  for (uint32_t length = 1; length < 900; length += 7) {
    kolmo_arithmetic_encoder c;
    kolmo_encode_start(&c, out);
    /* A one takes the lower half, a zero the upper. One lower half, then upper halves only: digits 0111…; low approaches 1/2 from
     * below, where the probabilities are a little off 1/2, so that at last it crosses. */
    uint8_t bits[1024];
    uint32_t p[1024];
    uint32_t n = 0;
    for (uint32_t i = 0; i < length; i++) {
      p[n] = 32768;
      bits[n++] = i == 0;
    }
    for (uint32_t i = 0; i < 100; i++) {
      p[n] = i % 3 == 0 ? 65535 : 1;
      bits[n++] = 0;
    }
    for (uint32_t i = 0; i < n; i++) kolmo_encode_bit(&c, bits[i], p[i]);
    kolmo_encode_finish(&c);
    kolmo_arithmetic_decoder d;
    kolmo_decode_start(&d, out, c.n);
    for (uint32_t i = 0; i < n; i++) CHECK(kolmo_decode_bit(&d, p[i]) == bits[i], "chain of %u: bit %u", length, i);
  }
  /* The carry itself, through a run of 255 that is longer than the coder's word. */
  kolmo_arithmetic_encoder c = {.low = 0, .range = 1, .out = out, .n = 300};
  memset(out, 0xFF, 300);
  out[0] = 0x41;
  kolmo_encode_carry(&c);
  CHECK(out[0] == 0x42, "the carry stopped early");
  for (int i = 1; i < 300; i++) CHECK(out[i] == 0, "byte %d is %d", i, out[i]);
}

/* finish() takes the number with the most trailing zero bytes that lies in the interval, whatever the interval. */
static void finish_is_shortest(void) {
  uint64_t seed = 77;
  for (int i = 0; i < 200000; i++) {
    uint8_t out[16] = {5};
    uint64_t low = random64(&seed) >> random_below(&seed, 60), range = random64(&seed) >> random_below(&seed, 32);
    if (random_below(&seed, 4) == 0) low = ~low; /* near the top, so that rounding up carries */
    kolmo_arithmetic_encoder c = {.low = low, .range = range, .out = out, .n = 1};
    kolmo_encode_finish(&c);
    /* value of out[0..9) as a 72-bit number, in two parts */
    uint64_t v = 0;
    for (size_t k = 1; k < 9; k++) v = v << 8 | (k < c.n ? out[k] : 0);
    unsigned carried = c.n == 0 ? 0 : out[0] - 5u;
    CHECK(carried <= 1, "first byte became %u", out[0]);
    uint64_t offset = v - low; /* modulo 2^64; right when it carried exactly as low + offset does */
    CHECK(offset < range && carried == (v < low), "low %" PRIx64 " range %" PRIx64 ": wrote %" PRIx64, low, range, v);
    /* no number with more zero bytes is inside */
    size_t digits = c.n - 1;
    if (digits > 0) {
      uint64_t mask = digits > 8 ? 0 : (digits == 1 ? UINT64_MAX : ((uint64_t)1 << 8 * (9 - digits)) - 1);
      CHECK(((0 - low) & mask) >= range, "low %" PRIx64 " range %" PRIx64 ": %zu bytes are too many", low, range, digits);
    }
  }
}

int main(void) {
  static const source sources[] = {
      {"as told", 200000, uniform, AS_TOLD},     {"coin", 200000, half, AS_TOLD},
      {"never, and told so", 400000, lowest, 0}, {"always, and told so", 400000, highest, 65536},
      {"always, told never", 4000, lowest, 65536}, {"never, told always", 4000, highest, 0},
      {"certain, right", 100000, extremes, LIKELY}, {"certain, wrong", 4000, extremes, UNLIKELY},
      {"certain, half wrong", 20000, extremes, 32768}, {"mixed", 200000, mixed, AS_TOLD},
      {"mixed, all zeros", 4000, mixed, 0},      {"uniform, all ones", 20000, uniform, 65536},
  };
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    for (uint32_t n = 0; n < 70; n++) round_trip(&sources[i], n, 1000 + n);
    for (uint64_t seed = 1; seed <= 3; seed++) round_trip(&sources[i], sources[i].n, seed);
  }
  carry_chains();
  finish_is_shortest();
  return 0;
}
