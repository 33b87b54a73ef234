/* counted PROGRAM INPUT EVERY TEXT VOCABULARY: compresses INPUT with the Program in a file, under callgrind, which at each mark in a timed burst of bytes (one in
 * EVERY) dumps what it counted since the last one, under the cell's number; KOLMO_CELLS is what a mark itself takes. Last line on stderr: "counted", the bytes that
 * the model saw, and those of them in timed bursts. Linked with a profile whose marks are those of counted.h. */
#include "file.h"
#include "core/profile/mark.h"

int kolmo_counting;
char kolmo_cell_names[KOLMO_CELLS + 1][8];

static int drop(void *user, const uint8_t *data, size_t n) {
  (void)user, (void)data, (void)n;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 6) return fprintf(stderr, "usage: counted PROGRAM INPUT EVERY TEXT VOCABULARY\n"), 2;
  content program = read_whole(argv[1]), input = read_whole(argv[2]), vocabulary = read_whole(argv[5]);
  for (unsigned i = 0; i <= KOLMO_CELLS; i++) snprintf(kolmo_cell_names[i], sizeof kolmo_cell_names[i], "%u", i);
  kolmo_profile *profile = kolmo_profile_open(&(kolmo_profile_options){.length = input.length, .every = (unsigned)strtoul(argv[3], NULL, 10)});
  if (!profile) return fprintf(stderr, "no memory\n"), 1;
  kolmo_counting = 1;
  kolmo_mark_anew(profile);
  kolmo_mark(profile, KOLMO_CELLS);
  kolmo_error error;
  kolmo_encoder *encoder = NULL;
  kolmo_encode_options options = {.program = program.bytes, .program_bytes = program.length, .length = input.length,
                                  .text = (kolmo_text)strtoul(argv[4], NULL, 10), .vocabulary = vocabulary.bytes, .vocabulary_bytes = vocabulary.length, .profile = profile};
  kolmo_io io = {.write = drop};
  if (kolmo_encoder_open(&options, &io, &encoder, &error) != KOLMO_OK || kolmo_encoder_write(encoder, input.bytes, input.length, &error) != KOLMO_OK ||
      kolmo_encoder_finish(encoder, &error) != KOLMO_OK)
    return fprintf(stderr, "%s: %s\n", kolmo_status_name(error.status), error.message), 1;
  kolmo_counting = 0;
  kolmo_profile_result result;
  kolmo_profile_read(profile, &result);
  fprintf(stderr, "counted %llu %llu\n", (unsigned long long)result.bytes, (unsigned long long)result.timed);
  kolmo_encoder_close(encoder);
  kolmo_profile_close(profile);
  free(program.bytes);
  free(input.bytes);
  free(vocabulary.bytes);
  return 0;
}
