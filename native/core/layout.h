/* Placing a Program's tables in the arena, one stage after the other. */
#ifndef KOLMO_LAYOUT_H
#define KOLMO_LAYOUT_H
#include "core/model.h"

enum { KOLMO_ALIGNMENT = 64 }; /* a cache line */

static inline uint64_t kolmo_place_bytes(kolmo_program *program, uint64_t bytes) {
  uint64_t at = program->memory;
  program->memory = at + (bytes + KOLMO_ALIGNMENT - 1) / KOLMO_ALIGNMENT * KOLMO_ALIGNMENT;
  return at;
}

static inline void kolmo_layout_start(kolmo_program *program, unsigned size_class) {
  program->size_class = size_class;
  program->memory = 0;
  kolmo_place_bytes(program, sizeof(kolmo_shared));
}

/* log2 of the stage's large table. */
static inline uint8_t kolmo_table_log(const kolmo_stage *s, unsigned size_class) {
  int log = (int)size_class + s->size.offset;
  return (uint8_t)(log < s->size.min ? s->size.min : log > s->size.max ? s->size.max : log);
}

static inline void kolmo_layout_stage(kolmo_program *program, const kolmo_stage *s, uint8_t size_log, uint64_t state_bytes, uint64_t table_bytes) {
  kolmo_place *at = &program->places[s->index];
  at->size_log = size_log;
  at->state = kolmo_place_bytes(program, state_bytes);
  at->table = kolmo_place_bytes(program, table_bytes);
}
#endif
