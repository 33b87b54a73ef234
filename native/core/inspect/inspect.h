/* Looking over a model's shoulder while it codes: what each byte costs, what else the model thought likely, what each of its components said and
 * how much that counted. The model is asked and told exactly as by an encoder, so that the costs are those of the archive; everything else is
 * measured beside it, in floats, and changes nothing. */
#ifndef KOLMO_INSPECT_H
#define KOLMO_INSPECT_H
#include "core/io.h"
#include "core/stage.h"

enum {
  KOLMO_GUESSES = 8,
  KOLMO_BIT_COST = 1 << 24, /* what a bit is in costs: the least cost of a bit of a byte is 370 of these, the most of a byte 2^31 */
};

/* A part of the model that has signals of its own. The first of them is its prediction. */
typedef struct {
  uint16_t first, count; /* signals */
} kolmo_component;

/* What a component said to the 8 bits of a byte. */
typedef struct {
  float said;   /* bits that the byte would have cost by its prediction alone */
  float weight; /* how far the prediction moves with the component's (in the logistic domain), through all mixers: the mean over the bits */
  float saved;  /* bits of the byte's cost that it saved; less than 0: that it added. They add up to 8 less the cost, but for what later stages corrected (APMs, clamps) */
} kolmo_said;

typedef struct {
  uint16_t p; /* of the byte coming next, in 1/65536, rounded down; 0: no guess */
  uint16_t byte;
} kolmo_guess;

typedef struct {
  const uint8_t *program;
  size_t program_bytes;
  uint64_t memory;           /* cap for the arena; 0: none */
  kolmo_text text;           /* as in kolmo_encode_options, all three */
  const uint8_t *vocabulary;
  size_t vocabulary_bytes;
  const kolmo_component *components;
  size_t component_count;
  size_t spread;             /* each so-many-th byte that is coded is kept with all that can be told; 0: none */
  size_t costly;             /* and so many of the others, the costliest */
  int guess_all;             /* nonzero: guesses for every byte that is coded, and not for kept ones alone */
  uint16_t floor;            /* the least p of a guess, at least 1 */
} kolmo_inspect_options;

/* All arrays are malloc's. A byte here is one that is coded: after the text transform, where there is one. */
typedef struct {
  size_t bytes;
  uint8_t *coded;        /* [bytes]: all blocks, one behind the other */
  uint32_t *costs;       /* [bytes]: in 1/KOLMO_BIT_COST bits */
  size_t guessed;        /* rows of guesses: `bytes` with guess_all, else `kept` */
  kolmo_guess *guesses;  /* [guessed][KOLMO_GUESSES]: the likeliest first */
  size_t kept;
  uint32_t *at;          /* [kept]: which byte, in no order */
  kolmo_said *said;      /* [kept][component_count] */
  kolmo_said *all;       /* [component_count]: sums over all bytes; of the weights too */
} kolmo_inspection;

/* Codes data[0..n), n below 2^31, as kolmo_encoder does in one segment. ERR_PROGRAM, ERR_MEMORY, ERR_OPTION, ERR_CPU, ABORTED (io->progress is told of
 * raw bytes; nothing is written). */
kolmo_status kolmo_inspect(const kolmo_inspect_options *options, const uint8_t *data, size_t n, const kolmo_io *io, kolmo_inspection *result, kolmo_error *error);
void kolmo_inspection_close(kolmo_inspection *result); /* all zeros is fine */
#endif
