/* CRC-32 (ISO-HDLC: reflected 0xEDB88320, as in zlib and gzip). */
#ifndef KOLMO_CRC32_H
#define KOLMO_CRC32_H
#include "core/libc.h"

/* Extends `crc` (0 to begin with) by n bytes. */
uint32_t kolmo_crc32(uint32_t crc, const uint8_t *data, size_t n);
#endif
