// English sentences about the system: tensions, contested actors, implied ties. A sentence is a
// list of phrases, so that a terminal prints it and the report makes its actors clickable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "views/views.h"

namespace entente {

struct Phrase {
  std::string text;
  int actor = -1;  // index into Network::actors that the phrase names, or -1
};
using Wording = std::vector<Phrase>;

std::string plain_text(const Wording& wording);

// "the" of "the United States", "the Taliban", "the CSTO", but "NATO", "Russia".
bool takes_article(std::string_view name);
// Display name of a node or of an actor of the network, one line.
std::string display_name(const System& system, std::string_view node);
std::string display_name(const System& system, uint32_t actor);
// The same inside a sentence: "the United States".
std::string name_in_sentence(std::string_view name);

// The tie between two actors, or null.
const Tie* tie_between(const Network& network, uint32_t a, uint32_t b);
// What `actor` did toward `other` in sum: > 0 friendly.
double acts_toward(const Tie& tie, uint32_t other);
// "friends", "enemies"; "mixed" where both weigh about the same, "unclear" where neither weighs.
std::string_view relation_word(const Tie& tie);

// "Uzbekistan is a friend of the United States, the enemy of Uzbekistan's friend Russia."
// Triads of three enemies: "A, B and C are enemies of one another." Balanced triads likewise.
Wording tension_wording(const System& system, const Triad& triad);
// "Uzbekistan is courted by both camps: by Russia from its own and by the United States from the
// other."
Wording contested_wording(const System& system, const Contested& contested);
// "Russia and Pakistan should be friends: both are friends of Kazakhstan."
Wording implied_wording(const System& system, const ImpliedTie& implied);
// Who stands against whom, in one sentence; empty without two camps.
Wording finding_wording(const System& system);
// "Russia, China and 3 others"; at most `most` names.
Wording list_wording(const System& system, const std::vector<uint32_t>& actors, size_t most);

}  // namespace entente
