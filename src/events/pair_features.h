// What the deed scorer sees of two mentions in one sentence: their places in the tree, the words
// between them, what the lexicon says of these, and what kind of actors they are.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/lexicon.h"
#include "events/matching.h"
#include "events/participants.h"
#include "events/syntax.h"

namespace entente {

inline constexpr size_t kPairWords = 4;

struct PairFeatures {
  uint32_t deed = 0;           // the token that carries the deed, if there is one
  std::vector<uint32_t> keys;  // hashes of features, with repetitions
  // Lemmas whose meaning counts: the deed, its complement, the words on the way from it to the
  // source and to the target; empty where there is none.
  std::array<std::string_view, kPairWords> words;
};

class PairReader {
 public:
  // Keeps references; `deeds` are what the lexicon found.
  PairReader(const Syntax& syntax, const Participants& participants,
             const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds);

  // Mentions by index, both in one sentence. `given`: that they are the two of the question and
  // not actors who were found.
  PairFeatures read(uint32_t source, uint32_t target, bool given) const;

  // How many steps in the tree lie between two mentions of a sentence.
  size_t distance(uint32_t source, uint32_t target) const;

 private:
  struct Way {                     // from a mention up to the token where the two ways meet
    std::vector<uint32_t> tokens;  // the mention's head first, the meeting token last
  };
  struct Ways {
    Way source, target;
    bool same_list = false;
  };
  class Collector;

  uint32_t lifted(uint32_t token) const;
  Ways ways(uint32_t source, uint32_t target) const;
  uint32_t deed_of(const Ways& ways, uint32_t source, uint32_t target) const;
  bool inside(uint32_t token, uint32_t mention) const;

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  std::unordered_map<uint64_t, std::vector<EventType>> fired_;  // by source and target mention
  std::unordered_map<uint32_t, std::vector<EventType>> fired_from_, fired_at_;
};

}  // namespace entente
