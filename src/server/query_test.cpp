// What is asked is understood as the page means it, or refused with what would be.
#include "server/query.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Result<Query> read(const Pairs& pairs) { return read_query({"GET", "/", pairs, {}, ""}); }

TEST(Query, HoldsThePagesFilters) {
  const auto query = read({{"from", "2021-05"},
                           {"to", "2021-06-30"},
                           {"sign", "hostile"},
                           {"outlet", "Neva Dispatch"},
                           {"status", "planned"},
                           {"confidence", "0.5"},
                           {"actor", "UZB"},
                           {"actor", "?Raila Odinga"},
                           {"tie", "RUS~USA"},
                           {"most", "7"},
                           {"theme", "dark"}});
  ASSERT_TRUE(query.ok()) << query.error();
  const Selection& selection = query.value().selection;
  EXPECT_EQ(selection.from, (Date{2021, 5, 1}));
  EXPECT_EQ(selection.to, (Date{2021, 6, 1}));
  EXPECT_EQ(selection.sign, -1);
  EXPECT_EQ(selection.outlet, "Neva Dispatch");
  EXPECT_EQ(selection.status, EventStatus::planned);
  EXPECT_EQ(selection.confidence, 0.5);
  EXPECT_EQ(query.value().actors, (std::vector<std::string>{"UZB", "?Raila Odinga"}));
  EXPECT_EQ(query.value().most, 7u);
  EXPECT_FALSE(selection.is_all());
}

TEST(Query, WithoutParametersEverythingIsShown) {
  const auto query = read({});
  ASSERT_TRUE(query.ok());
  EXPECT_TRUE(query.value().selection.is_all());
  EXPECT_TRUE(read({{"from", ""}, {"sign", ""}}).value().selection.is_all());
}

TEST(Query, TheSameQuestionHasTheSameText) {
  EXPECT_EQ(read({{"sign", "hostile"}, {"from", "2021-05"}}).value().text,
            read({{"from", "2021-05"}, {"sign", "hostile"}}).value().text);
  EXPECT_NE(read({{"outlet", "a&speaker=b"}}).value().text,
            read({{"outlet", "a"}, {"speaker", "b"}}).value().text);
  EXPECT_NE(read({{"actor", "A"}, {"actor", "B"}}).value().text,
            read({{"actor", "B"}, {"actor", "A"}}).value().text);
}

TEST(Query, NonsenseIsRefusedWithARemedy) {
  const Pairs wrong = {{"from", "soon"},
                       {"to", "2021-13"},
                       {"sign", "red"},
                       {"status", "maybe"},
                       {"confidence", "2"},
                       {"confidence", "nan"},
                       {"confidence", "0.5x"},
                       {"tie", "RUS"},
                       {"most", "10001"},
                       {"most", "-1"},
                       {"skip", "99999999999999999999"},
                       {"outlet", std::string(3000, 'x')},
                       {"limit", "5"},
                       {"__proto__", "1"}};
  for (const auto& pair : wrong) {
    const auto query = read({pair});
    ASSERT_FALSE(query.ok()) << pair.first << "=" << pair.second;
    EXPECT_NE(query.error().find(pair.first), std::string::npos) << query.error();
    EXPECT_LT(query.error().size(), 200u);
  }
  EXPECT_FALSE(read(Pairs(51, {"actor", "UZB"})).ok());
}

}  // namespace
}  // namespace entente
