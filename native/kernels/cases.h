/* Every kernel of a path, called as the ops call it. A new one gets its name, and how it is called, in KERNELS: that is its row on every path of `npm run bench -- kernels`,
 * which checks it against the scalar path and times it; test/bench.test.ts fails while a kernel is not there. Shapes are those of levels 1, 5 and 8, and the largest. */
#ifndef KOLMO_KERNELS_CASES_H
#define KOLMO_KERNELS_CASES_H
#include "core/network/math.h"
#include "core/profile/cases.h"

#define KERNELS(KERNEL)                                                                                                     \
  KERNEL(mixer_dot, dot) KERNEL(mixer_train, train) KERNEL(int8_dots, matrix) KERNEL(pair_products, pairs)                  \
  KERNEL(f_exp, power) KERNEL(f_sigmoid, logistic) KERNEL(f_tanh, tangent) KERNEL(f_div, quotient) KERNEL(f_inner, inner) KERNEL(f_rounded, whole)

/* What is called, by how: the call, of which numbers products are made, shapes, multiply-adds, divisions, and bytes read and written. */
/* A mixer has several sets of weights for a bit, and in a rendered Program as many inputs as the compiler knows. */
#define WIDTHS(CALL, f) switch (n[0]) { WIDTH(CALL, f, 8) WIDTH(CALL, f, 16) WIDTH(CALL, f, 48) WIDTH(CALL, f, 64) WIDTH(CALL, f, 128) WIDTH(CALL, f, 512) }
#define WIDTH(CALL, f, width) case width: for (size_t i = 0; i < KOLMO_CASE_SETS; i++) CALL(f, i, width); break;
#define DOT(f, i, width) o->sums[i] = f(o->x, o->rows + 2 * i * width, width)
#define TRAIN(f, i, width) f(o->x, o->rows + 2 * i * width, (uint16_t *)o->rows + (2 * i + 1) * width, o->e, width)
#define CALL_dot(f) WIDTHS(DOT, f)
#define CALL_train(f) WIDTHS(TRAIN, f)
#define CALL_matrix(f) f(o->weights, o->inputs, o->totals, o->sums, n[0], n[1]);
#define CALL_pairs(f) f(o->errors, KOLMO_CASE_PAIRS, 1, o->pairs, o->sums, KOLMO_CASE_ROWS, n[0], n[1]);
#define CALL_power(f) for (size_t i = 0; i < n[0]; i += 16) f_store(o->results + i, f(f_load(o->numbers + i)));
#define CALL_logistic CALL_power
#define CALL_tangent CALL_power
#define CALL_quotient(f) for (size_t i = 0; i < n[0]; i += 16) f_store(o->results + i, f(f_set(1.0f), f_load(o->numbers + i)));
#define CALL_whole(f) for (size_t i = 0; i < n[0]; i += 16) i_store(o->sums + i, f(f_mul(f_load(o->numbers + i), f_set(100.0f))));
#define CALL_inner(f) o->results[0] = f(o->numbers, o->numbers, n[0]);

#define MIXERS {{8}, {16}, {48}, {64}, {128}, {512}}
#define LINES {{96}, {256}, {1024}}
#define SHAPES_dot "int16", MIXERS
#define SHAPES_train "int16", MIXERS
#define SHAPES_matrix "int8", {{288, 128}, {256, 224}, {480, 160}, {1024, 1024}}
#define SHAPES_pairs "int16", {{128, 16}, {128, 144}, {160, 240}, {1024, 512}}
#define SHAPES_power "fp32", LINES
#define SHAPES_logistic "fp32", LINES
#define SHAPES_tangent "fp32", LINES
#define SHAPES_quotient "fp32", LINES
#define SHAPES_whole "fp32", LINES
#define SHAPES_inner "fp32", LINES

#define WORK(how, multiplied, divided, touched)                                                    \
  static size_t macs_##how(const size_t n[2]) { return (void)n, multiplied; }                      \
  static size_t divisions_##how(const size_t n[2]) { return (void)n, divided; }                    \
  static size_t bytes_##how(const size_t n[2]) { return touched; }
WORK(dot, KOLMO_CASE_SETS * n[0], 0, 2 * (1 + KOLMO_CASE_SETS) * n[0])
WORK(train, KOLMO_CASE_SETS * n[0], 0, (2 + 8 * KOLMO_CASE_SETS) * n[0])
WORK(matrix, n[0] * n[1], 0, n[0] * n[1] + 8 * n[0] + n[1])
WORK(pairs, 2 * KOLMO_CASE_ROWS * n[0] * n[1], 0, 4 * n[0] * n[1] + 4 * KOLMO_CASE_ROWS * (n[0] + n[1]))
/* Functions by the operations that core/network/math.h has: 18 for a power, 3 and a division more for a sigmoid, one more for tanh. Two are a multiply-add's work. */
WORK(power, 9 * n[0], 0, 8 * n[0])
WORK(logistic, 21 * n[0] / 2, n[0], 8 * n[0])
WORK(tangent, 11 * n[0], n[0], 8 * n[0])
WORK(quotient, 0, n[0], 8 * n[0])
WORK(whole, 0, 0, 8 * n[0])
WORK(inner, n[0], 0, 4 * n[0])

#define FUNCTION(name, how) static void case_##name(kolmo_operands *o, const size_t n[2]) { CALL_##how(name) }
KERNELS(FUNCTION)

#define ROW(name, how) ROW_OF(#name, case_##name, macs_##how, divisions_##how, bytes_##how, SHAPES_##how)
#define ROW_OF(name, run, macs, divisions, bytes, ...) {name, run, macs, divisions, bytes, __VA_ARGS__},
const kolmo_case KOLMO_GLUE2(kolmo_cases_, KOLMO_PATH)[] = {KERNELS(ROW){0}};
#endif
