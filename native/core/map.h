/* The adaptive probability: one u32, p in the upper 22 bits, a count in the lower 10. The rate of learning is
 * 1 / (count + 1.5), until the count reaches its limit. */
#ifndef KOLMO_MAP_H
#define KOLMO_MAP_H
#include "core/tables.h"

static inline uint32_t kolmo_map_p16(uint32_t v) { return v >> 16; }

/* The step is rounded away from zero, so that p reaches both ends. */
static inline uint32_t kolmo_map_learn(const kolmo_tables *t, uint32_t v, unsigned bit, uint32_t limit) {
  uint32_t count = v & 1023;
  int64_t error = (int64_t)(bit ? 0x3FFFFF : 0) - (v >> 10);
  int64_t step = (error * t->reciprocal[count] + (bit ? 65535 : 0)) >> 16;
  return v + (uint32_t)step * 1024 + (count < limit);
}
#endif
