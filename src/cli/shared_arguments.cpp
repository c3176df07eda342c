// Options that several commands share, and the commands that read news. Tested in program_test.cpp.
#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "base/ascii.h"
#include "cli/argument_checks.h"
#include "cli/command_line.h"

namespace entente {

namespace {

const std::map<std::string, Format> kFormats = {{"table", Format::table}, {"text", Format::table},
                                                {"json", Format::json},   {"jsonl", Format::jsonl},
                                                {"csv", Format::csv},     {"tsv", Format::tsv}};
const std::map<std::string, Stage> kStages = {
    {"articles", Stage::articles}, {"documents", Stage::documents}, {"actors", Stage::actors},
    {"events", Stage::events},     {"ties", Stage::ties},           {"camps", Stage::camps}};

const std::map<std::string, Engine> kEngines = {{"neural", Engine::neural}, {"fast", Engine::fast}};

// A word of the table, whatever its case, to its value.
template <typename Value>
CLI::Validator one_of(const std::map<std::string, Value>& values) {
  const auto check = [values](std::string& word) -> std::string {
    const auto found = values.find(lower(word));
    if (found == values.end()) {
      std::string names;
      for (const auto& [name, value] : values) names += (names.empty() ? "" : ", ") + name;
      return "'" + word + "' is not one of " + names;
    }
    word = std::to_string(static_cast<int>(found->second));
    return "";
  };
  return CLI::Validator(check, "", "");
}

}  // namespace

void CommandLine::add_lexicon(CLI::App* sub) {
  sub->add_option("--deeds", options_.deeds,
                  "Folder of a deed lexicon (*.txt) to use instead of the one built in")
      ->type_name("FOLDER");
}

void CommandLine::add_corrections(CLI::App* sub) {
  sub->add_option("--corrections", options_.corrections,
                  "File of corrections to the actors (default: entente.corrections, if there)")
      ->type_name("FILE");
  sub->add_flag("--skip-bad-corrections", options_.skip_bad_corrections,
                "Go on without corrections that cannot be applied");
  sub->add_option("--world-book", options_.world_book,
                  "Folder of tables (states.tsv ...) in place of those of the world book")
      ->type_name("FOLDER");
  sub->add_flag("--skip-bad-rows", options_.skip_bad_rows,
                "Go on without rows of --world-book that are malformed or contradict others");
}

void CommandLine::add_scoring(CLI::App* sub) {
  add_lexicon_only(sub);
  sub->add_option("--confidence-min", options_.scoring.confidence_min,
                  "Leave out events less sure than this, from 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  sub->add_option("--unseen-min", options_.scoring.unseen_min,
                  "Also events for which the lexicon has no words, if the scorer is as sure as "
                  "this (0 to 1; by default none)")
      ->check(CLI::Range(0.0, 1.0));
}

void CommandLine::add_lexicon_only(CLI::App* sub) {
  sub->add_flag("--lexicon-only", options_.lexicon_only,
                "Leave out the trained scorer: the deed lexicon alone decides");
}

void CommandLine::add_input(CLI::App* sub) {
  add_lexicon(sub);
  add_corrections(sub);
  add_scoring(sub);
  sub->add_option("--outlet", options_.outlet, "Outlet of articles that name none");
  sub->add_option("--date", date_, "Publication date of articles that show none (2021-06-30)")
      ->check(check_date);
  sub->add_option("--jobs", options_.jobs, "Threads (default: one a core)")
      ->check(CLI::Range(1, 1024));
  sub->add_option("--fields", fields_,
                  "Names of the fields or columns that hold an article's text, title, outlet, "
                  "author, published, url, id: text=body,title=headline (text=3 is a column's "
                  "number)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(check_field)
      ->type_name("FIELD=NAME");
  sub->add_option("--rejects", options_.rejects,
                  "TSV file to list in what was not read: where, offset, reason")
      ->type_name("FILE");
}

void CommandLine::add_format(CLI::App* sub) {
  sub->add_option("--format", options_.format, "How to print: table, json, jsonl, csv or tsv")
      ->transform(one_of(kFormats))
      ->type_name("FORMAT");
}

void CommandLine::add_source(CLI::App* sub, bool takes_names, bool prints) {
  sub->add_option("--store", options_.store, "SQLite file to use (default: entente.db)");
  sub->add_option("--read", options_.paths,
                  "Read these files or folders into memory instead of opening the store")
      ->allow_extra_args(!takes_names)
      ->type_name("PATH");
  add_input(sub);
  sub->add_option("--from", from_, "Events from this day on")->check(check_date);
  sub->add_option("--to", to_, "Events up to this day")->check(check_date);
  sub->add_option("--by-outlet", options_.filter.outlet, "Only what this outlet reports");
  sub->add_option("--actor", options_.filter.node, "Only events of this actor (code or name)");
  sub->add_option("--type", type_, "Only this PLOVER type")->check(check_type);
  sub->add_option("--status", status_, "Only this status")->check(check_status);
  add_network(sub);
  if (prints) add_format(sub);
}

void CommandLine::add_network(CLI::App* sub) {
  sub->add_option("--half-life", options_.half_life_months,
                  "Months after which an event counts half (default: no decay)")
      ->check(CLI::PositiveNumber);
  sub->add_flag("--unknown-actors", options_.unknown_actors,
                "Let actors that the world book does not know into the network");
  sub->add_flag("--all-reports", options_.all_reports,
                "Count every report of a deed in the ties (default: each deed once)");
  sub->add_option("--claims", options_.claims,
                  "Weight of deeds that another than the doer or the outlet tells (default: 0.7)")
      ->check(CLI::Range(0.0, 1.0));
}

void CommandLine::add_engine(CLI::App* sub) {
  sub->add_option("--engine", options_.engine,
                  "Tagger and parser: neural (default), or fast, which is less accurate")
      ->transform(one_of(kEngines))
      ->type_name("ENGINE");
}

void CommandLine::add_read() {
  CLI::App* sub = command(
      Command::read, "read", "Reads articles, keeps their events, shows the system they describe",
      "  entente read examples/gulf_rift_2017\n"
      "  entente read news.jsonl --store crisis.db\n"
      "  entente read crawl.warc.gz --store crisis.db --resume\n"
      "  entente read article.txt --store memory: --until events --dump --format jsonl\n"
      "  cat article.txt | entente read - --outlet \"The Courier\" --date 2021-06-30");
  sub->add_option("PATH", options_.paths, "Files, folders, or - for the standard input")
      ->required();
  sub->add_option("--store", options_.store,
                  "SQLite file to keep events in (default: entente.db; memory: keeps nothing)");
  sub->add_flag("--resume", options_.resume,
                "Go on where a run that was stopped has ended: leave out articles that the store "
                "has");
  sub->add_option("--until", options_.until,
                  "Stop after articles, documents, actors, events, ties or camps")
      ->transform(one_of(kStages))
      ->type_name("STAGE");
  sub->add_flag("--dump", options_.dump, "Print that stage instead of the summary");
  add_engine(sub);
  add_input(sub);
  add_network(sub);
  add_format(sub);
}

void CommandLine::add_code() {
  CLI::App* sub = command(
      Command::code, "code",
      "Filters articles into events: JSON Lines in, JSON Lines out, in order, without a store",
      "  entente code <articles.jsonl >events.jsonl\n"
      "  parallel --pipe --block 10M -k entente code --jobs 1 <articles.jsonl >events.jsonl\n"
      "  spark: sc.textFile(\"articles/*.jsonl\").pipe(\"entente code --jobs 1\")");
  sub->add_option("PATH", options_.paths, "Files, folders, or - for the standard input (default)");
  add_engine(sub);
  add_input(sub);
}

}  // namespace entente
