// Commands that take and give data of other programs, and those on stores as such. Tested in
// program_test.cpp.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "cli/argument_checks.h"
#include "cli/command_line.h"
#include "exchange/exchange.h"

namespace entente {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

void CommandLine::add_import() {
  CLI::App* in = command(
      Command::import, "import", "Takes over events that others coded, and Entente's own exports",
      "  entente import 20151027.export.csv events.tab        (GDELT, ICEWS; told by content)\n"
      "  entente import table.csv --columns source=from_state,target=to_state,type=action\n"
      "  entente import rows.txt --columns source=1,target=2,code=4,date=3   (no header)\n"
      "  entente import MIDB.csv GEDEvent.csv --store history.db --rejects rejects.tsv\n"
      "Formats: GDELT 1.0 and 2.0, ICEWS, POLECAT, Phoenix, PETRARCH, UCDP GED, alliances and\n"
      "disputes of Correlates of War, ATOP, PLOVER JSON, tables of events or edges, GEXF, "
      "GraphML.");
  in->add_option("PATH", options_.paths, "Files, or - for the standard input")->required();
  in->add_option("--store", options_.store, "SQLite file to keep events in (default: entente.db)");
  in->add_option("--format", options_.import_format,
                 "What the files are (default: told by their content)")
      ->check(CLI::IsMember(import_formats()))
      ->type_name("FORMAT");
  in->add_option("--columns", columns_,
                 "Columns of a table: ROLE=NAME,... or ROLE=NUMBER,... without a header; roles: " +
                     joined(import_column_roles()))
      ->delimiter(',')
      ->check([](const std::string& entry) -> std::string {
        const size_t mark = entry.find('=');
        const auto roles = import_column_roles();
        return mark != std::string::npos &&
                       std::find(roles.begin(), roles.end(), entry.substr(0, mark)) != roles.end()
                   ? ""
                   : "'" + entry + "' is not ROLE=COLUMN; roles are " + joined(roles);
      })
      ->type_name("ROLE=COLUMN");
  in->add_option("--rejects", options_.rejects, "File that lists the rows that cannot be read");
}

void CommandLine::add_export() {
  CLI::App* out = command(
      Command::export_, "export", "Writes events or the network for other programs",
      "  entente export -o events.csv\n"
      "  entente export --format polecat -o events.tsv --from 2021-01-01\n"
      "  entente export -o network.gexf              (Gephi; also graphml, json)\n"
      "  entente export --format gephi -o network    (network_nodes.csv, network_edges.csv)\n"
      "  entente export --format camps --read examples/suez_1956");
  out->add_option("--format", options_.export_format,
                  "csv, jsonl (PLOVER), polecat: events; gexf, graphml, json, nodes, edges, "
                  "gephi: the network; camps; positions; memberships (default: by the file's "
                  "ending)")
      ->check([](const std::string& name) -> std::string {
        return name == "gephi" || export_format_from(name) ? "" : "no format is called " + name;
      })
      ->type_name("FORMAT");
  out->add_option("-o,--output", options_.output, "File to write (default: standard output)");
  add_source(out, false, false);
  CLI::App* evidence = command(
      Command::evidence, "evidence",
      "Writes the sentences behind ties, numbered, as Markdown and CSV",
      "  entente evidence Uzbekistan Russia -o bundle       (bundle.md, bundle.csv)\n"
      "  entente evidence Uzbekistan Russia China           (the ties of a triad)\n"
      "  entente evidence Uzbekistan                        (all ties of one)\n"
      "  entente evidence -o -                              (all ties; Markdown to the output)");
  evidence->add_option("ACTOR", options_.actors, "Codes or names of actors");
  evidence->add_option("-o,--output", options_.output,
                       "Name of the files, without ending (default: evidence)");
  add_source(evidence, true, false);
}

void CommandLine::add_store_tools() {
  CLI::App* search = command(
      Command::search, "search", "Finds sentences by their words in the stored articles",
      "  entente search military base\n"
      "  entente search \"military base\" Tashkent --format jsonl    (words in quotes belong "
      "together)");
  search->add_option("WORD", options_.paths, "Words, all of which an article must hold")
      ->required();
  search->add_option("--store", options_.store, "Store to search (default: entente.db)");
  search->add_option("--most", options_.most, "At most so many articles (default: 20)");
  add_format(search);
  CLI::App* merge =
      command(Command::merge, "merge", "Takes the events of other stores into the first",
              "  entente merge all.db monday.db tuesday.db");
  merge->add_option("STORE", options_.paths, "The store to merge into, then those to merge")
      ->expected(2, -1)
      ->required();
  CLI::App* check = command(Command::check, "check", "Says whether a store is whole",
                            "  entente check --store crisis.db");
  check->add_option("--store", options_.store, "Store to check (default: entente.db)");
}

}  // namespace entente
