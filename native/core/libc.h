/* The only door to libc: everything the core takes from the system. An exported program needs exactly this. */
#ifndef KOLMO_LIBC_H
#define KOLMO_LIBC_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>  /* vsnprintf and snprintf, for messages and names */
#include <stdlib.h> /* malloc, calloc, realloc, free, getenv, abort */
#include <string.h> /* memcpy, memset, memcmp, strcmp */

#if defined(__GNUC__)
#define KOLMO_PREFETCH(address) __builtin_prefetch(address)
#define kolmo_lowest_bit(v) ((uint32_t)__builtin_ctz(v)) /* v is not 0 */
#define kolmo_log2(v) (31u - (uint32_t)__builtin_clz(v))  /* likewise */
#define KOLMO_FORMAT(a, b) __attribute__((format(printf, a, b)))
#else
#define KOLMO_PREFETCH(address) ((void)(address))
#define KOLMO_FORMAT(a, b)
static inline uint32_t kolmo_lowest_bit(uint32_t v) {
  uint32_t i = 0;
  while (!(v >> i & 1)) i++;
  return i;
}
static inline uint32_t kolmo_log2(uint32_t v) {
  uint32_t i = 0;
  while (v >>= 1) i++;
  return i;
}
#endif

/* Room for one more of `count` rows of `size` bytes: the array, moved if need be, or NULL when there is no memory; then it is as before. */
static inline void *kolmo_grow(void *rows, size_t count, size_t *room, size_t size) {
  if (count < *room) return rows;
  size_t more = *room ? 2 * *room : 16;
  void *grown = realloc(rows, more * size);
  if (grown) *room = more;
  return grown;
}

/* Room for `need` bytes; false when there is no memory: then the buffer is as before. */
static inline bool kolmo_reserve(uint8_t **buffer, size_t *room, size_t need) {
  if (*room >= need) return true;
  uint8_t *grown = (uint8_t *)realloc(*buffer, need); /* C++ reads this, too */
  if (!grown) return false;
  *buffer = grown;
  *room = need;
  return true;
}
#endif
