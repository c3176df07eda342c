// What a request asks of a view: the page's filters and choices as query parameters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/events.h"
#include "server/http.h"

namespace entente {

// Which events count; the page's filter. Empty fields let everything through.
struct Selection {
  std::optional<Date> from, to;  // first days of months, ends included; leave out undated events
  int sign = 0;                  // 1 only friendly events, -1 only hostile ones
  std::string outlet;            // outermost speaker
  std::string speaker;           // innermost speaker
  std::string issue;
  std::optional<EventStatus> status;
  double confidence = 0;  // at least

  bool is_all() const { return *this == Selection{}; }
  bool operator==(const Selection&) const = default;
};

struct Query {
  Selection selection;
  std::vector<std::string> actors;  // nodes
  std::string tie;                  // "RUS~USA"
  std::string tension, article;     // "UZB~USA~RUS"; an article's id
  std::string words;                // q
  std::string against;              // the outlet that another is compared with
  std::string example;              // which of the examples; "" for what is served
  size_t most = 1000;               // rows
  size_t skip = 0;

  // The same query has the same text, in whatever order it was asked.
  std::string text;
};

inline constexpr size_t kRowsMax = 10'000;

// Errors say which parameter is wrong and what it may be. What the page alone knows (theme, turn,
// move, sort) is accepted and changes nothing.
Result<Query> read_query(const HttpRequest& request);

}  // namespace entente
