/* A Program, parsed and validated: what each stage reads, writes and where its tables lie (docs/format.md §4). */
#ifndef KOLMO_PROGRAM_H
#define KOLMO_PROGRAM_H
#include "core/bytes.h"
#include "core/stage.h"
#include "core/status.h"

struct kolmo_model;

typedef struct {
  void (*run)(struct kolmo_model *, const kolmo_stage *);
  const kolmo_stage *stage;
} kolmo_step;

typedef struct {
  void (*run)(struct kolmo_model *, const kolmo_stage *, unsigned);
  const kolmo_stage *stage;
} kolmo_learn_step;

/* What each op does when, sorted out once: interpreting a bit walks short lists. */
typedef struct {
  unsigned byte_steps, nibble_steps, predict_steps, foresee_steps, update_steps;
  kolmo_step byte[KOLMO_STAGES], nibble[KOLMO_STAGES], predict[KOLMO_STAGES], foresee[KOLMO_STAGES];
  kolmo_learn_step update[KOLMO_STAGES];
} kolmo_schedule;

/* Stages point into the pools, so a parsed Program stays where it is. */
typedef struct {
  uint64_t hash;
  const struct kolmo_shipped_program *shipped; /* the one with these very bytes, or NULL */
  unsigned stage_count;
  kolmo_stage stages[KOLMO_STAGES];
  unsigned span_count, list_count, field_count;
  kolmo_span spans[1024];
  kolmo_list lists[1024];
  kolmo_field fields[4096];
  unsigned network_count;
  kolmo_network networks[KOLMO_NETWORKS];
  kolmo_net_op network_ops[KOLMO_NETWORKS][KOLMO_NET_OPS];
  kolmo_schedule schedule;
  uint64_t cost;           /* worst case per byte */
  /* set by kolmo_program_layout: */
  unsigned size_class;
  kolmo_place places[KOLMO_STAGES];
  uint64_t memory;         /* arena bytes */
} kolmo_program;

/* Parses and checks Program bytes: encoding, ranges, wiring, cost; ERR_PROGRAM. */
kolmo_status kolmo_program_parse(kolmo_program *program, const uint8_t *bytes, size_t n, kolmo_error *error);
/* Fills program->schedule. */
void kolmo_program_schedule(kolmo_program *program);
/* Places every table for a size class and sums the memory. */
void kolmo_program_layout(kolmo_program *program, unsigned size_class);
/* Chooses the size class for an input of `length` bytes (or KOLMO_UNKNOWN_LENGTH) within `cap` bytes of arena (0: none) and lays
 * out; ERR_MEMORY when the smallest tables exceed the cap. */
kolmo_status kolmo_program_fit(kolmo_program *program, uint64_t length, uint64_t cap, kolmo_error *error);
/* ERR_MEMORY or ERR_PROGRAM, naming the need, when so many arenas of a laid-out Program exceed what the caller allows. */
kolmo_status kolmo_program_allow(const kolmo_program *program, unsigned arenas, uint64_t memory, uint64_t max_cost, kolmo_error *error);
uint64_t kolmo_program_hash(const uint8_t *bytes, size_t n);
#endif
