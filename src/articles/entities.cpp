// HTML entities that were left in a text: numbers, and the names that news in English has. Leaves
// out entities without ';', which a text about "R&D" would otherwise make. Tested by
// characters_test.cpp.
#include "articles/entities.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

using Named = std::pair<std::string_view, char32_t>;
constexpr std::array kNamed = std::to_array<Named>({
    {"Aacute", 0xC1},   {"Agrave", 0xC0},  {"Auml", 0xC4},    {"Ccedil", 0xC7},  {"Eacute", 0xC9},
    {"Ouml", 0xD6},     {"Uuml", 0xDC},    {"aacute", 0xE1},  {"acirc", 0xE2},   {"acute", 0xB4},
    {"agrave", 0xE0},   {"amp", '&'},      {"apos", '\''},    {"aring", 0xE5},   {"atilde", 0xE3},
    {"auml", 0xE4},     {"bull", 0x2022},  {"ccedil", 0xE7},  {"cent", 0xA2},    {"copy", 0xA9},
    {"deg", 0xB0},      {"eacute", 0xE9},  {"ecirc", 0xEA},   {"egrave", 0xE8},  {"emsp", 0x2003},
    {"ensp", 0x2002},   {"euml", 0xEB},    {"euro", 0x20AC},  {"frac12", 0xBD},  {"gt", '>'},
    {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},   {"igrave", 0xEC},  {"iuml", 0xEF},
    {"laquo", 0xAB},    {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},       {"mdash", 0x2014},
    {"middot", 0xB7},   {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},  {"oacute", 0xF3},
    {"ocirc", 0xF4},    {"oelig", 0x153},  {"oslash", 0xF8},  {"otilde", 0xF5},  {"ouml", 0xF6},
    {"pound", 0xA3},    {"quot", '"'},     {"raquo", 0xBB},   {"rdquo", 0x201D}, {"reg", 0xAE},
    {"rsquo", 0x2019},  {"scaron", 0x161}, {"sect", 0xA7},    {"shy", 0xAD},     {"szlig", 0xDF},
    {"thinsp", 0x2009}, {"trade", 0x2122}, {"uacute", 0xFA},  {"ucirc", 0xFB},   {"ugrave", 0xF9},
    {"uuml", 0xFC},     {"yacute", 0xFD},  {"yen", 0xA5},     {"zwj", 0x200D},   {"zwnj", 0x200C},
});

std::optional<char32_t> number(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t code = 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9'          ? c - '0'
                      : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                    : -1;
    if (digit < 0) return std::nullopt;
    code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool valid = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return valid ? std::optional(code) : std::nullopt;
}

}  // namespace

std::optional<HtmlEntity> html_entity_at(std::string_view text, size_t at) {
  constexpr size_t kLongest = 10;
  const size_t end = text.substr(0, at + kLongest).find(';', at);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  if (name.starts_with('#')) {
    const auto code = number(name.substr(1));
    return code ? std::optional(HtmlEntity{*code, end - at + 1}) : std::nullopt;
  }
  const auto found = std::find_if(kNamed.begin(), kNamed.end(),
                                  [&](const Named& named) { return named.first == name; });
  if (found == kNamed.end()) return std::nullopt;
  return HtmlEntity{found->second, end - at + 1};
}

}  // namespace entente
