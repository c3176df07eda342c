// actors: a document -> the places in it that name political actors, and which actors those are.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
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
inline constexpr size_t kResolutions = 12;
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
  bool person = false;    // one human being
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
// A row that is malformed, contradicts another or closes a circle is refused; errors name file,
// line and remedy.
Result<WorldBook> load_world_book(const std::vector<WorldBookFile>& files);
// The same, going on without such rows, each of which is a Problem. An Error is left for what is
// no table of the book.
struct CheckedBook {
  WorldBook book;
  std::vector<Problem> problems;
};
Result<CheckedBook> load_world_book_without_bad_rows(const std::vector<WorldBookFile>& files);
WorldBook embedded_world_book();
std::vector<WorldBookFile> embedded_world_tables();

// `book` with a user's corrections on top (docs/actors.md has the rows). A row that is malformed,
// contradicts another or leads in a circle is left out and is a Problem with line and remedy;
// whether to go on without it is the caller's to decide.
struct CorrectedBook {
  WorldBook book;
  size_t corrections = 0;  // that were applied
  std::vector<Problem> problems;
};
CorrectedBook correct_book(const WorldBook& book, const WorldBookFile& corrections);
// An actor that was found without the book's corrections, as it is with them.
Actor corrected(const WorldBook& book, const Actor& actor);

struct MentionOptions {
  std::optional<Date> published;  // decides office holders and members
  std::string outlet;             // "the newspaper" and "this reporter" lead here
  std::string outlet_country;     // of its address, as ISO 3166-1 alpha-2 has it; "" where unknown
};

// All mentions, sorted by token_begin, then by token_end descending: a phrase comes before the
// modifiers inside it ("American troops" USA MIL, then "American" USA). Mentions nest or are
// disjoint. Conjoined actors are separate mentions.
std::vector<Mention> find_mentions(const Document& document, const WorldBook& book,
                                   const MentionOptions& options = {});

// Who does the main deed of a sentence and to whom it is done, as phrases of Document::text,
// whether or not they are known actors. Things are no targets unless somebody is named in the
// phrase; the book's nouns tell people and bodies from things.
struct Roles {
  std::vector<Range> sources, targets;  // several where they are coordinated; or none
  bool mutual = false;  // the targets act as well, or those named together do ("A and B agreed")
};
Roles find_roles(const Document& document, uint32_t sentence, const WorldBook& book);

// One name alone, as a user types it ("Uzbekistan", "UZB", "Kremlin"): the actor, if known.
std::optional<Actor> find_actor(const WorldBook& book, std::string_view name);
// Code systems of states beside the world book's own: ISO 3166 alpha-2, numbers of the Correlates
// of War project, FIPS 10-4 (as in GDELT's places).
enum class StateCodes : uint8_t { iso2, cow, fips };
// "365" of COW is Russia, or the Soviet Union on a date of its time; nothing for an unknown code.
std::optional<Actor> find_state(const WorldBook& book, StateCodes system, std::string_view code,
                                const std::optional<Date>& date = {});
// The code of a state of the book ("RUS"), the first where there are several; "" if it has none.
std::string state_code(const WorldBook& book, std::string_view state, StateCodes system);
// The states and organisations that belong to `organisation` (a code) on `date`, sorted by code.
std::vector<Actor> members_of(const WorldBook& book, std::string_view organisation, Date date);
// One thing that a name may stand for.
struct Meaning {
  Actor actor;
  std::string kind;    // "state", "organisation", "person", "phrase" (nobody) ...
  std::string form;    // how the name means it: "name", "demonym", "adjective", "capital" ...
  std::string office;  // of a person: "president"
  Date from, to;       // {0,0,0} is open
  bool holds = true;   // exists, or is in office, on the date
  std::string row;     // where the book says so: "states.tsv:14"
  std::string note;    // and on what ground
};
// All that a name may stand for on a date, the likeliest first; without a date, today's. `why` says
// in a sentence what decided. Empty for a name that the book does not know.
struct NameMeanings {
  std::vector<Meaning> meanings;
  std::string why;
};
NameMeanings meanings_of(const WorldBook& book, std::string_view name,
                         const std::optional<Date>& date);

// Why a mention of a document has its actor, as far as the document and the book tell.
struct MentionReason {
  std::string why;
  NameMeanings name;                   // of its words, where the book knows them
  std::optional<uint32_t> antecedent;  // an earlier mention that it leads back to
  std::vector<std::string> rivals;     // other nodes named nearby, most often first
};
MentionReason reason_of(const Document& document, const std::vector<Mention>& mentions,
                        uint32_t mention, const WorldBook& book, const MentionOptions& options);

// How often an actor is mentioned, and how that was found.
struct ActorCount {
  Actor actor;
  bool person = false;
  size_t mentions = 0, documents = 0;
  std::array<size_t, kResolutions> ways{};  // by Resolution
  std::string example;                      // a sentence with its first mention
};
// By node; unknown actors by code. Modifiers inside a larger phrase are not counted.
using ActorCounts = std::map<std::string, ActorCount>;
void count_mentions(const Document& document, const std::vector<Mention>& mentions,
                    ActorCounts& counts);

// Display name of a node of the network: "UZB" -> "Uzbekistan", "?Raila Odinga" -> "Raila Odinga".
std::string node_name(const WorldBook& book, std::string_view node);

}  // namespace entente
