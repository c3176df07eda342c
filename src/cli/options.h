// What the user asked for, as values; filled by arguments.cpp, used by the commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "documents/documents.h"
#include "store/store.h"
#include "views/views.h"

namespace entente {

enum class Command : uint8_t {
  read,
  events,
  ties,
  camps,
  explain,
  actors,
  report,
  parse,
  relate,
  score,
  balance,
};

enum class Stage : uint8_t { articles, documents, actors, events, ties, camps };

struct Options {
  Command command = Command::read;
  std::vector<std::string> paths;  // what to read; "-" is the standard input
  std::string outlet;              // for articles that name none
  std::optional<Date> date;        // for articles that show none
  unsigned jobs = 1;
  std::string store = "entente.db";
  bool read_directly = false;  // `paths` are read into memory instead of opening the store
  Stage until = Stage::camps;
  bool dump = false;
  Engine engine = Engine::neural;
  Format format = Format::table;
  bool format_given = false;
  EventFilter filter;
  std::optional<double> half_life_months;
  bool unknown_actors = false;
  std::string actor_a, actor_b;    // explain
  std::string output;              // report: file to write
  std::string title;               // report
  std::string deeds;               // folder of a deed lexicon; "" for the one built in
  bool conllu_input = false;       // parse
  bool examples = false;           // score: the examples of the deed lexicon
  std::string camps = "2";         // balance: 2, another number, or auto
  double time_limit_seconds = 10;  // balance
  uint64_t seed = 1;               // balance
  bool misses = false;             // score: also what is missing or wrong
};

}  // namespace entente
