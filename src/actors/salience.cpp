// Each mention before the token votes for its state; near ones, subjects and places count more, and
// a phrase with the same noun most ("Niger's junta" for "the junta"). Tested in context_test.cpp.
#include "actors/salience.h"

#include <algorithm>
#include <array>
#include <map>

#include "actors/people.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesOfVotes = 3;
constexpr uint32_t kSentencesOfNoun = 15;
constexpr std::array<double, kSentencesOfVotes + 1> kRecency = {1.0, 0.8, 0.5, 0.3};
constexpr double kFarVote = 0.1;
constexpr double kSameNoun = 2.0;
constexpr double kSameCountry = 0.4;  // "the country" may be another one each time
constexpr double kHomeVote = 0.8;
constexpr double kAhead = 0.5;
constexpr double kHeading = 0.8;
constexpr double kOwn = 1.5;
constexpr double kOwnSubject = 2.5;
constexpr double kPlaceOfCountry = 1.8;
constexpr double kModifierOfCountry = 0.5;

class Poll {
 public:
  Poll(const Reading& reading, const History& history, const SalienceQuestion& question)
      : reading_(reading),
        history_(history),
        question_(question),
        styled_(states_styled(reading.facts, question.noun)) {}

  Salience run() {
    hear_what_came_before();
    if (question_.looks_ahead) look_ahead();
    hear_heading();
    if (!question_.own.empty()) vote(question_.own, kOwn);
    if (question_.home) vote(question_.home->code, kHomeVote);
    const auto best =
        std::max_element(scores_.begin(), scores_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == scores_.end()) return {};
    return {reading_.facts.entity_of(best->first), best->second / total_};
  }

 private:
  void vote(std::string_view country, double weight) {
    if (country.empty() || country == question_.not_this) return;
    const auto& among = question_.among;
    if (!among.empty() && std::find(among.begin(), among.end(), country) == among.end()) return;
    if (!styled_.empty() && std::find(styled_.begin(), styled_.end(), country) == styled_.end()) {
      return;
    }
    scores_[country] += weight;
    total_ += weight;
  }

  void hear_what_came_before() {
    const uint32_t here = reading_.sentence_of[question_.token];
    const uint32_t reach = styled_.empty() ? kSentencesOfNoun : here;
    for (auto seen = history_.seen().rbegin(); seen != history_.seen().rend(); ++seen) {
      const uint32_t back = here - seen->sentence;
      if (back > reach) break;
      if (seen->outlet || seen->actors.size() != 1 || seen->actors[0].country.empty()) continue;
      const bool same = !question_.noun.empty() && seen->office == question_.noun;
      double weight =
          same ? (question_.of_subject ? kSameCountry : kSameNoun) / (1.0 + 0.1 * back) : 0.0;
      if (back <= kSentencesOfVotes) {
        const double subject = back == 0 && question_.of_subject ? kOwnSubject : 1.3;
        const double place = question_.of_subject ? kPlaceOfCountry : 1.3;
        weight += kRecency[back] * (seen->subject ? subject : 1.0) * (seen->place ? place : 1.0);
        // "Chinese companies in Sri Lanka ... the country".
        if (question_.of_subject && seen->modifier && !seen->place) weight *= kModifierOfCountry;
      } else if (!styled_.empty()) {
        weight += kFarVote;
      }
      weight = beyond_best(seen->actors[0].country, seen->sentence, weight);
      if (weight > 0) vote(seen->actors[0].country, weight);
    }
  }

  // "The door in Lome": what stands below a heading of one state is likely about that state.
  void hear_heading() {
    uint32_t at = reading_.sentence_of[question_.token];
    while (at > 0 && !reading_.document.sentences[at].heading) --at;
    if (!reading_.document.sentences[at].heading) return;
    std::string_view state;
    for (const Seen& seen : history_.seen()) {
      if (seen.sentence > at) break;
      if (seen.sentence < at || seen.outlet) continue;
      if (seen.actors.size() != 1 || (!state.empty() && state != seen.actors[0].country)) return;
      state = seen.actors[0].country;
    }
    vote(state, kHeading);
  }

  // Named thrice in one sentence, a state is no more its country than when named once.
  double beyond_best(std::string_view country, uint32_t sentence, double weight) {
    auto& [where, best] = best_in_sentence_[country];
    if (where != sentence) best = 0;
    where = sentence;
    const double more = std::max(0.0, weight - best);
    best = std::max(best, weight);
    return more;
  }

  void look_ahead() {
    const Sentence& sentence = reading_.sentence(question_.token);
    for (uint32_t t = question_.token; t < sentence.token_end; ++t) {
      const Found* name = reading_.name_at(t);
      if (!name || name->begin != t) continue;
      const Entity& entity = reading_.entity(*name);
      if (entity.kind != EntityKind::outlet) vote(entity.country, kAhead);
    }
  }

  const Reading& reading_;
  const History& history_;
  const SalienceQuestion& question_;
  std::vector<std::string_view> styled_;
  std::map<std::string_view, double> scores_;
  std::map<std::string_view, std::pair<uint32_t, double>> best_in_sentence_;
  double total_ = 0;
};

}  // namespace

std::vector<std::string_view> states_styled(const Facts& facts, std::string_view noun) {
  auto found = facts.styles.find(noun);
  if (found == facts.styles.end() && noun.ends_with('s')) {
    found = facts.styles.find(noun.substr(0, noun.size() - 1));
  }
  if (found == facts.styles.end()) return {};
  return list_of(found->second);
}

Salience salient_state(const Reading& reading, const History& history,
                       const SalienceQuestion& question) {
  return Poll(reading, history, question).run();
}

}  // namespace entente
