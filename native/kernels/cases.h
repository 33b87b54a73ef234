/* Every kernel of a path, called as the ops call it. A new one gets a function and a row here: then `npm run bench -- kernels` checks it against the
 * scalar path and times it on each, and test/bench.test.ts fails while it has none. Shapes are those of levels 1, 5 and 8, and the largest. */
#ifndef KOLMO_KERNELS_CASES_H
#define KOLMO_KERNELS_CASES_H
#include "core/network/math.h"
#include "core/profile/cases.h"

static void case_mixer_dot(kolmo_operands *o, const size_t n[2]) { o->sums[0] = mixer_dot(o->x, o->high, n[0]); }
static void case_mixer_train(kolmo_operands *o, const size_t n[2]) { mixer_train(o->x, o->high, o->low, o->e, n[0]); }
static void case_int8_dots(kolmo_operands *o, const size_t n[2]) { int8_dots(o->weights, o->inputs, o->totals, o->sums, n[0], n[1]); }
static void case_pair_products(kolmo_operands *o, const size_t n[2]) {
  pair_products(o->errors, KOLMO_CASE_PAIRS, 1, o->pairs, o->sums, KOLMO_CASE_ROWS, n[0], n[1]);
}

#define EACH_16(name, value)                                                     \
  static void name(kolmo_operands *o, const size_t n[2]) {                       \
    for (size_t i = 0; i < n[0]; i += 16) f_store(o->results + i, value);        \
  }
EACH_16(case_exp, f_exp(f_load(o->numbers + i)))
EACH_16(case_sigmoid, f_sigmoid(f_load(o->numbers + i)))
EACH_16(case_tanh, f_tanh(f_load(o->numbers + i)))
static void case_sum(kolmo_operands *o, const size_t n[2]) {
  lanes16 sum = f_set(0.0f);
  for (size_t i = 0; i < n[0]; i += 16) sum = f_add(sum, f_mul(f_load(o->numbers + i), f_load(o->numbers + i)));
  o->results[0] = f_sum(sum);
}
static void case_rounded(kolmo_operands *o, const size_t n[2]) {
  for (size_t i = 0; i < n[0]; i += 16) i_store(o->sums + i, f_rounded(f_mul(f_load(o->numbers + i), f_set(100.0f))));
}

static size_t macs_none(const size_t n[2]) { (void)n; return 0; }
static size_t macs_line(const size_t n[2]) { return n[0]; }
static size_t macs_matrix(const size_t n[2]) { return n[0] * n[1]; }
static size_t macs_pairs(const size_t n[2]) { return 2 * KOLMO_CASE_ROWS * n[0] * n[1]; }
static size_t bytes_dot(const size_t n[2]) { return 4 * n[0]; }
static size_t bytes_train(const size_t n[2]) { return 10 * n[0]; }
static size_t bytes_matrix(const size_t n[2]) { return n[0] * n[1] + 8 * n[0] + n[1]; }
static size_t bytes_pairs(const size_t n[2]) { return 4 * n[0] * n[1] + 4 * KOLMO_CASE_ROWS * (n[0] + n[1]); }
static size_t bytes_line(const size_t n[2]) { return 8 * n[0]; }
static size_t bytes_read(const size_t n[2]) { return 4 * n[0]; }

#define MIXERS {{8}, {16}, {48}, {64}, {128}, {512}}
#define LINES {{96}, {256}, {1024}}

const kolmo_case KOLMO_GLUE2(kolmo_cases_, KOLMO_PATH)[] = {
    {"mixer_dot", "int16", case_mixer_dot, MIXERS, macs_line, bytes_dot},
    {"mixer_train", "int16", case_mixer_train, MIXERS, macs_line, bytes_train},
    {"int8_dots", "int8", case_int8_dots, {{288, 128}, {256, 224}, {480, 160}, {1024, 1024}}, macs_matrix, bytes_matrix},
    {"pair_products", "int16", case_pair_products, {{128, 16}, {128, 144}, {160, 240}, {1024, 512}}, macs_pairs, bytes_pairs},
    {"f_exp", "fp32", case_exp, LINES, macs_none, bytes_line},
    {"f_sigmoid", "fp32", case_sigmoid, LINES, macs_none, bytes_line},
    {"f_tanh", "fp32", case_tanh, LINES, macs_none, bytes_line},
    {"f_sum", "fp32", case_sum, LINES, macs_line, bytes_read},
    {"f_rounded", "fp32", case_rounded, LINES, macs_none, bytes_line},
    {0},
};
#endif
