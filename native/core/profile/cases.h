/* Kernels as cases to check and to time: what each works on, and how much. */
#ifndef KOLMO_CORE_PROFILE_CASES_H
#define KOLMO_CORE_PROFILE_CASES_H
#include "core/network/network.h"

enum { KOLMO_CASE_MIXER = 512, KOLMO_CASE_SETS = 8 /* of weights, as a bit is predicted by several */, KOLMO_CASE_WIDTH = KOLMO_NET_WIDTH, KOLMO_CASE_PAIRS = 512, KOLMO_CASE_ROWS = 4 };

/* What kernels read and write, at the alignment that they ask for, within the bounds that their contracts have. */
typedef struct {
  _Alignas(64) int16_t x[KOLMO_CASE_MIXER];     /* ±24,575 */
  _Alignas(64) int16_t rows[2 * KOLMO_CASE_SETS * KOLMO_CASE_MIXER]; /* of weights: the upper halves, then the lower ones */
  int32_t e;                                    /* ±32,767 */
  _Alignas(64) int8_t weights[KOLMO_CASE_WIDTH * KOLMO_CASE_WIDTH]; /* ±127 */
  _Alignas(64) int8_t inputs[KOLMO_CASE_WIDTH]; /* ±63 */
  _Alignas(64) int32_t totals[KOLMO_CASE_WIDTH];
  _Alignas(64) int32_t errors[KOLMO_CASE_ROWS * KOLMO_CASE_PAIRS];             /* pairs of int16, ±16,383 */
  _Alignas(64) int32_t pairs[KOLMO_CASE_PAIRS * KOLMO_CASE_WIDTH];             /* ±127 */
  _Alignas(64) float numbers[KOLMO_CASE_WIDTH];                                /* ±8 */
  _Alignas(64) int32_t sums[KOLMO_CASE_ROWS * KOLMO_CASE_WIDTH];
  _Alignas(64) float results[KOLMO_CASE_WIDTH];
} kolmo_operands;

enum { KOLMO_CASE_SHAPES = 6 };

typedef struct {
  const char *name;
  void (*run)(kolmo_operands *o, const size_t shape[2]);
  /* Of a call: multiply-adds, 0 where it makes none; divisions; bytes that it reads and writes. */
  size_t (*macs)(const size_t shape[2]);
  size_t (*divisions)(const size_t shape[2]);
  size_t (*bytes)(const size_t shape[2]);
  const char *numbers; /* of which products are made: "int8", "int16", "fp32" */
  size_t shapes[KOLMO_CASE_SHAPES][2]; /* {0} ends them */
} kolmo_case;
#endif
