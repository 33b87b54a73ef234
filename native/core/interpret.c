/* Any Program: its tables are placed, and its ops called one by one, as its stages say. */
#include "core/layout.h"
#include "programs/programs.h"

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  kolmo_layout_start(program, size_class);
  for (unsigned i = 0; i < program->stage_count; i++) {
    const kolmo_stage *s = &program->stages[i];
    const kolmo_op *op = kolmo_find_op(s->op);
    const uint8_t log = kolmo_table_log(s, size_class);
    kolmo_layout_stage(program, s, log, op->state_bytes ? op->state_bytes(s) : 0, op->table_bytes ? op->table_bytes(s, log) : 0);
  }
}

void kolmo_program_schedule(kolmo_program *program) {
  kolmo_schedule *d = &program->schedule;
  memset(d, 0, sizeof *d);
  for (unsigned i = 0; i < program->stage_count; i++) {
    const kolmo_stage *s = &program->stages[i];
    const kolmo_op *op = kolmo_find_op(s->op);
    if (op->byte) d->byte[d->byte_steps++] = (kolmo_step){op->byte, s};
    if (op->nibble) d->nibble[d->nibble_steps++] = (kolmo_step){op->nibble, s};
    if (op->predict) d->predict[d->predict_steps++] = (kolmo_step){op->predict, s};
    if (op->foresee) d->foresee[d->foresee_steps++] = (kolmo_step){op->foresee, s};
    if (op->update) d->update[d->update_steps++] = (kolmo_learn_step){op->update, s};
  }
}

kolmo_walk kolmo_model_rendered(const kolmo_model *m, const kolmo_kernels *kernels, kolmo_walk otherwise) {
  const kolmo_shipped_program *shipped = m->program->shipped;
  const kolmo_walk rendered = shipped && kernels->updates ? kernels->updates[shipped->update] : NULL;
  return rendered ? rendered : otherwise;
}

void kolmo_model_choose_step(kolmo_model *m) { m->step = kolmo_model_rendered(m, m->kernels, kolmo_model_interpret); }

static inline void run(kolmo_model *m, const kolmo_step *steps, unsigned n) {
  for (unsigned i = 0; i < n; i++) steps[i].run(m, steps[i].stage);
}

void kolmo_model_begin(kolmo_model *m) {
  const kolmo_schedule *d = &m->program->schedule;
  for (unsigned i = 0; i < m->program->stage_count; i++) {
    const kolmo_stage *s = &m->program->stages[i];
    const kolmo_op *op = kolmo_find_op(s->op);
    if (op->reset) op->reset(m, s);
  }
  run(m, d->byte, d->byte_steps);
  run(m, d->nibble, d->nibble_steps);
  run(m, d->predict, d->predict_steps);
}

void kolmo_model_interpret(kolmo_model *m, unsigned bit) {
  const kolmo_schedule *d = &m->program->schedule;
  for (unsigned i = 0; i < d->update_steps; i++) d->update[i].run(m, d->update[i].stage, bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) run(m, d->byte, d->byte_steps);
  if ((at & 3) == 0) run(m, d->nibble, d->nibble_steps);
  run(m, d->predict, d->predict_steps);
  run(m, d->foresee, d->foresee_steps);
}
