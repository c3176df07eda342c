// Rows of the world book that are right alone and wrong beside others: parts that are parts of each
// other, members that contain each other, one spell of membership twice, an office with two holders
// at once. The idea: what such a row says is taken out of the facts again, so that a run may go on
// without it. Names that lead to two actors are left to world_book_test.cpp. Tested in
// book_checks_test.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "actors/book.h"

namespace entente {

namespace {

using Contradictions = std::vector<Contradiction>;

// Dates are often known by the year or the month only.
constexpr int32_t kYear = 366;
constexpr int32_t kHandover = 31;

std::string text(std::string_view view) { return std::string(view); }

Date last_day(Date to) { return to == Date{} ? Date{9999, 12, 31} : to; }

int32_t days_in_common(Date from_a, Date to_a, Date from_b, Date to_b) {
  const Date from = std::max({from_a, from_b, Date{1, 1, 1}});
  const Date to = std::min(last_day(to_a), last_day(to_b));
  return to < from ? 0 : days_from_civil(to) - days_from_civil(from) + 1;
}

// What an organisation's row leads to: its whole, or the organisation whose members it has.
std::string_view leads_to(const Entity& entity, bool by_whole) {
  if (by_whole) return entity.whole;
  return entity.members.starts_with("as ") ? entity.members.substr(3) : std::string_view();
}

bool comes_back(const Facts& facts, const Entity& start, bool by_whole) {
  const Entity* at = &start;
  for (size_t steps = 0; at && steps <= facts.by_code.size(); ++steps) {
    const std::string_view next = leads_to(*at, by_whole);
    if (next.empty()) return false;
    if (next == start.code) return true;
    at = facts.entity_of(next);
  }
  return false;
}

void check_wholes(Facts& facts, bool by_whole, Contradictions& out) {
  for (Entity& entity : facts.entities) {
    if (entity.kind != EntityKind::organisation) continue;
    const std::string_view whole = leads_to(entity, by_whole);
    if (whole.empty()) continue;
    const std::string says =
        text(entity.code) + (by_whole ? " is part of " : " has the members of ") + text(whole);
    const bool known = facts.entity_of(whole) != nullptr;
    if (known && !comes_back(facts, entity, by_whole)) continue;
    out.push_back({entity.code, says + (known ? ", which leads back to it in a circle"
                                              : ", which no line names")});
    (by_whole ? entity.whole : entity.members) = {};
  }
}

// An organisation that is said to have no members of its own and has rows of them.
void check_rows_of_members(Facts& facts, Contradictions& out) {
  std::set<std::string_view> listed;
  for (const Membership& membership : facts.memberships) listed.insert(membership.organisation);
  for (Entity& entity : facts.entities) {
    if (entity.kind != EntityKind::organisation || entity.members.empty()) continue;
    if (!listed.count(entity.code)) continue;
    out.push_back({entity.code, "`members` says \"" + text(entity.members) + "\" and members.tsv " +
                                    "lists members of " + text(entity.code)});
    entity.members = {};
  }
}

// Memberships stand by organisation, member and date.
void check_spells(Facts& facts, Contradictions& out) {
  std::vector<Membership> kept;
  for (const Membership& one : facts.memberships) {
    const bool same = !kept.empty() && kept.back().organisation == one.organisation &&
                      kept.back().member == one.member;
    if (same && days_in_common(kept.back().from, kept.back().to, one.from, one.to) > kYear) {
      out.push_back({one.member, text(one.member) + " is in " + text(one.organisation) + " by " +
                                     row_of(facts, kept.back().member).place +
                                     " at the same time"});
      continue;
    }
    kept.push_back(one);
  }
  facts.memberships = std::move(kept);
}

using MembersOf = std::map<std::string_view, std::vector<std::string_view>>;

bool reaches(const MembersOf& members, std::string_view from, std::string_view to,
             std::set<std::string_view>& seen) {
  if (from == to) return true;
  const auto found = members.find(from);
  if (found == members.end() || !seen.insert(from).second) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](std::string_view next) { return reaches(members, next, to, seen); });
}

// "A belongs to B, B belongs to A", over any number of steps.
void check_circles_of_members(Facts& facts, Contradictions& out) {
  MembersOf members;
  std::vector<Membership> kept;
  for (const Membership& one : facts.memberships) {
    const Entity* member = facts.entity_of(one.member);
    if (member && member->kind == EntityKind::organisation) {
      std::set<std::string_view> seen;
      if (reaches(members, one.member, one.organisation, seen)) {
        out.push_back({one.member, text(one.member) + " as a member of " + text(one.organisation) +
                                       " leads in a circle"});
        continue;
      }
      members[one.organisation].push_back(one.member);
    }
    kept.push_back(one);
  }
  facts.memberships = std::move(kept);
}

// Offices that one person at a time holds.
bool is_single(std::string_view office) {
  constexpr std::array<std::string_view, 13> offices = {
      "president", "prime minister", "premier",          "chancellor",       "king",
      "queen",     "emir",           "foreign minister", "defence minister", "sultan",
      "pope",      "taoiseach",      "supreme leader"};
  return std::find(offices.begin(), offices.end(), office) != offices.end();
}

bool is_year_of_change(const Entity& a, const Entity& b) {
  const bool by_year =
      (a.to.month == 12 && a.to.day == 31) || (b.from.month == 1 && b.from.day == 1);
  return by_year && a.to.year == b.from.year;
}

bool is_disputed(const Facts& facts, const Entity& a, const Entity& b) {
  const auto says = [&](const Entity& one) {
    return row_of(facts, one.name).note.find("disputed") != std::string::npos;
  };
  return says(a) || says(b);
}

void take_out(Facts& facts, Entity& person) {
  const auto index = static_cast<uint32_t>(&person - facts.entities.data());
  for (size_t i = 0; i < facts.names.size(); ++i) {
    Alias& alias = facts.names.alias(static_cast<int32_t>(i));
    // A phrase that is nobody; no text has a name without letters.
    if (alias.entity == index) alias.text = {};
  }
  person.from = person.to = Date{1, 1, 1};
  person.role = {};
}

void check_holders(Facts& facts, Contradictions& out) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Entity*>> offices;
  for (Entity& entity : facts.entities) {
    if (entity.kind == EntityKind::person) offices[{entity.code, entity.role}].push_back(&entity);
  }
  for (auto& [office, holders] : offices) {
    std::stable_sort(holders.begin(), holders.end(),
                     [](const Entity* a, const Entity* b) { return a->from < b->from; });
    for (size_t i = 1; i < holders.size(); ++i) {
      const Entity& before = *holders[i - 1];
      Entity& person = *holders[i];
      if (!is_single(office.second) && before.name != person.name) continue;
      if (days_in_common(before.from, before.to, person.from, person.to) <= kHandover) continue;
      if (is_year_of_change(before, person) || is_disputed(facts, before, person)) continue;
      out.push_back({person.name, text(person.name) + " is " + text(office.second) + " of " +
                                      text(office.first) + " while " +
                                      row_of(facts, before.name).place + " has " +
                                      text(before.name) + " in that office"});
      take_out(facts, person);
      holders.erase(holders.begin() + static_cast<std::ptrdiff_t>(i--));
    }
  }
}

}  // namespace

std::vector<Contradiction> leave_out_contradictions(Facts& facts) {
  Contradictions out;
  check_wholes(facts, true, out);
  check_wholes(facts, false, out);
  check_rows_of_members(facts, out);
  check_spells(facts, out);
  check_circles_of_members(facts, out);
  check_holders(facts, out);
  return out;
}

}  // namespace entente
