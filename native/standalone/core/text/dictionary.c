/* The dictionary, coded by the very model that is here: it takes a third of the place, and seconds at each start. */
#include "core/text/front.h"
#include "core/text/vocabulary.h"
#include "model/dictionary.h"

typedef struct {
  char line[DICTIONARY_BYTES + 1];
  size_t n;
} restored;

static int keep(void *user, const uint8_t *data, size_t n) {
  restored *r = user;
  if (n > DICTIONARY_BYTES - r->n) return 1;
  memcpy(r->line + r->n, data, n);
  r->n += n;
  return 0;
}

static bool restore_line(restored *r) {
  const kolmo_decode_options options = {.memory = UINT64_MAX, .max_cost = UINT64_MAX};
  const kolmo_io io = {.write = keep, .progress = NULL, .user = r};
  kolmo_decoder *decoder;
  if (kolmo_decoder_open(&options, &io, &decoder, NULL)) return false;
  bool done = !kolmo_decoder_write(decoder, dictionary, sizeof dictionary, NULL) && !kolmo_decoder_finish(decoder, NULL);
  kolmo_decoder_close(decoder);
  return done;
}

uint8_t *kolmo_english_text(void) {
  restored *r = calloc(1, sizeof *r);
  kolmo_front front = {.text = malloc(kolmo_english_bytes), .n = 0, .before = 0};
  if (r && front.text && restore_line(r)) {
    kolmo_front_line(&front, r->line);
  } else {
    free(front.text);
    front.text = NULL;
  }
  free(r);
  return front.text;
}
