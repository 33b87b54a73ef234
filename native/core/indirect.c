/* INDIRECT: which bytes followed the last one or two bytes before: history of a context, itself a context. */
#include "core/model.h"

enum { ORDER_1, ORDER_2, REGISTERS, ORDER_2_LOG = 16 };

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, REGISTERS); }

/* uint32 followers[256] of order 1, then [65536] of order 2: the last four bytes that followed, the latest lowest. */
static uint64_t table_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return (256 + ((uint64_t)1 << ORDER_2_LOG)) * sizeof(uint32_t);
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return 16;
}

static void byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *one = kolmo_table_of(m, s), *two = one + 256, *r = m->shared->registers + s->reg;
  uint32_t c1 = kolmo_byte_back(m, 1), c2 = kolmo_byte_back(m, 2), c3 = kolmo_byte_back(m, 3);
  one[c2] = one[c2] << 8 | c1;
  two[c3 << 8 | c2] = two[c3 << 8 | c2] << 8 | c1;
  r[ORDER_1] = one[c1];
  r[ORDER_2] = two[c2 << 8 | c1];
}

const kolmo_op kolmo_op_indirect = {
    .code = 0x06, .name = "INDIRECT", .parse = parse, .table_bytes = table_bytes, .cost = cost, .byte = byte};
