// What the words around a deed say of it, on real sentences: the whole chain from the text on.
#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

struct Case {
  const char* sentence;
  const char* deed;
};

TEST(ModalityInTexts, SaysWhetherItWasDone) {
  for (const auto& [sentence, deed] : {
           Case{"Brazil criticised Cuba.", "happened"},
           {"Brazil dared to criticise Cuba.", "happened"},
           {"Brazil was right to criticise Cuba.", "happened"},
           {"Brazil could not resist criticising Cuba.", "happened"},
           {"Brazil went so far as to criticise Cuba.", "happened"},
           {"Brazil has, by all accounts, criticised Cuba.", "happened"},
           {"Peru praised Brazil for criticising Cuba.", "happened"},
           {"Brazil has yet to criticise Cuba.", "denied"},
           {"Brazil was far from criticising Cuba.", "denied"},
           {"Brazil would rather wait than criticise Cuba.", "denied"},
           {"Instead of criticising Cuba, Brazil waited.", "denied"},
           {"Nobody believes that Brazil criticised Cuba.", "denied"},
           {"Brazil rejected reports that it had criticised Cuba.", "denied"},
           {"Brazil is going to criticise Cuba.", "planned"},
           {"Brazil is about to criticise Cuba.", "planned"},
           {"Brazil is to visit Cuba next week.", "planned"},
           {"Brazil to visit Cuba next week", "planned"},
           {"Brazil would criticise Cuba if it could.", "hypothetical"},
           {"Perhaps Brazil criticised Cuba.", "hypothetical"},
           {"Should Brazil criticise Cuba, others would follow.", "hypothetical"},
           {"Brazil is thinking of criticising Cuba.", "hypothetical"},
           {"Brazil is considering criticising Cuba.", "hypothetical"},
           {"Brazil is interested in visiting Cuba.", "hypothetical"},
           {"Did Brazil criticise Cuba?", "hypothetical"},
           {"Brazil ought to criticise Cuba.", "demanded"},
       }) {
    EXPECT_EQ(status_of(sentence, "BRA", "CUB"), deed) << sentence;
  }
}

}  // namespace
}  // namespace entente
