#include "events/near_subject.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

std::optional<uint32_t> before(const Document& d, uint32_t verb) {
  return noun_before_verb(d, d.sentences[0], verb - 1);
}

TEST(NearSubject, StandsRightBeforeTheVerbAndItsAuxiliaries) {
  const Document d = tree({{"Two", "two", "NUM", "CD", 2, "nummod"},
                           {"states", "state", "NOUN", "NNS", 0, "root"},
                           {"have", "have", "AUX", "VBP", 4, "aux"},
                           {"joined", "join", "VERB", "VBN", 2, "acl"}});
  EXPECT_EQ(before(d, 4), 1u);
}

TEST(NearSubject, AnIslandOfCommasIsPassedOver) {
  const Document d = tree({{"Moldova", "Moldova", "PROPN", "NNP", 3, "nsubj"},
                           {",", ",", "PUNCT", ",", 1, "punct"},
                           {"squeezed", "squeeze", "VERB", "VBN", 0, "root"},
                           {"hard", "hard", "ADV", "RB", 3, "advmod"},
                           {",", ",", "PUNCT", ",", 3, "punct"},
                           {"asked", "ask", "VERB", "VBD", 3, "parataxis"}});
  EXPECT_EQ(before(d, 6), 0u);
}

TEST(NearSubject, ANounAfterAPrepositionOrAnUnfiniteVerbHasNone) {
  const Document d = tree({{"After", "after", "ADP", "IN", 2, "case"},
                           {"talks", "talk", "NOUN", "NNS", 3, "obl"},
                           {"joined", "join", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 3, "obj"},
                           {"joining", "join", "VERB", "VBG", 4, "acl"}});
  EXPECT_EQ(before(d, 3), std::nullopt);
  EXPECT_EQ(before(d, 5), std::nullopt);
}

}  // namespace
}  // namespace entente
