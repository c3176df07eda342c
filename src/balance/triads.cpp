// Each triad is found once, from its actor of least rank, where actors with fewer ties rank lower:
// so the work is at most the number of ties times the square root of it (Chiba and Nishizeki
// 1985). Tested in triads_test.cpp.
#include "balance/triads.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {

namespace {

// Ties xy, xz, yz.
Triad triad_of(uint32_t x, uint32_t y, uint32_t z, const SignedTie& xy, const SignedTie& xz,
               const SignedTie& yz) {
  Triad triad{x, y, z, TriadKind::all_friends, std::min({xy.strength, xz.strength, yz.strength})};
  const int friends = (xy.sign > 0) + (xz.sign > 0) + (yz.sign > 0);
  if (friends == 0) triad.kind = TriadKind::all_enemies;
  if (friends == 1) triad.kind = TriadKind::two_against_one;
  if (friends == 2) triad.kind = TriadKind::torn_friend;
  if (friends == 1 || friends == 2) {
    // The actor across from the one tie that is unlike the others.
    const int odd = friends == 1 ? 1 : -1;
    if (xz.sign == odd) std::swap(triad.a, triad.b);
    if (xy.sign == odd) std::swap(triad.a, triad.c);
  } else {
    if (triad.a > triad.b) std::swap(triad.a, triad.b);
    if (triad.a > triad.c) std::swap(triad.a, triad.c);
  }
  if (triad.b > triad.c) std::swap(triad.b, triad.c);
  return triad;
}

}  // namespace

std::vector<Triad> find_triads(const SignedTies& ties) {
  const auto rank = [&](uint32_t actor) { return std::pair(ties[actor].size(), actor); };
  SignedTies upward(ties.size());
  for (uint32_t x = 0; x < ties.size(); ++x)
    for (const SignedTie& tie : ties[x])
      if (rank(x) < rank(tie.other)) upward[x].push_back(tie);
  std::vector<Triad> triads;
  std::vector<const SignedTie*> tie_of_x(ties.size());
  for (uint32_t x = 0; x < ties.size(); ++x) {
    for (const SignedTie& xy : upward[x]) tie_of_x[xy.other] = &xy;
    for (const SignedTie& xy : upward[x])
      for (const SignedTie& yz : upward[xy.other])
        if (const SignedTie* xz = tie_of_x[yz.other])
          triads.push_back(triad_of(x, xy.other, yz.other, xy, *xz, yz));
    for (const SignedTie& xy : upward[x]) tie_of_x[xy.other] = nullptr;
  }
  std::sort(triads.begin(), triads.end(), [](const Triad& s, const Triad& t) {
    return std::tuple(s.balanced(), -s.weight, s.a, s.b, s.c) <
           std::tuple(t.balanced(), -t.weight, t.a, t.b, t.c);
  });
  return triads;
}

}  // namespace entente
