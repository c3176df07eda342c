// store: keeps articles and events. The program's one virtual interface to the outside.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"
#include "base/problem.h"
#include "base/result.h"
#include "events/events.h"
#include "ties/ties.h"

namespace entente {

inline constexpr size_t kAll = static_cast<size_t>(-1);

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
  std::string words = {};  // all of them stand in the sentence, see search()
  bool newest_first = false;
  size_t skip = 0;
  size_t most = kAll;
};

// An article in which words were found, and the sentence of it that holds most of them.
struct Passage {
  Article article;
  std::string sentence;
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
  // Which of these articles are there, sorted.
  virtual Result<std::vector<std::string>> known(const std::vector<std::string>& ids) const = 0;
  // By id: those behind `after`, at most so many.
  virtual Result<std::vector<Article>> articles(std::string_view after = "",
                                                size_t most = kAll) const = 0;
  virtual Result<std::optional<Article>> article(std::string_view id) const = 0;
  virtual Result<std::vector<Event>> events(const EventFilter& filter) const = 0;  // by date, id
  // The same one after the other, in memory that does not grow with them, until `take` is false.
  // It may read the store, not write it.
  virtual Result<Done> each(const EventFilter& filter,
                            const std::function<bool(Event&&)>& take) const = 0;
  // How many events the filter lets through, `skip` and `most` aside.
  virtual Result<size_t> count(const EventFilter& filter) const = 0;
  virtual Result<std::vector<Tally>> tallies(const TallyOptions& options) const = 0;
  // Articles whose title or text holds all of the words, whatever their case; words in quotes stand
  // next to each other. Best first where the store can tell.
  virtual Result<std::vector<Passage>> search(std::string_view words, size_t most) const = 0;
  // What is not as it should be: damage, and values that do not fit each other.
  virtual Result<std::vector<Problem>> check() const = 0;
  // Another Store on the same articles and events, to read from on another thread; what takes
  // longer than `query_ms_max` ends with an error, where the store can tell. None for "memory:".
  virtual Result<std::unique_ptr<Store>> reader(int query_ms_max) const = 0;
  // Another number whenever what is stored may have changed, also by another program.
  virtual Result<int64_t> version() const = 0;
};

// As put, but an article that is there keeps the events that do not come anew: for events that are
// read from rows, in which a story may turn up again later.
Result<Done> add(Store& store, std::vector<Article> articles, std::vector<Event> events);

// As put, but articles that are there with the same events are left alone: for a run that goes on
// where another was stopped.
Result<Done> put_changed(Store& store, std::vector<Article> articles, std::vector<Event> events);

// "memory:" keeps nothing; clickhouse://host:8123/database is a ClickHouse server or cluster (see
// docs/store.md); anything else is the path of a SQLite file, made where missing
// (unless `must_exist`, which also opens a store that may only be read). A file that is not an
// Entente store is refused and left as it is. A program opens a file once at a time.
Result<std::unique_ptr<Store>> open_store(std::string_view address, bool must_exist = false);

}  // namespace entente
