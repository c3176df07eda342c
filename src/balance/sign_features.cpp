// See sign_features.h. Counts enter as logarithms, shares as log-odds drawn toward the network's
// own. Tempers: the chance that one's tie is friendly depends on the one who gives it and the one
// who takes it (the model of Rasch 1960, with a prior). Triads by direction and sign as Leskovec,
// Huttenlocher and Kleinberg (2010); paths of three compare the judgements of the first with those
// of others who judge the second, as recommenders do.
#include "balance/sign_features.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/local_search.h"
#include "base/check.h"

namespace entente {

namespace {

using enum SignReason;

constexpr SignFeature kFeatures[] = {
    {"temper of first", tempers, 0},
    {"repute of second", tempers, 0},
    {"temper and repute", tempers, 0.2F},
    {"the lower of both", tempers, 0},
    {"temper by repute", tempers, 0},
    {"first gives", tempers, 0},
    {"second takes", tempers, 0},
    {"first takes", tempers, 0},
    {"second gives", tempers, 0},
    {"first gives friendly", tempers, 0},
    {"first gives hostile", tempers, 0},
    {"second takes friendly", tempers, 0},
    {"second takes hostile", tempers, 0},
    {"first takes friendly", tempers, 0},
    {"first takes hostile", tempers, 0},
    {"second gives friendly", tempers, 0},
    {"second gives hostile", tempers, 0},
    {"tempers around first", tempers, 0},
    {"tempers around second", tempers, 0},
    {"reverse", reverse, 1},
    {"reverse known", reverse, 0},
    {"friends of both", neighbours, 0},
    {"friends of first alone", neighbours, 0},
    {"friends of second alone", neighbours, 0},
    {"enemies of both", neighbours, 0},
    {"votes of triads", neighbours, 1},
    {"surprise of triads", neighbours, 0.3F},
    {"out out ++", neighbours, 0},
    {"out out +-", neighbours, 0},
    {"out out -+", neighbours, 0},
    {"out out --", neighbours, 0},
    {"out in ++", neighbours, 0},
    {"out in +-", neighbours, 0},
    {"out in -+", neighbours, 0},
    {"out in --", neighbours, 0},
    {"in out ++", neighbours, 0},
    {"in out +-", neighbours, 0},
    {"in out -+", neighbours, 0},
    {"in out --", neighbours, 0},
    {"in in ++", neighbours, 0},
    {"in in +-", neighbours, 0},
    {"in in -+", neighbours, 0},
    {"in in --", neighbours, 0},
    {"those alike", alike, 0.5F},
    {"those alike, sum", alike, 0},
    {"those alike, mean", alike, 0},
    {"surprise alike", alike, 0},
    {"surprise alike, mean", alike, 0},
    {"camps", camps, 0},
    {"hold of the camps", camps, 1.5F},
};

constexpr uint32_t kTemperRounds = 10;
constexpr double kTemperVariance = 1;
constexpr uint32_t kHub = 1000;  // whom so many judge, is no sign of likeness

double chance(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// Arcs by one end.
struct Arc {
  uint32_t other;
  float sign;          // weight, at most 1
  float surprise = 0;  // friendly (1) or not (0), less the chance by tempers
};
struct Rows {
  std::vector<uint32_t> start;
  std::vector<Arc> arcs;
  std::vector<double> friendly, hostile;  // sums by actor

  std::span<const Arc> of(uint32_t actor) const {
    return {arcs.data() + start[actor], arcs.data() + start[actor + 1]};
  }
  std::span<Arc> of(uint32_t actor) {
    return {arcs.data() + start[actor], arcs.data() + start[actor + 1]};
  }
  uint32_t size(uint32_t actor) const { return start[actor + 1] - start[actor]; }
};

// The weight that counts in full: that of the middle arc.
float full_weight(const SignedArcs& known) {
  if (known.arcs.empty()) return 1;
  std::vector<float> weights;
  for (const SignedArc& arc : known.arcs) weights.push_back(std::fabs(arc.weight));
  const auto middle = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 2);
  std::nth_element(weights.begin(), middle, weights.end());
  return *middle;
}

Rows rows_of(const SignedArcs& known, bool outgoing) {
  Rows rows;
  rows.start.resize(known.actors + 1);
  rows.friendly.resize(known.actors);
  rows.hostile.resize(known.actors);
  const auto each = [&](const auto& visit) {
    for (const SignedArc& arc : known.arcs) {
      if (outgoing || !known.directed) visit(arc.from, arc.to, arc.weight);
      if (!outgoing || !known.directed) visit(arc.to, arc.from, arc.weight);
    }
  };
  each([&](uint32_t end, uint32_t, float) { ++rows.start[end]; });
  std::partial_sum(rows.start.begin(), rows.start.end(), rows.start.begin());
  rows.arcs.resize(rows.start.back());
  const float full = full_weight(known);
  each([&](uint32_t end, uint32_t other, float weight) {
    const float sign = std::copysign(std::min(1.0F, std::fabs(weight) / full), weight);
    rows.arcs[--rows.start[end]] = {other, sign};
    (sign > 0 ? rows.friendly : rows.hostile)[end] += std::fabs(sign);
  });
  return rows;
}

class FeatureMaker {
 public:
  FeatureMaker(const SignedArcs& known, uint64_t seed) : known_(known), out_(rows_of(known, true)) {
    if (known.directed) own_in_ = rows_of(known, false);
    double friends = 1;
    for (const SignedArc& arc : known.arcs) friends += arc.weight > 0 ? 1 : 0;
    share_ = friends / (static_cast<double>(known.arcs.size()) + 2);
    base_ = std::log(share_ / (1 - share_));
    fit_tempers();
    note_surprises();
    place_in_camps(seed);
    damp_.resize(known.actors);
    for (uint32_t actor = 0; actor < known.actors; ++actor)
      damp_[actor] = 1 / std::sqrt(1 + static_cast<float>(in().size(actor)));
    for (std::vector<float>* values :
         {&sign_out_, &sign_in_, &surprise_, &alike_, &alike_surprise_})
      values->resize(known.actors);
    is_alike_.resize(known.actors);
  }

  std::vector<float> make(const std::vector<ActorPair>& pairs) {
    std::vector<ActorPair> oriented = pairs;
    if (!known_.directed) {
      for (ActorPair& pair : oriented)
        if (out_.size(pair.first) > out_.size(pair.second)) std::swap(pair.first, pair.second);
    }
    std::vector<uint32_t> order(pairs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return oriented[a].first < oriented[b].first; });
    std::vector<float> features(pairs.size() * std::size(kFeatures));
    for (size_t i = 0; i < order.size();) {
      const uint32_t actor = oriented[order[i]].first;
      look_around(actor);
      for (; i < order.size() && oriented[order[i]].first == actor; ++i) {
        next_ = features.data() + order[i] * std::size(kFeatures);
        const float* end = next_ + std::size(kFeatures);
        describe(actor, oriented[order[i]].second);
        CHECK(next_ == end);
      }
      forget(actor);
    }
    return features;
  }

 private:
  const Rows& in() const { return known_.directed ? own_in_ : out_; }

  // Log-odds of friendly against hostile, as if `doubt` ties of the network's mean were there.
  double odds(double friendly, double hostile, double doubt) const {
    return std::log((friendly + doubt * share_) / (hostile + doubt * (1 - share_))) - base_;
  }

  void fit_tempers() {
    giver_.resize(known_.actors);
    if (known_.directed) own_taker_.resize(known_.actors);
    for (uint32_t round = 0; round < kTemperRounds; ++round) {
      for (uint32_t actor = 0; actor < known_.actors; ++actor)
        fit_temper(giver_[actor], out_.of(actor), taker());
      if (!known_.directed) continue;
      for (uint32_t actor = 0; actor < known_.actors; ++actor)
        fit_temper(own_taker_[actor], own_in_.of(actor), giver_);
    }
  }

  // One step of Newton.
  void fit_temper(float& temper, std::span<const Arc> arcs, const std::vector<float>& others) {
    double slope = -temper / kTemperVariance, curvature = 1 / kTemperVariance;
    for (const Arc& arc : arcs) {
      const double expected = chance(base_ + temper + others[arc.other]);
      const double weight = std::fabs(arc.sign);
      slope += weight * ((arc.sign > 0 ? 1 : 0) - expected);
      curvature += weight * expected * (1 - expected);
    }
    temper += static_cast<float>(slope / curvature);
  }

  const std::vector<float>& taker() const { return known_.directed ? own_taker_ : giver_; }

  void note_surprises() {
    const auto note = [&](Rows& rows, const std::vector<float>& own,
                          const std::vector<float>& others) {
      for (uint32_t actor = 0; actor < known_.actors; ++actor)
        for (Arc& arc : rows.of(actor))
          arc.surprise = static_cast<float>((arc.sign > 0 ? 1 : 0) -
                                            chance(base_ + own[actor] + others[arc.other]));
    };
    note(out_, giver_, taker());
    if (known_.directed) note(own_in_, own_taker_, giver_);
  }

  // Camps of the ties known, and how firmly each actor's own hold it in its camp, -1 to 1.
  void place_in_camps(uint64_t seed) {
    SignedGraph graph{known_.actors, {}};
    for (const SignedArc& arc : known_.arcs)
      graph.edges.push_back({arc.from, arc.to, arc.weight > 0 ? 1 : -1});
    graph = simplify(graph).graph;
    Random random(seed);
    const Adjacency adjacency(graph);
    const bool small = graph.edges.size() < 20'000;
    const AnnealingOptions options = {.sweeps = small ? 60U : 10U, .restarts = small ? 4U : 1U};
    const Sides side = anneal(graph, adjacency, Sides(graph.actors, 1), random, options).side;
    std::vector<float> ties(graph.actors);
    hold_.resize(graph.actors);
    for (const SignedEdge& edge : graph.edges) {
      const auto sign = static_cast<float>(edge.weight > 0 ? 1 : -1);
      hold_[edge.a] += sign * side[edge.b];
      hold_[edge.b] += sign * side[edge.a];
      ++ties[edge.a], ++ties[edge.b];
    }
    for (uint32_t actor = 0; actor < graph.actors; ++actor) hold_[actor] /= 1 + ties[actor];
  }

  void look_around(uint32_t actor) {
    for (const Arc& arc : out_.of(actor)) {
      sign_out_[arc.other] = arc.sign;
      surprise_[arc.other] += arc.surprise;
      if (in().size(arc.other) > kHub) continue;
      const float sign = damp_[arc.other] * arc.sign;
      const float surprise = damp_[arc.other] * arc.surprise;
      for (const Arc& back : in().of(arc.other)) {
        if (back.other == actor) continue;
        if (!is_alike_[back.other]) {
          is_alike_[back.other] = true;
          touched_.push_back(back.other);
        }
        alike_[back.other] += sign * back.sign;
        alike_surprise_[back.other] += surprise * back.surprise;
      }
    }
    if (!known_.directed) return;
    for (const Arc& arc : own_in_.of(actor)) {
      sign_in_[arc.other] = arc.sign;
      surprise_[arc.other] += arc.surprise;
    }
  }

  void forget(uint32_t actor) {
    for (const uint32_t other : touched_) {
      alike_[other] = alike_surprise_[other] = 0;
      is_alike_[other] = false;
    }
    touched_.clear();
    for (const Arc& arc : out_.of(actor)) sign_out_[arc.other] = surprise_[arc.other] = 0;
    for (const Arc& arc : in().of(actor)) sign_in_[arc.other] = surprise_[arc.other] = 0;
  }

  void put(double value) { *next_++ = static_cast<float>(value); }
  void put_count(double count) { put(std::log1p(count)); }

  void describe(uint32_t u, uint32_t v) {
    describe_ends(u, v);
    put(sign_in_[v]);
    put(std::fabs(sign_in_[v]));
    describe_triads(u, v);
    describe_alike(u, v);
    const float hold = hold_[u] * hold_[v];
    put(hold > 0 ? 1 : hold < 0 ? -1 : 0);
    put(hold);
  }

  void describe_ends(uint32_t u, uint32_t v) {
    const double temper = giver_[u], repute = taker()[v];
    put(temper);
    put(repute);
    put(temper + repute);
    put(std::min(temper, repute));
    put(temper * repute);
    constexpr double kDoubt = 2;
    put(odds(out_.friendly[u], out_.hostile[u], kDoubt));
    put(odds(in().friendly[v], in().hostile[v], kDoubt));
    const bool both = known_.directed;
    put(both ? odds(own_in_.friendly[u], own_in_.hostile[u], kDoubt) : 0);
    put(both ? odds(out_.friendly[v], out_.hostile[v], kDoubt) : 0);
    put_count(out_.friendly[u]);
    put_count(out_.hostile[u]);
    put_count(in().friendly[v]);
    put_count(in().hostile[v]);
    put_count(both ? own_in_.friendly[u] : 0);
    put_count(both ? own_in_.hostile[u] : 0);
    put_count(both ? out_.friendly[v] : 0);
    put_count(both ? out_.hostile[v] : 0);
    put(mean_temper(out_.of(u), taker()));
    put(mean_temper(in().of(v), giver_));
  }

  static double mean_temper(std::span<const Arc> arcs, const std::vector<float>& tempers) {
    double sum = 0;
    for (const Arc& arc : arcs) sum += tempers[arc.other];
    return sum / (static_cast<double>(arcs.size()) + 1);
  }

  // Shared neighbours, by what they are to either end.
  struct Triads {
    double count[2][2][2][2] = {};  // arc of first out, in; of second out, in; hostile or not, both
    double shared[2][2] = {};
    double votes[2] = {};  // for enmity, for friendship
    double surprise = 0;
  };

  void describe_triads(uint32_t u, uint32_t v) {
    Triads triads;
    for (const Arc& arc : in().of(v)) add_triads(arc, 1, triads);
    if (known_.directed)
      for (const Arc& arc : out_.of(v)) add_triads(arc, 0, triads);
    for (const auto& by_second : triads.shared)
      for (const double count : by_second) put_count(count);
    put(odds(triads.votes[1], triads.votes[0], 1));
    put(triads.surprise / std::sqrt(0.01 + damp_[u] * damp_[v]));
    for (const auto& first_way : triads.count)
      for (const auto& way : first_way)
        for (const auto& by_second : way)
          for (const double count : by_second) put_count(known_.directed ? count : 0);
  }

  void add_triads(const Arc& arc, size_t second_way, Triads& triads) {
    const uint32_t w = arc.other;
    const auto add = [&](float first_sign, size_t first_way) {
      if (first_sign == 0) return;
      const double weight = std::min(std::fabs(first_sign), std::fabs(arc.sign));
      const size_t a = first_sign < 0 ? 1 : 0, b = arc.sign < 0 ? 1 : 0;
      triads.count[first_way][second_way][a][b] += weight;
      triads.shared[a][b] += weight;
      triads.votes[a == b ? 1 : 0] += weight / std::log(2.0 + out_.size(w));
    };
    triads.surprise += surprise_[w] * arc.surprise * damp_[w];
    add(sign_out_[w], 0);
    if (known_.directed) add(sign_in_[w], 1);
  }

  void describe_alike(uint32_t u, uint32_t v) {
    double friendly = 0, hostile = 0, surprise = 0, squares = 0, sum = 0;
    for (const Arc& arc : in().of(v)) {
      if (!is_alike_[arc.other]) continue;
      const double vote = alike_[arc.other] * damp_[arc.other] * arc.sign;
      (vote > 0 ? friendly : hostile) += std::fabs(vote);
      const double likeness = alike_surprise_[arc.other] * damp_[arc.other];
      surprise += likeness * arc.surprise;
      squares += likeness * likeness;
      sum += std::fabs(likeness);
    }
    put(odds(friendly, hostile, damp_[u]));
    put(friendly - hostile);
    put((friendly - hostile) * damp_[v]);
    put(surprise / std::sqrt(0.02 + squares));
    put(surprise / (0.1 + sum));
  }

  const SignedArcs& known_;
  Rows out_, own_in_;
  double share_ = 0.5, base_ = 0;         // of friendly ties; its log-odds
  std::vector<float> giver_, own_taker_;  // tempers, reputes
  std::vector<float> damp_;               // the less, the more arcs an actor has
  std::vector<float> hold_;               // of its camp; the sign is the camp
  // Around the first actor of the pairs at hand.
  std::vector<float> sign_out_, sign_in_, surprise_, alike_, alike_surprise_;
  std::vector<bool> is_alike_;
  std::vector<uint32_t> touched_;
  float* next_ = nullptr;  // where the next feature goes
};

}  // namespace

std::span<const SignFeature> sign_features() { return kFeatures; }

std::vector<float> features_of(const SignedArcs& known, const std::vector<ActorPair>& pairs,
                               uint64_t seed) {
  return FeatureMaker(known, seed).make(pairs);
}

}  // namespace entente
