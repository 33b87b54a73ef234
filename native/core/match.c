/* MATCH: finds the latest place where the last bytes stood before, and predicts that what came then comes again. */
#include "core/map.h"
#include "core/model.h"

enum { LENGTH_MAX = 65535, VERIFY_MAX = 48, BUCKETS = 16 };

/* Lengths from BUCKET_FROM[i] on are in bucket i; bucket 0 is "no match". */
static const uint16_t BUCKET_FROM[BUCKETS] = {0, 1, 5, 7, 9, 11, 13, 16, 20, 24, 32, 48, 64, 128, 256, 512};

typedef struct {
  uint32_t at;             /* position of the expected byte */
  uint32_t length;         /* bytes matched before it; 0: no match */
  uint32_t bucket;         /* of the length; 0 also once the byte turned out otherwise */
  uint32_t map[BUCKETS];   /* adaptive probability that the expected bit comes, xor 1/2 */
} match_state;

enum { HALF = 0x80000000u, REG_BUCKET = 0, REG_BYTE = 1 };

static void parse(kolmo_parser *p, kolmo_stage *s) {
  kolmo_parse_size(p, s, 8, 28);
  s->min_length = kolmo_get8(&p->in);
  if (s->min_length < 1 || s->min_length > 32) kolmo_parse_problem(p, "minimum length out of range");
  s->limit = (uint16_t)kolmo_parse_number(p, 1, KOLMO_COUNT_MAX, "limit out of range");
  kolmo_parse_out(p, s, 2);
  if (!p->in.failed) kolmo_parse_registers(p, s, 2);
}

static uint64_t state_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program, (void)s;
  return sizeof(match_state);
}

static uint64_t table_bytes(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return (uint64_t)4 << s->size_log;
}

static uint64_t cost(const kolmo_program *program, const kolmo_stage *s) {
  (void)program;
  return 64u + s->min_length;
}

static uint32_t bucket_of(uint32_t length) {
  uint32_t b = 0;
  while (b + 1 < BUCKETS && length >= BUCKET_FROM[b + 1]) b++;
  return b;
}

/* How many bytes before `at` equal the latest ones, up to VERIFY_MAX; 0 when `at` is not in the ring. */
static uint32_t common_length(const kolmo_model *m, uint32_t at) {
  uint32_t position = m->shared->position, back = position - at;
  if (back == 0 || back > m->ring_mask - VERIFY_MAX) return 0;
  uint32_t n = 0;
  while (n < VERIFY_MAX && m->ring[(at - 1 - n) & m->ring_mask] == m->ring[(position - 1 - n) & m->ring_mask]) n++;
  return n;
}

static void byte(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  uint32_t *table = kolmo_table_of(m, s), *r = m->shared->registers + s->reg;
  if (state->length) {
    if (m->ring[state->at & m->ring_mask] == m->shared->last) {
      if (state->length < LENGTH_MAX) state->length++;
      state->at++;
    } else {
      state->length = 0;
    }
  }
  uint32_t h = 0;
  for (uint32_t i = 1; i <= s->min_length; i++) h = (h + kolmo_byte_back(m, i) + 1) * 0x9E3779B1u;
  uint32_t *entry = &table[kolmo_scramble(h) >> (32 - s->size_log)];
  if (!state->length) {
    uint32_t length = common_length(m, *entry);
    if (length >= s->min_length) {
      state->length = length;
      state->at = *entry;
    }
  }
  *entry = m->shared->position;
  state->bucket = bucket_of(state->length);
  r[REG_BUCKET] = state->bucket;
  r[REG_BYTE] = state->length ? m->ring[state->at & m->ring_mask] : 0;
}

/* The bit expected next. */
static unsigned expected_bit(const kolmo_model *m, const kolmo_stage *s) {
  return m->shared->registers[s->reg + REG_BYTE] >> (7 - m->shared->bit) & 1;
}

static void predict(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  int16_t *out = m->shared->signals + s->out;
  out[0] = out[1] = 0;
  if (!state->bucket) return;
  uint32_t p = kolmo_map_p16(state->map[state->bucket] ^ HALF);
  int32_t x = kolmo_stretch(m->tables, p), y = ((int32_t)p - 32768) >> 4;
  unsigned bit = expected_bit(m, s);
  out[0] = (int16_t)(bit ? x : -x);
  out[1] = (int16_t)(bit ? y : -y);
}

static void update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  match_state *state = kolmo_state_of(m, s);
  if (!state->bucket) return;
  bool right = expected_bit(m, s) == bit;
  uint32_t *entry = &state->map[state->bucket];
  *entry = kolmo_map_learn(m->tables, *entry ^ HALF, right, s->limit) ^ HALF;
  if (!right) m->shared->registers[s->reg + REG_BUCKET] = state->bucket = 0;
}

const kolmo_op kolmo_op_match = {.code = 0x10,
                                 .name = "MATCH",
                                 .parse = parse,
                                 .state_bytes = state_bytes,
                                 .table_bytes = table_bytes,
                                 .cost = cost,
                                 .byte = byte,
                                 .predict = predict,
                                 .update = update};
