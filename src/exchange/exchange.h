// exchange: events, networks and evidence as the files that other programs read and write.
// Values in, bytes out, and bytes in, values out; no files are opened here. docs/exchange.md.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "articles/articles.h"
#include "balance/balance.h"
#include "base/result.h"
#include "events/events.h"
#include "ties/ties.h"

namespace entente {

// What can be written; the parts must outlive the call. `tallies` are those of `events` from all
// perspectives together, `network` and `balance` what the stages make of them.
struct Holdings {
  const std::vector<Article>& articles;  // by id
  const std::vector<Event>& events;
  const std::vector<Tally>& tallies;
  const Network& network;
  const Balance& balance;
  const WorldBook& book;
};

enum class ExportFormat : uint8_t {
  csv,          // events, all that they hold; import gives the same back
  jsonl,        // the same as PLOVER objects
  polecat,      // events in the 40 columns of POLECAT
  gexf,         // the network, GEXF 1.3
  graphml,      // the network, GraphML
  json,         // the network, nodes and links
  nodes,        // the network's actors as CSV, for the node table of Gephi
  edges,        // the network's ties as CSV, for the edge table of Gephi
  camps,        // actors with their camps, CSV
  positions,    // who stands how on which issue, CSV
  memberships,  // who belongs to which organisation of the network, CSV
};
std::optional<ExportFormat> export_format_from(std::string_view name);
std::string_view to_string(ExportFormat format);

// The same holdings give the same bytes.
std::string export_as(ExportFormat format, const Holdings& holdings);

// Events for a file that is written as they come: `export_head` and then `export_event` of each
// make what export_as makes. Only csv, jsonl and polecat.
bool exports_events(ExportFormat format);
std::string export_head(ExportFormat format);
std::string export_event(ExportFormat format, const Event& event, const Article& article,
                         const WorldBook& book);

// The sentences behind ties as a numbered list that can be handed on: in Markdown to be read, in
// CSV to be sorted; the numbers are the same.
struct EvidenceBundle {
  std::string markdown;
  std::string csv;
  size_t items = 0;
};
// Of the ties among `nodes`: a pair, a triad or more; of all ties where `nodes` is empty.
EvidenceBundle evidence_bundle(const Holdings& holdings, const std::vector<std::string>& nodes);

struct ImportOptions {
  std::string format;  // a name of import_formats(), or "" to tell by content
  // For a table of events or edges that is in no known format: what a column is for -> its name, or
  // its number from 1 where the file has no header. {"source": "country_a", "type": "action"}
  std::map<std::string, std::string> columns;
  size_t batch_events = 20'000;
  size_t row_bytes_max = 1u << 20;
};

// A row that could not be read.
struct RejectedRow {
  size_t line = 0;    // from 1
  size_t offset = 0;  // of its first byte
  std::string reason;
  std::string row;  // its beginning
};

struct ImportedBatch {
  std::vector<Article> articles;  // the stories that the events were coded from; without text
  std::vector<Event> events;
  std::vector<RejectedRow> rejected;
};

struct ImportSummary {
  std::string format;
  size_t rows = 0, events = 0, rejected = 0;
  std::map<std::string, size_t> left_out;  // rows that are in order but give no event, by reason
};

// Reads the bytes of one file. `take` gets batches as they come. An error where the file as a whole
// cannot be read; it does not begin with the file's name.
Result<ImportSummary> import_events(std::string_view bytes, const WorldBook& book,
                                    const ImportOptions& options,
                                    const std::function<void(ImportedBatch&&)>& take);

std::vector<std::string> import_formats();
// What a column map may name.
std::vector<std::string> import_column_roles();

}  // namespace entente
