/* HISTORY: the ring of past bytes, and four registers with the last sixteen of them. */
#include "core/model.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 10, 30);
  kolmo_parse_registers(p, s, 4);
}

static uint64_t table_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return (uint64_t)1 << s->size_log;
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return 4;
}

/* registers[reg] holds the last 4 bytes, the latest lowest; reg + 1 the 4 before those; and so on. */
static void byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *r = m->shared->registers + s->reg;
  r[3] = r[3] << 8 | r[2] >> 24;
  r[2] = r[2] << 8 | r[1] >> 24;
  r[1] = r[1] << 8 | r[0] >> 24;
  r[0] = r[0] << 8 | m->shared->last;
}

const kolmo_op kolmo_op_history = {
    .code = 0x01, .name = "HISTORY", .parse = parse, .table_bytes = table_bytes, .cost = cost, .byte = byte};
