// Tallies -> the signed network.
//
// A tie's sign is that of its friendly less its hostile weight, and 0 (mixed) where the two differ
// by less than a fifth of their sum: half a dozen acts of support beside as many accusations tell
// of a difficult partner, not of a friend. It is 0, too, where next to nothing is known.
// Its strength is 5 log(1 + |balance| / 3): as good as linear up to one rebuke, logarithmic beyond,
// so that whom the press writes about most does not decide the camps alone. With equal weights the
// ties that careful readers name give their camps nearly always; weights keep the thinkable apart
// from the plain. Enmity counts half as much again: between enemies words are reported, between
// friends deeds as well, and words score low; and whoever is everybody's friend would else glue two
// camps together.
// Tested in network_test.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "ties/ties.h"

namespace entente {

namespace {

constexpr double kMixedShare = 0.2;    // of friendly + hostile
constexpr double kLeastBalance = 0.5;  // a rebuke that is merely thinkable has 0.6
constexpr double kEnmityFactor = 1.5;
constexpr double kLinearUpTo = 3;  // about one rebuke
constexpr double kScale = 5;       // one act of support has about its own 5

int month_number(Date month) { return month.year * 12 + month.month; }

bool in_window(Date month, const NetworkOptions& options) {
  if (!options.from && !options.to) return true;
  if (month == Date{}) return false;
  const int number = month_number(month);
  return (!options.from || number >= month_number(*options.from)) &&
         (!options.to || number <= month_number(*options.to));
}

bool selected(const Tally& tally, const NetworkOptions& options) {
  if (tally.perspective != options.perspective || tally.source == tally.target) return false;
  const auto unknown = [](const std::string& node) { return node.empty() || node[0] == '?'; };
  if (!options.unknown_actors && (unknown(tally.source) || unknown(tally.target))) return false;
  return in_window(tally.month, options);
}

std::string_view country_of(std::string_view node) { return node.substr(0, node.find(' ')); }

// Civilians, firms, former officials and the like ("USA CVL"), but not rebels and opposition.
bool is_of_society(std::string_view node) {
  const size_t blank = node.find(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view sector = node.substr(blank + 1);
  return sector != "REB" && sector != "OPP" && sector != "UAF" && sector != "PTY";
}

// Those of a society who have to do with their own state or one another: protesters, strikers,
// the persecuted. The others only stand by: "Americans" whom some army trained.
std::set<std::string_view> engaged_at_home(const std::vector<const Tally*>& tallies) {
  std::set<std::string_view> nodes;
  for (const Tally* tally : tallies) {
    if (country_of(tally->source) != country_of(tally->target)) continue;
    nodes.insert(tally->source);
    nodes.insert(tally->target);
  }
  return nodes;
}

std::vector<const Tally*> select(const std::vector<Tally>& tallies, const NetworkOptions& options) {
  std::vector<const Tally*> chosen;
  for (const Tally& tally : tallies)
    if (selected(tally, options)) chosen.push_back(&tally);
  if (options.unknown_actors) return chosen;
  const std::set<std::string_view> engaged = engaged_at_home(chosen);
  const auto stands_by = [&](const std::string& node) {
    return is_of_society(node) && !engaged.contains(node);
  };
  std::erase_if(chosen, [&](const Tally* tally) {
    return stands_by(tally->source) || stands_by(tally->target);
  });
  return chosen;
}

// The share of its weight that a month's events keep.
class Decay {
 public:
  Decay(Date last_month, const NetworkOptions& options) {
    if (!options.half_life_months || !(*options.half_life_months > 0)) return;
    half_life_months_ = *options.half_life_months;
    last_month_ = month_number(last_month);
    if (options.to) last_month_ = month_number(*options.to);
  }

  double share(Date month) const {
    if (half_life_months_ == 0) return 1;
    if (month == Date{}) return 0.5;
    return std::exp2(-(last_month_ - month_number(month)) / half_life_months_);
  }

 private:
  double half_life_months_ = 0;  // 0: no decay
  int last_month_ = 0;
};

void widen(Tie& tie, Date month) {
  if (month == Date{}) return;
  tie.from = tie.from == Date{} ? month : std::min(tie.from, month);
  tie.to = std::max(tie.to, month);
}

void add(Tie& tie, const Tally& tally, bool from_first, double share) {
  tie.friendly += tally.friendly * share;
  tie.hostile += tally.hostile * share;
  (from_first ? tie.first_to_second : tie.second_to_first) +=
      (tally.friendly - tally.hostile) * share;
  (from_first ? tie.first_asks_second : tie.second_asks_first) +=
      tally.counts[static_cast<size_t>(EventType::request)];
  for (const uint32_t count : tally.counts) tie.events += count;
  // A mutual event stands in both directions' tallies and is one event.
  if (!from_first) tie.events -= std::min(tie.events, tally.mutual);
  widen(tie, tally.month);
}

}  // namespace

int Tie::sign() const {
  const double difference = std::fabs(balance());
  if (difference < kLeastBalance || difference < kMixedShare * (friendly + hostile)) return 0;
  return balance() > 0 ? 1 : -1;
}

double strength_of(double weight) { return kScale * std::log1p(std::fabs(weight) / kLinearUpTo); }

double Tie::strength() const { return (sign() < 0 ? kEnmityFactor : 1) * strength_of(balance()); }

double Tie::mixedness() const {
  const double sum = friendly + hostile;
  return sum > 0 ? 1 - std::fabs(balance()) / sum : 0;
}

Network build_network(const std::vector<Tally>& tallies, const NetworkOptions& options) {
  const std::vector<const Tally*> chosen = select(tallies, options);
  std::map<std::string_view, uint32_t> index;
  for (const Tally* tally : chosen) index[tally->source] = index[tally->target] = 0;
  Network network;
  for (auto& [node, number] : index) {
    number = static_cast<uint32_t>(network.actors.size());
    network.actors.push_back({std::string(node), 0});
  }
  Date last_month;
  for (const Tally* tally : chosen) last_month = std::max(last_month, tally->month);
  const Decay decay(last_month, options);
  std::map<std::pair<uint32_t, uint32_t>, Tie> ties;
  for (const Tally* tally : chosen) {
    const uint32_t source = index.at(tally->source), target = index.at(tally->target);
    Tie& tie = ties[std::minmax(source, target)];
    std::tie(tie.first, tie.second) = std::minmax(source, target);
    add(tie, *tally, source < target, decay.share(tally->month));
  }
  for (auto& [pair, tie] : ties) {
    network.actors[tie.first].weight += tie.strength();
    network.actors[tie.second].weight += tie.strength();
    network.ties.push_back(tie);
  }
  return network;
}

std::vector<TieShare> tie_shares(const std::vector<Event>& events,
                                 const std::vector<double>& weights, const Network& network,
                                 const NetworkOptions& options) {
  std::map<std::string_view, uint32_t> index;
  for (uint32_t i = 0; i < network.actors.size(); ++i) index[network.actors[i].node] = i;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> places;
  Date last_month;
  for (uint32_t i = 0; i < network.ties.size(); ++i) {
    places[{network.ties[i].first, network.ties[i].second}] = i;
    last_month = std::max(last_month, network.ties[i].to);
  }
  const Decay decay(last_month, options);
  std::vector<TieShare> shares;
  for (uint32_t i = 0; i < events.size(); ++i) {
    const Date month = event_month(events[i]);
    const auto source = index.find(events[i].source.actor.node);
    const auto target = index.find(events[i].target.actor.node);
    if (source == index.end() || target == index.end() || !in_window(month, options)) continue;
    const auto place = places.find(std::minmax(source->second, target->second));
    if (place == places.end()) continue;
    const bool from_first = source->second < target->second;
    const double weight = weights[i] * decay.share(month);
    shares.push_back({i, place->second, weight, from_first});
    if (events[i].mutual) shares.push_back({i, place->second, weight, !from_first});
  }
  return shares;
}

Network with_copies(const Network& network, const std::vector<TieShare>& shares,
                    const std::vector<uint32_t>& copies) {
  Network resampled = network;
  for (Tie& tie : resampled.ties) {
    tie.friendly = tie.hostile = tie.first_to_second = tie.second_to_first = 0;
    tie.events = 0;
  }
  uint32_t last = UINT32_MAX;
  for (const TieShare& share : shares) {
    Tie& tie = resampled.ties[share.tie];
    const double weight = share.weight * copies[share.event];
    (weight > 0 ? tie.friendly : tie.hostile) += std::fabs(weight);
    (share.from_first ? tie.first_to_second : tie.second_to_first) += weight;
    if (share.event != last) tie.events += copies[share.event];
    last = share.event;
  }
  for (NetworkActor& actor : resampled.actors) actor.weight = 0;
  for (const Tie& tie : resampled.ties) {
    resampled.actors[tie.first].weight += tie.strength();
    resampled.actors[tie.second].weight += tie.strength();
  }
  return resampled;
}

}  // namespace entente
