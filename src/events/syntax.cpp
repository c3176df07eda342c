// Roles from Universal Dependencies. The idea: find the surface subject (own, shared by
// coordination, controlled, or the noun that the clause modifies), then let voice decide whether
// it is the logical subject or object. Prepositional roles look at the predicate first and then
// at its object, because parsers attach "sanctions on Iran" to either. Tested in syntax_test.cpp.
#include "events/syntax.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/one_of.h"
#include "events/lemma_repair.h"
#include "events/near_subject.h"

namespace entente {

namespace {

constexpr int kDepthMax = 8;

constexpr std::array<std::string_view, 62> kLightVerbs = {
    "hold",      "commence",  "initiate", "launch",  "carry",    "conduct", "make",     "give",
    "offer",     "provide",   "express",  "voice",   "issue",    "stage",   "mount",    "begin",
    "start",     "resume",    "continue", "deliver", "extend",   "declare", "announce", "sign",
    "reach",     "have",      "take",     "lead",    "order",    "open",    "wage",     "perform",
    "commit",    "undertake", "lend",     "show",    "pledge",   "step",    "pursue",   "intensify",
    "escalate",  "complete",  "host",     "do",      "level",    "file",    "lodge",    "send",
    "receive",   "join",      "attend",   "impose",  "maintain", "seek",    "renew",    "repeat",
    "reiterate", "mediate",   "sustain",  "unleash", "conclude", "form"};

bool is_light(std::string_view lemma) {
  return std::find(kLightVerbs.begin(), kLightVerbs.end(), lemma) != kLightVerbs.end();
}

bool is_relative_pronoun(std::string_view lemma) {
  return lemma == "who" || lemma == "which" || lemma == "that" || lemma == "whom" ||
         lemma == "whose";
}

bool is_calendar_word(std::string_view lemma) {
  return month_named(lemma) > 0 || weekday_named(lemma) >= 0 || lemma == "week";
}

bool is_message(std::string_view noun) {
  return one_of(noun, {"statement", "letter", "resolution", "declaration", "communique",
                       "communiqué", "tweet", "message", "note", "motion", "petition", "decree",
                       "report", "article", "appeal", "call", "bill", "law"});
}

bool is_opposing(std::string_view verb) {
  return one_of(verb,
                {"veto",      "block",     "oppose", "reject",  "resist",    "condemn", "denounce",
                 "criticise", "criticize", "thwart", "foil",    "frustrate", "torpedo", "fear",
                 "welcome",   "support",   "back",   "endorse", "mock",      "ignore",  "dismiss"});
}

// "accuse X of bombing", "keep X from joining", "warn X against hosting": X would do it.
bool is_object_control(std::string_view marker) {
  return marker == "of" || marker == "for" || marker == "from" || marker == "against" ||
         marker == "into";
}

bool is_particle(std::string_view lemma) {
  constexpr std::array<std::string_view, 13> particles = {
      "in",   "out",  "up",      "down", "off",   "over", "on",
      "back", "away", "through", "by",   "along", "aside"};
  return std::find(particles.begin(), particles.end(), lemma) != particles.end();
}

// Verbs whose particle parsers take for the preposition of the object: "took in refugees".
bool is_phrasal(std::string_view verb, std::string_view particle) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22> verbs = {
      {{"take", "in"},    {"take", "over"}, {"take", "on"},   {"take", "back"}, {"hand", "over"},
       {"hand", "back"},  {"turn", "over"}, {"turn", "down"}, {"give", "up"},   {"lay", "down"},
       {"shoot", "down"}, {"cut", "off"},   {"break", "off"}, {"call", "off"},  {"set", "up"},
       {"carry", "out"},  {"drive", "out"}, {"write", "off"}, {"bail", "out"},  {"roll", "back"},
       {"scale", "back"}, {"back", "up"}}};
  return std::find(verbs.begin(), verbs.end(), std::pair(verb, particle)) != verbs.end();
}

}  // namespace

Syntax::Syntax(const Document& document, const std::unordered_set<std::string>& words)
    : document_(document) {
  const size_t count = document.tokens.size();
  children_.resize(count);
  lemma_.reserve(count);
  sentence_.resize(count);
  preposition_.resize(count);
  for (uint32_t i = 0; i < count; ++i) {
    const Token& token = document.tokens[i];
    std::string lemma = entente::lower(token.lemma);
    if (!words.empty()) {
      const std::string word = entente::lower(slice(document.text, token.range));
      lemma = repaired_lemma(word, lemma, token.xpos, words);
    }
    lemma_.push_back(std::move(lemma));
    if (token.head != kNoToken) children_[static_cast<size_t>(token.head)].push_back(i);
  }
  for (uint32_t i = 0; i < count && !words.empty(); ++i) {
    if (document.tokens[i].upos != Upos::noun || !is_verb(i)) continue;
    const std::string word = entente::lower(slice(document.text, document.tokens[i].range));
    lemma_[i] = repaired_lemma(word, word, "VBD", words);
  }
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (uint32_t i = document.sentences[s].token_begin; i < document.sentences[s].token_end; ++i) {
      sentence_[i] = s;
    }
  }
  for (uint32_t i = 0; i < count; ++i) {
    const Token& token = document.tokens[i];
    if (token.head == kNoToken) continue;
    if (token.relation != Relation::case_ && token.relation != Relation::mark) continue;
    std::string& phrase = preposition_[static_cast<size_t>(token.head)];
    const bool second_of_two = (phrase == "out" && lemma_[i] == "of") || phrase == "away";
    if (!phrase.empty() && !second_of_two) continue;  // "thrown out of Mali"
    phrase = lemma_[i];
    for (const uint32_t part : children_[i]) {
      if (document.tokens[part].relation == Relation::fixed) phrase += " " + lemma_[part];
    }
  }
}

bool Syntax::is_verb(uint32_t index) const {
  const Token& here = token(index);
  if (here.upos == Upos::verb || here.upos == Upos::aux) return true;
  const bool clause = here.relation == Relation::root || here.relation == Relation::parataxis;
  return here.upos == Upos::noun && clause && child(index, Relation::nsubj) &&
         child(index, Relation::obj) && !child(index, Relation::cop);
}

bool Syntax::is_finite(uint32_t verb) const {
  const std::string& tag = token(verb).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

bool Syntax::is_noun(uint32_t index) const {
  return token(index).upos == Upos::noun || token(index).upos == Upos::propn;
}

std::optional<uint32_t> Syntax::child(uint32_t head, Relation relation) const {
  for (const uint32_t i : children(head)) {
    if (token(i).relation == relation) return i;
  }
  return std::nullopt;
}

bool Syntax::has_child_lemma(uint32_t head, Relation relation, std::string_view lemma) const {
  for (const uint32_t i : children(head)) {
    if (token(i).relation == relation && lemma_[i] == lemma) return true;
  }
  return false;
}

std::string_view Syntax::preposition(uint32_t dependent) const { return preposition_[dependent]; }

uint32_t Syntax::referent(uint32_t index) const {
  if (!is_relative_pronoun(lemma_[index])) return index;
  uint32_t at = index;
  for (int step = 0; step < kDepthMax; ++step) {
    const Token& here = token(at);
    if (here.head == kNoToken) break;
    if (here.relation == Relation::acl_relcl) return named_by(static_cast<uint32_t>(here.head));
    at = static_cast<uint32_t>(here.head);
  }
  return noun_before(index);
}

// "Eritrea was the only state that voted": the state is Eritrea.
uint32_t Syntax::named_by(uint32_t noun) const {
  // "is one of the states that voted"
  const Token& here = token(noun);
  if (here.relation == Relation::nmod && preposition_[noun] == "of" &&
      lemma_[static_cast<uint32_t>(here.head)] == "one") {
    noun = static_cast<uint32_t>(here.head);
  }
  if (!child(noun, Relation::cop)) return noun;
  const auto subject = child(noun, Relation::nsubj);
  if (!subject || token(*subject).upos == Upos::pron) return noun;
  return *subject;
}

// Where the parser missed the relative clause: the noun right before the pronoun.
uint32_t Syntax::noun_before(uint32_t pronoun) const {
  if (lemma_[pronoun] == "that") return pronoun;
  const uint32_t first = document_.sentences[sentence_of(pronoun)].token_begin;
  uint32_t at = pronoun;
  while (at > first && (token(at - 1).upos == Upos::punct || token(at - 1).upos == Upos::adp)) --at;
  if (at == first || !is_noun(at - 1)) return pronoun;
  --at;
  const bool human = lemma_[pronoun] != "which";
  for (int step = 0; step < kDepthMax; ++step) {
    const Relation relation = token(at).relation;
    const bool inner = relation == Relation::flat || relation == Relation::compound ||
                       (human && relation == Relation::nmod);
    if (!inner) break;
    at = static_cast<uint32_t>(token(at).head);
  }
  return at < pronoun ? at : pronoun;
}

// "Germany called for sanctions.", taken for a Germany that is called for: a sentence that is no
// heading has a predicate.
bool Syntax::is_whole_sentence(uint32_t participle) const {
  const Token& here = token(participle);
  if (here.relation != Relation::acl || here.head == kNoToken) return false;
  const auto name = static_cast<uint32_t>(here.head);
  const Token& above = token(name);
  if (above.relation != Relation::root || above.upos != Upos::propn || name > participle)
    return false;
  if (child(name, Relation::cop) || child(name, Relation::nsubj)) return false;
  const Sentence& sentence = document_.sentences[sentence_of(participle)];
  return !sentence.heading && lemma_[sentence.token_end - 1] == ".";
}

bool Syntax::is_passive(uint32_t head) const {
  for (const uint32_t i : children(head)) {
    const Relation relation = token(i).relation;
    if (relation == Relation::aux_pass) return true;
    // "Germany called for talks": a past tense all the same.
    const bool past = token(head).xpos == "VBD" && !child(head, Relation::aux_pass);
    if (relation == Relation::nsubj_pass) return !past;
    if (relation == Relation::nsubj || relation == Relation::obj) return false;
  }
  const Token& here = token(head);
  if (here.xpos != "VBN" || is_whole_sentence(head)) return false;
  if (here.relation == Relation::acl || here.relation == Relation::advcl) return true;
  if (here.relation == Relation::conj && here.head != kNoToken && !child(head, Relation::aux)) {
    return is_passive(static_cast<uint32_t>(here.head));
  }
  return false;
}

// "issued a statement urging them": who issued it urges.
std::optional<uint32_t> Syntax::sender_of(uint32_t message, int depth) const {
  const Token& here = token(message);
  if (here.head == kNoToken || here.relation != Relation::obj) return std::nullopt;
  const auto verb = static_cast<uint32_t>(here.head);
  return is_verb(verb) ? surface_subject(verb, depth + 1) : std::nullopt;
}

std::optional<uint32_t> Syntax::subject_of_clause_modifier(uint32_t head, int depth) const {
  const Token& here = token(head);
  const auto governor = static_cast<uint32_t>(here.head);
  if (here.xpos == "VBG" && is_message(lemma_[governor])) {
    if (const auto sender = sender_of(governor, depth)) return sender;
  }
  if (here.xpos == "VBN" || here.xpos == "VBG") return governor;
  if (is_verb(governor)) return surface_subject(governor, depth + 1);
  // "was the first to recognise": who was it.
  if (child(governor, Relation::cop)) {
    if (const auto first = child(governor, Relation::nsubj)) return referent(*first);
  }
  // "a decision to withdraw": whoever decides.
  if (const auto owner = child(governor, Relation::nmod_poss)) return owner;
  for (const uint32_t i : children(governor)) {
    if (token(i).relation == Relation::nmod && preposition_[i] == "by") return i;
    if (token(i).relation == Relation::amod && token(i).upos != Upos::verb && is_noun(i)) return i;
  }
  const Token& noun = token(governor);
  if (noun.head != kNoToken && is_verb(static_cast<uint32_t>(noun.head)) &&
      (noun.relation == Relation::obj || noun.relation == Relation::obl)) {
    // "vetoed a move to punish Sudan": another's.
    if (is_opposing(lemma_[static_cast<uint32_t>(noun.head)])) return std::nullopt;
    return surface_subject(static_cast<uint32_t>(noun.head), depth + 1);
  }
  return std::nullopt;
}

// "On 3 October parliament voted": parsers take the date for a subject, too.
bool Syntax::is_in_time_phrase(uint32_t index) const {
  if (!preposition_[index].empty()) return true;
  const uint32_t first = document_.sentences[sentence_of(index)].token_begin;
  if (index == first || !is_noun(index)) return false;
  const Upos before = token(index - 1).upos;
  return is_calendar_word(lemma_[index]) && (before == Upos::num || before == Upos::adp);
}

std::optional<uint32_t> Syntax::own_subject(uint32_t head) const {
  std::optional<uint32_t> nearest;
  for (const uint32_t i : children(head)) {
    const Relation relation = token(i).relation;
    const bool subject = relation == Relation::nsubj || relation == Relation::nsubj_pass ||
                         relation == Relation::nsubj_outer;
    if (!subject || is_in_time_phrase(i)) continue;
    // "not Peru but Egypt that threatened"
    if (nearest && i == *nearest + 1 && is_relative_pronoun(lemma_[i])) continue;
    if (!nearest || i < head) nearest = i;
  }
  return nearest ? doer_of_cleft(*nearest) : nearest;
}

// "What Turkey has done is accuse them": Turkey does.
uint32_t Syntax::doer_of_cleft(uint32_t subject) const {
  if (lemma_[subject] != "what" && lemma_[subject] != "all") return subject;
  for (const uint32_t i : children(subject)) {
    if (token(i).relation != Relation::acl_relcl || lemma_[i] != "do") continue;
    if (const auto doer = child(i, Relation::nsubj)) return *doer;
  }
  return subject;
}

std::optional<uint32_t> Syntax::raised_object(uint32_t verb) const {
  const Token& here = token(verb);
  if (here.relation != Relation::xcomp || child(verb, Relation::mark)) return std::nullopt;
  for (const uint32_t i : children(verb)) {
    const bool between = static_cast<int>(i) > here.head && i < verb;
    if (between && token(i).relation == Relation::obj) return i;
  }
  return std::nullopt;
}

std::optional<uint32_t> Syntax::first_object(uint32_t head) const {
  const auto raised = raised_object(head);
  for (const uint32_t i : children(head)) {
    if (token(i).relation == Relation::obj && i != raised) return i;
  }
  return std::nullopt;
}

// "has sent ships, cooperates with the fleet and buys oil": the second verb, which stands behind a
// comma and names nobody, is said of the same subject.
bool Syntax::is_listed(uint32_t verb) const {
  const Token& here = token(verb);
  if (here.xpos == "VBG") return true;
  const auto governor = static_cast<uint32_t>(here.head);
  return is_finite(verb) && governor < verb && is_verb(governor) && lemma_[verb - 1] == ",";
}

std::optional<uint32_t> Syntax::surface_subject(uint32_t head, int depth) const {
  if (depth > kDepthMax) return std::nullopt;
  if (const auto own = own_subject(head)) return referent(*own);
  if (const auto raised = raised_object(head)) return referent(*raised);
  const Token& here = token(head);
  if (here.head == kNoToken) return std::nullopt;
  const auto governor = static_cast<uint32_t>(here.head);
  switch (here.relation) {
    case Relation::conj:
    case Relation::parataxis:
      if (here.relation == Relation::parataxis && !is_listed(head)) return std::nullopt;
      return surface_subject(governor, depth + 1);
    case Relation::xcomp:
    case Relation::ccomp:
      // A finite clause has its own subject; without one the parser lost it.
      if (here.relation == Relation::ccomp && here.xpos != "VBG" && here.xpos != "VB") {
        return std::nullopt;
      }
      if (!is_passive(governor)) {
        if (const auto patient = child(governor, Relation::obj)) return referent(*patient);
        if (const auto patient = child(governor, Relation::iobj)) return referent(*patient);
      }
      return surface_subject(governor, depth + 1);
    case Relation::advcl:
      if (is_object_control(preposition_[head])) {
        if (const auto patient = object(governor)) return patient;
      }
      return surface_subject(governor, depth + 1);
    case Relation::advmod:  // "went so far as to accuse"
      return token(head).upos == Upos::adv ? surface_subject(governor, depth + 1) : std::nullopt;
    case Relation::acl: return subject_of_clause_modifier(head, depth);
    case Relation::appos: return governor;
    case Relation::csubj:
      // "Poland was among the first to give tanks", "was busy giving tanks".
      if (!child(governor, Relation::cop)) return std::nullopt;
      if (!child(head, Relation::mark) && head < governor) return std::nullopt;
      return own_subject(governor);
    case Relation::nmod:
      // "is one of Moscow's allies": the ally is who is one of them.
      if (preposition_[head] != "of" || lemma_[governor] != "one") return std::nullopt;
      return surface_subject(governor, depth + 1);
    case Relation::acl_relcl:
      // "the state that hosts": no pronoun found, so the noun itself unless it is the object.
      return child(head, Relation::obj) || is_passive(head) ? std::optional(governor)
                                                            : std::nullopt;
    default: return std::nullopt;
  }
}

// Parsers mistake particles for adverbs and prepositions, so the next word counts, too.
std::optional<uint32_t> Syntax::particle(uint32_t head) const {
  if (const auto own = child(head, Relation::compound_prt)) return own;
  for (const uint32_t i : children(head)) {  // "wants them out"
    const bool adverb = token(i).relation == Relation::advmod && i > head;
    if (adverb && (lemma_[i] == "out" || lemma_[i] == "away" || lemma_[i] == "off")) return i;
  }
  const uint32_t next = head + 1;
  if (next >= document_.tokens.size() || sentence_[next] != sentence_[head]) return std::nullopt;
  if (lemma_[next] == "by" && is_passive(head)) return std::nullopt;  // "was struck by"
  return is_particle(lemma_[next]) ? std::optional(next) : std::nullopt;
}

std::optional<uint32_t> Syntax::lost_subject(uint32_t verb) const {
  const Sentence& sentence = document_.sentences[sentence_of(verb)];
  std::optional<uint32_t> noun = noun_before_verb(document_, sentence, verb);
  if (!noun) return std::nullopt;
  for (int step = 0; step < kDepthMax; ++step) {
    const Token& here = token(*noun);
    const bool inner = here.relation == Relation::flat || here.relation == Relation::compound;
    if (!inner || static_cast<uint32_t>(here.head) > verb) break;
    noun = static_cast<uint32_t>(here.head);
  }
  return referent(*noun);
}

std::optional<uint32_t> Syntax::object(uint32_t head) const {
  if (const auto own = first_object(head)) return referent(*own);
  if (is_passive(head)) {
    const auto subject = surface_subject(head);
    return subject || !child(head, Relation::aux_pass) ? subject : lost_subject(head);
  }
  if (const auto below = child(head, Relation::xcomp)) {
    if (const auto raised = raised_object(*below)) return referent(*raised);
  }
  if (const auto after = particle(head); after && is_phrasal(lemma_[head], lemma_[*after])) {
    for (const uint32_t i : children(head)) {
      if (token(i).relation == Relation::obl && token(*after).head == static_cast<int>(i)) return i;
    }
  }
  if (child(head, Relation::compound_prt)) {  // "cut off the gas", the gas as oblique
    for (const uint32_t i : children(head)) {
      if (token(i).relation == Relation::obl && preposition_[i].empty() && i > head) return i;
    }
  }
  for (const uint32_t i : children(head)) {  // "seized more than two boats"
    if (token(i).relation == Relation::obl && preposition_[i] == "than" && i > head) return i;
  }
  // "urged Serbia to recognize": parsers call the one urged an indirect object.
  if (const auto own = child(head, Relation::iobj)) return referent(*own);
  const Token& here = token(head);
  if (here.relation == Relation::acl_relcl && here.head != kNoToken) {
    const auto subject = child(head, Relation::nsubj);
    const auto noun = static_cast<uint32_t>(here.head);
    if (subject && referent(*subject) != noun) return noun;
  }
  const bool complete = child(head, Relation::obl) || child(head, Relation::ccomp) ||
                        child(head, Relation::xcomp) || child(head, Relation::advcl);
  if (complete) return std::nullopt;
  for (const uint32_t i : children(head)) {  // "condemned and rejected the plan"
    if (token(i).relation != Relation::conj || !is_verb(i) || i < head) continue;
    if (child(i, Relation::nsubj)) continue;
    const auto shared = child(i, Relation::obj);
    if (shared && *shared > i) return referent(*shared);
  }
  return std::nullopt;
}

std::optional<uint32_t> Syntax::light_verb(uint32_t noun) const {
  uint32_t at = noun;
  for (int step = 0; step < kDepthMax && token(at).relation == Relation::conj; ++step) {
    at = static_cast<uint32_t>(token(at).head);
  }
  const Token& here = token(at);
  if (here.head == kNoToken) return std::nullopt;
  const auto governor = static_cast<uint32_t>(here.head);
  if (!is_verb(governor)) return std::nullopt;
  const bool argument = here.relation == Relation::obj || here.relation == Relation::nsubj_pass ||
                        (here.relation == Relation::obl && lemma_[governor] == "carry");
  return argument && is_light(lemma_[governor]) ? std::optional(governor) : std::nullopt;
}

}  // namespace entente
