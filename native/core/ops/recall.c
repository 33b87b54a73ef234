/* RECALL: how its stage is read, and what it costs. What it computes is in recall.h. */
#include "core/ops/recall.h"
#include "core/inspect/journal.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 8, 28);
  kolmo_parse_contexts(p, s, RECALL_CONTEXTS, 2);
}

static uint64_t cost(const kolmo_stage *s) {
  uint64_t units = 0;
  for (unsigned i = 0; i < s->list_count; i++) units += s->lists[i].count + 64u + ALIKE_MAX;
  return units;
}

static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  (void)bit;
  recall_lane *l = kolmo_state_of(m, s);
  for (unsigned i = 0; i < s->list_count; i++, l++) {
    kolmo_journal_keep(j, l, offsetof(recall_lane, hits));
    kolmo_journal_keep(j, &l->by_situation[l->situation], sizeof l->by_situation[0]);
    kolmo_journal_keep(j, &l->by_byte[l->evidence], sizeof l->by_byte[0]);
  }
}

const kolmo_op kolmo_op_recall = {.code = 0x13,
                                  .name = "RECALL",
                                  .parse = parse,
                                  .state_bytes = kolmo_recall_state_bytes,
                                  .table_bytes = kolmo_recall_table_bytes,
                                  .cost = cost,
                                  .byte = kolmo_recall_byte,
                                  .nibble = kolmo_recall_nibble,
                                  .predict = kolmo_recall_predict,
                                  .update = kolmo_recall_update,
                                  .keep = keep};
