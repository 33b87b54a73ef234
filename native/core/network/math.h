/* Functions of sixteen floats at a time, from single IEEE operations: the same bits everywhere. */
#ifndef KOLMO_NETWORK_MATH_H
#define KOLMO_NETWORK_MATH_H
/* The path's lanes.h comes before this. */

#define NET_ROUND 12582912.0f /* 1.5·2^23: added to a number below 2^22, leaves it rounded to even in the low bits */
enum { NET_ROUND_BITS = 0x4B400000 };

KOLMO_OP lanes16 f_clamp(lanes16 x, float limit) { return f_max(f_min(x, f_set(limit)), f_set(-limit)); }

/* To integers, ties to even; |x| < 2^22. */
KOLMO_OP ints16 f_rounded(lanes16 x) { return i_sub(f_bits(f_add(x, f_set(NET_ROUND))), i_set(NET_ROUND_BITS)); }

/* e^x for |x| ≤ 60: 2^n · 2^r, n whole, |r| ≤ 1/2; a polynomial for the second (Taylor's, to the sixth power). */
KOLMO_OP lanes16 f_exp(lanes16 x) {
  lanes16 y = f_mul(x, f_set(1.44269504f));
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

KOLMO_OP lanes16 f_sigmoid(lanes16 x) {
  lanes16 e = f_exp(f_sub(f_set(0.0f), f_clamp(x, 30.0f)));
  return f_div(f_set(1.0f), f_add(f_set(1.0f), e));
}

KOLMO_OP lanes16 f_tanh(lanes16 x) {
  lanes16 s = f_sigmoid(f_add(x, x));
  return f_sub(f_add(s, s), f_set(1.0f));
}
#endif
