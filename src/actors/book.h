// The world book in memory: entities, their names and memberships, as read from the tables.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "actors/actors.h"
#include "actors/names.h"

namespace entente {

enum class EntityKind : uint8_t {
  state,
  organisation,
  group,
  person,
  organ,
  outlet,
  region,
  town,    // a town or province: always the place, never the government
  phrase,  // a fixed phrase that is no actor: "South China Sea", "French fries"
};

// All views point into Facts::texts.
struct Entity {
  EntityKind kind = EntityKind::state;
  std::string_view code;  // of the state, organisation or group; of a person or organ: whose it is
  std::string_view name;
  std::string_view country;
  std::string_view sector;
  std::string_view role;  // a person's office; the kind of an organisation or outlet
  // Of a region; of a state its neighbours by land; of an organisation "as UN", "elected", "none",
  // or empty where the book has rows of members.
  std::string_view members;
  std::string_view whole;  // the organisation that an organ belongs to; the bloc of a region
  Date from;               // {0,0,0} is open
  Date to;                 // {0,0,0} is open
  bool corrected = false;  // made by a user's corrections: preferred to what the book says
};

enum class NounKind : uint8_t {
  office,     // "foreign minister": one person speaks for the state
  role,       // "spokesman": the sector is that of what stands before it, else its own
  organ,      // "parliament"
  people,     // "refugees"
  force,      // "troops"
  weapon,     // "warships": a force, but only of a named state
  territory,  // "soil", "border": the state as a place
  none,       // no actor, and no part of another actor's phrase
  body,       // "association": an organ, but only as part of a proper name
};

struct Noun {
  std::string_view sector;
  NounKind kind = NounKind::none;
};

struct Membership {
  std::string_view organisation;
  std::string_view member;
  Date from, to;
};

// A state's code in another system.
struct StateCode {
  StateCodes system = StateCodes::iso2;
  std::string_view code;
  uint32_t entity = 0;
};

// A table as it was read; a view into it leads back to its line.
struct BookText {
  std::string name;
  std::string bytes;
};

struct WorldBook::Facts {
  std::vector<std::shared_ptr<const BookText>> texts;  // own the bytes of all views
  std::vector<Entity> entities;
  NameTable names;
  std::unordered_map<std::string_view, Noun> nouns;               // lower-case phrases of lemmas
  std::unordered_map<std::string_view, std::string_view> styles;  // noun: states called so
  std::unordered_set<std::string_view> given_names;               // of office holders: "Sergei"
  std::unordered_map<std::string_view, uint32_t> by_code;  // states, organisations, groups, regions
  std::vector<Membership> memberships;                     // by organisation, member, from
  std::vector<StateCode> state_codes;                      // in the order of the book
  size_t noun_words_max = 1;
  // Actors as a user's corrections have them, by node and by name, for what was read before.
  std::unordered_map<std::string, Actor> corrected_nodes, corrected_names;

  const Entity* entity_of(std::string_view code) const {
    const auto found = by_code.find(code);
    return found == by_code.end() ? nullptr : &entities[found->second];
  }
};

using Facts = WorldBook::Facts;

bool holds_on(const Entity& entity, Date date);

// The actor that `entity` is, as itself (a state, a person in office).
Actor actor_of(const Facts& facts, const Entity& entity);
// A part of an actor: "UZB" and "GOV" give "UZB GOV". Organisations and groups keep their code.
Actor part_of(const Facts& facts, const Entity& owner, std::string_view sector);
// "UZB" for the sectors that act for the state, else "UZB OPP".
std::string node_of(std::string_view country, std::string_view sector);
// Where the book says so: "states.tsv:14", and the note of that row; empty for views from
// elsewhere.
struct BookRow {
  std::string place;
  std::string note;
};
BookRow row_of(const Facts& facts, std::string_view cell);

// A row that is wrong beside other rows; the cell leads to it.
struct Contradiction {
  std::string_view cell;
  std::string fault;
};
// Finds them and takes out of `facts` what they say.
std::vector<Contradiction> leave_out_contradictions(Facts& facts);
// Without looking for contradictions: for tables that a test has looked at.
Result<WorldBook> load_reviewed_tables(const std::vector<WorldBookFile>& files);

// YYYY, YYYY-MM or YYYY-MM-DD: its first day, or its last.
std::optional<Date> partial_date(std::string_view text, bool last);
// The list in one cell: "a; b".
std::vector<std::string_view> list_of(std::string_view cell);

}  // namespace entente
