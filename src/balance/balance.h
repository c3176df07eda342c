// balance: the signed network -> camps, frustration, triads, contested actors, implied ties.
// Structural balance after Heider (1946) and Cartwright and Harary (1956): a network is balanced
// if its actors split into two camps with friends inside and enemies across; frustration is the
// least weight of ties that break this (Harary's line index).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
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

}  // namespace entente
