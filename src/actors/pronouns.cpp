// "he" and "she" go to the salient person of fitting gender; "it" and "they" only to the subject
// named last, because things that are no actors compete with actors for them. As an object "it" is
// read where the words around it speak of somebody ("accused it", "sanctions on it"), and then it
// is another than the subject. Expletives ("it is clear that") are left out. Tested in
// context_test.cpp.
#include "actors/pronouns.h"

#include <algorithm>
#include <array>

#include "base/one_of.h"

namespace entente {

namespace {

enum class Kind : uint8_t { he, she, it, they };

struct Pronoun {
  std::string_view form;
  Kind kind;
  bool possessive;
  bool object;
};

constexpr std::array<Pronoun, 10> kPronouns = {{{"he", Kind::he, false, false},
                                                {"him", Kind::he, false, true},
                                                {"his", Kind::he, true, false},
                                                {"she", Kind::she, false, false},
                                                {"her", Kind::she, false, true},
                                                {"it", Kind::it, false, false},
                                                {"its", Kind::it, true, false},
                                                {"they", Kind::they, false, false},
                                                {"them", Kind::they, false, true},
                                                {"their", Kind::they, true, false}}};

// What is done to somebody and hardly to a thing.
bool is_done_to_somebody(std::string_view verb) {
  return one_of(
      verb, {"accuse", "charge",  "blame",    "urge",     "warn",      "tell",     "ask",
             "thank",  "help",    "assist",   "arm",      "give",      "lend",     "grant",
             "sell",   "send",    "offer",    "promise",  "supply",    "provide",  "invite",
             "punish", "isolate", "threaten", "attack",   "invade",    "bomb",     "court",
             "pay",    "assure",  "equip",    "train",    "advise",    "protect",  "defend",
             "shield", "rescue",  "save",     "betray",   "abandon",   "deny",     "deprive",
             "rob",    "compel",  "force",    "persuade", "convince",  "finance",  "fund",
             "shell",  "besiege", "sanction", "pressure", "blackmail", "mistrust", "distrust",
             "trust",  "owe",     "allow",    "forbid",   "remind",    "reassure", "congratulate",
             "arrest", "detain",  "imprison", "disarm",   "encourage"});
}

// "sold it": the thing sold, unless another object follows.
bool is_giving(std::string_view verb) {
  return one_of(verb, {"give", "lend", "grant", "sell", "send", "offer", "promise", "supply",
                       "provide", "deny", "owe", "pay", "allow"});
}

// "sanctions on it", "relations with it": these are had with somebody.
bool is_had_with_somebody(std::string_view noun_or_verb) {
  return one_of(
      noun_or_verb,
      {"sanction",  "embargo",  "blockade",   "pressure", "war",     "attack",   "threat",
       "campaign",  "relation", "tie",        "treaty",   "pact",    "alliance", "border",
       "trade",     "link",     "exercise",   "quarrel",  "dispute", "feud",     "friendship",
       "contact",   "aid",      "assistance", "arm",      "weapon",  "support",  "ally",
       "side",      "break",    "cooperate",  "troop",    "soldier", "missile",  "fight",
       "complaint", "loyal",    "hostile",    "friendly", "loyalty", "drone",    "break with"});
}

// Whether the words around the object "it" speak of somebody.
bool may_be_somebody(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  if (token.head == kNoToken || is_subject(token.relation)) return false;
  const uint32_t first = reading.sentence(i).token_begin;
  const bool follows = reading.same_sentence(i, i + 1);
  if (token.relation == Relation::obj || token.relation == Relation::iobj) {
    const std::string_view verb = reading.token(static_cast<uint32_t>(token.head)).lemma;
    if (!is_done_to_somebody(verb)) return false;
    if (!is_giving(verb)) return true;
    if (!follows) return false;
    const Upos next = reading.token(i + 1).upos;
    return next == Upos::noun || next == Upos::adj || next == Upos::num || next == Upos::propn ||
           next == Upos::det || reading.low[i + 1] == "more";
  }
  if (i < first + 2) return false;
  if (!one_of(reading.low[i - 1], {"with", "against", "on", "to", "for", "from"})) return false;
  return is_had_with_somebody(reading.token(i - 2).lemma);
}

// Who does what is done to "it": the verb's subject, or the noun that its clause describes.
const Seen* doer_of_clause(const Reading& reading, const History& history, uint32_t i) {
  uint32_t verb = i;
  for (int step = 0; step < 4 && reading.token(verb).upos != Upos::verb; ++step) {
    if (reading.token(verb).head == kNoToken) return nullptr;
    verb = static_cast<uint32_t>(reading.token(verb).head);
  }
  if (const Seen* subject = history.subject_of(verb)) return subject;
  const Token& clause = reading.token(verb);
  if (clause.relation != Relation::acl_relcl && clause.relation != Relation::acl) return nullptr;
  for (const Seen& seen : history.seen()) {
    if (static_cast<int32_t>(seen.head) == clause.head && !seen.modifier) return &seen;
  }
  return nullptr;
}

// "summoned its ambassador", "bombed its cities", "recognised its independence": another's.
bool is_of_another(const Reading& reading, uint32_t possessive) {
  const Token& token = reading.token(possessive);
  if (token.head == kNoToken) return false;
  const Token& thing = reading.token(static_cast<uint32_t>(token.head));
  if (thing.head == kNoToken || thing.relation != Relation::obj) return false;
  const std::string_view verb = reading.token(static_cast<uint32_t>(thing.head)).lemma;
  if (one_of(thing.lemma, {"neighbour", "neighbor", "ally", "rival", "partner", "enemy", "people",
                           "critic", "opponent", "friend", "patron", "foe"})) {
    return false;
  }
  if (one_of(verb,
             {"summon",  "expel",   "evict",     "bomb",      "invade",  "raid",     "shell",
              "annex",   "violate", "infringe",  "denounce",  "buy",     "purchase", "import",
              "boycott", "condemn", "criticise", "criticize", "deplore", "besiege",  "blockade"})) {
    return true;
  }
  const bool claim =
      one_of(thing.lemma, {"bid", "claim", "membership", "accession", "sovereignty", "independence",
                           "integrity", "candidacy", "stance", "invasion", "annexation"});
  return claim && one_of(verb, {"support", "back", "oppose", "reject", "recognise", "recognize",
                                "respect", "welcome", "condemn", "criticise", "criticize",
                                "endorse", "question", "dispute", "block"});
}

// "the driver", "a minister"
bool is_human(const Reading& reading, uint32_t noun) {
  const Hit* hit = reading.noun_at(noun);
  if (hit && (hit->noun.kind == NounKind::office || hit->noun.kind == NounKind::role ||
              hit->noun.kind == NounKind::people)) {
    return true;
  }
  const std::string_view low = reading.low[noun];
  return std::ranges::any_of(
      std::array<std::string_view, 8>{"er", "or", "ist", "man", "woman", "ian", "son", "wife"},
      [&](std::string_view tail) { return low.ends_with(tail); });
}

// What is done to somebody or to a thing: "praised it".
bool is_done_to_either(std::string_view verb) {
  return one_of(
      verb, {"support",  "back",    "praise",    "criticise", "criticize", "condemn", "sanction",
             "denounce", "oppose",  "recognise", "recognize", "embargo",   "rebuke",  "scold",
             "shun",     "boycott", "occupy",    "annex",     "desert",    "snub",    "applaud"});
}

// Whether no thing that "it" could be was named in its sentence or the one before.
bool are_no_things_before(const Reading& reading, const History& history, uint32_t i) {
  const uint32_t here = reading.sentence_of[i];
  for (uint32_t t = i; t-- > 0 && reading.sentence_of[t] + 1 >= here;) {
    const Token& token = reading.token(t);
    if (token.upos != Upos::noun || token.features.number == Number::plural) continue;
    if (is_human(reading, t) || reading.name_at(t)) continue;
    if (one_of(token.lemma, {"year", "month", "week", "day", "time", "night", "morning", "summer",
                             "winter", "spring", "autumn", "country", "state", "nation"})) {
      continue;
    }
    const bool actor =
        std::ranges::any_of(history.seen(), [&](const Seen& seen) { return seen.head == t; });
    if (!actor) return false;
  }
  return true;
}

// Whether the object "it" is an actor by its verb, where nothing else can be meant.
bool is_only_candidate(const Reading& reading, const History& history, uint32_t i) {
  const Token& token = reading.token(i);
  return token.relation == Relation::obj && token.head != kNoToken &&
         is_done_to_either(reading.token(static_cast<uint32_t>(token.head)).lemma) &&
         are_no_things_before(reading, history, i);
}

// What things do not do.
bool acts_as_somebody(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  if (token.relation != Relation::nsubj || token.head == kNoToken) return false;
  return one_of(
      reading.token(static_cast<uint32_t>(token.head)).lemma,
      {"regard",   "consider", "want",    "demand",   "accuse", "deny",    "reject",    "denounce",
       "warn",     "insist",   "fear",    "hope",     "seek",   "refuse",  "recognise", "recognize",
       "support",  "oppose",   "promise", "threaten", "sign",   "send",    "sell",      "buy",
       "build",    "invite",   "condemn", "expel",    "recall", "arm",     "train",     "invade",
       "withdraw", "vote",     "abstain", "join",     "own",    "owe",     "accept",    "agree",
       "ask",      "summon",   "freeze",  "close",    "lift",   "declare", "announce",  "complain",
       "protest",  "suspend",  "ban",     "bomb",     "shell",  "occupy",  "annex",     "host",
       "finance",  "lend",     "donate",  "pledge",   "plan",   "intend",  "try",       "decide",
       "mediate",  "mistrust", "trust",   "blame",    "praise", "thank"});
}

// "the first to recognise", "the only one that"
bool is_ordinal(std::string_view low) { return one_of(low, {"first", "last", "only", "one"}); }

// "It is clear that", "It was in Minsk that", "It is for us to say"; not "It is a member".
bool announces_clause(const Reading& reading, uint32_t i, uint32_t predicate) {
  const Sentence& sentence = reading.sentence(i);
  for (uint32_t t = i + 1; t < sentence.token_end; ++t) {
    const Token& token = reading.token(t);
    const bool below = token.head == static_cast<int32_t>(predicate);
    const bool clause = token.relation == Relation::csubj || token.relation == Relation::ccomp ||
                        token.relation == Relation::advcl || token.relation == Relation::xcomp ||
                        token.relation == Relation::acl_relcl || token.relation == Relation::acl;
    if (below && clause && !is_ordinal(reading.low[predicate])) return true;
  }
  return reading.token(predicate).upos == Upos::adj && !is_ordinal(reading.low[predicate]);
}

// Expletives, and objects: what one denies or praises is seldom an actor.
bool is_dummy_it(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  if (token.relation == Relation::expl) return true;
  if (token.head == kNoToken) return true;
  if (!is_subject(token.relation)) return true;
  const auto head = static_cast<uint32_t>(token.head);
  const Upos upos = reading.token(head).upos;
  if (upos == Upos::adj || upos == Upos::noun || upos == Upos::pron || upos == Upos::propn) {
    return announces_clause(reading, i, head);
  }
  const std::string_view verb = reading.token(head).lemma;
  constexpr std::array<std::string_view, 12> said = {"say",     "know",   "report",     "think",
                                                     "believe", "expect", "understand", "rumour",
                                                     "hope",    "agree",  "decide",     "find"};
  if (token.relation == Relation::nsubj_pass &&
      std::find(said.begin(), said.end(), verb) != said.end()) {
    return true;
  }
  constexpr std::array<std::string_view, 10> impersonal = {
      "seem", "appear", "happen", "rain", "turn", "emerge", "take", "matter", "snow", "be"};
  return std::find(impersonal.begin(), impersonal.end(), verb) != impersonal.end();
}

bool is_thing(const Seen& seen) {
  return !seen.person && !seen.place && !seen.outlet && !seen.plural && seen.actors.size() == 1;
}

Draft draft_for(const Reading& reading, uint32_t i, const Pronoun& pronoun, bool possessive) {
  Draft draft = draft_of(reading, i, i + 1, i);
  draft.mention.how = Resolution::pronoun;
  draft.mention.modifier = possessive;
  draft.person = pronoun.kind == Kind::he || pronoun.kind == Kind::she;
  draft.plural = pronoun.kind == Kind::they;
  draft.gender = pronoun.kind == Kind::he    ? Gender::male
                 : pronoun.kind == Kind::she ? Gender::female
                                             : Gender::unknown;
  return draft;
}

// "The victim's family"
bool owns_subject(const Reading& reading, uint32_t t) {
  const Token& owner = reading.token(t);
  return owner.relation == Relation::nmod_poss && owner.head != kNoToken &&
         is_subject(reading.token(static_cast<uint32_t>(owner.head)).relation);
}

// "the driver": a human subject that is no actor, and is nearer than any actor.
bool other_human_between(const History& history, uint32_t i, const Seen& seen) {
  const Reading& reading = history.reading();
  for (uint32_t t = i; t-- > seen.head + 1;) {
    const Token& noun = reading.token(t);
    if (noun.upos != Upos::noun || !(is_subject(noun.relation) || owns_subject(reading, t))) {
      continue;
    }
    if (reading.token(t).features.number == Number::plural) continue;
    if (t > 0 && one_of(reading.low[t - 1], {"no", "every", "any", "his", "her"})) continue;
    const bool actor = std::ranges::any_of(history.seen(), [&](const Seen& other) {
      return other.head == t;  // has been weighed already
    });
    if (actor) continue;
    if (is_human(reading, t)) return true;
  }
  return false;
}

bool settle_person(const History& history, uint32_t i, const Pronoun& pronoun, Draft& draft) {
  const Seen* seen =
      history.last_person(i, draft.gender, pronoun.object && !draft.mention.modifier);
  if (!seen || other_human_between(history, i, *seen)) return false;
  draft.mention.actors = seen->actors;
  const bool near = draft.mention.sentence - seen->sentence <= 1;
  draft.mention.confidence = seen->subject && near ? 0.75 : near ? 0.65 : 0.5;
  return true;
}

// "His Highness", "Her Majesty": a title.
bool is_style(const Reading& reading, uint32_t i) {
  if (!reading.same_sentence(i, i + 1)) return false;
  constexpr std::array<std::string_view, 5> words = {"highness", "majesty", "excellency",
                                                     "holiness", "eminence"};
  return std::find(words.begin(), words.end(), reading.low[i + 1]) != words.end();
}

const Pronoun* pronoun_at(const Reading& reading, uint32_t i) {
  const std::string& low = reading.low[i];
  if (low.size() < 2 || low.size() > 5) return nullptr;
  const auto found = std::ranges::find(kPronouns, low, &Pronoun::form);
  return found == kPronouns.end() ? nullptr : &*found;
}

// The subject of the clause that token `i` stands before, in a phrase or clause of its own; kNone
// if there is none.
uint32_t subject_ahead(const Reading& reading, uint32_t i) {
  uint32_t top = i;
  for (int step = 0; step < 8; ++step) {
    const Token& token = reading.token(top);
    if (token.head == kNoToken) return kNone;
    const auto head = static_cast<uint32_t>(token.head);
    const bool fronted = token.relation == Relation::obl || token.relation == Relation::advcl;
    if (fronted && head > top) {
      for (uint32_t t = top + 1; t < head; ++t) {
        if (reading.token(t).head == token.head && is_subject(reading.token(t).relation)) return t;
      }
      return kNone;
    }
    top = head;
  }
  return kNone;
}

}  // namespace

bool Cataphor::is_meant(const Draft& named) const {
  if (named.mention.modifier || named.mention.actors.size() != 1 || named.plural) return false;
  if (draft.person != named.person) return false;
  return !draft.person || named.gender == Gender::unknown || named.gender == draft.gender;
}

std::optional<Cataphor> find_cataphor(const Reading& reading, const History& history, uint32_t i) {
  const Pronoun* pronoun = pronoun_at(reading, i);
  if (!pronoun || pronoun->kind == Kind::they || is_style(reading, i)) return std::nullopt;
  const bool possessive = pronoun->possessive || reading.token(i).relation == Relation::nmod_poss;
  const bool subject = is_subject(reading.token(i).relation);
  if (!possessive && (!subject || pronoun->kind == Kind::it)) return std::nullopt;
  const auto& seen = history.seen();
  if (!seen.empty() && seen.back().sentence == reading.sentence_of[i]) return std::nullopt;
  const uint32_t ahead = subject_ahead(reading, i);
  if (ahead == kNone || pronoun_at(reading, ahead)) return std::nullopt;
  // "At a meeting of its ministers the bloc declared": as a description it was named before.
  if (pronoun->kind == Kind::it && !reading.name_at(ahead)) return std::nullopt;
  Cataphor cataphor{ahead, draft_for(reading, i, *pronoun, possessive), std::nullopt};
  cataphor.draft.mention.confidence = 0.7;
  if (!is_human(reading, ahead)) cataphor.before = resolve_pronoun(reading, history, i);
  return cataphor;
}

std::optional<Draft> resolve_pronoun(const Reading& reading, const History& history, uint32_t i) {
  const Pronoun* pronoun = pronoun_at(reading, i);
  if (!pronoun || is_style(reading, i)) return std::nullopt;
  const bool possessive = pronoun->possessive || reading.token(i).relation == Relation::nmod_poss;
  Draft draft = draft_for(reading, i, *pronoun, possessive);
  switch (pronoun->kind) {
    case Kind::he:
    case Kind::she:
      if (!settle_person(history, i, *pronoun, draft)) return std::nullopt;
      break;
    case Kind::it: {
      const bool another =
          possessive ? is_of_another(reading, i)
                     : may_be_somebody(reading, i) || is_only_candidate(reading, history, i);
      if (another) {
        const Seen* other = history.last_other(i, doer_of_clause(reading, history, i));
        if (!other && !possessive) return std::nullopt;
        if (other) {
          draft.mention.actors = other->actors;
          draft.mention.confidence = 0.6;
          break;
        }
      }
      if (!possessive && is_dummy_it(reading, i)) return std::nullopt;
      const Seen* seen = history.just_before_and(i);
      if (!seen) seen = history.object_blamed(i);
      const bool acts = !possessive && acts_as_somebody(reading, i);
      if (!seen || !possessive) seen = history.last_subject(i, {possessive, false, acts});
      const bool found = seen != nullptr;
      if (!found && acts) seen = history.last_other(i, nullptr);
      if (!seen || (found && !is_thing(*seen))) return std::nullopt;
      draft.mention.actors = seen->actors;
      draft.mention.confidence = possessive ? 0.65 : 0.6;
      break;
    }
    case Kind::they: {
      const Seen* seen = history.last_subject(i, {possessive, true, false});
      const auto several = [&](const Seen* one) {
        return one && (one->plural || history.coordinated(*one).size() > 1);
      };
      if (!several(seen)) {
        if (const Seen* listed = history.several_before(i)) seen = listed;
      }
      const bool group = seen && seen->entity && seen->entity->kind == EntityKind::group;
      if (!several(seen) && !group) {
        if (!pronoun->object || !may_be_somebody(reading, i)) return std::nullopt;
        seen = history.last_others(i, doer_of_clause(reading, history, i));
        if (!seen) return std::nullopt;
      }
      draft.mention.actors = history.coordinated(*seen);
      draft.mention.confidence = 0.6;
      break;
    }
  }
  return draft;
}

}  // namespace entente
