/* Running a Program whose tables must not touch each other: the layout is pulled apart, so that a guard lies behind every state
 * and table of the arena. Under AddressSanitizer a guard may not even be read; otherwise it is looked at afterwards. */
#ifndef KOLMO_TEST_GUARD_H
#define KOLMO_TEST_GUARD_H
#include "check.h"
#include "core/coder.h"
#include "core/model.h"

#ifdef KOLMO_TEST_ASAN
#include <sanitizer/asan_interface.h>
#endif

enum { GUARD = 4096, GUARD_BYTE = 0xA5 };

typedef struct {
  kolmo_model model;
  unsigned guards;
  uint64_t guard[2 * KOLMO_STAGES + 1]; /* arena offsets */
} guarded_model;

static inline uint64_t state_bytes_of(const kolmo_stage *s) {
  const kolmo_op *op = kolmo_find_op(s->op);
  return op->state_bytes ? op->state_bytes(s) : 0;
}

static inline uint64_t table_bytes_of(const kolmo_stage *s, unsigned size_log) {
  const kolmo_op *op = kolmo_find_op(s->op);
  return op->table_bytes ? op->table_bytes(s, size_log) : 0;
}

/* States and tables lie one behind the other, aligned, inside the memory that the Program says it needs. */
static inline void check_layout(const kolmo_program *p) {
  uint64_t end = sizeof(kolmo_shared);
  for (unsigned i = 0; i < p->stage_count; i++) {
    const kolmo_place *at = &p->places[i];
    CHECK(at->state >= end && at->state % 64 == 0, "state of stage %u at %" PRIu64 ", free from %" PRIu64, i, at->state, end);
    end = at->state + state_bytes_of(&p->stages[i]);
    CHECK(at->table >= end && at->table % 64 == 0, "table of stage %u at %" PRIu64 ", free from %" PRIu64, i, at->table, end);
    end = at->table + table_bytes_of(&p->stages[i], at->size_log);
  }
  CHECK(p->memory >= end, "%" PRIu64 " bytes of memory, needs %" PRIu64, p->memory, end);
}

/* Opens a model of a laid-out Program with guards; false when the system has no memory. Changes the layout. */
static inline bool guarded_open(guarded_model *g, kolmo_program *p) {
  uint64_t at = (sizeof(kolmo_shared) + 63) / 64 * 64;
  g->guards = 0;
  for (unsigned i = 0; i < p->stage_count; i++) {
    kolmo_place *place = &p->places[i];
    g->guard[g->guards++] = at;
    place->state = at + GUARD;
    at = place->state + (state_bytes_of(&p->stages[i]) + 63) / 64 * 64;
    g->guard[g->guards++] = at;
    place->table = at + GUARD;
    at = place->table + (table_bytes_of(&p->stages[i], place->size_log) + 63) / 64 * 64;
  }
  g->guard[g->guards++] = at;
  p->memory = at + GUARD;
  kolmo_error error;
  if (kolmo_model_open(&g->model, p, &error) != KOLMO_OK) return false;
  for (unsigned i = 0; i < g->guards; i++) {
    memset(g->model.arena + g->guard[i], GUARD_BYTE, GUARD);
#ifdef KOLMO_TEST_ASAN
    ASAN_POISON_MEMORY_REGION(g->model.arena + g->guard[i], GUARD);
#endif
  }
  return true;
}

static inline void guarded_close(guarded_model *g) {
  for (unsigned i = 0; i < g->guards; i++) {
    const uint8_t *p = g->model.arena + g->guard[i];
#ifdef KOLMO_TEST_ASAN
    ASAN_UNPOISON_MEMORY_REGION(p, GUARD);
#endif
    for (unsigned k = 0; k < GUARD; k++) CHECK(p[k] == GUARD_BYTE, "guard %u of the arena was overwritten at byte %u", i, k);
  }
  kolmo_model_close(&g->model);
}

/* Codes data[0..n) into out[0 … 2·n + slack) with the model; returns the coded length. */
static inline size_t model_encode(kolmo_model *m, const uint8_t *data, size_t n, uint8_t *out) {
  kolmo_arithmetic_encoder c;
  kolmo_encode_start(&c, out);
  for (size_t i = 0; i < n; i++)
    for (int b = 7; b >= 0; b--) {
      unsigned bit = data[i] >> b & 1;
      CHECK(m->shared->p >= 1 && m->shared->p <= 65535, "p is %u at byte %zu", m->shared->p, i);
      kolmo_encode_bit(&c, bit, m->shared->p);
      kolmo_model_update(m, bit);
    }
  kolmo_encode_finish(&c);
  return c.n;
}

/* Decodes n bytes and compares. */
static inline void model_decode(kolmo_model *m, const uint8_t *coded, size_t coded_n, const uint8_t *data, size_t n) {
  kolmo_arithmetic_decoder c;
  kolmo_decode_start(&c, coded, coded_n);
  for (size_t i = 0; i < n; i++) {
    unsigned byte = 1;
    while (byte < 256) {
      unsigned bit = kolmo_decode_bit(&c, m->shared->p);
      kolmo_model_update(m, bit);
      byte = byte << 1 | bit;
    }
    CHECK((byte & 255) == data[i], "byte %zu of %zu is wrong", i, n);
  }
}
#endif
