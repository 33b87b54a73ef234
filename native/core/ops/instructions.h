/* INSTRUCTIONS: reads the bytes as x86 machine code, of 32 or 64 bits: where in an instruction the next byte stands, and what came before it. */
#ifndef KOLMO_OPS_INSTRUCTIONS_H
#define KOLMO_OPS_INSTRUCTIONS_H
#include "core/model.h"

/* What the next byte is. */
enum { AT_OPCODE, AT_SECOND, AT_MODRM, AT_SIB, AT_DISPLACEMENT, AT_IMMEDIATE };

typedef struct {
  uint32_t at;
  uint32_t left;          /* bytes of the displacement or the immediate to come */
  uint32_t immediate;     /* bytes of the immediate that follows the rest */
  uint32_t short_operand; /* a prefix 66 was seen */
  uint32_t wide;          /* a prefix REX.W was */
  uint32_t opcode, modrm; /* opcodes behind 0F from 256 on */
  uint32_t form;          /* a hash of all but displacement and immediate, so far */
  uint32_t base;          /* what an operand in memory counts from: ModRM's mode and base, 1 to 23; 0: none */
  uint32_t displacement;  /* its last byte so far */
  uint32_t value;         /* a hash of the immediate so far, 0 without one */
} instructions_one;

enum { INSTRUCTIONS_BASES = 24, INSTRUCTIONS_SURE = 64 };

typedef struct {
  instructions_one now;
  /* 40 to 4F are prefixes in 64-bit code, instructions in 32-bit code: whether what follows them looked as if they were prefixes, lately. */
  int32_t prefixed;
  uint32_t maybe_prefix; /* the byte before was one of these */
  uint32_t displaced[INSTRUCTIONS_BASES]; /* of each base, the last displacements' last bytes, the latest one lowest */
} instructions_state;

enum {
  INSTRUCTION_PLACE, INSTRUCTION_BYTES, INSTRUCTION_OPCODES, INSTRUCTION_OLDER, INSTRUCTION_FORM, INSTRUCTION_FORM2, INSTRUCTION_FORM3, INSTRUCTION_VALUE,
  INSTRUCTION_DISPLACED, INSTRUCTION_REGISTERS
};

KOLMO_OP bool is_prefix(uint32_t c) {
  return c == 0x66 || c == 0x67 || c == 0xF0 || c == 0xF2 || c == 0xF3 || (c & 0xE7) == 0x26 || c == 0x64 || c == 0x65;
}

/* Whether a ModRM byte follows. */
KOLMO_OP bool has_modrm(uint32_t op) {
  if (op >= 0x100) {
    uint32_t c = op & 255;
    return !((c >= 0x05 && c <= 0x0B) || (c >= 0x30 && c <= 0x37) || c == 0x77 || (c >= 0x80 && c <= 0x8F) || (c & 0xF7) == 0xA0 || (c & 0xF7) == 0xA1 ||
             c == 0xA2 || c == 0xAA || (c >= 0xC8 && c <= 0xCF));
  }
  if (op < 0x40) return (op & 7) < 4;
  return op == 0x62 || op == 0x63 || op == 0x69 || op == 0x6B || (op >= 0x80 && op <= 0x8F) || op == 0xC0 || op == 0xC1 || (op >= 0xC4 && op <= 0xC7) ||
         (op >= 0xD0 && op <= 0xD3) || (op >= 0xD8 && op <= 0xDF) || op == 0xF6 || op == 0xF7 || op == 0xFE || op == 0xFF;
}

/* Bytes of the immediate, but for the tests among F6 and F7, which only their ModRM byte tells. */
KOLMO_OP uint32_t immediate_of(uint32_t op, uint32_t word) {
  if (op >= 0x100) {
    uint32_t c = op & 255;
    if (c >= 0x80 && c <= 0x8F) return 4;
    return (c >= 0x70 && c <= 0x73) || c == 0xA4 || c == 0xAC || c == 0xBA || c == 0xC2 || (c >= 0xC4 && c <= 0xC6);
  }
  if (op < 0x40) return (op & 7) == 4 ? 1 : (op & 7) == 5 ? word : 0;
  if ((op & 0xF0) == 0x70 || op == 0x6A || op == 0x6B || op == 0x80 || op == 0x82 || op == 0x83 || op == 0xA8 || (op & 0xF8) == 0xB0 || op == 0xC0 ||
      op == 0xC1 || op == 0xC6 || op == 0xCD || (op >= 0xE0 && op <= 0xE7) || op == 0xEB)
    return 1;
  if (op == 0x68 || op == 0x69 || op == 0x81 || op == 0xA9 || (op & 0xF8) == 0xB8 || op == 0xC7) return word;
  if ((op & 0xFC) == 0xA0 || op == 0xE8 || op == 0xE9) return 4;
  return op == 0xC2 || op == 0xCA ? 2 : op == 0xC8 ? 3 : op == 0x9A || op == 0xEA ? 6 : 0;
}

/* The step behind ModRM, SIB or an opcode without either: what is next. */
KOLMO_OP void operands_next(instructions_one *x, uint32_t displacement) {
  x->at = displacement ? AT_DISPLACEMENT : x->immediate ? AT_IMMEDIATE : AT_OPCODE;
  x->left = displacement ? displacement : x->immediate;
}

/* One more byte where an opcode may stand; whether 40 to 4F are prefixes here. */
KOLMO_OP bool instructions_rex(instructions_state *t, uint32_t c) {
  if (t->maybe_prefix) {
    t->prefixed += has_modrm(c) || c == 0x0F ? 2 : -1;
    if (t->prefixed > INSTRUCTIONS_SURE) t->prefixed = INSTRUCTIONS_SURE;
    if (t->prefixed < -INSTRUCTIONS_SURE) t->prefixed = -INSTRUCTIONS_SURE;
  }
  t->maybe_prefix = c >> 4 == 4;
  return t->prefixed > 0;
}

/* Reads a byte of an instruction; whether it was a prefix. */
KOLMO_OP bool instructions_read(instructions_one *x, uint32_t c, bool rex) {
  if (x->at <= AT_SIB) x->form = kolmo_hash_byte(x->form, c);
  switch (x->at) {
    case AT_OPCODE:
      if (is_prefix(c)) {
        x->short_operand |= c == 0x66;
        return true;
      }
      if (rex && c >> 4 == 4) {
        x->wide = c & 8;
        return true;
      }
      if (c == 0x0F) {
        x->at = AT_SECOND;
        break;
      }
      /* falls through */
    case AT_SECOND:
      x->opcode = x->at == AT_SECOND ? 0x100 | c : c;
      x->immediate = immediate_of(x->opcode, x->short_operand ? 2 : 4);
      if (x->wide && (x->opcode & ~7u) == 0xB8) x->immediate = 8;
      if (has_modrm(x->opcode)) x->at = AT_MODRM;
      else operands_next(x, 0);
      break;
    case AT_MODRM: {
      uint32_t mode = c >> 6, base = c & 7;
      x->modrm = c;
      x->base = mode == 3 ? 0 : mode << 3 | base;
      if ((x->opcode & ~1u) == 0xF6 && (c >> 3 & 7) < 2) x->immediate = x->opcode == 0xF6 ? 1 : x->short_operand ? 2 : 4;
      if (mode != 3 && base == 4) x->at = AT_SIB;
      else operands_next(x, mode == 1 ? 1 : mode == 2 || (mode == 0 && base == 5) ? 4 : 0);
      break;
    }
    case AT_SIB:
      operands_next(x, x->modrm >> 6 == 1 ? 1 : x->modrm >> 6 == 2 || (c & 7) == 5 ? 4 : 0);
      break;
    default:
      if (x->at == AT_DISPLACEMENT) x->displacement = c;
      else x->value = kolmo_hash_byte(x->value, c);
      if (--x->left == 0) {
        if (x->at == AT_DISPLACEMENT) operands_next(x, 0);
        else x->at = AT_OPCODE;
      }
  }
  return false;
}

/* An instruction is whole. */
KOLMO_OP void instructions_end(instructions_state *t, uint32_t *r) {
  const instructions_one *x = &t->now;
  r[INSTRUCTION_OLDER] = r[INSTRUCTION_OLDER] << 8 | r[INSTRUCTION_OPCODES] >> 24;
  r[INSTRUCTION_OPCODES] = r[INSTRUCTION_OPCODES] << 8 | (x->opcode & 255);
  r[INSTRUCTION_FORM3] = r[INSTRUCTION_FORM2];
  r[INSTRUCTION_FORM2] = r[INSTRUCTION_FORM];
  r[INSTRUCTION_FORM] = x->form;
  if (x->value) r[INSTRUCTION_VALUE] = x->value;
  if (x->base) t->displaced[x->base] = t->displaced[x->base] << 8 | x->displacement;
  r[INSTRUCTION_BYTES] = 0;
  t->now = (instructions_one){0};
}

/* PLACE: what is next, 3 bits; how many bytes of it are left, at most 7, 3 bits; the opcode, 9 bits, and from bit 16 on the ModRM byte, 0 until they are
 * known. BYTES: a hash of this instruction's bytes so far. OPCODES: the low bytes of the last four opcodes; OLDER: of the four before. FORM to FORM3:
 * hashes of the last, second and third last instruction without displacement and immediate. VALUE: of the last immediate. DISPLACED: this instruction's
 * base, and the last bytes of the last three displacements that had it. */
KOLMO_OP void kolmo_instructions_byte(kolmo_model *m, const kolmo_stage *s) {
  instructions_state *t = kolmo_state_of(m, s);
  instructions_one *x = &t->now;
  uint32_t *r = m->shared->registers + s->reg, c = m->shared->last;
  bool rex = false;
  if (x->at == AT_OPCODE) rex = instructions_rex(t, c);
  else t->maybe_prefix = 0;
  r[INSTRUCTION_BYTES] = kolmo_hash_byte(r[INSTRUCTION_BYTES], c);
  if (!instructions_read(x, c, rex) && x->at == AT_OPCODE) instructions_end(t, r);
  r[INSTRUCTION_DISPLACED] = x->base ? t->displaced[x->base] << 8 | x->base : 0;
  r[INSTRUCTION_PLACE] = x->at | (x->left < 7 ? x->left : 7) << 3 | x->opcode << 6 | x->modrm << 16;
}

KOLMO_OP uint64_t kolmo_instructions_state_bytes(const kolmo_stage *s) {
  (void)s;
  return sizeof(instructions_state);
}
#endif
