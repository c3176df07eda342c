// Names of charsets go to iconv after the aliases that browsers apply (WHATWG Encoding Standard);
// guesses are uchardet's. Tested by encoding_test.cpp.
#include "articles/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string as_browsers_read(std::string_view charset) {
  std::string name = lower(trim(charset));
  std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  constexpr std::string_view kLatin[] = {"iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii",
                                         "iso_8859-1", "l1",     "cp1252",    "x-cp1252"};
  if (std::find(std::begin(kLatin), std::end(kLatin), name) != std::end(kLatin)) {
    return "windows-1252";
  }
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "iso-8859-9" || name == "latin5") return "windows-1254";
  if (name == "shift_jis" || name == "shift-jis" || name == "x-sjis") return "cp932";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "cp949";
  if (name == "tis-620" || name == "iso-8859-11") return "windows-874";
  return name;
}

// What stands behind the first `key` in `head`, up to the end of the attribute's value.
std::string value_after(const std::string& head, std::string_view key) {
  size_t at = head.find(key);
  if (at == std::string::npos) return "";
  at = head.find_first_not_of(" =\"'\t", at + key.size());
  if (at == std::string::npos) return "";
  return head.substr(at, head.find_first_of("\"'/> \t;?", at) - at);
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  if (head.starts_with("<?xml")) {
    const std::string name = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!name.empty()) return name;
  }
  for (size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 5)) {
    const std::string tag = head.substr(meta, head.find('>', meta) - meta + 1);
    const std::string name = value_after(tag, "charset");
    if (!name.empty()) return name;
  }
  return "";
}

std::string guessed_charset(std::string_view bytes) {
  constexpr size_t kEnough = 256u << 10;
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), std::min(bytes.size(), kEnough));
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return name;
}

std::optional<std::string> from_charset(std::string_view bytes, std::string_view charset) {
  const std::string name = as_browsers_read(charset);
  if (name.empty()) return std::nullopt;
  const iconv_t converter = iconv_open("UTF-8", name.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  size_t left = bytes.size();
  char buffer[4096];
  while (left > 0) {
    char* out = buffer;
    size_t room = sizeof buffer;
    const size_t result = iconv(converter, &in, &left, &out, &room);
    text.append(buffer, sizeof buffer - room);
    if (result != static_cast<size_t>(-1) || errno == E2BIG) continue;
    text += kReplacement;
    ++in;
    --left;
  }
  iconv_close(converter);
  return text;
}

}  // namespace entente
