/* Machine code's relative addresses made absolute, and back (docs/format.md §2.2): a function that is called from a hundred places is then named by the
 * same bytes in all of them. */
#ifndef KOLMO_BRANCHES_H
#define KOLMO_BRANCHES_H
#include "core/status.h"

enum { KOLMO_BRANCHES_LOG = 12, KOLMO_BRANCHES_CLASSES = 2 };

/* What one block has shown so far. Each call begins anew. */
typedef struct {
  uint32_t absolute[1 << KOLMO_BRANCHES_LOG], relative[1 << KOLMO_BRANCHES_LOG]; /* addresses seen, by hash; 0: none */
  int gain[KOLMO_BRANCHES_CLASSES]; /* by how many more absolute ones than relative ones had been seen before */
} kolmo_branches;

typedef enum { KOLMO_CODE_X86 = 1, KOLMO_CODE_ARM64 = 2 } kolmo_instructions;

/* What raw[0..n), the `at`-th byte of the input and those behind it, becomes, in code[0..n], whose last byte names the instructions: n + 1 bytes, or 0 when no
 * address is made absolute. */
size_t kolmo_branches_encode(kolmo_branches *b, const uint8_t *raw, size_t n, uint64_t at, uint8_t *code);

/* Restores raw[0..n) from code[0..n], which may come from anybody; whether it is right. */
bool kolmo_branches_decode(kolmo_branches *b, const uint8_t *code, size_t n, uint64_t at, uint8_t *raw);
#endif
