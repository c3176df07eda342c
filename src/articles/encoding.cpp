// Bytes -> UTF-8. The idea: a byte-order mark decides; without one, text that is valid UTF-8 is
// UTF-8. Else it is Windows-1252 if no multi-byte character of UTF-8 is found in it and almost all
// of its high bytes stand for letters, quotes or dashes; what remains is damaged UTF-8. Leaves out
// all other code pages: news in English does not need them. Tested by encoding_test.cpp.
#include "articles/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "articles/charset.h"
#include "articles/utf8.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string decode_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  const auto unit = [&](size_t at) {
    const auto low = static_cast<unsigned char>(bytes[at + (little ? 0 : 1)]);
    const auto high = static_cast<unsigned char>(bytes[at + (little ? 1 : 0)]);
    return static_cast<char32_t>((high << 8) | low);
  };
  std::string text;
  for (size_t at = 2; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    append_character(text, code >= 0xD800 && code < 0xE000 ? kReplacement : code);
  }
  return text;
}

// Text has no NUL and hardly any control character; a picture or archive has many.
bool looks_binary(std::string_view bytes) {
  size_t controls = 0;
  for (const char c : bytes) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  }
  return controls > 8 && controls * 50 > bytes.size();
}

struct Validity {
  size_t characters = 0;  // valid multi-byte characters
  size_t invalid = 0;     // bytes
  size_t plausible = 0;   // of these, letters, quotes and dashes of Windows-1252
  size_t first = 0;       // offset of the first invalid byte
};

bool plausible_1252(unsigned char byte) {
  return byte >= 0xC0 || (byte >= 0x91 && byte <= 0x97) || byte == 0x80 || byte == 0x85 ||
         byte == 0xA0 || byte == 0xA3 || byte == 0xA9 || byte == 0xAB || byte == 0xAE ||
         byte == 0xB0 || byte == 0xB4 || byte == 0xB7 || byte == 0xBB;
}

Validity check_utf8(std::string_view bytes) {
  Validity result;
  for (size_t at = 0; at < bytes.size();) {
    const TextCharacter point = utf8_character_at(bytes, at);
    if (point.size == 0) {
      if (result.invalid++ == 0) result.first = at;
      result.plausible += plausible_1252(static_cast<unsigned char>(bytes[at]));
    }
    result.characters += point.size > 1;
    at += std::max<size_t>(point.size, 1);
  }
  return result;
}

// Damaged UTF-8 has replaced letters in the middle of words and mostly few of them; a byte that
// only damage makes (0xFE, 0xFF, a hole) rules Windows-1252 out.
bool is_windows_1252(std::string_view bytes, const Validity& validity) {
  const bool damaged = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xFE || (byte >= 0x80 && windows_1252(byte) == kReplacement);
  });
  return !damaged && validity.characters == 0 && validity.plausible * 10 >= validity.invalid * 9;
}

std::string repair(std::string_view bytes, bool windows) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (size_t at = 0; at < bytes.size();) {
    const TextCharacter point = utf8_character_at(bytes, at);
    if (point.size > 0) {
      text.append(bytes.substr(at, point.size));
    } else {
      append_character(
          text, windows ? windows_1252(static_cast<unsigned char>(bytes[at])) : kReplacement);
    }
    at += std::max<size_t>(point.size, 1);
  }
  return text;
}

Problem invalid_bytes(std::string_view bytes, const Validity& validity, bool windows,
                      std::string_view origin, size_t first_line) {
  const std::string_view before = bytes.substr(0, validity.first);
  const auto lines = static_cast<size_t>(std::count(before.begin(), before.end(), '\n'));
  const auto value = static_cast<unsigned char>(bytes[validity.first]);
  std::string message =
      fmt::format("byte {} (0x{:02X}) is not valid UTF-8; ", validity.first, value);
  if (windows) {
    message +=
        "the text was read as Windows-1252. To be sure of it, convert the file with "
        "'iconv -f WINDOWS-1252 -t UTF-8'";
  } else {
    message += fmt::format("{} such byte{} replaced. Save the file as UTF-8 and read it again",
                           validity.invalid, validity.invalid == 1 ? " was" : "s were");
  }
  return {fmt::format("{}:{}", origin, first_line + lines), std::move(message)};
}

}  // namespace

char32_t windows_1252(unsigned char byte) {
  constexpr std::array<char16_t, 32> kHigh = {
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : byte;
}

DecodedText decode_text(std::string_view bytes, std::string_view origin, size_t first_line) {
  DecodedText result;
  if (is_utf16(bytes)) {
    std::string text = decode_utf16(bytes);
    result.binary = looks_binary(text);
    if (!result.binary) result.text = std::move(text);
    return result;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  result.binary = looks_binary(bytes);
  if (result.binary) return result;
  const Validity validity = check_utf8(bytes);
  if (validity.invalid == 0) {
    result.text = bytes;
    return result;
  }
  const bool windows = is_windows_1252(bytes, validity);
  result.problems.push_back(invalid_bytes(bytes, validity, windows, origin, first_line));
  result.text = repair(bytes, windows);
  return result;
}

DecodedText decode_markup(std::string_view bytes, std::string_view origin,
                          std::string_view charset) {
  const bool marked = is_utf16(bytes) || bytes.starts_with("\xEF\xBB\xBF");
  if (marked || check_utf8(bytes).invalid == 0) return decode_text(bytes, origin);
  DecodedText result;
  result.binary = looks_binary(bytes);
  if (result.binary) return result;
  for (const std::string& name :
       {std::string(charset), declared_charset(bytes), guessed_charset(bytes)}) {
    const std::string low = lower(name);
    if (low == "utf-8" || low == "utf8") break;  // damaged, not another charset
    auto text = from_charset(bytes, low);
    if (!text) continue;
    result.text = std::move(*text);
    return result;
  }
  return decode_text(bytes, origin);
}

}  // namespace entente
