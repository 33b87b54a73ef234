/* HISTORY: the ring of past bytes, and four registers with the last sixteen of them. */
#ifndef KOLMO_OPS_HISTORY_H
#define KOLMO_OPS_HISTORY_H
#include "core/model.h"

/* registers[reg] holds the last 4 bytes, the latest lowest; reg + 1 the 4 before those; and so on. */
KOLMO_OP void kolmo_history_byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *r = m->shared->registers + s->reg;
  r[3] = r[3] << 8 | r[2] >> 24;
  r[2] = r[2] << 8 | r[1] >> 24;
  r[1] = r[1] << 8 | r[0] >> 24;
  r[0] = r[0] << 8 | m->shared->last;
}

KOLMO_OP uint64_t kolmo_history_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s;
  return (uint64_t)1 << size_log;
}
#endif
