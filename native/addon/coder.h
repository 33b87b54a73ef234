// Encoder and Decoder as JavaScript classes. src/native.ts is the typed contract of everything here.
#ifndef KOLMO_ADDON_CODER_H
#define KOLMO_ADDON_CODER_H
#include <napi.h>

#include <memory>

#include "addon/engine.h"
#include "addon/environment.h"

namespace kolmo {

// What both classes share. At most one run at a time; close() during a run takes effect at its end.
class Coder {
 public:
  virtual ~Coder() = default;

 protected:
  explicit Coder(Napi::Env env) : environment_(Environment::Of(env)) {}
  Napi::Value RunSync(const Napi::CallbackInfo& info);
  void Run(const Napi::CallbackInfo& info);
  void Cancel();
  void Close();
  Engine& IdleEngine(Napi::Env env) const;  // throws while a run is under way and after close()
  Napi::Value TakeSnapshot(Napi::Env env);

  std::unique_ptr<Engine> engine_;

 private:
  friend class CodingJob;
  void EndRun();
  void FreeEngine();

  Environment& environment_;
  Job* job_ = nullptr;  // the asynchronous run under way
  bool busy_ = false;
  bool closing_ = false;
};

class Encoder final : public Napi::ObjectWrap<Encoder>, public Coder {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit Encoder(const Napi::CallbackInfo& info);

 private:
  Napi::Value RunSync(const Napi::CallbackInfo& info) { return Coder::RunSync(info); }
  void Run(const Napi::CallbackInfo& info) { Coder::Run(info); }
  void Cancel(const Napi::CallbackInfo&) { Coder::Cancel(); }
  void Close(const Napi::CallbackInfo&) { Coder::Close(); }
  Napi::Value TakeSnapshot(const Napi::CallbackInfo& info) { return Coder::TakeSnapshot(info.Env()); }
  Napi::Value Profile(const Napi::CallbackInfo& info);
};

class Decoder final : public Napi::ObjectWrap<Decoder>, public Coder {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit Decoder(const Napi::CallbackInfo& info);

 private:
  Napi::Value RunSync(const Napi::CallbackInfo& info) { return Coder::RunSync(info); }
  void Run(const Napi::CallbackInfo& info) { Coder::Run(info); }
  void Cancel(const Napi::CallbackInfo&) { Coder::Cancel(); }
  void Close(const Napi::CallbackInfo&) { Coder::Close(); }
  Napi::Value TakeSnapshot(const Napi::CallbackInfo& info) { return Coder::TakeSnapshot(info.Env()); }
  Napi::Value Info(const Napi::CallbackInfo& info);
  Napi::Value Segments(const Napi::CallbackInfo& info);
};

// (rows of [archiveBytes, rawBytes]: Float64Array, header): the end of an archive of these segments
Napi::Value WriteEnd(const Napi::CallbackInfo& info);
// (the options of Encoder): the header that it writes
Napi::Value WriteHeader(const Napi::CallbackInfo& info);
// (text, vocabulary: Uint8Array | null, data: Uint8Array): what the text transform makes of it
Napi::Value MeasureText(const Napi::CallbackInfo& info);
// (frame: Uint8Array, at): the segments that the end frame at `at` tells of
Napi::Value ReadIndex(const Napi::CallbackInfo& info);
// (snapshot): frees it, but for coders that still use it
void ReleaseSnapshot(const Napi::CallbackInfo& info);
// {message, code} to throw
Napi::Error ErrorOf(Napi::Env env, kolmo_status status, const kolmo_error& error);

// "0123456789abcdef": 64-bit names cross as text, because a JavaScript number cannot hold them.
Napi::String HashText(Napi::Env env, uint64_t hash);
// A shipped Program's name, or null.
Napi::Value NameOrNull(Napi::Env env, const char* name);
// A size given as a number; −1 or absent becomes `absent`.
uint64_t SizeOf(const Napi::Value& value, uint64_t absent);

}  // namespace kolmo
#endif
