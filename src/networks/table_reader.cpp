// See table_reader.h. Lines that begin with # or % are comments, as in the archives that publish
// networks.
#include "networks/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/ascii.h"

namespace entente {

namespace {

using Names = std::vector<std::string_view>;

const Names kSources = {"source", "from",  "src",        "a",         "actor1", "actor_a",
                        "first",  "node1", "fromnodeid", "source_id", "u",      "i"};
const Names kTargets = {"target", "to",       "dst",       "b", "actor2", "actor_b", "second",
                        "node2",  "tonodeid", "target_id", "v", "j",      "dest",    "destination"};
const Names kSigns = {"sign", "polarity", "relation"};
const Names kTimes = {"time", "timestamp", "date", "year", "month"};
const Names kWeights = {"weight", "strength", "value", "rating", "w", "score"};

class FieldSplitter {
 public:
  explicit FieldSplitter(char separator) : separator_(separator) {}

  const std::vector<std::string_view>& split(std::string_view line) {
    fields_.clear();
    if (separator_ == ' ') {
      split_at_blanks(line);
    } else if (line.find('"') == std::string_view::npos) {
      for (size_t end; (end = line.find(separator_)) != std::string_view::npos;
           line.remove_prefix(end + 1))
        fields_.push_back(trim(line.substr(0, end)));
      fields_.push_back(trim(line));
    } else {
      split_quoted(line);
    }
    return fields_;
  }

 private:
  void split_at_blanks(std::string_view line) {
    for (line = trim(line); !line.empty(); line = trim(line)) {
      const size_t end = std::min(line.find_first_of(" \t"), line.size());
      fields_.push_back(line.substr(0, end));
      line.remove_prefix(end);
    }
  }

  // Quoted fields are rare: their unescaped texts are kept in `unquoted_` until the next line.
  void split_quoted(std::string_view line) {
    unquoted_.clear();
    std::string field;
    bool quoted = false;
    for (size_t i = 0; i <= line.size(); ++i) {
      if (i == line.size() || (line[i] == separator_ && !quoted)) {
        unquoted_.push_back(std::string(trim(field)));
        field.clear();
      } else if (line[i] == '"') {
        if (quoted && i + 1 < line.size() && line[i + 1] == '"')
          field += line[++i];
        else
          quoted = !quoted;
      } else {
        field += line[i];
      }
    }
    fields_.assign(unquoted_.begin(), unquoted_.end());
  }

  char separator_;
  std::vector<std::string_view> fields_;
  std::vector<std::string> unquoted_;
};

char separator_of(std::string_view line) {
  for (const char separator : {'\t', ',', ';'})
    if (line.find(separator) != std::string_view::npos) return separator;
  return ' ';
}

constexpr size_t kNone = SIZE_MAX;

struct Columns {
  size_t source = kNone, target = kNone, sign = kNone, weight = kNone, time = kNone;

  size_t needed() const {
    size_t last = std::max(source, target);
    for (const size_t column : {sign, weight, time})
      if (column != kNone) last = std::max(last, column);
    return last + 1;
  }
};

size_t find_column(const std::vector<std::string_view>& header, const Names& names) {
  for (const std::string_view name : names)
    for (size_t i = 0; i < header.size(); ++i)
      if (lower(header[i]) == name) return i;
  return kNone;
}

Columns columns_of(const std::vector<std::string_view>& header) {
  return {find_column(header, kSources), find_column(header, kTargets), find_column(header, kSigns),
          find_column(header, kWeights)};
}

void note_unused(const std::vector<std::string_view>& header, const Columns& columns, TieRows& rows,
                 size_t line) {
  std::string unused;
  for (size_t i = 0; i < header.size(); ++i) {
    if (i == columns.source || i == columns.target || i == columns.sign || i == columns.weight ||
        i == columns.time)
      continue;
    unused += (unused.empty() ? "" : ", ") + std::string(header[i]);
  }
  if (!unused.empty()) rows.note("unknown_columns", "columns not used: " + unused, line);
}

Error no_columns(const std::string& name, size_t line) {
  return {
      fmt::format("{}:{}: the header needs the columns source, target and sign (or weight), "
                  "in any order",
                  name, line)};
}

// The columns, and whether the line is a header.
Result<std::pair<Columns, bool>> understand(const std::vector<std::string_view>& first,
                                            const std::string& name, size_t line, TieRows& rows) {
  Columns columns = columns_of(first);
  const bool named = columns.source != kNone && columns.target != kNone;
  if (named && (columns.sign != kNone || columns.weight != kNone)) {
    if (rows.keeps_arcs()) columns.time = find_column(first, kTimes);
    note_unused(first, columns, rows, line);
    return std::pair(columns, true);
  }
  if (named || first.size() < 3 || !parse_weight(first[2])) return no_columns(name, line);
  rows.note("no_header", "without a header the columns are taken as source, target, weight", line);
  return std::pair(Columns{0, 1, kNone, 2}, false);
}

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  // The next line that holds something; false at the end.
  bool next(std::string_view& line) {
    while (!text_.empty()) {
      const size_t end = std::min(text_.find('\n'), text_.size());
      line = text_.substr(0, end);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++number_;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      const std::string_view begin = trim(line.substr(0, std::min<size_t>(line.size(), 64)));
      if (!begin.empty() && begin[0] != '#' && begin[0] != '%') return true;
    }
    return false;
  }
  size_t number() const { return number_; }

 private:
  std::string_view text_;
  size_t number_ = 0;
};

}  // namespace

Result<Done> read_table(std::string_view text, const std::string& name, TieRows& rows) {
  Lines lines(text);
  std::string_view line;
  if (!lines.next(line)) {
    rows.note("empty", "the file holds no rows", 0);
    return Done{};
  }
  FieldSplitter splitter(separator_of(line));
  const auto understood = understand(splitter.split(line), name, lines.number(), rows);
  if (!understood) return Error{understood.error()};
  const auto& [columns, header] = understood.value();
  const auto field = [](const std::vector<std::string_view>& fields, size_t column) {
    return column == kNone ? std::nullopt : std::optional(fields[column]);
  };
  bool more = !header || lines.next(line);
  for (; more; more = lines.next(line)) {
    const std::vector<std::string_view>& fields = splitter.split(line);
    if (fields.size() < columns.needed())
      rows.add_incomplete(lines.number());
    else
      rows.add(fields[columns.source], fields[columns.target], field(fields, columns.sign),
               field(fields, columns.weight), lines.number(), field(fields, columns.time));
  }
  return Done{};
}

}  // namespace entente
