// Telling the name of a news outlet from other names.
#pragma once

#include <string_view>

namespace entente {

// A short phrase that names an outlet: listed in data/outlet_hosts.tsv, or capitalised words with
// one that only outlets bear ("The Northern Courier", "Sahel Daily", "Uzbek National Television").
bool is_outlet_name(std::string_view phrase);

// Two to five capitalised words, none of them an outlet's: what a byline may name.
bool is_person_name(std::string_view phrase);

}  // namespace entente
