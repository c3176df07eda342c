// The page's data (docs/views.md). Sentences come already cut into evidence parts, so that the page
// need not know UTF-8, sentences of balance as phrases with the actors they name, and events with
// their weights, so that the page can add up the ties of any selection of events.
// Tested in report_page_test.cpp.
#include "views/report_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "views/evidence.h"
#include "views/layout.h"
#include "views/records.h"
#include "views/sections.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

Json history_data(const History& history) {
  const auto month = [](Date date) { return to_string(date).substr(0, 7); };
  Json windows = Json::array(), moves = Json::array(), changes = Json::array();
  for (const Stretch& one : history.windows) {
    Json camps = Json::array(), undecided = Json::array();
    for (uint32_t i = 0; i < one.side.size(); ++i) {
      camps.push_back(one.side[i] == 0 ? 0 : one.side[i] > 0 ? 1 : 2);
      if (one.standing[i] == Standing::undecided) undecided.push_back(i);
    }
    windows.push_back({{"from", month(one.window.from)},
                       {"to", month(one.window.to)},
                       {"ties", one.ties},
                       {"balance", rounded(one.balance)},
                       {"low", rounded(one.low)},
                       {"high", rounded(one.high)},
                       {"chance", rounded(one.by_chance)},
                       {"p", rounded(one.chance_p)},
                       {"weight", rounded(one.weight)},
                       {"frustration", rounded(one.frustration)},
                       {"proven", one.proven},
                       {"camps", camps},
                       {"undecided", undecided}});
  }
  for (const CampChange& move : history.moves)
    moves.push_back({{"actor", move.actor},
                     {"last", move.last},
                     {"now", move.now},
                     {"camp", move.side > 0 ? 1 : 2},
                     {"certain", move.certain},
                     {"support", rounded(move.support)}});
  for (const ChangePoint& change : history.changes) {
    const bool tie = change.of == ChangeOf::tie;
    changes.push_back({{"of", tie                          ? "tie"
                              : change.of == ChangeOf::fit ? "fit"
                                                           : "tone"},
                       {"a", tie ? static_cast<int>(change.first) : -1},
                       {"b", tie ? static_cast<int>(change.second) : -1},
                       {"date", to_string(change.date)},
                       {"before", rounded(change.before)},
                       {"after", rounded(change.after)},
                       {"p", rounded(change.p)}});
  }
  return {
      {"samples", history.samples}, {"windows", windows}, {"moves", moves}, {"changes", changes}};
}

class ReportData {
 public:
  explicit ReportData(const System& system) : system_(system), weights_(weigh_events(system)) {
    for (uint32_t i = 0; i < system.network.actors.size(); ++i) {
      index_.emplace(system.network.actors[i].node, static_cast<int>(i));
    }
    for (uint32_t i = 0; i < system.articles.size(); ++i) {
      article_.emplace(system.articles[i].id, static_cast<int>(i));
    }
    for (const Event& event : system.events) {
      for (const Participant* one : {&event.source, &event.target}) {
        if (!one->actor.country.empty()) country_.emplace(one->actor.node, one->actor.country);
      }
    }
  }

  Json document(std::string_view title) const {
    Json document = whole(title);
    if (system_.history) document["history"] = history_data(*system_.history);
    return document;
  }

 private:
  Json whole(std::string_view title) const {
    return {{"version", 1},
            {"title", one_line(title)},
            {"finding", phrases(finding_wording(system_))},
            {"balance", balance()},
            {"actors", actors()},
            {"ties", ties()},
            {"events", events()},
            {"articles", articles()},
            {"tensions", tensions()},
            {"contested", contested()},
            {"implied", implied()},
            {"positions", positions()}};
  }

  int actor_index(const std::string& node) const {
    const auto place = index_.find(node);
    return place == index_.end() ? -1 : place->second;
  }

  Json balance() const {
    const Balance& balance = system_.balance;
    return {{"explained", rounded(explained_share(balance))},
            {"proven", balance.proven},
            {"frustration", rounded(balance.frustration)},
            {"lower_bound", rounded(balance.lower_bound)},
            {"weight", rounded(balance.total_weight)}};
  }

  Json actors() const {
    Json list = Json::array();
    const std::vector<Place> places = layout(system_);
    for (uint32_t i = 0; i < system_.network.actors.size(); ++i) {
      const auto country = country_.find(system_.network.actors[i].node);
      const std::string name = display_name(system_, i);
      const int camp = camp_number(system_, i);
      list.push_back({{"node", system_.network.actors[i].node},
                      {"name", name},
                      {"the", takes_article(name)},
                      {"camp", camp},
                      {"certain", camp > 0 && system_.balance.certain[i]},
                      {"weight", rounded(system_.network.actors[i].weight)},
                      {"country", country == country_.end() ? "" : country->second},
                      {"x", std::round(places[i].x)},
                      {"y", std::round(places[i].y)}});
    }
    return list;
  }

  Json ties() const {
    const std::vector<uint32_t>& bad = system_.balance.frustrated;
    const std::set<uint32_t> frustrated(bad.begin(), bad.end());
    Json list = Json::array();
    for (uint32_t i = 0; i < system_.network.ties.size(); ++i) {
      const Tie& tie = system_.network.ties[i];
      list.push_back({{"a", tie.first},
                      {"b", tie.second},
                      {"sign", tie.sign()},
                      {"relation", relation_word(tie)},
                      {"strength", rounded(tie.strength())},
                      {"friendly", rounded(tie.friendly)},
                      {"hostile", rounded(tie.hostile)},
                      {"mixedness", rounded(tie.mixedness())},
                      {"ab", rounded(tie.first_to_second)},
                      {"ba", rounded(tie.second_to_first)},
                      {"events", tie.events},
                      {"frustrated", frustrated.contains(i)}});
    }
    return list;
  }

  Json event(size_t number, const std::string& issue) const {
    const Event& event = system_.events[number];
    Json parts = Json::array();
    for (const EvidencePart& part : evidence_parts(event)) {
      parts.push_back({part.text, static_cast<int>(part.role)});
    }
    Json said = Json::array();
    for (const Speaker& speaker : event.said_by) said.push_back(one_line(speaker.name));
    const bool dated = event.date.basis != DateBasis::none && is_valid(event.date.range.from);
    const auto article = article_.find(event.document);
    return {{"id", event.id},
            {"s", actor_index(event.source.actor.node)},
            {"t", actor_index(event.target.actor.node)},
            {"source", one_line(event.source.actor.name)},
            {"target", one_line(event.target.actor.name)},
            {"type", to_string(event.type)},
            {"mode", event.mode},
            {"sign", sign(event.type, event.mode)},
            {"intensity", intensity(event.type, event.mode)},
            {"weight", rounded(weights_.weight[number])},
            {"told", weights_.told[number]},
            {"claimed", event.claimed},
            {"coder", event.elsewhere.coder},
            {"where", one_line(event.place.name)},
            {"status", to_string(event.status)},
            {"mutual", event.mutual},
            {"said", said},
            {"from", dated ? Json(to_string(event.date.range.from)) : Json()},
            {"to", dated ? Json(to_string(event.date.range.to)) : Json()},
            {"precision", to_string(event.date.range.precision)},
            {"basis", to_string(event.date.basis)},
            {"issue", one_line(issue)},
            {"rule", event.rule},
            {"confidence", rounded(event.confidence)},
            {"article", article == article_.end() ? -1 : article->second},
            {"place", event.sentence_index},
            {"parts", parts}};
  }

  Json events() const {
    Json list = Json::array();
    const std::vector<std::string> issues = mine_issues(system_.events);
    for (size_t i = 0; i < issues.size(); ++i) list.push_back(event(i, issues[i]));
    return list;
  }

  Json articles() const {
    Json list = Json::array();
    for (const Article& article : system_.articles) {
      list.push_back(
          {{"id", article.id},
           {"title", one_line(article.title)},
           {"outlet", one_line(article.outlet)},
           {"author", one_line(article.author)},
           {"url", one_line(article.url)},
           {"published", article.published ? Json(to_string(*article.published)) : Json()}});
    }
    return list;
  }

  Json positions() const {
    Json list = Json::array();
    for (const Position& position : find_positions(system_.events)) {
      const int actor = actor_index(position.node);
      if (actor < 0) continue;
      list.push_back({{"actor", actor},
                      {"issue", one_line(position.issue)},
                      {"stand", to_string(position.stand)},
                      {"events", position.events}});
    }
    return list;
  }

  static Json phrases(const Wording& wording) {
    Json list = Json::array();
    for (const Phrase& phrase : wording) list.push_back({phrase.text, phrase.actor});
    return list;
  }

  Json tensions() const {
    Json list = Json::array();
    for (const Triad& triad : system_.balance.triads) {
      if (triad.balanced()) continue;
      if (list.size() == kTensionsMax) break;
      list.push_back({{"actors", Json::array({triad.a, triad.b, triad.c})},
                      {"torn", triad.kind == TriadKind::torn_friend},
                      {"weight", rounded(triad.weight)},
                      {"text", phrases(tension_wording(system_, triad))}});
    }
    return list;
  }

  Json contested() const {
    Json list = Json::array();
    for (const Contested& entry : most_contested(system_.balance, kContestedMax)) {
      list.push_back({{"actor", entry.actor},
                      {"own", rounded(entry.pull_own)},
                      {"other", rounded(entry.pull_other)},
                      {"cost", rounded(entry.cost_of_move)},
                      {"text", phrases(contested_wording(system_, entry))}});
    }
    return list;
  }

  Json implied() const {
    Json list = Json::array();
    for (const ImpliedTie& tie : system_.balance.implied) {
      if (list.size() == kImpliedMax) break;
      list.push_back({{"a", tie.first},
                      {"b", tie.second},
                      {"score", rounded(tie.score)},
                      {"friend_chance", rounded(tie.friend_chance())},
                      {"text", phrases(implied_wording(system_, tie))}});
    }
    return list;
  }

  const System& system_;
  std::map<std::string, int, std::less<>> index_;
  std::map<std::string, int, std::less<>> article_;
  std::map<std::string, std::string, std::less<>> country_;  // of a node
  EventWeights weights_;
};

// Inside JSON these bytes occur in strings only, where \u escapes mean the same.
std::string safe_in_script(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i, 3);
    if (json[i] == '<') {
      safe += "\\u003c";
    } else if (json[i] == '>') {
      safe += "\\u003e";
    } else if (json[i] == '&') {
      safe += "\\u0026";
    } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
      safe += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      safe += json[i];
    }
  }
  return safe;
}

}  // namespace

std::string report_data(const System& system, std::string_view title) {
  return safe_in_script(report_json(system, title));
}

std::string report_columns(const System& system, std::string_view title) {
  Json data = ReportData(system).document(title);
  Json columns = Json::object();
  for (const Json& event : data["events"]) {
    for (const auto& [field, value] : event.items()) columns[field].push_back(value);
  }
  data["events"] = std::move(columns);
  return safe_in_script(data.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string report_json(const System& system, std::string_view title, const ServedReport& served) {
  Json data = ReportData(system).document(title);
  if (served.events_of > system.events.size())
    data["kept"] = {{"events", system.events.size()}, {"of", served.events_of}};
  for (const auto& [name, text] : served.examples)
    data["examples"].push_back({{"name", name}, {"title", text}});
  return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
