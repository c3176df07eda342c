// What the engines get wrong again and again, on real sentences.
#include "documents/tree_mending.h"

#include <gtest/gtest.h>

#include "documents/documents_fixture.h"

namespace entente {
namespace {

// "HEAD/relation" of a word.
std::string arc_of(const std::string& text, std::string_view word) {
  const Document document = read(text);
  const Token* token = find(document, word);
  if (token == nullptr) return "absent";
  return head_of(document, word) + "/" + std::string(to_string(token->relation));
}

TEST(TreeMending, WhatIsDoneIsNotOwned) {
  for (const char* text :
       {"The United States has frozen Russian assets.", "France has frozen Russian assets.",
        "Egypt has seized three Italian boats."}) {
    const Document document = read(text);
    EXPECT_EQ(head_of(document, "has"), text[0] == 'E' ? "seized" : "frozen") << text;
  }
  EXPECT_EQ(head_of(read("France has a frozen account."), "has"), "root");
}

TEST(TreeMending, NoVerbHasTwoObjects) {
  const Document reason = read("It is one of the reasons that the army left the town.");
  EXPECT_EQ(find(reason, "that")->relation, Relation::mark);
  EXPECT_EQ(find(reason, "town")->relation, Relation::obj);
  const Document prize = read("The board awarded the village a prize.");
  EXPECT_EQ(find(prize, "village")->relation, Relation::iobj);
  EXPECT_EQ(find(prize, "prize")->relation, Relation::obj);
  const Document name = read("They called the minister a traitor.");
  EXPECT_EQ(find(name, "minister")->relation, Relation::obj);
  EXPECT_EQ(find(name, "traitor")->relation, Relation::xcomp);
}

TEST(TreeMending, AnInfinitiveBelongsToTheDecisionBeforeIt) {
  const Document d = read("The fund pointed to Britain's decision to leave the bloc.");
  EXPECT_EQ(head_of(d, "leave"), "decision");
  EXPECT_EQ(find(d, "leave")->relation, Relation::acl);
}

TEST(TreeMending, PerfectsGoOnBehindWhatInterruptsThem) {
  for (const char* between : {"at last", "in the past", "three times", ", by all accounts,"}) {
    const std::string text = std::string("Turkey has ") + between + " accused Greece.";
    EXPECT_EQ(arc_of(text, "Turkey"), "accused/nsubj") << text;
    EXPECT_EQ(arc_of(text, "has"), "accused/aux") << text;
    EXPECT_EQ(arc_of(text, "Greece"), "accused/obj") << text;
  }
  EXPECT_EQ(arc_of("Turkey has in its hands two accused men.", "men"), "has/obj");
}

TEST(TreeMending, MonthsAreNoPartsOfNames) {
  EXPECT_EQ(arc_of("In March Turkey sent drones to Baku.", "March"), "sent/obl");
  EXPECT_EQ(arc_of("In March Turkey sent drones to Baku.", "In"), "March/case");
  EXPECT_EQ(arc_of("Last May Turkey accused Greece.", "Last"), "May/amod");
  EXPECT_EQ(arc_of("On 5 May Armenia recalled its envoy.", "5"), "May/nummod");
  EXPECT_EQ(arc_of("In November President Macron spoke.", "November"), "spoke/obl");
  EXPECT_EQ(arc_of("The March protests shook Peru.", "March"), "protests/compound");
}

TEST(TreeMending, WeekdaysAreNoPartsOfNames) {
  EXPECT_EQ(arc_of("Russia criticized Turkey Tuesday over the strikes.", "Turkey"),
            "criticized/obj");
  EXPECT_EQ(arc_of("Pakistan summoned France's ambassador Monday.", "ambassador"), "summoned/obj");
  EXPECT_EQ(arc_of("Pakistan summoned France's ambassador Monday.", "Monday"),
            "summoned/obl:unmarked");
  EXPECT_EQ(arc_of("The Chinese navy Monday drove fishermen away.", "navy"), "drove/nsubj");
}

TEST(TreeMending, ParticiplesBetweenTwoNamesAreVerbs) {
  EXPECT_EQ(arc_of("Iran armed Hezbollah.", "Iran"), "armed/nsubj");
  EXPECT_EQ(arc_of("Iran armed Hezbollah.", "Hezbollah"), "armed/obj");
  EXPECT_EQ(find(read("Iran, meanwhile, armed the rebels."), "armed")->lemma, "arm");
  EXPECT_EQ(arc_of("New Zealand suspended aid to Nauru.", "New"), "suspended/nsubj");
  EXPECT_EQ(arc_of("The armed men left.", "armed"), "men/amod");
}

TEST(TreeMending, GerundsHaveObjects) {
  EXPECT_EQ(find(read("Chad began by bombing Boko Haram."), "bombing")->upos, Upos::verb);
  EXPECT_EQ(find(read("The bombing of Damascus went on."), "bombing")->upos, Upos::noun);
}

TEST(TreeMending, WhoStandsBeforeTheSecondVerbIsItsSubject) {
  EXPECT_EQ(arc_of("Israel bombed Syria and Lebanon protested.", "Lebanon"), "protested/nsubj");
  EXPECT_EQ(arc_of("Israel bombed Syria and Lebanon.", "Lebanon"), "Syria/conj");
}

TEST(TreeMending, ThenAnotherIsAnother) {
  EXPECT_EQ(arc_of("Turkey first accused Peru, then Greece.", "Greece"), "Peru/conj");
}

TEST(TreeMending, HeadlinesHaveVerbs) {
  EXPECT_EQ(arc_of("Poland arms Ukraine", "Ukraine"), "arms/obj");
  EXPECT_EQ(arc_of("Turkey lifts blockade on Armenia", "blockade"), "lifts/obj");
  EXPECT_EQ(find(read("Turkey lifts blockade on Armenia"), "lifts")->lemma, "lift");
  EXPECT_EQ(arc_of("Netherlands hands over tanks to Ukraine", "tanks"), "hands/obj");
  EXPECT_EQ(arc_of("Germany to supply tanks to Ukraine", "Germany"), "supply/nsubj");
  // Heaps of nouns, and sentences whose verb comes later.
  EXPECT_NE(arc_of("Russia arms sales to India", "arms"), "root/root");
  EXPECT_NE(arc_of("Iran attacks in Iraq", "Iraq"), "attacks/obj");
}

TEST(TreeMending, NamesBesideEachOtherInHeadlinesActTogether) {
  EXPECT_EQ(arc_of("Japan, Philippines sign defence pact", "Japan"), "sign/nsubj");
  EXPECT_EQ(arc_of("Japan, Philippines sign defence pact", "Philippines"), "Japan/conj");
  EXPECT_EQ(arc_of("Sudan, Ethiopia trade blame over clash", "blame"), "trade/obj");
  EXPECT_NE(arc_of("In Paris, France signed a pact.", "France"), "Paris/conj");
}

}  // namespace
}  // namespace entente
