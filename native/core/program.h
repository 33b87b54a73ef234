/* A Program, parsed and validated: what each stage reads, writes and where its tables lie (docs/format.md §4). */
#ifndef KOLMO_PROGRAM_H
#define KOLMO_PROGRAM_H
#include "core/bytes.h"
#include "core/network/network.h"
#include "core/status.h"

enum {
  KOLMO_STAGES = 64,
  KOLMO_REGISTERS = 64,
  KOLMO_SIGNALS = 1024,
  KOLMO_CONTEXTS = 64,     /* per SLOTS stage */
  KOLMO_MIXER_INPUTS = 512,
  KOLMO_SELECTORS = 16,    /* per mixer */
  KOLMO_NETWORKS = 2,
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
  uint8_t count, alphabet; /* WORDS */
  uint8_t min_length;      /* MATCH */
  uint8_t share;           /* APM */
  uint16_t rate_max, rate_min, decay, skip; /* MIXER */
  int32_t weight;          /* MIXER: initial, Q14 */
  const kolmo_network *network; /* NETWORK */
} kolmo_stage;

/* Where a stage's memory lies, at a size class. */
typedef struct {
  uint64_t state;   /* arena offset of its small state */
  uint64_t table;   /* arena offset of its large table */
  uint8_t size_log; /* log2 of the table, as stage->size says */
} kolmo_place;

/* Stages point into the pools, so a parsed Program stays where it is. */
typedef struct {
  uint64_t hash;
  const struct kolmo_shipped_program *shipped; /* the one with these very bytes, or NULL */
  unsigned stage_count;
  kolmo_stage stages[KOLMO_STAGES];
  unsigned span_count, list_count, field_count;
  kolmo_span spans[1024];
  kolmo_list lists[1024];
  kolmo_field fields[4096];
  unsigned network_count;
  kolmo_network networks[KOLMO_NETWORKS];
  uint64_t cost;           /* worst case per byte */
  /* set by kolmo_program_layout: */
  unsigned size_class;
  kolmo_place places[KOLMO_STAGES];
  uint64_t memory;         /* arena bytes */
} kolmo_program;

/* Parses and checks Program bytes: encoding, ranges, wiring, cost; ERR_PROGRAM. */
kolmo_status kolmo_program_parse(kolmo_program *program, const uint8_t *bytes, size_t n, kolmo_error *error);
/* Places every table for a size class and sums the memory. */
void kolmo_program_layout(kolmo_program *program, unsigned size_class);
/* Chooses the size class for an input of `length` bytes (or KOLMO_UNKNOWN_LENGTH) within `cap` bytes of arena (0: none) and lays
 * out; ERR_MEMORY when the smallest tables exceed the cap. */
kolmo_status kolmo_program_fit(kolmo_program *program, uint64_t length, uint64_t cap, kolmo_error *error);
/* ERR_MEMORY or ERR_PROGRAM, naming the need, when so many arenas of a laid-out Program exceed what the caller allows. */
kolmo_status kolmo_program_allow(const kolmo_program *program, unsigned arenas, uint64_t memory, uint64_t max_cost, kolmo_error *error);
uint64_t kolmo_program_hash(const uint8_t *bytes, size_t n);
#endif
