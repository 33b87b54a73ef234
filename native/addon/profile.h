// Where the time of an encoder goes, as JavaScript values. src/native.ts is the typed contract.
#ifndef KOLMO_ADDON_PROFILE_H
#define KOLMO_ADDON_PROFILE_H
#include <kolmo_profile.h>
#include <napi.h>

#include <memory>

namespace kolmo {

struct CloseProfile {
  void operator()(kolmo_profile* profile) const { kolmo_profile_close(profile); }
};
using Profile = std::unique_ptr<kolmo_profile, CloseProfile>;

// ({every, rows, windows} or undefined, the input's length): a new profile, or null where none is wanted. Throws without memory.
Profile OpenProfile(Napi::Env env, const Napi::Value& options, uint64_t length);
Napi::Value ReadProfile(Napi::Env env, const kolmo_profile* profile);
// (): what the CPU path in use can do at best
Napi::Value MeasurePeaks(const Napi::CallbackInfo& info);

}  // namespace kolmo
#endif
