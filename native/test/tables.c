/* The constant tables against what docs/format.md §5 promises of them. */
#include <math.h>
#include "check.h"
#include "core/map.h"
#include "core/tables.h"

static void logistic(const kolmo_tables *t) {
  uint32_t before = 0;
  for (int32_t x = -KOLMO_LOGIT_MAX; x <= KOLMO_LOGIT_MAX; x++) {
    uint32_t p = kolmo_squash(t, x);
    CHECK(p >= 1 && p <= 65535, "squash(%d) = %u", x, p);
    CHECK(p >= before, "squash falls at %d", x);
    /* Interpolation rounds down on both sides of 0, hence the one. */
    uint32_t mirrored = 65536 - kolmo_squash(t, -x);
    CHECK(mirrored - p <= 1 || p - mirrored <= 1, "squash(%d) = %u, of its mirror %u", x, p, mirrored);
    double exact = 65536 / (1 + exp(-x / 2048.0));
    CHECK(fabs(p - exact) < 2, "squash(%d) = %u, should be near %.2f", x, p, exact);
    before = p;
  }
  CHECK(kolmo_squash(t, 0) == 32768, "squash(0) = %u", kolmo_squash(t, 0));
  CHECK(kolmo_squash(t, INT32_MAX) == 65535 && kolmo_squash(t, INT32_MIN) == 1, "the ends");
  for (uint32_t k = 0; k <= 3072; k++)
    CHECK(t->squash[k] + t->squash[3072 - k] == 65536, "table entry %u is not its mirror's complement", k);
}

/* The smallest x in 0 … max with squash(x) ≥ p, by search: how the format defines it. */
static int32_t inverse(const kolmo_tables *t, uint32_t p) {
  if (p == 0) return -KOLMO_LOGIT_MAX;
  if (p < 32768) return -inverse(t, 65536 - p);
  int32_t low = 0, high = KOLMO_LOGIT_MAX;
  while (low < high) {
    int32_t middle = (low + high) / 2;
    if (kolmo_squash(t, middle) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

static void stretch(const kolmo_tables *t) {
  int32_t before = -KOLMO_LOGIT_MAX;
  for (uint32_t p = 0; p <= 65535; p++) {
    int32_t x = kolmo_stretch(t, p);
    int32_t defined = inverse(t, p);
    CHECK(x == defined, "stretch(%u) = %d, should be %d", p, x, defined);
    CHECK(x >= before, "stretch falls at %u", p);
    if (p && p != 32768) CHECK(x == -kolmo_stretch(t, 65536 - p), "stretch(%u) is not odd", p);
    uint32_t back = kolmo_squash(t, x), off = back > p ? back - p : p - back;
    CHECK(p == 0 || off <= 8, "squash(stretch(%u)) = %u", p, back);
    before = x;
  }
}

/* ---- bit histories: the numbers of docs/format.md §5.4 ---- */

enum { STATES = 251, ORDERED = 2, DISCOUNTS = 9 };
static const unsigned bound[] = {40, 40, 30, 20, 12, 9}, discount[DISCOUNTS] = {0, 1, 2, 2, 3, 3, 4, 5, 6};

typedef struct {
  unsigned n0, n1, h, known;
} history;

static bool allowed(unsigned n0, unsigned n1) {
  unsigned m = n0 < n1 ? n0 : n1, M = n0 < n1 ? n1 : n0;
  return m < sizeof bound / sizeof bound[0] && M <= bound[m];
}

/* Follows the machine from "nothing seen" along the format's rules, and gives every state it meets its meaning. */
static void states(const kolmo_tables *t) {
  history meaning[256] = {{0, 0, 0, 1}};
  unsigned queue[256] = {0}, from = 0, to = 1;
  while (from < to) {
    unsigned s = queue[from++];
    for (unsigned bit = 0; bit < 2; bit++) {
      history a = meaning[s];
      unsigned same = (bit ? a.n1 : a.n0) + 1, other = bit ? a.n0 : a.n1, h = 2 * a.h + bit;
      if (a.n0 + a.n1 >= ORDERED) {
        other = discount[other < DISCOUNTS ? other : DISCOUNTS - 1];
        while (!allowed(same, other)) *(same > other ? &same : &other) -= 1;
        h = other > 0 ? bit : 0;
      }
      history b = {bit ? other : same, bit ? same : other, h, 1};
      unsigned next = t->next[bit][s];
      CHECK(next < STATES && next > 0, "state %u, bit %u: leads to %u", s, bit, next);
      if (!meaning[next].known) {
        meaning[next] = b;
        queue[to++] = next;
      }
      history c = meaning[next];
      CHECK(b.n0 == c.n0 && b.n1 == c.n1 && b.h == c.h, "state %u is both (%u,%u,%u) and (%u,%u,%u)", next, b.n0, b.n1, b.h, c.n0,
            c.n1, c.h);
    }
  }
  CHECK(to > STATES / 2, "only %u states can be reached", to);
  unsigned total = 0;
  for (unsigned s = 0; s < STATES; s++) {
    if (!meaning[s].known) continue;
    history a = meaning[s];
    CHECK(a.n0 + a.n1 >= total, "state %u has less evidence than the one before", s);
    total = a.n0 + a.n1;
    uint32_t q = (5 * a.n1 + 2) * ((uint32_t)1 << 22) / (5 * (a.n0 + a.n1) + 4);
    CHECK(t->prior[s].v == (q << 10 | 6), "prior of state %u is %08" PRIx32, s, t->prior[s].v);
    CHECK(t->prior[s].signal == (s ? kolmo_stretch(t, q >> 6) : 0), "signal of state %u is %d", s, t->prior[s].signal);
  }
  for (unsigned s = 0; s < STATES; s++) CHECK(t->prior[s].v, "state %u has no meaning", s);
  for (unsigned s = STATES; s < 256; s++) CHECK(t->prior[s].v == 0, "there is a state %u", s);
  for (unsigned bit = 0; bit < 2; bit++)
    for (unsigned s = 0; s < STATES; s++) CHECK(t->next[bit][s] < STATES, "state %u leads out", s);
}

/* An adaptive probability stays inside its bits at any count and limit, moves towards what came, and gets there. */
static void learning(const kolmo_tables *t) {
  for (uint32_t n = 0; n <= KOLMO_COUNT_MAX; n++)
    CHECK(t->reciprocal[n] == 131072 / (2 * n + 3), "reciprocal of %u is %u", n, t->reciprocal[n]);
  uint64_t seed = 5;
  for (int i = 0; i < 2000000; i++) {
    uint32_t v = (uint32_t)random64(&seed), limit = 1 + random_below(&seed, KOLMO_COUNT_MAX);
    unsigned bit = random_below(&seed, 2);
    if ((v & 1023) > limit) v = (v & ~1023u) | limit;
    uint32_t w = kolmo_map_learn(t, v, bit, limit);
    CHECK(bit ? w >> 10 >= v >> 10 : w >> 10 <= v >> 10, "%08" PRIx32 " became %08" PRIx32 " after a %u", v, w, bit);
    CHECK((w & 1023) == (v & 1023) + ((v & 1023) < limit), "count of %08" PRIx32 " became %u", v, w & 1023);
  }
  for (unsigned bit = 0; bit < 2; bit++) {
    uint32_t v = 0x80000000u;
    for (int i = 0; i < 200000; i++) v = kolmo_map_learn(t, v, bit, 255);
    CHECK(v >> 10 == (bit ? 0x3FFFFF : 0), "200000 equal bits leave %08" PRIx32, v);
  }
}

int main(void) {
  const kolmo_tables *t = kolmo_get_tables();
  CHECK(t == kolmo_get_tables(), "made twice");
  logistic(t);
  stretch(t);
  states(t);
  learning(t);
  return 0;
}
