#include "addon/engine.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace kolmo {

Engine::Engine(uint64_t output_limit) : io_{OnWrite, OnProgress, this}, output_limit_(output_limit) {}

size_t Engine::Run(const uint8_t* data, size_t n, Op op, size_t high_water) noexcept {
  reported_ = std::chrono::steady_clock::now();
  if (error_.status == KOLMO_OK && cancelled.load(std::memory_order_relaxed)) Fail(KOLMO_ABORTED, "aborted");
  if (error_.status == KOLMO_OK && ended_) Fail(KOLMO_ERR_OPTION, "the coder has already finished");
  if (error_.status != KOLMO_OK) return 0;
  if (!opened_) {
    if (!Check(Open(&error_))) return 0;
    opened_ = true;
  }
  const size_t consumed = Code(data, n, op, high_water);
  if (kolmo_snapshot* const snapshot = Snap()) snapshot_ = Snapshot(snapshot, kolmo_snapshot_close);
  return consumed;
}

size_t Engine::Code(const uint8_t* data, size_t n, Op op, size_t high_water) noexcept {
  size_t consumed = 0;
  const size_t piece = high_water > 0 ? Piece() : n;
  while (consumed < n && (high_water == 0 || output_.size() < high_water)) {
    const size_t step = std::min(piece, n - consumed);
    if (!Check(Write(data + consumed, step, &error_))) return consumed;
    consumed += step;
  }
  if (consumed < n) return consumed;
  if (op == Op::kFlush) Check(Flush(&error_));
  if (op == Op::kFinish && Check(Finish(&error_))) ended_ = true;
  return consumed;
}

Garbage Engine::TakeIfEnded() noexcept {
  if (ended_ || error_.status != KOLMO_OK) return Release();
  return Garbage();
}

void Engine::Fail(kolmo_status status, const char* message) noexcept {
  error_.status = status;
  std::snprintf(error_.message, sizeof error_.message, "%s", message);
}

bool Engine::Check(kolmo_status status) noexcept {
  if (status == KOLMO_OK) {
    error_.status = KOLMO_OK;
    return true;
  }
  if (status == KOLMO_ERR_SINK && sink_status_ == KOLMO_ERR_OUTPUT_LIMIT) {
    char message[sizeof error_.message];
    std::snprintf(message, sizeof message, "the output would exceed the limit of %llu bytes",
                  static_cast<unsigned long long>(output_limit_));
    Fail(KOLMO_ERR_OUTPUT_LIMIT, message);
  } else if (status == KOLMO_ERR_SINK) {
    Fail(KOLMO_ERR_MEMORY, "no memory for the output");
  } else {
    error_.status = status;
  }
  return false;
}

int Engine::OnWrite(void* user, const uint8_t* data, size_t n) {
  Engine* const self = static_cast<Engine*>(user);
  if (self->output_limit_ > 0 && n > self->output_limit_ - self->output_total_) {
    self->sink_status_ = KOLMO_ERR_OUTPUT_LIMIT;
    return 1;
  }
  if (!self->output_.Append(data, n)) {
    self->sink_status_ = KOLMO_ERR_MEMORY;
    return 1;
  }
  self->output_total_ += n;
  return 0;
}

int Engine::OnProgress(void* user, uint64_t bytes_in, uint64_t bytes_out) {
  Engine* const self = static_cast<Engine*>(user);
  if (self->cancelled.load(std::memory_order_relaxed)) return 1;
  if (self->report == nullptr) return 0;
  const auto now = std::chrono::steady_clock::now();
  if (now - self->reported_ < kReportInterval) return 0;
  self->reported_ = now;
  return self->report(self->report_user, bytes_in, bytes_out) ? 0 : 1;
}

EncodeEngine::EncodeEngine(std::vector<uint8_t> program, std::vector<uint8_t> vocabulary, const kolmo_encode_options& options, Snapshot start,
                           uint64_t output_limit, Profile profile)
    : Engine(output_limit), program_(std::move(program)), vocabulary_(std::move(vocabulary)), start_(std::move(start)), profile_(std::move(profile)),
      options_(options) {
  options_.program = program_.data();
  options_.program_bytes = program_.size();
  options_.vocabulary = vocabulary_.data();
  options_.vocabulary_bytes = vocabulary_.size();
  options_.start = start_.get();
  options_.profile = profile_.get();
}

Garbage EncodeEngine::Release() noexcept {
  Garbage garbage;
  garbage.encoder = std::exchange(encoder_, nullptr);
  garbage.start = std::move(start_);
  return garbage;
}

kolmo_status EncodeEngine::Open(kolmo_error* error) {
  return kolmo_encoder_open(&options_, &io_, &encoder_, error);
}

kolmo_status EncodeEngine::Write(const uint8_t* data, size_t n, kolmo_error* error) {
  return kolmo_encoder_write(encoder_, data, n, error);
}

kolmo_status EncodeEngine::Flush(kolmo_error* error) { return kolmo_encoder_flush(encoder_, error); }

kolmo_status EncodeEngine::Finish(kolmo_error* error) { return kolmo_encoder_finish(encoder_, error); }

// The core itself enforces a decoder's limit, before it decodes a block that would exceed it.
DecodeEngine::DecodeEngine(const kolmo_decode_options& options, Snapshot start) : Engine(0), options_(options), start_(std::move(start)) {
  options_.start = start_.get();
}

Garbage DecodeEngine::Release() noexcept {
  Garbage garbage;
  if (options_.scan) return garbage;  // has no model, and may be asked for what it saw
  garbage.decoder = std::exchange(decoder_, nullptr);
  garbage.start = std::move(start_);
  return garbage;
}

kolmo_status DecodeEngine::Open(kolmo_error* error) {
  return kolmo_decoder_open(&options_, &io_, &decoder_, error);
}

kolmo_status DecodeEngine::Write(const uint8_t* data, size_t n, kolmo_error* error) {
  return kolmo_decoder_write(decoder_, data, n, error);
}

kolmo_status DecodeEngine::Finish(kolmo_error* error) { return kolmo_decoder_finish(decoder_, error); }

void DecodeEngine::Info(kolmo_archive_info* info) const {
  *info = kolmo_archive_info{};
  if (decoder_ != nullptr) kolmo_decoder_info(decoder_, info);
}

std::vector<kolmo_segment> DecodeEngine::Segments() const {
  if (decoder_ == nullptr) return {};
  size_t count = 0;
  const kolmo_segment* const segments = kolmo_decoder_segments(decoder_, &count);
  return std::vector<kolmo_segment>(segments, segments + count);
}

}  // namespace kolmo
