/* A running model: a laid-out Program and its arena. Predicts the next bit, learns from it, forever. */
#ifndef KOLMO_MODEL_H
#define KOLMO_MODEL_H
#include "core/hash.h"
#include "core/op.h"
#include "core/io.h"
#include "core/tables.h"
#include "kernels/kernels.h"

/* At the arena's start: all that stages share. */
typedef struct {
  uint32_t registers[KOLMO_REGISTERS];
  int16_t signals[KOLMO_SIGNALS + 16]; /* logistic Q11; whole vectors may be read past the last */
  uint32_t position;              /* bytes seen, modulo 2^32 */
  uint32_t bit;                   /* bits seen of the current byte, 0…7 */
  uint32_t last;                  /* the byte before */
  uint32_t p;                     /* probability that the next bit is a one, 1…65535 in 1/65536 */
  uint32_t expected;              /* 256 + the byte that a match expects, as long as its bits come; or 0. Only for prefetching */
} kolmo_shared;

enum { KOLMO_REG_PARTIAL = 0 };

/* What ops compute is written once, in ops/NAME.h (every function KOLMO_OP), and compiled more than once: for any stage, and, for each
 * CPU path, into the update function of each shipped Program, where the stage is a constant and loops, fields and offsets fold away. */

/* Where a stage's memory lies. */
typedef struct {
  void *state, *table;
  uint32_t size_log;
} kolmo_memory;

struct kolmo_model {
  const kolmo_program *program;
  void (*step)(kolmo_model *, unsigned bit); /* learns a bit and predicts the next */
  const kolmo_tables *tables;
  const kolmo_kernels *kernels;
  uint8_t *arena;
  kolmo_shared *shared;
  bool huge, settled; /* huge pages were asked for; and are there */
  kolmo_memory memory[KOLMO_STAGES];
  uint8_t *ring;      /* history: [ring_mask + 1] */
  uint32_t ring_mask;
  struct kolmo_profile *profile; /* whoever watches (core/profile.h); NULL: nobody */
};

/* `program` must be laid out and outlive the model. ERR_MEMORY, ERR_CPU. */
kolmo_status kolmo_model_open(kolmo_model *model, const kolmo_program *program, kolmo_error *error);
/* To be called before raw bytes are coded, with how many the model will have seen after them: gets the arena huge pages when that is worth it,
 * and a model that has coded nothing so far begins again on them. ABORTED. */
kolmo_status kolmo_model_expect(kolmo_model *model, uint64_t raw, const kolmo_poll *poll, kolmo_error *error);
/* Back to the initial state: all zeros, nothing seen. */
void kolmo_model_reset(kolmo_model *model);
/* The same, but as if `position` bytes of zeros had been seen long ago (for tests of large positions). */
void kolmo_model_reset_at(kolmo_model *model, uint32_t position);
void kolmo_model_close(kolmo_model *model);
/* Tells the model the next bit; afterwards shared->p predicts the one after it. A shipped Program runs as rendered code. */
static inline void kolmo_model_update(kolmo_model *model, unsigned bit) { model->step(model, bit); }
/* The same by interpretation, for any Program. */
void kolmo_model_interpret(kolmo_model *model, unsigned bit);
/* What runs the model's Program among these kernels: rendered code, or `otherwise` where there is none. */
typedef void (*kolmo_walk)(kolmo_model *model, unsigned bit);
kolmo_walk kolmo_model_rendered(const kolmo_model *model, const kolmo_kernels *kernels, kolmo_walk otherwise);
/* Sets model->step. */
void kolmo_model_choose_step(kolmo_model *model);
/* Fills what must not be zeros in an arena of zeros, and predicts the first bit. */
void kolmo_model_begin(kolmo_model *model);

static inline void *kolmo_state_of(const kolmo_model *m, const kolmo_stage *s) { return m->memory[s->index].state; }
static inline void *kolmo_table_of(const kolmo_model *m, const kolmo_stage *s) { return m->memory[s->index].table; }

/* Takes in a bit: the partial byte, and the ring when it is complete. Returns how many bits of the byte are known then, 0…7. */
KOLMO_OP unsigned kolmo_advance(kolmo_model *m, unsigned bit) {
  kolmo_shared *shared = m->shared;
  uint32_t *partial = &shared->registers[KOLMO_REG_PARTIAL];
  *partial = *partial << 1 | bit;
  shared->bit = (shared->bit + 1) & 7;
  if (shared->bit == 0) {
    shared->last = *partial & 255;
    m->ring[shared->position++ & m->ring_mask] = (uint8_t)*partial;
    *partial = 1;
    shared->expected = 0;
  }
  return shared->bit;
}

/* The byte `back` positions ago (1: the last one). */
static inline uint8_t kolmo_byte_back(const kolmo_model *m, uint32_t back) {
  return m->ring[(m->shared->position - back) & m->ring_mask];
}

/* The hash of a stage's i-th context, for this byte. */
KOLMO_OP uint32_t kolmo_hash_context(const kolmo_model *m, const kolmo_stage *s, unsigned i) {
  const kolmo_field *f = s->lists[i].fields;
  uint32_t h = (i + 1) * 0x9E3779B1u;
#pragma GCC unroll 8
  for (unsigned j = 0; j < s->lists[i].count; j++) h = kolmo_hash_value(h, m->shared->registers[f[j].reg] & f[j].mask);
  return h;
}

/* What the byte will be, as far as that can be told: what a match expects, or, with one bit to come, the likelier of two. */
KOLMO_OP uint32_t kolmo_likely(const kolmo_model *m) {
  const kolmo_shared *shared = m->shared;
  return shared->expected ? shared->expected : shared->registers[KOLMO_REG_PARTIAL] << 1 | (shared->p >= 32768);
}

/* A selector's value: its fields side by side. */
KOLMO_OP uint32_t kolmo_select(const kolmo_model *m, const kolmo_list *list) {
  uint32_t v = 0;
  for (unsigned i = 0; i < list->count; i++) {
    const kolmo_field *f = &list->fields[i];
    v = v << f->bits | (m->shared->registers[f->reg] >> f->shift & f->mask);
  }
  return v;
}

/* log2 of how many rows a table keeps for a selector: as many as it has values, or as the table's size allows. */
KOLMO_OP unsigned kolmo_row_bits(const kolmo_list *list, unsigned size_log) { return list->bits < size_log ? list->bits : size_log; }

/* The row, below 2^bits, for the selector's present value: the value itself, or a hash of it where there are too many. */
KOLMO_OP uint32_t kolmo_select_row(const kolmo_model *m, const kolmo_list *list, unsigned bits) {
  uint32_t v = kolmo_select(m, list);
  if (KOLMO_LIKELY(list->bits <= bits)) return v;
  return bits ? kolmo_scramble(v) >> (32 - bits) : 0;
}

/* Selectors of more values choose rows that lie in no near cache: it pays to ask for those early. */
enum { KOLMO_MANY_ROWS_LOG = 10 };

/* Such a selector, which changes with each bit. */
KOLMO_OP bool kolmo_reads_partial(const kolmo_list *list) {
  bool partial = false;
#pragma GCC unroll 8
  for (unsigned j = 0; j < list->count; j++) partial |= list->fields[j].reg == KOLMO_REG_PARTIAL;
  return partial && list->bits >= KOLMO_MANY_ROWS_LOG;
}

/* Such a selector, all of whose registers are among the `known` (a bit each). */
KOLMO_OP bool kolmo_is_told(const kolmo_list *list, uint64_t known) {
  bool all = list->bits >= KOLMO_MANY_ROWS_LOG;
#pragma GCC unroll 8
  for (unsigned j = 0; j < list->count; j++) all = all && known >> list->fields[j].reg & 1;
  return all;
}

/* Mean of the signals that the stage reads, in the logistic domain, rounded towards zero. */
KOLMO_OP int32_t kolmo_mean(const kolmo_model *m, const kolmo_stage *s) {
  int32_t sum = 0;
  for (unsigned i = 0; i < s->span_count; i++)
    for (unsigned j = 0; j < s->spans[i].count; j++) sum += m->shared->signals[s->spans[i].start + j];
  return sum / (int32_t)s->inputs;
}
#endif
