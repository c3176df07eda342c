// CAMEO's actor codes are groups of three letters: a state first where there is one, then roles and
// names of groups. Roles that speak for a state count for it, others have a node of their own, as
// in docs/actors.md. Tested in import_test.cpp.
#include "exchange/coded_actors.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr std::string_view kOfState[] = {"", "GOV", "MIL", "LEG", "JUD", "SPY", "COP"};
constexpr std::string_view kPloverSectors[] = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "REL", "SOC", "IGO", "NGO"};

// "UNITED STATES" -> "United States", so that names look alike whoever writes them.
std::string in_title_case(std::string_view name) {
  if (std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; }))
    return std::string(name);
  std::string title(name);
  bool begins = true;
  for (char& c : title) {
    if (!begins) c = to_lower(c);
    begins = c == ' ' || c == '-';
  }
  return title;
}

Actor unknown_actor(std::string_view name, std::string_view sector) {
  Actor actor;
  actor.name = in_title_case(name.empty() ? "unnamed" : name);
  actor.code = actor.node = "?" + actor.name;
  actor.sector = sector;
  return actor;
}

std::string cameo_sector(const std::vector<std::string_view>& parts) {
  for (const auto& [code, sector] : codes().sectors)
    if (std::ranges::find(parts, code) != parts.end()) return sector;
  return "";
}

std::vector<std::string_view> threes(std::string_view code) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < code.size(); at += 3) parts.push_back(code.substr(at, 3));
  return parts;
}

// "Bangladesh" of "Foreign Affairs (Bangladesh)".
std::string_view bracketed_country(std::string_view name) {
  if (!name.ends_with(')')) return {};
  const size_t open = name.rfind('(');
  if (open == std::string_view::npos) return {};
  return name.substr(open + 1, name.size() - open - 2);
}

// Tables without sectors tell them in the name: "Citizen (Uganda)", "Rebels (Mali)".
std::string_view sector_word(std::string_view name) {
  struct Word {
    std::string_view word, sector;
  };
  static constexpr Word kWords[] = {
      {"Police", "COP"},     {"Militar", "MIL"},  {"Citizen", "CVL"},    {"Civilian", "CVL"},
      {"Population", "CVL"}, {"Women", "CVL"},    {"Children", "CVL"},   {"Villager", "CVL"},
      {"Protester", "OPP"},  {"Activist", "OPP"}, {"Opposition", "OPP"}, {"Rebel", "REB"},
      {"Insurgent", "REB"},  {"Militant", "REB"}, {"Separatist", "REB"}, {"Extremist", "REB"},
      {"Armed Gang", "CRM"}, {"Criminal", "CRM"}, {"Student", "EDU"},    {"Media", "JRN"},
      {"Journalist", "JRN"}, {"Business", "BUS"}, {"Company", "BUS"},    {"Labor", "LAB"},
      {"Employee", "LAB"},   {"Worker", "LAB"},   {"Refugee", "REF"},    {"Party", "PTY"}};
  for (const auto& [word, sector] : kWords)
    if (name.find(word) != std::string_view::npos) return sector;
  return "";
}

bool is_nothing(std::string_view text) {
  return text.empty() || text == "NULL" || text == "NA" || text == "None" || text == "---";
}

}  // namespace

std::string sector_of(std::string_view sectors) {
  const auto parts = split(sectors, sectors.find(';') == std::string_view::npos ? ',' : ';');
  for (const auto& [name, sector] : codes().sectors)
    if (std::ranges::find(parts, name) != parts.end()) return sector;
  for (const std::string_view part : parts)
    if (std::ranges::find(kPloverSectors, part) != std::end(kPloverSectors))
      return std::string(part);
  for (const std::string_view part : parts)
    if (part.ends_with(" Ministry")) return "GOV";
  return "";
}

std::optional<Actor> CodedActors::by_node(std::string_view node) const {
  if (node.size() < 2 || node[0] == '?') return std::nullopt;
  auto actor = find_actor(book_, node);
  if (actor && actor->node == node) return actor;
  return std::nullopt;
}

Actor CodedActors::state(std::string_view node, std::string_view sector,
                         std::string_view name) const {
  Actor actor;
  actor.country = actor.code = actor.node = node;
  actor.sector = sector;
  if (!sector.empty()) actor.code += " " + std::string(sector);
  if (std::ranges::find(kOfState, sector) == std::end(kOfState)) actor.node = actor.code;
  actor.name = name.empty() ? node_name(book_, actor.node) : in_title_case(name);
  return actor;
}

Actor CodedActors::find_cameo_actor(std::string_view code, std::string_view name) const {
  std::vector<std::string_view> parts = threes(code);
  std::optional<Actor> group, country;
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto other = codes().cameo_actors.find(parts[i]);
    const bool role = i > 0 || parts[i] == "INT" || parts[i] == "GOV" || parts[i] == "MIL";
    auto actor = other != codes().cameo_actors.end() ? by_node(other->second) : std::nullopt;
    if (!actor && !(role && !cameo_sector({parts[i]}).empty())) actor = by_node(parts[i]);
    if (!actor) continue;
    if (actor->node != actor->country) {
      if (!group) group = actor;
    } else if (!country) {
      country = actor;
    }
  }
  if (group) return *group;
  const std::string sector = cameo_sector(parts);
  if (country) return state(country->node, sector, sector.empty() ? "" : name);
  if (const auto known = name.empty() ? std::nullopt : find_actor(book_, in_title_case(name));
      known && known->node != known->country) {
    return *known;
  }
  return unknown_actor(name.empty() ? code : name, sector);
}

Actor CodedActors::cameo(std::string_view code, std::string_view name) {
  std::string key = "c" + std::string(code) + "\t" + std::string(name);
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  return found_.emplace(std::move(key), find_cameo_actor(code, name)).first->second;
}

Actor CodedActors::find_named(std::string_view name, std::string_view country,
                              std::string_view sectors) const {
  const std::string sector = sector_of(sectors);
  std::string_view home = is_nothing(country) ? bracketed_country(name) : country;
  const auto whole = find_actor(book_, name);
  const auto owner = home.empty() ? std::nullopt : find_actor(book_, home);
  if (owner && !owner->country.empty()) {
    // An armed group or party that the book knows stands for itself.
    if (whole && whole->country.empty() && whole->known()) return *whole;
    if (whole && whole->node != owner->node && whole->known() && whole->node.size() > 3 &&
        whole->node.find(' ') == std::string::npos) {
      return *whole;
    }
    return state(owner->node, name == home ? "" : sector, name == home ? "" : name);
  }
  if (whole && whole->known()) return *whole;
  if (owner && owner->known()) return *owner;
  return unknown_actor(name, sector);
}

Actor CodedActors::named(std::string_view name, std::string_view country,
                         std::string_view sectors) {
  std::string key =
      "n" + std::string(name) + "\t" + std::string(country) + "\t" + std::string(sectors);
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  return found_.emplace(std::move(key), find_named(name, country, sectors)).first->second;
}

Actor CodedActors::find_cow(std::string_view code, Date date, std::string_view name) const {
  std::string number(code);
  const auto abbreviated = codes().cow_abbreviations.find(code);
  if (abbreviated != codes().cow_abbreviations.end()) number = abbreviated->second;
  const auto known = codes().cow_numbers.find(number);
  const std::string& node = known == codes().cow_numbers.end() ? number : known->second;
  if (node[0] == '?') return unknown_actor(std::string_view(node).substr(1), "");
  const auto on_date = date == Date{} ? std::nullopt : std::optional(date);
  if (const auto found = find_state(book_, StateCodes::cow, number, on_date)) return *found;
  if (known != codes().cow_numbers.end()) return state(node, "", "");
  const std::string_view wanted = name.empty() ? code : name;
  const auto named = find_actor(book_, wanted);
  return named ? *named : unknown_actor(wanted, "");
}

Actor CodedActors::cow(std::string_view code, Date date, std::string_view name) {
  if (code.empty()) code = name;
  std::string key = "w" + std::string(code) + "\t" + to_string(date) + "\t" + std::string(name);
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  return found_.emplace(std::move(key), find_cow(code, date, name)).first->second;
}

Actor CodedActors::plain(std::string_view name) {
  std::string key = "p" + std::string(name);
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  auto known = find_actor(book_, name);
  if (!known) known = find_actor(book_, in_title_case(name));
  if (!known && !bracketed_country(name).empty())
    known = find_named(name, bracketed_country(name), sector_word(name));
  return found_.emplace(std::move(key), known ? *known : unknown_actor(name, "")).first->second;
}

Actor CodedActors::node(std::string_view node) {
  const size_t blank = node.find(' ');
  if (node.starts_with('?')) return unknown_actor(node.substr(1), "");
  if (blank == std::string_view::npos) return plain(node);
  const auto owner = by_node(node.substr(0, blank));
  return owner ? state(owner->node, node.substr(blank + 1), "") : plain(node);
}

}  // namespace entente
