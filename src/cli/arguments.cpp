// The command line as a whole and the commands that show things. CLI11 does the parsing; options
// may stand in any order. Options that several commands share are in shared_arguments.cpp. Tested
// in program_test.cpp.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/argument_checks.h"
#include "cli/command_line.h"

namespace entente {

namespace {

constexpr const char* kVersion = "entente 0.1.0";

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

}  // namespace

CommandLine::CommandLine()
    : app_(std::make_unique<CLI::App>("Entente reads news and works out who stands with whom.",
                                      "entente")) {
  app_->set_version_flag("--version", kVersion);
  app_->require_subcommand(1);
  app_->footer(
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
  add_history();
  add_serve();
}

CommandLine::~CommandLine() = default;

std::variant<Options, int> CommandLine::parse(int count, char** values) {
  try {
    app_->parse(command_first(count, values, *app_));
  } catch (const CLI::ParseError& error) {
    const int code = app_->exit(error);
    return code == 0 ? 0 : 2;
  }
  finish();
  return options_;
}

CLI::App* CommandLine::command(Command value, const std::string& name, const std::string& what,
                               const std::string& examples) {
  CLI::App* sub = app_->add_subcommand(name, what);
  sub->footer("Examples:\n" + examples);
  sub->callback([this, value] { options_.command = value; });
  return sub;
}

void CommandLine::add_views() {
  add_source(command(Command::events, "events", "Lists who did what to whom, and who says so",
                     "  entente events --actor Uzbekistan\n"
                     "  entente events --read article.txt --format jsonl\n"
                     "  entente events --type ACCUSE --from 2021-06-01 --format csv"));
  add_source(command(Command::ties, "ties", "Lists the signed ties, strongest first",
                     "  entente ties\n  entente ties --half-life 12 --to 2021-12-31"));
  CLI::App* camps = command(
      Command::camps, "camps", "Shows camps, tensions and contested actors; what if",
      "  entente camps\n"
      "  entente camps --read examples/suez_1956\n"
      "  entente camps --what-if \"USA,UZB,-1\" --move Turkey   (what would follow)\n"
      "  entente camps --pivotal 5                              (who could move at what cost)");
  add_source(camps);
  add_what_if(camps);
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

void CommandLine::add_explain() {
  CLI::App* sub = command(
      Command::explain, "explain",
      "Explains the tie of two actors down to the sentences, or what a name means and why",
      "  entente explain Uzbekistan \"United States\"\n"
      "  entente explain QAT SAU --read examples/gulf_rift_2017\n"
      "  entente explain Bush --date 1991-02-01   (who is meant on that day, who else may be)\n"
      "  entente explain he article.txt           (each mention in a text, and why)");
  sub->add_option("A", options_.actor_a, "An actor: code or name; or any name or word")->required();
  sub->add_option("B", options_.actor_b, "Another actor, or a file to look for A in");
  add_source(sub, true);
}

void CommandLine::add_report() {
  CLI::App* sub = command(Command::report, "report", "Writes one HTML page that needs no network",
                          "  entente report -o report.html\n"
                          "  entente report --read examples/suez_1956 -o suez.html");
  sub->add_option("-o,--output", options_.output, "File to write (- for the standard output)")
      ->default_str("report.html");
  sub->add_option("--title", options_.title, "Title of the page");
  add_source(sub);
}

void CommandLine::add_tools() {
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

void CommandLine::add_judging() {
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

void CommandLine::add_balance() {
  CLI::App* sub = command(
      Command::balance, "balance", "Finds the camps of any signed network, with a proof or bound",
      "  entente balance ties.csv              (columns source, target, sign or weight)\n"
      "  entente balance epinions.csv.gz --time-limit 60 --format json\n"
      "  entente balance alliances.graphml --camps auto\n"
      "  entente balance ties.csv --what-if \"A,B,-1\" --move C  (what would follow)\n"
      "  entente balance ties.csv --chance 200 --undecided    (is it chance? who is a coin toss?)\n"
      "  entente balance 1950.csv 1951.csv 1952.csv            (over time: who moved when)\n"
      "  entente balance ties.csv --implied 10 (ties that nobody reported, with reasons)\n"
      "  entente balance ties.csv --hold-out 0.2\n"
      "  entente balance 1950.csv --later 1955.csv\n"
      "  cat ties.csv | entente balance -");
  sub->add_option("FILE", options_.paths,
                  "CSV, TSV, GraphML or GEXF, also gzip; - for input. Several: one after the other")
      ->required();
  sub->add_option("--camps", options_.camps, "2, another number of camps at most, or auto")
      ->check(check_camps);
  sub->add_option("--time-limit", options_.time_limit_seconds, "Seconds (default: 10)")
      ->check(CLI::PositiveNumber);
  sub->add_option("--seed", options_.seed, "Other seeds search in another order (default: 1)");
  sub->add_option("--chance", options_.chance_samples,
                  "Compare with so many networks whose signs are dealt out anew (default: 0)")
      ->check(CLI::Range(0, 100000))
      ->type_name("SAMPLES");
  sub->add_flag("--undecided", options_.undecided,
                "Name the actors that stand in other camps in other solutions as good");
  add_inertia(sub);
  add_what_if(sub);
  add_implied(sub);
  add_format(sub);
}

void CommandLine::add_inertia(CLI::App* sub) {
  sub->add_option("--inertia", options_.inertia,
                  "Over time: strength of ties that a change of camps must be worth (default: 0)")
      ->check(CLI::Range(0.0, 1e9))
      ->type_name("STRENGTH");
}

void CommandLine::add_history() {
  CLI::App* sub = command(
      Command::history, "history", "Camps over time: who moved when, balance, turning points",
      "  entente history --read examples/suez_1956\n"
      "  entente history --window 12 --step 3 --from 1990-01-01\n"
      "  entente history --inertia 2     (only moves that ties of this strength are worth)\n"
      "  entente history --half-life 6 --format json    (old events fade instead of vanishing)");
  sub->add_option("--window", options_.window_months, "Months of a window (default: by the time)")
      ->check(CLI::Range(1, 1200))
      ->type_name("MONTHS");
  sub->add_option("--step", options_.step_months,
                  "Months from one window to the next (default: those of a window)")
      ->check(CLI::Range(1, 1200))
      ->type_name("MONTHS");
  sub->add_option("--samples", options_.samples, "Resamples of the events (default: 200)")
      ->check(CLI::Range(0, 100000));
  sub->add_option("--seed", options_.seed, "Seed of the resamples (default: 1)");
  add_inertia(sub);
  add_source(sub);
}

void CommandLine::add_what_if(CLI::App* sub) {
  sub->add_option("--what-if", options_.what_if,
                  "Suppose a tie: A,B,+1 friends, A,B,-1 enemies, A,B,0 none; may be repeated")
      ->allow_extra_args(false)
      ->type_name("A,B,WEIGHT");
  sub->add_option("--move", options_.moved,
                  "Suppose that this actor stands in the other camp; may be repeated")
      ->allow_extra_args(false)
      ->type_name("ACTOR");
  sub->add_option("--pivotal", options_.pivotal,
                  "Show for so many actors what moving to the other camp costs, cheapest first")
      ->check(CLI::Range(0, 100000))
      ->type_name("ACTORS");
}

void CommandLine::add_implied(CLI::App* sub) {
  CLI::Option* implied =
      sub->add_option("--implied", options_.implied,
                      "Lists so many pairs without a tie that are likely friends or enemies")
          ->check(CLI::PositiveNumber);
  CLI::Option* hold_out =
      sub->add_option("--hold-out", options_.hold_out,
                      "Hides this share of the ties, guesses their signs, and says how well")
          ->check(CLI::Range(0.001, 0.999));
  sub->add_flag("--latest", options_.latest, "With --hold-out: hides the latest, not random ones")
      ->needs(hold_out);
  CLI::Option* later = sub->add_option(
      "--later", options_.later,
      "Guesses ties of this later state of the network that FILE has not, and says how well");
  implied->excludes(hold_out)->excludes(later);
  hold_out->excludes(later);
}

void CommandLine::finish() {
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
  const CLI::App* used = app_->get_subcommands().front();
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
  if (corrects && options_.corrections.empty() && std::filesystem::exists(kCorrections, ignored)) {
    options_.corrections = kCorrections;
  }
}

std::variant<Options, int> parse_arguments(int count, char** values) {
  return CommandLine().parse(count, values);
}

}  // namespace entente
