// What to look up again. The idea: an open entry of an office ages with the office: a minister
// after four years or when the government changes, a president after a usual term or two, a monarch
// never; everything open ages after `# checked YYYY-MM` in its table, and what the book has from
// few reports (note "as reported") is old at once. A state of the United Nations without a head on
// the day is a gap. Tested in stale_test.cpp.
#include "actors/stale.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/one_of.h"

namespace entente {

namespace {

struct Tenure {
  std::string_view office;
  int years;
};

// Years after which somebody still in office should be looked up again.
constexpr std::array<Tenure, 12> kTenures = {{{"prime minister", 6},
                                              {"president", 9},
                                              {"chancellor", 8},
                                              {"premier", 8},
                                              {"taoiseach", 5},
                                              {"foreign minister", 4},
                                              {"defence minister", 4},
                                              {"secretary of state", 4},
                                              {"secretary general", 8},
                                              {"spokesman", 4},
                                              {"spokeswoman", 4},
                                              {"ambassador", 4}}};
constexpr int kOtherYears = 6;
constexpr int kCheckedMonths = 18;

bool is_for_life(std::string_view office) {
  constexpr std::array<std::string_view, 9> offices = {
      "king",           "queen",        "emir",       "sultan", "pope",
      "supreme leader", "crown prince", "grand duke", "prince"};
  return std::find(offices.begin(), offices.end(), office) != offices.end();
}

int years_of(std::string_view office) {
  const auto found = std::find_if(kTenures.begin(), kTenures.end(),
                                  [&](const Tenure& tenure) { return tenure.office == office; });
  return found == kTenures.end() ? kOtherYears : found->years;
}

bool is_head(std::string_view office) {
  constexpr std::array<std::string_view, 15> offices = {
      "ruler",     "president", "prime minister", "premier",        "chancellor",
      "taoiseach", "king",      "queen",          "emir",           "sultan",
      "pope",      "leader",    "chairman",       "supreme leader", "prince"};
  return std::any_of(offices.begin(), offices.end(), [&](std::string_view one) {
    return office.find(one) != std::string_view::npos && !office.starts_with("vice ") &&
           !office.starts_with("deputy ");
  });
}

// "# checked 2026-08" in the first lines of a table.
Date checked_on(const BookText& text) {
  constexpr std::string_view kMark = "# checked ";
  const size_t at = text.bytes.find(kMark);
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(text.bytes).substr(at + kMark.size());
  return partial_date(trim(rest.substr(0, rest.find_first_of(",;\n"))), true).value_or(Date{});
}

std::string text_of(const Entity& entity) {
  return std::string(entity.name) + ", " + std::string(entity.role) + " of " +
         std::string(entity.code);
}

std::string since(const Entity& entity) {
  return entity.from == Date{} ? "" : " since " + to_string(entity.from);
}

void add_long_tenures(const Facts& facts, Date date, std::vector<StaleEntry>& out) {
  for (const Entity& entity : facts.entities) {
    if (entity.kind != EntityKind::person || entity.to != Date{} || entity.from == Date{}) continue;
    if (date < entity.from || is_for_life(entity.role)) continue;
    const int years = years_of(entity.role);
    const int32_t days = days_from_civil(date) - days_from_civil(entity.from);
    if (days < years * 365) continue;
    out.push_back({row_of(facts, entity.name).place, text_of(entity) + since(entity),
                   "in office for " + std::to_string(days / 365) + " years, more than the " +
                       std::to_string(years) + " usual there"});
  }
}

// Who leads the government of each state on the day.
std::map<std::string_view, const Entity*> governing(const Facts& facts, Date date) {
  std::map<std::string_view, const Entity*> heads;
  for (const Entity& entity : facts.entities) {
    if (entity.kind != EntityKind::person || !holds_on(entity, date)) continue;
    const bool first = one_of(entity.role, {"prime minister", "chancellor", "premier"});
    if (!first && entity.role != "president") continue;
    const auto [at, fresh] = heads.emplace(entity.code, &entity);
    if (!fresh && first) at->second = &entity;
  }
  return heads;
}

// Ministers of the government before the present one.
void add_outlasted(const Facts& facts, Date date, std::vector<StaleEntry>& out) {
  const auto heads = governing(facts, date);
  for (const Entity& entity : facts.entities) {
    const bool minister =
        one_of(entity.role, {"foreign minister", "defence minister", "foreign secretary",
                             "defence secretary", "secretary of state", "defense secretary"});
    if (entity.kind != EntityKind::person || !minister || entity.to != Date{}) continue;
    const auto head = heads.find(entity.code);
    if (head == heads.end() || !(entity.from < head->second->from)) continue;
    if (entity.from == Date{} || !(entity.from < date)) continue;
    out.push_back({row_of(facts, entity.name).place, text_of(entity) + since(entity),
                   "appointed before " + std::string(head->second->name) + " took office on " +
                       to_string(head->second->from)});
  }
}

void add_reported(const Facts& facts, Date date, std::vector<StaleEntry>& out) {
  for (const Entity& entity : facts.entities) {
    if (entity.kind != EntityKind::person || date < entity.from) continue;
    BookRow row = row_of(facts, entity.name);
    if (row.note.find("as reported") == std::string::npos) continue;
    out.push_back(
        {std::move(row.place), text_of(entity) + since(entity), "known from few reports"});
  }
}

void add_unchecked_tables(const Facts& facts, Date date, std::vector<StaleEntry>& out) {
  for (const auto& text : facts.texts) {
    const Date checked = checked_on(*text);
    const int months = (date.year - checked.year) * 12 + date.month - checked.month;
    if (checked != Date{} && months > kCheckedMonths) {
      out.push_back({text->name, "all rows without an end",
                     "last checked in " + to_string(checked).substr(0, 7)});
    }
  }
}

void add_headless_states(const Facts& facts, Date date, std::vector<StaleEntry>& out) {
  std::set<std::string_view> led;
  for (const Entity& entity : facts.entities) {
    const bool heads = entity.kind == EntityKind::person && is_head(entity.role);
    if (heads && holds_on(entity, date)) led.insert(entity.code);
  }
  for (const Membership& membership : facts.memberships) {
    if (membership.organisation != "UN" || date < membership.from) continue;
    if (membership.to != Date{} && membership.to < date) continue;
    if (led.count(membership.member)) continue;
    const Entity* state = facts.entity_of(membership.member);
    if (!state) continue;
    out.push_back({row_of(facts, state->name).place, std::string(state->name),
                   "no head of state or government on " + to_string(date)});
  }
}

}  // namespace

std::vector<StaleEntry> stale_entries(const Facts& facts, Date date) {
  std::vector<StaleEntry> out;
  add_unchecked_tables(facts, date, out);
  add_headless_states(facts, date, out);
  add_reported(facts, date, out);
  add_outlasted(facts, date, out);
  add_long_tenures(facts, date, out);
  return out;
}

}  // namespace entente
