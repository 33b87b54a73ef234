/* The one Program: how archives name it, and how it is run. */
#include "core/layout.h"
#include "core/model.h"
#include "programs/programs.h"

#include "model/name.h"
#include "model/layout.h"

const kolmo_shipped_program kolmo_shipped_programs[] = {{MODEL_HASH, MODEL_NAME, NULL, 0, 0}};
const size_t kolmo_shipped_program_count = MODEL_CARRIED ? 0 : 1;

kolmo_status kolmo_program_parse(kolmo_program *program, const uint8_t *bytes, size_t n, kolmo_error *error) {
  if (n != MODEL_CARRIED || (n && memcmp(bytes, model_bytes, n) != 0))
    return kolmo_fail(error, KOLMO_ERR_PROGRAM, "an archive of another model than this program's");
  memset(program, 0, sizeof *program);
  program->hash = MODEL_HASH;
  program->shipped = MODEL_CARRIED ? NULL : kolmo_shipped_programs;
  program->stage_count = MODEL_STAGES; /* of which nothing more is asked: they are constants */
  kolmo_program_layout(program, 0);
  return KOLMO_OK;
}

void kolmo_model_choose_step(kolmo_model *m) { m->step = m->kernels->updates[0]; }
void kolmo_model_begin(kolmo_model *m) { m->kernels->updates[1](m, 0); }
