/* Programs come from anybody: whatever the bytes, parsing ends in ERR_PROGRAM or in a Program that runs inside its arena, at the
 * cost and in the memory that it declared. */
#include "archive.h"
#include "data.h"
#include "guard.h"
#include "core/crc32.h"

static uint8_t sample[2048];
static kolmo_program program;
static uint64_t accepted, refused;

/* A Program being written, or damaged on purpose. */
typedef struct {
  uint8_t data[1 << 17];
  size_t n;
} writer;

static void put(writer *w, uint8_t b) { w->data[w->n++] = b; }
static void put_number(writer *w, uint64_t v) { w->n += kolmo_put_varint(w->data + w->n, v); }
static void put_bytes(writer *w, const uint8_t *p, size_t n) {
  memcpy(w->data + w->n, p, n);
  w->n += n;
}

/* Parses; a refusal must be ERR_PROGRAM with a message. The bytes are copied so that AddressSanitizer sees their end. */
static bool parses(const uint8_t *bytes, size_t n) {
  uint8_t *exact = allocate(n);
  memcpy(exact, bytes, n);
  kolmo_error error = {KOLMO_OK, ""};
  kolmo_status status = kolmo_program_parse(&program, exact, n, &error);
  free(exact);
  if (status) {
    CHECK(status == KOLMO_ERR_PROGRAM && error.status == status && error.message[0], "%s: %s", kolmo_status_name(status), error.message);
    refused++;
    return false;
  }
  accepted++;
  for (unsigned size_class = 0; size_class <= KOLMO_SIZE_CLASS_MAX; size_class += 10) {
    kolmo_program_layout(&program, size_class);
    check_layout(&program);
  }
  CHECK(program.cost > 0 && program.cost < (uint64_t)1 << 32, "costs %" PRIu64, program.cost);
  return true;
}

/* Runs the parsed Program on n bytes, coding and decoding, if memory and cost are such that a decoder would. */
static void runs(size_t n) {
  static guarded_model model;
  static uint8_t coded[2 * sizeof sample + KOLMO_CODER_SLACK];
  kolmo_error error = {KOLMO_OK, ""};
  kolmo_status status = kolmo_program_fit(&program, n, (uint64_t)16 << 20, &error);
  if (!status) status = kolmo_program_allow(&program, 1, (uint64_t)16 << 20, 20000, &error);
  if (status) {
    CHECK(status == KOLMO_ERR_MEMORY || status == KOLMO_ERR_PROGRAM, "%s", kolmo_status_name(status));
    return;
  }
  CHECK(guarded_open(&model, &program), "no memory");
  size_t coded_n = model_encode(&model.model, sample, n, coded);
  guarded_close(&model);
  CHECK(guarded_open(&model, &program), "no memory");
  model_decode(&model.model, coded, coded_n, sample, n);
  guarded_close(&model);
}

static void shipped(void) {
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    const kolmo_shipped_program *p = &kolmo_shipped_programs[i];
    CHECK(kolmo_program_hash(p->bytes, p->length) == p->hash, "%s: hash", p->name);
    CHECK(parses(p->bytes, p->length), "%s does not parse", p->name);
    runs(sizeof sample);
    kolmo_program_info info;
    kolmo_error error;
    CHECK(kolmo_program_check(p->bytes, p->length, 1000, 0, &info, &error) == KOLMO_OK, "%s: %s", p->name, error.message);
    CHECK(info.hash == p->hash && info.name && strcmp(info.name, p->name) == 0 && info.stages == program.stage_count, "%s", p->name);
    CHECK(info.memory <= 14 << 20, "%s: %" PRIu64 " bytes for 1000 bytes", p->name, info.memory);
    CHECK(info.cost <= KOLMO_DEFAULT_MAX_COST, "%s costs %" PRIu64, p->name, info.cost);
  }
}

static void damaged(void) {
  static uint8_t bytes[KOLMO_PROGRAM_MAX];
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    const kolmo_shipped_program *p = &kolmo_shipped_programs[i];
    for (size_t n = 0; n < p->length; n++) CHECK(!parses(p->bytes, n), "%s parses when cut at %zu", p->name, n);
    memcpy(bytes, p->bytes, p->length);
    bytes[p->length] = 0;
    CHECK(!parses(bytes, p->length + 1), "%s parses with a byte behind it", p->name);
    uint64_t seed = 31 + i;
    for (size_t at = 0; at < p->length; at++) {
      /* One of the mutants of each byte is run, if it parses: a bit flipped, which is likely to stay in range. */
      uint8_t flip = (uint8_t)(1 << random_below(&seed, 8));
      for (unsigned value = 0; value < 256; value++) {
        if (value == p->bytes[at] || (value % SLOWNESS && (value ^ p->bytes[at]) != flip)) continue;
        bytes[at] = (uint8_t)value;
        if (parses(bytes, p->length) && (value ^ p->bytes[at]) == flip) runs(200);
      }
      bytes[at] = p->bytes[at];
    }
  }
  CHECK(accepted > 1000 && refused > 1000, "%" PRIu64 " parsed, %" PRIu64 " did not", accepted, refused);
}

static void random_bytes(void) {
  static uint8_t bytes[4096];
  uint64_t seed = 8;
  for (int i = 0; i < 200000 / SLOWNESS; i++) {
    size_t n = random_below(&seed, i % 100 ? 64 : sizeof bytes);
    for (size_t k = 0; k < n; k++) bytes[k] = (uint8_t)(random64(&seed) >> 56);
    if (n > 0 && i % 4) bytes[0] = 0;                              /* version */
    if (n > 1 && i % 4) bytes[1] = (uint8_t)(2 + random_below(&seed, 4)); /* stages */
    if (n > 2 && i % 2) bytes[2] = 1;                              /* HISTORY */
    if (n > 3 && i % 2) bytes[3] = 4;
    if (parses(bytes, n)) runs(100);
  }
  /* Two shipped Programs spliced, one with bytes of the other, several bytes changed at once. */
  for (int i = 0; i < 60000 / SLOWNESS; i++) {
    const kolmo_shipped_program *a = &kolmo_shipped_programs[random_below(&seed, (uint32_t)kolmo_shipped_program_count)];
    const kolmo_shipped_program *b = &kolmo_shipped_programs[random_below(&seed, (uint32_t)kolmo_shipped_program_count)];
    size_t n = a->length;
    memcpy(bytes, a->bytes, n);
    if (i % 3 == 0) {
      size_t from = random_below(&seed, (uint32_t)b->length), cut = random_below(&seed, (uint32_t)n);
      memcpy(bytes + cut, b->bytes + from, b->length - from);
      n = cut + b->length - from;
    }
    for (uint32_t k = random_below(&seed, 4); k > 0; k--) bytes[random_below(&seed, (uint32_t)n)] = (uint8_t)(random64(&seed) >> 56);
    if (parses(bytes, n) && i % 16 == 0) runs(100);
  }
}

/* ---- hand-made ones ---- */

enum { HISTORY = 0x01, MATCH = 0x10, SLOTS = 0x11, NETWORK = 0x12, RECALL = 0x13, MIXER = 0x20, APM = 0x21, RESIDUAL = 0x22, OUTPUT = 0x3F };

static void stage(writer *w, uint8_t op, const writer *payload) {
  put(w, op);
  put_number(w, payload->n);
  put_bytes(w, payload->data, payload->n);
}

#define PAYLOAD(w, ...) \
  do { \
    const uint8_t payload_bytes[] = {__VA_ARGS__}; \
    (w)->n = 0; \
    put_bytes(w, payload_bytes, sizeof payload_bytes); \
  } while (0)

static writer hostile, payload;

static void begin(unsigned stages) {
  hostile.n = 0;
  put(&hostile, 0);
  put_number(&hostile, stages);
  PAYLOAD(&payload, 10, 16, 0, 1);
  stage(&hostile, HISTORY, &payload);
}

static void match(uint8_t out, uint8_t reg) {
  PAYLOAD(&payload, 8, 12, 0, 4, 100, out, reg);
  stage(&hostile, MATCH, &payload);
}

static void output(uint8_t start, uint8_t count) {
  PAYLOAD(&payload, 1, start, count);
  stage(&hostile, OUTPUT, &payload);
}

static void last_output(void) {
  PAYLOAD(&payload, 1, 0xFF, 0x07, 1); /* signal 1023 */
  stage(&hostile, OUTPUT, &payload);
}

static void expect(bool wanted, const char *what) {
  bool got = parses(hostile.data, hostile.n);
  CHECK(got == wanted, "%s: %s", what, got ? "parses" : "is refused");
  if (got) runs(300);
}

static void wiring(void) {
  begin(3), match(0, 5), output(0, 2), expect(true, "the smallest Program with a match");
  begin(2), output(0, 1), expect(false, "output of a signal that nobody writes");
  begin(3), match(0, 5), output(1, 2), expect(false, "reads one signal too many");
  begin(4), match(0, 5), match(1, 7), output(0, 2), expect(false, "overlapping signals");
  begin(4), match(0, 5), match(2, 6), output(0, 4), expect(false, "overlapping registers");
  begin(4), match(0, 5), match(2, 7), output(0, 4), expect(true, "two matches side by side");
  begin(3), match(0, 62), output(0, 2), expect(true, "the last registers");
  begin(3), match(0, 63), output(0, 2), expect(false, "a register beyond the last");
  begin(3), match(0, 0), output(0, 2), expect(false, "writes the partial byte");
  begin(3), match(0, 4), output(0, 2), expect(false, "writes a register of HISTORY");
  begin(3), match(0, 5), match(2, 7), expect(false, "no OUTPUT");
  begin(3), output(0, 0), output(0, 0), expect(false, "OUTPUT in the middle");
  begin(2), match(0, 5), output(0, 2), expect(false, "a stage more than announced");
  begin(5), match(0, 5), output(0, 2), expect(false, "stages fewer than announced");
  begin(65), match(0, 5), output(0, 2), expect(false, "65 stages");
  hostile.n = 0;
  put(&hostile, 0), put(&hostile, 2);
  match(0, 5), output(0, 2), expect(false, "no HISTORY");

  /* Forward: a mixer reads the match behind it; itself. */
  static const uint8_t mixer[] = {1, 0, 2, 1, 0, 0, 0, 0, 2, 0, 100, 10, 1, 0, 0, 8};
  begin(4);
  PAYLOAD(&payload, 1, 0, 2, 1, 0, 0, 0, 0, 2, 0, 100, 10, 1, 0, 0);
  stage(&hostile, MIXER, &payload);
  match(0, 5), output(2, 1), expect(false, "reads a later stage's signals");
  begin(4), match(0, 5);
  PAYLOAD(&payload, 1, 0, 3, 1, 0, 0, 0, 0, 2, 0, 100, 10, 1, 0, 0);
  stage(&hostile, MIXER, &payload);
  output(2, 1), expect(false, "reads its own signal");
  begin(4), match(0, 5);
  PAYLOAD(&payload, 1, 0, 2, 1, 0, 0, 0, 0, 2, 0, 100, 10, 1, 0, 0);
  stage(&hostile, MIXER, &payload);
  output(2, 1), expect(true, "a mixer of two");
  begin(4), match(0, 5);
  put(&payload, 0);
  payload.n = 0;
  put_bytes(&payload, mixer, sizeof mixer);
  stage(&hostile, MIXER, &payload);
  output(2, 1), expect(false, "a payload longer than its stage");
  begin(4), match(0, 5);
  payload.n = 0;
  put_bytes(&payload, mixer, sizeof mixer - 2);
  stage(&hostile, MIXER, &payload);
  output(2, 1), expect(false, "a payload shorter than its stage");
}

/* n spans that all read signals 0 and 1: allowed, up to the number of inputs. */
static void many_inputs(void) {
  for (unsigned spans = 1; spans <= 65; spans += 8) {
    begin(4), match(0, 5);
    payload.n = 0;
    put_number(&payload, spans);
    for (unsigned i = 0; i < spans; i++) put(&payload, 0), put(&payload, 2);
    put_bytes(&payload, (const uint8_t[]){1, 0, 0, 0, 0, 2, 0, 100, 10, 1, 0, 0}, 12);
    stage(&hostile, MIXER, &payload);
    output(2, 1), expect(spans <= 64, "one signal read many times");
  }
  begin(4), match(0, 5);
  PAYLOAD(&payload, 8, 12, 0, 4, 100, 0xFE, 0x07, 7); /* signals 1022, 1023 */
  stage(&hostile, MATCH, &payload);
  last_output(), expect(true, "the last signals");
  begin(4), match(0, 5);
  PAYLOAD(&payload, 8, 12, 0, 4, 100, 0xFF, 0x07, 7);
  stage(&hostile, MATCH, &payload);
  last_output(), expect(false, "signals beyond the last");
  for (uint8_t count = 0; count <= 17; count++) {
    begin(4), match(0, 5);
    payload.n = 0;
    put_bytes(&payload, (const uint8_t[]){8, 12, 0, 100, count}, 5);
    for (unsigned k = 0; k < count; k++) put_bytes(&payload, (const uint8_t[]){1, 1, 0xFF, (uint8_t)k, 0, 0}, 6);
    put_number(&payload, 2);
    stage(&hostile, RECALL, &payload);
    output(2, count ? count : 1), expect(count >= 1 && count <= 16, "contexts of RECALL");
  }
  /* 15 SLOTS of 64 contexts make 960 signals; 512 inputs are the most. */
  for (unsigned count = 511; count <= 513; count++) {
    begin(2 + 15 + 1);
    for (unsigned i = 0; i < 15; i++) {
      payload.n = 0;
      put_bytes(&payload, (const uint8_t[]){12, 12, 0, 100, 64}, 5);
      for (unsigned k = 0; k < 64; k++) put_bytes(&payload, (const uint8_t[]){1, 1, 0xFF, (uint8_t)k, 0, 0}, 6);
      put_number(&payload, 64 * i);
      stage(&hostile, SLOTS, &payload);
    }
    payload.n = 0;
    put_number(&payload, 1), put_number(&payload, 400), put_number(&payload, count);
    put_bytes(&payload, (const uint8_t[]){1, 0, 0, 0, 0}, 5);
    put_number(&payload, 1023);
    put_bytes(&payload, (const uint8_t[]){0, 100, 10, 1, 0, 0}, 6);
    stage(&hostile, MIXER, &payload);
    last_output(), expect(count <= 512, "about 512 inputs");
  }
}

/* What hears all signals before it: 0 and 1. */
static void residuals(void) {
  static const struct {
    uint32_t hidden, rate, last, out;
    bool good;
  } of[] = {{0, 9, 9, 2, false},        {1, 0, 0, 2, true},       {16, 16383, 32767, 2, true}, {17, 9, 9, 2, false}, {8, 16384, 9, 2, false},
            {8, 9, 32768, 2, false},    {8, 9, 9, 3, false},      {8, 9, 9, 1, false},         {8, 9, 9, 1024, false}};
  for (size_t i = 0; i < sizeof of / sizeof of[0]; i++) {
    begin(4), match(0, 5);
    PAYLOAD(&payload, 1, 0, 2);
    put_number(&payload, of[i].hidden), put_number(&payload, 32767), put_number(&payload, of[i].rate), put_number(&payload, of[i].last);
    put_number(&payload, 0), put_number(&payload, of[i].out);
    stage(&hostile, RESIDUAL, &payload);
    output(of[i].out, 1), expect(of[i].good, "a RESIDUAL");
  }
}

/* Selectors of 2^22 sets, 16 of them, over many inputs: more than 16 GiB. Told, not attempted. */
static void huge(void) {
  begin(4), match(0, 5);
  payload.n = 0;
  put(&payload, 64);
  for (unsigned i = 0; i < 64; i++) put(&payload, 0), put(&payload, 2);
  put(&payload, 16);
  for (unsigned i = 0; i < 16; i++) put_bytes(&payload, (const uint8_t[]){1, 1, 0, 24}, 4);
  put_bytes(&payload, (const uint8_t[]){22, 22, 0, 2, 0, 100, 10, 1, 0, 0}, 10);
  stage(&hostile, MIXER, &payload);
  output(2, 1);
  CHECK(parses(hostile.data, hostile.n), "a huge mixer is malformed");
  CHECK(program.memory > (uint64_t)16 << 30, "needs only %" PRIu64, program.memory);
  kolmo_program_info info;
  kolmo_error error;
  CHECK(kolmo_program_check(hostile.data, hostile.n, 1, (uint64_t)2 << 30, &info, &error) == KOLMO_ERR_MEMORY, "fits in 2 GiB");
  CHECK(kolmo_program_allow(&program, 1, KOLMO_DEFAULT_MEMORY, KOLMO_DEFAULT_MAX_COST, &error) == KOLMO_ERR_MEMORY, "is allowed");
  /* The same through an archive whose header is otherwise right: refused before anything is mapped. */
  static uint8_t archive[1024];
  uint8_t head[] = {0xCE, 0xBA, 0x4C, 0x4D, KOLMO_FORMAT_VERSION, KOLMO_OPSET_REVISION, 1, 40};
  size_t n = sizeof head;
  memcpy(archive, head, n);
  n += kolmo_put_varint(archive + n, hostile.n);
  memcpy(archive + n, hostile.data, hostile.n);
  n += hostile.n;
  kolmo_store32(archive + n, kolmo_crc32(0, archive, n));
  n += 4;
  bytes out = NO_BYTES;
  CHECK(unpack(&out, NULL, archive, n, 0, NULL, &error) == KOLMO_ERR_MEMORY, "the archive opens: %s", error.message);
  CHECK(strstr(error.message, "needs"), "does not tell the need: %s", error.message);

  /* Fields of 25 bits together; 9 fields; a shift of 32. */
  static const struct {
    uint8_t selector[32];
    uint8_t n;
    bool good;
  } selectors[] = {{{1, 1, 0, 24}, 4, true},           {{2, 1, 0, 24, 1, 0, 1}, 7, false},
                   {{1, 1, 0, 25}, 4, false},          {{1, 1, 32, 1}, 4, false},
                   {{1, 1, 31, 24}, 4, true},          {{1, 64, 0, 8}, 4, false},
                   {{1, 1, 0, 0}, 4, false},           {{0}, 1, true},
                   {{9, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1}, 28, false}};
  for (size_t i = 0; i < sizeof selectors / sizeof selectors[0]; i++) {
    begin(4), match(0, 5);
    PAYLOAD(&payload, 1, 0, 2);
    put_bytes(&payload, selectors[i].selector, selectors[i].n);
    put_bytes(&payload, (const uint8_t[]){0, 10, 0, 100, 2}, 5);
    stage(&hostile, APM, &payload);
    output(2, 1);
    CHECK(parses(hostile.data, hostile.n) == selectors[i].good, "selector %zu", i);
    if (selectors[i].good) runs(300);
  }
}

/* A network with a recurrence, two steps a window: which windows it may wait for, learn again and go back through. */
static void windows(void) {
  static const struct {
    uint8_t form, later[3], n;
    bool good;
  } forms[] = {{0, {0}, 0, true},           {64, {2}, 1, true},         {64, {4}, 1, true},         {64, {0}, 1, false},       {64, {1}, 1, false},
               {64, {5}, 1, false},         {80, {4, 4, 4}, 3, true},   {82, {0, 1, 3}, 3, true},   {80, {4, 5, 4}, 3, false}, {80, {4, 4}, 2, false},
               {16, {4, 4, 4}, 3, false},   {81, {4, 2, 2}, 3, true},   {128, {0}, 0, false}};
  uint64_t alone = 0;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    begin(4), match(0, 5);
    PAYLOAD(&payload, 12, 12, 0);
    put_number(&payload, forms[i].form);
    put_bytes(&payload, (const uint8_t[]){2, 1, 16, 13, 17}, 5);
    put_bytes(&payload, forms[i].later, forms[i].n);
    put_bytes(&payload, (const uint8_t[]){4, 16, 2, 3, 1, 0}, 6);
    put_bytes(&payload, (const uint8_t[]){4, 1, 1, 100, 30, 1, 1, 1, 0xFF, 0, 0, 0, 2, 1, 2, 1, 100, 100, 5, 2, 3, 2, 3, 0, 1, 100, 100}, 27);
    put_bytes(&payload, (const uint8_t[]){3, 3, 2, 1, 3, 0, 1, 3, 2, 7}, 10);
    stage(&hostile, NETWORK, &payload);
    output(2, 2);
    CHECK(parses(hostile.data, hostile.n) == forms[i].good, "windows %zu", i);
    if (!forms[i].good) continue;
    runs(300);
    if (i == 0) alone = program.memory;
    else CHECK(program.memory > alone, "windows %zu take no memory", i);
  }
}

/* A length that lies: longer than the rest, longer than memory, longer than needed, 2^64 − 1. */
static void lengths(void) {
  static const uint8_t lies[][11] = {
      {2, 0xFF, 0x01}, {2, 0x84, 0x00}, {10, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01},
      {10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02}, {5, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, {1, 3}, {1, 5}, {1, 0}};
  for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
    hostile.n = 0;
    put_bytes(&hostile, (const uint8_t[]){0, 3, HISTORY}, 3);
    put_bytes(&hostile, lies[i] + 1, lies[i][0]);
    put_bytes(&hostile, (const uint8_t[]){10, 16, 0, 1}, 4);
    match(0, 5), output(0, 2), expect(false, "a length that lies");
  }
  /* The longest Program there may be, and one byte more: padded by an unneeded … nothing may pad, so both are refused, and quickly. */
  for (size_t n = KOLMO_PROGRAM_MAX; n <= KOLMO_PROGRAM_MAX + 1; n++) {
    begin(3), match(0, 5), output(0, 2);
    memset(hostile.data + hostile.n, 0, n - hostile.n);
    hostile.n = n, expect(false, "65536 bytes");
  }
  /* Pools: 62 mixers of 16 selectors of 8 fields are more fields and lists than fit. */
  for (unsigned mixers = 1; mixers <= 61; mixers += 10) {
    begin(3 + mixers), match(0, 5);
    for (unsigned k = 0; k < mixers; k++) {
      PAYLOAD(&payload, 1, 0, 2, 16);
      for (unsigned i = 0; i < 16; i++) {
        put(&payload, 8);
        for (unsigned f = 0; f < 8; f++) put(&payload, 1), put(&payload, (uint8_t)f), put(&payload, 1);
      }
      put_bytes(&payload, (const uint8_t[]){0, 0, 0}, 3);
      put_number(&payload, 2 + 16 * k);
      put_bytes(&payload, (const uint8_t[]){0, 100, 10, 1, 0, 0}, 6);
      stage(&hostile, MIXER, &payload);
    }
    output(2, 1), expect(mixers <= 31, "more fields than there is room for");
  }
}

int main(void) {
  fill_text(sample, sizeof sample, 6);
  shipped();
  wiring();
  many_inputs();
  residuals();
  huge();
  windows();
  lengths();
  random_bytes();
  damaged();
  return 0;
}
