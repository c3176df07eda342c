// The English names of months and weekdays.
#pragma once

#include <string_view>

namespace entente {

// 1-12 for the full name of a month in lower case, 0 for anything else.
int month_named(std::string_view low);
// The same, also for "Sept.", "dec" and the like, in any case.
int month_number(std::string_view word);
// 0 Monday ... 6 Sunday for the full name in lower case, -1 for anything else.
int weekday_named(std::string_view low);

}  // namespace entente
