#include "core/crc32.h"
#include "core/tables.h"

uint32_t kolmo_crc32(uint32_t crc, const uint8_t *data, size_t n) {
  const uint32_t *table = kolmo_get_tables()->crc;
  crc = ~crc;
  for (size_t i = 0; i < n; i++) crc = table[(crc ^ data[i]) & 255] ^ crc >> 8;
  return ~crc;
}
