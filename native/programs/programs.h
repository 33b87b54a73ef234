/* The Programs that this build ships: an archive names one of them by its hash. The table, programs.c, is written by
 * `npm run programs` from src/models/levels.ts; a released row is never changed or taken away, so that old archives decode. */
#ifndef KOLMO_PROGRAMS_H
#define KOLMO_PROGRAMS_H
#include <stddef.h>
#include <stdint.h>

typedef struct kolmo_shipped_program {
  uint64_t hash;        /* FNV-1a, 64 bits, of the bytes */
  const char *name;     /* "level5", "level5-binary" for a kind of data, or "level2-3" where levels share a Program */
  const uint8_t *bytes; /* docs/format.md §4.1 */
  size_t length;
  unsigned update;      /* number of its rendered update function: Programs that differ in table sizes alone share one */
} kolmo_shipped_program;

extern const kolmo_shipped_program kolmo_shipped_programs[];
extern const size_t kolmo_shipped_program_count;

/* The shipped Program of exactly these bytes, or of this hash; NULL when there is none. */
const kolmo_shipped_program *kolmo_shipped_by_bytes(const uint8_t *bytes, size_t n);
const kolmo_shipped_program *kolmo_shipped_by_hash(uint64_t hash);

#endif
