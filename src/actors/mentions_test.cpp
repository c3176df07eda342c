#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "actors/actors.h"
#include "actors/sketch.h"

namespace entente {
namespace {

const WorldBook& book() {
  static const WorldBook shared = embedded_world_book();
  return shared;
}

// One line a mention: its text, the codes with names of people, and marks: p place, o outlet,
// m modifier, ? resolved with a confidence below 0.9.
std::string show(const Document& document, const Mention& mention) {
  std::string out(slice(document.text, mention.range));
  out += " =";
  for (const Actor& actor : mention.actors) {
    out += ' ';
    out += actor.code;
    const std::string_view whole = actor.country.empty() ? actor.code : actor.country;
    if (!actor.code.starts_with('?') && actor.name != node_name(book(), whole)) {
      out += "<" + actor.name + ">";
    }
  }
  out += mention.place ? " p" : "";
  out += mention.outlet ? " o" : "";
  out += mention.modifier ? " m" : "";
  return out;
}

std::string read(std::string_view text, const MentionOptions& options = {}) {
  const Document document = sketch(text);
  std::string out;
  for (const Mention& mention : find_mentions(document, book(), options)) {
    if (!out.empty()) out += "; ";
    out += show(document, mention);
  }
  return out;
}

TEST(Mentions, StateByName) {
  EXPECT_EQ(read("Uzbekistan/PROPN/nsubj/2 refused/VERB ./PUNCT"), "Uzbekistan = UZB");
  EXPECT_EQ(read("the/DET U.S./PROPN/nsubj/3 refused/VERB ./PUNCT"), "U.S. = USA");
  EXPECT_EQ(read("Tell/VERB us/PRON/obj/1 ./PUNCT"), "");
}

TEST(Mentions, AdjectiveWithForce) {
  EXPECT_EQ(read("Russian/ADJ/amod/2 troops/NOUN/nsubj/3 left/VERB ./PUNCT"),
            "Russian troops = RUS MIL; Russian = RUS m");
}

TEST(Mentions, AdjectiveWithThing) {
  EXPECT_EQ(read("Iranian/ADJ/amod/2 wheat/NOUN/nsubj/3 rots/VERB ./PUNCT"), "Iranian = IRN m");
}

TEST(Mentions, MinisterByAdjectivePossessorAndOf) {
  EXPECT_EQ(read("the/DET Uzbek/ADJ/amod/4 foreign/ADJ/amod/4 minister/NOUN/nsubj/5 spoke/VERB"),
            "Uzbek foreign minister = UZB GOV; Uzbek = UZB m");
  EXPECT_EQ(read("Uzbekistan/PROPN/poss/4 ~'s/PART/case/1 foreign/ADJ/amod/4 minister/NOUN/nsubj/5 "
                 "spoke/VERB"),
            "Uzbekistan's foreign minister = UZB GOV; Uzbekistan = UZB m");
  EXPECT_EQ(read("the/DET foreign/ADJ/amod/3 minister/NOUN/nsubj/6 of/ADP/case/5 "
                 "Uzbekistan/PROPN/nmod/3 spoke/VERB"),
            "foreign minister of Uzbekistan = UZB GOV; Uzbekistan = UZB m");
}

TEST(Mentions, TitleAndName) {
  EXPECT_EQ(read("Uzbek/ADJ/amod/3 Foreign/ADJ/amod/3 Minister/PROPN/desc/4 Zzabdul/PROPN/nsubj/6 "
                 "Zzamilov/PROPN/flat/4 spoke/VERB | Zzamilov/PROPN/nsubj/2 left/VERB ./PUNCT"),
            "Uzbek Foreign Minister Zzabdul Zzamilov = UZB GOV<Zzabdul Zzamilov>; Uzbek = UZB m; "
            "Zzamilov = UZB GOV<Zzabdul Zzamilov>");
}

TEST(Mentions, Apposition) {
  EXPECT_EQ(read("Zerge/PROPN/nsubj/8 Lavrin/PROPN/flat/1 ,/PUNCT the/DET Russian/ADJ/amod/7 "
                 "foreign/ADJ/amod/7 minister/NOUN/appos/1 ~,/PUNCT spoke/VERB ./PUNCT"),
            "Zerge Lavrin = RUS GOV<Zerge Lavrin>; Russian foreign minister = RUS GOV<Zerge "
            "Lavrin>; Russian = RUS m");
  EXPECT_EQ(read("The/DET Russian/ADJ/amod/4 foreign/ADJ/amod/4 minister/NOUN/nsubj/9 ~,/PUNCT "
                 "Zerge/PROPN/appos/4 Lavrin/PROPN/flat/6 ~,/PUNCT spoke/VERB ./PUNCT"),
            "Russian foreign minister = RUS GOV<Zerge Lavrin>; Russian = RUS m; Zerge Lavrin = "
            "RUS GOV<Zerge Lavrin>");
}

TEST(Mentions, CapitalAsGovernmentAndPlace) {
  EXPECT_EQ(read("Moscow/PROPN/nsubj/2 warned/VERB ./PUNCT"), "Moscow = RUS GOV");
  EXPECT_EQ(read("they/PRON met/VERB in/ADP/case/4 Moscow/PROPN/obl/2 ./PUNCT"), "Moscow = RUS p");
  EXPECT_EQ(read("talks/NOUN with/ADP/case/3 Moscow/PROPN/nmod/1 failed/VERB"), "Moscow = RUS GOV");
  EXPECT_EQ(read("He/PRON flew/VERB to/ADP/case/4 Moscow/PROPN/obl/2"), "Moscow = RUS p");
  EXPECT_EQ(read("TASHKENT/PROPN ~,/PUNCT July/PROPN 18/NUM"), "TASHKENT = UZB p");
}

TEST(Mentions, PlaceRunsThroughCoordination) {
  EXPECT_EQ(read("war/NOUN in/ADP Syria/PROPN and/CCONJ Iraq/PROPN"),
            "Syria = SYR p; Iraq = IRQ p");
}

TEST(Mentions, HyphenCompoundsAreModifiers) {
  EXPECT_EQ(read("US/PROPN ~-/PUNCT ~led/VERB forces/NOUN/nsubj/5 left/VERB"), "US = USA m");
  EXPECT_EQ(read("the/DET Franco/PROPN ~-/PUNCT ~German/ADJ brigade/NOUN/nsubj/6 left/VERB"),
            "Franco = FRA m; German = DEU m");
  EXPECT_EQ(read("anti/ADJ ~-/PUNCT ~American/ADJ slogans/NOUN"), "American = USA m");
}

TEST(Mentions, JointOwners) {
  EXPECT_EQ(read("Russian/ADJ/amod/4 and/CCONJ Chinese/ADJ/conj/1 officials/NOUN/nsubj/5 met/VERB"),
            "Russian and Chinese officials = RUS GOV CHN GOV; Russian = RUS m; Chinese = CHN m");
}

TEST(Mentions, NoNameInsideAnother) {
  EXPECT_EQ(read("the/DET South/PROPN China/PROPN Sea/PROPN"), "");
  EXPECT_EQ(read("Michael/PROPN/nsubj/3 Jordan/PROPN/flat/1 scored/VERB"), "");
}

TEST(Mentions, OrganOfState) {
  EXPECT_EQ(read("the/DET Pentagon/PROPN/nsubj/3 said/VERB"), "Pentagon = USA MIL<Pentagon>");
}

TEST(Mentions, NodesOfSectors) {
  const Document document = sketch("Afghan/ADJ/amod/2 refugees/NOUN/nsubj/3 left/VERB");
  const auto mentions = find_mentions(document, book());
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].actors[0].code, "AFG REF");
  EXPECT_EQ(mentions[0].actors[0].node, "AFG REF");
  EXPECT_EQ(mentions[0].head, 1u);
  EXPECT_EQ(mentions[1].actors[0].node, "AFG");
}

}  // namespace
}  // namespace entente
