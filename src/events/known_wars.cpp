// Facts that every reader has and no article repeats; they stand in data/known_wars.txt. Tested in
// known_wars_test.cpp.
#include "events/known_wars.h"

#include "base/ascii.h"
#include "base/check.h"

extern "C" const char entente_known_wars[];
extern "C" const char entente_known_wars_end[];

namespace entente {

namespace {

struct KnownWar {
  std::string_view deed, victim, doer;
};

std::vector<KnownWar> read_wars(std::string_view text) {
  std::vector<KnownWar> wars;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto words = split(line, ' ');
    CHECK(words.size() == 3);
    wars.push_back({words[0], words[1], words[2]});
  }
  return wars;
}

const std::vector<KnownWar>& known_wars() {
  static const std::vector<KnownWar> wars = read_wars(
      {entente_known_wars, static_cast<size_t>(entente_known_wars_end - entente_known_wars)});
  return wars;
}

}  // namespace

std::vector<std::string_view> known_invaders(std::string_view deed, std::string_view victim) {
  std::vector<std::string_view> doers;
  for (const KnownWar& war : known_wars()) {
    if (war.deed == deed && war.victim == victim) doers.push_back(war.doer);
  }
  return doers;
}

}  // namespace entente
