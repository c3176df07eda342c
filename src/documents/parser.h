// The dependency parser: greedy transitions chosen by a linear classifier.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "documents/feature_hash.h"
#include "documents/tagger.h"
#include "documents/transitions.h"
#include "documents/weight_table.h"

namespace entente {

// What the parser sees of a word.
struct ParserWord {
  uint64_t form = 0;  // lower case
  uint64_t lemma = 0;
  uint64_t tag = 0;  // Penn tag and UPOS
  uint64_t upos = 0;
  uint64_t suffix = 0;
  uint64_t shape = 0;  // capitalised, in capitals, other
  bool is_verb = false, is_comma = false, is_conjunction = false;
};

ParserWord parser_word(std::string_view form, std::string_view lemma, uint8_t tag,
                       const TagName& name);

// One sentence as the parser sees it, with the root as its last word.
class ParserInput {
 public:
  explicit ParserInput(std::vector<ParserWord> words);
  int size() const { return static_cast<int>(words_.size()) - 1; }
  void features(const ParserState& state, FeatureList& out) const;

 private:
  struct Context;
  Context context_of(const ParserState& state) const;
  void word_features(const Context& c, FeatureList& out) const;
  void pair_features(const Context& c, FeatureList& out) const;
  void triple_features(const Context& c, FeatureList& out) const;
  void tree_features(const Context& c, const ParserState& state, FeatureList& out) const;
  const ParserWord& word(int index) const;
  uint64_t between(int left, int right) const;

  std::vector<ParserWord> words_;
  std::vector<std::array<uint16_t, 3>> seen_;  // verbs, commas, conjunctions before each word
};

// The best transition among those that the state allows.
Transition best_transition(const ParserState& state, const WeightTable::Scores& scores);

ParserState parse(const ParserInput& input, const WeightTable& weights);

}  // namespace entente
