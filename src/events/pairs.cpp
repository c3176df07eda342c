// Tested in pair_features_test.cpp.
#include "events/pairs.h"

#include <algorithm>

#include "events/events.h"
#include "events/matching.h"
#include "events/pair_features.h"
#include "events/relate.h"

namespace entente {

namespace {

constexpr size_t kNeighboursMax = 10;  // mentions on each side

bool repeats_outer(const std::vector<Mention>& mentions, uint32_t inner) {
  for (uint32_t outer = inner; outer-- > 0;) {
    if (mentions[outer].token_end < mentions[inner].token_end) break;
    if (mentions[outer].actors.front().node == mentions[inner].actors.front().node) return true;
  }
  return false;
}

PairRow row_of(const PairReader& reader, const Participants& participants, MentionPair pair,
               bool given) {
  PairRow row;
  const auto nodes = [&](uint32_t mention) {
    std::vector<std::string> names;
    for (const Actor& actor : participants.mentions()[mention].actors) names.push_back(actor.node);
    return names;
  };
  row.sources = nodes(pair.source);
  row.targets = nodes(pair.target);
  row.distance = reader.distance(pair.source, pair.target);
  const PairFeatures features = reader.read(pair.source, pair.target, given);
  row.keys = features.keys;
  for (const std::string_view word : features.words) row.words.emplace_back(word);
  return row;
}

}  // namespace

std::vector<MentionPair> candidate_pairs(const Syntax& syntax, const Participants& participants) {
  const std::vector<Mention>& mentions = participants.mentions();
  std::vector<uint32_t> usable;
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    if (!mentions[i].outlet && !repeats_outer(mentions, i)) usable.push_back(i);
  }
  std::vector<MentionPair> pairs;
  for (size_t i = 0; i < usable.size(); ++i) {
    const Mention& first = mentions[usable[i]];
    for (size_t j = i + 1; j < std::min(usable.size(), i + 1 + kNeighboursMax); ++j) {
      const Mention& second = mentions[usable[j]];
      if (syntax.sentence_of(first.head) != syntax.sentence_of(second.head)) break;
      if (second.token_begin < first.token_end) continue;
      if (first.actors.front().node == second.actors.front().node) continue;
      pairs.push_back({usable[i], usable[j]});
      pairs.push_back({usable[j], usable[i]});
    }
  }
  return pairs;
}

std::vector<PairRow> pair_rows(const Document& document, const std::vector<Mention>& mentions,
                               const DeedLexicon& lexicon) {
  const Syntax syntax(document);
  const Participants participants(syntax, mentions, lexicon.entries());
  const PairReader reader(syntax, participants, lexicon.entries(),
                          match_deeds(syntax, participants, lexicon.entries()));
  std::vector<PairRow> rows;
  for (const MentionPair pair : candidate_pairs(syntax, participants)) {
    rows.push_back(row_of(reader, participants, pair, false));
  }
  return rows;
}

std::optional<PairRow> pair_row(const Document& document, Range source, Range target,
                                const DeedLexicon& lexicon) {
  const std::vector<Mention> pair = given_pair(document, source, target);
  if (pair.empty()) return std::nullopt;
  const Syntax syntax(document);
  const Participants participants(syntax, pair, lexicon.entries());
  const PairReader reader(syntax, participants, lexicon.entries(),
                          match_deeds(syntax, participants, lexicon.entries()));
  return row_of(reader, participants, {0, 1}, true);
}

}  // namespace entente
