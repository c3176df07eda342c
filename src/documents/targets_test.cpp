#include "documents/targets.h"

#include <gmock/gmock.h>

namespace entente {
namespace {

using testing::HasSubstr;

TEST(Targets, TellMissedFromReached) {
  EXPECT_FALSE((Target{"x", "%", 90, 93, 89.9}).reached(90));
  EXPECT_TRUE((Target{"x", "%", 90, 93, 90.0}).reached(90));
  EXPECT_TRUE((Target{"x", "MB", 15, 8, 14.0, true}).reached(15));
  EXPECT_FALSE((Target{"x", "MB", 15, 8, 15.1, true}).reached(15));
  const std::string table =
      to_string({{"low", "%", 90, 93, 80}, {"fair", "%", 90, 93, 91}, {"high", "%", 90, 93, 95}});
  EXPECT_THAT(table, HasSubstr("80.0 %        missed\n"));
  EXPECT_THAT(table, HasSubstr("91.0 %        \n"));
  EXPECT_THAT(table, HasSubstr("95.0 %        aim\n"));
}

TEST(Targets, TakeEachFigureFromItsScore) {
  TargetFigures figures;
  figures.news.relations[static_cast<size_t>(Relation::obj)] = {9, 10, 10};
  figures.ewt.las = {86, 100, 100};
  figures.model_bytes = 14.8e6;
  double obj = 0, las = 0, size = 0;
  for (const Target& target : english_targets(figures)) {
    if (target.measure == "obj, news") obj = target.measured;
    if (target.measure.starts_with("LAS, EWT")) las = target.measured;
    if (target.unit == "MB") size = target.measured;
  }
  EXPECT_DOUBLE_EQ(obj, 90);
  EXPECT_DOUBLE_EQ(las, 86);
  EXPECT_DOUBLE_EQ(size, 14.8);
}

}  // namespace
}  // namespace entente
