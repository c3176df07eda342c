#include <gtest/gtest.h>

#include "actors/actors.h"

namespace entente {
namespace {

// "source > target", or "source <> target" where both act.
std::string roles_in(const std::string& text) {
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(text, model);
  const Roles roles = find_roles(document, 0);
  return std::string(slice(document.text, roles.source)) + (roles.mutual ? " <> " : " > ") +
         std::string(slice(document.text, roles.target));
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

TEST(Roles, NothingIsFoundWhereNothingIsDone) { EXPECT_EQ(roles_in("Rain on Monday."), " > "); }

}  // namespace
}  // namespace entente
