// Why a name means what it means: all its meanings in the book's order, and for a mention of a
// document what it leads back to. Tested in meanings_test.cpp.
#include <algorithm>
#include <array>

#include "actors/actors.h"
#include "actors/choice.h"
#include "actors/folding.h"
#include "base/ascii.h"

namespace entente {

namespace {

constexpr uint32_t kSentencesNear = 3;

std::string_view kind_text(EntityKind kind) {
  switch (kind) {
    case EntityKind::state: return "state";
    case EntityKind::organisation: return "organisation";
    case EntityKind::group: return "group";
    case EntityKind::person: return "person";
    case EntityKind::organ: return "organ";
    case EntityKind::outlet: return "outlet";
    case EntityKind::region: return "region";
    case EntityKind::town: return "town";
    case EntityKind::phrase: return "phrase";
  }
  return "phrase";
}

std::string_view form_text(NameForm form) {
  switch (form) {
    case NameForm::name: return "name";
    case NameForm::demonym:
    case NameForm::demonyms: return "demonym";
    case NameForm::adjective: return "adjective";
    case NameForm::capital: return "capital";
    case NameForm::metonym: return "metonym";
  }
  return "name";
}

std::string with_article(std::string_view noun) {
  return (noun.starts_with('o') ? "an " : "a ") + std::string(noun);
}

struct Candidate {
  Rank rank;
  const Alias* alias = nullptr;
};

std::vector<Candidate> candidates_of(const Facts& facts, std::string_view name,
                                     const std::optional<Date>& date) {
  uint64_t last = 0;
  AtomHasher::walk(name, AtomHasher::kSeed, [&](uint64_t key) {
    last = key;
    return true;
  });
  std::vector<Candidate> found;
  const NameTable::Slot* slot = facts.names.find(last);
  const std::string wanted = lower(fold(name));
  for (int32_t at = slot ? slot->first : -1; at >= 0; at = facts.names.alias(at).next) {
    const Alias& alias = facts.names.alias(at);
    if (lower(fold(alias.text)) != wanted) continue;
    const bool repeats = std::any_of(found.begin(), found.end(), [&](const Candidate& other) {
      return other.alias->entity == alias.entity && other.alias->form == alias.form;
    });
    if (!repeats) found.push_back({rank_of(alias, facts.entities[alias.entity], date), &alias});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  return found;
}

Meaning meaning_of(const Facts& facts, const Alias& alias, const std::optional<Date>& date) {
  const Entity& thing = facts.entities[alias.entity];
  Meaning out;
  out.actor = actor_of(facts, thing);
  out.kind = kind_text(thing.kind);
  out.form = form_text(alias.form);
  if (thing.kind == EntityKind::person) out.office = thing.role;
  out.from = thing.from;
  out.to = thing.to;
  out.holds = date ? holds_on(thing, *date) : thing.to == Date{};
  BookRow row = row_of(facts, alias.text);
  out.row = std::move(row.place);
  out.note = std::move(row.note);
  return out;
}

// What set the first candidate before the second.
std::string reason_for(const Facts& facts, const Candidate& first, const Candidate& second,
                       const std::optional<Date>& date) {
  const Entity& thing = facts.entities[first.alias->entity];
  if (std::get<0>(first.rank) != std::get<0>(second.rank)) {
    return thing.corrected ? "the corrections file says so"
                           : "it is a fixed phrase, which names nobody";
  }
  const std::string day = date ? "on " + to_string(*date) : "today";
  if (std::get<1>(first.rank) != std::get<1>(second.rank)) {
    return thing.kind == EntityKind::person ? "only the first holds an office " + day
                                            : "only the first exists " + day;
  }
  if (std::get<2>(first.rank) != std::get<2>(second.rank)) {
    return with_article(kind_text(thing.kind)) + " comes before " +
           with_article(kind_text(facts.entities[second.alias->entity].kind)) +
           (first.alias->form == second.alias->form ? "" : ", and a name before a capital");
  }
  if (std::get<3>(first.rank) != std::get<3>(second.rank)) {
    return "its time lies nearest to the date";
  }
  return "it stands first in the book";
}

std::string_view words_of(const Document& document, const Mention& mention) {
  std::string_view words = slice(document.text, mention.range);
  if (words.starts_with("the ") || words.starts_with("The ")) words.remove_prefix(4);
  return words;
}

bool shares_actor(const Mention& a, const Mention& b) {
  return std::any_of(a.actors.begin(), a.actors.end(), [&](const Actor& one) {
    return std::any_of(b.actors.begin(), b.actors.end(),
                       [&](const Actor& other) { return one.node == other.node; });
  });
}

bool by_name(const Mention& mention) {
  return mention.how != Resolution::pronoun && mention.how != Resolution::description;
}

std::string back_to(const Document& document, const Mention& earlier) {
  return "\"" + std::string(slice(document.text, earlier.range)) + "\" in sentence " +
         std::to_string(earlier.sentence + 1);
}

std::string way_text(const Document& document, const Mention& mention, const Mention* earlier) {
  const std::string back = earlier ? back_to(document, *earlier) : "what the text is about";
  switch (mention.how) {
    case Resolution::name: return "the world book knows the name";
    case Resolution::demonym: return "its people stand for the state";
    case Resolution::adjective: return "the adjective belongs to the state";
    case Resolution::capital: return "the seat of the government stands for it";
    case Resolution::title: return "the title and the words around it say whose";
    case Resolution::office_holder: return "the world book lists the person and the office";
    case Resolution::surname: return "leads back to " + back;
    case Resolution::pronoun: return "stands for " + back;
    case Resolution::description: return "describes " + back;
    case Resolution::acronym: return "introduced as " + back;
    case Resolution::outlet: return "a news outlet, which says and does not act";
    case Resolution::unknown: return "a name that the world book does not know";
  }
  return {};
}

// Nodes named by name in the sentence and the three before it, most often first.
std::vector<std::string> named_near(const std::vector<Mention>& mentions, const Mention& mention) {
  std::vector<std::pair<size_t, std::string>> counts;
  for (const Mention& other : mentions) {
    if (other.token_begin >= mention.token_end || !by_name(other)) continue;
    if (other.sentence + kSentencesNear < mention.sentence || shares_actor(other, mention)) {
      continue;
    }
    for (const Actor& actor : other.actors) {
      const auto known = std::find_if(counts.begin(), counts.end(),
                                      [&](const auto& pair) { return pair.second == actor.node; });
      if (known != counts.end()) {
        ++known->first;
      } else {
        counts.push_back({1, actor.node});
      }
    }
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> nodes;
  for (auto& [count, node] : counts) nodes.push_back(std::move(node));
  return nodes;
}

}  // namespace

NameMeanings meanings_of(const WorldBook& book, std::string_view name,
                         const std::optional<Date>& date) {
  const Facts& facts = book.facts();
  name = trim(name);
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  NameMeanings out;
  const auto found = candidates_of(facts, name, date);
  for (const Candidate& candidate : found) {
    out.meanings.push_back(meaning_of(facts, *candidate.alias, date));
  }
  // Spells of one actor do not compete.
  const auto rival = std::find_if(found.begin(), found.end(), [&](const Candidate& other) {
    return actor_of(facts, facts.entities[other.alias->entity]) != out.meanings[0].actor;
  });
  if (found.size() == 1) {
    out.why = "it is the only meaning that the world book knows";
  } else if (!found.empty() && rival == found.end()) {
    out.why = "all its meanings are one actor";
  } else if (!found.empty()) {
    out.why = reason_for(facts, found[0], *rival, date);
  }
  return out;
}

MentionReason reason_of(const Document& document, const std::vector<Mention>& mentions,
                        uint32_t index, const WorldBook& book, const MentionOptions& options) {
  const Mention& mention = mentions[index];
  MentionReason out;
  out.name = meanings_of(book, words_of(document, mention), options.published);
  for (uint32_t i = index; i > 0 && !out.antecedent; --i) {
    const Mention& earlier = mentions[i - 1];
    const bool apart = earlier.token_end <= mention.token_begin;
    if (apart && by_name(earlier) && shares_actor(earlier, mention)) out.antecedent = i - 1;
  }
  out.why = way_text(document, mention, out.antecedent ? &mentions[*out.antecedent] : nullptr);
  if (mention.place) out.why += "; here it is the place and not the government";
  if (mention.modifier) out.why += "; part of a larger phrase";
  out.rivals = named_near(mentions, mention);
  return out;
}

void count_mentions(const Document& document, const std::vector<Mention>& mentions,
                    ActorCounts& counts) {
  std::vector<ActorCount*> seen;
  uint32_t outer_end = 0;
  for (const Mention& mention : mentions) {
    const bool inside = mention.token_begin < outer_end;
    if (!inside) outer_end = mention.token_end;
    if (inside && mention.modifier) continue;
    for (const Actor& actor : mention.actors) {
      ActorCount& count = counts[actor.known() ? actor.node : actor.code];
      if (count.mentions == 0) {
        count.actor = actor;
        count.example =
            std::string(slice(document.text, document.sentences[mention.sentence].range));
      }
      if (count.actor.sector.empty() && !actor.known()) count.actor.sector = actor.sector;
      count.person = count.person || mention.person;
      ++count.mentions;
      ++count.ways[static_cast<size_t>(mention.how)];
      if (std::find(seen.begin(), seen.end(), &count) != seen.end()) continue;
      seen.push_back(&count);
      ++count.documents;
    }
  }
}

}  // namespace entente
