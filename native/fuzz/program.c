/* Any bytes as a Program: refused with ERR_PROGRAM, or it runs inside its tables and restores what it coded. */
#include "../test/data.h"
#include "../test/guard.h"

enum { N = 160, MEMORY = 8 << 20, COST = 8192 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static kolmo_program program;
  static guarded_model model;
  static uint8_t sample[N], coded[2 * N + KOLMO_CODER_SLACK];
  if (sample[0] == 0) {
    fill_text(sample, N / 2, 9);
    fill_binary(sample + N / 2, N / 4, 9);
    memcpy(sample + N / 4 * 3, sample, N / 4);
  }
  kolmo_error error = {KOLMO_OK, ""};
  kolmo_status status = kolmo_program_parse(&program, data, n, &error);
  CHECK(status == KOLMO_OK || (status == KOLMO_ERR_PROGRAM && error.message[0]), "%s", kolmo_status_name(status));
  if (status) return 0;
  kolmo_program_layout(&program, KOLMO_SIZE_CLASS_MAX);
  check_layout(&program);
  if (kolmo_program_fit(&program, N, MEMORY, &error) || kolmo_program_allow(&program, 1, MEMORY, COST, &error)) return 0;
  check_layout(&program);
  CHECK(guarded_open(&model, &program), "no memory");
  size_t coded_n = model_encode(&model.model, sample, N, coded);
  guarded_close(&model);
  CHECK(guarded_open(&model, &program), "no memory");
  model_decode(&model.model, coded, coded_n, sample, N);
  guarded_close(&model);
  return 0;
}
