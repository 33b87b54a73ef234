/* MATCH: finds the latest place where the last bytes stood before, and predicts that what came then comes again. A byte that comes otherwise
 * does not end a match: records, logs and programs differ in single bytes, so the place is followed until it misses too often. */
#ifndef KOLMO_OPS_MATCH_H
#define KOLMO_OPS_MATCH_H
#include "core/map.h"
#include "core/model.h"

enum {
  LENGTH_MAX = 65535,
  VERIFY_MAX = 48,
  BUCKETS = 16,
  ENTRIES_LOG = 4,
  ENTRIES = 1 << ENTRIES_LOG,
  MISSES = 255,         /* the last 8 bytes are remembered, */
  MISSES_MAX = 4,       /* and so many of them may have come otherwise */
  SURE_LENGTH = 16,     /* right bytes after a miss, before which another place is looked for */
  RECOVERIES = 7,       /* kinds of recent misses */
  STRENGTHS = 8,        /* of a match, by its length */
  HITS_LIMIT = 255,
  SHOWN = 65536 / 4,    /* the expected byte is told to contexts when it comes with at least this probability */
};

/* Lengths from 1, 5, 7, 9, 11, 13, 16, 20, 24, 32, 48, 64, 128, 256 and 512 on are in the next bucket; bucket 0 is "no match". */
static const uint8_t BUCKET_OF_SHORT[] = {0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9};

static const uint8_t STRENGTH[BUCKETS] = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 7};

typedef struct {
  uint32_t found;     /* 1: a match is followed */
  uint32_t at;        /* position of the expected byte */
  uint32_t length;    /* bytes that came as expected since the match was found, or since it missed; of a found one, the bytes before it, too */
  uint32_t misses;    /* a bit for each of the last 8 bytes, the latest lowest: it came otherwise */
  uint32_t bucket;    /* of the length, at least 1; 0: no match, or the byte turned out otherwise */
  uint32_t situation; /* bucket and recent misses */
  uint32_t expected;  /* the byte */
  uint32_t evidence;  /* which of by_byte is in use */
  uint32_t hash;      /* of the bytes before this one and its first nibble */
  /* Adaptive probabilities, xor 1/2: that the byte comes as expected; that the bit does, by the situation, and by the byte. */
  uint32_t hits[RECOVERIES * BUCKETS], by_situation[RECOVERIES * BUCKETS];
  uint32_t by_byte[STRENGTHS * 256 * 8];
} match_state;

enum { MATCH_HALF = 0x80000000u, REG_BUCKET = 0, REG_BYTE = 1 };

KOLMO_OP uint32_t bucket_of(uint32_t length) {
  if (length < sizeof BUCKET_OF_SHORT) return BUCKET_OF_SHORT[length];
  return 10u + (length >= 48) + (length >= 64) + (length >= 128) + (length >= 256) + (length >= 512);
}

/* How many bytes before `at` equal the latest ones, up to VERIFY_MAX; 0 when `at` is not in the ring. */
KOLMO_OP uint32_t common_length(const kolmo_model *m, uint32_t at) {
  uint32_t position = m->shared->position, back = position - at;
  if (back == 0 || back > m->ring_mask - VERIFY_MAX) return 0;
  uint32_t n = 0;
  while (n < VERIFY_MAX && m->ring[(at - 1 - n) & m->ring_mask] == m->ring[(position - 1 - n) & m->ring_mask]) n++;
  return n;
}

/* The sixteen entries of which the second nibble chooses one: a line of the table, known, and asked for, half a byte before. */
KOLMO_OP uint32_t *entries_of(const kolmo_model *m, const kolmo_stage *s, uint32_t hash) {
  return (uint32_t *)kolmo_table_of(m, s) + (hash >> (32 + ENTRIES_LOG - m->memory[s->index].size_log) << ENTRIES_LOG);
}

KOLMO_OP void kolmo_match_nibble(kolmo_model *m, const kolmo_stage *s) {
  if (m->shared->bit == 0) return;
  match_state *state = kolmo_state_of(m, s);
  uint32_t h = m->shared->registers[KOLMO_REG_PARTIAL];
  for (uint32_t i = 1; i < s->min_length; i++) h = kolmo_hash_byte(h, kolmo_byte_back(m, i));
  state->hash = kolmo_scramble(h);
  KOLMO_PREFETCH(entries_of(m, s, state->hash));
}

KOLMO_OP unsigned count_bits(uint32_t v) {
  unsigned n = 0;
  for (; v; v &= v - 1) n++;
  return n;
}

KOLMO_OP void learn_half(const kolmo_model *m, uint32_t *v, bool bit, uint32_t limit) {
  *v = kolmo_map_learn(m->tables, *v ^ MATCH_HALF, bit, limit) ^ MATCH_HALF;
}

/* Steps over the byte that came; gives up a place that misses too often. */
KOLMO_OP void follow(const kolmo_model *m, match_state *state) {
  bool hit = state->expected == m->shared->last;
  learn_half(m, &state->hits[state->situation], hit, HITS_LIMIT);
  state->misses = (state->misses << 1 | !hit) & MISSES;
  state->length = !hit ? 0 : state->length < LENGTH_MAX ? state->length + 1 : LENGTH_MAX;
  state->at++;
  state->found = count_bits(state->misses) <= MISSES_MAX;
}

/* 0: none; 1…4: one or two misses, just now or not; 5, 6: three, four. */
KOLMO_OP unsigned recovery_of(const match_state *state) {
  unsigned misses = count_bits(state->misses);
  return misses == 0 ? 0 : misses > 2 ? misses + 2 : 2 * misses - 1 + (state->length > 1);
}

/* An entry: where the bytes stood, in the ring's bits, and as much of their hash as the rest has room for. */
KOLMO_OP void kolmo_match_byte(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, last = m->shared->last, position = m->shared->position;
  if (state->found) follow(m, state);
  uint32_t *entry = entries_of(m, s, state->hash) + ((last ^ state->hash) & (ENTRIES - 1));
  uint32_t fresh = (position & m->ring_mask) | ((state->hash * 0x9E3779B1u) & ~m->ring_mask), differ = *entry ^ fresh;
  if ((!state->found || (state->misses && state->length < SURE_LENGTH)) && !(differ & ~m->ring_mask)) {
    uint32_t at = position - ((position - *entry) & m->ring_mask), length = common_length(m, at);
    if (length >= s->min_length && (!state->found || length > state->length)) {
      state->length = length;
      state->at = at;
      state->found = 1;
      state->misses = 0;
    }
  }
  *entry = fresh;
  state->bucket = r[REG_BYTE] = 0;
  if (state->found) {
    state->bucket = state->length ? bucket_of(state->length) : 1;
    state->situation = recovery_of(state) * BUCKETS + state->bucket;
    state->expected = m->ring[state->at & m->ring_mask];
    if (kolmo_map_p16(state->hits[state->situation] ^ MATCH_HALF) >= SHOWN) {
      r[REG_BYTE] = state->expected;
      m->shared->expected = 256 | state->expected;
    }
  }
  r[REG_BUCKET] = state->bucket;
}

/* With one bit of the byte to come: where the likelier byte has been before is asked for. */
KOLMO_OP void kolmo_match_foresee(kolmo_model *m, const kolmo_stage *s) {
  const match_state *state = kolmo_state_of(m, s);
  if (m->shared->bit != 7 || state->bucket) return;
  uint32_t entry = entries_of(m, s, state->hash)[(kolmo_likely(m) ^ state->hash) & (ENTRIES - 1)];
  KOLMO_PREFETCH(m->ring + (entry & m->ring_mask));
}

/* The bit expected next. */
KOLMO_OP unsigned expected_bit(const kolmo_model *m, const match_state *state) { return state->expected >> (7 - m->shared->bit) & 1; }

KOLMO_OP void kolmo_match_predict(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  int16_t *out = m->shared->signals + s->out;
  out[0] = out[1] = 0;
  if (!state->bucket) return;
  state->evidence = (uint32_t)STRENGTH[state->bucket] << 11 | state->expected << 3 | m->shared->bit;
  int32_t x = kolmo_stretch(m->tables, kolmo_map_p16(state->by_situation[state->situation] ^ MATCH_HALF));
  int32_t y = kolmo_stretch(m->tables, kolmo_map_p16(state->by_byte[state->evidence] ^ MATCH_HALF));
  unsigned bit = expected_bit(m, state);
  out[0] = (int16_t)(bit ? x : -x);
  out[1] = (int16_t)(bit ? y : -y);
}

KOLMO_OP void kolmo_match_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  match_state *state = kolmo_state_of(m, s);
  if (!state->bucket) return;
  bool right = expected_bit(m, state) == bit;
  learn_half(m, &state->by_situation[state->situation], right, s->limit);
  learn_half(m, &state->by_byte[state->evidence], right, s->limit);
  if (!right) m->shared->registers[s->reg + REG_BUCKET] = state->bucket = m->shared->expected = 0;
}

KOLMO_OP uint64_t kolmo_match_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(match_state);
}

KOLMO_OP uint64_t kolmo_match_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s;
  return (uint64_t)4 << size_log;
}
#endif
