/* The dictionary that kolmo ships, as text. */
#include "core/text/front.h"
#include "core/text/vocabulary.h"

uint8_t *kolmo_english_text(void) {
  kolmo_front front = {.text = malloc(kolmo_english_bytes), .n = 0, .before = 0};
  for (size_t line = 0; front.text && line < kolmo_english_line_count; line++) kolmo_front_line(&front, kolmo_english_lines[line]);
  return front.text;
}
