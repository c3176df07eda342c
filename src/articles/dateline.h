// The dateline that a news story begins with: "MOSCOW, May 5 (Reuters) - ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "articles/written_dates.h"

namespace entente {

struct Dateline {
  size_t size = 0;  // bytes of the block that the dateline takes, the dash and blanks included
  std::string agency;
  std::optional<WrittenDate> date;
};

// The dateline that `block`, a first paragraph with plain characters, begins with.
std::optional<Dateline> find_dateline(std::string_view block);

}  // namespace entente
