// Tables that only grow, which is what ClickHouse is good at, and many writers at once: each put of
// an article has a version, its events carry it, and an event counts if its version is the
// article's highest. The events go in before the article, so an article whose writer dies is not
// there, and of two writers of one article one wins as a whole. ReplacingMergeTree clears away
// older rows in its own time. In a cluster an article and its events lie on one shard (by a hash of
// the id), so that every shard decides alone which of its events count, and only sums travel. The
// SQL is what 18.16 knows and newer versions still do. Tested in clickhouse_store_test.cpp.
#include "store/clickhouse_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "store/batch.h"
#include "store/clickhouse_connection.h"
#include "store/clickhouse_rows.h"
#include "store/search.h"

namespace entente {

namespace {

constexpr size_t kIdsAtOnce = 2000;
constexpr size_t kSearchedAtOnce = 200;
constexpr size_t kEventsAtOnce = 20'000;

// Grows with time; two writers at once have different ones.
uint64_t next_version() {
  static std::mt19937_64 random{std::random_device{}()};
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
  return static_cast<uint64_t>(micros) << 10 | (random() & 1023);
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted(text);
  return list;
}

std::string condition_of(const EventFilter& filter) {
  std::vector<std::string> all = {"1"};
  const std::string a = quoted(filter.node), b = quoted(filter.node_b);
  if (!filter.node.empty() && !filter.node_b.empty()) {
    all.push_back(
        fmt::format("((source_node = {0} AND target_node = {1}) OR "
                    "(source_node = {1} AND target_node = {0}))",
                    a, b));
  } else {
    for (const auto& [node, text] : {std::pair(filter.node, a), std::pair(filter.node_b, b)}) {
      if (!node.empty())
        all.push_back(fmt::format("(source_node = {0} OR target_node = {0})", text));
    }
  }
  if (!filter.document.empty()) all.push_back("document = " + quoted(filter.document));
  if (!filter.outlet.empty()) all.push_back("speakers > 0 AND outlet = " + quoted(filter.outlet));
  if (filter.from || filter.to) all.push_back("month <> 0");
  if (filter.from) all.push_back(fmt::format("date_from >= {}", day_number(*filter.from)));
  if (filter.to) all.push_back(fmt::format("date_from <= {}", day_number(*filter.to)));
  if (filter.type) all.push_back(fmt::format("type = '{}'", to_string(*filter.type)));
  if (filter.status) all.push_back(fmt::format("status = '{}'", to_string(*filter.status)));
  return fmt::format("{}", fmt::join(all, " AND "));
}

std::string counts_sql() {
  std::string sql;
  for (int type = 0; type < kEventTypes; ++type)
    sql += fmt::format("countIf(type = '{}'), ", to_string(static_cast<EventType>(type)));
  return sql;
}

class ClickHouseStore : public Store {
 public:
  explicit ClickHouseStore(ClickHouse server)
      : server_(std::move(server)), whole_(server_.address().cluster.empty() ? "" : "_all") {}

  Result<Done> put(const std::vector<Article>& articles,
                   const std::vector<Event>& events) override {
    auto made = make_batch(articles, events);
    if (!made) return Error{made.error()};
    const Batch& batch = made.value();
    const uint64_t version = next_version();
    std::string rows;
    for (size_t i = 0; i < batch.events.size(); ++i)
      rows += clickhouse_row(*batch.events[i], batch.weights[i], version);
    const auto done =
        server_.insert(fmt::format("events{} ({})", whole_, clickhouse_event_names()), rows);
    if (!done) return done;
    rows.clear();
    for (const Article* article : batch.articles) rows += clickhouse_row(*article, version);
    return server_.insert(fmt::format("articles{} ({})", whole_, clickhouse_article_names()), rows);
  }

  Result<std::vector<std::string>> known(const std::vector<std::string>& ids) const override {
    std::vector<std::string> found;
    for (size_t at = 0; at < ids.size(); at += kIdsAtOnce) {
      const auto end =
          ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + kIdsAtOnce));
      const auto rows =
          server_.rows(fmt::format("SELECT DISTINCT id FROM articles{} WHERE id IN ({})", whole_,
                                   list_of({ids.begin() + static_cast<std::ptrdiff_t>(at), end})));
      if (!rows) return Error{rows.error()};
      for (const ClickHouseRow& row : rows.value()) found.push_back(row.at(0));
    }
    std::ranges::sort(found);
    return found;
  }

  Result<std::vector<Article>> articles(std::string_view after, size_t most) const override {
    std::string rest = after.empty() ? "1" : "id > " + quoted(after);
    return select_articles(rest, most);
  }

  Result<std::optional<Article>> article(std::string_view id) const override {
    const auto found = select_articles("id = " + quoted(id), 1);
    if (!found) return Error{found.error()};
    if (found.value().empty()) return std::optional<Article>();
    return std::optional(found.value().front());
  }

  Result<std::vector<Event>> events(const EventFilter& filter) const override {
    if (filter.most == 0) return std::vector<Event>();
    const bool by_words = !filter.words.empty();
    std::string limit;
    if (!by_words && filter.most != kAll)
      limit = fmt::format(" LIMIT {}, {}", filter.skip, filter.most);
    auto found = select_events(condition_of(filter), filter.newest_first, limit);
    if (!found) return found;
    std::vector<Event>& events = found.value();
    const std::vector<std::string> terms = search_terms(filter.words);
    if (by_words)
      std::erase_if(events, [&](const Event& one) { return !holds_all(one.sentence, terms); });
    if (!limit.empty()) return found;
    const size_t skipped = std::min(filter.skip, events.size());
    events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(skipped));
    if (events.size() > filter.most) events.resize(filter.most);
    return found;
  }

  // By pages, each beginning behind the last event of the one before.
  Result<Done> each(const EventFilter& filter,
                    const std::function<bool(Event&&)>& take) const override {
    const bool plain =
        filter.words.empty() && !filter.newest_first && filter.skip == 0 && filter.most == kAll;
    std::string after;
    while (true) {
      auto page = plain ? select_events(condition_of(filter) + after, false,
                                        fmt::format(" LIMIT {}", kEventsAtOnce))
                        : events(filter);
      if (!page) return Error{page.error()};
      const bool last = !plain || page.value().size() < kEventsAtOnce;
      if (!last) {
        const Event& end = page.value().back();
        after = fmt::format(
            " AND (date_from > {0} OR (date_from = {0} AND (id > {1} OR (id = {1} AND document > "
            "{2}))))",
            day_number(end.date.range.from), quoted(end.id), quoted(end.document));
      }
      for (Event& event : page.value())
        if (!take(std::move(event))) return Done{};
      if (last) return Done{};
    }
  }

  Result<size_t> count(const EventFilter& filter) const override {
    if (!filter.words.empty()) {
      EventFilter all = filter;
      all.skip = 0;
      all.most = kAll;
      const auto found = events(all);
      if (!found) return Error{found.error()};
      return found.value().size();
    }
    return number(
        fmt::format("SELECT count() FROM events{} WHERE {}", whole_, valid(condition_of(filter))));
  }

  Result<std::vector<Tally>> tallies(const TallyOptions& options) const override {
    std::string_view perspective = "''", said = "1";
    if (options.perspective == Perspective::outlet) {
      perspective = "outlet";
      said = "speakers > 0 AND outlet <> ''";
    } else if (options.perspective == Perspective::speaker) {
      perspective = "speaker";
      said = "speakers > 0 AND speaker <> ''";
    }
    const bool named = options.perspective != Perspective::all && !options.name.empty();
    const std::string by_name =
        named ? fmt::format(" AND {} = {}", perspective, quoted(options.name)) : "";
    const auto rows = server_.rows(fmt::format(
        "SELECT source, target, month, told_by, {} sum(mutual), "
        "sum(if(weight > 0, weight, 0.0)), sum(if(weight < 0, -weight, 0.0)) FROM ("
        "SELECT if(back = 1, target_node, source_node) AS source, "
        "if(back = 1, source_node, target_node) AS target, month, {} AS told_by, type, mutual, "
        "weight, arrayJoin(if(mutual = 1, [0, 1], [0])) AS back FROM events{} WHERE {}) "
        "GROUP BY source, target, month, told_by ORDER BY source, target, month, told_by",
        counts_sql(), perspective, whole_,
        valid(fmt::format("source_node <> target_node AND source_node <> '' AND "
                          "target_node <> '' AND {}{}",
                          said, by_name))));
    if (!rows) return Error{rows.error()};
    std::vector<Tally> tallies;
    for (const ClickHouseRow& row : rows.value()) tallies.push_back(tally_of(row));
    return tallies;
  }

  Result<std::vector<Passage>> search(std::string_view words, size_t most) const override {
    const std::vector<std::string> terms = search_terms(words);
    std::vector<Passage> found;
    if (terms.empty()) return found;
    // Any of its words must stand there; holds_all() then looks closer.
    std::string likely = "text <> ''";
    for (const std::string& term : terms) {
      likely += fmt::format(" AND positionCaseInsensitive(concat(title, ' ', text), {}) > 0",
                            quoted(std::string_view(term).substr(0, term.find(' '))));
    }
    for (std::string after; found.size() < most;) {
      const auto page = select_articles(
          likely + (after.empty() ? "" : " AND id > " + quoted(after)), kSearchedAtOnce);
      if (!page) return Error{page.error()};
      if (page.value().empty()) break;
      after = page.value().back().id;
      for (const Article& article : page.value()) {
        if (found.size() < most && holds_all(article.title + "\n" + article.text, terms))
          found.push_back({article, best_sentence(article.text, terms)});
      }
    }
    return found;
  }

  Result<std::vector<Problem>> check() const override {
    const auto lost =
        number(fmt::format("SELECT count() FROM events{} WHERE document NOT IN (SELECT id FROM {})",
                           whole_, own_articles()));
    if (!lost) return Error{lost.error()};
    std::vector<Problem> problems;
    if (lost.value() > 0) {
      problems.push_back(
          {server_.address().hosts[0],
           fmt::format("{} events of articles whose writer was stopped; they do not count. Read "
                       "those articles again, or delete the events.",
                       lost.value())});
    }
    return problems;
  }

  Result<std::unique_ptr<Store>> reader(int) const override {
    return std::unique_ptr<Store>(std::make_unique<ClickHouseStore>(ClickHouse(server_.address())));
  }

  Result<int64_t> version() const override {
    const auto last = number(fmt::format("SELECT toUInt64(max(version)) FROM articles{}", whole_));
    if (!last) return Error{last.error()};
    return static_cast<int64_t>(last.value());
  }

 private:
  // The table of the shard, with its database: other shards have a database of their own by
  // default.
  std::string own_articles() const { return server_.address().database + ".articles"; }

  // Only events of the newest put of their article.
  std::string valid(const std::string& condition) const {
    return fmt::format(
        "(document, version) IN (SELECT id, max(version) FROM {} GROUP BY id) AND {}",
        own_articles(), condition);
  }

  Result<std::vector<Event>> select_events(const std::string& condition, bool newest_first,
                                           const std::string& limit) const {
    const std::string_view way = newest_first ? " DESC" : "";
    const auto rows = server_.rows(fmt::format(
        "SELECT {0} FROM events{1} WHERE {2} ORDER BY date_from{3}, id{3}, document{3}{4}",
        clickhouse_event_names(), whole_, valid(condition), way, limit));
    if (!rows) return Error{rows.error()};
    std::vector<Event> events;
    for (const ClickHouseRow& row : rows.value()) {
      auto event = clickhouse_event(row);
      if (!event) return unknown_row();
      events.push_back(std::move(*event));
    }
    return events;
  }

  Result<std::vector<Article>> select_articles(const std::string& condition, size_t most) const {
    std::string sql = fmt::format(
        "SELECT {} FROM articles{} WHERE (id, version) IN (SELECT id, max(version) FROM {} GROUP "
        "BY "
        "id) AND {} ORDER BY id LIMIT 1 BY id",
        clickhouse_article_names(), whole_, own_articles(), condition);
    if (most != kAll) sql += fmt::format(" LIMIT {}", most);
    const auto rows = server_.rows(sql);
    if (!rows) return Error{rows.error()};
    std::vector<Article> articles;
    for (const ClickHouseRow& row : rows.value()) {
      auto article = clickhouse_article(row);
      if (!article) return unknown_row();
      articles.push_back(std::move(*article));
    }
    return articles;
  }

  static Tally tally_of(const ClickHouseRow& row) {
    Tally tally;
    tally.source = row.at(0);
    tally.target = row.at(1);
    tally.month = from_day_number(row.at(2));
    tally.perspective = row.at(3);
    for (size_t i = 0; i < tally.counts.size(); ++i)
      tally.counts[i] = static_cast<uint32_t>(std::stoul(row.at(4 + i)));
    tally.mutual = static_cast<uint32_t>(std::stoul(row.at(4 + kEventTypes)));
    tally.friendly = std::stod(row.at(5 + kEventTypes));
    tally.hostile = std::stod(row.at(6 + kEventTypes));
    return tally;
  }

  Error unknown_row() const {
    return Error{
        fmt::format("The tables at {} hold rows that this Entente cannot read. If they "
                    "were changed by another program, choose another database.",
                    server_.address().hosts[0])};
  }

  Result<size_t> number(const std::string& sql) const {
    const auto rows = server_.rows(sql);
    if (!rows) return Error{rows.error()};
    if (rows.value().empty() || rows.value()[0].empty()) return size_t{0};
    return static_cast<size_t>(std::stoull(rows.value()[0][0]));
  }

  ClickHouse server_;
  std::string whole_;  // behind the names of tables that span the cluster
};

std::string engine_of(const ClickHouseAddress& address, std::string_view table) {
  if (!address.replicated) return "ReplacingMergeTree(version)";
  return fmt::format(
      "ReplicatedReplacingMergeTree('/clickhouse/tables/{{shard}}/{}/{}', "
      "'{{replica}}', version)",
      address.database, table);
}

// Whether the first host has this table.
Result<bool> has_table(const ClickHouse& server, std::string_view table) {
  const auto there =
      server.rows(fmt::format("SELECT count() FROM system.tables WHERE database = {} AND name = {}",
                              quoted(server.address().database), quoted(table)),
                  false);
  if (!there) return Error{there.error()};
  return !there.value().empty() && there.value()[0].at(0) == "1";
}

Result<Done> make_tables(const ClickHouse& server) {
  const ClickHouseAddress& address = server.address();
  // One host of a cluster tells the others, which takes ZooKeeper; several are told one by one.
  const bool tells = !address.cluster.empty() && address.hosts.size() == 1;
  if (tells) {  // a host that is down need not hinder those that are up: it waits for all of them
    const auto made = has_table(server, "events_all");
    if (!made) return Error{made.error()};
    if (made.value()) return Done{};
  }
  const std::string everywhere = tells ? " ON CLUSTER " + address.cluster : "";
  std::vector<std::string> statements;
  for (const auto& [table, columns, key] :
       {std::tuple(std::string("articles"), clickhouse_article_columns(), std::string("id")),
        std::tuple(std::string("events"), clickhouse_event_columns(),
                   std::string("document, id"))}) {
    statements.push_back(
        fmt::format("CREATE TABLE IF NOT EXISTS {}{} ({}) ENGINE = {} ORDER BY ({})", table,
                    everywhere, columns, engine_of(address, table), key));
    if (address.cluster.empty()) continue;
    statements.push_back(fmt::format(
        "CREATE TABLE IF NOT EXISTS {}_all{} ({}) ENGINE = Distributed({}, {}, {}, cityHash64({}))",
        table, everywhere, columns, address.cluster, address.database, table,
        table == "articles" ? "id" : "document"));
  }
  for (size_t host = 0; host < address.hosts.size(); ++host) {
    const auto made =
        server.run(fmt::format("CREATE DATABASE IF NOT EXISTS {}{}", address.database, everywhere),
                   host, false);
    if (!made) return made;
    for (const std::string& sql : statements)
      if (auto done = server.run(sql, host); !done) return done;
  }
  return Done{};
}

}  // namespace

Result<std::unique_ptr<Store>> open_clickhouse_store(std::string_view text, bool must_exist) {
  auto address = read_clickhouse_address(text);
  if (!address) return Error{address.error()};
  ClickHouse server(std::move(address).value());
  if (must_exist) {
    const auto there = has_table(server, "events");
    if (!there) return Error{there.error()};
    if (!there.value()) {
      return Error{
          fmt::format("{} has no database {} with a store of Entente. Read articles into it "
                      "first (entente read PATH --store {}).",
                      server.address().hosts[0], server.address().database, text)};
    }
  } else if (auto made = make_tables(server); !made) {
    return Error{made.error()};
  }
  return std::unique_ptr<Store>(std::make_unique<ClickHouseStore>(std::move(server)));
}

}  // namespace entente
