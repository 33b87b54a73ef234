/* SCOPES: which brackets, objects and tags are open, by name: the path to the next byte in JSON, XML, HTML and source code. */
#ifndef KOLMO_OPS_SCOPES_H
#define KOLMO_OPS_SCOPES_H
#include "core/model.h"
#include "core/ops/words.h"

enum { SCOPES_DEPTH = 32, SCOPES_LOG = 12, SCOPES_ITEMS = 3 };

/* Where the next byte stands. */
enum { IN_TEXT, IN_STRING, IN_OPENING /* behind < */, IN_NAME /* of a tag */, IN_TAG, IN_VALUE /* of an attribute */, IN_CLOSING };

typedef struct {
  uint32_t name;  /* a hash: the tag's, or the word or key before the bracket */
  uint32_t path;  /* a hash: all names from the outermost on, this one included */
  uint32_t key;   /* a hash: of the member now being written; 0 between members */
  uint8_t kind;   /* the opening byte; 0: the whole text */
  uint8_t item;   /* commas seen in it, up to SCOPES_ITEMS */
} scope;

typedef struct {
  uint32_t depth;  /* scopes[depth] is the innermost; scopes[0] the whole text */
  uint32_t at;
  uint32_t quote;   /* what ends a string or an attribute's value */
  uint32_t escaped; /* a backslash came before */
  uint32_t spelled; /* hash of the name or string being read; 0: none yet */
  uint32_t latest;  /* of the last one that is whole */
  uint32_t place;   /* the current place's index in the table */
  uint32_t earlier; /* position of the byte that came in place of the next one when the place was entered last; 0: never */
  scope scopes[SCOPES_DEPTH];
} scopes_state;

/* What stood in a place. */
typedef struct {
  uint32_t start; /* position of its first byte */
  uint32_t hash;  /* of all its bytes, once it was left */
} scope_place;

enum { SCOPE_NAME, SCOPE_OUTER, SCOPE_PATH, SCOPE_SYNTAX, SCOPE_AGAIN, SCOPE_VALUE, SCOPE_EARLIER, SCOPE_REGISTERS };

KOLMO_OP void scope_open(scopes_state *x, uint8_t kind, uint32_t name) {
  if (x->depth == SCOPES_DEPTH - 1) { /* the outermost one is lost */
    memmove(x->scopes + 1, x->scopes + 2, (SCOPES_DEPTH - 2) * sizeof(scope));
    x->depth--;
  }
  const scope *around = &x->scopes[x->depth];
  uint32_t path = kolmo_hash_value(kolmo_hash_value(around->path, around->key), name + kind);
  x->scopes[++x->depth] = (scope){.name = name, .path = path, .key = 0, .kind = kind, .item = 0};
}

/* Leaves the innermost scope that was opened so, and all within it; if there is none, stays. */
KOLMO_OP void scope_close(scopes_state *x, uint8_t kind, uint32_t name) {
  for (uint32_t i = x->depth; i > 0; i--)
    if (x->scopes[i].kind == kind && (kind != '<' || x->scopes[i].name == name)) {
      x->depth = i - 1;
      return;
    }
}

KOLMO_OP bool in_name(uint32_t c) {
  return spell(c, LETTERS_AND_DIGITS) || c == '_' || c == '-' || c == ':' || c == '.' || c == '$';
}

KOLMO_OP void scopes_text(scopes_state *x, uint32_t c) {
  scope *top = &x->scopes[x->depth];
  bool word = in_name(c) && c != ':' && c != '.' && c != '-';
  if (word) {
    x->spelled = kolmo_hash_byte(x->spelled, c);
    return;
  }
  if (x->spelled) x->latest = x->spelled;
  x->spelled = 0;
  switch (c) {
    case '<': x->at = IN_OPENING; break;
    case '"':
      if (top->kind == '{' || top->kind == '[' || top->kind == '(') {
        x->at = IN_STRING;
        x->quote = c;
      }
      break;
    case ':': case '=':
      if (top->kind == '{') top->key = x->latest;
      break;
    case ',': case ';':
      if (top->kind == '{') top->key = 0;
      if (top->item < SCOPES_ITEMS) top->item++;
      x->latest = 0;
      break;
    case '{': case '[': case '(':
      scope_open(x, (uint8_t)c, top->key ? top->key : x->latest);
      x->latest = 0;
      break;
    case '}': scope_close(x, '{', 0); break;
    case ']': scope_close(x, '[', 0); break;
    case ')': scope_close(x, '(', 0); break;
  }
}

KOLMO_OP void scopes_tag(scopes_state *x, uint32_t c, uint32_t before) {
  if (c == '>') {
    if (before == '/' && x->scopes[x->depth].kind == '<') x->depth--;
    else x->scopes[x->depth].key = 0;
    x->at = IN_TEXT;
    x->spelled = 0;
  } else if (c == '"' || c == '\'') {
    x->at = IN_VALUE;
    x->quote = c;
  } else if (c == '=') {
    x->scopes[x->depth].key = x->spelled;
    x->spelled = 0;
  } else if (in_name(c)) {
    x->spelled = kolmo_hash_byte(x->spelled, c);
  } else {
    x->spelled = 0;
  }
}

/* NAME, OUTER: hashes of the innermost key, tag or bracket's name and of the one around it. PATH: of all that are open, and of `at`. SYNTAX: `at`, the kind
 * of scope, whether it has a key. AGAIN: the two bytes that came here when the path was entered last. VALUE, EARLIER: hashes of what came in this path so far,
 * and of all that came in it last time. */
KOLMO_OP void kolmo_scopes_byte(kolmo_model *m, const kolmo_stage *s) {
  scopes_state *x = kolmo_state_of(m, s);
  scope_place *places = kolmo_table_of(m, s);
  uint32_t *r = m->shared->registers + s->reg;
  uint32_t c = m->shared->last, position = m->shared->position, was = r[SCOPE_PATH];
  switch (x->at) {
    case IN_TEXT: scopes_text(x, c); break;
    case IN_STRING:
    case IN_VALUE:
      if (x->escaped) x->escaped = 0;
      else if (c == '\\' && x->at == IN_STRING) x->escaped = 1;
      else if (c == x->quote || c == '\n') {
        x->at = x->at == IN_VALUE ? IN_TAG : IN_TEXT;
        x->latest = x->spelled;
        x->spelled = 0;
        break;
      }
      x->spelled = kolmo_hash_byte(x->spelled, c);
      break;
    case IN_OPENING:
      x->spelled = 0;
      if (c == '/') x->at = IN_CLOSING;
      else if ((c | 32) >= 'a' && (c | 32) <= 'z') {
        x->at = IN_NAME;
        x->spelled = kolmo_hash_byte(0, c);
      } else {
        x->at = IN_TEXT;
        scopes_text(x, c);
      }
      break;
    case IN_NAME:
      if (in_name(c)) {
        x->spelled = kolmo_hash_byte(x->spelled, c);
        break;
      }
      scope_open(x, '<', x->spelled);
      x->spelled = 0;
      x->at = IN_TAG;
      scopes_tag(x, c, kolmo_byte_back(m, 2));
      break;
    case IN_TAG: scopes_tag(x, c, kolmo_byte_back(m, 2)); break;
    default: /* IN_CLOSING */
      if (c == '>') {
        scope_close(x, '<', x->spelled);
        x->spelled = 0;
        x->at = IN_TEXT;
      } else if (in_name(c)) {
        x->spelled = kolmo_hash_byte(x->spelled, c);
      } else {
        x->at = IN_TEXT;
        x->spelled = 0;
      }
  }
  const scope *top = &x->scopes[x->depth];
  uint32_t path = kolmo_hash_value(kolmo_hash_value(top->path, top->key), x->at | (top->kind == '[' ? top->item : 0u) << 3);
  r[SCOPE_VALUE] = kolmo_hash_byte(r[SCOPE_VALUE], c);
  if (path != was || (c == ',' && x->at == IN_TEXT)) { /* a place is entered: where was it entered last? */
    places[x->place].hash = r[SCOPE_VALUE];
    r[SCOPE_VALUE] = 0;
    x->place = kolmo_hash_value(path, 0) >> (32 - SCOPES_LOG);
    x->earlier = places[x->place].start;
    r[SCOPE_EARLIER] = places[x->place].hash;
    places[x->place].start = position;
  } else if (x->earlier) {
    x->earlier++;
  }
  r[SCOPE_NAME] = top->key ? top->key : top->name + top->kind;
  r[SCOPE_OUTER] = top->key ? top->name + top->kind : x->depth ? x->scopes[x->depth - 1].name + x->scopes[x->depth - 1].key : 0;
  r[SCOPE_PATH] = path;
  r[SCOPE_SYNTAX] = x->at | (top->kind == '<' ? 1u : top->kind == '{' ? 2u : top->kind == '[' ? 3u : top->kind == '(' ? 4u : 0) << 3 | (top->key != 0) << 6;
  bool there = x->earlier && position - x->earlier < m->ring_mask;
  r[SCOPE_AGAIN] = there ? m->ring[x->earlier & m->ring_mask] | (uint32_t)m->ring[(x->earlier + 1) & m->ring_mask] << 8 : 0;
}

KOLMO_OP uint64_t kolmo_scopes_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(scopes_state);
}

/* scope_place[4096]: what stood where the path has this hash. */
KOLMO_OP uint64_t kolmo_scopes_table_bytes(const kolmo_stage *s, unsigned size_log) {
  (void)s, (void)size_log;
  return sizeof(scope_place) << SCOPES_LOG;
}
#endif
