// The scorer on the events of a document: how sure each is, and deeds that the lexicon lacks.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "events/events.h"
#include "events/modality.h"
#include "events/scorer.h"
#include "events/scorer_pairs.h"

namespace entente {

// An event that the network sees between two actors for whom the lexicon finds no deed.
struct SeenDeed {
  Deed deed;
  Coding coding;
  bool mutual = false;
};

class EventScorer {
 public:
  // Keeps references to all; `document` has states.
  EventScorer(const Scorer::Weights& weights, const Syntax& syntax,
              const Participants& participants, const DeedLexicon::Entries& lexicon,
              const std::vector<Deed>& deeds);

  // The chance that an event of the lexicon is right in actors and type.
  double confidence(const Deed& deed, const Event& event);
  // At least as sure as `least`, for pairs that `coded` does not have in either order.
  std::vector<SeenDeed> unseen(const std::vector<Deed>& coded, double least);

 private:
  const std::vector<float>& sentence_chances(uint32_t sentence);
  double calibrated(size_t row, const std::vector<float>& events, EventType type,
                    const std::vector<float>& vector, uint32_t sentence,
                    const std::array<double, 3>& rest);

  const Scorer::Weights& weights_;
  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  ScorerReader reader_;
  ScorerNetwork network_;
  std::vector<std::vector<float>> sentences_;  // chances of ScorerHead::sentence, made when asked
};

}  // namespace entente
