// Verbs and adjectives are matched before nouns, so that "imposed sanctions" is one deed and not
// two. Within a head, entries with more constraints win. Tested in matching_test.cpp and by the
// examples of the lexicon itself.
#include "events/matching.h"

#include <algorithm>
#include <unordered_set>

#include "events/clause_targets.h"
#include "events/companions.h"
#include "events/echoes.h"
#include "events/known_wars.h"
#include "events/reactions.h"
#include "events/recipients.h"
#include "events/retaliation.h"

namespace entente {

namespace {

constexpr double kVerbConfidence = 0.9;
constexpr double kNounConfidence = 0.8;
constexpr double kKnownConfidence = 0.8;
constexpr double kCompanionFactor = 0.9;

char part_of_speech(const Syntax& syntax, uint32_t index) {
  const Token& here = syntax.token(index);
  if (here.xpos == "VBG" && here.relation == Relation::amod) return 0;  // "visiting troops"
  if (syntax.token(index).upos == Upos::noun && syntax.is_verb(index)) return 'v';
  switch (syntax.token(index).upos) {
    case Upos::verb: return 'v';
    case Upos::noun:
    case Upos::propn: return 'n';
    case Upos::adj:
    case Upos::adv: return 'a';
    default: return 0;
  }
}

std::vector<uint32_t> walk(const Syntax& syntax, uint32_t head, const Path& path,
                           Syntax::Reach reach) {
  std::vector<uint32_t> at = {head};
  for (const std::string& role : path) {
    if (role == "self") continue;
    std::vector<uint32_t> next;
    for (const uint32_t token : at) {
      const std::vector<uint32_t> found = syntax.fillers(token, role, reach);
      next.insert(next.end(), found.begin(), found.end());
    }
    at = std::move(next);
  }
  return at;
}

bool lemma_fits(const Syntax& syntax, uint32_t token, const Constraint& constraint) {
  if (constraint.lemmas.empty()) return true;
  if (constraint.lemmas.contains(std::string(syntax.lemma(token)))) return true;
  const auto& children = syntax.children(token);
  return std::any_of(children.begin(), children.end(), [&](uint32_t i) {
    const Relation relation = syntax.token(i).relation;
    if (relation == Relation::conj) {
      return constraint.lemmas.contains(std::string(syntax.lemma(i)));
    }
    if (relation != Relation::compound) return false;
    // "travel ban" stands for the two words together, "ban" alone is tried above.
    const std::string both = std::string(syntax.lemma(i)) + " " + std::string(syntax.lemma(token));
    return constraint.lemmas.contains(both);
  });
}

bool holds(const Syntax& syntax, uint32_t head, const Constraint& constraint,
           std::vector<uint32_t>* used) {
  for (const Path& path : constraint.paths) {
    for (const uint32_t token : walk(syntax, head, path, Syntax::Reach::own)) {
      if (!lemma_fits(syntax, token, constraint)) continue;
      if (used && !constraint.negated && !constraint.lemmas.empty()) used->push_back(token);
      return !constraint.negated;
    }
  }
  return constraint.negated;
}

bool all_hold(const Syntax& syntax, uint32_t head, const DeedEntry& entry,
              std::vector<uint32_t>* used) {
  return std::all_of(
      entry.constraints.begin(), entry.constraints.end(),
      [&](const Constraint& constraint) { return holds(syntax, head, constraint, used); });
}

class Matcher {
 public:
  Matcher(const Syntax& syntax, const Participants& participants,
          const DeedLexicon::Entries& lexicon)
      : syntax_(syntax), participants_(participants), lexicon_(lexicon) {}

  std::vector<Deed> run() {
    const auto count = static_cast<uint32_t>(syntax_.document().tokens.size());
    for (const bool nouns : {false, true}) {
      for (uint32_t i = 0; i < count; ++i) {
        if ((part_of_speech(syntax_, i) == 'n') != nouns || used_.contains(i)) continue;
        if (!participants_.is_part_of_name(i)) match(i);
      }
    }
    sort_by_head();
    add(open_deeds_completed());
    add(echoed_deeds(syntax_, participants_, lexicon_, deeds_));
    return std::move(deeds_);
  }

 private:
  void sort_by_head() { std::ranges::stable_sort(deeds_, {}, &Deed::head); }

  void add(const std::vector<Deed>& more) {
    deeds_.insert(deeds_.end(), more.begin(), more.end());
    sort_by_head();
  }

  void match(uint32_t head) {
    const size_t first = deeds_.size();
    for (const uint32_t index : entries_at(syntax_, lexicon_, head)) {
      const DeedEntry& entry = lexicon_.list[index];
      const size_t before = deeds_.size();
      add(index, entry, head, first);
      if (deeds_.size() == before || entry.part_of_speech == 'n') continue;
      std::vector<uint32_t> used;
      all_hold(syntax_, head, entry, &used);
      if (entry.type == EventType::request) {  // what one asks another to do to a third is a deed
        std::erase_if(used, [&](uint32_t token) { return syntax_.is_verb(token); });
      }
      used_.insert(used.begin(), used.end());
    }
  }

  void add(uint32_t index, const DeedEntry& entry, uint32_t head, size_t first) {
    std::vector<Filler> sources = fill_slots(syntax_, participants_, entry.source, head);
    std::erase_if(sources, [&](const Filler& filler) {
      return participants_.mentions()[filler.mention].place && !filler.stand_in;
    });
    if (sources.empty()) sources = judges_in_capital(entry, head);
    if (sources.empty()) sources = known_doers(entry, head);
    if (sources.empty()) return;
    add_companions(entry, head, sources);
    const std::vector<Filler> targets = fill_targets(entry, head, sources);
    if (targets.empty()) {
      if (deeds_.size() == first) leave_open({index, head, sources});
      return;
    }
    while (!open_.empty() && open_.back().head == head) open_.pop_back();
    const auto count = static_cast<uint32_t>(joined(sources, targets).size());
    const double base = entry.part_of_speech == 'n' ? kNounConfidence : kVerbConfidence;
    for (const Filler& source : sources) {
      for (const Filler& target : targets) {
        if (!is_new_pair(source, target, entry.mutual, first)) continue;
        deeds_.push_back(
            {index, head, source, target, count, base * source.confidence * target.confidence});
      }
    }
  }

  // Not where the subject is the victim, or the phrase may name the other side.
  void add_companions(const DeedEntry& entry, uint32_t head, std::vector<Filler>& sources) const {
    const bool by_subject = entry.source.front().path == Path{"subj"};
    const bool is_target = std::ranges::any_of(entry.target, [](const Slot& slot) {
      return std::ranges::any_of(slot.path, [](const std::string& role) {
        return role == "with" || role == "alongside" || role == "like";
      });
    });
    if (!by_subject || is_target || entry.mutual || !syntax_.is_verb(head)) return;
    for (const uint32_t token : companions_of(syntax_, head)) {
      for (Filler& companion : participants_.named(token)) {
        const bool known = std::ranges::any_of(
            sources, [&](const Filler& one) { return node(one) == node(companion); });
        if (known || participants_.mentions()[companion.mention].place) continue;
        companion.confidence *= kCompanionFactor;
        sources.push_back(companion);
      }
    }
  }

  std::vector<Deed> open_deeds_completed() const {
    std::vector<Deed> all;
    for (const auto& resolve :
         {resolve_reactions, resolve_recipients, resolve_retaliation, resolve_in_clause}) {
      const std::vector<Deed> some = resolve(syntax_, participants_, lexicon_, deeds_, open_);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

  // The most specific entry, and the first that has a word which points back.
  void leave_open(OpenDeed deed) {
    const bool first_of_head = open_.empty() || open_.back().head != deed.head;
    const bool points = !first_of_head && !pointer_of(syntax_, lexicon_, open_.back()) &&
                        pointer_of(syntax_, lexicon_, deed);
    if (first_of_head || points) open_.push_back(std::move(deed));
  }

  // "accused each other", "bombed one another's towns"
  bool is_reciprocal(uint32_t head) const {
    if (!syntax_.is_verb(head)) return false;
    for (const uint32_t object : syntax_.children(head)) {
      std::vector<uint32_t> words = syntax_.fillers(object, "poss");
      words.push_back(object);
      for (const uint32_t word : words) {
        if (word > head && (says_each_other(word - 1) || says_each_other(word))) return true;
      }
    }
    return false;
  }

  bool says_each_other(uint32_t word) const {
    if (word + 1 >= syntax_.document().tokens.size()) return false;
    const std::string_view first = syntax_.lemma(word), second = syntax_.lemma(word + 1);
    return (first == "each" && second == "other") || (first == "one" && second == "another");
  }

  // "The vote was condemned in Ottawa": who sits there.
  std::vector<Filler> judges_in_capital(const DeedEntry& entry, uint32_t head) const {
    const bool judges = entry.type == EventType::accuse || entry.type == EventType::support ||
                        entry.type == EventType::reject;
    if (!judges || !syntax_.is_verb(head) || !syntax_.is_passive(head)) return {};
    if (entry.source.front().path != Path{"subj"}) return {};
    for (const uint32_t token : syntax_.fillers(head, "in", Syntax::Reach::own)) {
      std::vector<Filler> found = participants_.named(token);
      std::erase_if(found, [&](const Filler& one) {
        return participants_.mentions()[one.mention].how != Resolution::capital;
      });
      for (Filler& one : found) one.confidence *= kKnownConfidence;
      if (!found.empty()) return found;
    }
    return {};
  }

  // "The invasion of Ukraine": no word of the sentence names the doer, but the article does.
  std::vector<Filler> known_doers(const DeedEntry& entry, uint32_t head) const {
    if (entry.part_of_speech != 'n' || quad(entry.type) != 4) return {};
    const auto& mentions = participants_.mentions();
    for (const Filler& victim : fill_targets(entry, head, {})) {
      for (const std::string_view doer : known_invaders(syntax_.lemma(head), node(victim))) {
        for (uint32_t m = 0; m < mentions.size(); ++m) {
          if (mentions[m].outlet || mentions[m].actors.empty()) continue;
          if (mentions[m].actors[0].node == doer) return {{m, 0, kKnownConfidence, head}};
        }
      }
    }
    return {};
  }

  std::vector<Filler> joined(const std::vector<Filler>& sources,
                             const std::vector<Filler>& targets) const {
    std::vector<Filler> all = sources;
    for (const Filler& target : targets) {
      const bool known = std::any_of(all.begin(), all.end(),
                                     [&](const Filler& one) { return node(one) == node(target); });
      if (!known) all.push_back(target);
    }
    return all;
  }

  std::vector<Filler> fill_targets(const DeedEntry& entry, uint32_t head,
                                   const std::vector<Filler>& sources) const {
    const bool places = entry.type == EventType::assault || entry.type == EventType::coerce;
    for (const Slot& slot : entry.target) {
      std::vector<Filler> targets = fill_slots(syntax_, participants_, {slot}, head, places);
      std::erase_if(targets, [&](const Filler& target) {
        return std::any_of(sources.begin(), sources.end(),
                           [&](const Filler& source) { return node(source) == node(target); });
      });
      if (!targets.empty()) return targets;
    }
    if (sources.size() > 1 && is_reciprocal(head)) return sources;
    // "Paris and Berlin met": the conjoined sources are each other's targets.
    const bool to_organisation = entry.target.front().organisation;
    if (entry.mutual && sources.size() > 1 && !to_organisation) return sources;
    return {};
  }

  const std::string& node(const Filler& filler) const { return participants_.actor(filler).node; }

  bool is_new_pair(const Filler& source, const Filler& target, bool mutual, size_t first) const {
    if (node(source) == node(target)) return false;
    return std::none_of(
        deeds_.begin() + static_cast<std::ptrdiff_t>(first), deeds_.end(), [&](const Deed& deed) {
          const bool same = node(deed.source) == node(source) && node(deed.target) == node(target);
          const bool swapped =
              node(deed.source) == node(target) && node(deed.target) == node(source);
          return same || (mutual && swapped);
        });
  }

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  std::vector<Deed> deeds_;
  std::vector<OpenDeed> open_;
  std::unordered_set<uint32_t> used_;
};

// "obj.mod": whose the thing is.
bool is_owner(const Slot& slot) {
  return slot.path.size() > 1 && (slot.path.back() == "mod" || slot.path.back() == "poss");
}

}  // namespace

std::vector<uint32_t> entries_at(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                                 uint32_t head) {
  const char pos = part_of_speech(syntax, head);
  if (pos == 0) return {};
  const auto found =
      lexicon.by_head.find(std::string(1, pos) + ":" + std::string(syntax.lemma(head)));
  if (found == lexicon.by_head.end()) return {};
  std::vector<uint32_t> out;
  std::copy_if(
      found->second.begin(), found->second.end(), std::back_inserter(out),
      [&](uint32_t index) { return all_hold(syntax, head, lexicon.list[index], nullptr); });
  return out;
}

std::vector<uint32_t> slot_tokens(const Syntax& syntax, const Slot& slot, uint32_t head) {
  return walk(syntax, head, slot.path, Syntax::Reach::own);
}

std::vector<Filler> fill_slots(const Syntax& syntax, const Participants& participants,
                               const std::vector<Slot>& slots, uint32_t head, bool places) {
  for (const Slot& slot : slots) {
    const std::vector<uint32_t> tokens = walk(syntax, head, slot.path, Syntax::Reach::below);
    for (const uint32_t token : tokens) {
      std::vector<Filler> found = participants.named(token);
      if (slot.organisation) {
        std::erase_if(found, [&](const Filler& filler) {
          return participants.actor(filler).sector != "IGO";
        });
      }
      if (is_owner(slot)) {  // names that nobody knows own nothing
        std::erase_if(found, [&](const Filler& one) { return !participants.actor(one).known(); });
      }
      if (!found.empty()) return found;
    }
    if (slot.named_only) continue;
    for (const uint32_t token : tokens) {
      std::vector<Filler> found = participants.owners(token, places);
      if (!found.empty()) return found;
    }
    const bool subject = slot.path.size() == 1 && slot.path[0] == "subj";
    if (!subject || !syntax.is_verb(head) || syntax.is_passive(head)) continue;
    std::vector<Filler> found = participants.before_verb(head);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<Deed> match_deeds(const Syntax& syntax, const Participants& participants,
                              const DeedLexicon::Entries& lexicon) {
  return Matcher(syntax, participants, lexicon).run();
}

}  // namespace entente
