// kolmo_inspect for JavaScript, on a pool thread. src/native.ts is the typed contract.
#ifndef KOLMO_ADDON_INSPECT_H
#define KOLMO_ADDON_INSPECT_H
#include <napi.h>

namespace kolmo {

// (options, data: Uint8Array, done: (result) => void, progress: (bytesIn) => void | null)
void Inspect(const Napi::CallbackInfo& info);

}  // namespace kolmo
#endif
