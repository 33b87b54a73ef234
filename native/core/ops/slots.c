/* SLOTS: how its stage is read, and what it costs. What it computes is in slots.h. */
#include "core/ops/slots.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 12, 30);
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  unsigned n = kolmo_parse_number(p, 1, KOLMO_CONTEXTS, "context count out of range");
  for (unsigned i = 0; i < n && !p->in.failed; i++) kolmo_parse_context(p, s);
  if (!p->in.failed) kolmo_parse_out(p, s, n);
}

static uint64_t cost(const kolmo_stage *s) {
  uint64_t units = 0;
  for (unsigned i = 0; i < s->list_count; i++) units += s->lists[i].count + 2 * 16 + 8 * 6;
  return units;
}

const kolmo_op kolmo_op_slots = {.code = 0x11,
                                 .name = "SLOTS",
                                 .parse = parse,
                                 .state_bytes = kolmo_slots_state_bytes,
                                 .table_bytes = kolmo_slots_table_bytes,
                                 .cost = cost,
                                 .reset = kolmo_slots_reset,
                                 .byte = kolmo_slots_byte,
                                 .nibble = kolmo_slots_nibble,
                                 .foresee = kolmo_slots_foresee,
                                 .predict = kolmo_slots_predict,
                                 .update = kolmo_slots_update};
