// The growing buffer that a job's output is gathered in, off the JavaScript heap, until it becomes a Buffer.
#ifndef KOLMO_ADDON_OUTPUT_H
#define KOLMO_ADDON_OUTPUT_H
#include <napi.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace kolmo {

class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { std::free(data_); }

  size_t size() const { return size_; }

  // False when the system has no more memory; what was there stays.
  bool Append(const uint8_t* data, size_t n) noexcept {
    if (n > capacity_ - size_) {
      const size_t wanted = std::max({size_ + n, capacity_ + capacity_ / 2, size_t{1024}});
      void* const grown = std::realloc(data_, wanted);
      if (grown == nullptr) return false;
      data_ = static_cast<uint8_t*>(grown);
      capacity_ = wanted;
    }
    if (n > 0) std::memcpy(data_ + size_, data, n);
    size_ += n;
    return true;
  }

  // Empties this object into a Buffer: large outputs are handed over without a copy where the runtime allows external
  // memory (Electron does not), small ones are copied, which is cheaper than a finalizer.
  Napi::Buffer<uint8_t> Take(Napi::Env env) {
    if (size_ < kHandOver) {
      const auto copy = Napi::Buffer<uint8_t>::Copy(env, data_, size_);
      size_ = 0;
      return copy;
    }
    void* const shrunk = std::realloc(data_, size_);
    uint8_t* const data = shrunk != nullptr ? static_cast<uint8_t*>(shrunk) : data_;
    const size_t size = size_;
    data_ = nullptr;
    size_ = capacity_ = 0;
    return Napi::Buffer<uint8_t>::NewOrCopy(env, data, size, [](Napi::Env, uint8_t* memory) { std::free(memory); });
  }

 private:
  static constexpr size_t kHandOver = 64 * 1024;
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace kolmo
#endif
