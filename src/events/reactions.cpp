// A noun points first to its own last mention with an owner ("Turkey's plan ... the plan"), then,
// like a pronoun, to the last deed told, in this sentence or the two before. What the reacting
// actor did itself is passed over. Tested in reactions_test.cpp.
#include "events/reactions.h"

#include <algorithm>

#include "base/one_of.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesOfNoun = 8;
constexpr uint32_t kSentencesOfDeed = 2;
constexpr double kNounConfidence = 0.75;
constexpr double kDeedConfidence = 0.65;
constexpr double kThingConfidence = 0.6;

bool reacts(EventType type) {
  return type == EventType::accuse || type == EventType::reject || type == EventType::support ||
         type == EventType::protest;
}

bool is_definite(const Syntax& syntax, uint32_t noun) {
  const auto& children = syntax.children(noun);
  return std::any_of(children.begin(), children.end(), [&](uint32_t i) {
    const std::string_view lemma = syntax.lemma(i);
    return syntax.token(i).relation == Relation::det &&
           (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these");
  });
}

// "Vietnam protested."
bool reacts_without_object(const Syntax& syntax, uint32_t head) {
  if (!one_of(syntax.lemma(head), {"protest", "object", "demur"}) || !syntax.is_verb(head))
    return false;
  return std::ranges::none_of(syntax.children(head), [&](uint32_t i) {
    const Relation relation = syntax.token(i).relation;
    return relation == Relation::obj || relation == Relation::obl || relation == Relation::ccomp ||
           relation == Relation::xcomp;
  });
}

bool is_proposal(std::string_view noun) {
  return one_of(noun, {"step", "move", "decision", "proposal", "offer", "announcement", "measure",
                       "plan", "idea", "gesture", "initiative", "project", "draft"});
}

class Resolver {
 public:
  Resolver(const Syntax& syntax, const Participants& participants,
           const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
      : syntax_(syntax), participants_(participants), lexicon_(lexicon), deeds_(deeds) {}

  std::vector<Filler> targets(const OpenDeed& open, uint32_t pointer) const {
    std::vector<Filler> found;
    if (syntax_.is_noun(pointer)) found = owners_of_earlier(open, pointer);
    const bool own_doers = syntax_.is_noun(pointer) && syntax_.lemma(pointer) == "coup";
    if (found.empty() && !own_doers) found = doers_of_last(open, pointer);
    if (found.empty() && !own_doers) found = doers_of_thing(open, pointer);
    for (Filler& filler : found) filler.stand_in = pointer;
    return found;
  }

 private:
  bool is_source(const OpenDeed& open, const Filler& filler) const {
    const std::string& node = participants_.actor(filler).node;
    return std::any_of(open.sources.begin(), open.sources.end(), [&](const Filler& source) {
      return participants_.actor(source).node == node;
    });
  }

  std::vector<Filler> others(const OpenDeed& open, std::vector<Filler> fillers,
                             double confidence) const {
    std::erase_if(fillers, [&](const Filler& filler) { return is_source(open, filler); });
    for (Filler& filler : fillers) filler.confidence *= confidence;
    return fillers;
  }

  std::vector<Filler> owners_of_earlier(const OpenDeed& open, uint32_t noun) const {
    for (uint32_t at = noun; at-- > 0;) {
      if (syntax_.sentence_of(at) + kSentencesOfNoun < syntax_.sentence_of(noun)) break;
      if (!syntax_.is_noun(at) || syntax_.lemma(at) != syntax_.lemma(noun)) continue;
      std::vector<Filler> found = others(open, participants_.owners(at), kNounConfidence);
      if (!found.empty()) return found;
    }
    return {};
  }

  // Of the deeds told last, one of the pointer's own word comes first: "attacked ... the attack".
  std::vector<Filler> doers_of_last(const OpenDeed& open, uint32_t pointer) const {
    for (const bool own_word : {true, false}) {
      const uint32_t sentence = syntax_.sentence_of(pointer);
      for (auto deed = deeds_.rbegin(); deed != deeds_.rend(); ++deed) {
        if (deed->head >= open.head) continue;
        if (syntax_.sentence_of(deed->head) + kSentencesOfDeed < sentence) break;
        if (own_word && syntax_.lemma(deed->head) != syntax_.lemma(pointer)) continue;
        if (is_source(open, deed->source) || !may_be(pointer, *deed)) continue;
        std::vector<Filler> doers;
        for (const Deed& part : deeds_) {  // all who did it
          if (part.head != deed->head) continue;
          doers.push_back(part.source);
          if (lexicon_.list[part.entry].mutual) doers.push_back(part.target);
        }
        return others(open, doers, kDeedConfidence);
      }
    }
    return {};
  }

  bool is_reaction(uint32_t verb) const {
    return std::ranges::any_of(entries_at(syntax_, lexicon_, verb),
                               [&](uint32_t entry) { return reacts(lexicon_.list[entry].type); });
  }

  // "Paris proposed a summit. Algiers rejected it": no deed between two, but the thing is Paris'.
  // Who only reacted to it himself is passed over.
  std::vector<Filler> doers_of_thing(const OpenDeed& open, uint32_t pointer) const {
    const bool any = !syntax_.is_noun(pointer) || is_proposal(syntax_.lemma(pointer));
    for (uint32_t at = std::min(open.head, pointer); at-- > 0;) {
      if (syntax_.sentence_of(at) + 1 < syntax_.sentence_of(pointer)) break;
      if (!syntax_.is_verb(at) || !syntax_.is_finite(at) || syntax_.is_passive(at)) continue;
      const auto thing = syntax_.child(at, Relation::obj);
      if (!thing || syntax_.token(*thing).upos != Upos::noun) continue;
      if (!any && syntax_.lemma(at) != syntax_.lemma(pointer)) continue;  // "tested ... the test"
      if (!participants_.named(*thing).empty() || is_reaction(at)) continue;
      const auto doer = syntax_.surface_subject(at);
      if (!doer) continue;
      std::vector<Filler> doers = participants_.named(*doer);
      std::erase_if(doers, [&](const Filler& one) { return !participants_.actor(one).known(); });
      if (!doers.empty()) return others(open, doers, kThingConfidence);
    }
    return {};
  }

  // "the attack on Egypt" is a blow at Egypt, "the agreement" no blow; "the step" may be anything.
  bool may_be(uint32_t pointer, const Deed& deed) const {
    if (!syntax_.is_noun(pointer)) return true;
    const std::string_view lemma = syntax_.lemma(pointer);
    const int kind = quad(lexicon_.list[deed.entry].type);
    if (lexicon_.in_class("acts_of_accord", lemma) && kind > 2) return false;
    if (!lexicon_.in_class("acts_of_force", lemma)) return true;
    if (kind != 4) return false;
    for (const std::string_view role : {"on", "of", "against"}) {
      for (const uint32_t victim : syntax_.fillers(pointer, role)) {
        const std::vector<Filler> named = participants_.named(victim);
        const bool same = std::any_of(named.begin(), named.end(), [&](const Filler& filler) {
          return participants_.actor(filler).node == participants_.actor(deed.target).node;
        });
        if (!named.empty() && !same) return false;
      }
    }
    return true;
  }

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  const std::vector<Deed>& deeds_;
};

}  // namespace

std::optional<uint32_t> pointer_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                                   const OpenDeed& open) {
  const DeedEntry& entry = lexicon.list[open.entry];
  if (!reacts(entry.type) || entry.mutual) return std::nullopt;
  if (reacts_without_object(syntax, open.head)) return open.head;
  for (const Slot& slot : entry.target) {
    for (const uint32_t token : slot_tokens(syntax, slot, open.head)) {
      const std::string_view lemma = syntax.lemma(token);
      if (lemma == "it" || lemma == "this" || lemma == "that") return token;
      if (syntax.is_noun(token) && lexicon.in_class("acts", lemma) && is_definite(syntax, token)) {
        return token;
      }
    }
  }
  return std::nullopt;
}

std::vector<Deed> resolve_reactions(const Syntax& syntax, const Participants& participants,
                                    const DeedLexicon::Entries& lexicon,
                                    const std::vector<Deed>& deeds,
                                    const std::vector<OpenDeed>& open) {
  const Resolver resolver(syntax, participants, lexicon, deeds);
  std::vector<Deed> resolved;
  for (const OpenDeed& one : open) {
    const std::optional<uint32_t> pointer = pointer_of(syntax, lexicon, one);
    if (!pointer) continue;
    for (const Filler& target : resolver.targets(one, *pointer)) {
      for (const Filler& source : one.sources) {
        resolved.push_back(
            {one.entry, one.head, source, target, 2, source.confidence * target.confidence});
      }
    }
  }
  return resolved;
}

}  // namespace entente
