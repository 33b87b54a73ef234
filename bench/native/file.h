/* Whole files, or the end of the program. */
#ifndef KOLMO_BENCH_FILE_H
#define KOLMO_BENCH_FILE_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  uint8_t *bytes;
  size_t length;
} content;

static content read_whole(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) exit((perror(path), 1));
  long length = ftell(file);
  uint8_t *bytes = malloc((size_t)length + 1);
  if (!bytes || fseek(file, 0, SEEK_SET) != 0 || fread(bytes, 1, (size_t)length, file) != (size_t)length) exit((perror(path), 1));
  fclose(file);
  return (content){bytes, (size_t)length};
}
#endif
