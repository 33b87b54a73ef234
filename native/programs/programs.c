/* Written by `npm run programs` from src/models/levels.ts; do not edit. */
#include "core/render.h"
#include "programs/programs.h"

/* level 1: 9 nodes, 106 bytes */
static const uint8_t program_1[] = {
  0, 7, 1, 4, 16, 22, 0, 1, 2, 3, 1, 0, 5, 16, 8, 10, 20, 0, 6, 255,
  7, 0, 6, 17, 31, 16, 24, 6, 255, 7, 4, 1, 1, 255, 255, 0, 0, 1, 1, 255,
  255, 255, 0, 1, 1, 255, 255, 255, 255, 1, 5, 255, 255, 255, 255, 2, 32, 24, 1, 0,
  6, 1, 2, 6, 0, 4, 0, 0, 8, 12, 16, 252, 6, 179, 38, 220, 11, 172, 2, 64,
  172, 2, 33, 17, 1, 6, 1, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 8,
  7, 63, 3, 1, 7, 1,
};

/* level 2: 11 nodes, 123 bytes */
static const uint8_t program_2[] = {
  0, 7, 1, 4, 16, 22, 0, 1, 2, 3, 1, 0, 5, 16, 8, 10, 20, 0, 6, 255,
  7, 0, 6, 17, 48, 16, 26, 6, 255, 7, 6, 1, 1, 255, 0, 0, 0, 1, 1, 255,
  255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1, 255, 255, 255, 255, 2, 1, 255, 255, 255,
  255, 2, 255, 255, 0, 0, 1, 5, 255, 255, 255, 255, 2, 32, 24, 1, 0, 8, 1, 2,
  6, 0, 4, 0, 0, 8, 12, 16, 252, 8, 179, 38, 220, 11, 172, 2, 64, 172, 2, 33,
  17, 1, 8, 1, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 8, 9, 63, 3,
  1, 9, 1,
};

/* level 3: 17 nodes, 201 bytes */
static const uint8_t program_3[] = {
  0, 10, 1, 4, 16, 24, 0, 1, 2, 3, 2, 0, 5, 3, 1, 7, 5, 1, 8, 16,
  8, 10, 20, 0, 6, 255, 7, 0, 10, 17, 86, 18, 27, 7, 255, 7, 9, 1, 1, 255,
  0, 0, 0, 1, 1, 255, 255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1, 255, 255, 255,
  255, 2, 1, 255, 255, 255, 255, 2, 255, 255, 0, 0, 1, 5, 255, 255, 255, 255, 2, 7,
  255, 255, 255, 0, 1, 255, 0, 0, 0, 2, 8, 255, 255, 0, 0, 1, 255, 0, 0, 0,
  3, 11, 255, 0, 0, 0, 10, 15, 0, 0, 0, 1, 255, 255, 0, 0, 2, 32, 32, 1,
  0, 11, 3, 2, 10, 0, 4, 0, 0, 8, 1, 1, 0, 8, 1, 7, 0, 12, 12, 16,
  252, 11, 133, 23, 220, 11, 172, 2, 64, 172, 2, 32, 24, 1, 11, 3, 2, 1, 10, 0,
  4, 1, 0, 0, 8, 12, 16, 252, 14, 213, 42, 220, 11, 216, 4, 64, 0, 33, 17, 1,
  14, 2, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 8, 16, 63, 3, 1, 14,
  3,
};

/* level 4: 21 nodes, 237 bytes */
static const uint8_t program_4[] = {
  0, 11, 1, 4, 16, 24, 0, 1, 2, 3, 2, 0, 5, 3, 1, 7, 5, 1, 8, 6,
  1, 10, 16, 8, 10, 22, 0, 6, 255, 7, 0, 12, 17, 119, 18, 28, 7, 255, 7, 12,
  1, 1, 255, 0, 0, 0, 1, 1, 255, 255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1,
  255, 255, 255, 255, 2, 1, 255, 255, 255, 255, 2, 255, 0, 0, 0, 2, 1, 255, 255, 255,
  255, 2, 255, 255, 0, 0, 1, 5, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 6, 255,
  255, 255, 255, 2, 7, 255, 255, 255, 0, 1, 255, 0, 0, 0, 2, 8, 255, 255, 0, 0,
  1, 255, 0, 0, 0, 3, 13, 255, 0, 0, 0, 12, 15, 0, 0, 0, 1, 255, 255, 0,
  0, 2, 11, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 32, 32, 1, 0, 14, 3, 2,
  12, 0, 4, 0, 0, 8, 1, 1, 0, 8, 1, 7, 0, 12, 12, 16, 252, 14, 133, 23,
  220, 11, 172, 2, 64, 172, 2, 32, 24, 1, 14, 3, 2, 1, 12, 0, 4, 1, 0, 0,
  8, 12, 16, 252, 17, 213, 42, 220, 11, 216, 4, 64, 0, 33, 17, 1, 17, 2, 2, 1,
  0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 8, 19, 63, 3, 1, 17, 3,
};

/* level 5: 40 nodes, 470 bytes */
static const uint8_t program_5[] = {
  0, 16, 1, 4, 16, 24, 0, 1, 2, 3, 3, 0, 5, 3, 1, 8, 4, 1, 9, 5,
  1, 12, 6, 1, 14, 16, 8, 10, 22, 0, 6, 255, 7, 0, 16, 17, 253, 1, 18, 29,
  7, 255, 7, 26, 1, 1, 0, 0, 0, 0, 1, 1, 255, 0, 0, 0, 1, 1, 255, 255,
  0, 0, 1, 1, 255, 255, 255, 0, 1, 1, 255, 255, 255, 255, 2, 1, 255, 255, 255, 255,
  2, 255, 0, 0, 0, 2, 1, 255, 255, 255, 255, 2, 255, 255, 0, 0, 2, 1, 255, 255,
  255, 255, 2, 255, 255, 255, 255, 1, 5, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 6,
  255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 7, 255, 255, 255, 255, 2, 5, 255, 255, 255,
  255, 1, 255, 0, 0, 0, 1, 1, 0, 255, 255, 0, 1, 1, 0, 255, 0, 0, 1, 8,
  255, 255, 255, 255, 2, 8, 255, 255, 255, 0, 1, 255, 0, 0, 0, 2, 8, 255, 255, 0,
  0, 5, 255, 255, 255, 255, 2, 12, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 12, 255,
  0, 0, 0, 1, 255, 255, 255, 0, 2, 12, 255, 0, 0, 0, 5, 255, 255, 255, 255, 2,
  9, 255, 0, 0, 0, 10, 255, 0, 0, 0, 2, 10, 255, 0, 0, 0, 1, 255, 0, 0,
  0, 2, 14, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 15, 255, 255, 0, 0, 1, 255,
  0, 0, 0, 2, 17, 255, 0, 0, 0, 1, 255, 0, 0, 0, 3, 17, 255, 0, 0, 0,
  16, 15, 0, 0, 0, 1, 255, 255, 0, 0, 2, 32, 47, 1, 0, 28, 6, 2, 16, 0,
  4, 0, 0, 8, 2, 1, 0, 8, 0, 0, 8, 1, 1, 0, 16, 1, 8, 0, 12, 1,
  12, 0, 8, 1, 9, 0, 8, 12, 16, 252, 28, 133, 23, 220, 11, 172, 2, 64, 172, 2,
  32, 28, 1, 28, 6, 3, 1, 16, 0, 4, 1, 0, 0, 8, 1, 1, 0, 8, 12, 16,
  252, 34, 171, 21, 220, 11, 216, 4, 64, 0, 33, 17, 1, 34, 3, 2, 1, 0, 8, 0,
  0, 8, 10, 16, 0, 255, 1, 12, 37, 33, 17, 1, 34, 3, 2, 1, 0, 16, 0, 0,
  8, 10, 16, 0, 255, 1, 12, 38, 33, 17, 1, 34, 3, 2, 8, 0, 12, 0, 0, 8,
  10, 16, 0, 255, 1, 12, 39, 33, 17, 1, 34, 3, 2, 5, 16, 16, 0, 0, 8, 10,
  16, 0, 255, 1, 12, 40, 33, 17, 1, 34, 3, 2, 17, 0, 8, 16, 0, 4, 10, 16,
  0, 255, 1, 12, 41, 63, 3, 1, 37, 5,
};

/* level 6: 40 nodes, 470 bytes */
static const uint8_t program_6[] = {
  0, 16, 1, 4, 16, 26, 0, 1, 2, 3, 3, 0, 5, 3, 1, 8, 4, 1, 9, 5,
  1, 12, 6, 1, 14, 16, 8, 10, 24, 0, 6, 255, 7, 0, 16, 17, 253, 1, 18, 30,
  7, 255, 7, 26, 1, 1, 0, 0, 0, 0, 1, 1, 255, 0, 0, 0, 1, 1, 255, 255,
  0, 0, 1, 1, 255, 255, 255, 0, 1, 1, 255, 255, 255, 255, 2, 1, 255, 255, 255, 255,
  2, 255, 0, 0, 0, 2, 1, 255, 255, 255, 255, 2, 255, 255, 0, 0, 2, 1, 255, 255,
  255, 255, 2, 255, 255, 255, 255, 1, 5, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 6,
  255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 7, 255, 255, 255, 255, 2, 5, 255, 255, 255,
  255, 1, 255, 0, 0, 0, 1, 1, 0, 255, 255, 0, 1, 1, 0, 255, 0, 0, 1, 8,
  255, 255, 255, 255, 2, 8, 255, 255, 255, 0, 1, 255, 0, 0, 0, 2, 8, 255, 255, 0,
  0, 5, 255, 255, 255, 255, 2, 12, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 12, 255,
  0, 0, 0, 1, 255, 255, 255, 0, 2, 12, 255, 0, 0, 0, 5, 255, 255, 255, 255, 2,
  9, 255, 0, 0, 0, 10, 255, 0, 0, 0, 2, 10, 255, 0, 0, 0, 1, 255, 0, 0,
  0, 2, 14, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 15, 255, 255, 0, 0, 1, 255,
  0, 0, 0, 2, 17, 255, 0, 0, 0, 1, 255, 0, 0, 0, 3, 17, 255, 0, 0, 0,
  16, 15, 0, 0, 0, 1, 255, 255, 0, 0, 2, 32, 47, 1, 0, 28, 6, 2, 16, 0,
  4, 0, 0, 8, 2, 1, 0, 8, 0, 0, 8, 1, 1, 0, 16, 1, 8, 0, 12, 1,
  12, 0, 8, 1, 9, 0, 8, 12, 16, 252, 28, 133, 23, 220, 11, 172, 2, 64, 172, 2,
  32, 28, 1, 28, 6, 3, 1, 16, 0, 4, 1, 0, 0, 8, 1, 1, 0, 8, 12, 16,
  252, 34, 171, 21, 220, 11, 216, 4, 64, 0, 33, 17, 1, 34, 3, 2, 1, 0, 8, 0,
  0, 8, 10, 16, 0, 255, 1, 12, 37, 33, 17, 1, 34, 3, 2, 1, 0, 16, 0, 0,
  8, 10, 16, 0, 255, 1, 12, 38, 33, 17, 1, 34, 3, 2, 8, 0, 12, 0, 0, 8,
  10, 16, 0, 255, 1, 12, 39, 33, 17, 1, 34, 3, 2, 5, 16, 16, 0, 0, 8, 10,
  16, 0, 255, 1, 12, 40, 33, 17, 1, 34, 3, 2, 17, 0, 8, 16, 0, 4, 10, 16,
  0, 255, 1, 12, 41, 63, 3, 1, 37, 5,
};

/* level 7: 58 nodes, 679 bytes */
static const uint8_t program_7[] = {
  0, 17, 1, 4, 16, 24, 0, 1, 2, 3, 3, 0, 5, 3, 1, 8, 4, 1, 9, 5,
  1, 12, 6, 1, 14, 16, 8, 10, 22, 0, 5, 255, 7, 0, 16, 16, 8, 10, 22, 0,
  16, 255, 7, 2, 18, 17, 174, 3, 18, 28, 7, 255, 7, 43, 1, 1, 0, 0, 0, 0,
  1, 1, 255, 0, 0, 0, 1, 1, 255, 255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1,
  255, 255, 255, 255, 2, 1, 255, 255, 255, 255, 2, 255, 0, 0, 0, 2, 1, 255, 255, 255,
  255, 2, 255, 255, 0, 0, 2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 255, 1, 5, 255,
  255, 255, 255, 2, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255,
  7, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 1, 255, 0, 0, 0, 1, 1, 0, 255,
  255, 0, 1, 1, 0, 255, 0, 0, 1, 8, 255, 255, 255, 255, 2, 8, 255, 255, 255, 0,
  1, 255, 0, 0, 0, 2, 8, 255, 255, 0, 0, 5, 255, 255, 255, 255, 2, 12, 255, 255,
  0, 0, 1, 255, 0, 0, 0, 2, 12, 255, 0, 0, 0, 1, 255, 255, 255, 0, 2, 12,
  255, 0, 0, 0, 5, 255, 255, 255, 255, 2, 9, 255, 0, 0, 0, 10, 255, 0, 0, 0,
  2, 10, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2, 14, 255, 255, 0, 0, 1, 255, 0,
  0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 17, 255, 0, 0, 0, 1,
  255, 0, 0, 0, 3, 17, 255, 0, 0, 0, 16, 15, 0, 0, 0, 1, 255, 255, 0, 0,
  2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 0, 3, 1, 255, 255, 255, 255, 2, 255, 255,
  255, 255, 3, 255, 255, 0, 0, 3, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 7, 255,
  255, 255, 255, 2, 6, 255, 255, 255, 255, 1, 255, 0, 0, 0, 2, 6, 255, 255, 255, 255,
  1, 255, 255, 0, 0, 1, 1, 0, 255, 255, 255, 1, 1, 0, 0, 255, 255, 1, 1, 0,
  0, 255, 0, 1, 1, 255, 0, 0, 255, 2, 1, 224, 224, 224, 224, 2, 224, 224, 0, 0,
  1, 1, 240, 240, 240, 240, 2, 8, 255, 255, 0, 0, 1, 255, 255, 0, 0, 2, 11, 255,
  0, 0, 0, 1, 255, 255, 0, 0, 2, 9, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2,
  10, 255, 0, 0, 0, 1, 255, 255, 0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 255, 0,
  0, 3, 19, 255, 0, 0, 0, 18, 15, 0, 0, 0, 1, 255, 0, 0, 0, 4, 32, 65,
  1, 0, 47, 9, 2, 16, 0, 4, 0, 0, 8, 2, 1, 0, 8, 0, 0, 8, 1, 1,
  0, 16, 1, 8, 0, 12, 1, 12, 0, 8, 1, 9, 0, 8, 2, 1, 8, 8, 1, 16,
  8, 2, 18, 0, 4, 16, 0, 4, 1, 17, 0, 8, 12, 16, 252, 47, 154, 19, 220, 11,
  172, 2, 64, 172, 2, 32, 32, 1, 47, 9, 4, 1, 16, 0, 4, 1, 0, 0, 8, 1,
  1, 0, 8, 1, 8, 0, 8, 12, 16, 252, 56, 156, 14, 220, 11, 216, 4, 64, 0, 33,
  17, 1, 56, 4, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 12, 60, 33, 17,
  1, 56, 4, 2, 1, 0, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 61, 33, 17, 1,
  56, 4, 2, 8, 0, 12, 0, 0, 8, 10, 16, 0, 255, 1, 12, 62, 33, 17, 1, 56,
  4, 2, 5, 16, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 63, 33, 17, 1, 56, 4,
  2, 17, 0, 8, 16, 0, 4, 10, 16, 0, 255, 1, 12, 64, 63, 3, 1, 60, 5,
};

/* level 8: 58 nodes, 679 bytes */
static const uint8_t program_8[] = {
  0, 17, 1, 4, 16, 24, 0, 1, 2, 3, 3, 0, 5, 3, 1, 8, 4, 1, 9, 5,
  1, 12, 6, 1, 14, 16, 8, 10, 22, 0, 5, 255, 7, 0, 16, 16, 8, 10, 22, 0,
  16, 255, 7, 2, 18, 17, 174, 3, 18, 29, 7, 255, 7, 43, 1, 1, 0, 0, 0, 0,
  1, 1, 255, 0, 0, 0, 1, 1, 255, 255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1,
  255, 255, 255, 255, 2, 1, 255, 255, 255, 255, 2, 255, 0, 0, 0, 2, 1, 255, 255, 255,
  255, 2, 255, 255, 0, 0, 2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 255, 1, 5, 255,
  255, 255, 255, 2, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255,
  7, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 1, 255, 0, 0, 0, 1, 1, 0, 255,
  255, 0, 1, 1, 0, 255, 0, 0, 1, 8, 255, 255, 255, 255, 2, 8, 255, 255, 255, 0,
  1, 255, 0, 0, 0, 2, 8, 255, 255, 0, 0, 5, 255, 255, 255, 255, 2, 12, 255, 255,
  0, 0, 1, 255, 0, 0, 0, 2, 12, 255, 0, 0, 0, 1, 255, 255, 255, 0, 2, 12,
  255, 0, 0, 0, 5, 255, 255, 255, 255, 2, 9, 255, 0, 0, 0, 10, 255, 0, 0, 0,
  2, 10, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2, 14, 255, 255, 0, 0, 1, 255, 0,
  0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 17, 255, 0, 0, 0, 1,
  255, 0, 0, 0, 3, 17, 255, 0, 0, 0, 16, 15, 0, 0, 0, 1, 255, 255, 0, 0,
  2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 0, 3, 1, 255, 255, 255, 255, 2, 255, 255,
  255, 255, 3, 255, 255, 0, 0, 3, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 7, 255,
  255, 255, 255, 2, 6, 255, 255, 255, 255, 1, 255, 0, 0, 0, 2, 6, 255, 255, 255, 255,
  1, 255, 255, 0, 0, 1, 1, 0, 255, 255, 255, 1, 1, 0, 0, 255, 255, 1, 1, 0,
  0, 255, 0, 1, 1, 255, 0, 0, 255, 2, 1, 224, 224, 224, 224, 2, 224, 224, 0, 0,
  1, 1, 240, 240, 240, 240, 2, 8, 255, 255, 0, 0, 1, 255, 255, 0, 0, 2, 11, 255,
  0, 0, 0, 1, 255, 255, 0, 0, 2, 9, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2,
  10, 255, 0, 0, 0, 1, 255, 255, 0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 255, 0,
  0, 3, 19, 255, 0, 0, 0, 18, 15, 0, 0, 0, 1, 255, 0, 0, 0, 4, 32, 65,
  1, 0, 47, 9, 2, 16, 0, 4, 0, 0, 8, 2, 1, 0, 8, 0, 0, 8, 1, 1,
  0, 16, 1, 8, 0, 12, 1, 12, 0, 8, 1, 9, 0, 8, 2, 1, 8, 8, 1, 16,
  8, 2, 18, 0, 4, 16, 0, 4, 1, 17, 0, 8, 12, 16, 252, 47, 154, 19, 220, 11,
  172, 2, 64, 172, 2, 32, 32, 1, 47, 9, 4, 1, 16, 0, 4, 1, 0, 0, 8, 1,
  1, 0, 8, 1, 8, 0, 8, 12, 16, 252, 56, 156, 14, 220, 11, 216, 4, 64, 0, 33,
  17, 1, 56, 4, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 12, 60, 33, 17,
  1, 56, 4, 2, 1, 0, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 61, 33, 17, 1,
  56, 4, 2, 8, 0, 12, 0, 0, 8, 10, 16, 0, 255, 1, 12, 62, 33, 17, 1, 56,
  4, 2, 5, 16, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 63, 33, 17, 1, 56, 4,
  2, 17, 0, 8, 16, 0, 4, 10, 16, 0, 255, 1, 12, 64, 63, 3, 1, 60, 5,
};

/* level 9: 58 nodes, 679 bytes */
static const uint8_t program_9[] = {
  0, 17, 1, 4, 16, 26, 0, 1, 2, 3, 3, 0, 5, 3, 1, 8, 4, 1, 9, 5,
  1, 12, 6, 1, 14, 16, 8, 10, 24, 0, 5, 255, 7, 0, 16, 16, 8, 10, 24, 0,
  16, 255, 7, 2, 18, 17, 174, 3, 18, 30, 7, 255, 7, 43, 1, 1, 0, 0, 0, 0,
  1, 1, 255, 0, 0, 0, 1, 1, 255, 255, 0, 0, 1, 1, 255, 255, 255, 0, 1, 1,
  255, 255, 255, 255, 2, 1, 255, 255, 255, 255, 2, 255, 0, 0, 0, 2, 1, 255, 255, 255,
  255, 2, 255, 255, 0, 0, 2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 255, 1, 5, 255,
  255, 255, 255, 2, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255,
  7, 255, 255, 255, 255, 2, 5, 255, 255, 255, 255, 1, 255, 0, 0, 0, 1, 1, 0, 255,
  255, 0, 1, 1, 0, 255, 0, 0, 1, 8, 255, 255, 255, 255, 2, 8, 255, 255, 255, 0,
  1, 255, 0, 0, 0, 2, 8, 255, 255, 0, 0, 5, 255, 255, 255, 255, 2, 12, 255, 255,
  0, 0, 1, 255, 0, 0, 0, 2, 12, 255, 0, 0, 0, 1, 255, 255, 255, 0, 2, 12,
  255, 0, 0, 0, 5, 255, 255, 255, 255, 2, 9, 255, 0, 0, 0, 10, 255, 0, 0, 0,
  2, 10, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2, 14, 255, 255, 0, 0, 1, 255, 0,
  0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 0, 0, 0, 2, 17, 255, 0, 0, 0, 1,
  255, 0, 0, 0, 3, 17, 255, 0, 0, 0, 16, 15, 0, 0, 0, 1, 255, 255, 0, 0,
  2, 1, 255, 255, 255, 255, 2, 255, 255, 255, 0, 3, 1, 255, 255, 255, 255, 2, 255, 255,
  255, 255, 3, 255, 255, 0, 0, 3, 5, 255, 255, 255, 255, 6, 255, 255, 255, 255, 7, 255,
  255, 255, 255, 2, 6, 255, 255, 255, 255, 1, 255, 0, 0, 0, 2, 6, 255, 255, 255, 255,
  1, 255, 255, 0, 0, 1, 1, 0, 255, 255, 255, 1, 1, 0, 0, 255, 255, 1, 1, 0,
  0, 255, 0, 1, 1, 255, 0, 0, 255, 2, 1, 224, 224, 224, 224, 2, 224, 224, 0, 0,
  1, 1, 240, 240, 240, 240, 2, 8, 255, 255, 0, 0, 1, 255, 255, 0, 0, 2, 11, 255,
  0, 0, 0, 1, 255, 255, 0, 0, 2, 9, 255, 0, 0, 0, 1, 255, 0, 0, 0, 2,
  10, 255, 0, 0, 0, 1, 255, 255, 0, 0, 2, 15, 255, 255, 0, 0, 1, 255, 255, 0,
  0, 3, 19, 255, 0, 0, 0, 18, 15, 0, 0, 0, 1, 255, 0, 0, 0, 4, 32, 65,
  1, 0, 47, 9, 2, 16, 0, 4, 0, 0, 8, 2, 1, 0, 8, 0, 0, 8, 1, 1,
  0, 16, 1, 8, 0, 12, 1, 12, 0, 8, 1, 9, 0, 8, 2, 1, 8, 8, 1, 16,
  8, 2, 18, 0, 4, 16, 0, 4, 1, 17, 0, 8, 12, 16, 252, 47, 154, 19, 220, 11,
  172, 2, 64, 172, 2, 32, 32, 1, 47, 9, 4, 1, 16, 0, 4, 1, 0, 0, 8, 1,
  1, 0, 8, 1, 8, 0, 8, 12, 16, 252, 56, 156, 14, 220, 11, 216, 4, 64, 0, 33,
  17, 1, 56, 4, 2, 1, 0, 8, 0, 0, 8, 10, 16, 0, 255, 1, 12, 60, 33, 17,
  1, 56, 4, 2, 1, 0, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 61, 33, 17, 1,
  56, 4, 2, 8, 0, 12, 0, 0, 8, 10, 16, 0, 255, 1, 12, 62, 33, 17, 1, 56,
  4, 2, 5, 16, 16, 0, 0, 8, 10, 16, 0, 255, 1, 12, 63, 33, 17, 1, 56, 4,
  2, 17, 0, 8, 16, 0, 4, 10, 16, 0, 255, 1, 12, 64, 63, 3, 1, 60, 5,
};

static const kolmo_field fields_1[] = {
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_1[] = {
  {fields_1 + 0, 1, 0},
  {fields_1 + 1, 1, 0},
  {fields_1 + 2, 1, 0},
  {fields_1 + 3, 1, 0},
  {fields_1 + 4, 2, 12},
  {fields_1 + 6, 2, 16},
};

static const kolmo_span spans_1[] = {
  {0, 6},
  {6, 1},
  {7, 1},
};

static const kolmo_stage stages_1[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 1, .alphabet = 0},
  {.op = 16, .index = 2, .reg = 6, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 3, .list_count = 4, .lists = lists_1 + 0, .limit = 1023, .out = 2, .outs = 4},
  {.op = 32, .index = 4, .inputs = 6, .span_count = 1, .spans = spans_1 + 0, .list_count = 1, .lists = lists_1 + 4, .out = 6, .outs = 1,
   .weight = 4915, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 33, .index = 5, .inputs = 1, .span_count = 1, .spans = spans_1 + 1, .list_count = 1, .lists = lists_1 + 5, .limit = 255, .share = 8, .out = 7, .outs = 1},
  {.op = 63, .index = 6, .inputs = 1, .span_count = 1, .spans = spans_1 + 2},
};

static void update_1(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_1[2], bit);
  kolmo_slots_update(m, &stages_1[3], bit);
  kolmo_mixer_update(m, &stages_1[4], bit);
  kolmo_apm_update(m, &stages_1[5], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_1[0]);
    kolmo_words_byte(m, &stages_1[1]);
    kolmo_match_byte(m, &stages_1[2]);
    kolmo_slots_byte(m, &stages_1[3]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_1[3]);
  }
  kolmo_match_predict(m, &stages_1[2]);
  kolmo_slots_predict(m, &stages_1[3]);
  kolmo_mixer_predict(m, &stages_1[4]);
  kolmo_apm_predict(m, &stages_1[5]);
  kolmo_output_predict(m, &stages_1[6]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_1[3]);
  }
}

static const kolmo_field fields_2[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_2[] = {
  {fields_2 + 0, 1, 0},
  {fields_2 + 1, 1, 0},
  {fields_2 + 2, 1, 0},
  {fields_2 + 3, 1, 0},
  {fields_2 + 4, 2, 0},
  {fields_2 + 6, 1, 0},
  {fields_2 + 7, 2, 12},
  {fields_2 + 9, 2, 16},
};

static const kolmo_span spans_2[] = {
  {0, 8},
  {8, 1},
  {9, 1},
};

static const kolmo_stage stages_2[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 1, .alphabet = 0},
  {.op = 16, .index = 2, .reg = 6, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 3, .list_count = 6, .lists = lists_2 + 0, .limit = 1023, .out = 2, .outs = 6},
  {.op = 32, .index = 4, .inputs = 8, .span_count = 1, .spans = spans_2 + 0, .list_count = 1, .lists = lists_2 + 6, .out = 8, .outs = 1,
   .weight = 4915, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 33, .index = 5, .inputs = 1, .span_count = 1, .spans = spans_2 + 1, .list_count = 1, .lists = lists_2 + 7, .limit = 255, .share = 8, .out = 9, .outs = 1},
  {.op = 63, .index = 6, .inputs = 1, .span_count = 1, .spans = spans_2 + 2},
};

static void update_2(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_2[2], bit);
  kolmo_slots_update(m, &stages_2[3], bit);
  kolmo_mixer_update(m, &stages_2[4], bit);
  kolmo_apm_update(m, &stages_2[5], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_2[0]);
    kolmo_words_byte(m, &stages_2[1]);
    kolmo_match_byte(m, &stages_2[2]);
    kolmo_slots_byte(m, &stages_2[3]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_2[3]);
  }
  kolmo_match_predict(m, &stages_2[2]);
  kolmo_slots_predict(m, &stages_2[3]);
  kolmo_mixer_predict(m, &stages_2[4]);
  kolmo_apm_predict(m, &stages_2[5]);
  kolmo_output_predict(m, &stages_2[6]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_2[3]);
  }
}

static const kolmo_field fields_3[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {10, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {10, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {7, 0, 12, 0xfffu},
  {10, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_3[] = {
  {fields_3 + 0, 1, 0},
  {fields_3 + 1, 1, 0},
  {fields_3 + 2, 1, 0},
  {fields_3 + 3, 1, 0},
  {fields_3 + 4, 2, 0},
  {fields_3 + 6, 1, 0},
  {fields_3 + 7, 2, 0},
  {fields_3 + 9, 2, 0},
  {fields_3 + 11, 3, 0},
  {fields_3 + 14, 2, 12},
  {fields_3 + 16, 1, 8},
  {fields_3 + 17, 1, 12},
  {fields_3 + 18, 1, 4},
  {fields_3 + 19, 1, 8},
  {fields_3 + 20, 2, 16},
};

static const kolmo_span spans_3[] = {
  {0, 11},
  {11, 3},
  {14, 2},
  {14, 3},
};

static const kolmo_stage stages_3[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 2, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 7},
  {.op = 5, .index = 3, .reg = 8},
  {.op = 16, .index = 4, .reg = 10, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 9, .lists = lists_3 + 0, .limit = 1023, .out = 2, .outs = 9},
  {.op = 32, .index = 6, .inputs = 11, .span_count = 1, .spans = spans_3 + 0, .list_count = 3, .lists = lists_3 + 9, .out = 11, .outs = 3,
   .weight = 2949, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 32, .index = 7, .inputs = 3, .span_count = 1, .spans = spans_3 + 1, .list_count = 2, .lists = lists_3 + 12, .out = 14, .outs = 2,
   .weight = 5461, .rate_max = 1500, .rate_min = 600, .decay = 64, .skip = 0},
  {.op = 33, .index = 8, .inputs = 2, .span_count = 1, .spans = spans_3 + 2, .list_count = 1, .lists = lists_3 + 14, .limit = 255, .share = 8, .out = 16, .outs = 1},
  {.op = 63, .index = 9, .inputs = 3, .span_count = 1, .spans = spans_3 + 3},
};

static void update_3(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_3[4], bit);
  kolmo_slots_update(m, &stages_3[5], bit);
  kolmo_mixer_update(m, &stages_3[6], bit);
  kolmo_mixer_update(m, &stages_3[7], bit);
  kolmo_apm_update(m, &stages_3[8], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_3[0]);
    kolmo_words_byte(m, &stages_3[1]);
    kolmo_classes_byte(m, &stages_3[2]);
    kolmo_brackets_byte(m, &stages_3[3]);
    kolmo_match_byte(m, &stages_3[4]);
    kolmo_slots_byte(m, &stages_3[5]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_3[5]);
  }
  kolmo_match_predict(m, &stages_3[4]);
  kolmo_slots_predict(m, &stages_3[5]);
  kolmo_mixer_predict(m, &stages_3[6]);
  kolmo_mixer_predict(m, &stages_3[7]);
  kolmo_apm_predict(m, &stages_3[8]);
  kolmo_output_predict(m, &stages_3[9]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_3[5]);
  }
}

static const kolmo_field fields_4[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {7, 0, 12, 0xfffu},
  {12, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_4[] = {
  {fields_4 + 0, 1, 0},
  {fields_4 + 1, 1, 0},
  {fields_4 + 2, 1, 0},
  {fields_4 + 3, 1, 0},
  {fields_4 + 4, 2, 0},
  {fields_4 + 6, 2, 0},
  {fields_4 + 8, 1, 0},
  {fields_4 + 9, 2, 0},
  {fields_4 + 11, 2, 0},
  {fields_4 + 13, 2, 0},
  {fields_4 + 15, 3, 0},
  {fields_4 + 18, 2, 0},
  {fields_4 + 20, 2, 12},
  {fields_4 + 22, 1, 8},
  {fields_4 + 23, 1, 12},
  {fields_4 + 24, 1, 4},
  {fields_4 + 25, 1, 8},
  {fields_4 + 26, 2, 16},
};

static const kolmo_span spans_4[] = {
  {0, 14},
  {14, 3},
  {17, 2},
  {17, 3},
};

static const kolmo_stage stages_4[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 2, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 7},
  {.op = 5, .index = 3, .reg = 8},
  {.op = 6, .index = 4, .reg = 10},
  {.op = 16, .index = 5, .reg = 12, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 12, .lists = lists_4 + 0, .limit = 1023, .out = 2, .outs = 12},
  {.op = 32, .index = 7, .inputs = 14, .span_count = 1, .spans = spans_4 + 0, .list_count = 3, .lists = lists_4 + 12, .out = 14, .outs = 3,
   .weight = 2949, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 32, .index = 8, .inputs = 3, .span_count = 1, .spans = spans_4 + 1, .list_count = 2, .lists = lists_4 + 15, .out = 17, .outs = 2,
   .weight = 5461, .rate_max = 1500, .rate_min = 600, .decay = 64, .skip = 0},
  {.op = 33, .index = 9, .inputs = 2, .span_count = 1, .spans = spans_4 + 2, .list_count = 1, .lists = lists_4 + 17, .limit = 255, .share = 8, .out = 19, .outs = 1},
  {.op = 63, .index = 10, .inputs = 3, .span_count = 1, .spans = spans_4 + 3},
};

static void update_4(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_4[5], bit);
  kolmo_slots_update(m, &stages_4[6], bit);
  kolmo_mixer_update(m, &stages_4[7], bit);
  kolmo_mixer_update(m, &stages_4[8], bit);
  kolmo_apm_update(m, &stages_4[9], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_4[0]);
    kolmo_words_byte(m, &stages_4[1]);
    kolmo_classes_byte(m, &stages_4[2]);
    kolmo_brackets_byte(m, &stages_4[3]);
    kolmo_indirect_byte(m, &stages_4[4]);
    kolmo_match_byte(m, &stages_4[5]);
    kolmo_slots_byte(m, &stages_4[6]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_4[6]);
  }
  kolmo_match_predict(m, &stages_4[5]);
  kolmo_slots_predict(m, &stages_4[6]);
  kolmo_mixer_predict(m, &stages_4[7]);
  kolmo_mixer_predict(m, &stages_4[8]);
  kolmo_apm_predict(m, &stages_4[9]);
  kolmo_output_predict(m, &stages_4[10]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_4[6]);
  }
}

static const kolmo_field fields_5[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {17, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {17, 0, 32, 0xffu},
  {16, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {12, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {16, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {17, 0, 8, 0xffu},
  {16, 0, 4, 0xfu},
};

static const kolmo_list lists_5[] = {
  {fields_5 + 0, 1, 0},
  {fields_5 + 1, 1, 0},
  {fields_5 + 2, 1, 0},
  {fields_5 + 3, 1, 0},
  {fields_5 + 4, 1, 0},
  {fields_5 + 5, 2, 0},
  {fields_5 + 7, 2, 0},
  {fields_5 + 9, 2, 0},
  {fields_5 + 11, 1, 0},
  {fields_5 + 12, 2, 0},
  {fields_5 + 14, 2, 0},
  {fields_5 + 16, 2, 0},
  {fields_5 + 18, 1, 0},
  {fields_5 + 19, 1, 0},
  {fields_5 + 20, 1, 0},
  {fields_5 + 21, 2, 0},
  {fields_5 + 23, 2, 0},
  {fields_5 + 25, 2, 0},
  {fields_5 + 27, 2, 0},
  {fields_5 + 29, 2, 0},
  {fields_5 + 31, 2, 0},
  {fields_5 + 33, 2, 0},
  {fields_5 + 35, 2, 0},
  {fields_5 + 37, 2, 0},
  {fields_5 + 39, 2, 0},
  {fields_5 + 41, 3, 0},
  {fields_5 + 44, 2, 12},
  {fields_5 + 46, 2, 16},
  {fields_5 + 48, 1, 16},
  {fields_5 + 49, 1, 12},
  {fields_5 + 50, 1, 8},
  {fields_5 + 51, 1, 8},
  {fields_5 + 52, 1, 4},
  {fields_5 + 53, 1, 8},
  {fields_5 + 54, 1, 8},
  {fields_5 + 55, 2, 16},
  {fields_5 + 57, 2, 24},
  {fields_5 + 59, 2, 20},
  {fields_5 + 61, 2, 24},
  {fields_5 + 63, 2, 12},
};

static const kolmo_span spans_5[] = {
  {0, 28},
  {28, 6},
  {34, 3},
  {34, 3},
  {34, 3},
  {34, 3},
  {34, 3},
  {37, 5},
};

static const kolmo_stage stages_5[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 16, .index = 6, .reg = 16, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 7, .list_count = 26, .lists = lists_5 + 0, .limit = 1023, .out = 2, .outs = 26},
  {.op = 32, .index = 8, .inputs = 28, .span_count = 1, .spans = spans_5 + 0, .list_count = 6, .lists = lists_5 + 26, .out = 28, .outs = 6,
   .weight = 2949, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 32, .index = 9, .inputs = 6, .span_count = 1, .spans = spans_5 + 1, .list_count = 3, .lists = lists_5 + 32, .out = 34, .outs = 3,
   .weight = 2731, .rate_max = 1500, .rate_min = 600, .decay = 64, .skip = 0},
  {.op = 33, .index = 10, .inputs = 3, .span_count = 1, .spans = spans_5 + 2, .list_count = 1, .lists = lists_5 + 35, .limit = 255, .share = 12, .out = 37, .outs = 1},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_5 + 3, .list_count = 1, .lists = lists_5 + 36, .limit = 255, .share = 12, .out = 38, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_5 + 4, .list_count = 1, .lists = lists_5 + 37, .limit = 255, .share = 12, .out = 39, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_5 + 5, .list_count = 1, .lists = lists_5 + 38, .limit = 255, .share = 12, .out = 40, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_5 + 6, .list_count = 1, .lists = lists_5 + 39, .limit = 255, .share = 12, .out = 41, .outs = 1},
  {.op = 63, .index = 15, .inputs = 5, .span_count = 1, .spans = spans_5 + 7},
};

static void update_5(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_5[6], bit);
  kolmo_slots_update(m, &stages_5[7], bit);
  kolmo_mixer_update(m, &stages_5[8], bit);
  kolmo_mixer_update(m, &stages_5[9], bit);
  kolmo_apm_update(m, &stages_5[10], bit);
  kolmo_apm_update(m, &stages_5[11], bit);
  kolmo_apm_update(m, &stages_5[12], bit);
  kolmo_apm_update(m, &stages_5[13], bit);
  kolmo_apm_update(m, &stages_5[14], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_5[0]);
    kolmo_words_byte(m, &stages_5[1]);
    kolmo_classes_byte(m, &stages_5[2]);
    kolmo_lines_byte(m, &stages_5[3]);
    kolmo_brackets_byte(m, &stages_5[4]);
    kolmo_indirect_byte(m, &stages_5[5]);
    kolmo_match_byte(m, &stages_5[6]);
    kolmo_slots_byte(m, &stages_5[7]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_5[7]);
  }
  kolmo_match_predict(m, &stages_5[6]);
  kolmo_slots_predict(m, &stages_5[7]);
  kolmo_mixer_predict(m, &stages_5[8]);
  kolmo_mixer_predict(m, &stages_5[9]);
  kolmo_apm_predict(m, &stages_5[10]);
  kolmo_apm_predict(m, &stages_5[11]);
  kolmo_apm_predict(m, &stages_5[12]);
  kolmo_apm_predict(m, &stages_5[13]);
  kolmo_apm_predict(m, &stages_5[14]);
  kolmo_output_predict(m, &stages_5[15]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_5[7]);
  }
}

static const kolmo_field fields_7[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {17, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {17, 0, 32, 0xffu},
  {16, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {3, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {1, 0, 32, 0xf0f0f0f0u},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {9, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {19, 0, 32, 0xffu},
  {18, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {16, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {12, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {18, 0, 4, 0xfu},
  {16, 0, 4, 0xfu},
  {17, 0, 8, 0xffu},
  {16, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {8, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {17, 0, 8, 0xffu},
  {16, 0, 4, 0xfu},
};

static const kolmo_list lists_7[] = {
  {fields_7 + 0, 1, 0},
  {fields_7 + 1, 1, 0},
  {fields_7 + 2, 1, 0},
  {fields_7 + 3, 1, 0},
  {fields_7 + 4, 1, 0},
  {fields_7 + 5, 2, 0},
  {fields_7 + 7, 2, 0},
  {fields_7 + 9, 2, 0},
  {fields_7 + 11, 1, 0},
  {fields_7 + 12, 2, 0},
  {fields_7 + 14, 2, 0},
  {fields_7 + 16, 2, 0},
  {fields_7 + 18, 1, 0},
  {fields_7 + 19, 1, 0},
  {fields_7 + 20, 1, 0},
  {fields_7 + 21, 2, 0},
  {fields_7 + 23, 2, 0},
  {fields_7 + 25, 2, 0},
  {fields_7 + 27, 2, 0},
  {fields_7 + 29, 2, 0},
  {fields_7 + 31, 2, 0},
  {fields_7 + 33, 2, 0},
  {fields_7 + 35, 2, 0},
  {fields_7 + 37, 2, 0},
  {fields_7 + 39, 2, 0},
  {fields_7 + 41, 3, 0},
  {fields_7 + 44, 2, 0},
  {fields_7 + 46, 3, 0},
  {fields_7 + 49, 3, 0},
  {fields_7 + 52, 2, 0},
  {fields_7 + 54, 2, 0},
  {fields_7 + 56, 1, 0},
  {fields_7 + 57, 1, 0},
  {fields_7 + 58, 1, 0},
  {fields_7 + 59, 1, 0},
  {fields_7 + 60, 2, 0},
  {fields_7 + 62, 1, 0},
  {fields_7 + 63, 2, 0},
  {fields_7 + 65, 2, 0},
  {fields_7 + 67, 2, 0},
  {fields_7 + 69, 2, 0},
  {fields_7 + 71, 2, 0},
  {fields_7 + 73, 3, 0},
  {fields_7 + 76, 2, 12},
  {fields_7 + 78, 2, 16},
  {fields_7 + 80, 1, 16},
  {fields_7 + 81, 1, 12},
  {fields_7 + 82, 1, 8},
  {fields_7 + 83, 1, 8},
  {fields_7 + 84, 2, 16},
  {fields_7 + 86, 2, 8},
  {fields_7 + 88, 1, 8},
  {fields_7 + 89, 1, 4},
  {fields_7 + 90, 1, 8},
  {fields_7 + 91, 1, 8},
  {fields_7 + 92, 1, 8},
  {fields_7 + 93, 2, 16},
  {fields_7 + 95, 2, 24},
  {fields_7 + 97, 2, 20},
  {fields_7 + 99, 2, 24},
  {fields_7 + 101, 2, 12},
};

static const kolmo_span spans_7[] = {
  {0, 47},
  {47, 9},
  {56, 4},
  {56, 4},
  {56, 4},
  {56, 4},
  {56, 4},
  {60, 5},
};

static const kolmo_stage stages_7[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 16, .index = 6, .reg = 16, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 7, .reg = 18, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 8, .list_count = 43, .lists = lists_7 + 0, .limit = 1023, .out = 4, .outs = 43},
  {.op = 32, .index = 9, .inputs = 47, .span_count = 1, .spans = spans_7 + 0, .list_count = 9, .lists = lists_7 + 43, .out = 47, .outs = 9,
   .weight = 2458, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 300},
  {.op = 32, .index = 10, .inputs = 9, .span_count = 1, .spans = spans_7 + 1, .list_count = 4, .lists = lists_7 + 52, .out = 56, .outs = 4,
   .weight = 1820, .rate_max = 1500, .rate_min = 600, .decay = 64, .skip = 0},
  {.op = 33, .index = 11, .inputs = 4, .span_count = 1, .spans = spans_7 + 2, .list_count = 1, .lists = lists_7 + 56, .limit = 255, .share = 12, .out = 60, .outs = 1},
  {.op = 33, .index = 12, .inputs = 4, .span_count = 1, .spans = spans_7 + 3, .list_count = 1, .lists = lists_7 + 57, .limit = 255, .share = 12, .out = 61, .outs = 1},
  {.op = 33, .index = 13, .inputs = 4, .span_count = 1, .spans = spans_7 + 4, .list_count = 1, .lists = lists_7 + 58, .limit = 255, .share = 12, .out = 62, .outs = 1},
  {.op = 33, .index = 14, .inputs = 4, .span_count = 1, .spans = spans_7 + 5, .list_count = 1, .lists = lists_7 + 59, .limit = 255, .share = 12, .out = 63, .outs = 1},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_7 + 6, .list_count = 1, .lists = lists_7 + 60, .limit = 255, .share = 12, .out = 64, .outs = 1},
  {.op = 63, .index = 16, .inputs = 5, .span_count = 1, .spans = spans_7 + 7},
};

static void update_7(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_7[6], bit);
  kolmo_match_update(m, &stages_7[7], bit);
  kolmo_slots_update(m, &stages_7[8], bit);
  kolmo_mixer_update(m, &stages_7[9], bit);
  kolmo_mixer_update(m, &stages_7[10], bit);
  kolmo_apm_update(m, &stages_7[11], bit);
  kolmo_apm_update(m, &stages_7[12], bit);
  kolmo_apm_update(m, &stages_7[13], bit);
  kolmo_apm_update(m, &stages_7[14], bit);
  kolmo_apm_update(m, &stages_7[15], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_7[0]);
    kolmo_words_byte(m, &stages_7[1]);
    kolmo_classes_byte(m, &stages_7[2]);
    kolmo_lines_byte(m, &stages_7[3]);
    kolmo_brackets_byte(m, &stages_7[4]);
    kolmo_indirect_byte(m, &stages_7[5]);
    kolmo_match_byte(m, &stages_7[6]);
    kolmo_match_byte(m, &stages_7[7]);
    kolmo_slots_byte(m, &stages_7[8]);
  }
  if ((at & 3) == 0) {
    kolmo_slots_nibble(m, &stages_7[8]);
  }
  kolmo_match_predict(m, &stages_7[6]);
  kolmo_match_predict(m, &stages_7[7]);
  kolmo_slots_predict(m, &stages_7[8]);
  kolmo_mixer_predict(m, &stages_7[9]);
  kolmo_mixer_predict(m, &stages_7[10]);
  kolmo_apm_predict(m, &stages_7[11]);
  kolmo_apm_predict(m, &stages_7[12]);
  kolmo_apm_predict(m, &stages_7[13]);
  kolmo_apm_predict(m, &stages_7[14]);
  kolmo_apm_predict(m, &stages_7[15]);
  kolmo_output_predict(m, &stages_7[16]);
  if (at == 3) {
    kolmo_slots_foresee(m, &stages_7[8]);
  }
}

const kolmo_shipped_program kolmo_shipped_programs[] = {
  {0xe707fa82277ba79dull, "level1", program_1, sizeof program_1, update_1},
  {0x9e184eace9260846ull, "level2", program_2, sizeof program_2, update_2},
  {0x76253e3f2af2e788ull, "level3", program_3, sizeof program_3, update_3},
  {0xee149535747dd3d6ull, "level4", program_4, sizeof program_4, update_4},
  {0xd2c985fa2296b546ull, "level5", program_5, sizeof program_5, update_5},
  {0x56124dc01eaf659bull, "level6", program_6, sizeof program_6, update_5},
  {0xb8c8cf07a2713766ull, "level7", program_7, sizeof program_7, update_7},
  {0x304668085d84772bull, "level8", program_8, sizeof program_8, update_7},
  {0xc544a98a211759f2ull, "level9", program_9, sizeof program_9, update_7},
};

const size_t kolmo_shipped_program_count = sizeof kolmo_shipped_programs / sizeof kolmo_shipped_programs[0];
