#include "core/text/branches.h"
#include "core/bytes.h"

/* Both ways are one loop: what is an instruction is told by bytes that stay as they are and by raw bytes before them, and whether its address becomes
 * absolute by the raw addresses before it. */
typedef enum { ENCODE, DECODE } way;
enum { BRANCH, DATA };            /* what an address is of: each class has a gain of its own */
enum { ENOUGH = 4, MOST = 128 };  /* the gain from which on a class's addresses become absolute; what it is kept within */

typedef struct {
  kolmo_branches *seen;
  way way;
  const uint8_t *from; /* raw up to the instruction that is looked at; to be turned from there on */
  uint8_t *to;         /* as `from` but for what has been turned; `from` itself when decoding */
  size_t n;
  uint64_t at;
  size_t turned;
} turning;

static bool pays(const turning *t, int class) { return t->seen->gain[class] >= ENOUGH; }

/* Notes an address; whether it was the last one in its place. */
static bool meet(uint32_t *table, uint32_t address, int class) {
  const uint32_t key = (address << 1 | (uint32_t)class) + 1;
  uint32_t *place = table + (key * UINT32_C(0x9E3779B1) >> (32 - KOLMO_BRANCHES_LOG));
  const bool again = *place == key;
  *place = key;
  return again;
}

/* The other form of an address that counts from `base`, or itself where that does not pay; `mask` has its bits. Learns from both forms. */
static uint32_t turn(turning *t, int class, uint32_t address, uint32_t base, uint32_t mask) {
  const bool turns = pays(t, class), absolute = turns && t->way == DECODE;
  const uint32_t other = (absolute ? address - base : address + base) & mask;
  const uint32_t relative = absolute ? other : address, fixed = absolute ? address : other;
  int *gain = &t->seen->gain[class];
  *gain += meet(t->seen->absolute, fixed, class) - meet(t->seen->relative, relative, class);
  *gain = *gain > MOST ? MOST : *gain < -MOST ? -MOST : *gain;
  t->turned += turns;
  return turns ? other : address;
}

/* Three bytes; absolute addresses have the highest first, as what two neighbours share should come before what they do not. */
static uint32_t load24(const uint8_t *p, bool absolute) {
  return absolute ? (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2] : (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

static void store24(uint8_t *p, uint32_t v, bool absolute) {
  p[1] = (uint8_t)(v >> 8);
  p[0] = (uint8_t)(absolute ? v >> 16 : v);
  p[2] = (uint8_t)(absolute ? v : v >> 16);
}

/* ---- x86: CALL, JMP, and operands in memory relative to RIP ---- */

/* Of the opcodes without a prefix that take one, those that compilers use. */
static bool takes_memory(uint8_t opcode) {
  static const uint8_t opcodes[] = {0x03, 0x39, 0x3B, 0x80, 0x83, 0x85, 0x89, 0x8B, 0x8D, 0xC6, 0xC7, 0xFF};
  for (size_t i = 0; i < sizeof opcodes; i++)
    if (opcode == opcodes[i]) return true;
  return false;
}

/* Bytes of the operand that stand behind an address. */
static uint32_t immediate(uint8_t prefix, uint8_t opcode) {
  if (prefix == 0x0F) return 0;
  if (opcode == 0x6B || opcode == 0x80 || opcode == 0x83 || opcode == 0xC1 || opcode == 0xC6) return 1;
  return opcode == 0x69 || opcode == 0x81 || opcode == 0xC7 ? 4 : 0;
}

static void turn_x86(turning *t) {
  for (size_t i = 2; i + 5 <= t->n;) {
    const uint8_t prefix = t->from[i - 2], opcode = t->from[i - 1], here = t->from[i]; /* or here is the opcode, of CALL or JMP */
    const bool branch = (here & 0xFE) == 0xE8, data = (here & 0xC7) == 0x05 && (prefix == 0x0F || (prefix & 0xF0) == 0x40 || takes_memory(opcode));
    if (!branch && !data) {
      i++;
      continue;
    }
    const uint8_t top = t->from[i + 4];
    if (top != 0 && top != 0xFF) { /* no address so near; `top` must stay, or a decoder would judge otherwise */
      i += 4;
      continue;
    }
    const int class = branch ? BRANCH : DATA;
    const bool turns = pays(t, class), absolute = turns && t->way == DECODE;
    const uint32_t base = (uint32_t)(t->at + i) + 5 + (branch ? 0 : immediate(prefix, opcode));
    const uint32_t address = turn(t, class, load24(t->from + i + 1, absolute) | (uint32_t)(top & 1) << 24, base, 0x1FFFFFF);
    if (turns) {
      store24(t->to + i + 1, address, !absolute);
      t->to[i + 4] = address >> 24 ? 0xFF : 0;
    }
    i += 5;
  }
}

/* ---- ARM64: BL and ADRP ---- */

static void turn_arm64(turning *t) {
  for (size_t i = (size_t)(-t->at & 3); i + 4 <= t->n; i += 4) {
    const uint64_t at = t->at + i;
    const uint8_t top = t->from[i + 3];
    if (top >> 2 == 0x25) { /* BL: words from here, 26 bits */
      const bool turns = pays(t, BRANCH), absolute = turns && t->way == DECODE;
      const uint32_t address = turn(t, BRANCH, load24(t->from + i, absolute) | (uint32_t)(top & 3) << 24, (uint32_t)(at >> 2), 0x3FFFFFF);
      if (!turns) continue;
      store24(t->to + i, address, !absolute);
      t->to[i + 3] = (uint8_t)(0x94 | address >> 24);
    } else if ((top & 0x9F) == 0x90) { /* ADRP: pages from here, 21 bits, of which the lowest two stand in the top byte */
      const uint32_t word = kolmo_load32(t->from + i);
      const uint32_t page = turn(t, DATA, (word >> 29 & 3) | (word >> 5 & 0x7FFFF) << 2, (uint32_t)(at >> 12), 0x1FFFFF);
      kolmo_store32(t->to + i, (word & 0x9F00001F) | (page & 3) << 29 | page >> 2 << 5);
    }
  }
}

/* Returns how many addresses turned; or, of instructions that are not known, SIZE_MAX. */
static size_t turn_all(turning t, unsigned instructions) {
  memset(t.seen, 0, sizeof *t.seen);
  if (instructions == KOLMO_CODE_X86) turn_x86(&t);
  else if (instructions == KOLMO_CODE_ARM64) turn_arm64(&t);
  else return SIZE_MAX;
  return t.turned;
}

static size_t encode(kolmo_branches *b, unsigned instructions, const uint8_t *raw, size_t n, uint64_t at, uint8_t *code) {
  memcpy(code, raw, n);
  code[n] = (uint8_t)instructions;
  return turn_all((turning){.seen = b, .way = ENCODE, .from = raw, .to = code, .n = n, .at = at}, instructions);
}

size_t kolmo_branches_encode(kolmo_branches *b, const uint8_t *raw, size_t n, uint64_t at, uint8_t *code) {
  const size_t arm64 = encode(b, KOLMO_CODE_ARM64, raw, n, at, code), x86 = encode(b, KOLMO_CODE_X86, raw, n, at, code);
  if (arm64 > x86) encode(b, KOLMO_CODE_ARM64, raw, n, at, code);
  return arm64 || x86 ? n + 1 : 0;
}

bool kolmo_branches_decode(kolmo_branches *b, const uint8_t *code, size_t n, uint64_t at, uint8_t *raw) {
  memcpy(raw, code, n);
  return turn_all((turning){.seen = b, .way = DECODE, .from = raw, .to = raw, .n = n, .at = at}, code[n]) != SIZE_MAX;
}
