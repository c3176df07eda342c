// Bylines, labelled lines and date lines. The idea: a line is taken for credits only if every part
// of it is understood, so that no sentence is lost. Tested by front_matter_test.cpp.
#include "articles/credits.h"

#include <algorithm>
#include <array>
#include <vector>

#include "articles/boilerplate.h"
#include "articles/byline.h"
#include "articles/outlet_names.h"
#include "articles/web_address.h"
#include "articles/written_dates.h"
#include "base/ascii.h"
#include "base/calendar.h"

namespace entente {
namespace {

bool begins_capital(std::string_view word) {
  return !word.empty() &&
         ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
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
    if (const auto outlet = outlet_in(value)) credits.outlet = *outlet;
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
  for (const std::string_view word : {" Published", " Updated", " Posted"}) {
    if (const size_t at = marked.find(word); at != std::string::npos) marked.insert(at, "|");
  }
  std::vector<std::string> parts;
  for (const std::string_view part : split(marked, '|')) {
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

// "Jane Doe | The Daily | 5 May 2021": every part is understood and one is a date, a byline or,
// before a place, an outlet ("The Daily | London").
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
      if (!byline->outlet.empty()) credits.outlet = byline->outlet;
      sure = true;
    } else if (const auto outlet = outlet_in(part)) {
      credits.outlet = *outlet;
    } else if (is_person_name(part) && credits.author.empty()) {
      credits.author = part;
    } else if (!is_column_name(part) && !is_boilerplate(part) &&
               !(part.size() < 24 && part.find(' ') == std::string::npos && begins_capital(part))) {
      return std::nullopt;
    }
  }
  sure = sure || (parts.size() == 2 && !credits.outlet.empty() && outlet_in(parts[0]));
  return sure ? std::optional(credits) : std::nullopt;
}

// "Published in Dawn, May 5th, 2021", "First published in The Courier"
std::optional<Credits> read_imprint(std::string_view line) {
  constexpr auto kOpenings =
      std::to_array<std::string_view>({"published in ", "first published in ", "published by "});
  const std::string low = lower(line);
  for (const std::string_view opening : kOpenings) {
    if (!low.starts_with(opening) || line.size() > 100) continue;
    std::string rest(line.substr(opening.size()));
    Credits credits;
    if (const auto date = find_date(rest)) {
      credits.published = whole_date(*date);
      rest.resize(date->begin);
    }
    rest.resize(std::min(rest.size(), rest.find(',')));
    const auto outlet = outlet_in(rest);
    if (!outlet) return std::nullopt;
    credits.outlet = *outlet;
    return credits;
  }
  return std::nullopt;
}

// "The Northern Courier, 12 July 2021", "The Northern Courier, London, 12 July 2021"
std::optional<Credits> read_outlet_and_date(std::string_view line) {
  const auto date = find_date(line);
  const size_t comma = date ? line.rfind(", ", date->begin) : std::string_view::npos;
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view name = line.substr(0, comma), rest = line.substr(comma + 2);
  if (!is_only_date(rest) || month_number(name.substr(0, name.find(' '))) != 0) return std::nullopt;
  Credits credits;
  credits.published = parse_written_date(rest);
  if (const auto outlet = outlet_in(name)) {
    credits.outlet = *outlet;
  } else if (is_person_name(name)) {
    credits.author = name;
  } else if (!begins_capital(name) || std::count(name.begin(), name.end(), ' ') > 2) {
    return std::nullopt;
  }
  return name.size() < 80 ? std::optional(credits) : std::nullopt;
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
  if (line.find('|') != std::string_view::npos) {
    if (auto credits = read_parts(line)) return credits;
  }
  if (auto credits = read_byline(line)) return credits;
  if (auto credits = read_imprint(line)) return credits;
  if (auto credits = read_outlet_and_date(line)) return credits;
  return read_parts(line);
}

bool is_column_name(std::string_view line) {
  const std::string low = lower(line);
  return is_one_of(low, {"world",
                         "world news",
                         "politics",
                         "opinion",
                         "analysis",
                         "news",
                         "staff reporter",
                         "correspondent",
                         "staff writer",
                         "international",
                         "international news",
                         "europe",
                         "asia",
                         "africa",
                         "middle east",
                         "central asia",
                         "south asia",
                         "americas",
                         "editorial",
                         "comment",
                         "commentary",
                         "business",
                         "national",
                         "home",
                         "explainer",
                         "interview",
                         "feature",
                         "features",
                         "special report",
                         "exclusive",
                         "breaking",
                         "breaking news",
                         "news analysis",
                         "diplomacy",
                         "defence",
                         "defense",
                         "security",
                         "foreign affairs",
                         "op-ed",
                         "column",
                         "the big story",
                         "in depth",
                         "long read",
                         "background"});
}

}  // namespace entente
