/* APM (adaptive probability map, or SSE): corrects a prediction by what such predictions have been worth in a small context. */
#ifndef KOLMO_OPS_APM_H
#define KOLMO_OPS_APM_H
#include "core/map.h"
#include "core/model.h"

enum { STEP = 2 * (KOLMO_LOGIT_MAX + 1) / KOLMO_APM_STEPS }; /* of the logistic axis: 1536 */

typedef struct {
  uint32_t entry; /* the nearer of the two entries in use */
  uint32_t step;  /* of the axis, that it stands for */
} apm_state;

KOLMO_OP void kolmo_apm_predict(kolmo_model *m, const kolmo_stage *s) {
  apm_state *state = kolmo_state_of(m, s);
  const uint32_t *table = kolmo_table_of(m, s);
  int32_t x = kolmo_mean(m, s);
  uint32_t along = (uint32_t)(x + KOLMO_LOGIT_MAX + 1), j = along / STEP, w = along % STEP;
  const kolmo_list *selector = s->lists;
  uint32_t row = kolmo_select_row(m, selector, kolmo_row_bits(selector, m->memory[s->index].size_log));
  uint32_t base = row * (KOLMO_APM_STEPS + 1) + j;
  const uint32_t *axis = m->tables->axis;
  uint32_t low = kolmo_map_p16(table[base] ^ axis[j]), high = kolmo_map_p16(table[base + 1] ^ axis[j + 1]);
  uint32_t p = (low * (STEP - w) + high * w) / STEP;
  uint32_t nearer = w >= STEP / 2;
  state->entry = base + nearer;
  state->step = j + nearer;
  m->shared->signals[s->out] = kolmo_stretch(m->tables, p);
}

KOLMO_OP void ask_for_entries(const kolmo_model *m, const kolmo_stage *s) {
  const uint32_t row = kolmo_select_row(m, s->lists, kolmo_row_bits(s->lists, m->memory[s->index].size_log));
  const uint8_t *entries = (const uint8_t *)((const uint32_t *)kolmo_table_of(m, s) + (size_t)row * (KOLMO_APM_STEPS + 1));
#pragma GCC unroll 4
  for (size_t at = 0; at <= KOLMO_APM_STEPS * sizeof(uint32_t); at += 64) KOLMO_PREFETCH(entries + at);
}

/* As a mixer's (mixer.h). */
KOLMO_OP void kolmo_apm_foresee(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *partial = &m->shared->registers[KOLMO_REG_PARTIAL], now = *partial;
  if (m->shared->bit == 7 || !kolmo_reads_partial(s->lists)) return;
  *partial = now << 1 | (m->shared->p >= 32768);
  ask_for_entries(m, s);
  *partial = now;
}

KOLMO_OP void kolmo_apm_anticipate(kolmo_model *m, const kolmo_stage *s, uint64_t known) {
  m->shared->registers[KOLMO_REG_PARTIAL] = 1;
  if (kolmo_is_told(s->lists, known)) ask_for_entries(m, s);
}

KOLMO_OP void kolmo_apm_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const apm_state *state = kolmo_state_of(m, s);
  uint32_t *entry = (uint32_t *)kolmo_table_of(m, s) + state->entry;
  uint32_t prior = m->tables->axis[state->step];
  *entry = kolmo_map_learn(m->tables, *entry ^ prior, bit, s->limit) ^ prior;
}

KOLMO_OP uint64_t kolmo_apm_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(apm_state);
}

KOLMO_OP uint64_t kolmo_apm_table_bytes(const kolmo_stage *s, unsigned size_log) {
  return ((uint64_t)(KOLMO_APM_STEPS + 1) << kolmo_row_bits(s->lists, size_log)) * sizeof(uint32_t);
}
#endif
