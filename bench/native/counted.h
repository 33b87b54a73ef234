/* Marks at which callgrind dumps what it counted since the last one, under the cell's number. Inlined, so that registers need not be saved around them. */
#ifndef KOLMO_BENCH_COUNTED_H
#define KOLMO_BENCH_COUNTED_H
#include "kolmo_profile.h"
#include <valgrind/callgrind.h>

extern int kolmo_counting;
extern char kolmo_cell_names[KOLMO_CELLS + 1][8];

static inline void kolmo_mark_anew(struct kolmo_profile *p) {
  (void)p;
  if (kolmo_counting) CALLGRIND_ZERO_STATS;
}

static inline void kolmo_mark(struct kolmo_profile *p, unsigned cell) {
  (void)p;
  if (kolmo_counting) CALLGRIND_DUMP_STATS_AT(kolmo_cell_names[cell]);
}
#endif
