// Import, merge and reading, killed at any moment and started again: what was kept is whole,
// nothing of it is lost, and in the end all is there once, as if nobody had been killed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "store/store.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class SuddenDeath : public testing::Test {
 protected:
  SuddenDeath() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~SuddenDeath() override { fs::remove_all(folder_); }

  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  // Starts the program; it is killed after so many milliseconds where it has not ended by then.
  // Its exit code, or -1 where it was killed.
  int run(const std::vector<std::string>& arguments, int kill_after_ms = -1) const {
    const pid_t child = fork();
    if (child == 0) {
      const int nowhere = open("/dev/null", O_RDWR);
      for (const int end : {0, 1, 2}) dup2(nowhere, end);
      std::vector<char*> values = {const_cast<char*>(ENTENTE_PROGRAM)};
      for (const std::string& argument : arguments)
        values.push_back(const_cast<char*>(argument.c_str()));
      values.push_back(nullptr);
      execv(ENTENTE_PROGRAM, values.data());
      _exit(127);
    }
    if (kill_after_ms >= 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(kill_after_ms));
      kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string exported(const std::string& store) const {
    EXPECT_EQ(run({"export", "--store", file(store), "-o", file("all.csv")}), 0);
    std::ifstream in(file("all.csv"), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Runs the command into `killed.db` again and again, each time twice as long, until it ends by
  // itself. How often it was killed.
  int kill_and_start_again(const std::vector<std::string>& arguments, size_t batch) const {
    int kills = 0;
    size_t before = 0;
    for (int wait_ms = 5; run(arguments, wait_ms) == -1; wait_ms *= 2) {
      ++kills;
      if (!fs::exists(file("killed.db"))) continue;
      const auto store = open_store(file("killed.db"));
      EXPECT_TRUE(store.ok()) << store.error();
      if (!store) break;
      EXPECT_TRUE(store.value()->check().value().empty());
      const size_t events = store.value()->count({}).value();
      EXPECT_GE(events, before) << "what was kept is lost";
      EXPECT_EQ(batch == 0 ? 0 : events % batch, 0u) << "half a batch";
      before = events;
    }
    return kills;
  }

  fs::path folder_;
};

constexpr size_t kRows = 60'000, kBatch = 20'000;

// Two rows a story, in an order that spreads stories over the batches.
void write_rows(const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out << "id,source,target,type,date,story\n";
  for (size_t i = 0; i < kRows; ++i) {
    out << i << (i % 3 == 0 ? ",Russia,Georgia,THREATEN," : ",China,Mali,AID,") << "2021-0"
        << 1 + i % 9 << "-11,s" << i % (kRows / 2) << "\n";
  }
}

TEST_F(SuddenDeath, OfAnImportLosesAtMostTheBatchInFlight) {
  write_rows(file("rows.csv"));
  ASSERT_EQ(run({"import", file("rows.csv"), "--store", file("whole.db")}), 0);
  EXPECT_GE(
      kill_and_start_again({"import", file("rows.csv"), "--store", file("killed.db")}, kBatch), 3);
  EXPECT_EQ(exported("killed.db"), exported("whole.db"));
}

TEST_F(SuddenDeath, OfAMergeLosesAtMostTheBatchInFlight) {
  write_rows(file("rows.csv"));
  ASSERT_EQ(run({"import", file("rows.csv"), "--store", file("whole.db")}), 0);
  EXPECT_GE(kill_and_start_again({"merge", file("killed.db"), file("whole.db")}, 0), 3);
  EXPECT_EQ(exported("killed.db"), exported("whole.db"));
}

TEST_F(SuddenDeath, OfReadingGoesOnWhereItEnded) {
  std::ofstream out(file("news.jsonl"), std::ios::binary);
  for (int i = 0; i < 1500; ++i) {
    out << R"({"id":"n)" << i << R"(","text":"Russia warned Georgia on Tuesday. )"
        << R"(China praised Mali in )" << 1900 + i << R"(."})"
        << "\n";
  }
  out.close();
  ASSERT_EQ(run({"read", file("news.jsonl"), "--store", file("whole.db"), "--lexicon-only"}), 0);
  const std::vector<std::string> again = {"read",    file("news.jsonl"), "--resume",
                                          "--store", file("killed.db"),  "--lexicon-only"};
  EXPECT_GE(kill_and_start_again(again, 0), 3);
  EXPECT_EQ(exported("killed.db"), exported("whole.db"));
}

}  // namespace
}  // namespace entente
