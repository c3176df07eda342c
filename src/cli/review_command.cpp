// `entente review`: shows event after event and takes a key for each. Keys come from the terminal
// without Enter, or from a pipe; what was judged is kept in the gold file after each key, so that
// nothing is lost and the next run goes on where this one ended. Tested in program_test.cpp.
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/review.h"
#include "cli/system.h"

namespace entente {

namespace {

// Keys without Enter and without echo, while it lives; nothing changes where keys come from a pipe.
class RawKeys {
 public:
  RawKeys() : terminal_(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  ~RawKeys() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  RawKeys(const RawKeys&) = delete;
  RawKeys& operator=(const RawKeys&) = delete;

  std::optional<char> next() {
    char key = 0;
    return read(STDIN_FILENO, &key, 1) == 1 ? std::optional(key) : std::nullopt;
  }

 private:
  termios before_{};
  bool terminal_;
};

// Whether the gold file could be written; its message otherwise.
std::string keep(const std::string& path, const std::string& earlier, const Review& review) {
  std::ofstream out(path, std::ios::binary);
  out << earlier << review.gold();
  out.close();
  if (out) return "";
  return fmt::format("{}: cannot be written: {}; choose another file with -o", path,
                     std::strerror(errno));
}

std::string gold_so_far(const std::string& path, std::vector<Problem>& problems) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return "";
  std::string gold = read_file(path, problems).value_or("");
  if (!gold.empty() && gold.back() != '\n') gold += '\n';
  return gold;
}

void show(const Review& review) {
  if (review.done()) return print("\nAll are judged.  [backspace] back  [q] end\n");
  print(fmt::format("\n{} of {}\n{}", review.position() + 1, review.size(),
                    events_view({review.current()}, Format::table, terminal())));
  print("[a] right  [x] wrong  [space] skip  [backspace] back  [q] end\n");
}

}  // namespace

int run_review(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  auto loaded = load_system(options, known.value());
  if (!loaded) return fail(loaded.error());
  std::vector<Problem> problems;
  const std::string earlier = gold_so_far(options.output, problems);
  if (!problems.empty()) return fail(options.output + ": " + problems.front().message);
  const std::vector<std::string> judged = judged_ids(earlier);
  std::vector<Event> events = std::move(loaded.value().events);
  std::erase_if(events, [&](const Event& event) {
    return std::find(judged.begin(), judged.end(), event.id) != judged.end();
  });
  if (events.empty()) {
    fmt::print(stderr, "entente: no event is left to judge; {} are judged in {}\n", judged.size(),
               options.output);
    return kNothingFound;
  }
  Review review(std::move(events));
  RawKeys keys;
  std::string fault;
  while (fault.empty()) {
    show(review);
    std::optional<char> key = keys.next();
    while (key && *key != 'q' && !review.press(*key)) key = keys.next();
    if (!key || *key == 'q') break;
    fault = keep(options.output, earlier, review);
  }
  if (!fault.empty()) return fail(fault);
  fmt::print(stderr, "{} right, {} wrong, {} skipped; kept in {}\n",
             review.count(Verdict::accepted), review.count(Verdict::rejected),
             review.count(Verdict::skipped), options.output);
  return kDone;
}

}  // namespace entente
