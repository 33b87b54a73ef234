#include "core/arena.h"

#if defined(__linux__) || defined(__APPLE__)
#include <sys/mman.h>

enum { HUGE_PAGE = 1 << 21 };

uint8_t *kolmo_arena_map(size_t bytes) {
  void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) return NULL;
  return p;
}

void kolmo_arena_use_huge_pages(uint8_t *arena, size_t bytes) {
#ifdef MADV_HUGEPAGE
  if (bytes >= 16 * (size_t)HUGE_PAGE) madvise(arena, bytes, MADV_HUGEPAGE);
#else
  (void)arena, (void)bytes;
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
void kolmo_arena_clear(uint8_t *arena, size_t bytes) { memset(arena, 0, bytes); }
void kolmo_arena_unmap(uint8_t *arena, size_t bytes) {
  (void)bytes;
  free(arena);
}
#endif
