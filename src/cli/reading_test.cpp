// Reading with many threads, and `entente code` as other programs run it.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "cli/reading_queue.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

TEST(ReadingQueue, KeepsTheOrderAndTheBounds) {
  ReadingQueue queue(1000, 8);
  std::atomic<int> inside = 0, most = 0;
  std::thread reader([&] {
    for (int i = 0; i < 300; ++i) {
      ReadingTask task;
      task.record.emplace();
      task.record->bytes.assign(static_cast<size_t>(i % 7) * 100, 'x');
      task.record->first_line = static_cast<size_t>(i);
      queue.put(std::move(task));
      const int now = ++inside;
      most = std::max(most.load(), now);
    }
    queue.close();
  });
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i) {
    workers.emplace_back([&] {
      while (auto task = queue.get()) {
        ReadingResult result;
        result.bytes = task->record->bytes.size();
        result.files_done = task->record->first_line;
        if (task->number % 5 == 0) std::this_thread::yield();
        queue.finish(task->number, std::move(result));
      }
    });
  }
  size_t expected = 0;
  while (auto result = queue.take()) {
    EXPECT_EQ(result->files_done, expected++);
    --inside;
  }
  EXPECT_EQ(expected, 300u);
  EXPECT_LE(most, 9);
  reader.join();
  for (std::thread& worker : workers) worker.join();
}

class CodeCommand : public testing::Test {
 protected:
  CodeCommand() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~CodeCommand() override { fs::remove_all(folder_); }

  std::string bytes_of(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  // In the folder; `entente` is the program.
  int run(const std::string& command) const {
    const std::string all =
        "cd '" + folder_.string() +
        "' && entente() { '" ENTENTE_PROGRAM "' \"$@\"; }; export -f entente; " + command;
    write("command.sh", all);
    const int status = std::system(("bash '" + (folder_ / "command.sh").string() + "'").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  fs::path folder_;
};

std::string articles(int count) {
  const char* targets[] = {"Georgia", "Ukraine", "Turkey", "Poland", "Finland"};
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += "{\"id\":\"a" + std::to_string(1000 + i) + "\",\"text\":\"Russia warned " +
             targets[i % 5] + " on Tuesday.\"}\n";
  }
  return lines;
}

TEST_F(CodeCommand, IsAFilterWhoseOrderNoThreadChanges) {
  write("in.jsonl", articles(120));
  ASSERT_EQ(run("entente code --jobs 1 <in.jsonl >one 2>err"), 0);
  ASSERT_EQ(run("entente code --jobs 4 <in.jsonl >four 2>err"), 0);
  const std::string one = bytes_of("one");
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 120);
  EXPECT_EQ(one, bytes_of("four"));
  EXPECT_LT(one.find("a1001"), one.find("a1002"));
}

TEST_F(CodeCommand, GivesTheSameUnderGnuParallel) {
  if (std::system("command -v parallel >/dev/null 2>&1") != 0) GTEST_SKIP() << "no GNU parallel";
  write("in.jsonl", articles(120));
  ASSERT_EQ(run("entente code <in.jsonl >one 2>err"), 0);
  ASSERT_EQ(run("parallel --will-cite --pipe --block 2k -k -j2 '" ENTENTE_PROGRAM
                "' code --jobs 1 <in.jsonl >many 2>err"),
            0)
      << bytes_of("err");
  EXPECT_EQ(bytes_of("one"), bytes_of("many"));
}

TEST_F(CodeCommand, ToldOfBadLinesInRejectsWithOffsets) {
  const std::string good = articles(1);
  write("in.jsonl",
        good + "broken\n" +
            "{\"text\":\"Der Minister hat am Dienstag erklärt, dass die Regierung nicht mit der "
            "Opposition über das Gesetz sprechen wird, und das ist für alle neu.\"}\n" +
            good);
  EXPECT_EQ(run("entente code --rejects out.tsv in.jsonl >out 2>err"), 0);
  const std::string rejects = bytes_of("out.tsv"), out = bytes_of("out"), err = bytes_of("err");
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
  EXPECT_TRUE(rejects.starts_with("kind\twhere\toffset\treason\n")) << rejects;
  EXPECT_NE(rejects.find("rejected\tin.jsonl:2\t"), std::string::npos) << rejects;
  EXPECT_NE(rejects.find("set aside\tin.jsonl:3\t"), std::string::npos) << rejects;
  EXPECT_NE(err.find("1 text not in English"), std::string::npos) << err;
}

TEST_F(CodeCommand, TakesFieldsByOtherNames) {
  write("in.csv", "kop,woorden\nA,Russia warned Georgia on Tuesday.\n");
  EXPECT_EQ(run("entente code --fields text=woorden,title=kop in.csv >out 2>err"), 0);
  EXPECT_NE(bytes_of("out").find("\"GEO\""), std::string::npos) << bytes_of("err");
  EXPECT_EQ(run("entente code --fields words=kop in.csv >out 2>err"), 2);
}

}  // namespace
}  // namespace entente
