/* Words in front coding: how many letters each has in common with the one before, and its other letters. */
#ifndef KOLMO_TEXT_FRONT_H
#define KOLMO_TEXT_FRONT_H
#include "core/libc.h"

typedef struct {
  uint8_t *text;    /* the words so far, each with a newline behind it: the caller's, with room for all */
  size_t n, before; /* bytes in text; where the last word begins */
} kolmo_front;

/* Appends the words of a line. */
static inline void kolmo_front_line(kolmo_front *f, const char *at) {
  while (*at) {
    const size_t shared = (size_t)(*at++ - '0'), start = f->n;
    for (size_t i = 0; i < shared; i++) f->text[f->n++] = f->text[f->before + i];
    while (*at >= 'a') f->text[f->n++] = (uint8_t)*at++;
    f->text[f->n++] = '\n';
    f->before = start;
  }
}
#endif
