// A selection adds up to what the events that pass add up to, whether a scene holds all of them or
// the store does the sums.
#include "server/scene.h"

#include <gtest/gtest.h>

#include "server/fixture.h"

namespace entente {
namespace {

std::vector<std::string> ties_of(const Network& network) {
  std::vector<std::string> list;
  for (const Tie& tie : network.ties) {
    list.push_back(network.actors[tie.first].node + "~" + network.actors[tie.second].node + " " +
                   std::to_string(tie.sign()) + " " + std::to_string(tie.events));
  }
  return list;
}

TEST(Scene, WithoutASelectionItIsTheNetworkOfTheCommandLine) {
  const auto scene = fixture_scene();
  EXPECT_TRUE(scene->whole);
  EXPECT_EQ(scene->events_of, 12u);
  std::vector<Event> deeds = told_once(scene->events, scene->articles);
  EXPECT_EQ(ties_of(*scene->network), ties_of(build_network(tally(deeds))));
  const Shown all = select(*scene, {});
  EXPECT_EQ(all.network, scene->network);
  EXPECT_EQ(all.events.size(), 12u);
}

TEST(Scene, AnOpenSelectionAddsUpToTheSame) {
  const auto scene = fixture_scene();
  Selection wide;
  wide.from = Date{2000, 1, 1};
  const Shown shown = select(*scene, wide);
  EXPECT_EQ(ties_of(*shown.network), ties_of(*scene->network));
  for (size_t i = 0; i < scene->network->ties.size(); ++i)
    EXPECT_NEAR(shown.network->ties[i].strength(), scene->network->ties[i].strength(), 1e-9);
  EXPECT_EQ(camps_of_all(*scene, shown), camps_of_all(*scene, select(*scene, {})));
}

TEST(Scene, EachFilterLetsThroughWhatItSays) {
  const auto scene = fixture_scene();
  const auto count = [&](auto set) {
    Selection selection;
    set(selection);
    return selected_events(*scene, selection).size();
  };
  EXPECT_EQ(count([](Selection& s) { s.from = Date{2021, 6, 1}; }), 3u);
  EXPECT_EQ(count([](Selection& s) { s.to = Date{2021, 1, 1}; }), 2u);
  EXPECT_EQ(count([](Selection& s) { s.sign = 1; }), 6u);
  EXPECT_EQ(count([](Selection& s) { s.sign = -1; }), 6u);
  EXPECT_EQ(count([](Selection& s) { s.outlet = "Courier"; }), 6u);
  EXPECT_EQ(count([](Selection& s) { s.outlet = "Nobody"; }), 0u);
  EXPECT_EQ(count([](Selection& s) { s.issue = "military bases"; }), 1u);
  EXPECT_EQ(count([](Selection& s) { s.status = EventStatus::planned; }), 1u);
  EXPECT_EQ(count([](Selection& s) { s.confidence = 0.95; }), 0u);
}

TEST(Scene, LargeStoresAreAddedUpWhereTheyLie) {
  SceneOptions large;
  large.whole_max = 5;
  large.kept = 4;
  large.all_reports = true;
  const auto tallied = fixture_scene(large);
  SceneOptions every;
  every.all_reports = true;
  const auto whole = fixture_scene(every);
  EXPECT_FALSE(tallied->whole);
  EXPECT_EQ(tallied->events.size(), 4u);
  EXPECT_EQ(tallied->events_of, 12u);
  EXPECT_EQ(ties_of(*tallied->network), ties_of(*whole->network));
  Selection spring;
  spring.from = Date{2021, 2, 1};
  spring.to = Date{2021, 5, 1};
  EXPECT_EQ(ties_of(*select(*tallied, spring).network), ties_of(*select(*whole, spring).network));
  Selection hostile;
  hostile.sign = -1;
  EXPECT_EQ(ties_of(*select(*tallied, hostile).network), ties_of(*select(*whole, hostile).network));
  Selection gazette;
  gazette.outlet = "Gazette";
  const auto tallies = fixture_store()->tallies({Perspective::outlet, "Gazette"}).value();
  EXPECT_EQ(ties_of(*select(*tallied, gazette, tallies).network),
            ties_of(*select(*whole, gazette).network));
}

TEST(Scene, CampsKeepTheirNumbersUnderAFilter) {
  const auto scene = fixture_scene();
  const std::vector<int> all = camps_of_all(*scene, select(*scene, {}));
  for (int month = 1; month <= 6; ++month) {
    Selection selection;
    selection.from = selection.to = Date{2021, static_cast<uint8_t>(month), 1};
    const std::vector<int> camps = camps_of_all(*scene, select(*scene, selection));
    size_t kept = 0, moved = 0;
    for (size_t i = 0; i < camps.size(); ++i)
      if (camps[i] > 0 && all[i] > 0) ++(camps[i] == all[i] ? kept : moved);
    EXPECT_GE(kept, moved) << month;
  }
}

TEST(Scene, AnEmptyStoreHasAScene) {
  const auto store = std::move(open_store("memory:")).value();
  const auto scene = make_scene(*store, fixture_book(), {});
  ASSERT_TRUE(scene.ok());
  EXPECT_TRUE(scene.value()->network->ties.empty());
  Selection friendly;
  friendly.sign = 1;
  EXPECT_TRUE(select(*scene.value(), friendly).network->ties.empty());
}

}  // namespace
}  // namespace entente
