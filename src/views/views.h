// views: values -> what a person or a program reads: terminal text, tables, JSON, the report.
// No I/O: every function returns the bytes to be written.
#pragma once

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
};

std::string articles_view(const std::vector<Article>& articles, Format format, Terminal terminal);
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
std::string ties_view(const System& system, Format format, Terminal terminal);
std::string camps_view(const System& system, Format format, Terminal terminal);
// The actors of the events, most active first: as source, as target, camp.
std::string actors_view(const System& system, Format format, Terminal terminal);
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
  TriadCensus triads;
  double seconds = 0;
};
// json: one object; any other format: text for a person.
std::string network_balance_view(const SignedNetwork& network, const NetworkBalance& balance,
                                 Format format);
// One self-contained HTML page.
std::string report_page(const System& system, std::string_view title);

}  // namespace entente
