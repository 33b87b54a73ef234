/* CRC-32 against published values, and however its input is cut. */
#include "check.h"
#include "core/crc32.h"

int main(void) {
  static const struct {
    const char *text;
    uint32_t crc;
  } known[] = {
      {"", 0x00000000u},
      {"a", 0xE8B7BE43u},
      {"abc", 0x352441C2u},
      {"123456789", 0xCBF43926u},
      {"The quick brown fox jumps over the lazy dog", 0x414FA339u},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    uint32_t crc = kolmo_crc32(0, (const uint8_t *)known[i].text, strlen(known[i].text));
    CHECK(crc == known[i].crc, "\"%s\" gives %08" PRIx32, known[i].text, crc);
  }
  uint8_t block[1024] = {0};
  CHECK(kolmo_crc32(0, block, 32) == 0x190A55ADu, "32 zeros");
  memset(block, 0xFF, 32);
  CHECK(kolmo_crc32(0, block, 32) == 0xFF6CAB0Bu, "32 times 255");

  uint64_t seed = 1;
  for (size_t i = 0; i < sizeof block; i++) block[i] = (uint8_t)(random64(&seed) >> 56);
  uint32_t whole = kolmo_crc32(0, block, sizeof block);
  for (size_t cut = 0; cut <= sizeof block; cut++) {
    uint32_t crc = kolmo_crc32(kolmo_crc32(0, block, cut), block + cut, sizeof block - cut);
    CHECK(crc == whole, "cut at %zu", cut);
  }
  return 0;
}
