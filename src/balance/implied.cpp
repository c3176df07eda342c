// Each shared neighbour votes with the product of the signs of its two ties (the friend of a friend
// and the enemy of an enemy are friends), as heavily as the weaker of the two. Pairs with a tie of
// any kind, mixed ones too, are left out: there the news have spoken. Tested in implied_test.cpp.
#include "balance/implied.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {

namespace {

constexpr double kLeastScore = 1e-9;  // votes that cancel out

struct Vote {
  uint32_t through = 0;
  double weight = 0;
};

ImpliedTie count(uint32_t first, uint32_t second, std::vector<Vote>& votes) {
  ImpliedTie implied{first, second, 0, {}};
  std::sort(votes.begin(), votes.end(), [](const Vote& a, const Vote& b) {
    return std::tuple(-std::fabs(a.weight), a.through) <
           std::tuple(-std::fabs(b.weight), b.through);
  });
  for (const Vote& vote : votes) {
    implied.score += vote.weight;
    implied.through.push_back(vote.through);
  }
  return implied;
}

bool stronger(const ImpliedTie& a, const ImpliedTie& b) {
  return std::tuple(-std::fabs(a.score), a.first, a.second) <
         std::tuple(-std::fabs(b.score), b.first, b.second);
}

}  // namespace

std::vector<ImpliedTie> find_implied(const Network& network, const SignedTies& ties,
                                     uint32_t most) {
  std::vector<std::vector<uint32_t>> reported(network.actors.size());  // with greater actors
  for (const Tie& tie : network.ties) reported[tie.first].push_back(tie.second);
  std::vector<ImpliedTie> strongest;
  const auto keep_most = [&] {
    std::sort(strongest.begin(), strongest.end(), stronger);
    if (strongest.size() > most) strongest.resize(most);
  };
  std::vector<std::vector<Vote>> votes(network.actors.size());
  std::vector<uint32_t> ends;
  for (uint32_t x = 0; x < network.actors.size(); ++x) {
    for (const SignedTie& first : ties[x]) {
      for (const SignedTie& second : ties[first.other]) {
        if (second.other <= x) continue;
        if (votes[second.other].empty()) ends.push_back(second.other);
        votes[second.other].push_back(
            {first.other, first.sign * second.sign * std::min(first.strength, second.strength)});
      }
    }
    for (const uint32_t known : reported[x]) votes[known].clear();
    for (const uint32_t y : ends) {
      if (votes[y].empty()) continue;
      ImpliedTie implied = count(x, y, votes[y]);
      if (std::fabs(implied.score) > kLeastScore) strongest.push_back(std::move(implied));
      votes[y].clear();
    }
    ends.clear();
    // Now and then, so that large networks do not fill the memory.
    if (strongest.size() > 2 * size_t{most} + 100'000) keep_most();
  }
  keep_most();
  return strongest;
}

}  // namespace entente
