// The C side of one coder, without JavaScript: runs on whatever thread it is called from, one call at a time.
#ifndef KOLMO_ADDON_ENGINE_H
#define KOLMO_ADDON_ENGINE_H
#include <kolmo.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "addon/output.h"
#include "addon/profile.h"

namespace kolmo {

// Between two reports of progress.
constexpr auto kReportInterval = std::chrono::milliseconds(100);

// A model's state, shared by the coders that start from it.
using Snapshot = std::shared_ptr<kolmo_snapshot>;

// What a coder leaves behind; frees it when destroyed.
struct Garbage {
  Garbage() = default;
  Garbage(Garbage&& other) noexcept
      : encoder(std::exchange(other.encoder, nullptr)), decoder(std::exchange(other.decoder, nullptr)), start(std::move(other.start)) {}
  Garbage& operator=(Garbage&&) = delete;
  ~Garbage() {
    kolmo_encoder_close(encoder);
    kolmo_decoder_close(decoder);
  }

  kolmo_encoder* encoder = nullptr;
  kolmo_decoder* decoder = nullptr;
  Snapshot start;
};

enum class Op : uint32_t { kWrite = 0, kFlush = 1, kFinish = 2 };

class Engine {
 public:
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Codes data[0..n), then flushes or finishes. With high_water > 0 a decoder stops early once that much output is gathered;
  // then the op is not done. Returns the input bytes consumed. The first error stays: see error().
  size_t Run(const uint8_t* data, size_t n, Op op, size_t high_water) noexcept;

  const kolmo_error& error() const { return error_; }
  Output& output() { return output_; }
  uint64_t output_total() const { return output_total_; }

  // The snapshot that a part which is the first segment has taken, once; else null.
  Snapshot TakeSnapshot() { return std::move(snapshot_); }

  // The coder, where nothing more can come of it: to be freed on a pool thread, for unmapping a large model takes long, and after the
  // answer, so that nobody waits for it.
  Garbage TakeIfEnded() noexcept;
  virtual bool IsFree() const = 0;  // whether nothing is left to free that takes time

  std::atomic<bool> cancelled{false};

  // Set before Run, told at most ten times a second. Returning false stops the run.
  bool (*report)(void* user, uint64_t bytes_in, uint64_t bytes_out) = nullptr;
  void* report_user = nullptr;

 protected:
  explicit Engine(uint64_t output_limit);  // 0: none
  virtual kolmo_status Open(kolmo_error* error) = 0;
  virtual kolmo_status Write(const uint8_t* data, size_t n, kolmo_error* error) = 0;
  virtual kolmo_status Flush(kolmo_error* error) = 0;
  virtual kolmo_status Finish(kolmo_error* error) = 0;
  virtual kolmo_snapshot* Snap() = 0;  // what the core hands over, or null
  virtual Garbage Release() noexcept = 0;
  // The most input bytes to write before the high-water mark is looked at again.
  virtual size_t Piece() const = 0;

  kolmo_io io_;

 private:
  static int OnWrite(void* user, const uint8_t* data, size_t n);
  static int OnProgress(void* user, uint64_t bytes_in, uint64_t bytes_out);
  size_t Code(const uint8_t* data, size_t n, Op op, size_t high_water) noexcept;
  bool Check(kolmo_status status) noexcept;
  void Fail(kolmo_status status, const char* message) noexcept;

  kolmo_error error_{};
  Output output_;
  const uint64_t output_limit_;
  uint64_t output_total_ = 0;
  kolmo_status sink_status_ = KOLMO_OK;  // why OnWrite refused
  bool opened_ = false;
  bool ended_ = false;  // finished or failed
  Snapshot snapshot_;
  std::chrono::steady_clock::time_point reported_;
};

class EncodeEngine final : public Engine {
 public:
  EncodeEngine(std::vector<uint8_t> program, std::vector<uint8_t> vocabulary, const kolmo_encode_options& options, Snapshot start, uint64_t output_limit,
               Profile profile);
  ~EncodeEngine() override { kolmo_encoder_close(encoder_); }
  const kolmo_profile* profile() const { return profile_.get(); }

 private:
  kolmo_status Open(kolmo_error* error) override;
  kolmo_status Write(const uint8_t* data, size_t n, kolmo_error* error) override;
  kolmo_status Flush(kolmo_error* error) override;
  kolmo_status Finish(kolmo_error* error) override;
  kolmo_snapshot* Snap() override { return kolmo_encoder_take_snapshot(encoder_); }
  Garbage Release() noexcept override;
  bool IsFree() const override { return encoder_ == nullptr; }
  size_t Piece() const override { return SIZE_MAX; }

  std::vector<uint8_t> program_, vocabulary_;
  Snapshot start_;
  Profile profile_;
  kolmo_encode_options options_;
  kolmo_encoder* encoder_ = nullptr;
};

class DecodeEngine final : public Engine {
 public:
  DecodeEngine(const kolmo_decode_options& options, Snapshot start);
  ~DecodeEngine() override { kolmo_decoder_close(decoder_); }
  void Info(kolmo_archive_info* info) const;
  std::vector<kolmo_segment> Segments() const;

 private:
  kolmo_status Open(kolmo_error* error) override;
  kolmo_status Write(const uint8_t* data, size_t n, kolmo_error* error) override;
  kolmo_status Flush(kolmo_error*) override { return KOLMO_OK; }  // a decoder holds back nothing that it could give
  kolmo_status Finish(kolmo_error* error) override;
  kolmo_snapshot* Snap() override { return kolmo_decoder_take_snapshot(decoder_); }
  Garbage Release() noexcept override;
  bool IsFree() const override { return decoder_ == nullptr || options_.scan != 0; }
  // Few enough that a piece of a hostile archive can hold no more than a few block ends, so that a stream with
  // backpressure never gathers more than a few blocks of output.
  size_t Piece() const override { return 32; }

  kolmo_decode_options options_;
  Snapshot start_;
  kolmo_decoder* decoder_ = nullptr;
};

}  // namespace kolmo
#endif
