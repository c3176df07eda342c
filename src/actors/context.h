// What only the context tells: the state that "the president" belongs to, "the country", "both
// sides", pronouns.
#pragma once

#include <vector>

#include "actors/draft.h"
#include "actors/people.h"

namespace entente {

// The state that the article is written in or about, if there is one: its outlet's country, or the
// state that it names far more often than any other.
const Entity* home_state(const Reading& reading);

// The state in which the sentence of token `i` plays by its place names ("In Nairobi, Kenya, ..."),
// else the one at home; nullptr if there is none.
const Entity* state_of_scene(const Reading& reading, uint32_t i);

// Gives open drafts their actors where the context tells them, and adds drafts for pronouns.
// Sorts the drafts by place.
void resolve_in_context(const Reading& reading, const People& people, const WorldBook& book,
                        std::vector<Draft>& drafts);

}  // namespace entente
