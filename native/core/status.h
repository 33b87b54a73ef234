/* Failing with a message. */
#ifndef KOLMO_STATUS_H
#define KOLMO_STATUS_H
#include "core/libc.h"
#include "include/kolmo.h"

/* Fills `error` (when not NULL) and returns `status`, so that callers can write `return kolmo_fail(…)`. */
kolmo_status kolmo_fail(kolmo_error *error, kolmo_status status, const char *format, ...) KOLMO_FORMAT(3, 4);
#endif
