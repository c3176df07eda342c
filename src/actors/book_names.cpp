// One draft for each name of the book found in the text: what form it has and whether it stands on
// its own or modifies the noun behind it. Tested in mentions_test.cpp.
#include <algorithm>
#include <array>

#include "actors/naming.h"
#include "actors/places.h"

namespace entente {

namespace {

class BookNames {
 public:
  BookNames(const Reading& reading, std::vector<Draft>& drafts)
      : reading_(reading), drafts_(drafts) {
    covered_.assign(reading.size(), false);
    for (const Draft& draft : drafts) {
      for (uint32_t t = draft.mention.token_begin; t < draft.mention.token_end; ++t) {
        if (t >= draft.name_begin && t < draft.name_end) {
          named_.push_back(t);
        } else {
          covered_[t] = true;
        }
      }
    }
    std::sort(named_.begin(), named_.end());
  }

  void run() {
    for (const Found& name : reading_.found) {
      if (name.begin == name.end) continue;
      if (std::binary_search(named_.begin(), named_.end(), name.begin)) continue;
      add(name);
    }
  }

 private:
  void add(const Found& name) {
    const Entity& entity = reading_.entity(name);
    if (entity.kind == EntityKind::phrase) return;
    Draft draft = draft_of(reading_, name.begin, name.end, name.end - 1);
    Mention& mention = draft.mention;
    draft.owner = name.entity;
    draft.former = name.former;
    const bool inside = covered_[name.begin];
    if (!set_form(name, entity, inside, draft)) return;
    mention.modifier = mention.modifier || inside || name.modifier;
    if (entity.kind == EntityKind::person) {
      draft.person = true;
      draft.gender = gender_of_name(entity.name);
      draft.name_begin = name.begin;
      draft.name_end = name.end;
    }
    mention.outlet = entity.kind == EntityKind::outlet;
    mention.place = mention.modifier ? territory_follows(name) : is_place(reading_, name);
    set_actor(name, entity, draft);
    drafts_.push_back(std::move(draft));
  }

  // The way of resolution; false for a word that is no mention at all ("speaks Russian").
  bool set_form(const Found& name, const Entity& entity, bool inside, Draft& draft) {
    Mention& mention = draft.mention;
    const uint32_t next = name.end;
    const bool more = next < reading_.size() && reading_.same_sentence(name.begin, next);
    const bool possessive = more && reading_.is_possessive(next);
    const Relation relation = reading_.token(mention.head).relation;
    const bool bound = is_modifying(relation) &&
                       reading_.token(mention.head).head >= static_cast<int32_t>(name.end) &&
                       binds(name, static_cast<uint32_t>(reading_.token(mention.head).head));
    mention.modifier = possessive || bound;
    mention.how = Resolution::name;
    if (entity.kind == EntityKind::person) mention.how = Resolution::office_holder;
    if (entity.kind == EntityKind::outlet) mention.how = Resolution::outlet;
    if (!name.proper && (name.capital || name.metonym)) mention.how = Resolution::capital;
    if (name.proper || name.capital || name.metonym) return true;
    const bool the = name.begin > reading_.sentence(name.begin).token_begin &&
                     reading_.low[name.begin - 1] == "the";
    const bool some =
        entity.kind == EntityKind::state && (is_mass(name) || is_bare_object(name, relation));
    if (name.demonyms && !inside) {
      mention.how = Resolution::demonym;
      draft.plural = true;
      draft.sector = some ? "CVL" : "";
      return true;
    }
    if (inside || name.modifier || phrase_continues(name) || relation == Relation::amod) {
      mention.how = Resolution::adjective;
      mention.modifier = true;
      return true;
    }
    const bool nominal = relation == Relation::nsubj || relation == Relation::obj ||
                         relation == Relation::nsubj_pass || relation == Relation::obl ||
                         relation == Relation::nmod || relation == Relation::conj ||
                         relation == Relation::obl_agent;
    mention.how = Resolution::demonym;
    if (the && nominal) {
      draft.plural = true;
      return true;
    }
    const bool noun = reading_.is_nominal(name.end - 1);
    const bool article = name.begin > 0 && (reading_.low[name.begin - 1] == "a" ||
                                            reading_.low[name.begin - 1] == "an");
    if (!name.demonym || !noun || !article) {
      // Where the tagger fails on the noun behind it, it is an adjective all the same.
      mention.how = Resolution::adjective;
      mention.modifier = true;
      return name.adjective && more && !is_language(name);
    }
    draft.sector = some ? "CVL" : "";
    draft.person = true;
    return true;
  }

  // "considers Pakistan a threat", "kept Cuba afloat": the parse binds what the words do not.
  bool binds(const Found& name, uint32_t head) const {
    if (reading_.token(name.end).upos == Upos::det) return false;
    const bool adjective = !name.proper && !name.capital && !name.metonym;
    return adjective || reading_.is_nominal(head) || reading_.token(head).upos == Upos::x;
  }

  // "speaks Russian", "translated from Chinese".
  bool is_language(const Found& name) const {
    const uint32_t next = name.end;
    const bool closed = reading_.token(next).upos == Upos::punct ||
                        reading_.token(next).upos == Upos::adp ||
                        reading_.token(next).upos == Upos::sconj;
    if (name.begin == reading_.sentence(name.begin).token_begin) return closed;
    constexpr std::array<std::string_view, 12> words = {"in",     "into",     "speak",   "speaks",
                                                        "spoke",  "speaking", "learn",   "learning",
                                                        "fluent", "from",     "studied", "taught"};
    const std::string_view before = reading_.low[name.begin - 1];
    return closed || std::find(words.begin(), words.end(), before) != words.end();
  }

  // "Thousands of Nigeriens", "ordinary Russians": the people and not the nation; "the Americans"
  // and "39 Palestinians" stand for their state.
  bool is_mass(const Found& name) const {
    constexpr uint32_t kTokens = 3;
    const uint32_t first = reading_.sentence(name.begin).token_begin;
    constexpr std::array<std::string_view, 27> words = {
        "thousands",  "hundreds", "dozens",     "millions",   "scores", "crowds",  "thousand",
        "million",    "many",     "most",       "ordinary",   "young",  "angry",   "poor",
        "exiled",     "jobless",  "displaced",  "fellow",     "half",   "percent", "majority",
        "generation", "number",   "protesting", "unemployed", "tens",   "billion"};
    for (uint32_t t = name.begin; t > first && name.begin - t < kTokens; --t) {
      if (std::find(words.begin(), words.end(), reading_.low[t - 1]) != words.end()) return true;
      if (reading_.token(t - 1).upos == Upos::verb || reading_.low[t - 1] == ",") return false;
    }
    return false;
  }

  // "killed Israelis", "the treatment of Bosnians": people; "talks with the Israelis" are of
  // states.
  bool is_bare_object(const Found& name, Relation relation) const {
    const uint32_t first = reading_.sentence(name.begin).token_begin;
    if (!name.demonyms || name.begin == first) return false;
    if (name.end < reading_.size() && reading_.low[name.end] == "and") return false;
    const uint32_t before = name.begin - 1;
    const std::string_view low = reading_.low[before];
    if (relation == Relation::obj) return reading_.token(before).upos == Upos::verb && low != "met";
    return (relation == Relation::nmod || relation == Relation::obl) &&
           (low == "of" || low == "among" || low == "for");
  }

  bool phrase_continues(const Found& name) const {
    uint32_t next = name.end;
    const uint32_t last = reading_.sentence(name.begin).token_end;
    while (next < last && (reading_.low[next] == "and" || reading_.low[next] == "," ||
                           reading_.low[next] == "or" || reading_.low[next] == "-")) {
      const Found* other = reading_.name_at(next + 1);
      if (reading_.low[next] == "-" && reading_.adjoins(next)) return true;
      if (!other || !other->adjective) return false;
      next = other->end;
    }
    if (next >= last) return false;
    if (reading_.name_at(next) && !reading_.name_at(next)->proper) return true;
    switch (reading_.token(next).upos) {
      case Upos::noun:
      case Upos::propn:
      case Upos::adj:
      case Upos::num: return true;
      case Upos::verb:
        return reading_.token(next).relation == Relation::amod ||
               (reading_.token(next).xpos == "VBN" && next + 1 < last &&
                reading_.is_nominal(next + 1));
      default: return false;
    }
  }

  // "Uzbek soil", "Ukraine's border".
  bool territory_follows(const Found& name) const {
    uint32_t next = name.end;
    if (next < reading_.size() && reading_.is_possessive(next)) ++next;
    for (uint32_t step = 0; step < 2 && reading_.same_sentence(name.begin, next); ++step, ++next) {
      const Hit* hit = reading_.noun_at(next);
      if (hit) return hit->noun.kind == NounKind::territory;
      if (reading_.token(next).upos != Upos::adj) return false;
    }
    return false;
  }

  void set_actor(const Found& name, const Entity& entity, Draft& draft) {
    Mention& mention = draft.mention;
    const Entity* meant = &entity;
    if (mention.place && name.place != kNone) meant = &reading_.facts.entities[name.place];
    std::string_view sector = draft.sector;
    if (entity.kind == EntityKind::person && name.former) {
      sector = "ELI";
      mention.confidence = 0.8;
    }
    if (!name.proper && (name.capital || name.metonym) && entity.kind == EntityKind::state &&
        !mention.place) {
      sector = "GOV";
    }
    mention.actors.push_back(part_of(reading_.facts, *meant, sector));
    if (mention.how == Resolution::capital && !mention.place) mention.confidence = 0.95;
  }

  const Reading& reading_;
  std::vector<Draft>& drafts_;
  std::vector<bool> covered_;
  std::vector<uint32_t> named_;
};

}  // namespace

bool is_modifying(Relation relation) {
  switch (relation) {
    case Relation::amod:
    case Relation::compound:
    case Relation::nmod_poss:
    case Relation::nmod_desc:
    case Relation::nmod_unmarked: return true;
    default: return false;
  }
}

void add_book_names(const Reading& reading, std::vector<Draft>& drafts) {
  BookNames(reading, drafts).run();
}

}  // namespace entente
