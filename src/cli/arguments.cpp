// All commands, options, help texts and examples, in one place. CLI11 does the parsing; options may
// stand in any order. Tested in program_test.cpp.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/ascii.h"
#include "cli/argument_checks.h"
#include "exchange/exchange.h"

namespace entente {

namespace {

constexpr const char* kVersion = "entente 0.1.0";

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

// Whether the word is an option of some command that takes the next word as its value.
bool takes_value(const std::vector<const CLI::App*>& commands, const std::string& word) {
  return std::any_of(commands.begin(), commands.end(), [&](const CLI::App* sub) {
    const CLI::Option* option = sub->get_option_no_throw(word);
    return option && option->get_items_expected_max() > 0;
  });
}

// Options may stand before the command, too: it is moved to the front.
std::vector<std::string> command_first(int count, char** values, const CLI::App& app) {
  std::vector<std::string> words(values + 1, values + count);
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (takes_value(commands, *word) && word + 1 != words.end()) {
      ++word;
    } else if (std::any_of(commands.begin(), commands.end(),
                           [&](const CLI::App* sub) { return sub->check_name(*word); })) {
      std::rotate(words.begin(), word, word + 1);
      break;
    }
  }
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  return words;
}

class Arguments {
 public:
  Arguments() : app_("Entente reads news and works out who stands with whom.", "entente") {
    app_.set_version_flag("--version", kVersion);
    app_.require_subcommand(1);
    app_.footer(
        "Try: entente read examples/gulf_rift_2017\n"
        "     entente COMMAND --help shows each command's options and examples.\n"
        "Exit codes: 0 done, 1 nothing found, 2 wrong use or some input failed.");
    options_.jobs = std::max(1u, std::thread::hardware_concurrency());
    add_read();
    add_code();
    add_views();
    add_explain();
    add_report();
    add_import();
    add_export();
    add_store_tools();
    add_tools();
    add_judging();
    add_balance();
  }

  std::variant<Options, int> parse(int count, char** values) {
    try {
      app_.parse(command_first(count, values, app_));
    } catch (const CLI::ParseError& error) {
      const int code = app_.exit(error);
      return code == 0 ? 0 : 2;
    }
    finish();
    return options_;
  }

 private:
  CLI::App* command(Command value, const std::string& name, const std::string& what,
                    const std::string& examples) {
    CLI::App* sub = app_.add_subcommand(name, what);
    sub->footer("Examples:\n" + examples);
    sub->callback([this, value] { options_.command = value; });
    return sub;
  }

  void add_lexicon(CLI::App* sub) {
    sub->add_option("--deeds", options_.deeds,
                    "Folder of a deed lexicon (*.txt) to use instead of the one built in")
        ->type_name("FOLDER");
  }

  void add_corrections(CLI::App* sub) {
    sub->add_option("--corrections", options_.corrections,
                    "File of corrections to the actors (default: entente.corrections, if there)")
        ->type_name("FILE");
    sub->add_flag("--skip-bad-corrections", options_.skip_bad_corrections,
                  "Go on without corrections that cannot be applied");
  }

  void add_scoring(CLI::App* sub) {
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

  void add_lexicon_only(CLI::App* sub) {
    sub->add_flag("--lexicon-only", options_.lexicon_only,
                  "Leave out the trained scorer: the deed lexicon alone decides");
  }

  void add_input(CLI::App* sub) {
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

  void add_code() {
    CLI::App* sub = command(
        Command::code, "code",
        "Filters articles into events: JSON Lines in, JSON Lines out, in order, without a store",
        "  entente code <articles.jsonl >events.jsonl\n"
        "  parallel --pipe --block 10M -k entente code --jobs 1 <articles.jsonl >events.jsonl\n"
        "  spark: sc.textFile(\"articles/*.jsonl\").pipe(\"entente code --jobs 1\")");
    sub->add_option("PATH", options_.paths,
                    "Files, folders, or - for the standard input (default)");
    add_engine(sub);
    add_input(sub);
  }

  void add_format(CLI::App* sub) {
    sub->add_option("--format", options_.format, "How to print: table, json, jsonl, csv or tsv")
        ->transform(one_of(kFormats))
        ->type_name("FORMAT");
  }

  // Where the events come from and which of them count. Where the command takes names of actors,
  // --read takes one path at a time.
  void add_source(CLI::App* sub, bool takes_names = false, bool prints = true) {
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

  void add_network(CLI::App* sub) {
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

  void add_engine(CLI::App* sub) {
    sub->add_option("--engine", options_.engine,
                    "Tagger and parser: neural (default), or fast, which is less accurate")
        ->transform(one_of(kEngines))
        ->type_name("ENGINE");
  }

  void add_read() {
    CLI::App* sub = command(
        Command::read, "read", "Reads articles, keeps their events, shows the system they describe",
        "  entente read examples/gulf_rift_2017\n"
        "  entente read news.jsonl --store crisis.db\n"
        "  entente read article.txt --store memory: --until events --dump --format jsonl\n"
        "  cat article.txt | entente read - --outlet \"The Courier\" --date 2021-06-30");
    sub->add_option("PATH", options_.paths, "Files, folders, or - for the standard input")
        ->required();
    sub->add_option("--store", options_.store,
                    "SQLite file to keep events in (default: entente.db; memory: keeps nothing)");
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

  void add_views() {
    add_source(command(Command::events, "events", "Lists who did what to whom, and who says so",
                       "  entente events --actor Uzbekistan\n"
                       "  entente events --read article.txt --format jsonl\n"
                       "  entente events --type ACCUSE --from 2021-06-01 --format csv"));
    add_source(command(Command::ties, "ties", "Lists the signed ties, strongest first",
                       "  entente ties\n  entente ties --half-life 12 --to 2021-12-31"));
    add_source(command(Command::camps, "camps", "Shows camps, tensions and contested actors",
                       "  entente camps\n  entente camps --read examples/suez_1956"));
    CLI::App* actors = command(
        Command::actors, "actors", "Lists the actors: events, mentions, how they were recognised",
        "  entente actors\n"
        "  entente actors --read examples/suez_1956 --format csv\n"
        "  entente actors --unknown --read articles/   (to add or merge in a corrections file)");
    actors->add_flag("--mentions", options_.mentions,
                     "Count mentions though it takes reading many stored articles again");
    actors->add_flag("--unknown", options_.unknown_only,
                     "Only actors that the world book does not know, most frequent first");
    add_source(actors);
  }

  void add_explain() {
    CLI::App* sub = command(
        Command::explain, "explain",
        "Explains the tie of two actors down to the sentences, or what a name means and why",
        "  entente explain Uzbekistan \"United States\"\n"
        "  entente explain QAT SAU --read examples/gulf_rift_2017\n"
        "  entente explain Bush --date 1991-02-01   (who is meant on that day, who else may be)\n"
        "  entente explain he article.txt           (each mention in a text, and why)");
    sub->add_option("A", options_.actor_a, "An actor: code or name; or any name or word")
        ->required();
    sub->add_option("B", options_.actor_b, "Another actor, or a file to look for A in");
    add_source(sub, true);
  }

  void add_report() {
    CLI::App* sub = command(Command::report, "report", "Writes one HTML page that needs no network",
                            "  entente report -o report.html\n"
                            "  entente report --read examples/suez_1956 -o suez.html");
    sub->add_option("-o,--output", options_.output, "File to write (- for the standard output)")
        ->default_str("report.html");
    sub->add_option("--title", options_.title, "Title of the page");
    add_source(sub);
  }

  void add_import() {
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
    in->add_option("--store", options_.store,
                   "SQLite file to keep events in (default: entente.db)");
    in->add_option("--format", options_.import_format,
                   "What the files are (default: told by their content)")
        ->check(CLI::IsMember(import_formats()))
        ->type_name("FORMAT");
    in->add_option(
          "--columns", columns_,
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

  static std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
  }

  void add_export() {
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

  void add_store_tools() {
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

  void add_tools() {
    CLI::App* parse =
        command(Command::parse, "parse", "Tags and parses English text; prints CoNLL-U",
                "  echo \"Russia warned Georgia.\" | entente parse\n"
                "  entente parse article.txt --format jsonl     (one object a word)\n"
                "  entente parse --input conllu words.conllu    (tags and parses the given words)");
    parse->add_option("PATH", options_.paths, "Files, or - for the standard input (default)");
    parse->add_option("--input", input_, "text, or conllu to tag and parse the given words")
        ->check(CLI::IsMember({"text", "conllu"}));
    add_engine(parse);
    add_format(parse);
    CLI::App* relate = command(
        Command::relate, "relate", "Names the relation of two given phrases, row by row",
        "  entente relate pairs.tsv          (columns sentence, source, target, in any order)\n"
        "  entente relate pairs.tsv --format jsonl");
    relate->add_option("PATH", options_.paths, "TSV files, or - for the standard input (default)");
    add_format(relate);
    add_lexicon_only(relate);
    CLI::App* score = command(
        Command::score, "score", "Scores the program against labelled sentences, rows or dossiers",
        "  entente score gold/events.txt gold/analysis.txt\n"
        "  entente score examples --verbose   (folders of articles with expected.tsv)\n"
        "  entente score ../shared/data/attribution   (brat: text/*.txt and annotation/*.ann)\n"
        "  entente score gold.jsonl           (events in JSON Lines, as `review` writes them)\n"
        "  entente score --examples --deeds data/deeds   (each lexicon entry on its example)\n"
        "  entente score rows.tsv             (columns sentence, source, target, quad, root;\n"
        "                                      or sentence, quad; or directed sentiment)");
    score->add_option("PATH", options_.paths, "Gold files, or folders of dossiers");
    score->add_flag("--examples", options_.examples, "Execute the examples of the deed lexicon");
    add_lexicon(score);
    add_scoring(score);
    score->add_flag("--misses,--verbose", options_.misses, "List what is missing or wrong");
  }

  void add_judging() {
    CLI::App* positions = command(Command::positions, "positions",
                                  "Lists who stands where on which issue, with the sentences",
                                  "  entente positions --read examples/central_asia_2021\n"
                                  "  entente positions --issue \"military bases\" --format csv");
    positions->add_option("--issue", options_.issue, "Only this issue");
    add_source(positions);
    add_source(command(Command::deeds, "deeds", "Lists each deed once, with all its reports",
                       "  entente deeds --read examples/gulf_rift_2017\n"
                       "  entente deeds --actor Qatar --format jsonl"));
    CLI::App* review = command(
        Command::review, "review", "Judges events one key each, into a gold file for `score`",
        "  entente review -o gold.jsonl\n"
        "  entente review --read article.txt -o gold.jsonl\n"
        "Keys: a right, x wrong, space skips, backspace takes back, q ends. A later run goes on\n"
        "where the file ends.");
    review->add_option("-o,--output", options_.output, "Gold file to write (default: gold.jsonl)");
    add_source(review);
    CLI::App* attributions = command(
        Command::attributions, "attributions", "Lists who says, thinks or wants what in articles",
        "  entente attributions article.txt\n"
        "  entente attributions news.jsonl --format jsonl    (with byte ranges in the text)");
    attributions->add_option("PATH", options_.paths, "Files, folders, or - for the standard input")
        ->required();
    add_engine(attributions);
    add_input(attributions);
    add_format(attributions);
  }

  void add_balance() {
    CLI::App* sub = command(
        Command::balance, "balance", "Finds the camps of any signed network, with a proof or bound",
        "  entente balance ties.csv              (columns source, target, sign or weight)\n"
        "  entente balance epinions.csv.gz --time-limit 60 --format json\n"
        "  entente balance alliances.graphml --camps auto\n"
        "  cat ties.csv | entente balance -");
    sub->add_option("FILE", options_.paths, "CSV, TSV, GraphML or GEXF, also gzip; - for input")
        ->required()
        ->expected(1);
    sub->add_option("--camps", options_.camps, "2, another number of camps at most, or auto")
        ->check(check_camps);
    sub->add_option("--time-limit", options_.time_limit_seconds, "Seconds (default: 10)")
        ->check(CLI::PositiveNumber);
    sub->add_option("--seed", options_.seed, "Other seeds search in another order (default: 1)");
    add_format(sub);
  }

  void finish() {
    for (const std::string& field : fields_) {
      const size_t equals = field.find('=');
      options_.fields.push_back({field.substr(0, equals), field.substr(equals + 1)});
    }
    if (!date_.empty()) options_.date = parse_iso_date(date_);
    if (!from_.empty()) options_.filter.from = parse_iso_date(from_);
    if (!to_.empty()) options_.filter.to = parse_iso_date(to_);
    if (!type_.empty()) options_.filter.type = event_type_from(type_);
    if (!status_.empty()) options_.filter.status = event_status_from(status_);
    for (const std::string& entry : columns_)
      options_.columns[entry.substr(0, entry.find('='))] = entry.substr(entry.find('=') + 1);
    options_.conllu_input = input_ == "conllu";
    const CLI::App* used = app_.get_subcommands().front();
    const CLI::Option* format = used->get_option_no_throw("--format");
    options_.format_given = format != nullptr && format->count() > 0;
    const CLI::Option* read = used->get_option_no_throw("--read");
    options_.read_directly = read != nullptr && read->count() > 0;
    if (options_.output.empty() && options_.command == Command::report)
      options_.output = "report.html";
    if (options_.output.empty() && options_.command == Command::review)
      options_.output = "gold.jsonl";
    constexpr const char* kCorrections = "entente.corrections";
    const bool corrects = used->get_option_no_throw("--corrections") != nullptr;
    std::error_code ignored;
    if (corrects && options_.corrections.empty() &&
        std::filesystem::exists(kCorrections, ignored)) {
      options_.corrections = kCorrections;
    }
  }

  CLI::App app_;
  Options options_;
  std::vector<std::string> fields_;
  std::string date_, from_, to_, type_, status_, input_ = "text";
  std::vector<std::string> columns_;
};

}  // namespace

std::variant<Options, int> parse_arguments(int count, char** values) {
  return Arguments().parse(count, values);
}

}  // namespace entente
