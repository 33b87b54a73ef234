/* RECALL: where each context last stood, and that what came there comes again. A match is found by the bytes before; this is found by whatever a
 * context reads (the word so far, the text's shape), so that the place need not look alike: by how much it does, and by how far back it
 * lies, it is learned what it is worth. */
#ifndef KOLMO_OPS_RECALL_H
#define KOLMO_OPS_RECALL_H
#include "core/map.h"
#include "core/model.h"

enum {
  RECALL_CONTEXTS = 16,
  ALIKE_MAX = 16,          /* bytes before the place that are compared with the latest */
  ALIKES = 8,              /* kinds of how many are equal */
  DISTANCES = 24,          /* log2 of the bytes back, or more */
  SITUATIONS = DISTANCES * ALIKES * 2,
  TRUSTS = 8,
  RECALL_HITS_LIMIT = 1023,
};

/* Of 0 to ALIKE_MAX equal bytes. */
static const uint8_t ALIKE[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7};

#define RECALL_HALF 0x80000000u

typedef struct {
  uint32_t hash;      /* of the context, scrambled */
  uint32_t expected;  /* 256 + the byte that came there; 0: the context never stood before */
  uint32_t live;      /* 1: and the bits so far are its */
  uint32_t missed;    /* 1: the last byte that was expected here did not come */
  uint32_t situation; /* distance, likeness, missed */
  uint32_t trust;     /* how probable it is that the byte comes, as far as the situation tells */
  uint32_t evidence;  /* which of by_byte is in use */
  uint32_t unused;
  /* Adaptive probabilities, xor 1/2: that the byte comes as expected; that the bit does, by the situation, and by the byte. */
  uint32_t hits[SITUATIONS], by_situation[SITUATIONS];
  uint32_t by_byte[TRUSTS * 256 * 8];
} recall_lane;

KOLMO_OP uint32_t *recalled_entry(const kolmo_model *m, const kolmo_stage *s, uint32_t hash) {
  return (uint32_t *)kolmo_table_of(m, s) + (hash >> (32 - m->memory[s->index].size_log));
}

KOLMO_OP void learn_recall(const kolmo_model *m, uint32_t *v, bool bit, uint32_t limit) {
  *v = kolmo_map_learn(m->tables, *v ^ RECALL_HALF, bit, limit) ^ RECALL_HALF;
}

/* Learns of the byte that came; all entries are asked for before the first is looked at. */
KOLMO_OP void kolmo_recall_byte(kolmo_model *m, const kolmo_stage *s) {
  recall_lane *l = kolmo_state_of(m, s);
#pragma GCC unroll 16
  for (unsigned i = 0; i < s->list_count; i++, l++) {
    if (l->expected) {
      bool hit = (l->expected & 255) == m->shared->last;
      learn_recall(m, &l->hits[l->situation], hit, RECALL_HITS_LIMIT);
      l->missed = !hit;
    }
    l->hash = kolmo_scramble(kolmo_hash_context(m, s, i));
    KOLMO_PREFETCH(recalled_entry(m, s, l->hash));
  }
}

/* Bytes before `at` that equal the latest ones. */
KOLMO_OP uint32_t alike(const kolmo_model *m, uint32_t at) {
  uint32_t n = 0;
  while (n < ALIKE_MAX && m->ring[(at - 1 - n) & m->ring_mask] == kolmo_byte_back(m, n + 1)) n++;
  return n;
}

/* An entry: where the context stood, in the ring's bits, and as much of its hash as the rest has room for. */
KOLMO_OP void kolmo_recall_nibble(kolmo_model *m, const kolmo_stage *s) {
  if (m->shared->bit) return;
  recall_lane *lanes = kolmo_state_of(m, s);
  const uint32_t mask = m->ring_mask, position = m->shared->position;
  uint32_t back[RECALL_CONTEXTS];
  for (unsigned i = 0; i < s->list_count; i++) {
    uint32_t *entry = recalled_entry(m, s, lanes[i].hash), fresh = (position & mask) | ((lanes[i].hash * 0x9E3779B1u) & ~mask);
    back[i] = (*entry ^ fresh) & ~mask ? 0 : (position - *entry) & mask;
    KOLMO_PREFETCH(m->ring + ((position - back[i]) & mask));
    *entry = fresh;
  }
  for (unsigned i = 0; i < s->list_count; i++) {
    recall_lane *l = &lanes[i];
    l->expected = l->live = 0;
    if (back[i] == 0 || back[i] > mask - ALIKE_MAX) continue;
    uint32_t at = position - back[i], distance = kolmo_log2(back[i]);
    l->situation = ((distance < DISTANCES ? distance : DISTANCES - 1) * ALIKES + ALIKE[alike(m, at)]) * 2 + l->missed;
    l->expected = 256u | m->ring[at & mask];
    l->live = 1;
    int32_t trust = (kolmo_stretch(m->tables, kolmo_map_p16(l->hits[l->situation] ^ RECALL_HALF)) >> 11) + TRUSTS / 2;
    l->trust = trust < 0 ? 0 : trust >= TRUSTS ? TRUSTS - 1 : (uint32_t)trust;
  }
}

KOLMO_OP void kolmo_recall_predict(kolmo_model *m, const kolmo_stage *s) {
  recall_lane *l = kolmo_state_of(m, s);
  int16_t *out = m->shared->signals + s->out;
  for (unsigned i = 0; i < s->list_count; i++, l++, out += 2) {
    out[0] = out[1] = 0;
    if (!l->live) continue;
    l->evidence = l->trust << 11 | (l->expected & 255) << 3 | m->shared->bit;
    int32_t x = kolmo_stretch(m->tables, kolmo_map_p16(l->by_situation[l->situation] ^ RECALL_HALF));
    int32_t y = kolmo_stretch(m->tables, kolmo_map_p16(l->by_byte[l->evidence] ^ RECALL_HALF));
    unsigned bit = l->expected >> (7 - m->shared->bit) & 1;
    out[0] = (int16_t)(bit ? x : -x);
    out[1] = (int16_t)(bit ? y : -y);
  }
}

KOLMO_OP void kolmo_recall_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  recall_lane *l = kolmo_state_of(m, s);
  for (unsigned i = 0; i < s->list_count; i++, l++) {
    if (!l->live) continue;
    bool right = (l->expected >> (7 - m->shared->bit) & 1) == bit;
    learn_recall(m, &l->by_situation[l->situation], right, s->limit);
    learn_recall(m, &l->by_byte[l->evidence], right, s->limit);
    l->live = right;
  }
}

KOLMO_OP uint64_t kolmo_recall_state_bytes(const kolmo_stage *s) { return s->list_count * sizeof(recall_lane); }

KOLMO_OP uint64_t kolmo_recall_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s;
  return (uint64_t)4 << size_log;
}
#endif
