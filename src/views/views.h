// views: values -> what a person or a program reads: terminal text, tables, JSON, the report.
// No I/O: every function returns the bytes to be written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "articles/articles.h"
#include "balance/balance.h"
#include "documents/documents.h"
#include "events/events.h"
#include "networks/networks.h"
#include "ties/ties.h"

namespace entente {

enum class Format : uint8_t { table, json, jsonl, csv, tsv };

struct Terminal {
  bool color = false;
  int width = 100;  // columns
};

// Everything one network view needs; the parts must outlive the call.
struct System {
  const std::vector<Article>& articles;
  const std::vector<Event>& events;
  const Network& network;
  const Balance& balance;
  const WorldBook& book;
  // What the network was tallied from, where that is not `events`: one report of each deed.
  const std::vector<Event>* deeds = nullptr;
  const History* history = nullptr;  // of the deeds, for the report
};

std::string articles_view(const std::vector<Article>& articles, Format format, Terminal terminal);
// What a search found: an article, and the sentence of it that holds the words. The parts must
// outlive the call.
struct FoundSentence {
  const Article& article;
  std::string_view sentence;
};
std::string found_view(const std::vector<FoundSentence>& found, Format format, Terminal terminal);
// The parts must outlive the call.
struct ReadDocument {
  std::string_view id;
  const Document& document;
  const std::vector<Mention>& mentions;
};
// table: CoNLL-U. Other formats have one row a word.
std::string words_view(const std::vector<ReadDocument>& documents, Format format);
std::string mentions_view(const std::vector<ReadDocument>& documents, Format format,
                          Terminal terminal);
// jsonl: one object a line, the stable event format (docs/events_format.md).
std::string events_view(const std::vector<Event>& events, Format format, Terminal terminal);
// Who stands where on which issue, with the sentences; `events` are what Position::events points
// to.
std::string positions_view(const std::vector<Position>& positions, const std::vector<Event>& events,
                           const WorldBook& book, Format format, Terminal terminal);
// Each deed with its reports: who told first, who differs.
std::string deeds_view(const std::vector<Reports>& deeds, const std::vector<Event>& events,
                       const std::vector<Article>& articles, Format format, Terminal terminal);
struct SaidWhat {
  std::string document;  // Article::id
  Attribution attribution;
  std::string source, cue, content;  // its words
};
std::string attributions_view(const std::vector<SaidWhat>& rows, Format format, Terminal terminal);
// A line of gold: an event of docs/events_format.md, right or wrong by `verdict`; with a `type` of
// null it says that the sentence has no event. Errors tell what is missing or unknown.
struct GoldLine {
  Event event;
  bool accepted = true;
  bool none = false;              // the sentence has no event
  std::optional<Date> published;  // "published", else the date that the event has by publication
};
Result<GoldLine> read_gold_json(std::string_view line);
// The event with "verdict": "accepted" or "rejected".
std::string judged_event_json(const Event& event, bool accepted);
std::string ties_view(const System& system, Format format, Terminal terminal);
struct WhatIf;
// With what follows from suppositions, in the formats table and json.
std::string camps_view(const System& system, Format format, Terminal terminal,
                       const WhatIf* what_if = nullptr);
// The actors of the events, most active first: as source, as target, camp; with `counts` also how
// often they are mentioned and how they were recognised.
std::string actors_view(const System& system, const ActorCounts& counts, Format format,
                        Terminal terminal);
// The actors of `counts` that the world book does not know, most often mentioned first.
std::string unknown_actors_view(const ActorCounts& counts, Format format, Terminal terminal);
// What a name may mean on a date, the likeliest first.
std::string meanings_view(std::string_view name, const NameMeanings& meanings,
                          const WorldBook& book, Format format, Terminal terminal);
// A mention of a name in a document and why it has its actor; the parts must outlive the call.
struct ExplainedMention {
  std::string_view document_id;
  const Document& document;
  const Mention& mention;
  const Mention* antecedent;  // null where there is none
  MentionReason reason;
};
std::string mention_reasons_view(const std::vector<ExplainedMention>& mentions,
                                 const WorldBook& book, Format format, Terminal terminal);
// One row a Relating; `confidence` 0 stands for no relation found.
std::string relations_view(const std::vector<Relating>& relations, Format format,
                           Terminal terminal);
// A pair: its tie, what both share, and the sentences behind it.
std::string explain_view(const System& system, std::string_view node_a, std::string_view node_b,
                         Format format, Terminal terminal);
// What `read` ends with: camps, strongest ties, tensions, contested actors.
std::string summary_view(const System& system, Terminal terminal);
// What was found out about a network that was given as such.
struct NetworkBalance {
  Frustration two;
  std::optional<WeakCamps> weak = {};  // where more camps than two were asked for, instead of `two`
  TriadCensus triads;
  double seconds = 0;
  std::vector<Standing> standing = {};  // of the actors in other solutions; empty: not asked for
  // Against signs dealt out anew, and with each actor's numbers of friends and enemies kept.
  std::optional<NullModel> chance = {}, chance_degrees = {};
};
// json: one object; any other format: text for a person.
std::string network_balance_view(const SignedNetwork& network, const NetworkBalance& balance,
                                 Format format, const WhatIf* what_if = nullptr);
// What is supposed of a signed network, and what follows.
struct WhatIf {
  SignedNetwork network;
  std::vector<std::string> names;  // of its actors, for people
  Frustration now;                 // of the network as it is
  Supposition supposition;
  std::optional<Supposed> then = {};   // where something is supposed
  std::vector<CampMove> pivotal = {};  // whose moves cost the least, where asked for
};
// The network of the news with its camps, in millionths of strength; nothing is supposed yet.
WhatIf what_if_about(const System& system);
// table: paragraphs for a person; any other format: one JSON object.
std::string what_if_view(const WhatIf& what_if, Format format, Terminal terminal);
// Camps over time; `names` are those of the history's actors for people. table: windows, camps,
// moves and changes for a person; json: one object; the other formats: a row for each actor that
// has a camp in a window.
std::string history_view(const History& history, const std::vector<std::string>& names,
                         Format format, Terminal terminal);
// With the names that the world book has.
std::string history_view(const System& system, const History& history, Format format,
                         Terminal terminal);
// What each event adds to its tie (see event_weights), and, where another report of its deed is the
// one that counts, that event's index, else -1.
struct EventWeights {
  std::vector<double> weight;
  std::vector<int> told;
};
EventWeights weigh_events(const System& system);

// What views of the page show, as rows with the fields of its exports (docs/server.md). Not for
// Format::table.
struct RowWindow {
  size_t skip = 0;
  size_t most = static_cast<size_t>(-1);
};
struct ShownRows {
  std::string text;
  size_t rows = 0;
  size_t of = 0;  // without the window
};
// Strongest first.
ShownRows shown_ties(const System& system, RowWindow window, Format format);
// Events: `which` are indices of system.events, `weights` all of theirs.
ShownRows shown_events(const System& system, const EventWeights& weights,
                       const std::vector<size_t>& which, RowWindow window, Format format);
// Actors with their camps; columns beyond: what camp an actor is in by another network, by name.
struct CampColumn {
  std::string name;
  std::vector<int> camp;  // of an actor: 1, 2, or 0 for neither
};
ShownRows shown_camps(const System& system, const std::vector<CampColumn>& columns,
                      RowWindow window, Format format);
// Unbalanced triads, contested actors and implied ties with their sentences.
ShownRows shown_tensions(const System& system, RowWindow window, Format format);
ShownRows shown_positions(const System& system, const std::vector<Position>& positions,
                          RowWindow window, Format format);
struct MonthCounts {
  Date month;  // its first day
  size_t friendly = 0, hostile = 0, articles = 0;
};
ShownRows shown_months(const std::vector<MonthCounts>& months, RowWindow window, Format format);
struct OutletCounts {
  std::string name;
  size_t events = 0, friendly = 0, hostile = 0;
};
// Two outlets that give a tie different signs.
struct OutletDifference {
  std::string first, second;
  std::string node_a, node_b;
  Tie one, other;
};
ShownRows shown_outlets(const std::vector<OutletCounts>& outlets,
                        const std::vector<OutletDifference>& differences, RowWindow window,
                        Format format);

// Ties that nobody reported, with reasons; and how well hidden ties were guessed. Formats as above.
std::string implied_view(const SignedNetwork& network, const std::vector<ImpliedTie>& implied,
                         Format format);
struct GuessedTies {
  size_t known = 0;  // ties the guesses were made from
  bool directed = false;
  SignScore score;
  double seconds = 0;
};
std::string guessed_ties_view(const GuessedTies& guessed, Format format);
// One self-contained HTML page: the application of web/ with its data inside.
std::string report_page(const System& system, std::string_view title);
// The same application without data, which asks for api/report.json beside its own address.
std::string app_page();
// That data: docs/views.md describes it.
struct ServedReport {
  struct Example {
    std::string name, title;
  };
  std::vector<Example> examples = {};  // what is offered where there is nothing to show
  size_t events_of = 0;                // how many there are, where system.events are not all
};
std::string report_json(const System& system, std::string_view title,
                        const ServedReport& served = {});

}  // namespace entente
