#include "views/wording.h"

#include <gtest/gtest.h>

#include "views/sample_system.h"

namespace entente {
namespace {

TEST(Wording, Articles) {
  for (std::string_view name :
       {"United States", "United Kingdom", "European Union", "CSTO", "EU", "UN", "IAEA", "UNHCR",
        "Taliban", "Arab League", "Democratic Republic of the Congo", "Islamic State",
        "Collective Security Treaty Organization", "Philippines", "Rapid Support Forces",
        "United States (civilians)"}) {
    EXPECT_TRUE(takes_article(name)) << name;
  }
  for (std::string_view name : {"Russia", "NATO", "ASEAN", "OPEC", "BRICS", "ECOWAS", "UNESCO",
                                "Cyprus", "Raila Odinga", "South Korea", "Honduras", ""}) {
    EXPECT_FALSE(takes_article(name)) << name;
  }
  EXPECT_EQ(name_in_sentence("United States"), "the United States");
}

TEST(Wording, Triads) {
  const Sample sample = small_sample();  // 0 China, 1 Russia, 2 United States, 3 Uzbekistan
  const System system = sample.system();
  auto text = [&](uint32_t a, uint32_t b, uint32_t c, TriadKind kind) {
    return plain_text(tension_wording(system, {a, b, c, kind, 1}));
  };
  EXPECT_EQ(
      text(3, 2, 1, TriadKind::torn_friend),
      "Uzbekistan is a friend of the United States, the enemy of Uzbekistan's friend Russia.");
  EXPECT_EQ(
      text(2, 0, 1, TriadKind::torn_friend),
      "The United States is a friend of China, the enemy of the United States' friend Russia.");
  EXPECT_EQ(text(0, 1, 2, TriadKind::all_enemies),
            "China, Russia and the United States are all enemies of one another.");
  EXPECT_EQ(text(0, 1, 3, TriadKind::all_friends), "China, Russia and Uzbekistan are all friends.");
}

TEST(Wording, TwoAgainstOneNamesTheFriendsFirst) {
  Sample sample = small_sample();
  sample.network.ties[3].hostile = 40;  // the United States and Uzbekistan
  const Triad triad{1, 2, 3, TriadKind::two_against_one, 1};
  EXPECT_EQ(plain_text(tension_wording(sample.system(), triad)),
            "Russia and Uzbekistan are friends and share the enemy the United States.");
}

TEST(Wording, NamesAreMarkedAsActors) {
  const Sample sample = small_sample();
  const Wording wording = tension_wording(sample.system(), sample.balance.triads[0]);
  ASSERT_EQ(wording.size(), 8u);
  EXPECT_EQ(wording[0].actor, 3);
  EXPECT_EQ(wording[1].text, " is a friend of the ");
  EXPECT_EQ(wording[2].text, "United States");
  EXPECT_EQ(wording[2].actor, 2);
}

TEST(Wording, Contested) {
  Sample sample = small_sample();
  auto text = [&] {
    return plain_text(contested_wording(sample.system(), sample.balance.contested[0]));
  };
  EXPECT_EQ(
      text(),
      "Uzbekistan is courted by both camps: by Russia and China from its own and by the United "
      "States from the other.");
  Contested& entry = sample.balance.contested[0];
  entry.courted_by_both = false;
  EXPECT_EQ(text(),
            "Uzbekistan is between the camps: on good terms with Russia and China in its own and "
            "with the United States in the other.");
  for (Tie& tie : sample.network.ties)
    if (tie.first == 2 && tie.second == 3) tie.hostile = 3 * tie.friendly;
  EXPECT_EQ(text(),
            "Uzbekistan is between the camps: on good terms with Russia and China in its own, and "
            "there are friendly deeds with the United States in the other.");
  entry.friendly_other = 0;
  EXPECT_EQ(text(),
            "Uzbekistan is held loosely: its own camp pulls with 6.5, the other with 3.0; changing "
            "sides would cost 1.5.");
}

TEST(Wording, ImpliedTies) {
  const Sample sample = small_sample();
  const System system = sample.system();
  const auto text = [&](const ImpliedTie& tie) { return plain_text(implied_wording(system, tie)); };
  EXPECT_EQ(text(sample.balance.implied[0]),
            "China and Russia are likely friends (92 %): both are friends of Uzbekistan.");
  EXPECT_EQ(text({1, 2, -3, {}}), "Russia and the United States are likely enemies (95 %).");
  EXPECT_EQ(text({2, 3, -3, {1}}),
            "The United States and Uzbekistan are likely enemies (95 %): Russia is a friend of "
            "Uzbekistan and an enemy of the United States.");
}

TEST(Wording, ImpliedTiesWithoutSharedNeighboursOnTheirSideHaveOtherReasons) {
  const Sample sample = small_sample();
  ImpliedTie tie{1, 2, -1, {}};
  tie.reasons[static_cast<size_t>(SignReason::camps)] = -0.8;
  const auto text = [&] { return plain_text(implied_wording(sample.system(), tie)); };
  EXPECT_EQ(text(),
            "Russia and the United States are likely enemies (73 %): the camps set them apart.");
  tie.reasons[static_cast<size_t>(SignReason::tempers)] = -0.9;
  EXPECT_EQ(text(),
            "Russia and the United States are likely enemies (73 %): both have many enemies.");
}

TEST(Wording, Finding) {
  Sample sample = small_sample();
  EXPECT_EQ(plain_text(finding_wording(sample.system())),
            "The United States is set against Russia and China; Uzbekistan stands between them.");
  sample.balance.camp = {0, 0, 0, 0};
  EXPECT_TRUE(finding_wording(sample.system()).empty());
}

TEST(Wording, LongListsAreCounted) {
  const Sample sample = small_sample();
  const System system = sample.system();
  EXPECT_EQ(plain_text(list_wording(system, {2, 1, 0, 3}, 2)),
            "the United States, Russia and 2 others");
  EXPECT_EQ(plain_text(list_wording(system, {2, 1, 0}, 2)), "the United States, Russia and China");
}

TEST(Wording, RelationOfATie) {
  Tie tie;
  EXPECT_EQ(relation_word(tie), "unclear");
  tie.friendly = tie.hostile = 20;
  EXPECT_EQ(relation_word(tie), "mixed");
  tie.hostile = 0;
  EXPECT_EQ(relation_word(tie), "friends");
}

}  // namespace
}  // namespace entente
