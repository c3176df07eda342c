// One function a command; each returns the exit code.
#pragma once

#include "cli/options.h"

namespace entente {

inline constexpr int kDone = 0;
inline constexpr int kNothingFound = 1;
inline constexpr int kFailed = 2;

int run_read(const Options& options);
int run_code(const Options& options);
// events, ties, camps, actors, explain, report, history
int run_view(const Options& options);
int run_parse(const Options& options);
int run_relate(const Options& options);
int run_score(const Options& options);
int run_store(const Options& options);  // search, merge, check
int run_import(const Options& options);
int run_export(const Options& options);  // export, evidence
int run_positions(const Options& options);
int run_deeds(const Options& options);
int run_review(const Options& options);
int run_attributions(const Options& options);
int run_balance(const Options& options);
int run_serve(const Options& options);
int run_implied(const Options& options);  // balance with --implied, --hold-out or --later

}  // namespace entente
