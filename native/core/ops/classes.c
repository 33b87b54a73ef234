/* CLASSES: how its stage is read, and what it costs. What it computes is in classes.h. */
#include "core/ops/classes.h"

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, 1); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 8;
}

const kolmo_op kolmo_op_classes = {.code = 0x03, .name = "CLASSES", .parse = parse, .cost = cost, .byte = kolmo_classes_byte};
