/* Rendered code and the interpreter are two ways to run one Program: at every bit of several kinds of data they predict the same, and
 * afterwards the whole arena is the same. */
#include "archive.h"
#include "data.h"
#include "core/model.h"

enum { N = 12000 };

static void compare(const kolmo_shipped_program *shipped, const uint8_t *data, size_t n, const char *kind) {
  static kolmo_program program;
  kolmo_error error;
  CHECK(kolmo_program_parse(&program, shipped->bytes, shipped->length, &error) == KOLMO_OK, "%s", error.message);
  CHECK(program.shipped == shipped, "%s is not known by its bytes", shipped->name);
  CHECK(kolmo_program_fit(&program, n, 0, &error) == KOLMO_OK, "%s", error.message);
  kolmo_model rendered, interpreted;
  CHECK(kolmo_model_open(&rendered, &program, &error) == KOLMO_OK, "%s", error.message);
  CHECK(kolmo_model_open(&interpreted, &program, &error) == KOLMO_OK, "%s", error.message);
  CHECK(rendered.step == rendered.kernels->updates[shipped->update] && rendered.step != kolmo_model_interpret, "%s does not run as rendered code", shipped->name);
  interpreted.step = kolmo_model_interpret;
  for (size_t i = 0; i < n; i++)
    for (int b = 7; b >= 0; b--) {
      CHECK(rendered.shared->p == interpreted.shared->p, "%s, %s: byte %zu, bit %d: %" PRIu32 " and %" PRIu32, shipped->name, kind, i, 7 - b,
            rendered.shared->p, interpreted.shared->p);
      kolmo_model_update(&rendered, data[i] >> b & 1);
      kolmo_model_update(&interpreted, data[i] >> b & 1);
    }
  CHECK(memcmp(rendered.arena, interpreted.arena, program.memory) == 0, "%s, %s: the arenas differ", shipped->name, kind);
  kolmo_model_close(&rendered);
  kolmo_model_close(&interpreted);
}

int main(void) {
  static uint8_t data[N];
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    const kolmo_shipped_program *shipped = &kolmo_shipped_programs[i];
    fill_text(data, N, 3);
    compare(shipped, data, N, "text");
    fill_binary(data, N, 4);
    compare(shipped, data, N, "records");
    fill_random(data, N, 5);
    compare(shipped, data, N / 4, "noise");
    memset(data, 0, N);
    compare(shipped, data, N, "zeros");
  }
  return 0;
}
