// See history.h. Nearness is counted in sentences; subjects come before other mentions, as in
// centering (Grosz, Joshi and Weinstein 1995). Tested in context_test.cpp.
#include "actors/history.h"

#include <algorithm>
#include <array>

#include "base/one_of.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesForPerson = 2;
constexpr uint32_t kSentencesForPair = 3;
constexpr uint32_t kSentencesForFarPair = 10;  // where fewer are near
constexpr double kSureOfGender = 0.75;
constexpr double kConfidenceOfNames = 0.7;  // below it stand pronouns and vague descriptions
constexpr size_t kMentionsBack = 200;

struct Candidate {
  Actor actor;
  double weight = 0;
  uint32_t token = 0;
  uint32_t sentence = kNone;  // the last one that counted, and what it gave
  double in_sentence = 0;
};

// The verb that a noun hangs on, over other nouns.
int32_t verb_above(const Reading& reading, uint32_t i) {
  int32_t up = reading.token(i).head;
  for (int step = 0; step < 5 && up != kNoToken; ++step) {
    const Token& token = reading.token(static_cast<uint32_t>(up));
    const bool stops = token.upos == Upos::verb || is_subject(token.relation);
    if (stops && token.relation != Relation::xcomp) return up;
    up = token.head;
  }
  return up;
}

}  // namespace

bool is_subject(Relation relation) {
  return relation == Relation::nsubj || relation == Relation::nsubj_pass ||
         relation == Relation::nsubj_outer;
}

bool is_argument(Relation relation) {
  switch (relation) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::iobj:
    case Relation::obl:
    case Relation::obl_agent:
    case Relation::nmod:
    case Relation::nmod_poss: return true;
    default: return false;
  }
}

void History::add(const Draft& draft) {
  const Mention& mention = draft.mention;
  if (mention.actors.empty()) return;
  Seen seen;
  seen.actors = mention.actors;
  seen.token = mention.token_begin;
  seen.end = mention.token_end;
  seen.head = mention.head;
  seen.sentence = mention.sentence;
  uint32_t head = mention.head;
  for (int step = 0; step < 4 && reading_.token(head).relation == Relation::conj; ++step) {
    if (reading_.token(head).head == kNoToken) break;
    head = static_cast<uint32_t>(reading_.token(head).head);
  }
  seen.subject = is_subject(reading_.token(head).relation) && !mention.modifier;
  seen.place = mention.place;
  seen.modifier = mention.modifier;
  seen.outlet = mention.outlet;
  seen.person = draft.person;
  seen.plural = draft.plural || mention.actors.size() > 1;
  seen.gender = draft.gender;
  if (seen.person && seen.actors.size() == 1) learn_gender(seen);
  seen.confidence = mention.confidence;
  if (draft.hit != kNone) seen.office = reading_.low[reading_.hits[draft.hit].head()];
  if (draft.owner != kNone && draft.hit == kNone && !draft.person) {
    seen.entity = &reading_.facts.entities[draft.owner];
  } else if (!draft.person && seen.actors.size() == 1 && !seen.outlet) {
    // "the bloc", resolved, keeps the organisation in mind for the next "bloc".
    const Entity* entity = reading_.facts.entity_of(seen.actors[0].code);
    if (entity && entity->kind == EntityKind::organisation) seen.entity = entity;
  }
  for (const Actor& actor : seen.actors) {
    if (!seen.outlet) named_[actor.node] += 1;
  }
  seen_.push_back(std::move(seen));
}

// What a title or a sure pronoun says of someone holds for the whole text.
void History::learn_gender(Seen& seen) {
  const auto known = genders_.find(seen.actors[0].name);
  if (known != genders_.end()) {
    seen.gender = known->second;
  } else if (seen.gender != Gender::unknown && seen.confidence >= kSureOfGender) {
    genders_.emplace(seen.actors[0].name, seen.gender);
  }
}

const Seen* History::headed_by(uint32_t head) const {
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[head]) break;
    if (seen->head == head && !seen->modifier) return &*seen;
  }
  return nullptr;
}

const Seen* History::in_apposition(uint32_t i) const {
  if (i < 2 || reading_.low[i - 1] != ",") return nullptr;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[i]) return nullptr;
    if (seen->end + 1 == i && !seen->modifier) return &*seen;
  }
  return nullptr;
}

const Seen* History::object_blamed(uint32_t i) const {
  const uint32_t first = reading_.sentence(i).token_begin;
  if (i < first + 2 || reading_.low[i - 1] != "for") return nullptr;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[i]) return nullptr;
    if (seen->head + 2 != i) continue;
    return reading_.token(seen->head).relation == Relation::obj ? &*seen : nullptr;
  }
  return nullptr;
}

// "thanked Mali and promised it aid": the object of the verb that its own is coordinated with.
// Whom "it" then is again: "Germany armed Ukraine. France sold it jets", "backed Chad and armed
// it".
bool History::is_object_before(const Seen& seen, uint32_t i) const {
  const Token& object = reading_.token(seen.head);
  if (object.relation != Relation::obj || seen.modifier || object.head == kNoToken ||
      reading_.token(i).head == kNoToken) {
    return false;
  }
  const Token& verb = reading_.token(static_cast<uint32_t>(reading_.token(i).head));
  const Token& before = reading_.token(static_cast<uint32_t>(object.head));
  const auto helps = [](std::string_view lemma) {
    return one_of(lemma, {"arm", "equip", "supply", "help", "aid", "support", "back", "train",
                          "finance", "fund", "feed", "sell", "give", "send", "lend", "grant"});
  };
  if (verb.lemma == before.lemma || (helps(verb.lemma) && helps(before.lemma))) return true;
  return verb.relation == Relation::conj && verb.head == object.head;
}

const Seen* History::last_other(uint32_t i, const Seen* subject) const {
  constexpr double kLead = 1.2, kParallel = 0.4;
  const uint32_t here = reading_.sentence_of[i];
  std::vector<std::pair<const Seen*, double>> best;  // the clearest mention of each node
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence + 1 >= here; ++seen) {
    if (seen->outlet || seen->person || seen->plural || seen->actors.size() != 1) continue;
    const std::string& node = seen->actors[0].node;
    if (!seen->actors[0].known() || seen->end > i) continue;
    if (subject && subject->actors[0].node == node) continue;
    const Relation relation = reading_.token(seen->head).relation;
    double weight = seen->sentence == here ? 1.0 : 0.8;
    const bool again = seen->sentence == here && reading_.low[seen->token] == "it";
    if (again || is_object_before(*seen, i)) weight += kParallel;
    if (seen->place) {
      weight *= 0.4;
    } else if (seen->modifier) {
      weight *= 0.5;
    } else if (relation == Relation::obj || relation == Relation::iobj) {
      weight *= 0.9;
    } else if (!seen->subject) {
      weight *= 0.6;
    }
    const auto known = std::find_if(best.begin(), best.end(), [&](const auto& one) {
      return one.first->actors[0].node == node;
    });
    if (known == best.end()) {
      best.emplace_back(&*seen, weight);
    } else if (known->second < weight) {
      *known = {&*seen, weight};
    }
  }
  std::stable_sort(best.begin(), best.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (best.empty()) return nullptr;
  const bool torn = best.size() > 1 && best[0].second < kLead * best[1].second;
  return torn ? nullptr : best[0].first;
}

const Seen* History::last_others(uint32_t i, const Seen* subject) const {
  const uint32_t here = reading_.sentence_of[i];
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence + 1 >= here; ++seen) {
    if (seen->modifier || seen->outlet || seen->place || seen->end > i) continue;
    if (reading_.token(seen->head).relation == Relation::conj) continue;
    if (!seen->plural && coordinated(*seen).size() < 2) continue;
    if (subject && subject->actors == seen->actors) continue;
    for (uint32_t t = seen->end; t < i; ++t) {
      const Hit* hit = reading_.noun_at(t);
      const bool people = hit && hit->plural && hit->head() == t &&
                          hit->noun.kind != NounKind::none &&
                          hit->noun.kind != NounKind::territory && !headed_by(t);
      if (people) return nullptr;
    }
    return &*seen;
  }
  return nullptr;
}

const Seen* History::several_before(uint32_t i) const {
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[i]) return nullptr;
    if (seen->modifier || seen->outlet || seen->end > i) continue;
    if (reading_.token(seen->head).relation == Relation::conj) continue;
    if (seen->actors.size() < 2 && coordinated(*seen).size() < 2) continue;
    if (reading_.token(seen->head).head == reading_.token(i).head) return nullptr;
    for (uint32_t t = seen->end; t < i; ++t) {
      const Token& token = reading_.token(t);
      const bool other = token.upos == Upos::noun && !reading_.name_at(t) &&
                         token.features.number == Number::plural;
      if (other) return nullptr;
    }
    return &*seen;
  }
  return nullptr;
}

const Seen* History::just_before_and(uint32_t i) const {
  if (i < 2 || reading_.low[i - 1] != "and") return nullptr;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (seen->sentence < reading_.sentence_of[i]) break;
    if (seen->head == i - 2) return &*seen;
  }
  return nullptr;
}

std::vector<Actor> History::coordinated(const Seen& first) const {
  std::vector<Actor> actors = first.actors;
  for (size_t s = static_cast<size_t>(&first - seen_.data()) + 1; s < seen_.size(); ++s) {
    const Seen& seen = seen_[s];
    if (seen.sentence != first.sentence) break;
    const Token& head = reading_.token(seen.head);
    if (head.relation != Relation::conj || head.head != static_cast<int32_t>(first.head)) continue;
    actors.insert(actors.end(), seen.actors.begin(), seen.actors.end());
  }
  return actors;
}

// Near before far, subjects of main clauses before others, and objects for object pronouns.
double History::weight_of_person(const Seen& seen, uint32_t i, Gender gender, bool object) const {
  const uint32_t back = reading_.sentence_of[i] - seen.sentence;
  double weight = back == 0 ? 1.0 : back == 1 ? 0.8 : 0.2;
  if (seen.subject) {
    const int32_t verb = reading_.token(seen.head).head;
    const bool aside =
        verb != kNoToken && reading_.token(static_cast<uint32_t>(verb)).relation == Relation::advcl;
    weight += back > 1 ? 0.4 : aside ? 0.7 : 1.0;
  } else if (object && back == 0 && !seen.modifier) {
    weight += 0.9;
  }
  if (seen.modifier) weight -= 0.3;
  if (gender != Gender::unknown && seen.gender == gender) weight += 0.15;
  return weight;
}

const Seen* History::last_person(uint32_t i, Gender gender, bool object) const {
  const uint32_t here = reading_.sentence_of[i];
  const Seen* best = nullptr;
  double best_score = 0;
  // "Putin called him": somebody else than the subject.
  const int32_t governor = reading_.token(i).head;
  const Seen* subject = object && governor != kNoToken && static_cast<uint32_t>(governor) < i
                            ? doer_of(static_cast<uint32_t>(governor))
                            : nullptr;
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    const uint32_t back = here - seen->sentence;
    if (back > kSentencesForPerson) break;
    if (!seen->person || seen->plural || seen->outlet) continue;
    if (gender != Gender::unknown && seen->gender != Gender::unknown && seen->gender != gender) {
      continue;
    }
    if (subject && seen->actors == subject->actors) continue;
    const double score = weight_of_person(*seen, i, gender, object);
    if (score > best_score) {
      best_score = score;
      best = &*seen;
    }
  }
  return best_score >= 0.5 ? best : nullptr;
}

Group History::salient_group(uint32_t i, size_t count, bool states_only) const {
  constexpr std::array<double, kSentencesForPair + 1> recency = {1.0, 0.75, 0.5, 0.3};
  constexpr double kLongAgo = 0.15;
  constexpr double kPerMention = 0.08;
  constexpr double kMentionsMax = 10;
  const double kTogether = count >= 3 ? 2.0 : 0.8;  // a list of three is no accident
  const uint32_t here = reading_.sentence_of[i];
  std::vector<Candidate> near;
  // "China mediated between the two": not China.
  std::vector<std::string_view> not_these;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence == here; ++seen) {
    // "Washington and the Gulf states pressed both": nor those beside it.
    const Token& joined = reading_.token(seen->head);
    const bool beside = joined.relation == Relation::conj && joined.head != kNoToken;
    const Token& head = beside ? reading_.token(static_cast<uint32_t>(joined.head)) : joined;
    if (!is_subject(head.relation) || is_subject(reading_.token(i).relation)) continue;
    if (head.head != verb_above(reading_, i)) continue;
    for (const Actor& actor : seen->actors) not_these.push_back(actor.node);
  }
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    const uint32_t back = here - seen->sentence;
    if (back > kSentencesForPair && (near.size() >= count || back > kSentencesForFarPair)) break;
    if (seen->outlet || seen->actors.size() > count) continue;
    const double recent = back > kSentencesForPair ? kLongAgo : recency[back];
    double weight = recent * (seen->place ? 0.5 : 1.0);
    if (seen->modifier) weight *= 0.8;
    if (is_one_of(*seen, count) || is_listed(*seen, count) || are_alone(seen->sentence, count)) {
      weight += kTogether * recent;
    }
    for (const Actor& actor : seen->actors) {
      if (!actor.known() || actor.node.find(' ') != std::string::npos) continue;
      if (std::find(not_these.begin(), not_these.end(), actor.node) != not_these.end()) continue;
      if (states_only && actor.node != actor.country) continue;
      auto known = std::find_if(near.begin(), near.end(),
                                [&](const Candidate& c) { return c.actor.node == actor.node; });
      if (known == near.end()) {
        known = near.insert(near.end(), {whole_of(actor), 0, seen->token, kNone, 0});
      }
      // Once a sentence: who is named thrice in one sentence is no more a party than the other.
      const double before = known->sentence == seen->sentence ? known->in_sentence : 0;
      known->weight += std::max(0.0, weight - before);
      known->in_sentence = std::max(before, weight);
      known->sentence = seen->sentence;
      known->token = seen->token;
    }
  }
  for (Candidate& candidate : near) {
    const auto named = named_.find(candidate.actor.node);
    if (named != named_.end())
      candidate.weight += kPerMention * std::min(kMentionsMax, named->second);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  Group group;
  if (near.size() < count) return group;
  group.clear = near.size() == count || near[count].weight < 0.7 * near[count - 1].weight;
  near.resize(count);
  std::stable_sort(near.begin(), near.end(),
                   [](const Candidate& a, const Candidate& b) { return a.token < b.token; });
  for (Candidate& candidate : near) group.actors.push_back(std::move(candidate.actor));
  return group;
}

Group History::just_listed(uint32_t i, size_t count) const {
  Group group;
  const uint32_t here = reading_.sentence_of[i];
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence == here; ++seen) {
    if (seen->outlet || seen->modifier || seen->end > i) continue;
    if (reading_.token(seen->head).relation == Relation::conj) continue;
    std::vector<Actor> actors = coordinated(*seen);
    if (actors.size() < 2) continue;
    const bool same_clause = seen->subject && reading_.token(i).relation != Relation::appos &&
                             reading_.token(seen->head).head == verb_above(reading_, i);
    if (actors.size() != count || same_clause) return group;
    group.actors = std::move(actors);
    group.clear = true;
    return group;
  }
  return group;
}

// Whether a sentence speaks of so many and of nobody else: "Lavrov called his American
// counterpart".
bool History::are_alone(uint32_t sentence, size_t count) const {
  std::vector<std::string_view> nodes;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->sentence >= sentence; ++seen) {
    if (seen->sentence > sentence || seen->outlet || seen->place) continue;
    if (seen->confidence < kConfidenceOfNames) continue;
    for (const Actor& actor : seen->actors) {
      if (std::find(nodes.begin(), nodes.end(), actor.node) == nodes.end()) {
        nodes.push_back(actor.node);
      }
    }
  }
  return nodes.size() == count;
}

// Whether so many were named together: "Iran and Saudi Arabia".
bool History::is_one_of(const Seen& seen, size_t count) const {
  if (seen.actors.size() == count) return true;
  const Token& head = reading_.token(seen.head);
  const Seen* first = &seen;
  if (head.relation == Relation::conj && head.head != kNoToken) {
    first = headed_by(static_cast<uint32_t>(head.head));
    if (!first) return false;
  }
  return coordinated(*first).size() == count;
}

// Whether the name stands in a list of so many, by the commas: "Angola, Botswana and Namibia".
bool History::is_listed(const Seen& seen, size_t count) const {
  if (count < 2 || reading_.found_at[seen.head] == kNone) return false;
  const auto joins = [&](const Found& left, const Found& right) {
    if (left.end > right.begin || !reading_.same_sentence(left.begin, right.begin)) return false;
    bool joined = false;
    for (uint32_t t = left.end; t < right.begin; ++t) {
      const std::string_view low = reading_.low[t];
      if (low == "the") continue;
      if (low != "," && low != "and" && low != "&") return false;
      joined = true;
    }
    return joined && right.begin - left.end <= 3;
  };
  const std::vector<Found>& found = reading_.found;
  size_t first = reading_.found_at[seen.head], last = first;
  while (first > 0 && joins(found[first - 1], found[first])) --first;
  while (last + 1 < found.size() && joins(found[last], found[last + 1])) ++last;
  return last - first + 1 == count;
}

// The state for its minister or army.
Actor History::whole_of(const Actor& actor) const {
  const Entity* entity = reading_.facts.entity_of(actor.node);
  return entity ? actor_of(reading_.facts, *entity) : actor;
}

const Entity* History::last_with_members(uint32_t i, size_t count) const {
  const auto members = [&](const Entity& entity) {
    if (entity.kind == EntityKind::region) return list_of(entity.members).size();
    const Date date = reading_.options.published.value_or(Date{9999, 1, 1});
    return static_cast<size_t>(
        std::count_if(reading_.facts.memberships.begin(), reading_.facts.memberships.end(),
                      [&](const Membership& m) {
                        return m.organisation == entity.code && !(date < m.from) &&
                               (m.to == Date{} || !(m.to < date));
                      }));
  };
  size_t steps = 0;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && steps < kMentionsBack; ++seen) {
    ++steps;
    if (seen->token >= i || !seen->entity) continue;
    const EntityKind kind = seen->entity->kind;
    if (kind != EntityKind::region && kind != EntityKind::organisation) continue;
    if (members(*seen->entity) == count) return seen->entity;
  }
  return nullptr;
}

}  // namespace entente
