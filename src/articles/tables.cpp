// Tables by RFC 4180, read as they occur: other separators, line ends in quoted fields, quotes that
// nobody closes. A quote counts only where a field begins; one that is never closed within the
// record limit is taken for a letter, so that it costs its own row and not the file. Tested by
// tables_test.cpp.
#include "articles/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "articles/encoding.h"
#include "articles/fields.h"
#include "articles/records.h"
#include "base/ascii.h"

namespace entente {
namespace {

constexpr size_t kPieceBytes = 64u << 10;

bool ends_with_table_name(std::string_view name) {
  const std::string low = lower(name);
  return low.ends_with(".csv") || low.ends_with(".tsv") || low.ends_with(".tab");
}

std::string column_name(const std::string& field) {
  std::string name = lower(trim(field));
  if (name.starts_with("\xEF\xBB\xBF")) name.erase(0, 3);
  return name;
}

// The index of the column that holds `field`, if there is one.
std::optional<size_t> column_of(std::string_view field, const std::vector<std::string>& header,
                                const ArticleOptions& options) {
  for (const std::string_view name : input_names(field, options.fields)) {
    const bool number = !name.empty() && name.size() < 5 &&
                        name.find_first_not_of("0123456789") == std::string_view::npos;
    if (number) return static_cast<size_t>(std::stoi(std::string(name))) - 1;
    for (size_t i = 0; i < header.size(); ++i) {
      if (column_name(header[i]) == lower(name)) return i;
    }
  }
  return std::nullopt;
}

bool names_numbers(const ArticleOptions& options) {
  return std::any_of(options.fields.begin(), options.fields.end(), [](const FieldName& one) {
    return one.field == "text" && !one.name.empty() &&
           one.name.find_first_not_of("0123456789") == std::string::npos && one.name != "0";
  });
}

std::string_view first_line(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return trim(head.substr(0, head.find('\n')));
}

// The row without its line end.
std::string_view bare(std::string_view row) {
  while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
  return row;
}

class Rows {
 public:
  Rows(SharedStream stream, Trail trail, char separator, std::string header)
      : stream_(std::move(stream)),
        trail_(std::move(trail)),
        separator_(separator),
        header_(std::move(header)) {
    if (!header_.empty()) pass_row();
  }

  std::optional<Record> next() {
    Record record;
    record.layout = Record::Layout::table;
    record.origin = trail_.name;
    record.header = header_;
    record.separator = separator_;
    record.offset = stream_->offset();
    record.first_line = line_;
    while (record.bytes.size() < kPieceBytes) {
      const size_t size = next_size();
      if (size == 0) {
        if (!refused_) break;
        refused_ = false;
        if (!record.bytes.empty()) break;
        record.offset = stream_->offset();
        record.first_line = line_;
        continue;
      }
      const std::string row = stream_->take(size);
      line_ += static_cast<size_t>(std::count(row.begin(), row.end(), '\n'));
      record.bytes += row;
      if (row.back() != '\n') record.bytes += '\n';
    }
    if (record.bytes.empty()) return std::nullopt;
    return record;
  }

 private:
  void pass_row() {
    const std::string row = stream_->take(next_size());
    line_ += static_cast<size_t>(std::count(row.begin(), row.end(), '\n'));
  }

  // The bytes of the next row; 0 at the end, or where one was refused.
  size_t next_size() {
    const size_t max = trail_.options.record_bytes_max;
    for (size_t ahead = kPieceBytes;; ahead *= 2) {
      const std::string_view text = stream_->peek(std::min(ahead, max));
      if (text.empty()) return 0;
      const size_t size = row_size(text, separator_);
      if (size != std::string_view::npos) return size;
      const bool all = text.size() < std::min(ahead, max);
      if (all && text[0] != '"' && text.find('"') == std::string_view::npos) return text.size();
      if (all || ahead >= max) return unclosed(text);
    }
  }

  // A quote is not closed: the row ends with its line, or is too long even so.
  size_t unclosed(std::string_view text) {
    const size_t end = text.find('\n');
    const std::string place = fmt::format("{}:{}", trail_.name, line_);
    if (end == std::string_view::npos && text.size() >= trail_.options.record_bytes_max) {
      const uint64_t offset = stream_->offset();
      const uint64_t size = stream_->skip_line();
      ++line_;
      trail_.report(place,
                    fmt::format("the row has {} bytes, more than the {} allowed; split it or "
                                "leave it out",
                                size, trail_.options.record_bytes_max),
                    offset);
      refused_ = true;
      return 0;
    }
    trail_.report(place,
                  "a quote is opened and never closed; write two quotes for one inside of a "
                  "field",
                  stream_->offset());
    return end == std::string_view::npos ? text.size() : end + 1;
  }

  SharedStream stream_;
  Trail trail_;
  char separator_;
  std::string header_;
  size_t line_ = 1;
  bool refused_ = false;
};

struct Columns {
  size_t count = 0;
  std::optional<size_t> id, title, outlet, author, url, published, text;
};

Columns columns_of(const Record& record, const ArticleOptions& options) {
  const std::vector<std::string> header = fields_of(record.header, record.separator);
  Columns columns;
  columns.count = record.header.empty() ? 0 : header.size();
  columns.id = column_of("id", header, options);
  columns.title = column_of("title", header, options);
  columns.outlet = column_of("outlet", header, options);
  columns.author = column_of("author", header, options);
  columns.url = column_of("url", header, options);
  columns.published = column_of("published", header, options);
  columns.text = column_of("text", header, options);
  return columns;
}

std::string value_in(const std::vector<std::string>& fields, std::optional<size_t> column) {
  return column && *column < fields.size() ? fields[*column] : "";
}

void read_row(ReadArticles& result, const std::vector<std::string>& fields, const Columns& columns,
              const std::string& place, const ArticleOptions& options) {
  const bool odd = columns.count > 0 && fields.size() != columns.count;
  RawArticle raw;
  raw.text = value_in(fields, columns.text);
  if (odd || trim(raw.text).empty()) {
    result.problems.push_back(
        {place, odd ? fmt::format("the row has {} columns and the header {}; put fields that hold "
                                  "the separator in quotes",
                                  fields.size(), columns.count)
                    : "the row has no text; leave it out"});
    return;
  }
  raw.id = value_in(fields, columns.id);
  raw.title = value_in(fields, columns.title);
  raw.outlet = value_in(fields, columns.outlet);
  raw.author = value_in(fields, columns.author);
  raw.url = value_in(fields, columns.url);
  raw.published = value_in(fields, columns.published);
  add_article(result, std::move(raw), place, options);
}

}  // namespace

char separator_of(std::string_view line) {
  char best = ',';
  size_t most = 0;
  for (const char separator : {'\t', ',', ';', '|'}) {
    const auto count = static_cast<size_t>(std::count(line.begin(), line.end(), separator));
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

bool looks_like_table(std::string_view head, std::string_view name, const ArticleOptions& options) {
  const std::string_view line = first_line(head);
  if (line.empty() || line.size() > 4000 || head.find('\0') != std::string_view::npos) return false;
  const char separator = separator_of(line);
  const std::vector<std::string> header = fields_of(line, separator);
  if (ends_with_table_name(name)) return true;
  const bool several = header.size() > 1 && head.find('\n') != std::string_view::npos;
  if (several && names_numbers(options)) return true;
  // Names of columns are short and no sentence.
  const bool names = std::all_of(header.begin(), header.end(), [](const std::string& field) {
    return field.size() < 40 && std::count(field.begin(), field.end(), ' ') < 3;
  });
  return several && names && column_of("text", header, options) &&
         (header.size() > 2 || column_of("title", header, options) ||
          column_of("id", header, options) || column_of("url", header, options) ||
          column_of("published", header, options));
}

size_t row_size(std::string_view text, char separator) {
  bool begins = true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (begins && text[i] == '"') {
      // To the quote before a separator or line end; two are one inside.
      for (++i;; ++i) {
        i = text.find('"', i);
        if (i == std::string_view::npos) return std::string_view::npos;
        const char next = i + 1 < text.size() ? text[i + 1] : '\n';
        if (next == '"') {
          ++i;
        } else if (next == separator || next == '\n' || next == '\r') {
          break;
        }
      }
      begins = false;
    } else if (text[i] == '\n') {
      return i + 1;
    } else {
      begins = text[i] == separator;
    }
  }
  return std::string_view::npos;
}

std::vector<std::string> fields_of(std::string_view row, char separator) {
  std::vector<std::string> fields(1);
  bool begins = true, quoted = false;
  for (size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    const char next = i + 1 < row.size() ? row[i + 1] : '\n';
    if (quoted) {
      const bool closes = next == separator || next == '\n' || next == '\r';
      if (c == '"' && next == '"') {
        fields.back() += '"';
        ++i;
      } else if (c == '"' && closes) {
        quoted = false;
      } else {
        fields.back() += c;
      }
    } else if (begins && c == '"' && row.find('"', i + 1) != std::string_view::npos) {
      quoted = true;
      begins = false;
    } else if (c == separator) {
      fields.emplace_back();
      begins = true;
    } else {
      fields.back() += c;
      begins = false;
    }
  }
  return fields;
}

RecordStream table_records(SharedStream stream, Trail trail) {
  if (stream->peek(3).starts_with("\xEF\xBB\xBF")) stream->skip(3);
  const std::string head(stream->peek(64u << 10));
  const char separator = separator_of(first_line(head));
  std::string header;
  if (!names_numbers(trail.options)) {
    header = bare(head.substr(0, std::min(row_size(head, separator), head.size())));
    const std::vector<std::string> names = fields_of(header, separator);
    if (!column_of("text", names, trail.options)) {
      std::string list = header.substr(0, 200);
      std::replace_if(
          list.begin(), list.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
      std::vector<Problem> ignored;
      trail.report(fmt::format("{}:1", trail.name),
                   fmt::format("no column holds the text (columns: {}); name it with --fields "
                               "text=COLUMN, or by its number in a table without header",
                               to_utf8(list, trail.name, ignored)),
                   0);
      return [] { return std::optional<Record>(); };
    }
  }
  auto rows =
      std::make_shared<Rows>(std::move(stream), std::move(trail), separator, std::move(header));
  return [rows] { return rows->next(); };
}

ReadArticles read_rows(const Record& record, const ArticleOptions& options) {
  ReadArticles result;
  const Columns columns = columns_of(record, options);
  DecodedText decoded = decode_text(record.bytes, record.origin, record.first_line);
  result.problems = std::move(decoded.problems);
  if (decoded.binary) {
    result.problems.push_back({fmt::format("{}:{}", record.origin, record.first_line),
                               "the rows hold binary data, not text; correct them or delete them"});
    return result;
  }
  std::string_view rest = decoded.text;
  for (size_t line = record.first_line; !rest.empty();) {
    size_t size = row_size(rest, record.separator);
    if (size == std::string_view::npos) size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view row = rest.substr(0, size);
    rest.remove_prefix(size);
    const std::string place = fmt::format("{}:{}", record.origin, line);
    line += static_cast<size_t>(std::count(row.begin(), row.end(), '\n'));
    if (trim(row).empty()) continue;
    read_row(result, fields_of(bare(row), record.separator), columns, place, options);
  }
  return result;
}

}  // namespace entente
