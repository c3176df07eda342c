// Rows as JSON, JSON Lines, CSV (RFC 4180) and TSV (IANA text/tab-separated-values, escaped).
// Tested in records_test.cpp.
#include "views/records.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/check.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Value& value) {
  return std::visit(
      [](const auto& held) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
          return nullptr;
        } else {
          return held;
        }
      },
      value);
}

Json to_json(const Records& records, const std::vector<Value>& row) {
  Json object = Json::object();
  for (size_t i = 0; i < row.size(); ++i) object[records.fields[i]] = to_json(row[i]);
  return object;
}

struct PlainText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& list) const {
    return fmt::format("{}", fmt::join(list, "; "));
  }
};

std::string csv_field(std::string text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_field(const std::string& text) {
  std::string escaped;
  for (char c : text) {
    switch (c) {
      case '\t': escaped += "\\t"; break;
      case '\n': escaped += "\\n"; break;
      case '\r': escaped += "\\r"; break;
      case '\\': escaped += "\\\\"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

template <typename Field>
std::string delimited(const Records& records, char separator, std::string_view line_end,
                      Field field) {
  std::string result;
  auto add_line = [&](const auto& cells, auto text_of) {
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) result += separator;
      result += field(text_of(cells[i]));
    }
    result += line_end;
  };
  add_line(records.fields, [](const std::string& name) { return name; });
  for (const std::vector<Value>& row : records.rows) {
    add_line(row, [](const Value& value) { return std::visit(PlainText{}, value); });
  }
  return result;
}

}  // namespace

std::string write_records(const Records& records, Format format) {
  CHECK(format != Format::table);
  constexpr auto kReplace = Json::error_handler_t::replace;
  for (const std::vector<Value>& row : records.rows) CHECK(row.size() == records.fields.size());
  if (format == Format::csv) return delimited(records, ',', "\r\n", csv_field);
  if (format == Format::tsv) return delimited(records, '\t', "\n", tsv_field);
  std::string result;
  Json array = Json::array();
  for (const std::vector<Value>& row : records.rows) {
    if (format == Format::json) {
      array.push_back(to_json(records, row));
    } else {
      result += to_json(records, row).dump(-1, ' ', false, kReplace) + '\n';
    }
  }
  return format == Format::json ? array.dump(2, ' ', false, kReplace) + '\n' : result;
}

double rounded(double value) { return std::round(value * 1e4) / 1e4 + 0.0; }

}  // namespace entente
