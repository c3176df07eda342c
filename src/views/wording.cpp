// Sentences with grammar enough for names: articles, possessives, number. The rules for "the" go
// by the last word of a name and, for initials, by whether they can be read as a word; a name that
// they get wrong reads odd but is not false. Tested in wording_test.cpp.
#include "views/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "views/display.h"

namespace entente {

namespace {

// Last words of names that take "the".
constexpr std::string_view kArticleWords[] = {
    "states",      "nations",     "emirates",    "kingdom",    "union",        "league",
    "netherlands", "philippines", "maldives",    "bahamas",    "gambia",       "comoros",
    "seychelles",  "islands",     "republic",    "federation", "organization", "organisation",
    "council",     "community",   "commission",  "court",      "bank",         "fund",
    "alliance",    "movement",    "front",       "army",       "forces",       "brigades",
    "party",       "government",  "authority",   "agency",     "committee",    "congress",
    "parliament",  "taliban",     "houthis",     "rebels",     "militia",      "group",
    "coalition",   "conference",  "secretariat", "state",      "treaty",       "guard",
    "assembly",    "vatican",     "kremlin",     "pentagon",   "opposition",   "quartet",
    "kurds",
};
// Names in the plural form that name one country or body.
constexpr std::string_view kPluralWords[] = {"forces", "brigades", "houthis", "rebels", "kurds"};

template <size_t n>
bool contains(const std::string_view (&list)[n], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string last_word(std::string_view name) {
  name = name.substr(0, name.find(" ("));  // "United States (civilians)"
  const size_t blank = name.rfind(' ');
  return lower(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

bool is_initials(std::string_view name) {
  return name.size() >= 2 && name.size() <= 7 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "NATO" is read as a word, "CSTO" letter by letter: no word has three consonants or vowels in a
// row here, and few have under four letters.
bool reads_as_word(std::string_view initials) {
  int run = 0;
  bool previous_vowel = false;
  for (size_t i = 0; i < initials.size(); ++i) {
    const bool vowel = std::string_view("AEIOU").find(initials[i]) != std::string_view::npos;
    run = i > 0 && vowel == previous_vowel ? run + 1 : 1;
    if (run == 3) return false;
    previous_vowel = vowel;
  }
  return initials.size() >= 4;
}

class Writer {
 public:
  explicit Writer(const System& system) : system_(system) {}

  Writer& text(std::string_view words) {
    if (!wording_.empty() && wording_.back().actor < 0) {
      wording_.back().text += words;
    } else {
      wording_.push_back({std::string(words), -1});
    }
    return *this;
  }
  // What comes first is not the beginning of a sentence.
  Writer& inside_sentence() {
    begins_ = false;
    return *this;
  }
  Writer& name(uint32_t actor) {
    const std::string name = display_name(system_, actor);
    if (takes_article(name)) text(begins_ && wording_.empty() ? "The " : "the ");
    wording_.push_back({name, static_cast<int>(actor)});
    return *this;
  }
  Writer& possessive(uint32_t actor) {
    name(actor);
    return text(wording_.back().text.ends_with('s') ? "'" : "'s");
  }
  // "is" or "are".
  Writer& be(uint32_t actor) {
    const bool plural = contains(kPluralWords, last_word(display_name(system_, actor)));
    return text(plural ? " are " : " is ");
  }
  Writer& list(const std::vector<uint32_t>& actors, size_t most) {
    const size_t shown = actors.size() <= most + 1 ? actors.size() : most;
    for (size_t i = 0; i < shown; ++i) {
      if (i > 0) text(i + 1 == actors.size() ? " and " : ", ");
      name(actors[i]);
    }
    if (shown < actors.size()) text(fmt::format(" and {} others", actors.size() - shown));
    return *this;
  }
  Wording done() { return std::move(wording_); }

 private:
  const System& system_;
  Wording wording_;
  bool begins_ = true;
};

int sign_between(const System& system, uint32_t a, uint32_t b) {
  const Tie* tie = tie_between(system.network, a, b);
  return tie ? tie->sign() : 0;
}

uint32_t requests_toward(const Tie& tie, uint32_t other) {
  return other == tie.second ? tie.first_asks_second : tie.second_asks_first;
}

// Actors of `camp` to whose tie with `actor` `rank` gives a number, the greatest first.
template <typename Rank>
std::vector<uint32_t> ranked(const System& system, uint32_t actor, int camp, const Rank& rank) {
  std::vector<std::pair<double, uint32_t>> found;
  for (const Tie& tie : system.network.ties) {
    if (tie.first != actor && tie.second != actor) continue;
    const uint32_t other = tie.first == actor ? tie.second : tie.first;
    if (system.balance.camp[other] != camp) continue;
    if (const std::optional<double> number = rank(tie)) found.push_back({-*number, other});
  }
  std::sort(found.begin(), found.end());
  std::vector<uint32_t> actors;
  for (const auto& [number, other] : found) actors.push_back(other);
  return actors;
}

// Those whose acts toward `actor` are friendly in sum, strongest first, then those who ask it for
// something and are not hostile.
std::vector<uint32_t> courting(const System& system, uint32_t actor, int camp) {
  return ranked(system, actor, camp, [&](const Tie& tie) {
    const double sum = acts_toward(tie, actor);
    const bool courts = sum > 0 || (sum == 0 && requests_toward(tie, actor) > 0);
    return courts ? std::optional(sum) : std::nullopt;
  });
}

// Those with something friendly in their tie with `actor`, most of it first.
std::vector<uint32_t> friends_in(const System& system, uint32_t actor, int camp) {
  return ranked(system, actor, camp, [](const Tie& tie) {
    return tie.friendly > 0 ? std::optional(tie.friendly) : std::nullopt;
  });
}

// The shared neighbours of an implied tie by their signs toward its two ends.
struct Shared {
  std::vector<uint32_t> friends, enemies, friends_of_first, friends_of_second;
};

Shared shared_neighbours(const System& system, const ImpliedTie& implied) {
  Shared shared;
  for (uint32_t c : implied.through) {
    const int first = sign_between(system, implied.first, c);
    const int second = sign_between(system, implied.second, c);
    if (first > 0 && second > 0) shared.friends.push_back(c);
    if (first < 0 && second < 0) shared.enemies.push_back(c);
    if (first > 0 && second < 0) shared.friends_of_first.push_back(c);
    if (first < 0 && second > 0) shared.friends_of_second.push_back(c);
  }
  return shared;
}

void divided(Writer& writer, const std::vector<uint32_t>& between, uint32_t liked,
             uint32_t disliked) {
  const bool one = between.size() == 1;
  writer.list(between, 3);
  if (one) {
    writer.be(between[0]).text("a friend of ").name(liked).text(" and an enemy of ");
  } else {
    writer.text(" are friends of ").name(liked).text(" and enemies of ");
  }
  writer.name(disliked);
}

// What speaks for an implied tie beside the shared neighbours.
void other_reason(Writer& writer, const ImpliedTie& implied) {
  const auto says = [&](SignReason reason) {
    const double said = implied.reasons[static_cast<size_t>(reason)];
    return implied.score > 0 ? said : -said;
  };
  const bool friends = implied.score > 0;
  constexpr double kLeast = 0.05;  // of log-odds
  if (says(SignReason::camps) > kLeast && says(SignReason::camps) >= says(SignReason::tempers))
    writer.text(friends ? ": the camps put them together" : ": the camps set them apart");
  else if (says(SignReason::tempers) > kLeast)
    writer.text(friends ? ": both have few enemies" : ": both have many enemies");
  else if (says(SignReason::alike) > kLeast)
    writer.text(friends ? ": whoever stands as the one does is a friend of the other"
                        : ": whoever stands as the one does is an enemy of the other");
}

}  // namespace

std::string plain_text(const Wording& wording) {
  std::string text;
  for (const Phrase& phrase : wording) text += phrase.text;
  return text;
}

bool takes_article(std::string_view name) {
  if (is_initials(name)) return !reads_as_word(name);
  const std::string last = last_word(name);
  if (last == "republic" || last == "state" || last == "party" || last == "group" ||
      last == "bank") {
    return name.find(' ') != std::string_view::npos;
  }
  return contains(kArticleWords, last) || name.find(" of ") != std::string_view::npos;
}

std::string name_in_sentence(std::string_view name) {
  return (takes_article(name) ? "the " : "") + std::string(name);
}

std::string display_name(const System& system, std::string_view node) {
  std::string name = one_line(node_name(system.book, node));
  return name.empty() ? one_line(node) : name;
}

std::string display_name(const System& system, uint32_t actor) {
  return display_name(system, system.network.actors[actor].node);
}

const Tie* tie_between(const Network& network, uint32_t a, uint32_t b) {
  const auto key = std::minmax(a, b);
  const auto place = std::lower_bound(
      network.ties.begin(), network.ties.end(), key, [](const Tie& tie, const auto& wanted) {
        return std::pair(tie.first, tie.second) < std::pair(wanted.first, wanted.second);
      });
  const bool found =
      place != network.ties.end() && place->first == key.first && place->second == key.second;
  return found ? &*place : nullptr;
}

double acts_toward(const Tie& tie, uint32_t other) {
  return other == tie.second ? tie.first_to_second : tie.second_to_first;
}

std::string_view relation_word(const Tie& tie) {
  const int sign = tie.sign();
  if (sign != 0) return sign > 0 ? "friends" : "enemies";
  return tie.mixedness() >= 0.5 ? "mixed" : "unclear";
}

Wording tension_wording(const System& system, const Triad& triad) {
  Writer writer(system);
  const auto [a, b, c, kind, weight] = triad;
  switch (kind) {
    case TriadKind::torn_friend:
      writer.name(a).be(a).text("a friend of ").name(b).text(", the enemy of ");
      return writer.possessive(a).text(" friend ").name(c).text(".").done();
    case TriadKind::all_enemies:
      return writer.list({a, b, c}, 3).text(" are all enemies of one another.").done();
    case TriadKind::all_friends: return writer.list({a, b, c}, 3).text(" are all friends.").done();
    case TriadKind::two_against_one: break;
  }
  // The pair of friends among the three comes first.
  uint32_t x = a, y = b, z = c;
  if (sign_between(system, a, c) > 0) std::tie(x, y, z) = std::tuple(a, c, b);
  if (sign_between(system, b, c) > 0) std::tie(x, y, z) = std::tuple(b, c, a);
  writer.name(x).text(" and ").name(y).text(" are friends and share the enemy ").name(z);
  return writer.text(".").done();
}

Wording contested_wording(const System& system, const Contested& contested) {
  Writer writer(system);
  const uint32_t actor = contested.actor;
  const int camp = system.balance.camp[actor];
  const std::vector<uint32_t> own = courting(system, actor, camp == 1 ? 1 : 0);
  const std::vector<uint32_t> other = courting(system, actor, camp == 1 ? 0 : 1);
  writer.name(actor).be(actor);
  if (contested.courted_by_both && !own.empty() && !other.empty()) {
    writer.text("courted by both camps: by ").list(own, 3);
    writer.text(camp < 0 ? " from camp 1 and by " : " from its own and by ").list(other, 3);
    return writer.text(camp < 0 ? " from camp 2." : " from the other.").done();
  }
  if (contested.befriended_by_both()) {
    const std::vector<uint32_t> near = friends_in(system, actor, camp);
    const std::vector<uint32_t> far = friends_in(system, actor, 1 - camp);
    std::vector<uint32_t> friends = far;
    std::erase_if(friends, [&](uint32_t one) { return sign_between(system, actor, one) <= 0; });
    writer.text("between the camps: on good terms with ").list(near, 3);
    if (!friends.empty())
      return writer.text(" in its own and with ").list(friends, 3).text(" in the other.").done();
    writer.text(" in its own, and there are friendly deeds with ").list(far, 3);
    return writer.text(" in the other.").done();
  }
  if (contested.courted_by_both) return writer.text("courted by both camps.").done();
  writer.text(fmt::format("held loosely: its own camp pulls with {:.1f}, the other with {:.1f}",
                          contested.pull_own, contested.pull_other));
  return writer.text(fmt::format("; changing sides would cost {:.1f}.", contested.cost_of_move))
      .done();
}

Wording implied_wording(const System& system, const ImpliedTie& implied) {
  Writer writer(system);
  const Shared shared = shared_neighbours(system, implied);
  const bool friends = implied.score > 0;
  const double chance = friends ? implied.friend_chance() : 1 - implied.friend_chance();
  writer.name(implied.first).text(" and ").name(implied.second);
  writer.text(friends ? " are likely friends" : " are likely enemies");
  writer.text(fmt::format(" ({:.0f} %)", 100 * chance));
  const std::vector<uint32_t>& one = friends ? shared.friends : shared.friends_of_first;
  const std::vector<uint32_t>& other = friends ? shared.enemies : shared.friends_of_second;
  if (one.empty() && other.empty()) {
    other_reason(writer, implied);
  } else if (friends) {
    if (!one.empty()) writer.text(": both are friends of ").list(one, 3);
    if (!other.empty())
      writer.text(one.empty() ? ": both are enemies of " : ", and enemies of ").list(other, 3);
  } else {
    if (!one.empty()) divided(writer.text(": "), one, implied.first, implied.second);
    if (!other.empty())
      divided(writer.text(one.empty() ? ": " : "; "), other, implied.second, implied.first);
  }
  return writer.text(".").done();
}

Wording finding_wording(const System& system) {
  std::vector<uint32_t> between;
  for (const Contested& entry : most_contested(system.balance, 3)) between.push_back(entry.actor);
  std::vector<uint32_t> camps[2], loose[2];  // loose: who stands between, though placed in a camp
  for (uint32_t i = 0; i < system.network.actors.size(); ++i) {
    const int camp = system.balance.camp[i];
    if (camp < 0) continue;
    const bool is_loose = std::find(between.begin(), between.end(), i) != between.end();
    (is_loose ? loose : camps)[camp].push_back(i);
  }
  for (const int camp : {0, 1}) {
    if (camps[camp].empty()) camps[camp] = loose[camp];
  }
  if (camps[0].empty() || camps[1].empty()) return {};
  for (std::vector<uint32_t>& camp : camps) {
    std::stable_sort(camp.begin(), camp.end(), [&](uint32_t a, uint32_t b) {
      return system.network.actors[a].weight > system.network.actors[b].weight;
    });
  }
  Writer writer(system);
  writer.list(camps[0], 4);
  if (camps[0].size() == 1) {
    writer.be(camps[0][0]).text("set against ");
  } else {
    writer.text(" stand against ");
  }
  writer.list(camps[1], 4);
  if (between.empty()) return writer.text(".").done();
  writer.text("; ").list(between, 3);
  return writer.text(between.size() == 1 ? " stands between them." : " stand between them.").done();
}

Wording list_wording(const System& system, const std::vector<uint32_t>& actors, size_t most) {
  return Writer(system).inside_sentence().list(actors, most).done();
}

}  // namespace entente
