// A paragraph on somebody's helpers names him once. Each resolved gift can lead to the next one, so
// that a row of helpers is followed through. Tested in recipients_test.cpp.
#include "events/recipients.h"

#include <algorithm>

#include "events/aimed_at.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesBack = 2;
constexpr double kConfidence = 0.65;

bool is_gift(EventType type) { return type == EventType::aid || type == EventType::cooperate; }

bool is_friendly(EventType type) {
  return is_gift(type) || type == EventType::support || type == EventType::agree;
}

// Deeds that have a recipient besides what is given: "sent tanks to".
bool has_recipient(const DeedEntry& entry) {
  const bool gift = is_gift(entry.type) || entry.type == EventType::agree;  // "offered tanks"
  if (!gift || entry.mutual || entry.part_of_speech != 'v') return false;
  bool recipient = false;
  for (const Slot& slot : entry.target) {
    if (slot.path.front() == "obj" && slot.path.size() == 1) return false;
    recipient = recipient || slot.path.front() == "iobj";
  }
  return recipient;
}

class Resolver {
 public:
  Resolver(const Syntax& syntax, const Participants& participants,
           const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
      : syntax_(syntax), participants_(participants), lexicon_(lexicon), told_(deeds) {}

  std::vector<Deed> run(const std::vector<OpenDeed>& open) {
    std::vector<Deed> resolved;
    for (const OpenDeed& one : open) {
      if (!has_recipient(lexicon_.list[one.entry]) || names_recipient(one.head)) continue;
      std::optional<Filler> helped = last_helped(one.head);
      if (!helped) helped = most_helped();
      if (!helped || is_source(one, *helped)) continue;
      Filler target = *helped;
      target.stand_in = one.head;
      for (const Filler& source : one.sources) {
        const double confidence = kConfidence * source.confidence * target.confidence;
        resolved.push_back({one.entry, one.head, source, target, 2, confidence});
      }
      told_.push_back(resolved.back());
    }
    return resolved;
  }

 private:
  const std::string& node(const Filler& filler) const { return participants_.actor(filler).node; }

  bool is_source(const OpenDeed& open, const Filler& filler) const {
    return std::any_of(open.sources.begin(), open.sources.end(),
                       [&](const Filler& source) { return node(source) == node(filler); });
  }

  bool names_recipient(uint32_t head) const {
    for (const std::string_view role : {"to", "for", "iobj", "with", "from", "between"}) {
      const std::vector<uint32_t> found = syntax_.fillers(head, role);
      const bool any = std::any_of(found.begin(), found.end(), [&](uint32_t token) {
        return syntax_.is_noun(token) || syntax_.token(token).upos == Upos::pron;
      });
      if (any) return true;
    }
    return false;
  }

  bool heading_between(uint32_t first, uint32_t last) const {
    const std::vector<Sentence>& sentences = syntax_.document().sentences;
    return std::any_of(sentences.begin() + first, sentences.begin() + last + 1,
                       [](const Sentence& sentence) { return sentence.heading; });
  }

  std::optional<Filler> most_helped() const {
    return most_aimed_at(participants_, lexicon_, told_,
                         [](const DeedEntry& entry) { return is_gift(entry.type); });
  }

  // Whom the sentences before told last of, if it was one alone.
  std::optional<Filler> last_helped(uint32_t head) const {
    const uint32_t here = syntax_.sentence_of(head);
    const Deed* last = nullptr;
    for (const Deed& deed : told_) {
      const uint32_t there = syntax_.sentence_of(deed.head);
      if (there >= here || there + kSentencesBack < here) continue;
      if (!last || deed.head >= last->head) last = &deed;
    }
    if (!last || !is_friendly(lexicon_.list[last->entry].type)) return std::nullopt;
    if (heading_between(syntax_.sentence_of(last->head), here)) return std::nullopt;
    const bool one_target = std::all_of(told_.begin(), told_.end(), [&](const Deed& deed) {
      return deed.head != last->head || node(deed.target) == node(last->target);
    });
    return one_target ? std::optional(last->target) : std::nullopt;
  }

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  std::vector<Deed> told_;
};

}  // namespace

std::vector<Deed> resolve_recipients(const Syntax& syntax, const Participants& participants,
                                     const DeedLexicon::Entries& lexicon,
                                     const std::vector<Deed>& deeds,
                                     const std::vector<OpenDeed>& open) {
  return Resolver(syntax, participants, lexicon, deeds).run(open);
}

}  // namespace entente
