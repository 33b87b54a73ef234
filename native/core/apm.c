/* APM (adaptive probability map, or SSE): corrects a prediction by what such predictions have been worth in a small context. */
#include "core/map.h"
#include "core/model.h"

enum { PRIOR_COUNT = 6, STEPS = 32, STEP = 2 * (KOLMO_LOGIT_MAX + 1) / STEPS }; /* of the logistic axis; STEP = 1536 */

typedef struct {
  uint32_t entry; /* the nearer of the two entries in use */
} apm_state;

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_spans(p, s);
  s->lists = (kolmo_slice){.start = (uint16_t)p->program->list_count, .count = 1, .bits = 0};
  kolmo_parse_selector(p);
  kolmo_parse_size(p, s, 0, 22);
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  s->share = kolmo_get8(&p->in);
  if (s->share > 16) kolmo_parse_problem(p, "share out of range");
  kolmo_parse_out(p, s, 1);
}

static uint64_t state_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return sizeof(apm_state);
}

/* No more contexts than the selector can tell apart. */
static unsigned context_log(const kolmo_program *program, const kolmo_stage *s) {
  unsigned bits = program->lists[s->lists.start].bits;
  return bits < s->size_log ? bits : s->size_log;
}

static uint64_t table_bytes(const kolmo_program *program, const kolmo_stage *s) {
  return ((uint64_t)(STEPS + 1) << context_log(program, s)) * sizeof(uint32_t);
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return 8u * (10u + s->inputs);
}

/* What an all-zero entry of step j stands for: the probability unchanged. */
static uint32_t axis_prior(const kolmo_tables *t, int32_t j) {
  return kolmo_squash(t, j * STEP - (KOLMO_LOGIT_MAX + 1)) << 16 | PRIOR_COUNT;
}

static uint32_t context_of(const kolmo_model *m, const kolmo_stage *s) {
  kolmo_slice list = m->program->lists[s->lists.start];
  uint32_t v = kolmo_select(m, list);
  unsigned log = context_log(m->program, s);
  return list.bits <= log ? v : log ? kolmo_scramble(v) >> (32 - log) : 0;
}

static void predict(kolmo_model *m, const kolmo_stage *s) {
  apm_state *state = kolmo_state_of(m, s);
  const uint32_t *table = kolmo_table_of(m, s);
  int32_t x = kolmo_mean(m, s);
  uint32_t along = (uint32_t)(x + KOLMO_LOGIT_MAX + 1), j = along / STEP, w = along % STEP;
  uint32_t base = context_of(m, s) * (STEPS + 1) + j;
  uint32_t low = kolmo_map_p16(table[base] ^ axis_prior(m->tables, (int32_t)j));
  uint32_t high = kolmo_map_p16(table[base + 1] ^ axis_prior(m->tables, (int32_t)j + 1));
  uint32_t p = (low * (STEP - w) + high * w) / STEP;
  state->entry = base + (w >= STEP / 2);
  int32_t y = kolmo_stretch(m->tables, p);
  m->shared->signals[s->out] = (int16_t)(x + ((y - x) * s->share >> 4));
}

static void update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const apm_state *state = kolmo_state_of(m, s);
  uint32_t *entry = (uint32_t *)kolmo_table_of(m, s) + state->entry;
  uint32_t prior = axis_prior(m->tables, (int32_t)(state->entry % (STEPS + 1)));
  *entry = kolmo_map_learn(m->tables, *entry ^ prior, bit, s->limit) ^ prior;
}

const kolmo_op kolmo_op_apm = {.code = 0x21,
                               .name = "APM",
                               .parse = parse,
                               .state_bytes = state_bytes,
                               .table_bytes = table_bytes,
                               .cost = cost,
                               .predict = predict,
                               .update = update};
