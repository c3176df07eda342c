// The deed lexicon in memory, and the format of data/deeds/*.txt.
//
// One entry a line, five fields:
//   id | TYPE or TYPE/mode | head and constraints | participants | example = expectation
//   impose-sanctions | SANCTION | verb:impose/slap obj:@sanctions | subj > on, against | Washington
//       imposed sanctions on Iran. = USA > IRN            (all in one line)
// head          verb:LEMMA/LEMMA, noun:..., adj:... (adverbs, too)
// constraints   [!]role[.role...]:LEMMA/@class/* ; all must hold (roles as in syntax.h); paths may
//               be alternatives, too: "on/upon:*"
// participants  slot, slot > slot, slot   the first slot that yields an actor counts; `<>` mutual.
//               A slot is a path of roles; its token names the actor, or the actor is the owner of
//               the thing it names ("rejects the deployment of American troops": the USA). A
//               trailing ! takes named actors only; `self` is the head itself.
// example       a sentence of one's own and the nodes it must give, by this entry or another of its
//               type; every test run executes it.
// Classes of lemmas: `@name = lemma lemma ...` on a line of its own, before its use in the file or
// in a file that sorts before it. `#` starts a comment line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "events/events.h"

namespace entente {

using Path = std::vector<std::string>;

struct Constraint {
  std::vector<Path> paths;                 // one of them must lead to a filler
  std::unordered_set<std::string> lemmas;  // empty: any filler will do
  bool negated = false;
};

struct Slot {
  Path path;
  bool named_only = false;
  bool organisation = false;  // and that an organisation
};

struct DeedExample {
  std::string sentence;
  std::string source, target;  // nodes
};

struct DeedEntry {
  std::string id;
  EventType type = EventType::consult;
  std::string mode;
  char part_of_speech = 'v';  // v, n, a
  std::vector<std::string> heads;
  std::vector<Constraint> constraints;
  std::vector<Slot> source, target;
  bool mutual = false;
  DeedExample example;
  std::string where;  // file:line

  // The deed is not doing it ("will not host"): its own negation does not deny it.
  bool needs_negation() const;
};

struct DeedLexicon::Entries {
  std::vector<DeedEntry> list;
  // "v:condemn" -> indices into list, more constraints first.
  std::unordered_map<std::string, std::vector<uint32_t>> by_head;
  std::unordered_map<std::string, std::unordered_set<std::string>> classes;

  std::unordered_set<std::string> words;  // every lemma that an entry or class names

  bool in_class(std::string_view name, std::string_view lemma) const;
};

}  // namespace entente
