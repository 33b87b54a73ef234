/* Written by `npm run programs` from src/models/levels.ts; do not edit. */
/* Included by kernels/path.h, once for each CPU path. */
static const kolmo_field fields_level1[] = {
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 4, 0xfu},
  {6, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_level1[] = {
  {fields_level1 + 0, 1, 0},
  {fields_level1 + 1, 1, 0},
  {fields_level1 + 2, 1, 0},
  {fields_level1 + 3, 2, 0},
  {fields_level1 + 5, 3, 16},
};

static const kolmo_span spans_level1[] = {
  {0, 6},
  {6, 1},
};

static const kolmo_stage stages_level1[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 1, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 6},
  {.op = 16, .index = 3, .reg = 7, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 4, .list_count = 4, .lists = lists_level1 + 0, .limit = 1023, .out = 2, .outs = 4},
  {.op = 32, .index = 5, .inputs = 6, .span_count = 1, .spans = spans_level1 + 0, .list_count = 1, .lists = lists_level1 + 4, .out = 6, .outs = 1,
   .weight = 4915, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 63, .index = 6, .inputs = 1, .span_count = 1, .spans = spans_level1 + 1},
};

static void anticipate_level1(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level1[0]);
  kolmo_words_byte(m, &stages_level1[1]);
  kolmo_classes_byte(m, &stages_level1[2]);
  kolmo_slots_anticipate(m, &stages_level1[4], 0x7eull);
  kolmo_mixer_anticipate(m, &stages_level1[5], 0x7full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level1(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level1[3], bit);
  KOLMO_MARK(m, 3, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level1[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level1[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level1[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level1[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level1[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level1[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level1[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level1[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level1[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level1[3]);
  KOLMO_MARK(m, 3, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level1[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level1[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level1[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level1[3]);
  KOLMO_MARK(m, 3, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level1[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level1[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level1(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level2[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 4, 0xfu},
  {6, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_level2[] = {
  {fields_level2 + 0, 1, 0},
  {fields_level2 + 1, 1, 0},
  {fields_level2 + 2, 1, 0},
  {fields_level2 + 3, 1, 0},
  {fields_level2 + 4, 2, 0},
  {fields_level2 + 6, 3, 16},
  {fields_level2 + 9, 2, 16},
};

static const kolmo_span spans_level2[] = {
  {0, 7},
  {7, 1},
  {7, 2},
};

static const kolmo_stage stages_level2[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 1, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 6},
  {.op = 16, .index = 3, .reg = 7, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 4, .list_count = 5, .lists = lists_level2 + 0, .limit = 1023, .out = 2, .outs = 5},
  {.op = 32, .index = 5, .inputs = 7, .span_count = 1, .spans = spans_level2 + 0, .list_count = 1, .lists = lists_level2 + 5, .out = 7, .outs = 1,
   .weight = 4915, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 33, .index = 6, .inputs = 1, .span_count = 1, .spans = spans_level2 + 1, .list_count = 1, .lists = lists_level2 + 6, .limit = 1023, .out = 8, .outs = 1},
  {.op = 63, .index = 7, .inputs = 2, .span_count = 1, .spans = spans_level2 + 2},
};

static void anticipate_level2(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level2[0]);
  kolmo_words_byte(m, &stages_level2[1]);
  kolmo_classes_byte(m, &stages_level2[2]);
  kolmo_slots_anticipate(m, &stages_level2[4], 0x7eull);
  kolmo_mixer_anticipate(m, &stages_level2[5], 0x7full);
  kolmo_apm_anticipate(m, &stages_level2[6], 0x7full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level2(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level2[3], bit);
  KOLMO_MARK(m, 3, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level2[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level2[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level2[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level2[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level2[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level2[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level2[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level2[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level2[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level2[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level2[3]);
  KOLMO_MARK(m, 3, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level2[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level2[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level2[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level2[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level2[3]);
  KOLMO_MARK(m, 3, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level2[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level2[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level2[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level2(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level3[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {10, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {10, 0, 4, 0xfu},
  {7, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {7, 0, 12, 0xfffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
};

static const kolmo_list lists_level3[] = {
  {fields_level3 + 0, 1, 0},
  {fields_level3 + 1, 1, 0},
  {fields_level3 + 2, 1, 0},
  {fields_level3 + 3, 1, 0},
  {fields_level3 + 4, 2, 0},
  {fields_level3 + 6, 1, 0},
  {fields_level3 + 7, 2, 0},
  {fields_level3 + 9, 2, 0},
  {fields_level3 + 11, 3, 0},
  {fields_level3 + 14, 3, 16},
  {fields_level3 + 17, 1, 12},
  {fields_level3 + 14, 1, 4},
  {fields_level3 + 16, 1, 8},
  {fields_level3 + 18, 2, 16},
};

static const kolmo_span spans_level3[] = {
  {0, 11},
  {11, 2},
  {13, 2},
  {13, 3},
};

static const kolmo_stage stages_level3[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 2, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 7},
  {.op = 5, .index = 3, .reg = 8},
  {.op = 16, .index = 4, .reg = 10, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 9, .lists = lists_level3 + 0, .limit = 1023, .out = 2, .outs = 9},
  {.op = 32, .index = 6, .inputs = 11, .span_count = 1, .spans = spans_level3 + 0, .list_count = 2, .lists = lists_level3 + 9, .out = 11, .outs = 2,
   .weight = 2949, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 7, .inputs = 2, .span_count = 1, .spans = spans_level3 + 1, .list_count = 2, .lists = lists_level3 + 11, .out = 13, .outs = 2,
   .weight = 5461, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 8, .inputs = 2, .span_count = 1, .spans = spans_level3 + 2, .list_count = 1, .lists = lists_level3 + 13, .limit = 1023, .out = 15, .outs = 1},
  {.op = 63, .index = 9, .inputs = 3, .span_count = 1, .spans = spans_level3 + 3},
};

static void anticipate_level3(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level3[0]);
  kolmo_words_byte(m, &stages_level3[1]);
  kolmo_classes_byte(m, &stages_level3[2]);
  kolmo_slots_anticipate(m, &stages_level3[5], 0xfeull);
  kolmo_mixer_anticipate(m, &stages_level3[6], 0xffull);
  kolmo_mixer_anticipate(m, &stages_level3[7], 0xffull);
  kolmo_apm_anticipate(m, &stages_level3[8], 0xffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level3(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level3[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level3[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level3[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level3[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level3[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level3[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level3[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level3[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level3[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level3[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level3[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level3[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level3[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level3[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level3[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level3[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level3[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level3[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level3[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level3[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level3[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level3[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level3[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level3[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level3(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level4[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 4, 0xfu},
  {7, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {7, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {7, 0, 12, 0xfffu},
};

static const kolmo_list lists_level4[] = {
  {fields_level4 + 0, 1, 0},
  {fields_level4 + 1, 1, 0},
  {fields_level4 + 2, 1, 0},
  {fields_level4 + 3, 1, 0},
  {fields_level4 + 4, 2, 0},
  {fields_level4 + 6, 2, 0},
  {fields_level4 + 8, 1, 0},
  {fields_level4 + 9, 2, 0},
  {fields_level4 + 11, 2, 0},
  {fields_level4 + 13, 2, 0},
  {fields_level4 + 15, 3, 0},
  {fields_level4 + 18, 2, 0},
  {fields_level4 + 0, 1, 0},
  {fields_level4 + 1, 1, 0},
  {fields_level4 + 2, 1, 0},
  {fields_level4 + 8, 1, 0},
  {fields_level4 + 3, 1, 0},
  {fields_level4 + 4, 2, 0},
  {fields_level4 + 6, 2, 0},
  {fields_level4 + 9, 2, 0},
  {fields_level4 + 11, 2, 0},
  {fields_level4 + 15, 3, 0},
  {fields_level4 + 18, 2, 0},
  {fields_level4 + 13, 2, 0},
  {fields_level4 + 20, 3, 16},
  {fields_level4 + 23, 2, 16},
  {fields_level4 + 25, 2, 16},
  {fields_level4 + 27, 1, 12},
  {fields_level4 + 20, 1, 4},
  {fields_level4 + 22, 1, 8},
  {fields_level4 + 23, 2, 16},
};

static const kolmo_span spans_level4[] = {
  {0, 16},
  {16, 4},
  {20, 2},
  {20, 3},
};

static const kolmo_stage stages_level4[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 2, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 7},
  {.op = 5, .index = 3, .reg = 8},
  {.op = 6, .index = 4, .reg = 10},
  {.op = 16, .index = 5, .reg = 12, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 12, .lists = lists_level4 + 0, .limit = 1023, .out = 2, .outs = 12},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level4 + 12, .reg = 14, .out = 14, .outs = 2, .when = {12, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 8, .inputs = 16, .span_count = 1, .spans = spans_level4 + 0, .list_count = 4, .lists = lists_level4 + 24, .out = 16, .outs = 4,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 9, .inputs = 4, .span_count = 1, .spans = spans_level4 + 1, .list_count = 2, .lists = lists_level4 + 28, .out = 20, .outs = 2,
   .weight = 5461, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 10, .inputs = 2, .span_count = 1, .spans = spans_level4 + 2, .list_count = 1, .lists = lists_level4 + 30, .limit = 1023, .out = 22, .outs = 1},
  {.op = 63, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level4 + 3},
};

static void anticipate_level4(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level4[0]);
  kolmo_words_byte(m, &stages_level4[1]);
  kolmo_classes_byte(m, &stages_level4[2]);
  kolmo_slots_anticipate(m, &stages_level4[6], 0xfeull);
  kolmo_mixer_anticipate(m, &stages_level4[8], 0xffull);
  kolmo_mixer_anticipate(m, &stages_level4[9], 0xffull);
  kolmo_apm_anticipate(m, &stages_level4[10], 0xffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level4(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level4[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level4[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level4[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level4[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level4[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level4[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level4[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level4[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level4[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level4[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level4[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level4[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level4[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level4[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level4[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level4[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level4[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level4[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level4[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level4[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level4[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level4[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level4[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level4[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level4[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level4[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level4[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level4[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level4[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level4(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level5[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {23, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {16, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {21, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {23, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {24, 0, 8, 0xffu},
  {23, 0, 4, 0xfu},
};

static const kolmo_list lists_level5[] = {
  {fields_level5 + 0, 1, 0},
  {fields_level5 + 1, 1, 0},
  {fields_level5 + 2, 1, 0},
  {fields_level5 + 3, 1, 0},
  {fields_level5 + 4, 2, 0},
  {fields_level5 + 6, 1, 0},
  {fields_level5 + 7, 2, 0},
  {fields_level5 + 9, 2, 0},
  {fields_level5 + 11, 1, 0},
  {fields_level5 + 12, 1, 0},
  {fields_level5 + 13, 2, 0},
  {fields_level5 + 15, 2, 0},
  {fields_level5 + 17, 2, 0},
  {fields_level5 + 19, 2, 0},
  {fields_level5 + 21, 2, 0},
  {fields_level5 + 23, 2, 0},
  {fields_level5 + 25, 2, 0},
  {fields_level5 + 27, 3, 0},
  {fields_level5 + 30, 2, 0},
  {fields_level5 + 32, 3, 0},
  {fields_level5 + 35, 2, 0},
  {fields_level5 + 37, 3, 0},
  {fields_level5 + 40, 2, 0},
  {fields_level5 + 42, 2, 0},
  {fields_level5 + 6, 1, 0},
  {fields_level5 + 14, 1, 0},
  {fields_level5 + 1, 1, 0},
  {fields_level5 + 2, 1, 0},
  {fields_level5 + 44, 2, 0},
  {fields_level5 + 3, 1, 0},
  {fields_level5 + 46, 2, 0},
  {fields_level5 + 48, 2, 0},
  {fields_level5 + 7, 2, 0},
  {fields_level5 + 6, 1, 0},
  {fields_level5 + 9, 2, 0},
  {fields_level5 + 35, 2, 0},
  {fields_level5 + 12, 1, 0},
  {fields_level5 + 27, 3, 0},
  {fields_level5 + 50, 2, 0},
  {fields_level5 + 23, 2, 0},
  {fields_level5 + 52, 2, 12},
  {fields_level5 + 54, 2, 16},
  {fields_level5 + 56, 1, 16},
  {fields_level5 + 57, 1, 12},
  {fields_level5 + 58, 1, 24},
  {fields_level5 + 59, 2, 16},
  {fields_level5 + 61, 2, 16},
  {fields_level5 + 63, 2, 16},
  {fields_level5 + 52, 1, 4},
  {fields_level5 + 53, 1, 8},
  {fields_level5 + 54, 1, 8},
  {fields_level5 + 54, 2, 16},
  {fields_level5 + 65, 2, 24},
  {fields_level5 + 67, 2, 20},
  {fields_level5 + 69, 2, 24},
  {fields_level5 + 71, 2, 12},
};

static const kolmo_span spans_level5[] = {
  {0, 30},
  {30, 8},
  {38, 3},
  {38, 3},
  {38, 3},
  {38, 3},
  {38, 3},
  {41, 5},
};

static const kolmo_stage stages_level5[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 11, .index = 6, .reg = 16},
  {.op = 12, .index = 7, .reg = 21},
  {.op = 16, .index = 8, .reg = 23, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 9, .list_count = 24, .lists = lists_level5 + 0, .limit = 1023, .out = 2, .outs = 24},
  {.op = 19, .index = 10, .list_count = 1, .lists = lists_level5 + 24, .limit = 1023, .out = 26, .outs = 2},
  {.op = 18, .index = 11, .list_count = 15, .lists = lists_level5 + 25, .reg = 25, .out = 28, .outs = 2, .when = {23, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 12, .inputs = 30, .span_count = 1, .spans = spans_level5 + 0, .list_count = 8, .lists = lists_level5 + 40, .out = 30, .outs = 8,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 13, .inputs = 8, .span_count = 1, .spans = spans_level5 + 1, .list_count = 3, .lists = lists_level5 + 48, .out = 38, .outs = 3,
   .weight = 2048, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level5 + 2, .list_count = 1, .lists = lists_level5 + 51, .limit = 1023, .out = 41, .outs = 1},
  {.op = 33, .index = 15, .inputs = 3, .span_count = 1, .spans = spans_level5 + 3, .list_count = 1, .lists = lists_level5 + 52, .limit = 1023, .out = 42, .outs = 1},
  {.op = 33, .index = 16, .inputs = 3, .span_count = 1, .spans = spans_level5 + 4, .list_count = 1, .lists = lists_level5 + 53, .limit = 1023, .out = 43, .outs = 1},
  {.op = 33, .index = 17, .inputs = 3, .span_count = 1, .spans = spans_level5 + 5, .list_count = 1, .lists = lists_level5 + 54, .limit = 1023, .out = 44, .outs = 1},
  {.op = 33, .index = 18, .inputs = 3, .span_count = 1, .spans = spans_level5 + 6, .list_count = 1, .lists = lists_level5 + 55, .limit = 1023, .out = 45, .outs = 1},
  {.op = 63, .index = 19, .inputs = 5, .span_count = 1, .spans = spans_level5 + 7},
};

static void anticipate_level5(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level5[0]);
  kolmo_words_byte(m, &stages_level5[1]);
  kolmo_classes_byte(m, &stages_level5[2]);
  kolmo_slots_anticipate(m, &stages_level5[9], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level5[12], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level5[13], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5[14], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5[15], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5[18], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level5(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level5[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level5[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level5[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level5[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level5[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level5[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level5[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level5[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level5[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level5[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level5[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_codes_byte(m, &stages_level5[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level5[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level5[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level5[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level5[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level5[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level5[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level5[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level5[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level5[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level5[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level5[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level5[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level5[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level5[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level5[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level5(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level6[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {23, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {16, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {21, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {23, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {24, 0, 8, 0xffu},
  {23, 0, 4, 0xfu},
};

static const kolmo_list lists_level6[] = {
  {fields_level6 + 0, 1, 0},
  {fields_level6 + 1, 1, 0},
  {fields_level6 + 2, 1, 0},
  {fields_level6 + 3, 1, 0},
  {fields_level6 + 4, 2, 0},
  {fields_level6 + 6, 2, 0},
  {fields_level6 + 8, 1, 0},
  {fields_level6 + 9, 2, 0},
  {fields_level6 + 11, 2, 0},
  {fields_level6 + 13, 1, 0},
  {fields_level6 + 14, 1, 0},
  {fields_level6 + 15, 1, 0},
  {fields_level6 + 16, 2, 0},
  {fields_level6 + 18, 2, 0},
  {fields_level6 + 20, 2, 0},
  {fields_level6 + 22, 2, 0},
  {fields_level6 + 24, 2, 0},
  {fields_level6 + 26, 2, 0},
  {fields_level6 + 28, 2, 0},
  {fields_level6 + 30, 2, 0},
  {fields_level6 + 32, 2, 0},
  {fields_level6 + 34, 3, 0},
  {fields_level6 + 37, 2, 0},
  {fields_level6 + 39, 3, 0},
  {fields_level6 + 42, 2, 0},
  {fields_level6 + 44, 3, 0},
  {fields_level6 + 47, 2, 0},
  {fields_level6 + 49, 2, 0},
  {fields_level6 + 51, 2, 0},
  {fields_level6 + 8, 1, 0},
  {fields_level6 + 9, 2, 0},
  {fields_level6 + 15, 1, 0},
  {fields_level6 + 1, 1, 0},
  {fields_level6 + 17, 1, 0},
  {fields_level6 + 17, 1, 0},
  {fields_level6 + 1, 1, 0},
  {fields_level6 + 2, 1, 0},
  {fields_level6 + 53, 2, 0},
  {fields_level6 + 3, 1, 0},
  {fields_level6 + 4, 2, 0},
  {fields_level6 + 55, 2, 0},
  {fields_level6 + 9, 2, 0},
  {fields_level6 + 8, 1, 0},
  {fields_level6 + 11, 2, 0},
  {fields_level6 + 42, 2, 0},
  {fields_level6 + 15, 1, 0},
  {fields_level6 + 34, 3, 0},
  {fields_level6 + 24, 2, 0},
  {fields_level6 + 30, 2, 0},
  {fields_level6 + 57, 2, 12},
  {fields_level6 + 59, 2, 16},
  {fields_level6 + 61, 1, 16},
  {fields_level6 + 62, 1, 12},
  {fields_level6 + 63, 1, 24},
  {fields_level6 + 64, 2, 16},
  {fields_level6 + 66, 2, 16},
  {fields_level6 + 68, 2, 16},
  {fields_level6 + 57, 1, 4},
  {fields_level6 + 58, 1, 8},
  {fields_level6 + 59, 1, 8},
  {fields_level6 + 59, 2, 16},
  {fields_level6 + 70, 2, 24},
  {fields_level6 + 72, 2, 20},
  {fields_level6 + 74, 2, 24},
  {fields_level6 + 76, 2, 12},
};

static const kolmo_span spans_level6[] = {
  {0, 43},
  {43, 8},
  {51, 3},
  {51, 3},
  {51, 3},
  {51, 3},
  {51, 3},
  {54, 5},
  {59, 1},
};

static const kolmo_stage stages_level6[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 11, .index = 6, .reg = 16},
  {.op = 12, .index = 7, .reg = 21},
  {.op = 16, .index = 8, .reg = 23, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 9, .list_count = 29, .lists = lists_level6 + 0, .limit = 1023, .out = 2, .outs = 29},
  {.op = 19, .index = 10, .list_count = 5, .lists = lists_level6 + 29, .limit = 1023, .out = 31, .outs = 10},
  {.op = 18, .index = 11, .list_count = 15, .lists = lists_level6 + 34, .reg = 25, .out = 41, .outs = 2, .when = {23, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 12, .inputs = 43, .span_count = 1, .spans = spans_level6 + 0, .list_count = 8, .lists = lists_level6 + 49, .out = 43, .outs = 8,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 13, .inputs = 8, .span_count = 1, .spans = spans_level6 + 1, .list_count = 3, .lists = lists_level6 + 57, .out = 51, .outs = 3,
   .weight = 2048, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level6 + 2, .list_count = 1, .lists = lists_level6 + 60, .limit = 1023, .out = 54, .outs = 1},
  {.op = 33, .index = 15, .inputs = 3, .span_count = 1, .spans = spans_level6 + 3, .list_count = 1, .lists = lists_level6 + 61, .limit = 1023, .out = 55, .outs = 1},
  {.op = 33, .index = 16, .inputs = 3, .span_count = 1, .spans = spans_level6 + 4, .list_count = 1, .lists = lists_level6 + 62, .limit = 1023, .out = 56, .outs = 1},
  {.op = 33, .index = 17, .inputs = 3, .span_count = 1, .spans = spans_level6 + 5, .list_count = 1, .lists = lists_level6 + 63, .limit = 1023, .out = 57, .outs = 1},
  {.op = 33, .index = 18, .inputs = 3, .span_count = 1, .spans = spans_level6 + 6, .list_count = 1, .lists = lists_level6 + 64, .limit = 1023, .out = 58, .outs = 1},
  {.op = 34, .index = 19, .inputs = 5, .span_count = 1, .spans = spans_level6 + 7, .out = 59, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 20, .inputs = 1, .span_count = 1, .spans = spans_level6 + 8},
};

static void anticipate_level6(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level6[0]);
  kolmo_words_byte(m, &stages_level6[1]);
  kolmo_classes_byte(m, &stages_level6[2]);
  kolmo_slots_anticipate(m, &stages_level6[9], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level6[12], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level6[13], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6[14], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6[15], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6[18], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level6(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level6[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level6[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level6[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level6[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level6[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level6[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level6[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level6[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level6[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level6[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level6[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level6[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_codes_byte(m, &stages_level6[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level6[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level6[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level6[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level6[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level6[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level6[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level6[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level6[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level6[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level6[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level6[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level6[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level6[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level6[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level6[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level6[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level6(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level7[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {23, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {16, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {21, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {3, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {1, 0, 32, 0xf0f0f0f0u},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {9, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {26, 0, 32, 0xffu},
  {25, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {23, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {25, 0, 4, 0xfu},
  {23, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {24, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {24, 0, 8, 0xffu},
  {23, 0, 4, 0xfu},
};

static const kolmo_list lists_level7[] = {
  {fields_level7 + 0, 1, 0},
  {fields_level7 + 1, 1, 0},
  {fields_level7 + 2, 1, 0},
  {fields_level7 + 3, 1, 0},
  {fields_level7 + 4, 2, 0},
  {fields_level7 + 6, 2, 0},
  {fields_level7 + 8, 1, 0},
  {fields_level7 + 9, 2, 0},
  {fields_level7 + 11, 2, 0},
  {fields_level7 + 13, 1, 0},
  {fields_level7 + 14, 1, 0},
  {fields_level7 + 15, 1, 0},
  {fields_level7 + 16, 2, 0},
  {fields_level7 + 18, 2, 0},
  {fields_level7 + 20, 2, 0},
  {fields_level7 + 22, 2, 0},
  {fields_level7 + 24, 2, 0},
  {fields_level7 + 26, 2, 0},
  {fields_level7 + 28, 2, 0},
  {fields_level7 + 30, 2, 0},
  {fields_level7 + 32, 2, 0},
  {fields_level7 + 34, 3, 0},
  {fields_level7 + 37, 2, 0},
  {fields_level7 + 39, 3, 0},
  {fields_level7 + 42, 2, 0},
  {fields_level7 + 44, 3, 0},
  {fields_level7 + 47, 2, 0},
  {fields_level7 + 49, 2, 0},
  {fields_level7 + 51, 2, 0},
  {fields_level7 + 53, 2, 0},
  {fields_level7 + 55, 3, 0},
  {fields_level7 + 58, 3, 0},
  {fields_level7 + 61, 2, 0},
  {fields_level7 + 63, 2, 0},
  {fields_level7 + 65, 1, 0},
  {fields_level7 + 66, 1, 0},
  {fields_level7 + 67, 1, 0},
  {fields_level7 + 68, 1, 0},
  {fields_level7 + 69, 2, 0},
  {fields_level7 + 71, 1, 0},
  {fields_level7 + 72, 2, 0},
  {fields_level7 + 74, 2, 0},
  {fields_level7 + 76, 2, 0},
  {fields_level7 + 78, 2, 0},
  {fields_level7 + 80, 2, 0},
  {fields_level7 + 82, 3, 0},
  {fields_level7 + 8, 1, 0},
  {fields_level7 + 9, 2, 0},
  {fields_level7 + 15, 1, 0},
  {fields_level7 + 1, 1, 0},
  {fields_level7 + 17, 1, 0},
  {fields_level7 + 17, 1, 0},
  {fields_level7 + 1, 1, 0},
  {fields_level7 + 2, 1, 0},
  {fields_level7 + 85, 2, 0},
  {fields_level7 + 3, 1, 0},
  {fields_level7 + 4, 2, 0},
  {fields_level7 + 87, 2, 0},
  {fields_level7 + 9, 2, 0},
  {fields_level7 + 8, 1, 0},
  {fields_level7 + 11, 2, 0},
  {fields_level7 + 42, 2, 0},
  {fields_level7 + 15, 1, 0},
  {fields_level7 + 34, 3, 0},
  {fields_level7 + 24, 2, 0},
  {fields_level7 + 30, 2, 0},
  {fields_level7 + 89, 2, 12},
  {fields_level7 + 91, 2, 16},
  {fields_level7 + 93, 1, 16},
  {fields_level7 + 94, 1, 12},
  {fields_level7 + 95, 1, 24},
  {fields_level7 + 96, 2, 16},
  {fields_level7 + 98, 2, 16},
  {fields_level7 + 100, 2, 16},
  {fields_level7 + 102, 2, 16},
  {fields_level7 + 104, 2, 8},
  {fields_level7 + 106, 1, 16},
  {fields_level7 + 107, 1, 8},
  {fields_level7 + 89, 1, 4},
  {fields_level7 + 90, 1, 8},
  {fields_level7 + 91, 1, 8},
  {fields_level7 + 96, 1, 8},
  {fields_level7 + 91, 2, 16},
  {fields_level7 + 108, 2, 24},
  {fields_level7 + 110, 2, 20},
  {fields_level7 + 112, 2, 24},
  {fields_level7 + 114, 2, 12},
};

static const kolmo_span spans_level7[] = {
  {0, 62},
  {62, 12},
  {74, 4},
  {74, 4},
  {74, 4},
  {74, 4},
  {74, 4},
  {78, 5},
  {83, 1},
};

static const kolmo_stage stages_level7[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 11, .index = 6, .reg = 16},
  {.op = 12, .index = 7, .reg = 21},
  {.op = 16, .index = 8, .reg = 23, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 9, .reg = 25, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 10, .list_count = 46, .lists = lists_level7 + 0, .limit = 1023, .out = 4, .outs = 46},
  {.op = 19, .index = 11, .list_count = 5, .lists = lists_level7 + 46, .limit = 1023, .out = 50, .outs = 10},
  {.op = 18, .index = 12, .list_count = 15, .lists = lists_level7 + 51, .reg = 27, .out = 60, .outs = 2, .when = {23, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 13, .inputs = 62, .span_count = 1, .spans = spans_level7 + 0, .list_count = 12, .lists = lists_level7 + 66, .out = 62, .outs = 12,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 14, .inputs = 12, .span_count = 1, .spans = spans_level7 + 1, .list_count = 4, .lists = lists_level7 + 78, .out = 74, .outs = 4,
   .weight = 1365, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_level7 + 2, .list_count = 1, .lists = lists_level7 + 82, .limit = 1023, .out = 78, .outs = 1},
  {.op = 33, .index = 16, .inputs = 4, .span_count = 1, .spans = spans_level7 + 3, .list_count = 1, .lists = lists_level7 + 83, .limit = 1023, .out = 79, .outs = 1},
  {.op = 33, .index = 17, .inputs = 4, .span_count = 1, .spans = spans_level7 + 4, .list_count = 1, .lists = lists_level7 + 84, .limit = 1023, .out = 80, .outs = 1},
  {.op = 33, .index = 18, .inputs = 4, .span_count = 1, .spans = spans_level7 + 5, .list_count = 1, .lists = lists_level7 + 85, .limit = 1023, .out = 81, .outs = 1},
  {.op = 33, .index = 19, .inputs = 4, .span_count = 1, .spans = spans_level7 + 6, .list_count = 1, .lists = lists_level7 + 86, .limit = 1023, .out = 82, .outs = 1},
  {.op = 34, .index = 20, .inputs = 5, .span_count = 1, .spans = spans_level7 + 7, .out = 83, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 21, .inputs = 1, .span_count = 1, .spans = spans_level7 + 8},
};

static void anticipate_level7(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level7[0]);
  kolmo_words_byte(m, &stages_level7[1]);
  kolmo_classes_byte(m, &stages_level7[2]);
  kolmo_slots_anticipate(m, &stages_level7[10], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level7[13], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level7[14], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7[15], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7[19], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level7(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level7[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level7[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level7[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level7[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level7[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level7[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level7[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level7[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level7[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level7[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level7[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level7[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level7[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_codes_byte(m, &stages_level7[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level7[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level7[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level7[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level7[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level7[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level7[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level7[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level7[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level7[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level7[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level7[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level7[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level7[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level7[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level7[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level7[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level7[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level7[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level7(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level8[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {23, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {16, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {21, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {3, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {1, 0, 32, 0xf0f0f0f0u},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {9, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {26, 0, 32, 0xffu},
  {25, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffffffu},
  {21, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {23, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {25, 0, 4, 0xfu},
  {23, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {24, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 24, 0xffffffu},
  {6, 16, 16, 0xffffu},
  {8, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {22, 0, 16, 0xffffu},
  {1, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {28, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {24, 0, 8, 0xffu},
  {23, 0, 4, 0xfu},
};

static const kolmo_list lists_level8[] = {
  {fields_level8 + 0, 1, 0},
  {fields_level8 + 1, 1, 0},
  {fields_level8 + 2, 1, 0},
  {fields_level8 + 3, 1, 0},
  {fields_level8 + 4, 2, 0},
  {fields_level8 + 6, 2, 0},
  {fields_level8 + 8, 1, 0},
  {fields_level8 + 9, 2, 0},
  {fields_level8 + 11, 2, 0},
  {fields_level8 + 13, 1, 0},
  {fields_level8 + 14, 1, 0},
  {fields_level8 + 15, 1, 0},
  {fields_level8 + 16, 2, 0},
  {fields_level8 + 18, 2, 0},
  {fields_level8 + 20, 2, 0},
  {fields_level8 + 22, 2, 0},
  {fields_level8 + 24, 2, 0},
  {fields_level8 + 26, 2, 0},
  {fields_level8 + 28, 2, 0},
  {fields_level8 + 30, 2, 0},
  {fields_level8 + 32, 2, 0},
  {fields_level8 + 34, 3, 0},
  {fields_level8 + 37, 2, 0},
  {fields_level8 + 39, 3, 0},
  {fields_level8 + 42, 2, 0},
  {fields_level8 + 44, 3, 0},
  {fields_level8 + 47, 2, 0},
  {fields_level8 + 49, 2, 0},
  {fields_level8 + 51, 2, 0},
  {fields_level8 + 53, 2, 0},
  {fields_level8 + 55, 3, 0},
  {fields_level8 + 58, 3, 0},
  {fields_level8 + 61, 2, 0},
  {fields_level8 + 63, 2, 0},
  {fields_level8 + 65, 1, 0},
  {fields_level8 + 66, 1, 0},
  {fields_level8 + 67, 1, 0},
  {fields_level8 + 68, 1, 0},
  {fields_level8 + 69, 2, 0},
  {fields_level8 + 71, 1, 0},
  {fields_level8 + 72, 2, 0},
  {fields_level8 + 74, 2, 0},
  {fields_level8 + 76, 2, 0},
  {fields_level8 + 78, 2, 0},
  {fields_level8 + 80, 2, 0},
  {fields_level8 + 82, 3, 0},
  {fields_level8 + 85, 2, 0},
  {fields_level8 + 8, 1, 0},
  {fields_level8 + 9, 2, 0},
  {fields_level8 + 15, 1, 0},
  {fields_level8 + 1, 1, 0},
  {fields_level8 + 17, 1, 0},
  {fields_level8 + 49, 2, 0},
  {fields_level8 + 51, 2, 0},
  {fields_level8 + 2, 1, 0},
  {fields_level8 + 37, 2, 0},
  {fields_level8 + 26, 2, 0},
  {fields_level8 + 13, 1, 0},
  {fields_level8 + 30, 2, 0},
  {fields_level8 + 17, 1, 0},
  {fields_level8 + 1, 1, 0},
  {fields_level8 + 2, 1, 0},
  {fields_level8 + 87, 2, 0},
  {fields_level8 + 3, 1, 0},
  {fields_level8 + 4, 2, 0},
  {fields_level8 + 89, 2, 0},
  {fields_level8 + 9, 2, 0},
  {fields_level8 + 8, 1, 0},
  {fields_level8 + 11, 2, 0},
  {fields_level8 + 42, 2, 0},
  {fields_level8 + 15, 1, 0},
  {fields_level8 + 34, 3, 0},
  {fields_level8 + 24, 2, 0},
  {fields_level8 + 30, 2, 0},
  {fields_level8 + 58, 3, 0},
  {fields_level8 + 61, 2, 0},
  {fields_level8 + 18, 2, 0},
  {fields_level8 + 13, 1, 0},
  {fields_level8 + 49, 2, 0},
  {fields_level8 + 51, 2, 0},
  {fields_level8 + 17, 1, 0},
  {fields_level8 + 1, 1, 0},
  {fields_level8 + 8, 1, 0},
  {fields_level8 + 15, 1, 0},
  {fields_level8 + 2, 1, 0},
  {fields_level8 + 3, 1, 0},
  {fields_level8 + 87, 2, 0},
  {fields_level8 + 34, 3, 0},
  {fields_level8 + 4, 2, 0},
  {fields_level8 + 9, 2, 0},
  {fields_level8 + 42, 2, 0},
  {fields_level8 + 30, 2, 0},
  {fields_level8 + 89, 2, 0},
  {fields_level8 + 11, 2, 0},
  {fields_level8 + 24, 2, 0},
  {fields_level8 + 13, 1, 0},
  {fields_level8 + 58, 3, 0},
  {fields_level8 + 61, 2, 0},
  {fields_level8 + 18, 2, 0},
  {fields_level8 + 37, 2, 0},
  {fields_level8 + 8, 1, 0},
  {fields_level8 + 9, 2, 0},
  {fields_level8 + 58, 3, 0},
  {fields_level8 + 17, 1, 0},
  {fields_level8 + 49, 2, 0},
  {fields_level8 + 11, 2, 0},
  {fields_level8 + 61, 2, 0},
  {fields_level8 + 42, 2, 0},
  {fields_level8 + 1, 1, 0},
  {fields_level8 + 51, 2, 0},
  {fields_level8 + 15, 1, 0},
  {fields_level8 + 18, 2, 0},
  {fields_level8 + 16, 2, 0},
  {fields_level8 + 2, 1, 0},
  {fields_level8 + 85, 2, 0},
  {fields_level8 + 30, 2, 0},
  {fields_level8 + 34, 3, 0},
  {fields_level8 + 13, 1, 0},
  {fields_level8 + 3, 1, 0},
  {fields_level8 + 91, 2, 12},
  {fields_level8 + 93, 2, 16},
  {fields_level8 + 95, 1, 16},
  {fields_level8 + 96, 1, 12},
  {fields_level8 + 97, 1, 24},
  {fields_level8 + 98, 2, 16},
  {fields_level8 + 100, 2, 16},
  {fields_level8 + 102, 2, 16},
  {fields_level8 + 104, 2, 16},
  {fields_level8 + 106, 2, 8},
  {fields_level8 + 108, 1, 16},
  {fields_level8 + 109, 2, 16},
  {fields_level8 + 111, 1, 24},
  {fields_level8 + 112, 1, 16},
  {fields_level8 + 113, 2, 24},
  {fields_level8 + 115, 2, 24},
  {fields_level8 + 91, 1, 4},
  {fields_level8 + 92, 1, 8},
  {fields_level8 + 93, 1, 8},
  {fields_level8 + 98, 1, 8},
  {fields_level8 + 117, 1, 8},
  {fields_level8 + 118, 1, 4},
  {fields_level8 + 93, 2, 16},
  {fields_level8 + 119, 2, 24},
  {fields_level8 + 121, 2, 20},
  {fields_level8 + 123, 2, 24},
  {fields_level8 + 125, 2, 12},
};

static const kolmo_span spans_level8[] = {
  {0, 81},
  {81, 16},
  {75, 6},
  {97, 6},
  {97, 6},
  {97, 6},
  {97, 6},
  {97, 6},
  {103, 5},
  {108, 1},
};

static const kolmo_stage stages_level8[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 11, .index = 6, .reg = 16},
  {.op = 12, .index = 7, .reg = 21},
  {.op = 16, .index = 8, .reg = 23, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 9, .reg = 25, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 10, .list_count = 47, .lists = lists_level8 + 0, .limit = 1023, .out = 4, .outs = 47},
  {.op = 19, .index = 11, .list_count = 12, .lists = lists_level8 + 47, .limit = 1023, .out = 51, .outs = 24},
  {.op = 18, .index = 12, .list_count = 21, .lists = lists_level8 + 59, .reg = 27, .out = 75, .outs = 2},
  {.op = 18, .index = 13, .list_count = 20, .lists = lists_level8 + 80, .reg = 29, .out = 77, .outs = 2},
  {.op = 18, .index = 14, .list_count = 19, .lists = lists_level8 + 100, .reg = 31, .out = 79, .outs = 2},
  {.op = 32, .index = 15, .inputs = 81, .span_count = 1, .spans = spans_level8 + 0, .list_count = 16, .lists = lists_level8 + 119, .out = 81, .outs = 16,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 16, .inputs = 22, .span_count = 2, .spans = spans_level8 + 1, .list_count = 6, .lists = lists_level8 + 135, .out = 97, .outs = 6,
   .weight = 1024, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 17, .inputs = 6, .span_count = 1, .spans = spans_level8 + 3, .list_count = 1, .lists = lists_level8 + 141, .limit = 1023, .out = 103, .outs = 1},
  {.op = 33, .index = 18, .inputs = 6, .span_count = 1, .spans = spans_level8 + 4, .list_count = 1, .lists = lists_level8 + 142, .limit = 1023, .out = 104, .outs = 1},
  {.op = 33, .index = 19, .inputs = 6, .span_count = 1, .spans = spans_level8 + 5, .list_count = 1, .lists = lists_level8 + 143, .limit = 1023, .out = 105, .outs = 1},
  {.op = 33, .index = 20, .inputs = 6, .span_count = 1, .spans = spans_level8 + 6, .list_count = 1, .lists = lists_level8 + 144, .limit = 1023, .out = 106, .outs = 1},
  {.op = 33, .index = 21, .inputs = 6, .span_count = 1, .spans = spans_level8 + 7, .list_count = 1, .lists = lists_level8 + 145, .limit = 1023, .out = 107, .outs = 1},
  {.op = 34, .index = 22, .inputs = 5, .span_count = 1, .spans = spans_level8 + 8, .out = 108, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 23, .inputs = 1, .span_count = 1, .spans = spans_level8 + 9},
};

static void anticipate_level8(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level8[0]);
  kolmo_words_byte(m, &stages_level8[1]);
  kolmo_classes_byte(m, &stages_level8[2]);
  kolmo_slots_anticipate(m, &stages_level8[10], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level8[15], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level8[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8[20], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8[21], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level8(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level8[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level8[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level8[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level8[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level8[22], bit);
  KOLMO_MARK(m, 22, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level8[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level8[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level8[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level8[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level8[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level8[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level8[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_codes_byte(m, &stages_level8[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level8[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level8[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level8[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level8[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level8[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level8[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level8[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level8[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level8[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level8[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level8[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level8[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level8[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level8[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level8[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level8(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level9[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {24, 0, 32, 0xffu},
  {23, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {16, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {16, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {19, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {21, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {3, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {6, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {1, 0, 32, 0xf0f0f0f0u},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {11, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {9, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffu},
  {26, 0, 32, 0xffu},
  {25, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffffffu},
  {21, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {23, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {25, 0, 4, 0xfu},
  {23, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {24, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 24, 0xffffffu},
  {6, 16, 16, 0xffffu},
  {8, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {22, 0, 16, 0xffffu},
  {1, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {28, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {24, 0, 8, 0xffu},
  {23, 0, 4, 0xfu},
};

static const kolmo_list lists_level9[] = {
  {fields_level9 + 0, 1, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 3, 1, 0},
  {fields_level9 + 4, 2, 0},
  {fields_level9 + 6, 2, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 11, 2, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 14, 1, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 16, 2, 0},
  {fields_level9 + 18, 2, 0},
  {fields_level9 + 20, 2, 0},
  {fields_level9 + 22, 2, 0},
  {fields_level9 + 24, 2, 0},
  {fields_level9 + 26, 2, 0},
  {fields_level9 + 28, 2, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 32, 2, 0},
  {fields_level9 + 34, 3, 0},
  {fields_level9 + 37, 2, 0},
  {fields_level9 + 39, 3, 0},
  {fields_level9 + 42, 2, 0},
  {fields_level9 + 44, 3, 0},
  {fields_level9 + 47, 2, 0},
  {fields_level9 + 49, 2, 0},
  {fields_level9 + 51, 2, 0},
  {fields_level9 + 53, 2, 0},
  {fields_level9 + 55, 3, 0},
  {fields_level9 + 58, 3, 0},
  {fields_level9 + 61, 2, 0},
  {fields_level9 + 63, 2, 0},
  {fields_level9 + 65, 1, 0},
  {fields_level9 + 66, 1, 0},
  {fields_level9 + 67, 1, 0},
  {fields_level9 + 68, 1, 0},
  {fields_level9 + 69, 2, 0},
  {fields_level9 + 71, 1, 0},
  {fields_level9 + 72, 2, 0},
  {fields_level9 + 74, 2, 0},
  {fields_level9 + 76, 2, 0},
  {fields_level9 + 78, 2, 0},
  {fields_level9 + 80, 2, 0},
  {fields_level9 + 82, 3, 0},
  {fields_level9 + 85, 2, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 17, 1, 0},
  {fields_level9 + 49, 2, 0},
  {fields_level9 + 51, 2, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 37, 2, 0},
  {fields_level9 + 26, 2, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 17, 1, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 87, 2, 0},
  {fields_level9 + 3, 1, 0},
  {fields_level9 + 4, 2, 0},
  {fields_level9 + 89, 2, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 11, 2, 0},
  {fields_level9 + 42, 2, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 34, 3, 0},
  {fields_level9 + 24, 2, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 58, 3, 0},
  {fields_level9 + 61, 2, 0},
  {fields_level9 + 18, 2, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 49, 2, 0},
  {fields_level9 + 51, 2, 0},
  {fields_level9 + 17, 1, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 3, 1, 0},
  {fields_level9 + 87, 2, 0},
  {fields_level9 + 34, 3, 0},
  {fields_level9 + 4, 2, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 42, 2, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 89, 2, 0},
  {fields_level9 + 11, 2, 0},
  {fields_level9 + 24, 2, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 58, 3, 0},
  {fields_level9 + 61, 2, 0},
  {fields_level9 + 18, 2, 0},
  {fields_level9 + 37, 2, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 58, 3, 0},
  {fields_level9 + 17, 1, 0},
  {fields_level9 + 49, 2, 0},
  {fields_level9 + 11, 2, 0},
  {fields_level9 + 61, 2, 0},
  {fields_level9 + 42, 2, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 51, 2, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 18, 2, 0},
  {fields_level9 + 16, 2, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 85, 2, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 34, 3, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 3, 1, 0},
  {fields_level9 + 17, 1, 0},
  {fields_level9 + 1, 1, 0},
  {fields_level9 + 2, 1, 0},
  {fields_level9 + 3, 1, 0},
  {fields_level9 + 4, 2, 0},
  {fields_level9 + 87, 2, 0},
  {fields_level9 + 89, 2, 0},
  {fields_level9 + 9, 2, 0},
  {fields_level9 + 8, 1, 0},
  {fields_level9 + 11, 2, 0},
  {fields_level9 + 42, 2, 0},
  {fields_level9 + 18, 2, 0},
  {fields_level9 + 15, 1, 0},
  {fields_level9 + 34, 3, 0},
  {fields_level9 + 13, 1, 0},
  {fields_level9 + 24, 2, 0},
  {fields_level9 + 30, 2, 0},
  {fields_level9 + 58, 3, 0},
  {fields_level9 + 91, 2, 12},
  {fields_level9 + 93, 2, 16},
  {fields_level9 + 95, 1, 16},
  {fields_level9 + 96, 1, 12},
  {fields_level9 + 97, 1, 24},
  {fields_level9 + 98, 2, 16},
  {fields_level9 + 100, 2, 16},
  {fields_level9 + 102, 2, 16},
  {fields_level9 + 104, 2, 16},
  {fields_level9 + 106, 2, 8},
  {fields_level9 + 108, 1, 16},
  {fields_level9 + 109, 2, 16},
  {fields_level9 + 111, 1, 24},
  {fields_level9 + 112, 1, 16},
  {fields_level9 + 113, 2, 24},
  {fields_level9 + 115, 2, 24},
  {fields_level9 + 91, 1, 4},
  {fields_level9 + 92, 1, 8},
  {fields_level9 + 93, 1, 8},
  {fields_level9 + 98, 1, 8},
  {fields_level9 + 117, 1, 8},
  {fields_level9 + 118, 1, 4},
  {fields_level9 + 93, 2, 16},
  {fields_level9 + 119, 2, 24},
  {fields_level9 + 121, 2, 20},
  {fields_level9 + 123, 2, 24},
  {fields_level9 + 125, 2, 12},
};

static const kolmo_span spans_level9[] = {
  {0, 83},
  {83, 16},
  {75, 8},
  {99, 6},
  {99, 6},
  {99, 6},
  {99, 6},
  {99, 6},
  {105, 5},
  {110, 1},
};

static const kolmo_stage stages_level9[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 11, .index = 6, .reg = 16},
  {.op = 12, .index = 7, .reg = 21},
  {.op = 16, .index = 8, .reg = 23, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 9, .reg = 25, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 10, .list_count = 47, .lists = lists_level9 + 0, .limit = 1023, .out = 4, .outs = 47},
  {.op = 19, .index = 11, .list_count = 12, .lists = lists_level9 + 47, .limit = 1023, .out = 51, .outs = 24},
  {.op = 18, .index = 12, .list_count = 21, .lists = lists_level9 + 59, .reg = 27, .out = 75, .outs = 2},
  {.op = 18, .index = 13, .list_count = 20, .lists = lists_level9 + 80, .reg = 29, .out = 77, .outs = 2},
  {.op = 18, .index = 14, .list_count = 19, .lists = lists_level9 + 100, .reg = 31, .out = 79, .outs = 2},
  {.op = 18, .index = 15, .list_count = 18, .lists = lists_level9 + 119, .reg = 33, .out = 81, .outs = 2},
  {.op = 32, .index = 16, .inputs = 83, .span_count = 1, .spans = spans_level9 + 0, .list_count = 16, .lists = lists_level9 + 137, .out = 83, .outs = 16,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 17, .inputs = 24, .span_count = 2, .spans = spans_level9 + 1, .list_count = 6, .lists = lists_level9 + 153, .out = 99, .outs = 6,
   .weight = 1024, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 18, .inputs = 6, .span_count = 1, .spans = spans_level9 + 3, .list_count = 1, .lists = lists_level9 + 159, .limit = 1023, .out = 105, .outs = 1},
  {.op = 33, .index = 19, .inputs = 6, .span_count = 1, .spans = spans_level9 + 4, .list_count = 1, .lists = lists_level9 + 160, .limit = 1023, .out = 106, .outs = 1},
  {.op = 33, .index = 20, .inputs = 6, .span_count = 1, .spans = spans_level9 + 5, .list_count = 1, .lists = lists_level9 + 161, .limit = 1023, .out = 107, .outs = 1},
  {.op = 33, .index = 21, .inputs = 6, .span_count = 1, .spans = spans_level9 + 6, .list_count = 1, .lists = lists_level9 + 162, .limit = 1023, .out = 108, .outs = 1},
  {.op = 33, .index = 22, .inputs = 6, .span_count = 1, .spans = spans_level9 + 7, .list_count = 1, .lists = lists_level9 + 163, .limit = 1023, .out = 109, .outs = 1},
  {.op = 34, .index = 23, .inputs = 5, .span_count = 1, .spans = spans_level9 + 8, .out = 110, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 24, .inputs = 1, .span_count = 1, .spans = spans_level9 + 9},
};

static void anticipate_level9(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level9[0]);
  kolmo_words_byte(m, &stages_level9[1]);
  kolmo_classes_byte(m, &stages_level9[2]);
  kolmo_slots_anticipate(m, &stages_level9[10], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level9[16], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level9[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9[20], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9[21], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9[22], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level9(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level9[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level9[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level9[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level9[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9[22], bit);
  KOLMO_MARK(m, 22, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level9[23], bit);
  KOLMO_MARK(m, 23, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level9[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level9[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level9[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level9[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level9[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level9[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level9[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_codes_byte(m, &stages_level9[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level9[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level9[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level9[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level9[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level9[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level9[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level9[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level9[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level9[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level9[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level9[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level9[24]);
  KOLMO_MARK(m, 24, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level9[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level9[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level9[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level9(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

#ifdef KOLMO_TEXT_ALONE /* the other kinds are interpreted: where only text is tried, and compiling the rest takes minutes */
#define OF_OTHER_KIND(update) NULL
#else
#define OF_OTHER_KIND(update) update

static const kolmo_field fields_level5_structured[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {38, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {33, 0, 32, 0xffffffffu},
  {36, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {34, 0, 32, 0xffffffffu},
  {35, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {17, 0, 32, 0xffu},
  {19, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {17, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 32, 0xffffu},
  {22, 0, 32, 0xffu},
  {25, 0, 32, 0xffffffffu},
  {23, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {23, 0, 32, 0xffffffffu},
  {26, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {26, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {28, 0, 32, 0xffffffffu},
  {30, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {26, 0, 32, 0xffffffffu},
  {31, 0, 32, 0xffffffffu},
  {32, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {38, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {38, 0, 4, 0xfu},
};

static const kolmo_list lists_level5_structured[] = {
  {fields_level5_structured + 0, 1, 0},
  {fields_level5_structured + 1, 1, 0},
  {fields_level5_structured + 2, 1, 0},
  {fields_level5_structured + 3, 1, 0},
  {fields_level5_structured + 4, 2, 0},
  {fields_level5_structured + 6, 1, 0},
  {fields_level5_structured + 7, 2, 0},
  {fields_level5_structured + 9, 2, 0},
  {fields_level5_structured + 11, 1, 0},
  {fields_level5_structured + 12, 1, 0},
  {fields_level5_structured + 13, 2, 0},
  {fields_level5_structured + 15, 2, 0},
  {fields_level5_structured + 17, 2, 0},
  {fields_level5_structured + 19, 2, 0},
  {fields_level5_structured + 21, 2, 0},
  {fields_level5_structured + 23, 2, 0},
  {fields_level5_structured + 25, 2, 0},
  {fields_level5_structured + 27, 3, 0},
  {fields_level5_structured + 30, 3, 0},
  {fields_level5_structured + 33, 3, 0},
  {fields_level5_structured + 36, 2, 0},
  {fields_level5_structured + 38, 2, 0},
  {fields_level5_structured + 40, 3, 0},
  {fields_level5_structured + 43, 3, 0},
  {fields_level5_structured + 46, 2, 0},
  {fields_level5_structured + 48, 2, 0},
  {fields_level5_structured + 50, 2, 0},
  {fields_level5_structured + 52, 2, 0},
  {fields_level5_structured + 54, 2, 0},
  {fields_level5_structured + 56, 2, 0},
  {fields_level5_structured + 58, 3, 0},
  {fields_level5_structured + 61, 3, 0},
  {fields_level5_structured + 6, 1, 0},
  {fields_level5_structured + 14, 1, 0},
  {fields_level5_structured + 1, 1, 0},
  {fields_level5_structured + 2, 1, 0},
  {fields_level5_structured + 3, 1, 0},
  {fields_level5_structured + 64, 2, 0},
  {fields_level5_structured + 66, 2, 0},
  {fields_level5_structured + 6, 1, 0},
  {fields_level5_structured + 38, 2, 0},
  {fields_level5_structured + 48, 2, 0},
  {fields_level5_structured + 54, 2, 0},
  {fields_level5_structured + 58, 3, 0},
  {fields_level5_structured + 27, 3, 0},
  {fields_level5_structured + 68, 2, 12},
  {fields_level5_structured + 70, 2, 16},
  {fields_level5_structured + 72, 1, 16},
  {fields_level5_structured + 73, 1, 12},
  {fields_level5_structured + 74, 1, 24},
  {fields_level5_structured + 75, 2, 16},
  {fields_level5_structured + 77, 2, 16},
  {fields_level5_structured + 79, 2, 16},
  {fields_level5_structured + 68, 1, 4},
  {fields_level5_structured + 69, 1, 8},
  {fields_level5_structured + 70, 1, 8},
  {fields_level5_structured + 70, 2, 16},
  {fields_level5_structured + 81, 2, 24},
  {fields_level5_structured + 83, 2, 20},
  {fields_level5_structured + 85, 2, 24},
  {fields_level5_structured + 87, 2, 12},
};

static const kolmo_span spans_level5_structured[] = {
  {0, 38},
  {38, 8},
  {46, 3},
  {46, 3},
  {46, 3},
  {46, 3},
  {46, 3},
  {49, 5},
};

static const kolmo_stage stages_level5_structured[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 9, .index = 6, .reg = 16, .alphabet = 0},
  {.op = 9, .index = 7, .reg = 21, .alphabet = 1},
  {.op = 10, .index = 8, .reg = 26},
  {.op = 11, .index = 9, .reg = 33},
  {.op = 16, .index = 10, .reg = 38, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 11, .list_count = 32, .lists = lists_level5_structured + 0, .limit = 1023, .out = 2, .outs = 32},
  {.op = 19, .index = 12, .list_count = 1, .lists = lists_level5_structured + 32, .limit = 1023, .out = 34, .outs = 2},
  {.op = 18, .index = 13, .list_count = 12, .lists = lists_level5_structured + 33, .reg = 40, .out = 36, .outs = 2, .when = {38, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 14, .inputs = 38, .span_count = 1, .spans = spans_level5_structured + 0, .list_count = 8, .lists = lists_level5_structured + 45, .out = 38, .outs = 8,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 15, .inputs = 8, .span_count = 1, .spans = spans_level5_structured + 1, .list_count = 3, .lists = lists_level5_structured + 53, .out = 46, .outs = 3,
   .weight = 2048, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 16, .inputs = 3, .span_count = 1, .spans = spans_level5_structured + 2, .list_count = 1, .lists = lists_level5_structured + 56, .limit = 1023, .out = 49, .outs = 1},
  {.op = 33, .index = 17, .inputs = 3, .span_count = 1, .spans = spans_level5_structured + 3, .list_count = 1, .lists = lists_level5_structured + 57, .limit = 1023, .out = 50, .outs = 1},
  {.op = 33, .index = 18, .inputs = 3, .span_count = 1, .spans = spans_level5_structured + 4, .list_count = 1, .lists = lists_level5_structured + 58, .limit = 1023, .out = 51, .outs = 1},
  {.op = 33, .index = 19, .inputs = 3, .span_count = 1, .spans = spans_level5_structured + 5, .list_count = 1, .lists = lists_level5_structured + 59, .limit = 1023, .out = 52, .outs = 1},
  {.op = 33, .index = 20, .inputs = 3, .span_count = 1, .spans = spans_level5_structured + 6, .list_count = 1, .lists = lists_level5_structured + 60, .limit = 1023, .out = 53, .outs = 1},
  {.op = 63, .index = 21, .inputs = 5, .span_count = 1, .spans = spans_level5_structured + 7},
};

static void anticipate_level5_structured(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level5_structured[0]);
  kolmo_words_byte(m, &stages_level5_structured[1]);
  kolmo_classes_byte(m, &stages_level5_structured[2]);
  kolmo_slots_anticipate(m, &stages_level5_structured[11], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level5_structured[14], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level5_structured[15], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5_structured[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5_structured[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5_structured[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5_structured[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level5_structured[20], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level5_structured(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level5_structured[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level5_structured[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level5_structured[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level5_structured[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_structured[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_structured[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_structured[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_structured[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_structured[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_structured[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_structured[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level5_structured[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level5_structured[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level5_structured[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level5_structured[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level5_structured[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level5_structured[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level5_structured[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level5_structured[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_scopes_byte(m, &stages_level5_structured[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level5_structured[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level5_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level5_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level5_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level5_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level5_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level5_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level5_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level5_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level5_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level5_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level5_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level5_structured[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level5_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level5_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level5_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level5_structured(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level6_structured[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {38, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {33, 0, 32, 0xffffffffu},
  {36, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {34, 0, 32, 0xffffffffu},
  {35, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {17, 0, 32, 0xffu},
  {19, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {17, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 32, 0xffffu},
  {22, 0, 32, 0xffu},
  {25, 0, 32, 0xffffffffu},
  {23, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {23, 0, 32, 0xffffffffu},
  {26, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {26, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {28, 0, 32, 0xffffffffu},
  {30, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {26, 0, 32, 0xffffffffu},
  {31, 0, 32, 0xffffffffu},
  {32, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {38, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {38, 0, 4, 0xfu},
};

static const kolmo_list lists_level6_structured[] = {
  {fields_level6_structured + 0, 1, 0},
  {fields_level6_structured + 1, 1, 0},
  {fields_level6_structured + 2, 1, 0},
  {fields_level6_structured + 3, 1, 0},
  {fields_level6_structured + 4, 2, 0},
  {fields_level6_structured + 6, 2, 0},
  {fields_level6_structured + 8, 1, 0},
  {fields_level6_structured + 9, 2, 0},
  {fields_level6_structured + 11, 2, 0},
  {fields_level6_structured + 13, 1, 0},
  {fields_level6_structured + 14, 1, 0},
  {fields_level6_structured + 15, 1, 0},
  {fields_level6_structured + 16, 2, 0},
  {fields_level6_structured + 18, 2, 0},
  {fields_level6_structured + 20, 2, 0},
  {fields_level6_structured + 22, 2, 0},
  {fields_level6_structured + 24, 2, 0},
  {fields_level6_structured + 26, 2, 0},
  {fields_level6_structured + 28, 2, 0},
  {fields_level6_structured + 30, 2, 0},
  {fields_level6_structured + 32, 2, 0},
  {fields_level6_structured + 34, 3, 0},
  {fields_level6_structured + 37, 3, 0},
  {fields_level6_structured + 40, 3, 0},
  {fields_level6_structured + 43, 2, 0},
  {fields_level6_structured + 45, 2, 0},
  {fields_level6_structured + 47, 3, 0},
  {fields_level6_structured + 50, 3, 0},
  {fields_level6_structured + 53, 2, 0},
  {fields_level6_structured + 55, 2, 0},
  {fields_level6_structured + 57, 2, 0},
  {fields_level6_structured + 59, 2, 0},
  {fields_level6_structured + 61, 2, 0},
  {fields_level6_structured + 63, 2, 0},
  {fields_level6_structured + 65, 3, 0},
  {fields_level6_structured + 68, 3, 0},
  {fields_level6_structured + 8, 1, 0},
  {fields_level6_structured + 9, 2, 0},
  {fields_level6_structured + 15, 1, 0},
  {fields_level6_structured + 1, 1, 0},
  {fields_level6_structured + 17, 1, 0},
  {fields_level6_structured + 17, 1, 0},
  {fields_level6_structured + 1, 1, 0},
  {fields_level6_structured + 2, 1, 0},
  {fields_level6_structured + 3, 1, 0},
  {fields_level6_structured + 4, 2, 0},
  {fields_level6_structured + 71, 2, 0},
  {fields_level6_structured + 8, 1, 0},
  {fields_level6_structured + 45, 2, 0},
  {fields_level6_structured + 55, 2, 0},
  {fields_level6_structured + 61, 2, 0},
  {fields_level6_structured + 65, 3, 0},
  {fields_level6_structured + 34, 3, 0},
  {fields_level6_structured + 73, 2, 12},
  {fields_level6_structured + 75, 2, 16},
  {fields_level6_structured + 77, 1, 16},
  {fields_level6_structured + 78, 1, 12},
  {fields_level6_structured + 79, 1, 24},
  {fields_level6_structured + 80, 2, 16},
  {fields_level6_structured + 82, 2, 16},
  {fields_level6_structured + 84, 2, 16},
  {fields_level6_structured + 73, 1, 4},
  {fields_level6_structured + 74, 1, 8},
  {fields_level6_structured + 75, 1, 8},
  {fields_level6_structured + 75, 2, 16},
  {fields_level6_structured + 86, 2, 24},
  {fields_level6_structured + 88, 2, 20},
  {fields_level6_structured + 90, 2, 24},
  {fields_level6_structured + 92, 2, 12},
};

static const kolmo_span spans_level6_structured[] = {
  {0, 50},
  {50, 8},
  {58, 3},
  {58, 3},
  {58, 3},
  {58, 3},
  {58, 3},
  {61, 5},
  {66, 1},
};

static const kolmo_stage stages_level6_structured[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 9, .index = 6, .reg = 16, .alphabet = 0},
  {.op = 9, .index = 7, .reg = 21, .alphabet = 1},
  {.op = 10, .index = 8, .reg = 26},
  {.op = 11, .index = 9, .reg = 33},
  {.op = 16, .index = 10, .reg = 38, .min_length = 6, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 11, .list_count = 36, .lists = lists_level6_structured + 0, .limit = 1023, .out = 2, .outs = 36},
  {.op = 19, .index = 12, .list_count = 5, .lists = lists_level6_structured + 36, .limit = 1023, .out = 38, .outs = 10},
  {.op = 18, .index = 13, .list_count = 12, .lists = lists_level6_structured + 41, .reg = 40, .out = 48, .outs = 2, .when = {38, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 14, .inputs = 50, .span_count = 1, .spans = spans_level6_structured + 0, .list_count = 8, .lists = lists_level6_structured + 53, .out = 50, .outs = 8,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 15, .inputs = 8, .span_count = 1, .spans = spans_level6_structured + 1, .list_count = 3, .lists = lists_level6_structured + 61, .out = 58, .outs = 3,
   .weight = 2048, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 16, .inputs = 3, .span_count = 1, .spans = spans_level6_structured + 2, .list_count = 1, .lists = lists_level6_structured + 64, .limit = 1023, .out = 61, .outs = 1},
  {.op = 33, .index = 17, .inputs = 3, .span_count = 1, .spans = spans_level6_structured + 3, .list_count = 1, .lists = lists_level6_structured + 65, .limit = 1023, .out = 62, .outs = 1},
  {.op = 33, .index = 18, .inputs = 3, .span_count = 1, .spans = spans_level6_structured + 4, .list_count = 1, .lists = lists_level6_structured + 66, .limit = 1023, .out = 63, .outs = 1},
  {.op = 33, .index = 19, .inputs = 3, .span_count = 1, .spans = spans_level6_structured + 5, .list_count = 1, .lists = lists_level6_structured + 67, .limit = 1023, .out = 64, .outs = 1},
  {.op = 33, .index = 20, .inputs = 3, .span_count = 1, .spans = spans_level6_structured + 6, .list_count = 1, .lists = lists_level6_structured + 68, .limit = 1023, .out = 65, .outs = 1},
  {.op = 34, .index = 21, .inputs = 5, .span_count = 1, .spans = spans_level6_structured + 7, .out = 66, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 22, .inputs = 1, .span_count = 1, .spans = spans_level6_structured + 8},
};

static void anticipate_level6_structured(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level6_structured[0]);
  kolmo_words_byte(m, &stages_level6_structured[1]);
  kolmo_classes_byte(m, &stages_level6_structured[2]);
  kolmo_slots_anticipate(m, &stages_level6_structured[11], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level6_structured[14], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level6_structured[15], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6_structured[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6_structured[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6_structured[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6_structured[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level6_structured[20], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level6_structured(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level6_structured[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level6_structured[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level6_structured[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level6_structured[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_structured[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_structured[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_structured[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_structured[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_structured[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_structured[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_structured[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level6_structured[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level6_structured[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level6_structured[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level6_structured[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level6_structured[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level6_structured[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level6_structured[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level6_structured[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level6_structured[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_scopes_byte(m, &stages_level6_structured[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level6_structured[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level6_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level6_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level6_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level6_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level6_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level6_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level6_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level6_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level6_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level6_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level6_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level6_structured[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level6_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level6_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level6_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level6_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level6_structured(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level7_structured[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {38, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {33, 0, 32, 0xffffffffu},
  {36, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {34, 0, 32, 0xffffffffu},
  {35, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {17, 0, 32, 0xffu},
  {19, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {17, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 32, 0xffffu},
  {22, 0, 32, 0xffu},
  {25, 0, 32, 0xffffffffu},
  {23, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {23, 0, 32, 0xffffffffu},
  {26, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {26, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {28, 0, 32, 0xffffffffu},
  {30, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {26, 0, 32, 0xffffffffu},
  {31, 0, 32, 0xffffffffu},
  {32, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {38, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {40, 0, 4, 0xfu},
  {38, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {39, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {38, 0, 4, 0xfu},
};

static const kolmo_list lists_level7_structured[] = {
  {fields_level7_structured + 0, 1, 0},
  {fields_level7_structured + 1, 1, 0},
  {fields_level7_structured + 2, 1, 0},
  {fields_level7_structured + 3, 1, 0},
  {fields_level7_structured + 4, 2, 0},
  {fields_level7_structured + 6, 2, 0},
  {fields_level7_structured + 8, 1, 0},
  {fields_level7_structured + 9, 2, 0},
  {fields_level7_structured + 11, 2, 0},
  {fields_level7_structured + 13, 1, 0},
  {fields_level7_structured + 14, 1, 0},
  {fields_level7_structured + 15, 1, 0},
  {fields_level7_structured + 16, 2, 0},
  {fields_level7_structured + 18, 2, 0},
  {fields_level7_structured + 20, 2, 0},
  {fields_level7_structured + 22, 2, 0},
  {fields_level7_structured + 24, 2, 0},
  {fields_level7_structured + 26, 2, 0},
  {fields_level7_structured + 28, 2, 0},
  {fields_level7_structured + 30, 2, 0},
  {fields_level7_structured + 32, 2, 0},
  {fields_level7_structured + 34, 3, 0},
  {fields_level7_structured + 37, 3, 0},
  {fields_level7_structured + 40, 3, 0},
  {fields_level7_structured + 43, 2, 0},
  {fields_level7_structured + 45, 2, 0},
  {fields_level7_structured + 47, 3, 0},
  {fields_level7_structured + 50, 3, 0},
  {fields_level7_structured + 53, 2, 0},
  {fields_level7_structured + 55, 2, 0},
  {fields_level7_structured + 57, 2, 0},
  {fields_level7_structured + 59, 2, 0},
  {fields_level7_structured + 61, 2, 0},
  {fields_level7_structured + 63, 2, 0},
  {fields_level7_structured + 65, 3, 0},
  {fields_level7_structured + 68, 3, 0},
  {fields_level7_structured + 8, 1, 0},
  {fields_level7_structured + 9, 2, 0},
  {fields_level7_structured + 15, 1, 0},
  {fields_level7_structured + 1, 1, 0},
  {fields_level7_structured + 17, 1, 0},
  {fields_level7_structured + 17, 1, 0},
  {fields_level7_structured + 1, 1, 0},
  {fields_level7_structured + 2, 1, 0},
  {fields_level7_structured + 3, 1, 0},
  {fields_level7_structured + 4, 2, 0},
  {fields_level7_structured + 71, 2, 0},
  {fields_level7_structured + 8, 1, 0},
  {fields_level7_structured + 45, 2, 0},
  {fields_level7_structured + 55, 2, 0},
  {fields_level7_structured + 61, 2, 0},
  {fields_level7_structured + 65, 3, 0},
  {fields_level7_structured + 34, 3, 0},
  {fields_level7_structured + 73, 2, 12},
  {fields_level7_structured + 75, 2, 16},
  {fields_level7_structured + 77, 1, 16},
  {fields_level7_structured + 78, 1, 12},
  {fields_level7_structured + 79, 1, 24},
  {fields_level7_structured + 80, 2, 16},
  {fields_level7_structured + 82, 2, 16},
  {fields_level7_structured + 84, 2, 16},
  {fields_level7_structured + 86, 2, 16},
  {fields_level7_structured + 88, 2, 8},
  {fields_level7_structured + 90, 1, 16},
  {fields_level7_structured + 91, 1, 8},
  {fields_level7_structured + 73, 1, 4},
  {fields_level7_structured + 74, 1, 8},
  {fields_level7_structured + 75, 1, 8},
  {fields_level7_structured + 80, 1, 8},
  {fields_level7_structured + 75, 2, 16},
  {fields_level7_structured + 92, 2, 24},
  {fields_level7_structured + 94, 2, 20},
  {fields_level7_structured + 96, 2, 24},
  {fields_level7_structured + 98, 2, 12},
};

static const kolmo_span spans_level7_structured[] = {
  {0, 52},
  {52, 12},
  {64, 4},
  {64, 4},
  {64, 4},
  {64, 4},
  {64, 4},
  {68, 5},
  {73, 1},
};

static const kolmo_stage stages_level7_structured[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 9, .index = 6, .reg = 16, .alphabet = 0},
  {.op = 9, .index = 7, .reg = 21, .alphabet = 1},
  {.op = 10, .index = 8, .reg = 26},
  {.op = 11, .index = 9, .reg = 33},
  {.op = 16, .index = 10, .reg = 38, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 11, .reg = 40, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 12, .list_count = 36, .lists = lists_level7_structured + 0, .limit = 1023, .out = 4, .outs = 36},
  {.op = 19, .index = 13, .list_count = 5, .lists = lists_level7_structured + 36, .limit = 1023, .out = 40, .outs = 10},
  {.op = 18, .index = 14, .list_count = 12, .lists = lists_level7_structured + 41, .reg = 42, .out = 50, .outs = 2, .when = {38, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 15, .inputs = 52, .span_count = 1, .spans = spans_level7_structured + 0, .list_count = 12, .lists = lists_level7_structured + 53, .out = 52, .outs = 12,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 16, .inputs = 12, .span_count = 1, .spans = spans_level7_structured + 1, .list_count = 4, .lists = lists_level7_structured + 65, .out = 64, .outs = 4,
   .weight = 1365, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 17, .inputs = 4, .span_count = 1, .spans = spans_level7_structured + 2, .list_count = 1, .lists = lists_level7_structured + 69, .limit = 1023, .out = 68, .outs = 1},
  {.op = 33, .index = 18, .inputs = 4, .span_count = 1, .spans = spans_level7_structured + 3, .list_count = 1, .lists = lists_level7_structured + 70, .limit = 1023, .out = 69, .outs = 1},
  {.op = 33, .index = 19, .inputs = 4, .span_count = 1, .spans = spans_level7_structured + 4, .list_count = 1, .lists = lists_level7_structured + 71, .limit = 1023, .out = 70, .outs = 1},
  {.op = 33, .index = 20, .inputs = 4, .span_count = 1, .spans = spans_level7_structured + 5, .list_count = 1, .lists = lists_level7_structured + 72, .limit = 1023, .out = 71, .outs = 1},
  {.op = 33, .index = 21, .inputs = 4, .span_count = 1, .spans = spans_level7_structured + 6, .list_count = 1, .lists = lists_level7_structured + 73, .limit = 1023, .out = 72, .outs = 1},
  {.op = 34, .index = 22, .inputs = 5, .span_count = 1, .spans = spans_level7_structured + 7, .out = 73, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 23, .inputs = 1, .span_count = 1, .spans = spans_level7_structured + 8},
};

static void anticipate_level7_structured(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level7_structured[0]);
  kolmo_words_byte(m, &stages_level7_structured[1]);
  kolmo_classes_byte(m, &stages_level7_structured[2]);
  kolmo_slots_anticipate(m, &stages_level7_structured[12], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level7_structured[15], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level7_structured[16], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7_structured[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7_structured[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7_structured[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7_structured[20], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level7_structured[21], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level7_structured(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level7_structured[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level7_structured[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level7_structured[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level7_structured[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level7_structured[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_structured[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_structured[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_structured[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_structured[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_structured[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_structured[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_structured[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level7_structured[22], bit);
  KOLMO_MARK(m, 22, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level7_structured[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level7_structured[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level7_structured[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level7_structured[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level7_structured[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level7_structured[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level7_structured[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level7_structured[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_scopes_byte(m, &stages_level7_structured[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level7_structured[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level7_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level7_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level7_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level7_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level7_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level7_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level7_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level7_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level7_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level7_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level7_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level7_structured[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level7_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level7_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level7_structured[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level7_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level7_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level7_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level7_structured(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level8_structured[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {38, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {33, 0, 32, 0xffffffffu},
  {36, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {34, 0, 32, 0xffffffffu},
  {35, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {17, 0, 32, 0xffu},
  {19, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {17, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 32, 0xffffu},
  {22, 0, 32, 0xffu},
  {25, 0, 32, 0xffffffffu},
  {23, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {23, 0, 32, 0xffffffffu},
  {26, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {26, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {28, 0, 32, 0xffffffffu},
  {30, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {26, 0, 32, 0xffffffffu},
  {31, 0, 32, 0xffffffffu},
  {32, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {38, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {40, 0, 4, 0xfu},
  {38, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {39, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 24, 0xffffffu},
  {6, 16, 16, 0xffffu},
  {8, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {43, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {38, 0, 4, 0xfu},
};

static const kolmo_list lists_level8_structured[] = {
  {fields_level8_structured + 0, 1, 0},
  {fields_level8_structured + 1, 1, 0},
  {fields_level8_structured + 2, 1, 0},
  {fields_level8_structured + 3, 1, 0},
  {fields_level8_structured + 4, 2, 0},
  {fields_level8_structured + 6, 2, 0},
  {fields_level8_structured + 8, 1, 0},
  {fields_level8_structured + 9, 2, 0},
  {fields_level8_structured + 11, 2, 0},
  {fields_level8_structured + 13, 1, 0},
  {fields_level8_structured + 14, 1, 0},
  {fields_level8_structured + 15, 1, 0},
  {fields_level8_structured + 16, 2, 0},
  {fields_level8_structured + 18, 2, 0},
  {fields_level8_structured + 20, 2, 0},
  {fields_level8_structured + 22, 2, 0},
  {fields_level8_structured + 24, 2, 0},
  {fields_level8_structured + 26, 2, 0},
  {fields_level8_structured + 28, 2, 0},
  {fields_level8_structured + 30, 2, 0},
  {fields_level8_structured + 32, 2, 0},
  {fields_level8_structured + 34, 3, 0},
  {fields_level8_structured + 37, 3, 0},
  {fields_level8_structured + 40, 3, 0},
  {fields_level8_structured + 43, 2, 0},
  {fields_level8_structured + 45, 2, 0},
  {fields_level8_structured + 47, 3, 0},
  {fields_level8_structured + 50, 3, 0},
  {fields_level8_structured + 53, 2, 0},
  {fields_level8_structured + 55, 2, 0},
  {fields_level8_structured + 57, 2, 0},
  {fields_level8_structured + 59, 2, 0},
  {fields_level8_structured + 61, 2, 0},
  {fields_level8_structured + 63, 2, 0},
  {fields_level8_structured + 65, 3, 0},
  {fields_level8_structured + 68, 3, 0},
  {fields_level8_structured + 8, 1, 0},
  {fields_level8_structured + 9, 2, 0},
  {fields_level8_structured + 15, 1, 0},
  {fields_level8_structured + 1, 1, 0},
  {fields_level8_structured + 17, 1, 0},
  {fields_level8_structured + 17, 1, 0},
  {fields_level8_structured + 1, 1, 0},
  {fields_level8_structured + 2, 1, 0},
  {fields_level8_structured + 3, 1, 0},
  {fields_level8_structured + 4, 2, 0},
  {fields_level8_structured + 71, 2, 0},
  {fields_level8_structured + 8, 1, 0},
  {fields_level8_structured + 45, 2, 0},
  {fields_level8_structured + 55, 2, 0},
  {fields_level8_structured + 61, 2, 0},
  {fields_level8_structured + 65, 3, 0},
  {fields_level8_structured + 34, 3, 0},
  {fields_level8_structured + 17, 1, 0},
  {fields_level8_structured + 2, 1, 0},
  {fields_level8_structured + 8, 1, 0},
  {fields_level8_structured + 55, 2, 0},
  {fields_level8_structured + 1, 1, 0},
  {fields_level8_structured + 3, 1, 0},
  {fields_level8_structured + 45, 2, 0},
  {fields_level8_structured + 65, 3, 0},
  {fields_level8_structured + 4, 2, 0},
  {fields_level8_structured + 71, 2, 0},
  {fields_level8_structured + 61, 2, 0},
  {fields_level8_structured + 34, 3, 0},
  {fields_level8_structured + 73, 2, 12},
  {fields_level8_structured + 75, 2, 16},
  {fields_level8_structured + 77, 1, 16},
  {fields_level8_structured + 78, 1, 12},
  {fields_level8_structured + 79, 1, 24},
  {fields_level8_structured + 80, 2, 16},
  {fields_level8_structured + 82, 2, 16},
  {fields_level8_structured + 84, 2, 16},
  {fields_level8_structured + 86, 2, 16},
  {fields_level8_structured + 88, 2, 8},
  {fields_level8_structured + 90, 1, 16},
  {fields_level8_structured + 91, 1, 8},
  {fields_level8_structured + 92, 2, 16},
  {fields_level8_structured + 94, 1, 24},
  {fields_level8_structured + 95, 1, 16},
  {fields_level8_structured + 96, 2, 24},
  {fields_level8_structured + 73, 1, 4},
  {fields_level8_structured + 74, 1, 8},
  {fields_level8_structured + 75, 1, 8},
  {fields_level8_structured + 80, 1, 8},
  {fields_level8_structured + 98, 1, 4},
  {fields_level8_structured + 75, 2, 16},
  {fields_level8_structured + 99, 2, 24},
  {fields_level8_structured + 101, 2, 20},
  {fields_level8_structured + 103, 2, 24},
  {fields_level8_structured + 105, 2, 12},
};

static const kolmo_span spans_level8_structured[] = {
  {0, 54},
  {54, 16},
  {50, 4},
  {70, 5},
  {70, 5},
  {70, 5},
  {70, 5},
  {70, 5},
  {75, 5},
  {80, 1},
};

static const kolmo_stage stages_level8_structured[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 9, .index = 6, .reg = 16, .alphabet = 0},
  {.op = 9, .index = 7, .reg = 21, .alphabet = 1},
  {.op = 10, .index = 8, .reg = 26},
  {.op = 11, .index = 9, .reg = 33},
  {.op = 16, .index = 10, .reg = 38, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 11, .reg = 40, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 12, .list_count = 36, .lists = lists_level8_structured + 0, .limit = 1023, .out = 4, .outs = 36},
  {.op = 19, .index = 13, .list_count = 5, .lists = lists_level8_structured + 36, .limit = 1023, .out = 40, .outs = 10},
  {.op = 18, .index = 14, .list_count = 12, .lists = lists_level8_structured + 41, .reg = 42, .out = 50, .outs = 2},
  {.op = 18, .index = 15, .list_count = 12, .lists = lists_level8_structured + 53, .reg = 44, .out = 52, .outs = 2},
  {.op = 32, .index = 16, .inputs = 54, .span_count = 1, .spans = spans_level8_structured + 0, .list_count = 16, .lists = lists_level8_structured + 65, .out = 54, .outs = 16,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 17, .inputs = 20, .span_count = 2, .spans = spans_level8_structured + 1, .list_count = 5, .lists = lists_level8_structured + 81, .out = 70, .outs = 5,
   .weight = 1024, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 18, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 3, .list_count = 1, .lists = lists_level8_structured + 86, .limit = 1023, .out = 75, .outs = 1},
  {.op = 33, .index = 19, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 4, .list_count = 1, .lists = lists_level8_structured + 87, .limit = 1023, .out = 76, .outs = 1},
  {.op = 33, .index = 20, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 5, .list_count = 1, .lists = lists_level8_structured + 88, .limit = 1023, .out = 77, .outs = 1},
  {.op = 33, .index = 21, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 6, .list_count = 1, .lists = lists_level8_structured + 89, .limit = 1023, .out = 78, .outs = 1},
  {.op = 33, .index = 22, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 7, .list_count = 1, .lists = lists_level8_structured + 90, .limit = 1023, .out = 79, .outs = 1},
  {.op = 34, .index = 23, .inputs = 5, .span_count = 1, .spans = spans_level8_structured + 8, .out = 80, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 24, .inputs = 1, .span_count = 1, .spans = spans_level8_structured + 9},
};

static void anticipate_level8_structured(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level8_structured[0]);
  kolmo_words_byte(m, &stages_level8_structured[1]);
  kolmo_classes_byte(m, &stages_level8_structured[2]);
  kolmo_slots_anticipate(m, &stages_level8_structured[12], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level8_structured[16], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level8_structured[17], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8_structured[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8_structured[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8_structured[20], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8_structured[21], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level8_structured[22], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level8_structured(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level8_structured[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level8_structured[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level8_structured[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level8_structured[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_structured[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_structured[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_structured[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_structured[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_structured[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_structured[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_structured[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_structured[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_structured[22], bit);
  KOLMO_MARK(m, 22, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level8_structured[23], bit);
  KOLMO_MARK(m, 23, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level8_structured[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level8_structured[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level8_structured[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level8_structured[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level8_structured[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level8_structured[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level8_structured[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level8_structured[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_scopes_byte(m, &stages_level8_structured[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level8_structured[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level8_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level8_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_structured[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level8_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level8_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level8_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level8_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_structured[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level8_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level8_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level8_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level8_structured[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level8_structured[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level8_structured[24]);
  KOLMO_MARK(m, 24, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level8_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level8_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level8_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level8_structured(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level9_structured[] = {
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {6, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {7, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {8, 0, 32, 0xffffffffu},
  {8, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {5, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffu},
  {12, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffffu},
  {9, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {14, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {15, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {39, 0, 32, 0xffu},
  {38, 0, 32, 0xfu},
  {1, 0, 32, 0xffffu},
  {33, 0, 32, 0xffffffffu},
  {36, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffu},
  {34, 0, 32, 0xffffffffu},
  {35, 0, 32, 0xffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {16, 0, 32, 0xffffu},
  {17, 0, 32, 0xffu},
  {19, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {20, 0, 32, 0xffffffffu},
  {18, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffu},
  {17, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 32, 0xffffu},
  {22, 0, 32, 0xffu},
  {25, 0, 32, 0xffffffffu},
  {23, 0, 32, 0xffffffffu},
  {22, 0, 32, 0xffffu},
  {23, 0, 32, 0xffffffffu},
  {26, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffu},
  {26, 0, 32, 0xffffffffu},
  {5, 0, 32, 0xffffffffu},
  {28, 0, 32, 0xffffffffu},
  {30, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {26, 0, 32, 0xffffffffu},
  {31, 0, 32, 0xffffffffu},
  {32, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {38, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {8, 0, 12, 0xfffu},
  {8, 0, 24, 0xffffffu},
  {8, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {40, 0, 4, 0xfu},
  {38, 0, 4, 0xfu},
  {5, 16, 16, 0xffffu},
  {39, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 24, 0xffffffu},
  {6, 16, 16, 0xffffu},
  {8, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {43, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {8, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {5, 16, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {39, 0, 8, 0xffu},
  {38, 0, 4, 0xfu},
};

static const kolmo_list lists_level9_structured[] = {
  {fields_level9_structured + 0, 1, 0},
  {fields_level9_structured + 1, 1, 0},
  {fields_level9_structured + 2, 1, 0},
  {fields_level9_structured + 3, 1, 0},
  {fields_level9_structured + 4, 2, 0},
  {fields_level9_structured + 6, 2, 0},
  {fields_level9_structured + 8, 1, 0},
  {fields_level9_structured + 9, 2, 0},
  {fields_level9_structured + 11, 2, 0},
  {fields_level9_structured + 13, 1, 0},
  {fields_level9_structured + 14, 1, 0},
  {fields_level9_structured + 15, 1, 0},
  {fields_level9_structured + 16, 2, 0},
  {fields_level9_structured + 18, 2, 0},
  {fields_level9_structured + 20, 2, 0},
  {fields_level9_structured + 22, 2, 0},
  {fields_level9_structured + 24, 2, 0},
  {fields_level9_structured + 26, 2, 0},
  {fields_level9_structured + 28, 2, 0},
  {fields_level9_structured + 30, 2, 0},
  {fields_level9_structured + 32, 2, 0},
  {fields_level9_structured + 34, 3, 0},
  {fields_level9_structured + 37, 3, 0},
  {fields_level9_structured + 40, 3, 0},
  {fields_level9_structured + 43, 2, 0},
  {fields_level9_structured + 45, 2, 0},
  {fields_level9_structured + 47, 3, 0},
  {fields_level9_structured + 50, 3, 0},
  {fields_level9_structured + 53, 2, 0},
  {fields_level9_structured + 55, 2, 0},
  {fields_level9_structured + 57, 2, 0},
  {fields_level9_structured + 59, 2, 0},
  {fields_level9_structured + 61, 2, 0},
  {fields_level9_structured + 63, 2, 0},
  {fields_level9_structured + 65, 3, 0},
  {fields_level9_structured + 68, 3, 0},
  {fields_level9_structured + 8, 1, 0},
  {fields_level9_structured + 9, 2, 0},
  {fields_level9_structured + 15, 1, 0},
  {fields_level9_structured + 1, 1, 0},
  {fields_level9_structured + 17, 1, 0},
  {fields_level9_structured + 17, 1, 0},
  {fields_level9_structured + 1, 1, 0},
  {fields_level9_structured + 2, 1, 0},
  {fields_level9_structured + 3, 1, 0},
  {fields_level9_structured + 4, 2, 0},
  {fields_level9_structured + 71, 2, 0},
  {fields_level9_structured + 8, 1, 0},
  {fields_level9_structured + 45, 2, 0},
  {fields_level9_structured + 55, 2, 0},
  {fields_level9_structured + 61, 2, 0},
  {fields_level9_structured + 65, 3, 0},
  {fields_level9_structured + 34, 3, 0},
  {fields_level9_structured + 17, 1, 0},
  {fields_level9_structured + 2, 1, 0},
  {fields_level9_structured + 8, 1, 0},
  {fields_level9_structured + 55, 2, 0},
  {fields_level9_structured + 1, 1, 0},
  {fields_level9_structured + 3, 1, 0},
  {fields_level9_structured + 45, 2, 0},
  {fields_level9_structured + 65, 3, 0},
  {fields_level9_structured + 4, 2, 0},
  {fields_level9_structured + 71, 2, 0},
  {fields_level9_structured + 61, 2, 0},
  {fields_level9_structured + 34, 3, 0},
  {fields_level9_structured + 17, 1, 0},
  {fields_level9_structured + 1, 1, 0},
  {fields_level9_structured + 2, 1, 0},
  {fields_level9_structured + 3, 1, 0},
  {fields_level9_structured + 4, 2, 0},
  {fields_level9_structured + 71, 2, 0},
  {fields_level9_structured + 8, 1, 0},
  {fields_level9_structured + 45, 2, 0},
  {fields_level9_structured + 55, 2, 0},
  {fields_level9_structured + 61, 2, 0},
  {fields_level9_structured + 65, 3, 0},
  {fields_level9_structured + 34, 3, 0},
  {fields_level9_structured + 73, 2, 12},
  {fields_level9_structured + 75, 2, 16},
  {fields_level9_structured + 77, 1, 16},
  {fields_level9_structured + 78, 1, 12},
  {fields_level9_structured + 79, 1, 24},
  {fields_level9_structured + 80, 2, 16},
  {fields_level9_structured + 82, 2, 16},
  {fields_level9_structured + 84, 2, 16},
  {fields_level9_structured + 86, 2, 16},
  {fields_level9_structured + 88, 2, 8},
  {fields_level9_structured + 90, 1, 16},
  {fields_level9_structured + 91, 1, 8},
  {fields_level9_structured + 92, 2, 16},
  {fields_level9_structured + 94, 1, 24},
  {fields_level9_structured + 95, 1, 16},
  {fields_level9_structured + 96, 2, 24},
  {fields_level9_structured + 73, 1, 4},
  {fields_level9_structured + 74, 1, 8},
  {fields_level9_structured + 75, 1, 8},
  {fields_level9_structured + 80, 1, 8},
  {fields_level9_structured + 98, 1, 4},
  {fields_level9_structured + 75, 2, 16},
  {fields_level9_structured + 99, 2, 24},
  {fields_level9_structured + 101, 2, 20},
  {fields_level9_structured + 103, 2, 24},
  {fields_level9_structured + 105, 2, 12},
};

static const kolmo_span spans_level9_structured[] = {
  {0, 56},
  {56, 16},
  {50, 6},
  {72, 5},
  {72, 5},
  {72, 5},
  {72, 5},
  {72, 5},
  {77, 5},
  {82, 1},
};

static const kolmo_stage stages_level9_structured[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 2, .index = 1, .reg = 5, .count = 3, .alphabet = 0},
  {.op = 3, .index = 2, .reg = 8},
  {.op = 4, .index = 3, .reg = 9},
  {.op = 5, .index = 4, .reg = 12},
  {.op = 6, .index = 5, .reg = 14},
  {.op = 9, .index = 6, .reg = 16, .alphabet = 0},
  {.op = 9, .index = 7, .reg = 21, .alphabet = 1},
  {.op = 10, .index = 8, .reg = 26},
  {.op = 11, .index = 9, .reg = 33},
  {.op = 16, .index = 10, .reg = 38, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 16, .index = 11, .reg = 40, .min_length = 16, .limit = 1023, .out = 2, .outs = 2},
  {.op = 17, .index = 12, .list_count = 36, .lists = lists_level9_structured + 0, .limit = 1023, .out = 4, .outs = 36},
  {.op = 19, .index = 13, .list_count = 5, .lists = lists_level9_structured + 36, .limit = 1023, .out = 40, .outs = 10},
  {.op = 18, .index = 14, .list_count = 12, .lists = lists_level9_structured + 41, .reg = 42, .out = 50, .outs = 2},
  {.op = 18, .index = 15, .list_count = 12, .lists = lists_level9_structured + 53, .reg = 44, .out = 52, .outs = 2},
  {.op = 18, .index = 16, .list_count = 12, .lists = lists_level9_structured + 65, .reg = 46, .out = 54, .outs = 2},
  {.op = 32, .index = 17, .inputs = 56, .span_count = 1, .spans = spans_level9_structured + 0, .list_count = 16, .lists = lists_level9_structured + 77, .out = 56, .outs = 16,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 18, .inputs = 22, .span_count = 2, .spans = spans_level9_structured + 1, .list_count = 5, .lists = lists_level9_structured + 93, .out = 72, .outs = 5,
   .weight = 1024, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 19, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 3, .list_count = 1, .lists = lists_level9_structured + 98, .limit = 1023, .out = 77, .outs = 1},
  {.op = 33, .index = 20, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 4, .list_count = 1, .lists = lists_level9_structured + 99, .limit = 1023, .out = 78, .outs = 1},
  {.op = 33, .index = 21, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 5, .list_count = 1, .lists = lists_level9_structured + 100, .limit = 1023, .out = 79, .outs = 1},
  {.op = 33, .index = 22, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 6, .list_count = 1, .lists = lists_level9_structured + 101, .limit = 1023, .out = 80, .outs = 1},
  {.op = 33, .index = 23, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 7, .list_count = 1, .lists = lists_level9_structured + 102, .limit = 1023, .out = 81, .outs = 1},
  {.op = 34, .index = 24, .inputs = 5, .span_count = 1, .spans = spans_level9_structured + 8, .out = 82, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 25, .inputs = 1, .span_count = 1, .spans = spans_level9_structured + 9},
};

static void anticipate_level9_structured(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level9_structured[0]);
  kolmo_words_byte(m, &stages_level9_structured[1]);
  kolmo_classes_byte(m, &stages_level9_structured[2]);
  kolmo_slots_anticipate(m, &stages_level9_structured[12], 0x1feull);
  kolmo_mixer_anticipate(m, &stages_level9_structured[17], 0x1ffull);
  kolmo_mixer_anticipate(m, &stages_level9_structured[18], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9_structured[19], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9_structured[20], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9_structured[21], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9_structured[22], 0x1ffull);
  kolmo_apm_anticipate(m, &stages_level9_structured[23], 0x1ffull);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level9_structured(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level9_structured[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_match_update(m, &stages_level9_structured[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level9_structured[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level9_structured[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_structured[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_structured[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_structured[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_structured[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_structured[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_structured[19], bit);
  KOLMO_MARK(m, 19, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_structured[20], bit);
  KOLMO_MARK(m, 20, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_structured[21], bit);
  KOLMO_MARK(m, 21, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_structured[22], bit);
  KOLMO_MARK(m, 22, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_structured[23], bit);
  KOLMO_MARK(m, 23, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level9_structured[24], bit);
  KOLMO_MARK(m, 24, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level9_structured[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_words_byte(m, &stages_level9_structured[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level9_structured[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_lines_byte(m, &stages_level9_structured[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_brackets_byte(m, &stages_level9_structured[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level9_structured[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level9_structured[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_fields_byte(m, &stages_level9_structured[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_scopes_byte(m, &stages_level9_structured[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_outline_byte(m, &stages_level9_structured[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level9_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level9_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_structured[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_structured[16]);
    KOLMO_MARK(m, 16, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level9_structured[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
    kolmo_match_nibble(m, &stages_level9_structured[11]);
    KOLMO_MARK(m, 11, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level9_structured[12]);
    KOLMO_MARK(m, 12, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level9_structured[13]);
    KOLMO_MARK(m, 13, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_structured[14]);
    KOLMO_MARK(m, 14, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_structured[15]);
    KOLMO_MARK(m, 15, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_structured[16]);
    KOLMO_MARK(m, 16, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level9_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_match_predict(m, &stages_level9_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level9_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level9_structured[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_structured[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_structured[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_structured[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_structured[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level9_structured[24]);
  KOLMO_MARK(m, 24, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level9_structured[25]);
  KOLMO_MARK(m, 25, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level9_structured[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_match_foresee(m, &stages_level9_structured[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level9_structured[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_structured[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_structured[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_structured[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_structured[20]);
  KOLMO_MARK(m, 20, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_structured[21]);
  KOLMO_MARK(m, 21, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_structured[22]);
  KOLMO_MARK(m, 22, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_structured[23]);
  KOLMO_MARK(m, 23, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level9_structured(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level5_machine[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff00u},
  {1, 0, 32, 0xff0000u},
  {5, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {14, 0, 32, 0xffffu},
  {11, 0, 32, 0x7fffu},
  {13, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {18, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffffffu},
  {20, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {7, 0, 16, 0xffffu},
  {11, 0, 15, 0x7fffu},
  {11, 0, 6, 0x3fu},
  {0, 0, 8, 0xffu},
  {11, 0, 6, 0x3fu},
  {13, 0, 8, 0xffu},
  {13, 0, 16, 0xffffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {21, 0, 8, 0xffu},
  {20, 0, 4, 0xfu},
};

static const kolmo_list lists_level5_machine[] = {
  {fields_level5_machine + 0, 1, 0},
  {fields_level5_machine + 1, 1, 0},
  {fields_level5_machine + 2, 1, 0},
  {fields_level5_machine + 3, 1, 0},
  {fields_level5_machine + 4, 2, 0},
  {fields_level5_machine + 6, 1, 0},
  {fields_level5_machine + 7, 1, 0},
  {fields_level5_machine + 8, 1, 0},
  {fields_level5_machine + 9, 1, 0},
  {fields_level5_machine + 10, 2, 0},
  {fields_level5_machine + 12, 2, 0},
  {fields_level5_machine + 14, 2, 0},
  {fields_level5_machine + 16, 2, 0},
  {fields_level5_machine + 18, 3, 0},
  {fields_level5_machine + 21, 3, 0},
  {fields_level5_machine + 24, 4, 0},
  {fields_level5_machine + 28, 2, 0},
  {fields_level5_machine + 30, 2, 0},
  {fields_level5_machine + 32, 3, 0},
  {fields_level5_machine + 35, 4, 0},
  {fields_level5_machine + 39, 5, 0},
  {fields_level5_machine + 44, 3, 0},
  {fields_level5_machine + 47, 3, 0},
  {fields_level5_machine + 50, 3, 0},
  {fields_level5_machine + 53, 2, 0},
  {fields_level5_machine + 55, 2, 0},
  {fields_level5_machine + 16, 2, 0},
  {fields_level5_machine + 55, 2, 0},
  {fields_level5_machine + 6, 1, 0},
  {fields_level5_machine + 1, 1, 0},
  {fields_level5_machine + 30, 2, 0},
  {fields_level5_machine + 0, 1, 0},
  {fields_level5_machine + 1, 1, 0},
  {fields_level5_machine + 2, 1, 0},
  {fields_level5_machine + 30, 2, 0},
  {fields_level5_machine + 16, 2, 0},
  {fields_level5_machine + 32, 3, 0},
  {fields_level5_machine + 35, 4, 0},
  {fields_level5_machine + 39, 5, 0},
  {fields_level5_machine + 44, 3, 0},
  {fields_level5_machine + 47, 3, 0},
  {fields_level5_machine + 53, 2, 0},
  {fields_level5_machine + 50, 3, 0},
  {fields_level5_machine + 57, 2, 12},
  {fields_level5_machine + 59, 2, 16},
  {fields_level5_machine + 61, 2, 16},
  {fields_level5_machine + 63, 2, 16},
  {fields_level5_machine + 65, 1, 16},
  {fields_level5_machine + 66, 1, 16},
  {fields_level5_machine + 67, 1, 15},
  {fields_level5_machine + 68, 2, 14},
  {fields_level5_machine + 70, 2, 14},
  {fields_level5_machine + 72, 1, 16},
  {fields_level5_machine + 57, 1, 4},
  {fields_level5_machine + 58, 1, 8},
  {fields_level5_machine + 59, 1, 8},
  {fields_level5_machine + 59, 2, 16},
  {fields_level5_machine + 73, 2, 24},
  {fields_level5_machine + 67, 1, 15},
  {fields_level5_machine + 70, 2, 14},
  {fields_level5_machine + 75, 2, 12},
};

static const kolmo_span spans_level5_machine[] = {
  {0, 40},
  {40, 10},
  {50, 3},
  {50, 3},
  {50, 3},
  {50, 3},
  {50, 3},
  {53, 5},
};

static const kolmo_stage stages_level5_machine[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 6, .index = 1, .reg = 5},
  {.op = 7, .index = 2, .reg = 7},
  {.op = 8, .index = 3, .reg = 11},
  {.op = 16, .index = 4, .reg = 20, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 26, .lists = lists_level5_machine + 0, .limit = 1023, .out = 2, .outs = 26},
  {.op = 19, .index = 6, .list_count = 5, .lists = lists_level5_machine + 26, .limit = 1023, .out = 28, .outs = 10},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level5_machine + 31, .reg = 22, .out = 38, .outs = 2, .when = {20, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 8, .inputs = 40, .span_count = 1, .spans = spans_level5_machine + 0, .list_count = 10, .lists = lists_level5_machine + 43, .out = 40, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 9, .inputs = 10, .span_count = 1, .spans = spans_level5_machine + 1, .list_count = 3, .lists = lists_level5_machine + 53, .out = 50, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 10, .inputs = 3, .span_count = 1, .spans = spans_level5_machine + 2, .list_count = 1, .lists = lists_level5_machine + 56, .limit = 1023, .out = 53, .outs = 1},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level5_machine + 3, .list_count = 1, .lists = lists_level5_machine + 57, .limit = 1023, .out = 54, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level5_machine + 4, .list_count = 1, .lists = lists_level5_machine + 58, .limit = 1023, .out = 55, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level5_machine + 5, .list_count = 1, .lists = lists_level5_machine + 59, .limit = 1023, .out = 56, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level5_machine + 6, .list_count = 1, .lists = lists_level5_machine + 60, .limit = 1023, .out = 57, .outs = 1},
  {.op = 63, .index = 15, .inputs = 5, .span_count = 1, .spans = spans_level5_machine + 7},
};

static void anticipate_level5_machine(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level5_machine[0]);
  kolmo_slots_anticipate(m, &stages_level5_machine[5], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_level5_machine[8], 0x1full);
  kolmo_mixer_anticipate(m, &stages_level5_machine[9], 0x1full);
  kolmo_apm_anticipate(m, &stages_level5_machine[10], 0x1full);
  kolmo_apm_anticipate(m, &stages_level5_machine[11], 0x1full);
  kolmo_apm_anticipate(m, &stages_level5_machine[12], 0x1full);
  kolmo_apm_anticipate(m, &stages_level5_machine[13], 0x1full);
  kolmo_apm_anticipate(m, &stages_level5_machine[14], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level5_machine(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level5_machine[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level5_machine[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level5_machine[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level5_machine[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_machine[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_machine[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_machine[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_machine[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_machine[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_machine[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_machine[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level5_machine[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level5_machine[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level5_machine[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level5_machine[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level5_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level5_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level5_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level5_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level5_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level5_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level5_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level5_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level5_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level5_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level5_machine[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level5_machine[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level5_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level5_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level5_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level5_machine(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level6_machine[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff00u},
  {1, 0, 32, 0xff0000u},
  {5, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {14, 0, 32, 0xffffu},
  {11, 0, 32, 0x7fffu},
  {13, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {18, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffffffu},
  {20, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {7, 0, 16, 0xffffu},
  {11, 0, 15, 0x7fffu},
  {11, 0, 6, 0x3fu},
  {0, 0, 8, 0xffu},
  {11, 0, 6, 0x3fu},
  {13, 0, 8, 0xffu},
  {13, 0, 16, 0xffffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {21, 0, 8, 0xffu},
  {20, 0, 4, 0xfu},
};

static const kolmo_list lists_level6_machine[] = {
  {fields_level6_machine + 0, 1, 0},
  {fields_level6_machine + 1, 1, 0},
  {fields_level6_machine + 2, 1, 0},
  {fields_level6_machine + 3, 1, 0},
  {fields_level6_machine + 4, 2, 0},
  {fields_level6_machine + 6, 1, 0},
  {fields_level6_machine + 7, 1, 0},
  {fields_level6_machine + 8, 1, 0},
  {fields_level6_machine + 9, 1, 0},
  {fields_level6_machine + 10, 2, 0},
  {fields_level6_machine + 12, 2, 0},
  {fields_level6_machine + 14, 2, 0},
  {fields_level6_machine + 16, 2, 0},
  {fields_level6_machine + 18, 3, 0},
  {fields_level6_machine + 21, 3, 0},
  {fields_level6_machine + 24, 4, 0},
  {fields_level6_machine + 28, 2, 0},
  {fields_level6_machine + 30, 2, 0},
  {fields_level6_machine + 32, 3, 0},
  {fields_level6_machine + 35, 4, 0},
  {fields_level6_machine + 39, 5, 0},
  {fields_level6_machine + 44, 3, 0},
  {fields_level6_machine + 47, 3, 0},
  {fields_level6_machine + 50, 3, 0},
  {fields_level6_machine + 53, 2, 0},
  {fields_level6_machine + 55, 2, 0},
  {fields_level6_machine + 16, 2, 0},
  {fields_level6_machine + 55, 2, 0},
  {fields_level6_machine + 6, 1, 0},
  {fields_level6_machine + 1, 1, 0},
  {fields_level6_machine + 30, 2, 0},
  {fields_level6_machine + 0, 1, 0},
  {fields_level6_machine + 1, 1, 0},
  {fields_level6_machine + 2, 1, 0},
  {fields_level6_machine + 30, 2, 0},
  {fields_level6_machine + 16, 2, 0},
  {fields_level6_machine + 32, 3, 0},
  {fields_level6_machine + 35, 4, 0},
  {fields_level6_machine + 39, 5, 0},
  {fields_level6_machine + 44, 3, 0},
  {fields_level6_machine + 47, 3, 0},
  {fields_level6_machine + 53, 2, 0},
  {fields_level6_machine + 50, 3, 0},
  {fields_level6_machine + 57, 2, 12},
  {fields_level6_machine + 59, 2, 16},
  {fields_level6_machine + 61, 2, 16},
  {fields_level6_machine + 63, 2, 16},
  {fields_level6_machine + 65, 1, 16},
  {fields_level6_machine + 66, 1, 16},
  {fields_level6_machine + 67, 1, 15},
  {fields_level6_machine + 68, 2, 14},
  {fields_level6_machine + 70, 2, 14},
  {fields_level6_machine + 72, 1, 16},
  {fields_level6_machine + 57, 1, 4},
  {fields_level6_machine + 58, 1, 8},
  {fields_level6_machine + 59, 1, 8},
  {fields_level6_machine + 59, 2, 16},
  {fields_level6_machine + 73, 2, 24},
  {fields_level6_machine + 67, 1, 15},
  {fields_level6_machine + 70, 2, 14},
  {fields_level6_machine + 75, 2, 12},
};

static const kolmo_span spans_level6_machine[] = {
  {0, 40},
  {40, 10},
  {50, 3},
  {50, 3},
  {50, 3},
  {50, 3},
  {50, 3},
  {53, 5},
  {58, 1},
};

static const kolmo_stage stages_level6_machine[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 6, .index = 1, .reg = 5},
  {.op = 7, .index = 2, .reg = 7},
  {.op = 8, .index = 3, .reg = 11},
  {.op = 16, .index = 4, .reg = 20, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 26, .lists = lists_level6_machine + 0, .limit = 1023, .out = 2, .outs = 26},
  {.op = 19, .index = 6, .list_count = 5, .lists = lists_level6_machine + 26, .limit = 1023, .out = 28, .outs = 10},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level6_machine + 31, .reg = 22, .out = 38, .outs = 2, .when = {20, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 8, .inputs = 40, .span_count = 1, .spans = spans_level6_machine + 0, .list_count = 10, .lists = lists_level6_machine + 43, .out = 40, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 9, .inputs = 10, .span_count = 1, .spans = spans_level6_machine + 1, .list_count = 3, .lists = lists_level6_machine + 53, .out = 50, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 10, .inputs = 3, .span_count = 1, .spans = spans_level6_machine + 2, .list_count = 1, .lists = lists_level6_machine + 56, .limit = 1023, .out = 53, .outs = 1},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level6_machine + 3, .list_count = 1, .lists = lists_level6_machine + 57, .limit = 1023, .out = 54, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level6_machine + 4, .list_count = 1, .lists = lists_level6_machine + 58, .limit = 1023, .out = 55, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level6_machine + 5, .list_count = 1, .lists = lists_level6_machine + 59, .limit = 1023, .out = 56, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level6_machine + 6, .list_count = 1, .lists = lists_level6_machine + 60, .limit = 1023, .out = 57, .outs = 1},
  {.op = 34, .index = 15, .inputs = 5, .span_count = 1, .spans = spans_level6_machine + 7, .out = 58, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 16, .inputs = 1, .span_count = 1, .spans = spans_level6_machine + 8},
};

static void anticipate_level6_machine(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level6_machine[0]);
  kolmo_slots_anticipate(m, &stages_level6_machine[5], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_level6_machine[8], 0x1full);
  kolmo_mixer_anticipate(m, &stages_level6_machine[9], 0x1full);
  kolmo_apm_anticipate(m, &stages_level6_machine[10], 0x1full);
  kolmo_apm_anticipate(m, &stages_level6_machine[11], 0x1full);
  kolmo_apm_anticipate(m, &stages_level6_machine[12], 0x1full);
  kolmo_apm_anticipate(m, &stages_level6_machine[13], 0x1full);
  kolmo_apm_anticipate(m, &stages_level6_machine[14], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level6_machine(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level6_machine[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level6_machine[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level6_machine[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level6_machine[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_machine[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_machine[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_machine[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_machine[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_machine[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_machine[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_machine[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level6_machine[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level6_machine[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level6_machine[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level6_machine[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level6_machine[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level6_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level6_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level6_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level6_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level6_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level6_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level6_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level6_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level6_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level6_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level6_machine[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level6_machine[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level6_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level6_machine[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level6_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level6_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level6_machine(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level7_machine[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff00u},
  {1, 0, 32, 0xff0000u},
  {5, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {14, 0, 32, 0xffffu},
  {11, 0, 32, 0x7fffu},
  {13, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {18, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {11, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {20, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {7, 0, 16, 0xffffu},
  {11, 0, 15, 0x7fffu},
  {11, 0, 6, 0x3fu},
  {0, 0, 8, 0xffu},
  {11, 0, 6, 0x3fu},
  {13, 0, 8, 0xffu},
  {13, 0, 16, 0xffffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {21, 0, 8, 0xffu},
  {20, 0, 4, 0xfu},
};

static const kolmo_list lists_level7_machine[] = {
  {fields_level7_machine + 0, 1, 0},
  {fields_level7_machine + 1, 1, 0},
  {fields_level7_machine + 2, 1, 0},
  {fields_level7_machine + 3, 1, 0},
  {fields_level7_machine + 4, 2, 0},
  {fields_level7_machine + 6, 1, 0},
  {fields_level7_machine + 7, 1, 0},
  {fields_level7_machine + 8, 1, 0},
  {fields_level7_machine + 9, 1, 0},
  {fields_level7_machine + 10, 2, 0},
  {fields_level7_machine + 12, 2, 0},
  {fields_level7_machine + 14, 2, 0},
  {fields_level7_machine + 16, 2, 0},
  {fields_level7_machine + 18, 3, 0},
  {fields_level7_machine + 21, 3, 0},
  {fields_level7_machine + 24, 4, 0},
  {fields_level7_machine + 28, 2, 0},
  {fields_level7_machine + 30, 2, 0},
  {fields_level7_machine + 32, 3, 0},
  {fields_level7_machine + 35, 4, 0},
  {fields_level7_machine + 39, 5, 0},
  {fields_level7_machine + 44, 3, 0},
  {fields_level7_machine + 47, 3, 0},
  {fields_level7_machine + 50, 3, 0},
  {fields_level7_machine + 53, 2, 0},
  {fields_level7_machine + 55, 2, 0},
  {fields_level7_machine + 57, 1, 0},
  {fields_level7_machine + 58, 1, 0},
  {fields_level7_machine + 59, 1, 0},
  {fields_level7_machine + 60, 2, 0},
  {fields_level7_machine + 16, 2, 0},
  {fields_level7_machine + 55, 2, 0},
  {fields_level7_machine + 6, 1, 0},
  {fields_level7_machine + 1, 1, 0},
  {fields_level7_machine + 30, 2, 0},
  {fields_level7_machine + 0, 1, 0},
  {fields_level7_machine + 8, 1, 0},
  {fields_level7_machine + 0, 1, 0},
  {fields_level7_machine + 1, 1, 0},
  {fields_level7_machine + 2, 1, 0},
  {fields_level7_machine + 30, 2, 0},
  {fields_level7_machine + 16, 2, 0},
  {fields_level7_machine + 32, 3, 0},
  {fields_level7_machine + 35, 4, 0},
  {fields_level7_machine + 39, 5, 0},
  {fields_level7_machine + 44, 3, 0},
  {fields_level7_machine + 47, 3, 0},
  {fields_level7_machine + 53, 2, 0},
  {fields_level7_machine + 50, 3, 0},
  {fields_level7_machine + 62, 2, 12},
  {fields_level7_machine + 64, 2, 16},
  {fields_level7_machine + 66, 2, 16},
  {fields_level7_machine + 68, 2, 16},
  {fields_level7_machine + 70, 1, 16},
  {fields_level7_machine + 71, 1, 16},
  {fields_level7_machine + 72, 1, 15},
  {fields_level7_machine + 73, 2, 14},
  {fields_level7_machine + 75, 2, 14},
  {fields_level7_machine + 77, 1, 16},
  {fields_level7_machine + 62, 1, 4},
  {fields_level7_machine + 63, 1, 8},
  {fields_level7_machine + 64, 1, 8},
  {fields_level7_machine + 64, 2, 16},
  {fields_level7_machine + 78, 2, 24},
  {fields_level7_machine + 72, 1, 15},
  {fields_level7_machine + 75, 2, 14},
  {fields_level7_machine + 80, 2, 12},
};

static const kolmo_span spans_level7_machine[] = {
  {0, 48},
  {48, 10},
  {58, 3},
  {58, 3},
  {58, 3},
  {58, 3},
  {58, 3},
  {61, 5},
  {66, 1},
};

static const kolmo_stage stages_level7_machine[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 6, .index = 1, .reg = 5},
  {.op = 7, .index = 2, .reg = 7},
  {.op = 8, .index = 3, .reg = 11},
  {.op = 16, .index = 4, .reg = 20, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 30, .lists = lists_level7_machine + 0, .limit = 1023, .out = 2, .outs = 30},
  {.op = 19, .index = 6, .list_count = 7, .lists = lists_level7_machine + 30, .limit = 1023, .out = 32, .outs = 14},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level7_machine + 37, .reg = 22, .out = 46, .outs = 2, .when = {20, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 8, .inputs = 48, .span_count = 1, .spans = spans_level7_machine + 0, .list_count = 10, .lists = lists_level7_machine + 49, .out = 48, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 9, .inputs = 10, .span_count = 1, .spans = spans_level7_machine + 1, .list_count = 3, .lists = lists_level7_machine + 59, .out = 58, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 10, .inputs = 3, .span_count = 1, .spans = spans_level7_machine + 2, .list_count = 1, .lists = lists_level7_machine + 62, .limit = 1023, .out = 61, .outs = 1},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level7_machine + 3, .list_count = 1, .lists = lists_level7_machine + 63, .limit = 1023, .out = 62, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level7_machine + 4, .list_count = 1, .lists = lists_level7_machine + 64, .limit = 1023, .out = 63, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level7_machine + 5, .list_count = 1, .lists = lists_level7_machine + 65, .limit = 1023, .out = 64, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level7_machine + 6, .list_count = 1, .lists = lists_level7_machine + 66, .limit = 1023, .out = 65, .outs = 1},
  {.op = 34, .index = 15, .inputs = 5, .span_count = 1, .spans = spans_level7_machine + 7, .out = 66, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 16, .inputs = 1, .span_count = 1, .spans = spans_level7_machine + 8},
};

static void anticipate_level7_machine(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level7_machine[0]);
  kolmo_slots_anticipate(m, &stages_level7_machine[5], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_level7_machine[8], 0x1full);
  kolmo_mixer_anticipate(m, &stages_level7_machine[9], 0x1full);
  kolmo_apm_anticipate(m, &stages_level7_machine[10], 0x1full);
  kolmo_apm_anticipate(m, &stages_level7_machine[11], 0x1full);
  kolmo_apm_anticipate(m, &stages_level7_machine[12], 0x1full);
  kolmo_apm_anticipate(m, &stages_level7_machine[13], 0x1full);
  kolmo_apm_anticipate(m, &stages_level7_machine[14], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level7_machine(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level7_machine[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level7_machine[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level7_machine[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level7_machine[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_machine[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_machine[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_machine[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_machine[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_machine[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_machine[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_machine[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level7_machine[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level7_machine[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level7_machine[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level7_machine[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level7_machine[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level7_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level7_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level7_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level7_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level7_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level7_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level7_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level7_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level7_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level7_machine[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level7_machine[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level7_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level7_machine[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level7_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level7_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level7_machine(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level8_machine[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff00u},
  {1, 0, 32, 0xff0000u},
  {5, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {14, 0, 32, 0xffffu},
  {11, 0, 32, 0x7fffu},
  {13, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {18, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {11, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {20, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {7, 0, 16, 0xffffu},
  {11, 0, 15, 0x7fffu},
  {11, 0, 6, 0x3fu},
  {0, 0, 8, 0xffu},
  {11, 0, 6, 0x3fu},
  {13, 0, 8, 0xffu},
  {13, 0, 16, 0xffffu},
  {23, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {21, 0, 8, 0xffu},
  {20, 0, 4, 0xfu},
};

static const kolmo_list lists_level8_machine[] = {
  {fields_level8_machine + 0, 1, 0},
  {fields_level8_machine + 1, 1, 0},
  {fields_level8_machine + 2, 1, 0},
  {fields_level8_machine + 3, 1, 0},
  {fields_level8_machine + 4, 2, 0},
  {fields_level8_machine + 6, 1, 0},
  {fields_level8_machine + 7, 1, 0},
  {fields_level8_machine + 8, 1, 0},
  {fields_level8_machine + 9, 1, 0},
  {fields_level8_machine + 10, 2, 0},
  {fields_level8_machine + 12, 2, 0},
  {fields_level8_machine + 14, 2, 0},
  {fields_level8_machine + 16, 2, 0},
  {fields_level8_machine + 18, 3, 0},
  {fields_level8_machine + 21, 3, 0},
  {fields_level8_machine + 24, 4, 0},
  {fields_level8_machine + 28, 2, 0},
  {fields_level8_machine + 30, 2, 0},
  {fields_level8_machine + 32, 3, 0},
  {fields_level8_machine + 35, 4, 0},
  {fields_level8_machine + 39, 5, 0},
  {fields_level8_machine + 44, 3, 0},
  {fields_level8_machine + 47, 3, 0},
  {fields_level8_machine + 50, 3, 0},
  {fields_level8_machine + 53, 2, 0},
  {fields_level8_machine + 55, 2, 0},
  {fields_level8_machine + 57, 1, 0},
  {fields_level8_machine + 58, 1, 0},
  {fields_level8_machine + 59, 1, 0},
  {fields_level8_machine + 60, 2, 0},
  {fields_level8_machine + 16, 2, 0},
  {fields_level8_machine + 55, 2, 0},
  {fields_level8_machine + 6, 1, 0},
  {fields_level8_machine + 1, 1, 0},
  {fields_level8_machine + 30, 2, 0},
  {fields_level8_machine + 0, 1, 0},
  {fields_level8_machine + 8, 1, 0},
  {fields_level8_machine + 0, 1, 0},
  {fields_level8_machine + 1, 1, 0},
  {fields_level8_machine + 2, 1, 0},
  {fields_level8_machine + 30, 2, 0},
  {fields_level8_machine + 16, 2, 0},
  {fields_level8_machine + 32, 3, 0},
  {fields_level8_machine + 35, 4, 0},
  {fields_level8_machine + 39, 5, 0},
  {fields_level8_machine + 44, 3, 0},
  {fields_level8_machine + 47, 3, 0},
  {fields_level8_machine + 53, 2, 0},
  {fields_level8_machine + 50, 3, 0},
  {fields_level8_machine + 0, 1, 0},
  {fields_level8_machine + 32, 3, 0},
  {fields_level8_machine + 47, 3, 0},
  {fields_level8_machine + 53, 2, 0},
  {fields_level8_machine + 1, 1, 0},
  {fields_level8_machine + 16, 2, 0},
  {fields_level8_machine + 39, 5, 0},
  {fields_level8_machine + 50, 3, 0},
  {fields_level8_machine + 2, 1, 0},
  {fields_level8_machine + 30, 2, 0},
  {fields_level8_machine + 35, 4, 0},
  {fields_level8_machine + 44, 3, 0},
  {fields_level8_machine + 62, 2, 12},
  {fields_level8_machine + 64, 2, 16},
  {fields_level8_machine + 66, 2, 16},
  {fields_level8_machine + 68, 2, 16},
  {fields_level8_machine + 70, 1, 16},
  {fields_level8_machine + 71, 1, 16},
  {fields_level8_machine + 72, 1, 15},
  {fields_level8_machine + 73, 2, 14},
  {fields_level8_machine + 75, 2, 14},
  {fields_level8_machine + 77, 1, 16},
  {fields_level8_machine + 62, 1, 4},
  {fields_level8_machine + 63, 1, 8},
  {fields_level8_machine + 64, 1, 8},
  {fields_level8_machine + 78, 1, 4},
  {fields_level8_machine + 64, 2, 16},
  {fields_level8_machine + 79, 2, 24},
  {fields_level8_machine + 72, 1, 15},
  {fields_level8_machine + 75, 2, 14},
  {fields_level8_machine + 81, 2, 12},
};

static const kolmo_span spans_level8_machine[] = {
  {0, 50},
  {50, 10},
  {46, 4},
  {60, 4},
  {60, 4},
  {60, 4},
  {60, 4},
  {60, 4},
  {64, 5},
  {69, 1},
};

static const kolmo_stage stages_level8_machine[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 6, .index = 1, .reg = 5},
  {.op = 7, .index = 2, .reg = 7},
  {.op = 8, .index = 3, .reg = 11},
  {.op = 16, .index = 4, .reg = 20, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 30, .lists = lists_level8_machine + 0, .limit = 1023, .out = 2, .outs = 30},
  {.op = 19, .index = 6, .list_count = 7, .lists = lists_level8_machine + 30, .limit = 1023, .out = 32, .outs = 14},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level8_machine + 37, .reg = 22, .out = 46, .outs = 2},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level8_machine + 49, .reg = 24, .out = 48, .outs = 2},
  {.op = 32, .index = 9, .inputs = 50, .span_count = 1, .spans = spans_level8_machine + 0, .list_count = 10, .lists = lists_level8_machine + 61, .out = 50, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 10, .inputs = 14, .span_count = 2, .spans = spans_level8_machine + 1, .list_count = 4, .lists = lists_level8_machine + 71, .out = 60, .outs = 4,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 11, .inputs = 4, .span_count = 1, .spans = spans_level8_machine + 3, .list_count = 1, .lists = lists_level8_machine + 75, .limit = 1023, .out = 64, .outs = 1},
  {.op = 33, .index = 12, .inputs = 4, .span_count = 1, .spans = spans_level8_machine + 4, .list_count = 1, .lists = lists_level8_machine + 76, .limit = 1023, .out = 65, .outs = 1},
  {.op = 33, .index = 13, .inputs = 4, .span_count = 1, .spans = spans_level8_machine + 5, .list_count = 1, .lists = lists_level8_machine + 77, .limit = 1023, .out = 66, .outs = 1},
  {.op = 33, .index = 14, .inputs = 4, .span_count = 1, .spans = spans_level8_machine + 6, .list_count = 1, .lists = lists_level8_machine + 78, .limit = 1023, .out = 67, .outs = 1},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_level8_machine + 7, .list_count = 1, .lists = lists_level8_machine + 79, .limit = 1023, .out = 68, .outs = 1},
  {.op = 34, .index = 16, .inputs = 5, .span_count = 1, .spans = spans_level8_machine + 8, .out = 69, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 17, .inputs = 1, .span_count = 1, .spans = spans_level8_machine + 9},
};

static void anticipate_level8_machine(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level8_machine[0]);
  kolmo_slots_anticipate(m, &stages_level8_machine[5], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_level8_machine[9], 0x1full);
  kolmo_mixer_anticipate(m, &stages_level8_machine[10], 0x1full);
  kolmo_apm_anticipate(m, &stages_level8_machine[11], 0x1full);
  kolmo_apm_anticipate(m, &stages_level8_machine[12], 0x1full);
  kolmo_apm_anticipate(m, &stages_level8_machine[13], 0x1full);
  kolmo_apm_anticipate(m, &stages_level8_machine[14], 0x1full);
  kolmo_apm_anticipate(m, &stages_level8_machine[15], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level8_machine(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level8_machine[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level8_machine[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level8_machine[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_machine[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_machine[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_machine[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_machine[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_machine[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_machine[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_machine[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_machine[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_machine[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level8_machine[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level8_machine[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level8_machine[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level8_machine[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level8_machine[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level8_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level8_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_machine[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level8_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level8_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level8_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_machine[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level8_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level8_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level8_machine[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_machine[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level8_machine[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level8_machine[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level8_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level8_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level8_machine(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level9_machine[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff00u},
  {1, 0, 32, 0xff0000u},
  {5, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {14, 0, 32, 0xffffu},
  {11, 0, 32, 0x7fffu},
  {13, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {1, 0, 32, 0xffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {15, 0, 32, 0xffffffffu},
  {16, 0, 32, 0xffffffffu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {16, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {17, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {18, 0, 32, 0xffffffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffu},
  {11, 0, 32, 0x3fu},
  {19, 0, 32, 0xffffffffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {11, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {20, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {7, 0, 16, 0xffffu},
  {11, 0, 15, 0x7fffu},
  {11, 0, 6, 0x3fu},
  {0, 0, 8, 0xffu},
  {11, 0, 6, 0x3fu},
  {13, 0, 8, 0xffu},
  {13, 0, 16, 0xffffu},
  {23, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {21, 0, 8, 0xffu},
  {20, 0, 4, 0xfu},
};

static const kolmo_list lists_level9_machine[] = {
  {fields_level9_machine + 0, 1, 0},
  {fields_level9_machine + 1, 1, 0},
  {fields_level9_machine + 2, 1, 0},
  {fields_level9_machine + 3, 1, 0},
  {fields_level9_machine + 4, 2, 0},
  {fields_level9_machine + 6, 1, 0},
  {fields_level9_machine + 7, 1, 0},
  {fields_level9_machine + 8, 1, 0},
  {fields_level9_machine + 9, 1, 0},
  {fields_level9_machine + 10, 2, 0},
  {fields_level9_machine + 12, 2, 0},
  {fields_level9_machine + 14, 2, 0},
  {fields_level9_machine + 16, 2, 0},
  {fields_level9_machine + 18, 3, 0},
  {fields_level9_machine + 21, 3, 0},
  {fields_level9_machine + 24, 4, 0},
  {fields_level9_machine + 28, 2, 0},
  {fields_level9_machine + 30, 2, 0},
  {fields_level9_machine + 32, 3, 0},
  {fields_level9_machine + 35, 4, 0},
  {fields_level9_machine + 39, 5, 0},
  {fields_level9_machine + 44, 3, 0},
  {fields_level9_machine + 47, 3, 0},
  {fields_level9_machine + 50, 3, 0},
  {fields_level9_machine + 53, 2, 0},
  {fields_level9_machine + 55, 2, 0},
  {fields_level9_machine + 57, 1, 0},
  {fields_level9_machine + 58, 1, 0},
  {fields_level9_machine + 59, 1, 0},
  {fields_level9_machine + 60, 2, 0},
  {fields_level9_machine + 16, 2, 0},
  {fields_level9_machine + 55, 2, 0},
  {fields_level9_machine + 6, 1, 0},
  {fields_level9_machine + 1, 1, 0},
  {fields_level9_machine + 30, 2, 0},
  {fields_level9_machine + 0, 1, 0},
  {fields_level9_machine + 8, 1, 0},
  {fields_level9_machine + 0, 1, 0},
  {fields_level9_machine + 1, 1, 0},
  {fields_level9_machine + 2, 1, 0},
  {fields_level9_machine + 30, 2, 0},
  {fields_level9_machine + 16, 2, 0},
  {fields_level9_machine + 32, 3, 0},
  {fields_level9_machine + 35, 4, 0},
  {fields_level9_machine + 39, 5, 0},
  {fields_level9_machine + 44, 3, 0},
  {fields_level9_machine + 47, 3, 0},
  {fields_level9_machine + 53, 2, 0},
  {fields_level9_machine + 50, 3, 0},
  {fields_level9_machine + 0, 1, 0},
  {fields_level9_machine + 32, 3, 0},
  {fields_level9_machine + 47, 3, 0},
  {fields_level9_machine + 53, 2, 0},
  {fields_level9_machine + 1, 1, 0},
  {fields_level9_machine + 16, 2, 0},
  {fields_level9_machine + 39, 5, 0},
  {fields_level9_machine + 50, 3, 0},
  {fields_level9_machine + 2, 1, 0},
  {fields_level9_machine + 30, 2, 0},
  {fields_level9_machine + 35, 4, 0},
  {fields_level9_machine + 44, 3, 0},
  {fields_level9_machine + 0, 1, 0},
  {fields_level9_machine + 1, 1, 0},
  {fields_level9_machine + 2, 1, 0},
  {fields_level9_machine + 30, 2, 0},
  {fields_level9_machine + 16, 2, 0},
  {fields_level9_machine + 32, 3, 0},
  {fields_level9_machine + 35, 4, 0},
  {fields_level9_machine + 39, 5, 0},
  {fields_level9_machine + 44, 3, 0},
  {fields_level9_machine + 47, 3, 0},
  {fields_level9_machine + 53, 2, 0},
  {fields_level9_machine + 50, 3, 0},
  {fields_level9_machine + 62, 2, 12},
  {fields_level9_machine + 64, 2, 16},
  {fields_level9_machine + 66, 2, 16},
  {fields_level9_machine + 68, 2, 16},
  {fields_level9_machine + 70, 1, 16},
  {fields_level9_machine + 71, 1, 16},
  {fields_level9_machine + 72, 1, 15},
  {fields_level9_machine + 73, 2, 14},
  {fields_level9_machine + 75, 2, 14},
  {fields_level9_machine + 77, 1, 16},
  {fields_level9_machine + 62, 1, 4},
  {fields_level9_machine + 63, 1, 8},
  {fields_level9_machine + 64, 1, 8},
  {fields_level9_machine + 78, 1, 4},
  {fields_level9_machine + 64, 2, 16},
  {fields_level9_machine + 79, 2, 24},
  {fields_level9_machine + 72, 1, 15},
  {fields_level9_machine + 75, 2, 14},
  {fields_level9_machine + 81, 2, 12},
};

static const kolmo_span spans_level9_machine[] = {
  {0, 52},
  {52, 10},
  {46, 6},
  {62, 4},
  {62, 4},
  {62, 4},
  {62, 4},
  {62, 4},
  {66, 5},
  {71, 1},
};

static const kolmo_stage stages_level9_machine[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 6, .index = 1, .reg = 5},
  {.op = 7, .index = 2, .reg = 7},
  {.op = 8, .index = 3, .reg = 11},
  {.op = 16, .index = 4, .reg = 20, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 5, .list_count = 30, .lists = lists_level9_machine + 0, .limit = 1023, .out = 2, .outs = 30},
  {.op = 19, .index = 6, .list_count = 7, .lists = lists_level9_machine + 30, .limit = 1023, .out = 32, .outs = 14},
  {.op = 18, .index = 7, .list_count = 12, .lists = lists_level9_machine + 37, .reg = 22, .out = 46, .outs = 2},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level9_machine + 49, .reg = 24, .out = 48, .outs = 2},
  {.op = 18, .index = 9, .list_count = 12, .lists = lists_level9_machine + 61, .reg = 26, .out = 50, .outs = 2},
  {.op = 32, .index = 10, .inputs = 52, .span_count = 1, .spans = spans_level9_machine + 0, .list_count = 10, .lists = lists_level9_machine + 73, .out = 52, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 11, .inputs = 16, .span_count = 2, .spans = spans_level9_machine + 1, .list_count = 4, .lists = lists_level9_machine + 83, .out = 62, .outs = 4,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 12, .inputs = 4, .span_count = 1, .spans = spans_level9_machine + 3, .list_count = 1, .lists = lists_level9_machine + 87, .limit = 1023, .out = 66, .outs = 1},
  {.op = 33, .index = 13, .inputs = 4, .span_count = 1, .spans = spans_level9_machine + 4, .list_count = 1, .lists = lists_level9_machine + 88, .limit = 1023, .out = 67, .outs = 1},
  {.op = 33, .index = 14, .inputs = 4, .span_count = 1, .spans = spans_level9_machine + 5, .list_count = 1, .lists = lists_level9_machine + 89, .limit = 1023, .out = 68, .outs = 1},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_level9_machine + 6, .list_count = 1, .lists = lists_level9_machine + 90, .limit = 1023, .out = 69, .outs = 1},
  {.op = 33, .index = 16, .inputs = 4, .span_count = 1, .spans = spans_level9_machine + 7, .list_count = 1, .lists = lists_level9_machine + 91, .limit = 1023, .out = 70, .outs = 1},
  {.op = 34, .index = 17, .inputs = 5, .span_count = 1, .spans = spans_level9_machine + 8, .out = 71, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 18, .inputs = 1, .span_count = 1, .spans = spans_level9_machine + 9},
};

static void anticipate_level9_machine(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level9_machine[0]);
  kolmo_slots_anticipate(m, &stages_level9_machine[5], 0x1eull);
  kolmo_mixer_anticipate(m, &stages_level9_machine[10], 0x1full);
  kolmo_mixer_anticipate(m, &stages_level9_machine[11], 0x1full);
  kolmo_apm_anticipate(m, &stages_level9_machine[12], 0x1full);
  kolmo_apm_anticipate(m, &stages_level9_machine[13], 0x1full);
  kolmo_apm_anticipate(m, &stages_level9_machine[14], 0x1full);
  kolmo_apm_anticipate(m, &stages_level9_machine[15], 0x1full);
  kolmo_apm_anticipate(m, &stages_level9_machine[16], 0x1full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level9_machine(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level9_machine[4], bit);
  KOLMO_MARK(m, 4, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level9_machine[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level9_machine[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_machine[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_machine[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_machine[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_machine[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_machine[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_machine[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_machine[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_machine[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_machine[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_machine[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level9_machine[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level9_machine[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level9_machine[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level9_machine[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level9_machine[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level9_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level9_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_machine[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_machine[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level9_machine[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level9_machine[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level9_machine[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_machine[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_machine[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_machine[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level9_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level9_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level9_machine[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_machine[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_machine[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_machine[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_machine[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level9_machine[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level9_machine[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level9_machine[4]);
  KOLMO_MARK(m, 4, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level9_machine[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_machine[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_machine[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_machine[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_machine[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_machine[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_machine[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_machine[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level9_machine(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level5_binary[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {6, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {9, 0, 32, 0xff0000ffu},
  {8, 0, 32, 0xffffu},
  {9, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xff00ffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffffffu},
  {10, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff00u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff0000u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {5, 0, 24, 0xffffffu},
  {8, 0, 16, 0xffffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {10, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 15, 0x7fffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {5, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {21, 0, 4, 0xfu},
};

static const kolmo_list lists_level5_binary[] = {
  {fields_level5_binary + 0, 1, 0},
  {fields_level5_binary + 1, 1, 0},
  {fields_level5_binary + 2, 1, 0},
  {fields_level5_binary + 3, 1, 0},
  {fields_level5_binary + 4, 2, 0},
  {fields_level5_binary + 6, 2, 0},
  {fields_level5_binary + 8, 2, 0},
  {fields_level5_binary + 10, 1, 0},
  {fields_level5_binary + 11, 1, 0},
  {fields_level5_binary + 12, 2, 0},
  {fields_level5_binary + 14, 2, 0},
  {fields_level5_binary + 16, 3, 0},
  {fields_level5_binary + 19, 2, 0},
  {fields_level5_binary + 21, 1, 0},
  {fields_level5_binary + 22, 1, 0},
  {fields_level5_binary + 23, 2, 0},
  {fields_level5_binary + 25, 2, 0},
  {fields_level5_binary + 27, 2, 0},
  {fields_level5_binary + 29, 2, 0},
  {fields_level5_binary + 31, 2, 0},
  {fields_level5_binary + 33, 1, 0},
  {fields_level5_binary + 34, 2, 0},
  {fields_level5_binary + 36, 2, 0},
  {fields_level5_binary + 38, 2, 0},
  {fields_level5_binary + 40, 2, 0},
  {fields_level5_binary + 42, 2, 0},
  {fields_level5_binary + 44, 1, 0},
  {fields_level5_binary + 45, 2, 0},
  {fields_level5_binary + 47, 3, 0},
  {fields_level5_binary + 50, 3, 0},
  {fields_level5_binary + 53, 3, 0},
  {fields_level5_binary + 56, 2, 0},
  {fields_level5_binary + 0, 1, 0},
  {fields_level5_binary + 1, 1, 0},
  {fields_level5_binary + 10, 1, 0},
  {fields_level5_binary + 45, 2, 0},
  {fields_level5_binary + 0, 1, 0},
  {fields_level5_binary + 1, 1, 0},
  {fields_level5_binary + 2, 1, 0},
  {fields_level5_binary + 3, 1, 0},
  {fields_level5_binary + 6, 2, 0},
  {fields_level5_binary + 16, 3, 0},
  {fields_level5_binary + 25, 2, 0},
  {fields_level5_binary + 31, 2, 0},
  {fields_level5_binary + 45, 2, 0},
  {fields_level5_binary + 47, 3, 0},
  {fields_level5_binary + 50, 3, 0},
  {fields_level5_binary + 56, 2, 0},
  {fields_level5_binary + 58, 2, 12},
  {fields_level5_binary + 60, 2, 16},
  {fields_level5_binary + 62, 2, 16},
  {fields_level5_binary + 64, 2, 16},
  {fields_level5_binary + 66, 1, 16},
  {fields_level5_binary + 67, 1, 24},
  {fields_level5_binary + 68, 1, 16},
  {fields_level5_binary + 69, 2, 16},
  {fields_level5_binary + 71, 2, 16},
  {fields_level5_binary + 73, 1, 15},
  {fields_level5_binary + 58, 1, 4},
  {fields_level5_binary + 59, 1, 8},
  {fields_level5_binary + 60, 1, 8},
  {fields_level5_binary + 60, 2, 16},
  {fields_level5_binary + 74, 2, 24},
  {fields_level5_binary + 76, 2, 20},
  {fields_level5_binary + 69, 2, 16},
  {fields_level5_binary + 78, 2, 12},
};

static const kolmo_span spans_level5_binary[] = {
  {0, 44},
  {44, 10},
  {54, 3},
  {54, 3},
  {54, 3},
  {54, 3},
  {54, 3},
  {57, 5},
};

static const kolmo_stage stages_level5_binary[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 3, .index = 1, .reg = 5},
  {.op = 6, .index = 2, .reg = 6},
  {.op = 7, .index = 3, .reg = 8},
  {.op = 8, .index = 4, .reg = 12},
  {.op = 16, .index = 5, .reg = 21, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 32, .lists = lists_level5_binary + 0, .limit = 1023, .out = 2, .outs = 32},
  {.op = 19, .index = 7, .list_count = 4, .lists = lists_level5_binary + 32, .limit = 1023, .out = 34, .outs = 8},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level5_binary + 36, .reg = 23, .out = 42, .outs = 2, .when = {21, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 9, .inputs = 44, .span_count = 1, .spans = spans_level5_binary + 0, .list_count = 10, .lists = lists_level5_binary + 48, .out = 44, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 10, .inputs = 10, .span_count = 1, .spans = spans_level5_binary + 1, .list_count = 3, .lists = lists_level5_binary + 58, .out = 54, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level5_binary + 2, .list_count = 1, .lists = lists_level5_binary + 61, .limit = 1023, .out = 57, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level5_binary + 3, .list_count = 1, .lists = lists_level5_binary + 62, .limit = 1023, .out = 58, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level5_binary + 4, .list_count = 1, .lists = lists_level5_binary + 63, .limit = 1023, .out = 59, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level5_binary + 5, .list_count = 1, .lists = lists_level5_binary + 64, .limit = 1023, .out = 60, .outs = 1},
  {.op = 33, .index = 15, .inputs = 3, .span_count = 1, .spans = spans_level5_binary + 6, .list_count = 1, .lists = lists_level5_binary + 65, .limit = 1023, .out = 61, .outs = 1},
  {.op = 63, .index = 16, .inputs = 5, .span_count = 1, .spans = spans_level5_binary + 7},
};

static void anticipate_level5_binary(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level5_binary[0]);
  kolmo_classes_byte(m, &stages_level5_binary[1]);
  kolmo_slots_anticipate(m, &stages_level5_binary[6], 0x3eull);
  kolmo_mixer_anticipate(m, &stages_level5_binary[9], 0x3full);
  kolmo_mixer_anticipate(m, &stages_level5_binary[10], 0x3full);
  kolmo_apm_anticipate(m, &stages_level5_binary[11], 0x3full);
  kolmo_apm_anticipate(m, &stages_level5_binary[12], 0x3full);
  kolmo_apm_anticipate(m, &stages_level5_binary[13], 0x3full);
  kolmo_apm_anticipate(m, &stages_level5_binary[14], 0x3full);
  kolmo_apm_anticipate(m, &stages_level5_binary[15], 0x3full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level5_binary(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level5_binary[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level5_binary[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level5_binary[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level5_binary[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_binary[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level5_binary[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_binary[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_binary[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_binary[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_binary[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level5_binary[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level5_binary[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level5_binary[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level5_binary[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level5_binary[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level5_binary[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level5_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level5_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level5_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level5_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level5_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level5_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level5_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level5_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level5_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level5_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level5_binary[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level5_binary[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level5_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level5_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level5_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level5_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level5_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level5_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level5_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level5_binary(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level6_binary[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {6, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {9, 0, 32, 0xff0000ffu},
  {8, 0, 32, 0xffffu},
  {9, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xff00ffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffffffu},
  {10, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff00u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff0000u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {21, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {5, 0, 24, 0xffffffu},
  {8, 0, 16, 0xffffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {10, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 15, 0x7fffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {5, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {21, 0, 4, 0xfu},
};

static const kolmo_list lists_level6_binary[] = {
  {fields_level6_binary + 0, 1, 0},
  {fields_level6_binary + 1, 1, 0},
  {fields_level6_binary + 2, 1, 0},
  {fields_level6_binary + 3, 1, 0},
  {fields_level6_binary + 4, 2, 0},
  {fields_level6_binary + 6, 2, 0},
  {fields_level6_binary + 8, 2, 0},
  {fields_level6_binary + 10, 1, 0},
  {fields_level6_binary + 11, 1, 0},
  {fields_level6_binary + 12, 2, 0},
  {fields_level6_binary + 14, 2, 0},
  {fields_level6_binary + 16, 3, 0},
  {fields_level6_binary + 19, 2, 0},
  {fields_level6_binary + 21, 1, 0},
  {fields_level6_binary + 22, 1, 0},
  {fields_level6_binary + 23, 2, 0},
  {fields_level6_binary + 25, 2, 0},
  {fields_level6_binary + 27, 2, 0},
  {fields_level6_binary + 29, 2, 0},
  {fields_level6_binary + 31, 2, 0},
  {fields_level6_binary + 33, 1, 0},
  {fields_level6_binary + 34, 2, 0},
  {fields_level6_binary + 36, 2, 0},
  {fields_level6_binary + 38, 2, 0},
  {fields_level6_binary + 40, 2, 0},
  {fields_level6_binary + 42, 2, 0},
  {fields_level6_binary + 44, 1, 0},
  {fields_level6_binary + 45, 2, 0},
  {fields_level6_binary + 47, 3, 0},
  {fields_level6_binary + 50, 3, 0},
  {fields_level6_binary + 53, 3, 0},
  {fields_level6_binary + 56, 2, 0},
  {fields_level6_binary + 0, 1, 0},
  {fields_level6_binary + 1, 1, 0},
  {fields_level6_binary + 10, 1, 0},
  {fields_level6_binary + 45, 2, 0},
  {fields_level6_binary + 0, 1, 0},
  {fields_level6_binary + 1, 1, 0},
  {fields_level6_binary + 2, 1, 0},
  {fields_level6_binary + 3, 1, 0},
  {fields_level6_binary + 6, 2, 0},
  {fields_level6_binary + 16, 3, 0},
  {fields_level6_binary + 25, 2, 0},
  {fields_level6_binary + 31, 2, 0},
  {fields_level6_binary + 45, 2, 0},
  {fields_level6_binary + 47, 3, 0},
  {fields_level6_binary + 50, 3, 0},
  {fields_level6_binary + 56, 2, 0},
  {fields_level6_binary + 58, 2, 12},
  {fields_level6_binary + 60, 2, 16},
  {fields_level6_binary + 62, 2, 16},
  {fields_level6_binary + 64, 2, 16},
  {fields_level6_binary + 66, 1, 16},
  {fields_level6_binary + 67, 1, 24},
  {fields_level6_binary + 68, 1, 16},
  {fields_level6_binary + 69, 2, 16},
  {fields_level6_binary + 71, 2, 16},
  {fields_level6_binary + 73, 1, 15},
  {fields_level6_binary + 58, 1, 4},
  {fields_level6_binary + 59, 1, 8},
  {fields_level6_binary + 60, 1, 8},
  {fields_level6_binary + 60, 2, 16},
  {fields_level6_binary + 74, 2, 24},
  {fields_level6_binary + 76, 2, 20},
  {fields_level6_binary + 69, 2, 16},
  {fields_level6_binary + 78, 2, 12},
};

static const kolmo_span spans_level6_binary[] = {
  {0, 44},
  {44, 10},
  {54, 3},
  {54, 3},
  {54, 3},
  {54, 3},
  {54, 3},
  {57, 5},
  {62, 1},
};

static const kolmo_stage stages_level6_binary[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 3, .index = 1, .reg = 5},
  {.op = 6, .index = 2, .reg = 6},
  {.op = 7, .index = 3, .reg = 8},
  {.op = 8, .index = 4, .reg = 12},
  {.op = 16, .index = 5, .reg = 21, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 32, .lists = lists_level6_binary + 0, .limit = 1023, .out = 2, .outs = 32},
  {.op = 19, .index = 7, .list_count = 4, .lists = lists_level6_binary + 32, .limit = 1023, .out = 34, .outs = 8},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level6_binary + 36, .reg = 23, .out = 42, .outs = 2, .when = {21, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 9, .inputs = 44, .span_count = 1, .spans = spans_level6_binary + 0, .list_count = 10, .lists = lists_level6_binary + 48, .out = 44, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 10, .inputs = 10, .span_count = 1, .spans = spans_level6_binary + 1, .list_count = 3, .lists = lists_level6_binary + 58, .out = 54, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level6_binary + 2, .list_count = 1, .lists = lists_level6_binary + 61, .limit = 1023, .out = 57, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level6_binary + 3, .list_count = 1, .lists = lists_level6_binary + 62, .limit = 1023, .out = 58, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level6_binary + 4, .list_count = 1, .lists = lists_level6_binary + 63, .limit = 1023, .out = 59, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level6_binary + 5, .list_count = 1, .lists = lists_level6_binary + 64, .limit = 1023, .out = 60, .outs = 1},
  {.op = 33, .index = 15, .inputs = 3, .span_count = 1, .spans = spans_level6_binary + 6, .list_count = 1, .lists = lists_level6_binary + 65, .limit = 1023, .out = 61, .outs = 1},
  {.op = 34, .index = 16, .inputs = 5, .span_count = 1, .spans = spans_level6_binary + 7, .out = 62, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 17, .inputs = 1, .span_count = 1, .spans = spans_level6_binary + 8},
};

static void anticipate_level6_binary(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level6_binary[0]);
  kolmo_classes_byte(m, &stages_level6_binary[1]);
  kolmo_slots_anticipate(m, &stages_level6_binary[6], 0x3eull);
  kolmo_mixer_anticipate(m, &stages_level6_binary[9], 0x3full);
  kolmo_mixer_anticipate(m, &stages_level6_binary[10], 0x3full);
  kolmo_apm_anticipate(m, &stages_level6_binary[11], 0x3full);
  kolmo_apm_anticipate(m, &stages_level6_binary[12], 0x3full);
  kolmo_apm_anticipate(m, &stages_level6_binary[13], 0x3full);
  kolmo_apm_anticipate(m, &stages_level6_binary[14], 0x3full);
  kolmo_apm_anticipate(m, &stages_level6_binary[15], 0x3full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level6_binary(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level6_binary[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level6_binary[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level6_binary[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level6_binary[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_binary[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level6_binary[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_binary[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_binary[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_binary[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_binary[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level6_binary[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level6_binary[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level6_binary[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level6_binary[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level6_binary[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level6_binary[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level6_binary[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level6_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level6_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level6_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level6_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level6_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level6_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level6_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level6_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level6_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level6_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level6_binary[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level6_binary[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level6_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level6_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level6_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level6_binary[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level6_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level6_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level6_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level6_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level6_binary(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level7_binary[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {6, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {9, 0, 32, 0xff0000ffu},
  {8, 0, 32, 0xffffu},
  {9, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xff00ffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffffffu},
  {10, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff00u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff0000u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {12, 0, 32, 0x7fffu},
  {14, 0, 32, 0xffffu},
  {12, 0, 32, 0x3fu},
  {1, 0, 32, 0xffffffu},
  {21, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {5, 0, 24, 0xffffffu},
  {8, 0, 16, 0xffffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {10, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 15, 0x7fffu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {5, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {21, 0, 4, 0xfu},
};

static const kolmo_list lists_level7_binary[] = {
  {fields_level7_binary + 0, 1, 0},
  {fields_level7_binary + 1, 1, 0},
  {fields_level7_binary + 2, 1, 0},
  {fields_level7_binary + 3, 1, 0},
  {fields_level7_binary + 4, 2, 0},
  {fields_level7_binary + 6, 2, 0},
  {fields_level7_binary + 8, 2, 0},
  {fields_level7_binary + 10, 1, 0},
  {fields_level7_binary + 11, 1, 0},
  {fields_level7_binary + 12, 2, 0},
  {fields_level7_binary + 14, 2, 0},
  {fields_level7_binary + 16, 3, 0},
  {fields_level7_binary + 19, 2, 0},
  {fields_level7_binary + 21, 1, 0},
  {fields_level7_binary + 22, 1, 0},
  {fields_level7_binary + 23, 2, 0},
  {fields_level7_binary + 25, 2, 0},
  {fields_level7_binary + 27, 2, 0},
  {fields_level7_binary + 29, 2, 0},
  {fields_level7_binary + 31, 2, 0},
  {fields_level7_binary + 33, 1, 0},
  {fields_level7_binary + 34, 2, 0},
  {fields_level7_binary + 36, 2, 0},
  {fields_level7_binary + 38, 2, 0},
  {fields_level7_binary + 40, 2, 0},
  {fields_level7_binary + 42, 2, 0},
  {fields_level7_binary + 44, 1, 0},
  {fields_level7_binary + 45, 2, 0},
  {fields_level7_binary + 47, 3, 0},
  {fields_level7_binary + 50, 3, 0},
  {fields_level7_binary + 53, 3, 0},
  {fields_level7_binary + 56, 2, 0},
  {fields_level7_binary + 58, 1, 0},
  {fields_level7_binary + 59, 1, 0},
  {fields_level7_binary + 60, 1, 0},
  {fields_level7_binary + 61, 2, 0},
  {fields_level7_binary + 63, 2, 0},
  {fields_level7_binary + 0, 1, 0},
  {fields_level7_binary + 1, 1, 0},
  {fields_level7_binary + 10, 1, 0},
  {fields_level7_binary + 45, 2, 0},
  {fields_level7_binary + 11, 1, 0},
  {fields_level7_binary + 19, 2, 0},
  {fields_level7_binary + 0, 1, 0},
  {fields_level7_binary + 1, 1, 0},
  {fields_level7_binary + 2, 1, 0},
  {fields_level7_binary + 3, 1, 0},
  {fields_level7_binary + 6, 2, 0},
  {fields_level7_binary + 16, 3, 0},
  {fields_level7_binary + 25, 2, 0},
  {fields_level7_binary + 31, 2, 0},
  {fields_level7_binary + 45, 2, 0},
  {fields_level7_binary + 47, 3, 0},
  {fields_level7_binary + 50, 3, 0},
  {fields_level7_binary + 56, 2, 0},
  {fields_level7_binary + 65, 2, 12},
  {fields_level7_binary + 67, 2, 16},
  {fields_level7_binary + 69, 2, 16},
  {fields_level7_binary + 71, 2, 16},
  {fields_level7_binary + 73, 1, 16},
  {fields_level7_binary + 74, 1, 24},
  {fields_level7_binary + 75, 1, 16},
  {fields_level7_binary + 76, 2, 16},
  {fields_level7_binary + 78, 2, 16},
  {fields_level7_binary + 80, 1, 15},
  {fields_level7_binary + 65, 1, 4},
  {fields_level7_binary + 66, 1, 8},
  {fields_level7_binary + 67, 1, 8},
  {fields_level7_binary + 67, 2, 16},
  {fields_level7_binary + 81, 2, 24},
  {fields_level7_binary + 83, 2, 20},
  {fields_level7_binary + 76, 2, 16},
  {fields_level7_binary + 85, 2, 12},
};

static const kolmo_span spans_level7_binary[] = {
  {0, 53},
  {53, 10},
  {63, 3},
  {63, 3},
  {63, 3},
  {63, 3},
  {63, 3},
  {66, 5},
  {71, 1},
};

static const kolmo_stage stages_level7_binary[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 3, .index = 1, .reg = 5},
  {.op = 6, .index = 2, .reg = 6},
  {.op = 7, .index = 3, .reg = 8},
  {.op = 8, .index = 4, .reg = 12},
  {.op = 16, .index = 5, .reg = 21, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 37, .lists = lists_level7_binary + 0, .limit = 1023, .out = 2, .outs = 37},
  {.op = 19, .index = 7, .list_count = 6, .lists = lists_level7_binary + 37, .limit = 1023, .out = 39, .outs = 12},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level7_binary + 43, .reg = 23, .out = 51, .outs = 2, .when = {21, 0, 4, 0xfu}, .below = 13},
  {.op = 32, .index = 9, .inputs = 53, .span_count = 1, .spans = spans_level7_binary + 0, .list_count = 10, .lists = lists_level7_binary + 55, .out = 53, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 10, .inputs = 10, .span_count = 1, .spans = spans_level7_binary + 1, .list_count = 3, .lists = lists_level7_binary + 65, .out = 63, .outs = 3,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 11, .inputs = 3, .span_count = 1, .spans = spans_level7_binary + 2, .list_count = 1, .lists = lists_level7_binary + 68, .limit = 1023, .out = 66, .outs = 1},
  {.op = 33, .index = 12, .inputs = 3, .span_count = 1, .spans = spans_level7_binary + 3, .list_count = 1, .lists = lists_level7_binary + 69, .limit = 1023, .out = 67, .outs = 1},
  {.op = 33, .index = 13, .inputs = 3, .span_count = 1, .spans = spans_level7_binary + 4, .list_count = 1, .lists = lists_level7_binary + 70, .limit = 1023, .out = 68, .outs = 1},
  {.op = 33, .index = 14, .inputs = 3, .span_count = 1, .spans = spans_level7_binary + 5, .list_count = 1, .lists = lists_level7_binary + 71, .limit = 1023, .out = 69, .outs = 1},
  {.op = 33, .index = 15, .inputs = 3, .span_count = 1, .spans = spans_level7_binary + 6, .list_count = 1, .lists = lists_level7_binary + 72, .limit = 1023, .out = 70, .outs = 1},
  {.op = 34, .index = 16, .inputs = 5, .span_count = 1, .spans = spans_level7_binary + 7, .out = 71, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 17, .inputs = 1, .span_count = 1, .spans = spans_level7_binary + 8},
};

static void anticipate_level7_binary(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level7_binary[0]);
  kolmo_classes_byte(m, &stages_level7_binary[1]);
  kolmo_slots_anticipate(m, &stages_level7_binary[6], 0x3eull);
  kolmo_mixer_anticipate(m, &stages_level7_binary[9], 0x3full);
  kolmo_mixer_anticipate(m, &stages_level7_binary[10], 0x3full);
  kolmo_apm_anticipate(m, &stages_level7_binary[11], 0x3full);
  kolmo_apm_anticipate(m, &stages_level7_binary[12], 0x3full);
  kolmo_apm_anticipate(m, &stages_level7_binary[13], 0x3full);
  kolmo_apm_anticipate(m, &stages_level7_binary[14], 0x3full);
  kolmo_apm_anticipate(m, &stages_level7_binary[15], 0x3full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level7_binary(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level7_binary[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level7_binary[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level7_binary[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level7_binary[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_binary[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level7_binary[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_binary[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_binary[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_binary[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_binary[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level7_binary[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level7_binary[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level7_binary[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level7_binary[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level7_binary[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level7_binary[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level7_binary[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level7_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level7_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level7_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level7_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level7_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level7_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level7_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level7_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level7_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level7_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level7_binary[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level7_binary[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level7_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level7_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level7_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level7_binary[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level7_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level7_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level7_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level7_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level7_binary(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level8_binary[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {6, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {9, 0, 32, 0xff0000ffu},
  {8, 0, 32, 0xffffu},
  {9, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xff00ffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffffffu},
  {10, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff00u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff0000u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {12, 0, 32, 0x7fffu},
  {14, 0, 32, 0xffffu},
  {12, 0, 32, 0x3fu},
  {1, 0, 32, 0xffffffu},
  {21, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {5, 0, 24, 0xffffffu},
  {8, 0, 16, 0xffffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {10, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 15, 0x7fffu},
  {24, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {5, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {21, 0, 4, 0xfu},
};

static const kolmo_list lists_level8_binary[] = {
  {fields_level8_binary + 0, 1, 0},
  {fields_level8_binary + 1, 1, 0},
  {fields_level8_binary + 2, 1, 0},
  {fields_level8_binary + 3, 1, 0},
  {fields_level8_binary + 4, 2, 0},
  {fields_level8_binary + 6, 2, 0},
  {fields_level8_binary + 8, 2, 0},
  {fields_level8_binary + 10, 1, 0},
  {fields_level8_binary + 11, 1, 0},
  {fields_level8_binary + 12, 2, 0},
  {fields_level8_binary + 14, 2, 0},
  {fields_level8_binary + 16, 3, 0},
  {fields_level8_binary + 19, 2, 0},
  {fields_level8_binary + 21, 1, 0},
  {fields_level8_binary + 22, 1, 0},
  {fields_level8_binary + 23, 2, 0},
  {fields_level8_binary + 25, 2, 0},
  {fields_level8_binary + 27, 2, 0},
  {fields_level8_binary + 29, 2, 0},
  {fields_level8_binary + 31, 2, 0},
  {fields_level8_binary + 33, 1, 0},
  {fields_level8_binary + 34, 2, 0},
  {fields_level8_binary + 36, 2, 0},
  {fields_level8_binary + 38, 2, 0},
  {fields_level8_binary + 40, 2, 0},
  {fields_level8_binary + 42, 2, 0},
  {fields_level8_binary + 44, 1, 0},
  {fields_level8_binary + 45, 2, 0},
  {fields_level8_binary + 47, 3, 0},
  {fields_level8_binary + 50, 3, 0},
  {fields_level8_binary + 53, 3, 0},
  {fields_level8_binary + 56, 2, 0},
  {fields_level8_binary + 58, 1, 0},
  {fields_level8_binary + 59, 1, 0},
  {fields_level8_binary + 60, 1, 0},
  {fields_level8_binary + 61, 2, 0},
  {fields_level8_binary + 63, 2, 0},
  {fields_level8_binary + 0, 1, 0},
  {fields_level8_binary + 1, 1, 0},
  {fields_level8_binary + 10, 1, 0},
  {fields_level8_binary + 45, 2, 0},
  {fields_level8_binary + 11, 1, 0},
  {fields_level8_binary + 19, 2, 0},
  {fields_level8_binary + 0, 1, 0},
  {fields_level8_binary + 1, 1, 0},
  {fields_level8_binary + 2, 1, 0},
  {fields_level8_binary + 3, 1, 0},
  {fields_level8_binary + 6, 2, 0},
  {fields_level8_binary + 16, 3, 0},
  {fields_level8_binary + 25, 2, 0},
  {fields_level8_binary + 31, 2, 0},
  {fields_level8_binary + 45, 2, 0},
  {fields_level8_binary + 47, 3, 0},
  {fields_level8_binary + 50, 3, 0},
  {fields_level8_binary + 56, 2, 0},
  {fields_level8_binary + 0, 1, 0},
  {fields_level8_binary + 2, 1, 0},
  {fields_level8_binary + 16, 3, 0},
  {fields_level8_binary + 45, 2, 0},
  {fields_level8_binary + 1, 1, 0},
  {fields_level8_binary + 3, 1, 0},
  {fields_level8_binary + 25, 2, 0},
  {fields_level8_binary + 47, 3, 0},
  {fields_level8_binary + 6, 2, 0},
  {fields_level8_binary + 31, 2, 0},
  {fields_level8_binary + 50, 3, 0},
  {fields_level8_binary + 56, 2, 0},
  {fields_level8_binary + 65, 2, 12},
  {fields_level8_binary + 67, 2, 16},
  {fields_level8_binary + 69, 2, 16},
  {fields_level8_binary + 71, 2, 16},
  {fields_level8_binary + 73, 1, 16},
  {fields_level8_binary + 74, 1, 24},
  {fields_level8_binary + 75, 1, 16},
  {fields_level8_binary + 76, 2, 16},
  {fields_level8_binary + 78, 2, 16},
  {fields_level8_binary + 80, 1, 15},
  {fields_level8_binary + 65, 1, 4},
  {fields_level8_binary + 66, 1, 8},
  {fields_level8_binary + 67, 1, 8},
  {fields_level8_binary + 81, 1, 4},
  {fields_level8_binary + 67, 2, 16},
  {fields_level8_binary + 82, 2, 24},
  {fields_level8_binary + 84, 2, 20},
  {fields_level8_binary + 76, 2, 16},
  {fields_level8_binary + 86, 2, 12},
};

static const kolmo_span spans_level8_binary[] = {
  {0, 55},
  {55, 10},
  {51, 4},
  {65, 4},
  {65, 4},
  {65, 4},
  {65, 4},
  {65, 4},
  {69, 5},
  {74, 1},
};

static const kolmo_stage stages_level8_binary[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 3, .index = 1, .reg = 5},
  {.op = 6, .index = 2, .reg = 6},
  {.op = 7, .index = 3, .reg = 8},
  {.op = 8, .index = 4, .reg = 12},
  {.op = 16, .index = 5, .reg = 21, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 37, .lists = lists_level8_binary + 0, .limit = 1023, .out = 2, .outs = 37},
  {.op = 19, .index = 7, .list_count = 6, .lists = lists_level8_binary + 37, .limit = 1023, .out = 39, .outs = 12},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level8_binary + 43, .reg = 23, .out = 51, .outs = 2},
  {.op = 18, .index = 9, .list_count = 12, .lists = lists_level8_binary + 55, .reg = 25, .out = 53, .outs = 2},
  {.op = 32, .index = 10, .inputs = 55, .span_count = 1, .spans = spans_level8_binary + 0, .list_count = 10, .lists = lists_level8_binary + 67, .out = 55, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 11, .inputs = 14, .span_count = 2, .spans = spans_level8_binary + 1, .list_count = 4, .lists = lists_level8_binary + 77, .out = 65, .outs = 4,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 12, .inputs = 4, .span_count = 1, .spans = spans_level8_binary + 3, .list_count = 1, .lists = lists_level8_binary + 81, .limit = 1023, .out = 69, .outs = 1},
  {.op = 33, .index = 13, .inputs = 4, .span_count = 1, .spans = spans_level8_binary + 4, .list_count = 1, .lists = lists_level8_binary + 82, .limit = 1023, .out = 70, .outs = 1},
  {.op = 33, .index = 14, .inputs = 4, .span_count = 1, .spans = spans_level8_binary + 5, .list_count = 1, .lists = lists_level8_binary + 83, .limit = 1023, .out = 71, .outs = 1},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_level8_binary + 6, .list_count = 1, .lists = lists_level8_binary + 84, .limit = 1023, .out = 72, .outs = 1},
  {.op = 33, .index = 16, .inputs = 4, .span_count = 1, .spans = spans_level8_binary + 7, .list_count = 1, .lists = lists_level8_binary + 85, .limit = 1023, .out = 73, .outs = 1},
  {.op = 34, .index = 17, .inputs = 5, .span_count = 1, .spans = spans_level8_binary + 8, .out = 74, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 18, .inputs = 1, .span_count = 1, .spans = spans_level8_binary + 9},
};

static void anticipate_level8_binary(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level8_binary[0]);
  kolmo_classes_byte(m, &stages_level8_binary[1]);
  kolmo_slots_anticipate(m, &stages_level8_binary[6], 0x3eull);
  kolmo_mixer_anticipate(m, &stages_level8_binary[10], 0x3full);
  kolmo_mixer_anticipate(m, &stages_level8_binary[11], 0x3full);
  kolmo_apm_anticipate(m, &stages_level8_binary[12], 0x3full);
  kolmo_apm_anticipate(m, &stages_level8_binary[13], 0x3full);
  kolmo_apm_anticipate(m, &stages_level8_binary[14], 0x3full);
  kolmo_apm_anticipate(m, &stages_level8_binary[15], 0x3full);
  kolmo_apm_anticipate(m, &stages_level8_binary[16], 0x3full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level8_binary(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level8_binary[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level8_binary[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level8_binary[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_binary[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level8_binary[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_binary[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level8_binary[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_binary[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_binary[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_binary[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_binary[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level8_binary[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level8_binary[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level8_binary[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level8_binary[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level8_binary[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level8_binary[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level8_binary[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level8_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level8_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level8_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level8_binary[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level8_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level8_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level8_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level8_binary[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level8_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level8_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level8_binary[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_binary[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level8_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level8_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level8_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level8_binary[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level8_binary[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level8_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level8_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level8_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level8_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level8_binary(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

static const kolmo_field fields_level9_binary[] = {
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffu},
  {1, 0, 32, 0xffffffffu},
  {2, 0, 32, 0xffffffffu},
  {1, 0, 32, 0xffff00u},
  {1, 0, 32, 0xff00u},
  {6, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {7, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {22, 0, 32, 0xffu},
  {21, 0, 32, 0xfu},
  {1, 0, 32, 0xffu},
  {5, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0xffff0000u},
  {1, 0, 32, 0xff0000u},
  {1, 0, 32, 0xe0e0e0e0u},
  {2, 0, 32, 0xe0e0u},
  {9, 0, 32, 0xff0000ffu},
  {8, 0, 32, 0xffffu},
  {9, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {9, 0, 32, 0xff00ffu},
  {1, 0, 32, 0xffu},
  {8, 0, 32, 0xffffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffffffu},
  {10, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xffu},
  {10, 0, 32, 0xffu},
  {9, 0, 32, 0xffu},
  {11, 0, 32, 0xffu},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff00u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xff0000u},
  {8, 0, 32, 0xff00u},
  {11, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffu},
  {13, 0, 32, 0xffffffffu},
  {12, 0, 32, 0x3fu},
  {14, 0, 32, 0xffffffffu},
  {12, 0, 32, 0xffffffu},
  {1, 0, 32, 0xffu},
  {1, 0, 32, 0x0u},
  {1, 0, 32, 0xff0000ffu},
  {1, 0, 32, 0xf0f0f0f0u},
  {12, 0, 32, 0x7fffu},
  {14, 0, 32, 0xffffu},
  {12, 0, 32, 0x3fu},
  {1, 0, 32, 0xffffffu},
  {21, 0, 4, 0xfu},
  {0, 0, 8, 0xffu},
  {1, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 8, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 16, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {1, 0, 16, 0xffffu},
  {5, 0, 24, 0xffffffu},
  {8, 0, 16, 0xffffu},
  {9, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {10, 0, 8, 0xffu},
  {0, 0, 8, 0xffu},
  {12, 0, 15, 0x7fffu},
  {24, 0, 4, 0xfu},
  {1, 0, 16, 0xffffu},
  {0, 0, 8, 0xffu},
  {5, 0, 12, 0xfffu},
  {0, 0, 8, 0xffu},
  {22, 0, 8, 0xffu},
  {21, 0, 4, 0xfu},
};

static const kolmo_list lists_level9_binary[] = {
  {fields_level9_binary + 0, 1, 0},
  {fields_level9_binary + 1, 1, 0},
  {fields_level9_binary + 2, 1, 0},
  {fields_level9_binary + 3, 1, 0},
  {fields_level9_binary + 4, 2, 0},
  {fields_level9_binary + 6, 2, 0},
  {fields_level9_binary + 8, 2, 0},
  {fields_level9_binary + 10, 1, 0},
  {fields_level9_binary + 11, 1, 0},
  {fields_level9_binary + 12, 2, 0},
  {fields_level9_binary + 14, 2, 0},
  {fields_level9_binary + 16, 3, 0},
  {fields_level9_binary + 19, 2, 0},
  {fields_level9_binary + 21, 1, 0},
  {fields_level9_binary + 22, 1, 0},
  {fields_level9_binary + 23, 2, 0},
  {fields_level9_binary + 25, 2, 0},
  {fields_level9_binary + 27, 2, 0},
  {fields_level9_binary + 29, 2, 0},
  {fields_level9_binary + 31, 2, 0},
  {fields_level9_binary + 33, 1, 0},
  {fields_level9_binary + 34, 2, 0},
  {fields_level9_binary + 36, 2, 0},
  {fields_level9_binary + 38, 2, 0},
  {fields_level9_binary + 40, 2, 0},
  {fields_level9_binary + 42, 2, 0},
  {fields_level9_binary + 44, 1, 0},
  {fields_level9_binary + 45, 2, 0},
  {fields_level9_binary + 47, 3, 0},
  {fields_level9_binary + 50, 3, 0},
  {fields_level9_binary + 53, 3, 0},
  {fields_level9_binary + 56, 2, 0},
  {fields_level9_binary + 58, 1, 0},
  {fields_level9_binary + 59, 1, 0},
  {fields_level9_binary + 60, 1, 0},
  {fields_level9_binary + 61, 2, 0},
  {fields_level9_binary + 63, 2, 0},
  {fields_level9_binary + 0, 1, 0},
  {fields_level9_binary + 1, 1, 0},
  {fields_level9_binary + 10, 1, 0},
  {fields_level9_binary + 45, 2, 0},
  {fields_level9_binary + 11, 1, 0},
  {fields_level9_binary + 19, 2, 0},
  {fields_level9_binary + 0, 1, 0},
  {fields_level9_binary + 1, 1, 0},
  {fields_level9_binary + 2, 1, 0},
  {fields_level9_binary + 3, 1, 0},
  {fields_level9_binary + 6, 2, 0},
  {fields_level9_binary + 16, 3, 0},
  {fields_level9_binary + 25, 2, 0},
  {fields_level9_binary + 31, 2, 0},
  {fields_level9_binary + 45, 2, 0},
  {fields_level9_binary + 47, 3, 0},
  {fields_level9_binary + 50, 3, 0},
  {fields_level9_binary + 56, 2, 0},
  {fields_level9_binary + 0, 1, 0},
  {fields_level9_binary + 2, 1, 0},
  {fields_level9_binary + 16, 3, 0},
  {fields_level9_binary + 45, 2, 0},
  {fields_level9_binary + 1, 1, 0},
  {fields_level9_binary + 3, 1, 0},
  {fields_level9_binary + 25, 2, 0},
  {fields_level9_binary + 47, 3, 0},
  {fields_level9_binary + 6, 2, 0},
  {fields_level9_binary + 31, 2, 0},
  {fields_level9_binary + 50, 3, 0},
  {fields_level9_binary + 56, 2, 0},
  {fields_level9_binary + 0, 1, 0},
  {fields_level9_binary + 1, 1, 0},
  {fields_level9_binary + 2, 1, 0},
  {fields_level9_binary + 3, 1, 0},
  {fields_level9_binary + 6, 2, 0},
  {fields_level9_binary + 16, 3, 0},
  {fields_level9_binary + 25, 2, 0},
  {fields_level9_binary + 31, 2, 0},
  {fields_level9_binary + 45, 2, 0},
  {fields_level9_binary + 47, 3, 0},
  {fields_level9_binary + 50, 3, 0},
  {fields_level9_binary + 56, 2, 0},
  {fields_level9_binary + 65, 2, 12},
  {fields_level9_binary + 67, 2, 16},
  {fields_level9_binary + 69, 2, 16},
  {fields_level9_binary + 71, 2, 16},
  {fields_level9_binary + 73, 1, 16},
  {fields_level9_binary + 74, 1, 24},
  {fields_level9_binary + 75, 1, 16},
  {fields_level9_binary + 76, 2, 16},
  {fields_level9_binary + 78, 2, 16},
  {fields_level9_binary + 80, 1, 15},
  {fields_level9_binary + 65, 1, 4},
  {fields_level9_binary + 66, 1, 8},
  {fields_level9_binary + 67, 1, 8},
  {fields_level9_binary + 81, 1, 4},
  {fields_level9_binary + 67, 2, 16},
  {fields_level9_binary + 82, 2, 24},
  {fields_level9_binary + 84, 2, 20},
  {fields_level9_binary + 76, 2, 16},
  {fields_level9_binary + 86, 2, 12},
};

static const kolmo_span spans_level9_binary[] = {
  {0, 57},
  {57, 10},
  {51, 6},
  {67, 4},
  {67, 4},
  {67, 4},
  {67, 4},
  {67, 4},
  {71, 5},
  {76, 1},
};

static const kolmo_stage stages_level9_binary[] = {
  {.op = 1, .index = 0, .reg = 1},
  {.op = 3, .index = 1, .reg = 5},
  {.op = 6, .index = 2, .reg = 6},
  {.op = 7, .index = 3, .reg = 8},
  {.op = 8, .index = 4, .reg = 12},
  {.op = 16, .index = 5, .reg = 21, .min_length = 5, .limit = 1023, .out = 0, .outs = 2},
  {.op = 17, .index = 6, .list_count = 37, .lists = lists_level9_binary + 0, .limit = 1023, .out = 2, .outs = 37},
  {.op = 19, .index = 7, .list_count = 6, .lists = lists_level9_binary + 37, .limit = 1023, .out = 39, .outs = 12},
  {.op = 18, .index = 8, .list_count = 12, .lists = lists_level9_binary + 43, .reg = 23, .out = 51, .outs = 2},
  {.op = 18, .index = 9, .list_count = 12, .lists = lists_level9_binary + 55, .reg = 25, .out = 53, .outs = 2},
  {.op = 18, .index = 10, .list_count = 12, .lists = lists_level9_binary + 67, .reg = 27, .out = 55, .outs = 2},
  {.op = 32, .index = 11, .inputs = 57, .span_count = 1, .spans = spans_level9_binary + 0, .list_count = 10, .lists = lists_level9_binary + 79, .out = 57, .outs = 10,
   .weight = 0, .mean = 10000, .rate_max = 2500, .rate_min = 160, .decay = 150, .skip = 300},
  {.op = 32, .index = 12, .inputs = 16, .span_count = 2, .spans = spans_level9_binary + 1, .list_count = 4, .lists = lists_level9_binary + 89, .out = 67, .outs = 4,
   .weight = 1638, .rate_max = 1500, .rate_min = 60, .decay = 64, .skip = 0},
  {.op = 33, .index = 13, .inputs = 4, .span_count = 1, .spans = spans_level9_binary + 3, .list_count = 1, .lists = lists_level9_binary + 93, .limit = 1023, .out = 71, .outs = 1},
  {.op = 33, .index = 14, .inputs = 4, .span_count = 1, .spans = spans_level9_binary + 4, .list_count = 1, .lists = lists_level9_binary + 94, .limit = 1023, .out = 72, .outs = 1},
  {.op = 33, .index = 15, .inputs = 4, .span_count = 1, .spans = spans_level9_binary + 5, .list_count = 1, .lists = lists_level9_binary + 95, .limit = 1023, .out = 73, .outs = 1},
  {.op = 33, .index = 16, .inputs = 4, .span_count = 1, .spans = spans_level9_binary + 6, .list_count = 1, .lists = lists_level9_binary + 96, .limit = 1023, .out = 74, .outs = 1},
  {.op = 33, .index = 17, .inputs = 4, .span_count = 1, .spans = spans_level9_binary + 7, .list_count = 1, .lists = lists_level9_binary + 97, .limit = 1023, .out = 75, .outs = 1},
  {.op = 34, .index = 18, .inputs = 5, .span_count = 1, .spans = spans_level9_binary + 8, .out = 76, .outs = 1, .count = 8,
   .weight = 2458, .rate_max = 5243, .rate_min = 5242, .skip = 200},
  {.op = 63, .index = 19, .inputs = 1, .span_count = 1, .spans = spans_level9_binary + 9},
};

static void anticipate_level9_binary(kolmo_model *m, uint32_t byte) {
  uint32_t kept[KOLMO_REGISTERS], last = m->shared->last;
  memcpy(kept, m->shared->registers, sizeof kept);
  m->shared->last = byte;
  kolmo_history_byte(m, &stages_level9_binary[0]);
  kolmo_classes_byte(m, &stages_level9_binary[1]);
  kolmo_slots_anticipate(m, &stages_level9_binary[6], 0x3eull);
  kolmo_mixer_anticipate(m, &stages_level9_binary[11], 0x3full);
  kolmo_mixer_anticipate(m, &stages_level9_binary[12], 0x3full);
  kolmo_apm_anticipate(m, &stages_level9_binary[13], 0x3full);
  kolmo_apm_anticipate(m, &stages_level9_binary[14], 0x3full);
  kolmo_apm_anticipate(m, &stages_level9_binary[15], 0x3full);
  kolmo_apm_anticipate(m, &stages_level9_binary[16], 0x3full);
  kolmo_apm_anticipate(m, &stages_level9_binary[17], 0x3full);
  m->shared->last = last;
  memcpy(m->shared->registers, kept, sizeof kept);
}

static void update_level9_binary(kolmo_model *m, unsigned bit) {
  kolmo_match_update(m, &stages_level9_binary[5], bit);
  KOLMO_MARK(m, 5, KOLMO_MARK_UPDATE);
  kolmo_slots_update(m, &stages_level9_binary[6], bit);
  KOLMO_MARK(m, 6, KOLMO_MARK_UPDATE);
  kolmo_recall_update(m, &stages_level9_binary[7], bit);
  KOLMO_MARK(m, 7, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_binary[8], bit);
  KOLMO_MARK(m, 8, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_binary[9], bit);
  KOLMO_MARK(m, 9, KOLMO_MARK_UPDATE);
  kolmo_network_update(m, &stages_level9_binary[10], bit);
  KOLMO_MARK(m, 10, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_binary[11], bit);
  KOLMO_MARK(m, 11, KOLMO_MARK_UPDATE);
  kolmo_mixer_update(m, &stages_level9_binary[12], bit);
  KOLMO_MARK(m, 12, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_binary[13], bit);
  KOLMO_MARK(m, 13, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_binary[14], bit);
  KOLMO_MARK(m, 14, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_binary[15], bit);
  KOLMO_MARK(m, 15, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_binary[16], bit);
  KOLMO_MARK(m, 16, KOLMO_MARK_UPDATE);
  kolmo_apm_update(m, &stages_level9_binary[17], bit);
  KOLMO_MARK(m, 17, KOLMO_MARK_UPDATE);
  kolmo_residual_update(m, &stages_level9_binary[18], bit);
  KOLMO_MARK(m, 18, KOLMO_MARK_UPDATE);
  unsigned at = kolmo_advance(m, bit);
  if (at == 0) {
    kolmo_history_byte(m, &stages_level9_binary[0]);
    KOLMO_MARK(m, 0, KOLMO_MARK_BYTE);
    kolmo_classes_byte(m, &stages_level9_binary[1]);
    KOLMO_MARK(m, 1, KOLMO_MARK_BYTE);
    kolmo_indirect_byte(m, &stages_level9_binary[2]);
    KOLMO_MARK(m, 2, KOLMO_MARK_BYTE);
    kolmo_records_byte(m, &stages_level9_binary[3]);
    KOLMO_MARK(m, 3, KOLMO_MARK_BYTE);
    kolmo_instructions_byte(m, &stages_level9_binary[4]);
    KOLMO_MARK(m, 4, KOLMO_MARK_BYTE);
    kolmo_match_byte(m, &stages_level9_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_BYTE);
    kolmo_slots_byte(m, &stages_level9_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_BYTE);
    kolmo_recall_byte(m, &stages_level9_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_binary[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_BYTE);
    kolmo_network_byte(m, &stages_level9_binary[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_BYTE);
  }
  if ((at & 3) == 0) {
    kolmo_match_nibble(m, &stages_level9_binary[5]);
    KOLMO_MARK(m, 5, KOLMO_MARK_NIBBLE);
    kolmo_slots_nibble(m, &stages_level9_binary[6]);
    KOLMO_MARK(m, 6, KOLMO_MARK_NIBBLE);
    kolmo_recall_nibble(m, &stages_level9_binary[7]);
    KOLMO_MARK(m, 7, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_binary[8]);
    KOLMO_MARK(m, 8, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_binary[9]);
    KOLMO_MARK(m, 9, KOLMO_MARK_NIBBLE);
    kolmo_network_nibble(m, &stages_level9_binary[10]);
    KOLMO_MARK(m, 10, KOLMO_MARK_NIBBLE);
  }
  kolmo_match_predict(m, &stages_level9_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_PREDICT);
  kolmo_slots_predict(m, &stages_level9_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_PREDICT);
  kolmo_recall_predict(m, &stages_level9_binary[7]);
  KOLMO_MARK(m, 7, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_binary[8]);
  KOLMO_MARK(m, 8, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_binary[9]);
  KOLMO_MARK(m, 9, KOLMO_MARK_PREDICT);
  kolmo_network_predict(m, &stages_level9_binary[10]);
  KOLMO_MARK(m, 10, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_PREDICT);
  kolmo_mixer_predict(m, &stages_level9_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_PREDICT);
  kolmo_apm_predict(m, &stages_level9_binary[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_PREDICT);
  kolmo_residual_predict(m, &stages_level9_binary[18]);
  KOLMO_MARK(m, 18, KOLMO_MARK_PREDICT);
  kolmo_output_predict(m, &stages_level9_binary[19]);
  KOLMO_MARK(m, 19, KOLMO_MARK_PREDICT);
  kolmo_match_foresee(m, &stages_level9_binary[5]);
  KOLMO_MARK(m, 5, KOLMO_MARK_FORESEE);
  kolmo_slots_foresee(m, &stages_level9_binary[6]);
  KOLMO_MARK(m, 6, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_binary[11]);
  KOLMO_MARK(m, 11, KOLMO_MARK_FORESEE);
  kolmo_mixer_foresee(m, &stages_level9_binary[12]);
  KOLMO_MARK(m, 12, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_binary[13]);
  KOLMO_MARK(m, 13, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_binary[14]);
  KOLMO_MARK(m, 14, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_binary[15]);
  KOLMO_MARK(m, 15, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_binary[16]);
  KOLMO_MARK(m, 16, KOLMO_MARK_FORESEE);
  kolmo_apm_foresee(m, &stages_level9_binary[17]);
  KOLMO_MARK(m, 17, KOLMO_MARK_FORESEE);
  if (at == (m->shared->expected ? 4 : 7)) anticipate_level9_binary(m, kolmo_likely(m) & 255);
  KOLMO_MARK_LIKELY(m);
}

#endif
static void (*const rendered_updates[])(kolmo_model *m, unsigned bit) = {update_level1, update_level2, update_level3, update_level4, update_level5, update_level6, update_level7, update_level8, update_level9, OF_OTHER_KIND(update_level5_structured), OF_OTHER_KIND(update_level6_structured), OF_OTHER_KIND(update_level7_structured), OF_OTHER_KIND(update_level8_structured), OF_OTHER_KIND(update_level9_structured), OF_OTHER_KIND(update_level5_machine), OF_OTHER_KIND(update_level6_machine), OF_OTHER_KIND(update_level7_machine), OF_OTHER_KIND(update_level8_machine), OF_OTHER_KIND(update_level9_machine), OF_OTHER_KIND(update_level5_binary), OF_OTHER_KIND(update_level6_binary), OF_OTHER_KIND(update_level7_binary), OF_OTHER_KIND(update_level8_binary), OF_OTHER_KIND(update_level9_binary)};
