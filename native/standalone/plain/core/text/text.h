/* No text transform: this program makes no archives with one, and refuses others'. */
#ifndef KOLMO_TEXT_TEXT_H
#define KOLMO_TEXT_TEXT_H
#include "core/bytes.h"
#include "core/model.h"

typedef struct {
  kolmo_text kind;
  const uint8_t *coded;
  size_t coded_bytes;
} kolmo_member_text;
enum { KOLMO_TEXT_HEADER_MAX = 0 };

static inline kolmo_status kolmo_text_open(kolmo_member_text *t, kolmo_text kind, const uint8_t *vocabulary, size_t bytes, kolmo_error *error) {
  (void)vocabulary, (void)bytes, (void)error;
  t->kind = kind;
  return KOLMO_OK;
}
static inline kolmo_status kolmo_text_pack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error) {
  (void)t, (void)program, (void)poll, (void)error;
  return KOLMO_OK;
}
static inline kolmo_status kolmo_text_unpack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error) {
  return kolmo_text_pack(t, program, poll, error);
}
static inline size_t kolmo_text_put(const kolmo_member_text *t, uint8_t *h) {
  (void)t, (void)h;
  return 0;
}

/* Behind the field is the header's checksum, which is looked at before what the field says. */
static inline kolmo_status kolmo_text_get(kolmo_member_text *t, kolmo_reader *in, kolmo_error *error) {
  (void)error;
  t->kind = kolmo_get8(in);
  if (t->kind == KOLMO_TEXT_DICT) {
    kolmo_get64(in);
  } else if (t->kind == KOLMO_TEXT_WORDS) {
    kolmo_get_varint(in);
    uint64_t coded = kolmo_get_varint(in);
    kolmo_take(in, coded <= 2 * KOLMO_VOCABULARY_MAX ? (size_t)coded : 0);
  }
  return KOLMO_OK;
}
static inline kolmo_status kolmo_text_keep(kolmo_member_text *t, kolmo_error *error) {
  return t->kind ? kolmo_fail(error, KOLMO_ERR_PROGRAM, "an archive with a text transform, which this program does not have") : KOLMO_OK;
}
static inline void kolmo_text_close(kolmo_member_text *t) { (void)t; }

static inline size_t kolmo_text_transform(const kolmo_member_text *t, const uint8_t *raw, size_t n, uint64_t at, uint8_t *text) {
  (void)t, (void)raw, (void)n, (void)at, (void)text;
  return 0;
}
static inline bool kolmo_text_restore(const kolmo_member_text *t, const uint8_t *text, size_t n, uint64_t at, uint8_t *raw, size_t raw_n) {
  (void)t, (void)text, (void)n, (void)at, (void)raw, (void)raw_n;
  return false;
}
static inline uint64_t kolmo_text_limit(const kolmo_member_text *t, uint64_t raw) {
  (void)t;
  return raw;
}
#endif
