/* CLASSES: the recent bytes' kinds, four bits each, a run of letters or digits counting once: the shape of the text. */
#ifndef KOLMO_OPS_CLASSES_H
#define KOLMO_OPS_CLASSES_H
#include "core/model.h"

enum { CONTROL, SPACE, NEWLINE, DIGIT, LOWER, UPPER, HIGH, QUOTE, OPEN, CLOSE, STOP, COMMA, SIGN, SLASH, MARK, OTHER };

static const struct {
  char byte;
  uint8_t class;
} signs[] = {
    {' ', SPACE}, {'\t', SPACE}, {'\n', NEWLINE}, {'"', QUOTE}, {'\'', QUOTE}, {'`', QUOTE}, {'(', OPEN}, {'[', OPEN}, {'{', OPEN},
    {'<', OPEN},  {')', CLOSE},  {']', CLOSE},    {'}', CLOSE}, {'>', CLOSE},  {'.', STOP},  {'!', STOP}, {'?', STOP}, {',', COMMA},
    {';', COMMA}, {':', COMMA},  {'+', SIGN},     {'-', SIGN},  {'*', SIGN},   {'=', SIGN},  {'/', SLASH}, {'\\', SLASH}, {'|', SLASH},
    {'&', MARK},  {'%', MARK},   {'#', MARK},     {'_', MARK},  {'@', MARK},
};

KOLMO_OP uint32_t class_of(uint32_t c) {
  if (c >= 'a' && c <= 'z') return LOWER;
  if (c >= 'A' && c <= 'Z') return UPPER;
  if (c >= '0' && c <= '9') return DIGIT;
  if (c >= 128) return HIGH;
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
    if (signs[i].byte == (char)c) return signs[i].class;
  return c < 32 ? CONTROL : OTHER;
}

KOLMO_OP void kolmo_classes_byte(kolmo_model *m, const kolmo_stage *s) {
  uint32_t *r = m->shared->registers + s->reg;
  uint32_t class = class_of(m->shared->last), before = *r & 15;
  bool runs = class == LOWER || class == DIGIT || class == HIGH || class == SPACE;
  if (!(runs && class == before)) *r = *r << 4 | class;
}
#endif
