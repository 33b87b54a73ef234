/* From a parsed Program to a plan of memory, and the limits a caller sets. */
#include "core/program.h"
#include "programs/programs.h"

/* FNV-1a, 64 bits. It only has to tell Programs apart; nothing is trusted because of it. */
uint64_t kolmo_program_hash(const uint8_t *bytes, size_t n) {
  uint64_t h = 0xCBF29CE484222325u;
  for (size_t i = 0; i < n; i++) h = (h ^ bytes[i]) * 0x100000001B3u;
  return h;
}

kolmo_status kolmo_program_fit(kolmo_program *program, uint64_t length, uint64_t cap, kolmo_error *error) {
  unsigned size_class = 0;
  while (size_class < KOLMO_SIZE_CLASS_MAX && (uint64_t)1 << size_class < length) size_class++;
  kolmo_program_layout(program, size_class);
  while (cap && program->memory > cap) {
    if (size_class == 0)
      return kolmo_fail(error, KOLMO_ERR_MEMORY, "needs at least %llu bytes of memory, %llu allowed",
                        (unsigned long long)program->memory, (unsigned long long)cap);
    kolmo_program_layout(program, --size_class);
  }
  return KOLMO_OK;
}

kolmo_status kolmo_program_allow(const kolmo_program *program, unsigned arenas, uint64_t memory, uint64_t max_cost, kolmo_error *error) {
  uint64_t need = arenas * program->memory;
  if (need > memory)
    return kolmo_fail(error, KOLMO_ERR_MEMORY, "needs %llu bytes of memory, %llu allowed", (unsigned long long)need, (unsigned long long)memory);
  if (program->cost > max_cost)
    return kolmo_fail(error, KOLMO_ERR_PROGRAM, "costs up to %llu units per byte, %llu allowed",
                      (unsigned long long)program->cost, (unsigned long long)max_cost);
  return KOLMO_OK;
}

const kolmo_shipped_program *kolmo_shipped_by_bytes(const uint8_t *bytes, size_t n) {
  for (size_t i = 0; i < kolmo_shipped_program_count; i++) {
    const kolmo_shipped_program *p = &kolmo_shipped_programs[i];
    if (p->length == n && memcmp(p->bytes, bytes, n) == 0) return p;
  }
  return NULL;
}

const kolmo_shipped_program *kolmo_shipped_by_hash(uint64_t hash) {
  for (size_t i = 0; i < kolmo_shipped_program_count; i++)
    if (kolmo_shipped_programs[i].hash == hash) return &kolmo_shipped_programs[i];
  return NULL;
}

kolmo_status kolmo_program_check(const uint8_t *bytes, size_t n, uint64_t length, uint64_t memory,
                                 kolmo_program_info *info, kolmo_error *error) {
  kolmo_program *program = malloc(sizeof *program);
  if (!program) return kolmo_fail(error, KOLMO_ERR_MEMORY, "out of memory");
  kolmo_status status = kolmo_program_parse(program, bytes, n, error);
  if (!status) status = kolmo_program_fit(program, length, memory, error);
  if (!status)
    *info = (kolmo_program_info){.hash = program->hash,
                                 .name = program->shipped ? program->shipped->name : NULL,
                                 .memory = program->memory,
                                 .cost = program->cost,
                                 .size_class = program->size_class,
                                 .stages = program->stage_count};
  free(program);
  return status;
}
