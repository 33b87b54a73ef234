static const kolmo_field fields_model[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_model[] = {
  {fields_model + 0, 1, 0},
  {fields_model + 1, 1, 0},
  {fields_model + 2, 1, 8},
  {fields_model + 3, 2, 16},
};

static const kolmo_span spans_model[] = {
  {0, 4},
  {4, 1},
  {4, 2},
};

static const kolmo_stage stages_model[] = {
  {.op = 1, .index = 0, .size = {16, 22, 0}, .reg = 1},
  {.op = 16, .index = 1, .size = {10, 20, 0}, .reg = 5, .min_length = 5, .limit = 255, .out = 0, .outs = 2},
  {.op = 17, .index = 2, .size = {16, 24, 4}, .list_count = 2, .lists = lists_model + 0, .limit = 255, .out = 2, .outs = 2},
  {.op = 32, .index = 3, .size = {8, 16, 0}, .inputs = 4, .span_count = 1, .spans = spans_model + 0, .list_count = 1, .lists = lists_model + 2, .out = 4, .outs = 1,
   .weight = 16384, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 0},
  {.op = 33, .index = 4, .size = {10, 16, 0}, .inputs = 1, .span_count = 1, .spans = spans_model + 1, .list_count = 1, .lists = lists_model + 3, .limit = 255, .out = 5, .outs = 1},
  {.op = 63, .index = 5, .inputs = 2, .span_count = 1, .spans = spans_model + 2},
};

static void anticipate_model(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_model[0]);
  kolmo_slots_anticipate(m, &stages_model[2], 0x1eull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_model(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_model[1], bit);
  kolmo_slots_update(m, &stages_model[2], bit);
  kolmo_mixer_update(m, &stages_model[3], bit);
  kolmo_apm_update(m, &stages_model[4], bit);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_model[0]);
    kolmo_match_byte(m, &stages_model[1]);
    kolmo_slots_byte(m, &stages_model[2]);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_model[1]);
    kolmo_slots_nibble(m, &stages_model[2]);
  }
  kolmo_match_predict(m, &stages_model[1]);
  kolmo_slots_predict(m, &stages_model[2]);
  kolmo_mixer_predict(m, &stages_model[3]);
  kolmo_apm_predict(m, &stages_model[4]);
  kolmo_output_predict(m, &stages_model[5]);
  kolmo_match_foresee(m, &stages_model[1]);
  kolmo_slots_foresee(m, &stages_model[2]);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_model(m, kolmo_likely(m) & 255);
}

/* The stages, as the constants above have them. */
static void fill_stages(kolmo_program *program) {
  program->stage_count = 6;
  memcpy(program->stages, stages_model, sizeof stages_model);
}

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  uint8_t log;
  kolmo_layout_start(program, size_class);
  log = kolmo_table_log(&stages_model[0], size_class);
  kolmo_layout_stage(program, &stages_model[0], log, 0, kolmo_history_table_bytes(&stages_model[0], log));
  log = kolmo_table_log(&stages_model[1], size_class);
  kolmo_layout_stage(program, &stages_model[1], log, kolmo_match_state_bytes(&stages_model[1]), kolmo_match_table_bytes(&stages_model[1], log));
  log = kolmo_table_log(&stages_model[2], size_class);
  kolmo_layout_stage(program, &stages_model[2], log, kolmo_slots_state_bytes(&stages_model[2]), kolmo_slots_table_bytes(&stages_model[2], log));
  log = kolmo_table_log(&stages_model[3], size_class);
  kolmo_layout_stage(program, &stages_model[3], log, kolmo_mixer_state_bytes(&stages_model[3]), kolmo_mixer_table_bytes(&stages_model[3], log));
  log = kolmo_table_log(&stages_model[4], size_class);
  kolmo_layout_stage(program, &stages_model[4], log, kolmo_apm_state_bytes(&stages_model[4]), kolmo_apm_table_bytes(&stages_model[4], log));
  log = kolmo_table_log(&stages_model[5], size_class);
  kolmo_layout_stage(program, &stages_model[5], log, 0, 0);
}

KOLMO_COLD void kolmo_model_begin(kolmo_model *m) {
  kolmo_slots_reset(m, &stages_model[2]);
  kolmo_history_byte(m, &stages_model[0]);
  kolmo_match_byte(m, &stages_model[1]);
  kolmo_slots_byte(m, &stages_model[2]);
  kolmo_match_nibble(m, &stages_model[1]);
  kolmo_slots_nibble(m, &stages_model[2]);
  kolmo_match_predict(m, &stages_model[1]);
  kolmo_slots_predict(m, &stages_model[2]);
  kolmo_mixer_predict(m, &stages_model[3]);
  kolmo_apm_predict(m, &stages_model[4]);
  kolmo_output_predict(m, &stages_model[5]);
}
