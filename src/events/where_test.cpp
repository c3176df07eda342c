#include "events/where.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

// "Mali attacked Chad PREPOSITION NAME"
Document attack(const char* preposition, const char* name) {
  return tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
               {"attacked", "attack", "VERB", "VBD", 0, "root"},
               {"Chad", "Chad", "PROPN", "NNP", 2, "obj"},
               {preposition, preposition, "ADP", "IN", 5, "case"},
               {name, name, "PROPN", "NNP", 2, "obl"}});
}

TEST(Where, AProperNameUnderIn) {
  EXPECT_EQ(place_of(Syntax(attack("near", "Abeche")), {}, 1).name, "Abeche");
}

TEST(Where, AStateThatTheWorldBookKnows) {
  const Document d = attack("in", "Libya");
  Mention libya = mention(d, 5, 5, "LBY");
  libya.actors[0].country = "LBY";
  libya.place = true;
  const EventPlace place = place_of(Syntax(d), {libya}, 1);
  EXPECT_EQ(place.name, "Libya");
  EXPECT_EQ(place.country, "LBY");
}

TEST(Where, MonthsOrganisationsAndOtherRolesAreNoPlaces) {
  EXPECT_EQ(place_of(Syntax(attack("in", "May")), {}, 1).name, "");
  EXPECT_EQ(place_of(Syntax(attack("with", "Libya")), {}, 1).name, "");
  const Document d = attack("in", "NATO");
  EXPECT_EQ(place_of(Syntax(d), {mention(d, 5, 5, "NATO")}, 1).name, "");
}

}  // namespace
}  // namespace entente
