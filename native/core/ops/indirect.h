/* INDIRECT: which bytes followed the last one or two bytes before: history of a context, itself a context. */
#ifndef KOLMO_OPS_INDIRECT_H
#define KOLMO_OPS_INDIRECT_H
#include "core/model.h"

enum { ORDER_1, ORDER_2, INDIRECT_REGISTERS, ORDER_2_LOG = 16 };

KOLMO_OP void kolmo_indirect_byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *one = kolmo_table_of(m, s), *two = one + 256, *r = m->shared->registers + s->reg;
  uint32_t c1 = kolmo_byte_back(m, 1), c2 = kolmo_byte_back(m, 2), c3 = kolmo_byte_back(m, 3);
  one[c2] = one[c2] << 8 | c1;
  two[c3 << 8 | c2] = two[c3 << 8 | c2] << 8 | c1;
  r[ORDER_1] = one[c1];
  r[ORDER_2] = two[c2 << 8 | c1];
}

/* uint32 followers[256] of order 1, then [65536] of order 2: the last four bytes that followed, the latest lowest. */
KOLMO_OP uint64_t kolmo_indirect_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s, (void)size_log;
  return (256 + ((uint64_t)1 << ORDER_2_LOG)) * sizeof(uint32_t);
}
#endif
