#include "documents/language.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

bool is_other(std::string_view text) { return is_clearly_not_english(count_language(text)); }

TEST(Language, OtherLanguagesAreNoticed) {
  EXPECT_TRUE(
      is_other("El ministro dijo que los dos países firmarán el acuerdo en una reunión "
               "que se celebrará por la tarde con sus aliados."));
  EXPECT_TRUE(
      is_other("Die Regierung hat am Montag erklärt, dass sie das Abkommen mit den "
               "Nachbarn nicht unterzeichnen und auch nicht darüber reden wird."));
  EXPECT_TRUE(
      is_other("Le ministre a déclaré que les deux pays ne sont pas d'accord sur la "
               "frontière et que cette réunion est reportée."));
  EXPECT_TRUE(
      is_other("Menteri itu mengatakan bahwa kedua negara tidak akan menandatangani "
               "perjanjian yang telah dibahas dalam pertemuan pada hari Senin."));
  EXPECT_TRUE(is_other("Министр заявил, что страны подпишут соглашение."));
  EXPECT_TRUE(is_other("外交部长表示两国将签署协议并在下周举行新的会谈讨论边界问题。"));
}

TEST(Language, EnglishWithForeignNamesStaysEnglish) {
  for (const char* text :
       {"President Luiz Inácio Lula da Silva met Evo Morales at the Palácio do Planalto on Monday, "
        "and both spoke of the sale of gas.",
        "Members: Ana de la Cruz, José María Núñez, Pedro del Río, Juan Muñoz, Raúl Peña, Luis "
        "Díaz",
        "Munich 3, Dortmund 1; Bremen 0, Hamburg 2; Leipzig 4, Mainz 4; Köln 1, Freiburg 0",
        "PUTIN MEETS XI IN BEIJING AS TRADE TALKS STALL", "que los las una por con para",
        "The paper Le Monde wrote that \"la France ne doit pas céder\", which the minister denied.",
        "", "12 14 15 18 22 90 11 12 13 14 15 16"}) {
    EXPECT_FALSE(is_other(text)) << text;
  }
}

}  // namespace
}  // namespace entente
