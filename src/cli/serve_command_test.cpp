// `entente serve` as its users start and end it. What it answers is tested in server/site_test.cpp.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "base/ascii.h"
#include "cli/examples.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

TEST(Examples, AreThoseOfTheFolder) {
  std::set<std::string> folders, built_in;
  for (const auto& entry : fs::directory_iterator(std::string(ENTENTE_ROOT) + "/examples"))
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  for (const ExampleDossier& dossier : embedded_examples()) {
    built_in.insert(dossier.name);
    EXPECT_FALSE(dossier.files.empty());
    EXPECT_GT(dossier.title.size(), dossier.name.size()) << dossier.title;
    for (const ExampleFile& file : dossier.files) {
      std::ifstream stored(std::string(ENTENTE_ROOT) + "/" + std::string(file.path));
      const std::string bytes{std::istreambuf_iterator<char>(stored), {}};
      EXPECT_EQ(trim(file.bytes), trim(bytes)) << file.path;
    }
  }
  EXPECT_EQ(built_in, folders);
  EXPECT_EQ(title_of_name("central_asia_2021"), "Central Asia 2021");
}

class Serve : public testing::Test {
 protected:
  Serve() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Serve() override { fs::remove_all(folder_); }

  pid_t start(std::vector<std::string> words) {
    words.insert(words.begin(), {ENTENTE_PROGRAM, "serve"});
    std::vector<char*> values;
    for (std::string& word : words) values.push_back(word.data());
    values.push_back(nullptr);
    const pid_t program = fork();
    if (program != 0) return program;
    const std::string said = (folder_ / "said").string();
    if (chdir(folder_.c_str()) != 0 || !freopen(said.c_str(), "w", stderr)) _exit(99);
    execv(ENTENTE_PROGRAM, values.data());
    _exit(99);
  }
  std::string said() const {
    std::ifstream file(folder_ / "said");
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // Once it says where it is.
  std::string address() const {
    for (int i = 0; i < 600; ++i) {
      const std::string text = said();
      const size_t begin = text.find("http://127.0.0.1:");
      if (begin != std::string::npos && text.find('\n', begin) != std::string::npos)
        return text.substr(begin + 17, text.find('/', begin + 17) - begin - 17);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return "";
  }
  static int code_of(pid_t program) {
    int status = 0;
    waitpid(program, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  fs::path folder_;
};

TEST_F(Serve, EndsCleanlyWithAnInterrupt) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const pid_t program = start({"--port", "0"});
    EXPECT_NE(address(), "") << said();
    EXPECT_NE(said().find("entente.db is not there yet"), std::string::npos) << said();
    kill(program, signal);
    EXPECT_EQ(code_of(program), 0);
    EXPECT_FALSE(fs::exists(folder_ / "entente.db"));
    fs::remove(folder_ / "said");
  }
}

TEST_F(Serve, SaysWhatIsInTheWay) {
  const pid_t first = start({"--port", "0"});
  const std::string port = address();
  ASSERT_NE(port, "");
  EXPECT_EQ(code_of(start({"--port", port})), 2);
  EXPECT_NE(said().find("taken"), std::string::npos) << said();
  kill(first, SIGTERM);
  EXPECT_EQ(code_of(first), 0);
  EXPECT_EQ(code_of(start({"nothing.db", "--port", "0"})), 2);
  EXPECT_NE(said().find("nothing.db does not exist"), std::string::npos) << said();
  EXPECT_EQ(code_of(start({"no_folder", "--port", "0"})), 2);
  EXPECT_NE(said().find("no_folder does not exist"), std::string::npos) << said();
  EXPECT_EQ(code_of(start({"--host", "203.0.113.7", "--port", "0"})), 2);
  EXPECT_NE(said().find("203.0.113.7"), std::string::npos) << said();
}

TEST_F(Serve, PrintsATokenOnlyToEdit) {
  const pid_t program = start({"--port", "0", "--edit"});
  ASSERT_NE(address(), "");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_NE(said().find("Authorization: Bearer "), std::string::npos) << said();
  kill(program, SIGTERM);
  EXPECT_EQ(code_of(program), 0);
}

}  // namespace
}  // namespace entente
