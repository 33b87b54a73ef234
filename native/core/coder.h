/* Binary arithmetic coder: 64-bit range, 16-bit probabilities, carries resolved in the output buffer.
 *
 * The interval is [low, low + range). After every bit range ≥ 2^32, so that the split (range >> 16)·p keeps the whole
 * precision of p: a bit of probability 65535/65536 costs 0.000022 bits. */
#ifndef KOLMO_CODER_H
#define KOLMO_CODER_H
#include "core/libc.h"

typedef struct {
  uint64_t low, range;
  uint8_t *out; /* room for what is coded; the caller keeps KOLMO_CODER_SLACK bytes free before each byte coded */
  size_t n;     /* bytes in out */
} kolmo_arithmetic_encoder;

/* A byte costs at most 8·16 bits, and the coder holds back up to 8 bytes. */
enum { KOLMO_CODER_SLACK = 32 };

static inline void kolmo_encode_start(kolmo_arithmetic_encoder *c, uint8_t *out) {
  *c = (kolmo_arithmetic_encoder){.low = 0, .range = UINT64_MAX, .out = out, .n = 0};
}

/* Adds one to the number written so far. It cannot overflow: the interval lies below 1. */
static inline void kolmo_encode_carry(kolmo_arithmetic_encoder *c) {
  size_t i = c->n;
  while (++c->out[--i] == 0) {
  }
}

/* p: probability of a one, 1…65535. */
static inline void kolmo_encode_bit(kolmo_arithmetic_encoder *c, unsigned bit, uint32_t p) {
  uint64_t bound = (c->range >> 16) * p;
  if (bit) {
    c->range = bound;
  } else {
    c->low += bound;
    if (c->low < bound) kolmo_encode_carry(c);
    c->range -= bound;
  }
  while (c->range >> 32 == 0) {
    for (int shift = 56; shift >= 32; shift -= 8) c->out[c->n++] = (uint8_t)(c->low >> shift);
    c->low <<= 32;
    c->range <<= 32;
  }
}

/* Ends the number as early as it stays inside the interval. The decoder reads zeros past the end, so trailing zeros go. */
static inline void kolmo_encode_finish(kolmo_arithmetic_encoder *c) {
  for (int zeros = 8; zeros >= 0; zeros--) { /* the most zero bytes that a number in the interval can end with */
    uint64_t mask = zeros == 8 ? UINT64_MAX : ((uint64_t)1 << 8 * zeros) - 1;
    uint64_t up = (0 - c->low) & mask;
    if (up >= c->range) continue;
    uint64_t v = c->low + up;
    if (v < up) kolmo_encode_carry(c);
    for (int i = 0; i < 8 - zeros; i++) c->out[c->n++] = (uint8_t)(v >> (56 - 8 * i));
    break;
  }
  while (c->n > 0 && c->out[c->n - 1] == 0) c->n--;
}

typedef struct {
  uint64_t value, range; /* value: the number less the interval's low end */
  const uint8_t *at, *end;
} kolmo_arithmetic_decoder;

static inline uint64_t kolmo_decode_word(kolmo_arithmetic_decoder *d) {
  uint64_t v = 0;
  for (int i = 0; i < 4; i++) v = v << 8 | (d->at < d->end ? *d->at++ : 0);
  return v;
}

static inline void kolmo_decode_start(kolmo_arithmetic_decoder *d, const uint8_t *data, size_t n) {
  *d = (kolmo_arithmetic_decoder){.value = 0, .range = UINT64_MAX, .at = data, .end = data + n};
  d->value = kolmo_decode_word(d) << 32;
  d->value |= kolmo_decode_word(d);
}

static inline unsigned kolmo_decode_bit(kolmo_arithmetic_decoder *d, uint32_t p) {
  uint64_t bound = (d->range >> 16) * p;
  unsigned bit = d->value < bound;
  if (bit) {
    d->range = bound;
  } else {
    d->value -= bound;
    d->range -= bound;
  }
  while (d->range >> 32 == 0) {
    d->value = d->value << 32 | kolmo_decode_word(d);
    d->range <<= 32;
  }
  return bit;
}
#endif
