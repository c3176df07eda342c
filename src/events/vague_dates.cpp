// Each kind is an interval with the precision that the words have. Seasons are those of the
// northern hemisphere, where most of what is read is written. Tested in when_test.cpp.
#include "events/vague_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace entente {

namespace {

Date first_of(int year, int month) {
  return {static_cast<int16_t>(year), static_cast<uint8_t>(month), 1};
}

// `count` months from `month` of `year` on; the month may lie outside 1-12.
DateRange months(int year, int month, int count, DatePrecision precision) {
  const int first = year * 12 + month - 1, last = first + count - 1;
  return {first_of(first / 12, first % 12 + 1), month_of(first_of(last / 12, last % 12 + 1)).to,
          precision};
}

std::optional<int> year_number(std::string_view word) {
  int value = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = fault == std::errc() && end == word.data() + word.size();
  return whole && word.size() == 4 && value >= 1800 && value <= 2100 ? std::optional(value)
                                                                     : std::nullopt;
}

int counted(std::string_view word) {
  constexpr std::array<std::string_view, 11> numbers = {
      "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const auto found = std::find(numbers.begin() + 1, numbers.end(), word);
  if (found != numbers.end()) return static_cast<int>(found - numbers.begin());
  int value = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  return fault == std::errc() && end == word.data() + word.size() && value <= 400 ? value : 0;
}

class VagueReader {
 public:
  VagueReader(const std::vector<std::string>& words, size_t at, std::optional<Date> published,
              bool future)
      : words_(words), at_(at), published_(published), future_(future) {}

  std::optional<EventDate> run() const {
    if (auto date = decade()) return date;
    if (auto date = span_of_years()) return date;
    if (auto date = part_of_year()) return date;
    if (auto date = season()) return date;
    if (auto date = quarter()) return date;
    if (!published_) return std::nullopt;
    return recent();
  }

 private:
  std::string_view word(int offset) const {
    const auto index = static_cast<int64_t>(at_) + offset;
    if (index < 0 || index >= static_cast<int64_t>(words_.size())) return {};
    return words_[static_cast<size_t>(index)];
  }

  static std::optional<EventDate> stated(DateRange range) {
    return EventDate{range, DateBasis::explicit_};
  }
  static std::optional<EventDate> relative(DateRange range) {
    return EventDate{range, DateBasis::relative};
  }

  // "in the (early) 1990s"
  std::optional<EventDate> decade() const {
    const std::string_view here = word(0);
    if (here.size() != 5 || here[4] != 's') return std::nullopt;
    const auto year = year_number(here.substr(0, 4));
    if (!year || *year % 10 != 0) return std::nullopt;
    const std::string_view before = word(-1);
    const int first = before == "late" ? 6 : before == "mid" ? 3 : 0;
    const int last = before == "early" ? 3 : before == "mid" ? 6 : 9;
    return stated(
        {first_of(*year + first, 1), year_of(first_of(*year + last, 1)).to, DatePrecision::decade});
  }

  // "since 2014", "between 2014 and 2016", "from 2014 to 2016", "2014-2016"
  std::optional<EventDate> span_of_years() const {
    const std::string_view here = word(0);
    if (here.size() == 9 && here[4] == '-') {
      const auto from = year_number(here.substr(0, 4)), to = year_number(here.substr(5));
      if (from && to && *from <= *to) return years(*from, *to);
    }
    const auto year = year_number(here);
    if (!year) return std::nullopt;
    const std::string_view before = word(-1), after = word(1);
    if (before == "since" && published_ && published_->year >= *year) {
      return stated({first_of(*year, 1), *published_, DatePrecision::year});
    }
    const bool opens = (before == "between" && after == "and") ||
                       (before == "from" && (after == "to" || after == "until" || after == "till"));
    const auto end = opens ? year_number(word(2)) : std::nullopt;
    if (end && *year <= *end) return years(*year, *end);
    return std::nullopt;
  }

  static std::optional<EventDate> years(int from, int to) {
    return stated({first_of(from, 1), year_of(first_of(to, 1)).to, DatePrecision::year});
  }

  // "in early 2015", "by the end of 2015", "mid-2015"
  std::optional<EventDate> part_of_year() const {
    std::string_view here = word(0), part = word(-1);
    if (here.starts_with("mid-")) {
      here.remove_prefix(4);
      part = "mid";
    }
    const auto year = year_number(here);
    if (!year) return std::nullopt;
    if (part == "-") part = word(-2);
    if (part == "of") part = word(-2);
    if (part == "early" || part == "beginning" || part == "start") {
      return stated(months(*year, 1, 4, DatePrecision::quarter));
    }
    if (part == "mid" || part == "middle")
      return stated(months(*year, 5, 4, DatePrecision::quarter));
    if (part == "late" || part == "end") return stated(months(*year, 9, 4, DatePrecision::quarter));
    return std::nullopt;
  }

  // "in the spring (of 2014)", "last winter"
  std::optional<EventDate> season() const {
    constexpr std::array<std::pair<std::string_view, int>, 5> seasons = {
        {{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}, {"winter", 12}}};
    const auto found = std::find_if(seasons.begin(), seasons.end(),
                                    [&](const auto& one) { return one.first == word(0); });
    if (found == seasons.end()) return std::nullopt;
    const std::string_view before = word(-1);
    if (word(0) == "fall" && before != "last" && before != "this" && before != "next") {
      return std::nullopt;  // "the fall of Kabul"
    }
    const int month = found->second;
    const auto year = word(1) == "of" ? year_number(word(2)) : year_number(word(1));
    if (year) return stated(months(*year, month, 3, DatePrecision::quarter));
    const bool bound = before == "the" || before == "last" || before == "this" ||
                       before == "next" || before == "in";
    if (!bound || !published_) return std::nullopt;
    return relative(months(season_year(before, month), month, 3, DatePrecision::quarter));
  }

  int season_year(std::string_view before, int month) const {
    const int year = published_->year;
    const bool begun = published_->month >= month;
    if (before == "this") return year;
    if (before == "next") return begun ? year + 1 : year;
    if (before == "last")
      return published_->month >= month + 3 || month == 12 ? year - (month == 12) : year - 1;
    if (future_) return published_->month > month + 2 ? year + 1 : year;
    return begun ? year : year - 1;
  }

  // "in the first quarter (of 2014)", "in the first half of 2014"
  std::optional<EventDate> quarter() const {
    const bool half = word(0) == "half";
    if (word(0) != "quarter" && !half) return std::nullopt;
    constexpr std::array<std::string_view, 4> names = {"first", "second", "third", "fourth"};
    const auto found = std::find(names.begin(), names.end(), word(-1));
    if (found == names.end()) return std::nullopt;
    const auto number = static_cast<int>(found - names.begin());
    if (half && number > 1) return std::nullopt;
    const auto year = word(1) == "of" ? year_number(word(2)) : std::nullopt;
    if (!year && (half || !published_)) return std::nullopt;
    const int count = half ? 6 : 3;
    const DateRange range = months(year ? *year : published_->year, 1 + number * count, count,
                                   half ? DatePrecision::year : DatePrecision::quarter);
    return year ? stated(range) : relative(range);
  }

  // "in recent weeks", "over the past two years", "at the weekend", "overnight"
  std::optional<EventDate> recent() const {
    const Date today = *published_;
    const std::string_view here = word(0), before = word(-1);
    if (here == "overnight") return relative({add_days(today, -1), today, DatePrecision::day});
    if (here == "weekend") {
      const Date sunday = add_days(today, -weekday(today) - 1 + (future_ ? 7 : 0));
      return relative({add_days(sunday, -1), sunday, DatePrecision::week});
    }
    const bool morning = here == "morning" || here == "afternoon" || here == "evening";
    if (morning && before == "this") return relative({today, today, DatePrecision::day});
    const bool in_recent = before == "recent";
    const int count = in_recent ? 4 : counted(before);
    const std::string_view past = in_recent ? before : word(-2);
    if (past != "past" && past != "last" && past != "recent") {
      const bool one = before == "past";
      return one ? back(here, 1) : std::nullopt;
    }
    return count > 0 ? back(here, count) : std::nullopt;
  }

  // The `count` days, weeks, months or years up to publication.
  std::optional<EventDate> back(std::string_view unit, int count) const {
    const Date today = *published_;
    if (unit.starts_with("day")) {
      return relative({add_days(today, -count), today, DatePrecision::week});
    }
    if (unit.starts_with("week")) {
      return relative({add_days(today, -7 * count), today,
                       count > 1 ? DatePrecision::month : DatePrecision::week});
    }
    if (unit.starts_with("month")) {
      return relative({add_days(today, -30 * count), today,
                       count > 1 ? DatePrecision::quarter : DatePrecision::month});
    }
    if (unit.starts_with("year")) {
      return relative({add_days(today, -365 * count), today, DatePrecision::year});
    }
    if (unit.starts_with("decade")) {
      return relative({add_days(today, -3652 * count), today, DatePrecision::decade});
    }
    return std::nullopt;
  }

  const std::vector<std::string>& words_;
  size_t at_;
  std::optional<Date> published_;
  bool future_;
};

}  // namespace

std::optional<EventDate> read_vague_date(const std::vector<std::string>& words, size_t i,
                                         std::optional<Date> published, bool future) {
  return VagueReader(words, i, published, future).run();
}

}  // namespace entente
