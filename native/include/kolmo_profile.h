/* kolmo_profile: where the time of coding goes, stage by stage. Not part of the core's archive-making: a build may leave it out
 * (native/profile.txt lists its files), and an encoder without one runs the same code as if it did not exist. */
#ifndef KOLMO_PROFILE_API_H
#define KOLMO_PROFILE_API_H
#include <kolmo.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct kolmo_profile kolmo_profile;

typedef struct {
  uint64_t length;   /* raw bytes that will come, or KOLMO_UNKNOWN_LENGTH: says how far apart rows and traced bytes are */
  unsigned every;    /* one burst of bytes in so many is timed; 1: all bytes are. At least 1 */
  unsigned rows;     /* at most so many rows of a course along the input */
  int fenced;        /* nonzero: each mark waits for all before it, so that no stage's work falls into the next one's time; overlap is lost */
  unsigned windows;  /* so many times along the input, each mark of some bytes is kept for a trace */
} kolmo_profile_options;

/* Which cell is whose. KOLMO_CELL_STAGE: five for each stage of the Program, in its order: what it does when a byte has come, when half of one
 * has, to predict a bit, to ask for what will be read, to learn from a bit. KOLMO_CELL_NETWORK: so many for each network, in the Program's order: of
 * each op its forward, its backward and its learning way, then softmax and errors. What is between belongs to no stage. */
enum {
  KOLMO_CELL_STAGE = 0,
  KOLMO_CELL_MOMENTS = 5,
  KOLMO_CELL_CODER = 64 * KOLMO_CELL_MOMENTS, /* between two walks of the model: the arithmetic coder */
  KOLMO_CELL_LIKELY,                          /* asking for what a likely byte will read */
  /* These four are no part of the walk; their times are nanoseconds of the thread's, and they are whole whatever was timed. */
  KOLMO_CELL_MODEL,                           /* opening the model, touching its memory */
  KOLMO_CELL_TEXT,                            /* the text transform */
  KOLMO_CELL_CHECK,                           /* checksums */
  KOLMO_CELL_WRITE,                           /* giving the archive's bytes away */
  KOLMO_CELL_PROFILE,                         /* what the profile does besides its marks */
  KOLMO_CELL_NETWORK,
  KOLMO_CELL_OPS = 64,                        /* of a network */
  KOLMO_CELL_SOFTMAX = 3 * KOLMO_CELL_OPS,    /* within a network's */
  KOLMO_CELL_ERRORS,
  KOLMO_NETWORK_CELLS,
  KOLMO_CELL_NETWORKS = 6,
  KOLMO_CELLS = KOLMO_CELL_NETWORK + KOLMO_CELL_NETWORKS * KOLMO_NETWORK_CELLS,
};

/* Times are in ticks of the CPU's counter; a time is all that its marks measured, the marks' own cost (mark_ticks each) included. */
typedef struct {
  uint64_t ticks, marks;
} kolmo_profile_cell;

/* A mark that was kept: what ran from the one before (or from `begin`) to `end` was `cell`. */
typedef struct {
  uint64_t begin, end;
  uint64_t at;       /* raw bytes that the model had seen */
  uint32_t cell;
} kolmo_profile_event;

/* The state after so many bytes. */
typedef struct {
  uint64_t bytes, ticks, timed; /* coded; since the start; of the bytes, those in timed bursts */
  double bits;                  /* of code, by the probabilities that the bits had */
} kolmo_profile_row;

typedef struct {
  double ticks_per_ns;
  double mark_ticks;             /* what a mark costs, in a loop of marks alone */
  uint64_t plain_ticks, plain_bytes, marked_ticks, marked_bytes; /* whole bytes that were not interrupted, outside and inside of timed bursts */
  uint64_t cpu_ns, wall_ns;      /* of this thread in the encoder's calls */
  uint64_t start;                /* ticks at the first of them */
  uint64_t bytes, timed;         /* that the model saw; of these, in timed bursts */
  uint64_t interrupted;          /* ticks between two marks that lay so far apart that something else must have run: counted in no cell */
  double bits;                   /* as in a row */
  int rendered;                  /* the walk is a shipped Program's rendered code; 0: it is interpreted */
  const char *path;              /* the CPU path */
  unsigned stages;
  const kolmo_profile_cell *cells; /* [KOLMO_CELLS] */
  size_t rows;
  const kolmo_profile_row *row;
  const uint64_t *row_ticks;     /* [rows][KOLMO_CELLS] */
  size_t events;
  const kolmo_profile_event *event;
  unsigned signals;
  const double *credit;          /* [signals]: bits saved against 1 bit a bit, shared among signals by their weights; of timed bytes */
  const uint64_t *trained;       /* [stages]: of MIXER: sets of weights that learned, of timed bytes */
  const uint64_t *sizes;         /* [stages][2]: bytes of state and of table */
  uint64_t errors[KOLMO_CELL_NETWORKS]; /* of each network: outputs' errors that were not 0, of timed bytes */
} kolmo_profile_result;

/* NULL: no memory, or no code path. An encoder fills it (kolmo_encode_options.profile), from one thread at a time. */
kolmo_profile *kolmo_profile_open(const kolmo_profile_options *options);
/* What it knows by now; the arrays live as long as it does, and until the encoder is written to again. */
void kolmo_profile_read(const kolmo_profile *profile, kolmo_profile_result *result);
void kolmo_profile_close(kolmo_profile *profile); /* NULL is fine; after the encoder's end */

enum { KOLMO_PEAK_READS = 6 };

/* What this CPU path can do at best: least times of several tries. Multiply-adds per nanosecond: of 8-bit integers into 32-bit sums, of 16-bit
 * ones, and of floats, a product and a sum each rounded (the contract allows nothing fused). All 0 without memory. */
typedef struct {
  double int8, int16, fp32;
  struct {
    uint64_t bytes;     /* that are read again and again */
    double per_ns;      /* bytes read in a nanosecond */
  } reads[KOLMO_PEAK_READS];
} kolmo_peaks;
void kolmo_measure_peaks(kolmo_peaks *peaks);

#ifdef __cplusplus
}
#endif
#endif
