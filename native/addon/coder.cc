#include "addon/coder.h"

#include <cstdio>
#include <utility>

namespace kolmo {

namespace {

Napi::Object Result(Napi::Env env, Engine& engine, size_t consumed) {
  const kolmo_error& error = engine.error();
  Napi::Object result = Napi::Object::New(env);
  result["code"] = Napi::String::New(env, kolmo_status_name(error.status));
  result["message"] = Napi::String::New(env, error.status == KOLMO_OK ? "" : error.message);
  try {
    result["output"] = engine.output().Take(env);
  } catch (const Napi::Error&) {  // the caller must get an answer all the same, or its promise would hang
    result["code"] = Napi::String::New(env, kolmo_status_name(KOLMO_ERR_MEMORY));
    result["message"] = Napi::String::New(env, "no memory for a Buffer of the output");
    result["output"] = Napi::Buffer<uint8_t>::New(env, 0);
  }
  result["consumed"] = Napi::Number::New(env, static_cast<double>(consumed));
  return result;
}

// (data: Uint8Array, op: number, highWater: number, …)
struct Input {
  explicit Input(const Napi::CallbackInfo& info)
      : buffer(info[0].As<Napi::Buffer<uint8_t>>()),
        op(static_cast<Op>(info[1].As<Napi::Number>().Uint32Value())),
        high_water(static_cast<size_t>(SizeOf(info[2], 0))) {}
  Napi::Buffer<uint8_t> buffer;
  Op op;
  size_t high_water;
};

struct SyncReport {
  Napi::Env env;
  Napi::Function function;
  Napi::Error thrown;
};

}  // namespace

// One asynchronous run of a coder.
class CodingJob final : public Job {
 public:
  CodingJob(Coder& coder, const Napi::CallbackInfo& info) : Job(coder.environment_), coder_(coder), engine_(*coder.engine_) {
    const Input input(info);
    data_ = input.buffer.Data();
    size_ = input.buffer.Length();
    op_ = input.op;
    high_water_ = input.high_water;
    on_done_ = Napi::Persistent(info[3].As<Napi::Function>());
    if (info[4].IsFunction()) on_progress_ = Napi::Persistent(info[4].As<Napi::Function>());
    // Both must stay in place while a thread reads the one and works in the other.
    input_object_ = Napi::Persistent(info[0].As<Napi::Object>());
    coder_object_ = Napi::Persistent(info.This().As<Napi::Object>());
  }

  void Work() noexcept override {
    engine_.report = on_progress_.IsEmpty() ? nullptr : Report;
    engine_.report_user = this;
    consumed_ = engine_.Run(data_, size_, op_, high_water_);
  }

  void Cancel() noexcept override { engine_.cancelled.store(true, std::memory_order_relaxed); }

  void OnProgress(Napi::Env env, uint64_t bytes_in, uint64_t bytes_out) override {
    on_progress_.Call({Napi::Number::New(env, static_cast<double>(bytes_in)),
                       Napi::Number::New(env, static_cast<double>(bytes_out))});
  }

  void OnDone(Napi::Env env) override {
    const Napi::Object result = Result(env, engine_, consumed_);
    coder_.EndRun();
    on_done_.Call({result});
  }

 private:
  static bool Report(void* self, uint64_t bytes_in, uint64_t bytes_out) {
    CodingJob* const job = static_cast<CodingJob*>(self);
    job->environment_.PostProgress(job, bytes_in, bytes_out);
    return true;
  }

  Coder& coder_;
  Engine& engine_;
  Napi::ObjectReference coder_object_, input_object_;
  Napi::FunctionReference on_done_, on_progress_;
  const uint8_t* data_;
  size_t size_;
  Op op_;
  size_t high_water_;
  size_t consumed_ = 0;
};

Engine& Coder::IdleEngine(Napi::Env env) const {
  if (engine_ == nullptr || closing_) throw Napi::Error::New(env, "kolmo: the coder is closed");
  if (busy_) throw Napi::Error::New(env, "kolmo: the coder is busy");
  return *engine_;
}

Napi::Value Coder::RunSync(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Engine& engine = IdleEngine(env);
  const Input input(info);
  SyncReport report{env, info[3].IsFunction() ? info[3].As<Napi::Function>() : Napi::Function(), Napi::Error()};
  engine.report = nullptr;
  if (info[3].IsFunction()) {
    engine.report_user = &report;
    engine.report = [](void* user, uint64_t bytes_in, uint64_t bytes_out) {
      SyncReport* const to = static_cast<SyncReport*>(user);
      const Napi::HandleScope scope(to->env);
      try {
        to->function.Call({Napi::Number::New(to->env, static_cast<double>(bytes_in)),
                           Napi::Number::New(to->env, static_cast<double>(bytes_out))});
        return true;
      } catch (const Napi::Error& error) {  // C frames lie between here and JavaScript: carry it over them
        to->thrown = error;
        return false;
      }
    };
  }
  busy_ = true;
  const size_t consumed = engine.Run(input.buffer.Data(), input.buffer.Length(), input.op, input.high_water);
  busy_ = false;
  if (!report.thrown.IsEmpty()) {
    EndRun();
    throw report.thrown;
  }
  const Napi::Object result = Result(env, engine, consumed);
  EndRun();
  return result;
}

void Coder::Run(const Napi::CallbackInfo& info) {
  IdleEngine(info.Env());
  auto job = std::make_unique<CodingJob>(*this, info);
  Job* const raw = job.get();
  try {
    environment_.Start(std::move(job));
  } catch (const std::exception& error) {
    throw Napi::Error::New(info.Env(), std::string("kolmo: cannot start a thread: ") + error.what());
  }
  job_ = raw;
  busy_ = true;
}

void Coder::Cancel() {
  if (engine_ != nullptr) engine_->cancelled.store(true, std::memory_order_relaxed);
  if (job_ != nullptr) environment_.Cancel(job_);
}

void Coder::Close() {
  closing_ = true;
  Cancel();
  if (!busy_) engine_.reset();
}

void Coder::EndRun() {
  job_ = nullptr;
  busy_ = false;
  if (closing_) engine_.reset();
}

// ({program: Uint8Array, length, memory, segment, outputLimit})
Encoder::Encoder(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Encoder>(info), Coder(info.Env()) {
  const Napi::Object given = info[0].As<Napi::Object>();
  const auto program = given.Get("program").As<Napi::Buffer<uint8_t>>();
  kolmo_encode_options options{};
  options.length = SizeOf(given.Get("length"), KOLMO_UNKNOWN_LENGTH);
  options.memory = SizeOf(given.Get("memory"), 0);
  options.segment = SizeOf(given.Get("segment"), 0);
  engine_ = std::make_unique<EncodeEngine>(std::vector<uint8_t>(program.Data(), program.Data() + program.Length()), options,
                                           SizeOf(given.Get("outputLimit"), 0));
}

Napi::Function Encoder::Define(Napi::Env env) {
  return DefineClass(env, "Encoder",
                     {InstanceMethod<&Encoder::RunSync>("runSync"), InstanceMethod<&Encoder::Run>("run"),
                      InstanceMethod<&Encoder::Cancel>("cancel"), InstanceMethod<&Encoder::Close>("close")});
}

// ({memory, maxCost, outputLimit, scan})
Decoder::Decoder(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Decoder>(info), Coder(info.Env()) {
  const Napi::Object given = info[0].As<Napi::Object>();
  kolmo_decode_options options{};
  options.memory = SizeOf(given.Get("memory"), 0);
  options.max_cost = SizeOf(given.Get("maxCost"), 0);
  options.output_limit = SizeOf(given.Get("outputLimit"), 0);
  options.scan = given.Get("scan").ToBoolean() ? 1 : 0;
  engine_ = std::make_unique<DecodeEngine>(options);
}

Napi::Function Decoder::Define(Napi::Env env) {
  return DefineClass(env, "Decoder",
                     {InstanceMethod<&Decoder::RunSync>("runSync"), InstanceMethod<&Decoder::Run>("run"),
                      InstanceMethod<&Decoder::Cancel>("cancel"), InstanceMethod<&Decoder::Close>("close"),
                      InstanceMethod<&Decoder::Info>("info")});
}

Napi::Value Decoder::Info(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  kolmo_archive_info archive;
  static_cast<const DecodeEngine&>(IdleEngine(env)).Info(&archive);
  Napi::Object result = Napi::Object::New(env);
  const auto number = [&](const char* name, uint64_t value) {
    result[name] = Napi::Number::New(env, static_cast<double>(value));
  };
  number("archiveBytes", archive.archive_bytes);
  number("rawBytes", archive.raw_bytes);
  number("members", archive.members);
  number("segments", archive.segments);
  number("blocks", archive.blocks);
  number("storedBlocks", archive.stored_blocks);
  number("memory", archive.memory);
  number("cost", archive.cost);
  result["hash"] = HashText(env, archive.program_hash);
  result["program"] = NameOrNull(env, archive.program_name);
  number("sizeClass", archive.size_class);
  result["embedded"] = Napi::Boolean::New(env, archive.embedded != 0);
  result["lengthKnown"] = Napi::Boolean::New(env, archive.length_known != 0);
  result["indexed"] = Napi::Boolean::New(env, archive.indexed != 0);
  return result;
}

Napi::String HashText(Napi::Env env, uint64_t hash) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return Napi::String::New(env, text);
}

Napi::Value NameOrNull(Napi::Env env, const char* name) {
  if (name == nullptr) return env.Null();
  return Napi::String::New(env, name);
}

uint64_t SizeOf(const Napi::Value& value, uint64_t absent) {
  if (!value.IsNumber()) return absent;
  const double number = value.As<Napi::Number>().DoubleValue();
  return number >= 0 ? static_cast<uint64_t>(number) : absent;
}

}  // namespace kolmo
