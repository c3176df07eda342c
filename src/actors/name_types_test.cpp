#include <gtest/gtest.h>

#include "actors/naming.h"

namespace entente {
namespace {

TEST(NameTypes, TheLastTellingWordDecides) {
  EXPECT_EQ(sector_of_name("Acme Mining Ltd"), "BUS");
  EXPECT_EQ(sector_of_name("Umoja Liberation Army"), "REB");
  EXPECT_EQ(sector_of_name("University of Maseno Press Club"), "EDU");
  EXPECT_EQ(sector_of_name("Farmers Party"), "PTY");
  EXPECT_EQ(sector_of_name("Evening Herald"), "JRN");
  EXPECT_EQ(sector_of_name("Zaza Mboya"), "");
}

}  // namespace
}  // namespace entente
