// The noun phrases of one sentence's tree, for roles.cpp: where they begin and end, whether they
// name somebody, a body or a thing. Tested in roles_test.cpp.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/book.h"
#include "actors/people.h"
#include "actors/role_words.h"

namespace entente {

class RolePhrases {
 public:
  RolePhrases(const Document& document, const Sentence& sentence, const Facts& facts)
      : document_(document),
        facts_(facts),
        begin_(sentence.token_begin),
        end_(sentence.token_end) {}

  // The phrases of a noun and of those beside it, "Iraqis and Afghans", or one of all where it has
  // things beside it.
  std::vector<Range> phrases(uint32_t head) const {
    std::vector<uint32_t> heads = {head};
    for (size_t at = 0; at < heads.size(); ++at) {
      const auto more = below(heads[at], {Relation::conj});
      heads.insert(heads.end(), more.begin(), more.end());
    }
    const bool apart =
        std::all_of(heads.begin(), heads.end(), [&](uint32_t one) { return is_somebody(one); });
    if (!apart) return {phrase(head, false)};
    std::vector<Range> ranges;
    for (const uint32_t one : heads) ranges.push_back(phrase(one, true));
    return ranges;
  }

  // The phrase of a noun: without what only comments on it, or what is beside it.
  Range phrase(uint32_t head, bool alone) const {
    std::vector<bool> inside(end_ - begin_, false);
    for (uint32_t i = begin_; i < end_; ++i) inside[i - begin_] = belongs(i, head, alone);
    uint32_t low = head, high = head;
    const auto has = [&](uint32_t i) { return i >= begin_ && i < end_ && inside[i - begin_]; };
    while (low > begin_ && has(low - 1)) --low;
    while (has(high + 1) || (is_punct(high + 1) && has(high + 2))) ++high;
    while (low < head && is_punct(low)) ++low;
    while (high > head && is_punct(high)) --high;
    return {token(low).range.begin, token(high).range.end};
  }

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

  bool belongs(uint32_t i, uint32_t head, bool alone) const {
    for (size_t steps = 0; steps < end_ - begin_; ++steps) {
      if (i == head) return true;
      const int32_t up = token(i).head;
      if (up == kNoToken) return false;
      if (static_cast<uint32_t>(up) == head && comments(i)) return false;
      if (static_cast<uint32_t>(up) == head && alone && is_beside(i)) return false;
      i = static_cast<uint32_t>(up);
    }
    return false;
  }

  bool is_beside(uint32_t i) const {
    return token(i).relation == Relation::conj || token(i).relation == Relation::cc;
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

  // "leaders", "a hundred prisoners", "dozens of miners": people or bodies, by the book's nouns.
  bool is_somebody(uint32_t i, size_t depth = 0) const {
    if (is_named(i) || in(token(i).lemma, role_words::kPersonalPronouns)) return true;
    const std::string_view word = lemma(i);
    const auto noun = facts_.nouns.find(word);
    if (noun != facts_.nouns.end()) {
      const NounKind kind = noun->second.kind;
      if (kind != NounKind::none && kind != NounKind::body && kind != NounKind::territory &&
          kind != NounKind::weapon) {
        return true;
      }
    }
    if (in(word, role_words::kMorePeople)) return true;
    if (depth > 1 || !(token(i).upos == Upos::num || in(word, role_words::kMeasures))) return false;
    const auto parts = below(i, {Relation::nmod});
    return std::any_of(parts.begin(), parts.end(), [&](uint32_t part) {
      return preposition(part) == "of" && is_somebody(part, depth + 1);
    });
  }

  std::string_view preposition(uint32_t i) const {
    const auto words = below(i, {Relation::case_});
    return words.empty() ? std::string_view() : std::string_view(token(words[0]).lemma);
  }

  // Of a noun; lemmatizers leave some plurals ("troops").
  std::string_view lemma(std::optional<uint32_t> i) const {
    std::string_view word = i ? std::string_view(token(*i).lemma) : std::string_view();
    const bool plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    if (word.size() > 3 && plural) word.remove_suffix(1);
    return word;
  }

 protected:
  static bool in(std::string_view word, role_words::Words words) {
    return role_words::in(word, words);
  }

  static constexpr size_t kDepthMax = 6;

  const Document& document_;
  const Facts& facts_;
  uint32_t begin_, end_;
};

}  // namespace entente
