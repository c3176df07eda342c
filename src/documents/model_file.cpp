// Layout, little-endian: 16 bytes magic, version (4), sections (4), size of the file (8), checksum
// of all that follows (8), per section offset (8) and size (8), then the sections, each at a
// multiple of 64. Nothing is parsed or copied but the tag names and the few edit scripts, so that
// the program starts at once. Tested in model_file_test.cpp.
#include "documents/model_file.h"

#include <fmt/format.h>

#include <array>
#include <cstring>

#include "base/ascii.h"

extern "C" const char entente_english_model[];
extern "C" const char entente_english_model_end[];

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTENTE ENGLISH\n";
constexpr size_t kSections = 4;
constexpr size_t kHeaderBytes = 16 + 4 + 4 + 8 + 8;
constexpr size_t kTableBytes = kSections * 16;
constexpr size_t kAlignment = 64;

template <typename T>
T read(std::string_view bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Eight bytes at a time, so that checking 12 MB takes a few milliseconds.
uint64_t checksum(std::string_view bytes) {
  uint64_t sum = 0x9AE16A3B2F90404Fu;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) sum = mix(sum, read<uint64_t>(bytes, at));
  for (; at < bytes.size(); ++at) sum = mix(sum, static_cast<unsigned char>(bytes[at]));
  return sum;
}

std::vector<TagName> parse_tags(std::string_view text) {
  std::vector<TagName> tags;
  for (const std::string_view line : split(text, '\n')) {
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    tags.push_back({upos_from(line.substr(0, space)), std::string(line.substr(space + 1))});
  }
  return tags;
}

// The sections, or what is wrong with the bytes.
Result<std::array<std::string_view, kSections>> sections_of(std::string_view bytes,
                                                            std::string_view name, bool check) {
  if (bytes.size() < kHeaderBytes + kTableBytes || bytes.substr(0, 16) != kMagic) {
    return Error{
        fmt::format("{} is not an Entente language model; make one with ./dev train", name)};
  }
  const auto version = read<uint32_t>(bytes, 16);
  if (version != kModelVersion || read<uint32_t>(bytes, 20) != kSections) {
    return Error{
        fmt::format("{} is a language model of version {}, and this program reads version "
                    "{}; make a new one with ./dev train",
                    name, version, kModelVersion)};
  }
  const auto size = read<uint64_t>(bytes, 24);
  if (size != bytes.size()) {
    return Error{
        fmt::format("{} has {} bytes instead of {}; it was cut or added to, fetch it again", name,
                    bytes.size(), size)};
  }
  if (check && checksum(bytes.substr(kHeaderBytes)) != read<uint64_t>(bytes, 32)) {
    return Error{fmt::format("{} is damaged (its checksum does not fit); fetch it again", name)};
  }
  std::array<std::string_view, kSections> sections;
  for (size_t i = 0; i < kSections; ++i) {
    const auto offset = read<uint64_t>(bytes, kHeaderBytes + i * 16);
    const auto length = read<uint64_t>(bytes, kHeaderBytes + i * 16 + 8);
    if (offset > size || length > size - offset) {
      return Error{fmt::format("{} is damaged (section {} lies outside of it)", name, i)};
    }
    sections[i] = bytes.substr(offset, length);
  }
  return sections;
}

Result<std::shared_ptr<EnglishModel::Weights>> weights_of(std::string_view bytes,
                                                          std::string_view name, bool check) {
  const auto sections = sections_of(bytes, name, check);
  if (!sections) return Error{sections.error()};
  const auto& [tags, lemmas, tagger, parser] = sections.value();
  const auto lemmatizer = Lemmatizer::view(lemmas);
  const auto tagger_table = WeightTable::view(tagger);
  const auto parser_table = WeightTable::view(parser);
  auto weights = std::make_shared<EnglishModel::Weights>();
  weights->tags = parse_tags(tags);
  const bool tags_fit = !weights->tags.empty() && weights->tags.size() <= 200;
  if (!tags_fit || !lemmatizer || !tagger_table || !parser_table) {
    return Error{fmt::format("{} is damaged (a section cannot be read)", name)};
  }
  weights->lemmatizer = *lemmatizer;
  weights->tagger = *tagger_table;
  weights->parser = *parser_table;
  return weights;
}

Result<EnglishModel> load_neural(std::string_view bytes, std::string_view name) {
  auto weights = std::make_shared<EnglishModel::Weights>(embedded_english_model().weights());
  // Sections begin at multiples of 64 from the start, which must itself be at one.
  weights->owned.assign(bytes.size() + 64, '\0');
  const auto begin = reinterpret_cast<uintptr_t>(weights->owned.data());
  char* aligned = weights->owned.data() + (64 - begin % 64);
  std::memcpy(aligned, bytes.data(), bytes.size());
  auto neural = view_neural_model({aligned, bytes.size()}, name, true);
  if (!neural) return Error{neural.error()};
  weights->neural = std::move(neural.value());
  return EnglishModel(weights);
}

}  // namespace

std::string encode_model(const ModelSections& sections) {
  const std::string_view parts[kSections] = {sections.tags, sections.lemmas, sections.tagger,
                                             sections.parser};
  std::string table, body;
  const auto padding = [](size_t size) { return (kAlignment - size % kAlignment) % kAlignment; };
  const size_t body_begin = kHeaderBytes + kTableBytes + padding(kHeaderBytes + kTableBytes);
  for (const std::string_view part : parts) {
    append(table, static_cast<uint64_t>(body_begin + body.size()));
    append(table, static_cast<uint64_t>(part.size()));
    body += part;
    body.append(padding(body.size()), '\0');
  }
  table.resize(body_begin - kHeaderBytes);
  std::string out(kMagic);
  append(out, kModelVersion);
  append(out, static_cast<uint32_t>(kSections));
  append(out, static_cast<uint64_t>(body_begin + body.size()));
  append(out, checksum(table + body));
  return out + table + body;
}

Result<ModelSections> decode_model(std::string_view bytes, std::string_view name) {
  const auto whole = weights_of(bytes, name, true);
  if (!whole) return Error{whole.error()};
  const auto sections = sections_of(bytes, name, false);
  const auto& [tags, lemmas, tagger, parser] = sections.value();
  return ModelSections{std::string(tags), std::string(lemmas), std::string(tagger),
                       std::string(parser)};
}

Result<EnglishModel> load_english_model(std::string_view bytes, std::string_view name) {
  if (is_neural_model(bytes)) return load_neural(bytes, name);
  std::string owned(bytes);
  auto weights = weights_of(owned, name, true);
  if (!weights) return Error{weights.error()};
  // The views point into the heap block of `owned`, which moves with the string.
  weights.value()->owned = std::move(owned);
  return EnglishModel(weights.value());
}

EnglishModel embedded_english_model() {
  const std::string_view bytes(
      entente_english_model,
      static_cast<size_t>(entente_english_model_end - entente_english_model));
  // Its checksum is checked by a test: reading all of it would double the start of the program.
  auto weights = weights_of(bytes, "the built-in language model", false);
  CHECK(weights.ok());
  const auto neural =
      view_neural_model(embedded_neural_bytes(), "the built-in neural model", false);
  CHECK(neural.ok());
  weights.value()->neural = neural.value();
  return EnglishModel(weights.value());
}

}  // namespace entente
