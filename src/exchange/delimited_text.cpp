// Tested in round_trip_test.cpp.
#include "exchange/delimited_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

template <typename Field>
std::string line_of(const std::vector<std::string>& fields, char separator, std::string_view end,
                    Field field) {
  std::string line;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += separator;
    line += field(fields[i]);
  }
  return line.append(end);
}

}  // namespace

std::string csv_field(std::string_view text) {
  const bool outer_blank = text.starts_with(' ') || text.ends_with(' ');
  if (!outer_blank && text.find_first_of(",\"\r\n") == std::string_view::npos)
    return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  return line_of(fields, ',', "\r\n", csv_field);
}

std::string tab_field(std::string_view text) {
  std::string plain(text);
  std::ranges::replace_if(
      plain, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return plain;
}

std::string tab_line(const std::vector<std::string>& fields) {
  return line_of(fields, '\t', "\n", tab_field);
}

std::string number_text(double number) { return fmt::format("{}", number); }

}  // namespace entente
