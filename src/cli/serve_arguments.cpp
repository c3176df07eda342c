// Options of `entente serve`. Tested in serve_command_test.cpp.
#include <CLI/CLI.hpp>

#include "cli/command_line.h"

namespace entente {

void CommandLine::add_serve() {
  CLI::App* sub = command(
      Command::serve, "serve", "Serves the page of a store, or of articles, to a browser",
      "  entente serve                          (entente.db, or the examples where there is none)\n"
      "  entente serve crisis.db\n"
      "  entente serve examples/suez_1956       (read into memory while the page is shown)\n"
      "  curl 'http://127.0.0.1:8731/network.csv?from=2021-05&sign=hostile'");
  sub->add_option("PATH", options_.paths,
                  "A store, or files and folders of articles (default: the store)");
  sub->add_option("--store", options_.store, "SQLite file to serve (default: entente.db)");
  sub->add_option("--host", options_.host,
                  "Address to serve at (default: 127.0.0.1, which no other machine can reach)");
  sub->add_option("--port", options_.port, "Port to serve at (default: 8731; 0 for any)")
      ->check(CLI::Range(0, 65535));
  sub->add_option("--name", options_.names,
                  "A name that this server answers to, beside localhost and bare addresses")
      ->allow_extra_args(false);
  sub->add_flag("--edit", options_.edit,
                "Take articles that are posted to /api/articles with the token that is printed "
                "(or that ENTENTE_TOKEN holds)");
  sub->add_option("--title", options_.title, "Title of the page");
  add_engine(sub);
  add_input(sub);
  add_network(sub);
}

}  // namespace entente
