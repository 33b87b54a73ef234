#include "addon/inspect.h"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "addon/coder.h"
#include "addon/environment.h"

extern "C" {
#include "core/inspect/inspect.h"
}

namespace kolmo {
namespace {

std::vector<uint8_t> BytesOf(const Napi::Value& value) {
  if (!value.IsTypedArray()) return {};
  const auto given = value.As<Napi::Buffer<uint8_t>>();
  return std::vector<uint8_t>(given.Data(), given.Data() + given.Length());
}

class InspectJob final : public Job {
 public:
  explicit InspectJob(const Napi::CallbackInfo& info) : Job(Environment::Of(info.Env())) {
    const Napi::Object given = info[0].As<Napi::Object>();
    program_ = BytesOf(given.Get("program"));
    vocabulary_ = BytesOf(given.Get("vocabulary"));
    const auto components = given.Get("components").As<Napi::Uint16Array>();
    for (size_t i = 0; i + 1 < components.ElementLength(); i += 2) components_.push_back({components[i], components[i + 1]});
    options_.program = program_.data();
    options_.program_bytes = program_.size();
    options_.vocabulary = vocabulary_.data();
    options_.vocabulary_bytes = vocabulary_.size();
    options_.components = components_.data();
    options_.component_count = components_.size();
    options_.memory = SizeOf(given.Get("memory"), 0);
    options_.text = static_cast<kolmo_text>(SizeOf(given.Get("text"), KOLMO_TEXT_NONE));
    options_.spread = SizeOf(given.Get("spread"), 0);
    options_.costly = SizeOf(given.Get("costly"), 0);
    options_.guess_all = given.Get("guessAll").ToBoolean() ? 1 : 0;
    options_.floor = static_cast<uint16_t>(SizeOf(given.Get("floor"), 1));
    const auto data = info[1].As<Napi::Buffer<uint8_t>>();
    data_ = data.Data();
    size_ = data.Length();
    data_object_ = Napi::Persistent(info[1].As<Napi::Object>());
    on_done_ = Napi::Persistent(info[2].As<Napi::Function>());
    if (info[3].IsFunction()) on_progress_ = Napi::Persistent(info[3].As<Napi::Function>());
  }
  ~InspectJob() override { kolmo_inspection_close(&result_); }

  Garbage Work() noexcept override {
    reported_ = std::chrono::steady_clock::now();
    const kolmo_io io = {nullptr, OnAsk, this};
    kolmo_inspect(&options_, data_, size_, &io, &result_, &error_);
    return Garbage();
  }

  void Cancel() noexcept override { stop_.store(true, std::memory_order_relaxed); }

  void OnProgress(Napi::Env env, uint64_t bytes_in, uint64_t) override { on_progress_.Call({Napi::Number::New(env, static_cast<double>(bytes_in))}); }

  void OnDone(Napi::Env env) override {
    Napi::Object result = Napi::Object::New(env);
    const auto take = [&](const char* name, auto*& array, size_t count) {  // an ArrayBuffer's bytes
      uint8_t* const bytes = reinterpret_cast<uint8_t*>(std::exchange(array, nullptr));
      result[name] = Napi::Buffer<uint8_t>::NewOrCopy(env, bytes, count * sizeof *array, [](Napi::Env, uint8_t* memory) { std::free(memory); });
    };
    result["code"] = Napi::String::New(env, kolmo_status_name(error_.status));
    result["message"] = Napi::String::New(env, error_.status == KOLMO_OK ? "" : error_.message);
    if (error_.status == KOLMO_OK) {
      take("coded", result_.coded, result_.bytes);
      take("costs", result_.costs, result_.bytes);
      take("guesses", result_.guesses, result_.guessed * KOLMO_GUESSES);
      take("at", result_.at, result_.kept);
      take("said", result_.said, result_.kept * options_.component_count);
      take("all", result_.all, options_.component_count);
    }
    on_done_.Call({result});
  }

 private:
  static int OnAsk(void* user, uint64_t bytes_in, uint64_t) {
    InspectJob* const self = static_cast<InspectJob*>(user);
    if (self->stop_.load(std::memory_order_relaxed)) return 1;
    const auto now = std::chrono::steady_clock::now();
    if (self->on_progress_.IsEmpty() || now - self->reported_ < kReportInterval) return 0;
    self->reported_ = now;
    self->environment_.PostProgress(self, bytes_in, 0);
    return 0;
  }

  std::vector<uint8_t> program_, vocabulary_;
  std::vector<kolmo_component> components_;
  kolmo_inspect_options options_{};
  const uint8_t* data_;
  size_t size_;
  Napi::ObjectReference data_object_;
  Napi::FunctionReference on_done_, on_progress_;
  std::atomic<bool> stop_{false};
  std::chrono::steady_clock::time_point reported_;
  kolmo_inspection result_{};
  kolmo_error error_{};
};

}  // namespace

void Inspect(const Napi::CallbackInfo& info) {
  auto job = std::make_unique<InspectJob>(info);
  try {
    Environment::Of(info.Env()).Start(std::move(job));
  } catch (const std::exception& error) {
    throw Napi::Error::New(info.Env(), std::string("kolmo: cannot start a thread: ") + error.what());
  }
}

}  // namespace kolmo
