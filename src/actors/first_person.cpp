// A quotation belongs to the subject of a verb of saying in the sentence where it ends or begins,
// else to the speaker of the quotation before it in the same paragraph. Outside quotations "we" is
// the speaker's where the verb of saying follows ("We have warned them, a diplomat said"); else it
// is the writer's, and nobody. Private people speak for nobody. Tested in first_person_test.cpp.
#include "actors/first_person.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "actors/history.h"
#include "base/one_of.h"

namespace entente {

namespace {

constexpr double kConfidence = 0.7;

bool is_saying(std::string_view verb) {
  return one_of(verb, {"say",     "tell",     "add",     "declare", "write",  "warn",  "announce",
                       "explain", "insist",   "claim",   "stress",  "argue",  "reply", "answer",
                       "remark",  "note",     "promise", "vow",     "boast",  "admit", "concede",
                       "comment", "complain", "observe", "joke",    "recall", "ask",   "conclude",
                       "affirm",  "assert",   "quip",    "repeat",  "state",  "retort"});
}

// Whose "we" is his state's, his organisation's or his group's.
bool speaks_for_somebody(const Actor& actor) {
  return actor.known() && (actor.sector.empty() ||
                           one_of(actor.sector, {"GOV", "MIL", "LEG", "SPY", "REB", "OPP", "IGO"}));
}

struct Stretch {
  uint32_t begin = 0, end = 0;  // tokens, half-open, the marks left out
};

class FirstPerson {
 public:
  FirstPerson(const Reading& reading, const std::vector<Draft>& drafts) : reading_(reading) {
    for (const Draft& draft : drafts) {
      if (!draft.mention.actors.empty() && !draft.mention.modifier)
        by_head_.emplace(draft.mention.head, &draft);
    }
    quoted_.resize(reading.size(), false);
    find_stretches();
  }

  std::vector<Draft> run() const {
    std::vector<Draft> found;
    const Draft* before = nullptr;
    uint32_t last_sentence = 0;
    for (const Stretch& stretch : stretches_) {
      const uint32_t first = reading_.sentence_of[stretch.begin];
      if (before && begins_paragraph_since(last_sentence, first)) before = nullptr;
      last_sentence = reading_.sentence_of[stretch.end - 1];
      const Draft* speaker = speaker_of(stretch);
      if (!speaker) speaker = before;
      before = speaker;
      for (uint32_t i = stretch.begin; speaker && i < stretch.end; ++i) add(i, *speaker, found);
    }
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      if (quoted_[i] || !is_first_person(i)) continue;
      if (const Draft* speaker = speaker_in(reading_.sentence_of[i], i)) add(i, *speaker, found);
    }
    return found;
  }

 private:
  bool begins_paragraph_since(uint32_t before, uint32_t sentence) const {
    const Document& document = reading_.document;
    const Range between = {document.sentences[before].range.end,
                           document.sentences[sentence].range.begin};
    return between.begin < between.end &&
           slice(document.text, between).find('\n') != std::string_view::npos;
  }

  // A quotation ends with its paragraph, closed or not.
  void find_stretches() {
    std::optional<uint32_t> open;
    const auto close = [&](uint32_t end) {
      if (open && *open < end) stretches_.push_back({*open, end});
      open.reset();
    };
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      const uint32_t s = reading_.sentence_of[i];
      const bool first = i == reading_.document.sentences[s].token_begin;
      if (first && s > 0 && begins_paragraph_since(s - 1, s)) close(i);
      if (!is_quotation_mark(reading_.form(i))) continue;
      open ? close(i) : void(open = i + 1);
    }
    close(reading_.size());
    for (const Stretch& stretch : stretches_)
      std::fill(quoted_.begin() + stretch.begin, quoted_.begin() + stretch.end, true);
  }

  bool is_first_person(uint32_t i) const {
    // "US" in capitals is a state.
    if (reading_.form(i) == "US") return false;
    return one_of(reading_.low[i], {"we", "us", "our", "ours", "i", "me"});
  }

  bool follows_comma(const Draft& draft) const {
    uint32_t first = draft.mention.token_begin;
    if (first > 0 && one_of(reading_.low[first - 1], {"a", "an", "the"})) --first;
    return first > 0 && reading_.low[first - 1] == ",";
  }

  // Who says something in the sentence, outside quotations; with `after`, in words put behind it:
  // "..., a diplomat said".
  const Draft* speaker_in(uint32_t sentence, std::optional<uint32_t> after = {}) const {
    const Sentence& here = reading_.document.sentences[sentence];
    for (uint32_t i = after.value_or(here.token_begin); i < here.token_end; ++i) {
      const Token& token = reading_.token(i);
      if (quoted_[i] || token.head == kNoToken || !is_subject(token.relation)) continue;
      const auto verb = static_cast<uint32_t>(token.head);
      if (quoted_[verb] || !is_saying(reading_.token(verb).lemma)) continue;
      const auto draft = by_head_.find(i);
      if (draft == by_head_.end()) continue;
      if (after && !follows_comma(*draft->second)) continue;
      return draft->second;
    }
    return nullptr;
  }

  const Draft* speaker_of(const Stretch& stretch) const {
    const uint32_t last = reading_.sentence_of[stretch.end - 1];
    if (const Draft* speaker = speaker_in(last)) return speaker;
    return speaker_in(reading_.sentence_of[stretch.begin]);
  }

  void add(uint32_t i, const Draft& speaker, std::vector<Draft>& found) const {
    if (!is_first_person(i)) return;
    if (!std::ranges::all_of(speaker.mention.actors, speaks_for_somebody)) return;
    Draft draft = draft_of(reading_, i, i + 1, i);
    Mention& mention = draft.mention;
    mention.how = Resolution::pronoun;
    mention.modifier = reading_.low[i] == "our";
    mention.actors = speaker.mention.actors;
    mention.confidence = kConfidence * speaker.mention.confidence;
    found.push_back(std::move(draft));
  }

  const Reading& reading_;
  std::unordered_map<uint32_t, const Draft*> by_head_;
  std::vector<Stretch> stretches_;
  std::vector<bool> quoted_;
};

}  // namespace

std::vector<Draft> resolve_first_person(const Reading& reading, const std::vector<Draft>& drafts) {
  return FirstPerson(reading, drafts).run();
}

}  // namespace entente
