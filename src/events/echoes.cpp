// What is repeated is a deed of the clause that the words hang on, or of the main clause of the
// sentence before. What two did to each other is not repeated by a third.
// Tested in echoes_test.cpp.
#include "events/echoes.h"

#include <algorithm>
#include <optional>

#include "base/one_of.h"
#include "events/clauses.h"

namespace entente {

namespace {

constexpr double kConfidence = 0.85;

struct Echo {
  uint32_t word = 0;  // "did", "followed"
  std::vector<Filler> doers;
};

class Echoes {
 public:
  Echoes(const Syntax& syntax, const Participants& participants,
         const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
      : syntax_(syntax), participants_(participants), lexicon_(lexicon), deeds_(deeds) {}

  std::vector<Deed> run() const {
    std::vector<Deed> found;
    const auto count = static_cast<uint32_t>(syntax_.document().tokens.size());
    for (uint32_t i = 1; i < count; ++i) {
      if (const auto echo = echo_at(i)) repeat(*echo, found);
    }
    return found;
  }

 private:
  std::optional<Echo> echo_at(uint32_t i) const {
    Echo echo{i, {}};
    if (is_inverted(i)) {
      echo.doers = named_behind(i);
    } else if (says_the_same(i)) {
      echo.doers = fill_slots(syntax_, participants_, {{{"subj"}}}, i);
    }
    std::erase_if(echo.doers, [&](const Filler& doer) {
      return participants_.mentions()[doer.mention].place || !participants_.actor(doer).known();
    });
    return echo.doers.empty() ? std::nullopt : std::optional(std::move(echo));
  }

  // "so did", "as has", "nor will"
  bool is_inverted(uint32_t i) const {
    return one_of(syntax_.lemma(i - 1), {"so", "as", "nor", "neither"}) &&
           one_of(syntax_.lemma(i), {"do", "have", "be", "will", "would"}) &&
           syntax_.token(i).relation != Relation::aux &&
           syntax_.token(i).relation != Relation::aux_pass &&
           syntax_.sentence_of(i - 1) == syntax_.sentence_of(i);
  }

  // The first name behind the verb, with what is coordinated with it; only articles and the like
  // may stand between.
  std::vector<Filler> named_behind(uint32_t verb) const {
    const auto count = static_cast<uint32_t>(syntax_.document().tokens.size());
    for (uint32_t t = verb + 1; t < count && t < verb + 5; ++t) {
      if (syntax_.sentence_of(t) != syntax_.sentence_of(verb)) break;
      std::vector<Filler> named = participants_.named(t);
      if (!named.empty()) return named;
      const Upos upos = syntax_.token(t).upos;
      if (upos == Upos::verb || upos == Upos::pron || upos == Upos::punct) break;
    }
    return {};
  }

  // "followed suit", "did the same", "did likewise", "followed its example"
  bool says_the_same(uint32_t i) const {
    if (!syntax_.is_verb(i)) return false;
    const std::string_view verb = syntax_.lemma(i);
    if (!one_of(verb, {"do", "follow", "act"})) return false;
    return std::ranges::any_of(syntax_.children(i), [&](uint32_t below) {
      const std::string_view word = syntax_.lemma(below);
      if (verb == "follow") return one_of(word, {"suit", "example", "lead"});
      return below > i && one_of(word, {"same", "likewise", "similarly"});
    });
  }

  // The clause that is repeated: the one that the words hang on, or that of the sentence before.
  std::optional<uint32_t> clause_before(uint32_t word) const {
    const Token& here = syntax_.token(word);
    const bool hangs = here.relation == Relation::conj || here.relation == Relation::advcl ||
                       here.relation == Relation::parataxis || here.relation == Relation::ccomp;
    if (hangs) {
      const auto governor = static_cast<uint32_t>(here.head);
      return governor < word ? std::optional(governor) : std::nullopt;
    }
    const uint32_t sentence = syntax_.sentence_of(word);
    if (sentence == 0 || here.relation != Relation::root) return std::nullopt;
    const Sentence& before = syntax_.document().sentences[sentence - 1];
    for (uint32_t i = before.token_begin; i < before.token_end; ++i)
      if (syntax_.token(i).relation == Relation::root) return i;
    return std::nullopt;
  }

  // The first deed of that clause, in none below it.
  std::optional<uint32_t> main_deed_before(uint32_t word) const {
    const auto clause = clause_before(word);
    if (!clause) return std::nullopt;
    for (const Deed& deed : deeds_) {
      if (deed.head >= word || lexicon_.list[deed.entry].mutual) continue;
      if (in_clause_of(syntax_, *clause, deed.head)) return deed.head;
    }
    return std::nullopt;
  }

  // In another sentence the words stand for the deed; its target is named nowhere there.
  void repeat(const Echo& echo, std::vector<Deed>& found) const {
    const auto head = main_deed_before(echo.word);
    if (!head) return;
    const bool here = syntax_.sentence_of(*head) == syntax_.sentence_of(echo.word);
    for (const Deed& deed : deeds_) {
      if (deed.head != *head) continue;
      for (const Filler& doer : echo.doers) {
        const std::string& node = participants_.actor(doer).node;
        if (node == participants_.actor(deed.source).node) return;
        if (node == participants_.actor(deed.target).node) continue;
        Deed again = deed;
        again.source = doer;
        again.confidence *= kConfidence * doer.confidence;
        if (!here) {
          again.head = echo.word;
          again.target.stand_in = echo.word;
        }
        found.push_back(again);
      }
    }
  }

  const Syntax& syntax_;
  const Participants& participants_;
  const DeedLexicon::Entries& lexicon_;
  const std::vector<Deed>& deeds_;
};

}  // namespace

std::vector<Deed> echoed_deeds(const Syntax& syntax, const Participants& participants,
                               const DeedLexicon::Entries& lexicon,
                               const std::vector<Deed>& deeds) {
  return Echoes(syntax, participants, lexicon, deeds).run();
}

}  // namespace entente
