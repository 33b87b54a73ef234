/* The profile's insides: cells, and the mark that fills them. */
#ifndef KOLMO_CORE_PROFILE_MARK_H
#define KOLMO_CORE_PROFILE_MARK_H
#include "core/profile.h"
#include "core/profile/clock.h"
#include "core/stage.h"
#include "kolmo_profile.h"

#define KOLMO_STAGE_CELL(stage, moment) (KOLMO_CELL_STAGE + (unsigned)(stage) * KOLMO_CELL_MOMENTS + (unsigned)(moment))
#define KOLMO_NET_CELL(network, what) (KOLMO_CELL_NETWORK + (unsigned)(network) * KOLMO_NETWORK_CELLS + (unsigned)(what))

/* The public numbers say what the core's are. */
_Static_assert((unsigned)KOLMO_CELL_CODER == KOLMO_STAGE_CELL(KOLMO_STAGES, 0) && KOLMO_MARK_UPDATE == KOLMO_CELL_MOMENTS - 1, "a cell for each moment of a stage");
_Static_assert((int)NET_MARK_BACK == (int)KOLMO_NET_OPS && (int)NET_MARK_SOFTMAX == (int)KOLMO_CELL_SOFTMAX, "a cell for each op of a network");
_Static_assert((int)KOLMO_CELLS == (int)KOLMO_NET_CELL(KOLMO_NETWORKS, 0), "cells for all networks");

struct kolmo_profile {
  struct kolmo_profile_hooks hooks; /* first: all that the core knows of */
  uint64_t last;      /* ticks at the last mark */
  uint64_t longest;   /* ticks: an interval of so many was interrupted */
  uint64_t interrupted;
  bool keeping;       /* marks are kept for the trace */
  bool fenced;        /* a mark waits until all that came before is done */
  kolmo_profile_cell cells[KOLMO_CELLS];
  struct kolmo_profile_own *own;
};

void kolmo_keep_mark(struct kolmo_profile *p, unsigned cell, uint64_t begin, uint64_t end);

#ifdef KOLMO_COUNTED /* instructions in place of time */
#include "counted.h"
#else
/* What ran until now is nobody's. */
static inline void kolmo_mark_anew(struct kolmo_profile *p) { p->last = kolmo_ticks(); }

static inline void kolmo_mark(struct kolmo_profile *p, unsigned cell) {
  if (p->fenced) kolmo_fence();
  uint64_t now = kolmo_ticks(), spent = now - p->last;
  if (__builtin_expect(spent >= p->longest, 0)) p->interrupted += spent, spent = 0;
  p->cells[cell].ticks += spent;
  p->cells[cell].marks++;
  if (__builtin_expect(p->keeping, 0)) kolmo_keep_mark(p, cell, p->last, now), now = kolmo_ticks();
  p->last = now;
}
#endif
#endif
