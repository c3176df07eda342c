// Plain deeds in the constructions that news and essays put them in: whatever stands around it, the
// deed is found. The whole chain from the text on.
#include <gtest/gtest.h>

#include <algorithm>

#include "events/text_fixture.h"

namespace entente {
namespace {

// Whether the text tells of a deed between the two.
bool tells(const char* text, const char* source, const char* target) {
  const std::vector<Event> events = events_of(text);
  return std::ranges::any_of(events, [&](const Event& event) {
    return event.source.actor.node == source && event.target.actor.node == target;
  });
}

TEST(Constructions, WhateverStandsBeforeTheSubject) {
  for (const char* text :
       {"In March Brazil criticised Cuba.", "Last May Brazil criticised Cuba.",
        "Brazil criticised Cuba Tuesday.", "At the summit in Geneva Brazil criticised Cuba.",
        "Three days after the vote Brazil criticised Cuba.",
        "To general surprise Brazil criticised Cuba.",
        "Having waited for a year, Brazil criticised Cuba.",
        "Tired of waiting, Brazil criticised Cuba.",
        "Without waiting for Peru, Brazil criticised Cuba.",
        "Much to the dismay of Peru, Brazil criticised Cuba.",
        "Of all its neighbours Brazil criticised only Cuba.",
        "Rather than wait, Brazil criticised Cuba.",
        "So it came about that Brazil criticised Cuba.",
        "Not only had Brazil criticised Cuba, it had done so twice."}) {
    EXPECT_TRUE(tells(text, "BRA", "CUB")) << text;
  }
}

TEST(Constructions, WhateverStandsBetweenSubjectAndVerb) {
  for (const char* text :
       {"Brazil, which had waited for a year, criticised Cuba.", "Brazil, too, criticised Cuba.",
        "Brazil (which votes in May) criticised Cuba.",
        "Brazil, according to two diplomats, criticised Cuba.",
        "Brazil has, by all accounts, criticised Cuba.", "Brazil has three times criticised Cuba.",
        "Brazil has in the past criticised Cuba.", "Brazil went so far as to criticise Cuba.",
        "Brazil lost no time in criticising Cuba.", "Brazil had no choice but to criticise Cuba.",
        "Brazil has been busy criticising Cuba.",
        "Brazil is one of the states that criticised Cuba.",
        "Brazil is among those who criticised Cuba.",
        "It was not Peru but Brazil that criticised Cuba."}) {
    EXPECT_TRUE(tells(text, "BRA", "CUB")) << text;
  }
}

TEST(Constructions, WhereverTheTargetStands) {
  for (const char* text :
       {"Cuba, criticised by Brazil, held its tongue.",
        "Cuba, which Brazil criticised last year, held its tongue.",
        "Brazil criticised Peru, Chile and Cuba.", "Brazil criticised Cuba and Peru did the same.",
        "Brazil first criticised Peru, then Cuba.", "Brazil criticised its old rival, Cuba.",
        "Brazil criticised several states, among them Cuba.",
        "Cuba felt betrayed. Brazil had criticised it.",
        "In Havana nobody has forgotten that Brazil criticised the country.",
        "Cuban officials say that Brazil criticised their country."}) {
    EXPECT_TRUE(tells(text, "BRA", "CUB")) << text;
  }
}

TEST(Constructions, ThingsActForWhoSendsThem) {
  EXPECT_TRUE(tells("The missiles fired by the Israeli army struck a depot of the Syrian army.",
                    "ISR", "SYR"));
  EXPECT_TRUE(
      tells("Ghana handed over more than $4 million worth of equipment to Togo.", "GHA", "TGO"));
  EXPECT_TRUE(tells("Asean issued a statement urging North Korea to disarm.", "ASEAN", "PRK"));
  EXPECT_TRUE(
      tells("Amnesty International (AI) accused the Nigerian army of murder.", "AMNESTY", "NGA"));
  EXPECT_TRUE(tells("Pakistan and Afghanistan's intelligence services agreed to share information.",
                    "PAK", "AFG"));
}

TEST(Constructions, OthersDoTheSame) {
  for (const char* text :
       {"Peru criticised Cuba. Brazil, too, criticised it.",
        "Peru criticised Cuba, and Brazil followed suit.", "Peru criticised Cuba. So did Brazil.",
        "Along with Peru, Brazil criticised Cuba."}) {
    EXPECT_TRUE(tells(text, "BRA", "CUB")) << text;
  }
}

TEST(Constructions, WordsThatAreAlsoAdjectives) {
  EXPECT_TRUE(tells("Iran armed Hezbollah.", "IRN", "HEZBOLLAH"));
  EXPECT_TRUE(tells("Iran, meanwhile, armed the Houthis.", "IRN", "HOUTHIS"));
  EXPECT_TRUE(tells("Chad began by bombing Boko Haram.", "TCD", "BOKOHARAM"));
}

}  // namespace
}  // namespace entente
