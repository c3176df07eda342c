// The order in which mentions are found: names and nouns of the book, phrases around nouns, names
// alone, people, unknown names, then what only the context tells. Tested in mentions_test.cpp.
#include <algorithm>
#include <iterator>

#include "actors/actors.h"
#include "actors/context.h"
#include "actors/draft.h"
#include "actors/first_person.h"
#include "actors/naming.h"
#include "actors/people.h"
#include "actors/reading.h"
#include "actors/told_date.h"

namespace entente {

namespace {

bool comes_before(const Draft& a, const Draft& b) {
  if (a.mention.token_begin != b.mention.token_begin)
    return a.mention.token_begin < b.mention.token_begin;
  return a.mention.token_end > b.mention.token_end;
}

// Drops what has no actor and what crosses or repeats an earlier, larger mention.
std::vector<Mention> nested(std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), comes_before);
  std::vector<Mention> out;
  std::vector<uint32_t> open;  // ends of the mentions around the current one
  for (Draft& draft : drafts) {
    Mention& mention = draft.mention;
    if (mention.actors.empty() || mention.token_begin >= mention.token_end) continue;
    while (!open.empty() && open.back() <= mention.token_begin) open.pop_back();
    if (!open.empty() && mention.token_end > open.back()) continue;
    if (!out.empty() && out.back().token_begin == mention.token_begin &&
        out.back().token_end == mention.token_end) {
      continue;
    }
    open.push_back(mention.token_end);
    mention.person = draft.person;
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace

std::string_view to_string(Resolution resolution) {
  switch (resolution) {
    case Resolution::name: return "name";
    case Resolution::demonym: return "demonym";
    case Resolution::adjective: return "adjective";
    case Resolution::capital: return "capital";
    case Resolution::title: return "title";
    case Resolution::office_holder: return "office_holder";
    case Resolution::surname: return "surname";
    case Resolution::pronoun: return "pronoun";
    case Resolution::description: return "description";
    case Resolution::acronym: return "acronym";
    case Resolution::outlet: return "outlet";
    case Resolution::unknown: return "unknown";
  }
  return "unknown";
}

std::vector<Mention> find_mentions(const Document& document, const WorldBook& book,
                                   const MentionOptions& options) {
  MentionOptions dated = options;
  if (!dated.published) dated.published = last_date_told(document);
  Reading reading(document, book.facts(), dated);
  mark_compounds(reading);
  settle_generic_names(reading);
  reading.home = home_state(reading);
  std::vector<Draft> drafts = find_phrases(reading);
  add_capitals(reading, drafts);
  add_book_names(reading, drafts);
  People people;
  introduce_people(reading, drafts, people);
  add_unknown_names(reading, drafts, people);
  resolve_in_context(reading, people, book, drafts);
  std::vector<Draft> spoken = resolve_first_person(reading, drafts);
  std::ranges::move(spoken, std::back_inserter(drafts));
  mark_teams(reading, drafts);
  return nested(drafts);
}

}  // namespace entente
