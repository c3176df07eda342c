// Among the meanings of one name: fixed phrases first, then entities that exist on the article's
// date, then the book's order. A person's office is the one held on that date; without a date the
// latest. Tested in lookup_test.cpp.
#include "actors/choice.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "actors/folding.h"

namespace entente {

namespace {

// Weekdays, months, given names and titles that are also listed as short names of somebody:
// they need a title or the full name before they mean the person.
bool is_risky_word(std::string_view low) {
  constexpr std::array<std::string_view, 44> words = {
      "may",    "june",  "march",   "april",  "august", "brown",  "bush",     "major", "ford",
      "young",  "grey",  "king",    "prince", "pope",   "hope",   "rice",     "gates", "power",
      "powers", "hague", "straw",   "hurd",   "brown",  "heath",  "home",     "eden",  "long",
      "low",    "small", "best",    "song",   "sun",    "sunday", "saturday", "day",   "martin",
      "george", "john",  "michael", "paul",   "will",   "park",   "banda",    "dos"};
  for (const std::string_view word : words) {
    if (word == low) return true;
  }
  return false;
}

// Capitals that are first of all given names or common words.
bool is_risky_capital(std::string_view low) {
  return low == "male" || low == "victoria" || low == "georgetown" || low == "kingston" ||
         low == "hamilton" || low == "stanley" || low == "douglas";
}

int kind_rank(EntityKind kind) {
  switch (kind) {
    case EntityKind::phrase: return 0;
    case EntityKind::state: return 1;
    case EntityKind::organisation: return 2;
    case EntityKind::group: return 3;
    case EntityKind::region: return 4;
    case EntityKind::town: return 5;
    case EntityKind::person: return 6;
    case EntityKind::organ: return 7;
    case EntityKind::outlet: return 8;
  }
  return 9;
}

bool exists(const Entity& thing, const std::optional<Date>& date) {
  return date ? holds_on(thing, *date) : thing.to == Date{};
}

// How far the article lies from the reign, in years.
int distance(const Entity& thing, const std::optional<Date>& date) {
  if (!date) return thing.to == Date{} ? 0 : 3000 - thing.to.year;
  if (*date < thing.from) return thing.from.year - date->year + 200;  // not yet: less likely
  return holds_on(thing, *date) ? 0 : date->year - thing.to.year;
}

class Chooser {
 public:
  Chooser(const Reading& reading, uint32_t begin, uint32_t end)
      : reading_(reading), begin_(begin), end_(end), text_(reading.text_of(begin, end)) {}

  std::optional<Found> choose(int32_t first) {
    const bool shouting = reading_.styles[reading_.sentence_of[begin_]] == Style::shouting;
    for (int32_t at = first; at >= 0; at = names().alias(at).next) {
      const Alias& alias = names().alias(at);
      if (!reads_as(alias.text, text_, shouting) || !fits(alias)) continue;
      consider(alias);
    }
    if (!best_alias_) return std::nullopt;
    return result(first, shouting);
  }

 private:
  const NameTable& names() const { return reading_.facts.names; }
  const Entity& entity(const Alias& alias) const { return reading_.facts.entities[alias.entity]; }

  bool fits(const Alias& alias) const {
    const bool one_word = end_ - begin_ == 1;
    const std::string_view low = reading_.low[begin_];
    if (alias.article && one_word) {
      const bool the =
          begin_ > reading_.sentence(begin_).token_begin && reading_.low[begin_ - 1] == "the";
      if (!the) return false;
      // "the Sun" but "the sun", "the Hindu" but "the Hindu god".
      if (!reading_.is_capitalised(begin_)) return false;
      const bool adjective =
          reading_.same_sentence(begin_, end_) && reading_.token(end_).upos == Upos::noun;
      if (entity(alias).kind == EntityKind::outlet && adjective && !reading_.is_capitalised(end_)) {
        return false;
      }
    }
    if (entity(alias).kind == EntityKind::organisation && names_another_council()) return false;
    if (!one_word) return true;
    if (entity(alias).kind == EntityKind::person && !has_title() &&
        (is_risky_word(low) || is_long_gone(entity(alias)))) {
      return false;
    }
    if (alias.form == NameForm::capital && is_risky_capital(low)) return false;
    return true;
  }

  // "National Security Council" is not the Security Council.
  bool names_another_council() const {
    if (begin_ <= reading_.sentence(begin_).token_begin || !reading_.is_capitalised(begin_ - 1)) {
      return false;
    }
    constexpr std::array<std::string_view, 12> words = {
        "national", "federal",  "supreme",      "state",  "presidential", "regional",
        "local",    "republic", "transitional", "higher", "provincial",   "kurdistan"};
    return std::find(words.begin(), words.end(), reading_.low[begin_ - 1]) != words.end();
  }

  // A bare surname is somebody of these years: "Uno" in 2022 is no premier of 1989.
  bool is_long_gone(const Entity& person) const {
    constexpr int kYears = 25;
    const auto& date = reading_.options.published;
    const int years = distance(person, date);
    return person.to != Date{} && (date ? years > kYears : person.to.year < 1995) &&
           !is_named_in_full(person);
  }

  bool is_named_in_full(const Entity& person) const {
    const size_t blank = person.name.find(' ');
    return blank == std::string_view::npos ||
           reading_.document.text.find(person.name) != std::string::npos ||
           reading_.document.text.find(person.name.substr(0, blank)) != std::string::npos;
  }

  // "President Bush", "Mr Brown".
  bool has_title() const {
    if (begin_ <= reading_.sentence(begin_).token_begin || !reading_.is_capitalised(begin_)) {
      return false;
    }
    constexpr std::array<std::string_view, 16> titles = {
        "president", "premier",  "minister", "secretary", "chancellor", "senator",
        "mr",        "mrs",      "ms",       "sir",       "general",    "king",
        "marshal",   "governor", "lord",     "speaker"};
    return std::find(titles.begin(), titles.end(), reading_.low[begin_ - 1]) != titles.end();
  }

  bool holds(const Entity& thing) const { return exists(thing, reading_.options.published); }

  void consider(const Alias& alias) {
    const Rank rank = rank_of(alias, entity(alias), reading_.options.published);
    if (best_alias_ && !(rank < best_)) return;
    best_ = rank;
    best_alias_ = &alias;
  }

  Found result(int32_t first, bool shouting) const {
    Found out;
    out.begin = begin_;
    out.end = end_;
    out.entity = best_alias_->entity;
    const Entity& thing = entity(*best_alias_);
    out.former = thing.kind == EntityKind::person && !holds(thing) &&
                 (reading_.options.published.has_value());
    for (int32_t at = first; at >= 0; at = names().alias(at).next) {
      const Alias& alias = names().alias(at);
      if (!reads_as(alias.text, text_, shouting)) continue;
      const Entity& other = entity(alias);
      if (alias.form == NameForm::capital && other.kind == EntityKind::state &&
          thing.kind != EntityKind::state && thing.kind != EntityKind::town &&
          (out.place == kNone || holds(other))) {
        out.place = alias.entity;
      }
      if (alias.entity != out.entity) continue;
      switch (alias.form) {
        case NameForm::name: out.proper = true; break;
        case NameForm::demonym: out.demonym = true; break;
        case NameForm::demonyms: out.demonyms = true; break;
        case NameForm::adjective: out.adjective = true; break;
        case NameForm::capital: out.capital = true; break;
        case NameForm::metonym: out.metonym = true; break;
      }
    }
    return out;
  }

  const Reading& reading_;
  uint32_t begin_, end_;
  std::string_view text_;
  const Alias* best_alias_ = nullptr;
  Rank best_{};
};

}  // namespace

// A past state's name that another has taken over ("Russian") goes to the one of the date.
Rank rank_of(const Alias& alias, const Entity& thing, const std::optional<Date>& date) {
  const int form = alias.form == NameForm::capital ? 1 : 0;
  return {thing.kind == EntityKind::phrase || thing.corrected ? 0 : 1, exists(thing, date) ? 0 : 1,
          thing.kind == EntityKind::organisation && form ? 1 : kind_rank(thing.kind) + form,
          distance(thing, date)};
}

std::optional<Found> longest_name(const Reading& reading, uint32_t begin, uint32_t end) {
  std::optional<Found> best;
  uint64_t key = AtomHasher::kSeed;
  for (uint32_t t = begin; t < end; ++t) {
    const NameTable::Slot* slot = nullptr;
    key = AtomHasher::walk(reading.form(t), key, [&](uint64_t prefix) {
      slot = reading.facts.names.find(prefix);
      return slot != nullptr;
    });
    if (key == 0) break;
    if (!slot || slot->first < 0) continue;
    const auto name = Chooser(reading, begin, t + 1).choose(slot->first);
    if (name) best = name;
  }
  return best;
}

}  // namespace entente
