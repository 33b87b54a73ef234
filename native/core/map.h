/* The adaptive probability: one u32, p in the upper 22 bits, a count in the lower 10. The rate of learning is
 * 1 / (count + 1.5), until the count reaches its limit. */
#ifndef KOLMO_MAP_H
#define KOLMO_MAP_H
#include "core/tables.h"

static inline uint32_t kolmo_map_p16(uint32_t v) { return v >> 16; }

static inline uint32_t kolmo_map_learn(const kolmo_tables *t, uint32_t v, unsigned bit, uint32_t limit) {
  uint32_t count = v & 1023;
  int32_t error = (bit ? 0x3FFFFF : 0) - (int32_t)(v >> 10);
  int32_t step = (int32_t)((int64_t)error * t->reciprocal[count] >> 16);
  return v + (uint32_t)step * 1024 + (count < limit);
}
#endif
