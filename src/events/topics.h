// What a deed is about, and how its source stands on that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

struct Topic {
  std::string phrase;             // lemmas: "gas transit fee"
  std::optional<uint32_t> token;  // its head
};

// The noun phrase that the deed is about: its object or oblique that is no actor, and below words
// like "plan" what the plan is for. Nothing where there is none.
Topic topic_of(const Syntax& syntax, const std::vector<Mention>& mentions,
               const DeedLexicon::Entries& lexicon, uint32_t head);

// How the source of a deed of `type` and `status` at `head` stands on what `about`, a token below
// it, names: the deed's side, turned by each word between that takes away ("the withdrawal of",
// "an end to", "lifted") and conditional under "if", "unless", "in exchange for".
Stand stand_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon, EventType type,
               EventStatus status, uint32_t head, uint32_t about);

}  // namespace entente
