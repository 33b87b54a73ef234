/* Hashes of 32 bits. */
#ifndef KOLMO_HASH_H
#define KOLMO_HASH_H
#include "kernels/kernels.h"

/* Scrambles a 32-bit value: every input bit reaches the upper and the lower bits. */
static inline uint32_t kolmo_scramble(uint32_t h) {
  h ^= h >> 16;
  h *= 0x7FEB352Du;
  h ^= h >> 15;
  h *= 0x846CA68Bu;
  return h ^ h >> 16;
}

/* A hash with one more byte in it, or one more value. */
KOLMO_OP uint32_t kolmo_hash_byte(uint32_t h, uint32_t c) { return (h + c + 1) * 0x9E3779B1u; }
KOLMO_OP uint32_t kolmo_hash_value(uint32_t h, uint32_t v) {
  h = (h ^ v) * 0x2C1B3C6Du;
  return h ^ h >> 15;
}
#endif
