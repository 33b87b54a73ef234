/* kolmo: a lossless compressor that learns while it codes. The C API of the core.
 *
 * The core is portable C11 (gnu11): no Node, no libm, no malloc within a block. It takes a Program (the flat form of a
 * model graph, docs/format.md §4) and turns bytes into an archive (docs/format.md §2) and back.
 *
 * Conventions: every function that can fail returns a kolmo_status and, when `error` is not NULL, fills it with a message
 * fit for a person. Buffers are borrowed for the call only. Sizes are bytes. No function is re-entrant on one object;
 * different objects may be used from different threads. */
#ifndef KOLMO_H
#define KOLMO_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KOLMO_VERSION "0.1.0"

enum {
  KOLMO_FORMAT_VERSION = 0,  /* the archive's framing; stays 0 until the first stable release */
  KOLMO_OPSET_REVISION = 27,  /* bumped by any commit that changes what an op computes, how a Program is encoded or what a frame holds */
};

#define KOLMO_UNKNOWN_LENGTH UINT64_MAX
#define KOLMO_DEFAULT_MEMORY ((uint64_t)2 << 30) /* decoding refuses archives that need more, unless told otherwise */
#define KOLMO_DEFAULT_MAX_COST ((uint64_t)262144) /* cost units per byte (docs/format.md §4.4); a unit is about 1 ns */

typedef enum {
  KOLMO_OK = 0,
  KOLMO_ERR_NOT_KOLMO = 1,     /* the first bytes are not an archive's */
  KOLMO_ERR_VERSION = 2,       /* an archive of another format version or op-set revision */
  KOLMO_ERR_TRUNCATED = 3,     /* the archive ends early */
  KOLMO_ERR_CORRUPT = 4,       /* a checksum, a field or the coded data is wrong */
  KOLMO_ERR_TRAILING = 5,      /* bytes after the archive that are not another archive */
  KOLMO_ERR_PROGRAM = 6,       /* a Program that is malformed, unknown, or costs more than allowed */
  KOLMO_ERR_MEMORY = 7,        /* needs more memory than allowed, or the system has none */
  KOLMO_ERR_OUTPUT_LIMIT = 8,  /* the output would exceed the caller's limit */
  KOLMO_ERR_OPTION = 9,        /* an option is out of range or contradicts the input */
  KOLMO_ERR_CPU = 10,          /* KOLMO_CPU names a code path that this CPU or build lacks */
  KOLMO_ABORTED = 11,          /* progress() asked to stop */
  KOLMO_ERR_SINK = 12,         /* write() failed */
} kolmo_status;

typedef struct {
  kolmo_status status;
  char message[200]; /* NUL-terminated, one line, without the code */
} kolmo_error;

/* Name of a status as users see it: "ERR_CORRUPT"; "OK" for KOLMO_OK, "ABORT_ERR" for KOLMO_ABORTED. */
const char *kolmo_status_name(kolmo_status status);

/* ---- CPU paths -------------------------------------------------------------------------------------------------- */

/* Name of the path in use: "scalar", "avx2", "avx512" or "neon". The environment variable KOLMO_CPU, read at the first call of
 * anything here, forces one; NULL and KOLMO_ERR_CPU when the forced one is missing. All paths make the same archive bytes. */
const char *kolmo_cpu(kolmo_error *error);
/* Forces a path in place of KOLMO_CPU; NULL or "": the best. Not while other threads code. */
void kolmo_cpu_force(const char *name);
/* Fills names[0..max) with the paths that this build and CPU offer; returns how many there are. */
size_t kolmo_cpu_paths(const char **names, size_t max);

/* ---- Programs --------------------------------------------------------------------------------------------------- */

typedef struct {
  uint64_t hash;          /* names the Program in an archive */
  const char *name;       /* of a shipped Program ("level5"), or NULL */
  uint64_t memory;        /* arena bytes at the asked size class */
  uint64_t cost;          /* worst-case cost units per byte */
  unsigned size_class;    /* the class that `memory` is for */
  unsigned stages;        /* count */
} kolmo_program_info;

/* Validates Program bytes completely and tells what it needs for inputs of `length` bytes (or KOLMO_UNKNOWN_LENGTH)
 * within `memory` bytes (0: no cap). Errors: ERR_PROGRAM, ERR_MEMORY (even the smallest tables do not fit). */
kolmo_status kolmo_program_check(const uint8_t *program, size_t bytes, uint64_t length, uint64_t memory,
                                 kolmo_program_info *info, kolmo_error *error);

/* ---- Coding ----------------------------------------------------------------------------------------------------- */

typedef struct {
  /* Takes `n` bytes of output. Return 0, or anything else to fail the call with KOLMO_ERR_SINK. */
  int (*write)(void *user, const uint8_t *data, size_t n);
  /* May be NULL. Called every 256 raw bytes or so, so let it be quick; return nonzero to stop with KOLMO_ABORTED. */
  int (*progress)(void *user, uint64_t bytes_in, uint64_t bytes_out);
  void *user;
} kolmo_io;

/* A model's state after the first bytes of an archive, which later segments start from. It does not change, and several coders may
 * use it at once. */
typedef struct kolmo_snapshot kolmo_snapshot;
void kolmo_snapshot_close(kolmo_snapshot *snapshot); /* NULL is fine */

/* What blocks become before they are coded (docs/format.md §2.1, 2.2). */
typedef enum {
  KOLMO_TEXT_NONE = 0,
  KOLMO_TEXT_DICT = 1,  /* words become codes, by the English dictionary that kolmo ships */
  KOLMO_TEXT_WORDS = 2, /* … by a vocabulary that the archive carries */
  KOLMO_TEXT_CODE = 3,  /* relative addresses in machine code become absolute */
  KOLMO_TEXT_BPE = 4,   /* for encoders: as KOLMO_TEXT_WORDS, which the archive says it is, and other words are cut into words of the vocabulary */
} kolmo_text;

/* What the text transform makes of data. */
typedef struct {
  uint64_t bytes;     /* after it; as many as before when it would not be fewer */
  uint64_t covered;   /* raw bytes of words that became codes */
  uint64_t letters;   /* raw bytes of words in all, those that are not in the vocabulary among them */
} kolmo_text_sizes;

/* Measures the transform of data[0..n), as one block. `vocabulary` is for KOLMO_TEXT_WORDS and KOLMO_TEXT_BPE. ERR_OPTION, ERR_MEMORY. */
kolmo_status kolmo_text_measure(kolmo_text text, const uint8_t *vocabulary, size_t vocabulary_bytes, const uint8_t *data, size_t n, kolmo_text_sizes *sizes,
                                kolmo_error *error);

typedef struct {
  const uint8_t *program; /* borrowed for the open call only */
  size_t program_bytes;
  uint64_t length;        /* total input bytes, or KOLMO_UNKNOWN_LENGTH */
  uint64_t memory;        /* cap for the arena, and the snapshot's where there is one, together; 0: none */
  kolmo_text text;        /* blocks for which it does something go through the text transform */
  const uint8_t *vocabulary; /* of KOLMO_TEXT_WORDS and KOLMO_TEXT_BPE: words, each with a newline behind it; borrowed for the open call only */
  size_t vocabulary_bytes;   /* at most KOLMO_VOCABULARY_MAX */
  uint64_t segment;       /* raw bytes per segment (at least KOLMO_SEGMENT_MIN), or 0: one segment */
  uint64_t snapshot;      /* segments but the first start from the state after so many raw bytes, at most `segment`; 0: from nothing */
  /* To code one segment by itself; the caller puts the archive together (kolmo_write_header, the segments, kolmo_write_end): */
  int part;                    /* nonzero: this segment alone, without header and end */
  uint64_t at;                 /* its first byte's offset in the input: a multiple of `segment` */
  const kolmo_snapshot *start; /* with `snapshot` and at > 0; borrowed until the encoder is closed */
  struct kolmo_profile *profile; /* NULL, or who is told where the time goes (kolmo_profile.h); borrowed until the encoder is closed */
} kolmo_encode_options;

#ifndef KOLMO_SEGMENT_MIN_LOG /* smaller for fuzzers, which cannot make a million long inputs */
#define KOLMO_SEGMENT_MIN_LOG 16
#endif

enum {
  KOLMO_BLOCK = 1 << 20,       /* raw bytes per block that this encoder makes */
  KOLMO_BLOCK_MAX = 1 << 24,   /* raw bytes per block that a decoder accepts */
  KOLMO_SEGMENT_MIN = 1 << KOLMO_SEGMENT_MIN_LOG,
  KOLMO_SEGMENT_MAX = 1 << 30,
  KOLMO_PROGRAM_MAX = 1 << 16, /* bytes */
  KOLMO_VOCABULARY_MAX = 1 << 20, /* bytes */
};

typedef struct kolmo_encoder kolmo_encoder;

/* The archive depends on the input bytes, the options and where flush() was called; never on how write() was chunked. */
kolmo_status kolmo_encoder_open(const kolmo_encode_options *options, const kolmo_io *io, kolmo_encoder **encoder,
                                kolmo_error *error);
kolmo_status kolmo_encoder_write(kolmo_encoder *encoder, const uint8_t *data, size_t n, kolmo_error *error);
/* Ends the current block, so that a decoder can restore everything written so far. */
kolmo_status kolmo_encoder_flush(kolmo_encoder *encoder, kolmo_error *error);
/* Ends the archive. ERR_OPTION if options.length was given and differs from what was written. */
kolmo_status kolmo_encoder_finish(kolmo_encoder *encoder, kolmo_error *error);
void kolmo_encoder_close(kolmo_encoder *encoder); /* NULL is fine */
/* Hands over the snapshot that a part with at = 0 has taken: a caller's to close. NULL when it is not there yet, or no more. */
kolmo_snapshot *kolmo_encoder_take_snapshot(kolmo_encoder *encoder);

/* Sizes of one segment. */
typedef struct {
  uint64_t archive_bytes; /* its frames */
  uint64_t raw_bytes;     /* what they restore to */
} kolmo_segment_size;

/* Writes the header that an encoder with these options writes. */
kolmo_status kolmo_write_header(const kolmo_encode_options *options, const kolmo_io *io, kolmo_error *error);
/* Writes the end of an archive of these segments, with an index when there are several. `header`: bytes of the header. */
kolmo_status kolmo_write_end(const kolmo_segment_size *segments, size_t count, uint64_t header, const kolmo_io *io, kolmo_error *error);

typedef struct {
  uint64_t memory;        /* 0: KOLMO_DEFAULT_MEMORY */
  uint64_t max_cost;      /* cost units per byte; 0: KOLMO_DEFAULT_MAX_COST */
  uint64_t output_limit;  /* bytes; 0: none */
  int scan;               /* nonzero: check the framing only, decode nothing, write nothing */
  /* To decode one segment by itself: what is written to the decoder is a header and then the frames of any of its segments. */
  int part;
  const kolmo_snapshot *start; /* for segments that start from one; borrowed until the decoder is closed */
} kolmo_decode_options;

typedef struct {
  uint64_t archive_bytes;   /* consumed so far */
  uint64_t raw_bytes;       /* of the blocks seen so far */
  uint64_t members, segments, blocks, stored_blocks, text_blocks;
  uint64_t memory, cost;    /* the largest need of any member */
  uint64_t snapshot;        /* of the first member: raw bytes that its segments know from the start; 0: none */
  uint64_t program_hash;    /* of the first member */
  const char *program_name; /* of the first member, when shipped; else NULL */
  unsigned size_class;      /* of the first member */
  kolmo_text text;          /* of the first member */
  int embedded;             /* the first member carries its Program */
  int length_known;         /* the first member states its length */
  int indexed;              /* the first member closes with a segment index */
} kolmo_archive_info;

typedef struct kolmo_decoder kolmo_decoder;

/* Output is written block by block, each only after its checksum was verified. */
kolmo_status kolmo_decoder_open(const kolmo_decode_options *options, const kolmo_io *io, kolmo_decoder **decoder,
                                kolmo_error *error);
kolmo_status kolmo_decoder_write(kolmo_decoder *decoder, const uint8_t *data, size_t n, kolmo_error *error);
/* Says that the input ended. ERR_TRUNCATED unless it ended where an archive ends. */
kolmo_status kolmo_decoder_finish(kolmo_decoder *decoder, kolmo_error *error);
void kolmo_decoder_info(const kolmo_decoder *decoder, kolmo_archive_info *info);
void kolmo_decoder_close(kolmo_decoder *decoder); /* NULL is fine */
/* As kolmo_encoder_take_snapshot, of a part that is the first segment. */
kolmo_snapshot *kolmo_decoder_take_snapshot(kolmo_decoder *decoder);

/* Where a segment lies, in bytes of the archive and of what it restores to. */
typedef struct {
  uint64_t header_at, header_bytes; /* of its member */
  uint64_t archive_at, archive_bytes;
  uint64_t raw_at, raw_bytes;
} kolmo_segment;

/* The segments that a scanning decoder has seen end, of all members; valid until the decoder is written to or closed. */
const kolmo_segment *kolmo_decoder_segments(const kolmo_decoder *decoder, size_t *count);

/* Reads the end frame of a member, bytes[0..n) and no more, that lies in the archive at `at`. Fills rows[0..max) with where the index
 * says that segments lie (raw_at counts from the member's start) and returns through *count how many it has. ERR_CORRUPT when that
 * is no index, or it tells of more than lies before it. */
kolmo_status kolmo_read_index(const uint8_t *bytes, size_t n, uint64_t at, kolmo_segment *rows, size_t max, size_t *count, kolmo_error *error);

#ifdef __cplusplus
}
#endif
#endif
