#include "cli/what_if.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

WhatIf network() {
  WhatIf what_if;
  what_if.network.actors = what_if.names = {"A", "B, the", "C"};
  what_if.network.unit = 0.1;
  what_if.network.graph = {3, {{0, 1, 30}, {1, 2, -20}}};
  what_if.now = minimum_frustration(what_if.network.graph);
  return what_if;
}

WhatIfQuestion question() {
  WhatIfQuestion question;
  question.actor = [](std::string_view typed) -> std::optional<uint32_t> {
    const std::vector<std::string> names = {"A", "B, the", "C"};
    for (uint32_t i = 0; i < names.size(); ++i)
      if (names[i] == typed) return i;
    return std::nullopt;
  };
  return question;
}

Result<WhatIf> asked(const std::string& tie, const WhatIfQuestion& how = question()) {
  Options options;
  options.what_if = {tie};
  return answer(options, how, network());
}

TEST(WhatIf, ReadsWeightsInTheUnitOfTheFile) {
  const auto read = asked("A, B, the, -2");
  ASSERT_TRUE(read) << read.error();
  const SignedEdge tie = read.value().supposition.ties.at(0);
  EXPECT_EQ(tie.a, 0u);
  EXPECT_EQ(tie.b, 1u);
  EXPECT_EQ(tie.weight, -20);
  EXPECT_EQ(asked("A,C,0").value().supposition.ties[0].weight, 0);
}

TEST(WhatIf, WordsKeepTheStrengthThatATieHas) {
  EXPECT_EQ(asked("A,B, the,enemies").value().supposition.ties[0].weight, -30);
  EXPECT_EQ(asked("A,C,friends").value().supposition.ties[0].weight, 10);
  WhatIfQuestion signs = question();
  signs.signs_only = true;
  signs.new_strength = 5;
  EXPECT_EQ(asked("A,B, the,-1", signs).value().supposition.ties[0].weight, -30);
  EXPECT_EQ(asked("A,C,+1", signs).value().supposition.ties[0].weight, 50);
  EXPECT_EQ(asked("A,C,-2.5", signs).value().supposition.ties[0].weight, -25);
}

TEST(WhatIf, SaysWhatIsWrong) {
  EXPECT_NE(asked("A,C").error().find("no number"), std::string::npos);
  EXPECT_NE(asked("A,C,nan").error().find("no number"), std::string::npos);
  EXPECT_NE(asked("A,D,1").error().find("'D' is no actor"), std::string::npos);
  EXPECT_NE(asked("D,A,1").error().find("'D' is no actor"), std::string::npos);
  EXPECT_NE(asked("A,A,1").error().find("twice"), std::string::npos);
  EXPECT_NE(asked("1").error().find("no number"), std::string::npos);
}

TEST(WhatIf, ListsThoseWhoseMoveCostsLeast) {
  Options options;
  options.pivotal = 2;
  const auto read = answer(options, question(), network());
  ASSERT_TRUE(read);
  ASSERT_EQ(read.value().pivotal.size(), 2u);
  EXPECT_EQ(read.value().pivotal[0].cost, 20);
  EXPECT_FALSE(read.value().then);
}

}  // namespace
}  // namespace entente
