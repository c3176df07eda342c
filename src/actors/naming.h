// Mentions by name: of the book, of people with a title, of what the text itself introduces.
#pragma once

#include <vector>

#include "actors/draft.h"
#include "actors/people.h"

namespace entente {

// Drops names of organs and parties that other states have, too, where the text is not about the
// state that the book gives them to.
void settle_generic_names(Reading& reading);

// Drafts of "the Afghan capital".
void add_capitals(const Reading& reading, std::vector<Draft>& drafts);

// One draft for each name of the book; those inside `phrases` are modifiers there.
void add_book_names(const Reading& reading, std::vector<Draft>& drafts);

// Joins names and descriptions beside each other ("Sergei Lavrov, the Russian foreign minister"),
// gives named people their actors, and records them.
void introduce_people(const Reading& reading, std::vector<Draft>& drafts, People& people);

// Names that the book does not know, their acronyms, and bare surnames of people introduced.
void add_unknown_names(const Reading& reading, std::vector<Draft>& drafts, People& people);

// "Acme Mining" -> "BUS": the sector that the words of an unknown name tell, or "".
std::string_view sector_of_name(std::string_view name);

// Marks states that are teams in a game as places, which do not act.
void mark_teams(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace entente
