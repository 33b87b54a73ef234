#include "core/inspect/inspect.h"
#include "core/inspect/journal.h"
#include "core/model.h"
#include "core/text/text.h"

enum {
  POLL = 64,         /* raw bytes between two looks at progress() */
  WHOLE = 65536,     /* a probability of 1 */
  BYTES_MAX = 1 << 30,
};

typedef struct {
  const kolmo_inspect_options *o;
  kolmo_inspection *to;
  kolmo_program program;
  kolmo_member_text text;
  kolmo_model model;
  bool open;
  kolmo_journal journal;
  const kolmo_stage *keeping[KOLMO_STAGES], *weighing[KOLMO_STAGES]; /* stages whose ops have keep(); weigh(), the last first */
  unsigned keepers, weighers;
  uint32_t bits[WHOLE + 1];      /* [p]: −log2(p / 65536) in 1/KOLMO_BIT_COST */
  float weights[KOLMO_SIGNALS];
  kolmo_said *said;              /* [component_count]: of the byte in work */
  float *pushes;                 /* [component_count]: of the bit in work */
  uint32_t cost;                 /* of the byte */
  kolmo_guess guesses[KOLMO_GUESSES];
  uint64_t chances[KOLMO_GUESSES]; /* of the guesses, in 2^-32; 0 behind the last */
  uint32_t *heap;                /* [costly]: kept rows, the cheapest on top */
  size_t heaped;
} inspector;

/* −log2(p / 65536): the series of 2 atanh(s) = ln((1 + s) / (1 − s)), p being scaled to within a factor of √2 of 1. */
static double bits_of(uint32_t p) {
  double x = p / 65536.0, bits = 0;
  for (; x < 0.70710678; x *= 2) bits++;
  const double s = (x - 1) / (x + 1);
  double term = s, sum = 0;
  for (int k = 1; k < 24; k += 2, term *= s * s) sum += term / k;
  return bits - sum * 2 * 1.4426950408889634;
}

/* ---- one bit ---- */

/* Bits that a bit costs when x (logistic, Q11) is what is said for it. */
static float bits_at(const inspector *r, int32_t x) { return (float)r->bits[kolmo_squash(r->model.tables, x)] / KOLMO_BIT_COST; }

/* The model's prediction, and its components', held against the bit that comes. */
static void look(inspector *r, unsigned bit) {
  const kolmo_shared *shared = r->model.shared;
  const uint32_t cost = r->bits[bit ? shared->p : WHOLE - shared->p];
  r->cost += cost;
  if (!r->o->component_count) return;
  memset(r->weights, 0, sizeof r->weights);
  for (unsigned i = 0; i < r->weighers; i++) kolmo_find_op(r->weighing[i]->op)->weigh(&r->model, r->weighing[i], r->weights);
  /* Towards the bit that came, in the logistic domain, Q11. */
  const float sign = bit ? 1.0f : -1.0f;
  float all = 0;
  for (size_t i = 0; i < r->o->component_count; i++) {
    const kolmo_component *c = &r->o->components[i];
    const float *weights = r->weights + c->first;
    float push = 0;
    for (unsigned j = 0; j < c->count; j++) push += weights[j] * (float)shared->signals[c->first + j];
    all += r->pushes[i] = sign * push;
    r->said[i].said += bits_at(r, bit ? shared->signals[c->first] : -shared->signals[c->first]);
    r->said[i].weight += weights[0] / 8;
  }
  /* What a bit costs less than 1 by all of them is shared out along the straight way from no opinion to where they push: in proportion to the pushes.
   * Near 0 a push of 1 is worth 1 / (2 ln 2) bits. */
  const float most = 1 << 20, within = all < -most ? -most : all > most ? most : all;
  const float share = all > 20 || all < -20 ? (1 - bits_at(r, (int32_t)within)) / all : 0.72134752f / 2048;
  for (size_t i = 0; i < r->o->component_count; i++) r->said[i].saved += r->pushes[i] * share;
}

/* Tells the model a bit that is not a byte's last, so that it can be taken back. */
static void try_bit(inspector *r, unsigned bit) {
  kolmo_model *m = &r->model;
  kolmo_journal_keep(&r->journal, m->shared, sizeof *m->shared);
  for (unsigned i = 0; i < r->keepers; i++) kolmo_find_op(r->keeping[i]->op)->keep(&r->journal, m, r->keeping[i], bit);
  kolmo_model_update(m, bit);
}

/* ---- guesses ---- */

static void guess(inspector *r, uint8_t byte, uint64_t chance) {
  unsigned at = KOLMO_GUESSES - 1;
  for (; at > 0 && r->chances[at - 1] < chance; at--) {
    r->chances[at] = r->chances[at - 1];
    r->guesses[at] = r->guesses[at - 1];
  }
  r->chances[at] = chance;
  r->guesses[at] = (kolmo_guess){.p = (uint16_t)(chance >> 16 < WHOLE ? chance >> 16 : WHOLE - 1), .byte = byte};
}

/* All bytes that begin with the bits that the model has seen, as far as they are likely enough to be among the guesses: what each would cost is
 * found as it would be found in earnest, with the model learning from bit to bit. */
static void explore(inspector *r, uint64_t chance) {
  const kolmo_shared *shared = r->model.shared;
  const uint32_t one = shared->p, partial = shared->registers[KOLMO_REG_PARTIAL];
  for (unsigned k = 0; k < 2; k++) {
    const unsigned bit = (one >= WHOLE / 2) ^ k; /* the likelier one first */
    const uint64_t then = chance * (bit ? one : WHOLE - one) >> 16, least = (uint64_t)r->o->floor << 16;
    if (then < least || then <= r->chances[KOLMO_GUESSES - 1]) continue;
    if (shared->bit == 7) {
      guess(r, (uint8_t)(partial << 1 | bit), then);
      continue;
    }
    const size_t mark = r->journal.n;
    try_bit(r, bit);
    explore(r, then);
    kolmo_journal_undo(&r->journal, mark);
  }
}

static void guess_byte(inspector *r, kolmo_guess *to) {
  memset(r->guesses, 0, sizeof r->guesses);
  memset(r->chances, 0, sizeof r->chances);
  explore(r, (uint64_t)1 << 32);
  memcpy(to, r->guesses, sizeof r->guesses);
}

/* ---- what is kept ---- */

static bool cheaper(const inspector *r, uint32_t a, uint32_t b) { return r->to->costs[r->to->at[a]] < r->to->costs[r->to->at[b]]; }

static void swap(inspector *r, size_t i, size_t j) {
  const uint32_t row = r->heap[i];
  r->heap[i] = r->heap[j];
  r->heap[j] = row;
}

static void sink(inspector *r) {
  for (size_t i = 0, next; (next = 2 * i + 1) < r->heaped; i = next) {
    if (next + 1 < r->heaped && cheaper(r, r->heap[next + 1], r->heap[next])) next++;
    if (!cheaper(r, r->heap[next], r->heap[i])) return;
    swap(r, i, next);
  }
}

static void rise(inspector *r) {
  for (size_t i = r->heaped - 1; i > 0 && cheaper(r, r->heap[i], r->heap[(i - 1) / 2]); i = (i - 1) / 2) swap(r, i, (i - 1) / 2);
}

/* A row for a byte that costs so much; -1 when others cost more. The byte's cost must be noted already. */
static int64_t costly_row(inspector *r, uint32_t at) {
  kolmo_inspection *to = r->to;
  if (r->heaped < r->o->costly) {
    const uint32_t row = (uint32_t)to->kept++;
    to->at[row] = at;
    r->heap[r->heaped++] = row;
    rise(r);
    return row;
  }
  if (!r->heaped || to->costs[to->at[r->heap[0]]] >= to->costs[at]) return -1;
  const uint32_t row = r->heap[0];
  to->at[row] = at;
  sink(r);
  return row;
}

/* ---- one byte ---- */

/* All of a byte but that its last bit is not told. */
static void measure(inspector *r, uint8_t byte, bool trying) {
  r->cost = 0;
  memset(r->said, 0, r->o->component_count * sizeof *r->said);
  for (int b = 7; b >= 0; b--) {
    const unsigned bit = byte >> b & 1;
    look(r, bit);
    if (b == 0) break;
    if (trying) try_bit(r, bit);
    else kolmo_model_update(&r->model, bit);
  }
}

static void inspect_byte(inspector *r, size_t i, uint8_t byte) {
  const kolmo_inspect_options *o = r->o;
  kolmo_inspection *to = r->to;
  const bool spread = o->spread && i % o->spread == 0;
  int64_t row = -1;
  if (spread) to->at[row = (int64_t)to->kept++] = (uint32_t)i;
  if (o->guess_all) guess_byte(r, to->guesses + i * KOLMO_GUESSES);
  else if (spread) guess_byte(r, to->guesses + row * KOLMO_GUESSES);
  /* Whether it is costly is known only once it is coded; then it is taken back, and guessed at. */
  const bool trying = o->costly && !spread && !o->guess_all;
  measure(r, byte, trying);
  to->coded[i] = byte;
  to->costs[i] = r->cost;
  if (!spread && o->costly) row = costly_row(r, (uint32_t)i);
  if (row >= 0) memcpy(to->said + (size_t)row * o->component_count, r->said, o->component_count * sizeof *r->said);
  if (trying && row >= 0) {
    kolmo_journal_undo(&r->journal, 0);
    guess_byte(r, to->guesses + row * KOLMO_GUESSES);
    for (int b = 7; b > 0; b--) kolmo_model_update(&r->model, byte >> b & 1);
  }
  r->journal.n = 0;
  kolmo_model_update(&r->model, byte & 1);
  for (size_t c = 0; c < o->component_count; c++) {
    to->all[c].said += r->said[c].said;
    to->all[c].weight += r->said[c].weight;
    to->all[c].saved += r->said[c].saved;
  }
}

/* ---- all of them ---- */

static kolmo_status no_memory(kolmo_error *error) { return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory"); }

static kolmo_status check(const kolmo_inspect_options *o, size_t n, kolmo_error *error) {
  if (n > BYTES_MAX) return kolmo_fail(error, KOLMO_ERR_OPTION, "%llu bytes are too many to look into", (unsigned long long)n);
  for (size_t i = 0; i < o->component_count; i++)
    if (!o->components[i].count || o->components[i].first + (unsigned)o->components[i].count > KOLMO_SIGNALS)
      return kolmo_fail(error, KOLMO_ERR_OPTION, "component %zu: no such signals", i);
  return KOLMO_OK;
}

static void *array(size_t count, size_t size) { return calloc(count ? count : 1, size); }

/* `n` is the most bytes that may be coded: the input's, and one more a block. */
static bool make_room(inspector *r, size_t n) {
  const kolmo_inspect_options *o = r->o;
  kolmo_inspection *to = r->to;
  const size_t rows = (o->spread ? n / o->spread + 1 : 0) + o->costly;
  to->coded = array(n, 1);
  to->costs = array(n, sizeof *to->costs);
  to->guesses = array((o->guess_all ? n : rows) * KOLMO_GUESSES, sizeof *to->guesses);
  to->at = array(rows, sizeof *to->at);
  to->said = array(rows * o->component_count, sizeof *to->said);
  to->all = array(o->component_count, sizeof *to->all);
  r->said = array(o->component_count, sizeof *r->said);
  r->pushes = array(o->component_count, sizeof *r->pushes);
  r->heap = array(o->costly, sizeof *r->heap);
  return to->coded && to->costs && to->guesses && to->at && to->said && to->all && r->said && r->pushes && r->heap;
}

static void prepare(inspector *r) {
  for (uint32_t p = 1; p <= WHOLE; p++) r->bits[p] = (uint32_t)(bits_of(p) * KOLMO_BIT_COST + 0.5);
  const kolmo_program *program = &r->program;
  for (unsigned i = 0; i < program->stage_count; i++) {
    const kolmo_stage *s = &program->stages[i], *last = &program->stages[program->stage_count - 1 - i];
    if (kolmo_find_op(s->op)->keep) r->keeping[r->keepers++] = s;
    if (kolmo_find_op(last->op)->weigh) r->weighing[r->weighers++] = last;
  }
}

static kolmo_status inspect_block(inspector *r, const uint8_t *text, size_t n, size_t raw_at, size_t raw_n, const kolmo_io *io, kolmo_error *error) {
  for (size_t i = 0; i < n; i++) {
    const kolmo_poll poll = {io, raw_at + (uint64_t)i * raw_n / n, 0};
    kolmo_status status = i % POLL ? KOLMO_OK : kolmo_ask(&poll, error);
    if (status) return status;
    inspect_byte(r, r->to->bytes++, text[i]);
    if (r->journal.failed) return no_memory(error);
  }
  return KOLMO_OK;
}

static kolmo_status inspect_all(inspector *r, const uint8_t *data, size_t n, const kolmo_io *io, kolmo_error *error) {
  const kolmo_inspect_options *o = r->o;
  kolmo_status status = kolmo_program_parse(&r->program, o->program, o->program_bytes, error);
  if (!status) status = kolmo_program_fit(&r->program, n, o->memory, error);
  if (!status) status = kolmo_text_open(&r->text, o->text, o->vocabulary, o->vocabulary_bytes, error);
  if (!status && !make_room(r, n + n / KOLMO_BLOCK + 1)) status = no_memory(error);
  if (!status) status = kolmo_model_open(&r->model, &r->program, error);
  if (status) return status;
  r->open = true;
  prepare(r);
  uint8_t *transformed = o->text ? malloc(KOLMO_BLOCK + 1) : NULL;
  if (o->text && !transformed) return no_memory(error);
  for (size_t at = 0; !status && at < n; at += KOLMO_BLOCK) {
    const size_t raw = n - at < KOLMO_BLOCK ? n - at : KOLMO_BLOCK;
    const size_t made = kolmo_text_transform(&r->text, data + at, raw, at, transformed);
    const kolmo_poll poll = {io, at, 0};
    status = kolmo_model_expect(&r->model, at + raw, &poll, error);
    if (!status) status = inspect_block(r, made ? transformed : data + at, made ? made : raw, at, raw, io, error);
  }
  r->to->guessed = o->guess_all ? r->to->bytes : r->to->kept;
  free(transformed);
  return status;
}

kolmo_status kolmo_inspect(const kolmo_inspect_options *options, const uint8_t *data, size_t n, const kolmo_io *io, kolmo_inspection *result, kolmo_error *error) {
  *result = (kolmo_inspection){0};
  kolmo_status status = check(options, n, error);
  if (status) return status;
  inspector *r = calloc(1, sizeof *r);
  if (!r) return no_memory(error);
  r->o = options;
  r->to = result;
  status = inspect_all(r, data, n, io, error);
  if (r->open) kolmo_model_close(&r->model);
  kolmo_text_close(&r->text);
  kolmo_journal_close(&r->journal);
  free(r->said);
  free(r->pushes);
  free(r->heap);
  free(r);
  if (status) kolmo_inspection_close(result);
  return status;
}

void kolmo_inspection_close(kolmo_inspection *result) {
  free(result->coded);
  free(result->costs);
  free(result->guesses);
  free(result->at);
  free(result->said);
  free(result->all);
  *result = (kolmo_inspection){0};
}
