#include "documents/tagger.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {
namespace {

TEST(Tagger, TellsCasingsApart) {
  EXPECT_EQ(casing_of({"The", "war", "is", "over", "in", "Kabul"}), 0);
  EXPECT_EQ(casing_of({"Russia", "Rejects", "Plan", "for", "Bases"}), 1);
  EXPECT_EQ(casing_of({"WAR", "IS", "OVER", "2021"}), 2);
  EXPECT_EQ(casing_of({"war", "is", "over"}), 3);
  EXPECT_EQ(casing_of({}), 0);
}

TEST(Tagger, FeaturesDependOnWordAndHistory) {
  const TaggerInput input({"can", "fish", "can"});
  FeatureList first, other, last;
  input.features(2, {1, 2}, first);
  input.features(2, {1, 3}, other);
  input.features(0, {}, last);
  ASSERT_EQ(first.size(), other.size());
  ASSERT_EQ(first.size(), last.size());
  EXPECT_LT(first.size(), FeatureList::kMax);
  EXPECT_FALSE(std::equal(first.begin(), first.end(), other.begin()));
  const std::set<uint64_t> distinct(first.begin(), first.end());
  EXPECT_EQ(distinct.size(), static_cast<size_t>(first.size()));
}

TEST(Tagger, WithoutWeightsEveryWordGetsTheFirstTag) {
  const std::string empty = encode_weights({}, 0.1f);
  EXPECT_EQ(tag_words({"a", "b"}, *WeightTable::view(empty), 5), (std::vector<uint8_t>{0, 0}));
}

}  // namespace
}  // namespace entente
