// Camps over time: windows with their balance, who stood where, who moved when, what turned.
// Tested in history_view_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "views/records.h"
#include "views/table.h"
#include "views/views.h"
#include "views/wording.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kActorsMax = 40;
constexpr size_t kMovesMax = 30;
constexpr size_t kTurnsMax = 15;
constexpr size_t kChangesMax = 20;

// "2017-06", "1956", "2017-04 – 2017-06", or the network's name.
std::string label(const Stretch& stretch) {
  if (!stretch.name.empty()) return one_line(stretch.name);
  const auto [from, to] = stretch.window;
  if (from.year == to.year && from.month == 1 && to.month == 12)
    return to_string(from).substr(0, 4);
  const std::string first = to_string(from).substr(0, 7), last = to_string(to).substr(0, 7);
  return first == last ? first : first + " – " + last;
}

int camp_of(int8_t side) { return side == 0 ? 0 : side > 0 ? 1 : 2; }

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

// Moves that others' coin tosses do not explain away come first.
bool sure(const History& history, const CampChange& move) {
  return move.certain && (history.samples == 0 || move.support >= 0.5);
}

class HistoryView {
 public:
  HistoryView(const History& history, const std::vector<std::string>& names, Terminal terminal)
      : history_(history), names_(names), terminal_(terminal) {}

  std::string text() const {
    if (history_.windows.empty()) return "No dated ties: there is nothing to tell over time.\n";
    return windows() + camps() + moves() + turns() + changes();
  }

  Json json() const {
    Json object = {{"windows", Json::array()},    {"moves", Json::array()},
                   {"turns", Json::array()},      {"changes", Json::array()},
                   {"samples", history_.samples}, {"fewest_moves", history_.fewest_moves}};
    for (const Stretch& stretch : history_.windows) object["windows"].push_back(window(stretch));
    for (const CampChange& move : history_.moves) object["moves"].push_back(move_json(move));
    for (const TieTurn& turn : history_.turns)
      object["turns"].push_back({{"a", history_.actors[turn.first]},
                                 {"b", history_.actors[turn.second]},
                                 {"last", label(history_.windows[turn.last])},
                                 {"now", label(history_.windows[turn.now])},
                                 {"sign", turn.sign},
                                 {"strength", rounded(turn.strength)}});
    for (const ChangePoint& change : history_.changes)
      object["changes"].push_back(change_json(change));
    return object;
  }

  Records records() const {
    Records records;
    records.fields = {"window", "from",     "to",      "node", "name",
                      "camp",   "standing", "support", "moved"};
    for (uint32_t w = 0; w < history_.windows.size(); ++w) {
      const Stretch& stretch = history_.windows[w];
      const bool dated = stretch.name.empty();
      for (uint32_t i = 0; i < names_.size(); ++i) {
        if (stretch.side[i] == 0) continue;
        records.rows.push_back(
            {label(stretch), dated ? Value(to_string(stretch.window.from)) : Value(),
             dated ? Value(to_string(stretch.window.to)) : Value(), history_.actors[i], names_[i],
             int64_t{camp_of(stretch.side[i])}, std::string(word(stretch.standing[i])),
             rounded(stretch.support[i]), moves_in(i, w)});
      }
    }
    return records;
  }

 private:
  static std::string_view word(Standing standing) {
    switch (standing) {
      case Standing::certain: return "certain";
      case Standing::undecided: return "undecided";
      case Standing::open: break;
    }
    return "open";
  }

  bool moves_in(uint32_t actor, uint32_t window) const {
    return std::ranges::any_of(history_.moves, [&](const CampChange& move) {
      return move.actor == actor && move.now == window;
    });
  }

  std::string heading(std::string_view title) const {
    return ink(title, Ink::heading, terminal_.color) + '\n';
  }
  std::string bullet(const std::string& text) const {
    return paragraph("  • ", "    ", text, terminal_.width);
  }
  std::string more(size_t all, size_t shown) const {
    if (all <= shown) return "";
    return "  " +
           ink(fmt::format("and {} more (--format json)", all - shown), Ink::faint,
               terminal_.color) +
           '\n';
  }
  const std::string& name(uint32_t actor) const { return names_[actor]; }
  std::string when(uint32_t window) const { return label(history_.windows[window]); }

  std::string windows() const {
    Table table;
    table.columns = {
        {"window", false, true}, {"events", true, false, 2},    {"ties", true},
        {"fits", true},          {"resampled", true, false, 1}, {"by chance", true, false, 1},
        {"p", true, false, 3},   {"moved", true, false, 5},     {"if none", true, false, 4}};
    for (uint32_t w = 0; w < history_.windows.size(); ++w) table.rows.push_back(window_row(w));
    const std::string note =
        "fits: share of the strength of ties that fits the window's camps; resampled: range of "
        "nine tenths of the resamples of the events; by chance: with the same ties and signs dealt "
        "out anew, p: how often chance is as balanced; if none: what would fit if nobody had "
        "moved.";
    return heading("Balance over time") + write_table(table, terminal_, "  ") +
           paragraph("  ", "  ", ink(note, Ink::faint, terminal_.color), terminal_.width);
  }

  std::vector<Cell> window_row(uint32_t w) const {
    const Stretch& one = history_.windows[w];
    const bool known = one.ties > 0;
    const auto moved = std::ranges::count(history_.moves, w, &CampChange::now);
    const double unmoved = one.weight > 0 ? 1 - one.frustration_unmoved / one.weight : 1;
    return {
        {label(one)},
        {one.events > 0 ? std::to_string(one.events) : ""},
        {std::to_string(one.ties)},
        {known ? (one.proven ? "" : "≥ ") + percent(one.balance) : "unknown"},
        {known && history_.samples > 0 ? fmt::format("{:.0f}–{}", 100 * one.low, percent(one.high))
                                       : ""},
        {known ? percent(one.by_chance) : "", Ink::faint},
        {known ? fmt::format("{:.2g}", one.chance_p) : "", Ink::faint},
        {moved > 0 ? std::to_string(moved) : ""},
        {moved > 0 ? percent(unmoved) : "", Ink::faint}};
  }

  // Movers first, then who has a camp in most windows.
  std::vector<uint32_t> rows() const {
    std::vector<uint32_t> heard(names_.size()), moved(names_.size()), order;
    for (const Stretch& one : history_.windows)
      for (uint32_t i = 0; i < names_.size(); ++i) heard[i] += one.side[i] != 0;
    for (const CampChange& move : history_.moves) ++moved[move.actor];
    for (uint32_t i = 0; i < names_.size(); ++i)
      if (heard[i] > 0) order.push_back(i);
    std::ranges::stable_sort(order, [&](uint32_t a, uint32_t b) {
      return std::pair(moved[a] > 0, heard[a]) > std::pair(moved[b] > 0, heard[b]);
    });
    return order;
  }

  std::string camps() const {
    const std::vector<uint32_t> order = rows();
    Table table;
    table.columns = {{"actor", false, true}, {"camp in each window"}};
    for (size_t r = 0; r < std::min(order.size(), kActorsMax); ++r) {
      std::string cells;
      for (const Stretch& one : history_.windows) {
        const bool coin = one.standing[order[r]] == Standing::undecided;
        const int camp = camp_of(one.side[order[r]]);
        cells += camp == 0 ? "·" : coin ? "?" : std::to_string(camp);
      }
      table.rows.push_back({{name(order[r])}, {cells}});
    }
    if (table.rows.empty()) return "";
    const std::string note = "1 and 2 the camps, ? in either at the same cost, · not heard of";
    return "\n" + heading("Camps over time") + write_table(table, terminal_, "  ") +
           more(order.size(), kActorsMax) + "  " + ink(note, Ink::faint, terminal_.color) + '\n';
  }

  std::string move_text(const CampChange& move) const {
    std::string text =
        fmt::format("{} {} from camp {} ({}) to camp {} in {}", name(move.actor),
                    sure(history_, move) ? "moved" : "may have moved", camp_of(-move.side),
                    when(move.last), camp_of(move.side), when(move.now));
    if (history_.samples > 0)
      text += fmt::format(", in {} of the resamples", percent(move.support));
    if (!move.certain) text += "; its camp is not certain in both";
    return text + ".";
  }

  std::string moves() const {
    std::string text = "\n" + heading("Who moved when");
    if (history_.moves.empty()) return text + "  Nobody changed camps.\n";
    std::vector<const CampChange*> order;
    for (const CampChange& move : history_.moves) order.push_back(&move);
    std::ranges::stable_sort(order, [&](const CampChange* a, const CampChange* b) {
      return sure(history_, *a) > sure(history_, *b);
    });
    for (size_t i = 0; i < std::min(order.size(), kMovesMax); ++i)
      text += bullet(move_text(*order[i]));
    return text + more(order.size(), kMovesMax);
  }

  std::string turns() const {
    if (history_.turns.empty()) return "";
    std::vector<const TieTurn*> order;
    for (const TieTurn& turn : history_.turns) order.push_back(&turn);
    std::ranges::stable_sort(order, {}, [](const TieTurn* turn) { return -turn->strength; });
    order.resize(std::min(order.size(), kTurnsMax));
    std::ranges::stable_sort(order, {}, [](const TieTurn* turn) { return turn->now; });
    std::string text = "\n" + heading("Who fell out, who made up");
    for (const TieTurn* turn : order)
      text += bullet(fmt::format("{} and {} {} in {}.", name(turn->first), name(turn->second),
                                 turn->sign > 0 ? "made up" : "fell out", when(turn->now)));
    return text + more(history_.turns.size(), order.size());
  }

  std::string change_text(const ChangePoint& change) const {
    const std::string levels = fmt::format("from {:+.1f} to {:+.1f}", change.before, change.after);
    const std::string p = fmt::format("(p {:.2g})", change.p);
    const std::string day = to_string(change.date);
    switch (change.of) {
      case ChangeOf::fit:
        return fmt::format("{}: deeds fit the camps of the whole time {}, {} {}.", day,
                           change.after > change.before ? "more" : "less", levels, p);
      case ChangeOf::tone:
        return fmt::format("{}: all deeds became {}, {} {}.", day,
                           change.after > change.before ? "friendlier" : "more hostile", levels, p);
      case ChangeOf::tie: break;
    }
    return fmt::format("{}: {} and {}, deeds {} {}.", day, name(change.first), name(change.second),
                       levels, p);
  }

  std::string changes() const {
    if (history_.changes.empty()) return "";
    std::string text = "\n" + heading("Turning points");
    for (size_t i = 0; i < std::min(history_.changes.size(), kChangesMax); ++i)
      text += bullet(change_text(history_.changes[i]));
    return text + more(history_.changes.size(), kChangesMax);
  }

  Json window(const Stretch& one) const {
    Json actors = Json::array();
    for (uint32_t i = 0; i < names_.size(); ++i)
      if (one.side[i] != 0)
        actors.push_back({{"node", history_.actors[i]},
                          {"name", names_[i]},
                          {"camp", camp_of(one.side[i])},
                          {"standing", word(one.standing[i])},
                          {"support", rounded(one.support[i])}});
    Json object = {{"window", label(one)}};
    if (one.name.empty()) {
      object["from"] = to_string(one.window.from);
      object["to"] = to_string(one.window.to);
      object["events"] = one.events;
    }
    object.update({{"ties", one.ties},
                   {"weight", rounded(one.weight)},
                   {"frustration", rounded(one.frustration)},
                   {"lower_bound", rounded(one.lower_bound)},
                   {"frustration_unmoved", rounded(one.frustration_unmoved)},
                   {"proven", one.proven},
                   {"balance", rounded(one.balance)},
                   {"low", rounded(one.low)},
                   {"high", rounded(one.high)},
                   {"by_chance", rounded(one.by_chance)},
                   {"p", rounded(one.chance_p)}});
    object["actors"] = std::move(actors);
    return object;
  }

  Json move_json(const CampChange& move) const {
    return {{"node", history_.actors[move.actor]},
            {"name", name(move.actor)},
            {"last", when(move.last)},
            {"now", when(move.now)},
            {"camp", camp_of(move.side)},
            {"certain", move.certain},
            {"support", rounded(move.support)}};
  }

  Json change_json(const ChangePoint& change) const {
    constexpr std::string_view kWords[] = {"fit", "tone", "tie"};
    Json object = {{"of", kWords[static_cast<size_t>(change.of)]}};
    if (change.of == ChangeOf::tie) {
      object["a"] = history_.actors[change.first];
      object["b"] = history_.actors[change.second];
    }
    object.update({{"date", to_string(change.date)},
                   {"before", rounded(change.before)},
                   {"after", rounded(change.after)},
                   {"p", change.p}});
    return object;
  }

  const History& history_;
  const std::vector<std::string>& names_;
  Terminal terminal_;
};

}  // namespace

std::string history_view(const History& history, const std::vector<std::string>& names,
                         Format format, Terminal terminal) {
  const HistoryView view(history, names, terminal);
  if (format == Format::table) return view.text();
  if (format == Format::json)
    return view.json().dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  return write_records(view.records(), format);
}

std::string history_view(const System& system, const History& history, Format format,
                         Terminal terminal) {
  std::vector<std::string> names;
  for (uint32_t i = 0; i < history.actors.size(); ++i) names.push_back(display_name(system, i));
  return history_view(history, names, format, terminal);
}

}  // namespace entente
