// Chances of several heads go through one logistic function (Platt 1999), fitted on answers for
// rows that the network had not seen, so that of events with confidence 0.8 eight in ten are right.
// Tested in scorer_events_test.cpp.
#include "events/scorer_events.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace entente {

namespace {

double log_of(double chance) { return std::log(chance + 1e-4); }

bool is_mutual(EventType type) {
  return type == EventType::consult || type == EventType::cooperate;
}

}  // namespace

EventScorer::EventScorer(const Scorer::Weights& weights, const Syntax& syntax,
                         const Participants& participants, const DeedLexicon::Entries& lexicon,
                         const std::vector<Deed>& deeds)
    : weights_(weights),
      syntax_(syntax),
      participants_(participants),
      lexicon_(lexicon),
      reader_(syntax, participants, lexicon, deeds),
      network_(weights, syntax.document()),
      sentences_(syntax.document().sentences.size()) {}

const std::vector<float>& EventScorer::sentence_chances(uint32_t sentence) {
  std::vector<float>& chances = sentences_[sentence];
  if (chances.empty()) {
    chances = network_.chances(ScorerHead::sentence, network_.vector(reader_.sentence(sentence)));
  }
  return chances;
}

double EventScorer::calibrated(size_t row, const std::vector<float>& events, EventType type,
                               const std::vector<float>& vector, uint32_t sentence,
                               const std::array<double, 3>& rest) {
  double same_sign = 0;
  for (int i = 0; i < kEventTypes; ++i) {
    const auto other = static_cast<EventType>(i);
    if (sign(other, "") == sign(type, "")) same_sign += events[static_cast<size_t>(i) + 1];
  }
  const std::array<double, kCalibrationInputs> inputs = {
      log_of(events[static_cast<size_t>(type) + 1]),
      log_of(events[0]),
      log_of(same_sign),
      log_of(sentence_chances(sentence)[0]),
      log_of(network_.chances(ScorerHead::direction, vector)[0]),
      rest[0],
      rest[1],
      rest[2]};
  double sum = weights_.calibration.bias[row];
  for (size_t i = 0; i < inputs.size(); ++i) {
    sum += inputs[i] * weights_.calibration.weights[row * kCalibrationInputs + i];
  }
  return 1 / (1 + std::exp(-sum));
}

double EventScorer::confidence(const Deed& deed, const Event& event) {
  const std::vector<float> vector = network_.vector(reader_.pair(deed.source, deed.target));
  const std::vector<float> events = network_.chances(ScorerHead::event, vector);
  const double happened = event.status == EventStatus::happened ? 1 : 0;
  return calibrated(0, events, event.type, vector, event.sentence_index,
                    {event.confidence, happened, event.mutual ? 1.0 : 0.0});
}

std::vector<SeenDeed> EventScorer::unseen(const std::vector<Deed>& coded, double least) {
  std::set<std::pair<std::string_view, std::string_view>> known;
  std::vector<SeenDeed> seen;
  const auto node = [&](const Filler& filler) -> std::string_view {
    return participants_.actor(filler).node;
  };
  for (const Deed& deed : coded) {
    known.insert({node(deed.source), node(deed.target)});
    known.insert({node(deed.target), node(deed.source)});
  }
  for (uint32_t sentence = 0; sentence < sentences_.size(); ++sentence) {
    for (const ActorPair& pair : actor_pairs(syntax_, participants_, sentence)) {
      if (known.contains({node(pair.source), node(pair.target)})) continue;
      const ScorerInput input = reader_.pair(pair.source, pair.target);
      if (!input.top) continue;
      const std::vector<float> vector = network_.vector(input);
      const std::vector<float> events = network_.chances(ScorerHead::event, vector);
      const auto best = std::max_element(events.begin() + 1, events.end());
      const auto type = static_cast<EventType>(best - events.begin() - 1);
      const Modality modality = modality_of(syntax_, lexicon_, *input.top);
      const bool mutual = is_mutual(type);
      const double happened = modality.status == EventStatus::happened ? 1 : 0;
      const double sure =
          calibrated(1, events, type, vector, sentence, {0, happened, mutual ? 1.0 : 0.0});
      if (sure < least) continue;
      Deed deed{0, *input.top, pair.source, pair.target, 2, sure};
      seen.push_back({deed, {type, "", modality.status}, mutual});
      if (mutual) known.insert({node(pair.target), node(pair.source)});
    }
  }
  return seen;
}

}  // namespace entente
