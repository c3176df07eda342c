// The scorer's answers about two given phrases and about a sentence as such. Tested in
// scorer_answers_test.cpp and by `entente score` on labelled rows.
#include <algorithm>
#include <array>
#include <cmath>

#include "events/events.h"
#include "events/phrase_mention.h"
#include "events/scorer.h"

namespace entente {

namespace {

// The answers of ScorerHead::row; CONCEDE and RETREAT are one.
constexpr std::array<EventType, 15> kRowTypes = {
    EventType::accuse,  EventType::agree,    EventType::aid,       EventType::assault,
    EventType::coerce,  EventType::consult,  EventType::cooperate, EventType::mobilize,
    EventType::protest, EventType::reject,   EventType::request,   EventType::sanction,
    EventType::support, EventType::threaten, EventType::retreat};

constexpr std::array<Sentiment, 5> kSentiments = {Sentiment::neutral, Sentiment::positive,
                                                  Sentiment::positive_back, Sentiment::negative,
                                                  Sentiment::negative_back};

size_t best_of(const std::vector<float>& chances) {
  return static_cast<size_t>(std::max_element(chances.begin(), chances.end()) - chances.begin());
}

// Everything that the answers of one document need.
struct Reading {
  Reading(const Document& document, const std::vector<Mention>& mentions,
          const DeedLexicon& lexicon)
      : syntax(document, lexicon.entries().words),
        participants(syntax, mentions, lexicon.entries()),
        deeds(match_deeds(syntax, participants, lexicon.entries())),
        reader(syntax, participants, lexicon.entries(), deeds) {}
  Syntax syntax;
  Participants participants;
  std::vector<Deed> deeds;
  ScorerReader reader;
};

// The two phrases as mentions; `source` and `target` stay empty where there is no such phrase.
struct Phrases {
  std::vector<Mention> mentions;
  std::optional<Filler> source, target;
};

Phrases phrases_of(const Document& document, Range source, Range target) {
  Phrases phrases;
  const auto take = [&](Range range, std::string_view node, std::optional<Filler>& filler) {
    const auto mention = phrase_mention(document, range, node);
    if (!mention) return;
    filler = Filler{static_cast<uint32_t>(phrases.mentions.size())};
    phrases.mentions.push_back(*mention);
  };
  take(source, "?source", phrases.source);
  take(target, "?target", phrases.target);
  return phrases;
}

using Directions = std::array<float, kDirections>;

// The words are no part of the network's answer: they vote beside it.
Directions direction_of(const Scorer::Weights& weights, const std::vector<float>& chances,
                        const std::vector<uint16_t>& words) {
  std::array<int32_t, kDirections> votes{};
  for (const uint16_t word : words) {
    for (size_t i = 0; i < kDirections; ++i) votes[i] += weights.word_votes[word * kDirections + i];
  }
  Directions sums;
  for (size_t i = 0; i < kDirections; ++i) {
    sums[i] = std::log(chances[i] + 1e-6f) + static_cast<float>(votes[i]) * weights.word_step;
  }
  return sums;
}

// The direction as seen from either side; what one side calls its own deed the other calls `back`.
Sentiment sentiment_of(const Scorer::Weights& weights, const Directions& ahead,
                       const Directions& behind) {
  constexpr std::array<size_t, kDirections> seen_from_behind = {0, 2, 1, 4, 3};
  std::vector<float> sums = weights.direction_offsets;
  for (size_t i = 0; i < sums.size(); ++i) sums[i] += (ahead[i] + behind[seen_from_behind[i]]) / 2;
  return kSentiments[best_of(sums)];
}

// CONCEDE where the lexicon says so, or where nothing is done yet.
EventType yielded(const std::optional<Relating>& by_lexicon) {
  if (by_lexicon && by_lexicon->type == EventType::concede) return EventType::concede;
  return EventType::retreat;
}

}  // namespace

std::string_view to_string(Sentiment sentiment) {
  constexpr std::array<std::string_view, 5> names = {"neutral", "positive", "positive_back",
                                                     "negative", "negative_back"};
  return names[static_cast<size_t>(sentiment)];
}

Relating relate(const Document& document, Range source, Range target, const DeedLexicon& lexicon,
                const Scorer& scorer) {
  const auto by_lexicon = relate(document, source, target, lexicon);
  const bool scored = !document.states.empty() && !document.tokens.empty();
  if (!scored) return by_lexicon.value_or(Relating{});
  const Phrases phrases = phrases_of(document, source, target);
  Reading reading(document, phrases.mentions, lexicon);
  const bool any = phrases.source || phrases.target;
  ScorerNetwork network(scorer.weights(), document);
  const std::vector<float> vector = network.vector(
      any ? reading.reader.pair(phrases.source, phrases.target) : reading.reader.sentence());
  const std::vector<float> chances = network.chances(ScorerHead::row, vector);
  const size_t best = best_of(chances);
  Relating relating = by_lexicon.value_or(Relating{});
  EventType type = kRowTypes[best];
  if (type == EventType::retreat) type = yielded(by_lexicon);
  if (!by_lexicon || by_lexicon->type != type) {
    relating.mode.clear();
    relating.rule = "scorer";
  }
  relating.type = type;
  relating.confidence = chances[best];
  const std::vector<float> behind =
      any ? network.vector(reading.reader.pair(phrases.target, phrases.source)) : vector;
  const auto seen = [&](const std::vector<float>& from, Range first, Range second) {
    return direction_of(scorer.weights(), network.chances(ScorerHead::direction, from),
                        word_marks(document.text, first, second));
  };
  relating.sentiment =
      sentiment_of(scorer.weights(), seen(vector, source, target), seen(behind, target, source));
  return relating;
}

SentenceClass sentence_class(const Document& document, const std::vector<Mention>& mentions,
                             const DeedLexicon& lexicon, const Scorer& scorer) {
  if (document.states.empty() || document.tokens.empty()) return {};
  Reading reading(document, mentions, lexicon);
  ScorerNetwork network(scorer.weights(), document);
  const std::vector<float> chances =
      network.chances(ScorerHead::sentence, network.vector(reading.reader.sentence()));
  const size_t best = best_of(chances);
  return {static_cast<int>(best), chances[best]};
}

}  // namespace entente
