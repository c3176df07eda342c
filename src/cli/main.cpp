// Command line of Entente. IN PROGRESS by the lead engineer since 04:38: if you were asked to write
// src/cli, leave src/cli to him and write only its tests (tests/cli_test.sh), docs/cli.md, the
// scoring (src/cli/scoring.h/.cpp as a library of functions on values) and the ./dev commands.
int main() { return 2; }
