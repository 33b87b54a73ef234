/* Inputs of several kinds, made on the spot. */
#ifndef KOLMO_TEST_DATA_H
#define KOLMO_TEST_DATA_H
#include "check.h"

static inline void fill_random(uint8_t *p, size_t n, uint64_t seed) {
  for (size_t i = 0; i < n; i++) p[i] = (uint8_t)(random64(&seed) >> 56);
}

/* Words of a small language in lines, some with numbers: what a model can learn from. */
static inline void fill_text(uint8_t *p, size_t n, uint64_t seed) {
  static const char *const words[] = {"the ", "of ", "ferry ", "and ", "lantern", "s ", "mended ", "at ", "north pier, ", "Ada ", ".\n",
                                      "id=", "counted ", "\"rope\": ", "<b>", "</b> ", "though ", "a "};
  enum { WORDS = sizeof words / sizeof words[0] };
  size_t at = 0;
  while (at < n) {
    char number[16];
    const char *word = words[random_below(&seed, WORDS)];
    if (random_below(&seed, 12) == 0) {
      snprintf(number, sizeof number, "%u ", random_below(&seed, 10000));
      word = number;
    }
    for (; *word && at < n; word++) p[at++] = (uint8_t)*word;
  }
}

/* Records of 12 bytes: a counter, a slowly moving value, flags. */
static inline void fill_binary(uint8_t *p, size_t n, uint64_t seed) {
  uint32_t value = 0x4000;
  for (size_t i = 0; i < n; i++) {
    uint32_t record = (uint32_t)(i / 12);
    if (i % 12 == 0) value += random_below(&seed, 65) - 32;
    switch (i % 12) {
      case 0: case 1: case 2: case 3: p[i] = (uint8_t)(record >> 8 * (i % 12)); break;
      case 4: case 5: p[i] = (uint8_t)(value >> 8 * (i % 12 - 4)); break;
      case 6: p[i] = (uint8_t)(random_below(&seed, 9) == 0); break;
      default: p[i] = i % 12 == 11 ? 0xFF : 0; break;
    }
  }
}
#endif
