// Articles and events made from a seed, odd ones among them, for tests and benchmarks.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "store/equality.h"
#include "store/store.h"

namespace entente {

class EventMaker {
 public:
  explicit EventMaker(uint64_t seed) : random_(seed) {}

  Article article(const std::string& id) {
    Article made;
    made.id = id;
    for (std::string* text :
         {&made.title, &made.outlet, &made.author, &made.url, &made.text, &made.origin})
      *text = words(8);
    if (chance(2)) made.published = date();
    return made;
  }

  Event event(const std::string& document, const std::string& id) {
    Event made;
    made.id = id;
    made.document = document;
    made.sentence_index = chance(9) ? 0xffffffff : below(100);
    made.sentence_range = range();
    made.sentence = words(20);
    made.source = participant();
    made.target = participant();
    made.type = static_cast<EventType>(below(kEventTypes));
    made.mode = pick({"", "", "visit", "meet", "troops", "no such mode"});
    made.status = static_cast<EventStatus>(below(5));
    made.mutual = chance(4);
    for (uint32_t i = below(4); i > 0; --i) made.said_by.push_back({outlet(), range()});
    made.date = event_date();
    made.issue = pick({"", "military bases", "refugees"});
    made.deed = range();
    made.rule = words(2);
    made.topic = words(2);
    made.stand = static_cast<Stand>(below(5));
    made.claimed = chance(3);
    if (chance(2)) made.place = {words(1), pick({"", "UZB"}), range()};
    if (chance(3)) made.elsewhere = {"ICEWS", words(1), words(1)};
    made.confidence = chance(5) ? 1.0 : below(1000) / 999.0;
    return made;
  }

  std::string node() { return pick({"USA", "UZB", "RUS", "NATO", "?Zo\u00eb \u5f20", "", "AFG"}); }
  std::string outlet() {
    return pick({"Gazette", "\u0412\u0435\u0441\u0442\u043d\u0438\u043a", "minister", ""});
  }
  Date date() {
    return {static_cast<int16_t>(2019 + below(4)), static_cast<uint8_t>(1 + below(12)),
            static_cast<uint8_t>(1 + below(28))};
  }
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>(random_() % bound); }
  bool chance(uint32_t one_in) { return below(one_in) == 0; }

 private:
  std::string pick(const std::vector<std::string>& choices) {
    return choices[below(static_cast<uint32_t>(choices.size()))];
  }

  std::string words(uint32_t most) {
    std::string text;
    for (uint32_t i = below(most + 1); i > 0; --i) {
      text += pick({"troops ", "it's ", "\"so\" ", "c\u00f4te ", "\u4e2d\u6587 ", "\U0001f54a ",
                    "\n", "%s;-- ", std::string("a\0b ", 4), "\xff broken ", "\t"});
    }
    return text;
  }

  Range range() {
    if (chance(20)) return {0, 0xffffffff};
    const uint32_t begin = below(1000);
    return {begin, begin + below(50)};
  }

  Participant participant() {
    Participant made;
    made.actor = {words(2), pick({"", "UZB", "KOS"}), pick({"", "GOV", "MIL"}), words(3), node()};
    made.range = range();
    made.text = words(3);
    return made;
  }

  EventDate event_date() {
    EventDate made;
    made.basis = static_cast<DateBasis>(below(4));
    made.range.precision = static_cast<DatePrecision>(below(7));
    if (chance(4)) return made;
    made.range.from = date();
    made.range.to = chance(2) ? made.range.from : date();
    return made;
  }

  std::mt19937_64 random_;
};

// `documents` articles with `each` events, ids "a0", "a1" ... and "e0", "e1" ...
struct GeneratedBatch {
  std::vector<Article> articles;
  std::vector<Event> events;
};

inline GeneratedBatch generated_batch(uint64_t seed, int documents, int each) {
  EventMaker maker(seed);
  GeneratedBatch batch;
  for (int d = 0; d < documents; ++d) {
    const std::string id = "a" + std::to_string(d);
    batch.articles.push_back(maker.article(id));
    for (int e = 0; e < each; ++e) batch.events.push_back(maker.event(id, "e" + std::to_string(e)));
  }
  return batch;
}

}  // namespace entente
