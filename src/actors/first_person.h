// "We", "us", "our", "I" and "me" of those whom a text quotes.
#pragma once

#include <vector>

#include "actors/draft.h"

namespace entente {

// A mention for each pronoun of the first person that an official, a state, an organisation or a
// group is quoted with. `drafts` are the resolved mentions of the whole document: the speaker may
// be named behind his words.
std::vector<Draft> resolve_first_person(const Reading& reading, const std::vector<Draft>& drafts);

}  // namespace entente
