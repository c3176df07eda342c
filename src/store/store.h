// store: keeps articles and events. The program's one virtual interface to the outside.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"
#include "base/result.h"
#include "events/events.h"
#include "ties/ties.h"

namespace entente {

// Empty fields do not filter. `from` and `to`, both included, are the days on which an event
// begins; they leave out events without a date.
struct EventFilter {
  std::string node = {};    // source or target
  std::string node_b = {};  // with `node`: the pair, in either direction
  std::string document = {};
  std::string outlet = {};  // outermost speaker
  std::optional<Date> from = {}, to = {};
  std::optional<EventType> type = {};
  std::optional<EventStatus> status = {};
};

// Not thread-safe: one writer owns a Store. Errors are full sentences that name the file.
class Store {
 public:
  virtual ~Store() = default;

  // Atomic for the batch. An article whose id is there is replaced together with its events, so
  // that reading the same article twice changes nothing. Events belong to their `document`, which
  // is in the same batch. Of several articles with one id, or events with one id in one article,
  // the last is kept.
  virtual Result<Done> put(const std::vector<Article>& articles,
                           const std::vector<Event>& events) = 0;
  virtual Result<std::vector<Article>> articles() const = 0;  // by id
  virtual Result<std::optional<Article>> article(std::string_view id) const = 0;
  virtual Result<std::vector<Event>> events(const EventFilter& filter) const = 0;  // by date, id
  virtual Result<std::vector<Tally>> tallies(const TallyOptions& options) const = 0;
};

// "memory:" keeps nothing; anything else is the path of a SQLite file, made where missing
// (unless `must_exist`, which also opens a store that may only be read). A file that is not an
// Entente store is refused and left as it is. A program opens a file once at a time.
Result<std::unique_ptr<Store>> open_store(std::string_view address, bool must_exist = false);

}  // namespace entente
