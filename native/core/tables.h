/* Constant tables, made once from integer arithmetic alone (docs/format.md §5): the logistic pair squash and stretch, the
 * bit-history state machine, reciprocals, CRC. */
#ifndef KOLMO_TABLES_H
#define KOLMO_TABLES_H
#include "core/libc.h"

enum {
  KOLMO_LOGIT_MAX = 12 * 2048 - 1, /* logistic values are Q11 within ±KOLMO_LOGIT_MAX */
  KOLMO_COUNT_MAX = 1023,          /* largest count in an adaptive probability */
  KOLMO_STATES = 256,
  KOLMO_APM_STEPS = 32,            /* of the logistic axis, in an APM */
};

/* What a bit history means: an adaptive probability, and the signal made from it, kept beside it because predicting waits for the
 * signal and learning does not. */
typedef struct {
  uint32_t v;
  int16_t signal;
} kolmo_meaning;

typedef struct {
  uint16_t squash[3 * 1024 + 1];              /* p(x) in 1/65536 at x = -12, -12 + 1/128, …, 12 */
  int16_t stretch[65536];                     /* [p]: the inverse; of it only the two ends and what stands near 1/2 are hot */
  uint16_t reciprocal[KOLMO_COUNT_MAX + 1];   /* [n]: 65536 / (n + 1.5) */
  uint8_t next[2][KOLMO_STATES];              /* [bit][state]: the history after one more bit */
  kolmo_meaning prior[KOLMO_STATES];          /* [state]: what it means before anything was learned */
  uint32_t axis[KOLMO_APM_STEPS + 1];         /* [step]: what an APM's all-zero entry stands for: the probability unchanged */
  uint32_t crc[256];
} kolmo_tables;

/* Built at the first call; safe from any thread. */
const kolmo_tables *kolmo_get_tables(void);

/* Probability of a one, 1…65535 in 1/65536, of a logistic value x (Q11, any int32). */
static inline uint32_t kolmo_squash(const kolmo_tables *t, int32_t x) {
  if (x > KOLMO_LOGIT_MAX) x = KOLMO_LOGIT_MAX;
  if (x < -KOLMO_LOGIT_MAX) x = -KOLMO_LOGIT_MAX;
  uint32_t i = (uint32_t)(x + KOLMO_LOGIT_MAX + 1), j = i >> 4;
  return t->squash[j] + ((uint32_t)(t->squash[j + 1] - t->squash[j]) * (i & 15) >> 4);
}

/* The inverse: logistic value (Q11) of a probability p in 0…65535. */
static inline int16_t kolmo_stretch(const kolmo_tables *t, uint32_t p) { return t->stretch[p]; }
#endif
