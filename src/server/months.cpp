// Events a month, and camps from window to window, as the page shows them (web/src/model/dates.ts
// and moves.ts). Tested in view_rows_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "server/view_rows.h"

namespace entente {

namespace {

constexpr size_t kWindowsMax = 14;
constexpr int kMonthsMax = 12 * 500;

int number_of(Date month) { return month.year * 12 + month.month - 1; }

Date month_at(int number) {
  return {static_cast<int16_t>(number / 12), static_cast<uint8_t>(number % 12 + 1), 1};
}

struct Span {
  int first = 0, last = -1;
  bool is_empty() const { return last < first; }
};

std::vector<int> article_months(const Scene& scene) {
  std::vector<int> months;
  for (const Article& article : scene.articles)
    if (article.published) months.push_back(number_of(*article.published));
  std::ranges::sort(months);
  return months;
}

// Of each event, or of the tallies where the events are not all here.
std::vector<int> event_months(const Scene& scene) {
  std::vector<int> months;
  if (scene.whole) {
    for (const Event& event : scene.events)
      if (const Date month = event_month(event); month != Date{})
        months.push_back(number_of(month));
  } else {
    for (const TalliedRow& row : scene.rows)
      if (row.month >= 0) months.push_back(row.month);
  }
  std::ranges::sort(months);
  return months;
}

// Single events long ago would press all others into a corner: where the middle 90 of 100 span less
// than half of the whole, they are the span.
Span span_of(const Scene& scene) {
  const std::vector<int> dated = event_months(scene), articles = article_months(scene);
  const auto ends = [&](size_t cut) {
    Span span{INT32_MAX, INT32_MIN};
    const auto widen = [&](int low, int high) {
      span = {std::min(span.first, low), std::max(span.last, high)};
    };
    if (!dated.empty()) widen(dated[cut], dated[dated.size() - 1 - cut]);
    if (!articles.empty()) widen(articles.front(), articles.back());
    return span;
  };
  if (dated.empty() && articles.empty()) return {};
  const Span whole = ends(0), middle = ends(dated.size() / 20);
  const Span span =
      middle.last - middle.first + 1 < (whole.last - whole.first + 1) / 2.0 ? middle : whole;
  return {std::max(span.first, span.last - kMonthsMax), span.last};
}

struct Window {
  int from = 0, to = 0;
};

std::vector<Window> windows_of(Span span) {
  const double months = span.last - span.first + 1;
  int size = 600;
  for (const int one : {240, 120, 60, 24, 12, 6, 3, 1})
    if (months / one <= kWindowsMax - 1) size = one;
  std::vector<Window> windows;
  for (int at = span.first / size * size; at <= span.last; at += size)
    windows.push_back({at, at + size - 1});
  return windows;
}

std::string name_of(Window window) {
  constexpr std::string_view kNames[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int year = window.from / 12, month = window.from % 12;
  switch (window.to - window.from + 1) {
    case 1: return fmt::format("{} {}", kNames[month], year);
    case 3: return fmt::format("Q{} {}", month / 3 + 1, year);
    case 6: return fmt::format("{} {}", month < 6 ? "H1" : "H2", year);
    case 12: return std::to_string(year);
    default: return fmt::format("{}–{}", year, window.to / 12);
  }
}

bool concerns(const Query& query, const std::string& source, const std::string& target) {
  if (!query.tie.empty()) {
    const auto nodes = split(query.tie, '~');
    return (nodes[0] == source && nodes[1] == target) || (nodes[1] == source && nodes[0] == target);
  }
  return query.actors.empty() || std::ranges::any_of(query.actors, [&](const std::string& node) {
           return node == source || node == target;
         });
}

// A mutual event stands in two tallies; it is counted in the one along the order of the nodes.
void count(const Tally& tally, std::map<int, MonthCounts>& months) {
  const auto found = months.find(number_of(tally.month));
  if (tally.month == Date{} || found == months.end()) return;
  size_t friendly = 0, hostile = 0;
  for (int type = 0; type < kEventTypes; ++type) {
    const int kind = sign(static_cast<EventType>(type), "");
    const uint32_t events = tally.counts[static_cast<size_t>(type)];
    (kind > 0 ? friendly : hostile) += kind == 0 ? 0 : events;
  }
  if (tally.source > tally.target) {
    const size_t twice = std::min<size_t>(tally.mutual, friendly);
    friendly -= twice;
    hostile -= std::min<size_t>(tally.mutual - twice, hostile);
  }
  found->second.friendly += friendly;
  found->second.hostile += hostile;
}

// Of a store that is not whole; a mutual event is taken for a friendly one where it may be.
void count_rows(const Scene& scene, const Query& query, std::map<int, MonthCounts>& months) {
  const Network& network = *scene.network;
  std::vector<bool> chosen;
  for (const Tie& tie : network.ties)
    chosen.push_back(
        concerns(query, network.actors[tie.first].node, network.actors[tie.second].node));
  const int kept = query.selection.sign;
  for (const TalliedRow& row : scene.rows) {
    const auto found = months.find(row.month);
    if (!chosen[row.tie] || found == months.end()) continue;
    const uint32_t twice = row.forward ? 0 : row.mutual;
    const uint32_t friendly = row.friendly_events - std::min(twice, row.friendly_events);
    const uint32_t left = twice - std::min(twice, row.friendly_events);
    if (kept >= 0) found->second.friendly += friendly;
    if (kept <= 0) found->second.hostile += row.hostile_events - std::min(left, row.hostile_events);
  }
}

}  // namespace

std::vector<MonthCounts> month_counts(const Scene& scene, const Shown& shown, const Query& query) {
  const Span span = span_of(scene);
  std::map<int, MonthCounts> months;
  for (int month = span.first; month <= span.last; ++month)
    months[month] = {month_at(month), 0, 0, 0};
  for (const int month : article_months(scene))
    if (months.contains(month)) ++months[month].articles;
  Selection open = query.selection;
  open.from = open.to = std::nullopt;
  if (scene.whole) {
    for (const size_t i : selected_events(scene, open)) {
      const Event& event = scene.events[i];
      const auto found = months.find(number_of(event_month(event)));
      if (found == months.end() ||
          !concerns(query, event.source.actor.node, event.target.actor.node))
        continue;
      const int kind = sign(event.type, event.mode);
      found->second.friendly += kind > 0 ? 1 : 0;
      found->second.hostile += kind < 0 ? 1 : 0;
    }
  } else if (!query.selection.outlet.empty()) {
    for (const Tally& tally : shown.tallies)
      if (concerns(query, tally.source, tally.target)) count(tally, months);
  } else {
    count_rows(scene, query, months);
  }
  std::vector<MonthCounts> rows;
  for (const auto& [number, row] : months) rows.push_back(row);
  return rows;
}

std::vector<CampColumn> camp_columns(const Scene& scene, const Selection& selection) {
  Span span = span_of(scene);
  if (span.is_empty()) return {};
  if (selection.from) span.first = number_of(*selection.from);
  if (selection.to) span.last = number_of(*selection.to);
  std::vector<CampColumn> columns;
  std::vector<int> before = scene.balance->camp;
  if (span.is_empty() || span.last - span.first > kMonthsMax) return {};
  for (const Window window : windows_of(span)) {
    Selection part = selection;
    part.from = month_at(std::max(span.first, window.from));
    part.to = month_at(std::min(span.last, window.to));
    const Shown shown = select(scene, part, {}, &before);
    columns.push_back({name_of(window), camps_of_all(scene, shown)});
    for (size_t i = 0; i < before.size(); ++i)
      if (columns.back().camp[i] > 0) before[i] = columns.back().camp[i] - 1;
  }
  return columns;
}

}  // namespace entente
