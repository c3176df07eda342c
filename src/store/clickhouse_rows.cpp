// Plain types that every version has had since 18.16. Speakers are one text, each as
// "begin:end:size:name"; the outermost and the innermost also stand in columns of their own, which
// tallies need. Tested in clickhouse_store_test.cpp and, without a server, in
// clickhouse_address_test.cpp.
#include "store/clickhouse_rows.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "store/clickhouse_connection.h"

namespace entente {

namespace {

struct Column {
  std::string_view name, type;
};

constexpr Column kArticle[] = {
    {"id", "String"},     {"title", "String"},    {"outlet", "String"},       {"author", "String"},
    {"url", "String"},    {"published", "Int32"}, {"has_published", "UInt8"}, {"text", "String"},
    {"origin", "String"}, {"version", "UInt64"}};

constexpr Column kEvent[] = {{"document", "String"},       {"id", "String"},
                             {"sentence_index", "UInt32"}, {"sentence_begin", "UInt32"},
                             {"sentence_end", "UInt32"},   {"sentence", "String"},
                             {"source_code", "String"},    {"source_country", "String"},
                             {"source_sector", "String"},  {"source_name", "String"},
                             {"source_node", "String"},    {"source_text", "String"},
                             {"source_begin", "UInt32"},   {"source_end", "UInt32"},
                             {"target_code", "String"},    {"target_country", "String"},
                             {"target_sector", "String"},  {"target_name", "String"},
                             {"target_node", "String"},    {"target_text", "String"},
                             {"target_begin", "UInt32"},   {"target_end", "UInt32"},
                             {"type", "String"},           {"mode", "String"},
                             {"status", "String"},         {"mutual", "UInt8"},
                             {"date_from", "Int32"},       {"date_to", "Int32"},
                             {"date_precision", "String"}, {"date_basis", "String"},
                             {"issue", "String"},          {"deed_begin", "UInt32"},
                             {"deed_end", "UInt32"},       {"rule", "String"},
                             {"confidence", "Float64"},    {"confidence_exact", "String"},
                             {"topic", "String"},          {"stand", "String"},
                             {"claimed", "UInt8"},         {"place_name", "String"},
                             {"place_country", "String"},  {"place_begin", "UInt32"},
                             {"place_end", "UInt32"},      {"coder", "String"},
                             {"coder_id", "String"},       {"coder_code", "String"},
                             {"said_by", "String"},        {"speakers", "UInt32"},
                             {"outlet", "String"},         {"speaker", "String"},
                             {"month", "Int32"},           {"weight", "Float64"},
                             {"version", "UInt64"}};

template <size_t N>
std::string joined(const Column (&columns)[N], bool types) {
  std::string text;
  for (const Column& column : columns) {
    text += fmt::format("{}{}{}{}", text.empty() ? "" : ", ", column.name, types ? " " : "",
                        types ? column.type : "");
  }
  return text;
}

std::string exact_text(double value) {
  return std::isnan(value) ? "nan" : fmt::format("{}", value);
}

// Writes cells one after another.
class Cells {
 public:
  Cells& text(std::string_view value) { return raw(tab_cell(value)); }
  Cells& number(int64_t value) { return raw(std::to_string(value)); }
  Cells& count(uint64_t value) { return raw(std::to_string(value)); }
  Cells& real(double value) { return raw(exact_text(value)); }
  Cells& range(Range value) { return count(value.begin).count(value.end); }
  std::string line() && { return std::move(line_) + '\n'; }

 private:
  Cells& raw(std::string_view value) {
    if (begun_) line_ += '\t';
    begun_ = true;
    line_ += value;
    return *this;
  }
  std::string line_;
  bool begun_ = false;
};

void add_participant(Cells& cells, const Participant& participant) {
  const Actor& actor = participant.actor;
  for (const std::string* text :
       {&actor.code, &actor.country, &actor.sector, &actor.name, &actor.node, &participant.text})
    cells.text(*text);
  cells.range(participant.range);
}

std::string speakers_text(const Event& event) {
  std::string text;
  for (const Speaker& speaker : event.said_by) {
    text += fmt::format("{}:{}:{}:{}", speaker.range.begin, speaker.range.end, speaker.name.size(),
                        speaker.name);
  }
  return text;
}

template <typename Number>
Number number_of(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Reads "begin:end:size:name" off the front.
bool take_speaker(std::string_view& text, Speaker& speaker) {
  uint64_t parts[3] = {};
  for (uint64_t& part : parts) {
    const size_t mark = text.find(':');
    if (mark == std::string_view::npos) return false;
    part = number_of<uint64_t>(text.substr(0, mark));
    text.remove_prefix(mark + 1);
  }
  if (parts[2] > text.size()) return false;
  speaker.range = {static_cast<uint32_t>(parts[0]), static_cast<uint32_t>(parts[1])};
  speaker.name = text.substr(0, parts[2]);
  text.remove_prefix(parts[2]);
  return true;
}

// Reads cells one after another.
class Reader {
 public:
  explicit Reader(const ClickHouseRow& row) : row_(row) {}
  std::string text() { return row_[at_++]; }
  uint32_t number() { return number_of<uint32_t>(row_[at_++]); }
  bool flag() { return row_[at_++] == "1"; }
  Range range() {
    const uint32_t begin = number();
    return {begin, number()};
  }
  Date date() { return from_day_number(row_[at_++]); }
  double real() {
    const std::string& cell = row_[at_++];
    return cell == "nan" ? std::numeric_limits<double>::quiet_NaN() : number_of<double>(cell);
  }

 private:
  const ClickHouseRow& row_;
  size_t at_ = 0;
};

Participant read_participant(Reader& cells) {
  Participant participant;
  Actor& actor = participant.actor;
  for (std::string* text :
       {&actor.code, &actor.country, &actor.sector, &actor.name, &actor.node, &participant.text})
    *text = cells.text();
  participant.range = cells.range();
  return participant;
}

template <typename Value>
bool take(const std::optional<Value>& read, Value& value) {
  if (read) value = *read;
  return read.has_value();
}

template <typename Enum>
std::optional<Enum> enum_from(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string clickhouse_article_columns() { return joined(kArticle, true); }
std::string clickhouse_event_columns() { return joined(kEvent, true); }
std::string clickhouse_article_names() { return joined(kArticle, false); }
std::string clickhouse_event_names() { return joined(kEvent, false); }

int32_t day_number(Date date) { return date.year * 10000 + date.month * 100 + date.day; }

Date from_day_number(std::string_view text) {
  const auto number = number_of<int32_t>(text);
  return {static_cast<int16_t>(number / 10000), static_cast<uint8_t>(number / 100 % 100),
          static_cast<uint8_t>(number % 100)};
}

std::string clickhouse_row(const Article& article, uint64_t version) {
  Cells cells;
  for (const std::string* text :
       {&article.id, &article.title, &article.outlet, &article.author, &article.url})
    cells.text(*text);
  cells.number(day_number(article.published.value_or(Date{}))).number(article.published ? 1 : 0);
  cells.text(article.text).text(article.origin).count(version);
  return std::move(cells).line();
}

std::string clickhouse_row(const Event& event, double weight, uint64_t version) {
  Cells cells;
  cells.text(event.document).text(event.id).count(event.sentence_index);
  cells.range(event.sentence_range).text(event.sentence);
  add_participant(cells, event.source);
  add_participant(cells, event.target);
  cells.text(to_string(event.type)).text(event.mode).text(to_string(event.status));
  cells.number(event.mutual).number(day_number(event.date.range.from));
  cells.number(day_number(event.date.range.to)).text(to_string(event.date.range.precision));
  cells.text(to_string(event.date.basis)).text(event.issue).range(event.deed).text(event.rule);
  // 18.16 reads some numbers with an error in the last place: the text is exact.
  cells.real(event.confidence)
      .text(exact_text(event.confidence))
      .text(event.topic)
      .text(to_string(event.stand));
  cells.number(event.claimed).text(event.place.name).text(event.place.country);
  cells.range(event.place.range);
  for (const std::string* text :
       {&event.elsewhere.coder, &event.elsewhere.id, &event.elsewhere.code})
    cells.text(*text);
  const auto& said_by = event.said_by;
  cells.text(speakers_text(event)).count(said_by.size());
  cells.text(said_by.empty() ? "" : said_by.front().name);
  cells.text(said_by.empty() ? "" : said_by.back().name);
  cells.number(day_number(event_month(event))).real(weight).count(version);
  return std::move(cells).line();
}

std::optional<Article> clickhouse_article(const ClickHouseRow& row) {
  if (row.size() != std::size(kArticle)) return std::nullopt;
  Reader cells(row);
  Article article;
  for (std::string* text :
       {&article.id, &article.title, &article.outlet, &article.author, &article.url})
    *text = cells.text();
  const Date published = cells.date();
  if (cells.flag()) article.published = published;
  article.text = cells.text();
  article.origin = cells.text();
  return article;
}

std::optional<Event> clickhouse_event(const ClickHouseRow& row) {
  if (row.size() != std::size(kEvent)) return std::nullopt;
  Reader cells(row);
  Event event;
  bool known = true;
  event.document = cells.text();
  event.id = cells.text();
  event.sentence_index = cells.number();
  event.sentence_range = cells.range();
  event.sentence = cells.text();
  event.source = read_participant(cells);
  event.target = read_participant(cells);
  known &= take(event_type_from(cells.text()), event.type);
  event.mode = cells.text();
  known &= take(event_status_from(cells.text()), event.status);
  event.mutual = cells.flag();
  event.date.range.from = cells.date();
  event.date.range.to = cells.date();
  known &= take(enum_from(cells.text(), DatePrecision::unknown), event.date.range.precision);
  known &= take(enum_from(cells.text(), DateBasis::none), event.date.basis);
  event.issue = cells.text();
  event.deed = cells.range();
  event.rule = cells.text();
  cells.text();  // rounded
  event.confidence = cells.real();
  event.topic = cells.text();
  known &= take(stand_from(cells.text()), event.stand);
  event.claimed = cells.flag();
  event.place.name = cells.text();
  event.place.country = cells.text();
  event.place.range = cells.range();
  for (std::string* text : {&event.elsewhere.coder, &event.elsewhere.id, &event.elsewhere.code})
    *text = cells.text();
  const std::string said_by = cells.text();
  const uint32_t speakers = cells.number();
  std::string_view rest = said_by;
  for (uint32_t i = 0; i < speakers && known; ++i)
    known &= take_speaker(rest, event.said_by.emplace_back());
  return known ? std::optional(std::move(event)) : std::nullopt;
}

}  // namespace entente
