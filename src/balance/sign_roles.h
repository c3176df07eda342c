// Every actor of a network in its two roles, as one who gives ties and as one who takes them; the
// same where ties have no direction. Part of sign_features.h, by which it is tested.
#pragma once

#include <span>
#include <vector>

#include "balance/sign_prediction.h"

namespace entente {

// A tie, seen from one end.
struct RoleTie {
  uint32_t other = 0;
  float sign = 0;      // weight, at most 1
  float surprise = 0;  // friendly (1) or not (0), less the chance by the tempers
};

// Means over those whom an actor's ties go to, drawn toward those of the network.
struct Company {
  float friends_ties = 0, enemies_ties = 0;      // logarithms of the numbers
  float friends_temper = 0, enemies_temper = 0;  // in the other role
  float temper = 0;                              // of all
};

struct SignRole {
  std::vector<uint32_t> start;  // of an actor's ties
  std::vector<RoleTie> arcs;
  std::vector<double> friendly, hostile;  // sums by actor
  // Log-odds of friendliness beyond the network's and beyond those at the other ends.
  std::vector<float> temper;
  std::vector<float> ties;  // logarithm of their number
  std::vector<Company> company;

  std::span<const RoleTie> of(uint32_t actor) const {
    return {arcs.data() + start[actor], arcs.data() + start[actor + 1]};
  }
  std::span<RoleTie> of(uint32_t actor) {
    return {arcs.data() + start[actor], arcs.data() + start[actor + 1]};
  }
  uint32_t size(uint32_t actor) const { return start[actor + 1] - start[actor]; }
};

class SignRoles {
 public:
  explicit SignRoles(const SignedArcs& known);

  const SignRole& giving() const { return giving_; }
  const SignRole& taking() const { return directed_ ? own_taking_ : giving_; }
  double base() const { return base_; }  // log-odds of friendly ties in the network
  // Log-odds of friendly against hostile ties beyond the network's own, as if `doubt` ties of the
  // network's mean were there.
  double odds(double friendly, double hostile, double doubt) const;

 private:
  void fit_tempers();
  void describe_others(SignRole& own, const SignRole& others) const;

  bool directed_;
  SignRole giving_, own_taking_;
  double share_ = 0.5, base_ = 0;
};

}  // namespace entente
