/* SLOTS: for each context a bit history per bit of the next byte, and what such histories have meant so far.
 *
 * A context is hashed twice a byte, before each nibble, to a slot: the states of the 15 nodes of the nibble's binary tree. Four slots
 * share a 64-byte line, whose first four bytes are their check bytes: one cache miss per context and nibble, and one
 * comparison finds the slot. */
#ifndef KOLMO_OPS_SLOTS_H
#define KOLMO_OPS_SLOTS_H
#include "core/map.h"
#include "core/model.h"

enum { WAYS = 4, NODES = 15, LINE_LOG = 6 };

typedef struct {
  uint32_t hash;  /* of the context, for this byte */
  uint32_t slot;  /* byte offset in the table of the current slot's node 0, had it one */
  uint32_t state; /* of the current node */
} lane;

/* State in the arena: kolmo_meaning[n][KOLMO_STATES], what each state means in each context, then lane[n]. */

KOLMO_OP kolmo_meaning *meanings_of(const kolmo_model *m, const kolmo_stage *s) { return kolmo_state_of(m, s); }

KOLMO_OP lane *lanes_of(const kolmo_model *m, const kolmo_stage *s) {
  return (lane *)(void *)(meanings_of(m, s) + s->list_count * KOLMO_STATES);
}

/* The only table that does not start as zeros: small, and read at every bit, where undoing an xor would cost more than this. */
KOLMO_OP void kolmo_slots_reset(kolmo_model *m, const kolmo_stage *s) {
  kolmo_meaning *meanings = meanings_of(m, s);
  for (unsigned i = 0; i < s->list_count; i++) memcpy(meanings + i * KOLMO_STATES, m->tables->prior, sizeof m->tables->prior);
}

KOLMO_OP void kolmo_slots_byte(kolmo_model *m, const kolmo_stage *s) {
  lane *lanes = lanes_of(m, s);
#pragma GCC unroll 64
  for (unsigned i = 0; i < s->list_count; i++) lanes[i].hash = kolmo_hash_context(m, s, i);
}

/* Finds the slot with this check byte, or takes over the one with the least evidence. Returns the offset of its node 0. */
KOLMO_OP uint32_t find_slot(uint8_t *table, uint32_t line, uint32_t check) {
  uint8_t *checks = table + line, *first = checks + WAYS; /* first[NODES·i]: slot i's node 1 */
  uint32_t differ = kolmo_load32(checks) ^ check * 0x01010101u;
  uint32_t equal = (differ - 0x01010101u) & ~differ & 0x80808080u; /* the lowest bit set is in the first byte that is equal */
  if (equal) return line + WAYS - 1 + kolmo_lowest_bit(equal) / 8 * NODES;
  /* states are numbered by evidence */
  uint32_t a = first[0] << 2, b = first[NODES] << 2 | 1, c = first[2 * NODES] << 2 | 2, d = first[3 * NODES] << 2 | 3;
  uint32_t ab = a < b ? a : b, cd = c < d ? c : d, way = (ab < cd ? ab : cd) & 3;
  memset(first + way * NODES, 0, NODES);
  checks[way] = (uint8_t)check;
  return line + WAYS - 1 + way * NODES;
}

KOLMO_OP uint32_t nibble_hash(uint32_t hash, uint32_t partial) { return kolmo_scramble(hash + partial * 0x9E3779B1u); }

/* Byte offset of the line that a hash names. */
KOLMO_OP uint32_t line_of(const kolmo_model *m, const kolmo_stage *s, uint32_t hash) {
  return hash >> (32 + LINE_LOG - m->memory[s->index].size_log) << LINE_LOG;
}

KOLMO_OP void kolmo_slots_nibble(kolmo_model *m, const kolmo_stage *s) {
  lane *lanes = lanes_of(m, s);
  uint8_t *table = kolmo_table_of(m, s);
  uint32_t partial = m->shared->registers[KOLMO_REG_PARTIAL];
  /* All lines are asked for before the first is looked at, so that their misses overlap. */
  uint32_t hashes[KOLMO_CONTEXTS];
  for (unsigned i = 0; i < s->list_count; i++) {
    hashes[i] = nibble_hash(lanes[i].hash, partial);
    KOLMO_PREFETCH(table + line_of(m, s, hashes[i]));
  }
  for (unsigned i = 0; i < s->list_count; i++) lanes[i].slot = find_slot(table, line_of(m, s, hashes[i]), hashes[i] & 255);
}

/* The second nibble's lines are asked for as soon as the first nibble can be told: when it is known, they are there. */
KOLMO_OP void kolmo_slots_foresee(kolmo_model *m, const kolmo_stage *s) {
  const kolmo_shared *shared = m->shared;
  if (shared->bit != (shared->expected ? 0 : 3)) return;
  uint32_t partial = shared->expected ? shared->expected >> 4 : kolmo_likely(m);
  const lane *lanes = lanes_of(m, s);
  const uint8_t *table = kolmo_table_of(m, s);
  for (unsigned i = 0; i < s->list_count; i++) KOLMO_PREFETCH(table + line_of(m, s, nibble_hash(lanes[i].hash, partial)));
}

/* The registers are as they will be after the byte that is likely, as far as `known` (a bit each) says: the lines of contexts made of
 * those alone are asked for. */
KOLMO_OP void kolmo_slots_anticipate(kolmo_model *m, const kolmo_stage *s, uint64_t known) {
  const uint8_t *table = kolmo_table_of(m, s);
#pragma GCC unroll 64
  for (unsigned i = 0; i < s->list_count; i++) {
    bool all = true;
#pragma GCC unroll 8
    for (unsigned j = 0; j < s->lists[i].count; j++) all = all && known >> s->lists[i].fields[j].reg & 1;
    if (all) KOLMO_PREFETCH(table + line_of(m, s, nibble_hash(kolmo_hash_context(m, s, i), 1)));
  }
}

/* Where in the slot the current node is: 1…15. */
KOLMO_OP uint32_t node_of(const kolmo_model *m) {
  uint32_t partial = m->shared->registers[KOLMO_REG_PARTIAL], bit = m->shared->bit;
  return bit < 4 ? partial : (partial & ((1u << (bit - 4)) - 1)) | 1u << (bit - 4);
}

KOLMO_OP void kolmo_slots_predict(kolmo_model *m, const kolmo_stage *s) {
  const kolmo_meaning *meanings = meanings_of(m, s);
  lane *l = lanes_of(m, s);
  const uint8_t *node = (const uint8_t *)kolmo_table_of(m, s) + node_of(m);
  int16_t *out = m->shared->signals + s->out;
  for (const lane *end = l + s->list_count; l < end; l++, meanings += KOLMO_STATES) {
    uint32_t state = l->state = node[l->slot];
    *out++ = meanings[state].signal;
  }
}

KOLMO_OP void kolmo_slots_update(kolmo_model *m, const kolmo_stage *s, unsigned bit) {
  const kolmo_tables *t = m->tables;
  const uint8_t *next = t->next[bit];
  kolmo_meaning *meanings = meanings_of(m, s);
  const lane *l = lanes_of(m, s);
  uint8_t *node = (uint8_t *)kolmo_table_of(m, s) + node_of(m);
  for (const lane *end = l + s->list_count; l < end; l++, meanings += KOLMO_STATES) {
    uint32_t state = l->state;
    kolmo_meaning *now = &meanings[state];
    now->v = kolmo_map_learn(t, now->v, bit, s->limit);
    now->signal = kolmo_stretch(t, kolmo_map_p16(now->v));
    meanings[0].signal = 0; /* nothing seen: no opinion */
    node[l->slot] = next[state];
  }
}

KOLMO_OP uint64_t kolmo_slots_state_bytes(const kolmo_stage *s) {
  return s->list_count * (sizeof(lane) + KOLMO_STATES * sizeof(kolmo_meaning));
}

KOLMO_OP uint64_t kolmo_slots_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s;
  return (uint64_t)1 << size_log;
}
#endif
