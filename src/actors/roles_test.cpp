#include <gtest/gtest.h>

#include "actors/actors.h"

namespace entente {
namespace {

// "source + source > target", or "source <> target" where both act.
std::string roles_in(const std::string& text) {
  static const EnglishModel model = embedded_english_model();
  static const WorldBook book = embedded_world_book();
  const Document document = make_document(text, model);
  const Roles roles = find_roles(document, 0, book);
  const auto list = [&](const std::vector<Range>& ranges) {
    std::string out;
    for (const Range range : ranges) {
      if (!out.empty()) out += " + ";
      out += slice(document.text, range);
    }
    return out;
  };
  return list(roles.sources) + (roles.mutual ? " <> " : " > ") + list(roles.targets);
}

TEST(Roles, SubjectAndObject) {
  EXPECT_EQ(roles_in("A Ruritanian court detained two striking dockers on Monday."),
            "A Ruritanian court > two striking dockers");
  EXPECT_EQ(roles_in("Two villages were shelled by Moravian gunners."),
            "Moravian gunners > Two villages");
}

TEST(Roles, WhereTheObjectIsTheDeedTheTargetStandsBehindAPreposition) {
  EXPECT_EQ(roles_in("Norway imposed sanctions on Belarus."), "Norway > Belarus");
  EXPECT_EQ(roles_in("The queen expressed her condolences to the families of the miners."),
            "The queen > the families of the miners");
  EXPECT_EQ(roles_in("Chad withdrew its troops from Libya in March."), "Chad > Libya");
}

TEST(Roles, WhatIsSaidAndWantedLeadsToTheDeed) {
  EXPECT_EQ(roles_in("Officials said that rebels had attacked a convoy."), "rebels > a convoy");
  EXPECT_EQ(roles_in("The union threatened to sue the ministry."), "The union > the ministry");
  EXPECT_EQ(roles_in("The minister said he would visit Peru."), "The minister > Peru");
}

TEST(Roles, ThoseWhoMeetAndAgreeActBoth) {
  EXPECT_EQ(roles_in("The king met the Danish premier in Oslo."), "The king <> the Danish premier");
  EXPECT_EQ(roles_in("Canada and Mexico have signed a treaty."), "Canada and Mexico <> ");
}

TEST(Roles, ThoseBesideEachOtherAreSeveral) {
  EXPECT_EQ(roles_in("Peru and Chile condemned the Bolivian premier and the rebels."),
            "Peru + Chile > the Bolivian premier + the rebels");
  EXPECT_EQ(roles_in("Canada and Mexico agreed to resume talks."), "Canada and Mexico <> ");
  EXPECT_EQ(roles_in("Talks between Norway and Russia failed."), "Norway and Russia <> ");
}

TEST(Roles, AThingIsNoTargetButWhoIsNamedAroundItIs) {
  EXPECT_EQ(roles_in("The queen opened a bridge."), "The queen > ");
  EXPECT_EQ(roles_in("Chile granted asylum to the Bolivian poet."), "Chile > the Bolivian poet");
  EXPECT_EQ(roles_in("Moravia returned a golden vase to the embassy of Peru."),
            "Moravia > the embassy of Peru");
  EXPECT_EQ(roles_in("Norway gave two million dollars to help refugees."), "Norway > refugees");
}

TEST(Roles, WhatSomebodyMustDoIsAskedOfHim) {
  EXPECT_EQ(roles_in("Turkey says Greece must withdraw its ships."), "Turkey > Greece");
}

TEST(Roles, NothingIsFoundWhereNothingIsDone) { EXPECT_EQ(roles_in("Rain on Monday."), " > "); }

}  // namespace
}  // namespace entente
