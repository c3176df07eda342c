// Names of outlets and people on the lines above an article. Tested by front_matter_test.cpp.
#include "articles/outlet_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/ascii.h"

extern "C" const char entente_outlet_hosts[];
extern "C" const char entente_outlet_hosts_end[];

namespace entente {
namespace {

bool is_listed(std::string_view phrase) {
  std::string_view table(entente_outlet_hosts,
                         static_cast<size_t>(entente_outlet_hosts_end - entente_outlet_hosts));
  const std::string low = lower(phrase);
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos && lower(line.substr(tab + 1)) == low) return true;
    table.remove_prefix(std::min(table.size(), line.size() + 1));
  }
  return false;
}

bool is_outlet_word(std::string_view low) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"news",         "times",    "post",       "daily",      "weekly",     "herald",
       "tribune",      "gazette",  "journal",    "agency",     "press",      "chronicle",
       "chronicles",   "observer", "guardian",   "review",     "standard",   "monitor",
       "today",        "online",   "tv",         "television", "radio",      "telegraph",
       "courier",      "mercury",  "dispatch",   "examiner",   "sentinel",   "bulletin",
       "register",     "ledger",   "star",       "sun",        "mail",       "express",
       "argus",        "echo",     "globe",      "magazine",   "newspaper",  "newswire",
       "broadcasting", "wire",     "reporter",   "inquirer",   "digest",     "independent",
       "gleaner",      "insight",  "voice",      "pravda",     "izvestia",   "gazeta",
       "zeitung",      "mirror",   "quarterly",  "monthly",    "newsletter", "courrier",
       "matin",        "soir",     "monde",      "presse",     "kurier",     "tageblatt",
       "diario",       "prensa",   "corriere",   "jornal",     "folha",      "shimbun",
       "ilbo",         "vesti",    "novosti",    "haber",      "advertiser", "newsroom",
       "bugle",        "beacon",   "broadcaster"});
  return std::find(kWords.begin(), kWords.end(), low) != kWords.end();
}

bool begins_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  return (first >= 'A' && first <= 'Z') || first >= 0xC3;
}

bool is_particle(std::string_view low) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"of",  "the", "and", "de", "la", "for", "al", "el", "bin", "bint", "ibn",
       "van", "von", "der", "du", "da", "dos", "di", "&",  "ul",  "den",  "ter"});
  return std::find(kWords.begin(), kWords.end(), low) != kWords.end();
}

std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(phrase, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// "d'Outre-Mer", "al-Thani", "of", "Courier"
bool may_stand_in_name(std::string_view word) {
  const bool elided = word.size() > 2 && word[1] == '\'' && begins_capital(word.substr(2));
  return begins_capital(word) || is_particle(word) || word.starts_with("al-") || elided;
}

bool is_capitalised(const std::vector<std::string_view>& words) {
  return std::all_of(words.begin(), words.end(), may_stand_in_name);
}

// "Almaty", "New Delhi, India"
bool could_be_place(std::string_view text) {
  const auto words = words_of(text);
  return !words.empty() && words.size() <= 4 && is_capitalised(words) &&
         text.find_first_of("0123456789\"?!:") == std::string_view::npos;
}

}  // namespace

bool is_outlet_name(std::string_view phrase) {
  phrase = trim(phrase);
  if (phrase.empty() || phrase.size() > 60) return false;
  if (is_listed(phrase)) return true;
  const auto words = words_of(phrase);
  if (words.size() > 6 || !is_capitalised(words)) return false;
  return words.size() > 1 && std::any_of(words.begin(), words.end(), [](std::string_view word) {
           return is_outlet_word(lower(word));
         });
}

std::optional<std::string> outlet_in(std::string_view line) {
  line = trim(line);
  if (is_listed(line)) return std::string(line);
  if (const size_t open = line.find(" ("); open != std::string_view::npos && line.back() == ')') {
    const std::string_view name = line.substr(0, open);
    return is_outlet_name(name) ? std::optional(std::string(name)) : std::nullopt;
  }
  if (const size_t comma = line.find(", "); comma != std::string_view::npos) {
    const std::string_view name = line.substr(0, comma);
    const bool fits = is_outlet_name(name) && could_be_place(line.substr(comma + 2));
    return fits ? std::optional(std::string(name)) : std::nullopt;
  }
  return is_outlet_name(line) ? std::optional(std::string(line)) : std::nullopt;
}

bool is_person_name(std::string_view phrase) {
  phrase = trim(phrase);
  const auto words = words_of(phrase);
  if (words.size() < 2 || words.size() > 5 || phrase.size() > 50) return false;
  const bool letters = std::all_of(phrase.begin(), phrase.end(), [](char c) {
    return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80 ||
           c == ' ' || c == '.' || c == '-' || c == '\'';
  });
  return letters && is_capitalised(words) && !is_particle(lower(words.back())) &&
         !is_outlet_name(phrase);
}

}  // namespace entente
