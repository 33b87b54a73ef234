#include "addon/pool.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace kolmo {

Pool& Pool::Get() {
  // Never destroyed: process.exit() runs static destructors while threads may still wait on the mutex.
  static Pool* const pool = new Pool();
  return *pool;
}

Pool::Pool() : max_threads_(std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 16)) {}

void Pool::Attach() {
  std::lock_guard<std::mutex> lifecycle(lifecycle_);
  environments_++;
}

void Pool::Detach() {
  std::lock_guard<std::mutex> lifecycle(lifecycle_);
  if (--environments_ > 0) return;
  std::vector<std::thread> threads;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    threads.swap(threads_);
  }
  wake_.notify_all();
  for (std::thread& thread : threads) thread.join();
  Drain();
  std::lock_guard<std::mutex> lock(mutex_);
  stopping_ = false;
  idle_ = 0;
}

// What is left when no environment is: tasks of Later() alone.
void Pool::Drain() {
  std::deque<Task*> left;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    left.swap(queue_);
  }
  for (Task* const task : left) task->Run();
}

void Pool::Later(std::function<void()> work) {
  class Once final : public Task {
   public:
    explicit Once(std::function<void()> work) : work_(std::move(work)) {}
    void Run() noexcept override {
      work_();
      delete this;
    }

   private:
    std::function<void()> work_;
  };
  Once* const task = new Once(std::move(work));
  try {
    Submit(task);
  } catch (const std::system_error&) {
    task->Run();
  }
}

void Pool::Submit(Task* task) {
  std::lock_guard<std::mutex> lock(mutex_);
  queue_.push_back(task);
  if (idle_ < queue_.size() && threads_.size() < max_threads_) {
    try {
      threads_.emplace_back([this] { Loop(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) {
        queue_.pop_back();
        throw;
      }
    }
  }
  wake_.notify_one();
}

bool Pool::Remove(Task* task) {
  std::lock_guard<std::mutex> lock(mutex_);
  const auto found = std::find(queue_.begin(), queue_.end(), task);
  if (found == queue_.end()) return false;
  queue_.erase(found);
  return true;
}

void Pool::Loop() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    idle_++;
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    idle_--;
    if (stopping_) return;
    Task* const task = queue_.front();
    queue_.pop_front();
    lock.unlock();
    task->Run();
    lock.lock();
  }
}

}  // namespace kolmo
