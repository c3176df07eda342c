// The idea: behind "By" or its like must stand names; what follows the first comma or preposition
// may be anything short that is no sentence: the writer's office, place or outlet. Leaves out
// bylines without "by" (see credits.cpp). Tested by front_matter_test.cpp.
#include "articles/byline.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "articles/blocks.h"
#include "articles/outlet_names.h"
#include "articles/written_dates.h"
#include "base/ascii.h"
#include "base/calendar.h"
#include "base/one_of.h"

namespace entente {
namespace {

constexpr auto kOpenings = std::to_array<std::string_view>(
    {"by ", "by: ", "written by ", "written by: ", "words by ", "story by ", "report by ",
     "reported by ", "posted by ", "text by ", "comment by ", "analysis by ", "opinion by ",
     "commentary by ", "from our ", "from a ", "by our ", "essay by ", "column by "});

// Words for a writer without a name: "our own correspondent", "Staff Writer".
bool is_writer_word(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"our",       "own",        "a",         "the",           "staff",          "special",
       "foreign",   "diplomatic", "political", "military",      "chief",          "senior",
       "bureau",    "news",       "desk",      "correspondent", "correspondents", "reporter",
       "reporters", "writer",     "writers",   "editor",        "editors",        "agencies",
       "team",      "web",        "newsroom",  "online"});
  return std::find(kWords.begin(), kWords.end(), lower(word)) != kWords.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

bool is_nameless(std::string_view text) {
  const auto words = words_of(text);
  return words.size() > 1 && std::all_of(words.begin(), words.end(), is_writer_word);
}

bool names_a_day(std::string_view text) {
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    const std::string low = lower(word);
    return month_number(low) != 0 || weekday_named(low) >= 0 ||
           one_of(low, {"early", "late", "mid"});
  });
}

// "Jane Doe", "Jane Doe and John Roe"; one bare word only where nothing follows it ("By Pushkov").
bool are_names(std::string_view text, bool alone) {
  std::string listed(text);
  for (const std::string_view mark : {" and ", " AND ", " with ", " & "}) {
    for (size_t at = listed.find(mark); at != std::string::npos; at = listed.find(mark, at)) {
      listed.replace(at, mark.size(), "|");
    }
  }
  const auto names = split(listed, '|');
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    const bool single = alone && names.size() == 1 && name.find(' ') == std::string_view::npos &&
                        name.size() > 1 && name[0] >= 'A' && name[0] <= 'Z' &&
                        name.find_first_of("0123456789:?!\"") == std::string_view::npos;
    return single || is_person_name(name) || is_nameless(name);
  });
}

// Where the names end.
size_t names_end(std::string_view text) {
  size_t end = text.size();
  for (const std::string_view stop :
       {",", " in ", " IN ", " for ", " at ", " from ", " (", " <", "|", " - ", " \xE2\x80\x93",
        " \xE2\x80\x94", " /", ";", " of ", " Published", " Updated"}) {
    end = std::min(end, text.find(stop));
  }
  return end;
}

// "Lagos Compass" behind a name: capitalised words that are neither an office nor a place.
bool could_be_outlet(std::string_view part) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"editor",   "reporter",  "correspondent", "writer", "fellow",     "analyst",  "professor",
       "director", "columnist", "chief",         "bureau", "desk",       "minister", "ambassador",
       "member",   "head",      "new",           "san",    "port",       "hong",     "addis",
       "abu",      "tel",       "kuala",         "phnom",  "buenos",     "north",    "south",
       "cape",     "saint",     "los",           "el",     "university", "institute"});
  const auto words = words_of(part);
  return is_person_name(part) &&
         std::none_of(words.begin(), words.end(), [&](std::string_view word) {
           return is_writer_word(word) ||
                  std::find(kOthers.begin(), kOthers.end(), lower(word)) != kOthers.end();
         });
}

// The outlet in "The Courier, Almaty", "senior editor, Quarterly of Affairs", "for The Courier".
std::string outlet_of_rest(std::string_view rest) {
  const size_t begin = rest.find_first_not_of(",|-/;( \xE2\x80\x93\x94");
  if (begin == std::string_view::npos) return "";
  rest.remove_prefix(begin);
  for (const std::string_view word : {"for ", "of ", "at ", "in "}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  if (const auto outlet = outlet_in(rest)) return *outlet;
  for (const std::string_view part : split(rest, ',')) {
    if (const auto outlet = outlet_in(part)) return *outlet;
  }
  const std::string_view first = rest.substr(0, rest.find_first_of(",("));
  return could_be_outlet(trim(first)) ? std::string(trim(first)) : "";
}

// What follows the opening, or "".
std::string_view after_opening(std::string_view line) {
  const std::string low = lower(line);
  for (const std::string_view opening : kOpenings) {
    if (!low.starts_with(opening)) continue;
    const bool nameless = opening.starts_with("from") || opening.ends_with("our ");
    return trim(line.substr(nameless ? opening.find(' ') : opening.size()));
  }
  return {};
}

}  // namespace

std::optional<Credits> read_byline(std::string_view line) {
  std::string rest(after_opening(line));
  if (rest.empty() || rest.size() > 140) return std::nullopt;
  Credits credits;
  if (const auto date = find_date(rest)) {
    credits.published = whole_date(*date);
    rest.resize(date->begin);
  }
  while (!rest.empty() && std::string_view(" ,|-(/.").find(rest.back()) != std::string_view::npos) {
    rest.pop_back();
  }
  if (rest.empty()) return std::nullopt;
  const size_t end = names_end(rest);
  const std::string_view names = trim(std::string_view(rest).substr(0, end));
  const std::string_view tail = std::string_view(rest).substr(end);
  const size_t staff = lower(names).ends_with(" staff") ? names.size() - 6 : names.size();
  if (const auto outlet = outlet_in(names.substr(0, staff))) {
    credits.outlet = *outlet;
    return tail.size() < 60 ? std::optional(credits) : std::nullopt;
  }
  const bool sentence = !tail.empty() && tail.size() > 24 && ends_sentence(line);
  if (sentence || names_a_day(names) || !are_names(names, tail.empty())) return std::nullopt;
  if (!is_nameless(names)) credits.author = names;
  credits.outlet = outlet_of_rest(tail);
  return credits;
}

}  // namespace entente
