// A data set's rows -> events: what each format gives, and what they share.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/coded_actors.h"
#include "exchange/codes.h"
#include "exchange/delimited_rows.h"
#include "exchange/exchange.h"

namespace entente {

// What became of a row. Where neither `left_out` nor `rejected` says otherwise, its events count.
struct CodedRow {
  std::vector<Article> articles;
  std::vector<Event> events;
  std::string_view left_out;  // nothing wrong with the row, but no event: "no second actor"
  std::string rejected;       // what is wrong with the row, as a sentence without its end
};

// One data set being read.
struct RowCoder {
  std::function<CodedRow(const Row&)> code;
  // What only the whole file tells (who stood on one side of a dispute). May be empty.
  std::function<CodedRow()> finish;
};

// The first rows of a file and its header, where it has one.
struct FirstRows {
  std::string_view bytes;
  Dialect dialect;
  Header header;                               // of the first row
  std::vector<std::vector<std::string>> rows;  // the first few, the header among them
};

struct RowFormat {
  std::string_view name;   // "icews"
  std::string_view coder;  // "ICEWS", as CodedElsewhere::coder
  bool (*is)(const FirstRows& first);
  bool (*has_header)(const FirstRows& first);
  Result<RowCoder> (*make)(const FirstRows& first, CodedActors& actors,
                           const ImportOptions& options);
};

// Of the formats that never come without a header.
inline bool always_has_header(const FirstRows&) { return true; }

// An event without a sentence. `id` is the coder's.
struct ForeignEvent {
  std::string_view coder;
  std::string id;
  std::string code;
  const CodedDeed* deed = nullptr;
  Date from, to;
  DatePrecision precision = DatePrecision::day;
  double confidence = 1;
};
Event foreign_event(const ForeignEvent& row, Actor source, Actor target, std::string document);
// As the data set names them.
void set_texts(Event& event, std::string_view source, std::string_view target);

Article foreign_article(std::string id, std::string_view outlet, std::string_view url,
                        std::optional<Date> published);

// 20151027, 2015-10-27, 2015-10-27 13:00:00, 10/27/2015, 27.10.2015.
std::optional<Date> read_day(std::string_view text);
// Parts as numbers; an unknown month or day (-9, -8, 0, "") widens the range. Nothing without a
// year.
std::optional<DateRange> read_parts(std::string_view year, std::string_view month,
                                    std::string_view day);
std::optional<int> read_integer(std::string_view text);

// Valid UTF-8: bytes that are not are read as Latin-1, as older files are written.
std::string to_text(std::string_view bytes);

inline constexpr std::string_view kNoSecondActor = "one actor or none is named";
inline constexpr std::string_view kDropped =
    "statements and appeals (CAMEO 01, 02), which PLOVER drops";
inline constexpr std::string_view kNoAction = "nobody did anything to anybody";

}  // namespace entente
