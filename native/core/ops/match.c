/* MATCH: how its stage is read, and what it costs. What it computes is in match.h. */
#include "core/ops/match.h"
#include "core/inspect/journal.h"

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 8, 28);
  s->min_length = kolmo_get8(&p->in);
  if (s->min_length < 1 || s->min_length > 32) kolmo_parse_problem(p, "minimum length out of range");
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  kolmo_parse_out(p, s, 2);
  if (!p->in.failed) kolmo_parse_registers(p, s, 2);
}

static uint64_t cost(const kolmo_stage *s) {
  return 64u + s->min_length;
}

static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  (void)bit;
  match_state *state = kolmo_state_of(m, s);
  kolmo_journal_keep(j, state, offsetof(match_state, hits));
  kolmo_journal_keep(j, &state->by_situation[state->situation], sizeof state->by_situation[0]);
  kolmo_journal_keep(j, &state->by_byte[state->evidence], sizeof state->by_byte[0]);
}

const kolmo_op kolmo_op_match = {.code = 0x10,
                                 .name = "MATCH",
                                 .parse = parse,
                                 .state_bytes = kolmo_match_state_bytes,
                                 .table_bytes = kolmo_match_table_bytes,
                                 .cost = cost,
                                 .byte = kolmo_match_byte,
                                 .nibble = kolmo_match_nibble,
                                 .foresee = kolmo_match_foresee,
                                 .predict = kolmo_match_predict,
                                 .update = kolmo_match_update,
                                 .keep = keep};
