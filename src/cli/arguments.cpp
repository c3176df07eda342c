// All commands, options, help texts and examples, in one place. CLI11 does the parsing; options may
// stand in any order. Tested in program_test.cpp.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/ascii.h"

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

std::string check_date(const std::string& text) {
  return parse_iso_date(text) ? "" : "'" + text + "' is not a date; write 2021-06-30";
}

std::string check_camps(const std::string& text) {
  const bool number =
      !text.empty() && text.size() <= 6 &&
      std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
  return text == "auto" || (number && std::stoi(text) >= 2)
             ? ""
             : "'" + text + "' is not auto or a number of camps, at least 2";
}

std::string check_type(const std::string& text) {
  return event_type_from(text) ? "" : "'" + text + "' is not a PLOVER type such as ACCUSE or AID";
}

std::string check_status(const std::string& text) {
  return event_status_from(text)
             ? ""
             : "'" + text + "' is not one of happened, denied, planned, demanded, hypothetical";
}

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
    add_views();
    add_explain();
    add_report();
    add_tools();
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

  void add_input(CLI::App* sub) {
    add_lexicon(sub);
    sub->add_option("--outlet", options_.outlet, "Outlet of articles that name none");
    sub->add_option("--date", date_, "Publication date of articles that show none (2021-06-30)")
        ->check(check_date);
    sub->add_option("--jobs", options_.jobs, "Threads (default: one a core)")
        ->check(CLI::Range(1, 1024));
  }

  void add_format(CLI::App* sub) {
    sub->add_option("--format", options_.format, "How to print: table, json, jsonl, csv or tsv")
        ->transform(one_of(kFormats))
        ->type_name("FORMAT");
  }

  // Where the events come from and which of them count. Where the command takes names of actors,
  // --read takes one path at a time.
  void add_source(CLI::App* sub, bool takes_names = false) {
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
    add_format(sub);
  }

  void add_network(CLI::App* sub) {
    sub->add_option("--half-life", options_.half_life_months,
                    "Months after which an event counts half (default: no decay)")
        ->check(CLI::PositiveNumber);
    sub->add_flag("--unknown-actors", options_.unknown_actors,
                  "Let actors that the world book does not know into the network");
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
    add_source(command(Command::actors, "actors", "Lists the actors with their events",
                       "  entente actors\n  entente actors --unknown-actors --format csv"));
  }

  void add_explain() {
    CLI::App* sub = command(Command::explain, "explain",
                            "Explains the tie of two actors, down to the sentences",
                            "  entente explain Uzbekistan \"United States\"\n"
                            "  entente explain QAT SAU --read examples/gulf_rift_2017");
    sub->add_option("A", options_.actor_a, "An actor: code or name")->required();
    sub->add_option("B", options_.actor_b, "Another actor")->required();
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
    CLI::App* score = command(
        Command::score, "score", "Scores the program against labelled sentences, rows or dossiers",
        "  entente score gold/events.txt gold/analysis.txt\n"
        "  entente score examples --verbose   (folders of articles with expected.tsv)\n"
        "  entente score --examples --deeds data/deeds   (each lexicon entry on its example)\n"
        "  entente score rows.tsv             (columns sentence, source, target, quad, root)");
    score->add_option("PATH", options_.paths, "Gold files, or folders of dossiers");
    score->add_flag("--examples", options_.examples, "Execute the examples of the deed lexicon");
    add_lexicon(score);
    score->add_flag("--misses,--verbose", options_.misses, "List what is missing or wrong");
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
    if (!date_.empty()) options_.date = parse_iso_date(date_);
    if (!from_.empty()) options_.filter.from = parse_iso_date(from_);
    if (!to_.empty()) options_.filter.to = parse_iso_date(to_);
    if (!type_.empty()) options_.filter.type = event_type_from(type_);
    if (!status_.empty()) options_.filter.status = event_status_from(status_);
    options_.conllu_input = input_ == "conllu";
    const CLI::App* used = app_.get_subcommands().front();
    const CLI::Option* format = used->get_option_no_throw("--format");
    options_.format_given = format != nullptr && format->count() > 0;
    const CLI::Option* read = used->get_option_no_throw("--read");
    options_.read_directly = read != nullptr && read->count() > 0;
    if (options_.output.empty()) options_.output = "report.html";
  }

  CLI::App app_;
  Options options_;
  std::string date_, from_, to_, type_, status_, input_ = "text";
};

}  // namespace

std::variant<Options, int> parse_arguments(int count, char** values) {
  return Arguments().parse(count, values);
}

}  // namespace entente
