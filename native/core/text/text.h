/* What a member's blocks become before they are coded, as its header says: text with words for codes, by which vocabulary; or machine code (docs/format.md §2.1, 2.2). */
#ifndef KOLMO_TEXT_TEXT_H
#define KOLMO_TEXT_TEXT_H
#include "core/text/branches.h"
#include "core/bytes.h"
#include "core/model.h"
#include "core/text/transform.h"

typedef struct {
  kolmo_text kind;
  const kolmo_vocabulary *vocabulary; /* of words; NULL: not there yet */
  kolmo_vocabulary own;        /* of KOLMO_TEXT_WORDS */
  bool cut;                    /* an encoder's, of KOLMO_TEXT_BPE: its kind is KOLMO_TEXT_WORDS */
  /* of KOLMO_TEXT_WORDS, as the header carries it: */
  uint8_t *coded;
  size_t coded_bytes, bytes;   /* coded; and what they restore to */
  uint64_t hash;               /* of KOLMO_TEXT_DICT, as a header says it */
  kolmo_branches *branches;    /* of KOLMO_TEXT_CODE; NULL: not there yet */
} kolmo_member_text;

/* For an encoder; copies the vocabulary. ERR_OPTION, ERR_MEMORY. */
kolmo_status kolmo_text_open(kolmo_member_text *t, kolmo_text kind, const uint8_t *vocabulary, size_t bytes, kolmo_error *error);
/* Codes a carried vocabulary by `program`, which no model may be using: it is laid out for the vocabulary, and then as before. */
kolmo_status kolmo_text_pack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error);
/* The other way round: makes what restoring needs, once. ERR_CORRUPT, ERR_MEMORY. */
kolmo_status kolmo_text_unpack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error);

/* What the block raw[0..n), whose first byte is the member's `at`-th, becomes, in text[0..n]: its length, or 0 where it stays as it is. */
size_t kolmo_text_transform(const kolmo_member_text *t, const uint8_t *raw, size_t n, uint64_t at, uint8_t *text);
/* Restores it from text[0..n), which may come from anybody; whether it is right. */
bool kolmo_text_restore(const kolmo_member_text *t, const uint8_t *text, size_t n, uint64_t at, uint8_t *raw, size_t raw_n);
/* Bytes that a block of so many may become. */
static inline uint64_t kolmo_text_limit(const kolmo_member_text *t, uint64_t raw) { return raw + (t->kind == KOLMO_TEXT_CODE); }

enum { KOLMO_TEXT_HEADER_MAX = 1 + 2 * KOLMO_VARINT_MAX };

/* Writes the header's field at h, but for the coded vocabulary that follows it; returns its length. */
size_t kolmo_text_put(const kolmo_member_text *t, uint8_t *h);
/* Reads the whole field. `t` borrows from the input until kolmo_text_keep; it holds nothing before. ERR_CORRUPT. */
kolmo_status kolmo_text_get(kolmo_member_text *t, kolmo_reader *in, kolmo_error *error);
/* Makes what was read its own, once the header's checksum agreed. ERR_PROGRAM: a dictionary that is not shipped. */
kolmo_status kolmo_text_keep(kolmo_member_text *t, kolmo_error *error);
void kolmo_text_close(kolmo_member_text *t); /* all zeros is fine */
#endif
