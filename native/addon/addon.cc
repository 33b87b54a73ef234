// The addon's exports. Thin on purpose: arguments were checked in TypeScript, everything else is the core's.
#include <kolmo.h>
#include <napi.h>

#include "addon/coder.h"
#include "addon/inspect.h"
#include "addon/profile.h"
#include "core/frame.h"

namespace kolmo {
namespace {

// (): the CPU path in use
Napi::Value Cpu(const Napi::CallbackInfo& info) {
  kolmo_error error{};
  const char* const name = kolmo_cpu(&error);
  if (name == nullptr) throw ErrorOf(info.Env(), error.status, error);
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
  if (status != KOLMO_OK) throw ErrorOf(env, status, error);
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
  kolmo_cpu(nullptr);  // reads KOLMO_CPU now: later, pool threads would read it while this thread may write to process.env
  Environment* const environment = new Environment(env);
  env.SetInstanceData(environment);
  environment->encoder = Napi::Persistent(Encoder::Define(env));
  environment->decoder = Napi::Persistent(Decoder::Define(env));
  exports["Encoder"] = environment->encoder.Value();
  exports["Decoder"] = environment->decoder.Value();
  exports["cpu"] = Napi::Function::New<Cpu>(env, "cpu");
  exports["cpuPaths"] = Napi::Function::New<CpuPaths>(env, "cpuPaths");
  exports["checkProgram"] = Napi::Function::New<CheckProgram>(env, "checkProgram");
  exports["writeHeader"] = Napi::Function::New<WriteHeader>(env, "writeHeader");
  exports["writeEnd"] = Napi::Function::New<WriteEnd>(env, "writeEnd");
  exports["measureText"] = Napi::Function::New<MeasureText>(env, "measureText");
  exports["readIndex"] = Napi::Function::New<ReadIndex>(env, "readIndex");
  exports["measurePeaks"] = Napi::Function::New<MeasurePeaks>(env, "measurePeaks");
  exports["releaseSnapshot"] = Napi::Function::New<ReleaseSnapshot>(env, "releaseSnapshot");
  exports["inspect"] = Napi::Function::New<Inspect>(env, "inspect");
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
  number("SEGMENT_MAX", KOLMO_SEGMENT_MAX);
  number("PROGRAM_MAX", KOLMO_PROGRAM_MAX);
  number("VOCABULARY_MAX", KOLMO_VOCABULARY_MAX);
  number("CELL_MOMENTS", KOLMO_CELL_MOMENTS);
  number("CELL_CODER", KOLMO_CELL_CODER);
  number("CELL_PROFILE", KOLMO_CELL_PROFILE);
  number("CELL_NETWORK", KOLMO_CELL_NETWORK);
  number("CELL_OPS", KOLMO_CELL_OPS);
  number("NETWORK_CELLS", KOLMO_NETWORK_CELLS);
  number("CELLS", KOLMO_CELLS);
  number("TAG_SEGMENT", KOLMO_TAG_SEGMENT);
  number("SEGMENT_SNAPSHOT", KOLMO_SEGMENT_SNAPSHOT);
  const auto& magic = KOLMO_INDEX_MAGIC;  // as one big-endian number
  number("INDEX_MAGIC", ((magic[0] * 256.0 + magic[1]) * 256.0 + magic[2]) * 256.0 + magic[3]);
  exports["constants"] = constants;
  return exports;
}

}  // namespace
}  // namespace kolmo

static Napi::Object InitKolmo(Napi::Env env, Napi::Object exports) { return kolmo::Init(env, exports); }
NODE_API_MODULE(kolmo, InitKolmo)
