#include "actors/told_date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

std::optional<Date> told_in(const char* text) {
  static const EnglishModel model = embedded_english_model();
  return last_date_told(make_document(text, model));
}

TEST(ToldDate, IsTheLastOneThatIsNotToCome) {
  EXPECT_EQ(told_in("Raila Odinga spoke on July 26, 2022. He lost in 2017."), (Date{2022, 7, 26}));
  EXPECT_EQ(told_in("On 5 May 2021 they met."), (Date{2021, 5, 5}));
  EXPECT_EQ(told_in("They quarrelled in 2019."), (Date{2019, 12, 31}));
  EXPECT_EQ(told_in("They quarrelled in 2019 and want peace by 2025."), (Date{2019, 12, 31}));
  EXPECT_EQ(told_in("About 2000 men marched 1960 miles."), std::nullopt);
  EXPECT_EQ(told_in("They met."), std::nullopt);
}

}  // namespace
}  // namespace entente
