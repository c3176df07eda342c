// What the user asked for, as values; filled by arguments.cpp, used by the commands.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "articles/articles.h"
#include "base/date.h"
#include "documents/documents.h"
#include "store/store.h"
#include "views/views.h"

namespace entente {

enum class Command : uint8_t {
  read,
  code,
  events,
  ties,
  camps,
  explain,
  actors,
  report,
  parse,
  relate,
  score,
  export_,
  evidence,
  import,
  search,
  merge,
  check,
  positions,
  deeds,
  review,
  attributions,
  balance,
  history,
  serve,
};

enum class Stage : uint8_t { articles, documents, actors, events, ties, camps };

struct Options {
  Command command = Command::read;
  std::vector<std::string> paths;  // what to read; "-" is the standard input
  std::string outlet;              // for articles that name none
  std::optional<Date> date;        // for articles that show none
  unsigned jobs = 1;
  std::vector<FieldName> fields;  // names of the input's fields
  std::string rejects;            // file to list in what was not read; "" for none
  size_t batch_articles = 256;    // articles handed on together
  std::string store = "entente.db";
  bool resume = false;         // read: leave out articles that the store has
  bool read_directly = false;  // `paths` are read into memory instead of opening the store
  Stage until = Stage::camps;
  bool dump = false;
  Engine engine = Engine::neural;
  Format format = Format::table;
  bool format_given = false;
  EventFilter filter;
  std::optional<double> half_life_months;
  bool unknown_actors = false;
  std::string actor_a, actor_b;  // explain; `actor_b` may be "", or a file to explain a name in
  std::string output;            // report, export, evidence, review: file to write
  std::string issue;             // positions: only this one
  bool all_reports = false;      // ties count every report of a deed, not the deed once
  double claims = 0.7;           // what a deed weighs that others than its doer or the outlet tell
  std::string title;             // report
  bool lexicon_only = false;     // without the trained scorer
  ScoringOptions scoring;        // with it
  std::string deeds;             // folder of a deed lexicon; "" for the one built in
  std::string corrections;       // file of the user's corrections; "" for none
  bool skip_bad_corrections = false;
  std::string world_book;      // folder of tables in place of those built in; "" for none
  bool skip_bad_rows = false;  // of those tables
  bool mentions = false;       // actors: also of stored articles, which are read again
  bool unknown_only = false;   // actors: those that the world book does not know
  bool conllu_input = false;   // parse
  bool examples = false;       // score: the examples of the deed lexicon
  bool misses = false;         // score: also what is missing or wrong
  // Exchange and stores.
  std::string export_format;                   // export: as export_format_from knows it, or gephi
  std::string import_format;                   // import: "" by content
  std::map<std::string, std::string> columns;  // import: what a column is for -> its name
  std::vector<std::string> actors;             // evidence
  size_t most = 20;                            // search
  // balance
  std::string camps = "2";  // 2, another number, or auto
  double time_limit_seconds = 10;
  uint64_t seed = 1;
  uint32_t chance_samples = 0;  // networks with signs dealt out anew to compare with
  bool undecided = false;  // decide for every actor whether it stands elsewhere in other optima
  // balance and camps: ties supposed ("A,B,+1"), actors supposed in the other camp, and of how many
  // to show what moving them costs.
  std::vector<std::string> what_if, moved;
  size_t pivotal = 0;
  // history
  uint32_t window_months = 0, step_months = 0;  // 0: by the length of the time
  double inertia = 0;                           // strength that a move has to be worth
  uint32_t samples = 200;                       // resamples of the events
  // serve
  std::string host = "127.0.0.1";
  int port = 8731;
  std::vector<std::string> names;  // of the server, beside localhost and its address
  bool edit = false;
  size_t implied = 0;   // how many implied ties to list instead of camps
  double hold_out = 0;  // share of the ties to hide and guess instead
  bool latest = false;  // hide the latest
  std::string later;    // file with a later state of the network, whose new ties to guess
};

}  // namespace entente
