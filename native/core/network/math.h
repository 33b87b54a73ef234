/* Functions of sixteen floats at a time, from single IEEE operations: the same bits everywhere. */
#ifndef KOLMO_NETWORK_MATH_H
#define KOLMO_NETWORK_MATH_H
/* The path's lanes.h comes before this. */

#define NET_ROUND 12582912.0f /* 1.5·2^23: added to a number below 2^22, leaves it rounded to even in the low bits */
enum { NET_ROUND_BITS = 0x4B400000 };

KOLMO_OP lanes16 f_clamp(lanes16 x, float limit) { return f_max(f_min(x, f_set(limit)), f_set(-limit)); }

/* To integers, ties to even; |x| < 2^22. */
KOLMO_OP ints16 f_rounded(lanes16 x) { return i_sub(f_bits(f_add(x, f_set(NET_ROUND))), i_set(NET_ROUND_BITS)); }

/* One number of two vectors' lanes, to which sixteens were added in turn: a single one would have to wait for its last sum before each. */
KOLMO_OP float f_total(const lanes16 sums[2]) { return f_sum(f_add(sums[0], sums[1])); }

/* Σ a·b; n is a multiple of 16. */
KOLMO_OP float f_inner(const float *a, const float *b, size_t n) {
  lanes16 sums[2] = {f_set(0.0f), f_set(0.0f)};
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    sums[0] = f_add(sums[0], f_mul(f_load(a + i), f_load(b + i)));
    sums[1] = f_add(sums[1], f_mul(f_load(a + i + 16), f_load(b + i + 16)));
  }
  if (i < n) sums[0] = f_add(sums[0], f_mul(f_load(a + i), f_load(b + i)));
  return f_total(sums);
}

#define NET_LOG2_E 1.44269504f

/* 2^(x · scale) for exponents within ±87: 2^n · 2^r, n whole, |r| ≤ 1/2; a polynomial for the second (Taylor's, to the sixth power). */
KOLMO_OP lanes16 f_power(lanes16 x, float scale) {
  lanes16 y = f_mul(x, f_set(scale));
  lanes16 t = f_add(y, f_set(NET_ROUND));
  lanes16 r = f_sub(y, f_sub(t, f_set(NET_ROUND)));
  lanes16 p = f_set(1.54035304e-4f);
  p = f_add(f_mul(p, r), f_set(1.33335581e-3f));
  p = f_add(f_mul(p, r), f_set(9.61812911e-3f));
  p = f_add(f_mul(p, r), f_set(5.55041087e-2f));
  p = f_add(f_mul(p, r), f_set(2.40226507e-1f));
  p = f_add(f_mul(p, r), f_set(6.93147181e-1f));
  p = f_add(f_mul(p, r), f_set(1.0f));
  return i_floats(i_add(f_bits(p), i_shift23(f_bits(t))));
}

/* e^x for |x| ≤ 60. */
KOLMO_OP lanes16 f_exp(lanes16 x) { return f_power(x, NET_LOG2_E); }

/* 1 / (1 + e^−x) */
KOLMO_OP lanes16 f_sigmoid(lanes16 x) {
  lanes16 one = f_set(1.0f), e = f_power(f_clamp(x, 30.0f), -NET_LOG2_E);
  return f_div(one, f_add(one, e));
}

/* (1 − e^−2x) / (1 + e^−2x) */
KOLMO_OP lanes16 f_tanh(lanes16 x) {
  lanes16 one = f_set(1.0f), e = f_power(f_clamp(x, 15.0f), -2 * NET_LOG2_E);
  return f_div(f_sub(one, e), f_add(one, e));
}
#endif
