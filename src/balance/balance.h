// balance: the signed network -> camps, frustration, triads, contested actors, implied ties.
// Structural balance after Heider (1946) and Cartwright and Harary (1956): a network is balanced
// if its actors split into two camps with friends inside and enemies across; frustration is the
// least weight of ties that break this (Harary's line index).
#pragma once

#include <cstdint>
#include <vector>

#include "ties/ties.h"

namespace entente {

enum class TriadKind : uint8_t {
  all_friends,      // +++ balanced
  two_against_one,  // +-- balanced: "the enemy of my enemy"
  torn_friend,      // ++- unbalanced: two friends of one are enemies
  all_enemies,      // --- unbalanced in the strict sense, balanced in the weak (Davis 1967)
};

struct Triad {
  uint32_t a = 0, b = 0, c = 0;  // actors; for torn_friend `a` is the one torn between b and c
  TriadKind kind = TriadKind::all_friends;
  double weight = 0;  // the least strength of its three ties
  bool balanced() const {
    return kind == TriadKind::all_friends || kind == TriadKind::two_against_one;
  }
};

// An actor whom both camps court, or who could change sides cheaply.
struct Contested {
  uint32_t actor = 0;
  double pull_own = 0;           // strength of friendly less hostile ties to its own camp
  double pull_other = 0;         // the same to the other camp
  double cost_of_move = 0;       // growth of frustration if it changed camps, >= 0
  bool courted_by_both = false;  // friendly acts come from both camps
};

// A tie that nobody reported, with what two-step paths say about it.
struct ImpliedTie {
  uint32_t first = 0, second = 0;
  double score = 0;               // > 0 friends, < 0 enemies: sum over shared neighbours
  std::vector<uint32_t> through;  // shared neighbours, strongest first
};

struct Balance {
  std::vector<int> camp;      // an actor: 0 or 1, or -1 for an actor without a signed tie
  std::vector<bool> certain;  // in the same camp in every optimal solution (relative to the
                              // heaviest actor of its component)
  double frustration = 0;     // weight of the frustrated ties
  double lower_bound = 0;
  bool proven = false;
  double total_weight = 0;           // of all signed ties
  std::vector<uint32_t> frustrated;  // ties, heaviest first
  std::vector<Triad> triads;         // all; unbalanced first, heaviest first
  std::vector<Contested> contested;  // most contested first
  std::vector<ImpliedTie> implied;   // strongest first
};

struct BalanceOptions {
  uint32_t exact_actors_max = 40;  // per component after reduction; beyond: local search, no proof
  uint64_t seed = 1;
};

// Camp 0 holds the actor with the greatest weight.
Balance measure_balance(const Network& network, const BalanceOptions& options = {});

}  // namespace entente
