/* What a member's header says of its text blocks: which vocabulary, or the vocabulary itself (docs/format.md §2.1). */
#ifndef KOLMO_TEXT_TEXT_H
#define KOLMO_TEXT_TEXT_H
#include "core/bytes.h"
#include "core/model.h"
#include "core/text/transform.h"

typedef struct {
  kolmo_text kind;
  const kolmo_vocabulary *vocabulary; /* NULL: not there yet */
  kolmo_vocabulary own;        /* of KOLMO_TEXT_WORDS */
  /* of KOLMO_TEXT_WORDS, as the header carries it: */
  uint8_t *coded;
  size_t coded_bytes, bytes;   /* coded; and what they restore to */
  uint64_t hash;               /* of KOLMO_TEXT_DICT, as a header says it */
} kolmo_member_text;

/* For an encoder; copies the vocabulary. ERR_OPTION, ERR_MEMORY. */
kolmo_status kolmo_text_open(kolmo_member_text *t, kolmo_text kind, const uint8_t *vocabulary, size_t bytes, kolmo_error *error);
/* Codes a carried vocabulary by `program`, which no model may be using: it is laid out for the vocabulary, and then as before. */
kolmo_status kolmo_text_pack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error);
/* The other way round: makes the vocabulary that text blocks need, once. ERR_CORRUPT. */
kolmo_status kolmo_text_unpack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error);

enum { KOLMO_TEXT_HEADER_MAX = 1 + 2 * KOLMO_VARINT_MAX };

/* Writes the header's field at h, but for the coded vocabulary that follows it; returns its length. */
size_t kolmo_text_put(const kolmo_member_text *t, uint8_t *h);
/* Reads the whole field. `t` borrows from the input until kolmo_text_keep; it holds nothing before. ERR_CORRUPT. */
kolmo_status kolmo_text_get(kolmo_member_text *t, kolmo_reader *in, kolmo_error *error);
/* Makes what was read its own, once the header's checksum agreed. ERR_PROGRAM: a dictionary that is not shipped. */
kolmo_status kolmo_text_keep(kolmo_member_text *t, kolmo_error *error);
void kolmo_text_close(kolmo_member_text *t); /* all zeros is fine */
#endif
