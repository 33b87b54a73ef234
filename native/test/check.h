/* What the C tests share: a check that stops the test and says what was wrong, and numbers that look random but are the
 * same in every run. A test is a main() that returns 0. */
#ifndef KOLMO_TEST_CHECK_H
#define KOLMO_TEST_CHECK_H
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define KOLMO_TEST_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KOLMO_TEST_ASAN 1
#endif
#endif
/* Sanitized builds are some twenty times as slow: of what is tried by the thousand they try one in so many. */
#ifdef KOLMO_TEST_ASAN
enum { SLOWNESS = 5 };
#else
enum { SLOWNESS = 1 };
#endif

/* CHECK(a == b, "a is %d", a): the message is a printf format and says what the numbers were. */
#define CHECK(condition, ...)                                                  \
  do {                                                                         \
    if (!(condition)) {                                                        \
      fprintf(stderr, "%s:%d: not true: %s: ", __FILE__, __LINE__, #condition); \
      fprintf(stderr, __VA_ARGS__);                                            \
      fputc('\n', stderr);                                                     \
      exit(1);                                                                 \
    }                                                                          \
  } while (0)

/* xorshift64*; the state must not be 0. */
static inline uint64_t random64(uint64_t *state) {
  uint64_t x = *state;
  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  *state = x;
  return x * 0x2545F4914F6CDD1Du;
}

/* 0 … n − 1 */
static inline uint32_t random_below(uint64_t *state, uint32_t n) { return (uint32_t)((random64(state) >> 32) * n >> 32); }

static inline uint8_t *allocate(size_t n) {
  uint8_t *p = malloc(n ? n : 1);
  CHECK(p, "no %zu bytes", n);
  return p;
}
#endif
