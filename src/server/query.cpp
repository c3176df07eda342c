// Tested in query_test.cpp.
#include "server/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace entente {

namespace {

constexpr size_t kValueBytesMax = 2000;
constexpr size_t kActorsMax = 50;

using Reader = bool (*)(Query& query, const std::string& value);

// "2021-06" or a day of it.
std::optional<Date> month_from(const std::string& text) {
  const auto day = parse_iso_date(text.size() == 7 ? text + "-01" : text);
  if (!day) return std::nullopt;
  return Date{day->year, day->month, 1};
}

bool read_count(const std::string& text, size_t most, size_t& count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc() && end == text.data() + text.size() && count <= most;
}

bool read_from(Query& query, const std::string& value) {
  query.selection.from = month_from(value);
  return query.selection.from.has_value();
}

bool read_to(Query& query, const std::string& value) {
  query.selection.to = month_from(value);
  return query.selection.to.has_value();
}

bool read_sign(Query& query, const std::string& value) {
  query.selection.sign = value == "friendly" ? 1 : value == "hostile" ? -1 : 0;
  return query.selection.sign != 0;
}

bool read_status(Query& query, const std::string& value) {
  query.selection.status = event_status_from(value);
  return query.selection.status.has_value();
}

bool read_confidence(Query& query, const std::string& value) {
  double& least = query.selection.confidence;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), least);
  return error == std::errc() && end == value.data() + value.size() && least >= 0 && least <= 1;
}

template <std::string Query::*field>
bool read_text(Query& query, const std::string& value) {
  query.*field = value;
  return true;
}

template <std::string Selection::*field>
bool read_name(Query& query, const std::string& value) {
  query.selection.*field = value;
  return true;
}

bool read_actor(Query& query, const std::string& value) {
  query.actors.push_back(value);
  return query.actors.size() <= kActorsMax;
}

bool read_tie(Query& query, const std::string& value) {
  query.tie = value;
  return value.find('~') != std::string::npos;
}

bool read_most(Query& query, const std::string& value) {
  return read_count(value, kRowsMax, query.most);
}

bool read_skip(Query& query, const std::string& value) {
  return read_count(value, 1'000'000'000, query.skip);
}

bool ignore(Query&, const std::string&) { return true; }

struct Parameter {
  Reader read;
  std::string_view remedy;
};

const std::map<std::string_view, Parameter> kParameters = {
    {"from", {read_from, "a month such as 2021-06"}},
    {"to", {read_to, "a month such as 2021-06"}},
    {"sign", {read_sign, "friendly or hostile"}},
    {"outlet", {read_name<&Selection::outlet>, "a name"}},
    {"speaker", {read_name<&Selection::speaker>, "a name"}},
    {"issue", {read_name<&Selection::issue>, "a name"}},
    {"status", {read_status, "happened, denied, planned, demanded or hypothetical"}},
    {"confidence", {read_confidence, "a number from 0 to 1"}},
    {"actor", {read_actor, "an actor's code, at most 50 of them"}},
    {"tie", {read_tie, "two actors' codes such as RUS~USA"}},
    {"tension", {read_text<&Query::tension>, "three actors' codes such as UZB~USA~RUS"}},
    {"article", {read_text<&Query::article>, "an article's id"}},
    {"q", {read_text<&Query::words>, "words"}},
    {"against", {read_text<&Query::against>, "a name"}},
    {"example", {read_text<&Query::example>, "an example's name"}},
    {"most", {read_most, "a number of rows up to 10000"}},
    {"skip", {read_skip, "a number of rows"}},
    {"turn", {ignore, ""}},
    {"move", {ignore, ""}},
    {"theme", {ignore, ""}},
    {"sort", {ignore, ""}},
};

}  // namespace

Result<Query> read_query(const HttpRequest& request) {
  Query query;
  auto pairs = request.query;
  std::ranges::stable_sort(pairs, {}, &std::pair<std::string, std::string>::first);
  for (const auto& [name, value] : pairs) {
    const auto found = kParameters.find(name);
    if (found == kParameters.end()) {
      return Error{fmt::format("'{}' is no parameter of a view; docs/server.md lists them",
                               name.substr(0, 40))};
    }
    if (value.empty()) continue;
    if (value.size() > kValueBytesMax || !found->second.read(query, value)) {
      return Error{fmt::format("{}={} is not understood; give {}", name, value.substr(0, 40),
                               found->second.remedy)};
    }
    query.text += fmt::format("{}={}:{}&", name, value.size(), value);
  }
  return query;
}

}  // namespace entente
