// States that are teams: "Kenya beat Uganda 3-1" is no deed of a government. The idea: count the
// words of sport in the sentence and in the whole text; in a text about sport every bare name of a
// state is a team, elsewhere only the subject or object of a verb of play in a sentence with a
// score or with words of sport. A team is marked as a place: named, but nobody who acts. Tested in
// sports_test.cpp.
#include <algorithm>
#include <array>
#include <set>

#include "actors/collectives.h"
#include "actors/naming.h"

namespace entente {

namespace {

// Words that are hardly ever met outside sport.
constexpr std::array<std::string_view, 37> kPlain = {
    "afcon",      "basketball", "batsman",   "batsmen",      "bowler",        "cricket",
    "cricketer",  "cricketers", "football",  "footballer",   "footballers",   "fifa",
    "goalkeeper", "goalless",   "innings",   "kickoff",      "medallist",     "midfielder",
    "netball",    "olympics",   "playoff",   "quarterfinal", "quarterfinals", "rugby",
    "semifinal",  "semifinals", "shootout",  "soccer",       "uefa",          "volleyball",
    "wicket",     "wickets",    "world cup", "batting",      "bowlers",       "spinner",
    "spinners"};

// Sorted.
constexpr std::array<std::string_view, 44> kLikely = {
    "captain",  "champion", "champions", "championship", "championships", "coach",      "coached",
    "cup",      "defender", "draw",      "fans",         "final",         "finals",     "fixture",
    "game",     "games",    "goal",      "goals",        "halftime",      "hockey",     "league",
    "marathon", "match",    "matches",   "medal",        "medals",        "penalty",    "pitch",
    "player",   "players",  "qualifier", "qualifiers",   "referee",       "squad",      "stadium",
    "striker",  "team",     "teams",     "tennis",       "title",         "tournament", "trophy",
    "victory",  "win"};

bool is_plain(std::string_view low) {
  return std::find(kPlain.begin(), kPlain.end(), low) != kPlain.end();
}

bool is_likely(std::string_view low) {
  return std::binary_search(kLikely.begin(), kLikely.end(), low);
}

bool is_play(std::string_view lemma) {
  constexpr std::array<std::string_view, 36> verbs = {
      "beat",   "defeat",  "thrash",    "trounce", "edge",  "stun",      "crush",   "win",
      "lose",   "draw",    "face",      "play",    "host",  "meet",      "qualify", "advance",
      "score",  "concede", "eliminate", "clinch",  "trail", "lead",      "claim",   "reach",
      "hammer", "rout",    "overcome",  "down",    "upset", "overpower", "sweep",   "secure",
      "hold",   "knock",   "be",        "cruise"};
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

// Counted, won and lost as well, though not in sport.
bool is_vote(std::string_view low) {
  constexpr std::array<std::string_view, 9> words = {
      "vote", "votes", "election", "elections", "parliament", "poll", "war", "troops", "ballot"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "3-1", as one token or three.
bool is_score(const Reading& reading, uint32_t i) {
  const std::string_view form = reading.form(i);
  for (const std::string_view dash : {"-", "\u2013"}) {
    const size_t at = form.find(dash);
    if (at != form.npos && at > 0 && is_number(form.substr(0, at)) &&
        is_number(form.substr(at + dash.size())) && at + dash.size() + 2 >= form.size()) {
      return true;
    }
  }
  return i + 2 < reading.size() && is_number(form) && form.size() < 3 && reading.adjoins(i) &&
         reading.adjoins(i + 1) && is_number(reading.form(i + 2)) &&
         reading.form(i + 2).size() < 3 &&
         (reading.form(i + 1) == "-" || reading.form(i + 1) == "\u2013");
}

class Teams {
 public:
  explicit Teams(const Reading& reading) : reading_(reading) {
    const size_t count = reading.document.sentences.size();
    words_.assign(count, 0);
    std::set<std::string_view> kinds;
    std::set<uint32_t> votes;  // sentences
    size_t all = 0;
    for (uint32_t i = 0; i < reading.size(); ++i) {
      const uint32_t s = reading.sentence_of[i];
      if (is_plain(reading.low[i])) {
        words_[s] += 2;
        kinds.insert(reading.low[i]);
        all += 2;
      } else if (is_likely(reading.low[i])) {
        words_[s] += 1;
        kinds.insert(reading.low[i]);
        ++all;
      } else if (is_score(reading, i)) {
        words_[s] += 2;
      } else if (is_vote(reading.low[i])) {
        votes.insert(s);
      }
    }
    for (const uint32_t s : votes) words_[s] = 0;
    constexpr size_t kKinds = 5, kTokensAWord = 30;
    whole_ = kinds.size() >= kKinds && all * kTokensAWord >= reading.size();
  }

  bool is_team(const Draft& draft) const {
    const Mention& mention = draft.mention;
    if (mention.modifier || mention.place || draft.person) return false;
    if (draft.hit != kNone && !is_country_word(reading_.low[reading_.hits[draft.hit].head()])) {
      return false;
    }
    const bool named = mention.how == Resolution::name || mention.how == Resolution::demonym ||
                       mention.how == Resolution::pronoun || mention.how == Resolution::description;
    if (!named) return false;
    for (const Actor& actor : mention.actors) {
      if (actor.country.empty() || actor.code != actor.country) return false;
    }
    const size_t words = words_[mention.sentence];
    const Token& head = reading_.token(mention.head);
    const bool core = head.relation == Relation::nsubj || head.relation == Relation::obj ||
                      head.relation == Relation::obl || head.relation == Relation::nsubj_pass ||
                      head.relation == Relation::obl_agent || head.relation == Relation::conj;
    const bool plays =
        head.head != kNoToken && is_play(reading_.token(static_cast<uint32_t>(head.head)).lemma);
    if (whole_) return words > 0 || plays;
    return words >= 2 && core && plays;
  }

 private:
  const Reading& reading_;
  std::vector<size_t> words_;  // of sport, by sentence; sure ones twice
  bool whole_ = false;         // the text is about sport
};

}  // namespace

void mark_teams(const Reading& reading, std::vector<Draft>& drafts) {
  const Teams teams(reading);
  for (Draft& draft : drafts) {
    if (draft.mention.actors.empty() || !teams.is_team(draft)) continue;
    draft.mention.place = true;
    draft.mention.confidence *= 0.5;
  }
}

}  // namespace entente
