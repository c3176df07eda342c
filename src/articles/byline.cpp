// Bylines, labelled lines and date lines. The idea: a line is taken for credits only if every part
// of it is understood, so that no sentence is lost. Tested by front_matter_test.cpp.
#include "articles/byline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "articles/boilerplate.h"
#include "articles/outlet_names.h"
#include "articles/web_address.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

bool begins_capital(std::string_view word) {
  return !word.empty() &&
         ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

// Words of a byline that are no name: "By Jane Doe and John Roe in Moscow, staff writers".
bool is_byline_word(std::string_view low) {
  constexpr auto kWords = std::to_array<std::string_view>({"and",
                                                           "in",
                                                           "of",
                                                           "the",
                                                           "for",
                                                           "with",
                                                           "at",
                                                           "from",
                                                           "de",
                                                           "van",
                                                           "von",
                                                           "der",
                                                           "al",
                                                           "el",
                                                           "bin",
                                                           "our",
                                                           "a",
                                                           "to",
                                                           "staff",
                                                           "writer",
                                                           "writers",
                                                           "reporter",
                                                           "reporters",
                                                           "correspondent",
                                                           "correspondents",
                                                           "editor",
                                                           "special",
                                                           "senior",
                                                           "political",
                                                           "diplomatic",
                                                           "defence",
                                                           "defense",
                                                           "foreign",
                                                           "affairs",
                                                           "bureau",
                                                           "chief",
                                                           "agencies",
                                                           "agency",
                                                           "analyst",
                                                           "own"});
  return std::find(kWords.begin(), kWords.end(), low) != kWords.end();
}

// The name at the beginning of what follows "By": up to a comma, " in ", an e-mail address.
std::string author_of(std::string_view text) {
  size_t end = text.size();
  for (const std::string_view stop : {",", " in ", " for ", " at ", " from ", " (", " <", "|",
                                      " - ", " \xE2\x80\x93", " \xE2\x80\x94"}) {
    end = std::min(end, text.find(stop));
  }
  return std::string(trim(text.substr(0, end)));
}

std::optional<Credits> read_byline(std::string_view line) {
  constexpr auto kOpenings = std::to_array<std::string_view>(
      {"by ", "by: ", "written by ", "written by: ", "words by ", "story by ", "report by ",
       "reported by ", "posted by ", "text by "});
  const std::string low = lower(line);
  std::string_view name;
  for (const std::string_view opening : kOpenings) {
    if (low.starts_with(opening)) name = trim(line.substr(opening.size()));
  }
  if (name.empty() || name.size() > 140 || !begins_capital(name)) return std::nullopt;
  Credits credits;
  std::string rest(name);
  if (const auto date = find_date(rest)) {
    credits.published = whole_date(*date);
    rest.resize(date->begin);
  }
  size_t words = 0;
  for (std::string_view word : split(rest, ' ')) {
    while (!word.empty() &&
           std::string_view(",.|()-").find(word.back()) != std::string_view::npos) {
      word.remove_suffix(1);
    }
    if (word.empty() || word.find('@') != std::string_view::npos) continue;
    ++words;
    if (!begins_capital(word) && !is_byline_word(lower(word)) && word != "|" && word[0] != '(' &&
        !word.starts_with("al-") && static_cast<unsigned char>(word[0]) < 0x80) {
      return std::nullopt;
    }
  }
  credits.author = author_of(rest);
  if (words == 0 || words > 14 || credits.author.size() < 2) return std::nullopt;
  if (month_number(credits.author) != 0) return std::nullopt;
  return credits;
}

bool is_one_of(std::string_view low, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), low) != words.end();
}

// "Published: 5 May 2021"
std::optional<Credits> read_label(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 24) return std::nullopt;
  const std::string label = lower(trim(line.substr(0, colon)));
  const std::string_view value = trim(line.substr(colon + 1));
  if (value.empty() || value.size() > 300) return std::nullopt;
  Credits credits;
  if (is_one_of(label, {"published", "date", "published on", "publication date", "posted",
                        "posted on", "dated", "pub date", "pubdate", "date published"})) {
    credits.published = parse_written_date(value);
    return credits;
  }
  if (is_one_of(label, {"updated", "last updated", "modified", "last modified", "language",
                        "section", "category", "edition", "page", "words", "word count", "length",
                        "copyright", "editor", "section/page", "id"})) {
    return value.size() < 80 ? std::optional(credits) : std::nullopt;
  }
  if (is_one_of(label, {"source", "outlet", "newspaper", "publication", "publisher", "agency"})) {
    (is_web_address(value) ? credits.url : credits.outlet) = value;
    return value.size() < 100 || is_web_address(value) ? std::optional(credits) : std::nullopt;
  }
  if (is_one_of(label, {"author", "authors", "byline", "writer", "reporter", "correspondent"})) {
    credits.author = value;
    return value.size() < 120 ? std::optional(credits) : std::nullopt;
  }
  if (is_one_of(label, {"title", "headline"})) {
    credits.title = value;
    return credits;
  }
  if (is_one_of(label, {"url", "link"}) && is_web_address(value)) {
    credits.url = value;
    return credits;
  }
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view line) {
  std::string marked(line);
  for (const std::string_view mark :
       {" \xE2\x80\xA2 ", " \xC2\xB7 ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " / ", "; "}) {
    for (size_t at = marked.find(mark); at != std::string::npos; at = marked.find(mark, at)) {
      marked.replace(at, mark.size(), "|");
    }
  }
  std::vector<std::string> parts;
  for (const std::string_view part : split(marked, '|')) {
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

bool is_desk(std::string_view part) {
  const std::string low = lower(part);
  return is_one_of(low,
                   {"world", "politics", "opinion", "analysis", "news", "staff reporter",
                    "correspondent", "staff writer", "international", "europe", "asia", "africa",
                    "middle east", "editorial", "comment", "business", "national", "home"}) ||
         is_boilerplate(part);
}

// "Jane Doe | The Daily | 5 May 2021": every part is understood and one is a date or a byline.
std::optional<Credits> read_parts(std::string_view line) {
  if (line.size() > 200) return std::nullopt;
  Credits credits;
  bool sure = false;
  const std::vector<std::string> parts = parts_of(line);
  for (const std::string& part : parts) {
    if (is_only_date(part)) {
      if (!credits.published) credits.published = parse_written_date(part);
      sure = true;
    } else if (const auto byline = read_byline(part)) {
      credits.author = byline->author;
      sure = true;
    } else if (is_outlet_name(part)) {
      credits.outlet = part;
    } else if (is_person_name(part) && credits.author.empty()) {
      credits.author = part;
    } else if (!is_desk(part) &&
               !(part.size() < 24 && part.find(' ') == std::string::npos && begins_capital(part))) {
      return std::nullopt;
    }
  }
  return sure ? std::optional(credits) : std::nullopt;
}

// "The Northern Courier, 12 July 2021"
std::optional<Credits> read_outlet_and_date(std::string_view line) {
  const size_t comma = line.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view name = line.substr(0, comma), rest = line.substr(comma + 2);
  if (!is_only_date(rest) || month_number(name.substr(0, name.find(' '))) != 0) return std::nullopt;
  Credits credits;
  credits.published = parse_written_date(rest);
  if (is_outlet_name(name)) {
    credits.outlet = name;
  } else if (is_person_name(name)) {
    credits.author = name;
  } else if (name.find(' ') != std::string_view::npos && !begins_capital(name)) {
    return std::nullopt;
  }
  return name.size() < 40 ? std::optional(credits) : std::nullopt;
}

}  // namespace

std::optional<Credits> read_credits(std::string_view line) {
  if (line.size() > 400) return std::nullopt;
  if (is_web_address(line)) {
    Credits credits;
    credits.url = line;
    return credits;
  }
  if (auto credits = read_label(line)) return credits;
  if (is_only_date(line)) {
    Credits credits;
    credits.published = parse_written_date(line);
    return credits;
  }
  if (auto credits = read_byline(line)) return credits;
  if (auto credits = read_outlet_and_date(line)) return credits;
  return read_parts(line);
}

}  // namespace entente
