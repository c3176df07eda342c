#include "events/echoes.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

TEST(Echoes, OfTheSameSentence) {
  EXPECT_EQ(deeds_of("Poland condemned Belarus, and so did Lithuania."),
            "POL>BLR ACCUSE;LTU>BLR ACCUSE;");
  EXPECT_EQ(deeds_of("Poland condemned Belarus, as did Lithuania and Latvia."),
            "POL>BLR ACCUSE;LTU>BLR ACCUSE;LVA>BLR ACCUSE;");
}

TEST(Echoes, OfTheSentenceBefore) {
  EXPECT_EQ(deeds_of("Poland recalled its ambassador from Minsk. Lithuania followed suit."),
            "POL>BLR SANCTION;LTU>BLR SANCTION;");
  EXPECT_EQ(deeds_of("Poland condemned Belarus. Lithuania did the same."),
            "POL>BLR ACCUSE;LTU>BLR ACCUSE;");
}

TEST(Echoes, OfTheMainDeedAndNotOfOneBelowIt) {
  EXPECT_EQ(deeds_of("Poland condemned Belarus for helping Russia, and so did Lithuania."),
            "POL>BLR ACCUSE;LTU>BLR ACCUSE;BLR>RUS AID;");
}

TEST(Echoes, WhoWasMeantHimselfDoesNotRepeatIt) {
  EXPECT_EQ(deeds_of("Poland condemned Belarus, and Belarus did the same."), "POL>BLR ACCUSE;");
}

}  // namespace
}  // namespace entente
