// Who does it and to whom: the phrases of a sentence's main deed, by its tree and by word lists.
// The idea: from the root down through what is said ("officials said ...") and wanted ("threatened
// to shell ...") to the verb of the deed; its subject is the source; its object is the target,
// unless the object is itself the deed ("imposed sanctions on Iran", "sent troops to Mali"), when
// the phrase behind a preposition is. Names decide between several. Left out: second deeds of a
// sentence. Measured on rows with marked spans (docs/benchmarks.md); tested in roles_test.cpp.
#include <algorithm>
#include <optional>
#include <vector>

#include "actors/actors.h"
#include "actors/people.h"
#include "actors/role_words.h"

namespace entente {

namespace {

using namespace role_words;

constexpr size_t kDepthMax = 6;

struct Deed {
  std::optional<uint32_t> source, target;
  bool mutual = false;
};

class Clauses {
 public:
  Clauses(const Document& document, const Sentence& sentence)
      : document_(document), begin_(sentence.token_begin), end_(sentence.token_end) {}

  Deed main_deed() const {
    for (uint32_t i = begin_; i < end_; ++i) {
      if (token(i).head == kNoToken) return deed_of(i, {}, 0);
    }
    return {};
  }

  // The phrase of a noun: without what only comments on it.
  Range phrase(uint32_t head) const {
    std::vector<bool> inside(end_ - begin_, false);
    for (uint32_t i = begin_; i < end_; ++i) inside[i - begin_] = belongs(i, head);
    uint32_t low = head, high = head;
    const auto has = [&](uint32_t i) { return i >= begin_ && i < end_ && inside[i - begin_]; };
    while (low > begin_ && has(low - 1)) --low;
    while (has(high + 1) || (is_punct(high + 1) && has(high + 2))) ++high;
    while (low < head && is_punct(low)) ++low;
    while (high > head && is_punct(high)) --high;
    return {token(low).range.begin, token(high).range.end};
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  bool is_punct(uint32_t i) const { return i < end_ && token(i).upos == Upos::punct; }

  std::vector<uint32_t> below(uint32_t head, std::initializer_list<Relation> relations) const {
    std::vector<uint32_t> found;
    for (uint32_t i = begin_; i < end_; ++i) {
      if (token(i).head == static_cast<int32_t>(head) &&
          std::find(relations.begin(), relations.end(), token(i).relation) != relations.end()) {
        found.push_back(i);
      }
    }
    return found;
  }

  bool is_time(uint32_t i) const {
    constexpr std::string_view words[] = {
        "week",  "month",    "year",      "day",     "night",   "weekend",
        "today", "tomorrow", "yesterday", "morning", "evening", "afternoon",
        "hour",  "minute",   "time",      "date",    "future",  "past"};
    const std::string low = lowered(token(i).lemma);
    const std::string_view word = form(document_, token(i));
    return in(low, words) || is_calendar_word(low) || token(i).upos == Upos::num ||
           (!word.empty() && word[0] >= '0' && word[0] <= '9');
  }

  static std::string lowered(std::string_view word) {
    std::string low(word);
    for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return low;
  }

  bool belongs(uint32_t i, uint32_t head) const {
    for (size_t steps = 0; steps < end_ - begin_; ++steps) {
      if (i == head) return true;
      const int32_t up = token(i).head;
      if (up == kNoToken) return false;
      if (static_cast<uint32_t>(up) == head && comments(i)) return false;
      i = static_cast<uint32_t>(up);
    }
    return false;
  }

  // Direct dependents that are left out of a noun's phrase.
  bool comments(uint32_t i) const {
    switch (token(i).relation) {
      case Relation::acl_relcl:
      case Relation::parataxis:
      case Relation::punct:
      case Relation::advcl:
      case Relation::discourse:
      case Relation::appos:
      case Relation::case_: return true;
      case Relation::nmod:
      case Relation::obl:
      case Relation::nmod_unmarked:
      case Relation::obl_unmarked: return is_time(i);
      default: return false;
    }
  }

  // Whether the phrase has a name in it.
  bool is_named(uint32_t i, size_t depth = 0) const {
    const std::string_view word = form(document_, token(i));
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    if (token(i).upos == Upos::propn && !is_time(i)) return true;
    if (token(i).upos == Upos::adj && capital) return true;
    if (depth >= kDepthMax) return false;
    const auto parts =
        below(i, {Relation::compound, Relation::amod, Relation::nmod_poss, Relation::flat,
                  Relation::appos, Relation::nmod, Relation::nmod_desc, Relation::conj});
    return std::any_of(parts.begin(), parts.end(),
                       [&](uint32_t part) { return is_named(part, depth + 1); });
  }

  std::string_view preposition(uint32_t i) const {
    const auto words = below(i, {Relation::case_});
    return words.empty() ? std::string_view() : std::string_view(token(words[0]).lemma);
  }

  std::optional<uint32_t> first(const std::vector<uint32_t>& found) const {
    return found.empty() ? std::nullopt : std::optional(found[0]);
  }

  std::optional<uint32_t> subject(uint32_t verb) const {
    return first(below(
        verb, {Relation::nsubj, Relation::nsubj_pass, Relation::csubj, Relation::nsubj_outer}));
  }

  bool is_pronoun(uint32_t i) const { return in(token(i).lemma, kPronouns); }

  std::optional<uint32_t> named_subject(const std::vector<uint32_t>& clauses) const {
    for (const uint32_t clause : clauses) {
      const auto one = subject(clause);
      if (one) return is_pronoun(*one) ? std::nullopt : one;
    }
    return std::nullopt;
  }

  // Phrases behind a preposition inside a noun's phrase, at any depth.
  void add_phrases(uint32_t noun, size_t depth, std::vector<uint32_t>& out) const {
    if (depth == 0) return;
    for (const uint32_t i : below(noun, {Relation::nmod, Relation::obl})) {
      if (!is_time(i)) out.push_back(i);
      add_phrases(i, depth - 1, out);
    }
  }

  // Of phrases behind prepositions: named ones first, then by the order of the prepositions.
  template <typename Allowed>
  std::optional<uint32_t> choose(const std::vector<uint32_t>& phrases, Words prepositions,
                                 Allowed allowed_without_name) const {
    for (const bool by_name : {true, false}) {
      for (const std::string_view preposition_wanted : prepositions) {
        for (const uint32_t i : phrases) {
          if (preposition(i) != preposition_wanted || token(i).lemma == "behalf") continue;
          if (by_name ? is_named(i) : allowed_without_name(preposition_wanted)) return i;
        }
      }
    }
    return std::nullopt;
  }

  struct Parts {
    uint32_t verb = 0;
    std::optional<uint32_t> subject, source, object, receiver;
    std::vector<uint32_t> phrases, said, wanted;
  };

  Parts parts_of(uint32_t verb, std::optional<uint32_t> source) const {
    Parts parts;
    parts.verb = verb;
    parts.subject = subject(verb);
    parts.source = source;
    if (parts.subject && (!is_pronoun(*parts.subject) || !source)) parts.source = parts.subject;
    parts.object = first(below(verb, {Relation::obj}));
    parts.receiver = first(below(verb, {Relation::iobj}));
    for (const uint32_t i : below(verb, {Relation::obl, Relation::obl_agent})) {
      if (i > verb && !is_time(i)) parts.phrases.push_back(i);
    }
    parts.said = below(verb, {Relation::ccomp});
    for (const uint32_t i : below(verb, {Relation::xcomp})) {
      if (token(i).upos == Upos::verb) parts.wanted.push_back(i);
    }
    return parts;
  }

  // Of a noun; lemmatizers leave some plurals ("troops").
  std::string_view lemma(std::optional<uint32_t> i) const {
    std::string_view word = i ? std::string_view(token(*i).lemma) : std::string_view();
    const bool plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    if (word.size() > 3 && plural) word.remove_suffix(1);
    return word;
  }

  // The verb that the clause is really about.
  std::optional<uint32_t> inner_verb(const Parts& parts) const {
    if (parts.object) return std::nullopt;
    if (in(token(parts.verb).lemma, kSaying) && !parts.said.empty()) {
      const Upos upos = token(parts.said[0]).upos;
      if (upos == Upos::verb || upos == Upos::aux || upos == Upos::adj) return parts.said[0];
    }
    const bool addressed = std::any_of(parts.phrases.begin(), parts.phrases.end(), [&](uint32_t i) {
      const auto word = preposition(i);
      return word == "with" || word == "against" || word == "on";
    });
    if (parts.wanted.empty() || parts.receiver || addressed) return std::nullopt;
    return parts.wanted[0];
  }

  // "Canada and Mexico have signed a treaty".
  bool is_between(const Parts& parts) const {
    constexpr std::string_view verbs[] = {"agree", "sign", "reach",  "conclude", "share",
                                          "fail",  "ink",  "strike", "hold"};
    if (!parts.subject || below(*parts.subject, {Relation::conj}).empty()) return false;
    if (!in(token(parts.verb).lemma, verbs)) return false;
    const bool with = std::any_of(parts.phrases.begin(), parts.phrases.end(),
                                  [&](uint32_t i) { return preposition(i) == "with"; });
    const std::string_view object = lemma(parts.object);
    return !with && (!parts.object || in(object, kAccords) || in(object, kMeetings));
  }

  Deed deed_of(uint32_t verb, std::optional<uint32_t> source, size_t depth) const {
    if (depth > kDepthMax) return {source, {}, false};
    const Parts parts = parts_of(verb, source);
    if (const auto inner = inner_verb(parts)) return deed_of(*inner, parts.source, depth + 1);
    constexpr std::string_view states[] = {"commit", "concern", "prepare", "dedicate", "worry"};
    const bool passive = parts.subject && token(*parts.subject).relation == Relation::nsubj_pass &&
                         !in(token(verb).lemma, states);
    if (is_between(parts)) return {parts.source, {}, true};
    if (passive) return passive_deed(parts, depth);
    Deed deed{parts.source, {}, token(verb).lemma == "meet" || token(verb).lemma == "sign"};
    if (parts.receiver) {
      deed.target = parts.receiver;
    } else if (parts.object) {
      return with_object(parts, deed, depth);
    } else {
      const bool is_verb = token(verb).upos == Upos::verb;
      deed.target = choose(
          parts.phrases, is_verb ? Words(kBehindVerb) : Words(kBehindNoun),
          [](std::string_view word) { return word != "in" && word != "at" && word != "over"; });
    }
    return completed(parts, deed, depth);
  }

  Deed passive_deed(const Parts& parts, size_t depth) const {
    constexpr std::string_view leaving[] = {"expel", "deport", "bar", "ban", "evict"};
    for (const uint32_t i : below(parts.verb, {Relation::obl_agent, Relation::obl})) {
      const bool agent = token(i).relation == Relation::obl_agent || preposition(i) == "by";
      const bool out = preposition(i) == "from" && in(token(parts.verb).lemma, leaving);
      if (agent || (out && i > parts.verb)) return {i, parts.subject, false};
    }
    for (const uint32_t i : below(parts.verb, {Relation::advcl})) {
      const auto actor = subject(i);
      if (actor && token(*actor).relation == Relation::nsubj && !is_pronoun(*actor)) {
        return deed_of(i, {}, depth + 1);
      }
    }
    return {{}, parts.subject, false};
  }

  bool is_gerund(uint32_t i) const { return form(document_, token(i)).ends_with("ing"); }

  std::vector<uint32_t> gerunds(const Parts& parts) const {
    std::vector<uint32_t> found;
    for (const uint32_t i : below(*parts.object, {Relation::acl})) {
      if (is_gerund(i)) found.push_back(i);
    }
    for (const uint32_t i : below(parts.verb, {Relation::advcl})) {
      if (i > *parts.object && is_gerund(i)) found.push_back(i);
    }
    return found;
  }

  Deed with_object(const Parts& parts, Deed deed, size_t depth) const {
    const std::string_view verb = token(parts.verb).lemma;
    const std::string_view object = lemma(parts.object);
    deed.target = parts.object;
    const bool meeting = in(object, kMeetings);
    const bool holds = verb == "hold" || verb == "host" || verb == "have";
    deed.mutual = deed.mutual || (holds && meeting) || verb == "discuss" ||
                  (verb == "host" && !in(object, kDeeds));
    for (const uint32_t i : below(*parts.object, {Relation::amod})) {
      if (token(i).lemma == "joint") return {deed.source, {}, true};
    }
    const auto more = gerunds(parts);
    std::vector<uint32_t> inner;
    add_phrases(*parts.object, 3, inner);
    constexpr std::string_view calls[] = {"call",   "urge", "ask",      "condemn",
                                          "demand", "say",  "threaten", "accuse"};
    if (in(object, kPapers) && !more.empty() &&
        (inner.empty() || in(token(more[0]).lemma, calls))) {
      return deed_of(more[0], deed.source, depth + 1);
    }
    if (in(object, kAsked)) {
      for (const uint32_t i : parts.phrases) {
        const auto word = preposition(i);
        if ((word == "from" || word == "by" || word == "of") && is_named(i)) {
          return {deed.source, i, false};
        }
      }
    }
    const bool gives = in(verb, kGivings) && !in(object, kAsked) && !is_named(*parts.object);
    if (!in(object, kDeeds) && !gives) return completed(parts, deed, depth);
    for (const uint32_t i : parts.phrases) {
      if (i > *parts.object) inner.push_back(i);
    }
    std::sort(inner.begin(), inner.end());
    const auto behind = choose(inner, kBehindNoun, [&](std::string_view word) {
      return !in(word, kNeedName) && (word != "in" || in(object, kPlaced));
    });
    if (behind) {
      deed.target = behind;
      return completed(parts, deed, depth);
    }
    std::vector<uint32_t> clauses = below(*parts.object, {Relation::acl, Relation::ccomp});
    clauses.insert(clauses.end(), parts.said.begin(), parts.said.end());
    if (const auto other = named_subject(clauses)) {
      deed.target = other;
    } else if (!more.empty()) {
      return deed_of(more[0], deed.source, depth + 1);
    }
    return completed(parts, deed, depth);
  }

  // "60 million euros to help people in Somalia": the purpose says whom.
  std::optional<uint32_t> purpose(const Parts& parts, uint32_t target) const {
    if (target != parts.object && !in(lemma(target), kMoney)) return std::nullopt;
    if (!in(lemma(target), kMoney) && form(document_, token(target)) != "\u20ac") {
      return std::nullopt;
    }
    std::vector<uint32_t> clauses = below(parts.verb, {Relation::advcl, Relation::xcomp});
    for (const uint32_t i : below(target, {Relation::acl})) clauses.push_back(i);
    for (const uint32_t i : clauses) {
      const auto whom = i > parts.verb ? first(below(i, {Relation::obj})) : std::nullopt;
      if (whom) return whom;
    }
    return std::nullopt;
  }

  // Where the verb itself has no target, what it goes on with may have one.
  Deed completed(const Parts& parts, Deed deed, size_t depth) const {
    if (deed.target) {
      if (const auto whom = purpose(parts, *deed.target)) deed.target = whom;
      return deed;
    }
    if (!parts.said.empty()) {
      deed.target = named_subject({parts.said[0]});
      if (!deed.target) deed.target = deed_of(parts.said[0], deed.source, depth + 1).target;
    }
    if (!deed.target && !parts.wanted.empty()) {
      const Deed inner = deed_of(parts.wanted[0], deed.source, depth + 1);
      return {deed.source, inner.target, inner.mutual};
    }
    if (deed.target) return deed;
    for (const uint32_t i : below(parts.verb, {Relation::conj})) {
      if (token(i).upos == Upos::verb) return deed_of(i, deed.source, depth + 1);
    }
    for (const uint32_t i : below(parts.verb, {Relation::advcl})) {
      if (i <= parts.verb || token(i).upos != Upos::verb || !is_gerund(i)) continue;
      const Deed inner = deed_of(i, deed.source, depth + 1);
      return {deed.source, inner.target, inner.mutual};
    }
    constexpr std::string_view together[] = {"meet", "agree", "clash", "cooperate", "talk"};
    deed.mutual = deed.mutual || in(token(parts.verb).lemma, together);
    return deed;
  }

  const Document& document_;
  uint32_t begin_, end_;
};

}  // namespace

Roles find_roles(const Document& document, uint32_t sentence) {
  const Clauses clauses(document, document.sentences[sentence]);
  const Deed deed = clauses.main_deed();
  Roles roles;
  if (deed.source) roles.source = clauses.phrase(*deed.source);
  if (deed.target) roles.target = clauses.phrase(*deed.target);
  roles.mutual = deed.mutual && deed.source;
  return roles;
}

}  // namespace entente
