/* Bytes through a model, most significant bit first: learned, and told to or by an arithmetic coder. */
#ifndef KOLMO_CODE_H
#define KOLMO_CODE_H
#include "core/coder.h"
#include "core/model.h"

static inline void kolmo_learn_byte(kolmo_model *model, uint8_t byte) {
  for (int b = 7; b >= 0; b--) kolmo_model_update(model, byte >> b & 1);
}

static inline void kolmo_encode_byte(kolmo_arithmetic_encoder *c, kolmo_model *model, uint8_t byte) {
  for (int b = 7; b >= 0; b--) {
    unsigned bit = byte >> b & 1;
    kolmo_encode_bit(c, bit, model->shared->p);
    kolmo_model_update(model, bit);
  }
}

static inline uint8_t kolmo_decode_byte(kolmo_arithmetic_decoder *c, kolmo_model *model) {
  unsigned byte = 1;
  while (byte < 256) {
    unsigned bit = kolmo_decode_bit(c, model->shared->p);
    kolmo_model_update(model, bit);
    byte = byte << 1 | bit;
  }
  return (uint8_t)byte;
}
#endif
