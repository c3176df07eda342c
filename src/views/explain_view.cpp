// One pair: its tie, what both share, and the sentences behind it.
// Tested in explain_view_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "views/event_json.h"
#include "views/evidence.h"
#include "views/sections.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

std::optional<uint32_t> index_of(const Network& network, std::string_view node) {
  for (uint32_t i = 0; i < network.actors.size(); ++i) {
    if (network.actors[i].node == node) return i;
  }
  return std::nullopt;
}

struct Neighbours {
  std::vector<uint32_t> friends, enemies;            // of both
  std::vector<uint32_t> friends_of_a, friends_of_b;  // and enemies of the other
};

struct Pair {
  std::string node_a, node_b, name_a, name_b;
  const Tie* tie = nullptr;
  bool a_is_first = true;
  Neighbours shared;
  const ImpliedTie* implied = nullptr;
  std::vector<Event> events;
};

Neighbours shared_neighbours(const System& system, uint32_t a, uint32_t b) {
  Neighbours shared;
  for (uint32_t c = 0; c < system.network.actors.size(); ++c) {
    const Tie* to_a = c == a ? nullptr : tie_between(system.network, a, c);
    const Tie* to_b = c == b ? nullptr : tie_between(system.network, b, c);
    if (!to_a || !to_b) continue;
    const int sign_a = to_a->sign(), sign_b = to_b->sign();
    if (sign_a > 0 && sign_b > 0) shared.friends.push_back(c);
    if (sign_a < 0 && sign_b < 0) shared.enemies.push_back(c);
    if (sign_a > 0 && sign_b < 0) shared.friends_of_a.push_back(c);
    if (sign_a < 0 && sign_b > 0) shared.friends_of_b.push_back(c);
  }
  return shared;
}

Pair find_pair(const System& system, std::string_view node_a, std::string_view node_b) {
  Pair pair;
  pair.node_a = node_a;
  pair.node_b = node_b;
  pair.name_a = display_name(system, node_a);
  pair.name_b = display_name(system, node_b);
  pair.events = events_between(system.events, node_a, node_b);
  const auto a = index_of(system.network, node_a), b = index_of(system.network, node_b);
  if (!a || !b || *a == *b) return pair;
  pair.tie = tie_between(system.network, *a, *b);
  pair.a_is_first = *a < *b;
  pair.shared = shared_neighbours(system, *a, *b);
  for (const ImpliedTie& implied : system.balance.implied) {
    if (std::minmax(implied.first, implied.second) == std::minmax(*a, *b)) pair.implied = &implied;
  }
  return pair;
}

double toward_b(const Pair& pair) {
  return pair.a_is_first ? pair.tie->first_to_second : pair.tie->second_to_first;
}
double toward_a(const Pair& pair) {
  return pair.a_is_first ? pair.tie->second_to_first : pair.tie->first_to_second;
}

std::string tie_text(const Pair& pair, Terminal terminal) {
  const int width = std::max(terminal.width, 40);
  if (!pair.tie) {
    return paragraph("", "",
                     fmt::format("No tie between {} and {}.", name_in_sentence(pair.name_a),
                                 name_in_sentence(pair.name_b)),
                     width);
  }
  const Tie& tie = *pair.tie;
  const Ink colour = relation_ink(tie.sign());
  const std::string mark(relation_mark(tie));
  std::string text = ink(pair.name_a, Ink::strong, terminal.color) + " " +
                     ink(mark, colour, terminal.color) + " " +
                     ink(pair.name_b, Ink::strong, terminal.color) + ": " +
                     ink(relation_word(tie), colour, terminal.color) +
                     fmt::format(", strength {:.1f}, {} event{}", tie.strength(), tie.events,
                                 tie.events == 1 ? "" : "s");
  const std::string when = months(tie);
  if (!when.empty()) text += ", " + when;
  text = paragraph("", "  ", text, width);
  const std::string to_b = pair.name_a + " → " + pair.name_b;
  const std::string to_a = pair.name_b + " → " + pair.name_a;
  const int column = std::min(display_width(to_b), width - 12);
  text += fmt::format("  {}  {:>+7.1f}\n", pad_right(elide(to_b, column), column), toward_b(pair));
  text += fmt::format("  {}  {:>+7.1f}\n", pad_right(elide(to_a, column), column), toward_a(pair));
  return text;
}

std::string shared_line(const System& system, std::string_view label,
                        const std::vector<uint32_t>& actors, Terminal terminal) {
  if (actors.empty()) return "";
  const std::string names = plain_text(list_wording(system, actors, 12));
  return paragraph("  ", "    ", fmt::format("{}: {}", label, names), std::max(terminal.width, 40));
}

std::string shared_text(const System& system, const Pair& pair, Terminal terminal) {
  const std::string only_a = fmt::format(
      "Friends of {}, enemies of {}", name_in_sentence(pair.name_a), name_in_sentence(pair.name_b));
  const std::string only_b = fmt::format(
      "Friends of {}, enemies of {}", name_in_sentence(pair.name_b), name_in_sentence(pair.name_a));
  std::string lines = shared_line(system, "Common friends", pair.shared.friends, terminal) +
                      shared_line(system, "Common enemies", pair.shared.enemies, terminal) +
                      shared_line(system, only_a, pair.shared.friends_of_a, terminal) +
                      shared_line(system, only_b, pair.shared.friends_of_b, terminal);
  if (pair.implied) {
    lines +=
        paragraph("  ", "    ", "Implied: " + plain_text(implied_wording(system, *pair.implied)),
                  std::max(terminal.width, 40));
  }
  return lines.empty() ? "" : "\n" + lines;
}

std::string sentence_text(const Event& event, bool color) {
  std::string text;
  for (const EvidencePart& part : evidence_parts(event)) {
    const Ink colour = part.role == EvidenceRole::source   ? Ink::source
                       : part.role == EvidenceRole::deed   ? Ink::deed
                       : part.role == EvidenceRole::target ? Ink::target
                                                           : Ink::plain;
    text += ink(part.text, colour, color);
  }
  return text;
}

std::string event_text(const Event& event, size_t number, Terminal terminal) {
  const int width = std::max(terminal.width, 40);
  const Ink colour = relation_ink(sign(event.type, event.mode));
  const bool dated = is_valid(event.date.range.from);
  std::string head = fmt::format(
      "{} {} {} · ", ink(one_line(event.source.actor.name), Ink::strong, terminal.color),
      event.mutual ? "↔" : "→",
      ink(one_line(event.target.actor.name), Ink::strong, terminal.color));
  std::string deed(to_string(event.type));
  if (!event.mode.empty()) deed += " " + one_line(event.mode);
  head += ink(deed, colour, terminal.color);
  head += fmt::format(" {:+.1f}", intensity(event.type, event.mode));
  if (event.status != EventStatus::happened) {
    head += " (" + std::string(to_string(event.status)) + ")";
  }
  if (dated) head += " · " + ink(to_string(event.date.range.from), Ink::faint, terminal.color);
  std::string facts;
  for (const Speaker& speaker : event.said_by) {
    facts += (facts.empty() ? "" : " › ") + one_line(speaker.name);
  }
  if (!facts.empty()) facts += " · ";
  facts += fmt::format("rule {} · confidence {:.2f}", one_line(event.rule), event.confidence);
  return paragraph(fmt::format("{:>3}  ", number), "     ", head, width) +
         paragraph("     ", "     ", sentence_text(event, terminal.color), width) +
         paragraph("     ", "     ", ink(facts, Ink::faint, terminal.color), width);
}

std::string table_text(const System& system, const Pair& pair, Terminal terminal) {
  std::string text = tie_text(pair, terminal) + shared_text(system, pair, terminal);
  for (size_t i = 0; i < pair.events.size(); ++i) {
    text += "\n" + event_text(pair.events[i], i + 1, terminal);
  }
  return text;
}

Json nodes(const System& system, const std::vector<uint32_t>& actors) {
  Json list = Json::array();
  for (uint32_t actor : actors) list.push_back(system.network.actors[actor].node);
  return list;
}

Json tie_json(const Pair& pair) {
  if (!pair.tie) return nullptr;
  const Tie& tie = *pair.tie;
  return {{"relation", relation_word(tie)},
          {"sign", tie.sign()},
          {"strength", rounded(tie.strength())},
          {"friendly", rounded(tie.friendly)},
          {"hostile", rounded(tie.hostile)},
          {"mixedness", rounded(tie.mixedness())},
          {"a_to_b", rounded(toward_b(pair))},
          {"b_to_a", rounded(toward_a(pair))},
          {"events", tie.events}};
}

std::string json_text(const System& system, const Pair& pair) {
  Json implied;
  if (pair.implied) {
    implied = {{"score", rounded(pair.implied->score)},
               {"friend_chance", rounded(pair.implied->friend_chance())},
               {"text", plain_text(implied_wording(system, *pair.implied))}};
  }
  const Json document = {{"a", pair.node_a},
                         {"b", pair.node_b},
                         {"a_name", pair.name_a},
                         {"b_name", pair.name_b},
                         {"tie", tie_json(pair)},
                         {"shared",
                          {{"friends", nodes(system, pair.shared.friends)},
                           {"enemies", nodes(system, pair.shared.enemies)},
                           {"friends_of_a", nodes(system, pair.shared.friends_of_a)},
                           {"friends_of_b", nodes(system, pair.shared.friends_of_b)}}},
                         {"implied", implied},
                         {"events", Json::parse(event_json_array(pair.events))}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string explain_view(const System& system, std::string_view node_a, std::string_view node_b,
                         Format format, Terminal terminal) {
  const Pair pair = find_pair(system, node_a, node_b);
  if (format == Format::table) return table_text(system, pair, terminal);
  if (format == Format::json) return json_text(system, pair);
  return events_view(pair.events, format, terminal);
}

}  // namespace entente
