#include "cli/dossier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/ascii.h"
#include "cli/dossier_scoring.h"
#include "cli/system.h"

namespace entente {
namespace {

TEST(Expected, ReadsTiesCampsAndContestedActors) {
  const Expected expected = read_expected(
      "# comment\ntie\tUSA\tRUS\thostile\twords (01)\ntie\tRUS\tTJK\tmixed\n"
      "camp\tMoscow\tRUS;TJK\n\ncontested\tUZB\tcourted\n",
      "e.tsv");
  EXPECT_TRUE(expected.problems.empty());
  ASSERT_EQ(expected.ties.size(), 2u);
  EXPECT_EQ(expected.ties[1].a, "RUS");
  EXPECT_EQ(expected.ties[1].b, "USA");
  EXPECT_EQ(expected.ties[1].sign, -1);
  EXPECT_EQ(expected.ties[1].why, "words (01)");
  ASSERT_EQ(expected.camps.size(), 1u);
  EXPECT_EQ(expected.camps[0].nodes, (std::vector<std::string>{"RUS", "TJK"}));
  EXPECT_EQ(expected.contested, std::vector<std::string>{"UZB"});
}

TEST(Expected, EveryBadLineIsNamed) {
  const Expected expected = read_expected(
      "tie\tA\tB\tfriendly\nties\tA\tB\ntie\tB\tA\thostile\ntie\tA\tC\tnice\ncamp\tx\ncontested\n",
      "e.tsv");
  ASSERT_EQ(expected.problems.size(), 5u);
  EXPECT_EQ(expected.problems[0].where, "e.tsv:2");
  EXPECT_EQ(expected.problems[1].where, "e.tsv:3");
  EXPECT_EQ(expected.problems[4].where, "e.tsv:6");
  EXPECT_EQ(expected.ties.size(), 1u);
}

// A and B are friends, C is the enemy of both; D is tied to A with nobody expecting it.
struct SmallSystem {
  SmallSystem() {
    network.actors = {{"A", 1}, {"B", 1}, {"C", 1}, {"D", 1}};
    const auto tie = [](uint32_t a, uint32_t b, double friendly, double hostile) {
      Tie result;
      result.first = a;
      result.second = b;
      result.friendly = friendly;
      result.hostile = hostile;
      result.events = 3;
      return result;
    };
    network.ties = {tie(0, 1, 20, 0), tie(0, 2, 0, 20), tie(0, 3, 20, 0), tie(1, 2, 0, 20)};
    balance = measure_balance(network);
  }
  System system() const { return {articles, events, network, balance, book}; }

  std::vector<Article> articles;
  std::vector<Event> events;
  Network network;
  Balance balance;
  WorldBook book = embedded_world_book();
};

TEST(DossierScore, CountsTiesCampsAndContestedActors) {
  const Expected expected = read_expected(
      "tie\tA\tB\tfriendly\ntie\tC\tA\tmixed\ntie\tB\tC\tfriendly\ntie\tB\tD\tfriendly\n"
      "camp\tus\tA;B\ncamp\tthem\tC;D;E\ncontested\tD\n",
      "e.tsv");
  const SmallSystem small;
  const DossierScore score = score_dossier(expected, small.system());
  EXPECT_EQ(score.ties.gold, 4u);
  EXPECT_EQ(score.ties.found, 4u);
  EXPECT_EQ(score.ties.right, 2u);
  EXPECT_EQ(score.pairs.right, 3u);
  EXPECT_EQ(score.camps.right, 3u);
  EXPECT_EQ(score.camps.of, 5u);
  EXPECT_EQ(score.contested.right, 0u);
  const std::string text = differences_text(expected, small.system());
  EXPECT_NE(text.find("missed   B D friendly"), std::string::npos) << text;
  EXPECT_NE(text.find("wrong    B C friendly"), std::string::npos) << text;
  EXPECT_NE(text.find("extra    A D friendly"), std::string::npos) << text;
  EXPECT_NE(text.find("camp     D is across from 'them'"), std::string::npos) << text;
  EXPECT_NE(text.find("camp     E is in no camp"), std::string::npos) << text;
  EXPECT_EQ(text.find("A C"), std::string::npos) << text;
}

// examples/floors.tsv: a dossier, then the least recall, precision, share of camp members and of
// contested actors, in percent.
std::map<std::string, std::vector<double>> read_floors(const std::string& path) {
  std::ifstream in(path);
  std::map<std::string, std::vector<double>> floors;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    for (size_t i = 1; i < columns.size(); ++i) {
      floors[std::string(columns[0])].push_back(std::stod(std::string(columns[i])));
    }
  }
  return floors;
}

TEST(Dossiers, KeepTheirFloors) {
  const std::string root = ENTENTE_ROOT "/examples";
  const auto floors = read_floors(root + "/floors.tsv");
  const std::vector<std::string> folders = dossiers_in(root);
  ASSERT_GE(folders.size(), 5u);
  const Knowledge knowledge;
  for (const std::string& folder : folders) {
    const std::string name = std::filesystem::path(folder).filename().string();
    ASSERT_TRUE(floors.count(name)) << name << " has no line in floors.tsv";
    const std::vector<double>& floor = floors.at(name);
    ASSERT_EQ(floor.size(), 4u) << name;
    std::ifstream in(folder + "/expected.tsv");
    const std::string tsv((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const Expected expected = read_expected(tsv, "expected.tsv");
    EXPECT_TRUE(expected.problems.empty()) << name;
    Options options;
    options.paths = {folder};
    options.read_directly = true;
    const auto loaded = load_system(options, knowledge);
    ASSERT_TRUE(loaded) << loaded.error();
    const LoadedSystem& parts = loaded.value();
    EXPECT_EQ(parts.failures, 0u) << name;
    const DossierScore score = score_dossier(
        expected, {parts.articles, parts.events, parts.network, parts.balance, knowledge.book});
    EXPECT_GE(100 * score.ties.recall(), floor[0]) << name << ": recall";
    EXPECT_GE(100 * score.ties.precision(), floor[1]) << name << ": precision";
    EXPECT_GE(100 * score.camps.value(), floor[2]) << name << ": camps";
    EXPECT_GE(100 * score.contested.value(), floor[3]) << name << ": contested";
  }
}

}  // namespace
}  // namespace entente
