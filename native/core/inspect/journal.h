/* What is about to change in a model, kept, so that it can be put back. */
#ifndef KOLMO_JOURNAL_H
#define KOLMO_JOURNAL_H
#include "core/libc.h"

typedef struct kolmo_journal {
  uint8_t *bytes;  /* copies, and behind each where it is from */
  size_t n, room;
  bool failed;     /* there was no memory for a copy: nothing can be put back any more */
} kolmo_journal;

typedef struct {
  void *from;
  size_t n;
} kolmo_journal_entry;

/* Keeps n bytes as they are. */
static inline void kolmo_journal_keep(kolmo_journal *j, void *from, size_t n) {
  const kolmo_journal_entry entry = {from, n};
  const size_t need = j->n + n + sizeof entry;
  if (j->failed || (need > j->room && !kolmo_reserve(&j->bytes, &j->room, 2 * need))) {
    j->failed = true;
    return;
  }
  memcpy(j->bytes + j->n, from, n);
  memcpy(j->bytes + j->n + n, &entry, sizeof entry);
  j->n = need;
}

/* Puts back what was kept since the journal had `n` bytes, the latest first. */
static inline void kolmo_journal_undo(kolmo_journal *j, size_t n) {
  while (j->n > n && !j->failed) {
    kolmo_journal_entry entry;
    j->n -= sizeof entry;
    memcpy(&entry, j->bytes + j->n, sizeof entry);
    j->n -= entry.n;
    memcpy(entry.from, j->bytes + j->n, entry.n);
  }
}

static inline void kolmo_journal_close(kolmo_journal *j) {
  free(j->bytes);
  *j = (kolmo_journal){0};
}
#endif
