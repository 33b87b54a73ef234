#include "addon/profile.h"

#include "addon/coder.h"

namespace kolmo {

Profile OpenProfile(Napi::Env env, const Napi::Value& options, uint64_t length) {
  if (!options.IsObject()) return nullptr;
  const Napi::Object given = options.As<Napi::Object>();
  const auto count = [&](const char* name) { return static_cast<unsigned>(SizeOf(given.Get(name), 0)); };
  kolmo_profile_options wanted{};
  wanted.length = length;
  wanted.every = count("every");
  wanted.rows = count("rows");
  wanted.windows = count("windows");
  wanted.fenced = given.Get("fenced").ToBoolean() ? 1 : 0;
  Profile profile(kolmo_profile_open(&wanted));
  if (profile == nullptr) throw ErrorOf(env, KOLMO_ERR_MEMORY, kolmo_error{KOLMO_ERR_MEMORY, "no memory for a profile"});
  return profile;
}

Napi::Value ReadProfile(Napi::Env env, const kolmo_profile* profile) {
  kolmo_profile_result read{};
  kolmo_profile_read(profile, &read);
  Napi::Object result = Napi::Object::New(env);
  const auto number = [&](const char* name, double value) { result[name] = Napi::Number::New(env, value); };
  number("ticksPerNs", read.ticks_per_ns);
  number("markTicks", read.mark_ticks);
  number("plainTicks", static_cast<double>(read.plain_ticks));
  number("plainBytes", static_cast<double>(read.plain_bytes));
  number("markedTicks", static_cast<double>(read.marked_ticks));
  number("markedBytes", static_cast<double>(read.marked_bytes));
  number("cpuNs", static_cast<double>(read.cpu_ns));
  number("wallNs", static_cast<double>(read.wall_ns));
  number("bytes", static_cast<double>(read.bytes));
  number("timed", static_cast<double>(read.timed));
  number("interrupted", static_cast<double>(read.interrupted));
  number("bits", read.bits);
  number("stages", read.stages);
  result["rendered"] = Napi::Boolean::New(env, read.rendered != 0);
  result["path"] = Napi::String::New(env, read.path);

  const auto array = [&](const char* name, size_t rows, size_t columns, const auto& value) {
    Napi::Float64Array numbers = Napi::Float64Array::New(env, rows * columns);
    for (size_t i = 0; i < rows; i++)
      for (size_t j = 0; j < columns; j++) numbers[i * columns + j] = static_cast<double>(value(i, j));
    result[name] = numbers;
  };
  array("cells", KOLMO_CELLS, 2, [&](size_t i, size_t j) { return j == 0 ? read.cells[i].ticks : read.cells[i].marks; });
  array("rows", read.rows, 4, [&](size_t i, size_t j) -> double {
    const kolmo_profile_row& row = read.row[i];
    return j == 0 ? static_cast<double>(row.bytes) : j == 1 ? static_cast<double>(row.ticks) : j == 2 ? static_cast<double>(row.timed) : row.bits;
  });
  array("rowTicks", read.rows, KOLMO_CELLS, [&](size_t i, size_t j) { return read.row_ticks[i * KOLMO_CELLS + j]; });
  // Ticks since the start: the counter itself may be beyond what a double tells apart.
  array("events", read.events, 4, [&](size_t i, size_t j) {
    const kolmo_profile_event& event = read.event[i];
    return j == 0 ? event.begin - read.start : j == 1 ? event.end - read.start : j == 2 ? event.at : event.cell;
  });
  array("credit", read.signals, 1, [&](size_t i, size_t) { return read.credit[i]; });
  array("trained", read.stages, 1, [&](size_t i, size_t) { return read.trained[i]; });
  array("sizes", read.stages, 2, [&](size_t i, size_t j) { return read.sizes[2 * i + j]; });
  array("errors", KOLMO_CELL_NETWORKS, 1, [&](size_t i, size_t) { return read.errors[i]; });
  return result;
}

Napi::Value MeasurePeaks(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  kolmo_peaks peaks{};
  kolmo_measure_peaks(&peaks);
  Napi::Object result = Napi::Object::New(env);
  result["int8"] = Napi::Number::New(env, peaks.int8);
  result["int16"] = Napi::Number::New(env, peaks.int16);
  result["fp32"] = Napi::Number::New(env, peaks.fp32);
  Napi::Array reads = Napi::Array::New(env);
  for (uint32_t i = 0; i < KOLMO_PEAK_READS; i++) {
    Napi::Object read = Napi::Object::New(env);
    read["bytes"] = Napi::Number::New(env, static_cast<double>(peaks.reads[i].bytes));
    read["perNs"] = Napi::Number::New(env, peaks.reads[i].per_ns);
    reads[i] = read;
  }
  result["reads"] = reads;
  return result;
}

}  // namespace kolmo
