/* The one Program that runs here: what the model's description says, as constants. */
#ifndef KOLMO_PROGRAM_H
#define KOLMO_PROGRAM_H
#include "core/bytes.h"
#include "core/stage.h"
#include "core/status.h"

typedef struct {
  uint64_t hash;        /* names it in archives */
  const struct kolmo_shipped_program *shipped; /* NULL where archives carry the Program */
  unsigned stage_count;
  kolmo_stage stages[1]; /* the history's index, 0 */
  uint64_t cost;        /* of untrusted Programs; here 0 */
  /* set by kolmo_program_layout: */
  unsigned size_class;
  kolmo_place places[KOLMO_STAGES];
  uint64_t memory;      /* arena bytes */
} kolmo_program;

/* ERR_PROGRAM unless the bytes are those that an archive of this model carries, or none where it carries only a name. */
kolmo_status kolmo_program_parse(kolmo_program *program, const uint8_t *bytes, size_t n, kolmo_error *error);
/* Places every table for a size class and sums the memory. */
void kolmo_program_layout(kolmo_program *program, unsigned size_class);
/* Chooses the size class for an input of `length` bytes (or KOLMO_UNKNOWN_LENGTH) within `cap` bytes of arena (0: none) and lays
 * out; ERR_MEMORY when the smallest tables exceed the cap. */
kolmo_status kolmo_program_fit(kolmo_program *program, uint64_t length, uint64_t cap, kolmo_error *error);
/* ERR_MEMORY, naming the need, when so many arenas exceed what is allowed. */
kolmo_status kolmo_program_allow(const kolmo_program *program, unsigned arenas, uint64_t memory, uint64_t max_cost, kolmo_error *error);
#endif
