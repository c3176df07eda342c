// Dates as newspapers write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace entente {

// What a text says of a date; 0 for what it leaves open ("May 5" has no year).
struct WrittenDate {
  int year = 0;
  int month = 0;
  int day = 0;
  size_t begin = 0, end = 0;  // bytes in the text that was searched
};

// The first date in `text`: "5 May 2021", "Wednesday, May 5th, 2021", "2021-05-05T10:00Z",
// "05.05.2021", "13/05/2021", "May 5", "5-May-2021". Numbers alone count only where they are
// certain: 05/06/2021 is not.
std::optional<WrittenDate> find_date(std::string_view text);

// The whole date that `text` consists of or begins with, weekday, "Published on" and time aside.
std::optional<Date> parse_written_date(std::string_view text);

// Whether nothing but a date, a weekday, a time and words such as "updated" is in `text`.
bool is_only_date(std::string_view text);

// The year that "May 5" without one must mean in a text that was published on `latest` or shortly
// before: the last May 5 that is not after it.
std::optional<Date> complete_date(const WrittenDate& written, Date latest);
std::optional<Date> whole_date(const WrittenDate& written);

}  // namespace entente
