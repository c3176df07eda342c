// What the values of options must look like, in words for the person who typed them.
#include "cli/argument_checks.h"

#include <algorithm>

#include "base/date.h"
#include "events/events.h"

namespace entente {

std::string check_date(const std::string& text) {
  return parse_iso_date(text) ? "" : "'" + text + "' is not a date; write 2021-06-30";
}

std::string check_field(const std::string& text) {
  const size_t equals = text.find('=');
  const std::string field = text.substr(0, equals);
  const bool known = field == "id" || field == "title" || field == "outlet" || field == "author" ||
                     field == "published" || field == "url" || field == "text";
  if (known && equals != std::string::npos && equals + 1 < text.size()) return "";
  return "'" + text +
         "' names no field; write text=NAME, or title, outlet, author, published, url, "
         "id in its place";
}

std::string check_camps(const std::string& text) {
  const bool number =
      !text.empty() && text.size() <= 6 &&
      std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
  return text == "auto" || (number && std::stoi(text) >= 2)
             ? ""
             : "'" + text + "' is not auto or a number of camps, at least 2";
}

std::string check_type(const std::string& text) {
  return event_type_from(text) ? "" : "'" + text + "' is not a PLOVER type such as ACCUSE or AID";
}

std::string check_status(const std::string& text) {
  return event_status_from(text)
             ? ""
             : "'" + text + "' is not one of happened, denied, planned, demanded, hypothetical";
}

}  // namespace entente
