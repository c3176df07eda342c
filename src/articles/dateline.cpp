// Datelines. The idea: what stands before the first dash or colon must be nothing but capitalised
// words, a date and an agency in brackets, and the story must go on with a capital. A dateline of
// mixed case without date and agency ("Durban - ...") is only taken if it is short, the paragraph
// is a whole sentence and no second dash shows that the dash is one of a pair. Leaves out datelines
// without any mark after them. Tested by dateline_test.cpp.
#include "articles/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "articles/blocks.h"
#include "articles/outlet_names.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr std::string_view kEmDash = "\xE2\x80\x94";
constexpr std::string_view kEnDash = "\xE2\x80\x93";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct Mark {
  size_t begin = 0, end = 0;
  bool colon = false;
};

// The mark at `at` that may close a dateline: "—", " - ", "- ", ": ", ".- ".
std::optional<Mark> mark_at(std::string_view block, size_t at) {
  const std::string_view rest = block.substr(at);
  size_t size = 0;
  for (const std::string_view dash : {kEmDash, kEnDash}) {
    if (rest.starts_with(dash)) size = dash.size();
  }
  if (rest.starts_with("- ") || rest.starts_with(": ")) size = 1;
  if (at > 0 && block[at - 1] == ' ' && rest.size() > 1 && rest[0] == '-' && is_upper(rest[1])) {
    size = 1;
  }
  if (size == 0) return std::nullopt;
  const size_t end = std::min(block.find_first_not_of(" -", at + size), block.size());
  return Mark{at, end, rest[0] == ':'};
}

std::optional<Mark> first_mark(std::string_view block, size_t from) {
  constexpr size_t kLongest = 110;
  bool bracket = false;
  for (size_t at = from; at < std::min(block.size(), from + kLongest); ++at) {
    if (block[at] == '(') bracket = true;
    if (block[at] == ')') bracket = false;
    if (bracket) continue;
    if (const auto mark = mark_at(block, at)) return mark;
  }
  return std::nullopt;
}

bool is_agency(std::string_view name) {
  return name.size() >= 2 && name.size() <= 30 && is_upper(name[0]) &&
         name.find_first_of("0123456789;") == std::string_view::npos;
}

struct Prefix {
  std::string place;  // what is left without date and agency
  std::string agency;
  std::optional<WrittenDate> date;
};

// "(Reuters)" and "/TASS/" go to `agency`; other brackets stay and spoil the prefix.
void take_agency(Prefix& prefix) {
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'/', '/'}}) {
    const size_t begin = prefix.place.find(open);
    const size_t end = begin == std::string::npos ? begin : prefix.place.find(close, begin + 1);
    if (end == std::string::npos) continue;
    const std::string name(trim(std::string_view(prefix.place).substr(begin + 1, end - begin - 1)));
    if (!is_agency(name)) continue;
    prefix.agency = name;
    prefix.place.replace(begin, end - begin + 1, " ");
  }
}

Prefix read_prefix(std::string_view text) {
  Prefix prefix{std::string(text), "", find_date(text)};
  if (prefix.date) {
    prefix.place.replace(prefix.date->begin, prefix.date->end - prefix.date->begin, " ");
  }
  if (const size_t at = prefix.place.find("( )"); at != std::string::npos) {
    prefix.place.replace(at, 3, " ");  // "SINGAPORE (Feb. 25, 2021)"
  }
  take_agency(prefix);
  return prefix;
}

bool is_place_word(std::string_view word) {
  constexpr auto kBetween = std::to_array<std::string_view>(
      {"and", "of", "the", "de", "la", "al", "el", "on", "in", "near", "aboard", "at", "&"});
  if (is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3) return true;
  return std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end() ||
         word.starts_with("al-");
}

struct Place {
  size_t words = 0;
  bool fits = true;      // nothing but place words
  bool capitals = true;  // "KABUL"
};

Place read_place(std::string_view text) {
  Place place;
  std::string spaced(text);
  for (char& c : spaced) {
    if (std::string_view(",./;|").find(c) != std::string_view::npos) c = ' ';
  }
  for (const std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    ++place.words;
    place.fits = place.fits && is_place_word(word) &&
                 word.find_first_of("\"?!()[]0123456789") == std::string_view::npos;
    place.capitals = place.capitals && std::none_of(word.begin(), word.end(), is_lower);
  }
  return place;
}

bool begins_story(std::string_view rest) {
  if (rest.empty()) return false;
  if (rest[0] == '"' || rest[0] == '\'') return rest.size() > 1 && !is_lower(rest[1]);
  return is_upper(rest[0]) || (rest[0] >= '0' && rest[0] <= '9') || rest[0] == '$' ||
         static_cast<unsigned char>(rest[0]) >= 0xC3;
}

bool dash_comes_again(std::string_view rest) {
  const std::string_view sentence = rest.substr(0, rest.find(". "));
  return sentence.find(kEmDash) != std::string_view::npos ||
         sentence.find(kEnDash) != std::string_view::npos ||
         sentence.find(" - ") != std::string_view::npos;
}

// "Durban - ", "Doha: ": a place or outlet in mixed case and nothing else.
bool is_bare_dateline(std::string_view block, const Prefix& prefix, const Place& place,
                      const Mark& mark) {
  const std::string_view rest = block.substr(mark.end);
  if (block.size() < 60 || !ends_sentence(block)) return false;
  if (mark.colon && (rest[0] == '"' || rest[0] == '\'')) return false;
  if (!mark.colon && dash_comes_again(rest)) return false;
  return is_outlet_name(prefix.place) || (place.fits && place.words <= 3);
}

// "MOSCOW, May 5. /TASS/. Russia ..." has no dash.
std::optional<Dateline> slashed_dateline(std::string_view block) {
  const size_t close = block.substr(0, 100).find("/. ");
  if (close == std::string_view::npos) return std::nullopt;
  const Prefix prefix = read_prefix(block.substr(0, close + 1));
  const Place place = read_place(prefix.place);
  if (prefix.agency.empty() || !place.fits || place.words == 0) return std::nullopt;
  return Dateline{close + 3, prefix.agency, prefix.date};
}

// "ANKARA. The Turkish ...": capitals and a full stop.
std::optional<Dateline> stopped_dateline(std::string_view block) {
  constexpr size_t kShortest = 4, kLongest = 40;
  const size_t stop = block.substr(0, kLongest).find(". ");
  if (stop == std::string_view::npos || stop < kShortest || block.size() < 60) return std::nullopt;
  const std::string_view name = block.substr(0, stop);
  const Place place = read_place(name);
  const bool plain = name.find_first_of(".,:;'") == std::string_view::npos;
  if (!plain || !place.fits || !place.capitals || place.words > 3) return std::nullopt;
  return begins_story(block.substr(stop + 2)) ? std::optional(Dateline{stop + 2, "", {}})
                                              : std::nullopt;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view block) {
  if (auto stopped = stopped_dateline(block)) return stopped;
  if (const auto slashed = slashed_dateline(block)) return slashed;
  std::optional<Mark> mark = first_mark(block, 0);
  if (!mark || mark->begin == 0) return std::nullopt;
  // "CAIRO - 13 July 2022: Talaat ...": a second mark after a date alone belongs to it.
  if (const auto next = first_mark(block, mark->end)) {
    if (is_only_date(block.substr(mark->end, next->begin - mark->end))) mark = next;
  }
  if (!begins_story(block.substr(mark->end))) return std::nullopt;
  Prefix prefix = read_prefix(block.substr(0, mark->begin));
  for (const std::string_view dash : {kEmDash, kEnDash}) {
    if (const size_t at = prefix.place.find(dash); at != std::string::npos) {
      prefix.place.replace(at, dash.size(), " ");
    }
  }
  if (const size_t at = prefix.place.find(" - "); at != std::string::npos) {
    prefix.place.replace(at, 3, " ");
  }
  const Place place = read_place(prefix.place);
  if (place.words == 0 && !(prefix.date && !prefix.agency.empty())) return std::nullopt;
  const bool sourced = prefix.date.has_value() || !prefix.agency.empty();
  // "afrol News / Africa Renewal, 5 November - "
  const bool outlet =
      prefix.date && is_outlet_name(prefix.place.substr(0, prefix.place.find_first_of(",/")));
  const bool sure = (sourced && place.fits && place.words <= 8) || outlet ||
                    (place.fits && place.capitals && place.words <= 5 && !mark->colon);
  if (!sure && !is_bare_dateline(block, prefix, place, *mark)) return std::nullopt;
  const std::string_view bare = trim(prefix.place);
  if (prefix.agency.empty() && is_outlet_name(bare)) prefix.agency = bare;
  return Dateline{mark->end, prefix.agency, prefix.date};
}

}  // namespace entente
