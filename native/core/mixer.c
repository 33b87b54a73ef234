/* MIXER: weighs its inputs in the logistic domain; the weights are learned online. Each selector picks one set of weights by
 * what it reads, and makes one output, trained on its own error. */
#include "core/model.h"

enum { VISITS_MAX = 65535 };

typedef struct {
  uint32_t set;  /* chosen for this bit, counted over all selectors */
  uint32_t p;    /* what it predicted, 1/65536 */
} choice;

/* State in the arena: choice[KOLMO_SELECTORS], then int16 input[inputs], the gathered signals.
 * Table: visits[sets], then weights[sets][inputs], each less the initial weight. */

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  unsigned k = kolmo_parse_number(p, 1, KOLMO_SELECTORS, "selector count out of range");
  s->lists = (kolmo_slice){.start = (uint16_t)p->program->list_count, .count = (uint16_t)k};
  for (unsigned i = 0; i < k && !p->in.failed; i++) kolmo_parse_selector(p);
  kolmo_parse_out(p, s, k);
  s->weight = (int32_t)kolmo_parse_number(p, 0, 1 << 18, "weight out of range");
  s->rate_max = (uint16_t)kolmo_parse_number(p, 0, 4095, "rate out of range");
  s->rate_min = (uint16_t)kolmo_parse_number(p, 0, s->rate_max, "rate out of range");
  s->decay = (uint16_t)kolmo_parse_number(p, 1, 65535, "decay out of range");
  s->skip = (uint16_t)kolmo_parse_number(p, 0, 65535, "skip out of range");
}

/* Weight sets of one selector, and of all. */
static uint64_t sets_of(const kolmo_program *program, const kolmo_stage *s, unsigned selector) {
  return (uint64_t)1 << kolmo_selector_bits(program, program->lists[s->lists.start + selector]);
}

static uint64_t all_sets(const kolmo_program *program, const kolmo_stage *s) {
  uint64_t sets = 0;
  for (unsigned i = 0; i < s->lists.count; i++) sets += sets_of(program, s, i);
  return sets;
}

static uint64_t state_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return KOLMO_SELECTORS * sizeof(choice) + s->inputs * sizeof(int16_t);
}

static uint64_t table_bytes(const kolmo_program *program, const kolmo_stage *s) {
  return all_sets(program, s) * (1u + s->inputs) * sizeof(uint32_t);
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return 8u * (s->inputs + s->lists.count * (8u + s->inputs));
}

static choice *choices_of(const kolmo_model *m, const kolmo_stage *s) { return kolmo_state_of(m, s); }
static int16_t *input_of(const kolmo_model *m, const kolmo_stage *s) { return (int16_t *)(choices_of(m, s) + KOLMO_SELECTORS); }

static int32_t *weights_of(const kolmo_model *m, const kolmo_stage *s, uint32_t set) {
  return (int32_t *)kolmo_table_of(m, s) + all_sets(m->program, s) + (size_t)set * s->inputs;
}

static void predict(kolmo_model *m, const kolmo_stage *s) {
  choice *choices = choices_of(m, s);
  int16_t *x = input_of(m, s), *out = m->shared->signals + s->out;
  const kolmo_slice *span = m->program->spans + s->spans.start;
  for (unsigned i = 0, n = 0; i < s->spans.count; n += span[i++].count)
    memcpy(x + n, m->shared->signals + span[i].start, span[i].count * sizeof *x);
  uint32_t first = 0;
  for (unsigned i = 0; i < s->lists.count; i++) {
    choices[i].set = first + kolmo_select(m, m->program->lists[s->lists.start + i]);
    int64_t y = m->kernels->mixer_dot(x, weights_of(m, s, choices[i].set), s->weight, s->inputs);
    int32_t clamped = (int32_t)(y > KOLMO_LOGIT_MAX ? KOLMO_LOGIT_MAX : y < -KOLMO_LOGIT_MAX ? -KOLMO_LOGIT_MAX : y);
    out[i] = (int16_t)clamped;
    choices[i].p = kolmo_squash(m->tables, clamped);
    first += (uint32_t)sets_of(m->program, s, i);
  }
}

/* The rate falls from rate_max towards rate_min as a set is visited: a new set learns fast, an old one is calm. */
static void update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const choice *choices = choices_of(m, s);
  const int16_t *x = input_of(m, s);
  uint32_t *visits = kolmo_table_of(m, s);
  for (unsigned i = 0; i < s->lists.count; i++) {
    int32_t error = (int32_t)(bit << 16) - (int32_t)choices[i].p;
    if (error <= s->skip && error >= -(int32_t)s->skip) continue;
    uint32_t *v = &visits[choices[i].set];
    int32_t rate = s->rate_min + (s->rate_max - s->rate_min) * s->decay / (int32_t)(*v + s->decay);
    if (*v < VISITS_MAX) ++*v;
    m->kernels->mixer_train(x, weights_of(m, s, choices[i].set), s->weight, error * rate >> 13, s->inputs);
  }
}

const kolmo_op kolmo_op_mixer = {.code = 0x20,
                                 .name = "MIXER",
                                 .parse = parse,
                                 .state_bytes = state_bytes,
                                 .table_bytes = table_bytes,
                                 .cost = cost,
                                 .predict = predict,
                                 .update = update};
