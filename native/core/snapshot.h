/* A model's state, kept. */
#ifndef KOLMO_SNAPSHOT_H
#define KOLMO_SNAPSHOT_H
#include "core/model.h"

struct kolmo_snapshot {
  uint64_t program_hash;
  uint64_t bytes;  /* of the arena */
  uint8_t *arena;
};

/* Copies the model's state. ERR_MEMORY, ABORTED. */
kolmo_status kolmo_snapshot_take(kolmo_snapshot **snapshot, const kolmo_model *model, const kolmo_poll *poll, kolmo_error *error);
/* Sets the model to the snapshot's state. ERR_OPTION when the snapshot is of another Program or other tables, or NULL; ABORTED. */
kolmo_status kolmo_snapshot_load(const kolmo_snapshot *snapshot, kolmo_model *model, const kolmo_poll *poll, kolmo_error *error);
#endif
