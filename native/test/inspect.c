/* Looking into a model changes nothing: costs are those of the archive, with and without guesses, for the ops of every shipped Program; and what is told
 * agrees with itself. */
#include "archive.h"
#include "core/inspect/inspect.h"
#include "core/op.h"
#include "data.h"

enum { N = 2000, HIGHEST = 5 /* level: those above have the same ops */ };

static uint8_t data[N];

static kolmo_inspection inspect(const kolmo_shipped_program *p, const kolmo_inspect_options *how) {
  kolmo_inspect_options options = *how;
  options.program = p->bytes;
  options.program_bytes = p->length;
  if (!options.floor) options.floor = 256;
  bytes sink = NO_BYTES;
  const kolmo_io io = io_to(&sink);
  kolmo_inspection result;
  kolmo_error error;
  CHECK(kolmo_inspect(&options, data, N, &io, &result, &error) == KOLMO_OK, "%s: %s", p->name, error.message);
  CHECK(sink.calls > 10, "asked %" PRIu64 " times", sink.calls);
  return result;
}

static double sum_of(const kolmo_inspection *i) {
  double bits = 0;
  for (size_t k = 0; k < i->bytes; k++) bits += i->costs[k] / (double)KOLMO_BIT_COST;
  return bits;
}

static void same_costs(const kolmo_shipped_program *p, const kolmo_inspection *a, const kolmo_inspection *b, const char *what) {
  CHECK(a->bytes == b->bytes && memcmp(a->coded, b->coded, a->bytes) == 0, "%s, %s: other bytes", p->name, what);
  for (size_t k = 0; k < a->bytes; k++) CHECK(a->costs[k] == b->costs[k], "%s, %s: byte %zu costs %u and %u", p->name, what, k, a->costs[k], b->costs[k]);
}

static double bits_of_guess(const kolmo_guess *g) {
  double bits = 0;
  for (double x = g->p / 65536.0; x < 1; x *= 1.0009765625) bits += 0.00140819439; /* log2 of that factor */
  return bits;
}

/* Guesses are in order and add up to no more than 1; a byte's own is what it cost. Returns how often the first one was right. */
static size_t check_guesses(const kolmo_inspection *i, size_t row, size_t at) {
  const kolmo_guess *g = i->guesses + row * KOLMO_GUESSES;
  unsigned sum = 0;
  for (unsigned k = 0; k < KOLMO_GUESSES; k++) {
    sum += g[k].p;
    CHECK(k == 0 || g[k].p <= g[k - 1].p, "guess %u of byte %zu is likelier than the one before", k, at);
    if (!g[k].p || g[k].byte != i->coded[at]) continue;
    double bits = bits_of_guess(&g[k]), told = i->costs[at] / (double)KOLMO_BIT_COST;
    CHECK(bits - told < 0.02 && told - bits < 0.02, "byte %zu costs %f bits, guessed at %f", at, told, bits);
  }
  CHECK(sum <= 65536, "the guesses of byte %zu add up to %u", at, sum);
  return g[0].p && g[0].byte == i->coded[at];
}

/* A byte that might have come costs what its guess says, when it does come. */
static void check_others(const kolmo_shipped_program *p, const kolmo_inspection *i) {
  for (size_t at = 250; at < N; at += N / 3) {
    const uint8_t came = data[at];
    for (const kolmo_guess *g = i->guesses + at * KOLMO_GUESSES, *end = g + 3; g < end && g->p; g++) {
      data[at] = (uint8_t)g->byte;
      kolmo_inspection other = inspect(p, &(kolmo_inspect_options){0});
      double bits = bits_of_guess(g), told = other.costs[at] / (double)KOLMO_BIT_COST;
      CHECK(bits - told < 0.02 && told - bits < 0.02, "%s: %u for byte %zu costs %f bits, guessed at %f", p->name, g->byte, at, told, bits);
      kolmo_inspection_close(&other);
    }
    data[at] = came;
  }
}

static void check_program(const kolmo_shipped_program *p, size_t archive_bytes) {
  static const kolmo_component first[] = {{0, 2}, {2, 1}};
  const kolmo_inspection plain = inspect(p, &(kolmo_inspect_options){0});
  double bytes = sum_of(&plain) / 8, told = (double)archive_bytes;
  CHECK(bytes <= told && bytes > told - 64, "%s: costs of %f bytes, an archive of %f", p->name, bytes, told);
  kolmo_inspection all = inspect(p, &(kolmo_inspect_options){.guess_all = 1, .spread = 1, .components = first, .component_count = 2});
  same_costs(p, &plain, &all, "all guessed");
  CHECK(all.kept == N && all.guessed == N, "%zu kept", all.kept);
  size_t right = 0;
  double saved = 0;
  for (size_t k = 0; k < N; k++) {
    right += check_guesses(&all, k, k);
    saved += all.said[2 * k].saved;
    CHECK(all.said[2 * k].said > 0 && all.said[2 * k].said < 129, "byte %zu: said %f", k, all.said[2 * k].said);
  }
  CHECK(right > N / 3, "%s: guessed %zu of %d", p->name, right, N);
  CHECK(saved - all.all[0].saved < 0.5 && all.all[0].saved - saved < 0.5 && saved > 0, "%s: the match saved %f, summed up %f", p->name, saved, all.all[0].saved);
  check_others(p, &all);
  kolmo_inspection costly = inspect(p, &(kolmo_inspect_options){.spread = 100, .costly = 50, .components = first, .component_count = 2});
  same_costs(p, &plain, &costly, "costly ones guessed");
  CHECK(costly.kept == N / 100 + 50 && costly.guessed == costly.kept, "%zu kept", costly.kept);
  uint32_t least = UINT32_MAX;
  uint8_t seen[N] = {0};
  for (size_t k = 0; k < costly.kept; k++) {
    const uint32_t at = costly.at[k];
    CHECK(!seen[at], "byte %u is kept twice", at);
    seen[at] = 1;
    check_guesses(&costly, k, at);
    if (at % 100 && costly.costs[at] < least) least = costly.costs[at];
    CHECK(memcmp(&costly.said[2 * k], &all.said[2 * at], 2 * sizeof *all.said) == 0, "byte %u: other things said", at);
    CHECK(memcmp(&costly.guesses[k * KOLMO_GUESSES], &all.guesses[at * KOLMO_GUESSES], KOLMO_GUESSES * sizeof *all.guesses) == 0, "byte %u: other guesses", at);
  }
  for (size_t k = 0; k < N; k++) CHECK(seen[k] || costly.costs[k] <= least, "byte %zu costs %u and was not kept, %u was", k, costly.costs[k], least);
  kolmo_inspection_close(&all);
  kolmo_inspection_close(&costly);
  kolmo_inspection old = plain;
  kolmo_inspection_close(&old);
}

/* The transform's bytes are what is coded. */
static void check_text(void) {
  const kolmo_inspection i = inspect(find_program(1), &(kolmo_inspect_options){.text = KOLMO_TEXT_DICT});
  CHECK(i.bytes < N, "%zu bytes after the transform", i.bytes);
  kolmo_inspection old = i;
  kolmo_inspection_close(&old);
}

static void check_refusals(void) {
  const kolmo_shipped_program *p = find_program(1);
  const kolmo_component beyond = {KOLMO_SIGNALS - 1, 2};
  kolmo_inspect_options options = {.program = p->bytes, .program_bytes = p->length, .floor = 1, .components = &beyond, .component_count = 1};
  bytes sink = NO_BYTES;
  kolmo_io io = io_to(&sink);
  kolmo_inspection result;
  kolmo_error error;
  CHECK(kolmo_inspect(&options, data, N, &io, &result, &error) == KOLMO_ERR_OPTION, "no error");
  options.component_count = 0;
  options.memory = 1;
  CHECK(kolmo_inspect(&options, data, N, &io, &result, &error) == KOLMO_ERR_MEMORY, "no error");
  options.memory = 0;
  sink.abort_at = 1000;
  CHECK(kolmo_inspect(&options, data, N, &io, &result, &error) == KOLMO_ABORTED && !result.costs, "not stopped");
  options.program_bytes--;
  CHECK(kolmo_inspect(&options, data, N, &io, &result, &error) == KOLMO_ERR_PROGRAM, "no error");
  kolmo_inspection_close(&result);
}

static void check_ops(void) {
  for (unsigned code = 0; code < 256; code++) {
    const kolmo_op *op = kolmo_find_op((uint8_t)code);
    CHECK(!op || !(op->update || op->nibble) || op->keep, "%s changes its state within a byte, and has no keep()", op->name);
  }
}

int main(void) {
  check_ops();
  fill_text(data, N / 2, 1);
  fill_binary(data + N / 2, N / 2, 1);
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    const kolmo_shipped_program *p = &kolmo_shipped_programs[i];
    unsigned level = 0;
    if (sscanf(p->name, "level%u", &level) != 1 || level > HIGHEST) continue;
    const kolmo_encode_options options = {.program = p->bytes, .program_bytes = p->length, .length = N};
    bytes archive = NO_BYTES;
    kolmo_error error;
    CHECK(pack(&archive, &options, data, N, (feeding){0, NULL}, &error) == KOLMO_OK, "%s", error.message);
    check_program(p, archive.n);
    bytes_free(&archive);
  }
  check_text();
  check_refusals();
  return 0;
}
