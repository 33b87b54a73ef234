// The addon's exports. Thin on purpose: arguments were checked in TypeScript, everything else is the core's.
#include <kolmo.h>
#include <napi.h>

#include "addon/coder.h"

namespace kolmo {
namespace {

Napi::Error ErrorOf(Napi::Env env, const kolmo_error& error) {
  Napi::Error result = Napi::Error::New(env, error.message);
  result.Set("code", Napi::String::New(env, kolmo_status_name(error.status)));
  return result;
}

// (): the CPU path in use
Napi::Value Cpu(const Napi::CallbackInfo& info) {
  kolmo_error error{};
  const char* const name = kolmo_cpu(&error);
  if (name == nullptr) throw ErrorOf(info.Env(), error);
  return Napi::String::New(info.Env(), name);
}

// (): the names of the paths that this build and CPU offer
Napi::Value CpuPaths(const Napi::CallbackInfo& info) {
  const char* names[16];
  const size_t count = kolmo_cpu_paths(names, 16);
  Napi::Array result = Napi::Array::New(info.Env());
  for (uint32_t i = 0; i < count && i < 16; i++) result[i] = Napi::String::New(info.Env(), names[i]);
  return result;
}

// (program: Uint8Array, length: −1 for unknown, memory: 0 for no cap)
Napi::Value CheckProgram(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto program = info[0].As<Napi::Buffer<uint8_t>>();
  kolmo_program_info need{};
  kolmo_error error{};
  const kolmo_status status = kolmo_program_check(program.Data(), program.Length(), SizeOf(info[1], KOLMO_UNKNOWN_LENGTH),
                                                  SizeOf(info[2], 0), &need, &error);
  if (status != KOLMO_OK) {
    error.status = status;
    throw ErrorOf(env, error);
  }
  Napi::Object result = Napi::Object::New(env);
  result["hash"] = HashText(env, need.hash);
  result["name"] = NameOrNull(env, need.name);
  result["memory"] = Napi::Number::New(env, static_cast<double>(need.memory));
  result["cost"] = Napi::Number::New(env, static_cast<double>(need.cost));
  result["sizeClass"] = Napi::Number::New(env, need.size_class);
  result["stages"] = Napi::Number::New(env, need.stages);
  return result;
}

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  Environment* const environment = new Environment(env);
  env.SetInstanceData(environment);
  environment->encoder = Napi::Persistent(Encoder::Define(env));
  environment->decoder = Napi::Persistent(Decoder::Define(env));
  exports["Encoder"] = environment->encoder.Value();
  exports["Decoder"] = environment->decoder.Value();
  exports["cpu"] = Napi::Function::New<Cpu>(env, "cpu");
  exports["cpuPaths"] = Napi::Function::New<CpuPaths>(env, "cpuPaths");
  exports["checkProgram"] = Napi::Function::New<CheckProgram>(env, "checkProgram");
  exports["version"] = Napi::String::New(env, KOLMO_VERSION);

  Napi::Object constants = Napi::Object::New(env);
  const auto number = [&](const char* name, double value) { constants[name] = Napi::Number::New(env, value); };
  number("FORMAT_VERSION", KOLMO_FORMAT_VERSION);
  number("OPSET_REVISION", KOLMO_OPSET_REVISION);
  number("DEFAULT_MEMORY", static_cast<double>(KOLMO_DEFAULT_MEMORY));
  number("DEFAULT_MAX_COST", static_cast<double>(KOLMO_DEFAULT_MAX_COST));
  number("BLOCK", KOLMO_BLOCK);
  number("BLOCK_MAX", KOLMO_BLOCK_MAX);
  number("SEGMENT_MIN", KOLMO_SEGMENT_MIN);
  number("PROGRAM_MAX", KOLMO_PROGRAM_MAX);
  exports["constants"] = constants;
  return exports;
}

}  // namespace
}  // namespace kolmo

static Napi::Object InitKolmo(Napi::Env env, Napi::Object exports) { return kolmo::Init(env, exports); }
NODE_API_MODULE(kolmo, InitKolmo)
