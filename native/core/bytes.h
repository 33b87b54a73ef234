/* Reading and writing the archive's integers: little-endian and varint (docs/format.md), on any host. */
#ifndef KOLMO_BYTES_H
#define KOLMO_BYTES_H
#include "core/libc.h"

static inline uint32_t kolmo_load32(const uint8_t *p) {
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline void kolmo_store32(uint8_t *p, uint32_t v) {
  for (int i = 0; i < 4; i++) p[i] = (uint8_t)(v >> 8 * i);
}

static inline uint64_t kolmo_load64(const uint8_t *p) {
  return (uint64_t)kolmo_load32(p) | (uint64_t)kolmo_load32(p + 4) << 32;
}

static inline void kolmo_store64(uint8_t *p, uint64_t v) {
  kolmo_store32(p, (uint32_t)v);
  kolmo_store32(p + 4, (uint32_t)(v >> 32));
}

enum { KOLMO_VARINT_MAX = 10 };

/* Writes v at p (room for KOLMO_VARINT_MAX bytes); returns the number of bytes written. */
static inline size_t kolmo_put_varint(uint8_t *p, uint64_t v) {
  size_t n = 0;
  for (; v > 127; v >>= 7) p[n++] = (uint8_t)(v | 128);
  p[n++] = (uint8_t)v;
  return n;
}

/* A cursor over untrusted bytes. After the first failed read every further one fails too and yields 0, so that callers
 * check once at the end. `starved` tells "ran out of bytes" from "malformed". */
typedef struct {
  const uint8_t *at, *end;
  bool failed, starved;
} kolmo_reader;

static inline kolmo_reader kolmo_read(const uint8_t *data, size_t n) {
  return (kolmo_reader){.at = data, .end = data + n, .failed = false, .starved = false};
}

static inline size_t kolmo_left(const kolmo_reader *r) { return (size_t)(r->end - r->at); }

/* The next n bytes, or NULL when there are fewer. */
static inline const uint8_t *kolmo_take(kolmo_reader *r, size_t n) {
  if (r->failed || kolmo_left(r) < n) {
    if (!r->failed) r->starved = true;
    r->failed = true;
    return NULL;
  }
  const uint8_t *p = r->at;
  r->at += n;
  return p;
}

static inline uint8_t kolmo_get8(kolmo_reader *r) {
  const uint8_t *p = kolmo_take(r, 1);
  return p ? *p : 0;
}

static inline uint32_t kolmo_get32(kolmo_reader *r) {
  const uint8_t *p = kolmo_take(r, 4);
  return p ? kolmo_load32(p) : 0;
}

static inline uint64_t kolmo_get64(kolmo_reader *r) {
  const uint8_t *p = kolmo_take(r, 8);
  return p ? kolmo_load64(p) : 0;
}

/* A varint; one that is longer than needed or exceeds 64 bits fails the reader. */
static inline uint64_t kolmo_get_varint(kolmo_reader *r) {
  uint64_t v = 0;
  for (unsigned shift = 0; shift < 70; shift += 7) {
    uint8_t b = kolmo_get8(r);
    if (r->failed) return 0;
    if (shift == 63 && b > 1) break;
    v |= (uint64_t)(b & 127) << shift;
    if (b < 128) {
      if (b == 0 && shift > 0) break;
      return v;
    }
  }
  r->failed = true;
  return 0;
}
#endif
