#include "core/text/transform.h"

/* Marks: bytes that stand for themselves only behind RAW. */
enum {
  RAW = 1,     /* the next byte is itself */
  CAPITAL = 2, /* the next letter is a capital: the first one of a word */
  UPPER = 3,   /* all letters up to the next other byte are capitals, or all of a word */
  UTF8 = 4,    /* the next bytes, as many as the first of them says, are themselves */
};

static bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
/* What a piece has behind its capitals: letters beyond ASCII have no case here. */
static bool is_small(uint8_t c) { return is_lower(c) || c >= 128; }

/* Bytes of the UTF-8 character that a first byte begins, 2…4; 1 when it begins none. */
static size_t utf8_length(uint8_t c) { return c < 0xC2 || c > 0xF4 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4; }

/* ---- there ---- */

typedef struct {
  uint8_t *out;
  size_t n, room;
  bool full;
} sink;

static void put(sink *to, uint8_t c) {
  if (to->n < to->room) to->out[to->n++] = c;
  else to->full = true;
}

static void put_code(sink *to, uint32_t word) {
  if (word < KOLMO_CODE_SINGLES) {
    put(to, (uint8_t)(KOLMO_CODE_FIRST + word));
  } else if ((word -= KOLMO_CODE_SINGLES) < KOLMO_CODE_PAIRS) {
    put(to, (uint8_t)(KOLMO_CODE_FIRST + KOLMO_CODE_SINGLES + (word >> 7)));
    put(to, (uint8_t)(128 | (word & 127)));
  } else {
    word -= KOLMO_CODE_PAIRS;
    put(to, (uint8_t)(KOLMO_CODE_FIRST + KOLMO_CODE_SINGLES + KOLMO_CODE_PAIRS / 128 + (word >> 14)));
    put(to, (uint8_t)(128 | (word >> 7 & 127)));
    put(to, (uint8_t)(128 | (word & 127)));
  }
}

/* The first of n letters that are no word of the vocabulary, in lower case; returns its bytes. */
static size_t put_letter(sink *to, const uint8_t *letters, size_t n) {
  if (letters[0] < 128) {
    put(to, letters[0]);
    return 1;
  }
  size_t length = utf8_length(letters[0]);
  bool whole = length > 1 && length <= n;
  for (size_t k = 1; whole && k < length; k++) whole = letters[k] >> 6 == 2;
  if (!whole) length = 1;
  put(to, whole ? UTF8 : RAW);
  for (size_t k = 0; k < length; k++) put(to, letters[k]);
  return length;
}

/* The letters from raw[0] on that are cased alike: "word", "Word", "WORD" or "W"; `n` of them are there. */
static size_t piece(const uint8_t *raw, size_t n) {
  size_t capitals = 0, end;
  while (capitals < n && is_upper(raw[capitals])) capitals++;
  for (end = capitals; end < n && is_small(raw[end]); end++) {
  }
  if (end == capitals || capitals < 2) return end;
  return capitals - 1; /* the last one begins what comes next */
}

/* The mark that a piece has; 0: none. */
static uint8_t mark_of(const uint8_t *raw, size_t n) { return !is_upper(raw[0]) ? 0 : n > 1 && is_upper(raw[1]) ? UPPER : CAPITAL; }

static void to_lower(uint8_t *lower, const uint8_t *raw, size_t n) {
  for (size_t i = 0; i < n; i++) lower[i] = is_upper(raw[i]) ? raw[i] + ('a' - 'A') : raw[i];
}

/* Returns how much of the piece became a code: all or nothing. */
static size_t put_piece(sink *to, const kolmo_vocabulary *v, const uint8_t *raw, size_t n) {
  const uint8_t mark = mark_of(raw, n);
  if (mark) put(to, mark);
  uint8_t lower[KOLMO_WORD_MAX];
  size_t at = 0;
  uint32_t word = v->count;
  do { /* one round, but for what is too long to be a word */
    size_t k = n - at < sizeof lower ? n - at : sizeof lower;
    if (k < n - at) /* not within a character */
      while (k > 1 && raw[at + k] >> 6 == 2) k--;
    to_lower(lower, raw + at, k);
    if (k == n) word = kolmo_vocabulary_find(v, lower, n);
    if (word < v->count) put_code(to, word);
    else
      for (size_t i = 0; i < k;) i += put_letter(to, lower + i, k - i);
    at += k;
  } while (at < n);
  return word < v->count ? n : 0;
}

/* The same for a piece that may be cut: the longest word that it begins with, or a letter, and so on. Returns how much of it became codes. */
static size_t put_cut(sink *to, const kolmo_vocabulary *v, const uint8_t *raw, size_t n) {
  const uint8_t mark = mark_of(raw, n);
  uint8_t due = mark, lower[KOLMO_WORD_MAX];
  size_t covered = 0;
  for (size_t at = 0; at < n;) {
    const size_t k = n - at < sizeof lower ? n - at : sizeof lower;
    to_lower(lower, raw + at, k);
    size_t length;
    const uint32_t word = kolmo_vocabulary_longest(v, lower, k, &length);
    if (due) put(to, due);
    due = 0;
    if (word < v->count) {
      put_code(to, word);
      if (mark == UPPER) due = UPPER; /* a code ends it */
      covered += length;
    } else {
      length = put_letter(to, lower, k);
    }
    at += length;
  }
  return covered;
}

size_t kolmo_text_encode(const kolmo_vocabulary *v, bool cut, const uint8_t *raw, size_t n, uint8_t *text, kolmo_text_sizes *sizes) {
  sink to = {.out = text, .room = n ? n - 1 : 0};
  for (size_t i = 0; i < n && !to.full;) {
    uint8_t c = raw[i];
    if (is_upper(c) || is_small(c)) {
      size_t k = piece(raw + i, n - i);
      const size_t covered = cut ? put_cut(&to, v, raw + i, k) : put_piece(&to, v, raw + i, k);
      if (sizes) {
        sizes->letters += k;
        sizes->covered += covered;
      }
      i += k;
    } else {
      if (c >= RAW && c <= UTF8) put(&to, RAW);
      put(&to, c);
      i++;
    }
  }
  return to.full ? 0 : to.n;
}

/* ---- and back ---- */

/* The number of the word whose code begins at text[*at], before n; v->count when there is none. */
static uint32_t read_code(const kolmo_vocabulary *v, const uint8_t *text, size_t n, size_t *at) {
  uint32_t word = text[(*at)++] - (uint32_t)KOLMO_CODE_FIRST, base = 0;
  int more = 0;
  if (word >= KOLMO_CODE_SINGLES) {
    word -= KOLMO_CODE_SINGLES;
    base = KOLMO_CODE_SINGLES;
    more = 1;
    if (word >= KOLMO_CODE_PAIRS / 128) {
      word -= KOLMO_CODE_PAIRS / 128;
      base += KOLMO_CODE_PAIRS;
      more = 2;
    }
  }
  for (; more > 0; more--) {
    if (*at == n || text[*at] < 128) return v->count;
    word = word << 7 | (text[(*at)++] & 127u);
  }
  word += base;
  return word < v->count ? word : v->count;
}

bool kolmo_text_decode(const kolmo_vocabulary *v, const uint8_t *text, size_t n, uint8_t *raw, size_t raw_n) {
  size_t out = 0;
  uint8_t mark = 0; /* CAPITAL or UPPER while it is in force */
  for (size_t at = 0; at < n;) {
    uint8_t c = text[at];
    if (c >= 128) {
      uint32_t word = read_code(v, text, n, &at);
      if (word == v->count) return false;
      const uint8_t *from = v->text + v->starts[word];
      size_t length = v->starts[word + 1] - v->starts[word] - 1;
      if (length > raw_n - out) return false;
      for (size_t i = 0; i < length; i++) {
        bool capital = mark == UPPER || (mark == CAPITAL && i == 0);
        raw[out++] = capital && is_lower(from[i]) ? from[i] - ('a' - 'A') : from[i];
      }
      mark = 0;
      continue;
    }
    at++;
    if (c == CAPITAL || c == UPPER) {
      mark = c;
      continue;
    }
    if (c == RAW || c == UTF8) {
      if (at == n) return false;
      size_t length = c == RAW ? 1 : utf8_length(text[at]);
      if (length > n - at || length > raw_n - out) return false;
      memcpy(raw + out, text + at, length);
      at += length;
      out += length;
      mark = 0;
      continue;
    }
    if (out == raw_n) return false;
    raw[out++] = mark && is_lower(c) ? c - ('a' - 'A') : c;
    if (mark == CAPITAL || !is_lower(c)) mark = 0;
  }
  return out == raw_n;
}
