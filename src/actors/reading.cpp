// Look-up of the book's names and nouns over tokens. The idea: grow the hash of a name atom by
// atom as long as some name begins so, keep the longest that also reads as the name, and choose
// among its meanings by date and use. Tested in lookup_test.cpp.
#include "actors/reading.h"

#include <algorithm>
#include <array>

#include "actors/choice.h"
#include "actors/folding.h"
#include "base/ascii.h"
#include "base/one_of.h"

namespace entente {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

Style style_of(const Reading& reading, const Sentence& sentence) {
  if (sentence.token_begin >= sentence.token_end) return Style::running;
  size_t words = 0, capital = 0, shouted = 0;
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const std::string_view form = reading.form(i);
    if (form.size() < 4 || !(is_upper(form[0]) || is_lower(form[0]))) continue;
    ++words;
    if (is_upper(form[0])) ++capital;
    if (std::none_of(form.begin(), form.end(), is_lower)) ++shouted;
  }
  if (words >= 2 && shouted * 10 >= words * 8) return Style::shouting;
  const bool closed = reading.form(sentence.token_end - 1) == "." && !sentence.heading;
  if (!closed && words >= 4 && capital * 10 >= words * 7) return Style::title;
  if (words >= 3 && capital == words && sentence.heading) return Style::title;
  return Style::running;
}

std::string singular(std::string_view word) {
  const auto ends = [&](std::string_view tail) {
    return word.size() > tail.size() + 1 && word.ends_with(tail);
  };
  const auto without = [&](size_t count, std::string_view tail) {
    return std::string(word.substr(0, word.size() - count)).append(tail);
  };
  if (word == "people") return "people";
  if (ends("men")) return without(2, "an");
  if (ends("ies")) return without(3, "y");
  if (ends("sses") || ends("ches") || ends("shes") || ends("xes")) return without(2, "");
  if (ends("ss") || ends("us") || ends("is")) return std::string(word);
  if (ends("s")) return without(1, "");
  return std::string(word);
}

// Takes "ex" and "elect" off a title in one word; whether there was one.
bool strip_status(std::string& title, bool first_word) {
  if (first_word && title.starts_with("ex ")) {
    title.erase(0, 3);
    return true;
  }
  for (const std::string_view tail : {" elect", " designate"}) {
    if (!title.ends_with(tail)) continue;
    title.resize(title.size() - tail.size());
    return true;
  }
  return false;
}

}  // namespace

Reading::Reading(const Document& document_, const Facts& facts_, const MentionOptions& options_)
    : document(document_), facts(facts_), options(options_) {
  read_words();
  find_names();
  find_nouns();
}

void Reading::read_words() {
  const uint32_t count = size();
  low.reserve(count);
  sentence_of.assign(count, 0);
  for (uint32_t i = 0; i < count; ++i) {
    std::string word = lower(form(i));
    if (word.size() > 1) std::erase(word, '.');
    std::replace(word.begin(), word.end(), '-', word.size() > 1 ? ' ' : '-');
    low.push_back(std::move(word));
  }
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& here = document.sentences[s];
    for (uint32_t i = here.token_begin; i < here.token_end && i < count; ++i) sentence_of[i] = s;
    styles.push_back(style_of(*this, here));
  }
}

void Reading::find_names() {
  found_at.assign(size(), kNone);
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.token_begin; i < sentence.token_end;) {
      const auto name = longest_name(*this, i, sentence.token_end);
      if (!name) {
        ++i;
        continue;
      }
      for (uint32_t t = name->begin; t < name->end; ++t) {
        found_at[t] = static_cast<uint32_t>(found.size());
      }
      found.push_back(*name);
      i = name->end;
    }
  }
}

void Reading::find_nouns() {
  hits.clear();
  hit_at.assign(size(), kNone);
  std::string phrase, last;
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.token_begin; i < sentence.token_end;) {
      Hit best;
      phrase.clear();
      size_t words = 0;
      for (uint32_t t = i; t < sentence.token_end && words < facts.noun_words_max; ++t) {
        if (low[t] == "-" && t > i) continue;
        if (found_at[t] != kNone || token(t).upos == Upos::punct) break;
        ++words;
        if (!phrase.empty()) phrase += ' ';
        const size_t stem = phrase.size();
        phrase += low[t];
        // Taggers take "General" and "Chief" before a name for adjectives.
        const bool title =
            is_capitalised(t) && t + 1 < sentence.token_end && token(t + 1).upos == Upos::propn;
        if (!is_nominal(t) && !(title && token(t).upos == Upos::adj)) continue;
        auto noun = facts.nouns.find(phrase);
        bool plural = false;
        bool former = false;
        if (noun == facts.nouns.end()) {
          last = phrase.substr(0, stem) + singular(low[t]);
          plural = phrase != last;
          former = strip_status(last, t == i);
          noun = facts.nouns.find(last);
        }
        if (noun == facts.nouns.end()) continue;
        const NounKind kind = noun->second.kind;
        if (!is_nominal(t) && kind != NounKind::office && kind != NounKind::role) continue;
        if (kind == NounKind::body && !ends_name(t)) continue;
        best = {i, t + 1, noun->second, plural, former};
        if (kind == NounKind::body) best.noun.kind = NounKind::organ;
      }
      if (best.end == 0) {
        ++i;
        continue;
      }
      for (uint32_t t = best.begin; t < best.end; ++t) {
        hit_at[t] = static_cast<uint32_t>(hits.size());
      }
      hits.push_back(best);
      i = best.end;
    }
  }
  settle_fighters();
}

// "Uganda Law Society", but not "Kenyan society"; names without any known word are not taken apart.
bool Reading::ends_name(uint32_t head) const {
  if (!is_capitalised(head) || styles[sentence_of[head]] != Style::running) return false;
  for (uint32_t t = head; t-- > sentence(head).token_begin && is_capitalised(t);) {
    if (name_at(t) || noun_at(t)) return true;
  }
  return false;
}

// "F-35 fighters"
bool Reading::follows_model(uint32_t head) const {
  const uint32_t first = sentence(head).token_begin;
  if (head == first) return false;
  uint32_t begin = head - 1;  // the tokenizer takes it apart
  while (begin > first && adjoins(begin - 1)) --begin;
  const std::string_view model = text_of(begin, head);
  return std::ranges::any_of(model, is_upper) &&
         std::ranges::any_of(model, [](char c) { return c >= '0' && c <= '9'; });
}

// "sold it fighters"
bool Reading::is_traded(uint32_t head) const {
  const Token& noun = token(head);
  if (noun.relation != Relation::obj || noun.head == kNoToken) return false;
  return one_of(token(static_cast<uint32_t>(noun.head)).lemma,
                {"sell", "buy", "deliver", "order", "purchase", "lease", "supply", "offer"});
}

// "A Soviet fighter shot down an airliner": an aircraft, no rebel.
void Reading::settle_fighters() {
  constexpr std::array<std::string_view, 17> flight = {
      "aircraft",  "airspace",  "plane",   "planes",   "jet",   "jets",
      "airliner",  "airliners", "bomber",  "bombers",  "pilot", "pilots",
      "scrambled", "squadron",  "sorties", "airfield", "skies"};
  for (Hit& hit : hits) {
    const uint32_t head = hit.end - 1;
    if (hit.begin != head || (low[head] != "fighter" && low[head] != "fighters")) continue;
    const Sentence& here = sentence(head);
    const bool flies = std::any_of(
        low.begin() + here.token_begin, low.begin() + here.token_end,
        [&](const std::string& word) { return std::ranges::find(flight, word) != flight.end(); });
    if (flies || is_traded(head) || follows_model(head)) hit.noun = {"MIL", NounKind::weapon};
  }
}

const Found* Reading::name_at(uint32_t i) const {
  return i < size() && found_at[i] != kNone ? &found[found_at[i]] : nullptr;
}

const Hit* Reading::noun_at(uint32_t i) const {
  return i < size() && hit_at[i] != kNone ? &hits[hit_at[i]] : nullptr;
}

bool Reading::is_capitalised(uint32_t i) const {
  const std::string_view word = form(i);
  if (word.empty()) return false;
  if (is_upper(word[0])) return true;
  // Accented capitals: fold and look again.
  return static_cast<uint8_t>(word[0]) >= 0x80 && is_upper(fold(word.substr(0, 2))[0]);
}

bool Reading::is_nominal(uint32_t i) const {
  return token(i).upos == Upos::noun || token(i).upos == Upos::propn;
}

bool Reading::is_possessive(uint32_t i) const {
  const std::string_view word = form(i);
  return token(i).upos == Upos::part && (word.starts_with('\'') || word.starts_with("\u2019"));
}

bool Reading::adjoins(uint32_t i) const {
  return i + 1 < size() && token(i).range.end == token(i + 1).range.begin;
}

Range Reading::range_of(uint32_t begin, uint32_t end) const {
  return {token(begin).range.begin, token(end - 1).range.end};
}

std::string_view Reading::text_of(uint32_t begin, uint32_t end) const {
  return slice(document.text, range_of(begin, end));
}

uint32_t Reading::head_of(uint32_t begin, uint32_t end, uint32_t likely) const {
  const auto leaves = [&](uint32_t i) {
    const int32_t head = token(i).head;
    return head == kNoToken || head < static_cast<int32_t>(begin) ||
           head >= static_cast<int32_t>(end);
  };
  if (likely >= begin && likely < end && leaves(likely)) return likely;
  uint32_t best = kNone;
  for (uint32_t i = begin; i < end; ++i) {
    if (!leaves(i)) continue;
    if (best == kNone || (!is_nominal(best) && is_nominal(i))) best = i;
  }
  return best == kNone ? (likely < end ? likely : begin) : best;
}

}  // namespace entente
