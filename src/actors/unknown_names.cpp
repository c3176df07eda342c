// Proper names that the book does not know. The idea: collect runs of capitalised proper nouns in
// running text, leave out what is a place or proves nothing, and then find every occurrence, bare
// surnames and bracketed acronyms included. Tested in mentions_test.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "actors/context.h"
#include "actors/naming.h"
#include "base/ascii.h"
#include "base/one_of.h"

namespace entente {

namespace {

bool is_acronym(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return false;
  size_t capitals = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    if (c >= 'a' && c <= 'z' && capitals < 2) return false;
  }
  return capitals >= 2;
}

// "Renaissance Dam", "Arctic Arts Summit": named things that do nothing.
bool is_thing_word(std::string_view low) {
  constexpr std::array<std::string_view, 54> words = {
      "dam",          "statement",  "summit",       "festival",      "award",     "awards",
      "act",          "bill",       "treaty",       "project",       "programme", "program",
      "centre",       "center",     "day",          "week",          "plan",      "accord",
      "accords",      "agreement",  "convention",   "conference",    "book",      "song",
      "prize",        "tournament", "championship", "championships", "tower",     "temple",
      "game",         "games",      "series",       "show",          "cup",       "park",
      "lake",         "river",      "road",         "street",        "hotel",     "dynasty",
      "war",          "revolution", "initiative",   "declaration",   "protocol",  "code",
      "constitution", "memorial",   "museum",       "forum",         "expo",      "list"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

struct Run {
  uint32_t begin = 0, end = 0;
  bool place = false;
};

class UnknownNames {
 public:
  UnknownNames(const Reading& reading, std::vector<Draft>& drafts, People& people)
      : reading_(reading), drafts_(drafts), people_(people) {
    covered_.assign(reading.size(), false);
    for (const Draft& draft : drafts) cover(draft.mention);
    for (const Found& name : reading.found) {
      for (uint32_t t = name.begin; t < name.end; ++t) covered_[t] = true;
    }
  }

  void run() {
    name_organs();
    acronyms_of_known();
    collect();
    judge();
    settle_titles();
    emit();
  }

 private:
  void cover(const Mention& mention) {
    for (uint32_t t = mention.token_begin; t < mention.token_end; ++t) covered_[t] = true;
  }

  bool starts_name(uint32_t i) const {
    return !covered_[i] && !reading_.noun_at(i) && reading_.token(i).upos == Upos::propn &&
           reading_.is_capitalised(i) && !is_calendar_word(reading_.low[i]);
  }

  uint32_t run_end(uint32_t begin) const {
    uint32_t end = name_run_end(reading_, begin);
    for (uint32_t t = begin; t < end; ++t) {
      if (covered_[t]) end = t;
    }
    while (end > begin && reading_.low[end - 1] == "-") --end;
    return end;
  }

  // "(FPS)" behind a name: the key that the name has from then on.
  std::string_view bracketed(uint32_t at) const {
    if (at + 2 >= reading_.size() || !reading_.same_sentence(at, at + 2)) return {};
    const std::string_view word = reading_.form(at + 1);
    if (reading_.low[at] != "(" || reading_.low[at + 2] != ")" || !is_acronym(word)) return {};
    return word;
  }

  // Where "Communications and Information Technology Commission (CITC)" begins, by its letters.
  uint32_t begin_by_acronym(uint32_t begin, uint32_t end) const {
    const std::string_view acronym = bracketed(end);
    if (acronym.empty()) return begin;
    for (uint32_t first = begin; first > reading_.sentence(begin).token_begin; --first) {
      const uint32_t before = first - 1;
      const bool small = one_of(reading_.low[before], {"and", "of", "for", "the", "on", "&"});
      if (covered_[before] || (!small && !reading_.is_capitalised(before))) break;
      std::string letters;
      for (uint32_t t = before; t < end; ++t) {
        if (reading_.is_capitalised(t)) letters += reading_.form(t)[0];
      }
      if (!small && letters == acronym) return before;
    }
    return begin;
  }

  // "Patriotic Salvation Front": an actor of its own, or an organ of the state at home.
  void name_organs() {
    const Entity* home = reading_.home;
    for (Draft& draft : drafts_) {
      if (!draft.named || !draft.open) continue;
      Mention& mention = draft.mention;
      mention.token_begin = begin_by_acronym(mention.token_begin, mention.token_end);
      mention.range = reading_.range_of(mention.token_begin, mention.token_end);
      cover(mention);
      const std::string name(reading_.text_of(mention.token_begin, mention.token_end));
      Actor actor;
      if (home && !draft.sector.empty() && node_of("X", draft.sector) == "X") {
        actor = part_of(reading_.facts, *home, draft.sector);
        mention.confidence = 0.6;
      } else {
        actor.code = actor.node = "?" + name;
        if (draft.sector != "IGO") actor.sector = draft.sector;
        if (actor.sector.empty()) actor.sector = sector_of_name(name);
        mention.confidence = 0.8;
      }
      actor.name = name;
      mention.how = Resolution::unknown;
      draft.open = false;
      People::Entry entry;
      entry.name = name;
      entry.actor = actor;
      entry.person = false;
      mention.actors = {people_.at(people_.add(std::move(entry))).actor};
    }
  }

  void acronyms_of_known() {
    for (const Draft& draft : drafts_) {
      const Mention& mention = draft.mention;
      if (mention.actors.size() != 1 || draft.person) continue;
      const std::string_view word = bracketed(mention.token_end);
      if (word.empty() || reading_.name_at(mention.token_end + 1)) continue;
      People::Entry entry;
      entry.name = reading_.text_of(mention.token_begin, mention.token_end);
      entry.actor = mention.actors[0];
      entry.person = false;
      people_.add_key(word, people_.add(std::move(entry)));
    }
  }

  void collect() {
    for (uint32_t s = 0; s < reading_.document.sentences.size(); ++s) {
      if (reading_.styles[s] != Style::running) continue;
      const Sentence& sentence = reading_.document.sentences[s];
      for (uint32_t i = sentence.token_begin; i < sentence.token_end;) {
        if (!starts_name(i)) {
          ++i;
          continue;
        }
        const uint32_t end = std::max(run_end(i), i + 1);
        note({first_of(i, end, sentence), end, false}, sentence);
        i = end;
      }
    }
  }

  // Taggers miss a proper noun that begins a sentence; the parse may still tie it to the name.
  uint32_t first_of(uint32_t begin, uint32_t end, const Sentence& sentence) const {
    if (begin != sentence.token_begin + 1) return begin;
    const uint32_t first = begin - 1;
    if (covered_[first] || reading_.noun_at(first) || !reading_.is_capitalised(first)) return begin;
    const Token& token = reading_.token(first);
    const bool noun_like = token.upos == Upos::noun || token.upos == Upos::adj ||
                           token.upos == Upos::x || token.upos == Upos::verb;
    const bool leads = reading_.token(begin).head == static_cast<int32_t>(first) &&
                       reading_.token(begin).relation == Relation::flat;
    const bool leans = token.head >= static_cast<int32_t>(begin) &&
                       token.head < static_cast<int32_t>(end) &&
                       (token.relation == Relation::compound || token.relation == Relation::flat);
    return noun_like && (leads || leans) ? first : begin;
  }

  void note(Run run, const Sentence& sentence) {
    if (run.begin > sentence.token_begin) {
      uint32_t before = run.begin - 1;
      if (reading_.token(before).upos == Upos::det && before > sentence.token_begin) --before;
      run.place = one_of(reading_.low[before],
                         {"in", "at", "near", "across", "outside", "around", "into", "inside"});
    }
    // "Lake Victoria", "Jomo Kenyatta International Airport".
    for (const uint32_t i : {run.end, run.begin - 1}) {
      if (!reading_.same_sentence(run.begin, i)) continue;
      const Hit* hit = reading_.noun_at(i);
      if (!hit) continue;
      const bool place = hit->noun.kind == NounKind::territory;
      const bool thing = hit->noun.kind == NounKind::none && reading_.is_capitalised(i);
      if ((place && (i == run.end || reading_.is_capitalised(i))) || thing) run.place = true;
    }
    runs_[std::string(reading_.text_of(run.begin, run.end))].push_back(run);
  }

  // "the consultancy Control Risks"
  bool is_introduced(const Run& run) const {
    if (run.begin <= reading_.sentence(run.begin).token_begin) return false;
    return one_of(reading_.low[run.begin - 1],
                  {"consultancy", "charity", "firm", "company", "watchdog", "organisation",
                   "organization", "ngo", "start-up", "startup", "think-tank", "tank",
                   "conglomerate", "manufacturer", "contractor", "publisher", "network"});
  }

  bool acts(const Run& run) const {
    if (is_introduced(run)) return true;
    const uint32_t head = reading_.head_of(run.begin, run.end, run.begin);
    switch (reading_.token(head).relation) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::obl_agent:
      case Relation::obj:
      case Relation::iobj:
      case Relation::conj:
      case Relation::nmod_poss:
      case Relation::appos: return true;
      default: return false;
    }
  }

  bool is_worth_it(std::string_view name, const std::vector<Run>& runs) const {
    const bool any_place =
        std::any_of(runs.begin(), runs.end(), [](const Run& r) { return r.place; });
    const bool any_act =
        std::any_of(runs.begin(), runs.end(), [&](const Run& r) { return !r.place && acts(r); });
    if (name.find_first_of("0123456789@/\\_#") != std::string_view::npos) return false;
    const uint32_t tokens = runs[0].end - runs[0].begin;
    if (is_thing_word(reading_.low[runs[0].end - 1])) return false;
    if (any_place && (!any_act || tokens == 1)) return false;
    if (tokens >= 2) return any_act || runs.size() > 1;
    if (is_acronym(name) && name.size() >= 3) return any_act && runs.size() > 1;
    const bool inside = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
      return run.begin > reading_.sentence(run.begin).token_begin;
    });
    return any_act && inside && runs.size() > 1 && name.size() > 2;
  }

  bool behaves_like_person(const std::vector<Run>& runs) const {
    for (uint32_t t = runs[0].begin; t < runs[0].end; ++t) {
      if (is_acronym(reading_.form(t)) && reading_.form(t).size() > 2) return false;
    }
    return std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
      const Token& head = reading_.token(reading_.head_of(run.begin, run.end, run.begin));
      return head.relation == Relation::nsubj || head.relation == Relation::nsubj_pass ||
             head.relation == Relation::appos || head.relation == Relation::obl_agent ||
             head.relation == Relation::conj;
    });
  }

  // "Sboniso Duma" and later "Duma".
  bool comes_back_by_surname(const Run& run) const {
    const std::string_view last = reading_.form(run.end - 1);
    return !is_acronym(last) && runs_.count(std::string(last)) > 0;
  }

  // "Mr Otieno", once it is known who else is called so.
  void settle_titles() {
    for (Draft& draft : drafts_) {
      if (!draft.open || !draft.has_name() || !draft.mention.actors.empty()) continue;
      const std::string name(reading_.text_of(draft.name_begin, draft.name_end));
      const People::Entry* entry = people_.find(name);
      if (!entry) {
        People::Entry fresh;
        fresh.name = name;
        fresh.actor.code = fresh.actor.node = "?" + name;
        fresh.actor.name = name;
        fresh.gender = draft.gender;
        fresh.token = draft.name_begin;
        entry = &people_.at(people_.add(std::move(fresh)));
      }
      draft.mention.actors = {entry->actor};
      draft.mention.confidence = 0.8;
      draft.open = false;
    }
  }

  void judge() {
    // Long names first, so that a bare surname finds its bearer.
    std::vector<std::pair<uint32_t, const std::string*>> order;
    for (const auto& [name, runs] : runs_) order.push_back({runs[0].end - runs[0].begin, &name});
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [tokens, name] : order) {
      const std::vector<Run>& runs = runs_[*name];
      if (people_.find(*name)) continue;
      if (!is_worth_it(*name, runs)) continue;
      People::Entry entry;
      entry.name = *name;
      entry.actor.code = "?" + *name;
      entry.actor.node = entry.actor.code;
      entry.actor.name = *name;
      entry.actor.sector = sector_of_name(*name);
      const bool given = reading_.facts.given_names.count(name->substr(0, name->find(' '))) > 0;
      entry.person = tokens >= 2 && tokens <= 4 && entry.actor.sector.empty() &&
                     (given || behaves_like_person(runs) || comes_back_by_surname(runs[0]));
      entry.token = runs[0].begin;
      if (entry.person) entry.gender = gender_of_name(*name);
      const uint32_t index = people_.add(std::move(entry));
      for (const Run& run : runs) {
        const std::string_view word = bracketed(run.end);
        if (!word.empty()) people_.add_key(word, index);
      }
    }
  }

  // "Hill", "Hill-Lewis", of somebody who was named in full.
  bool is_place_in_surname(uint32_t i) const {
    const Hit* hit = reading_.noun_at(i);
    if (!hit || hit->noun.kind != NounKind::territory) return false;
    if (reading_.token(i).upos != Upos::propn || !reading_.is_capitalised(i)) return false;
    const People::Entry* bearer = people_.find(reading_.text_of(i, surname_end(i)));
    return bearer && bearer->person;
  }

  uint32_t surname_end(uint32_t i) const {
    uint32_t end = i + 1;
    while (end + 1 < reading_.size() && reading_.low[end] == "-") end += 2;
    return end;
  }

  void emit() {
    for (uint32_t i = 0; i < reading_.size();) {
      const bool surname = is_place_in_surname(i);
      const bool common = reading_.noun_at(i) && !surname;
      if (covered_[i] || common || !reading_.is_capitalised(i) ||
          is_calendar_word(reading_.low[i]) || reading_.token(i).upos == Upos::punct) {
        ++i;
        continue;
      }
      uint32_t end = std::max(run_end(i), i + 1);
      if (surname) end = std::max(end, surname_end(i));
      if (i == reading_.sentence(i).token_begin && reading_.token(i).upos != Upos::propn) {
        end = std::max(run_end(i + 1), i + 1);
      }
      const People::Entry* entry = nullptr;
      for (; end > i && !entry; --end) entry = people_.find(reading_.text_of(i, end));
      if (!entry) {
        ++i;
        continue;
      }
      ++end;
      const bool shown = reading_.token(i).upos == Upos::propn || end > i + 1;
      if (shown) add(*entry, i, end);
      i = end;
    }
  }

  void add(const People::Entry& entry, uint32_t begin, uint32_t end) {
    Draft draft = draft_of(reading_, begin, end, begin);
    Mention& mention = draft.mention;
    mention.actors = {entry.actor};
    const std::string_view text = reading_.text_of(begin, end);
    const bool whole = text == entry.name;
    mention.how = whole              ? Resolution::unknown
                  : is_acronym(text) ? Resolution::acronym
                                     : Resolution::surname;
    if (whole && entry.actor.known()) mention.how = Resolution::title;
    mention.confidence = whole ? 0.8 : 0.85;
    const Token& head = reading_.token(mention.head);
    const bool possessive =
        end < reading_.size() && reading_.same_sentence(begin, end) && reading_.is_possessive(end);
    const bool compound =
        head.relation == Relation::compound && head.head >= static_cast<int32_t>(end);
    mention.modifier = possessive || compound;
    draft.person = entry.person;
    draft.gender = entry.gender;
    draft.name_begin = begin;
    draft.name_end = end;
    for (uint32_t t = begin; t < end; ++t) covered_[t] = true;
    drafts_.push_back(std::move(draft));
  }

  const Reading& reading_;
  std::vector<Draft>& drafts_;
  People& people_;
  std::vector<bool> covered_;
  std::map<std::string, std::vector<Run>> runs_;
};

}  // namespace

void add_unknown_names(const Reading& reading, std::vector<Draft>& drafts, People& people) {
  UnknownNames(reading, drafts, people).run();
}

}  // namespace entente
