// balance: the signed network -> camps, frustration, triads, contested actors, implied ties.
// Structural balance after Heider (1946) and Cartwright and Harary (1956): a network is balanced
// if its actors split into two camps with friends inside and enemies across; frustration is the
// least weight of ties that break this (Harary's line index).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "balance/changing_balance.h"
#include "balance/sign_prediction.h"
#include "ties/ties.h"

namespace entente {

// A signed graph as such, whatever its actors and ties stand for.
struct SignedEdge {
  uint32_t a = 0, b = 0;
  int64_t weight = 0;  // > 0 friends, < 0 enemies
};

// Parallel edges add up, contradicting ones leave unavoidable frustration, a hostile edge of an
// actor with itself is always frustrated, friendly ones and weights of 0 mean nothing.
struct SignedGraph {
  uint32_t actors = 0;
  std::vector<SignedEdge> edges;
};

struct FrustrationOptions {
  uint64_t seed = 1;
  // How often the exact search may split a case in two. 0: the bound of the root only.
  uint32_t branchings_max = 5000;
  // False: good sides alone, without a search for proof that none are better. `lower_bound` is
  // then what is plain at once, and `firm` says nothing.
  bool bounded = true;
  // Elementary steps (about nanoseconds) for bounds and exact search; a limit on the clock would
  // not be deterministic.
  uint64_t work_max = 5'000'000'000;
  // Set from outside (a clock, an interrupt), it ends the search with the best so far.
  const std::atomic<bool>* stop = nullptr;
};

struct Frustration {
  std::vector<int8_t> side;  // an actor: +1 or -1; meaningful within a connected component
  int64_t value = 0;         // weight of the edges that `side` frustrates
  int64_t lower_bound = 0;   // no sides frustrate less; certified by a packing of cycles
  // An actor: a number; those with the same number stand to each other as in `side` in every
  // optimal solution. That others do not is not said.
  std::vector<uint32_t> firm = {};
  bool proven() const { return lower_bound == value; }
};

// The sum of |weight| must be less than 2^60.
Frustration minimum_frustration(const SignedGraph& graph, const FrustrationOptions& options = {});

// Any number of camps: weak balance (Davis 1967), that is correlation clustering.
struct WeakCampsOptions {
  uint32_t camps_max = UINT32_MAX;
  uint64_t seed = 1;
  uint64_t work_max = 5'000'000'000;        // see FrustrationOptions
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

struct WeakCamps {
  std::vector<uint32_t> camp;  // an actor: 0, 1, ...
  int64_t value = 0;           // weight of friends in different camps and enemies in the same
  int64_t lower_bound = 0;     // certified by a packing of cycles with one hostile edge
  bool proven() const { return lower_bound == value; }
};

// The sum of |weight| must be less than 2^53. Exact for up to 14 actors.
WeakCamps minimum_disagreement(const SignedGraph& graph, const WeakCampsOptions& options = {});

// All triads of a graph by their signs; parallel edges must be folded (see SignedGraph).
struct TriadCensus {
  uint64_t all_friends = 0, torn_friend = 0, two_against_one = 0, all_enemies = 0;
  uint64_t triads() const { return all_friends + torn_friend + two_against_one + all_enemies; }
  // The share of balanced triads, strict (Cartwright and Harary) or weak (Davis); 1 without any.
  double strict_balance() const;
  double weak_balance() const;
};
TriadCensus count_triads(const SignedGraph& graph);

enum class TriadKind : uint8_t {
  all_friends,      // +++ balanced
  two_against_one,  // +-- balanced: "the enemy of my enemy"
  torn_friend,      // ++- unbalanced: two friends of one are enemies
  all_enemies,      // --- unbalanced in the strict sense, balanced in the weak (Davis 1967)
};

struct Triad {
  // For torn_friend `a` is the one torn between b and c, for two_against_one the common enemy of
  // the friends b and c; otherwise a < b. Always b < c.
  uint32_t a = 0, b = 0, c = 0;
  TriadKind kind = TriadKind::all_friends;
  double weight = 0;  // the least strength of its three ties
  bool balanced() const {
    return kind == TriadKind::all_friends || kind == TriadKind::two_against_one;
  }
};

// An actor between the camps: with friendly ties into both, courted by both, or free to move.
struct Contested {
  uint32_t actor = 0;
  double between = 0;         // > 0 stands between the camps: what it has of friendship with the
                              // camp that it is less close to, less half of its enmities
  double friendly_own = 0;    // strength of all that is friendly between it and its own camp, also
  double friendly_other = 0;  // where a tie is mixed; the same with the other camp
  double pull_own = 0;        // strength of friendly less hostile ties to its own camp
  double pull_other = 0;      // the same to the other camp
  double cost_of_move = 0;    // growth of frustration if it alone changed camps, >= 0
  bool courted_by_both = false;  // friendly acts, or requests of those not hostile, come from both
  bool befriended_by_both() const { return friendly_own > 0 && friendly_other > 0; }
};

// A tie that nobody reported, with what the others say about it (see guess_signs).
struct ImpliedTie {
  uint32_t first = 0, second = 0;
  double score = 0;               // > 0 friends, < 0 enemies: the log-odds
  std::vector<uint32_t> through;  // shared neighbours, strongest first
  std::array<double, kSignReasons> reasons = {};
  double friend_chance() const;  // if the two have a tie at all
};
// Of pairs without an arc either way, the `most` of which the ties say most. Arcs of a pair both
// ways count together. Pairs in `spoken_for` are left out.
std::vector<ImpliedTie> find_implied(const SignedArcs& known, uint32_t most,
                                     const std::vector<ActorPair>& spoken_for = {});

struct Balance {
  std::vector<int> camp;       // an actor: 0 or 1, or -1 for an actor without a signed tie
  std::vector<bool> certain;   // in the same camp in every optimal solution (relative to the
                               // heaviest actor of its component); false where that is not proven
  std::vector<int> component;  // an actor: 0, 1, ..., heaviest first; -1 as above. Signed ties do
                               // not say how the camps of different components stand
  double frustration = 0;      // weight of the frustrated ties
  double lower_bound = 0;
  bool proven = false;
  double total_weight = 0;           // of all signed ties
  std::vector<uint32_t> frustrated;  // ties, heaviest first
  std::vector<Triad> triads;         // all; unbalanced first, heaviest first
  std::vector<Contested> contested;  // most contested first
  std::vector<ImpliedTie> implied;   // that of which most is known first
};

struct BalanceOptions {
  FrustrationOptions frustration = {};
  // Components with more actors than this have no actor `certain`: each takes another solution.
  uint32_t certain_actors_max = 400;
  uint32_t implied_max = 200;  // 0 saves the time to learn what implies ties here
};

// Those who stand between the camps; where nobody does, the first two with friends in both or
// courted by both.
std::vector<Contested> most_contested(const Balance& balance, size_t most);

// In each component camp 0 holds the actor with the greatest weight of signed ties.
Balance measure_balance(const Network& network, const BalanceOptions& options = {});

// Where an actor stands in other solutions as good as this one, relative to the best connected
// actor of its component.
enum class Standing : uint8_t {
  certain,    // as here in every optimal solution
  open,       // not known to stand elsewhere in any
  undecided,  // elsewhere in another solution that is as good
};

struct StandingOptions {
  // Components up to this size are decided one by one, the others by a walk through solutions.
  uint32_t exact_actors_max = 400;
  FrustrationOptions limits = {};  // for all components together
};

std::vector<Standing> find_standing(const SignedGraph& graph, const Frustration& found,
                                    const StandingOptions& options = {});

// Where a measure stands among networks with the same ties whose signs were dealt out anew.
struct Chance {
  double observed = 0, mean = 0, deviation = 0;
  double p = 1;  // of being at least as balanced by chance
  double score() const { return deviation > 0 ? (observed - mean) / deviation : 0; }
};

enum class NullSigns : uint8_t {
  dealt_out,     // the number of hostile ties stays
  degrees_kept,  // each actor keeps, on the average, its numbers of friends and enemies
};

struct NullModelOptions {
  NullSigns signs = NullSigns::dealt_out;
  uint32_t samples = 100;
  uint64_t seed = 1;
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

struct NullModel {
  uint32_t samples = 0;
  Chance frustration;      // by search without proof, the same for all
  Chance balanced_triads;  // share of them
};

// Ties keep their places and weights; a pair without a tie stays without, since nothing is known
// of it. Fewer samples than asked for where it was stopped.
NullModel compare_with_chance(const SignedGraph& graph, const NullModelOptions& options = {});

// What it takes to have an actor in the other camp, others free to go along.
struct CampMove {
  uint32_t actor = 0;
  int64_t alone = 0;             // growth of frustration if nobody else moved
  int64_t cost = 0;              // the least growth found, >= 0
  int64_t cost_at_least = 0;     // certified; `cost` where that is proven
  std::vector<uint32_t> along;   // who else would change camps, relative to the rest
  std::vector<uint32_t> turned;  // edges: with their signs turned the actor does stand in the
                                 // other camp. Few, heaviest first; empty where none were found
};

// An actor is in the other camp where it stands otherwise to the best connected other actor of its
// component. Nothing (cost 0, nobody along) for an actor without ties. `graph` must be simple.
CampMove cost_of_moving(const SignedGraph& graph, const Frustration& found, uint32_t actor,
                        const FrustrationOptions& options = {});

// All that is supposed at once: the weight that a pair shall have (0: no tie), whatever it has now,
// and actors that shall be in the other camp, seen from the camps of `found`.
struct Supposition {
  std::vector<SignedEdge> ties;
  std::vector<uint32_t> moved;
};
struct Supposed {
  SignedGraph graph;        // with the ties as supposed
  Frustration found;        // of it; with moves the least among camps that have them
  std::vector<bool> moved;  // actors in another camp than before, relative to most of their
                            // component; at least those of Supposition::moved
};
Supposed suppose(const SignedGraph& graph, const Frustration& found, const Supposition& supposition,
                 const FrustrationOptions& options = {});

// The camps of one moment among several.
struct Split {
  std::vector<int8_t> side;         // an actor: 1 or -1, or 0 where it has no camp
  std::vector<uint32_t> component;  // signed ties do not tell how components stand to each other
};

// Signs say nothing on which side is which: turns whole components so that in all the fewest actors
// change sides from one moment to the next in which they have a camp, and among such so that the
// most agree with `reference` (1, -1, 0 for any; may be empty). Returns how many changes are left,
// `proven` false where fewer might do.
struct Alignment {
  uint64_t changes = 0;
  bool proven = true;
};
Alignment align(std::vector<Split>& splits, const std::vector<int8_t>& reference = {});

struct HistoryOptions {
  uint32_t months = 0;           // of a window; 0: of 1, 3, 6, 12 ... the least for 14 windows
  uint32_t step = 0;             // months from window to window; 0: as many as a window has
  double inertia = 0;            // strength that a move has to be worth; 0: each window on its own
  NetworkOptions network = {};   // with a half-life each window has all events up to its end
  uint32_t samples = 200;        // bootstrap (Efron 1979); fewer where `work_max` ends it
  uint32_t chance_samples = 99;  // of signs dealt out anew, for each window
  double level = 0.05;           // of change points
  uint64_t seed = 1;
  uint64_t work_max = 20'000'000'000;       // of the bootstrap, see FrustrationOptions
  const std::atomic<bool>* stop = nullptr;  // see FrustrationOptions
};

// One window of time, or one network of several; actors as in History.
struct Stretch {
  std::string name = {};  // of a network; "" for a window
  TimeWindow window = {};
  uint32_t events = 0;
  uint32_t ties = 0;  // with a sign
  double weight = 0, frustration = 0, lower_bound = 0;
  bool proven = true;                  // with inertia: that all windows together have the best
  double frustration_unmoved = 0;      // if all who move in this window stayed where they were
  double balance = 1;                  // share of the weight that fits the best camps
  double low = 1, high = 1;            // in all but each tenth resample of the events
  double by_chance = 1, chance_p = 1;  // balance with the signs dealt out anew, see NullModel
  std::vector<int8_t> side = {};       // 1 first camp, -1 second, 0 neither
  std::vector<Standing> standing = {};
  std::vector<double> support = {};  // share of the resamples that have it in this camp, of
                                     // those that have it in one; 1 without resamples
};

// An actor in another camp than in the last window in which it had one.
struct CampChange {
  uint32_t actor = 0;
  uint32_t last = 0, now = 0;  // windows
  int8_t side = 0;             // now
  bool certain = false;        // in both windows certain of its camp
  double support = 1;          // share of the resamples in which it moves in the same way
};

// A tie with another sign than in the last window in which it had one.
struct TieTurn {
  uint32_t first = 0, second = 0;
  uint32_t last = 0, now = 0;  // windows
  int sign = 0;                // now
  double strength = 0;         // now
};

enum class ChangeOf : uint8_t {
  fit,   // how far deeds fit the camps of the whole time, -1 to 1
  tone,  // how friendly deeds are on the average of a day
  tie,   // the same between two
};
struct ChangePoint {
  ChangeOf of = ChangeOf::tie;
  uint32_t first = 0, second = 0;  // of a tie
  Date date;                       // first day with reports of the new level
  double before = 0, after = 0;    // means
  double p = 1;
};

struct History {
  std::vector<std::string> actors;  // nodes of the whole network, or ids
  std::vector<Stretch> windows;
  std::vector<CampChange> moves;  // by window; the fewest that the windows' camps allow
  std::vector<TieTurn> turns;     // by window, strongest first
  std::vector<ChangePoint> changes;
  uint32_t samples = 0;      // resamples done
  bool fewest_moves = true;  // proven
};

// `whole` and its balance give the actors and name the camps. Undated events are left out.
History measure_history(const std::vector<Event>& events, const Network& whole,
                        const Balance& balance, const HistoryOptions& options = {});

// Of networks over the same actors one after the other; without events there are no resamples.
struct NamedGraph {
  std::string name;
  SignedGraph graph;  // simple
  double unit = 1;    // strength that a weight of 1 stands for
};
History measure_history(const std::vector<std::string>& actors,
                        const std::vector<NamedGraph>& graphs, const HistoryOptions& options = {});

}  // namespace entente
