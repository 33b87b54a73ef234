#include "core/arena.h"

enum { PAGE = 4096 };

static bool all_zero(const uint8_t *p, size_t n) { return p[0] == 0 && memcmp(p, p + 1, n - 1) == 0; }

void kolmo_arena_copy(uint8_t *to, const uint8_t *from, size_t bytes) {
  for (size_t at = 0; at < bytes; at += PAGE) {
    size_t n = bytes - at < PAGE ? bytes - at : PAGE;
    if (!all_zero(from + at, n)) memcpy(to + at, from + at, n);
  }
}

#if defined(__linux__) || defined(__APPLE__)
#include <sys/mman.h>

enum { HUGE_PAGE = 1 << 21, WORTH_IT = 4 * HUGE_PAGE /* arena bytes */ };

uint8_t *kolmo_arena_map(size_t bytes) {
  void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) return NULL;
  return p;
}

void kolmo_arena_use_huge_pages(uint8_t *arena, size_t bytes) {
#ifdef MADV_HUGEPAGE
  if (bytes >= WORTH_IT) madvise(arena, bytes, MADV_HUGEPAGE);
#else
  (void)arena, (void)bytes;
#endif
}

void kolmo_arena_touch(uint8_t *arena, size_t bytes, size_t from, size_t to) {
#ifdef MADV_HUGEPAGE
  if (bytes < WORTH_IT) return;
  for (size_t at = from; at < to && at < bytes; at += HUGE_PAGE) {
    volatile uint8_t *p = arena + at;
    *p = *p;
  }
#else
  (void)arena, (void)bytes, (void)from, (void)to;
#endif
}

void kolmo_arena_clear(uint8_t *arena, size_t bytes) {
#ifdef __linux__
  if (bytes >= (size_t)HUGE_PAGE && madvise(arena, bytes, MADV_DONTNEED) == 0) return;
#endif
  memset(arena, 0, bytes);
}

void kolmo_arena_unmap(uint8_t *arena, size_t bytes) {
  if (arena) munmap(arena, bytes);
}
#else
uint8_t *kolmo_arena_map(size_t bytes) { return calloc(bytes, 1); }
void kolmo_arena_use_huge_pages(uint8_t *arena, size_t bytes) { (void)arena, (void)bytes; }
void kolmo_arena_touch(uint8_t *arena, size_t bytes, size_t from, size_t to) { (void)arena, (void)bytes, (void)from, (void)to; }
void kolmo_arena_clear(uint8_t *arena, size_t bytes) { memset(arena, 0, bytes); }
void kolmo_arena_unmap(uint8_t *arena, size_t bytes) {
  (void)bytes;
  free(arena);
}
#endif
