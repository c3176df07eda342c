// Fields of comma- and tab-separated text, written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// RFC 4180: quoted where the text holds a comma, a quote or a line break, or begins or ends with a
// blank.
std::string csv_field(std::string_view text);
// Fields with commas between them and CRLF behind.
std::string csv_line(const std::vector<std::string>& fields);
// What has no quotes: tabs and line breaks become blanks.
std::string tab_field(std::string_view text);
std::string tab_line(const std::vector<std::string>& fields);

// The shortest text that reads back as the same number.
std::string number_text(double number);

}  // namespace entente
