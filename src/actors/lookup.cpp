// Questions to the world book that need no text: what an entity is as an actor, who belongs to an
// organisation, which actor a name means. Tested in lookup_test.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "actors/book.h"
#include "actors/folding.h"
#include "base/ascii.h"

namespace entente {

namespace {

// Whoever acts in these sectors acts for the state.
bool acts_for_state(std::string_view sector) {
  constexpr std::array<std::string_view, 6> sectors = {"GOV", "MIL", "LEG", "JUD", "SPY", "COP"};
  return sector.empty() || std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

std::string joined(std::string_view code, std::string_view sector) {
  std::string out(code);
  if (!sector.empty()) out.append(" ").append(sector);
  return out;
}

constexpr size_t kDepthMax = 4;

void add_members(const Facts& facts, std::string_view organisation, Date date, size_t depth,
                 std::map<std::string, Actor>& out) {
  if (depth > kDepthMax) return;
  const Entity* whole = facts.entity_of(organisation);
  if (whole && whole->kind == EntityKind::organisation && whole->members.starts_with("as ")) {
    add_members(facts, whole->members.substr(3), date, depth + 1, out);
    return;
  }
  auto at = std::lower_bound(facts.memberships.begin(), facts.memberships.end(), organisation,
                             [](const Membership& membership, std::string_view code) {
                               return membership.organisation < code;
                             });
  for (; at != facts.memberships.end() && at->organisation == organisation; ++at) {
    if (date < at->from || (at->to != Date{} && at->to < date)) continue;
    const Entity* member = facts.entity_of(at->member);
    if (member) out.emplace(std::string(at->member), actor_of(facts, *member));
  }
}

}  // namespace

bool holds_on(const Entity& entity, Date date) {
  return !(date < entity.from) && (entity.to == Date{} || !(entity.to < date));
}

std::string node_of(std::string_view country, std::string_view sector) {
  return acts_for_state(sector) ? std::string(country) : joined(country, sector);
}

Actor part_of(const Facts& facts, const Entity& owner, std::string_view sector) {
  Actor actor;
  actor.name = owner.name;
  switch (owner.kind) {
    case EntityKind::state:
      actor.code = joined(owner.code, sector);
      actor.country = owner.code;
      actor.sector = sector;
      actor.node = node_of(owner.code, sector);
      // "The separatists of Donetsk" are the breakaway state itself (codes X..).
      if (sector == "REB" && owner.code.starts_with('X')) actor.node = owner.code;
      return actor;
    case EntityKind::organisation:
    case EntityKind::group:
      actor.code = owner.code;
      actor.country = owner.country;
      actor.sector = owner.sector;
      actor.node = owner.whole.empty() ? owner.code : owner.whole;
      return actor;
    case EntityKind::region: {
      actor.code = owner.code;
      // A region with one member is spoken for by it: Europe by the Union.
      const Entity* speaker = facts.entity_of(owner.members);
      actor.node = speaker ? owner.members : owner.code;
      return actor;
    }
    case EntityKind::town:
    case EntityKind::organ:
    case EntityKind::person: {
      const Entity* whole = facts.entity_of(owner.code);
      if (whole) {
        actor = part_of(facts, *whole, sector.empty() ? owner.sector : sector);
        if (whole->kind != EntityKind::state && !owner.sector.empty()) actor.sector = owner.sector;
      }
      if (owner.kind != EntityKind::town) actor.name = owner.name;
      return actor;
    }
    case EntityKind::outlet:
      actor.sector = "JRN";
      actor.country = owner.country;
      actor.code =
          owner.country.empty() ? "?" + std::string(owner.name) : joined(owner.country, "JRN");
      actor.node = actor.code;
      return actor;
    case EntityKind::phrase: return actor;
  }
  return actor;
}

Actor actor_of(const Facts& facts, const Entity& entity) { return part_of(facts, entity, {}); }

std::vector<Actor> members_of(const WorldBook& book, std::string_view organisation, Date date) {
  std::map<std::string, Actor> members;
  add_members(book.facts(), organisation, date, 0, members);
  std::vector<Actor> out;
  for (auto& [code, actor] : members) out.push_back(std::move(actor));
  return out;
}

std::optional<Actor> find_actor(const WorldBook& book, std::string_view name) {
  const Facts& facts = book.facts();
  name = trim(name);
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  const std::string key_text(name);
  // A code, with a sector or without: "UZB", "UZB GOV".
  const size_t blank = name.find(' ');
  const Entity* coded = facts.entity_of(name.substr(0, blank));
  if (coded && blank == std::string_view::npos) return actor_of(facts, *coded);
  if (coded && coded->kind == EntityKind::state && name.size() - blank == 4) {
    return part_of(facts, *coded, name.substr(blank + 1));
  }
  uint64_t last = 0;
  AtomHasher::walk(name, AtomHasher::kSeed, [&](uint64_t key) {
    last = key;
    return true;
  });
  const NameTable::Slot* slot = facts.names.find(last);
  if (!slot) return std::nullopt;
  // A person's last office counts; else the book's order.
  const Entity* best = nullptr;
  for (int32_t at = slot->first; at >= 0; at = facts.names.alias(at).next) {
    const Alias& alias = facts.names.alias(at);
    const Entity& entity = facts.entities[alias.entity];
    if (entity.kind == EntityKind::phrase || lower(fold(alias.text)) != lower(fold(name))) continue;
    if (!best) best = &entity;
    if (best->kind == EntityKind::person && entity.kind == EntityKind::person &&
        best->from < entity.from) {
      best = &entity;
    }
  }
  if (!best) return std::nullopt;
  return actor_of(facts, *best);
}

std::optional<Actor> find_state(const WorldBook& book, StateCodes system, std::string_view code,
                                const std::optional<Date>& date) {
  const Facts& facts = book.facts();
  const Entity* best = nullptr;
  for (const StateCode& one : facts.state_codes) {
    if (one.system != system || lower(one.code) != lower(code)) continue;
    const Entity& state = facts.entities[one.entity];
    const bool holds = date ? holds_on(state, *date) : state.to == Date{};
    if (!best || holds) best = &state;
    if (holds) break;
  }
  if (!best) return std::nullopt;
  return actor_of(facts, *best);
}

std::string state_code(const WorldBook& book, std::string_view state, StateCodes system) {
  const Facts& facts = book.facts();
  for (const StateCode& one : facts.state_codes) {
    if (one.system == system && facts.entities[one.entity].code == state) {
      return std::string(one.code);
    }
  }
  return {};
}

std::string node_name(const WorldBook& book, std::string_view node) {
  const Facts& facts = book.facts();
  if (node.starts_with('?')) return std::string(node.substr(1));
  const size_t blank = node.find(' ');
  const Entity* entity = facts.entity_of(node.substr(0, blank));
  if (!entity) return std::string(node);
  std::string out(entity->name);
  if (blank == std::string_view::npos) return out;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 17> words = {{
      {"OPP", "opposition"},
      {"REB", "rebels"},
      {"CVL", "civilians"},
      {"BUS", "business"},
      {"REF", "refugees"},
      {"JRN", "media"},
      {"PTY", "parties"},
      {"ELI", "elites"},
      {"UAF", "armed groups"},
      {"CRM", "criminals"},
      {"LAB", "workers"},
      {"MED", "health workers"},
      {"REL", "clergy"},
      {"EDU", "academics"},
      {"AGR", "farmers"},
      {"SOC", "civil society"},
      {"PRM", "paramilitaries"},
  }};
  const std::string_view sector = node.substr(blank + 1);
  const auto word = std::find_if(words.begin(), words.end(),
                                 [&](const auto& pair) { return pair.first == sector; });
  out.append(" (").append(word == words.end() ? sector : word->second).append(")");
  return out;
}

}  // namespace entente
