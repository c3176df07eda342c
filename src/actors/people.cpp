// Names are keyed in folded lower case. A surname that two people share leads to the one named
// last. Tested in people_test.cpp.
#include "actors/people.h"

#include <algorithm>
#include <array>

#include "actors/folding.h"
#include "base/ascii.h"
#include "base/calendar.h"

namespace entente {

namespace {

constexpr uint32_t kNameTokensMax = 7;

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 20> words = {
      "al", "el", "bin", "ibn", "ben", "abu", "de",  "da", "do",   "dos",
      "di", "du", "van", "von", "der", "den", "del", "la", "ould", "ul"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "von der" before "Leyen", "bin" before "Salman", "al-" before "Assad": where the name goes on;
// `i` itself if no name does.
uint32_t particles_end(const Reading& reading, uint32_t i, uint32_t last) {
  uint32_t t = i;
  while (t < last && is_particle(reading.low[t])) {
    ++t;
    if (t + 1 < last && reading.low[t] == "-" && reading.adjoins(t)) ++t;
  }
  const bool ends_in_name = t > i && t < last && reading.is_capitalised(t) && !reading.name_at(t) &&
                            reading.token(t).upos == Upos::propn;
  return ends_in_name ? t : i;
}

// Taggers miss a given name that begins a sentence: "Sergei Lavrov".
bool is_missed_first_name(const Reading& reading, uint32_t i) {
  if (i != reading.sentence(i).token_begin || i + 1 >= reading.sentence(i).token_end) return false;
  const Token& next = reading.token(i + 1);
  if (next.upos != Upos::propn || !reading.is_capitalised(i + 1) || reading.noun_at(i + 1)) {
    return false;
  }
  if (is_calendar_word(reading.low[i + 1])) return false;
  const Found* found = reading.name_at(i + 1);
  if (found && reading.entity(*found).kind != EntityKind::person) return false;
  switch (reading.token(i).upos) {
    case Upos::noun:
    case Upos::adj:
    case Upos::verb:
    case Upos::x:
    case Upos::intj: break;
    default: return false;
  }
  constexpr std::array<std::string_view, 14> others = {
      "yesterday", "today", "tomorrow", "last", "next",  "former", "new",
      "late",      "then",  "nearby",   "says", "asked", "said",   "meet"};
  return std::find(others.begin(), others.end(), reading.low[i]) == others.end();
}

std::string key_of(std::string_view name) { return lower(fold(name)); }

}  // namespace

bool is_womans_name(std::string_view low) {
  constexpr std::array<std::string_view, 128> words = {
      "victoria",  "nancy",       "kathleen",  "maria",     "angela",    "ursula",     "annalena",
      "hillary",   "condoleezza", "madeleine", "margaret",  "theresa",   "liz",        "elizabeth",
      "indira",    "benazir",     "golda",     "sanna",     "kaja",      "giorgia",    "kamala",
      "samantha",  "susan",       "linda",     "nikki",     "christine", "kristalina", "jacinda",
      "julia",     "michelle",    "cristina",  "dilma",     "ellen",     "joyce",      "hasina",
      "sheikha",   "khaleda",     "sonia",     "sushma",    "nirmala",   "mamata",     "hina",
      "maryam",    "fatima",      "aisha",     "tzipi",     "ayelet",    "federica",   "catherine",
      "katherine", "karen",       "karine",    "karoline",  "jennifer",  "jen",        "sarah",
      "heather",   "tammy",       "morgan",    "wendy",     "rosemary",  "roberta",    "margot",
      "vera",      "anna",        "elena",     "irina",     "olga",      "valentina",  "tatyana",
      "natalia",   "natalya",     "svetlana",  "yulia",     "iryna",     "olena",      "oleksandra",
      "zuzana",    "dalia",       "ingrida",   "viktorija", "maia",      "salome",     "tamar",
      "leyla",     "lilit",       "shushan",   "roza",      "dariga",    "saida",      "tanzila",
      "yuriko",    "sanae",       "yoko",      "megawati",  "corazon",   "gloria",     "leila",
      "imelda",    "delcy",       "corina",    "claudia",   "laura",     "marina",     "rosa",
      "isabel",    "susana",      "francia",   "dina",      "gabriela",  "helen",      "helene",
      "agathe",    "carol",       "emma",      "alice",     "jane",      "mary",       "patricia",
      "barbara",   "rebecca",     "rachel",    "melanie",   "penny",     "marise",     "chrystia",
      "ngozi",     "nkosazana"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

Gender gender_of_name(std::string_view name) {
  const size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return Gender::unknown;
  return is_womans_name(key_of(name.substr(0, blank))) ? Gender::female : Gender::unknown;
}

bool is_calendar_word(std::string_view low) {
  constexpr auto words = std::to_array<std::string_view>(
      {"usd",          "eur",      "gbp",      "gdp",       "ceo",      "tv",      "hiv",
       "aids",         "vat",      "dna",      "mon",       "tue",      "wed",     "thu",
       "fri",          "sat",      "sun",      "christmas", "easter",   "ramadan", "eid",
       "diwali",       "hanukkah", "passover", "lent",      "advent",   "nowruz",  "ashura",
       "thanksgiving", "hajj",     "covid",    "covid 19",  "internet", "gmt",     "utc",
       "est",          "god",      "allah",    "jesus"});
  return month_number(low) > 0 || weekday_named(low) >= 0 ||
         std::find(words.begin(), words.end(), low) != words.end();
}

uint32_t name_run_end(const Reading& reading, uint32_t begin) {
  if (begin >= reading.size()) return begin;
  const uint32_t sentence_end = reading.sentence(begin).token_end;
  const uint32_t last = std::min(sentence_end, begin + kNameTokensMax);
  uint32_t end = begin;
  for (uint32_t i = begin; i < last;) {
    const Found* name = reading.name_at(i);
    if (name) {
      if (reading.entity(*name).kind != EntityKind::person) break;
      i = end = name->end;
      continue;
    }
    const std::string_view low = reading.low[i];
    const Token& token = reading.token(i);
    if (low == "-" && i > begin && i + 1 < last && reading.adjoins(i - 1) && reading.adjoins(i)) {
      i += 2;  // "Jong-un"
      end = i;
      continue;
    }
    if (const uint32_t after = particles_end(reading, i, last); after > i) {
      i = after;
      continue;
    }
    const bool proper = token.upos == Upos::propn ||
                        (i > begin && token.relation == Relation::flat) ||
                        is_missed_first_name(reading, i);
    if (!proper || !reading.is_capitalised(i) || is_calendar_word(low)) break;
    const Hit* hit = reading.noun_at(i);
    if (hit && (i == begin || token.relation != Relation::flat)) break;
    end = ++i;
  }
  return end;
}

uint32_t People::add(Entry entry) {
  const std::string full = key_of(entry.name);
  const auto known = by_key_.find(full);
  uint32_t index = 0;
  if (known != by_key_.end() && key_of(entries_[known->second].name) == full) {
    index = known->second;
    Entry& old = entries_[index];
    // What a title says counts more than the book.
    const bool tells_more = !old.actor.known() || (old.office.empty() && !entry.office.empty());
    if (tells_more && entry.actor.known()) old.actor = entry.actor;
    if (old.gender == Gender::unknown) old.gender = entry.gender;
    if (old.office.empty()) old.office = entry.office;
  } else {
    index = static_cast<uint32_t>(entries_.size());
    entries_.push_back(std::move(entry));
  }
  by_key_[full] = index;
  if (!entries_[index].person) return index;
  const auto words = split(full, ' ');
  if (words.size() < 2) return index;
  size_t surname = words.size() - 1;
  while (surname > 1 && words[surname - 1] == "-") surname -= 2;
  std::string tail;
  for (size_t i = surname; i < words.size(); ++i) {
    if (!tail.empty()) tail += ' ';
    tail += words[i];
  }
  by_key_[tail] = index;
  if (surname > 0 && is_particle(words[surname - 1])) {
    by_key_[std::string(words[surname - 1]) + " " + tail] = index;
  }
  put_first(std::string(words[0]), index);
  // "Sheikh Abdullah" for "Sheikh Abdullah bin Zayed": the title is part of the name.
  for (const std::string_view title : {"sheikh", "king", "prince", "mullah", "ayatollah", "emir"}) {
    if (words.size() > 2 && words[0] == title) {
      by_key_.emplace(std::string(words[0]) + " " + std::string(words[1]), index);
    }
  }
  // "Lukonde" for "Sama Lukonde Kyenge".
  for (size_t i = 1; i < surname; ++i) {
    if (words[i].size() > 2 && !is_particle(words[i])) put_first(std::string(words[i]), index);
  }
  return index;
}

// Of two that share it the one whom the text names first: "Wang Sicong, son of Wang Jianlin".
void People::put_first(std::string key, uint32_t index) {
  const auto [at, fresh] = by_key_.emplace(std::move(key), index);
  if (!fresh && entries_[index].token < entries_[at->second].token) at->second = index;
}

void People::add_key(std::string_view key, uint32_t entry) { by_key_[key_of(key)] = entry; }

const People::Entry* People::find(std::string_view name) const {
  const auto found = by_key_.find(key_of(name));
  return found == by_key_.end() ? nullptr : &entries_[found->second];
}

}  // namespace entente
