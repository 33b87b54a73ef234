/* Reading Program bytes, which may come from anybody: every number is checked against its range, every signal read against what an
 * earlier stage writes. (A register that nobody writes is 0: reading any of them is fine.) */
#include "core/op.h"
#include "core/tables.h"
#include "programs/programs.h"

void kolmo_parse_problem(kolmo_parser *p, const char *problem) {
  if (!p->problem) p->problem = problem;
  p->in.failed = true;
}

uint32_t kolmo_parse_number(kolmo_parser *p, uint32_t min, uint32_t max, const char *what) {
  uint64_t v = kolmo_get_varint(&p->in);
  if (p->in.failed || v < min || v > max) {
    kolmo_parse_problem(p, what);
    return min;
  }
  return (uint32_t)v;
}

void kolmo_parse_size(kolmo_parser *p, kolmo_stage *s, uint8_t min, uint8_t max) {
  s->size.min = kolmo_get8(&p->in);
  s->size.max = kolmo_get8(&p->in);
  s->size.offset = (int8_t)kolmo_get8(&p->in);
  if (s->size.min < min || s->size.max > max || s->size.min > s->size.max) kolmo_parse_problem(p, "table size out of range");
}

void kolmo_parse_registers(kolmo_parser *p, kolmo_stage *s, unsigned count) {
  s->reg = kolmo_get8(&p->in);
  if (s->reg == 0 || s->reg + count > KOLMO_REGISTERS) {
    kolmo_parse_problem(p, "register out of range");
    return;
  }
  uint64_t bits = (((uint64_t)1 << count) - 1) << s->reg;
  if (p->registers & bits) kolmo_parse_problem(p, "two stages write one register");
  p->registers |= bits;
}

void kolmo_parse_out(kolmo_parser *p, kolmo_stage *s, unsigned count) {
  s->out = (uint16_t)kolmo_parse_number(p, 0, KOLMO_SIGNALS - count, "output signal out of range");
  s->outs = (uint16_t)count;
  for (unsigned i = s->out; i < s->out + count && !p->in.failed; i++) {
    if (p->signals[i / 64] >> i % 64 & 1) kolmo_parse_problem(p, "two stages write one signal");
    p->signals[i / 64] |= (uint64_t)1 << i % 64;
  }
}

void kolmo_parse_spans(kolmo_parser *p, kolmo_stage *s) {
  kolmo_program *g = p->program;
  unsigned n = kolmo_parse_number(p, 1, 64, "span count out of range"), inputs = 0;
  s->spans = g->spans + g->span_count;
  for (unsigned i = 0; i < n && !p->in.failed; i++) {
    if (g->span_count == sizeof g->spans / sizeof g->spans[0]) {
      kolmo_parse_problem(p, "too many spans");
      return;
    }
    unsigned start = kolmo_parse_number(p, 0, KOLMO_SIGNALS - 1, "input signal out of range");
    unsigned count = kolmo_parse_number(p, 1, KOLMO_SIGNALS - start, "input signals out of range");
    for (unsigned j = start; j < start + count && !p->in.failed; j++)
      if (!(p->signals[j / 64] >> j % 64 & 1)) kolmo_parse_problem(p, "reads a signal that no earlier stage writes");
    inputs += count;
    g->spans[g->span_count++] = (kolmo_span){.start = (uint16_t)start, .count = (uint16_t)count};
    s->span_count++;
  }
  if (inputs > KOLMO_MIXER_INPUTS) kolmo_parse_problem(p, "too many inputs");
  s->inputs = (uint16_t)inputs;
}

static void append_field(kolmo_parser *p, kolmo_field f) {
  kolmo_program *g = p->program;
  if (f.reg >= KOLMO_REGISTERS) kolmo_parse_problem(p, "register out of range");
  if (g->field_count == sizeof g->fields / sizeof g->fields[0]) kolmo_parse_problem(p, "too many fields");
  if (!p->in.failed) g->fields[g->field_count++] = f;
}

/* A list of `count` fields, to be appended next; NULL when there is no room for one. */
static kolmo_list *append_list(kolmo_parser *p, kolmo_stage *s, unsigned count) {
  kolmo_program *g = p->program;
  if (g->list_count == sizeof g->lists / sizeof g->lists[0]) kolmo_parse_problem(p, "too many contexts or selectors");
  if (p->in.failed) return NULL;
  kolmo_list *list = &g->lists[g->list_count++];
  *list = (kolmo_list){.fields = g->fields + g->field_count, .count = (uint16_t)count, .bits = 0};
  if (s->list_count++ == 0) s->lists = list;
  return list;
}

void kolmo_parse_context(kolmo_parser *p, kolmo_stage *s) {
  unsigned n = kolmo_parse_number(p, 1, 8, "term count out of range");
  if (!append_list(p, s, n)) return;
  for (unsigned i = 0; i < n && !p->in.failed; i++) {
    kolmo_field f = {.reg = kolmo_get8(&p->in), .shift = 0, .bits = 32, .mask = 0};
    f.mask = kolmo_get32(&p->in);
    append_field(p, f);
  }
}

void kolmo_parse_contexts(kolmo_parser *p, kolmo_stage *s, unsigned most, unsigned signals) {
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  unsigned n = kolmo_parse_number(p, 1, most, "context count out of range");
  for (unsigned i = 0; i < n && !p->in.failed; i++) kolmo_parse_context(p, s);
  if (!p->in.failed) kolmo_parse_out(p, s, signals * n);
}

void kolmo_parse_selector(kolmo_parser *p, kolmo_stage *s) {
  unsigned n = kolmo_parse_number(p, 0, 8, "selector field count out of range");
  kolmo_list *list = append_list(p, s, n);
  for (unsigned i = 0; i < n && !p->in.failed; i++) {
    kolmo_field f = {.reg = kolmo_get8(&p->in), .shift = 0, .bits = 0, .mask = 0};
    f.shift = kolmo_get8(&p->in);
    f.bits = kolmo_get8(&p->in);
    if (f.shift > 31 || f.bits < 1 || f.bits > 24 || list->bits + f.bits > 24) {
      kolmo_parse_problem(p, "selector field out of range");
      return;
    }
    f.mask = ((uint32_t)1 << f.bits) - 1;
    list->bits = (uint16_t)(list->bits + f.bits);
    append_field(p, f);
  }
}

static kolmo_status reject(kolmo_error *error, unsigned stage, const kolmo_op *op, const char *problem) {
  return kolmo_fail(error, KOLMO_ERR_PROGRAM, "program stage %u (%s): %s", stage, op ? op->name : "?",
                    problem ? problem : "malformed");
}

kolmo_status kolmo_program_parse(kolmo_program *program, const uint8_t *bytes, size_t n, kolmo_error *error) {
  memset(program, 0, sizeof *program);
  if (n > KOLMO_PROGRAM_MAX) return kolmo_fail(error, KOLMO_ERR_PROGRAM, "program of %zu bytes: too long", n);
  kolmo_reader in = kolmo_read(bytes, n);
  if (kolmo_get8(&in) != 0) return kolmo_fail(error, KOLMO_ERR_PROGRAM, "program of an unknown version");
  uint64_t stages = kolmo_get_varint(&in);
  if (in.failed || stages < 2 || stages > KOLMO_STAGES)
    return kolmo_fail(error, KOLMO_ERR_PROGRAM, "program with a bad stage count");
  program->hash = kolmo_program_hash(bytes, n);
  /* By bytes, not by hash: a Program made to share a hash must not run as code rendered for another. */
  program->shipped = kolmo_shipped_by_bytes(bytes, n);
  kolmo_parser p = {.program = program, .in = {NULL, NULL, false, false}, .signals = {0}, .registers = 1, .problem = NULL};
  for (unsigned i = 0; i < stages; i++) {
    kolmo_stage *s = &program->stages[program->stage_count++];
    s->index = (uint8_t)i;
    s->op = kolmo_get8(&in);
    uint64_t length = kolmo_get_varint(&in);
    const uint8_t *payload = length <= n ? kolmo_take(&in, (size_t)length) : NULL;
    const kolmo_op *op = kolmo_find_op(s->op);
    if (!payload || in.failed) return reject(error, i, op, "cut short");
    if (!op) return reject(error, i, op, "unknown op");
    if ((op == &kolmo_op_history) != (i == 0) || (op == &kolmo_op_output) != (i == stages - 1))
      return reject(error, i, op, "out of place");
    p.in = kolmo_read(payload, (size_t)length);
    op->parse(&p, s);
    if (p.in.failed) return reject(error, i, op, p.problem);
    if (kolmo_left(&p.in)) return reject(error, i, op, "payload longer than the stage");
    program->cost += op->cost(s);
  }
  if (kolmo_left(&in)) return kolmo_fail(error, KOLMO_ERR_PROGRAM, "bytes after the program's last stage");
  kolmo_program_schedule(program);
  kolmo_program_layout(program, 0);
  return KOLMO_OK;
}
