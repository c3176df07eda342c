// The shipped tables of the world book: who holds what office when, and what a name may mean.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "actors/book.h"

namespace entente {
namespace {

const Facts& facts() {
  static const WorldBook book = embedded_world_book();
  return book.facts();
}

constexpr int32_t kHandover = 31;  // days; dates are often known by the month only

// Offices that one person at a time holds.
bool is_single(std::string_view office) {
  static const std::set<std::string_view> offices = {
      "president", "prime minister", "premier",          "chancellor",       "king",
      "queen",     "emir",           "foreign minister", "defence minister", "sultan",
      "pope",      "taoiseach",      "supreme leader",   "secretary general"};
  return offices.count(office) > 0;
}

// Both claimed the office.
bool is_disputed(const Entity& a, const Entity& b) {
  return a.name == "Laurent Gbagbo" && b.name == "Alassane Ouattara";
}

Date last_day(const Entity& entity) { return entity.to == Date{} ? Date{9999, 12, 31} : entity.to; }

int32_t days_in_common(const Entity& a, const Entity& b) {
  const Date from = std::max(a.from, b.from);
  const Date to = std::min(last_day(a), last_day(b));
  if (to < from) return 0;
  return days_from_civil(to) - days_from_civil(from.year == 0 ? Date{1, 1, 1} : from);
}

// "1997" as the end of one and the beginning of the other.
bool is_year_of_change(const Entity& a, const Entity& b) {
  const bool by_year =
      (a.to.month == 12 && a.to.day == 31) || (b.from.month == 1 && b.from.day == 1);
  return by_year && a.to.year == b.from.year;
}

TEST(WorldBook, NoTwoHoldOneOfficeAtOnce) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Entity*>> offices;
  for (const Entity& entity : facts().entities) {
    if (entity.kind != EntityKind::person || !is_single(entity.role)) continue;
    offices[{entity.code, entity.role}].push_back(&entity);
  }
  EXPECT_GT(offices.size(), 300u);
  for (auto& [office, holders] : offices) {
    std::sort(holders.begin(), holders.end(),
              [](const Entity* a, const Entity* b) { return a->from < b->from; });
    for (size_t i = 0; i < holders.size(); ++i) {
      for (size_t j = i + 1; j < holders.size(); ++j) {
        const Entity& a = *holders[i];
        const Entity& b = *holders[j];
        if (is_disputed(a, b) || is_year_of_change(a, b)) continue;
        EXPECT_LE(days_in_common(a, b), kHandover)
            << office.first << " " << office.second << ": " << a.name << " and " << b.name;
      }
    }
  }
}

// Where kinds differ the order of kinds in choice.cpp decides; within a kind nothing would.
TEST(WorldBook, ANameLeadsToOneActorAtATime) {
  std::map<std::string_view, std::vector<const Entity*>> meanings;
  for (size_t i = 0; i < facts().names.size(); ++i) {
    const Alias& alias = facts().names.alias(static_cast<int32_t>(i));
    if (alias.form != NameForm::name) continue;
    meanings[alias.text].push_back(&facts().entities[alias.entity]);
  }
  EXPECT_GT(meanings.size(), 10000u);
  for (const auto& [text, entities] : meanings) {
    for (size_t i = 0; i < entities.size(); ++i) {
      for (size_t j = i + 1; j < entities.size(); ++j) {
        const Entity& a = *entities[i];
        const Entity& b = *entities[j];
        if (a.kind != b.kind || a.kind == EntityKind::phrase) continue;
        if (actor_of(facts(), a).node == actor_of(facts(), b).node) continue;
        EXPECT_LE(days_in_common(a, b), kHandover)
            << text << ": " << a.name << " (" << a.code << a.country << ") and " << b.name << " ("
            << b.code << b.country << ")";
      }
    }
  }
}

TEST(WorldBook, IsWide) {
  std::map<EntityKind, size_t> count;
  for (const Entity& entity : facts().entities) ++count[entity.kind];
  EXPECT_GE(count[EntityKind::state], 235u);
  EXPECT_GE(count[EntityKind::organisation], 300u);
  EXPECT_GE(count[EntityKind::group], 600u);
  EXPECT_GE(count[EntityKind::outlet], 800u);
  EXPECT_GE(count[EntityKind::person], 3300u);
  std::set<std::string_view> with_members;
  for (const Membership& membership : facts().memberships)
    with_members.insert(membership.organisation);
  EXPECT_GE(with_members.size(), 60u);
}

TEST(WorldBook, NoRowContradictsAnother) {
  const auto checked = load_world_book_without_bad_rows(embedded_world_tables());
  ASSERT_TRUE(checked) << checked.error();
  for (const Problem& problem : checked.value().problems) {
    ADD_FAILURE() << problem.where << ": " << problem.message;
  }
}

// `members` of organisations.tsv says which have no states as members; all others list them.
TEST(WorldBook, EveryOrganisationHasMembersOrSaysThatItHasNone) {
  std::set<std::string_view> listed;
  for (const Membership& membership : facts().memberships) listed.insert(membership.organisation);
  EXPECT_GE(listed.size(), 200u);
  for (const Entity& entity : facts().entities) {
    if (entity.kind != EntityKind::organisation || !entity.members.empty()) continue;
    EXPECT_TRUE(listed.count(entity.code)) << entity.code;
  }
}

TEST(WorldBook, MembersByDate) {
  static const WorldBook book = embedded_world_book();
  const auto count = [&](std::string_view code, Date date) {
    return members_of(book, code, date).size();
  };
  for (int16_t year = 1966; year <= 2026; ++year) {
    const size_t seats = count("UNSC", Date{year, 6, 1});
    // Elected seats of the Soviet republics are left out.
    EXPECT_TRUE(seats == 15 || (year < 1986 && seats == 14)) << year << ": " << seats;
  }
  EXPECT_EQ(count("UNGA", Date{2025, 1, 1}), 193u);
  EXPECT_EQ(count("G77", Date{2025, 1, 1}), 134u);
  EXPECT_EQ(count("G20", Date{2025, 1, 1}), 21u);
  EXPECT_EQ(count("BRICS", Date{2010, 1, 1}), 4u);
  EXPECT_EQ(count("BRICS", Date{2025, 2, 1}), 10u);
  EXPECT_EQ(count("QUAD", Date{2021, 10, 1}), 4u);
  EXPECT_EQ(count("AUKUS", Date{2021, 10, 1}), 3u);
  EXPECT_EQ(count("OPCW", Date{2025, 1, 1}), 193u);
  EXPECT_EQ(count("UNESCO", Date{2025, 1, 1}), 194u);
  EXPECT_EQ(count("ILO", Date{2025, 1, 1}), 187u);
}

TEST(WorldBook, EveryMemberOfTheUnitedNationsHasItsLeadersSince2000) {
  std::set<std::string_view> led;
  for (const Entity& entity : facts().entities) {
    if (entity.kind == EntityKind::person && !(last_day(entity) < Date{2000, 1, 1})) {
      led.insert(entity.code);
    }
  }
  for (const Membership& membership : facts().memberships) {
    if (membership.organisation != "UN" || membership.to != Date{}) continue;
    EXPECT_TRUE(led.count(membership.member)) << membership.member;
  }
}

}  // namespace
}  // namespace entente
