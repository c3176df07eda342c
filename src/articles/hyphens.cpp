// Words that a newspaper column split with a hyphen and that a copy brought into running lines.
// The rule, for letters-hyphen-letters:
//  1. A capital after the hyphen marks a compound name ("Franco-German", "al-Assad"), unless the
//     whole word is in capitals.
//  2. A hyphenated form that the word list knows stays ("so-called", "re-elected").
//  3. Parts are joined if together they are a known word or name, or occur unhyphenated elsewhere
//     in the text, in compounds of three and more only if one of them is no word ("day-to-day").
//  4. Else they are joined if the second is no word but ends as English words and foreign names
//     end ("-ment", "-tion", "-yev"): no compound ends in such a fragment.
// Leaves out: splits whose halves are words that make an unknown word. Tested by hyphens_test.cpp.
#include "articles/hyphens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <vector>

#include "articles/words.h"
#include "base/ascii.h"

namespace entente {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

using Forms = std::unordered_set<std::string>;

// All words of the text without hyphens, in lower case.
Forms forms_of(std::string_view text) {
  Forms forms;
  for (size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '-')) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word.size() >= 5 && word.find('-') == std::string_view::npos) forms.insert(lower(word));
    at = end;
  }
  return forms;
}

bool ends_as_word(std::string_view part) {
  constexpr std::array<std::string_view, 46> kEndings = {
      "ment",   "ments", "tion",   "tions", "sion",  "sions", "cion",  "ing",   "ings",  "ness",
      "ity",    "ities", "ence",   "ences", "ance",  "ances", "ency",  "ancy",  "ism",   "ists",
      "ist",    "ive",   "ives",   "able",  "ible",  "ably",  "ibly",  "ously", "ous",   "ally",
      "ically", "ular",  "tional", "ional", "ary",   "aries", "atory", "ated",  "ating", "ates",
      "izing",  "ising", "ized",   "ised",  "fully", "ships"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return part.ends_with(ending); });
}

bool ends_as_name(std::string_view part) {
  constexpr std::array<std::string_view, 19> kEndings = {
      "stan", "enko",  "ovich", "evich", "ovic", "yev",  "ayev", "medov", "adze", "shvili",
      "vili", "evski", "ovsky", "evsky", "yan",  "abad", "grad", "bayev", "akov"};
  return part.size() >= 4 && std::any_of(kEndings.begin(), kEndings.end(),
                                         [&](std::string_view e) { return part.ends_with(e); });
}

// "non-aligned", "anti-war", "co-founder": free prefixes, even where the solid spelling is known
// too. "co-operate" is the one that solid spelling has won over.
bool is_free_prefix(std::string_view part, std::string_view rest) {
  constexpr std::array<std::string_view, 9> kPrefixes = {"non",   "anti", "self", "pan", "semi",
                                                         "quasi", "vice", "mid",  "co"};
  if (rest.starts_with("operat") || rest.starts_with("ordinat")) return false;
  return std::find(kPrefixes.begin(), kPrefixes.end(), part) != kPrefixes.end();
}

struct Parts {
  std::vector<std::string> written;
  std::vector<std::string> low;
};

std::string together(const std::vector<std::string>& parts, size_t begin, size_t end) {
  std::string word;
  for (size_t i = begin; i < end; ++i) word += parts[i];
  return word;
}

bool belongs_together(const Parts& parts, size_t begin, size_t end, const Forms& forms,
                      bool capitals) {
  for (size_t i = begin + 1; i < end; ++i) {
    if (!capitals && !is_lower(parts.written[i][0])) return false;
  }
  const std::string word = together(parts.low, begin, end);
  if (word.size() < 4) return false;
  const std::string& last = parts.low[end - 1];
  const bool prefixed = is_free_prefix(parts.low[begin], last);
  if (prefixed && is_known_word(last)) return false;
  const bool all_listed = std::all_of(parts.low.begin() + static_cast<std::ptrdiff_t>(begin),
                                      parts.low.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const std::string& part) { return is_listed_word(part); });
  if (is_listed_word(word) || forms.contains(word)) return parts.low.size() == 2 || !all_listed;
  if (all_listed) return false;  // "so-called": an inflection proves too little
  if (is_known_word(word)) return true;
  if (prefixed || end - begin != 2 || is_known_word(last)) return false;
  if (is_upper(parts.written[begin][0])) return ends_as_name(last);
  constexpr size_t kFragment = 8;  // a longer part is a word that the list lacks
  return ends_as_word(last) && last.size() <= kFragment && parts.low[begin].size() > 1;
}

// Longest runs first, so that "inter-nation-al" becomes one word and not "inter-national".
std::string joined_word(std::string_view word, const Forms& forms) {
  const std::string low = lower(word);
  if (is_listed_word(low)) return std::string(word);
  Parts parts;
  for (const std::string_view part : split(word, '-')) {
    parts.written.emplace_back(part);
    parts.low.push_back(lower(part));
  }
  const bool capitals = std::none_of(word.begin(), word.end(), is_lower);
  const size_t count = parts.written.size();
  std::string result;
  for (size_t begin = 0; begin < count;) {
    size_t end = count;
    while (end > begin + 1 && !belongs_together(parts, begin, end, forms, capitals)) --end;
    if (begin > 0) result += '-';
    result += together(parts.written, begin, end);
    begin = end;
  }
  return result;
}

// "govern- ment" where a line end became a blank; "pre- and post-war" stays.
bool splits_before_blank(std::string_view text, size_t begin, size_t hyphen, const Forms& forms) {
  if (hyphen + 2 >= text.size() || text[hyphen + 1] != ' ' || !is_lower(text[hyphen + 2])) {
    return false;
  }
  size_t end = hyphen + 2;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string next = lower(text.substr(hyphen + 2, end - hyphen - 2));
  const std::string word = lower(text.substr(begin, hyphen - begin)) + next;
  return !is_listed_word(next) && (is_known_word(word) || forms.contains(word));
}

bool inside_address(std::string_view text, size_t begin, size_t end) {
  constexpr size_t kReach = 300;  // bounds the work in a text without blanks
  const size_t first = begin > kReach ? begin - kReach : 0;
  std::string_view token = text.substr(first, end + kReach - first);
  const size_t from = token.substr(0, begin - first).find_last_of(" \n");
  const size_t to = token.find_first_of(" \n", end - first);
  token = token.substr(0, to);
  if (from != std::string_view::npos) token.remove_prefix(from + 1);
  return token.find("://") != std::string_view::npos || token.find('@') != std::string_view::npos ||
         token.starts_with("www.");
}

}  // namespace

std::string join_split_words(std::string_view text) {
  if (text.find('-') == std::string_view::npos) return std::string(text);
  const Forms forms = forms_of(text);
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      result += text[at++];
      continue;
    }
    size_t end = at;
    const auto inside = [&](size_t i) {
      return is_letter(text[i]) ||
             (text[i] == '-' && i + 1 < text.size() && is_letter(text[i + 1]));
    };
    while (end < text.size() && inside(end)) ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool compound = word.find('-') != std::string_view::npos && word.size() < 60;
    if (end < text.size() && text[end] == '-' && splits_before_blank(text, at, end, forms)) {
      result += word;
      end += 2;
    } else if (compound && !inside_address(text, at, end)) {
      result += joined_word(word, forms);
    } else {
      result += word;
    }
    at = end;
  }
  return result;
}

}  // namespace entente
