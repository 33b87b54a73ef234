/* instructions PROGRAM INPUT: compresses INPUT with the Program in a file and prints the archive's bytes. For callgrind with
 * --toggle-collect=coding, which then counts the coding alone: no set-up, no file reading. */
#include "file.h"
#include "kolmo.h"

static int count(void *user, const uint8_t *data, size_t n) {
  (void)data;
  *(size_t *)user += n;
  return 0;
}

/* External, so that the compiler keeps its name and callgrind finds it. */
kolmo_status coding(kolmo_encoder *encoder, content input, kolmo_error *error);
__attribute__((noinline)) kolmo_status coding(kolmo_encoder *encoder, content input, kolmo_error *error) {
  kolmo_status status = kolmo_encoder_write(encoder, input.bytes, input.length, error);
  return status == KOLMO_OK ? kolmo_encoder_finish(encoder, error) : status;
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: instructions PROGRAM INPUT\n"), 2;
  content program = read_whole(argv[1]), input = read_whole(argv[2]);
  size_t archive = 0;
  kolmo_error error;
  kolmo_encoder *encoder = NULL;
  kolmo_encode_options options = {.program = program.bytes, .program_bytes = program.length, .length = input.length};
  kolmo_io io = {.write = count, .user = &archive};
  if (kolmo_encoder_open(&options, &io, &encoder, &error) != KOLMO_OK || coding(encoder, input, &error) != KOLMO_OK)
    return fprintf(stderr, "%s: %s\n", kolmo_status_name(error.status), error.message), 1;
  kolmo_encoder_close(encoder);
  free(program.bytes);
  free(input.bytes);
  printf("%zu\n", archive);
  return 0;
}
