// Facts that every reader has and no article repeats. Only deeds that one name has come to stand
// for are listed. Tested in known_wars_test.cpp.
#include "events/known_wars.h"

#include <array>

namespace entente {

namespace {

struct KnownWar {
  std::string_view deed, victim, doer;
};

constexpr std::array<KnownWar, 12> kWars = {{{"invasion", "UKR", "RUS"},
                                             {"war", "UKR", "RUS"},
                                             {"invasion", "KWT", "IRQ"},
                                             {"invasion", "HUN", "SUN"},
                                             {"invasion", "CSK", "SUN"},
                                             {"invasion", "AFG", "SUN"},
                                             {"invasion", "AFG", "USA"},
                                             {"invasion", "IRQ", "USA"},
                                             {"invasion", "GRD", "USA"},
                                             {"invasion", "CYP", "TUR"},
                                             {"invasion", "GEO", "RUS"},
                                             {"invasion", "POL", "DEU"}}};

}  // namespace

std::vector<std::string_view> known_invaders(std::string_view deed, std::string_view victim) {
  std::vector<std::string_view> doers;
  for (const KnownWar& war : kWars) {
    if (war.deed == deed && war.victim == victim) doers.push_back(war.doer);
  }
  return doers;
}

}  // namespace entente
