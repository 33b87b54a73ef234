/* What an op is: how its stage is read from a Program, what it needs, and what it does at each point of coding a byte.
 *
 * Adding one: two files in ops/, NAME.h (what it computes) and NAME.c (how it is read), a row in ops/ops.c, a node in src/graph, a
 * rule in src/lower and one in src/render: docs/adding-a-predictor.md has the whole recipe. */
#ifndef KOLMO_OP_H
#define KOLMO_OP_H
#include "core/program.h"

typedef struct kolmo_model kolmo_model;
struct kolmo_journal;

/* Helpers for parse(); they return false, or fail the reader, on anything out of range. */
typedef struct {
  kolmo_program *program;
  kolmo_reader in;      /* the payload */
  uint64_t signals[KOLMO_SIGNALS / 64]; /* written so far, a bit each */
  uint64_t registers;                   /* likewise */
  const char *problem;  /* first thing that was wrong */
} kolmo_parser;

uint32_t kolmo_parse_number(kolmo_parser *p, uint32_t min, uint32_t max, const char *what); /* a varint */
void kolmo_parse_size(kolmo_parser *p, kolmo_stage *s, uint8_t min, uint8_t max);
void kolmo_parse_registers(kolmo_parser *p, kolmo_stage *s, unsigned count); /* the first register that the stage writes */
void kolmo_parse_out(kolmo_parser *p, kolmo_stage *s, unsigned count);       /* the first signal that the stage writes */
void kolmo_parse_spans(kolmo_parser *p, kolmo_stage *s);
void kolmo_parse_context(kolmo_parser *p, kolmo_stage *s);  /* appends to s->lists */
void kolmo_parse_contexts(kolmo_parser *p, kolmo_stage *s, unsigned most, unsigned signals); /* limit, so many contexts at most, and where their signals stand, so many each */
void kolmo_parse_selector(kolmo_parser *p, kolmo_stage *s); /* likewise */
void kolmo_parse_problem(kolmo_parser *p, const char *problem);

typedef struct {
  uint8_t code;
  const char *name;
  void (*parse)(kolmo_parser *parser, kolmo_stage *stage);
  /* Bytes of small state, and of the large table when its log2 is size_log. */
  uint64_t (*state_bytes)(const kolmo_stage *stage);
  uint64_t (*table_bytes)(const kolmo_stage *stage, unsigned size_log);
  /* Worst-case cost units per byte; a unit is about a nanosecond. */
  uint64_t (*cost)(const kolmo_stage *stage);
  /* Any of these may be NULL. Stages run in Program order in each. */
  void (*reset)(kolmo_model *model, const kolmo_stage *stage);   /* the arena is all zeros: fill what must not be */
  void (*byte)(kolmo_model *model, const kolmo_stage *stage);    /* a byte was completed (or none yet: before the first) */
  void (*nibble)(kolmo_model *model, const kolmo_stage *stage);  /* at bits 0 (after byte()) and 4 */
  void (*predict)(kolmo_model *model, const kolmo_stage *stage); /* before each bit: write the stage's signals */
  void (*foresee)(kolmo_model *model, const kolmo_stage *stage); /* after predict(): ask for what will be read; computes nothing */
  void (*update)(kolmo_model *model, const kolmo_stage *stage, unsigned bit); /* after each bit: learn */
  /* For who looks into a model (core/inspect/). An op with update() or nibble() has keep(), one that reads signals has weigh(). */
  void (*keep)(struct kolmo_journal *journal, kolmo_model *model, const kolmo_stage *stage, unsigned bit); /* what update() with this bit, and nibble() if it is the fourth, will change outside of kolmo_shared */
  void (*weigh)(const kolmo_model *model, const kolmo_stage *stage, float *weights); /* [signal]: how much the output moves with it: to each signal read is added what it has in those written */
} kolmo_op;

extern const kolmo_op kolmo_op_history, kolmo_op_words, kolmo_op_classes, kolmo_op_lines, kolmo_op_outline, kolmo_op_brackets, kolmo_op_indirect,
    kolmo_op_records, kolmo_op_instructions, kolmo_op_fields, kolmo_op_scopes, kolmo_op_codes,
    kolmo_op_match, kolmo_op_slots, kolmo_op_recall, kolmo_op_network, kolmo_op_mixer, kolmo_op_apm,
    kolmo_op_residual, kolmo_op_output;

/* NULL for an unknown code. */
const kolmo_op *kolmo_find_op(uint8_t code);
#endif
