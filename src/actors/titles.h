// What single nouns of a title or description say about the words around them.
#pragma once

#include <string_view>
#include <utility>

#include "actors/reading.h"

namespace entente {

// "former", "ousted", "late", "incoming": who is called so does not hold the office.
bool is_out_of_office(std::string_view low);
// Behind a title that ends at token `end`, over "-elect", "-designate": the title is not yet held.
uint32_t elect_end(const Reading& reading, uint32_t end);
// "Liverpool chairman": who leads the town's club and not the town.
bool is_of_club(std::string_view noun);
// "US" in "US and Russian officials": written like a modifier.
bool is_in_capitals(const Reading& reading, const Found& name);
// "into exile", "in exile": nobody.
bool is_banishment(const Reading& reading, const Hit& hit);

// Whether the place where they are says whose they are: "officials in Kabul", but not "the embassy
// in Kabul" or "the foreign ministers in Kabul".
bool belongs_where_it_is(const Reading& reading, const Hit& hit, std::string_view preposition);
// "north of", "streets of" at token `i`.
bool leads_to_place(const Reading& reading, uint32_t i, uint32_t last);
// A word of the field behind "minister of": "foreign", "affairs", "and".
bool is_field_word(const Reading& reading, const Hit& hit, uint32_t t);
// "a group of Turkish soldiers": what is counted says more.
// "a", "any": the phrase is new to the reader.
bool is_indefinite(std::string_view low);

// "foreign", "other": whatever the text is about, the phrase is not of it.
bool is_alien(std::string_view low);

// "Kurdish", "Shia": peoples and faiths that are no state's.
bool is_ethnic(std::string_view low);

// "Patriotic Salvation Front", "Ministry of Works and Transport": capitals on both sides of the
// noun make one name; an empty range if there is none. `may_go_on`: behind the noun, too.
std::pair<uint32_t, uint32_t> proper_name_around(const Reading& reading, const Hit& hit,
                                                 bool may_go_on);

// "Pakistan and Afghanistan's services": whether `other` owns with `first` what stands behind it.
bool own_together(const Reading& reading, const Found& other, const Found& first);
// "Bangladesh Mahila Parishad": an unknown capitalised word goes on.
bool begins_longer_name(const Reading& reading, const Found& name);

// "the Foreign Ministry" from token `i` on, though nobody says whose.
bool leads_to_ministry(const Reading& reading, uint32_t i);

// Whether two words name one office, `back` sentences apart: "Captain Traore ... the officer".
bool is_same_office(std::string_view before, std::string_view now, uint32_t back);

// Common nouns that without a state's name still mean a part of the state under discussion.
bool is_public_role(std::string_view low);
bool is_public_people(std::string_view low);

// "keep", "send": what one does with one's own soldiers.
bool is_said_of_own(std::string_view verb);

bool is_measure(const Reading& reading, const Hit& hit);
// The sector of an agency, movement or alliance that belongs to a state.
// `named`: as part of a proper name ("Hiroshima Alliance for Nuclear Weapons Abolition").
std::string_view sector_of_body(const Reading& reading, const Hit& hit, bool named);

}  // namespace entente
