// See tie_rows.h.
#include "networks/tie_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr double kGreatestWeight = 1e12;  // of a row; sums stay exact below 2^60 units
constexpr double kGreatestTotal = 1e17;   // in units
constexpr std::array<std::string_view, 6> kFriendly = {"+",       "positive", "friend",
                                                       "friends", "ally",     "friendly"};
constexpr std::array<std::string_view, 7> kHostile = {"-",     "negative", "enemy", "enemies",
                                                      "rival", "hostile",  "\u2212"};

bool is_sign(double weight) { return weight == 1 || weight == -1; }

}  // namespace

std::optional<double> parse_weight(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  std::string_view digits = text;
  if (digits.size() > 1 && digits[0] == '+') digits.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc() && end == digits.data() + digits.size()) return value;
  const std::string word = lower(text);
  if (std::ranges::find(kFriendly, word) != kFriendly.end()) return 1;
  if (std::ranges::find(kHostile, word) != kHostile.end()) return -1;
  return std::nullopt;
}

uint32_t TieRows::actor(std::string_view id) {
  const auto known = number_.find(id);
  if (known != number_.end()) return known->second;
  const auto number = static_cast<uint32_t>(network_.actors.size());
  network_.actors.emplace_back(id);
  number_.emplace(network_.actors.back(), number);
  return number;
}

void TieRows::note(const std::string& kind, const std::string& rule, size_t line) {
  const auto known = std::ranges::find(network_.odd, kind, &OddRows::kind);
  if (known != network_.odd.end()) {
    ++known->count;
    return;
  }
  network_.odd.push_back({kind, rule, 1, line > 0 ? fmt::format("{}:{}", name_, line) : name_});
}

void TieRows::add_incomplete(size_t line) {
  ++network_.rows;
  note("incomplete", "rows that lack a source, a target or a number were left out", line);
}

void TieRows::add(std::string_view source, std::string_view target,
                  std::optional<std::string_view> sign, std::optional<std::string_view> weight,
                  size_t line, std::optional<std::string_view> time) {
  source = trim(source);
  target = trim(target);
  if (source.empty() || target.empty()) return add_incomplete(line);
  ++network_.rows;
  const uint32_t a = actor(source), b = actor(target);
  const std::optional<double> own_sign = sign ? parse_weight(*sign) : 1;
  const std::optional<double> own_weight = weight ? parse_weight(*weight) : 1;
  if (!own_sign || !own_weight) {
    note("without_number", "rows whose sign or weight is empty or no number were left out", line);
  } else if (!std::isfinite(*own_sign) || !std::isfinite(*own_weight) ||
             std::abs(*own_sign) > kGreatestWeight || std::abs(*own_weight) > kGreatestWeight) {
    note("out_of_range", "rows with NaN, an infinite number or one beyond 1e12 were left out",
         line);
  } else if (*own_sign == 0 || *own_weight == 0) {
    note("zero", "rows of weight 0 say neither friend nor enemy and were left out", line);
  } else if (a == b) {
    note("self_ties", "ties of an actor with itself say nothing of camps and were left out", line);
  } else {
    const double strength =
        sign && weight ? std::copysign(*own_weight, *own_sign) : *own_sign * *own_weight;
    rows_.push_back({std::min(a, b), std::max(a, b), static_cast<uint32_t>(line), a > b, strength});
    if (time) note_time(*time, line);
  }
}

// Years, days and seconds are all numbers that grow; of a date the digits are one.
void TieRows::note_time(std::string_view time, size_t line) {
  std::string digits;
  for (const char c : trim(time))
    if (digits.empty() || (c != '-' && c != '/' && c != ':' && c != 'T' && c != ' ')) digits += c;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc() && end == digits.data() + digits.size() && std::isfinite(value))
    time_of_line_[static_cast<uint32_t>(line)] = value;
  else
    note("without_time", "rows whose time is no number or date count as the earliest", line);
}

void TieRows::merge_pair(size_t begin, size_t end, bool signs_only) {
  double sum = 0, friendly = 0, hostile = 0;
  for (size_t i = begin; i < end; ++i) {
    sum += rows_[i].weight;
    (rows_[i].weight > 0 ? friendly : hostile) += 1;
  }
  for (size_t i = begin + 1; i < end; ++i)
    note("repeated",
         signs_only ? "further rows of a pair with the same sign, in either direction, count once"
                    : "weights of further rows of a pair, in either direction, were added up",
         rows_[i].line);
  if (friendly > 0 && hostile > 0)
    note("contradicting",
         signs_only ? "pairs with rows of both signs have the sign of the majority"
                    : "pairs with rows of both signs have the sum of their weights",
         rows_[begin + 1].line);
  const bool cancelled = friendly > 0 && hostile > 0 && std::abs(sum) < 1e-12 * (end - begin);
  if (cancelled || sum == 0) {
    note("cancelled", "pairs whose rows cancel out have no tie", rows_[begin].line);
    return;
  }
  network_.graph.edges.push_back({rows_[begin].a, rows_[begin].b, 0});
  sums_.push_back(signs_only ? std::copysign(1, sum) : sum);
}

// The coarsest decimal unit that makes all weights whole numbers, if one of a millionth does.
void TieRows::choose_unit() {
  double total = 0;
  for (const double sum : sums_) total += std::abs(sum);
  const auto whole = [&](double per_one) {
    return std::ranges::all_of(sums_, [&](double sum) {
      return std::abs(sum * per_one - std::round(sum * per_one)) < 1e-6;
    });
  };
  double per_one = 1;
  while (per_one < 1e6 && total * per_one * 10 < kGreatestTotal && !whole(per_one)) per_one *= 10;
  if (!whole(per_one))
    note("rounded", fmt::format("weights were rounded to multiples of {:g}", 1 / per_one), 0);
  for (size_t i = 0; i < sums_.size(); ++i)
    network_.graph.edges[i].weight = std::llround(sums_[i] * per_one);
  std::erase_if(network_.graph.edges, [](const SignedEdge& edge) { return edge.weight == 0; });
  network_.unit = 1 / per_one;
}

// Rows are sorted by pair. Of rows in one direction weights add up and the latest time counts. A
// network in which no pair has rows both ways has no directions.
void TieRows::merge_arcs() {
  SignedArcs& arcs = network_.arcs;
  arcs.actors = static_cast<uint32_t>(network_.actors.size());
  for (size_t begin = 0, end = 0; begin < rows_.size(); begin = end) {
    double sum[2] = {}, latest[2] = {-INFINITY, -INFINITY};
    bool seen[2] = {};
    const Row& first = rows_[begin];
    for (; end < rows_.size() && rows_[end].a == first.a && rows_[end].b == first.b; ++end) {
      const size_t way = rows_[end].turned ? 1 : 0;
      seen[way] = true;
      sum[way] += rows_[end].weight;
      const auto time = time_of_line_.find(rows_[end].line);
      if (time != time_of_line_.end()) latest[way] = std::max(latest[way], time->second);
    }
    arcs.directed = arcs.directed || (seen[0] && seen[1]);
    for (const size_t way : {0, 1}) {
      if (sum[way] == 0) continue;
      arcs.arcs.push_back({way == 0 ? first.a : first.b, way == 0 ? first.b : first.a,
                           static_cast<float>(sum[way])});
      if (!time_of_line_.empty()) arcs.times.push_back(latest[way]);
    }
  }
}

SignedNetwork TieRows::finish() {
  std::sort(rows_.begin(), rows_.end(), [](const Row& x, const Row& y) {
    return std::tie(x.a, x.b, x.line) < std::tie(y.a, y.b, y.line);
  });
  const bool signs_only =
      std::ranges::all_of(rows_, [](const Row& row) { return is_sign(row.weight); });
  for (size_t begin = 0; begin < rows_.size();) {
    size_t end = begin + 1;
    while (end < rows_.size() && rows_[end].a == rows_[begin].a && rows_[end].b == rows_[begin].b)
      ++end;
    merge_pair(begin, end, signs_only);
    begin = end;
  }
  if (keeps_arcs_) merge_arcs();
  rows_ = {};
  network_.graph.actors = static_cast<uint32_t>(network_.actors.size());
  choose_unit();
  return std::move(network_);
}

}  // namespace entente
