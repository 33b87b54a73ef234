/* What rendered code needs: every op's arithmetic, to be inlined. */
#ifndef KOLMO_RENDER_H
#define KOLMO_RENDER_H
#include "core/profile.h"
#include "core/ops/apm.h"
#include "core/ops/brackets.h"
#include "core/ops/classes.h"
#include "core/ops/fields.h"
#include "core/ops/history.h"
#include "core/ops/indirect.h"
#include "core/ops/instructions.h"
#include "core/ops/lines.h"
#include "core/ops/match.h"
#include "core/ops/mixer.h"
#include "core/ops/network.h"
#include "core/ops/outline.h"
#include "core/ops/output.h"
#include "core/ops/recall.h"
#include "core/ops/residual.h"
#include "core/ops/records.h"
#include "core/ops/scopes.h"
#include "core/ops/slots.h"
#include "core/ops/words.h"
#endif
