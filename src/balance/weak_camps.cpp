// See weak_camps.h.
#include "balance/weak_camps.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <unordered_map>

#include "base/check.h"

namespace entente {

namespace {

// -ln(-ln u) at 65536 even quantiles: added to each pull, it makes the greatest a draw from the
// heat bath.
double heat_bath_noise(Random& random) {
  static const std::vector<float> quantiles = [] {
    std::vector<float> made;
    for (int i = 0; i < 65536; ++i)
      made.push_back(static_cast<float>(-std::log(-std::log((i + 0.5) / 65536))));
    return made;
  }();
  return static_cast<double>(quantiles[random.next() & 65535]);
}

// Labels and moves on one graph; `stock` camps at most.
class LabelWalker {
 public:
  LabelWalker(const SignedGraph& graph, Labels labels, uint32_t stock)
      : start_(graph.actors + 1), arcs_(2 * graph.edges.size()), labels_(std::move(labels)) {
    for (const SignedEdge& edge : graph.edges) ++start_[edge.a], ++start_[edge.b];
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    for (const SignedEdge& edge : graph.edges) {
      arcs_[--start_[edge.a]] = {edge.b, static_cast<double>(edge.weight)};
      arcs_[--start_[edge.b]] = {edge.a, static_cast<double>(edge.weight)};
    }
    const uint32_t used =
        labels_.empty() ? 0 : 1 + *std::max_element(labels_.begin(), labels_.end());
    const auto camps = std::max<uint32_t>(used, std::min(stock, graph.actors));
    sizes_.resize(camps);
    sums_.resize(camps);
    for (const uint32_t label : labels_) ++sizes_[label];
    for (uint32_t camp = camps; camp-- > 0;)
      if (sizes_[camp] == 0) free_.push_back(camp);
  }

  const Labels& labels() const { return labels_; }
  uint64_t work() const { return work_; }

  // Each actor once, in the order given: to the camp of the greatest pull plus noise.
  void sweep(const std::vector<uint32_t>& order, double temperature, Random& random) {
    for (const uint32_t actor : order) move(actor, temperature, &random);
  }

  // Until no single move helps.
  void descend(std::vector<uint32_t> queue) {
    std::vector<bool> queued(labels_.size());
    for (const uint32_t actor : queue) queued[actor] = true;
    for (size_t i = 0; i < queue.size(); ++i) {
      const uint32_t actor = queue[i];
      queued[actor] = false;
      if (!move(actor, 0, nullptr)) continue;
      for (const Arc& arc : of(actor)) {
        if (queued[arc.actor] || labels_[arc.actor] == labels_[actor]) continue;
        queued[arc.actor] = true;
        queue.push_back(arc.actor);
      }
    }
  }

 private:
  struct Arc {
    uint32_t actor;
    double weight;
  };
  std::span<const Arc> of(uint32_t actor) const {
    return {arcs_.data() + start_[actor], arcs_.data() + start_[actor + 1]};
  }

  bool move(uint32_t actor, double temperature, Random* random) {
    const uint32_t own = labels_[actor];
    touched_.clear();
    for (const Arc& arc : of(actor)) {
      const uint32_t camp = labels_[arc.actor];
      if (sums_[camp] == 0) touched_.push_back(camp);
      sums_[camp] += arc.weight;
    }
    work_ += 30 + 8 * of(actor).size();
    const auto merit = [&](double pull) {
      return random ? pull + temperature * heat_bath_noise(*random) : pull;
    };
    uint32_t best = own;
    double most = merit(sums_[own]);
    // Noise above 12 or below -3 hardly ever occurs, so most camps need none.
    const auto hopeless = [&](double pull) { return pull + 12 * temperature < most; };
    if (!free_.empty() && sizes_[own] > 1 && !hopeless(0))
      if (const double alone = merit(0); alone > most) most = alone, best = free_.back();
    for (const uint32_t camp : touched_) {
      if (camp == own || hopeless(sums_[camp])) continue;
      if (const double pull = merit(sums_[camp]); pull > most) most = pull, best = camp;
    }
    for (const uint32_t camp : touched_) sums_[camp] = 0;
    if (best == own) return false;
    if (sizes_[best]++ == 0) free_.pop_back();
    if (--sizes_[own] == 0) free_.push_back(own);
    labels_[actor] = best;
    return true;
  }

  std::vector<uint32_t> start_;
  std::vector<Arc> arcs_;
  Labels labels_;
  std::vector<uint32_t> sizes_, free_, touched_;
  std::vector<double> sums_;  // of whole numbers below 2^53
  uint64_t work_ = 0;
};

// Labels 0, 1, ... by first appearance.
uint32_t renumber(Labels& labels) {
  std::unordered_map<uint32_t, uint32_t> number;
  for (uint32_t& label : labels)
    label = number.try_emplace(label, static_cast<uint32_t>(number.size())).first->second;
  return static_cast<uint32_t>(number.size());
}

// Actors that both put together get one number.
Labels meet(const Labels& one, const Labels& other) {
  std::unordered_map<uint64_t, uint32_t> number;
  Labels groups;
  for (size_t i = 0; i < one.size(); ++i)
    groups.push_back(
        number.try_emplace(uint64_t{one[i]} << 32 | other[i], static_cast<uint32_t>(number.size()))
            .first->second);
  return groups;
}

SignedGraph contract(const SignedGraph& graph, const Labels& groups, uint32_t count) {
  std::vector<Place> places;
  for (const uint32_t group : groups) places.push_back({group, 1});
  return fold(graph, places, count).graph;
}

class WeakSearch {
 public:
  WeakSearch(const SignedGraph& graph, Random& random, const WeakSearchOptions& options)
      : graph_(graph), random_(random), options_(options) {}

  WeakFound run(const Labels& start) {
    Labels best = climb(graph_, start);
    int64_t least = disagreement_of(graph_, best);
    const double mean = static_cast<double>(total_weight(graph_)) /
                        static_cast<double>(std::max<size_t>(1, graph_.edges.size()));
    for (uint32_t restart = 0; restart < options_.restarts && least > options_.enough; ++restart) {
      if (over()) break;
      Labels other = climb(graph_, anneal(best, mean, restart));
      other = unite(best, other);
      const int64_t cost = disagreement_of(graph_, other);
      if (cost > least) continue;
      least = cost;
      best = std::move(other);
    }
    renumber(best);
    return {std::move(best), work_};
  }

 private:
  bool over() const { return work_ >= options_.work_max || (options_.stop && *options_.stop); }

  std::vector<uint32_t> shuffled(uint32_t count) {
    std::vector<uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    for (uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    return order;
  }

  Labels anneal(const Labels& start, double mean, uint32_t restart) {
    Labels begin = start;
    if (restart % 2 == 1 && options_.camps_max >= graph_.actors)
      std::iota(begin.begin(), begin.end(), 0u);  // everybody alone
    LabelWalker walker(graph_, std::move(begin), options_.camps_max);
    const double hot = 0.8 * mean, cold = 0.05 * mean;
    for (uint32_t sweep = 0; sweep < options_.sweeps && !over(); ++sweep) {
      const uint64_t before = walker.work();
      walker.sweep(shuffled(graph_.actors),
                   hot * std::pow(cold / hot, (sweep + 0.5) / options_.sweeps), random_);
      work_ += walker.work() - before;
    }
    return walker.labels();
  }

  // Downhill by single actors, then by whole camps, until neither helps.
  Labels climb(const SignedGraph& graph, const Labels& start) {
    LabelWalker walker(graph, start, options_.camps_max);
    walker.descend(shuffled(graph.actors));
    work_ += walker.work();
    Labels labels = walker.labels();
    const uint32_t camps = renumber(labels);
    if (camps == graph.actors || graph.edges.empty()) return labels;
    const SignedGraph coarse = contract(graph, labels, camps);
    work_ += 40 * graph.edges.size();
    Labels identity(camps);
    std::iota(identity.begin(), identity.end(), 0u);
    const Labels joined = climb(coarse, identity);
    for (uint32_t& label : labels) label = joined[label];
    return labels;
  }

  // The best that moves of the parts both agree on can make of `best`.
  Labels unite(const Labels& best, const Labels& other) {
    const Labels groups = meet(best, other);
    const uint32_t count = groups.empty() ? 0 : 1 + *std::max_element(groups.begin(), groups.end());
    const SignedGraph coarse = contract(graph_, groups, count);
    work_ += 40 * graph_.edges.size();
    Labels united;
    int64_t least = INT64_MAX;
    for (const Labels* start : {&best, &other}) {
      Labels labels(count);
      for (size_t i = 0; i < groups.size(); ++i) labels[groups[i]] = (*start)[i];
      labels = climb(coarse, labels);
      const int64_t cost = disagreement_of(coarse, labels);
      if (cost >= least) continue;
      least = cost;
      united = std::move(labels);
    }
    Labels lifted;
    for (const uint32_t group : groups) lifted.push_back(united[group]);
    return lifted;
  }

  const SignedGraph& graph_;
  Random& random_;
  const WeakSearchOptions& options_;
  uint64_t work_ = 0;
};

}  // namespace

int64_t disagreement_of(const SignedGraph& graph, const Labels& labels) {
  int64_t cost = 0;
  for (const SignedEdge& edge : graph.edges)
    if ((edge.weight > 0) != (labels[edge.a] == labels[edge.b])) cost += std::abs(edge.weight);
  return cost;
}

WeakFound search_weak_camps(const SignedGraph& graph, const Labels& start, Random& random,
                            const WeakSearchOptions& options) {
  CHECK(start.size() == graph.actors);
  return WeakSearch(graph, random, options).run(start);
}

// best[k][set]: the least of `set` in at most k + 1 camps, the camp of its least actor chosen last.
Labels enumerate_weak_camps(const SignedGraph& graph, uint32_t camps_max) {
  CHECK(graph.actors <= 14);
  const uint32_t all = (1u << graph.actors) - 1;
  std::vector<int64_t> inside(all + 1);  // what a camp saves: friendly less hostile weight within
  for (uint32_t set = 1; set <= all; ++set) {
    const auto least = static_cast<uint32_t>(std::countr_zero(set));
    inside[set] = inside[set & (set - 1)];
    for (const SignedEdge& edge : graph.edges)
      if ((edge.a == least || edge.b == least) && (set >> edge.a & 1) && (set >> edge.b & 1))
        inside[set] += edge.weight;
  }
  const uint32_t layers = std::max(1u, std::min(camps_max, graph.actors));
  std::vector<std::vector<int64_t>> most(layers, inside);
  std::vector<std::vector<uint32_t>> camp(layers, std::vector<uint32_t>(all + 1));
  for (uint32_t set = 0; set <= all; ++set) camp[0][set] = set;
  for (uint32_t k = 1; k < layers; ++k) {
    for (uint32_t set = 1; set <= all; ++set) {
      const uint32_t least = set & -set, others = set ^ least;
      most[k][set] = inside[set];
      camp[k][set] = set;
      for (uint32_t rest = others; rest > 0; rest = (rest - 1) & others) {
        const int64_t sum = inside[set ^ rest] + most[k - 1][rest];
        if (sum <= most[k][set]) continue;
        most[k][set] = sum;
        camp[k][set] = set ^ rest;
      }
    }
    if (most[k] == most[k - 1]) {  // more camps do not help
      for (uint32_t later = k; later < layers; ++later)
        most[later] = most[k], camp[later] = camp[k];
      break;
    }
  }
  Labels labels(graph.actors);
  uint32_t left = all, label = 0;
  for (uint32_t k = layers; left > 0; ++label) {
    const uint32_t chosen = camp[--k][left];
    for (uint32_t actor = 0; actor < graph.actors; ++actor)
      if (chosen >> actor & 1) labels[actor] = label;
    left ^= chosen;
    if (k == 0) break;
  }
  return labels;
}

}  // namespace entente
