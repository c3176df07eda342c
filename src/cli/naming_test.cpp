// The program's commands about names: `actors`, `explain NAME`, corrections files.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace entente {
namespace {

namespace fs = std::filesystem;

class Naming : public testing::Test {
 protected:
  Naming() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
    write("story.txt",
          "Kenya talks\nThe Courier\n17 July 2021\n\n"
          "Kenya accused Ondiek Obura of treason. Kenya's president warned Uganda. "
          "Ondiek Obura rejected the charge and accused Uganda of lying.\n");
  }
  ~Naming() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string bytes_of(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // The exit code; what was printed is in out_ and err_.
  int run(const std::string& arguments) {
    const std::string command = "cd '" + folder_.string() + "' && '" ENTENTE_PROGRAM "' " +
                                arguments + " </dev/null >out 2>err";
    const int status = std::system(command.c_str());
    out_ = bytes_of("out");
    err_ = bytes_of("err");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  bool prints(const std::string& text) const { return out_.find(text) != std::string::npos; }
  bool says(const std::string& text) const { return err_.find(text) != std::string::npos; }

  fs::path folder_;
  std::string out_, err_;
};

TEST_F(Naming, ActorsAreListedWithMentionsAlsoFromTheStore) {
  ASSERT_EQ(run("read story.txt"), 0) << err_;
  for (const char* source : {"actors --format tsv", "actors --read story.txt --format tsv"}) {
    ASSERT_EQ(run(source), 0) << err_;
    EXPECT_TRUE(prints("KEN\tKenya\t2\t0\t1\t3\t1\t")) << out_;
    EXPECT_TRUE(prints("\tname 2, description 1")) << out_;
    EXPECT_TRUE(prints("UGA\tUganda\t")) << out_;
  }
}

TEST_F(Naming, UnknownActorsAreListedAndSettledByACorrectionsFile) {
  ASSERT_EQ(run("read story.txt"), 0) << err_;
  ASSERT_EQ(run("actors --unknown --format tsv"), 0) << err_;
  EXPECT_TRUE(prints("?Ondiek Obura\tOndiek Obura\tperson\t\t2\t1\t")) << out_;
  EXPECT_EQ(out_.find("Kenya\t"), std::string::npos);
  write("entente.corrections", "merge ?Ondiek Obura = KEN OPP\n");
  EXPECT_EQ(run("actors --unknown"), 1) << out_;
  // Events that were kept before the correction follow it, too.
  ASSERT_EQ(run("events --actor 'KEN OPP' --format csv"), 0) << err_;
  EXPECT_TRUE(prints("KEN OPP")) << out_;
  EXPECT_EQ(run("events --actor '?Ondiek Obura'"), 1) << out_;
}

TEST_F(Naming, ABadCorrectionStopsTheRunUnlessItMayBeSkipped) {
  write("mine.txt", "merge ?Ondiek Obura = KEN OPP\nretype UGA = GOV\n");
  EXPECT_EQ(run("ties --read story.txt --corrections mine.txt"), 2);
  EXPECT_TRUE(says("mine.txt:2: a state has no sector")) << err_;
  EXPECT_TRUE(says("--skip-bad-corrections")) << err_;
  EXPECT_EQ(run("ties --read story.txt --corrections mine.txt --skip-bad-corrections"), 0);
  EXPECT_TRUE(says("note: mine.txt:2")) << err_;
  EXPECT_TRUE(prints("opposition")) << out_;
  EXPECT_EQ(run("ties --read story.txt --corrections absent.txt"), 2);
  EXPECT_TRUE(says("absent.txt")) << err_;
}

TEST_F(Naming, ABadRowOfAWorldBookStopsTheRunUnlessItMayBeSkipped) {
  fs::create_directory(folder_ / "book");
  write("book/styles.tsv", "noun\tstates\tnote\nkingdom\tSAU; MAR\t\nrealm\tXYZ\t\n");
  EXPECT_EQ(run("ties --read story.txt --world-book book"), 2);
  EXPECT_TRUE(says("styles.tsv:3: no state has the code XYZ; correct the line")) << err_;
  EXPECT_TRUE(says("--skip-bad-rows")) << err_;
  EXPECT_EQ(run("ties --read story.txt --world-book book --skip-bad-rows"), 0) << err_;
  EXPECT_TRUE(says("note: styles.tsv:3")) << err_;
  EXPECT_EQ(run("ties --read story.txt --world-book nowhere"), 2);
  EXPECT_TRUE(says("nowhere is no folder with tables")) << err_;
}

TEST_F(Naming, ExplainsANameOnADateAndAMentionInAText) {
  ASSERT_EQ(run("explain Bush --date 1991-02-01 --format tsv"), 0) << err_;
  EXPECT_TRUE(prints("only the first holds an office on 1991-02-01")) << out_;
  EXPECT_TRUE(prints("George W. Bush")) << out_;
  ASSERT_EQ(run("explain \"Kenya's president\" story.txt --format tsv"), 0) << err_;
  EXPECT_TRUE(prints("\tKEN GOV\tKEN\tdescription\t")) << out_;
  EXPECT_EQ(run("explain Nosuchname"), 1);
  EXPECT_TRUE(says("does not know 'Nosuchname'")) << err_;
  EXPECT_EQ(run("explain zebra story.txt"), 1);
}

}  // namespace
}  // namespace entente
