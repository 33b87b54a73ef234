#include "core/text/text.h"
#include "core/code.h"

enum { POLL = 256 /* bytes between two looks at progress() */ };

static kolmo_status no_memory(kolmo_error *error) { return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory"); }

static uint8_t *copy_of(const uint8_t *bytes, size_t n) {
  uint8_t *copy = malloc(n ? n : 1);
  if (copy && n) memcpy(copy, bytes, n);
  return copy;
}

static kolmo_status open_english(kolmo_member_text *t, kolmo_error *error) {
  t->vocabulary = kolmo_english();
  return t->vocabulary ? KOLMO_OK : no_memory(error);
}

static kolmo_status open_code(kolmo_member_text *t, kolmo_error *error) {
  t->branches = malloc(sizeof *t->branches);
  return t->branches ? KOLMO_OK : no_memory(error);
}

/* `text` becomes the vocabulary's. */
static kolmo_status open_words(kolmo_member_text *t, uint8_t *text, bool lookup, kolmo_error *error) {
  kolmo_status status = kolmo_vocabulary_open(&t->own, text, t->bytes, lookup, error);
  if (!status) t->vocabulary = &t->own;
  return status;
}

kolmo_status kolmo_text_open(kolmo_member_text *t, kolmo_text kind, const uint8_t *vocabulary, size_t bytes, kolmo_error *error) {
  *t = (kolmo_member_text){.kind = kind == KOLMO_TEXT_BPE ? KOLMO_TEXT_WORDS : kind, .cut = kind == KOLMO_TEXT_BPE};
  if (kind == KOLMO_TEXT_NONE) return KOLMO_OK;
  if (kind == KOLMO_TEXT_DICT) return open_english(t, error);
  if (kind == KOLMO_TEXT_CODE) return open_code(t, error);
  if (t->kind != KOLMO_TEXT_WORDS) return kolmo_fail(error, KOLMO_ERR_OPTION, "text: unknown");
  if (bytes > KOLMO_VOCABULARY_MAX) return kolmo_fail(error, KOLMO_ERR_OPTION, "vocabulary: at most %d bytes", KOLMO_VOCABULARY_MAX);
  uint8_t *copy = copy_of(vocabulary, bytes);
  if (!copy) return no_memory(error);
  t->bytes = bytes;
  kolmo_status status = open_words(t, copy, true, error);
  return status == KOLMO_ERR_CORRUPT ? kolmo_fail(error, KOLMO_ERR_OPTION, "vocabulary: not words with a newline behind each") : status;
}

void kolmo_text_close(kolmo_member_text *t) {
  kolmo_vocabulary_close(&t->own);
  free(t->coded);
  free(t->branches);
  *t = (kolmo_member_text){0};
}

/* A model of the same Program for the vocabulary alone. It is closed before the member's own is opened. */
static kolmo_status open_model(kolmo_model *model, kolmo_program *program, size_t bytes, kolmo_error *error) {
  unsigned size_class = 0;
  while (size_class < program->size_class && (size_t)1 << size_class < bytes) size_class++;
  kolmo_program_layout(program, size_class);
  return kolmo_model_open(model, program, error);
}

static void close_model(kolmo_model *model, kolmo_program *program, unsigned size_class) {
  kolmo_model_close(model);
  kolmo_program_layout(program, size_class);
}

static kolmo_status pack(kolmo_member_text *t, kolmo_model *model, const kolmo_poll *poll, kolmo_error *error) {
  const uint8_t *text = t->vocabulary->text;
  size_t room = 0;
  if (!kolmo_reserve(&t->coded, &room, t->bytes + KOLMO_CODER_SLACK)) return no_memory(error);
  kolmo_arithmetic_encoder c;
  kolmo_encode_start(&c, t->coded);
  for (size_t i = 0; i < t->bytes; i++) {
    kolmo_status status = i % POLL ? KOLMO_OK : kolmo_ask(poll, error);
    if (status) return status;
    if (c.n + KOLMO_CODER_SLACK > room) { /* it may grow: nothing compares */
      if (!kolmo_reserve(&t->coded, &room, 2 * room)) return no_memory(error);
      c.out = t->coded;
    }
    kolmo_encode_byte(&c, model, text[i]);
  }
  kolmo_encode_finish(&c);
  t->coded_bytes = c.n;
  return KOLMO_OK;
}

kolmo_status kolmo_text_pack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error) {
  if (t->kind != KOLMO_TEXT_WORDS || t->coded) return KOLMO_OK;
  const unsigned size_class = program->size_class;
  kolmo_model model;
  kolmo_status status = open_model(&model, program, t->bytes, error);
  if (!status) status = pack(t, &model, poll, error);
  close_model(&model, program, size_class);
  return status;
}

static kolmo_status unpack(const kolmo_member_text *t, kolmo_model *model, uint8_t *text, const kolmo_poll *poll, kolmo_error *error) {
  kolmo_arithmetic_decoder c;
  kolmo_decode_start(&c, t->coded, t->coded_bytes);
  for (size_t i = 0; i < t->bytes; i++) {
    kolmo_status status = i % POLL ? KOLMO_OK : kolmo_ask(poll, error);
    if (status) return status;
    text[i] = kolmo_decode_byte(&c, model);
  }
  return KOLMO_OK;
}

kolmo_status kolmo_text_unpack(kolmo_member_text *t, kolmo_program *program, const kolmo_poll *poll, kolmo_error *error) {
  if (t->kind == KOLMO_TEXT_NONE || t->vocabulary || t->branches) return KOLMO_OK;
  if (t->kind == KOLMO_TEXT_DICT) return open_english(t, error);
  if (t->kind == KOLMO_TEXT_CODE) return open_code(t, error);
  uint8_t *text = malloc(t->bytes);
  if (!text) return no_memory(error);
  const unsigned size_class = program->size_class;
  kolmo_model model;
  kolmo_status status = open_model(&model, program, t->bytes, error);
  if (!status) status = unpack(t, &model, text, poll, error);
  close_model(&model, program, size_class);
  if (status) {
    free(text);
    return status;
  }
  status = open_words(t, text, false, error);
  return status == KOLMO_ERR_CORRUPT ? kolmo_fail(error, status, "the archive is damaged: vocabulary") : status;
}

size_t kolmo_text_transform(const kolmo_member_text *t, const uint8_t *raw, size_t n, uint64_t at, uint8_t *text) {
  if (t->kind == KOLMO_TEXT_NONE) return 0;
  return t->kind == KOLMO_TEXT_CODE ? kolmo_branches_encode(t->branches, raw, n, at, text) : kolmo_text_encode(t->vocabulary, t->cut, raw, n, text, NULL);
}

bool kolmo_text_restore(const kolmo_member_text *t, const uint8_t *text, size_t n, uint64_t at, uint8_t *raw, size_t raw_n) {
  if (t->kind == KOLMO_TEXT_CODE) return n == raw_n + 1 && kolmo_branches_decode(t->branches, text, raw_n, at, raw);
  return kolmo_text_decode(t->vocabulary, text, n, raw, raw_n);
}

size_t kolmo_text_put(const kolmo_member_text *t, uint8_t *h) {
  size_t n = 0;
  h[n++] = (uint8_t)t->kind;
  if (t->kind == KOLMO_TEXT_DICT) {
    kolmo_store64(h + n, kolmo_english_hash);
    return n + 8;
  }
  if (t->kind == KOLMO_TEXT_CODE) return n;
  n += kolmo_put_varint(h + n, t->bytes);
  return n + kolmo_put_varint(h + n, t->coded_bytes);
}

kolmo_status kolmo_text_get(kolmo_member_text *t, kolmo_reader *in, kolmo_error *error) {
  *t = (kolmo_member_text){0};
  const uint8_t kind = kolmo_get8(in);
  if (in->failed) return KOLMO_OK;
  if (kind == KOLMO_TEXT_DICT) {
    t->hash = kolmo_get64(in);
  } else if (kind == KOLMO_TEXT_WORDS) {
    uint64_t bytes = kolmo_get_varint(in), coded = kolmo_get_varint(in);
    if (in->failed) return KOLMO_OK;
    if (bytes < 2 || bytes > KOLMO_VOCABULARY_MAX || coded > 2 * KOLMO_VOCABULARY_MAX) return kolmo_fail(error, KOLMO_ERR_CORRUPT, "the archive is damaged: vocabulary");
    t->coded = (uint8_t *)(uintptr_t)kolmo_take(in, (size_t)coded);
    t->coded_bytes = (size_t)coded;
    t->bytes = (size_t)bytes;
  } else if (kind != KOLMO_TEXT_CODE) {
    return kolmo_fail(error, KOLMO_ERR_CORRUPT, "the archive is damaged: vocabulary");
  }
  t->kind = kind;
  return KOLMO_OK;
}

kolmo_status kolmo_text_keep(kolmo_member_text *t, kolmo_error *error) {
  if (t->kind == KOLMO_TEXT_DICT && t->hash != kolmo_english_hash)
    return kolmo_fail(error, KOLMO_ERR_PROGRAM, "needs dictionary %016llx, which this build does not ship", (unsigned long long)t->hash);
  if (t->kind != KOLMO_TEXT_WORDS) return KOLMO_OK;
  t->coded = copy_of(t->coded, t->coded_bytes);
  return t->coded ? KOLMO_OK : no_memory(error);
}

kolmo_status kolmo_text_measure(kolmo_text kind, const uint8_t *vocabulary, size_t vocabulary_bytes, const uint8_t *data, size_t n, kolmo_text_sizes *sizes,
                                kolmo_error *error) {
  kolmo_member_text t;
  kolmo_status status = kolmo_text_open(&t, kind, vocabulary, vocabulary_bytes, error);
  uint8_t *text = status ? NULL : malloc(n + 1);
  if (!status && !text) status = no_memory(error);
  if (!status) {
    *sizes = (kolmo_text_sizes){.bytes = n};
    const size_t made = t.vocabulary ? kolmo_text_encode(t.vocabulary, t.cut, data, n, text, sizes) : kolmo_text_transform(&t, data, n, 0, text);
    if (made) sizes->bytes = made;
  }
  free(text);
  kolmo_text_close(&t);
  return status;
}
