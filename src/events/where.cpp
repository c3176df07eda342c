// A place is a proper name under "in", "at", "near" and the like that hangs on the deed, on its
// clause's verb, or on a noun of the deed's phrase. Organisations ("in NATO") and dates are none.
// Tested in where_test.cpp.
#include "events/where.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/calendar.h"

namespace entente {

namespace {

constexpr int kStepsMax = 3;

bool is_local(std::string_view word) {
  constexpr std::array<std::string_view, 8> words = {"in",     "at",     "near",   "outside",
                                                     "around", "across", "inside", "off"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PlaceReader {
 public:
  PlaceReader(const Syntax& syntax, const std::vector<Mention>& mentions)
      : syntax_(syntax), mentions_(mentions) {}

  std::optional<EventPlace> below(uint32_t head, int depth = 0) const {
    for (const uint32_t i : syntax_.children(head)) {
      const Relation relation = syntax_.token(i).relation;
      if (relation != Relation::obl && relation != Relation::nmod && relation != Relation::obj) {
        continue;
      }
      if (is_local(syntax_.preposition(i))) {
        if (auto place = at(i)) return place;
      }
      if (depth > 0 || relation == Relation::obl) continue;
      if (auto place = below(i, depth + 1)) return place;
    }
    return std::nullopt;
  }

 private:
  std::optional<EventPlace> at(uint32_t token) const {
    if (syntax_.token(token).upos != Upos::propn || month_named(syntax_.lemma(token)) > 0) {
      return std::nullopt;
    }
    EventPlace place;
    place.range = syntax_.token(token).range;
    for (const Mention& mention : mentions_) {
      if (mention.head != token) continue;
      const bool state = !mention.actors[0].country.empty();
      if (!state || (!mention.place && mention.how != Resolution::name &&
                     mention.how != Resolution::capital)) {
        if (mention.how != Resolution::unknown) return std::nullopt;
      }
      place.range = mention.range;
      place.country = mention.actors[0].country;
      break;
    }
    if (place.country.empty()) place.range = proper_name(token);
    place.name = slice(syntax_.document().text, place.range);
    return place;
  }

  Range proper_name(uint32_t token) const {
    Range range = syntax_.token(token).range;
    for (const uint32_t i : syntax_.children(token)) {
      if (syntax_.token(i).upos != Upos::propn) continue;
      const Relation relation = syntax_.token(i).relation;
      if (relation != Relation::compound && relation != Relation::flat) continue;
      range.begin = std::min(range.begin, syntax_.token(i).range.begin);
      range.end = std::max(range.end, syntax_.token(i).range.end);
    }
    return range;
  }

  const Syntax& syntax_;
  const std::vector<Mention>& mentions_;
};

}  // namespace

EventPlace place_of(const Syntax& syntax, const std::vector<Mention>& mentions, uint32_t head) {
  const PlaceReader reader(syntax, mentions);
  uint32_t at = head;
  for (int step = 0; step < kStepsMax; ++step) {
    if (auto place = reader.below(at)) return *place;
    const Token& here = syntax.token(at);
    const bool inside = here.relation == Relation::obj || here.relation == Relation::xcomp ||
                        here.relation == Relation::conj || here.relation == Relation::obl ||
                        here.relation == Relation::nsubj_pass;
    if (!inside || here.head == kNoToken) break;
    at = static_cast<uint32_t>(here.head);
  }
  return {};
}

}  // namespace entente
