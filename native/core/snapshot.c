#include "core/snapshot.h"
#include "core/arena.h"

enum { PIECE = 1 << 23 }; /* bytes copied between two questions: some milliseconds */

/* Into an arena of zeros. */
static kolmo_status copy(uint8_t *to, const uint8_t *from, uint64_t bytes, const kolmo_poll *poll, kolmo_error *error) {
  for (uint64_t at = 0; at < bytes; at += PIECE) {
    kolmo_arena_copy(to + at, from + at, (size_t)(bytes - at < PIECE ? bytes - at : PIECE));
    kolmo_status status = kolmo_ask(poll, error);
    if (status) return status;
  }
  return KOLMO_OK;
}

kolmo_status kolmo_snapshot_take(kolmo_snapshot **snapshot, const kolmo_model *model, const kolmo_poll *poll, kolmo_error *error) {
  const uint64_t bytes = model->program->memory;
  kolmo_snapshot *s = malloc(sizeof *s);
  if (s) *s = (kolmo_snapshot){.program_hash = model->program->hash, .bytes = bytes, .arena = kolmo_arena_map((size_t)bytes)};
  kolmo_status status = s && s->arena ? copy(s->arena, model->arena, bytes, poll, error)
                                      : kolmo_fail(error, KOLMO_ERR_MEMORY, "the system has no memory for the snapshot");
  if (status) {
    kolmo_snapshot_close(s);
    s = NULL;
  }
  *snapshot = s;
  return status;
}

kolmo_status kolmo_snapshot_load(const kolmo_snapshot *snapshot, kolmo_model *model, const kolmo_poll *poll, kolmo_error *error) {
  if (!snapshot || snapshot->program_hash != model->program->hash || snapshot->bytes != model->program->memory)
    return kolmo_fail(error, KOLMO_ERR_OPTION, "start: not the snapshot of this archive");
  kolmo_arena_clear(model->arena, (size_t)snapshot->bytes);
  model->settled = true; /* by the copy */
  return copy(model->arena, snapshot->arena, snapshot->bytes, poll, error);
}

void kolmo_snapshot_close(kolmo_snapshot *snapshot) {
  if (!snapshot) return;
  kolmo_arena_unmap(snapshot->arena, (size_t)snapshot->bytes);
  free(snapshot);
}
