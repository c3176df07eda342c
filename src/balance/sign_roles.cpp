// See sign_roles.h. Tempers: the chance that a tie is friendly depends on the one who gives it and
// the one who takes it (the model of Rasch 1960, with a prior).
#include "balance/sign_roles.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

constexpr uint32_t kTemperRounds = 10;
constexpr double kTemperVariance = 1;

double chance(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// The weight that counts in full: that of the middle arc.
float full_weight(const SignedArcs& known) {
  if (known.arcs.empty()) return 1;
  std::vector<float> weights;
  for (const SignedArc& arc : known.arcs) weights.push_back(std::fabs(arc.weight));
  const auto middle = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 2);
  std::nth_element(weights.begin(), middle, weights.end());
  return *middle;
}

SignRole role_of(const SignedArcs& known, bool gives) {
  SignRole role;
  role.start.resize(known.actors + 1);
  role.friendly.resize(known.actors);
  role.hostile.resize(known.actors);
  role.temper.resize(known.actors);
  const auto each = [&](const auto& visit) {
    for (const SignedArc& arc : known.arcs) {
      if (gives || !known.directed) visit(arc.from, arc.to, arc.weight);
      if (!gives || !known.directed) visit(arc.to, arc.from, arc.weight);
    }
  };
  each([&](uint32_t end, uint32_t, float) { ++role.start[end]; });
  std::partial_sum(role.start.begin(), role.start.end(), role.start.begin());
  role.arcs.resize(role.start.back());
  const float full = full_weight(known);
  each([&](uint32_t end, uint32_t other, float weight) {
    const float sign = std::copysign(std::min(1.0F, std::fabs(weight) / full), weight);
    role.arcs[--role.start[end]] = {other, sign};
    (sign > 0 ? role.friendly : role.hostile)[end] += std::fabs(sign);
  });
  for (uint32_t actor = 0; actor < known.actors; ++actor) {
    std::ranges::sort(role.of(actor), {}, &RoleTie::other);  // near to each other in memory
    role.ties.push_back(std::log1p(static_cast<float>(role.size(actor))));
  }
  return role;
}

// One step of Newton.
void fit_temper(double base, float& temper, std::span<const RoleTie> arcs,
                const std::vector<float>& others) {
  double slope = -temper / kTemperVariance, curvature = 1 / kTemperVariance;
  for (const RoleTie& arc : arcs) {
    const double expected = chance(base + temper + others[arc.other]);
    const double weight = std::fabs(arc.sign);
    slope += weight * ((arc.sign > 0 ? 1 : 0) - expected);
    curvature += weight * expected * (1 - expected);
  }
  temper += static_cast<float>(slope / curvature);
}

Company company_of(std::span<const RoleTie> arcs, const SignRole& others, float mean_ties) {
  float friends = 1, enemies = 1;
  Company company{mean_ties, mean_ties};
  for (const RoleTie& arc : arcs) {
    const bool friendly = arc.sign > 0;
    (friendly ? friends : enemies) += 1;
    (friendly ? company.friends_ties : company.enemies_ties) += others.ties[arc.other];
    (friendly ? company.friends_temper : company.enemies_temper) += others.temper[arc.other];
  }
  company.temper = (company.friends_temper + company.enemies_temper) / (friends + enemies - 1);
  company.friends_ties /= friends;
  company.friends_temper /= friends;
  company.enemies_ties /= enemies;
  company.enemies_temper /= enemies;
  return company;
}

}  // namespace

SignRoles::SignRoles(const SignedArcs& known)
    : directed_(known.directed), giving_(role_of(known, true)) {
  if (directed_) own_taking_ = role_of(known, false);
  double friends = 1;
  for (const SignedArc& arc : known.arcs) friends += arc.weight > 0 ? 1 : 0;
  share_ = friends / (static_cast<double>(known.arcs.size()) + 2);
  base_ = std::log(share_ / (1 - share_));
  fit_tempers();
  describe_others(giving_, taking());
  if (directed_) describe_others(own_taking_, giving_);
}

double SignRoles::odds(double friendly, double hostile, double doubt) const {
  return std::log((friendly + doubt * share_) / (hostile + doubt * (1 - share_))) - base_;
}

void SignRoles::fit_tempers() {
  const auto actors = static_cast<uint32_t>(giving_.temper.size());
  for (uint32_t round = 0; round < kTemperRounds; ++round) {
    for (uint32_t actor = 0; actor < actors; ++actor)
      fit_temper(base_, giving_.temper[actor], giving_.of(actor), taking().temper);
    if (!directed_) continue;
    for (uint32_t actor = 0; actor < actors; ++actor)
      fit_temper(base_, own_taking_.temper[actor], own_taking_.of(actor), giving_.temper);
  }
}

void SignRoles::describe_others(SignRole& own, const SignRole& others) const {
  double sum = 0;
  for (const RoleTie& arc : own.arcs) sum += others.ties[arc.other];
  const auto mean = static_cast<float>(sum / std::max(1.0, static_cast<double>(own.arcs.size())));
  const auto actors = static_cast<uint32_t>(own.temper.size());
  for (uint32_t actor = 0; actor < actors; ++actor) {
    for (RoleTie& arc : own.of(actor)) {
      const double expected = chance(base_ + own.temper[actor] + others.temper[arc.other]);
      arc.surprise = static_cast<float>((arc.sign > 0 ? 1 : 0) - expected);
    }
    own.company.push_back(company_of(own.of(actor), others, mean));
  }
}

}  // namespace entente
