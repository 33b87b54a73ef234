/* Asking the caller whether to go on, from within long work. */
#ifndef KOLMO_POLL_H
#define KOLMO_POLL_H
#include "core/status.h"

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
