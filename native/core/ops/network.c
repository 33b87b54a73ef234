/* NETWORK: how its stage is read, and what it costs. What it computes is in network.h and core/network/. */
#include "core/ops/network.h"
#include "core/inspect/journal.h"
#include "core/network/layout.h"

static uint8_t parse_vector(kolmo_parser *p, const kolmo_network *k) {
  uint8_t v = kolmo_get8(&p->in);
  if (v >= k->vectors) {
    kolmo_parse_problem(p, "vector out of range");
    return 0;
  }
  return v;
}

/* A vector that is read; nothing reads the logits but the softmax. */
static uint8_t parse_source(kolmo_parser *p, const kolmo_network *k) {
  uint8_t v = parse_vector(p, k);
  if (v == k->logits) kolmo_parse_problem(p, "logits are read");
  return v;
}

/* How many numbers a DENSE or a MASKED op reads. */
static uint16_t parse_span(kolmo_parser *p, const kolmo_network *k, const kolmo_net_op *op) {
  unsigned width = 0;
  for (unsigned v = op->from; v < op->from + (unsigned)op->span; v++) {
    width += k->widths[v];
    if (v == op->to) kolmo_parse_problem(p, "vector made from itself");
    if (v == k->logits) kolmo_parse_problem(p, "logits are read");
  }
  if (width > KOLMO_NET_WIDTH) kolmo_parse_problem(p, "width out of range");
  return (uint16_t)width;
}

static void parse_op(kolmo_parser *p, kolmo_stage *s, const kolmo_network *k, kolmo_net_op *op) {
  op->code = kolmo_get8(&p->in);
  if (op->code == KOLMO_NET_ACT) {
    op->act = kolmo_get8(&p->in);
    if (op->act >= KOLMO_ACTS) kolmo_parse_problem(p, "activation out of range");
  }
  if (op->code == KOLMO_NET_ROWS || op->code == KOLMO_NET_BIAS) {
    op->to = parse_vector(p, k);
    op->from = op->to;
  } else {
    op->from = parse_source(p, k);
    op->to = parse_vector(p, k);
    if (op->from == op->to) kolmo_parse_problem(p, "vector made from itself");
  }
  if (p->in.failed) return;
  op->ins = k->widths[op->from];
  op->outs = k->widths[op->to];
  op->span = 1;
  /* The logits' error is kept as a list, which only these pass on. */
  if (op->to == k->logits && !kolmo_net_multiplies(op) && op->code != KOLMO_NET_BIAS)
    kolmo_parse_problem(p, "logits not made by DENSE, MASKED or BIAS");
  switch (op->code) {
    case KOLMO_NET_ROWS: {
      op->rate = kolmo_parse_number(p, 0, 1 << 24, "rate out of range");
      op->boost = kolmo_get8(&p->in);
      unsigned n = kolmo_parse_number(p, 1, KOLMO_CONTEXTS, "context count out of range");
      op->first = s->list_count;
      op->count = (uint16_t)n;
      for (unsigned i = 0; i < n && !p->in.failed; i++) kolmo_parse_context(p, s);
      if (op->outs != KOLMO_NET_ROW_WIDTH) kolmo_parse_problem(p, "rows of another width");
      break;
    }
    case KOLMO_NET_DENSE:
    case KOLMO_NET_MASKED:
      op->span = (uint8_t)kolmo_parse_number(p, 1, k->vectors - op->from, "vector out of range");
      op->ins = parse_span(p, k, op);
      op->rate = kolmo_parse_number(p, 0, 1 << 24, "rate out of range");
      op->init = kolmo_parse_number(p, 0, 1 << 20, "initial weight out of range");
      op->columns = op->ins;
      if (op->code == KOLMO_NET_DENSE || p->in.failed) break;
      op->pattern = kolmo_get8(&p->in);
      if (op->pattern >= KOLMO_MASKS) kolmo_parse_problem(p, "mask out of range");
      op->columns = (uint16_t)(16 * kolmo_parse_number(p, 1, op->ins / 16u, "mask out of range"));
      break;
    case KOLMO_NET_BIAS:
      op->rate = kolmo_parse_number(p, 0, 1 << 24, "rate out of range");
      break;
    case KOLMO_NET_RECUR:
      if (op->ins != 3 * op->outs) kolmo_parse_problem(p, "widths differ");
      break;
    case KOLMO_NET_ATTEND:
      if (op->ins != 3 * op->outs) kolmo_parse_problem(p, "widths differ");
      op->states = (uint16_t)(16 * kolmo_parse_number(p, 1, KOLMO_NET_STATES / 16, "state count out of range"));
      break;
    case KOLMO_NET_ACT:
    case KOLMO_NET_NORM:
    case KOLMO_NET_DELAY:
      if (op->ins != op->outs) kolmo_parse_problem(p, "widths differ");
      break;
    default:
      kolmo_parse_problem(p, "unknown network op");
  }
}

/* While which register's bits are below what it works. */
static void parse_when(kolmo_parser *p, kolmo_stage *s) {
  kolmo_field f = {.reg = kolmo_get8(&p->in), .shift = 0, .bits = 0, .mask = 0};
  f.shift = kolmo_get8(&p->in);
  f.bits = kolmo_get8(&p->in);
  if (f.reg >= KOLMO_REGISTERS || f.shift > 31 || f.bits < 1 || f.bits > 24) kolmo_parse_problem(p, "condition out of range");
  f.mask = ((uint32_t)1 << (f.bits & 31)) - 1;
  s->when = f;
  s->below = kolmo_parse_number(p, 1, 1 << 24, "condition out of range");
}

/* Logits of a low nibble are computed when all ops have run: what they are made of must not change from when the others were. */
static void check_late(kolmo_parser *p, const kolmo_network *k) {
  for (unsigned i = 0; i < k->ops && !p->in.failed; i++) {
    const kolmo_net_op *op = &k->op[i];
    if (op->to != k->logits || op->code == KOLMO_NET_BIAS) continue;
    for (unsigned j = i + 1; j < k->ops; j++)
      if (k->op[j].to >= op->from && k->op[j].to < op->from + op->span) kolmo_parse_problem(p, "vector changes that logits were made of");
  }
}

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_program *g = p->program;
  if (g->network_count == KOLMO_NETWORKS) {
    kolmo_parse_problem(p, "too many networks");
    return;
  }
  kolmo_net_op *ops = g->network_ops[g->network_count];
  kolmo_network *k = &g->networks[g->network_count++];
  k->op = ops;
  s->network = k;
  kolmo_parse_size(p, s, 12, 30);
  const unsigned form = kolmo_parse_number(p, 0, KOLMO_FORMS - 1, "form out of range");
  k->precise = (form & KOLMO_FORM_PRECISE) != 0;
  k->sgd = (form & KOLMO_FORM_SGD) != 0;
  k->window = (uint8_t)kolmo_parse_number(p, 1, KOLMO_NET_WINDOW, "window out of range");
  k->warm = (uint16_t)kolmo_parse_number(p, 1, 65535, "warm-up out of range");
  k->steps = (uint8_t)kolmo_parse_number(p, 1, KOLMO_NET_STEPS, "error steps out of range");
  k->decay = (uint8_t)kolmo_parse_number(p, 1, 24, "decay out of range");
  k->epsilon = (uint8_t)kolmo_parse_number(p, 1, 40, "epsilon out of range");
  if (form & KOLMO_FORM_CLIP) k->clip = kolmo_parse_number(p, 1, 1 << 24, "clip out of range");
  if (form & KOLMO_FORM_FALL) {
    k->fall = (uint8_t)kolmo_parse_number(p, 1, KOLMO_FALLS - 1, "schedule out of range");
    k->after = kolmo_parse_number(p, 0, 1 << 24, "schedule out of range");
    k->over = kolmo_parse_number(p, 1, 1 << 24, "schedule out of range");
    k->least = (uint8_t)kolmo_parse_number(p, 0, 255, "schedule out of range");
  }
  if (form & KOLMO_FORM_LATER) {
    k->delay = (uint8_t)kolmo_parse_number(p, 0, KOLMO_NET_LATER, "delay out of range");
    k->replay = (uint8_t)kolmo_parse_number(p, 0, KOLMO_NET_LATER, "replay out of range");
  }
  if (form & KOLMO_FORM_WHEN) parse_when(p, s);
  k->credit = form & KOLMO_FORM_CREDIT ? (uint8_t)kolmo_parse_number(p, 2, KOLMO_NET_CREDIT, "credit out of range") : 1;
  if (form & KOLMO_FORM_DOUBLINGS) {
    k->doublings = (uint8_t)kolmo_parse_number(p, 1, KOLMO_NET_DOUBLINGS, "doublings out of range");
    k->between = (uint8_t)kolmo_parse_number(p, 0, 24, "doublings out of range");
    if (k->window % (1u << k->doublings)) kolmo_parse_problem(p, "window not doubled from a whole one");
  }
  k->kept = (uint8_t)(k->delay + k->replay + k->credit);
  k->vectors = (uint8_t)kolmo_parse_number(p, 1, KOLMO_NET_VECTORS, "vector count out of range");
  for (unsigned i = 0; i < k->vectors; i++)
    k->widths[i] = (uint16_t)(16 * kolmo_parse_number(p, 1, KOLMO_NET_WIDTH / 16, "width out of range"));
  k->logits = 255;
  k->logits = parse_vector(p, k);
  k->nibbles = k->widths[k->logits] == KOLMO_NET_NIBBLES;
  if (!k->nibbles && k->widths[k->logits] != KOLMO_NET_SYMBOLS) kolmo_parse_problem(p, "logits of another width");
  k->ops = (uint8_t)kolmo_parse_number(p, 1, KOLMO_NET_OPS, "network op count out of range");
  for (unsigned i = 0; i < k->ops && !p->in.failed; i++) parse_op(p, s, k, &ops[i]);
  if (k->nibbles) check_late(p, k);
  k->backs = (uint8_t)kolmo_parse_number(p, 0, KOLMO_NET_OPS, "backward op count out of range");
  for (unsigned i = 0; i < k->backs && !p->in.failed; i++) {
    k->back[i] = (uint8_t)kolmo_parse_number(p, 0, k->ops - 1u, "backward op out of range");
    if (k->op[k->back[i]].code == KOLMO_NET_ROWS || k->op[k->back[i]].code == KOLMO_NET_BIAS) kolmo_parse_problem(p, "no way back through this op");
  }
  k->learns = (uint8_t)kolmo_parse_number(p, 0, KOLMO_NET_OPS, "learning op count out of range");
  for (unsigned i = 0; i < k->learns && !p->in.failed; i++) {
    k->learn[i] = (uint8_t)kolmo_parse_number(p, 0, k->ops - 1u, "learning op out of range");
    if (k->op[k->learn[i]].code > KOLMO_NET_BIAS && k->op[k->learn[i]].code != KOLMO_NET_MASKED) kolmo_parse_problem(p, "nothing to learn in this op");
  }
  kolmo_parse_out(p, s, 2);
  kolmo_parse_registers(p, s, NET_REGISTERS);
  if (!p->in.failed) kolmo_net_layout(k, ops);
}

static uint64_t op_cost(const kolmo_net_op *op) {
  return op->ins + op->outs + 64u * op->count + (uint64_t)op->columns * op->outs / 16 + (uint64_t)op->states * op->outs / 4;
}

/* An op costs about the same forward, backward and when it learns, the latter for each window that gradients go back through; and all of it again with
 * each window that is learned again. */
static uint64_t cost(const kolmo_stage *s) {
  const kolmo_network *k = s->network;
  uint64_t units = 1024;
  for (unsigned i = 0; i < k->ops; i++) units += op_cost(&k->op[i]);
  for (unsigned i = 0; i < k->backs; i++) units += k->credit * op_cost(&k->op[k->back[i]]);
  for (unsigned i = 0; i < k->learns; i++) units += k->credit * op_cost(&k->op[k->learn[i]]);
  return (1u + k->replay) * units;
}

/* Within a byte it changes nothing but its registers. */
static void keep(kolmo_journal *j, kolmo_model *m, const kolmo_stage *s, unsigned bit) { (void)j, (void)m, (void)s, (void)bit; }

const kolmo_op kolmo_op_network = {.code = 0x12,
                                   .name = "NETWORK",
                                   .parse = parse,
                                   .state_bytes = kolmo_network_state_bytes,
                                   .table_bytes = kolmo_network_table_bytes,
                                   .cost = cost,
                                   .reset = kolmo_network_reset,
                                   .byte = kolmo_network_byte,
                                   .nibble = kolmo_network_nibble,
                                   .predict = kolmo_network_predict,
                                   .update = kolmo_network_update,
                                   .keep = keep};
