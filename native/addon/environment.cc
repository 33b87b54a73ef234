#include "addon/environment.h"

#include <new>
#include <utility>

namespace kolmo {

struct Environment::Message {
  Job* job;
  bool done;
  uint64_t bytes_in, bytes_out;
};

void Job::Run() noexcept {
  const Garbage garbage = Work();
  environment_.PostDone(this);  // from here on this job may be gone
}

Environment::Environment(Napi::Env env) : env_(env) {
  const Napi::String name = Napi::String::New(env, "kolmo");
  if (napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, nullptr, nullptr, this, OnMessage, &messages_) !=
      napi_ok) {
    throw Napi::Error::New(env, "kolmo: cannot create a thread-safe function");
  }
  napi_unref_threadsafe_function(env, messages_);
  Pool::Get().Attach();
  // Hooks run last-in first-out, so ours runs while the thread-safe function still exists.
  napi_add_env_cleanup_hook(env, OnTeardown, this);
}

void Environment::Start(std::unique_ptr<Job> job) {
  Job* const raw = job.get();
  {
    std::lock_guard<std::mutex> lock(mutex_);
    running_++;
  }
  try {
    Pool::Get().Submit(raw);
  } catch (...) {
    std::lock_guard<std::mutex> lock(mutex_);
    running_--;
    throw;
  }
  jobs_.emplace(raw, std::move(job));
  if (jobs_.size() == 1) napi_ref_threadsafe_function(env_, messages_);
}

void Environment::Cancel(Job* job) {
  job->Cancel();
  if (Pool::Get().Remove(job)) job->Run();  // cancelled already: Work returns at once
}

void Environment::PostProgress(Job* job, uint64_t bytes_in, uint64_t bytes_out) noexcept {
  Message* const message = new (std::nothrow) Message{job, false, bytes_in, bytes_out};
  if (message == nullptr) return;
  if (napi_call_threadsafe_function(messages_, message, napi_tsfn_nonblocking) != napi_ok) delete message;
}

void Environment::PostDone(Job* job) noexcept {
  // Under the lock: once running_ is 0 the teardown may go on and this object may go away.
  std::lock_guard<std::mutex> lock(mutex_);
  Message* const message = new Message{job, true, 0, 0};
  if (napi_call_threadsafe_function(messages_, message, napi_tsfn_nonblocking) != napi_ok) delete message;
  running_--;
  all_posted_.notify_all();
}

void Environment::OnMessage(napi_env raw_env, napi_value, void* context, void* data) {
  const std::unique_ptr<Message> message(static_cast<Message*>(data));
  if (raw_env == nullptr) return;  // torn down: OnTeardown took care of the jobs
  const Napi::Env env(raw_env);
  Environment* const self = static_cast<Environment*>(context);
  try {
    if (!message->done) {
      message->job->OnProgress(env, message->bytes_in, message->bytes_out);
      return;
    }
    const auto found = self->jobs_.find(message->job);
    const std::unique_ptr<Job> job = std::move(found->second);
    self->jobs_.erase(found);
    if (self->jobs_.empty()) napi_unref_threadsafe_function(raw_env, self->messages_);
    job->OnDone(env);
  } catch (const Napi::Error& error) {
    error.ThrowAsJavaScriptException();
  }
}

void Environment::OnTeardown(void* data) {
  Environment* const self = static_cast<Environment*>(data);
  for (const auto& entry : self->jobs_) {
    entry.first->Cancel();
    if (Pool::Get().Remove(entry.first)) {
      std::lock_guard<std::mutex> lock(self->mutex_);
      self->running_--;
    }
  }
  {
    std::unique_lock<std::mutex> lock(self->mutex_);
    self->all_posted_.wait(lock, [self] { return self->running_ == 0; });
  }
  self->jobs_.clear();
  self->encoder.Reset();
  self->decoder.Reset();
  Pool::Get().Detach();
}

}  // namespace kolmo
