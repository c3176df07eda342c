// See sign_features.h. Counts enter as logarithms, shares as log-odds drawn toward the network's
// own. Triads by direction and sign as Leskovec, Huttenlocher and Kleinberg (2010); paths of three
// compare the judgements of the first with those of others who judge the second, as recommenders
// do. Likes: how either end stands to those who resemble the other in repute and number of ties.
#include "balance/sign_features.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "balance/local_search.h"
#include "balance/sign_roles.h"
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
    {"paths", alike, 0},
    {"paths, first tie", tempers, 0},
    {"paths, middle tie", alike, 0},
    {"paths, last tie", tempers, 0},
    {"paths, first and middle tie", alike, 0},
    {"paths, middle and last tie", alike, 0},
    {"paths, first and last tie", alike, 0},
    {"paths, all ties", alike, 0},
    {"first gives such repute", tempers, 0},
    {"first gives so many ties", tempers, 0},
    {"first gives both", tempers, 0},
    {"second takes such temper", tempers, 0},
    {"second takes so many ties", tempers, 0},
    {"second takes both", tempers, 0},
    {"ties of first", tempers, 0},
    {"ties of second", tempers, 0},
    {"ties of friends of first", tempers, 0},
    {"ties of enemies of first", tempers, 0},
    {"tempers of friends of first", tempers, 0},
    {"tempers of enemies of first", tempers, 0},
    {"ties of friends of second", tempers, 0},
    {"ties of enemies of second", tempers, 0},
    {"tempers of friends of second", tempers, 0},
    {"tempers of enemies of second", tempers, 0},
};

constexpr uint32_t kHub = 1000;   // whom so many judge, is no sign of likeness
constexpr uint32_t kLikes = 400;  // ties looked at for likes, evenly spread

// Actors are numbered by their ties, so that those met most lie close to each other in memory.
std::vector<uint32_t> numbers_by_ties(const SignedArcs& known) {
  std::vector<uint32_t> ties(known.actors), order(known.actors), number(known.actors);
  for (const SignedArc& arc : known.arcs) ++ties[arc.from], ++ties[arc.to];
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return ties[a] > ties[b]; });
  for (uint32_t i = 0; i < known.actors; ++i) number[order[i]] = i;
  return number;
}

SignedArcs renumbered(const SignedArcs& known, const std::vector<uint32_t>& number) {
  SignedArcs arcs{known.actors, known.directed, {}, {}};
  for (const SignedArc& arc : known.arcs)
    arcs.arcs.push_back({number[arc.from], number[arc.to], arc.weight});
  return arcs;
}

class FeatureMaker {
 public:
  FeatureMaker(const SignedArcs& known, uint64_t seed)
      : number_(numbers_by_ties(known)), known_(renumbered(known, number_)), roles_(known_) {
    place_in_camps(seed);
    damp_.resize(known.actors);
    for (uint32_t actor = 0; actor < known.actors; ++actor)
      damp_[actor] = 1 / std::sqrt(1 + static_cast<float>(in().size(actor)));
    between_.resize(known.actors);
    touched_.resize(known.actors + 1);
  }

  std::vector<float> make(const std::vector<ActorPair>& pairs) {
    std::vector<ActorPair> oriented;
    for (const ActorPair& pair : pairs) {
      ActorPair own{number_[pair.first], number_[pair.second]};
      if (!known_.directed && own.first < own.second) std::swap(own.first, own.second);
      oriented.push_back(own);
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
  const SignRole& out() const { return roles_.giving(); }
  const SignRole& in() const { return roles_.taking(); }
  double odds(double friendly, double hostile, double doubt) const {
    return roles_.odds(friendly, hostile, doubt);
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

  // What lies between the first actor and another. 32 bytes, since most of the time goes into
  // fetching these.
  struct alignas(32) Between {
    float sign_out = 0, sign_in = 0, surprise = 0;  // of the ties of these two
    // Sums over the paths of two ties, to someone shared and on, the less the more ties the shared
    // one has: of all, and by the signs of the first tie, the second and both.
    float all = 0, first = 0, middle = 0, both = 0, path_surprise = 0;
  };

  void look_around(uint32_t actor) {
    for (const RoleTie& arc : out().of(actor)) {
      between_[arc.other].sign_out = arc.sign;
      between_[arc.other].surprise += arc.surprise;
      if (in().size(arc.other) > kHub) continue;
      const float sign = damp_[arc.other] * arc.sign, size = std::fabs(sign);
      const float surprise = damp_[arc.other] * arc.surprise;
      const std::span<const RoleTie> further = in().of(arc.other);
      for (size_t i = 0; i < further.size(); ++i) {
        const RoleTie& back = further[i];
        if (back.other == actor) continue;
        __builtin_prefetch(&between_[further[std::min(i + 8, further.size() - 1)].other], 1);
        Between& between = between_[back.other];
        touched_[touched_count_] = back.other;
        touched_count_ += between.all == 0 ? 1 : 0;
        const float back_size = std::fabs(back.sign);
        between.all += size * back_size;
        between.first += sign * back_size;
        between.middle += size * back.sign;
        between.both += sign * back.sign;
        between.path_surprise += surprise * back.surprise;
      }
    }
    if (!known_.directed) return;
    for (const RoleTie& arc : in().of(actor)) {
      between_[arc.other].sign_in = arc.sign;
      between_[arc.other].surprise += arc.surprise;
    }
  }

  void forget(uint32_t actor) {
    for (size_t i = 0; i < touched_count_; ++i) between_[touched_[i]] = {};
    touched_count_ = 0;
    for (const RoleTie& arc : out().of(actor)) between_[arc.other] = {};
    for (const RoleTie& arc : in().of(actor)) between_[arc.other] = {};
  }

  void put(double value) { *next_++ = static_cast<float>(value); }
  void put_count(double count) { put(std::log1p(count)); }

  void describe(uint32_t u, uint32_t v) {
    Triads triads;
    Chains chains;
    for (const RoleTie& arc : in().of(v)) {
      const Between& between = between_[arc.other];
      add_triads(between, arc, 1, triads);
      if (between.all != 0) add_chains(between, arc, chains);
    }
    if (known_.directed)
      for (const RoleTie& arc : out().of(v)) add_triads(between_[arc.other], arc, 0, triads);
    describe_ends(u, v);
    put(between_[v].sign_in);
    put(std::fabs(between_[v].sign_in));
    describe_triads(triads, damp_[u] * damp_[v]);
    describe_alike(chains, damp_[u], damp_[v]);
    const float hold = hold_[u] * hold_[v];
    put(hold > 0 ? 1 : hold < 0 ? -1 : 0);
    put(hold);
    describe_chains(chains);
    describe_likes(out().of(u), in(), v);
    describe_likes(in().of(v), out(), u);
    put(out().ties[u]);
    put(in().ties[v]);
    for (const Company& company : {out().company[u], in().company[v]}) {
      put(company.friends_ties);
      put(company.enemies_ties);
      put(company.friends_temper);
      put(company.enemies_temper);
    }
  }

  void describe_ends(uint32_t u, uint32_t v) {
    const double temper = out().temper[u], repute = in().temper[v];
    put(temper);
    put(repute);
    put(temper + repute);
    put(std::min(temper, repute));
    put(temper * repute);
    constexpr double kDoubt = 2;
    put(odds(out().friendly[u], out().hostile[u], kDoubt));
    put(odds(in().friendly[v], in().hostile[v], kDoubt));
    const bool both = known_.directed;
    put(both ? odds(in().friendly[u], in().hostile[u], kDoubt) : 0);
    put(both ? odds(out().friendly[v], out().hostile[v], kDoubt) : 0);
    put_count(out().friendly[u]);
    put_count(out().hostile[u]);
    put_count(in().friendly[v]);
    put_count(in().hostile[v]);
    put_count(both ? in().friendly[u] : 0);
    put_count(both ? in().hostile[u] : 0);
    put_count(both ? out().friendly[v] : 0);
    put_count(both ? out().hostile[v] : 0);
    put(out().company[u].temper);
    put(in().company[v].temper);
  }

  // Shared neighbours, by what they are to either end.
  struct Triads {
    double count[2][2][2][2] = {};  // arc of first out, in; of second out, in; hostile or not, both
    double shared[2][2] = {};
    double votes[2] = {};  // for enmity, for friendship
    double surprise = 0;
  };

  void describe_triads(const Triads& triads, float damp) {
    for (const auto& by_second : triads.shared)
      for (const double count : by_second) put_count(count);
    put(odds(triads.votes[1], triads.votes[0], 1));
    put(triads.surprise / std::sqrt(0.01 + damp));
    for (const auto& first_way : triads.count)
      for (const auto& way : first_way)
        for (const auto& by_second : way)
          for (const double count : by_second) put_count(known_.directed ? count : 0);
  }

  void add_triads(const Between& between, const RoleTie& arc, size_t second_way,
                  Triads& triads) const {
    const uint32_t w = arc.other;
    const auto add = [&](float first_sign, size_t first_way) {
      if (first_sign == 0) return;
      const double weight = std::min(std::fabs(first_sign), std::fabs(arc.sign));
      const size_t a = first_sign < 0 ? 1 : 0, b = arc.sign < 0 ? 1 : 0;
      triads.count[first_way][second_way][a][b] += weight;
      triads.shared[a][b] += weight;
      triads.votes[a == b ? 1 : 0] += weight / std::log(2.0 + out().size(w));
    };
    triads.surprise += between.surprise * arc.surprise * damp_[w];
    add(between.sign_out, 0);
    if (known_.directed) add(between.sign_in, 1);
  }

  // Paths of three: first to shared to someone alike to second.
  struct Chains {
    double all = 0, by_sign[7] = {};   // of the first, middle, last tie, and products of these
    double friendly = 0, hostile = 0;  // by the product of all three
    double surprise = 0, squares = 0, sum = 0;  // of likenesses
  };

  void add_chains(const Between& between, const RoleTie& arc, Chains& chains) const {
    const float damp = damp_[arc.other];
    const float sign = damp * arc.sign, size = std::fabs(sign);
    chains.all += size * between.all;
    chains.by_sign[0] += size * between.first;
    chains.by_sign[1] += size * between.middle;
    chains.by_sign[2] += sign * between.all;
    chains.by_sign[3] += size * between.both;
    chains.by_sign[4] += sign * between.middle;
    chains.by_sign[5] += sign * between.first;
    const double vote = sign * between.both;
    chains.by_sign[6] += vote;
    (vote > 0 ? chains.friendly : chains.hostile) += std::fabs(vote);
    const double likeness = between.path_surprise * damp;
    chains.surprise += likeness * arc.surprise;
    chains.squares += likeness * likeness;
    chains.sum += std::fabs(likeness);
  }

  void describe_alike(const Chains& chains, float damp_of_first, float damp_of_second) {
    const double votes = chains.friendly - chains.hostile;
    put(odds(chains.friendly, chains.hostile, damp_of_first));
    put(votes);
    put(votes * damp_of_second);
    put(chains.surprise / std::sqrt(0.02 + chains.squares));
    put(chains.surprise / (0.1 + chains.sum));
  }

  void describe_chains(const Chains& chains) {
    constexpr double kDoubt = 0.05;
    put_count(chains.all);
    for (const double sum : chains.by_sign) put(sum / (kDoubt + chains.all));
  }

  // An end's ties to those who are like the other end, the nearer the more: half of the weight at
  // half a unit of temper, or at e times the ties.
  void describe_likes(std::span<const RoleTie> arcs, const SignRole& role, uint32_t other) {
    float sums[3] = {}, signed_sums[3] = {};
    for (size_t i = 0, step = 1 + arcs.size() / kLikes; i < arcs.size(); i += step) {
      const float temper = role.temper[arcs[i].other] - role.temper[other];
      const float ties = role.ties[arcs[i].other] - role.ties[other];
      const float by_temper = 1 + 4 * temper * temper, by_ties = 1 + ties * ties;
      const float both = 1 / (by_temper * by_ties), sign = arcs[i].sign, size = std::fabs(sign);
      sums[0] += size * both * by_ties;
      signed_sums[0] += sign * both * by_ties;
      sums[1] += size * both * by_temper;
      signed_sums[1] += sign * both * by_temper;
      sums[2] += size * both;
      signed_sums[2] += sign * both;
    }
    for (const size_t i : {0, 1, 2})
      put(odds((sums[i] + signed_sums[i]) / 2, std::max(0.0F, sums[i] - signed_sums[i]) / 2, 1));
  }

  std::vector<uint32_t> number_;  // of each actor here
  SignedArcs known_;              // by these numbers
  SignRoles roles_;
  std::vector<float> damp_;  // the less, the more arcs an actor has
  std::vector<float> hold_;  // of its camp; the sign is the camp
  // Around the first actor of the pairs at hand.
  std::vector<Between> between_;
  std::vector<uint32_t> touched_;  // of paths; one place more than there are actors
  size_t touched_count_ = 0;
  float* next_ = nullptr;  // where the next feature goes
};

}  // namespace

std::span<const SignFeature> sign_features() { return kFeatures; }

std::vector<float> features_of(const SignedArcs& known, const std::vector<ActorPair>& pairs,
                               uint64_t seed) {
  return FeatureMaker(known, seed).make(pairs);
}

}  // namespace entente
