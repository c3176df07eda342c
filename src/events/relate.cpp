// The deed between two given phrases. They become the only two mentions, and the lexicon is laid
// over the sentence: first for deeds that link the two, then, as real sentences say much
// indirectly, for the deed that fits one of them and stands nearest. Tested in relate_test.cpp,
// scored on rows like those of the PLV set.

#include <algorithm>
#include <array>

#include "events/events.h"
#include "events/lexicon.h"
#include "events/matching.h"
#include "events/modality.h"
#include "events/phrase_mention.h"

namespace entente {

namespace {

constexpr double kIndirectConfidence = 0.4;

struct Candidate {
  uint32_t entry = 0;
  uint32_t head = 0;
  double score = -1e9;
};

class Relator {
 public:
  Relator(const Document& document, const std::vector<Mention>& pair,
          const DeedLexicon::Entries& lexicon)
      : document_(document),
        pair_(pair),
        lexicon_(lexicon),
        syntax_(document, lexicon.words),
        participants_(syntax_, pair, lexicon) {}

  std::optional<Relating> run() {
    Candidate best;
    for (const Deed& deed : match_deeds(syntax_, participants_, lexicon_)) {
      const bool forward = participants_.actor(deed.source).node == "?source";
      if (!forward && !lexicon_.list[deed.entry].mutual) continue;
      offer({deed.entry, deed.head, 10 * deed.confidence + closeness(deed.head)}, best);
    }
    const bool direct = best.score > -1e9;
    if (!direct) best = indirect();
    if (best.score <= -1e9) return std::nullopt;
    const DeedEntry& entry = lexicon_.list[best.entry];
    Relating relating;
    const Coding coding = recode(entry.type, entry.mode, modality_of(syntax_, lexicon_, best.head));
    relating.status = coding.status;
    relating.type = coding.type;
    relating.mode = coding.mode;
    relating.rule = entry.id;
    relating.confidence = direct ? 0.9 : kIndirectConfidence;
    return relating;
  }

 private:
  static void offer(const Candidate& candidate, Candidate& best) {
    if (candidate.score > best.score) best = candidate;
  }

  // Small: decides between deeds that fit alike. Nearer to both phrases and higher up is better.
  double closeness(uint32_t head) const {
    double depth = 0;
    for (uint32_t at = head; syntax_.token(at).head != kNoToken && depth < 20; ++depth) {
      at = static_cast<uint32_t>(syntax_.token(at).head);
    }
    double distance = 0;
    for (const Mention& mention : pair_) {
      distance += head > mention.head ? head - mention.head : mention.head - head;
    }
    return -0.05 * distance - 0.1 * depth;
  }

  bool yields(const std::vector<Slot>& slots, uint32_t head, std::string_view node) const {
    const auto fillers = fill_slots(syntax_, participants_, slots, head);
    return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
      return participants_.actor(filler).node == node;
    });
  }

  bool inside_a_phrase(uint32_t token) const {
    return std::any_of(pair_.begin(), pair_.end(), [&](const Mention& mention) {
      return mention.token_begin <= token && token < mention.token_end;
    });
  }

  Candidate indirect() const {
    Candidate best;
    for (uint32_t i = 0; i < document_.tokens.size(); ++i) {
      const std::vector<uint32_t> entries = entries_at(syntax_, lexicon_, i);
      for (size_t rank = 0; rank < entries.size(); ++rank) {
        const DeedEntry& entry = lexicon_.list[entries[rank]];
        double score = closeness(i) - 0.01 * static_cast<double>(rank);
        score += 0.7 * static_cast<double>(entry.constraints.size());
        if (yields(entry.source, i, "?source")) score += 3;
        if (yields(entry.target, i, "?target")) score += 2;
        if (inside_a_phrase(i)) score -= 2;
        offer({entries[rank], i, score}, best);
      }
    }
    return best;
  }

  const Document& document_;
  const std::vector<Mention>& pair_;
  const DeedLexicon::Entries& lexicon_;
  Syntax syntax_;
  Participants participants_;
};

}  // namespace

std::optional<Relating> relate(const Document& document, Range source, Range target,
                               const DeedLexicon& lexicon) {
  std::vector<Mention> pair;
  const auto first = phrase_mention(document, source, "?source");
  const auto second = phrase_mention(document, target, "?target");
  if (!first || !second) return std::nullopt;
  pair = {*first, *second};
  return Relator(document, pair, lexicon.entries()).run();
}

}  // namespace entente
