// Lines that say who wrote an article, where and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace entente {

struct Credits {
  std::string title, outlet, author, url;
  std::optional<Date> published;
};

// What `line` says of the article, if that is all it does: "By Jane Doe", "Published: 5 May 2021",
// "Jane Doe | The Daily | 5 May 2021", "18 May 2021, 10:30 GMT", "Source: Reuters".
std::optional<Credits> read_credits(std::string_view line);

// Whether the line is the name of a page or column: "Analysis", "World news".
bool is_column_name(std::string_view line);

}  // namespace entente
