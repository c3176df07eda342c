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
#include "actors/role_phrases.h"

namespace entente {

namespace {

using namespace role_words;

struct Deed {
  std::optional<uint32_t> source, target;
  bool mutual = false;
};

class Clauses : public RolePhrases {
 public:
  using RolePhrases::RolePhrases;

  Deed main_deed() const {
    for (uint32_t i = begin_; i < end_; ++i) {
      if (token(i).head == kNoToken) return deed_of(i, {}, 0);
    }
    return {};
  }

 private:
  std::optional<uint32_t> first(const std::vector<uint32_t>& found) const {
    return found.empty() ? std::nullopt : std::optional(found[0]);
  }

  std::optional<uint32_t> subject(uint32_t verb) const {
    return first(below(
        verb, {Relation::nsubj, Relation::nsubj_pass, Relation::csubj, Relation::nsubj_outer}));
  }

  // "he", and "his country", which is what he speaks for.
  bool is_pronoun(uint32_t i) const {
    if (in(token(i).lemma, kPronouns)) return true;
    const auto owners = below(i, {Relation::nmod_poss});
    return !is_named(i) && std::any_of(owners.begin(), owners.end(), [&](uint32_t owner) {
      return token(owner).upos == Upos::pron;
    });
  }

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

  // Whether the object is had together: "a new round of joint exercises", "diplomatic ties".
  bool is_shared(uint32_t object, size_t depth = 0) const {
    const std::string_view word = lemma(object);
    if (in(word, kAccords) || in(word, kMeetings) || in(word, kShared)) return true;
    const auto adjectives = below(object, {Relation::amod});
    if (std::any_of(adjectives.begin(), adjectives.end(),
                    [&](uint32_t i) { return token(i).lemma == "joint"; })) {
      return true;
    }
    const auto inner = below(object, {Relation::nmod});
    return depth == 0 && std::any_of(inner.begin(), inner.end(),
                                     [&](uint32_t i) { return is_shared(i, depth + 1); });
  }

  // "Canada and Mexico have signed a treaty", "agreed to resume talks".
  bool is_between(const Parts& parts) const {
    if (!parts.source || below(*parts.source, {Relation::conj}).empty()) return false;
    if (!in(token(parts.verb).lemma, kTogether) || !is_named(*parts.source)) return false;
    const bool with = std::any_of(parts.phrases.begin(), parts.phrases.end(),
                                  [&](uint32_t i) { return preposition(i) == "with"; });
    if (with || parts.receiver) return false;
    return parts.object ? is_shared(*parts.object) : parts.wanted.empty();
  }

  // "Talks between the Union and Turkey failed": those between whom.
  std::optional<uint32_t> between_subject(const Parts& parts) const {
    if (!parts.subject || !is_shared(*parts.subject)) return std::nullopt;
    for (const uint32_t i : below(*parts.subject, {Relation::nmod})) {
      if (preposition(i) == "between" && !below(i, {Relation::conj}).empty()) return i;
    }
    return std::nullopt;
  }

  // "Russia says Israel must end its raids": it is asked of Israel.
  std::optional<uint32_t> obliged_one(const Parts& parts) const {
    if (parts.object || parts.said.empty() || !in(token(parts.verb).lemma, kSaying)) return {};
    for (const uint32_t i : below(parts.said[0], {Relation::aux})) {
      if (!in(token(i).lemma, kObliging)) continue;
      const auto who = subject(parts.said[0]);
      return who && is_named(*who) ? who : std::nullopt;
    }
    return std::nullopt;
  }

  Deed deed_of(uint32_t verb, std::optional<uint32_t> source, size_t depth) const {
    if (depth > kDepthMax) return {source, {}, false};
    const Parts parts = parts_of(verb, source);
    if (const auto between = between_subject(parts)) return {between, {}, true};
    if (is_between(parts)) return {parts.source, {}, true};
    if (const auto obliged = obliged_one(parts)) return {parts.source, obliged, false};
    if (const auto inner = inner_verb(parts)) return deed_of(*inner, parts.source, depth + 1);
    constexpr std::string_view states[] = {"commit", "concern", "prepare", "dedicate", "worry"};
    const bool passive = parts.subject && token(*parts.subject).relation == Relation::nsubj_pass &&
                         !in(token(verb).lemma, states);
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
    for (const uint32_t phrase : parts.phrases) {
      std::vector<uint32_t> inner;
      add_phrases(phrase, 2, inner);
      for (const uint32_t i : inner) {
        if (preposition(i) == "by" && is_somebody(i)) return {i, parts.subject, false};
      }
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

  // "returned the vases to the embassy": whatever is given.
  std::optional<uint32_t> receiver_behind_to(const Parts& parts) const {
    if (!in(token(parts.verb).lemma, kTransfers)) return std::nullopt;
    std::vector<uint32_t> phrases = parts.phrases;
    for (const uint32_t i : below(*parts.object, {Relation::nmod})) phrases.push_back(i);
    for (const uint32_t i : phrases) {
      if (preposition(i) == "to" && is_somebody(i)) return i;
    }
    return std::nullopt;
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
    if (const auto whom = receiver_behind_to(parts)) return {deed.source, whom, false};
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

  // Who is named in what the clause is for: "to help the Iraqis", "to settle the rift between ...".
  void add_purpose(uint32_t above, uint32_t behind, std::vector<uint32_t>& out) const {
    for (const uint32_t clause : below(above, {Relation::advcl, Relation::xcomp, Relation::acl})) {
      if (clause < behind) continue;
      add_phrases(clause, 3, out);
      for (const uint32_t object : below(clause, {Relation::obj})) {
        if (is_somebody(object)) out.push_back(object);
        add_phrases(object, 3, out);
      }
    }
  }

  // "granted asylum to the Iraqis": a thing is done, given or said; the names around it say to
  // whom.
  std::optional<uint32_t> behind_thing(const Parts& parts, uint32_t thing) const {
    std::vector<uint32_t> phrases = parts.phrases;
    add_phrases(thing, 3, phrases);
    add_purpose(parts.verb, parts.verb, phrases);
    add_purpose(thing, parts.verb, phrases);
    std::erase_if(phrases, [&](uint32_t i) { return !is_somebody(i); });
    std::sort(phrases.begin(), phrases.end());
    const auto whom = choose(phrases, kBehindThing, [](std::string_view word) {
      return word != "in" && word != "at" && word != "over";
    });
    if (whom) return whom;
    for (const uint32_t i : phrases) {
      if (preposition(i).empty()) return i;
    }
    return std::nullopt;
  }

  // Where the verb itself has no target, what it goes on with may have one.
  Deed completed(const Parts& parts, Deed deed, size_t depth) const {
    if (deed.target) {
      if (const auto whom = purpose(parts, *deed.target)) deed.target = whom;
      if (deed.target == parts.object && !is_somebody(*deed.target) &&
          !in(token(parts.verb).lemma, kViolent)) {
        deed.target = behind_thing(parts, *deed.target);
      }
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
};

}  // namespace

Roles find_roles(const Document& document, uint32_t sentence, const WorldBook& book) {
  const Clauses clauses(document, document.sentences[sentence], book.facts());
  const Deed deed = clauses.main_deed();
  Roles roles;
  roles.mutual = deed.mutual && deed.source;
  const auto phrases = [&](const std::optional<uint32_t>& head) {
    if (!head) return std::vector<Range>();
    return roles.mutual ? std::vector<Range>{clauses.phrase(*head, false)} : clauses.phrases(*head);
  };
  roles.sources = phrases(deed.source);
  roles.targets = phrases(deed.target);
  return roles;
}

}  // namespace entente
