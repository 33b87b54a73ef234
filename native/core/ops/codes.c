/* CODES: how its stage is read, and what it costs. What it computes is in codes.h. */
#include "core/ops/codes.h"
#include "core/text/vocabulary.h"

_Static_assert((int)CODES_ONE == (int)KOLMO_CODE_FIRST && (int)CODES_TWO == (int)CODES_ONE + (int)KOLMO_CODE_SINGLES &&
                   (int)CODES_THREE == (int)CODES_TWO + (int)KOLMO_CODE_PAIRS / 128,
               "codes as a vocabulary has them");

static void parse(kolmo_parser *p, kolmo_stage *s) { kolmo_parse_registers(p, s, CODES_REGISTERS); }

static uint64_t cost(const kolmo_stage *s) {
  (void)s;
  return 8;
}

const kolmo_op kolmo_op_codes = {
    .code = 0x0C, .name = "CODES", .parse = parse, .state_bytes = kolmo_codes_state_bytes, .cost = cost, .byte = kolmo_codes_byte};
