// Telling the name of a news outlet from other names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

// A short phrase that names an outlet: listed in data/outlet_hosts.tsv, or capitalised words with
// one that only outlets bear ("The Northern Courier", "Sahel Daily", "Uzbek National Television").
bool is_outlet_name(std::string_view phrase);

// The outlet that a line names, its place left out: "The Northern Courier (Almaty)", "The Northern
// Courier, New Delhi, India".
std::optional<std::string> outlet_in(std::string_view line);

// Two to five capitalised words, none of them an outlet's: what a byline may name.
bool is_person_name(std::string_view phrase);

}  // namespace entente
