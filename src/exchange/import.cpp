// Which reader a file needs is told from its bytes: JSON, XML, or rows, and then from the names of
// columns or, where a data set comes without a header, from the look of its rows. A stray line
// before the header, or the header once more in the middle, does no harm. Tested in
// import_test.cpp.
#include <algorithm>
#include <array>

#include "exchange/conflict_rows.h"
#include "exchange/exchange.h"
#include "exchange/news_rows.h"
#include "exchange/plain_rows.h"
#include "exchange/read_graph.h"
#include "exchange/read_json.h"
#include "exchange/row_coder.h"
#include "exchange/row_sink.h"

namespace entente {

namespace {

constexpr size_t kFirstRows = 30;
constexpr size_t kStrayLines = 5;  // that may stand before the header

std::vector<const RowFormat*> all_formats() {
  std::vector<const RowFormat*> formats;
  for (const auto some :
       {own_formats(), news_formats(), conflict_formats(), alliance_formats(), plain_formats()})
    for (const RowFormat& format : some) formats.push_back(&format);
  return formats;
}

// `skip` rows stand before the header.
FirstRows first_rows(std::string_view bytes, size_t skip, size_t row_bytes_max) {
  FirstRows first;
  first.bytes = bytes;
  std::string_view at = bytes;
  for (size_t i = 0; i < skip; ++i) {
    const size_t end = at.find('\n');
    at = end == std::string_view::npos ? std::string_view() : at.substr(end + 1);
  }
  first.dialect = dialect_of(at);
  RowReader reader(at, first.dialect, row_bytes_max);
  Row row;
  while (first.rows.size() < kFirstRows && reader.next(row)) {
    if (!row.trouble.empty()) continue;
    if (first.rows.empty()) first.header = Header(row.cells);
    first.rows.emplace_back(row.cells.begin(), row.cells.end());
  }
  return first;
}

struct Recognised {
  const RowFormat* format = nullptr;
  FirstRows first;
};

Recognised recognise(std::string_view bytes, const ImportOptions& options) {
  const std::string asked = options.columns.empty() ? options.format : "table";
  for (size_t skip = 0; skip <= kStrayLines; ++skip) {
    FirstRows first = first_rows(bytes, skip, options.row_bytes_max);
    for (const RowFormat* format : all_formats()) {
      const bool wanted = asked.empty() || asked == format->name;
      if (wanted && format->is(first)) return {format, std::move(first)};
    }
  }
  for (const RowFormat* format : all_formats()) {
    if (!asked.empty() && asked == format->name)
      return {format, first_rows(bytes, 0, options.row_bytes_max)};
  }
  return {};
}

bool is_header(const Row& row, const Header& header) {
  if (row.cells.size() < 2 || header.size() < 2) return false;
  size_t same = 0;
  for (size_t i = 0; i < std::min(row.cells.size(), header.size()); ++i)
    same += plain_name(row.cells[i]) == header.names()[i];
  const size_t both = std::min(row.cells.size(), header.size());
  return same == both || (both > 4 && same + 1 == both);
}

bool by_number(const ImportOptions& options) {
  return !options.columns.empty() && std::ranges::all_of(options.columns, [](const auto& entry) {
    return read_integer(entry.second).value_or(0) > 0;
  });
}

// Trailing separators and a stray name in the header are common, a row cut short is not.
bool is_cut_short(const Row& row, size_t columns) { return row.cells.size() + 2 < columns; }

Result<ImportSummary> import_rows(std::string_view bytes, const WorldBook& book,
                                  const ImportOptions& options, RowSink& sink) {
  const Recognised found = recognise(bytes, options);
  if (!found.format) {
    return Error{
        "is in no format that Entente knows. Name its columns: --columns "
        "source=A,target=B,type=C,date=D (docs/exchange.md lists the formats)"};
  }
  CodedActors actors(book);
  auto made = found.format->make(found.first, actors, options);
  if (!made) return Error{made.error()};
  const RowCoder& coder = made.value();
  sink.summary.format = found.format->name;
  const bool headed = found.format->has_header(found.first) && !by_number(options);
  const size_t columns = headed ? found.first.header.size() : 0;
  RowReader reader(bytes, found.first.dialect, options.row_bytes_max);
  Row row;
  bool begun = !headed;
  while (reader.next(row)) {
    if (headed && is_header(row, found.first.header)) {
      begun = true;
    } else if (begun && row.trouble.empty() && is_cut_short(row, columns)) {
      sink.reject(row, "it has " + std::to_string(row.cells.size()) +
                           " columns where the header has " + std::to_string(columns));
    } else if (begun) {
      row.trouble.empty() ? sink.add(row, coder.code(row)) : sink.reject(row, row.trouble);
    }
  }
  if (coder.finish) sink.add_all(coder.finish());
  return sink.finish();
}

// What is not UTF-8 throughout: UTF-16 has a mark at its beginning or a zero in every other byte.
bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ||
         (bytes.size() > 3 &&
          ((bytes[1] == '\0' && bytes[3] == '\0') || (bytes[0] == '\0' && bytes[2] == '\0')));
}

}  // namespace

std::vector<std::string> import_formats() {
  std::vector<std::string> names;
  for (const RowFormat* format : all_formats()) names.emplace_back(format->name);
  return names;
}

Result<ImportSummary> import_events(std::string_view bytes, const WorldBook& book,
                                    const ImportOptions& options,
                                    const std::function<void(ImportedBatch&&)>& take) {
  if (is_packed(bytes))
    return Error{"is compressed; unpack it first (unzip, gunzip, unxz, unzstd)"};
  std::string converted;
  if (is_utf16(bytes)) {
    std::vector<Problem> problems;
    converted = to_utf8(bytes, "", problems);
    bytes = converted;
  }
  const size_t begin = bytes.find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (begin == std::string_view::npos) return Error{"is empty"};
  if (bytes.substr(0, 4096).find('\0') != std::string_view::npos) return Error{"is no text"};
  RowSink sink(options, take);
  const bool told = !options.format.empty() || !options.columns.empty();
  if (!told && bytes[begin] == '<') return import_graph(bytes, book, sink);
  if (!told && (bytes[begin] == '{' || bytes[begin] == '['))
    return import_json(bytes, book, options, sink);
  return import_rows(bytes, book, options, sink);
}

}  // namespace entente
