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
  {fields_model + 0, 1, 0},
  {fields_model + 1, 1, 0},
  {fields_model + 2, 1, 8},
  {fields_model + 3, 2, 16},
};

static const kolmo_span spans_model[] = {
  {0, 6},
  {6, 1},
  {6, 2},
};

static const kolmo_stage stages_model[] = {
  {.op = 1, .index = 0, .size = {16, 22, 0}, .reg = 1},
  {.op = 16, .index = 1, .size = {10, 20, 0}, .reg = 5, .min_length = 5, .limit = 255, .out = 0, .outs = 2},
  {.op = 17, .index = 2, .size = {16, 24, 4}, .list_count = 2, .lists = lists_model + 0, .limit = 255, .out = 2, .outs = 2},
  {.op = 18, .index = 3, .size = {12, 20, 4}, .list_count = 2, .lists = lists_model + 2, .reg = 7, .out = 4, .outs = 2},
  {.op = 32, .index = 4, .size = {8, 16, 0}, .inputs = 6, .span_count = 1, .spans = spans_model + 0, .list_count = 1, .lists = lists_model + 4, .out = 6, .outs = 1,
   .weight = 16384, .rate_max = 1500, .rate_min = 300, .decay = 64, .skip = 0},
  {.op = 33, .index = 5, .size = {10, 16, 0}, .inputs = 1, .span_count = 1, .spans = spans_model + 1, .list_count = 1, .lists = lists_model + 5, .limit = 255, .out = 7, .outs = 1},
  {.op = 63, .index = 6, .inputs = 2, .span_count = 1, .spans = spans_model + 2},
};

/* The part without the model asks for sizes by it. Each path's object has it beside the constants, which the compiler knows; one is linked. */
__attribute__((weak)) const kolmo_stage *const kolmo_model_stages = stages_model;

static const kolmo_net_op network_1_ops[] = {
  {.from = 1, .to = 1, .rate = 250000, .boost = 4, .ins = 32, .outs = 32, .count = 2, .lines = 446 * 64},
  {.from = 1, .to = 3, .rate = 50000, .init = 20000, .ins = 32, .outs = 48, .columns = 32, .weights = 447 * 64, .moments = 543 * 64, .age = 546 * 64, .bytes = 549 * 64, .scale = 573 * 64, .totals = 576 * 64, .pairs = 579 * 64, .source = 1, .input = 643 * 64, .units = 644 * 64, .inputs = 645 * 64},
  {.from = 3, .to = 3, .rate = 50000, .ins = 48, .outs = 48, .weights = 653 * 64, .moments = 656 * 64, .age = 657 * 64},
  {.from = 3, .to = 2, .ins = 48, .outs = 16, .saved = 658 * 64, .carry = 682 * 64, .back = 691 * 64},
  {.from = 1, .rate = 50000, .init = 6000, .ins = 48, .outs = 256, .columns = 48, .weights = 692 * 64, .moments = 1460 * 64, .age = 1476 * 64, .bytes = 1492 * 64, .scale = 1684 * 64, .totals = 1700 * 64, .source = 4, .input = 1716 * 64, .units = 1717 * 64, .inputs = 1718 * 64},
  {.rate = 50000, .ins = 256, .outs = 256, .weights = 1730 * 64, .moments = 1746 * 64, .age = 1747 * 64},
};

static const kolmo_network network_1 = {
  .window = 8, .warm = 10, .steps = 31, .decay = 13, .epsilon = 17, .kept = 1, .total = 352, .errors = 2112, .counts = 3136, .symbols = 3200, .values = 3200, .gradients = 248 * 64,
  .starts = {0, 256, 288, 304}, .op = network_1_ops};

static void network_predict_1(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s, &network_1);
  uint64_t rounding = kolmo_rounding_enter();
  net_step_begins(&n);
  net_rows(&n, &network_1_ops[0]);
  net_dense(&n, &network_1_ops[1]);
  net_bias(&n, &network_1_ops[2]);
  net_recur(&n, &network_1_ops[3]);
  net_dense(&n, &network_1_ops[4]);
  net_bias(&n, &network_1_ops[5]);
  net_step_ends(&n);
  kolmo_rounding_leave(rounding);
}

static void network_learn_1(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s, &network_1);
  net_back_begins(&n);
  net_recur_begins(&n, &network_1_ops[3]);
  for (int step = 8; step-- > 0;) net_logits_back(&n, &network_1_ops[4], step);
  for (int step = 8; step-- > 0;) net_recur_back(&n, &network_1_ops[3], step);
  net_dense_back(&n, &network_1_ops[1], 0, 8);
  net_rows_learn(&n, &network_1_ops[0]);
  net_dense_learn(&n, &network_1_ops[1]);
  net_bias_learn(&n, &network_1_ops[2]);
  net_logits_learn(&n, &network_1_ops[4]);
  net_bias_learn(&n, &network_1_ops[5]);
  net_recur_ends(&n, &network_1_ops[3]);
  net_window_ends(&n);
}

static void network_byte_1(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s, &network_1);
  uint64_t rounding = kolmo_rounding_enter();
  if (net_noted(&n)) network_learn_1(m, s);
  kolmo_rounding_leave(rounding);
  net_rows_hash(&n, &network_1_ops[0]);
  net_rows_ask(&n, &network_1_ops[0]);
}

static KOLMO_COLD void network_start_1(kolmo_model *m, const kolmo_stage *s) {
  net n = net_of(m, s, &network_1);
  uint64_t rounding = kolmo_rounding_enter();
  net_dense_start(&n, 1);
  net_dense_start(&n, 4);
  kolmo_rounding_leave(rounding);
}

static void anticipate_model(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_model[0]);
  kolmo_slots_anticipate(m, &stages_model[2], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_model[4], 0x1full);
  kolmo_apm_anticipate(m, &stages_model[5], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

enum { NO_BIT = 2 };

static void update_model(kolmo_model *m, unsigned bit) {
  unsigned at = 0;
  if (KOLMO_LIKELY(bit != NO_BIT)) {
    kolmo_match_update(m, &stages_model[1], bit);
    kolmo_slots_update(m, &stages_model[2], bit);
    kolmo_network_update(m, &stages_model[3], bit);
    kolmo_mixer_update(m, &stages_model[4], bit);
    kolmo_apm_update(m, &stages_model[5], bit);
    at = kolmo_advance(m, bit);
  }
  if (at == 0) {
    kolmo_history_byte(m, &stages_model[0]);
    kolmo_match_byte(m, &stages_model[1]);
    kolmo_slots_byte(m, &stages_model[2]);
    network_byte_1(m, &stages_model[3]);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_model[1]);
    kolmo_slots_nibble(m, &stages_model[2]);
    network_nibble(m, &stages_model[3], network_predict_1);
  }
  kolmo_match_predict(m, &stages_model[1]);
  kolmo_slots_predict(m, &stages_model[2]);
  kolmo_network_predict(m, &stages_model[3]);
  kolmo_mixer_predict(m, &stages_model[4]);
  kolmo_apm_predict(m, &stages_model[5]);
  kolmo_output_predict(m, &stages_model[6]);
  kolmo_match_foresee(m, &stages_model[1]);
  kolmo_slots_foresee(m, &stages_model[2]);
  kolmo_mixer_foresee(m, &stages_model[4]);
  kolmo_apm_foresee(m, &stages_model[5]);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_model(m, kolmo_likely(m) & 255);
}

static KOLMO_COLD void begin_model(kolmo_model *m, unsigned bit) {
  (void)bit;
  kolmo_slots_reset(m, &stages_model[2]);
  network_start_1(m, &stages_model[3]);
  update_model(m, NO_BIT);
}

enum { MODEL_STAGES = 7 };

void kolmo_program_layout(kolmo_program *program, unsigned size_class) {
  uint8_t log;
  kolmo_layout_start(program, size_class);
  log = kolmo_table_log(&kolmo_model_stages[0], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[0], log, 0, kolmo_history_table_bytes(&kolmo_model_stages[0], log));
  log = kolmo_table_log(&kolmo_model_stages[1], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[1], log, kolmo_match_state_bytes(&kolmo_model_stages[1]), kolmo_match_table_bytes(&kolmo_model_stages[1], log));
  log = kolmo_table_log(&kolmo_model_stages[2], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[2], log, kolmo_slots_state_bytes(&kolmo_model_stages[2]), kolmo_slots_table_bytes(&kolmo_model_stages[2], log));
  log = kolmo_table_log(&kolmo_model_stages[3], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[3], log, 111872, kolmo_network_table_bytes(&kolmo_model_stages[3], log));
  log = kolmo_table_log(&kolmo_model_stages[4], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[4], log, kolmo_mixer_state_bytes(&kolmo_model_stages[4]), kolmo_mixer_table_bytes(&kolmo_model_stages[4], log));
  log = kolmo_table_log(&kolmo_model_stages[5], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[5], log, kolmo_apm_state_bytes(&kolmo_model_stages[5]), kolmo_apm_table_bytes(&kolmo_model_stages[5], log));
  log = kolmo_table_log(&kolmo_model_stages[6], size_class);
  kolmo_layout_stage(program, &kolmo_model_stages[6], log, 0, 0);
}
