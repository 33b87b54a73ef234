#include "addon/coder.h"

#include "addon/pool.h"

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
  Napi::ArrayBuffer data;  // what is being read
  Napi::Error thrown;
};

// A snapshot in JavaScript is an External that holds a Snapshot.
Napi::Value ExternalOf(Napi::Env env, Snapshot snapshot) {
  if (snapshot == nullptr) return env.Null();
  return Napi::External<Snapshot>::New(env, new Snapshot(std::move(snapshot)), [](Napi::Env, Snapshot* held) { delete held; });
}

Snapshot SnapshotOf(const Napi::Value& value) {
  return value.IsExternal() ? *value.As<Napi::External<Snapshot>>().Data() : Snapshot();
}

// A vocabulary, or null: borrowed.
struct Vocabulary {
  explicit Vocabulary(const Napi::Value& value) {
    if (!value.IsTypedArray()) return;
    const auto given = value.As<Napi::Buffer<uint8_t>>();
    data = given.Data();
    size = given.Length();
  }
  const uint8_t* data = nullptr;
  size_t size = 0;
};

kolmo_encode_options EncodeOptionsOf(const Napi::Object& given) {
  const auto program = given.Get("program").As<Napi::Buffer<uint8_t>>();
  kolmo_encode_options options{};
  options.program = program.Data();
  options.program_bytes = program.Length();
  options.length = SizeOf(given.Get("length"), KOLMO_UNKNOWN_LENGTH);
  options.memory = SizeOf(given.Get("memory"), 0);
  options.text = static_cast<kolmo_text>(SizeOf(given.Get("text"), KOLMO_TEXT_NONE));
  const Vocabulary vocabulary(given.Get("vocabulary"));
  options.vocabulary = vocabulary.data;
  options.vocabulary_bytes = vocabulary.size;
  options.segment = SizeOf(given.Get("segment"), 0);
  options.snapshot = SizeOf(given.Get("snapshot"), 0);
  options.part = given.Get("at").IsNumber() ? 1 : 0;
  options.at = SizeOf(given.Get("at"), 0);
  return options;
}

// A sink for the few bytes of a header or an end.
int WriteToOutput(void* user, const uint8_t* data, size_t n) { return static_cast<Output*>(user)->Append(data, n) ? 0 : 1; }

Napi::Value SegmentsOf(Napi::Env env, const std::vector<kolmo_segment>& segments) {
  Napi::Array result = Napi::Array::New(env, segments.size());
  for (uint32_t i = 0; i < segments.size(); i++) {
    const kolmo_segment& segment = segments[i];
    Napi::Object row = Napi::Object::New(env);
    const auto number = [&](const char* name, uint64_t value) { row[name] = Napi::Number::New(env, static_cast<double>(value)); };
    number("headerAt", segment.header_at);
    number("headerBytes", segment.header_bytes);
    number("archiveAt", segment.archive_at);
    number("archiveBytes", segment.archive_bytes);
    number("rawAt", segment.raw_at);
    number("rawBytes", segment.raw_bytes);
    result[i] = row;
  }
  return result;
}

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

  Garbage Work() noexcept override {
    engine_.report = on_progress_.IsEmpty() ? nullptr : Report;
    engine_.report_user = this;
    consumed_ = engine_.Run(data_, size_, op_, high_water_);
    return engine_.TakeIfEnded();
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
  SyncReport report{env, info[3].IsFunction() ? info[3].As<Napi::Function>() : Napi::Function(), input.buffer.ArrayBuffer(), Napi::Error()};
  engine.report = nullptr;
  if (info[3].IsFunction()) {
    engine.report_user = &report;
    engine.report = [](void* user, uint64_t bytes_in, uint64_t bytes_out) {
      SyncReport* const to = static_cast<SyncReport*>(user);
      const Napi::HandleScope scope(to->env);
      try {
        to->function.Call({Napi::Number::New(to->env, static_cast<double>(bytes_in)),
                           Napi::Number::New(to->env, static_cast<double>(bytes_out))});
        if (!to->data.IsDetached()) return true;
        to->thrown = Napi::Error::New(to->env, "data: its buffer was transferred during the call");
        to->thrown.Set("code", Napi::String::New(to->env, kolmo_status_name(KOLMO_ERR_OPTION)));
        return false;
      } catch (const Napi::Error& error) {  // C frames lie between here and JavaScript: carry it over them
        to->thrown = error;
        return false;
      }
    };
  }
  busy_ = true;
  const size_t consumed = engine.Run(input.buffer.Data(), input.buffer.Length(), input.op, input.high_water);
  engine.TakeIfEnded();
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
  if (!busy_) FreeEngine();
}

void Coder::EndRun() {
  job_ = nullptr;
  busy_ = false;
  if (closing_) FreeEngine();
}

void Coder::FreeEngine() {
  if (engine_ == nullptr || engine_->IsFree()) return engine_.reset();
  Engine* const engine = engine_.release();
  Pool::Get().Later([engine] { delete engine; });
}

Napi::Value Coder::TakeSnapshot(Napi::Env env) { return ExternalOf(env, IdleEngine(env).TakeSnapshot()); }

// ({program: Uint8Array, length, memory, text, vocabulary, segment, snapshot, at, start, outputLimit, profile})
Encoder::Encoder(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Encoder>(info), Coder(info.Env()) {
  const Napi::Object given = info[0].As<Napi::Object>();
  const kolmo_encode_options options = EncodeOptionsOf(given);
  engine_ = std::make_unique<EncodeEngine>(std::vector<uint8_t>(options.program, options.program + options.program_bytes),
                                           std::vector<uint8_t>(options.vocabulary, options.vocabulary + options.vocabulary_bytes), options,
                                           SnapshotOf(given.Get("start")), SizeOf(given.Get("outputLimit"), 0),
                                           OpenProfile(info.Env(), given.Get("profile"), options.length));
}

// (): what an encoder with `profile` knows by now, else null
Napi::Value Encoder::Profile(const Napi::CallbackInfo& info) {
  const kolmo_profile* const profile = static_cast<const EncodeEngine&>(IdleEngine(info.Env())).profile();
  return profile == nullptr ? info.Env().Null() : ReadProfile(info.Env(), profile);
}

Napi::Function Encoder::Define(Napi::Env env) {
  return DefineClass(env, "Encoder",
                     {InstanceMethod<&Encoder::RunSync>("runSync"), InstanceMethod<&Encoder::Run>("run"),
                      InstanceMethod<&Encoder::Cancel>("cancel"), InstanceMethod<&Encoder::Close>("close"),
                      InstanceMethod<&Encoder::TakeSnapshot>("takeSnapshot"), InstanceMethod<&Encoder::Profile>("profile")});
}

// ({memory, maxCost, outputLimit, scan, part, start})
Decoder::Decoder(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Decoder>(info), Coder(info.Env()) {
  const Napi::Object given = info[0].As<Napi::Object>();
  kolmo_decode_options options{};
  options.memory = SizeOf(given.Get("memory"), 0);
  options.max_cost = SizeOf(given.Get("maxCost"), 0);
  options.output_limit = SizeOf(given.Get("outputLimit"), 0);
  options.scan = given.Get("scan").ToBoolean() ? 1 : 0;
  options.part = given.Get("part").ToBoolean() ? 1 : 0;
  engine_ = std::make_unique<DecodeEngine>(options, SnapshotOf(given.Get("start")));
}

Napi::Function Decoder::Define(Napi::Env env) {
  return DefineClass(env, "Decoder",
                     {InstanceMethod<&Decoder::RunSync>("runSync"), InstanceMethod<&Decoder::Run>("run"),
                      InstanceMethod<&Decoder::Cancel>("cancel"), InstanceMethod<&Decoder::Close>("close"),
                      InstanceMethod<&Decoder::TakeSnapshot>("takeSnapshot"), InstanceMethod<&Decoder::Info>("info"),
                      InstanceMethod<&Decoder::Segments>("segments")});
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
  number("textBlocks", archive.text_blocks);
  number("text", archive.text);
  number("memory", archive.memory);
  number("cost", archive.cost);
  number("snapshot", archive.snapshot);
  result["hash"] = HashText(env, archive.program_hash);
  result["program"] = NameOrNull(env, archive.program_name);
  number("sizeClass", archive.size_class);
  result["embedded"] = Napi::Boolean::New(env, archive.embedded != 0);
  result["lengthKnown"] = Napi::Boolean::New(env, archive.length_known != 0);
  result["indexed"] = Napi::Boolean::New(env, archive.indexed != 0);
  return result;
}

Napi::Value Decoder::Segments(const Napi::CallbackInfo& info) {
  return SegmentsOf(info.Env(), static_cast<const DecodeEngine&>(IdleEngine(info.Env())).Segments());
}

Napi::Value WriteEnd(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto rows = info[0].As<Napi::Float64Array>();
  std::vector<kolmo_segment_size> sizes(rows.ElementLength() / 2);
  for (size_t i = 0; i < sizes.size(); i++) sizes[i] = {static_cast<uint64_t>(rows[2 * i]), static_cast<uint64_t>(rows[2 * i + 1])};
  Output output;
  const kolmo_io io{WriteToOutput, nullptr, &output};
  kolmo_error error{};
  const kolmo_status status = kolmo_write_end(sizes.data(), sizes.size(), SizeOf(info[1], 0), &io, &error);
  if (status != KOLMO_OK) throw ErrorOf(env, status, error);
  return output.Take(env);
}

Napi::Value WriteHeader(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const kolmo_encode_options options = EncodeOptionsOf(info[0].As<Napi::Object>());
  Output output;
  const kolmo_io io{WriteToOutput, nullptr, &output};
  kolmo_error error{};
  const kolmo_status status = kolmo_write_header(&options, &io, &error);
  if (status != KOLMO_OK) throw ErrorOf(env, status, error);
  return output.Take(env);
}

Napi::Value MeasureText(const Napi::CallbackInfo& info) {
  const Vocabulary vocabulary(info[1]);
  const auto data = info[2].As<Napi::Buffer<uint8_t>>();
  kolmo_text_sizes sizes{};
  kolmo_error error{};
  const kolmo_status status =
      kolmo_text_measure(static_cast<kolmo_text>(SizeOf(info[0], 0)), vocabulary.data, vocabulary.size, data.Data(), data.Length(), &sizes, &error);
  if (status != KOLMO_OK) throw ErrorOf(info.Env(), status, error);
  Napi::Object result = Napi::Object::New(info.Env());
  const auto number = [&](const char* name, uint64_t value) { result[name] = Napi::Number::New(info.Env(), static_cast<double>(value)); };
  number("bytes", sizes.bytes);
  number("covered", sizes.covered);
  number("letters", sizes.letters);
  return result;
}

Napi::Value ReadIndex(const Napi::CallbackInfo& info) {
  const auto frame = info[0].As<Napi::Buffer<uint8_t>>();
  std::vector<kolmo_segment> rows(frame.Length() / 2);  // a row has two bytes at least
  size_t count = 0;
  kolmo_error error{};
  const kolmo_status status = kolmo_read_index(frame.Data(), frame.Length(), SizeOf(info[1], 0), rows.data(), rows.size(), &count, &error);
  if (status != KOLMO_OK) throw ErrorOf(info.Env(), status, error);
  rows.resize(count);
  return SegmentsOf(info.Env(), rows);
}

void ReleaseSnapshot(const Napi::CallbackInfo& info) {
  if (!info[0].IsExternal()) return;
  Snapshot held = std::move(*info[0].As<Napi::External<Snapshot>>().Data());
  Pool::Get().Later([held = std::move(held)]() mutable { held.reset(); });
}

Napi::Error ErrorOf(Napi::Env env, kolmo_status status, const kolmo_error& error) {
  Napi::Error result = Napi::Error::New(env, error.message);
  result.Set("code", Napi::String::New(env, kolmo_status_name(status)));
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
