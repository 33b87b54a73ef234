/* RECORDS: finds at which distances the data repeats, and tells what stands there: the record above, the row above. */
#ifndef KOLMO_OPS_RECORDS_H
#define KOLMO_OPS_RECORDS_H
#include "core/model.h"

enum {
  RECORDS_REACH = 1 << 14,  /* widths are below this */
  RECORDS_LONG = 6,         /* bytes that agree where a row repeats */
  RECORDS_ROW = 33,         /* the least that a row is wide */
  RECORDS_HASH_LOG = 14,
};

/* What each distance has got of votes lately, and the winner. */
typedef struct {
  uint32_t width; /* 0: none yet */
  uint32_t votes[RECORDS_REACH];
} records_poll;

/* The table. Positions are those behind the bytes. */
typedef struct {
  records_poll near, far;
  uint32_t pair[1 << 16];               /* where these two bytes stood last */
  uint32_t run[1 << RECORDS_HASH_LOG];  /* where six bytes of this hash did */
} records_table;

enum { RECORDS_PERIOD, RECORDS_NEAR, RECORDS_FAR, RECORDS_GUESS, RECORDS_REGISTERS };

KOLMO_OP void records_vote(records_poll *poll, uint32_t distance) {
  if (distance >= RECORDS_REACH) return;
  uint32_t votes = ++poll->votes[distance];
  if (votes > poll->votes[poll->width]) poll->width = distance;
}

/* One distance a byte forgets a quarter, so that old data stops counting after some 40 kB. */
KOLMO_OP void records_forget(records_poll *poll, uint32_t position) {
  uint32_t *votes = &poll->votes[position % RECORDS_REACH];
  *votes -= *votes >> 2;
}

KOLMO_OP uint32_t records_clamp(int32_t v) { return v < 0 ? 0 : v > 255 ? 255 : (uint32_t)v; }

/* PERIOD: the near width (8 bits, 255 for more), the column in it (8) and the far width. NEAR and FAR: what stands a width back, left and
 * right of that, and two widths back. GUESS: what these make likely if bytes are samples: left + up - corner, 2 left - the one before
 * it, 2 up - the one above it, the mean of left and up. */
KOLMO_OP void kolmo_records_byte(kolmo_model *m, const kolmo_stage *s) {
  records_table *t = kolmo_table_of(m, s);
  uint32_t *r = m->shared->registers + s->reg, position = m->shared->position;
  uint32_t c1 = kolmo_byte_back(m, 1), c2 = kolmo_byte_back(m, 2);
  if (c1 != c2) {
    uint32_t *pair = &t->pair[c2 << 8 | c1];
    records_vote(&t->near, position - *pair);
    *pair = position;
    uint32_t h = 0;
    for (uint32_t i = 1; i <= RECORDS_LONG; i++) h = kolmo_hash_byte(h, kolmo_byte_back(m, i));
    uint32_t *run = &t->run[kolmo_scramble(h) >> (32 - RECORDS_HASH_LOG)];
    if (position - *run >= RECORDS_ROW) records_vote(&t->far, position - *run);
    *run = position;
  }
  records_forget(&t->near, position);
  records_forget(&t->far, position);
  uint32_t near = t->near.width ? t->near.width : 1, far = t->far.width ? t->far.width : near;
  uint32_t step = near < far ? near : 1;
  uint32_t above = kolmo_byte_back(m, near), left = kolmo_byte_back(m, step), up = kolmo_byte_back(m, far);
  uint32_t corner = kolmo_byte_back(m, far + step), twice = kolmo_byte_back(m, 2 * near), twice_up = kolmo_byte_back(m, 2 * far);
  r[RECORDS_PERIOD] = (near < 255 ? near : 255) | (position % near & 255) << 8 | far << 16;
  r[RECORDS_NEAR] = above | (uint32_t)kolmo_byte_back(m, near + 1) << 8 | (uint32_t)kolmo_byte_back(m, near - 1) << 16 | twice << 24;
  r[RECORDS_FAR] = up | (uint32_t)kolmo_byte_back(m, far + step) << 8 | (uint32_t)kolmo_byte_back(m, far - step) << 16 | twice_up << 24;
  r[RECORDS_GUESS] = records_clamp((int32_t)(left + up) - (int32_t)corner) | records_clamp((int32_t)(2 * left) - (int32_t)kolmo_byte_back(m, 2 * step)) << 8 |
                     records_clamp((int32_t)(2 * up) - (int32_t)twice_up) << 16 | (left + up) / 2 << 24;
}

KOLMO_OP uint64_t kolmo_records_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s, (void)size_log;
  return sizeof(records_table);
}
#endif
