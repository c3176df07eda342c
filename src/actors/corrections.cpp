// A user's corrections on top of the world book. The idea: the rows are checked against each other
// first; then a copy of the facts is changed in the order add, drop, merge, rename, retype, so that
// the order of the lines does not matter. Names move from one entity to another; an actor that the
// book does not know ("?Name") becomes an entity when a row speaks of it. What was read before the
// correction is mended by node and by name. Tested in corrections_test.cpp.
#include "actors/corrections.h"

#include <algorithm>
#include <array>
#include <optional>

#include "actors/folding.h"
#include "base/ascii.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 25> kSectors = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "REL", "SOC", "IGO", "NGO"};

bool is_sector(std::string_view word) {
  return std::find(kSectors.begin(), kSectors.end(), word) != kSectors.end();
}

std::string sector_fault(std::string_view word) {
  std::string out = "'" + std::string(word) + "' is no sector; write one of";
  for (const std::string_view sector : kSectors) out.append(" ").append(sector);
  return out;
}

// Indices of the entities that have exactly this name, and the aliases that say so.
std::vector<int32_t> aliases_of(const Facts& facts, std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  uint64_t last = 0;
  AtomHasher::walk(name, AtomHasher::kSeed, [&](uint64_t key) {
    last = key;
    return true;
  });
  std::vector<int32_t> found;
  const NameTable::Slot* slot = facts.names.find(last);
  const std::string wanted = lower(fold(name));
  for (int32_t at = slot ? slot->first : -1; at >= 0; at = facts.names.alias(at).next) {
    const Alias& alias = facts.names.alias(at);
    const EntityKind kind = facts.entities[alias.entity].kind;
    if (kind != EntityKind::phrase && lower(fold(alias.text)) == wanted) found.push_back(at);
  }
  return found;
}

class Corrector {
 public:
  Corrector(Facts& facts, std::string_view file, std::vector<Problem>& problems)
      : facts_(facts), file_(file), problems_(problems) {}

  size_t run(const std::vector<Correction>& rows) {
    size_t applied = 0;
    for (const CorrectionKind kind :
         {CorrectionKind::add, CorrectionKind::drop, CorrectionKind::merge, CorrectionKind::rename,
          CorrectionKind::retype}) {
      for (const Correction& row : rows) {
        if (row.kind != kind) continue;
        const std::string fault = apply(row);
        if (fault.empty()) {
          ++applied;
        } else {
          problems_.push_back({std::string(file_) + ":" + std::to_string(row.line), fault});
        }
      }
    }
    return applied;
  }

 private:
  std::string apply(const Correction& row) {
    switch (row.kind) {
      case CorrectionKind::add: return add(row);
      case CorrectionKind::drop: return drop(row);
      case CorrectionKind::rename: return rename(row);
      case CorrectionKind::retype: return retype(row);
      case CorrectionKind::merge: break;
    }
    for (const std::string_view actor : list_of(row.actor)) {
      std::string fault = merge(actor, row.value);
      if (!fault.empty()) return fault;
    }
    return {};
  }

  void add_name(std::string_view name, uint32_t entity, NameForm form, bool canonical = false) {
    facts_.names.add(name, entity, form, canonical);
    facts_.names.index();
  }

  uint32_t put(Entity entity) {
    entity.corrected = true;
    facts_.entities.push_back(entity);
    return static_cast<uint32_t>(facts_.entities.size() - 1);
  }

  std::string add(const Correction& row) {
    Entity entity;
    entity.kind = EntityKind::group;
    entity.code = row.actor;
    if (row.actor.find(' ') != std::string_view::npos || row.actor.starts_with('?')) {
      return "'" + std::string(row.actor) + "' is no code; write one word, such as ACME";
    }
    if (const Entity* other = facts_.entity_of(row.actor)) {
      return "the code " + std::string(row.actor) + " is taken by " + std::string(other->name) +
             "; choose another, or `rename` or `merge` that actor";
    }
    for (const auto& [key, value] : row.details) {
      std::string fault = set_detail(entity, key, value);
      if (!fault.empty()) return fault;
    }
    const auto names = list_of(row.value);
    for (const std::string_view name : names) {
      for (const int32_t alias : aliases_of(facts_, name)) {
        const Entity& other = facts_.entities[facts_.names.alias(alias).entity];
        return "'" + std::string(name) + "' already names " + std::string(other.name) + " (" +
               actor_of(facts_, other).code + "); `merge` joins two names of one actor";
      }
    }
    entity.name = names[0];
    const uint32_t index = put(entity);
    facts_.by_code.emplace(entity.code, index);
    for (const std::string_view name : names) name_entity(name, index);
    return {};
  }

  std::string set_detail(Entity& entity, std::string_view key, std::string_view value) {
    if (key == "sector") {
      entity.sector = value;
      return is_sector(value) ? "" : sector_fault(value);
    }
    if (key == "country") {
      const Entity* state = facts_.entity_of(value);
      entity.country = value;
      const bool known = state && state->kind == EntityKind::state;
      return known ? "" : "no state has the code " + std::string(value);
    }
    if (key == "kind" && (value == "group" || value == "organisation")) {
      entity.kind = value == "group" ? EntityKind::group : EntityKind::organisation;
      if (value == "organisation" && entity.sector.empty()) entity.sector = "IGO";
      return {};
    }
    if (key == "from" || key == "to") {
      const auto date = partial_date(value, key == "to");
      (key == "from" ? entity.from : entity.to) = date.value_or(Date{});
      if (!date) return "`" + std::string(key) + "` is not a date like 1991, 1991-08 or 1991-08-31";
      const bool backwards = entity.to != Date{} && entity.to < entity.from;
      return backwards ? "`to` lies before `from`" : "";
    }
    return "'" + std::string(key) + " " + std::string(value) + "' is not understood; details are " +
           "sector, country, from, to, and kind group or organisation";
  }

  std::string drop(const Correction& row) {
    Entity phrase;
    phrase.kind = EntityKind::phrase;
    phrase.name = row.actor.substr(row.actor.starts_with('?') ? 1 : 0);
    phrase.role = "none";
    add_name(phrase.name, put(phrase), NameForm::name, true);
    return {};
  }

  // A name of a corrected entity, and what becomes of it where it was read before.
  void name_entity(std::string_view name, uint32_t index) {
    add_name(name, index, NameForm::name, facts_.entities[index].name == name);
    facts_.corrected_nodes["?" + std::string(name)] = actor_of(facts_, facts_.entities[index]);
  }

  // The entity that the right side of a row names; one is made for "?Name".
  std::optional<uint32_t> target_of(std::string_view text, std::string& fault) {
    if (const auto coded = facts_.by_code.find(text); coded != facts_.by_code.end()) {
      return coded->second;
    }
    if (text.starts_with('?')) {
      Entity entity;
      entity.kind = EntityKind::group;
      entity.code = text;
      entity.name = text.substr(1);
      const uint32_t index = put(entity);
      facts_.by_code.emplace(entity.code, index);
      add_name(entity.name, index, NameForm::name, true);
      return index;
    }
    std::optional<uint32_t> only;
    for (const int32_t at : aliases_of(facts_, text)) {
      const uint32_t index = facts_.names.alias(at).entity;
      const auto node = [&](uint32_t i) { return actor_of(facts_, facts_.entities[i]).node; };
      if (only && node(*only) != node(index)) {
        fault = "'" + std::string(text) + "' may be " + node(*only) + " or " + node(index) +
                "; write the code";
        return std::nullopt;
      }
      if (!only) only = index;
    }
    if (!only) {
      fault = "no actor is called '" + std::string(text) + "'; write a code (`entente actors` " +
              "shows them), make it known with `add`, or put ? before a name the book lacks";
    }
    return only;
  }

  // "KEN OPP": a part of a state takes an entity of its own, called as the row calls it.
  std::optional<uint32_t> part_of_state(std::string_view name, std::string_view code,
                                        std::string& fault) {
    const size_t blank = code.find(' ');
    const Entity* state = facts_.entity_of(code.substr(0, blank));
    if (blank == std::string_view::npos || !state || state->kind != EntityKind::state) {
      return std::nullopt;
    }
    const std::string_view sector = trim(code.substr(blank));
    if (!is_sector(sector)) {
      if (sector.size() == 3) fault = sector_fault(sector);
      return std::nullopt;
    }
    Entity part;
    part.kind = name.find(' ') == std::string_view::npos ? EntityKind::organ : kind_of(name);
    part.code = part.country = state->code;
    part.sector = sector;
    part.name = name;
    return put(part);
  }

  // Whether the name is a person's decides if "he" can mean it.
  EntityKind kind_of(std::string_view name) const {
    const bool person = facts_.given_names.count(name.substr(0, name.find(' '))) > 0 &&
                        name.find(" of ") == name.npos;
    return person ? EntityKind::person : EntityKind::organ;
  }

  std::string merge(std::string_view from, std::string_view into) {
    std::string fault;
    const bool coded = facts_.by_code.count(from) > 0;
    std::string_view name = from.starts_with('?') && !coded ? from.substr(1) : from;
    if (coded) name = facts_.entity_of(from)->name;
    auto target = part_of_state(name, into, fault);
    if (!target && fault.empty()) target = target_of(into, fault);
    if (!target) return fault;
    const Actor after = actor_of(facts_, facts_.entities[*target]);
    if (coded) {
      const uint32_t old = facts_.by_code.at(from);
      if (old == *target) return "an actor cannot be merged into itself";
      facts_.corrected_nodes[actor_of(facts_, facts_.entities[old]).node] = after;
      for (size_t i = 0; i < facts_.names.size(); ++i) {
        Alias& alias = facts_.names.alias(static_cast<int32_t>(i));
        if (alias.entity == old) alias.entity = *target;
      }
      // Keys are views into the old row, which stays.
      for (auto& [code, index] : facts_.by_code) index = index == old ? *target : index;
      return {};
    }
    for (const int32_t at : aliases_of(facts_, name)) {
      Alias& alias = facts_.names.alias(at);
      facts_.corrected_names[std::string(facts_.entities[alias.entity].name)] = after;
      alias.entity = *target;
    }
    add_name(name, *target, NameForm::name);
    facts_.corrected_nodes["?" + std::string(name)] = after;
    return {};
  }

  std::string rename(const Correction& row) {
    std::string fault;
    const auto target = target_of(row.actor, fault);
    if (!target) return fault;
    Entity& entity = facts_.entities[*target];
    const std::string before(entity.name);
    entity.name = row.value;
    add_name(entity.name, *target, NameForm::name, true);
    const Actor after = actor_of(facts_, entity);
    facts_.corrected_names[before] = after;
    if (entity.code.starts_with('?')) facts_.corrected_nodes[std::string(entity.code)] = after;
    return {};
  }

  std::string retype(const Correction& row) {
    const auto words = split(row.value, ' ');
    if (!is_sector(words[0])) return sector_fault(words[0]);
    const Entity* state = words.size() > 1 ? facts_.entity_of(words[1]) : nullptr;
    if (words.size() > 2 || (words.size() == 2 && !(state && state->kind == EntityKind::state))) {
      return "behind the sector may stand the code of one state, as in `retype ACME = BUS KEN`";
    }
    std::string fault;
    const auto target = target_of(row.actor, fault);
    if (!target) return fault;
    Entity& entity = facts_.entities[*target];
    if (entity.kind == EntityKind::state || entity.kind == EntityKind::region) {
      return "a state has no sector of its own; retype an organisation, group or person";
    }
    const std::string before = actor_of(facts_, entity).node;
    entity.sector = words[0];
    if (state) entity.country = state->code;
    const bool person = entity.kind == EntityKind::person || entity.kind == EntityKind::organ;
    const Actor after = actor_of(facts_, entity);
    if (person) {
      facts_.corrected_names[std::string(entity.name)] = after;
    } else {
      facts_.corrected_nodes[before] = after;
    }
    return {};
  }

  Facts& facts_;
  std::string_view file_;
  std::vector<Problem>& problems_;
};

}  // namespace

CorrectedBook correct_book(const WorldBook& book, const WorldBookFile& corrections) {
  auto facts = std::make_shared<Facts>(book.facts());
  auto text = std::make_shared<const BookText>(
      BookText{std::string(corrections.name), std::string(corrections.text)});
  facts->texts.push_back(text);
  std::vector<Problem> problems;
  auto rows = read_corrections(text->bytes, text->name, problems);
  settle_corrections(*facts, text->name, rows, problems);
  const size_t applied = Corrector(*facts, text->name, problems).run(rows);
  return {WorldBook(std::move(facts)), applied, std::move(problems)};
}

Actor corrected(const WorldBook& book, const Actor& actor) {
  const Facts& facts = book.facts();
  const auto by_name = facts.corrected_names.find(actor.name);
  if (by_name != facts.corrected_names.end()) return by_name->second;
  const auto by_node = facts.corrected_nodes.find(actor.node);
  if (by_node == facts.corrected_nodes.end()) return actor;
  Actor out = by_node->second;
  // "DPR MIL" of a state merged into another stays its army.
  const Entity* whole = facts.entity_of(out.code);
  if (whole && whole->kind == EntityKind::state && !actor.sector.empty()) {
    out = part_of(facts, *whole, actor.sector);
  }
  return out;
}

}  // namespace entente
