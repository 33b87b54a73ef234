/* Every op there is, by number. A released op never changes what it computes: a change is a new number. */
#include "core/op.h"

static const kolmo_op *const ops[] = {
    &kolmo_op_history, &kolmo_op_words, &kolmo_op_classes, &kolmo_op_lines, &kolmo_op_outline, &kolmo_op_brackets, &kolmo_op_indirect,
    &kolmo_op_records, &kolmo_op_instructions, &kolmo_op_fields, &kolmo_op_scopes, &kolmo_op_codes,
    &kolmo_op_match, &kolmo_op_slots, &kolmo_op_recall, &kolmo_op_network, &kolmo_op_mixer, &kolmo_op_apm, &kolmo_op_residual, &kolmo_op_output,
};

const kolmo_op *kolmo_find_op(uint8_t code) {
  for (size_t i = 0; i < sizeof ops / sizeof ops[0]; i++)
    if (ops[i]->code == code) return ops[i];
  return NULL;
}
