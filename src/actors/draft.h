// A mention while it is being resolved, with what coreference asks of it.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/actors.h"
#include "actors/reading.h"

namespace entente {

enum class Gender : uint8_t { unknown, male, female };

struct Draft {
  Mention mention;
  uint32_t hit = kNone;                   // the noun phrase that it is built on
  uint32_t name_begin = 0, name_end = 0;  // tokens of a person's name in it; empty if none
  bool open = false;    // no actor yet: "the foreign minister", to be resolved in context
  bool person = false;  // one human being
  bool plural = false;  // takes "they"
  bool former = false;
  bool named = false;        // a proper name around a common noun: "Patriotic Salvation Front"
  bool definite = false;     // "the", "this"
  bool indefinite = false;   // "a", "any", "no"
  bool ethnic = false;       // "Kurdish": a people without a state, in the state under discussion
  bool of_other = false;     // "the president of Mahila Parishad"
  bool alien = false;        // "foreign", "other": not of the state under discussion
  bool inner_organ = false;  // another actor's noun stands before its own ("army spokesman")
  bool described = false;    // has adjectives of its own ("allied governments")
  Gender gender = Gender::unknown;
  std::string_view sector;     // of an open description
  uint32_t possessor = kNone;  // token of the pronoun whose part this is ("his minister")
  uint32_t owner = kNone;      // entity whose part this is
  bool has_name() const { return name_begin < name_end; }
};

// A draft of tokens [begin, end), of which `likely` is the head if the tree leaves it open; who is
// meant, and how that is known, is still to be said.
inline Draft draft_of(const Reading& reading, uint32_t begin, uint32_t end, uint32_t likely) {
  Draft draft;
  Mention& mention = draft.mention;
  mention.token_begin = begin;
  mention.token_end = end;
  mention.sentence = reading.sentence_of[begin];
  mention.range = reading.range_of(begin, end);
  mention.head = reading.head_of(begin, end, likely);
  return draft;
}

// A name of one or more capitalised words, initials and particles, from token `begin` on: the end,
// or `begin` if there is none.
uint32_t name_run_end(const Reading& reading, uint32_t begin);

// A dependent that describes the noun it hangs on.
bool is_modifying(Relation relation);

// Marks names bound into hyphen compounds ("US-led", "Franco-German", "anti-American").
void mark_compounds(Reading& reading);

// Drafts of the phrases built on common nouns of actors: "the Uzbek foreign minister A. Kamilov".
std::vector<Draft> find_phrases(const Reading& reading);

}  // namespace entente
