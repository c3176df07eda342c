// Reads the lines above an article one by one until the body begins, then those below it, then the
// dateline. What a line says is believed in the order: fields given by the input, the address,
// lines, the dateline. Leaves out what only the layout of a page tells. Tested by
// front_matter_test.cpp.
#include "articles/front_matter.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "articles/blocks.h"
#include "articles/boilerplate.h"
#include "articles/credits.h"
#include "articles/dateline.h"
#include "articles/outlet_names.h"
#include "articles/web_address.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

struct Reading {
  std::vector<std::string>& blocks;
  Article& article;
  std::optional<Date> line_date;  // from bylines and date lines
  std::string line_outlet;
};

void believe(Reading& reading, const Credits& credits) {
  fill(reading.article.title, credits.title);
  fill(reading.article.author, credits.author);
  fill(reading.article.url, credits.url);
  fill(reading.line_outlet, credits.outlet);
  if (!reading.line_date) reading.line_date = credits.published;
}

size_t words_in(std::string_view block) {
  return static_cast<size_t>(std::count(block.begin(), block.end(), ' ')) + 1;
}

// A title is short, is no sentence with a full stop, and text follows it.
bool could_be_title(const std::vector<std::string>& blocks, size_t i) {
  const std::string& block = blocks[i];
  if (i + 1 >= blocks.size() || block.size() > 220 || words_in(block) > 32) return false;
  const char last = block.back();
  const bool abbreviation = last == '.' && block.size() > 3 && block[block.size() - 3] == '.';
  if ((last == '.' && !abbreviation) || last == ',' || last == ':' || last == ';') return false;
  if (block[0] >= 'a' && block[0] <= 'z') return false;
  const bool quoted = (last == '"' || last == '\'') && ends_sentence(block);
  const bool several = block.find(". ") != std::string::npos && ends_sentence(block);
  if (quoted || several) return false;
  return std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, blocks.end(),
                     [](const std::string& b) { return ends_sentence(b) && words_in(b) > 4; });
}

// "Title | The Daily" -> "Title", and the outlet is told.
void split_title(Reading& reading) {
  std::string& title = reading.article.title;
  for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || at < 10) continue;
    const std::string last(trim(std::string_view(title).substr(at + mark.size())));
    if (!is_outlet_name(last)) continue;
    fill(reading.line_outlet, last);
    title.resize(at);
    return;
  }
}

// Whether `block` is the name of an outlet above the real title.
bool is_nameplate(const std::vector<std::string>& blocks, size_t i) {
  return outlet_in(blocks[i]) && i + 1 < blocks.size() &&
         (could_be_title(blocks, i + 1) || read_credits(blocks[i + 1]).has_value());
}

// A name between the title and lines that surely are credits: of the outlet, or of the writer where
// no byline tells him.
bool believe_bare_name(Reading& reading, const std::string& block, bool byline_follows) {
  if (reading.article.title.empty() || block.size() > 60 || ends_sentence(block)) return false;
  if (const auto outlet = outlet_in(block)) {
    fill(reading.line_outlet, *outlet);
    return true;
  }
  if (is_column_name(block)) return true;
  if (!is_person_name(block.substr(0, block.find(" (")))) return false;
  const bool has_writer = byline_follows || !reading.article.author.empty();
  if (has_writer && reading.line_outlet.empty()) {
    reading.line_outlet = block.substr(0, block.find(" ("));
  } else {
    fill(reading.article.author, block);
  }
  return true;
}

// The last of the blocks after `i` that are credits for sure, with nothing long in between; or i.
size_t last_credits(const std::vector<std::string>& blocks, size_t i) {
  constexpr size_t kFar = 4, kStandfirst = 300;
  size_t last = i;
  for (size_t k = i; k < blocks.size() && k <= last + kFar; ++k) {
    if (k > i && read_credits(blocks[k])) {
      last = k;
    } else if (blocks[k].size() > kStandfirst || find_dateline(blocks[k])) {
      break;
    }
  }
  return last;
}

bool byline_between(const std::vector<std::string>& blocks, size_t first, size_t last) {
  for (size_t i = first; i <= last && i < blocks.size(); ++i) {
    const auto credits = read_credits(blocks[i]);
    if (credits && !credits->author.empty()) return true;
  }
  return false;
}

// Takes the lines above the body out. A standfirst above the credits stays.
void read_head(Reading& reading) {
  constexpr size_t kDeepest = 14;
  auto& blocks = reading.blocks;
  const bool titled = !reading.article.title.empty();
  std::vector<std::string> kept;
  size_t i = 0;
  for (; i < std::min(blocks.size(), kDeepest); ++i) {
    const std::string& block = blocks[i];
    if (const auto credits = read_credits(block)) {
      believe(reading, *credits);
    } else if (is_boilerplate(block) || block == reading.article.title || is_column_name(block)) {
      continue;
    } else if (reading.line_outlet.empty() && is_nameplate(blocks, i)) {
      reading.line_outlet = *outlet_in(block);
    } else if (!titled && reading.article.title.empty() && could_be_title(blocks, i) &&
               !find_dateline(block)) {
      reading.article.title = block;
    } else {
      const size_t last = last_credits(blocks, i);
      const bool near = last > i || (i > 0 && read_credits(blocks[i - 1]));
      if (near && believe_bare_name(reading, block, byline_between(blocks, i + 1, last))) continue;
      if (last == i) break;
      kept.push_back(block);
    }
  }
  kept.insert(kept.end(), blocks.begin() + static_cast<std::ptrdiff_t>(i), blocks.end());
  blocks = std::move(kept);
}

// Credits at the end: "Source: Reuters", an address. A sentence is never credits.
void read_foot(Reading& reading) {
  auto& blocks = reading.blocks;
  for (int i = 0; i < 5 && blocks.size() > 1; ++i) {
    const auto credits = read_credits(blocks.back());
    if (!credits && !is_boilerplate(blocks.back())) return;
    if (credits) believe(reading, *credits);
    blocks.pop_back();
  }
}

// The year of "© 2021 ..." among the last blocks, or 0.
int copyright_year(const std::vector<std::string>& blocks) {
  for (size_t i = blocks.size(); i > 0 && i + 8 > blocks.size(); --i) {
    const std::string& block = blocks[i - 1];
    const size_t sign = block.size() < 300 ? block.find("\xC2\xA9") : std::string::npos;
    if (sign == std::string::npos) continue;
    const size_t year = block.find("20", sign);
    if (year == std::string::npos || year + 4 > block.size()) continue;
    const std::string digits = block.substr(year, 4);
    if (digits.find_first_not_of("0123456789") == std::string::npos) return std::stoi(digits);
  }
  return 0;
}

// A dateline's date, its year from the address, the copyright line or the date given by the user.
std::optional<Date> date_of(const WrittenDate& written, int year, std::optional<Date> given) {
  if (const auto date = whole_date(written)) return date;
  if (given) return complete_date(written, *given);
  if (year == 0) return std::nullopt;
  WrittenDate whole = written;
  whole.year = year;
  const auto date = whole_date(whole);
  return is_valid(*date) ? date : std::nullopt;
}

std::optional<Dateline> take_dateline(std::vector<std::string>& blocks) {
  for (size_t i = 0; i < std::min<size_t>(blocks.size(), 3); ++i) {
    const auto dateline = find_dateline(blocks[i]);
    if (!dateline) continue;
    blocks[i].erase(0, dateline->size);
    return dateline;
  }
  return std::nullopt;
}

}  // namespace

void take_front_matter(std::vector<std::string>& blocks, Article& article,
                       const ArticleOptions& options) {
  Reading reading{blocks, article, std::nullopt, ""};
  const bool titled = !article.title.empty();
  const int printed_year = copyright_year(blocks);
  read_head(reading);
  read_foot(reading);
  if (!titled) split_title(reading);
  const auto dateline = take_dateline(blocks);
  if (!article.published) article.published = date_of_address(article.url);
  if (!article.published) article.published = reading.line_date;
  if (!article.published && dateline && dateline->date) {
    const int year = year_of_address(article.url);
    article.published =
        date_of(*dateline->date, year != 0 ? year : printed_year, options.published);
  }
  if (!article.published) article.published = options.published;
  fill(article.outlet, reading.line_outlet);
  fill(article.outlet, outlet_of(article.url));
  if (dateline) fill(article.outlet, dateline->agency);
  fill(article.outlet, options.outlet);
}

}  // namespace entente
