// The command line: every command with its options, help and examples, as CLI11 has them. Defined
// in arguments.cpp, shared_arguments.cpp, exchange_arguments.cpp and serve_arguments.cpp; tested
// in program_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "cli/options.h"

namespace CLI {
class App;
}

namespace entente {

class CommandLine {
 public:
  CommandLine();
  ~CommandLine();

  // What is asked for, or the exit code where there is nothing to do (help, wrong use).
  std::variant<Options, int> parse(int count, char** values);

 private:
  CLI::App* command(Command value, const std::string& name, const std::string& what,
                    const std::string& examples);
  void add_lexicon(CLI::App* sub);
  void add_corrections(CLI::App* sub);
  void add_scoring(CLI::App* sub);
  void add_lexicon_only(CLI::App* sub);
  void add_input(CLI::App* sub);
  void add_code();
  void add_format(CLI::App* sub);
  void add_source(CLI::App* sub, bool takes_names = false, bool prints = true);
  void add_network(CLI::App* sub);
  void add_engine(CLI::App* sub);
  void add_read();
  void add_views();
  void add_explain();
  void add_report();
  void add_import();
  void add_export();
  void add_store_tools();
  void add_tools();
  void add_judging();
  void add_balance();
  void add_what_if(CLI::App* sub);
  void add_history();
  void add_serve();
  void add_inertia(CLI::App* sub);
  void add_implied(CLI::App* sub);
  void finish();

  std::unique_ptr<CLI::App> app_;
  Options options_;
  std::vector<std::string> fields_;
  std::string date_, from_, to_, type_, status_, input_ = "text";
  std::vector<std::string> columns_;
};

}  // namespace entente
