/* Marks: what ran since the last one is told to whoever profiles the model. Compiled away but in kernels/PATH/profile.c, which holds the
 * kernels, the networks and the rendered Programs a second time, with marks. */
#ifndef KOLMO_CORE_PROFILE_H
#define KOLMO_CORE_PROFILE_H
#include "core/libc.h"

struct kolmo_model;
struct kolmo_profile;

/* What is no stage's. */
typedef enum { KOLMO_WATCHED_MODEL, KOLMO_WATCHED_TEXT, KOLMO_WATCHED_CHECK, KOLMO_WATCHED_WRITE } kolmo_watched;

/* What an encoder calls, where it has a profile: through pointers, so that the core links without one. A profile starts with these. */
struct kolmo_profile_hooks {
  void (*attach)(struct kolmo_profile *, struct kolmo_model *); /* a model was opened */
  void (*enter)(struct kolmo_profile *);                        /* a call of the API begins … */
  void (*leave)(struct kolmo_profile *);                        /* … and ends */
  void (*begin)(struct kolmo_profile *);                        /* what comes now … */
  void (*end)(struct kolmo_profile *, kolmo_watched what);      /* … until here was that */
};

static inline const struct kolmo_profile_hooks *kolmo_profile_hooks_of(const struct kolmo_profile *profile) {
  return (const struct kolmo_profile_hooks *)(const void *)profile;
}
static inline void kolmo_watch(struct kolmo_profile *profile) {
  if (profile) kolmo_profile_hooks_of(profile)->begin(profile);
}
static inline void kolmo_watched_as(struct kolmo_profile *profile, kolmo_watched what) {
  if (profile) kolmo_profile_hooks_of(profile)->end(profile, what);
}
static inline void kolmo_watch_call(struct kolmo_profile *profile) {
  if (profile) kolmo_profile_hooks_of(profile)->enter(profile);
}
static inline void kolmo_watched_call(struct kolmo_profile *profile) {
  if (profile) kolmo_profile_hooks_of(profile)->leave(profile);
}
static inline void kolmo_watch_model(struct kolmo_profile *profile, struct kolmo_model *model) {
  if (profile) kolmo_profile_hooks_of(profile)->attach(profile, model);
}

enum { KOLMO_MARK_BYTE, KOLMO_MARK_NIBBLE, KOLMO_MARK_PREDICT, KOLMO_MARK_FORESEE, KOLMO_MARK_UPDATE };
/* Within a network: its ops' three ways, an op's number added; and what belongs to none. */
enum { NET_MARK_FORWARD = 0, NET_MARK_BACK = 64, NET_MARK_LEARN = 128, NET_MARK_SOFTMAX = 192, NET_MARK_ERRORS };

#ifdef KOLMO_PROFILED
#include "core/profile/mark.h"
#define KOLMO_MARK(m, stage, moment) kolmo_mark((m)->profile, KOLMO_STAGE_CELL(stage, moment))
#define KOLMO_MARK_LIKELY(m) kolmo_mark((m)->profile, KOLMO_CELL_LIKELY)
#define NET_MARK(n, what) kolmo_mark((n)->m->profile, KOLMO_NET_CELL((n)->net - (n)->m->program->networks, what))
#else
#define KOLMO_MARK(m, stage, moment) ((void)0)
#define KOLMO_MARK_LIKELY(m) ((void)0)
#define NET_MARK(n, what) ((void)0)
#endif
#endif
