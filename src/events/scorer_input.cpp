// Positions are counted in tokens, the tree is walked from both phrases to where they meet, and the
// lexicon votes twice: by deeds that link the pair and by the deed that fits best and stands
// nearest. Tested in scorer_input_test.cpp.
#include "events/scorer_input.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace entente {

namespace {

constexpr uint32_t kTokensMax = 160;
constexpr size_t kEntriesMax = 3;  // of one token

// Places in the tree.
enum Place : uint8_t { elsewhere, source_side, target_side, meeting, beside, above, inside_end };

// 0 inside, then by distance before and after; 11 where there is no such phrase.
uint8_t distance_class(uint32_t token, const Mention* mention) {
  if (!mention) return 11;
  if (mention->token_begin <= token && token < mention->token_end) return 0;
  const bool before = token < mention->token_begin;
  const uint32_t gap = before ? mention->token_begin - token : token - mention->token_end + 1;
  const uint8_t step = gap == 1 ? 0 : gap <= 3 ? 1 : gap <= 6 ? 2 : gap <= 12 ? 3 : 4;
  return static_cast<uint8_t>(1 + step + (before ? 0 : 5));
}

size_t relation_class(Relation relation) {
  switch (relation) {
    case Relation::nsubj: return 0;
    case Relation::nsubj_pass: return 1;
    case Relation::obj: return 2;
    case Relation::iobj: return 3;
    case Relation::obl: return 4;
    case Relation::obl_agent: return 5;
    case Relation::nmod: return 6;
    case Relation::nmod_poss: return 7;
    case Relation::conj: return 8;
    case Relation::compound:
    case Relation::amod: return 9;
    default: return 10;
  }
}
constexpr size_t kRelationClasses = 11;

// Where each group of facts begins.
enum Fact : size_t {
  forward_votes = 0,
  backward_votes = 16,
  direct_status = 32,
  direct = 37,  // forward, backward
  nearest_type = 39,
  nearest_fit = 55,
  nearest_status = 57,
  signs = 62,
  deeds = 66,
  shape = 70,
  relations = 77,
  top_kind = 121,
  top_status = 125,
  marks = 130,
};
static_assert(marks + 2 == kPairFacts);

std::vector<uint32_t> chain(const Syntax& syntax, uint32_t token) {
  std::vector<uint32_t> up = {token};
  while (syntax.token(up.back()).head != kNoToken && up.size() < 64) {
    up.push_back(static_cast<uint32_t>(syntax.token(up.back()).head));
  }
  return up;
}

}  // namespace

ScorerReader::ScorerReader(const Syntax& syntax, const Participants& participants,
                           const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
    : syntax_(syntax),
      participants_(participants),
      lexicon_(lexicon),
      deeds_(deeds),
      signs_(syntax.document().sentences.size()) {}

const std::vector<DeedSign>& ScorerReader::signs_in(uint32_t sentence) {
  std::optional<std::vector<DeedSign>>& known = signs_[sentence];
  if (known) return *known;
  known.emplace();
  const Sentence& here = syntax_.document().sentences[sentence];
  for (uint32_t token = here.token_begin; token < here.token_end; ++token) {
    const std::vector<uint32_t> entries = entries_at(syntax_, lexicon_, token);
    for (uint32_t rank = 0; rank < std::min(entries.size(), kEntriesMax); ++rank) {
      const DeedEntry& entry = lexicon_.list[entries[rank]];
      known->push_back({token, entries[rank], rank,
                        fill_slots(syntax_, participants_, entry.source, token),
                        fill_slots(syntax_, participants_, entry.target, token)});
    }
  }
  return *known;
}

// Bits: the source is a source of the sign, the target a target, and the two crosswise.
uint8_t ScorerReader::fit(const DeedSign& sign, const Pair& pair) const {
  const auto has = [&](const std::vector<Filler>& fillers, std::string_view node) {
    return !node.empty() && std::any_of(fillers.begin(), fillers.end(), [&](const Filler& one) {
      return participants_.actor(one).node == node;
    });
  };
  return static_cast<uint8_t>(
      has(sign.sources, pair.source_node) | has(sign.targets, pair.target_node) << 1 |
      has(sign.targets, pair.source_node) << 2 | has(sign.sources, pair.target_node) << 3);
}

void ScorerReader::set_span(const Pair& pair, ScorerInput& input) const {
  uint32_t first = UINT32_MAX, last = 0;
  for (const Mention* mention : {pair.source, pair.target}) {
    if (!mention) continue;
    const uint32_t sentence = syntax_.sentence_of(mention->head);
    first = std::min(first, sentence);
    last = std::max(last, sentence);
  }
  const auto& sentences = syntax_.document().sentences;
  input.begin = sentences[first].token_begin;
  input.end = std::min(sentences[last].token_end, input.begin + kTokensMax);
}

// Finds where the ways up from the two phrases meet, and the way between them.
void ScorerReader::join(ScorerInput& input) const {
  if (!input.source || !input.target) {
    const auto only = input.source ? input.source : input.target;
    if (only && syntax_.token(*only).head != kNoToken) {
      input.top = static_cast<uint32_t>(syntax_.token(*only).head);
    }
    return;
  }
  const std::vector<uint32_t> up = chain(syntax_, *input.source);
  const std::vector<uint32_t> other = chain(syntax_, *input.target);
  for (const uint32_t token : up) {
    const auto met = std::find(other.begin(), other.end(), token);
    if (met == other.end()) {
      if (token != *input.source) input.path.push_back(token);
      continue;
    }
    input.top = token;
    if (token != *input.source && token != *input.target) input.path.push_back(token);
    for (auto at = other.begin(); at != met; ++at) {
      if (*at != *input.target) input.path.push_back(*at);
    }
    return;
  }
  input.path.clear();
}

void ScorerReader::place_tokens(const Pair& pair, ScorerInput& input) {
  input.places.assign(input.end - input.begin, {});
  for (uint32_t token = input.begin; token < input.end; ++token) {
    TokenPlace& place = input.places[token - input.begin];
    place[0] = distance_class(token, pair.source);
    place[1] = distance_class(token, pair.target);
    const int32_t head = syntax_.token(token).head;
    const bool hangs = std::any_of(input.path.begin(), input.path.end(),
                                   [&](uint32_t one) { return head == static_cast<int32_t>(one); });
    place[2] =
        hangs || (input.top && head == static_cast<int32_t>(*input.top)) ? beside : elsewhere;
  }
  const auto put = [&](uint32_t token, uint8_t place) {
    if (token >= input.begin && token < input.end) input.places[token - input.begin][2] = place;
  };
  const auto mark = [&](const std::optional<uint32_t>& from, uint8_t side) {
    if (!from || !input.top) return;
    for (const uint32_t token : chain(syntax_, *from)) {
      if (token == *input.top) break;
      put(token, side);
    }
    put(*from, inside_end);
  };
  if (input.top) {
    for (const uint32_t token : chain(syntax_, *input.top)) put(token, above);
  }
  mark(input.source, source_side);
  mark(input.target, target_side);
  if (input.top) put(*input.top, meeting);
  place_signs(pair, input);
}

void ScorerReader::place_signs(const Pair& pair, ScorerInput& input) {
  const uint32_t first = syntax_.sentence_of(input.begin);
  const uint32_t last = syntax_.sentence_of(input.end - 1);
  for (uint32_t sentence = first; sentence <= last; ++sentence) {
    for (const DeedSign& sign : signs_in(sentence)) {
      if (sign.rank > 0 || sign.token >= input.end) continue;
      TokenPlace& place = input.places[sign.token - input.begin];
      place[3] = static_cast<uint8_t>(1 + static_cast<int>(lexicon_.list[sign.entry].type));
      place[4] = fit(sign, pair);
    }
  }
}

void ScorerReader::add_votes(const Pair& pair, ScorerInput& input) const {
  double surest = 0;
  for (const Deed& deed : deeds_) {
    if (deed.head < input.begin || deed.head >= input.end) continue;
    const DeedEntry& entry = lexicon_.list[deed.entry];
    const Modality modality = modality_of(syntax_, lexicon_, deed.head);
    const Coding coding = recode(entry.type, entry.mode, modality);
    const std::string& source = participants_.actor(deed.source).node;
    const std::string& target = participants_.actor(deed.target).node;
    const bool ahead = source == pair.source_node && target == pair.target_node;
    const bool back = source == pair.target_node && target == pair.source_node;
    const auto type = static_cast<size_t>(coding.type);
    const auto vote = [&](size_t group) {
      float& fact = input.facts[group + type];
      fact = std::max(fact, static_cast<float>(deed.confidence));
    };
    input.facts[deeds + static_cast<size_t>(quad(coding.type) - 1)] = 1;
    if (back || (ahead && entry.mutual)) {
      vote(backward_votes);
      input.facts[direct + 1] = 1;
    }
    if (!ahead && !(back && entry.mutual)) continue;
    vote(forward_votes);
    input.facts[direct] = 1;
    if (deed.confidence <= surest) continue;
    surest = deed.confidence;
    std::fill_n(input.facts.begin() + direct_status, 5, 0.0f);
    input.facts[direct_status + static_cast<size_t>(coding.status)] = 1;
  }
}

double ScorerReader::closeness(uint32_t head, const ScorerInput& input) const {
  double distance = 0;
  for (const auto& end : {input.source, input.target}) {
    if (end) distance += head > *end ? head - *end : *end - head;
  }
  const double depth = static_cast<double>(chain(syntax_, head).size() - 1);
  return -0.05 * distance - 0.1 * std::min(depth, 20.0);
}

// The deed that fits best and stands nearest, as `relate` without a scorer takes it.
void ScorerReader::add_nearest(const Pair& pair, ScorerInput& input) {
  const DeedSign* best = nullptr;
  double best_score = -1e9;
  uint8_t best_fit = 0;
  for (uint32_t s = syntax_.sentence_of(input.begin); s <= syntax_.sentence_of(input.end - 1);
       ++s) {
    for (const DeedSign& sign : signs_in(s)) {
      if (sign.token >= input.end) continue;
      const uint8_t bits = fit(sign, pair);
      const TokenPlace& place = input.places[sign.token - input.begin];
      double score = closeness(sign.token, input) - 0.01 * sign.rank;
      score += 0.7 * static_cast<double>(lexicon_.list[sign.entry].constraints.size());
      score += (bits & 1 ? 3 : 0) + (bits & 2 ? 2 : 0);
      if (place[0] == 0 || place[1] == 0) score -= 2;
      if (score <= best_score) continue;
      best_score = score;
      best = &sign;
      best_fit = bits;
    }
  }
  if (!best) return;
  const DeedEntry& entry = lexicon_.list[best->entry];
  const Coding coding = recode(entry.type, entry.mode, modality_of(syntax_, lexicon_, best->token));
  input.facts[nearest_type + static_cast<size_t>(coding.type)] = 1;
  input.facts[nearest_fit] = best_fit & 1 ? 1 : 0;
  input.facts[nearest_fit + 1] = best_fit & 2 ? 1 : 0;
  input.facts[nearest_status + static_cast<size_t>(coding.status)] = 1;
}

void ScorerReader::add_counts(ScorerInput& input) {
  for (uint32_t s = syntax_.sentence_of(input.begin); s <= syntax_.sentence_of(input.end - 1);
       ++s) {
    for (const DeedSign& sign : signs_in(s)) {
      if (sign.rank > 0) continue;
      float& fact =
          input.facts[signs + static_cast<size_t>(quad(lexicon_.list[sign.entry].type) - 1)];
      fact = std::min(1.0f, fact + 0.34f);
    }
  }
  for (uint32_t token = input.begin; token < input.end; ++token) {
    const std::string_view lemma = syntax_.lemma(token);
    if (lemma == "\"" || lemma == "“" || lemma == "''" || lemma == "``") input.facts[marks] = 1;
    if (lemma == "?") input.facts[marks + 1] = 1;
  }
}

void ScorerReader::add_structure(ScorerInput& input) const {
  const ScorerInput& at = input;
  float* shapes = input.facts.data() + shape;
  shapes[3] = static_cast<float>(at.end - at.begin) / 50.0f;
  if (at.source && at.target) {
    shapes[0] = *at.source < *at.target ? 1 : 0;
    const auto gap = std::abs(static_cast<double>(*at.source) - static_cast<double>(*at.target));
    shapes[1] = static_cast<float>(std::log1p(gap) / 4);
    shapes[2] = static_cast<float>(at.path.size()) / 10.0f;
    shapes[4] = at.top == at.source ? 1 : 0;
    shapes[5] = at.top == at.target ? 1 : 0;
    shapes[6] = at.top ? 0 : 1;
  }
  size_t group = relations;
  for (const auto& end : {at.source, at.target}) {
    if (end) {
      input.facts[group + relation_class(syntax_.token(*end).relation)] = 1;
      uint32_t last = *end;  // what hangs on the meeting point
      for (const uint32_t token : chain(syntax_, *end)) {
        if (at.top && token == *at.top) break;
        last = token;
      }
      input.facts[group + kRelationClasses + relation_class(syntax_.token(last).relation)] = 1;
    }
    group += 2 * kRelationClasses;
  }
  if (!at.top) return;
  input.facts[top_kind] = syntax_.is_verb(*at.top) ? 1 : 0;
  input.facts[top_kind + 1] = syntax_.is_noun(*at.top) ? 1 : 0;
  input.facts[top_kind + 2] = syntax_.is_passive(*at.top) ? 1 : 0;
  input.facts[top_kind + 3] = syntax_.fillers(*at.top, "neg").empty() ? 0 : 1;
  const Modality modality = modality_of(syntax_, lexicon_, *at.top);
  input.facts[top_status + static_cast<size_t>(modality.status)] = 1;
}

void ScorerReader::fill(const Pair& pair, ScorerInput& input) {
  place_tokens(pair, input);
  add_votes(pair, input);
  add_nearest(pair, input);
  add_counts(input);
  add_structure(input);
}

ScorerInput ScorerReader::pair(const std::optional<Filler>& source,
                               const std::optional<Filler>& target) {
  const auto& mentions = participants_.mentions();
  Pair pair;
  if (source) pair.source = &mentions[source->mention];
  if (target) pair.target = &mentions[target->mention];
  ScorerInput input;
  set_span(pair, input);
  if (source && pair.source->head < input.end) {
    pair.source_node = participants_.actor(*source).node;
    input.source = pair.source->head;
  }
  if (target && pair.target->head < input.end) {
    pair.target_node = participants_.actor(*target).node;
    input.target = pair.target->head;
  }
  join(input);
  fill(pair, input);
  return input;
}

ScorerInput ScorerReader::sentence(std::optional<uint32_t> index) {
  const auto& sentences = syntax_.document().sentences;
  ScorerInput input;
  input.begin = index ? sentences[*index].token_begin : 0;
  const uint32_t end = index ? sentences[*index].token_end : sentences.back().token_end;
  input.end = std::min(end, input.begin + kTokensMax);
  for (uint32_t token = input.begin; token < input.end && !input.top; ++token) {
    if (syntax_.token(token).head == kNoToken) input.top = token;
  }
  fill({}, input);
  return input;
}

}  // namespace entente
