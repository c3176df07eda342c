// Several actors in one phrase: "the two countries", "CSTO members", "West African leaders".
#pragma once

#include <string_view>

#include "actors/draft.h"
#include "actors/history.h"

namespace entente {

// "country", "republics", "kingdom", "members".
bool is_country_word(std::string_view low);
// 2 for "two" and "both", up to 6; 0 for any other word.
size_t number_from(std::string_view low);
// The number of a known group in front of token `begin`: "the two", "both", "all three", but not
// "two countries", which are new to the reader. 0 if there is none.
size_t number_before(const Reading& reading, uint32_t begin);

// Whether the noun is used of such an organisation or group: "alliance", "bloc", "movement".
bool kind_fits(std::string_view noun, const Entity& entity);

// "the North African nation", "the South American leader": the member of the region that the text
// is about there, if one of its members is.
void name_member_of_region(const Reading& reading, const History& history, Draft& draft);

// "its neighbour": a state that borders on the possessor's and that the text is about there.
void name_neighbour_of_possessor(const Reading& reading, const History& history, Draft& draft);

// The members of an organisation or region where they are few, else the bloc that acts for a
// region; with less confidence. Nothing where the phrase says that others are members.
void expand_collective(const Reading& reading, const WorldBook& book, Draft& draft);

}  // namespace entente
