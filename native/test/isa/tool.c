/* The core alone, as a program to cross-compile: what scripts/isa.mjs and scripts/fuzz.mjs run.
 *
 *   tool c LEVEL LENGTH SEGMENT SNAPSHOT IN OUT   compress; LENGTH 1 announces the length; SEGMENT 0: one segment
 *   tool d IN OUT                        decompress
 *   tool p LEVEL OUT                     the Program's bytes
 *   tool i                               the code paths of this build and CPU, a line each */
#include "../archive.h"

static bytes read_file(const char *path) {
  bytes b = NO_BYTES;
  FILE *f = fopen(path, "rb");
  CHECK(f, "%s", path);
  uint8_t buffer[4096];
  for (size_t n; (n = fread(buffer, 1, sizeof buffer, f)) > 0;) bytes_write(&b, buffer, n);
  CHECK(!ferror(f), "%s", path);
  fclose(f);
  return b;
}

static void write_file(const char *path, const uint8_t *data, size_t n) {
  FILE *f = fopen(path, "wb");
  CHECK(f && fwrite(data, 1, n, f) == n && fclose(f) == 0, "%s", path);
}

static int compress(char **args) {
  bytes in = read_file(args[4]), out = NO_BYTES;
  kolmo_encode_options options = level_options((unsigned)atoi(args[0]));
  if (atoi(args[1])) options.length = in.n;
  options.segment = (uint64_t)atol(args[2]);
  options.snapshot = (uint64_t)atol(args[3]);
  kolmo_error error;
  CHECK(pack(&out, &options, in.data, in.n, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
  write_file(args[5], out.data, out.n);
  bytes_free(&in);
  bytes_free(&out);
  return 0;
}

static int decompress(char **args) {
  bytes in = read_file(args[0]), out = NO_BYTES;
  kolmo_error error;
  CHECK(unpack(&out, NULL, in.data, in.n, 0, NULL, &error) == KOLMO_OK, "%s: %s", args[0], error.message);
  write_file(args[1], out.data, out.n);
  bytes_free(&in);
  bytes_free(&out);
  return 0;
}

static int program(char **args) {
  kolmo_encode_options options = level_options((unsigned)atoi(args[0]));
  write_file(args[1], options.program, options.program_bytes);
  return 0;
}

static int paths(void) {
  const char *names[16];
  size_t n = kolmo_cpu_paths(names, 16);
  for (size_t i = 0; i < n; i++) puts(names[i]);
  return 0;
}

int main(int argc, char **argv) {
  const char *mode = argc > 1 ? argv[1] : "";
  if (strcmp(mode, "c") == 0 && argc == 8) return compress(argv + 2);
  if (strcmp(mode, "d") == 0 && argc == 4) return decompress(argv + 2);
  if (strcmp(mode, "p") == 0 && argc == 4) return program(argv + 2);
  if (strcmp(mode, "i") == 0 && argc == 2) return paths();
  fprintf(stderr, "usage: tool c LEVEL LENGTH SEGMENT SNAPSHOT IN OUT | d IN OUT | p LEVEL OUT | i\n");
  return 2;
}
