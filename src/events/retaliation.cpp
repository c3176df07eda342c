// Only what states do to states: sanctions other than verdicts, closed borders, things withheld. An
// arrest or a raid without a named victim hits people at home. Tested in retaliation_test.cpp.
#include "events/retaliation.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/one_of.h"
#include "events/aimed_at.h"

namespace entente {

namespace {

constexpr double kConfidence = 0.65;

bool is_between_states(const DeedEntry& entry) {
  if (entry.mutual || entry.part_of_speech != 'v') return false;
  if (entry.type == EventType::sanction) return entry.mode != "convict";
  return entry.type == EventType::coerce && (entry.mode == "restrict" || entry.mode == "withhold");
}

class Resolver {
 public:
  Resolver(const Syntax& syntax, const Participants& participants,
           const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
      : syntax_(syntax),
        participants_(participants),
        lexicon_(lexicon),
        deeds_(deeds),
        most_struck_(most_aimed_at(participants, lexicon, deeds, [](const DeedEntry& entry) {
          return sign(entry.type, entry.mode) < 0;
        })) {}

  void add(const OpenDeed& open, std::vector<Deed>& out) const {
    if (!is_between_states(lexicon_.list[open.entry]) || names_another(open.head)) return;
    for (const Filler& source : open.sources) {
      if (participants_.actor(source).node != participants_.actor(source).country) continue;
      const Deed* blow = last_blow_at(open.head, node(source));
      const std::optional<Filler> other = blow ? std::optional(blow->source) : most_struck_;
      if (!other || node(*other) == node(source)) continue;
      Filler target = *other;
      target.stand_in = open.head;
      out.push_back({open.entry, open.head, source, target, 2,
                     kConfidence * source.confidence * target.confidence});
    }
  }

 private:
  const std::string& node(const Filler& filler) const { return participants_.actor(filler).node; }

  // Whether the words below the deed, but for who does it, name somebody or several states.
  bool names_another(uint32_t head) const {
    const Token& token = syntax_.token(head);
    if (token.relation == Relation::acl_relcl && token.head != kNoToken &&
        is_of_states(static_cast<uint32_t>(token.head))) {
      return true;
    }
    return std::ranges::any_of(syntax_.children(head), [&](uint32_t child) {
      const Relation relation = syntax_.token(child).relation;
      if (relation == Relation::nsubj || relation == Relation::obl_agent ||
          relation == Relation::conj || relation == Relation::parataxis ||
          relation == Relation::advcl || relation == Relation::obl_unmarked) {
        return false;
      }
      return is_named_in(child);
    });
  }

  bool is_of_states(uint32_t token) const {
    return one_of(syntax_.lemma(token), {"country", "state", "nation", "government"});
  }

  // "the ambassador whom Zelaya had won over", "in January" name nobody else.
  bool is_named_in(uint32_t token) const {
    const Relation relation = syntax_.token(token).relation;
    if (relation == Relation::acl_relcl || relation == Relation::acl) return false;
    if (is_of_states(token)) return true;
    if (syntax_.token(token).upos == Upos::propn && month_named(syntax_.lemma(token)) == 0)
      return true;
    return std::ranges::any_of(syntax_.children(token),
                               [&](uint32_t child) { return is_named_in(child); });
  }

  // The hostile deed told last before `head`, if `victim` suffered it from one alone.
  const Deed* last_blow_at(uint32_t head, const std::string& victim) const {
    const uint32_t here = syntax_.sentence_of(head);
    const Deed* last = nullptr;
    for (const Deed& deed : deeds_) {
      if (deed.head >= head || syntax_.sentence_of(deed.head) + 1 < here) continue;
      const DeedEntry& entry = lexicon_.list[deed.entry];
      if (sign(entry.type, entry.mode) >= 0 || node(deed.target) != victim) continue;
      if (last && last->head == deed.head && node(last->source) != node(deed.source))
        return nullptr;
      last = &deed;
    }
    return last;
  }

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  const std::vector<Deed>& deeds_;
  const std::optional<Filler> most_struck_;
};

}  // namespace

std::vector<Deed> resolve_retaliation(const Syntax& syntax, const Participants& participants,
                                      const DeedLexicon::Entries& lexicon,
                                      const std::vector<Deed>& deeds,
                                      const std::vector<OpenDeed>& open) {
  const Resolver resolver(syntax, participants, lexicon, deeds);
  std::vector<Deed> resolved;
  for (const OpenDeed& one : open) resolver.add(one, resolved);
  return resolved;
}

}  // namespace entente
