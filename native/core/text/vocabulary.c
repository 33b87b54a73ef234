#include "core/text/vocabulary.h"
#include "core/hash.h"

static bool in_word(uint8_t c) { return (c >= 'a' && c <= 'z') || c >= 128; }

static uint32_t finish(uint32_t h) { return h ^ h >> 15; }

static uint32_t hash_of(const uint8_t *word, size_t n) {
  uint32_t h = 0;
  for (size_t i = 0; i < n; i++) h = kolmo_hash_byte(h, word[i]);
  return finish(h);
}

/* Counts the words; 0 when the text is not a list of them. */
static uint32_t count_words(const uint8_t *text, size_t bytes) {
  uint32_t count = 0;
  size_t length = 0;
  for (size_t i = 0; i < bytes; i++) {
    if (in_word(text[i])) {
      if (++length > KOLMO_WORD_MAX) return 0;
    } else {
      if (text[i] != '\n' || length == 0 || ++count > KOLMO_WORDS_MAX) return 0;
      length = 0;
    }
  }
  return length ? 0 : count;
}

static const uint8_t *word_of(const kolmo_vocabulary *v, uint32_t i, size_t *n) {
  *n = v->starts[i + 1] - v->starts[i] - 1;
  return v->text + v->starts[i];
}

static bool index_words(kolmo_vocabulary *v) {
  v->table_log = 4;
  while ((size_t)1 << v->table_log < 2 * (size_t)v->count) v->table_log++;
  v->table = calloc((size_t)1 << v->table_log, sizeof *v->table);
  if (!v->table) return false;
  const uint32_t mask = ((uint32_t)1 << v->table_log) - 1;
  for (uint32_t i = 0; i < v->count; i++) {
    size_t n;
    const uint8_t *word = word_of(v, i, &n);
    uint32_t at = hash_of(word, n) & mask;
    while (v->table[at]) at = (at + 1) & mask;
    v->table[at] = i + 1;
  }
  return true;
}

kolmo_status kolmo_vocabulary_open(kolmo_vocabulary *v, uint8_t *text, size_t bytes, bool lookup, kolmo_error *error) {
  *v = (kolmo_vocabulary){.text = text, .bytes = bytes, .count = count_words(text, bytes)};
  kolmo_status status = KOLMO_OK;
  if (!v->count) status = kolmo_fail(error, KOLMO_ERR_CORRUPT, "not a vocabulary");
  if (!status) {
    v->starts = malloc((v->count + (size_t)1) * sizeof *v->starts);
    if (!v->starts) status = kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  }
  if (!status) {
    uint32_t word = 0;
    v->starts[0] = 0;
    for (size_t i = 0; i < bytes; i++)
      if (text[i] == '\n') v->starts[++word] = (uint32_t)i + 1;
    if (lookup && !index_words(v)) status = kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  }
  if (status) kolmo_vocabulary_close(v);
  return status;
}

void kolmo_vocabulary_close(kolmo_vocabulary *v) {
  free(v->text);
  free(v->starts);
  free(v->table);
  *v = (kolmo_vocabulary){0};
}

static uint32_t find(const kolmo_vocabulary *v, const uint8_t *word, size_t n, uint32_t hash) {
  const uint32_t mask = ((uint32_t)1 << v->table_log) - 1;
  for (uint32_t at = hash & mask; v->table[at]; at = (at + 1) & mask) {
    size_t length;
    const uint8_t *found = word_of(v, v->table[at] - 1, &length);
    if (length == n && memcmp(found, word, n) == 0) return v->table[at] - 1;
  }
  return v->count;
}

uint32_t kolmo_vocabulary_find(const kolmo_vocabulary *v, const uint8_t *word, size_t n) {
  return n > KOLMO_WORD_MAX ? v->count : find(v, word, n, hash_of(word, n));
}

uint32_t kolmo_vocabulary_longest(const kolmo_vocabulary *v, const uint8_t *letters, size_t n, size_t *length) {
  uint32_t best = v->count, h = 0;
  *length = 0;
  for (size_t i = 0; i < n && i < KOLMO_WORD_MAX; i++) {
    h = kolmo_hash_byte(h, letters[i]);
    const uint32_t word = find(v, letters, i + 1, finish(h));
    if (word == v->count) continue;
    best = word;
    *length = i + 1;
  }
  return best;
}

const kolmo_vocabulary *kolmo_english(void) {
  static kolmo_vocabulary english;
  static int state; /* 0 not begun, 1 being made, 2 ready */
  for (;;) {
    int begun = 0;
    if (__atomic_load_n(&state, __ATOMIC_ACQUIRE) == 2) return &english;
    if (!__atomic_compare_exchange_n(&state, &begun, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) continue; /* another thread makes it */
    uint8_t *text = kolmo_english_text();
    bool made = text && kolmo_vocabulary_open(&english, text, kolmo_english_bytes, true, NULL) == KOLMO_OK;
    __atomic_store_n(&state, made ? 2 : 0, __ATOMIC_RELEASE);
    if (!made) return NULL;
  }
}
