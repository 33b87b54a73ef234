/* Positions are counted modulo 2^32. A model that starts just below the wrap codes, decodes and finds repetitions across it like any
 * other: 4 GiB files work, without a file of 4 GiB. */
#include "archive.h"
#include "data.h"
#include "guard.h"

enum { N = 12000, PERIOD = 1500 };

static uint8_t text[N], coded[2 * N + KOLMO_CODER_SLACK];

static size_t coded_at(kolmo_model *m, uint32_t position, const char *name) {
  kolmo_model_reset_at(m, position);
  size_t n = model_encode(m, text, N, coded);
  CHECK(m->shared->position == (uint32_t)(position + N), "%s: position %" PRIu32, name, m->shared->position);
  kolmo_model_reset_at(m, position);
  model_decode(m, coded, n, text, N);
  return n;
}

static void across(const uint8_t *bytes, size_t length, const char *name, size_t stride) {
  static kolmo_program program;
  kolmo_error error;
  CHECK(kolmo_program_parse(&program, bytes, length, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_program_fit(&program, N, 0, &error) == KOLMO_OK, "%s", error.message);
  kolmo_model m;
  CHECK(kolmo_model_open(&m, &program, &error) == KOLMO_OK, "%s", error.message);
  size_t plain = coded_at(&m, 0, name);
  /* The wrap inside the first period, in the middle, at a repetition, at the last byte; and far from any. */
  static const uint32_t before[] = {1, 2, 48, PERIOD / 2, PERIOD, N / 2, N - 1, N, 0x80000000u, 0x80000000u + N / 2};
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i += stride) {
    size_t n = coded_at(&m, 0 - before[i], name);
    size_t more = n > plain ? n - plain : plain - n;
    CHECK(more <= 8, "%s: %zu bytes from 2^32 - %" PRIu32 ", %zu from 0", name, n, before[i], plain);
  }
  kolmo_model_close(&m);
}

int main(void) {
  fill_text(text, PERIOD, 12);
  for (size_t i = PERIOD; i < N; i++) text[i] = text[i - PERIOD];
  for (size_t i = PERIOD + 700; i < N; i += 1700) text[i] ^= 1; /* so that matches end and are found again */
  kolmo_encode_options fast = fast_options();
  across(fast.program, fast.program_bytes, "one match", 1);
  for (unsigned level = 1; level <= 9; level += 4) {
    const kolmo_shipped_program *p = find_program(level);
    across(p->bytes, p->length, p->name, level == 9 ? (SLOWNESS + 1) / 2 : 1); /* its networks take ten seconds for each place under sanitizers */
  }
  return 0;
}
