/* One zeroed mapping that holds every byte of a model's changing state. */
#ifndef KOLMO_ARENA_H
#define KOLMO_ARENA_H
#include "core/libc.h"

/* Maps `bytes` of zeros, lazily where the system can; NULL when there is no memory. */
uint8_t *kolmo_arena_map(size_t bytes);
/* Says that much of it will be used. Slots are visited at random: with 4 KiB pages nearly every visit would also miss the TLB. But a
 * huge page is cleared whole at its first touch, which a few bytes of input do not repay. */
void kolmo_arena_use_huge_pages(uint8_t *arena, size_t bytes);
/* Makes the huge pages between two offsets real, where they were asked for. */
void kolmo_arena_touch(uint8_t *arena, size_t bytes, size_t from, size_t to);
/* Makes all of it zero again. */
void kolmo_arena_clear(uint8_t *arena, size_t bytes);
/* Copies into an arena of zeros. What is zero in `from` is not touched, so that it takes no memory there. */
void kolmo_arena_copy(uint8_t *to, const uint8_t *from, size_t bytes);
void kolmo_arena_unmap(uint8_t *arena, size_t bytes);
#endif
