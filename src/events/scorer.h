// The trained scorer: a small network over the encoder's states, the tree and the lexicon's votes.
// models/README.md tells what it was trained on; tools/scorer trains it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "events/events.h"
#include "events/scorer_input.h"
#include "events/scorer_words.h"

namespace entente {

// Raised whenever inputs or the network change meaning.
inline constexpr uint32_t kScorerVersion = 2;

// What each head answers, as a softmax over
//   row        the 15 types of PLV rows, by name: ACCUSE AGREE AID ... SUPPORT THREATEN YIELD
//   direction  the five labels of directed sentiment
//   sentence   no event, quads 1-4 (SANCTION is 3)
//   event      no event, then the types in the order of EventType
enum class ScorerHead : uint8_t { row, direction, sentence, event };
inline constexpr size_t kScorerHeads = 4;
inline constexpr std::array<size_t, kScorerHeads> kHeadSizes = {15, 5, 5, 1 + kEventTypes};
inline constexpr size_t kDirections = kHeadSizes[static_cast<size_t>(ScorerHead::direction)];

// What the confidence of an event is made of (scorer_events.cpp).
inline constexpr size_t kCalibrationInputs = 8;

// The row of a matrix is an output: scale * (sum of weight * input) + bias.
struct ByteMatrix {
  size_t rows = 0, inner = 0;
  std::vector<int8_t> weights;  // [rows][inner]
  std::vector<float> scale, bias;
};
struct FloatMatrix {
  size_t rows = 0, inner = 0;
  std::vector<float> weights, bias;
};

struct Scorer::Weights {
  size_t hidden = 0, pools = 0;
  ByteMatrix project;                                           // inputs are states less 128
  std::array<std::vector<float>, kPlaceClasses.size()> places;  // rows of `hidden`
  FloatMatrix attend;
  ByteMatrix joint;
  std::array<FloatMatrix, kScorerHeads> heads;
  FloatMatrix calibration;               // a row for events of the lexicon, one for those it lacks
  std::vector<float> direction_offsets;  // added to log chances, for labels that are rare
  // What each word mark adds to them, rows of kDirections; one step for all.
  std::vector<int8_t> word_votes;
  float word_step = 0;
};

// Errors: no such file, wrong version, cut, damaged.
Result<Scorer> load_scorer(std::string_view bytes, std::string_view name);

// Scores inputs of one document; what all pairs share is made once for each token.
class ScorerNetwork {
 public:
  // Keeps references; `document` has states.
  ScorerNetwork(const Scorer::Weights& weights, const Document& document);

  // What the heads stand on.
  std::vector<float> vector(const ScorerInput& input);
  // The chances of each answer of `head`; they sum to 1.
  std::vector<float> chances(ScorerHead head, const std::vector<float>& vector) const;

 private:
  const float* token(uint32_t index);

  const Scorer::Weights& weights_;
  const Document& document_;
  std::vector<float> projected_;  // [tokens][hidden]
  std::vector<bool> known_;
};

}  // namespace entente
