// Tested in write_network_test.cpp.
#include "exchange/markup.h"

#include <cstdint>

namespace entente {

namespace {

// Bytes of the character that begins at `at`; 0 where it is none that XML allows.
size_t character_size(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(i < text.size() ? text[i] : 0); };
  const uint8_t first = byte(at);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r';
  const size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  uint32_t code = first & (0xffu >> (size + 1));
  for (size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return 0;
    code = code << 6 | (byte(at + i) & 0x3fu);
  }
  const uint32_t least = size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000;
  const bool allowed = code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) &&
                       code != 0xfffe && code != 0xffff;
  return allowed ? size : 0;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (size_t at = 0; at < text.size();) {
    const size_t size = character_size(text, at);
    switch (size == 0 ? '?' : text[at]) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\n': escaped += "&#10;"; break;
      case '\r': escaped += "&#13;"; break;
      case '\t': escaped += "&#9;"; break;
      default: escaped += size == 0 ? "?" : text.substr(at, size);
    }
    at += size == 0 ? 1 : size;
  }
  return escaped;
}

}  // namespace entente
