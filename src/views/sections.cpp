// Terminal blocks. Limits are the caller's; what is left out is counted in a last, faint line.
// Tested through summary_view_test.cpp and ties_view_test.cpp.
#include "views/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace entente {

namespace {

std::string heading(std::string_view title, Terminal terminal) {
  return ink(title, Ink::heading, terminal.color) + '\n';
}

std::string more(size_t all, size_t shown, std::string_view where, Terminal terminal) {
  if (all <= shown) return "";
  const std::string note = fmt::format("and {} more{}", all - shown, where);
  return "  " + ink(note, Ink::faint, terminal.color) + '\n';
}

// Names in the colour of their camp, the rest plain.
std::string painted(const System& system, const Wording& wording, Terminal terminal) {
  std::string text;
  for (const Phrase& phrase : wording) {
    const bool actor = phrase.actor >= 0;
    const int camp = actor ? camp_number(system, static_cast<uint32_t>(phrase.actor)) : 0;
    text += ink(phrase.text, actor ? camp_ink(camp) : Ink::plain, terminal.color);
  }
  return text;
}

std::string bullet(const System& system, const Wording& wording, Terminal terminal) {
  return paragraph("  • ", "    ", painted(system, wording, terminal), terminal.width);
}

std::string camp_line(const System& system, int number, Terminal terminal) {
  const std::vector<uint32_t> members = camp_members(system, number);
  if (members.empty()) return "";
  std::string names;
  for (uint32_t actor : members) {
    // Names hold together over a line break only with no-break spaces, so commas part them.
    if (!names.empty()) names += ", ";
    names += display_name(system, actor);
    if (number > 0 && !system.balance.certain[actor]) names += "?";
  }
  const std::string label = number > 0 ? fmt::format("  Camp {}  ", number) : "  Neither ";
  const std::string painted_label = ink(label, camp_ink(number), terminal.color);
  return paragraph(painted_label, std::string(10, ' '), names, terminal.width);
}

// "▇▇▇▇▌" of `columns` columns at share 1; at least one eighth is drawn.
std::string bar_of(double share, int columns) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths =
      std::clamp(static_cast<int>(std::lround(share * columns * 8)), 1, columns * 8);
  std::string bar;
  for (int i = 0; i < eighths / 8; ++i) bar += "█";
  return bar.append(kEighths[eighths % 8]);
}

std::vector<const Triad*> torn_friends(const Balance& balance) {
  std::vector<const Triad*> torn;
  for (const Triad& triad : balance.triads) {
    if (triad.kind == TriadKind::torn_friend) torn.push_back(&triad);
  }
  return torn;
}

}  // namespace

int camp_number(const System& system, uint32_t actor) {
  return actor < system.balance.camp.size() ? system.balance.camp[actor] + 1 : 0;
}

std::vector<uint32_t> camp_members(const System& system, int number) {
  std::vector<uint32_t> members;
  for (uint32_t i = 0; i < system.network.actors.size(); ++i) {
    if (camp_number(system, i) == number) members.push_back(i);
  }
  std::stable_sort(members.begin(), members.end(), [&](uint32_t a, uint32_t b) {
    return system.network.actors[a].weight > system.network.actors[b].weight;
  });
  return members;
}

std::vector<uint32_t> ties_by_strength(const System& system) {
  std::vector<double> strengths;
  for (const Tie& tie : system.network.ties) strengths.push_back(tie.strength());
  std::vector<uint32_t> order(strengths.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, std::greater(), [&](uint32_t tie) { return strengths[tie]; });
  return order;
}

double explained_share(const Balance& balance) {
  if (balance.total_weight <= 0) return 1;
  return std::clamp(1 - balance.frustration / balance.total_weight, 0.0, 1.0);
}

std::string months(const Tie& tie) {
  if (!is_valid(tie.from)) return "";
  const std::string from = to_string(tie.from).substr(0, 7);
  const std::string to = is_valid(tie.to) ? to_string(tie.to).substr(0, 7) : from;
  return from == to ? from : from + " – " + to;
}

Ink relation_ink(int sign) {
  return sign > 0 ? Ink::friendly : sign < 0 ? Ink::hostile : Ink::mixed;
}

Ink camp_ink(int number) {
  return number == 1 ? Ink::camp_1 : number == 2 ? Ink::camp_2 : Ink::plain;
}

std::string_view relation_mark(const Tie& tie) {
  const int sign = tie.sign();
  if (sign != 0) return sign > 0 ? "───" : "╌╌╌";
  return relation_word(tie) == "mixed" ? "─╌─" : "···";
}

Table ties_table(const System& system, const std::vector<uint32_t>& indices, bool bar) {
  Table table;
  table.columns = {{"actor", false, true}, {""},
                   {"actor", false, true}, {"relation", false, false, 1},
                   {"strength", true},     {"", false, false, 3},
                   {"events", true},       {"months", false, false, 2}};
  double strongest = 0;
  for (uint32_t i : indices) strongest = std::max(strongest, system.network.ties[i].strength());
  for (uint32_t i : indices) {
    const Tie& tie = system.network.ties[i];
    const Ink colour = relation_ink(tie.sign());
    const double share = strongest > 0 ? tie.strength() / strongest : 0;
    table.rows.push_back(
        {{display_name(system, tie.first), camp_ink(camp_number(system, tie.first))},
         {std::string(relation_mark(tie)), colour},
         {display_name(system, tie.second), camp_ink(camp_number(system, tie.second))},
         {std::string(relation_word(tie)), colour},
         {fmt::format("{:.1f}", tie.strength())},
         {bar ? bar_of(share, 10) : "", colour},
         {std::to_string(tie.events)},
         {months(tie), Ink::faint}});
  }
  return table;
}

std::string camps_section(const System& system, Terminal terminal) {
  const Balance& balance = system.balance;
  std::string lines;
  for (int number : {1, 2, 0}) lines += camp_line(system, number, terminal);
  if (lines.empty()) return "";
  const bool unsure = lines.find('?') != std::string::npos;
  std::string note = fmt::format("{:.0f} % of the strength of all ties fits these camps.{}{}",
                                 explained_share(balance) * 100,
                                 balance.proven ? " No other split fits better." : "",
                                 unsure ? " Actors marked ? could stand in either camp." : "");
  if (balance.total_weight <= 0) note = "No ties with a sign: nothing to split.";
  return heading("Camps", terminal) + lines +
         paragraph("  ", "  ", ink(note, Ink::faint, terminal.color), terminal.width);
}

std::string ties_section(const System& system, Terminal terminal, size_t most) {
  std::vector<uint32_t> order = ties_by_strength(system);
  const size_t all = order.size();
  order.resize(std::min(all, most));
  // What no side weighs is no strong tie, however few there are.
  while (!order.empty() && system.network.ties[order.back()].strength() <= 0) order.pop_back();
  if (order.empty()) return "";
  return heading("Strongest ties", terminal) +
         write_table(ties_table(system, order, true), terminal, "  ") +
         more(all, order.size(), " (entente ties)", terminal);
}

std::string tensions_section(const System& system, Terminal terminal, size_t most) {
  const std::vector<const Triad*> torn = torn_friends(system.balance);
  if (torn.empty()) return "";
  std::string lines;
  const size_t shown = std::min(torn.size(), most);
  for (size_t i = 0; i < shown; ++i) {
    lines += bullet(system, tension_wording(system, *torn[i]), terminal);
  }
  return heading("Tensions", terminal) + lines +
         more(torn.size(), shown, " (entente camps)", terminal);
}

std::string contested_section(const System& system, Terminal terminal, size_t most) {
  std::string lines;
  for (const Contested& contested : most_contested(system.balance, most)) {
    lines += bullet(system, contested_wording(system, contested), terminal);
  }
  return lines.empty() ? "" : heading("Contested", terminal) + lines;
}

std::string implied_section(const System& system, Terminal terminal, size_t most) {
  const std::vector<ImpliedTie>& implied = system.balance.implied;
  if (implied.empty()) return "";
  std::string lines;
  const size_t shown = std::min(implied.size(), most);
  for (size_t i = 0; i < shown; ++i) {
    lines += bullet(system, implied_wording(system, implied[i]), terminal);
  }
  return heading("Nobody reported it, but", terminal) + lines +
         more(implied.size(), shown, "", terminal);
}

}  // namespace entente
