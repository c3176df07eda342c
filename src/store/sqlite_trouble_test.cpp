// Full disks, read-only folders, locks, damage and sudden death.
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <thread>

#include "store/generated_events.h"
#include "store/scratch_folder.h"
#include "store/sqlite_failure.h"
#include "store/sqlite_store.h"

namespace entente {
namespace {

constexpr uid_t kNobody = 65534;

// What `act` gives as a user who is bound by permissions (tests may run as root).
std::string as_ordinary_user(const std::function<std::string()>& act) {
  int ends[2];
  CHECK(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0) CHECK(setgid(kNobody) == 0 && setuid(kNobody) == 0);
    const std::string said = act();
    CHECK(write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size()));
    _exit(0);
  }
  close(ends[1]);
  std::string said;
  char buffer[1000];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    said.append(buffer, static_cast<size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  return said;
}

void fill(const std::string& path, uint64_t seed = 1) {
  const GeneratedBatch batch = generated_batch(seed, 3, 10);
  auto store = open_store(path);
  ASSERT_TRUE(store.ok()) << store.error();
  ASSERT_TRUE(store.value()->put(batch.articles, batch.events).ok());
}

// How many events a reader finds, or why none.
std::string read_all(const std::string& path) {
  const auto store = open_store(path, true);
  if (!store) return store.error();
  const auto events = store.value()->events({});
  return events ? std::to_string(events.value().size()) : events.error();
}

std::string open_to_write(const std::string& path) {
  const auto store = open_store(path);
  return store ? "opened" : store.error();
}

class ReadOnly : public testing::Test {
 protected:
  void SetUp() override { fill(path_); }
  void allow(mode_t folder, mode_t file) {
    ASSERT_EQ(chmod(path_.c_str(), file), 0);
    ASSERT_EQ(chmod(folder_.path().c_str(), folder), 0);
  }
  ScratchFolder folder_;
  std::string path_ = folder_.file("entente.db");
};

TEST_F(ReadOnly, AStoreInAReadOnlyFolderCanBeRead) {
  allow(0555, 0444);
  EXPECT_EQ(as_ordinary_user([&] { return read_all(path_); }), "30");
}

TEST_F(ReadOnly, AReadOnlyStoreCanBeReadButNotWritten) {
  allow(0777, 0444);
  EXPECT_EQ(as_ordinary_user([&] { return read_all(path_); }), "30");
  const std::string said = as_ordinary_user([&] { return open_to_write(path_); });
  EXPECT_NE(said.find(path_ + " cannot be written."), std::string::npos) << said;
  EXPECT_NE(said.find("--store"), std::string::npos) << said;
}

TEST_F(ReadOnly, PuttingIntoAReadOnlyStoreSaysSo) {
  allow(0555, 0444);
  const std::string said = as_ordinary_user([&] {
    const auto done = open_store(path_, true).value()->put({Article{}}, {});
    return done ? "stored" : done.error();
  });
  EXPECT_NE(said.find(path_ + " cannot be written."), std::string::npos) << said;
}

TEST_F(ReadOnly, AFolderThatMayNotBeWrittenTakesNoStore) {
  allow(0555, 0666);
  for (const std::string& path : {path_, folder_.file("new.db")}) {
    const std::string said = as_ordinary_user([&] { return open_to_write(path); });
    EXPECT_NE(said.find(path + " cannot be "), std::string::npos) << said;
    EXPECT_NE(said.find("--store"), std::string::npos) << said;
  }
}

TEST_F(ReadOnly, AFileThatMayNotBeReadIsNamed) {
  allow(0777, 0000);
  for (const auto& act : {read_all, open_to_write}) {
    const std::string said = as_ordinary_user([&] { return act(path_); });
    EXPECT_NE(said.find(path_ + " cannot be read (Permission denied)"), std::string::npos) << said;
  }
}

// Limits the size of files, which SQLite meets as it does a full disk, until the end of the scope.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    handler_ = signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST(Trouble, AFullDiskLosesOnlyTheBatchThatDidNotFit) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  const GeneratedBatch first = generated_batch(1, 3, 10), second = generated_batch(2, 20, 100);
  const auto store = std::move(open_store(path)).value();
  ASSERT_TRUE(store->put(first.articles, first.events).ok());
  const auto before = store->events({}).value();
  {
    const FullDisk full(200'000);
    const auto done = store->put(second.articles, second.events);
    ASSERT_FALSE(done.ok());
    EXPECT_NE(done.error().find("writing " + path + " failed"), std::string::npos) << done.error();
    EXPECT_NE(done.error().find("limit of file size"), std::string::npos) << done.error();
    EXPECT_TRUE(same(store->events({}).value(), before));
  }
  ASSERT_TRUE(store->put(second.articles, second.events).ok());
  EXPECT_EQ(store->events({}).value().size(), 2000u);
}

TEST(Trouble, AFullDiskTakesNoNewStore) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  {
    const FullDisk full(5000);
    EXPECT_NE(open_to_write(path).find("limit of file size"), std::string::npos);
  }
  EXPECT_EQ(open_to_write(path), "opened");
}

TEST(Trouble, ALockIsWaitedForAndThenNamed) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  const GeneratedBatch batch = generated_batch(1, 1, 1);
  const auto store = std::move(open_sqlite_store(path, {.wait_ms_max = 200})).value();
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto done = store->put(batch.articles, batch.events);
  ASSERT_FALSE(done.ok());
  EXPECT_NE(done.error().find(path + " is locked by another program, also after 0.2 s."),
            std::string::npos)
      << done.error();
  EXPECT_TRUE(store->events({}).ok()) << "reading goes on beside a writer";
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
  });
  const auto waited = store->put(batch.articles, batch.events);
  EXPECT_TRUE(waited.ok()) << waited.error();
  release.join();
  sqlite3_close(other);
}

// Whether programs stand in each other's way is chance, so they start more than once.
TEST(Trouble, ProgramsMayStartOnOneNewFileAtOnce) {
  constexpr int kPrograms = 6;
  for (int round = 0; round < 20; ++round) {
    const ScratchFolder folder;
    const std::string path = folder.file("entente.db");
    for (int i = 0; i < kPrograms; ++i) {
      if (fork() != 0) continue;
      Article article;
      article.id = std::to_string(i);
      const auto store = open_store(path);
      if (!store) std::fprintf(stderr, "%s\n", store.error().c_str());
      _exit(store && store.value()->put({article}, {}) ? 0 : 1);
    }
    for (int i = 0; i < kPrograms; ++i) {
      int status = 0;
      wait(&status);
      EXPECT_EQ(status, 0);
    }
    EXPECT_EQ(open_store(path).value()->articles().value().size(), size_t{kPrograms});
  }
}

TEST(Trouble, DamageIsReportedAndDoesNotCrash) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  fill(path);
  const std::string whole = bytes_of(path);
  EventMaker random(7);
  int reported = 0;
  for (int round = 0; round < 60; ++round) {
    std::string damaged = whole;
    const size_t begin = 100 + random.below(static_cast<uint32_t>(whole.size()) - 100);
    for (size_t at = begin; at < std::min(begin + 2000, damaged.size()); ++at)
      damaged[at] = static_cast<char>(random.below(256));
    if (round % 3 == 0) damaged.resize(begin);
    std::ofstream(path, std::ios::binary) << damaged;
    const std::string said = read_all(path);
    if (said.find_first_not_of("0123456789") == std::string::npos) continue;
    ++reported;
    EXPECT_NE(said.find(path), std::string::npos) << said;
    EXPECT_NE(said.find("read the articles again."), std::string::npos) << said;
  }
  EXPECT_GT(reported, 20);
}

TEST(Trouble, ANamelessValueIsReported) {
  const ScratchFolder folder;
  const std::string path = folder.file("entente.db");
  fill(path);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_exec(other, "UPDATE events SET type = 'DANCE' WHERE key = 3", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_NE(read_all(path).find("cannot read (events.key 3)"), std::string::npos);
}

// Articles "0", "1", "2" ... in batches of two, five events each, until killed; after each batch
// one byte to `report`.
[[noreturn]] void put_until_killed(const std::string& path, int first, int report) {
  const auto store = open_store(path);
  CHECK(store.ok());
  EventMaker maker(static_cast<uint64_t>(first));
  for (int n = first;; n += 2) {
    std::vector<Article> articles;
    std::vector<Event> events;
    for (const std::string& id : {std::to_string(n), std::to_string(n + 1)}) {
      articles.push_back(maker.article(id));
      for (int e = 0; e < 5; ++e) events.push_back(maker.event(id, "e" + std::to_string(e)));
    }
    CHECK(store.value()->put(articles, events).ok());
    CHECK(write(report, "x", 1) == 1);
  }
}

// Kills a writer some time after it has reported `wanted` batches. Gives how many it reported.
int kill_a_writer(const std::string& path, int first, int wanted, std::chrono::microseconds after) {
  int ends[2];
  CHECK(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) put_until_killed(path, first, ends[1]);
  close(ends[1]);
  int batches = 0;
  char byte;
  while (batches < wanted && read(ends[0], &byte, 1) == 1) ++batches;
  std::this_thread::sleep_for(after);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  while (read(ends[0], &byte, 1) == 1) ++batches;
  close(ends[0]);
  return batches;
}

std::string integrity(const std::string& path) {
  sqlite3* handle = nullptr;
  sqlite3_open(path.c_str(), &handle);
  std::string said;
  sqlite3_exec(
      handle, "PRAGMA integrity_check; PRAGMA foreign_key_check",
      [](void* out, int, char** values, char**) {
        *static_cast<std::string*>(out) += values[0] ? values[0] : "NULL";
        return 0;
      },
      &said, nullptr);
  sqlite3_close(handle);
  return said;
}

TEST(Trouble, DeathAtAnyMomentLosesAtMostTheBatchInFlight) {
  const ScratchFolder folder;
  EventMaker random(11);
  for (int file = 0; file < 6; ++file) {
    const std::string path = folder.file(std::to_string(file) + ".db");
    size_t stored = 0;
    for (int round = 0; round < 5; ++round) {
      // The first round often ends while the tables are being made.
      const int wanted = round == 0 ? 0 : 1 + static_cast<int>(random.below(4));
      const std::chrono::microseconds after(200 + random.below(round == 0 ? 12'000 : 4'000));
      const int batches = kill_a_writer(path, static_cast<int>(stored), wanted, after);
      EXPECT_GE(batches, wanted);
      const auto store = std::move(open_store(path)).value();
      const size_t articles = store->articles().value().size();
      EXPECT_GE(articles, stored + 2 * static_cast<size_t>(batches)) << "a reported batch is lost";
      EXPECT_LE(articles, stored + 2 * static_cast<size_t>(batches) + 2);
      EXPECT_EQ(articles % 2, 0u) << "half a batch";
      EXPECT_EQ(store->events({}).value().size(), 5 * articles);
      EXPECT_EQ(integrity(path), "ok");
      stored = articles;
    }
  }
}

TEST(Failure, EveryCodeMakesASentenceWithFileAndRemedy) {
  for (int code = 1; code < 40; ++code) {
    const std::string said = sqlite_failure({"news.db", code, 0, "words", 1500});
    EXPECT_NE(said.find("news.db"), std::string::npos) << said;
    EXPECT_TRUE(said.ends_with('.')) << said;
    EXPECT_GT(said.size(), 60u) << said;
  }
  EXPECT_NE(sqlite_failure({"news.db", SQLITE_FULL, 0, "", 0}),
            sqlite_failure({"news.db", SQLITE_IOERR, 0, "", 0}));
  EXPECT_EQ(sqlite_failure({"news.db", SQLITE_FULL, 0, "", 0}),
            sqlite_failure({"news.db", SQLITE_IOERR_WRITE, ENOSPC, "", 0}));
}

}  // namespace
}  // namespace entente
