// People as the text introduces them: title and name, name and apposition, and the book's office
// holders. A title that names the state counts more than the book, which may be out of date; a
// name of the book counts more than a title without a state. Tested in mentions_test.cpp.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "actors/context.h"
#include "actors/naming.h"
#include "actors/salience.h"
#include "base/one_of.h"

namespace entente {

namespace {

constexpr double kHomeConfidence = 0.6;
constexpr uint32_t kNameTokensMax = 6;

Gender gender_of_title(std::string_view word) {
  if (one_of(word, {"mr", "sir", "king", "prince", "sheikh", "sultan", "emir", "chairman",
                    "spokesman", "businessman", "lord", "congressman", "father", "pope"})) {
    return Gender::male;
  }
  if (one_of(word, {"mrs", "ms", "miss", "madam", "queen", "princess", "chairwoman", "spokeswoman",
                    "businesswoman", "lady", "congresswoman", "baroness", "mother"})) {
    return Gender::female;
  }
  return Gender::unknown;
}

bool is_honorific(std::string_view word) {
  return one_of(word, {"mr", "mrs", "ms", "miss", "dr", "sir", "prof", "madam", "lord", "lady"});
}

class Introduction {
 public:
  Introduction(const Reading& reading, std::vector<Draft>& drafts, People& people)
      : reading_(reading), drafts_(drafts), people_(people) {}

  void run() {
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return a.mention.token_begin < b.mention.token_begin;
    });
    join_offices();
    for (uint32_t d = 0; d < drafts_.size(); ++d) {
      if (!drafts_[d].has_name()) continue;
      by_name_[drafts_[d].name_begin] = d;
      by_title_[drafts_[d].mention.token_begin] = drafts_[d].name_begin;
    }
    const auto count = static_cast<uint32_t>(drafts_.size());
    // Names first: what follows leans on them.
    for (uint32_t d = 0; d < count; ++d) {
      if (drafts_[d].has_name()) introduce(drafts_[d]);
    }
    for (uint32_t d = 0; d < count; ++d) join_apposition(d);
    for (uint32_t d = 0; d < count; ++d) join_head_of(drafts_[d]);
    for (uint32_t d = 0; d < count; ++d) join_listed(drafts_[d]);
    for (uint32_t d = 0; d < count; ++d) follow_text(drafts_[d]);
    for (const Found& name : reading_.found) introduce_member(name);
    for (Draft& draft : more_) drafts_.push_back(std::move(draft));
  }

 private:
  // "German Chancellor and party leader Merkel": one person, who acts by the first office.
  void join_offices() {
    std::vector<bool> joined(drafts_.size(), false);
    for (uint32_t d = 1; d < drafts_.size(); ++d) {
      constexpr uint32_t kBack = 4;  // over the names inside the two phrases
      for (uint32_t first = d; first-- > d - std::min(d, kBack);) {
        if (!holds_both(drafts_[first], drafts_[d])) continue;
        take_office(drafts_[first], drafts_[d]);
        joined[first] = true;
        break;
      }
    }
    for (uint32_t d = static_cast<uint32_t>(drafts_.size()); d-- > 0;) {
      if (joined[d]) drafts_.erase(drafts_.begin() + d);
    }
  }

  bool holds_both(const Draft& office, const Draft& leader) const {
    if (office.hit == kNone || office.has_name() || !leader.has_name()) return false;
    const Hit& hit = reading_.hits[office.hit];
    const uint32_t joint = office.mention.token_end, begin = office.mention.token_begin;
    if (hit.noun.kind != NounKind::office || hit.plural || reading_.low[joint] != "and" ||
        joint + 1 != leader.mention.token_begin) {
      return false;
    }
    const bool article =
        begin > reading_.sentence(begin).token_begin && reading_.token(begin - 1).upos == Upos::det;
    const auto &own = office.mention.actors, &other = leader.mention.actors;
    const bool apart = !own.empty() && !other.empty() && own[0].country != other[0].country;
    const bool rival = one_of(leader.sector, {"OPP", "REB", "MIL", "COP"});
    return !article && !apart && !rival &&
           one_of(title_of(leader), {"leader", "chairman", "chairwoman", "chief", "head", "boss"});
  }

  void take_office(const Draft& office, Draft& person) const {
    person.hit = office.hit;
    person.sector = office.sector;
    person.of_other = office.of_other;
    person.possessor = office.possessor;
    person.open = office.open;
    Mention& mention = person.mention;
    mention.actors = office.mention.actors;
    mention.head = office.mention.head;
    mention.token_begin = office.mention.token_begin;
    mention.range = reading_.range_of(mention.token_begin, mention.token_end);
  }

  const Found* person_in(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t < end; ++t) {
      const Found* name = reading_.name_at(t);
      if (name && reading_.entity(*name).kind == EntityKind::person) return name;
    }
    return nullptr;
  }

  std::string_view title_of(const Draft& draft) const {
    return draft.hit == kNone ? std::string_view()
                              : std::string_view(reading_.low[reading_.hits[draft.hit].head()]);
  }

  // Whom the text gives an office holds it for the whole text, though he has left it since.
  void follow_text(Draft& draft) const {
    Mention& mention = draft.mention;
    const bool titled = draft.hit != kNone && !is_honorific(title_of(draft));
    if (titled || !draft.has_name() || mention.actors.size() != 1) return;
    const People::Entry* entry = people_.find(mention.actors[0].name);
    if (!entry || entry->office.empty() || entry->actor.country != mention.actors[0].country)
      return;
    mention.actors = {entry->actor};
    draft.former = entry->actor.sector == "ELI";
  }

  // A list of names behind one surname is no reason to call "Putin" "Vladimir Putin Jr".
  std::string canonical(uint32_t begin, uint32_t end, const Found* known) const {
    if (known && end - begin <= known->end - known->begin + 1) {
      return std::string(reading_.entity(*known).name);
    }
    return std::string(reading_.text_of(begin, end));
  }

  void introduce(Draft& draft) {
    const Found* known = person_in(draft.name_begin, draft.name_end);
    const std::string name = canonical(draft.name_begin, draft.name_end, known);
    const std::string_view title = title_of(draft);
    draft.gender = gender_of_title(title);
    if (draft.gender == Gender::unknown) draft.gender = gender_of_name(name);
    Mention& mention = draft.mention;
    if (mention.actors.empty()) {
      if (known) {
        mention.actors.push_back(
            part_of(reading_.facts, reading_.entity(*known), sector_of_known(*known, draft)));
      } else if (const People::Entry* entry = people_.find(name);
                 entry && is_same(*entry, name, title)) {
        mention.actors.push_back(entry->actor);
      } else if (draft.name_end - draft.name_begin == 1 && is_honorific(title)) {
        return;  // "Mr Otieno": his full name may come from a place without a title
      } else {
        mention.actors.push_back(person_without_state(name, draft));
      }
    }
    draft.open = false;
    const bool fits = mention.actors.size() == 1;
    if (fits) mention.actors[0].name = name;
    People::Entry entry;
    entry.name = name;
    entry.actor = mention.actors[0];
    entry.gender = draft.gender;
    if (!is_honorific(title)) entry.office = title;
    entry.token = draft.name_begin;
    const uint32_t index = people_.add(std::move(entry));
    // "Sheikh Abdullah" after "Sheikh Abdullah bin Zayed".
    const std::string_view first = reading_.low[draft.name_begin];
    if (draft.name_end - draft.name_begin > 2 && one_of(first, {"sheikh", "mullah", "ayatollah"})) {
      people_.add_key(reading_.text_of(draft.name_begin, draft.name_begin + 2), index);
    }
    if (draft.gender == Gender::unknown) draft.gender = people_.at(index).gender;
    if (!fits) return;
    // A name without a title goes with what its title said before.
    if (draft.hit != kNone && people_.at(index).actor.known() && !mention.actors[0].known()) {
      mention.actors[0] = people_.at(index).actor;
    }
  }

  // Who left office is of the elite, unless the text itself gives him a rank or a party today.
  std::string_view sector_of_known(const Found& known, const Draft& draft) const {
    if (draft.former) return "ELI";
    if (!known.former) return "";
    if (draft.sector == "OPP") return draft.sector;
    if (acts_as_titled(draft) || holds_another_office(known, draft)) return "";
    return draft.sector == "MIL" && reading_.entity(known).sector == "MIL" ? "" : "ELI";
  }

  // "Deputy President Ruto", of whom the book knows only that he is president later.
  bool holds_another_office(const Found& known, const Draft& draft) const {
    const auto& date = reading_.options.published;
    return date && *date < reading_.entity(known).from && draft.hit != kNone &&
           reading_.hits[draft.hit].noun.kind == NounKind::office && !draft.sector.empty();
  }

  // "President Kennedy ordered a blockade": told of the days when he was president.
  bool acts_as_titled(const Draft& draft) const {
    if (draft.hit == kNone || reading_.hits[draft.hit].noun.kind != NounKind::office) return false;
    const Token& head = reading_.token(draft.mention.head);
    if (head.relation != Relation::nsubj || head.head == kNoToken) return false;
    return reading_.token(static_cast<uint32_t>(head.head)).upos == Upos::verb;
  }

  // "Emperor Theodore" is not Theodore Roosevelt, the president.
  static bool is_same(const People::Entry& entry, const std::string& name, std::string_view title) {
    const bool by_first_name = entry.name.starts_with(name + ' ');
    return !by_first_name || entry.office.empty() || entry.office == title || is_honorific(title);
  }

  // "President X" and "government spokesman X", but not "director X".
  bool speaks_for_state(const Draft& draft) const {
    if (draft.hit == kNone || draft.sector.empty() || draft.of_other) return false;
    if (draft.sector == "OPP") return true;
    if (node_of("X", draft.sector) != "X") return false;
    return reading_.hits[draft.hit].noun.kind == NounKind::office || draft.inner_organ;
  }

  // No crown prince of a republic.
  bool may_have(const Entity& state, const Draft& draft) const {
    const Hit& hit = reading_.hits[draft.hit];
    std::string title;
    for (uint32_t t = hit.begin; t < hit.end; ++t)
      title += (t > hit.begin ? " " : "") + reading_.low[t];
    for (const std::string_view noun : {std::string_view(title), title_of(draft)}) {
      const auto states = states_styled(reading_.facts, noun);
      if (states.empty()) continue;
      return std::find(states.begin(), states.end(), state.code) != states.end();
    }
    return true;
  }

  Actor person_without_state(const std::string& name, Draft& draft) const {
    const std::string_view sector = draft.former ? "ELI" : draft.sector;
    const Entity* state = draft.possessor == kNone
                              ? state_of_scene(reading_, draft.mention.token_begin)
                              : nullptr;  // "its minister": the pronoun will tell
    if (state && !draft.former && speaks_for_state(draft) && may_have(*state, draft)) {
      Actor actor = part_of(reading_.facts, *state, sector);
      draft.mention.confidence = kHomeConfidence;
      return actor;
    }
    draft.mention.confidence = 0.7;
    Actor actor;
    actor.code = "?" + name;
    actor.node = actor.code;
    actor.sector = sector;
    actor.name = name;
    return actor;
  }

  // "Yasmin Haque from the UN Children's Fund": one of theirs, though no title says which.
  void introduce_member(const Found& body) {
    if (body.begin == body.end) return;
    const Entity& entity = reading_.entity(body);
    const bool has_members = entity.kind == EntityKind::organisation ||
                             entity.kind == EntityKind::organ || entity.kind == EntityKind::group;
    const uint32_t first = reading_.sentence(body.begin).token_begin;
    if (!has_members || body.begin < first + 3) return;
    const uint32_t of = body.begin - (reading_.low[body.begin - 1] == "the" ? 2 : 1);
    if (!one_of(reading_.low[of], {"from", "of", "with", "at"})) return;
    const uint32_t begin = name_before(of);
    if (begin == kNone || person_in(begin, of) || by_name_.contains(begin)) return;
    if (!reading_.facts.given_names.contains(reading_.form(begin))) return;
    introduce_as(begin, of, part_of(reading_.facts, entity, ""));
  }

  // A name without a title, whose part in things the words around it tell.
  void introduce_as(uint32_t begin, uint32_t end, const Actor& actor) {
    Draft draft = draft_of(reading_, begin, end, begin);
    draft.mention.how = Resolution::title;
    draft.mention.confidence = 0.85;
    draft.mention.actors = {actor};
    draft.name_begin = begin;
    draft.name_end = end;
    draft.person = true;
    introduce(draft);
    more_.push_back(std::move(draft));
  }

  // The name that ends before the comma at `comma`: its first token, or kNone.
  uint32_t name_before(uint32_t comma) const {
    const uint32_t first = reading_.sentence(comma).token_begin;
    const uint32_t earliest = std::max(first, comma - std::min(comma, kNameTokensMax));
    for (uint32_t begin = earliest; begin < comma; ++begin) {
      const auto titled = by_name_.find(begin);
      if (titled != by_name_.end() && drafts_[titled->second].name_end == comma) return begin;
    }
    for (uint32_t begin = earliest; begin < comma; ++begin) {
      if (!reading_.is_capitalised(begin)) continue;
      if (name_run_end(reading_, begin) != comma) continue;
      const bool known = person_in(begin, comma) != nullptr;
      if (!known && comma - begin < 2) continue;
      if (!known && begin > first && is_place_word(reading_.low[begin - 1])) return kNone;
      return begin;
    }
    return kNone;
  }

  bool is_place_word(std::string_view low) const {
    return one_of(low, {"in", "at", "near", "from", "to"});
  }

  bool ends_apposition(uint32_t i, uint32_t in_sentence) const {
    if (i >= reading_.size() || !reading_.same_sentence(i, in_sentence)) return true;
    const std::string_view low = reading_.low[i];
    if (reading_.token(i).upos == Upos::aux) return true;  // the second comma is often forgotten
    return one_of(low, {",", ".", ")", ";", ":", "!", "?", "\"", "''", "-", "\u2014", "\u2013"});
  }

  void join_apposition(uint32_t d) {
    // By index: introducing adds no drafts, but `more_` grows.
    Draft& phrase = drafts_[d];
    if (phrase.hit == kNone || phrase.has_name() || !phrase.person || phrase.plural) return;
    const Hit& hit = reading_.hits[phrase.hit];
    if (hit.noun.kind != NounKind::office && hit.noun.kind != NounKind::role) return;
    const uint32_t begin = start_of(phrase.mention.token_begin);
    const uint32_t end = phrase.mention.token_end;
    const uint32_t first = reading_.sentence(begin).token_begin;
    if (begin > first && one_of(reading_.low[begin - 1], {",", "("})) {
      const uint32_t name = name_before(begin - 1);
      // "Muhoozi Kainerugaba, the president's son": somebody else.
      const bool of_other =
          end == hit.end && reading_.same_sentence(begin, end) && reading_.is_possessive(end);
      const bool whole =
          ends_apposition(end, begin) || (!of_other && comma_after(end, begin) != kNone);
      if (name != kNone && whole) {
        join(phrase, name, begin - 1);
        return;
      }
    }
    if (const uint32_t name = name_behind_post(phrase); name != kNone) {
      join(phrase, name, name_run_end(reading_, name));
      return;
    }
    const uint32_t comma = comma_after(end, begin);
    if (comma != kNone) {
      const uint32_t name = over_style(comma + 1);
      const uint32_t name_end = name_run_end(reading_, name);
      const bool enough = name_end >= name + 2 || (name_end > name && person_in(name, name_end));
      if (enough && ends_apposition(name_end, begin)) join(phrase, name, name_end);
    }
  }

  // "Turkish Ambassador to Kenya Emre Yalcin": where his name begins, or kNone.
  uint32_t name_behind_post(const Draft& phrase) const {
    const uint32_t to = phrase.mention.token_end;
    if (!reading_.same_sentence(phrase.mention.token_begin, to) || reading_.low[to] != "to") {
      return kNone;
    }
    const uint32_t place = to + (reading_.low[to + 1] == "the" ? 2 : 1);
    const Found* post = reading_.name_at(place);
    if (!post || !reading_.same_sentence(to, post->end)) return kNone;
    return name_run_end(reading_, post->end) >= post->end + 2 ? post->end : kNone;
  }

  // "representatives of the Mauritian government, namely Rajiv Roe and Anil Poe".
  void join_listed(const Draft& group) {
    if (group.mention.actors.size() != 1 || group.hit == kNone) return;
    const Hit& hit = reading_.hits[group.hit];
    const bool people =
        hit.plural && (hit.noun.kind == NounKind::office || hit.noun.kind == NounKind::role);
    uint32_t i = group.mention.token_end;
    const uint32_t here = group.mention.token_begin;
    if (!people || !reading_.same_sentence(here, i + 1)) return;
    if (reading_.low[i] == ",") ++i;
    if (reading_.low[i] != "namely") return;
    ++i;
    while (reading_.same_sentence(here, i)) {
      const uint32_t end = name_run_end(reading_, i);
      if (end < i + 2) return;
      if (!by_name_.contains(i) && !person_in(i, end))
        introduce_as(i, end, group.mention.actors[0]);
      i = end;
      while (reading_.same_sentence(here, i) && one_of(reading_.low[i], {",", "and"})) ++i;
    }
  }

  // "Emre Yalcin, who heads Turkey's delegation": one of those whom he heads.
  void join_head_of(Draft& body) {
    if (body.mention.actors.size() != 1 || body.has_name() || body.hit == kNone) return;
    const Token& led = reading_.token(body.mention.head);
    if (led.relation != Relation::obj || led.head == kNoToken) return;
    const auto verb = static_cast<uint32_t>(led.head);
    const bool heads = verb > reading_.sentence(verb).token_begin + 2 &&
                       reading_.low[verb - 1] == "who" && reading_.low[verb - 2] == "," &&
                       one_of(reading_.token(verb).lemma,
                              {"head", "lead", "chair", "command", "represent", "direct", "run"});
    if (!heads) return;
    const uint32_t name = name_before(verb - 2);
    if (name == kNone || by_name_.contains(name) || person_in(name, verb - 2)) return;
    introduce_as(name, verb - 2, body.mention.actors[0]);
  }

  // The comma behind the phrase, or behind what it is about: "envoy for Afghanistan,",
  // "chairwoman of Nunavut's Legal Services Board (LSB),".
  uint32_t comma_after(uint32_t end, uint32_t in_sentence) const {
    constexpr uint32_t kTokens = 14;
    for (uint32_t i = end; i < end + kTokens && reading_.same_sentence(i, in_sentence); ++i) {
      if (reading_.low[i] == ",") return i;
      const bool bracket =
          reading_.low[i] == "(" && reading_.same_sentence(i, i + 2) && reading_.low[i + 2] == ")";
      if (bracket) {
        i += 2;
        continue;
      }
      const Upos upos = reading_.token(i).upos;
      if (i == end && upos != Upos::adp && !reading_.is_possessive(i)) return kNone;
      const bool title = upos == Upos::adp || upos == Upos::det || upos == Upos::adj ||
                         reading_.low[i] == "and" || reading_.is_possessive(i);
      if (!title && !reading_.is_nominal(i)) return kNone;
      const Hit* other = reading_.noun_at(i);  // "the president of the party and legislator,"
      if (other && other->noun.kind == NounKind::role && reading_.low[i - 1] != "of") return kNone;
    }
    return kNone;
  }

  // Over "His Highness", "Her Majesty" and the "General" of "General Musa".
  uint32_t over_style(uint32_t i) const {
    const auto titled = by_title_.find(i);
    if (titled != by_title_.end()) return titled->second;
    const bool style =
        i + 2 < reading_.size() && one_of(reading_.low[i], {"his", "her"}) &&
        one_of(reading_.low[i + 1], {"highness", "majesty", "excellency", "holiness"});
    return style ? i + 2 : i;
  }

  // Over "the" and the like before the phrase, and over words of the title that no table knows
  // ("Public Diplomacy Adviser").
  uint32_t start_of(uint32_t begin) const {
    const uint32_t first = reading_.sentence(begin).token_begin;
    while (begin > first) {
      const Upos upos = reading_.token(begin - 1).upos;
      const bool title = reading_.is_nominal(begin - 1) && !reading_.name_at(begin - 1);
      if (upos != Upos::det && upos != Upos::adj && !title) break;
      --begin;
    }
    return begin;
  }

  void join(Draft& phrase, uint32_t begin, uint32_t end) {
    const auto known = by_name_.find(begin);
    Draft fresh;
    Draft* name = known == by_name_.end() ? &fresh : &drafts_[known->second];
    if (name == &fresh) {
      fresh = draft_of(reading_, begin, end, begin);
      fresh.mention.how = Resolution::title;
      fresh.name_begin = begin;
      fresh.name_end = end;
      fresh.person = true;
    }
    if (!phrase.mention.actors.empty()) {
      name->mention.actors = phrase.mention.actors;
      name->mention.confidence = 0.95;
    }
    name->sector = phrase.sector;
    name->of_other = phrase.of_other;
    name->possessor = phrase.possessor;
    // "Kurmanbek Bakiyev, the ousted president", whatever the book says of that day.
    if (phrase.former && phrase.mention.actors.empty()) {
      name->former = true;
      if (person_in(begin, end)) name->mention.actors.clear();
    }
    // "Raila Odinga, the opposition leader", who was once prime minister.
    if (name->former && phrase.mention.actors.empty() && phrase.sector == "OPP") {
      name->mention.actors.clear();
      name->former = phrase.former;
    }
    name->hit = phrase.hit;
    introduce(*name);
    phrase.mention.actors = name->mention.actors;
    phrase.open = false;
    phrase.gender = name->gender;
    if (name == &fresh) more_.push_back(std::move(fresh));
  }

  const Reading& reading_;
  std::vector<Draft>& drafts_;
  People& people_;
  std::unordered_map<uint32_t, uint32_t> by_name_;
  std::unordered_map<uint32_t, uint32_t> by_title_;  // where the name begins behind a title
  std::vector<Draft> more_;
};

}  // namespace

void introduce_people(const Reading& reading, std::vector<Draft>& drafts, People& people) {
  Introduction(reading, drafts, people).run();
}

}  // namespace entente
