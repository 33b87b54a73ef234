/* A vocabulary: the words of a text transform, in the order of their codes (docs/format.md §2.1). */
#ifndef KOLMO_TEXT_VOCABULARY_H
#define KOLMO_TEXT_VOCABULARY_H
#include "core/status.h"

/* A code's first byte tells how long it is; those that follow are 128…255. Words that come often are first, and get the short codes. */
enum {
  KOLMO_CODE_FIRST = 0x80,   /* first bytes: 80…9F stand alone, A0…EF have one byte more, F0…FF two */
  KOLMO_CODE_SINGLES = 32,
  KOLMO_CODE_PAIRS = 80 * 128,
  KOLMO_CODE_TRIPLES = 16 * 128 * 128,
  KOLMO_WORDS_MAX = KOLMO_CODE_SINGLES + KOLMO_CODE_PAIRS + KOLMO_CODE_TRIPLES,
  KOLMO_WORD_MAX = 64,       /* bytes of a word */
};

typedef struct {
  uint8_t *text;       /* the words, each with a newline behind it */
  size_t bytes;
  uint32_t count;
  uint32_t *starts;    /* [count + 1] offsets in text */
  uint32_t *table;     /* [1 << table_log] hash table of numbers of words + 1; NULL when words can't be looked up */
  unsigned table_log;
} kolmo_vocabulary;

/* A word has 1…KOLMO_WORD_MAX bytes, of a–z and 128…255. `text` (malloc's) becomes the vocabulary's, also on failure. With `lookup`,
 * words can be found. ERR_CORRUPT: not a vocabulary; ERR_MEMORY. */
kolmo_status kolmo_vocabulary_open(kolmo_vocabulary *v, uint8_t *text, size_t bytes, bool lookup, kolmo_error *error);
void kolmo_vocabulary_close(kolmo_vocabulary *v); /* all zeros is fine */

/* The number of a word, or `count` when it is none of them. `n` is at least 1. */
uint32_t kolmo_vocabulary_find(const kolmo_vocabulary *v, const uint8_t *word, size_t n);
/* The number of the longest word that letters[0..n) begins with, and how long it is; `count` when it begins with none. */
uint32_t kolmo_vocabulary_longest(const kolmo_vocabulary *v, const uint8_t *letters, size_t n, size_t *length);

/* The dictionary that kolmo ships: src/text/english.dict. The lines are written by `npm run dictionary`; a word is there as a character, '0' for each
 * letter that it begins with as the word before does, and then the other letters. */
extern const char *const kolmo_english_lines[];
extern const size_t kolmo_english_line_count;
extern const size_t kolmo_english_bytes;  /* of the words, each with a newline */
extern const uint64_t kolmo_english_hash; /* FNV-1a of these bytes; names the dictionary in archives */
/* The words, in memory that is the caller's to free; NULL when there is none. */
uint8_t *kolmo_english_text(void);
/* The dictionary, with lookup, made by the first call (some milliseconds) and kept; NULL when there is no memory. Any thread may call. */
const kolmo_vocabulary *kolmo_english(void);
#endif
