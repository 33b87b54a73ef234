/* The text transform: words become codes, capitals become marks, and back (docs/format.md §2.1). */
#ifndef KOLMO_TEXT_TRANSFORM_H
#define KOLMO_TEXT_TRANSFORM_H
#include "core/text/vocabulary.h"

/* What raw[0..n) becomes, in text[0..n): returns its length, or 0 when that would not be less than n. With `cut`, what is no word of the vocabulary is
 * cut into words of it. Adds to `sizes` what was covered, where it is not NULL. */
size_t kolmo_text_encode(const kolmo_vocabulary *v, bool cut, const uint8_t *raw, size_t n, uint8_t *text, kolmo_text_sizes *sizes);

/* Restores raw[0..raw_n) from text[0..n), which may come from anybody; whether it is right. */
bool kolmo_text_decode(const kolmo_vocabulary *v, const uint8_t *text, size_t n, uint8_t *raw, size_t raw_n);
#endif
