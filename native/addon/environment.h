// What one JavaScript environment (the main thread or a worker) owns: the way back from pool threads to JavaScript, and the
// jobs under way, which all end before the environment does.
#ifndef KOLMO_ADDON_ENVIRONMENT_H
#define KOLMO_ADDON_ENVIRONMENT_H
#include <napi.h>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "addon/engine.h"
#include "addon/pool.h"

namespace kolmo {

class Environment;

// A task that answers on the JavaScript thread. Made, answered and destroyed there; only Work runs elsewhere.
class Job : public Task {
 public:
  explicit Job(Environment& environment) : environment_(environment) {}
  void Run() noexcept final;

  virtual Garbage Work() noexcept = 0;  // what it returns is destroyed after the answer is on its way
  virtual void Cancel() noexcept = 0;  // asks Work to end soon
  virtual void OnProgress(Napi::Env env, uint64_t bytes_in, uint64_t bytes_out) = 0;
  virtual void OnDone(Napi::Env env) = 0;

 protected:
  Environment& environment_;
};

class Environment {
 public:
  explicit Environment(Napi::Env env);
  static Environment& Of(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

  // While jobs are under way they keep the event loop alive, as a zlib call does.
  void Start(std::unique_ptr<Job> job);
  // A job still in the queue ends at once, without Work; one that runs is only asked to.
  void Cancel(Job* job);

  // For pool threads, from within Work.
  void PostProgress(Job* job, uint64_t bytes_in, uint64_t bytes_out) noexcept;

  Napi::FunctionReference encoder, decoder;  // the classes

 private:
  friend class Job;
  struct Message;
  static void OnMessage(napi_env env, napi_value callback, void* context, void* data);
  static void OnTeardown(void* self);
  void PostDone(Job* job) noexcept;

  napi_env env_;
  napi_threadsafe_function messages_ = nullptr;
  std::unordered_map<Job*, std::unique_ptr<Job>> jobs_;  // JavaScript thread only

  std::mutex mutex_;
  std::condition_variable all_posted_;
  size_t running_ = 0;  // jobs given to the pool that have not posted their end; guarded by mutex_
};

}  // namespace kolmo
#endif
