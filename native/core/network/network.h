/* What a NETWORK stage is: vectors, ops on them, what to do backward and what to learn (docs/format.md §6, NETWORK).
 *
 * An exported program defines KOLMO_USES, and KOLMO_USES_… for what its networks use of what a network may (src/render/standalone.ts): functions that all
 * networks have are then without the rest. Elsewhere nothing of that is defined, and all is there. */
#ifndef KOLMO_NETWORK_H
#define KOLMO_NETWORK_H
#include "core/libc.h"

enum {
  KOLMO_NET_VECTORS = 32,
  KOLMO_NET_WIDTH = 1024,  /* floats in a vector, at most */
  KOLMO_NET_OPS = 64,
  KOLMO_NET_WINDOW = 64,   /* bytes between two updates, at most */
  KOLMO_NET_ROW = 28,      /* numbers in a row */
  KOLMO_NET_ROW_WIDTH = 32, /* width of a vector of rows: the last four are 0 */
  KOLMO_NET_SYMBOLS = 256,
  KOLMO_NET_LATER = 4,     /* windows that an update waits, at most; and that are learned again */
  KOLMO_NET_CREDIT = 4,    /* windows that gradients go back, at most */
  KOLMO_NET_DOUBLINGS = 6, /* of a window's length, at most */
  KOLMO_NET_NIBBLES = 16 + 256, /* logits of a byte's high nibble, and of its low one after each high one */
  KOLMO_NET_AGAIN = 4096,  /* more than all numbers of what is learned again: sets the low nibble's random numbers apart */
  KOLMO_NET_STATES = 256,  /* that attention looks at, at most */
  KOLMO_NET_STEPS = 127,   /* of an output's error, at most */
};

/* Sums over so many outputs take half as many pairs: output 32·b + j with 32·b + 16 + j, j < 16. */
#define NET_PAIRED(outs) (((outs) + 31) / 32 * 16)

typedef enum {
  KOLMO_NET_ROWS = 1,
  KOLMO_NET_DENSE,
  KOLMO_NET_BIAS,
  KOLMO_NET_ACT,
  KOLMO_NET_RECUR,
  KOLMO_NET_NORM,
  KOLMO_NET_DELAY,
  KOLMO_NET_MASKED,
  KOLMO_NET_ATTEND,
} kolmo_net_code;

typedef enum { KOLMO_MASK_BAND, KOLMO_MASK_HASHED, KOLMO_MASKS } kolmo_net_mask;
typedef enum { KOLMO_FALL_NONE, KOLMO_FALL_LINEAR, KOLMO_FALL_ROOT, KOLMO_FALLS } kolmo_net_fall;
/* What a NETWORK's form says, bit by bit: the last ones, that numbers follow behind epsilon. */
enum {
  KOLMO_FORM_PRECISE = 1,
  KOLMO_FORM_SGD = 2,
  KOLMO_FORM_CLIP = 4,
  KOLMO_FORM_FALL = 8,
  KOLMO_FORM_LATER = 16,
  KOLMO_FORM_WHEN = 32,
  KOLMO_FORM_CREDIT = 64,
  KOLMO_FORM_DOUBLINGS = 128,
  KOLMO_FORMS = 256,
};

typedef enum { KOLMO_ACT_IDENTITY, KOLMO_ACT_TANH, KOLMO_ACT_SIGMOID, KOLMO_ACT_RELU, KOLMO_ACTS } kolmo_net_act;

/* Each adds what it computes to its vector `to`. Places are offsets in the stage's state, in bytes. */
typedef struct {
  uint8_t code, act;
  uint8_t from, to;            /* vectors */
  uint8_t pattern;             /* of MASKED */
  uint8_t span;                /* of DENSE and MASKED: how many vectors it reads side by side, `from` and those behind it */
  uint16_t ins, outs;          /* how many numbers it reads (ROWS, BIAS: writes), and writes */
  uint32_t rate;               /* of learning, in 2^-24 */
  uint16_t columns;            /* of DENSE and MASKED: weights in a row; those of DENSE are for all that it reads */
  uint32_t init;               /* of these: weights begin within ±init / 65,536 */
  uint16_t first, count;       /* of ROWS: its contexts among the stage's lists */
  uint8_t boost;               /* of ROWS: how much faster a new row learns */
  size_t weights;              /* float [outs][columns]; of BIAS [outs] */
  size_t moments, age;         /* float [outs], of BIAS [1]: each row's mean square of gradients, and what an averaged 1 would be by now */
  size_t bytes, scale, totals; /* of DENSE and MASKED: the weights in int8 [outs / 16][columns / 4][16][4], float [outs], int32 [outs] */
  size_t pairs;                /* of these but for the logits: the same weights for the way back, pairs of int16 [NET_PAIRED(outs)][columns] */
  uint8_t source;              /* of these: the op that quantizes what it reads: itself, or an earlier one */
  size_t input;                /* there: int8 [ins], of this step */
  size_t units, inputs;        /* and float [kept][window], pairs of int16 [kept][(window + 1) / 2][ins]: of the windows */
  size_t blocks, near;         /* of MASKED: uint8 [(outs + 31) / 32][columns / 16], which sixteens of inputs the rows have; `inputs` of some outputs */
  size_t lines;                /* of ROWS: uint32 [kept][window][count], where the rows lie in the table */
  uint16_t states;             /* of ATTEND: how many it looks at, a multiple of 16 */
  size_t saved, carry, back;   /* of ATTEND: float [kept][window][states] shares, [kept][states + window][2·outs] keys and values, [window][2·outs]
                                * of RECUR: float [kept][window][ins] gates, [kept][window + 1][outs] cells, [outs] */
} kolmo_net_op;

static inline bool kolmo_net_multiplies(const kolmo_net_op *op) { return op->code == KOLMO_NET_DENSE || op->code == KOLMO_NET_MASKED; }

typedef struct kolmo_network {
  uint8_t vectors, ops, backs, learns;
  uint8_t precise;                      /* fp32 forward in place of int8 */
  uint8_t nibbles;                      /* KOLMO_NET_NIBBLES logits in place of KOLMO_NET_SYMBOLS */
  uint8_t logits;                       /* the vector that becomes a distribution */
  uint8_t window, decay, epsilon;       /* window: bytes between two updates, where it does not grow any more */
  uint8_t delay, replay, credit;        /* windows: that an update waits; that are learned once more; that gradients go back through, its own among them */
  uint8_t doublings, between;           /* how often windows become twice as long, up to `window`; log2 of how many there are before each time */
  uint8_t kept;                         /* windows that are remembered for these: the sum of the three */
  uint8_t steps;                        /* 1/steps is the least error of an output */
  uint16_t warm;                        /* windows until the full rate */
  uint8_t sgd;                          /* gradients are not divided by their mean square's root */
  uint8_t fall, least;                  /* how rates fall: kolmo_net_fall; what is left of them at least, in 1/256 */
  uint32_t after, over;                 /* KiB: from where on; how slowly */
  uint32_t clip;                        /* of a row's gradient: its mean square's root, at most, in 1/65,536; 0: any */
  uint16_t widths[KOLMO_NET_VECTORS];
  uint32_t starts[KOLMO_NET_VECTORS];   /* where a vector is among a step's numbers: side by side, in their order */
  uint32_t total;                       /* numbers of a step */
  size_t values, gradients;             /* float [kept][window + 1][total], [window + 1][total]; [0] is the last of the window before; of the logits there is no gradient */
  const kolmo_net_op *op;               /* [ops] */
  uint8_t back[KOLMO_NET_OPS], learn[KOLMO_NET_OPS];
  size_t errors, counts;                /* kolmo_net_error [kept][window][steps + 1, twice that with nibbles], uint16 [kept][window] */
  size_t symbols;                       /* uint8 [kept][window]: what came, to be learned again */
  size_t state;                         /* bytes in all */
} kolmo_network;

/* Bytes of the window that so many windows came before. */
static inline unsigned kolmo_net_length(const kolmo_network *k, uint32_t windows) {
  const uint32_t doubled = k->doublings ? windows >> k->between : 0;
  return doubled < k->doublings ? k->window >> (k->doublings - doubled) : k->window;
}

/* An output's error in 1/steps, where it is not 0. */
typedef struct {
  uint16_t symbol; /* the logit's number */
  int16_t error;
} kolmo_net_error;

/* A row of the table: one cache line. */
typedef struct {
  int16_t w[KOLMO_NET_ROW]; /* Q12 */
  float moment;             /* of the gradient, its mean square */
  uint16_t check, count;    /* of its context's hash; of its updates, up to 65,535 */
} kolmo_net_row;

/* At the state's start. */
typedef struct {
  uint32_t step;     /* bytes in this window so far */
  uint32_t windows;  /* that are over, up to 2^31 */
  uint32_t ready;    /* a prediction waits for its byte */
  uint32_t expected; /* the likeliest byte */
  uint32_t slot;     /* of the windows kept, the one that is at work */
  uint32_t rests;    /* it has nothing to do with this byte */
  uint32_t most, all; /* how likely: most of all */
  uint32_t made;     /* bits: high nibbles after which this step's low ones are known; 0 but with nibbles */
  uint32_t tree[2 * KOLMO_NET_SYMBOLS]; /* [1]: the sum of all; [2i], [2i + 1]: what [i] is the sum of; leaves from 256 on. With nibbles 16 … 31
                                         * are leaves, too: below each of them another tree begins, in 32 … 511 */
} kolmo_net_state;
#endif
