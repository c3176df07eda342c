// Known texts, and lengths that end a group of three bytes in each way.
#include "views/packed.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Packed, KnownText) {
  // As `zlib.compress(b"hello", 9)` gives it.
  EXPECT_EQ(packed("hello"), "eNrLSM3JyQcABiwCFQ==");
}

TEST(Packed, FillsUpToGroupsOfFour) {
  for (const char* text : {"", "a", "ab", "abc", "abcd"}) {
    EXPECT_EQ(packed(text).size() % 4, 0u) << text;
  }
}

TEST(Packed, RepetitionCostsLittle) { EXPECT_LT(packed(std::string(100000, 'x')).size(), 300u); }

}  // namespace
}  // namespace entente
