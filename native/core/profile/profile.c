/* A profile: the model's walk with marks, in bursts; what the marks cost; the course along the input; what signals were worth. */
#include "core/layout.h"
#include "core/ops/residual.h"
#include "core/profile/mark.h"
#include "core/profile/peaks.h"

enum {
  BURST = 64,          /* bytes timed, or not, together: whole windows of most networks, and the marked code is fetched once for all of them */
  KEPT = 64,           /* bytes whose marks are kept for the trace, each time */
  INTERRUPTED = 100000, /* ns between two marks: no stage takes so long */
  MARKS = 1 << 13,     /* to tell what one costs */
};

struct kolmo_profile_own {
  kolmo_profile_options options;
  const kolmo_kernels *plain_kernels, *marked_kernels;
  void (*plain)(kolmo_model *, unsigned), (*marked)(kolmo_model *, unsigned);
  unsigned stages;
  bool timing;
  uint64_t bytes, timed;
  uint64_t cpu_ns, wall_ns, wall_ticks, start;
  uint64_t began, entered_cpu, entered_wall, entered;
  double mark_ticks;
  uint64_t byte_start, plain_ticks, plain_bytes, marked_ticks, marked_bytes;
  double product, bits;    /* of probabilities not yet in `bits` */
  uint64_t next_row, row_step, next_window, window_step;
  unsigned kept;           /* bytes of this window that are kept already */
  size_t rows, events, event_room;
  kolmo_profile_row *row;  /* [options.rows] */
  uint64_t *row_ticks;     /* [options.rows][KOLMO_CELLS] */
  kolmo_profile_event *event;
  double credit[KOLMO_SIGNALS];
  uint64_t trained[KOLMO_STAGES], sizes[2 * KOLMO_STAGES], errors[KOLMO_NETWORKS];
};

/* ---- arithmetic without libm ---------------------------------------------------------------------------------------- */

/* log2 of a positive number, to a millionth: its exponent, and a series for the rest. */
static double log2_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  double exponent = (double)(bits >> 52) - 1023;
  bits = (bits & 0xFFFFFFFFFFFFFull) | (uint64_t)1023 << 52;
  memcpy(&x, &bits, sizeof bits);
  double t = (x - 1) / (x + 1), s = t * t;
  return exponent + 2 * 1.4426950408889634 * t * (1 + s * (1.0 / 3 + s * (1.0 / 5 + s * (1.0 / 7 + s * (1.0 / 9 + s / 11)))));
}

static uint32_t probability_of(const kolmo_model *m, unsigned bit) { return bit ? m->shared->p : 65536 - m->shared->p; }

static void count_bit(struct kolmo_profile_own *o, uint32_t p) {
  o->product *= (double)p / 65536;
  if (o->product > 1e-250) return;
  o->bits -= log2_of(o->product);
  o->product = 1;
}

/* ---- what signals are worth ------------------------------------------------------------------------------------------ */

/* Weight × input, of a mixer's k-th. */
static double pull(const kolmo_model *m, const kolmo_stage *s, const int16_t *weights, double common, unsigned k) {
  const int16_t x = m->shared->signals[signal_of(s, k)];
  const double y = x ? (weights[k] + common) * x : 0;
  return y < 0 ? -y : y;
}

/* A bit that cost less than 1 was saved by the signals: shared among them by the size of weight × input, from the output back to what makes
 * signals of its own. */
static void credit(struct kolmo_profile_own *o, const kolmo_model *m, unsigned bit) {
  double part[KOLMO_SIGNALS] = {0}, saved = 1 + log2_of((double)probability_of(m, bit) / 65536);
  for (unsigned i = m->program->stage_count; i-- > 0;) {
    const kolmo_stage *s = &m->program->stages[i];
    if (s->op == KOLMO_OP_MIXER) {
      for (unsigned j = 0; j < s->list_count; j++) {
        const int16_t *w = weights_of(m, s, choices_of(m, s)[j].set);
        const double common = mean_slope(m, s, w);
        double all = 0;
        for (unsigned k = 0; k < s->inputs; k++) all += pull(m, s, w, common, k);
        for (unsigned k = 0; all > 0 && k < s->inputs; k++) part[signal_of(s, k)] += part[s->out + j] * pull(m, s, w, common, k) / all;
      }
    } else if (s->inputs) {
      double whole = s->outs ? part[s->out] : 1;
      for (unsigned k = 0; k < s->inputs; k++) part[signal_of(s, k)] += whole / s->inputs;
    }
  }
  for (unsigned k = 0; k < KOLMO_SIGNALS; k++) o->credit[k] += 8 * saved * part[k]; /* one bit of the byte is looked at */
}

/* How many sets of weights will learn from a bit. */
static void count_trained(struct kolmo_profile_own *o, const kolmo_model *m, unsigned bit) {
  for (unsigned i = 0; i < m->program->stage_count; i++) {
    const kolmo_stage *s = &m->program->stages[i];
    if (s->op == KOLMO_OP_RESIDUAL) {
      int32_t error = (int32_t)(bit << 16) - (int32_t)residual_of(m, s)->p;
      o->trained[i] += teaches(s, error);
    }
    if (s->op != KOLMO_OP_MIXER) continue;
    for (unsigned j = 0; j < s->list_count; j++) {
      int32_t error = (int32_t)(bit << 16) - (int32_t)choices_of(m, s)[j].p;
      o->trained[i] += teaches(s, error);
    }
  }
}

/* After a byte: errors that the networks have noted of it. */
static void count_errors(struct kolmo_profile_own *o, const kolmo_model *m) {
  for (unsigned i = 0; i < m->program->stage_count; i++) {
    const kolmo_stage *s = &m->program->stages[i];
    if (!s->network) continue;
    const uint8_t *base = kolmo_state_of(m, s);
    const kolmo_net_state *state = (const void *)base;
    if (state->rests) continue; /* no error of the byte before this one is told apart then: a few are left out */
    const kolmo_network *k = s->network;
    const uint16_t *counts = (const uint16_t *)(const void *)(base + k->counts);
    /* The last step: of this window, or of the one before. */
    const unsigned slot = state->step ? state->slot : (state->slot + k->kept - 1u) % k->kept;
    const unsigned length = state->step ? state->step : kolmo_net_length(k, state->windows ? state->windows - 1 : 0);
    o->errors[k - m->program->networks] += counts[slot * k->window + length - 1];
  }
}

/* ---- the walk ---------------------------------------------------------------------------------------------------------- */

/* kolmo_model_interpret() with marks, for Programs that are not rendered. */
static void interpret(kolmo_model *m, unsigned bit) {
  const kolmo_schedule *d = &m->program->schedule;
  struct kolmo_profile *p = m->profile;
#define RUN(moment, mark)                                     \
  for (unsigned i = 0; i < d->moment##_steps; i++) {          \
    d->moment[i].run(m, d->moment[i].stage);                  \
    kolmo_mark(p, KOLMO_STAGE_CELL(d->moment[i].stage->index, mark)); \
  }
  for (unsigned i = 0; i < d->update_steps; i++) {
    d->update[i].run(m, d->update[i].stage, bit);
    kolmo_mark(p, KOLMO_STAGE_CELL(d->update[i].stage->index, KOLMO_MARK_UPDATE));
  }
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) RUN(byte, KOLMO_MARK_BYTE)
  if ((at & 3) == 0) RUN(nibble, KOLMO_MARK_NIBBLE)
  RUN(predict, KOLMO_MARK_PREDICT)
  RUN(foresee, KOLMO_MARK_FORESEE)
#undef RUN
}

static void add_row(struct kolmo_profile *p) {
  struct kolmo_profile_own *o = p->own;
  o->next_row += o->row_step;
  if (o->rows == o->options.rows) return;
  o->row[o->rows] = (kolmo_profile_row){o->bytes, kolmo_ticks() - o->start, o->timed, o->bits - log2_of(o->product)};
  for (unsigned i = 0; i < KOLMO_CELLS; i++) o->row_ticks[o->rows * KOLMO_CELLS + i] = p->cells[i].ticks;
  o->rows++;
}

/* Every burst is as likely to be timed as any other, whatever the data's own rhythm; the first one always is. */
static void choose_burst(struct kolmo_profile *p, kolmo_model *m) {
  struct kolmo_profile_own *o = p->own;
  const uint64_t burst = o->bytes / BURST;
  o->timing = burst == 0 || kolmo_scramble((uint32_t)burst * 0x9E3779B1u) % o->options.every == 0;
  m->kernels = o->timing ? o->marked_kernels : o->plain_kernels;
  if (!o->timing || o->bytes < o->next_window) return;
  o->next_window += o->window_step;
  o->kept = 0;
  p->keeping = true;
}

/* Whole bytes with marks and without, side by side: what the marks cost is the difference. */
static void time_byte(struct kolmo_profile *p, struct kolmo_profile_own *o) {
  uint64_t spent = kolmo_ticks() - o->byte_start;
  if (spent >= p->longest || p->keeping) return;
  *(o->timing ? &o->marked_ticks : &o->plain_ticks) += spent;
  ++*(o->timing ? &o->marked_bytes : &o->plain_bytes);
}

static void end_byte(struct kolmo_profile *p, kolmo_model *m) {
  struct kolmo_profile_own *o = p->own;
  time_byte(p, o);
  o->bytes++;
  if (o->timing) {
    o->timed++;
    count_errors(o, m);
    if (p->keeping && ++o->kept == KEPT) p->keeping = false;
  }
  if (o->bytes >= o->next_row) add_row(p);
  if (o->bytes % BURST == 0) choose_burst(p, m);
  kolmo_mark_anew(p);
  o->byte_start = p->last;
}

static void walk(kolmo_model *m, unsigned bit) {
  struct kolmo_profile *p = m->profile;
  struct kolmo_profile_own *o = p->own;
  if (o->timing) {
    kolmo_mark(p, KOLMO_CELL_CODER);
    count_bit(o, probability_of(m, bit));
    count_trained(o, m, bit);
    if (m->shared->bit == (o->bytes * 5 & 7)) credit(o, m, bit);
    kolmo_mark(p, KOLMO_CELL_PROFILE);
    o->marked(m, bit);
  } else {
    count_bit(o, probability_of(m, bit));
    o->plain(m, bit);
  }
  if (m->shared->bit == 0) end_byte(p, m); /* no mark: time_byte() has ended before it begins its work */
}

void kolmo_keep_mark(struct kolmo_profile *p, unsigned cell, uint64_t begin, uint64_t end) {
  struct kolmo_profile_own *o = p->own;
  kolmo_profile_event *grown = kolmo_grow(o->event, o->events, &o->event_room, sizeof *grown);
  if (!grown) return;
  o->event = grown;
  grown[o->events++] = (kolmo_profile_event){begin, end, o->bytes, cell};
}

/* ---- what an encoder calls ----------------------------------------------------------------------------------------------- */

static void attach(struct kolmo_profile *p, struct kolmo_model *m) {
  struct kolmo_profile_own *o = p->own;
  const kolmo_profiled_path *path = kolmo_profiled();
  o->stages = m->program->stage_count;
  o->plain_kernels = m->kernels;
  o->marked_kernels = path ? path->kernels : m->kernels;
  o->plain = m->step;
  o->marked = kolmo_model_rendered(m, o->marked_kernels, interpret);
  const kolmo_place *places = m->program->places;
  for (unsigned i = 0; i < m->program->stage_count; i++) {
    o->sizes[2 * i] = places[i].table - places[i].state;
    o->sizes[2 * i + 1] = (i + 1 < m->program->stage_count ? places[i + 1].state : m->program->memory) - places[i].table;
  }
  m->profile = p;
  m->step = walk;
  choose_burst(p, m);
  kolmo_mark_anew(p);
  o->byte_start = p->last;
}

static void enter(struct kolmo_profile *p) {
  struct kolmo_profile_own *o = p->own;
  o->entered_cpu = kolmo_thread_ns();
  o->entered_wall = kolmo_wall_ns();
  o->entered = kolmo_ticks();
  if (!o->start) o->start = o->entered;
  kolmo_mark_anew(p);
}

static void leave(struct kolmo_profile *p) {
  struct kolmo_profile_own *o = p->own;
  o->wall_ticks += kolmo_ticks() - o->entered;
  o->wall_ns += kolmo_wall_ns() - o->entered_wall;
  o->cpu_ns += kolmo_thread_ns() - o->entered_cpu;
}

/* These are few, and may take long: the thread's own clock tells them better, for whatever else runs meanwhile is not in it. */
static void begin(struct kolmo_profile *p) { p->own->began = kolmo_thread_ns(); }

static void end(struct kolmo_profile *p, kolmo_watched what) {
  struct kolmo_profile_own *o = p->own;
  uint64_t now = kolmo_thread_ns();
  kolmo_profile_cell *cell = &p->cells[KOLMO_CELL_MODEL + what];
  cell->ticks += now - o->began;
  cell->marks++;
  o->began = now;
  kolmo_mark_anew(p);
  o->byte_start = p->last;
}

/* ---- the API ----------------------------------------------------------------------------------------------------------------- */

/* The least time of several tries; and how long a tick is. */
static void calibrate(struct kolmo_profile *p) {
  struct kolmo_profile_own *o = p->own;
  p->longest = UINT64_MAX;
  p->fenced = o->options.fenced;
  uint64_t wall = kolmo_wall_ns(), first = kolmo_ticks();
  for (int tries = 0; tries < 16; tries++) {
    p->last = kolmo_ticks();
    uint64_t start = p->last;
    for (unsigned i = 0; i < MARKS; i++) kolmo_mark(p, KOLMO_STAGE_CELL(i % 64, i % KOLMO_CELL_MOMENTS));
    double each = (double)(kolmo_ticks() - start) / MARKS;
    if (tries == 0 || each < o->mark_ticks) o->mark_ticks = each;
  }
  uint64_t ns = kolmo_wall_ns() - wall;
  p->longest = (kolmo_ticks() - first) * INTERRUPTED / (ns ? ns : 1);
  memset(p->cells, 0, sizeof p->cells);
}

static uint64_t step_of(uint64_t length, unsigned parts) {
  uint64_t step = length == KOLMO_UNKNOWN_LENGTH ? 1 << 16 : length / (parts ? parts : 1);
  return step < BURST ? BURST : step;
}

kolmo_profile *kolmo_profile_open(const kolmo_profile_options *options) {
  struct kolmo_profile *p = calloc(1, sizeof *p);
  struct kolmo_profile_own *o = p ? p->own = calloc(1, sizeof *o) : NULL;
  if (!o || !kolmo_profiled()) {
    kolmo_profile_close(p);
    return NULL;
  }
  p->hooks = (struct kolmo_profile_hooks){attach, enter, leave, begin, end};
  o->options = *options;
  if (!o->options.every) o->options.every = 1;
  o->product = 1;
  o->row_step = o->next_row = step_of(options->length, options->rows);
  o->window_step = step_of(options->length, options->windows);
  o->next_window = options->windows ? o->window_step / 2 : UINT64_MAX;
  o->row = calloc(options->rows + 1u, sizeof *o->row);
  o->row_ticks = calloc((options->rows + 1u) * (size_t)KOLMO_CELLS, sizeof *o->row_ticks);
  if (!o->row || !o->row_ticks) {
    kolmo_profile_close(p);
    return NULL;
  }
  calibrate(p);
  return p;
}

void kolmo_profile_read(const kolmo_profile *p, kolmo_profile_result *r) {
  const struct kolmo_profile_own *o = p->own;
  *r = (kolmo_profile_result){
      .ticks_per_ns = o->wall_ns ? (double)o->wall_ticks / (double)o->wall_ns : 1,
      .mark_ticks = o->mark_ticks, .cpu_ns = o->cpu_ns, .wall_ns = o->wall_ns, .start = o->start, .bytes = o->bytes, .timed = o->timed,
      .interrupted = p->interrupted, .bits = o->bits - log2_of(o->product), .rendered = o->marked && o->marked != interpret,
      .path = o->plain_kernels ? o->plain_kernels->name : "", .stages = o->stages, .cells = p->cells,
      .rows = o->rows, .row = o->row, .row_ticks = o->row_ticks, .events = o->events, .event = o->event,
      .plain_ticks = o->plain_ticks, .plain_bytes = o->plain_bytes, .marked_ticks = o->marked_ticks, .marked_bytes = o->marked_bytes,
      .signals = KOLMO_SIGNALS, .credit = o->credit, .trained = o->trained, .sizes = o->sizes};
  memcpy(r->errors, o->errors, sizeof r->errors);
}

void kolmo_profile_close(kolmo_profile *p) {
  if (!p) return;
  if (p->own) {
    free(p->own->row);
    free(p->own->row_ticks);
    free(p->own->event);
    free(p->own);
  }
  free(p);
}
