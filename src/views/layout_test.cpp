// Camps on their sides, friends nearer than enemies, names that do not collide, and the same
// drawing whenever it is made.
#include "views/layout.h"

#include <gtest/gtest.h>

#include <cmath>

#include "views/display.h"
#include "views/sample_system.h"
#include "views/sections.h"

namespace entente {
namespace {

TEST(Layout, CampsKeepToTheirSides) {
  const Sample sample = large_sample();
  const System system = sample.system();
  const std::vector<Place> places = layout(system);
  ASSERT_EQ(places.size(), system.network.actors.size());
  double right_of_camp_1 = -1e9, left_of_camp_2 = 1e9;
  for (uint32_t i = 0; i < places.size(); ++i) {
    if (camp_number(system, i) == 1) right_of_camp_1 = std::max(right_of_camp_1, places[i].x);
    if (camp_number(system, i) == 2) left_of_camp_2 = std::min(left_of_camp_2, places[i].x);
  }
  EXPECT_LT(right_of_camp_1, left_of_camp_2);
}

TEST(Layout, NamesDoNotCollide) {
  const Sample sample = large_sample();
  const System system = sample.system();
  const std::vector<Place> places = layout(system);
  for (uint32_t i = 0; i < places.size(); ++i) {
    for (uint32_t j = 0; j < i; ++j) {
      const double widths =
          display_width(display_name(system, i)) + display_width(display_name(system, j));
      const bool apart = std::fabs(places[i].x - places[j].x) > widths * 3.4 ||
                         std::fabs(places[i].y - places[j].y) > 24;
      EXPECT_TRUE(apart) << display_name(system, i) << " and " << display_name(system, j);
    }
  }
}

TEST(Layout, SameSystemSamePlaces) {
  const Sample sample = large_sample();
  const std::vector<Place> first = layout(sample.system()), second = layout(sample.system());
  for (size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].x, second[i].x);
    EXPECT_EQ(first[i].y, second[i].y);
  }
}

TEST(Layout, NobodyAndManyActors) {
  const Sample none;
  EXPECT_TRUE(layout(none.system()).empty());
  Sample many;
  for (int i = 0; i < 1200; ++i) many.network.actors.push_back({"?" + std::to_string(i), 1});
  many.balance.camp.assign(1200, -1);
  many.balance.certain.assign(1200, false);
  for (const Place& place : layout(many.system())) {
    EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
  }
}

}  // namespace
}  // namespace entente
