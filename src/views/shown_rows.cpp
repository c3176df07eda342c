// What views of the page show, with the fields that the page itself exports, so that what a program
// asks a server for is what a person sees there. Tested in shown_rows_test.cpp.
#include <algorithm>
#include <map>

#include "views/evidence.h"
#include "views/records.h"
#include "views/report_data.h"
#include "views/sections.h"
#include "views/wording.h"

namespace entente {

namespace {

// What the window leaves of a list.
template <typename T>
std::vector<T> part_of(std::vector<T> list, RowWindow window) {
  const size_t skip = std::min(window.skip, list.size());
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(skip));
  if (list.size() > window.most) list.resize(window.most);
  return list;
}

// What a spreadsheet would take for a formula gets an apostrophe: articles may be hostile.
ShownRows rows_as(Records records, RowWindow window, Format format) {
  const size_t of = records.rows.size();
  records.rows = part_of(std::move(records.rows), window);
  const bool sheet = format == Format::csv || format == Format::tsv;
  for (std::vector<Value>& row : records.rows) {
    for (Value& value : row) {
      auto* text = std::get_if<std::string>(&value);
      if (sheet && text && text->find_first_of("=+-@\t\r") == 0) text->insert(0, 1, '\'');
    }
  }
  return {write_records(records, format), records.rows.size(), of};
}

Value iso(Date date) { return is_valid(date) ? Value(to_string(date)) : Value(); }

Value number(size_t count) { return static_cast<int64_t>(count); }

// Actors' nodes, by name; events of others have the name that the text gives.
class Nodes {
 public:
  explicit Nodes(const Network& network) {
    for (const NetworkActor& actor : network.actors) nodes_.push_back(actor.node);
  }
  std::string of(const Participant& one) const {
    const bool known = std::ranges::binary_search(nodes_, one.actor.node);
    return known ? one.actor.node : one_line(one.actor.name);
  }

 private:
  std::vector<std::string_view> nodes_;  // sorted, as in the network
};

std::string said_by(const Event& event) {
  std::string chain;
  for (const Speaker& speaker : event.said_by)
    chain += (chain.empty() ? "" : " › ") + one_line(speaker.name);
  return chain;
}

std::string sentence_of(const Event& event) {
  std::string sentence;
  for (const EvidencePart& part : evidence_parts(event)) sentence += part.text;
  return sentence;
}

std::string actor_list(const System& system, std::initializer_list<uint32_t> actors) {
  std::string list;
  for (const uint32_t actor : actors)
    list += (list.empty() ? "" : " ") + system.network.actors[actor].node;
  return list;
}

Value camp_value(int camp) { return camp > 0 ? Value(int64_t{camp}) : Value(); }

}  // namespace

ShownRows shown_ties(const System& system, RowWindow window, Format format) {
  const std::vector<uint32_t> order = ties_by_strength(system);
  ShownRows shown = rows_as(tie_records(system, part_of(order, window)), {}, format);
  shown.of = order.size();
  return shown;
}

ShownRows shown_events(const System& system, const EventWeights& weights,
                       const std::vector<size_t>& which, RowWindow window, Format format) {
  Records records;
  records.fields = {"id",    "source",     "target",  "source_name", "target_name", "type",
                    "mode",  "intensity",  "weight",  "status",      "from",        "to",
                    "issue", "said_by",    "outlet",  "title",       "published",   "url",
                    "rule",  "confidence", "sentence"};
  const std::vector<std::string> issues = mine_issues(system.events);
  const Nodes nodes(system.network);
  std::vector<const Article*> by_id;
  for (const Article& article : system.articles) by_id.push_back(&article);
  std::ranges::sort(by_id, {}, &Article::id);
  for (const size_t i : part_of(which, window)) {
    const Event& event = system.events[i];
    const auto found = std::ranges::lower_bound(by_id, event.document, {}, &Article::id);
    const Article* article =
        found != by_id.end() && (*found)->id == event.document ? *found : nullptr;
    const bool dated = event.date.basis != DateBasis::none;
    records.rows.push_back({event.id,
                            nodes.of(event.source),
                            nodes.of(event.target),
                            one_line(event.source.actor.name),
                            one_line(event.target.actor.name),
                            std::string(to_string(event.type)),
                            event.mode,
                            intensity(event.type, event.mode),
                            rounded(weights.weight[i]),
                            std::string(to_string(event.status)),
                            dated ? iso(event.date.range.from) : Value(),
                            dated ? iso(event.date.range.to) : Value(),
                            one_line(issues[i]),
                            said_by(event),
                            article ? one_line(article->outlet) : said_by(event),
                            article ? one_line(article->title) : "",
                            article && article->published ? iso(*article->published) : Value(),
                            article ? one_line(article->url) : "",
                            event.rule,
                            rounded(event.confidence),
                            sentence_of(event)});
  }
  ShownRows shown = rows_as(std::move(records), {}, format);
  shown.of = which.size();
  return shown;
}

ShownRows shown_camps(const System& system, const std::vector<CampColumn>& columns,
                      RowWindow window, Format format) {
  std::map<std::string_view, std::string_view> country;
  for (const Event& event : system.events) {
    for (const Participant* one : {&event.source, &event.target})
      if (!one->actor.country.empty()) country.emplace(one->actor.node, one->actor.country);
  }
  Records records;
  records.fields = {"node", "name", "camp", "certain", "weight", "country"};
  for (const CampColumn& column : columns) records.fields.push_back(column.name);
  for (uint32_t i = 0; i < system.network.actors.size(); ++i) {
    const NetworkActor& actor = system.network.actors[i];
    const int camp = camp_number(system, i);
    const auto found = country.find(actor.node);
    std::vector<Value> row = {
        actor.node,
        display_name(system, i),
        camp_value(camp),
        static_cast<bool>(system.balance.certain[i]),
        rounded(actor.weight),
        std::string(found == country.end() ? std::string_view() : found->second)};
    for (const CampColumn& column : columns) row.push_back(camp_value(column.camp[i]));
    records.rows.push_back(std::move(row));
  }
  return rows_as(std::move(records), window, format);
}

ShownRows shown_tensions(const System& system, RowWindow window, Format format) {
  Records records;
  records.fields = {"kind", "actors", "weight", "text"};
  const auto add = [&](std::string_view kind, std::string actors, double weight,
                       const Wording& text) {
    records.rows.push_back(
        {std::string(kind), std::move(actors), rounded(weight), plain_text(text)});
  };
  size_t left = kTensionsMax;
  for (const Triad& triad : system.balance.triads) {
    if (triad.balanced()) continue;
    if (left-- == 0) break;
    add(triad.kind == TriadKind::torn_friend ? "torn_friend" : "all_enemies",
        actor_list(system, {triad.a, triad.b, triad.c}), triad.weight,
        tension_wording(system, triad));
  }
  for (const Contested& entry : most_contested(system.balance, kContestedMax))
    add("contested", actor_list(system, {entry.actor}), entry.cost_of_move,
        contested_wording(system, entry));
  left = kImpliedMax;
  for (const ImpliedTie& tie : system.balance.implied) {
    if (left-- == 0) break;
    add("implied", actor_list(system, {tie.first, tie.second}), tie.score,
        implied_wording(system, tie));
  }
  return rows_as(std::move(records), window, format);
}

ShownRows shown_positions(const System& system, const std::vector<Position>& positions,
                          RowWindow window, Format format) {
  Records records;
  records.fields = {"actor", "name", "issue", "stand", "events"};
  for (const Position& position : positions) {
    records.rows.push_back({position.node, display_name(system, position.node),
                            one_line(position.issue), std::string(to_string(position.stand)),
                            number(position.events.size())});
  }
  return rows_as(std::move(records), window, format);
}

ShownRows shown_months(const std::vector<MonthCounts>& months, RowWindow window, Format format) {
  Records records;
  records.fields = {"month", "friendly", "hostile", "articles"};
  for (const MonthCounts& month : months) {
    records.rows.push_back({to_string(month.month).substr(0, 7), number(month.friendly),
                            number(month.hostile), number(month.articles)});
  }
  return rows_as(std::move(records), window, format);
}

ShownRows shown_outlets(const std::vector<OutletCounts>& outlets,
                        const std::vector<OutletDifference>& differences, RowWindow window,
                        Format format) {
  Records records;
  records.fields = {"name", "events", "friendly", "hostile", "differs_from", "tie"};
  for (const OutletCounts& outlet : outlets) {
    records.rows.push_back({one_line(outlet.name), number(outlet.events), number(outlet.friendly),
                            number(outlet.hostile), Value(), Value()});
  }
  for (const OutletDifference& entry : differences) {
    records.rows.push_back(
        {one_line(entry.first), int64_t{entry.one.events}, rounded(entry.one.friendly),
         rounded(entry.one.hostile), one_line(entry.second),
         entry.node_a + "~" + entry.node_b + ": " + std::string(relation_word(entry.one)) + ", " +
             std::string(relation_word(entry.other))});
  }
  return rows_as(std::move(records), window, format);
}

}  // namespace entente
