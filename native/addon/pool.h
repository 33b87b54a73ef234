// A few threads of our own for coding jobs. libuv's pool is not used: it has four threads for all of fs, dns and zlib, and
// one coding job can hold a thread for minutes.
#ifndef KOLMO_ADDON_POOL_H
#define KOLMO_ADDON_POOL_H
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kolmo {

class Task {
 public:
  virtual ~Task() = default;
  // Runs on a pool thread. Must not throw, and reports its own end.
  virtual void Run() noexcept = 0;
};

// One per process, shared by the main thread and all worker_threads that loaded the addon.
class Pool {
 public:
  static Pool& Get();

  // Each environment attaches when it loads the addon and detaches when it is torn down, with none of its tasks left. The
  // last one to leave joins the threads, because the addon's code may be unmapped right after.
  void Attach();
  void Detach();

  // Starts a thread if all are busy and the bound allows. Throws std::system_error if not even one thread can start.
  void Submit(Task* task);
  // Runs on a pool thread, some time; here, when none can be had. Not waited for by anybody.
  void Later(std::function<void()> work);
  // Takes back a task that no thread has picked up yet. False: it is running or has run.
  bool Remove(Task* task);

 private:
  Pool();
  void Loop();
  void Drain();  // runs what is left in the queue, with mutex_ held by nobody

  const size_t max_threads_;
  std::mutex lifecycle_;  // held by Attach and Detach; taken before mutex_
  size_t environments_ = 0;

  std::mutex mutex_;  // guards all below
  std::condition_variable wake_;
  std::deque<Task*> queue_;
  std::vector<std::thread> threads_;
  size_t idle_ = 0;
  bool stopping_ = false;
};

}  // namespace kolmo
#endif
