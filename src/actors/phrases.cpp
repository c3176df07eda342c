// Phrases around a common noun that names an actor: office, organ, force or people. The idea: from
// the noun walk left over modifiers to the name of the owner ("Uzbek", "Uzbekistan's", "Kremlin"),
// else right through "of"; take the sector of the noun, or of a noun before it where the noun
// alone says little ("army spokesman"); and attach the person's name that follows. Word order is
// used and not the parse, which is wrong in every sixth arc. Tested in phrases_test.cpp.
#include <algorithm>
#include <array>
#include <optional>

#include "actors/draft.h"
#include "actors/people.h"
#include "actors/places.h"
#include "actors/titles.h"
#include "base/one_of.h"

namespace entente {

namespace {

bool is_joint(std::string_view low) { return low == "and" || low == "," || low == "or"; }

class PhraseFinder {
 public:
  explicit PhraseFinder(const Reading& reading) : reading_(reading) {}

  std::vector<Draft> run() {
    taken_.assign(reading_.hits.size(), false);
    // Right to left, so that a head takes the nouns before it.
    for (size_t h = reading_.hits.size(); h-- > 0;) {
      if (!taken_[h]) build(static_cast<uint32_t>(h));
    }
    std::reverse(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  struct Phrase {
    uint32_t begin = 0, end = 0;
    std::vector<uint32_t> owners;  // indices of found
    std::string_view inner_sector;
    std::optional<NounKind> inner_kind;
    std::vector<uint32_t> inner_hits;
    bool former = false;
    bool definite = false;
    bool indefinite = false;
    bool alien = false;
    bool described = false;
    bool ethnic = false;
    bool bound = false;           // "Iranian-funded"
    bool owned_by_other = false;  // somebody else's: "his minister", "the party's leader"
    uint32_t possessor = kNone;   // the pronoun in "his minister"
    bool named = false;           // a proper name as a whole: "Patriotic Salvation Front"
    bool by_place = false;        // "the authorities in Kabul"
    bool plural = false;
  };

  const Found& found(uint32_t index) const { return reading_.found[index]; }

  bool can_own(const Found& name) const {
    const EntityKind kind = reading_.entity(name).kind;
    return !name.modifier && kind != EntityKind::phrase;
  }

  bool continues(uint32_t t) const {
    const Token& token = reading_.token(t);
    switch (token.upos) {
      case Upos::adj:
      case Upos::noun:
      case Upos::propn:
      case Upos::num: return true;
      case Upos::verb: return token.xpos == "VBN" || token.xpos == "VBG";
      case Upos::punct: return reading_.low[t] == "-" && t > 0 && reading_.adjoins(t - 1);
      default: return false;
    }
  }

  void add_joint_owners(Phrase& phrase, const Found& first, uint32_t sentence_begin) const {
    uint32_t at = first.begin;
    const bool adjective = first.adjective;
    while (at >= sentence_begin + 2 && is_joint(reading_.low[at - 1])) {
      uint32_t before = at - 2;
      if (reading_.low[before] == "," && before > sentence_begin) --before;  // ", and"
      const Found* other = reading_.name_at(before);
      if (!other || !can_own(*other)) return;
      const bool acronym = is_in_capitals(reading_, *other);
      if (!acronym && !(adjective && other->adjective) && !own_together(reading_, *other, first))
        return;
      phrase.owners.push_back(reading_.found_at[before]);
      phrase.begin = other->begin;
      at = other->begin;
    }
  }

  void take_inner(Phrase& phrase, const Hit& inner, uint32_t index) const {
    if (!phrase.inner_kind) {
      phrase.inner_sector = inner.noun.sector;
      phrase.inner_kind = inner.noun.kind;
    }
    phrase.inner_hits.push_back(index);
    phrase.begin = inner.begin;
  }

  // "former", "ousted", "then" stand before the title; "shadow" puts it into the opposition.
  bool is_status(Phrase& phrase, uint32_t t) const {
    const std::string_view low = reading_.low[t];
    if (low == "shadow") phrase.inner_kind = NounKind::role, phrase.inner_sector = "OPP";
    if (!is_out_of_office(low) && low != "then") return false;
    phrase.former = phrase.former || low != "then";
    phrase.begin = t;
    return true;
  }

  void look_left(Phrase& phrase) const {
    const uint32_t first = reading_.sentence(phrase.begin).token_begin;
    uint32_t i = phrase.begin;
    bool possessive = false;
    bool crossed_verb = false;
    while (i > first) {
      const uint32_t t = i - 1;
      if (const Found* name = reading_.name_at(t)) {
        const bool town = reading_.entity(*name).kind == EntityKind::town;
        if (!can_own(*name) || (town && is_of_club(reading_.low[phrase.end - 1]))) {
          // "US-led forces" are somebody's, but nobody says whose; "of Iraq" may follow.
          phrase.owned_by_other = true;
          phrase.bound = name->modifier;
          return;
        }
        phrase.owners.push_back(reading_.found_at[t]);
        phrase.begin = name->begin;
        add_joint_owners(phrase, *name, first);
        return;
      }
      const std::string_view low = reading_.low[t];
      if (const Hit* inner = reading_.noun_at(t)) {
        const bool names_nobody = inner->noun.kind == NounKind::none;
        // "Belarusian police tortured detained activists": the tagger took a verb for a participle.
        if (crossed_verb && is_subject_like(*inner)) return;
        if (names_nobody && possessive) {
          phrase.owned_by_other = true;
          return;
        }
        if (!names_nobody) take_inner(phrase, *inner, reading_.hit_at[t]);
        possessive = possessive && names_nobody;
        i = inner->begin;
        continue;
      }
      if (reading_.is_possessive(t)) {
        possessive = true;
        i = t;
        continue;
      }
      if (possessive) {
        phrase.owned_by_other = true;
        return;
      }
      if (is_determined_by(phrase, t)) return;
      if (is_status(phrase, t)) {
        i = t;
        continue;
      }
      if (!continues(t)) return;
      crossed_verb = crossed_verb || reading_.token(t).upos == Upos::verb;
      phrase.described = true;
      phrase.alien = phrase.alien || is_alien(low);
      phrase.ethnic = phrase.ethnic || is_ethnic(low);
      i = t;
    }
  }

  bool is_determined_by(Phrase& phrase, uint32_t t) const {
    const std::string_view low = reading_.low[t];
    if (reading_.token(t).upos == Upos::det) {
      phrase.definite = low == "the" || low == "this" || low == "that";
      phrase.indefinite = is_indefinite(low);
      return true;
    }
    if (!one_of(low, {"his", "her", "its", "their", "our", "my", "your", "whose"})) return false;
    phrase.owned_by_other = true;
    phrase.possessor = t;
    return true;
  }

  static bool is_subject_like(const Hit& hit) {
    return hit.noun.kind == NounKind::force || hit.noun.kind == NounKind::people ||
           hit.noun.kind == NounKind::office || hit.noun.kind == NounKind::role;
  }

  // The owner behind "of": "the foreign minister of Uzbekistan", "speaker of the Duma".
  void look_right(Phrase& phrase, const Hit& hit) const {
    const NounKind kind = hit.noun.kind;
    const uint32_t last = reading_.sentence(phrase.begin).token_end;
    uint32_t i = phrase.end;
    if (i + 1 >= last) return;
    const std::string_view word = reading_.low[i];
    const bool in = belongs_where_it_is(reading_, hit, word);
    // "troops from Russia and Cuba"
    const bool sent = word == "from" && kind == NounKind::force && hit.plural;
    // "a counsellor at China's embassy"
    const bool posted = word == "at" && (kind == NounKind::office || kind == NounKind::role);
    if (word != "of" && word != "for" && !in && !sent && !posted) return;
    if (word == "for" && kind != NounKind::role) return;
    ++i;
    for (uint32_t step = 0; i < last && step < 4; ++step) {
      if (reading_.name_at(i)) {
        add_right_owners(phrase, i, last, in);
        return;
      }
      const Upos upos = reading_.token(i).upos;
      if (in && leads_to_place(reading_, i, last)) {
        i += 2;
        if (i < last && reading_.token(i).upos == Upos::det) ++i;
        continue;
      }
      if (upos != Upos::det && upos != Upos::adj && !(reading_.noun_at(i) && !in)) return;
      if (const Hit* inner = reading_.noun_at(i)) {
        if (inner->noun.kind == NounKind::none) return;
        if (!phrase.inner_kind) phrase.inner_sector = inner->noun.sector;
        phrase.inner_kind = inner->noun.kind;
        i = inner->end;
        if (i < last && reading_.low[i] == "of") ++i;
        continue;
      }
      ++i;
    }
  }

  void add_right_owners(Phrase& phrase, uint32_t at, uint32_t last, bool in) const {
    const Found* name = reading_.name_at(at);
    if (!name || !can_own(*name)) return;
    const EntityKind owner_kind = reading_.entity(*name).kind;
    if (owner_kind == EntityKind::person || owner_kind == EntityKind::outlet) return;
    // "the president of Bangladesh Mahila Parishad": of the association.
    if (begins_longer_name(reading_, *name)) return;
    uint32_t end = name->end;
    // "of the Iranian navy": the noun behind the adjective says what of the state it is.
    uint32_t next = end;
    if (next < last && reading_.is_possessive(next)) ++next;
    while (next < last && !reading_.noun_at(next) && next < end + 3 &&
           reading_.token(next).upos == Upos::adj) {
      ++next;
    }
    const Hit* inner = reading_.noun_at(next);
    if (inner && inner->noun.kind != NounKind::none && !in) {
      if (!phrase.inner_kind) {
        phrase.inner_sector = inner->noun.sector;
        phrase.inner_kind = inner->noun.kind;
      }
      end = inner->end;
    } else if (name->adjective && !name->proper) {
      return;
    }
    phrase.owners.push_back(reading_.found_at[at]);
    phrase.end = end;
    phrase.by_place = in;
    if (in || inner) return;
    while (phrase.end + 1 < last && is_joint(reading_.low[phrase.end])) {
      uint32_t more = phrase.end + 1;
      if (reading_.low[more] == "and") ++more;
      if (more < last && reading_.low[more] == "the") ++more;
      const Found* other = reading_.name_at(more);
      if (!other || !can_own(*other) || other->adjective) return;
      if (!phrase.plural && !is_list_member(*other)) return;
      if (phrase.plural && follows_clause(phrase, *other, more)) return;
      phrase.owners.push_back(reading_.found_at[more]);
      phrase.end = other->end;
    }
  }

  // "the rulers of Mali, Niger said": after a comma without "and" a finite verb begins a clause.
  bool follows_clause(const Phrase& phrase, const Found& name, uint32_t at) const {
    const Entity& first = reading_.entity(found(phrase.owners.front()));
    if (first.kind != reading_.entity(name).kind) return true;
    const bool comma = at > 1 && reading_.low[at - 2] == ",";
    if (comma && phrase.owners.size() < 2) return !is_list_member(name);
    const bool with_and = at > 0 && one_of(reading_.low[at - 1], {"and", "or", "the"});
    if (with_and || name.end >= reading_.size()) return false;
    const Upos upos = reading_.token(name.end).upos;
    return (upos == Upos::verb || upos == Upos::aux) && !is_list_member(name);
  }

  // In "the presidents of Russia and China met" China ends the list; in "the president of Russia,
  // China said" it does not belong to it: a finite verb follows a comma.
  bool is_list_member(const Found& name) const {
    const Token& head = reading_.token(name.end - 1);
    return head.relation == Relation::conj;
  }

  void build(uint32_t h) {
    const Hit& hit = reading_.hits[h];
    if (hit.noun.kind == NounKind::none || hit.noun.kind == NounKind::territory) return;
    if (is_banishment(reading_, hit)) return;
    Phrase phrase;
    phrase.begin = hit.begin;
    phrase.end = elect_end(reading_, hit.end);
    phrase.former = hit.former || phrase.end > hit.end;
    phrase.plural = hit.plural;
    look_left(phrase);
    for (const uint32_t inner : phrase.inner_hits) taken_[inner] = true;
    std::string_view sector = hit.noun.sector;
    if (phrase.owners.empty() && (!phrase.owned_by_other || phrase.bound)) {
      look_right(phrase, hit);
      phrase.owned_by_other = phrase.owned_by_other && phrase.owners.empty();
    }
    take_field(phrase, hit);
    take_proper_name(phrase, hit);
    const bool yields = hit.noun.kind == NounKind::role || is_measure(reading_, hit);
    if (yields && phrase.inner_kind && !phrase.inner_sector.empty()) sector = phrase.inner_sector;
    if (phrase.inner_kind && phrase.inner_sector == "OPP") sector = "OPP";
    take_former(phrase);
    finish(phrase, h, sector);
  }

  // "Iran's minister of intelligence", "UAE Minister of Foreign Affairs and International
  // Cooperation": the field belongs to the title.
  void take_field(Phrase& phrase, const Hit& hit) {
    constexpr uint32_t kWords = 7;
    if (phrase.end != hit.end || hit.end + 1 >= reading_.size()) return;
    const std::string_view noun = reading_.low[hit.head()];
    if (!one_of(noun, {"minister", "ministry", "secretary", "department", "committee"})) return;
    if (!one_of(reading_.low[hit.end], {"of", "for"})) return;
    const uint32_t last = std::min(reading_.sentence(hit.head()).token_end, hit.end + kWords);
    uint32_t end = hit.end + 1;
    while (end < last && is_field_word(reading_, hit, end)) ++end;
    if (end == hit.end + 1 || one_of(reading_.low[end - 1], {"and", "of", "the"})) return;
    phrase.end = end;
    while (!out_.empty() && out_.back().mention.token_begin < end) out_.pop_back();
  }

  void take_proper_name(Phrase& phrase, const Hit& hit) const {
    const auto [begin, end] = proper_name_around(reading_, hit, phrase.end == hit.end);
    if (begin == end || (begin == hit.begin && end == hit.end && phrase.end == hit.end)) return;
    phrase.named = true;
    phrase.begin = std::min(phrase.begin, begin);
    phrase.end = std::max(phrase.end, end);
  }

  void take_former(Phrase& phrase) const {
    const uint32_t first = reading_.sentence(phrase.begin).token_begin;
    if (phrase.begin == first) return;
    uint32_t t = phrase.begin - 1;
    if (reading_.low[t] == "-" && t > first && reading_.low[t - 1] == "ex") --t;
    if (is_out_of_office(reading_.low[t])) {
      phrase.former = true;
      phrase.begin = t;
    }
    if (t > first && reading_.low[t - 1] == "the") phrase.definite = true;
    if (reading_.low[t] == "the") phrase.definite = true;
  }

  void finish(Phrase& phrase, uint32_t h, std::string_view sector) {
    const Hit& hit = reading_.hits[h];
    const uint32_t title_end = elect_end(reading_, hit.end);
    if (introduces_name(phrase, hit)) return;
    Draft draft;
    draft.hit = h;
    draft.sector = sector;
    draft.former = phrase.former;
    draft.definite = phrase.definite;
    draft.indefinite = phrase.indefinite;
    draft.alien = phrase.alien;
    draft.ethnic = phrase.ethnic;
    draft.of_other = is_of_other(phrase);
    draft.described = phrase.described;
    draft.inner_organ = phrase.inner_kind.has_value();
    draft.plural =
        hit.plural || hit.noun.kind == NounKind::force || reading_.low[hit.head()] == "authorities";
    const bool names_person =
        (hit.noun.kind == NounKind::office || hit.noun.kind == NounKind::role ||
         hit.noun.kind == NounKind::people) &&
        !hit.plural;
    draft.person = names_person && hit.noun.kind != NounKind::people;
    Mention& mention = draft.mention;
    if (names_person && phrase.end == title_end && reading_.same_sentence(hit.head(), title_end)) {
      const uint32_t end = name_run_end(reading_, title_end);
      // "activist Jane Doe", but not "Community Watch".
      const bool titled = hit.noun.kind != NounKind::people ||
                          !reading_.is_capitalised(hit.head()) || end > title_end + 1;
      if (end > title_end && titled) {
        draft.name_begin = title_end;
        draft.name_end = end;
        draft.person = true;
        phrase.end = end;
        if (phrase.owners.empty() && !phrase.owned_by_other) owner_behind_name(phrase);
      }
    }
    draft.possessor = phrase.possessor;
    if (phrase.owned_by_other && !draft.has_name() && draft.possessor == kNone) return;
    mention.token_begin = phrase.begin;
    mention.token_end = phrase.end;
    mention.sentence = reading_.sentence_of[phrase.begin];
    mention.range = reading_.range_of(phrase.begin, phrase.end);
    mention.head = reading_.head_of(phrase.begin, phrase.end, hit.head());
    mention.how = draft.has_name() ? Resolution::title : Resolution::description;
    mention.modifier = modifies(mention, draft.has_name());
    add_actors(phrase, draft);
    draft.open = mention.actors.empty();
    if (hit.noun.kind == NounKind::organ && sector == "JRN") mention.outlet = true;
    if (!draft.open && hit.noun.kind == NounKind::organ && hit.noun.sector.empty()) {
      Found whole = found(phrase.owners.front());
      whole.begin = mention.token_begin;
      whole.end = mention.token_end;
      mention.place = is_place(reading_, whole);
    }
    out_.push_back(std::move(draft));
  }

  // "the president of Mahila Parishad", but not "the president of the republic".
  bool is_of_other(const Phrase& phrase) const {
    uint32_t next = phrase.end;
    if (!phrase.owners.empty() || !reading_.same_sentence(phrase.begin, next)) return false;
    if (!one_of(reading_.low[next], {"of", "for"})) return false;
    ++next;
    if (reading_.same_sentence(phrase.begin, next) && reading_.low[next] == "the") ++next;
    const bool named = reading_.same_sentence(phrase.begin, next) &&
                       reading_.is_capitalised(next) && reading_.token(next).upos == Upos::propn;
    return named && !leads_to_ministry(reading_, next);
  }

  // "President Mirziyoyev of Uzbekistan".
  void owner_behind_name(Phrase& phrase) const {
    const uint32_t last = reading_.sentence(phrase.begin).token_end;
    if (phrase.end + 1 < last && reading_.low[phrase.end] == "of") {
      add_right_owners(phrase, phrase.end + (reading_.low[phrase.end + 1] == "the" ? 2 : 1), last,
                       false);
    }
  }

  bool modifies(const Mention& mention, bool named) const {
    const uint32_t end = mention.token_end;
    if (end >= reading_.size() || !reading_.same_sentence(end - 1, end)) return false;
    if (reading_.is_possessive(end)) return true;
    if (named) return false;
    if (reading_.low[end] == "-") return reading_.adjoins(end - 1) && reading_.adjoins(end);
    const Token& head = reading_.token(mention.head);
    return is_modifying(head.relation) && head.head >= static_cast<int32_t>(end);
  }

  // "the state agency Xinhua": the name itself follows and says more.
  bool introduces_name(const Phrase& phrase, const Hit& hit) const {
    if (!reading_.same_sentence(phrase.end - 1, phrase.end)) return false;
    const Found* next = reading_.name_at(phrase.end);
    // "the West African bloc ECOWAS".
    if (next && hit.noun.sector == "IGO") {
      const EntityKind kind = reading_.entity(*next).kind;
      if (kind == EntityKind::organisation || kind == EntityKind::group) return true;
    }
    if (!next || reading_.entity(*next).kind != EntityKind::outlet) return false;
    return hit.noun.sector == "JRN" || hit.noun.sector == "IGO";
  }

  void add_actors(Phrase& phrase, Draft& draft) const {
    std::sort(phrase.owners.begin(), phrase.owners.end());
    draft.named = phrase.named;
    for (const uint32_t index : phrase.owners) {
      const Found& name = found(index);
      const Entity* owner = &reading_.entity(name);
      draft.owner = name.entity;
      std::string_view sector = draft.sector;
      if (sector == "IGO")
        sector = sector_of_body(reading_, reading_.hits[draft.hit], phrase.named);
      // "spokesman of the navy", "chancellor of Makerere University"
      const NounKind kind = reading_.hits[draft.hit].noun.kind;
      const bool of_society = node_of("X", owner->sector) != "X";
      if (owner->kind == EntityKind::organ &&
          (kind == NounKind::role || (kind == NounKind::office && of_society))) {
        sector = owner->sector;
      }
      if (owner->kind == EntityKind::person) {
        owner = reading_.facts.entity_of(owner->code);
        if (!owner) continue;
      }
      if (draft.former && draft.person) sector = "ELI";
      Actor actor = part_of(reading_.facts, *owner, sector);
      // "Development Bank of Latin America": a body of its own and not the region.
      if (phrase.named && owner->kind == EntityKind::region) {
        actor = {};
        actor.name = reading_.text_of(phrase.begin, phrase.end);
        actor.code = actor.node = "?" + actor.name;
      }
      if (owner->kind == EntityKind::outlet) draft.mention.outlet = true;
      if (phrase.named && phrase.owners.size() == 1 && owner->kind == EntityKind::state) {
        actor.name = reading_.text_of(phrase.begin, phrase.end);
      }
      draft.mention.actors.push_back(std::move(actor));
    }
    if (phrase.by_place) draft.mention.confidence = 0.8;
  }

  const Reading& reading_;
  std::vector<bool> taken_;
  std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> find_phrases(const Reading& reading) { return PhraseFinder(reading).run(); }

}  // namespace entente
