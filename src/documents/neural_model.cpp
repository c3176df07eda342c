// Layout, little-endian, as in model_file.cpp: 16 bytes magic, version (4), sections (4), size of
// the file (8), checksum of all that follows (8), per section offset (8) and size (8), then the
// sections, each at a multiple of 64. A matrix is a section: biases, scales, weights (light ones
// all but the last). All is read in place. Tested in neural_model_test.cpp.
#include "documents/neural_model.h"

#include <fmt/format.h>

#include <cstring>

#include "base/ascii.h"
#include "documents/feature_hash.h"

extern "C" const char entente_neural_model[];
extern "C" const char entente_neural_model_end[];

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTENTE NEURAL \n";
constexpr size_t kHeaderBytes = 40;
constexpr size_t kSectionsMax = 64;
constexpr uint32_t kSizeMax = 1u << 20;

template <typename T>
T read(std::string_view bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

uint64_t checksum(std::string_view bytes) {
  uint64_t sum = 0x9AE16A3B2F90404Fu;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) sum = mix(sum, read<uint64_t>(bytes, at));
  for (; at < bytes.size(); ++at) sum = mix(sum, static_cast<unsigned char>(bytes[at]));
  return sum;
}

Result<std::vector<std::string_view>> sections_of(std::string_view bytes, std::string_view name,
                                                  bool check) {
  if (bytes.size() < kHeaderBytes || !is_neural_model(bytes)) {
    return Error{fmt::format("{} is not a neural model of Entente", name)};
  }
  const auto version = read<uint32_t>(bytes, 16);
  if (version != kNeuralVersion) {
    return Error{
        fmt::format("{} is a neural model of version {}, and this program reads version {}", name,
                    version, kNeuralVersion)};
  }
  const auto count = read<uint32_t>(bytes, 20);
  const auto size = read<uint64_t>(bytes, 24);
  if (size != bytes.size() || count > kSectionsMax || size < kHeaderBytes + count * 16) {
    return Error{
        fmt::format("{} has {} bytes instead of {}; it was cut or added to, fetch it again", name,
                    bytes.size(), size)};
  }
  if (check && checksum(bytes.substr(kHeaderBytes)) != read<uint64_t>(bytes, 32)) {
    return Error{fmt::format("{} is damaged (its checksum does not fit); fetch it again", name)};
  }
  std::vector<std::string_view> sections;
  for (size_t i = 0; i < count; ++i) {
    const auto offset = read<uint64_t>(bytes, kHeaderBytes + i * 16);
    const auto length = read<uint64_t>(bytes, kHeaderBytes + i * 16 + 8);
    if (offset > size || length > size - offset || offset % 64 != 0) {
      return Error{fmt::format("{} is damaged (section {} lies outside of it)", name, i)};
    }
    sections.push_back(bytes.substr(offset, length));
  }
  return sections;
}

// Takes one section after the other; `good` is lost once one has the wrong size.
class Reader {
 public:
  Reader(std::vector<std::string_view> sections, bool check)
      : sections_(std::move(sections)), check_(check) {}
  bool good() const { return good_; }
  bool at_end() const { return next_ == sections_.size(); }

  std::string_view text() { return next_ < sections_.size() ? sections_[next_++] : fail(); }
  template <typename T>
  const T* array(size_t count) {
    const std::string_view bytes = text();
    if (bytes.size() != count * sizeof(T)) fail();
    return reinterpret_cast<const T*>(bytes.data());
  }
  NeuralTable table(size_t count, size_t size) {
    NeuralTable table{array<float>(count), nullptr, count, size};
    table.rows = array<int8_t>(count * size);
    return table;
  }
  NeuralMatrix matrix(size_t rows, size_t inner) {
    rows = (rows + 15) / 16 * 16;
    const char* bytes = array<char>(rows * 8 + rows * inner);
    return {rows,
            inner,
            reinterpret_cast<const int8_t*>(bytes + rows * 8),
            reinterpret_cast<const int32_t*>(bytes),
            reinterpret_cast<const float*>(bytes + rows * 4),
            false};
  }
  NeuralMatrix light(size_t rows, size_t inner) {
    NeuralMatrix made = matrix(rows, inner);
    if (check_ && good_ && !is_light(made)) good_ = false;
    made.light = true;
    return made;
  }

 private:
  std::string_view fail() {
    good_ = false;
    return {};
  }
  std::vector<std::string_view> sections_;
  bool check_;  // what costs time
  size_t next_ = 0;
  bool good_ = true;
};

bool plausible(const NeuralSizes& s) {
  const auto whole = [](uint32_t n) { return n > 0 && n <= 1024 && n % 16 == 0; };
  return whole(s.hidden) && s.layers >= 2 && s.layers <= 8 && whole(s.word_size) &&
         whole(s.affix_size) && whole(s.arc) && whole(s.label) && s.word_rows > 0 &&
         s.word_rows < 65536 && s.affix_rows > s.classes && s.affix_rows < 65536 && s.slots > 0 &&
         s.slots <= kSizeMax && s.classes <= 16 && s.first_name_class <= s.classes;
}

void read_names(Reader& reader, NeuralModel& model) {
  for (const std::string_view line : split(reader.text(), '\n')) {
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    model.tags.push_back({upos_from(line.substr(0, space)), std::string(line.substr(space + 1))});
  }
  for (const std::string_view line : split(reader.text(), '\n')) {
    if (!line.empty()) model.relations.push_back(relation_from(line));
  }
}

void read_weights(Reader& reader, NeuralModel& model) {
  const NeuralSizes& s = model.sizes;
  model.allowed = reader.array<uint8_t>(model.tags.size() * model.relations.size());
  model.keys = reader.array<uint32_t>(s.slots);
  model.values = reader.array<uint16_t>(s.slots);
  model.words = reader.table(s.word_rows, s.word_size);
  model.affixes = reader.table(s.affix_rows, s.affix_size);
  model.root = reader.array<float>(s.arc);
  size_t inputs = s.word_size + s.affix_size;
  const size_t wide = size_t{2} * s.hidden;
  for (uint32_t i = 0; i < 2 * s.layers; ++i) {
    if (i == 2) inputs = wide;
    NeuralDirection direction;
    direction.input = reader.light(size_t{4} * s.hidden, inputs);
    direction.recurrent = reader.light(size_t{4} * s.hidden, s.hidden);
    model.layers.push_back(direction);
  }
  model.tag = reader.light(model.tags.size(), wide);
  model.arc_dependent = reader.light(s.arc, wide);
  model.arc_head = reader.light(s.arc, wide);
  model.arc_mix = reader.light(s.arc, s.arc);
  model.label_dependent = reader.light(s.label, wide);
  model.label_head = reader.light(s.label, wide);
  model.label_mix = reader.matrix(model.relations.size() * (s.label + 1), s.label);
}

}  // namespace

uint32_t NeuralModel::find(uint32_t key) const {
  auto slot = static_cast<uint32_t>(uint64_t{key} * sizes.slots >> 32);
  // A table without free slots must not hold us for ever.
  for (uint32_t tried = 0; tried < sizes.slots && keys[slot] != 0; ++tried) {
    if (keys[slot] == key) return values[slot];
    if (++slot == sizes.slots) slot = 0;
  }
  return 0;
}

Result<NeuralModel> view_neural_model(std::string_view bytes, std::string_view name, bool check) {
  auto sections = sections_of(bytes, name, check);
  if (!sections) return Error{sections.error()};
  Reader reader(std::move(sections.value()), check);
  NeuralModel model;
  const std::string_view sizes = reader.text();
  if (sizes.size() == sizeof model.sizes) {
    std::memcpy(&model.sizes, sizes.data(), sizeof model.sizes);
    if (plausible(model.sizes)) {
      read_names(reader, model);
      const bool named = !model.tags.empty() && model.tags.size() <= 200 &&
                         model.relations.size() > 1 &&
                         model.relations.size() <= kNeuralRelationsMax;
      if (named) {
        read_weights(reader, model);
        if (reader.good() && reader.at_end()) return model;
      }
    }
  }
  return Error{fmt::format("{} is damaged (a section cannot be read)", name)};
}

bool is_neural_model(std::string_view bytes) { return bytes.starts_with(kMagic); }

std::string_view embedded_neural_bytes() {
  return {entente_neural_model,
          static_cast<size_t>(entente_neural_model_end - entente_neural_model)};
}

}  // namespace entente
