#include "core/tables.h"

/* How many observations the prior of an adaptive probability counts as. */
enum { PRIOR_COUNT = 6 };

/* e^(−1/128) in Q32, rounded. */
static const uint64_t EXP_STEP = 4261543595u;

static void build_squash(kolmo_tables *t) {
  uint64_t e = (uint64_t)1 << 32; /* e^(−k/128), Q32 */
  for (int k = 0; k <= 12 * 128; k++) {
    uint64_t d = ((uint64_t)1 << 32) + e;
    uint64_t p = (((uint64_t)1 << 48) + d / 2) / d;
    if (p > 65535) p = 65535;
    t->squash[12 * 128 + k] = (uint16_t)p;
    t->squash[12 * 128 - k] = (uint16_t)(65536 - p);
    e = (e * EXP_STEP + ((uint64_t)1 << 31)) >> 32;
  }
}

/* stretch(p) for p ≥ 1/2 is the smallest x ≥ 0 with squash(x) ≥ p; below it is −stretch(65536 − p). */
static void build_stretch(kolmo_tables *t) {
  int32_t x = 0;
  for (uint32_t p = 32768; p <= 65535; p++) {
    while (x < KOLMO_LOGIT_MAX && kolmo_squash(t, x) < p) x++;
    t->stretch[p] = (int16_t)x;
    t->stretch[65536 - p] = (int16_t)-x;
  }
  t->stretch[0] = (int16_t)-KOLMO_LOGIT_MAX;
}

/* ---- bit histories ----
 * A state stands for (n0, n1, h): how many zeros and ones a context has seen, and h, what is remembered of their order: the
 * whole sequence while there were at most ORDERED bits, from then on only the last bit. Counts are bounded: with m the
 * smaller of the two, the larger is at most BOUND[m]. States are numbered by n0 + n1, so that a larger number means more
 * evidence. */

enum { ORDERED = 2, BOUNDS = 6, DISCOUNTS = 9 };
static const uint8_t BOUND[BOUNDS] = {40, 40, 30, 20, 12, 9};
/* What is left of a count when the opposite bit comes (the last entry for all larger ones): old evidence soon counts little. */
static const uint8_t DISCOUNT[DISCOUNTS] = {0, 1, 2, 2, 3, 3, 4, 5, 6};

typedef struct {
  uint8_t n0, n1, h;
} history;

static bool allowed(unsigned n0, unsigned n1) {
  unsigned small = n0 < n1 ? n0 : n1, large = n0 < n1 ? n1 : n0;
  return small < BOUNDS && large <= BOUND[small];
}

static history after(history s, unsigned bit) {
  unsigned same = (bit ? s.n1 : s.n0) + 1, other = bit ? s.n0 : s.n1, h;
  if (s.n0 + s.n1 < ORDERED) {
    h = (unsigned)s.h << 1 | bit;
  } else {
    other = DISCOUNT[other < DISCOUNTS ? other : DISCOUNTS - 1];
    while (!allowed(same, other)) {
      if (same > other) same--;
      else other--;
    }
    h = other ? bit : 0;
  }
  return (history){(uint8_t)(bit ? other : same), (uint8_t)(bit ? same : other), (uint8_t)h};
}

/* Lists every history that can be, in the order of its number: by n0 + n1, then n1, then h. Returns how many there are (251). */
static unsigned list_histories(history *list) {
  enum { H = 1 << ORDERED, SEEN = 1 << 7 };
  static const history nothing = {0, 0, 0};
  history found[KOLMO_STATES] = {nothing};
  bool seen[SEEN][SEEN][H] = {{{true}}};
  unsigned n = 1, count = 0;
  for (unsigned i = 0; i < n; i++)
    for (unsigned bit = 0; bit < 2; bit++) {
      history a = after(found[i], bit);
      if (seen[a.n0][a.n1][a.h]) continue;
      if (n == KOLMO_STATES) abort(); /* the constants above allow more histories than a byte can number */
      seen[a.n0][a.n1][a.h] = true;
      found[n++] = a;
    }
  for (unsigned total = 0; total < SEEN; total++)
    for (unsigned n1 = 0; n1 <= total; n1++)
      for (unsigned h = 0; h < H; h++)
        if (seen[total - n1][n1][h]) list[count++] = (history){(uint8_t)(total - n1), (uint8_t)n1, (uint8_t)h};
  return count;
}

static void build_states(kolmo_tables *t) {
  history list[KOLMO_STATES];
  unsigned count = list_histories(list);
  for (unsigned s = 0; s < count; s++) {
    for (unsigned bit = 0; bit < 2; bit++) {
      history a = after(list[s], bit);
      for (unsigned i = 0; i < count; i++)
        if (list[i].n0 == a.n0 && list[i].n1 == a.n1 && list[i].h == a.h) t->next[bit][s] = (uint8_t)i;
    }
    uint32_t p = (5u * list[s].n1 + 2) * ((uint32_t)1 << 22) / (5u * (list[s].n0 + list[s].n1) + 4);
    t->prior[s] = (kolmo_meaning){.v = p << 10 | PRIOR_COUNT, .signal = s ? kolmo_stretch(t, p >> 6) : 0};
  }
}

static void build_reciprocals(kolmo_tables *t) {
  for (uint32_t n = 0; n <= KOLMO_COUNT_MAX; n++) t->reciprocal[n] = (uint16_t)(131072 / (2 * n + 3));
}

static void build_axis(kolmo_tables *t) {
  for (int32_t j = 0; j <= KOLMO_APM_STEPS; j++) {
    int32_t x = (2 * j - KOLMO_APM_STEPS) * ((KOLMO_LOGIT_MAX + 1) / KOLMO_APM_STEPS);
    t->axis[j] = kolmo_squash(t, x) << 16 | PRIOR_COUNT;
  }
}

static void build_crc(kolmo_tables *t) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int k = 0; k < 8; k++) c = c >> 1 ^ (c & 1 ? 0xEDB88320u : 0);
    t->crc[i] = c;
  }
}

const kolmo_tables *kolmo_get_tables(void) {
  static kolmo_tables tables;
  static int state; /* 0 not begun, 1 being built, 2 ready */
  if (__atomic_load_n(&state, __ATOMIC_ACQUIRE) == 2) return &tables;
  int begun = 0;
  if (__atomic_compare_exchange_n(&state, &begun, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) {
    build_squash(&tables);
    build_stretch(&tables);
    build_states(&tables);
    build_reciprocals(&tables);
    build_axis(&tables);
    build_crc(&tables);
    __atomic_store_n(&state, 2, __ATOMIC_RELEASE);
  }
  while (__atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2) {
    /* another thread is building: well under a millisecond */
  }
  return &tables;
}
