/* What a stage of a Program is, and where its memory lies (docs/format.md §4). */
#ifndef KOLMO_STAGE_H
#define KOLMO_STAGE_H
#include "core/network/network.h"

enum {
  KOLMO_STAGES = 64,
  KOLMO_REGISTERS = 64,
  KOLMO_SIGNALS = 1024,
  KOLMO_CONTEXTS = 64,     /* per SLOTS stage */
  KOLMO_MIXER_INPUTS = 512,
  KOLMO_SELECTORS = 16,    /* per mixer */
  KOLMO_NETWORKS = 6,
  KOLMO_SIZE_CLASS_MAX = 40,
};

/* log2 of a table: clamp(size class + offset, min, max) */
typedef struct {
  uint8_t min, max;
  int8_t offset;
} kolmo_size;

/* (register >> shift) & mask; a register term of a hash has shift 0 */
typedef struct {
  uint8_t reg, shift, bits;
  uint32_t mask;
} kolmo_field;

/* The fields of a context or of a selector. */
typedef struct {
  const kolmo_field *fields;
  uint16_t count;
  uint16_t bits; /* of a selector: the sum over its fields */
} kolmo_list;

/* Neighbouring signals. */
typedef struct {
  uint16_t start, count;
} kolmo_span;

/* What a stage is: all that the Program says of it, and nothing that depends on a table's size. */
typedef struct kolmo_stage {
  uint8_t op;
  uint8_t index;           /* in the Program */
  uint8_t reg;             /* first register written */
  uint16_t out, outs;      /* signals written: [out, out + outs) */
  uint16_t inputs;         /* signals read, in all */
  uint16_t span_count, list_count;
  const kolmo_span *spans; /* the signals read */
  const kolmo_list *lists; /* contexts of SLOTS, selectors of MIXER, the one selector of APM */
  kolmo_size size;         /* of the stage's large table */
  uint16_t limit;          /* of adaptive probabilities */
  uint8_t count, alphabet; /* WORDS; RESIDUAL: hidden units */
  uint8_t min_length;      /* MATCH */
  uint16_t rate_max, rate_min, decay, skip; /* MIXER; RESIDUAL: of the hidden layer, of the last one; - */
  int32_t weight;          /* MIXER: initial, Q14; RESIDUAL: initial ones are within that */
  int32_t mean;            /* MIXER: initial weight of the inputs' mean, Q14; 0: inputs as they are */
  const struct kolmo_network *network; /* NETWORK */
  kolmo_field when;        /* NETWORK: it works while this is below `below`; */
  uint32_t below;          /* 0: always */
} kolmo_stage;

/* Where a stage's memory lies, at a size class. */
typedef struct {
  uint64_t state;   /* arena offset of its small state */
  uint64_t table;   /* arena offset of its large table */
  uint8_t size_log; /* log2 of the table, as stage->size says */
} kolmo_place;
#endif
