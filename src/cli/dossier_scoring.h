// How well the system found in a dossier's articles fits what a careful reader finds.
#pragma once

#include <string>
#include <vector>

#include "cli/dossier.h"
#include "cli/scoring.h"
#include "views/views.h"

namespace entente {

struct DossierScore {
  std::string name;
  // Expected ties; reported ties (signed ones of which an expected actor is a part); reported ties
  // that are expected with that sign. A tie expected as mixed is right with either sign and if it
  // is reported as unclear.
  Hits ties;
  Share pairs;      // expected ties whose pair is in the network, whatever its sign
  Share camps;      // members of expected camps on the right side, by the best naming of the sides
  Share contested;  // expected contested actors among the first that the summary shows
};

DossierScore score_dossier(const Expected& expected, const System& system);

// One line a tie that is missing, has the wrong sign or is not expected, with the heaviest event
// behind it; then members of camps on the wrong side and contested actors not found.
std::string differences_text(const Expected& expected, const System& system);

// A table for the terminal: a line a dossier and, of several, their mean.
std::string score_text(const std::vector<DossierScore>& scores);

}  // namespace entente
