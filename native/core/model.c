#include "core/model.h"
#include "core/arena.h"
#include "core/cpu.h"

static void start(kolmo_model *m, uint32_t position) {
  m->shared->position = position;
  m->shared->registers[KOLMO_REG_PARTIAL] = 1;
  kolmo_model_begin(m);
}

kolmo_status kolmo_model_open(kolmo_model *m, const kolmo_program *program, kolmo_error *error) {
  memset(m, 0, sizeof *m);
  m->kernels = kolmo_choose_kernels(error);
  if (!m->kernels) return KOLMO_ERR_CPU;
  if (program->memory <= SIZE_MAX) m->arena = kolmo_arena_map((size_t)program->memory);
  if (!m->arena)
    return kolmo_fail(error, KOLMO_ERR_MEMORY, "the system has no %llu bytes of memory", (unsigned long long)program->memory);
  m->program = program;
  kolmo_model_choose_step(m);
  m->tables = kolmo_get_tables();
  m->shared = (kolmo_shared *)(void *)m->arena;
  const kolmo_stage *history = &program->stages[0];
  for (unsigned i = 0; i < program->stage_count; i++) {
    const kolmo_place *at = &program->places[i];
    m->memory[i] = (kolmo_memory){m->arena + at->state, m->arena + at->table, at->size_log};
  }
  m->ring = kolmo_table_of(m, history);
  m->ring_mask = ((uint32_t)1 << m->memory[0].size_log) - 1;
  start(m, 0);
  return KOLMO_OK;
}

enum { WORTH_HUGE_PAGES = 1 << 16 /* raw bytes */, SETTLED_AT_ONCE = 1 << 22 /* arena bytes */ };

/* A huge page is cleared at its first touch, which takes milliseconds, and the first few bytes touch nearly all of them: then nobody would be asked
 * for a second whether to stop. So they are touched here, some at a time. */
kolmo_status kolmo_model_expect(kolmo_model *m, uint64_t raw, const kolmo_poll *poll, kolmo_error *error) {
  if (!m->huge && raw < WORTH_HUGE_PAGES) return KOLMO_OK;
  if (!m->huge) {
    kolmo_arena_use_huge_pages(m->arena, (size_t)m->program->memory);
    /* The model's start has touched a small page here and there, each in a huge one's place: from the start again, on huge ones. */
    if (m->shared->position == 0 && m->shared->bit == 0) kolmo_model_reset(m);
    m->huge = true;
  }
  for (size_t at = 0; !m->settled && at < m->program->memory; at += SETTLED_AT_ONCE) {
    kolmo_arena_touch(m->arena, (size_t)m->program->memory, at, at + SETTLED_AT_ONCE);
    kolmo_status status = kolmo_ask(poll, error);
    if (status) return status;
  }
  m->settled = true;
  return KOLMO_OK;
}

void kolmo_model_reset_at(kolmo_model *m, uint32_t position) {
  kolmo_arena_clear(m->arena, (size_t)m->program->memory);
  m->settled = false;
  start(m, position);
}

void kolmo_model_reset(kolmo_model *m) { kolmo_model_reset_at(m, 0); }

void kolmo_model_close(kolmo_model *m) {
  kolmo_arena_unmap(m->arena, m->program ? (size_t)m->program->memory : 0);
  m->arena = NULL;
}
