/** §5.5: 32-bit floats, every operation rounded on its own. */

/** To the nearest float. */
export const f = Math.fround;
export const add = (a: number, b: number): number => f(a + b);
export const sub = (a: number, b: number): number => f(a - b);
export const mul = (a: number, b: number): number => f(a * b);
export const div = (a: number, b: number): number => f(a / b);
export const sqrt = (a: number): number => f(Math.sqrt(a));

export const clamp = (x: number, limit: number): number => Math.max(Math.min(x, limit), -limit);

/** To the nearest integer, ties to even; |x| < 2^22. */
export const round = (x: number): number => f(f(x + 12_582_912) - 12_582_912);

/** Thirty-two lanes, then halves onto halves. */
export function sum(count: number, term: (i: number) => number): number {
  const lanes = new Float32Array(32);
  for (let i = 0; i < count; i++) lanes[i & 31] = add(lanes[i & 31] ?? 0, term(i));
  for (let n = 16; n >= 1; n /= 2) for (let i = 0; i < n; i++) lanes[i] = add(lanes[i] ?? 0, lanes[i + n] ?? 0);
  return lanes[0] ?? 0;
}

const coefficients = [1.33335581e-3, 9.61812911e-3, 5.55041087e-2, 2.40226507e-1, Math.LN2, 1].map(f);

export function exp(x: number): number {
  const y = mul(x, f(Math.LOG2E));
  const n = round(y);
  const r = sub(y, n);
  let p = f(1.54035304e-4);
  for (const c of coefficients) p = add(mul(p, r), c);
  return f(p * 2 ** n);
}

export const sigmoid = (x: number): number => div(1, add(1, exp(sub(0, clamp(x, 30)))));

export function tanh(x: number): number {
  const e = exp(mul(-2, clamp(x, 15)));
  return div(sub(1, e), add(1, e));
}
