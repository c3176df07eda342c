// What the scorer sees: a sentence, one ordered pair of phrases in it, and how the lexicon reads
// the two. Training and reading share this code, so that both see the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/lexicon.h"
#include "events/matching.h"
#include "events/modality.h"
#include "events/participants.h"
#include "events/syntax.h"

namespace entente {

// Where a token stands, each a small class: distance to the source, distance to the target, place
// in the tree as the pair sees it, type of the deed it may name, whom that deed takes.
inline constexpr std::array<uint8_t, 5> kPlaceClasses = {12, 12, 8, 17, 16};
using TokenPlace = std::array<uint8_t, kPlaceClasses.size()>;

// Facts of the pair as numbers, mostly 0 or 1.
inline constexpr size_t kPairFacts = 132;

struct ScorerInput {
  uint32_t begin = 0, end = 0;     // tokens of the document
  std::vector<TokenPlace> places;  // of each of them
  std::array<float, kPairFacts> facts{};
  // Tokens; none where the phrase is absent or nothing joins the two.
  std::optional<uint32_t> source, target, top;
  std::vector<uint32_t> path;  // between the two, ends left out
};

// An entry of the lexicon that holds at a token, whoever takes part.
struct DeedSign {
  uint32_t token = 0, entry = 0;
  uint32_t rank = 0;  // among the entries of the token
  std::vector<Filler> sources, targets;
};

class ScorerReader {
 public:
  // Keeps references to all; `deeds` are those of match_deeds.
  ScorerReader(const Syntax& syntax, const Participants& participants,
               const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds);

  // At least one is given. All sentences from one to the other are seen.
  ScorerInput pair(const std::optional<Filler>& source, const std::optional<Filler>& target);
  // A sentence as such; the whole document up to a limit where no index is given.
  ScorerInput sentence(std::optional<uint32_t> index = {});

 private:
  struct Pair {
    const Mention* source = nullptr;
    const Mention* target = nullptr;
    std::string_view source_node, target_node;
  };
  const std::vector<DeedSign>& signs_in(uint32_t sentence);
  void set_span(const Pair& pair, ScorerInput& input) const;
  void join(ScorerInput& input) const;
  void place_tokens(const Pair& pair, ScorerInput& input);
  void place_signs(const Pair& pair, ScorerInput& input);
  void add_votes(const Pair& pair, ScorerInput& input) const;
  void add_nearest(const Pair& pair, ScorerInput& input);
  void add_counts(ScorerInput& input);
  void add_structure(ScorerInput& input) const;
  void fill(const Pair& pair, ScorerInput& input);
  uint8_t fit(const DeedSign& sign, const Pair& pair) const;
  double closeness(uint32_t head, const ScorerInput& input) const;

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  const std::vector<Deed>& deeds_;
  std::vector<std::optional<std::vector<DeedSign>>> signs_;  // by sentence
};

}  // namespace entente
