// Speech verbs stand above the deed (ccomp), behind it (parataxis: "..., the minister said"), or
// in an "as" clause; "according to X" is an oblique of any clause on the way. After the scheme of
// PolNeAR (source, cue, content; Newell et al. 2018). Speech without a clause (a quotation in the
// sentence before) is left out. Tested in speakers_test.cpp.
#include "events/speakers.h"

#include <algorithm>
#include <optional>

namespace entente {

namespace {

constexpr int kStepsMax = 10;

class Attributor {
 public:
  Attributor(const Syntax& syntax, const std::vector<Mention>& mentions,
             const DeedLexicon::Entries& lexicon)
      : syntax_(syntax), mentions_(mentions), lexicon_(lexicon) {}

  std::vector<Speaker> run(uint32_t head) {
    uint32_t at = head;
    look_below(at);
    for (int step = 0; step < kStepsMax; ++step) {
      const Token& here = syntax_.token(at);
      if (here.head == kNoToken) break;
      const auto governor = static_cast<uint32_t>(here.head);
      const bool content = here.relation == Relation::ccomp || here.relation == Relation::xcomp ||
                           here.relation == Relation::parataxis;
      if (content && is_speech(governor)) add_subject(governor, inner_);
      look_below(governor);
      at = governor;
    }
    std::reverse(inner_.begin(), inner_.end());
    outer_.insert(outer_.end(), inner_.begin(), inner_.end());
    return std::move(outer_);
  }

 private:
  bool is_speech(uint32_t index) const {
    return syntax_.is_verb(index) && lexicon_.in_class("speech", syntax_.lemma(index));
  }

  void look_below(uint32_t at) {
    for (const uint32_t i : syntax_.children(at)) {
      const Relation relation = syntax_.token(i).relation;
      if (relation == Relation::parataxis && is_speech(i)) add_subject(i, inner_);
      if (relation == Relation::advcl && is_speech(i) &&
          syntax_.has_child_lemma(i, Relation::mark, "as")) {
        add_subject(i, outer_);
      }
      const bool oblique = relation == Relation::obl || relation == Relation::nmod ||
                           relation == Relation::parataxis;
      const std::string_view word = syntax_.preposition(i);
      if (oblique && (word == "accord" || word == "according" || word == "accord to" ||
                      word == "according to")) {
        add(i, outer_);
      }
    }
  }

  void add_subject(uint32_t verb, std::vector<Speaker>& out) {
    for (const uint32_t i : syntax_.children(verb)) {
      if (syntax_.token(i).relation == Relation::nsubj) add(i, out);
    }
  }

  const Mention* mention_of(uint32_t token) const {
    for (const Mention& mention : mentions_) {
      if (mention.head == token && !mention.modifier) return &mention;
    }
    return nullptr;
  }

  void add(uint32_t token, std::vector<Speaker>& out) {
    const Mention* mention = mention_of(token);
    Speaker speaker =
        named_speaker(syntax_.document(), mentions_, mention ? mention->range : noun_phrase(token));
    const auto same = [&](const Speaker& other) { return other.range == speaker.range; };
    if (std::none_of(inner_.begin(), inner_.end(), same) &&
        std::none_of(outer_.begin(), outer_.end(), same)) {
      out.push_back(std::move(speaker));
    }
  }

  // The head with its dependents on the left and its prepositional ones on the right.
  Range noun_phrase(uint32_t token) const {
    Range range = syntax_.token(token).range;
    for (const uint32_t i : syntax_.children(token)) {
      const Relation relation = syntax_.token(i).relation;
      if (i < token && relation != Relation::punct && relation != Relation::case_) {
        range.begin = std::min(range.begin, noun_phrase(i).begin);
      }
      if (i > token && (relation == Relation::flat || relation == Relation::nmod ||
                        relation == Relation::compound)) {
        range.end = std::max(range.end, noun_phrase(i).end);
      }
    }
    return range;
  }

  const Syntax& syntax_;
  const std::vector<Mention>& mentions_;
  const DeedLexicon::Entries& lexicon_;
  std::vector<Speaker> outer_;  // reports around everything
  std::vector<Speaker> inner_;  // speech verbs, innermost first
};

}  // namespace

Speaker named_speaker(const Document& document, const std::vector<Mention>& mentions, Range range) {
  Speaker speaker{std::string(slice(document.text, range)), range};
  for (const Mention& mention : mentions) {
    if (mention.range == range && mention.how == Resolution::pronoun) {
      speaker.name = mention.actors[0].name;
    }
  }
  return speaker;
}

std::vector<Speaker> speakers_of(const Syntax& syntax, const std::vector<Mention>& mentions,
                                 const DeedLexicon::Entries& lexicon, uint32_t head,
                                 std::string_view outlet) {
  std::vector<Speaker> speakers;
  if (!outlet.empty()) speakers.push_back({std::string(outlet), {}});
  for (Speaker& speaker : Attributor(syntax, mentions, lexicon).run(head)) {
    speakers.push_back(std::move(speaker));
  }
  return speakers;
}

}  // namespace entente
