/* Every allocation fails once: the call that needed it says ERR_MEMORY, nothing is written after it, nothing leaks, and nothing crashes.
 * malloc and its kin are replaced by the linker (--wrap, see CMakeLists.txt), so that this counts all that the core asks for. */
#ifndef __linux__
#include <stdio.h>
int main(void) {
  puts("only where the linker knows --wrap");
  return 77;
}
#else
#include "core/inspect/inspect.h"
#include "data.h"
#include "parts.h"
#include <sys/mman.h>

enum { SEGMENT = KOLMO_SEGMENT_MIN, N = SEGMENT + 300 };

static uint8_t *data;
static long left = -1; /* allocations until one fails; negative: none will */
static long live;      /* allocations not yet freed */
static bool counting;

static bool fails(void) {
  if (!counting || left < 0) return false;
  return left-- == 0;
}

void *__real_malloc(size_t n);
void *__real_calloc(size_t count, size_t n);
void *__real_realloc(void *p, size_t n);
void __real_free(void *p);
void *__real_mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset);
int __real_munmap(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t count, size_t n);
void *__wrap_realloc(void *p, size_t n);
void __wrap_free(void *p);
void *__wrap_mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset);
int __wrap_munmap(void *p, size_t n);

static void *counted(void *p) {
  if (counting && p) live++;
  return p;
}

void *__wrap_malloc(size_t n) { return fails() ? NULL : counted(__real_malloc(n)); }
void *__wrap_calloc(size_t count, size_t n) { return fails() ? NULL : counted(__real_calloc(count, n)); }

void *__wrap_realloc(void *p, size_t n) {
  if (fails()) return NULL;
  void *grown = __real_realloc(p, n);
  if (!p) counted(grown);
  return grown;
}

void __wrap_free(void *p) {
  if (counting && p) live--;
  __real_free(p);
}

void *__wrap_mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset) {
  if (fails()) return MAP_FAILED;
  void *p = __real_mmap(at, n, protection, flags, fd, offset);
  if (counting && p != MAP_FAILED) live++;
  return p;
}

int __wrap_munmap(void *p, size_t n) {
  if (counting) live--;
  return __real_munmap(p, n);
}

/* A sink with room from the start: what the test itself needs must not count. */
static uint8_t room[2 * N];
static size_t filled;

static int keep(void *user, const uint8_t *bytes, size_t n) {
  (void)user;
  if (n > sizeof room - filled) return 1;
  memcpy(room + filled, bytes, n);
  filled += n;
  return 0;
}

static const kolmo_io sink = {.write = keep};

static kolmo_status encode(const kolmo_encode_options *options, kolmo_error *error) {
  kolmo_encoder *e;
  kolmo_status status = kolmo_encoder_open(options, &sink, &e, error);
  for (size_t at = 0; !status && at < N; at += 1000) status = kolmo_encoder_write(e, data + at, N - at < 1000 ? N - at : 1000, error);
  if (!status) status = kolmo_encoder_finish(e, error);
  kolmo_encoder_close(e);
  return status;
}

static const uint8_t *archive;
static size_t archive_n;

static kolmo_status decode(int scan, kolmo_error *error) {
  kolmo_decode_options options = {.scan = scan};
  kolmo_decoder *d;
  kolmo_status status = kolmo_decoder_open(&options, &sink, &d, error);
  for (size_t at = 0; !status && at < archive_n; at += 700)
    status = kolmo_decoder_write(d, archive + at, archive_n - at < 700 ? archive_n - at : 700, error);
  if (!status) status = kolmo_decoder_finish(d, error);
  kolmo_decoder_close(d);
  return status;
}

static kolmo_encode_options embedded, segmented, worded, coded;
static kolmo_status encode_embedded(kolmo_error *error) { return encode(&embedded, error); }
static kolmo_status encode_words(kolmo_error *error) { return encode(&worded, error); }
static kolmo_status encode_code(kolmo_error *error) { return encode(&coded, error); }
static kolmo_status encode_segments(kolmo_error *error) { return encode(&segmented, error); }
static kolmo_status decode_all(kolmo_error *error) { return decode(0, error); }
static kolmo_status scan_all(kolmo_error *error) { return decode(1, error); }

static kolmo_status check_program(kolmo_error *error) {
  kolmo_program_info info;
  return kolmo_program_check(embedded.program, embedded.program_bytes, 1000, 0, &info, error);
}

static kolmo_status header_and_end(kolmo_error *error) {
  kolmo_segment_size sizes[2] = {{10, SEGMENT}, {10, 1}};
  kolmo_status status = kolmo_write_header(&segmented, &sink, error);
  return status ? status : kolmo_write_end(sizes, 2, 30, &sink, error);
}

static kolmo_status look_on(kolmo_error *error) {
  static const kolmo_component match = {0, 2};
  const kolmo_inspect_options options = {.program = embedded.program, .program_bytes = embedded.program_bytes, .components = &match, .component_count = 1,
                                         .spread = 10, .costly = 20, .floor = 256};
  kolmo_inspection result;
  kolmo_status status = kolmo_inspect(&options, data, 1000, &sink, &result, error);
  kolmo_inspection_close(&result);
  return status;
}

/* Runs `work` with the first allocation failing, the second, and so on, until none does any more. */
static void every_site(const char *name, kolmo_status (*work)(kolmo_error *)) {
  long sites = 0;
  for (;; sites++) {
    kolmo_error error = {KOLMO_OK, ""};
    filled = 0;
    left = sites;
    live = 0;
    counting = true;
    kolmo_status status = work(&error);
    counting = false;
    CHECK(live == 0, "%s: %ld allocations leak when number %ld fails", name, live, sites);
    bool failed = left < 0;
    left = -1;
    if (!failed) {
      CHECK(status == KOLMO_OK, "%s: %s", name, error.message);
      break;
    }
    CHECK(status == KOLMO_ERR_MEMORY && error.message[0], "%s: %s when number %ld fails", name, kolmo_status_name(status), sites);
  }
  CHECK(sites > 0, "%s allocates nothing", name);
  printf("%s: %ld sites\n", name, sites);
}

/* What `encode` makes, too, decoded and looked through. */
static void both_ways(const char *name, kolmo_status (*encode)(kolmo_error *)) {
  every_site(name, encode);
  uint8_t *copy = allocate(filled);
  memcpy(copy, room, filled);
  archive = copy;
  archive_n = filled;
  every_site("… decoding", decode_all);
  every_site("… scanning", scan_all);
  free(copy);
}

int main(void) {
  data = allocate(N);
  fill_text(data, N, 11);
  embedded = fast_options();
  segmented = fast_options();
  segmented.segment = SEGMENT;
  segmented.snapshot = 500;
  segmented.length = N;
  worded = coded = fast_options();
  static const uint8_t words[] = "the\nof\n";
  worded.text = KOLMO_TEXT_WORDS;
  worded.vocabulary = words;
  worded.vocabulary_bytes = sizeof words - 1;
  coded.text = KOLMO_TEXT_CODE;
  every_site("encoding", encode_embedded);
  both_ways("words", encode_words);
  both_ways("code", encode_code);
  both_ways("segments", encode_segments);
  every_site("checking a Program", check_program);
  every_site("header and end", header_and_end);
  every_site("looking on", look_on);
  free(data);
  return 0;
}
#endif
