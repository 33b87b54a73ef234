/* The archive's fixed numbers (docs/format.md §2), shared by encoder and decoder. */
#ifndef KOLMO_FRAME_H
#define KOLMO_FRAME_H
#include "core/libc.h"

static const uint8_t KOLMO_MAGIC[4] = {0xCE, 0xBA, 0x4C, 0x4D};        /* "κLM" */
static const uint8_t KOLMO_INDEX_MAGIC[4] = {0xCE, 0xBA, 0x49, 0x58};  /* "κIX" */

enum {
  KOLMO_FLAG_EMBEDDED = 1,     /* the header carries the Program, not only its hash */
  KOLMO_FLAG_LENGTH = 2,       /* the header tells the raw length */
  KOLMO_FLAG_SNAPSHOT = 4,     /* the header tells after how many bytes of the first segment a snapshot is taken */
  KOLMO_FLAG_TEXT = 8,         /* the header tells the vocabulary of the member's text blocks */
  KOLMO_FLAGS = 15,
};

enum {
  KOLMO_TAG_END = 0x00,
  KOLMO_TAG_END_INDEX = 0x01,
  KOLMO_TAG_CODED = 0x10,
  KOLMO_TAG_STORED = 0x11,
  KOLMO_TAG_CODED_TEXT = 0x12,  /* the same of blocks that went through the text transform */
  KOLMO_TAG_STORED_TEXT = 0x13,
  KOLMO_TAG_SEGMENT = 0x20,
};

enum { KOLMO_SEGMENT_INITIAL = 0, KOLMO_SEGMENT_SNAPSHOT = 1 }; /* the state that a segment starts from */

/* No coded byte can stand for more raw bytes than this: eight bits at probability 65535/65536 cost 1/45,426 of one. A block that
 * claims more is refused before any work is done on it. */
enum { KOLMO_EXPANSION_MAX = 65536, KOLMO_EXPANSION_SLACK = 16 };
#endif
