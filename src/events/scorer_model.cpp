// The scorer's file, little-endian: 16 bytes magic, version (4), size of the file (4), checksum of
// all that follows (8), hidden, pools, joint (4 each), then the arrays in the order of
// Scorer::Weights. All is copied, since it is small. Tested in scorer_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "base/fnv.h"
#include "events/scorer.h"

extern "C" const char entente_scorer_model[];
extern "C" const char entente_scorer_model_end[];

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTENTE SCORER \n";
constexpr size_t kHeaderBytes = 32;
constexpr uint32_t kSizeMax = 4096;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool good() const { return good_; }
  bool at_end() const { return at_ == bytes_.size(); }

  template <typename T>
  T value() {
    T out{};
    if (take(sizeof out)) std::memcpy(&out, bytes_.data() + at_ - sizeof out, sizeof out);
    return out;
  }
  template <typename T>
  std::vector<T> array(size_t count) {
    if (!take(count * sizeof(T))) return {};
    std::vector<T> out(count);
    std::memcpy(out.data(), bytes_.data() + at_ - count * sizeof(T), count * sizeof(T));
    return out;
  }
  ByteMatrix bytes(size_t rows, size_t inner) {
    return {rows, inner, array<int8_t>(rows * inner), array<float>(rows), array<float>(rows)};
  }
  FloatMatrix floats(size_t rows, size_t inner) {
    return {rows, inner, array<float>(rows * inner), array<float>(rows)};
  }

 private:
  bool take(size_t count) {
    good_ = good_ && count <= bytes_.size() - at_;
    if (good_) at_ += count;
    return good_;
  }
  std::string_view bytes_;
  size_t at_ = 0;
  bool good_ = true;
};

}  // namespace

Result<Scorer> load_scorer(std::string_view bytes, std::string_view name) {
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) {
    return Error{fmt::format("{} is not a scorer of Entente", name)};
  }
  Reader header(bytes.substr(kMagic.size()));
  const auto version = header.value<uint32_t>();
  if (version != kScorerVersion) {
    return Error{fmt::format("{} is a scorer of version {}, and this program reads version {}",
                             name, version, kScorerVersion)};
  }
  if (header.value<uint32_t>() != bytes.size()) {
    return Error{fmt::format("{} was cut or added to; fetch it again", name)};
  }
  if (header.value<uint64_t>() != fnv1a(bytes.substr(kHeaderBytes))) {
    return Error{fmt::format("{} is damaged (its checksum does not fit); fetch it again", name)};
  }
  Reader reader(bytes.substr(kHeaderBytes));
  auto weights = std::make_shared<Scorer::Weights>();
  weights->hidden = reader.value<uint32_t>();
  weights->pools = reader.value<uint32_t>();
  const size_t joint = reader.value<uint32_t>();
  const size_t hidden = weights->hidden, pools = weights->pools;
  if (std::max({hidden, pools, joint}) > kSizeMax) {
    return Error{fmt::format("{} is damaged (sizes that cannot be)", name)};
  }
  weights->project = reader.bytes(hidden, kTokenStates);
  for (size_t i = 0; i < kPlaceClasses.size(); ++i) {
    weights->places[i] = reader.array<float>(kPlaceClasses[i] * hidden);
  }
  weights->attend = reader.floats(pools, hidden);
  weights->joint = reader.bytes(joint, (3 + pools) * hidden + kPairFacts);
  for (size_t i = 0; i < kScorerHeads; ++i) weights->heads[i] = reader.floats(kHeadSizes[i], joint);
  weights->calibration = reader.floats(2, kCalibrationInputs);
  weights->direction_offsets = reader.array<float>(kDirections);
  weights->word_step = reader.value<float>();
  weights->word_votes = reader.array<int8_t>(kWordMarks * kDirections);
  if (!reader.good() || !reader.at_end()) {
    return Error{fmt::format("{} is damaged (its parts have other sizes)", name)};
  }
  return Scorer(std::move(weights));
}

Scorer embedded_scorer() {
  static const Scorer kEmbedded = [] {
    auto loaded = load_scorer({entente_scorer_model, static_cast<size_t>(entente_scorer_model_end -
                                                                         entente_scorer_model)},
                              "the built-in scorer");
    CHECK(loaded.ok());
    return loaded.value();
  }();
  return kEmbedded;
}

}  // namespace entente
