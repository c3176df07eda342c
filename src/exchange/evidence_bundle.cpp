// For whoever must show what a tie rests on: quotes with outlet and date under numbers that a text
// can cite. Each event stands once, under its tie; ties come strongest first, their events by date.
// What was coded elsewhere says so in place of a quote. Tested in evidence_bundle_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "exchange/delimited_text.h"
#include "exchange/exchange.h"
#include "exchange/write_events.h"

namespace entente {

namespace {

using Pair = std::pair<std::string, std::string>;  // nodes, the lesser first

Pair pair_of(const Event& event) {
  return std::minmax(event.source.actor.node, event.target.actor.node);
}

// On one line, and without meaning to Markdown.
std::string plain(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>#|~";
  std::string escaped;
  for (const char c : text) {
    if (kMarks.find(c) != std::string_view::npos) escaped += '\\';
    escaped += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return escaped;
}

std::string or_else(std::string_view text, std::string_view otherwise) {
  return std::string(text.empty() ? otherwise : text);
}

std::string day_of(const Event& event) {
  if (event_month(event) == Date{}) return "undated";
  const DateRange& range = event.date.range;
  return range.to == range.from || range.to == Date{}
             ? to_string(range.from)
             : to_string(range.from) + " to " + to_string(range.to);
}

std::string actor_name(const Participant& participant) {
  return or_else(participant.actor.name, participant.actor.node);
}

std::string speakers_of(const Event& event) {
  std::string joined;
  for (const Speaker& speaker : event.said_by)
    joined += (joined.empty() ? "" : " › ") + or_else(speaker.name, "unnamed");
  return joined;
}

std::string quote_of(const Event& event) {
  if (!event.sentence.empty()) return event.sentence;
  if (!event.elsewhere) return "";
  return fmt::format("coded elsewhere, by {} as {}; sentence not seen", event.elsewhere.coder,
                     or_else(event.elsewhere.code, "no code"));
}

struct Section {
  Pair pair;
  const Tie* tie = nullptr;  // null where the network does not have it
  std::vector<const Event*> events;
};

std::map<Pair, const Tie*> ties_of(const Network& network) {
  std::map<Pair, const Tie*> ties;
  for (const Tie& tie : network.ties)
    ties[std::minmax(network.actors[tie.first].node, network.actors[tie.second].node)] = &tie;
  return ties;
}

double strength_of(const Section& section) { return section.tie ? section.tie->strength() : -1; }

std::vector<Section> sections_of(const Holdings& holdings, const std::vector<std::string>& nodes) {
  const std::set<std::string_view> asked(nodes.begin(), nodes.end());
  const auto ties = ties_of(holdings.network);
  std::map<Pair, Section> by_pair;
  for (const Event& event : holdings.events) {
    const Pair pair = pair_of(event);
    if (pair.first == pair.second) continue;
    const auto tie = ties.find(pair);
    if (asked.empty() && tie == ties.end()) continue;
    if (!asked.empty() && !(asked.contains(pair.first) && asked.contains(pair.second))) continue;
    Section& section = by_pair[pair];
    section.pair = pair;
    section.tie = tie == ties.end() ? nullptr : tie->second;
    section.events.push_back(&event);
  }
  std::vector<Section> sections;
  for (auto& [pair, section] : by_pair) sections.push_back(std::move(section));
  std::ranges::stable_sort(sections, std::greater(), strength_of);
  return sections;
}

std::string relation_of(const Section& section) {
  if (!section.tie) return "no tie in the network";
  const Tie& tie = *section.tie;
  const std::string_view word = tie.sign() > 0                     ? "friends"
                                : tie.sign() < 0                   ? "enemies"
                                : tie.friendly + tie.hostile > 0.5 ? "mixed"
                                                                   : "unclear";
  return fmt::format("{}, strength {:.1f}", word, tie.strength());
}

std::string title_of(const Holdings& holdings, const Section& section) {
  return node_name(holdings.book, section.pair.first) + " and " +
         node_name(holdings.book, section.pair.second);
}

std::string deed_of(const Event& event) {
  std::string deed(to_string(event.type));
  if (!event.mode.empty()) deed += " " + event.mode;
  if (event.status != EventStatus::happened)
    deed.append(" (").append(to_string(event.status)) += ')';
  return fmt::format("{} {:+.1f}", deed, intensity(event.type, event.mode));
}

// "— The Courier › the minister, “Title”, 2021-05-18, https://..."
std::string citation_of(const Event& event, const Article& article) {
  std::string text = plain(or_else(speakers_of(event), "nobody named"));
  if (!article.title.empty()) text += ", “" + plain(article.title) + "”";
  if (article.published) text += ", " + to_string(*article.published);
  if (!article.url.empty()) text += ", " + plain(article.url);
  return text;
}

std::string item_text(const Event& event, const Article& article, size_t number) {
  const std::string_view arrow = event.mutual ? "↔" : "→";
  const std::string quote = quote_of(event);
  return fmt::format("{}. **{}** {} {} {} · {}\n   > {}\n   — {}\n\n", number, day_of(event),
                     plain(actor_name(event.source)), arrow, plain(actor_name(event.target)),
                     plain(deed_of(event)), quote.empty() ? "(no sentence)" : plain(quote),
                     citation_of(event, article));
}

std::string item_line(const Holdings& holdings, const Section& section, const Event& event,
                      const Article& article, size_t number) {
  return csv_line({std::to_string(number),
                   title_of(holdings, section),
                   relation_of(section),
                   day_of(event),
                   actor_name(event.source),
                   actor_name(event.target),
                   std::string(to_string(event.type)),
                   event.mode,
                   std::string(to_string(event.status)),
                   number_text(intensity(event.type, event.mode)),
                   event.sentence,
                   article.outlet,
                   speakers_of(event),
                   article.published ? to_string(*article.published) : "",
                   article.title,
                   article.url,
                   event.rule,
                   number_text(event.confidence),
                   event.elsewhere.coder,
                   event.elsewhere.code,
                   event.document,
                   event.id});
}

std::string heading(const Holdings& holdings, const std::vector<std::string>& nodes) {
  std::string names;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const std::string_view joint = i == 0 ? "" : i + 1 == nodes.size() ? " and " : ", ";
    names.append(joint).append(node_name(holdings.book, nodes[i]));
  }
  return plain(names.empty() ? "all ties" : names);
}

}  // namespace

EvidenceBundle evidence_bundle(const Holdings& holdings, const std::vector<std::string>& nodes) {
  EvidenceBundle bundle;
  bundle.csv = csv_line({"number",  "tie",        "relation", "date",      "source", "target",
                         "type",    "mode",       "status",   "intensity", "quote",  "outlet",
                         "said_by", "published",  "title",    "url",       "rule",   "confidence",
                         "coder",   "coder_code", "document", "event"});
  std::string body;
  const std::vector<Section> sections = sections_of(holdings, nodes);
  for (const Section& section : sections) {
    body += fmt::format("## {}: {}\n\n", plain(title_of(holdings, section)), relation_of(section));
    for (const Event* event : section.events) {
      Article none;
      const Article& article = article_of(holdings, *event, none);
      body += item_text(*event, article, ++bundle.items);
      bundle.csv += item_line(holdings, section, *event, article, bundle.items);
    }
  }
  bundle.markdown = fmt::format(
      "# Evidence: {}\n\n{} item{} about {} tie{}.\n\n{}", heading(holdings, nodes), bundle.items,
      bundle.items == 1 ? "" : "s", sections.size(), sections.size() == 1 ? "" : "s", body);
  return bundle;
}

}  // namespace entente
