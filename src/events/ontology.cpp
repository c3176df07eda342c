// PLOVER 2.0: names, quad classes and intensity scores (manual draft 2024-02-04, table 2.2).
// ACCUSE is printed there as "3", a slip of the sign: it is -3 here. SANCTION counts as material
// conflict (section 3.13.4), not as verbal (table 7.2). Tested in ontology_test.cpp.
#include <array>
#include <cctype>
#include <utility>

#include "events/events.h"

namespace entente {

namespace {

struct TypeFacts {
  std::string_view name;
  int quad;
  double intensity;
};

constexpr std::array<TypeFacts, kEventTypes> kTypes = {{
    {"AGREE", 1, 2.5},
    {"CONSULT", 1, 2.5},
    {"SUPPORT", 1, 5},
    {"CONCEDE", 1, 4.5},
    {"COOPERATE", 2, 9.5},
    {"AID", 2, 10},
    {"RETREAT", 2, 6.5},
    {"REQUEST", 3, 0},
    {"ACCUSE", 3, -3},
    {"REJECT", 3, -2},
    {"THREATEN", 3, -3.5},
    {"PROTEST", 4, -5},
    {"SANCTION", 4, -6},
    {"MOBILIZE", 4, -5.5},
    {"COERCE", 4, -7},
    {"ASSAULT", 4, -9},
}};

struct ModeFacts {
  EventType type;
  std::string_view mode;
  double intensity;
};

using enum EventType;

constexpr ModeFacts kModes[] = {
    {consult, "visit", 4},
    {consult, "third-party", 1},
    {consult, "multilateral", 4},
    {consult, "phone", 1.5},
    {retreat, "withdraw", 8},
    {retreat, "release", 6.5},
    {retreat, "disarm", 10},
    {retreat, "ceasefire", 7.5},
    {retreat, "access", 6.5},
    {retreat, "resign", 4.5},
    {request, "assist", 0.5},
    {request, "change", -1},
    {request, "yield", -1},
    {request, "meet", 0},
    {accuse, "disapprove", -2},
    {accuse, "investigate", -3.5},
    {accuse, "allege", -3.5},
    {reject, "assist", -1.5},
    {reject, "change", -2},
    {reject, "yield", -2},
    {reject, "meet", -2},
    {threaten, "restrict", -3},
    {threaten, "arrest", -3.5},
    {threaten, "relations", -3.5},
    {threaten, "expel", -3.5},
    {threaten, "territory", -4},
    {threaten, "violence", -3.5},
    {protest, "demo", -5},
    {protest, "riot", -7},
    {protest, "strike", -5},
    {protest, "hunger", -4.5},
    {protest, "boycott", -4.5},
    {protest, "obstruct", -4.5},
    {sanction, "convict", -6},
    {sanction, "expel", -5.5},
    {sanction, "withdraw", -6},
    {sanction, "discontinue", -6},
    {mobilize, "troops", -6.5},
    {mobilize, "weapons", -6.5},
    {mobilize, "police", -5.5},
    {mobilize, "militia", -6},
    {coerce, "seize", -7},
    {coerce, "restrict", -7},
    {coerce, "censor", -6.5},
    {coerce, "curfew", -6.5},
    {coerce, "martial-law", -7.5},
    {coerce, "arrest", -7},
    {coerce, "deport", -7},
    {coerce, "withhold", -7},
    {coerce, "misinformation", -6.5},
    {coerce, "cyber", -7},
    {assault, "abduct", -8.5},
    {assault, "beat", -7.5},
    {assault, "torture", -8.5},
    {assault, "sexual", -8.5},
    {assault, "targeted", -9.5},
    {assault, "destroy", -8.5},
    {assault, "primitive", -8},
    {assault, "firearms", -9},
    {assault, "explosives", -9},
    {assault, "suicide-attack", -9.5},
    {assault, "aerial", -9.5},
    {assault, "drone", -9.5},
    {assault, "heavy-weapons", -9.5},
    {assault, "crowd-control", -7.5},
    {assault, "unconventional", -10},
};

const TypeFacts& facts(EventType type) { return kTypes[static_cast<size_t>(type)]; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (std::toupper(static_cast<unsigned char>(a[i])) !=
        std::toupper(static_cast<unsigned char>(b[i]))) {
      return false;
    }
  }
  return true;
}

constexpr std::array<std::string_view, 5> kStatusNames = {"happened", "denied", "planned",
                                                          "demanded", "hypothetical"};
constexpr std::array<std::string_view, 4> kBasisNames = {"explicit", "relative", "publication",
                                                         "none"};
constexpr std::array<std::string_view, 5> kStandNames = {"none", "for", "against", "conditional",
                                                         "mixed"};

}  // namespace

std::string_view to_string(EventType type) { return facts(type).name; }

std::optional<EventType> event_type_from(std::string_view name) {
  for (size_t i = 0; i < kTypes.size(); ++i) {
    if (equal_ignoring_case(name, kTypes[i].name)) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

int quad(EventType type) { return facts(type).quad; }

bool is_mode_of(EventType type, std::string_view mode) {
  for (const ModeFacts& row : kModes) {
    if (row.type == type && row.mode == mode) return true;
  }
  return false;
}

double intensity(EventType type, std::string_view mode) {
  for (const ModeFacts& row : kModes) {
    if (row.type == type && row.mode == mode) return row.intensity;
  }
  return facts(type).intensity;
}

int sign(EventType type, std::string_view mode) {
  if (type == EventType::request) return 0;
  return intensity(type, mode) > 0 ? 1 : -1;
}

std::string_view to_string(EventStatus status) { return kStatusNames[static_cast<size_t>(status)]; }

std::optional<EventStatus> event_status_from(std::string_view name) {
  for (size_t i = 0; i < kStatusNames.size(); ++i) {
    if (equal_ignoring_case(name, kStatusNames[i])) return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

std::string_view to_string(DateBasis basis) { return kBasisNames[static_cast<size_t>(basis)]; }

std::string_view to_string(Stand stand) { return kStandNames[static_cast<size_t>(stand)]; }

std::optional<Stand> stand_from(std::string_view name) {
  for (size_t i = 0; i < kStandNames.size(); ++i) {
    if (equal_ignoring_case(name, kStandNames[i])) return static_cast<Stand>(i);
  }
  return std::nullopt;
}

}  // namespace entente
