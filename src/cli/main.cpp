// entente: reads news and works out who stands with whom.
#include <fmt/format.h>

#include <exception>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace {

int run(const entente::Options& options) {
  switch (options.command) {
    case entente::Command::read: return entente::run_read(options);
    case entente::Command::code: return entente::run_code(options);
    case entente::Command::parse: return entente::run_parse(options);
    case entente::Command::relate: return entente::run_relate(options);
    case entente::Command::score: return entente::run_score(options);
    case entente::Command::import: return entente::run_import(options);
    case entente::Command::search:
    case entente::Command::merge:
    case entente::Command::check: return entente::run_store(options);
    case entente::Command::export_:
    case entente::Command::evidence: return entente::run_export(options);
    case entente::Command::positions: return entente::run_positions(options);
    case entente::Command::deeds: return entente::run_deeds(options);
    case entente::Command::review: return entente::run_review(options);
    case entente::Command::attributions: return entente::run_attributions(options);
    case entente::Command::serve: return entente::run_serve(options);
    case entente::Command::balance: return entente::run_balance(options);
    default: return entente::run_view(options);
  }
}

}  // namespace

int main(int count, char** values) {
  try {
    const auto parsed = entente::parse_arguments(count, values);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    return run(std::get<entente::Options>(parsed));
  } catch (const std::exception& error) {
    fmt::print(stderr, "entente: stopped: {}\n", error.what());
    return entente::kFailed;
  }
}
