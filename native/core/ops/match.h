/* MATCH: finds the latest place where the last bytes stood before, and predicts that what came then comes again. */
#ifndef KOLMO_OPS_MATCH_H
#define KOLMO_OPS_MATCH_H
#include "core/map.h"
#include "core/model.h"

enum { LENGTH_MAX = 65535, VERIFY_MAX = 48, BUCKETS = 16, ENTRIES_LOG = 4, ENTRIES = 1 << ENTRIES_LOG };

/* Lengths from 1, 5, 7, 9, 11, 13, 16, 20, 24, 32, 48, 64, 128, 256 and 512 on are in the next bucket; bucket 0 is "no match". */
static const uint8_t BUCKET_OF_SHORT[] = {0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9};

typedef struct {
  uint32_t at;             /* position of the expected byte */
  uint32_t length;         /* bytes matched before it; 0: no match */
  uint32_t bucket;         /* of the length; 0 also once the byte turned out otherwise */
  uint32_t hash;           /* of the bytes before this one and its first nibble */
  uint32_t map[BUCKETS];   /* adaptive probability that the expected bit comes, xor 1/2 */
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
  for (uint32_t i = 1; i < s->min_length; i++) h = (h + kolmo_byte_back(m, i) + 1) * 0x9E3779B1u;
  state->hash = kolmo_scramble(h);
  KOLMO_PREFETCH(entries_of(m, s, state->hash));
}

/* An entry: where the bytes stood, in the ring's bits, and as much of their hash as the rest has room for. */
KOLMO_OP void kolmo_match_byte(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, last = m->shared->last, position = m->shared->position;
  if (state->length) {
    if (m->ring[state->at & m->ring_mask] == last) {
      if (state->length < LENGTH_MAX) state->length++;
      state->at++;
    } else {
      state->length = 0;
    }
  }
  uint32_t *entry = entries_of(m, s, state->hash) + ((last ^ state->hash) & (ENTRIES - 1));
  uint32_t fresh = (position & m->ring_mask) | ((state->hash * 0x9E3779B1u) & ~m->ring_mask), differ = *entry ^ fresh;
  if (!state->length && !(differ & ~m->ring_mask)) {
    uint32_t at = position - ((position - *entry) & m->ring_mask), length = common_length(m, at);
    if (length >= s->min_length) {
      state->length = length;
      state->at = at;
    }
  }
  *entry = fresh;
  state->bucket = bucket_of(state->length);
  r[REG_BUCKET] = state->bucket;
  r[REG_BYTE] = state->length ? m->ring[state->at & m->ring_mask] : 0;
  if (state->length) m->shared->expected = 256 | r[REG_BYTE];
}

/* With one bit of the byte to come: where the likelier byte has been before is asked for. */
KOLMO_OP void kolmo_match_foresee(kolmo_model *m, const kolmo_stage *s) {
  const match_state *state = kolmo_state_of(m, s);
  if (m->shared->bit != 7 || state->bucket) return;
  uint32_t entry = entries_of(m, s, state->hash)[(kolmo_likely(m) ^ state->hash) & (ENTRIES - 1)];
  KOLMO_PREFETCH(m->ring + (entry & m->ring_mask));
}

/* The bit expected next. */
KOLMO_OP unsigned expected_bit(const kolmo_model *m, const kolmo_stage *s) {
  return m->shared->registers[s->reg + REG_BYTE] >> (7 - m->shared->bit) & 1;
}

KOLMO_OP void kolmo_match_predict(kolmo_model *m, const kolmo_stage *s) {
  match_state *state = kolmo_state_of(m, s);
  int16_t *out = m->shared->signals + s->out;
  out[0] = out[1] = 0;
  if (!state->bucket) return;
  uint32_t p = kolmo_map_p16(state->map[state->bucket] ^ MATCH_HALF);
  int32_t x = kolmo_stretch(m->tables, p), y = ((int32_t)p - 32768) >> 4;
  unsigned bit = expected_bit(m, s);
  out[0] = (int16_t)(bit ? x : -x);
  out[1] = (int16_t)(bit ? y : -y);
}

KOLMO_OP void kolmo_match_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  match_state *state = kolmo_state_of(m, s);
  if (!state->bucket) return;
  bool right = expected_bit(m, s) == bit;
  uint32_t *entry = &state->map[state->bucket];
  *entry = kolmo_map_learn(m->tables, *entry ^ MATCH_HALF, right, s->limit) ^ MATCH_HALF;
  if (!right) m->shared->registers[s->reg + REG_BUCKET] = state->bucket = m->shared->expected = 0;
}
#endif
