#include "core/status.h"

const char *kolmo_status_name(kolmo_status status) {
  switch (status) {
    case KOLMO_OK: return "OK";
    case KOLMO_ERR_NOT_KOLMO: return "ERR_NOT_KOLMO";
    case KOLMO_ERR_VERSION: return "ERR_VERSION";
    case KOLMO_ERR_TRUNCATED: return "ERR_TRUNCATED";
    case KOLMO_ERR_CORRUPT: return "ERR_CORRUPT";
    case KOLMO_ERR_TRAILING: return "ERR_TRAILING";
    case KOLMO_ERR_PROGRAM: return "ERR_PROGRAM";
    case KOLMO_ERR_MEMORY: return "ERR_MEMORY";
    case KOLMO_ERR_OUTPUT_LIMIT: return "ERR_OUTPUT_LIMIT";
    case KOLMO_ERR_OPTION: return "ERR_OPTION";
    case KOLMO_ERR_CPU: return "ERR_CPU";
    case KOLMO_ABORTED: return "ABORT_ERR";
    case KOLMO_ERR_SINK: return "ERR_SINK";
  }
  return "ERR_UNKNOWN";
}

kolmo_status kolmo_fail(kolmo_error *error, kolmo_status status, const char *format, ...) {
  if (error) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    error->status = status;
  }
  return status;
}
