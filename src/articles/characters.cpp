// The characters of a text as the later stages expect them: the model was trained on straight
// quotes and plain hyphens, and the world book spells names with them. One pass by code point.
// Leaves out composing accents (NFC). Tested by characters_test.cpp.
#include "articles/characters.h"

#include <algorithm>

#include "articles/encoding.h"
#include "articles/entities.h"
#include "articles/utf8.h"

namespace entente {
namespace {

bool is_space(char32_t c) {
  return c == 0xA0 || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c < 0x20 && c != '\n') ||
         (c >= 0x7F && c < 0xA0 && c != 0x85) || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

const char* plain_form(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0xB4:
    case 0x2032:
    case 0x2BC:
    case 0x2039:
    case 0x203A:
    case 0xFF07: return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2033:
    case 0xFF02: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2212:
    case 0xFF0D:
    case 0x2043: return "-";
    case 0x2012: return "\xE2\x80\x93";
    case 0x2015: return "\xE2\x80\x94";
    case 0x2026: return "...";
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    default: return nullptr;
  }
}

// The Windows-1252 byte that stands for `code`, or -1.
int byte_1252(char32_t code) {
  if (code < 0x100) return static_cast<int>(code);
  for (int byte = 0x80; byte < 0xA0; ++byte) {
    if (windows_1252(static_cast<unsigned char>(byte)) == code) return byte;
  }
  return -1;
}

// UTF-8 that was once taken for Windows-1252 shows "â€™" for an apostrophe and "Ã©" for "é". Only
// the lead letters Â, Ã and â are tried: no word has one of them before such a mark.
TextCharacter encoded_twice(std::string_view text, size_t at, TextCharacter lead) {
  if (lead.code != 0xC2 && lead.code != 0xC3 && lead.code != 0xE2) return {};
  const size_t count = lead.code == 0xE2 ? 3 : 2;
  std::string bytes(1, static_cast<char>(lead.code));
  size_t size = lead.size;
  while (bytes.size() < count && at + size < text.size()) {
    const TextCharacter next = utf8_character_at(text, at + size);
    const int byte = next.size > 1 ? byte_1252(next.code) : -1;
    if (byte < 0x80 || byte > 0xBF) return {};
    bytes += static_cast<char>(byte);
    size += next.size;
  }
  if (bytes.size() < count) return {};
  const TextCharacter point = utf8_character_at(bytes, 0);
  if (point.size == 0) return {};
  return {point.code, static_cast<uint32_t>(size)};
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

// "--" is how a typewriter writes a dash; longer runs are rulers and stay.
void join_dashes(std::string& text) {
  if (text.find("--") == std::string::npos) return;
  std::string result;
  for (size_t at = 0; at < text.size();) {
    if (text[at] != '-') {
      result += text[at++];
      continue;
    }
    const size_t end = std::min(text.find_first_not_of('-', at), text.size());
    result += end - at == 2 || end - at == 3 ? "\xE2\x80\x94" : std::string(end - at, '-');
    at = end;
  }
  text = std::move(result);
}

void append_plain(std::string& result, char32_t code, std::string_view rest) {
  if (is_line_end(code)) {
    result += '\n';
  } else if (is_space(code)) {
    result += ' ';
  } else if (code == 0x2013 && !result.empty() && is_word(result.back()) && !rest.empty() &&
             is_word(rest[0])) {
    result += '-';  // "US–China", "10–12"
  } else if (const char* form = plain_form(code)) {
    result += form;
  } else if (!is_invisible(code)) {
    append_character(result, code);
  }
}

}  // namespace

std::string plain_characters(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\r') {
      if (at + 1 >= text.size() || text[at + 1] != '\n') result += '\n';
      ++at;
      continue;
    }
    if (c == '&') {
      if (const auto entity = html_entity_at(text, at)) {
        at += entity->size;
        append_plain(result, entity->code, text.substr(at));
        continue;
      }
    }
    if ((c == '`' || c == '\'') && at + 1 < text.size() && text[at + 1] == c) {
      result += '"';  // ``quoted'' as typesetting programs write it
      at += 2;
      continue;
    }
    TextCharacter point = utf8_character_at(text, at);
    if (const TextCharacter repaired = encoded_twice(text, at, point); repaired.size > 0) {
      point = repaired;
    }
    if (point.size == 0) point = {0xFFFD, 1};
    at += point.size;
    if (point.code == '`') point.code = '\'';
    append_plain(result, point.code, text.substr(at));
  }
  join_dashes(result);
  return result;
}

}  // namespace entente
