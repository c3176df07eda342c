// Implied ties of a network that was given as such, with their reasons in sentences, and how well
// hidden ties were guessed. Tested in implied_view_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "views/views.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kLeastSaid = 0.1;  // of log-odds

// Who is whose friend and enemy.
class Signs {
 public:
  explicit Signs(const SignedNetwork& network) : network_(network) {
    for (const SignedEdge& edge : network.graph.edges) {
      sign_[{edge.a, edge.b}] = edge.weight > 0;
      for (const uint32_t actor : {edge.a, edge.b}) {
        ++ties_[actor];
        if (edge.weight > 0) ++friends_[actor];
      }
    }
  }

  std::string sentence(const ImpliedTie& tie) const {
    const bool friends = tie.score > 0;
    std::vector<std::pair<double, std::string>> reasons;
    for (size_t i = 0; i < kSignReasons; ++i) {
      const double said = friends ? tie.reasons[i] : -tie.reasons[i];
      if (said < kLeastSaid) continue;
      std::string words = reason(tie, static_cast<SignReason>(i));
      if (!words.empty()) reasons.push_back({-said, std::move(words)});
    }
    std::sort(reasons.begin(), reasons.end());
    std::string text = fmt::format("{} and {} are likely {} ({:.1f} %)", name(tie.first),
                                   name(tie.second), friends ? "friends" : "enemies",
                                   100 * (friends ? tie.friend_chance() : 1 - tie.friend_chance()));
    for (size_t i = 0; i < reasons.size(); ++i) text += (i == 0 ? ": " : "; ") + reasons[i].second;
    return text + ".";
  }

 private:
  const std::string& name(uint32_t actor) const { return network_.actors[actor]; }
  bool is_friend(uint32_t a, uint32_t b) const {
    const auto found = sign_.find({std::min(a, b), std::max(a, b)});
    return found != sign_.end() && found->second;
  }
  static uint32_t count(const std::map<uint32_t, uint32_t>& by_actor, uint32_t actor) {
    const auto found = by_actor.find(actor);
    return found == by_actor.end() ? 0 : found->second;
  }

  std::string some(const std::vector<uint32_t>& actors) const {
    std::string text;
    const size_t shown = actors.size() > 4 ? 3 : actors.size();
    for (size_t i = 0; i < shown; ++i) {
      if (i > 0) text += i + 1 == actors.size() ? " and " : ", ";
      text += name(actors[i]);
    }
    if (shown < actors.size()) text += fmt::format(" and {} others", actors.size() - shown);
    return text;
  }

  std::string reason(const ImpliedTie& tie, SignReason kind) const {
    const bool friends = tie.score > 0;
    switch (kind) {
      case SignReason::neighbours: return shared(tie);
      case SignReason::tempers:
        return fmt::format("{} and {}", temper(tie.first), temper(tie.second));
      case SignReason::alike:
        return fmt::format("those who stand to others as {} does are mostly {} of {}",
                           name(tie.first), friends ? "friends" : "enemies", name(tie.second));
      case SignReason::camps:
        return friends ? "the best camps put them together" : "the best camps set them apart";
      case SignReason::reverse: break;  // the pair has no tie at all
    }
    return "";
  }

  std::string temper(uint32_t actor) const {
    return fmt::format("{} is a friend of {} of its {}", name(actor), count(friends_, actor),
                       count(ties_, actor));
  }

  std::string shared(const ImpliedTie& tie) const {
    std::vector<uint32_t> kinds[2][2];
    for (const uint32_t actor : tie.through)
      kinds[is_friend(tie.first, actor)][is_friend(tie.second, actor)].push_back(actor);
    std::vector<std::string> parts;
    const auto add = [&](const std::vector<uint32_t>& actors, const std::string& words) {
      if (!actors.empty()) parts.push_back(fmt::format(fmt::runtime(words), some(actors)));
    };
    if (tie.score > 0) {
      add(kinds[1][1], "both are friends of {}");
      add(kinds[0][0], "both are enemies of {}");
    } else {
      const auto torn = [&](uint32_t one, uint32_t other) {
        return "friends of " + escaped(one) + " and enemies of " + escaped(other) + ": {}";
      };
      add(kinds[1][0], torn(tie.first, tie.second));
      add(kinds[0][1], torn(tie.second, tie.first));
    }
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
  }

  std::string escaped(uint32_t actor) const {
    std::string text;
    for (const char c : name(actor))
      text += c == '{' || c == '}' ? std::string(2, c) : std::string(1, c);
    return text;
  }

  const SignedNetwork& network_;
  std::map<std::pair<uint32_t, uint32_t>, bool> sign_;
  std::map<uint32_t, uint32_t> ties_, friends_;
};

std::string dump(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string implied_view(const SignedNetwork& network, const std::vector<ImpliedTie>& implied,
                         Format format) {
  const Signs signs(network);
  std::string text;
  Json list = Json::array();
  for (const ImpliedTie& tie : implied) {
    text += signs.sentence(tie) + "\n";
    Json through = Json::array();
    for (const uint32_t actor : tie.through) through.push_back(network.actors[actor]);
    list.push_back({{"a", network.actors[tie.first]},
                    {"b", network.actors[tie.second]},
                    {"friend_chance", tie.friend_chance()},
                    {"through", through},
                    {"text", signs.sentence(tie)}});
  }
  if (format == Format::json) return dump({{"implied", list}});
  return text.empty() ? "No pair without a tie has shared neighbours.\n" : text;
}

std::string guessed_ties_view(const GuessedTies& guessed, Format format) {
  const SignScore& score = guessed.score;
  Json bins = Json::array();
  std::string text = fmt::format(
      "{} ties guessed ({} friendly, {} hostile) from {} known, {} directions\n"
      "Area under the ROC curve {:.4f}, log loss {:.4f}, Brier score {:.4f}\n"
      "Chance of friends as guessed, and as it was:\n",
      score.friends + score.enemies, score.friends, score.enemies, guessed.known,
      guessed.directed ? "with" : "without", score.auc, score.log_loss, score.brier);
  for (const SignScore::Bin& bin : score.bins) {
    if (bin.ties == 0) continue;
    bins.push_back({{"ties", bin.ties}, {"guessed", bin.guessed}, {"friends", bin.friends}});
    text += fmt::format("  {:5.1f} %  {:5.1f} %  of {}\n", 100 * bin.guessed, 100 * bin.friends,
                        bin.ties);
  }
  if (format != Format::json) return text + fmt::format("{:.2f} seconds\n", guessed.seconds);
  return dump({{"auc", score.auc},
               {"log_loss", score.log_loss},
               {"brier", score.brier},
               {"friendly", score.friends},
               {"hostile", score.enemies},
               {"known", guessed.known},
               {"directed", guessed.directed},
               {"calibration", bins},
               {"seconds", guessed.seconds}});
}

}  // namespace entente
