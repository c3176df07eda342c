// Part-of-speech tags (UPOS and Penn tag together), left to right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/feature_hash.h"
#include "documents/grammar.h"
#include "documents/weight_table.h"

namespace entente {

struct TagName {
  Upos upos = Upos::x;
  std::string xpos;
  bool operator==(const TagName&) const = default;
};

// What the tagger sees of a word, hashed once.
struct WordShape {
  uint64_t form = 0;   // as written
  uint64_t lower = 0;  // in lower case
  uint64_t suffix[4] = {};
  uint64_t prefix[3] = {};
  uint64_t shape = 0;  // "Xx", "d.d", "x-x" ...
};

// How a sentence uses capitals: 0 as usual, 1 Title Case, 2 ALL CAPITALS, 3 none.
int casing_of(const std::vector<std::string_view>& forms);

class TaggerInput {
 public:
  explicit TaggerInput(const std::vector<std::string_view>& forms);

  size_t size() const { return shapes_.size() - 2 * kPadding; }
  // The features of word `i`, given the tags of the words before it.
  void features(size_t i, const std::vector<uint8_t>& tags, FeatureList& out) const;

 private:
  static constexpr size_t kPadding = 3;
  const WordShape& at(size_t i, int offset) const {
    return shapes_[i + kPadding + static_cast<size_t>(offset)];
  }
  std::vector<WordShape> shapes_;
  uint64_t casing_ = 0;
};

// The index of the best of the first `labels` scores; the first among equals.
uint8_t best_label(const WeightTable::Scores& scores, size_t labels);

std::vector<uint8_t> tag_words(const std::vector<std::string_view>& forms,
                               const WeightTable& weights, size_t tag_count);

}  // namespace entente
