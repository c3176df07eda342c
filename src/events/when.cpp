// Time expressions are found by their words and belong to the clause whose verb governs them; a
// date under a speech verb ("Kommersant reported in May") is not the deed's. Seasons, decades and
// spans are read by vague_dates.cpp. Times of day, feasts and durations are left out. Tested in
// when_test.cpp.
#include "events/when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/ascii.h"
#include "base/calendar.h"
#include "events/vague_dates.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

std::optional<int> number(std::string_view word) {
  const auto small = std::ranges::find(kNumbers, word);
  if (small != kNumbers.end()) return static_cast<int>(small - kNumbers.begin());
  int value = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  if (fault != std::errc() || (!rest.empty() && !ordinal)) return std::nullopt;
  return value;
}

// 1-31, or 0 for anything else.
int day_number(std::string_view word) {
  const int value = number(word).value_or(0);
  return value >= 1 && value <= 31 ? value : 0;
}

std::optional<int> year_number(std::string_view word) {
  const auto value = number(word);
  return word.size() == 4 && value && *value >= 1800 && *value <= 2100 ? value : std::nullopt;
}

DateRange day_range(Date date) { return {date, date, DatePrecision::day}; }

Date first_of(int year, int month) {
  return {static_cast<int16_t>(year), static_cast<uint8_t>(month), 1};
}

Date add_months(Date date, int months) {
  const int total = date.year * 12 + date.month - 1 + months;
  return first_of(total / 12, total % 12 + 1);
}

struct Found {
  uint32_t token = 0;
  EventDate date;
};

class Reader {
 public:
  Reader(const Syntax& syntax, uint32_t sentence, std::optional<Date> published, bool future)
      : syntax_(syntax), published_(published), future_(future) {
    const Sentence& here = syntax.document().sentences[sentence];
    begin_ = here.token_begin;
    end_ = here.token_end;
    for (uint32_t i = begin_; i < end_; ++i) {
      words_.push_back(entente::lower(form(syntax.document(), syntax.token(i))));
    }
  }

  std::vector<Found> run() {
    for (uint32_t i = begin_; i < end_; ++i) {
      const auto date = read(i);
      if (date) found_.push_back({i, *date});
    }
    return std::move(found_);
  }

 private:
  std::string_view word(int64_t index) const {
    if (index < begin_ || index >= end_) return {};
    return words_[static_cast<size_t>(index - begin_)];
  }

  std::optional<EventDate> read(uint32_t i) {
    if (const int month = month_number(word(i)); month > 0) return read_month(i, month);
    if (auto vague = read_vague_date(words_, i - begin_, published_, future_)) return vague;
    if (const auto year = year_number(word(i)); year && is_bare_year(i)) {
      return EventDate{year_of(first_of(*year, 1)), DateBasis::explicit_};
    }
    return published_ ? read_relative(i) : std::nullopt;
  }

  bool is_bare_year(uint32_t i) const {
    const std::string_view before = word(int64_t{i} - 1);
    return before == "in" || before == "since" || before == "of" || before == "early" ||
           before == "late" || before == "mid" || before == "during" || before == "by" ||
           before == "from" || before == "through";
  }

  std::optional<EventDate> read_month(uint32_t i, int month) {
    if (word(i) == "may" && syntax_.token(i).upos == Upos::aux) return std::nullopt;
    int day = day_number(word(int64_t{i} + 1));
    int64_t after = int64_t{i} + (day > 0 ? 2 : 1);
    if (day == 0) day = day_number(word(int64_t{i} - 1));
    if (word(after) == ",") ++after;
    const auto year = year_number(word(after));
    if (!year && !published_) return std::nullopt;
    const int chosen = year ? *year : year_near(month);
    const auto basis = year ? DateBasis::explicit_ : DateBasis::relative;
    if (day == 0) return EventDate{month_of(first_of(chosen, month)), basis};
    const Date date = {static_cast<int16_t>(chosen), static_cast<uint8_t>(month),
                       static_cast<uint8_t>(day)};
    if (!is_valid(date)) return std::nullopt;
    return EventDate{day_range(date), basis};
  }

  int year_near(int month) const {
    if (future_) return published_->year + (month < published_->month ? 1 : 0);
    return published_->year - (month > published_->month ? 1 : 0);
  }

  std::optional<EventDate> relative(DateRange range) const {
    return EventDate{range, DateBasis::relative};
  }

  std::optional<EventDate> read_relative(uint32_t i) const {
    const std::string_view here = word(i);
    const Date today = *published_;
    if (here == "yesterday") return relative(day_range(add_days(today, -1)));
    if (here == "today" || here == "tonight") return relative(day_range(today));
    if (here == "tomorrow") return relative(day_range(add_days(today, 1)));
    if (const int day = weekday_named(here); day >= 0) {
      const int back = (weekday(today) - day + 7) % 7;
      return relative(day_range(add_days(today, future_ ? (7 - back) % 7 : -back)));
    }
    const std::string_view before = word(int64_t{i} - 1);
    const int step = before == "last" || before == "past" || before == "previous" ? -1
                     : before == "next" || before == "coming"                     ? 1
                     : before == "this"                                           ? 0
                                                                                  : 2;
    if (step != 2) return read_step(here, step);
    if (word(int64_t{i} + 1) == "ago") return read_ago(here, before);
    return std::nullopt;
  }

  std::optional<EventDate> read_step(std::string_view unit, int step) const {
    const Date today = *published_;
    if (unit == "week") {
      const Date monday = add_days(today, -weekday(today) + 7 * step);
      return relative({monday, add_days(monday, 6), DatePrecision::week});
    }
    if (unit == "month") return relative(month_of(add_months(today, step)));
    if (unit == "year") return relative(year_of(first_of(today.year + step, 1)));
    return std::nullopt;
  }

  std::optional<EventDate> read_ago(std::string_view unit, std::string_view count_word) const {
    const auto count =
        count_word == "a" || count_word == "an" ? std::optional(1) : number(count_word);
    if (!count || *count > 400) return std::nullopt;
    const Date today = *published_;
    if (unit.starts_with("day")) return relative(day_range(add_days(today, -*count)));
    if (unit.starts_with("week")) {
      const Date monday = add_days(today, -weekday(today) - 7 * *count);
      return relative({monday, add_days(monday, 6), DatePrecision::week});
    }
    if (unit.starts_with("month")) return relative(month_of(add_months(today, -*count)));
    if (unit.starts_with("year")) return relative(year_of(first_of(today.year - *count, 1)));
    return std::nullopt;
  }

  const Syntax& syntax_;
  std::optional<Date> published_;
  bool future_;
  uint32_t begin_ = 0, end_ = 0;
  std::vector<std::string> words_;
  std::vector<Found> found_;
};

// The nearest verb above, the token itself included.
uint32_t clause_of(const Syntax& syntax, uint32_t index) {
  uint32_t at = index;
  while (!syntax.is_verb(at) && syntax.token(at).head != kNoToken) {
    at = static_cast<uint32_t>(syntax.token(at).head);
  }
  return at;
}

}  // namespace

EventDate date_of(const Syntax& syntax, uint32_t head, std::optional<Date> published, bool future) {
  const uint32_t clause = clause_of(syntax, head);
  std::optional<Found> best;
  for (const Found& found : Reader(syntax, syntax.sentence_of(head), published, future).run()) {
    if (clause_of(syntax, found.token) != clause) continue;
    const auto distance = [&](const Found& one) {
      return one.token > head ? one.token - head : head - one.token;
    };
    const bool finer = best && found.date.range.precision < best->date.range.precision;
    if (!best || finer || distance(found) < distance(*best)) best = found;
  }
  if (best) return best->date;
  if (published) return {day_range(*published), DateBasis::publication};
  return {};
}

}  // namespace entente
