// Every entry of a lexicon on its own example, from text to event. Tested in
// lexicon_examples_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "events/lexicon.h"

namespace entente {

namespace {

using Types = std::unordered_map<std::string_view, EventType>;  // by rule

// The entry itself fires, or another of its type that says the same of the pair: of two that fit
// alike only one can.
bool fits(const Event& event, const DeedEntry& entry, const Types& types) {
  const auto type = types.find(event.rule);
  if (type == types.end() || type->second != entry.type) return false;
  const std::string& source = event.source.actor.node;
  const std::string& target = event.target.actor.node;
  if (source == entry.example.source && target == entry.example.target) return true;
  const bool either_way = event.rule != entry.id || entry.mutual;
  return either_way && event.mutual && source == entry.example.target &&
         target == entry.example.source;
}

std::string summary(const std::vector<Event>& events) {
  std::string text;
  for (const Event& event : events) {
    text += " [" + event.rule + " " + event.source.actor.node + " > " + event.target.actor.node +
            " " + std::string(to_string(event.status)) + "]";
  }
  return text.empty() ? " nothing" : text;
}

}  // namespace

std::vector<Problem> check_deed_lexicon(const DeedLexicon& lexicon, const EnglishModel& model,
                                        const WorldBook& book) {
  std::vector<Problem> problems;
  Types types;
  for (const DeedEntry& entry : lexicon.entries().list) types[entry.id] = entry.type;
  for (const DeedEntry& entry : lexicon.entries().list) {
    Article article;
    article.id = "example";
    article.text = entry.example.sentence;
    const Document document = make_document(article.text, model);
    const auto mentions = find_mentions(document, book);
    const auto events = extract_events(article, document, mentions, lexicon);
    const bool found = std::any_of(events.begin(), events.end(),
                                   [&](const Event& event) { return fits(event, entry, types); });
    if (found) continue;
    problems.push_back(
        {entry.where, fmt::format("{} does not fire on its example \"{}\": it wants {} > {} and "
                                  "gets{}; mend the entry or its example",
                                  entry.id, entry.example.sentence, entry.example.source,
                                  entry.example.target, summary(events))});
  }
  return problems;
}

}  // namespace entente
