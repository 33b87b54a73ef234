#include "core/snapshot.h"
#include "core/arena.h"

kolmo_snapshot *kolmo_snapshot_of(const kolmo_model *model) {
  kolmo_snapshot *snapshot = malloc(sizeof *snapshot);
  if (!snapshot) return NULL;
  *snapshot = (kolmo_snapshot){
      .program_hash = model->program->hash, .bytes = model->program->memory, .arena = kolmo_arena_map((size_t)model->program->memory)};
  if (!snapshot->arena) {
    free(snapshot);
    return NULL;
  }
  kolmo_arena_copy(snapshot->arena, model->arena, (size_t)snapshot->bytes);
  return snapshot;
}

kolmo_status kolmo_snapshot_load(const kolmo_snapshot *snapshot, kolmo_model *model, kolmo_error *error) {
  if (!snapshot || snapshot->program_hash != model->program->hash || snapshot->bytes != model->program->memory)
    return kolmo_fail(error, KOLMO_ERR_OPTION, "start: not the snapshot of this archive");
  kolmo_model_load(model, snapshot->arena);
  return KOLMO_OK;
}

void kolmo_snapshot_close(kolmo_snapshot *snapshot) {
  if (!snapshot) return;
  kolmo_arena_unmap(snapshot->arena, (size_t)snapshot->bytes);
  free(snapshot);
}
