/* Which kernels run: one struct of functions per CPU path, chosen once. */
#ifndef KOLMO_CPU_H
#define KOLMO_CPU_H
#include "core/status.h"
#include "kernels/kernels.h"

/* The path that KOLMO_CPU names, or the best one; NULL with ERR_CPU when the named one is missing here. */
const kolmo_kernels *kolmo_choose_kernels(kolmo_error *error);
#endif
