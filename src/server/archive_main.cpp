// entente_made_up_archive FILE EVENTS: a store as large as an archive of twenty years, to measure
// the server with (./dev bench serve): states of three blocs, of which the press writes by Zipf's
// law, friendly inside and mostly hostile across, told by fifty outlets. From a seed.
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "store/store.h"

namespace entente {
namespace {

constexpr size_t kStates = 150, kBlocs = 3, kOutlets = 50, kDays = 7300, kEach = 10;

// AAA, AAB ... as world books have codes.
std::string state(size_t number) {
  const auto letter = [](size_t n) { return static_cast<char>('A' + n % 26); };
  return {letter(number / 26), letter(number), letter(number * 7)};
}

class Archive {
 public:
  Event event(const std::string& document, size_t number) {
    const size_t a = any_state();
    size_t b = any_state();
    while (b == a) b = any_state();
    const bool friends = a % kBlocs == b % kBlocs;
    Event event;
    event.id = fmt::format("e{}", number);
    event.document = document;
    event.source.actor = actor(a);
    event.target.actor = actor(b);
    event.type = type(friends == chance(85));
    const std::string deed(to_string(event.type));
    event.sentence = fmt::format(
        "{} decided on {} against what {} had hoped for in talks {} of the "
        "year.",
        event.source.actor.name, deed, event.target.actor.name, random_() % 5000);
    event.source.range = {0, static_cast<uint32_t>(event.source.actor.name.size())};
    const Date day = civil_from_days(static_cast<int32_t>(10957 + number * kDays / events_));
    event.date = {{day, day, DatePrecision::day}, DateBasis::publication};
    event.said_by = {{fmt::format("Outlet {}", any_outlet()), {}}};
    event.rule = "made-up";
    event.confidence = 0.8;
    return event;
  }

  explicit Archive(size_t events) : events_(events) {}

 private:
  static Actor actor(size_t number) {
    const std::string code = state(number);
    return {code, code, "", "State " + code, code};
  }
  bool chance(uint32_t percent) { return random_() % 100 < percent; }
  // The n-th as often as 1/n.
  size_t by_zipf(size_t count) {
    const double at = static_cast<double>(random_() % 1'000'000) / 1e6;
    return std::min(count - 1, static_cast<size_t>(std::pow(static_cast<double>(count), at)) - 1);
  }
  size_t any_state() { return by_zipf(kStates); }
  size_t any_outlet() { return by_zipf(kOutlets); }
  EventType type(bool friendly) {
    constexpr EventType kFriendly[] = {EventType::agree, EventType::consult, EventType::support,
                                       EventType::cooperate, EventType::aid};
    constexpr EventType kHostile[] = {EventType::accuse, EventType::reject, EventType::threaten,
                                      EventType::sanction, EventType::assault};
    return friendly ? kFriendly[random_() % 5] : kHostile[random_() % 5];
  }

  size_t events_;
  std::mt19937_64 random_{1};
};

int fill(const char* path, size_t size) {
  constexpr size_t kAtOnce = 20'000;
  auto store = open_store(path);
  if (!store) {
    fmt::print(stderr, "{}\n", store.error());
    return 2;
  }
  Archive archive(size);
  for (size_t at = 0; at < size; at += kAtOnce) {
    std::vector<Article> articles;
    std::vector<Event> events;
    for (size_t i = at; i < std::min(size, at + kAtOnce); ++i) {
      if (i % kEach == 0) {
        Article& article = articles.emplace_back();
        article.id = fmt::format("a{:08}", i);
        article.title = fmt::format("Report {}", i);
      }
      events.push_back(archive.event(articles.back().id, i));
    }
    if (const auto done = store.value()->put(articles, events); !done) {
      fmt::print(stderr, "{}\n", done.error());
      return 2;
    }
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) {
  if (count != 3) {
    fmt::print(stderr, "entente_made_up_archive FILE EVENTS\n");
    return 2;
  }
  return entente::fill(values[1], std::strtoul(values[2], nullptr, 10));
}
