// actors: a document -> the places in it that name political actors, and which actors those are.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/range.h"
#include "base/result.h"
#include "documents/documents.h"

namespace entente {

// Who acts: a state or a part of it, an organisation, a group, a company, a person in an office.
struct Actor {
  // "UZB" (the state as such), "UZB GOV", "USA MIL", "NATO", "AFG REB" with a name of its own ...
  // Country or organisation code, then the PLOVER sector where one is known. An actor that the
  // world book does not know has "?" and its name: "?Raila Odinga".
  std::string code;
  std::string country;  // ISO 3166 alpha-3 (KOS for Kosovo; past states as in the world book) or ""
  std::string sector;   // PLOVER: GOV MIL LEG JUD SPY COP REB OPP PTY CVL BUS MED JRN IGO ... or ""
  std::string name;     // canonical: "Uzbekistan", "NATO", "Taliban", "Abdulaziz Kamilov"
  // The actor's node in the network: the state for its organs and office holders ("UZB"), else the
  // organisation, group, company or person itself ("NATO", "TALIBAN", "?Raila Odinga").
  std::string node;

  bool known() const { return !code.empty() && code[0] != '?'; }
  auto operator<=>(const Actor&) const = default;
};

// How a mention was resolved to its actor.
enum class Resolution : uint8_t {
  name,           // "Uzbekistan", "NATO", "Taliban"
  demonym,        // "Uzbeks", "American officials", "the Uzbek side"
  adjective,      // "Russian" in "Russian troops" when the head is not itself an actor
  capital,        // "Tashkent", "the Kremlin" for a government
  title,          // "Uzbek Foreign Minister A. Kamilov", "President Putin"
  office_holder,  // "Putin" by the list of office holders at the article's date
  surname,        // a bare surname of a person introduced before
  pronoun,        // "he", "it", "they"
  description,    // "the country", "the alliance", "both countries", "the CSTO states"
  acronym,        // "(CSTO)" introduced after the full name
  outlet,         // a news outlet or agency
  unknown,        // a name that the world book does not know
};
std::string_view to_string(Resolution resolution);

struct Mention {
  Range range;               // in Document::text, whole phrase: "Uzbek Foreign Minister A. Kamilov"
  uint32_t sentence = 0;     // index into Document::sentences
  uint32_t token_begin = 0;  // half-open, indices into Document::tokens
  uint32_t token_end = 0;
  uint32_t head = 0;          // token that carries the phrase's relation to its governor
  std::vector<Actor> actors;  // one, or several for a collective ("both countries"); never empty
  Resolution how = Resolution::name;
  bool place = false;     // stands for the place and not the government ("in Moscow", "to Kabul")
  bool outlet = false;    // a news outlet: one who says, not one who acts
  bool modifier = false;  // an adjective or possessor inside a larger phrase ("American troops")
  double confidence = 1;  // 0-1, that the actor is the right one
};

// The facts: states, organisations and members by date, office holders, groups, outlets, titles.
// Immutable; shared by threads without locks.
class WorldBook {
 public:
  struct Facts;
  explicit WorldBook(std::shared_ptr<const Facts> facts) : facts_(std::move(facts)) {}
  const Facts& facts() const { return *facts_; }

 private:
  std::shared_ptr<const Facts> facts_;
};

struct WorldBookFile {
  std::string_view name;  // "states.tsv", for messages
  std::string_view text;
};
// Errors name file, line and remedy.
Result<WorldBook> load_world_book(const std::vector<WorldBookFile>& files);
WorldBook embedded_world_book();

struct MentionOptions {
  std::optional<Date> published;  // decides office holders and members
  std::string outlet;             // "the newspaper" and "this reporter" lead here
};

// All mentions, sorted by token_begin, then by token_end descending: a phrase comes before the
// modifiers inside it ("American troops" USA MIL, then "American" USA). Mentions nest or are
// disjoint. Conjoined actors are separate mentions.
std::vector<Mention> find_mentions(const Document& document, const WorldBook& book,
                                   const MentionOptions& options = {});

// One name alone, as a user types it ("Uzbekistan", "UZB", "Kremlin"): the actor, if known.
std::optional<Actor> find_actor(const WorldBook& book, std::string_view name);
// The states and organisations that belong to `organisation` (a code) on `date`, sorted by code.
std::vector<Actor> members_of(const WorldBook& book, std::string_view organisation, Date date);
// Display name of a node of the network: "UZB" -> "Uzbekistan", "?Raila Odinga" -> "Raila Odinga".
std::string node_name(const WorldBook& book, std::string_view node);

}  // namespace entente
