/* The caller's end: writing to it, and asking it from within long work whether to go on. */
#ifndef KOLMO_IO_H
#define KOLMO_IO_H
#include "core/status.h"

/* ERR_SINK. */
static inline kolmo_status kolmo_write(const kolmo_io *io, const uint8_t *data, size_t n, kolmo_error *error) {
  if (n && io->write(io->user, data, n)) return kolmo_fail(error, KOLMO_ERR_SINK, "the output could not be written");
  return KOLMO_OK;
}

/* progress() and the two numbers to tell it. */
typedef struct {
  const kolmo_io *io;
  uint64_t bytes_in, bytes_out;
} kolmo_poll;

/* KOLMO_ABORTED when the caller wants to stop. */
static inline kolmo_status kolmo_ask(const kolmo_poll *poll, kolmo_error *error) {
  if (poll->io->progress && poll->io->progress(poll->io->user, poll->bytes_in, poll->bytes_out))
    return kolmo_fail(error, KOLMO_ABORTED, "stopped on request");
  return KOLMO_OK;
}
#endif
