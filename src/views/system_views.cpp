// The network and what balance says of it: ties, camps, summary.
// Tested in system_views_test.cpp.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "views/records.h"
#include "views/sections.h"
#include "views/views.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Value month(Date date) { return is_valid(date) ? Value(to_string(date).substr(0, 7)) : Value(); }

Value camp_value(const System& system, uint32_t actor) {
  const int number = camp_number(system, actor);
  return number > 0 ? Value(int64_t{number}) : Value();
}

const Contested* contested_entry(const System& system, uint32_t actor) {
  for (const Contested& contested : system.balance.contested) {
    if (contested.actor == actor) return &contested;
  }
  return nullptr;
}

Records camp_records(const System& system) {
  Records records;
  records.fields = {"camp", "node", "name", "weight", "certain", "courted_by_both", "cost_of_move"};
  for (int number : {1, 2, 0}) {
    for (uint32_t actor : camp_members(system, number)) {
      const Contested* contested = contested_entry(system, actor);
      records.rows.push_back(
          {camp_value(system, actor), system.network.actors[actor].node,
           display_name(system, actor), rounded(system.network.actors[actor].weight),
           number > 0 && system.balance.certain[actor], contested && contested->courted_by_both,
           contested ? Value(rounded(contested->cost_of_move)) : Value()});
    }
  }
  return records;
}

std::string_view kind_name(TriadKind kind) {
  switch (kind) {
    case TriadKind::all_friends: return "all_friends";
    case TriadKind::two_against_one: return "two_against_one";
    case TriadKind::torn_friend: return "torn_friend";
    case TriadKind::all_enemies: break;
  }
  return "all_enemies";
}

class CampsJson {
 public:
  explicit CampsJson(const System& system) : system_(system) {}

  Json document() const {
    const Balance& balance = system_.balance;
    return {{"camps", Json::array({camp(1), camp(2)})},
            {"neither", camp(0)["actors"]},
            {"frustration", rounded(balance.frustration)},
            {"lower_bound", rounded(balance.lower_bound)},
            {"proven", balance.proven},
            {"total_weight", rounded(balance.total_weight)},
            {"tensions", tensions()},
            {"contested", contested()},
            {"implied", implied()}};
  }

 private:
  std::string node(uint32_t actor) const { return system_.network.actors[actor].node; }

  Json camp(int number) const {
    Json actors = Json::array();
    for (uint32_t actor : camp_members(system_, number)) {
      actors.push_back({{"node", node(actor)},
                        {"name", display_name(system_, actor)},
                        {"weight", rounded(system_.network.actors[actor].weight)},
                        {"certain", number > 0 && system_.balance.certain[actor]}});
    }
    return {{"camp", number}, {"actors", actors}};
  }

  Json tensions() const {
    Json list = Json::array();
    for (const Triad& triad : system_.balance.triads) {
      if (triad.balanced()) continue;
      list.push_back({{"actors", Json::array({node(triad.a), node(triad.b), node(triad.c)})},
                      {"kind", kind_name(triad.kind)},
                      {"weight", rounded(triad.weight)},
                      {"text", plain_text(tension_wording(system_, triad))}});
    }
    return list;
  }

  Json contested() const {
    Json list = Json::array();
    for (const Contested& entry : system_.balance.contested) {
      list.push_back({{"node", node(entry.actor)},
                      {"between", rounded(entry.between)},
                      {"friendly_own", rounded(entry.friendly_own)},
                      {"friendly_other", rounded(entry.friendly_other)},
                      {"pull_own", rounded(entry.pull_own)},
                      {"pull_other", rounded(entry.pull_other)},
                      {"cost_of_move", rounded(entry.cost_of_move)},
                      {"courted_by_both", entry.courted_by_both},
                      {"text", plain_text(contested_wording(system_, entry))}});
    }
    return list;
  }

  Json implied() const {
    Json list = Json::array();
    for (const ImpliedTie& tie : system_.balance.implied) {
      Json through = Json::array();
      for (uint32_t actor : tie.through) through.push_back(node(actor));
      list.push_back({{"a", node(tie.first)},
                      {"b", node(tie.second)},
                      {"score", rounded(tie.score)},
                      {"friend_chance", rounded(tie.friend_chance())},
                      {"through", through},
                      {"text", plain_text(implied_wording(system_, tie))}});
    }
    return list;
  }

  const System& system_;
};

std::string join_sections(const std::vector<std::string>& sections) {
  std::string text;
  for (const std::string& section : sections) {
    if (section.empty()) continue;
    if (!text.empty()) text += '\n';
    text += section;
  }
  return text;
}

std::string counted(size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "3 articles from 2 outlets, 2021-06-28 to 2021-07-20: 12 actors, 38 events, 23 ties"
std::string what_was_read(const System& system) {
  std::set<std::string> outlets;
  std::set<Date> days;
  for (const Article& article : system.articles) {
    if (!article.outlet.empty()) outlets.insert(article.outlet);
    if (article.published) days.insert(*article.published);
  }
  std::string text = counted(system.articles.size(), "article");
  if (!outlets.empty()) text += " from " + counted(outlets.size(), "outlet");
  if (!days.empty()) text += ", " + to_string(*days.begin());
  if (days.size() > 1) text += " to " + to_string(*days.rbegin());
  return text + ": " + counted(system.network.actors.size(), "actor") + ", " +
         counted(system.events.size(), "event") + ", " + counted(system.network.ties.size(), "tie");
}

}  // namespace

Records tie_records(const System& system, const std::vector<uint32_t>& ties) {
  Records records;
  records.fields = {"a",        "b",        "a_name",  "b_name",    "relation", "sign",
                    "strength", "friendly", "hostile", "mixedness", "a_to_b",   "b_to_a",
                    "events",   "from",     "to",      "frustrated"};
  const std::vector<uint32_t>& bad = system.balance.frustrated;
  const std::set<uint32_t> frustrated(bad.begin(), bad.end());
  for (const uint32_t i : ties) {
    const Tie& tie = system.network.ties[i];
    records.rows.push_back(
        {system.network.actors[tie.first].node, system.network.actors[tie.second].node,
         display_name(system, tie.first), display_name(system, tie.second),
         std::string(relation_word(tie)), int64_t{tie.sign()}, rounded(tie.strength()),
         rounded(tie.friendly), rounded(tie.hostile), rounded(tie.mixedness()),
         rounded(tie.first_to_second), rounded(tie.second_to_first), int64_t{tie.events},
         month(tie.from), month(tie.to), frustrated.contains(i)});
  }
  return records;
}

std::string ties_view(const System& system, Format format, Terminal terminal) {
  const std::vector<uint32_t> order = ties_by_strength(system);
  if (format != Format::table) return write_records(tie_records(system, order), format);
  return write_table(ties_table(system, order, true), terminal);
}

std::string camps_view(const System& system, Format format, Terminal terminal,
                       const WhatIf* what_if) {
  if (format == Format::json) {
    Json document = CampsJson(system).document();
    if (what_if) document.update(Json::parse(what_if_view(*what_if, Format::json, terminal)));
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  }
  if (format != Format::table) return write_records(camp_records(system), format);
  constexpr size_t kMost = 30;
  return join_sections({camps_section(system, terminal), tensions_section(system, terminal, kMost),
                        contested_section(system, terminal, kMost),
                        implied_section(system, terminal, kMost),
                        what_if ? what_if_view(*what_if, format, terminal) : ""});
}

std::string summary_view(const System& system, Terminal terminal) {
  constexpr size_t kMost = 10;
  std::string read = paragraph("", "", what_was_read(system), terminal.width);
  if (system.network.ties.empty()) {
    return read + "No ties: the text names no deed of one known actor toward another.\n";
  }
  return join_sections({read, camps_section(system, terminal),
                        ties_section(system, terminal, kMost),
                        tensions_section(system, terminal, kMost / 2),
                        contested_section(system, terminal, kMost / 2)});
}

}  // namespace entente
