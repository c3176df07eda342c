// What the words around a predicate say of it: auxiliaries give tense, aspect and modality
// (Huddleston and Pullum, "The Cambridge Grammar of the English Language", 2002, chapter 3),
// adverbs, determiners and conjunctions the negation and the condition. Later verbs of a
// coordination share the auxiliaries of the first. What verbs say of the clauses below them
// ("denied that", "wants to") is for the readers of clauses. Tested in clauses_test.cpp.
#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "documents/documents.h"

namespace entente {
namespace {

template <size_t kCount>
bool among(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> kFuture = {"will", "shall", "wo", "sha"};
constexpr std::array<std::string_view, 5> kPossible = {"can", "could", "may", "might", "ca"};
constexpr std::array<std::string_view, 4> kNecessary = {"must", "should", "ought", "need"};
// Over an infinitive: "is going to", "is set to"; "has to"; "is likely to".
constexpr std::array<std::string_view, 5> kAboutTo = {"go", "set", "about", "due", "poised"};
constexpr std::array<std::string_view, 3> kHaveTo = {"have", "need", "ought"};
constexpr std::array<std::string_view, 3> kAbleTo = {"likely", "able", "free"};
constexpr std::array<std::string_view, 10> kPerhaps = {
    "perhaps",    "maybe",     "possibly",   "probably",   "likely",
    "reportedly", "allegedly", "presumably", "apparently", "supposedly"};
constexpr std::array<std::string_view, 8> kNot = {"not",    "n't",    "n’t",      "never",
                                                  "hardly", "barely", "scarcely", "nowhere"};
constexpr std::array<std::string_view, 5> kNobody = {"nobody", "none", "nothing", "no-one",
                                                     "neither"};
constexpr std::array<std::string_view, 4> kIf = {"if", "unless", "whether", "lest"};

bool is_helper(const Token& token) {
  return token.relation == Relation::aux || token.relation == Relation::aux_pass ||
         token.relation == Relation::cop;
}

bool is_argument(const Token& token) {
  return token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass ||
         token.relation == Relation::obj;
}

// Builds the clauses of one sentence.
class ClauseFinder {
 public:
  ClauseFinder(const Document& document, const Sentence& sentence)
      : document_(document), first_(sentence.token_begin), below_(sentence.token_end - first_) {
    for (uint32_t i = first_; i < sentence.token_end; ++i) {
      const int32_t head = document.tokens[i].head;
      if (head != kNoToken) below_[static_cast<uint32_t>(head) - first_].push_back(i);
    }
  }

  bool is_predicate(uint32_t i) const {
    const Token& token = document_.tokens[i];
    const bool is_verb = token.upos == Upos::verb && token.relation != Relation::amod &&
                         token.relation != Relation::compound && token.relation != Relation::case_;
    return is_verb || std::any_of(below(i).begin(), below(i).end(), [&](uint32_t child) {
             return document_.tokens[child].relation == Relation::cop;
           });
  }

  Clause clause(uint32_t i) const {
    Clause clause;
    clause.predicate = i;
    clause.passive = document_.tokens[i].features.passive;
    read_verbs(i, clause);
    read_governor(i, clause);
    for (const uint32_t child : below(i)) read_child(child, clause);
    if (const auto shared = sharer(i)) share(*shared, clause);
    std::sort(clause.cues.begin(), clause.cues.end(),
              [](const ClauseCue& a, const ClauseCue& b) { return a.token < b.token; });
    return clause;
  }

 private:
  const std::vector<uint32_t>& below(uint32_t i) const { return below_[i - first_]; }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  std::string low(uint32_t i) const { return lower(form(document_, token(i))); }

  bool has_helper(uint32_t i) const {
    return std::any_of(below(i).begin(), below(i).end(),
                       [&](uint32_t child) { return is_helper(token(child)); });
  }

  static void add(Clause& clause, uint32_t word, CueKind kind) {
    clause.cues.push_back({word, kind});
  }

  void set_modality(Clause& clause, ClauseModality modality, uint32_t word) const {
    if (clause.modality == ClauseModality::none) clause.modality = modality;
    add(clause, word, CueKind::modality);
  }

  void read_modal(uint32_t word, Clause& clause) const {
    const std::string written = low(word);
    const std::string& lemma = token(word).lemma;
    if (among(lemma, kFuture) || among(written, kFuture)) {
      clause.tense = ClauseTense::future;
      add(clause, word, CueKind::tense);
    } else if (among(lemma, kPossible) || among(written, kPossible)) {
      set_modality(clause, ClauseModality::possible, word);
    } else if (among(lemma, kNecessary)) {
      set_modality(clause, ClauseModality::necessary, word);
    } else {
      set_modality(clause, ClauseModality::hypothetical, word);  // "would"
    }
  }

  // The finite verb is the first auxiliary, or the predicate where there is none.
  void read_verbs(uint32_t i, Clause& clause) const {
    std::vector<uint32_t> verbs;
    for (const uint32_t child : below(i)) {
      if (is_helper(token(child))) verbs.push_back(child);
    }
    if (token(i).upos == Upos::verb) verbs.push_back(i);
    for (const uint32_t verb : verbs) {
      if (token(verb).xpos == "MD") read_modal(verb, clause);
      if (verb == i) continue;
      if (token(verb).relation == Relation::aux && token(verb).lemma == "have")
        clause.perfect = true;
      if (token(verb).relation == Relation::aux && token(verb).lemma == "be") {
        clause.progressive = true;
      }
    }
    if (is_to_be(document_, i, below(i))) {
      clause.tense = ClauseTense::future;
      return;
    }
    if (verbs.empty() || token(verbs.front()).xpos == "MD") return;
    const Tense tense = token(verbs.front()).features.tense;
    if (token(verbs.front()).features.verb_form != VerbForm::finite || tense == Tense::none) return;
    clause.tense = tense == Tense::past ? ClauseTense::past : ClauseTense::present;
    if (verbs.front() != i) add(clause, verbs.front(), CueKind::tense);
  }

  // "is going to attack", "has to leave", "is unable to pay".
  void read_governor(uint32_t i, Clause& clause) const {
    if (token(i).relation != Relation::xcomp || token(i).xpos != "VB") return;
    const auto head = static_cast<uint32_t>(token(i).head);
    const std::string& lemma = token(head).lemma;
    if (among(lemma, kAboutTo) && token(head).xpos != "VB") {
      if (lemma == "go" && token(head).xpos != "VBG") return;
      clause.tense = ClauseTense::future;
      add(clause, head, CueKind::tense);
    } else if (among(lemma, kHaveTo)) {
      set_modality(clause, ClauseModality::necessary, head);
    } else if (among(lemma, kAbleTo) || lemma == "unable") {
      set_modality(clause, ClauseModality::possible, head);
    }
    if (lemma == "unable") deny(clause, head);
  }

  static void deny(Clause& clause, uint32_t word) {
    clause.negated = true;
    add(clause, word, CueKind::negation);
  }

  void read_child(uint32_t child, Clause& clause) const {
    const Token& word = token(child);
    const std::string written = low(child);
    if (word.relation == Relation::advmod) {
      if (among(written, kNot)) deny(clause, child);
      if (among(written, kPerhaps)) set_modality(clause, ClauseModality::possible, child);
    }
    if (word.relation == Relation::mark) {
      if (among(written, kIf)) set_modality(clause, ClauseModality::hypothetical, child);
      if (written == "without") deny(clause, child);
    }
    if (word.relation == Relation::cc_preconj && written == "neither") deny(clause, child);
    const bool is_no_longer = word.relation == Relation::advmod && written == "longer";
    if (!is_argument(word) && !is_no_longer) return;
    if (is_argument(word) && among(written, kNobody)) deny(clause, child);
    for (const uint32_t lower_word : below(child)) {
      if (low(lower_word) == "no" ||
          (token(lower_word).relation == Relation::det && low(lower_word) == "neither")) {
        deny(clause, lower_word);
      }
    }
  }

  // The earlier predicate whose auxiliaries also stand for this one: "will not buy or sell".
  std::optional<uint32_t> sharer(uint32_t i) const {
    if (token(i).relation != Relation::conj || has_helper(i)) return std::nullopt;
    const auto head = static_cast<uint32_t>(token(i).head);
    const bool alike = token(head).xpos == token(i).xpos && token(head).upos == token(i).upos;
    const bool own_subject = std::any_of(below(i).begin(), below(i).end(), [&](uint32_t child) {
      return token(child).relation == Relation::nsubj || token(child).relation == Relation::mark;
    });
    if (!alike || own_subject || !has_helper(head)) return std::nullopt;
    return head;
  }

  void share(uint32_t with, Clause& clause) const {
    const Clause first = this->clause(with);
    clause.tense = first.tense;
    clause.perfect = first.perfect;
    clause.progressive = first.progressive;
    if (clause.modality == ClauseModality::none) clause.modality = first.modality;
    clause.negated = clause.negated || first.negated;
    clause.cues.insert(clause.cues.end(), first.cues.begin(), first.cues.end());
  }

  const Document& document_;
  const uint32_t first_;
  std::vector<std::vector<uint32_t>> below_;  // dependents by head
};

}  // namespace

bool is_to_be(const Document& document, uint32_t verb, std::span<const uint32_t> dependents) {
  bool infinitive = false, copula = false, subject = false;
  for (const uint32_t i : dependents) {
    const Token& token = document.tokens[i];
    infinitive |= token.xpos == "TO" && token.relation == Relation::mark;
    copula |= token.relation == Relation::cop;
    subject |= token.relation == Relation::nsubj || token.relation == Relation::nsubj_outer;
  }
  const Token& head = document.tokens[verb];
  return head.xpos == "VB" && infinitive && subject && (copula || head.relation == Relation::root);
}

std::vector<Clause> find_clauses(const Document& document) {
  std::vector<Clause> clauses;
  for (const Sentence& sentence : document.sentences) {
    const ClauseFinder finder(document, sentence);
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      if (finder.is_predicate(i)) clauses.push_back(finder.clause(i));
    }
  }
  return clauses;
}

}  // namespace entente
