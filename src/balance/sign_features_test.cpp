#include "balance/sign_features.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string_view>

namespace entente {
namespace {

class Row {
 public:
  Row(const SignedArcs& known, ActorPair pair) : values_(features_of(known, {pair}, 1)) {}
  float operator[](std::string_view name) const {
    for (size_t i = 0; i < values_.size(); ++i)
      if (sign_features()[i].name == name) return values_[i];
    ADD_FAILURE() << "no feature " << name;
    return 0;
  }

 private:
  std::vector<float> values_;
};

TEST(SignFeatures, ReverseTieAndDirectionsAreKeptApart) {
  const SignedArcs known{4, true, {{1, 0, -1}, {0, 2, 1}, {0, 3, 1}, {2, 1, -1}, {3, 0, 1}}, {}};
  const Row row(known, {0, 1});
  EXPECT_EQ(row["reverse"], -1);
  EXPECT_GT(row["first gives"], 0);
  EXPECT_LT(row["second takes"], 0);
  EXPECT_LT(row["second gives"], 0);
  EXPECT_FLOAT_EQ(row["first gives friendly"], std::log(3.0F));
  EXPECT_FLOAT_EQ(row["second takes hostile"], std::log(2.0F));
  EXPECT_FLOAT_EQ(row["first takes hostile"], std::log(2.0F));
  EXPECT_EQ(Row(known, {1, 3})["reverse"], 0);
}

TEST(SignFeatures, TriadsAreCountedBySignAndDirection) {
  // 2: a friend of 0, who is an enemy of 1. 3: enemies 0, who befriends 1.
  const SignedArcs known{4, true, {{0, 2, 1}, {2, 1, -1}, {3, 0, -1}, {1, 3, 1}}, {}};
  const Row row(known, {0, 1});
  EXPECT_FLOAT_EQ(row["out in +-"], std::log(2.0F));
  EXPECT_FLOAT_EQ(row["in out -+"], std::log(2.0F));
  EXPECT_EQ(row["out out +-"], 0);
  EXPECT_FLOAT_EQ(row["friends of first alone"], std::log(2.0F));
  EXPECT_LT(row["votes of triads"], 0);
}

TEST(SignFeatures, WithoutDirectionBothEndsAreAlike) {
  const SignedArcs known{5, false, {{0, 2, 1}, {2, 1, 1}, {3, 1, -1}, {3, 4, -1}, {0, 3, -1}}, {}};
  const std::vector<float> one = features_of(known, {{0, 1}}, 1);
  const SignedArcs turned{5, false, {{2, 0, 1}, {1, 2, 1}, {1, 3, -1}, {4, 3, -1}, {3, 0, -1}}, {}};
  EXPECT_EQ(one, features_of(turned, {{0, 1}}, 1));
  const Row row(known, {0, 1});
  EXPECT_GT(row["votes of triads"], 0);
  EXPECT_FLOAT_EQ(row["friends of both"], std::log(2.0F));
  EXPECT_FLOAT_EQ(row["enemies of both"], std::log(2.0F));
  EXPECT_EQ(row["reverse known"], 0);
}

// 0 and 3 agree on 2 and 4; 3 is an enemy of 1.
TEST(SignFeatures, ThoseAlikeSpeakForTheFirst) {
  const SignedArcs known{6, true, {{0, 2, 1}, {3, 2, 1}, {0, 4, -1}, {3, 4, -1}, {3, 1, -1}}, {}};
  EXPECT_LT(Row(known, {0, 1})["those alike"], 0);
  EXPECT_EQ(Row(known, {5, 1})["those alike"], 0);
}

TEST(SignFeatures, CampsHoldTheirMembers) {
  std::vector<SignedArc> arcs;
  for (uint32_t a = 0; a < 8; ++a)
    for (uint32_t b = a + 1; b < 8; ++b)
      if (a + 7 != b) arcs.push_back({a, b, a / 4 == b / 4 ? 1.0F : -1.0F});
  const SignedArcs known{8, false, arcs, {}};
  EXPECT_LT(Row(known, {0, 7})["hold of the camps"], -0.3);
  EXPECT_EQ(Row(known, {0, 7})["camps"], -1);
}

TEST(SignFeatures, AnEmptyNetworkSaysNothing) {
  for (const float value : features_of({2, true, {}, {}}, {{0, 1}}, 1)) EXPECT_EQ(value, 0);
}

}  // namespace
}  // namespace entente
