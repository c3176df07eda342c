// The model file: magic, version, checksum and named sections, read in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/documents.h"
#include "documents/lemmatizer.h"
#include "documents/neural_model.h"
#include "documents/tagger.h"
#include "documents/weight_table.h"

namespace entente {

// Raised whenever features, hashes or sections change meaning.
inline constexpr uint32_t kModelVersion = 2;

struct EnglishModel::Weights {
  std::vector<TagName> tags;
  Lemmatizer lemmatizer;
  WeightTable tagger;
  WeightTable parser;
  std::optional<NeuralModel> neural;
  std::string owned;  // the bytes, where the views above do not point into the program
};

struct ModelSections {
  std::string tags;  // lines of "UPOS XPOS"
  std::string lemmas;
  std::string tagger;
  std::string parser;
};

std::string encode_model(const ModelSections& sections);
// Errors as load_english_model.
Result<ModelSections> decode_model(std::string_view bytes, std::string_view name);

}  // namespace entente
