// Features follow Zhang and Nivre (2011), adapted to arc-hybrid: words, tags and lemmas of the top
// of the stack and the front of the buffer, their outermost dependents, valency, distance, the
// relations already below them, and what stands between (McDonald et al. 2005). Greedy: 2 decisions
// a word. Tested in parser_test.cpp.
#include "documents/parser.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {
namespace {

const ParserWord kAbsent = {1, 1, 250, 30, 1, 9, false, false, false};

uint64_t distance_class(int distance) {
  if (distance <= 5) return static_cast<uint64_t>(std::max(distance, 0));
  return distance <= 8 ? 6 : distance <= 14 ? 7 : 8;
}

uint64_t casing(std::string_view form) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (form.empty() || !is_upper(form[0])) return 0;
  return form.size() > 1 && std::all_of(form.begin(), form.end(), is_upper) ? 2 : 1;
}

}  // namespace

ParserWord parser_word(std::string_view form, std::string_view lemma, uint8_t tag,
                       const TagName& name) {
  const std::string low = lower(form.substr(0, 64));
  ParserWord word;
  word.form = hash_text(low, 21);
  word.lemma = hash_text(lower(lemma.substr(0, 64)), 22);
  word.tag = tag;
  word.upos = static_cast<uint64_t>(name.upos);
  word.suffix = hash_text(low.substr(low.size() - std::min<size_t>(low.size(), 3)), 23);
  word.shape = casing(form);
  word.is_verb = name.upos == Upos::verb || name.upos == Upos::aux;
  word.is_comma = form == ",";
  word.is_conjunction = name.upos == Upos::cconj;
  return word;
}

ParserInput::ParserInput(std::vector<ParserWord> words) : words_(std::move(words)) {
  words_.push_back({2, 2, 251, 31, 2, 8, false, false, false});
  seen_.resize(words_.size() + 1);
  for (size_t i = 0; i < words_.size(); ++i) {
    seen_[i + 1] = seen_[i];
    seen_[i + 1][0] = static_cast<uint16_t>(seen_[i][0] + words_[i].is_verb);
    seen_[i + 1][1] = static_cast<uint16_t>(seen_[i][1] + words_[i].is_comma);
    seen_[i + 1][2] = static_cast<uint16_t>(seen_[i][2] + words_[i].is_conjunction);
  }
}

const ParserWord& ParserInput::word(int index) const {
  return index < 0 ? kAbsent : words_[static_cast<size_t>(index)];
}

uint64_t ParserInput::between(int left, int right) const {
  if (left < 0 || right < 0) return 77;
  uint64_t result = 0;
  for (size_t k = 0; k < 3; ++k) {
    const int count =
        seen_[static_cast<size_t>(right)][k] - seen_[static_cast<size_t>(left) + 1][k];
    result = result * 4 + static_cast<uint64_t>(std::clamp(count, 0, k == 0 ? 2 : 2));
  }
  return result;
}

struct ParserInput::Context {
  int s0, s1, s2, b0, b1, b2;
  const ParserWord &S0, &S1, &S2, &B0, &B1, &B2;
  ParserState::Node n0, n1, nb;  // of s0, s1, b0
};

ParserInput::Context ParserInput::context_of(const ParserState& state) const {
  const int s0 = state.stack(0), s1 = state.stack(1), s2 = state.stack(2);
  const int b0 = state.buffer(0), b1 = state.buffer(1), b2 = state.buffer(2);
  const auto node = [&](int i) { return i < 0 ? ParserState::Node{} : state.node(i); };
  return {s0,       s1,       s2,       b0,       b1,       b2,       word(s0), word(s1),
          word(s2), word(b0), word(b1), word(b2), node(s0), node(s1), node(b0)};
}

void ParserInput::word_features(const Context& c, FeatureList& out) const {
  for (const ParserWord* w : {&c.S0, &c.S1, &c.B0, &c.B1}) {
    out.add(w->form, w->tag);
    out.add(w->form);
    out.add(w->tag);
    out.add(w->lemma, w->upos);
    out.add(w->suffix, w->tag, w->shape);
  }
  out.add(c.S2.tag);
  out.add(c.S2.form, c.S2.tag);
  out.add(c.B2.tag);
  out.add(c.B2.form, c.B2.tag);
}

void ParserInput::pair_features(const Context& c, FeatureList& out) const {
  const uint64_t d = distance_class(c.s0 < 0 ? 0 : c.b0 - c.s0);
  const uint64_t ds = distance_class(c.s1 < 0 ? 0 : c.s0 - c.s1);
  const auto pair = [&](const ParserWord& a, const ParserWord& b, uint64_t distance) {
    out.add(a.form, a.tag, b.form, b.tag);
    out.add(a.form, a.tag, b.tag);
    out.add(a.tag, b.form, b.tag);
    out.add(a.form, b.form);
    out.add(a.tag, b.tag);
    out.add(a.lemma, b.lemma);
    out.add(a.lemma, a.upos, b.tag);
    out.add(a.tag, b.lemma, b.upos);
    out.add(a.tag, b.tag, distance);
    out.add(a.suffix, b.tag);
    out.add(a.tag, b.suffix);
  };
  pair(c.S0, c.B0, d);
  pair(c.S1, c.S0, ds);
  out.add(c.S1.tag, c.B0.tag);
  out.add(c.S1.lemma, c.B0.lemma);
  out.add(c.S0.tag, c.B0.tag, between(c.s0, c.b0));
  out.add(c.S1.tag, c.S0.tag, between(c.s1, c.s0));
  out.add(c.B0.tag, c.B1.tag);
  out.add(c.B0.form, c.B1.tag);
  out.add(c.B0.tag, c.B1.form);
  out.add(c.S0.form, d);
  out.add(c.B0.form, d);
  out.add(c.S1.form, ds);
}

void ParserInput::triple_features(const Context& c, FeatureList& out) const {
  const uint64_t s0 = c.S0.tag, s1 = c.S1.tag, s2 = c.S2.tag;
  const uint64_t b0 = c.B0.tag, b1 = c.B1.tag, b2 = c.B2.tag;
  out.add(b0, b1, b2);
  out.add(s0, b0, b1);
  out.add(s1, s0, b0);
  out.add(s2, s1, s0);
  out.add(s1, s0, b0, b1);
  out.add(c.S0.lemma, b0, b1);
  out.add(s0, c.B0.lemma, b1);
  out.add(s0, b0, c.B1.lemma);
  out.add(c.S1.lemma, s0, b0);
  out.add(s1, c.S0.lemma, b0);
  out.add(s1, s0, c.B0.lemma);
  out.add(c.S1.lemma, c.S0.lemma, b0);
  out.add(s1, c.S0.lemma, c.B0.lemma);
  out.add(c.S1.lemma, s0, c.B0.lemma);
}

void ParserInput::tree_features(const Context& c, const ParserState& state,
                                FeatureList& out) const {
  const auto relation = [&](int i) {
    return i < 0 ? 99u : static_cast<uint64_t>(state.node(i).relation);
  };
  const uint64_t s0 = c.S0.tag, s1 = c.S1.tag, b0 = c.B0.tag;
  const auto below = [&](const ParserState::Node& n, const ParserWord& self, uint64_t other) {
    out.add(word(n.left1).tag, self.tag, other);
    out.add(word(n.right1).tag, self.tag, other);
    out.add(word(n.left1).lemma, self.upos);
    out.add(word(n.right1).lemma, self.upos);
    out.add(relation(n.left1), self.tag, other);
    out.add(relation(n.right1), self.tag, other);
    out.add(relation(n.left1), relation(n.left2), self.tag);
    out.add(relation(n.right1), relation(n.right2), self.tag);
    out.add(n.left_relations, self.tag);
    out.add(n.right_relations, self.tag);
    out.add(n.left_relations, n.right_relations, self.lemma);
    out.add(n.left_count, n.right_count, self.tag);
    out.add(n.left_count, self.form);
    out.add(n.right_count, self.form);
  };
  below(c.n0, c.S0, b0);
  below(c.n1, c.S1, s0);
  below(c.nb, c.B0, s0);
  // The preposition or marker of a dependent decides where it goes: "talks with", "sent to".
  out.add(c.S1.lemma, word(c.n0.left1).lemma);
  out.add(c.S1.lemma, word(c.n0.left1).lemma, s0);
  out.add(s1, word(c.n0.left1).lemma, s0);
  out.add(c.B0.lemma, word(c.n0.left1).lemma, s0);
  out.add(c.n0.left_relations, s1, s0);
  out.add(c.n0.right_relations, s0, b0);
  out.add(c.n1.right_relations, s1, s0);
  out.add(c.nb.left_relations, s0, b0);
  out.add(c.n1.right_relations, c.S1.lemma, b0);
}

void ParserInput::features(const ParserState& state, FeatureList& out) const {
  out.clear();
  const Context c = context_of(state);
  word_features(c, out);
  pair_features(c, out);
  triple_features(c, out);
  tree_features(c, state, out);
}

Transition best_transition(const ParserState& state, const WeightTable::Scores& scores) {
  int best = -1;
  const bool left = state.allows(Move::left), right = state.allows(Move::right);
  const bool before_root = state.buffer(0) == state.root();
  if (state.allows(Move::shift)) best = 0;
  for (int index = 1; index < kTransitions; ++index) {
    const bool is_right = index % 2 == 0;
    if (!(is_right ? right : left)) continue;
    const bool is_root = transition_of(index).relation == Relation::root;
    if (is_root != (before_root && !is_right)) continue;
    if (best < 0 || scores[index] > scores[best]) best = index;
  }
  return transition_of(best);
}

ParserState parse(const ParserInput& input, const WeightTable& weights) {
  ParserState state(input.size());
  FeatureList features;
  while (!state.finished()) {
    WeightTable::Scores scores = {};
    input.features(state, features);
    weights.add_to(features, scores);
    state.apply(best_transition(state, scores));
  }
  return state;
}

}  // namespace entente
