/* SLOTS: how its stage is read, and what it costs. What it computes is in slots.h. */
#include "core/ops/slots.h"
#include "core/inspect/journal.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 12, 30);
  kolmo_parse_contexts(p, s, KOLMO_CONTEXTS, 1);
}

static uint64_t cost(const kolmo_stage *s) {
  uint64_t units = 0;
  for (unsigned i = 0; i < s->list_count; i++) units += s->lists[i].count + 2 * 16 + 8 * 6;
  return units;
}

static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  kolmo_meaning *meanings = meanings_of(m, s);
  lane *lanes = lanes_of(m, s);
  uint8_t *table = kolmo_table_of(m, s), *node = table + node_of(m);
  const uint32_t partial = m->shared->registers[KOLMO_REG_PARTIAL] << 1 | bit;
  kolmo_journal_keep(j, lanes, s->list_count * sizeof *lanes);
  for (unsigned i = 0; i < s->list_count; i++, meanings += KOLMO_STATES) {
    kolmo_journal_keep(j, &meanings[0], sizeof *meanings);
    kolmo_journal_keep(j, &meanings[lanes[i].state], sizeof *meanings);
    kolmo_journal_keep(j, &node[lanes[i].slot], 1);
    if (m->shared->bit == 3) kolmo_journal_keep(j, table + line_of(m, s, nibble_hash(lanes[i].hash, partial)), 1 << LINE_LOG);
  }
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
                                 .update = kolmo_slots_update,
                                 .keep = keep};
