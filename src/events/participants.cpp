// Named actors come from the mention whose head is the token, or that covers it where the parser
// chose another head. Owners are sought breadth last: possessor, modifier, by, of, then the object
// and obliques of a clause; "of" is skipped behind nouns whose "of" is the victim ("the killing
// of"). Tested in matching_test.cpp.
#include "events/participants.h"

#include <algorithm>
#include <array>

#include "base/one_of.h"

namespace entente {

namespace {

constexpr int kDepthMax = 4;
constexpr uint32_t kIslandTokensMax = 25;
constexpr double kOwnerFactor = 0.85;
constexpr double kCoveringFactor = 0.9;
constexpr double kListFactor = 0.95;

bool is_partitive(std::string_view lemma) {
  constexpr std::array<std::string_view, 22> nouns = {
      "group",  "number", "dozen",     "hundred", "thousand",   "series", "member", "side",
      "part",   "bloc",   "coalition", "team",    "delegation", "wave",   "leader", "head",
      "people", "lot",    "majority",  "half",    "one",        "some"};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

// "his Philippine colleague", "Kyiv's Polish allies": such a noun belongs to the adjective's state.
bool is_relational(std::string_view lemma) {
  constexpr std::array<std::string_view, 16> nouns = {
      "colleague", "counterpart", "ally", "partner", "neighbour", "neighbor", "friend",   "rival",
      "enemy",     "critic",      "host", "guest",   "patron",    "backer",   "opponent", "foe"};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

// "finances the opponents of Baghdad", "Moscow's critics": these are not Baghdad's or Moscow's.
bool is_adverse(std::string_view lemma) {
  constexpr std::array<std::string_view, 8> nouns = {
      "opponent", "critic", "enemy", "foe", "adversary", "challenger", "opposition", "rival"};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

// "a Russian-Turkish agreement": both.
bool is_hyphened(const Syntax& syntax, uint32_t first, uint32_t second) {
  return first + 2 == second && syntax.token(first).relation == Relation::amod &&
         syntax.lemma(first + 1) == "-";
}

}  // namespace

Participants::Participants(const Syntax& syntax, const std::vector<Mention>& mentions,
                           const DeedLexicon::Entries& lexicon)
    : syntax_(syntax),
      mentions_(mentions),
      lexicon_(lexicon),
      lists_(actor_lists(syntax, mentions)) {
  const size_t count = syntax.document().tokens.size();
  at_head_.resize(count);
  innermost_.assign(count, -1);
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].outlet || mentions[m].head >= count) continue;
    at_head_[mentions[m].head].push_back(m);
    for (uint32_t t = mentions[m].token_begin; t < mentions[m].token_end && t < count; ++t) {
      innermost_[t] = m;  // sorted outermost first, so the last one wins
    }
  }
}

void Participants::add_mention(uint32_t mention, double confidence,
                               std::vector<Filler>& out) const {
  const Mention& here = mentions_[mention];
  for (uint32_t a = 0; a < here.actors.size(); ++a) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Filler& other) {
      return actor(other).node == here.actors[a].node;
    });
    if (!known) out.push_back({mention, a, here.confidence * confidence});
  }
}

void Participants::add_named(uint32_t token, int depth, std::vector<Filler>& out) const {
  if (depth > kDepthMax) return;
  if (is_replaced(token)) {
    // "not by Moscow but by Ankara": whom the next part names
  } else if (!at_head_[token].empty()) {
    add_mention(at_head_[token].front(), 1, out);
  } else if (innermost_[token] >= 0 &&
             !mentions_[static_cast<size_t>(innermost_[token])].modifier) {
    add_mention(static_cast<uint32_t>(innermost_[token]), kCoveringFactor, out);
  } else if (is_partitive(syntax_.lemma(token))) {
    for (const uint32_t i : syntax_.children(token)) {
      if (syntax_.token(i).relation == Relation::nmod && syntax_.preposition(i) == "of") {
        add_named(i, depth + 1, out);
      }
    }
  }
  for (const uint32_t i : syntax_.children(token)) {
    const Relation relation = syntax_.token(i).relation;
    const bool more = relation == Relation::conj || is_hyphened(syntax_, i, token) ||
                      (relation == Relation::appos && at_head_[token].empty());
    if (!more || syntax_.is_verb(i) || is_excluded(i)) continue;
    add_named(i, depth + 1, out);
    if (at_head_[i].empty() && innermost_[i] < 0) add_second_phrase(token, i, depth, out);
  }
}

// "frigates to India and tanks to Egypt": Egypt hangs on the tanks, they on India.
void Participants::add_second_phrase(uint32_t first, uint32_t thing, int depth,
                                     std::vector<Filler>& out) const {
  const std::string_view preposition = syntax_.preposition(first);
  if (preposition.empty() || preposition == "of") return;
  for (const uint32_t i : syntax_.children(thing)) {
    const Relation relation = syntax_.token(i).relation;
    if (relation != Relation::nmod && relation != Relation::obl) continue;
    if (syntax_.preposition(i) == preposition) add_named(i, depth + 1, out);
  }
}

bool Participants::says(uint32_t phrase, std::initializer_list<std::string_view> words) const {
  return std::ranges::any_of(syntax_.children(phrase), [&](uint32_t i) {
    return i < phrase && one_of(syntax_.lemma(i), words);
  });
}

bool Participants::is_replaced(uint32_t phrase) const {
  if (!says(phrase, {"not"}) || says(phrase, {"only", "just", "merely"})) return false;
  return std::ranges::any_of(syntax_.children(phrase), [&](uint32_t i) {
    return syntax_.token(i).relation == Relation::conj && says(i, {"but"}) && !syntax_.is_verb(i);
  });
}

// "Turkey rather than Russia", "Ankara and not Moscow"
bool Participants::is_excluded(uint32_t conjunct) const {
  return says(conjunct, {"rather", "not", "instead"}) && !says(conjunct, {"only", "but"});
}

std::vector<Filler> Participants::named(uint32_t token) const {
  std::vector<Filler> out;
  add_named(token, 0, out);
  const size_t parsed = out.size();
  for (size_t i = 0; i < parsed; ++i) {
    const std::vector<uint32_t>& list = lists_[out[i].mention];
    for (const uint32_t member : list) add_mention(member, kListFactor, out);
  }
  return out;
}

bool Participants::is_part_of_name(uint32_t token) const {
  if (innermost_[token] < 0) return false;
  const char first = form(syntax_.document(), syntax_.token(token)).front();
  const Mention& mention = mentions_[static_cast<size_t>(innermost_[token])];
  const bool name = mention.how == Resolution::name || mention.how == Resolution::unknown;
  return name && first >= 'A' && first <= 'Z' && mention.token_end - mention.token_begin > 1;
}

std::optional<uint32_t> Participants::mention_ending_at(uint32_t end, uint32_t first) const {
  std::optional<uint32_t> outermost;
  for (uint32_t m = 0; m < mentions_.size() && !outermost; ++m) {
    if (mentions_[m].token_end == end && !mentions_[m].outlet) outermost = m;
  }
  if (!outermost || mentions_[*outermost].modifier || mentions_[*outermost].place) return {};
  uint32_t begin = mentions_[*outermost].token_begin;
  while (begin > first && syntax_.token(begin - 1).upos == Upos::det) --begin;
  if (begin <= first) return outermost;
  switch (syntax_.token(begin - 1).upos) {
    case Upos::adp:
    case Upos::verb:
    case Upos::adj:
    case Upos::part:
    case Upos::cconj: return std::nullopt;  // within another phrase
    default: return outermost;
  }
}

std::vector<Filler> Participants::before_verb(uint32_t verb, int depth) const {
  const Document& document = syntax_.document();
  const uint32_t first = document.sentences[syntax_.sentence_of(verb)].token_begin;
  const Token& here = document.tokens[verb];
  if (here.relation == Relation::conj && syntax_.is_verb(static_cast<uint32_t>(here.head))) {
    const auto governor = static_cast<uint32_t>(here.head);
    return depth < kDepthMax && governor < verb ? before_verb(governor, depth + 1)
                                                : std::vector<Filler>();
  }
  bool finite = here.xpos != "VB" && here.xpos != "VBG";
  uint32_t at = verb;
  while (at > first &&
         (document.tokens[at - 1].upos == Upos::aux || document.tokens[at - 1].upos == Upos::adv)) {
    --at;
    finite = finite || document.tokens[at].upos == Upos::aux;
  }
  if (!finite || at == first) return {};
  if (syntax_.lemma(at - 1) == ",") {  // "Bogdanov, the envoy for Africa, met"
    uint32_t comma = at - 1;
    while (comma > first && at - comma < kIslandTokensMax && syntax_.lemma(comma - 1) != ",") {
      --comma;
    }
    if (comma == first) return {};
    at = comma - 1;
  }
  std::vector<Filler> out;
  if (const auto mention = mention_ending_at(at, first))
    add_mention(*mention, kCoveringFactor, out);
  return out;
}

bool Participants::names_patient_by_of(uint32_t noun) const {
  return lexicon_.in_class("patient_of", syntax_.lemma(noun));
}

std::vector<Filler> Participants::named_or_owners(uint32_t token, bool places, int depth) const {
  std::vector<Filler> out = named(token);
  if (out.empty()) out = owners(token, places, depth + 1);
  return out;
}

// "the plan that Paris had proposed"
std::vector<Filler> Participants::makers_of(uint32_t thing) const {
  for (const uint32_t clause : syntax_.children(thing)) {
    if (syntax_.token(clause).relation != Relation::acl_relcl) continue;
    if (!lexicon_.in_class("makes", syntax_.lemma(clause)) || syntax_.is_passive(clause)) continue;
    const auto maker = syntax_.child(clause, Relation::nsubj);
    if (!maker || syntax_.referent(*maker) != *maker) continue;
    std::vector<Filler> out = named(*maker);
    std::erase_if(out, [&](const Filler& filler) { return !actor(filler).known(); });
    for (Filler& filler : out) filler.confidence *= kOwnerFactor;
    return out;
  }
  return {};
}

// "missiles fired by the Israeli army"
std::vector<Filler> Participants::firers_of(uint32_t thing, int depth) const {
  for (const uint32_t i : syntax_.children(thing)) {
    if (syntax_.token(i).relation != Relation::acl) continue;
    if (!one_of(syntax_.lemma(i), {"fire", "launch", "drop", "send", "shoot", "plant"})) continue;
    const auto firer = syntax_.child(i, Relation::obl_agent);
    if (firer) return named_or_owners(*firer, false, depth);
  }
  return {};
}

// "a coalition led by Riyadh"
std::vector<Filler> Participants::leaders_of(uint32_t noun, int depth) const {
  for (const uint32_t i : syntax_.children(noun)) {
    if (syntax_.token(i).relation != Relation::acl) continue;
    if (!one_of(syntax_.lemma(i), {"lead", "head", "command", "dominate"})) continue;
    const auto leader = syntax_.child(i, Relation::obl_agent);
    if (leader) return named_or_owners(*leader, false, depth);
  }
  return {};
}

// "the officers in Niamey"
std::vector<Filler> Participants::rulers_in(uint32_t noun) const {
  std::vector<Filler> out;
  if (!lexicon_.in_class("rulers", syntax_.lemma(noun))) return out;
  for (const uint32_t i : syntax_.children(noun)) {
    if (syntax_.token(i).relation != Relation::nmod || syntax_.preposition(i) != "in") continue;
    if (out.empty()) out = named(i);
  }
  for (Filler& filler : out) {
    filler.confidence *= kOwnerFactor;
    filler.stand_in = noun;
  }
  return out;
}

// "Cairo sent arms, a step that Addis Ababa condemned": the step is Cairo's.
std::vector<Filler> Participants::doers_told_before(uint32_t noun, int depth) const {
  if (syntax_.token(noun).relation != Relation::appos) return {};
  if (!lexicon_.in_class("acts", syntax_.lemma(noun))) return {};
  uint32_t at = noun;
  for (int step = 0; step < kDepthMax && !syntax_.is_verb(at); ++step) {
    if (syntax_.token(at).head == kNoToken) return {};
    at = static_cast<uint32_t>(syntax_.token(at).head);
  }
  const auto doer = syntax_.is_verb(at) ? syntax_.surface_subject(at) : std::nullopt;
  if (!doer) return {};
  std::vector<Filler> out = named_or_owners(*doer, false, depth);
  for (Filler& filler : out) filler.confidence *= kOwnerFactor;
  return out;
}

std::vector<Filler> Participants::owners(uint32_t token, bool places, int depth) const {
  if (depth > kDepthMax) return {};
  const auto scan = [&](auto&& wanted) {
    for (const uint32_t i : syntax_.children(token)) {
      if (!wanted(i)) continue;
      std::vector<Filler> found = named_or_owners(syntax_.referent(i), places, depth);
      if (!places) {
        std::erase_if(found, [&](const Filler& filler) { return mentions_[filler.mention].place; });
      }
      // A name that nobody knows, somewhere in the phrase, is as likely a brand, law or place.
      std::erase_if(found, [&](const Filler& filler) { return !actor(filler).known(); });
      if (found.empty()) continue;
      for (Filler& filler : found) filler.confidence *= kOwnerFactor;
      return found;
    }
    return std::vector<Filler>();
  };
  const auto relation = [&](uint32_t i) { return syntax_.token(i).relation; };
  std::vector<Filler> out;
  if (is_relational(syntax_.lemma(token))) {
    out = scan([&](uint32_t i) { return relation(i) == Relation::amod; });
  }
  const bool adverse = is_adverse(syntax_.lemma(token));
  if (out.empty() && !adverse) {
    out = scan([&](uint32_t i) { return relation(i) == Relation::nmod_poss; });
  }
  if (out.empty()) {
    out = scan([&](uint32_t i) {
      return relation(i) == Relation::amod || relation(i) == Relation::compound ||
             relation(i) == Relation::nmod_desc;
    });
  }
  for (const std::string_view word : {"by", "of", "from", "between"}) {
    if (!out.empty() || (word == "of" && (adverse || names_patient_by_of(token)))) continue;
    out = scan([&](uint32_t i) {
      return relation(i) == Relation::nmod && syntax_.preposition(i) == word;
    });
  }
  if (out.empty()) out = makers_of(token);
  if (out.empty()) out = leaders_of(token, depth);
  if (out.empty()) out = firers_of(token, depth);
  if (out.empty()) out = rulers_in(token);
  if (out.empty() && syntax_.is_verb(token)) {
    out = scan([&](uint32_t i) { return relation(i) == Relation::obj; });
    if (out.empty()) {
      out = scan([&](uint32_t i) {
        const bool source = syntax_.preposition(i).starts_with("accord");  // "according to the UN"
        return (relation(i) == Relation::obl && !source) || relation(i) == Relation::xcomp;
      });
    }
  }
  if (out.empty()) {
    out = scan([&](uint32_t i) {
      return relation(i) == Relation::acl || relation(i) == Relation::conj ||
             relation(i) == Relation::appos;
    });
  }
  if (out.empty()) out = doers_told_before(token, depth);
  return out;
}

}  // namespace entente
