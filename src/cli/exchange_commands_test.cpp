// Import, export, evidence, search, merge and check, as their users start them.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace entente {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int code = -1;
  std::string out, err;
};

class Exchange : public testing::Test {
 protected:
  Exchange() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
    write("news.txt", "Russia warned Georgia on Tuesday.\nChina praised Mali.\n");
  }
  ~Exchange() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string bytes_of(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  Outcome run(const std::string& arguments) const {
    const std::string command = "cd '" + folder_.string() +
                                "' && </dev/null '" ENTENTE_PROGRAM "' " + arguments +
                                " >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of("out"), bytes_of("err")};
  }

  fs::path folder_;
};

constexpr const char* kTable =
    "source,target,type,date,outlet,id\n"
    "France,Mali,AID,2013-01-11,Gazette,1\n"
    "France,Niger,THREATEN,2023-07-30,Gazette,2\n";

TEST_F(Exchange, ExportsOfAStoreComeBackTheSame) {
  ASSERT_EQ(run("read news.txt --store a.db --date 2021-05-18").code, 0);
  const std::string events = run("events --store a.db --format jsonl").out;
  for (const std::string format : {"csv", "jsonl"}) {
    const std::string file = "out." + format;
    const Outcome exported = run("export --store a.db -o " + file);
    ASSERT_EQ(exported.code, 0) << exported.err;
    const Outcome imported = run("import " + file + " --store " + format + ".db");
    ASSERT_EQ(imported.code, 0) << imported.err;
    EXPECT_EQ(run("events --format jsonl --store " + format + ".db").out, events);
    EXPECT_EQ(run("export --format " + format + " --store " + format + ".db").out, bytes_of(file));
  }
}

TEST_F(Exchange, ImportedRowsWorkLikeReadOnes) {
  write("table.csv", kTable);
  const Outcome imported = run("import table.csv");
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_NE(run("ties").out.find("Mali"), std::string::npos);
  EXPECT_EQ(run("camps").code, 0);
  EXPECT_EQ(run("report -o page.html").code, 0);
  const Outcome explained = run("explain France Niger");
  EXPECT_NE(explained.out.find("Coded elsewhere, by table as THREATEN; sentence not seen."),
            std::string::npos)
      << explained.out;
  EXPECT_NE(run("events").out.find("Coded elsewhere"), std::string::npos);
}

TEST_F(Exchange, ImportingTwiceChangesNothing) {
  write("table.csv", kTable);
  run("import table.csv");
  const std::string once = run("export --format csv").out;
  run("import table.csv");
  EXPECT_EQ(run("export --format csv").out, once);
}

TEST_F(Exchange, PackedFilesAreImportedAsTheyAre) {
  write("table.csv", kTable);
  write("more.csv", "source,target,type,id\nChad,Mali,AID,3\n");
  run("import table.csv --store plain.db");
  // All but the last column, the file it was read from.
  const auto exported = [&](const std::string& store) {
    std::string rows;
    std::istringstream lines(run("export --format csv --store " + store).out);
    for (std::string line; std::getline(lines, line);)
      rows += line.substr(0, line.rfind(',')) + "\n";
    return rows;
  };
  const std::string plain = exported("plain.db");
  const auto shell = [&](const std::string& command) {
    return std::system(("cd '" + folder_.string() + "' && " + command).c_str());
  };
  ASSERT_EQ(shell("gzip -k table.csv && tar cf table.tar table.csv more.csv"), 0);
  ASSERT_EQ(shell("head -c 60 table.csv.gz >cut.gz"), 0);
  EXPECT_EQ(run("import table.csv.gz --store gz.db").code, 0);
  EXPECT_EQ(exported("gz.db"), plain);
  EXPECT_EQ(run("import - --store in.db <table.csv.gz").code, 0);
  EXPECT_EQ(exported("in.db"), plain);
  const Outcome both = run("import table.tar --store tar.db");
  EXPECT_EQ(both.code, 0) << both.err;
  EXPECT_NE(both.err.find("table.tar:more.csv: table, 1 rows, 1 events."), std::string::npos)
      << both.err;
  const Outcome cut = run("import cut.gz table.csv --store cut.db");
  EXPECT_EQ(cut.code, 2);
  EXPECT_NE(cut.err.find("cut.gz: the compressed file ends too early"), std::string::npos)
      << cut.err;
  EXPECT_NE(run("export --format csv --store cut.db").out.find("Niger"), std::string::npos);
}

TEST_F(Exchange, RowsThatCannotBeReadAreListed) {
  write("table.csv", std::string(kTable) + "France,Chad,AID,no day,Gazette,3\nnothing\n");
  const Outcome imported = run("import table.csv missing.csv --rejects rejects.tsv");
  EXPECT_EQ(imported.code, 2);
  EXPECT_NE(imported.err.find("table.csv:4: "), std::string::npos) << imported.err;
  EXPECT_NE(imported.err.find("missing.csv: cannot be read"), std::string::npos) << imported.err;
  const std::string rejects = bytes_of("rejects.tsv");
  EXPECT_NE(rejects.find("table.csv\t4\t"), std::string::npos) << rejects;
  EXPECT_EQ(std::ranges::count(rejects, '\n'), 3);
  EXPECT_NE(run("events --format csv").out.find("France"), std::string::npos);
}

TEST_F(Exchange, NetworksAndBundlesAreWritten) {
  for (const std::string file : {"net.gexf", "net.graphml", "net.json"}) {
    EXPECT_EQ(run("export --read news.txt -o " + file).code, 0) << file;
    EXPECT_NE(bytes_of(file).find("RUS"), std::string::npos) << file;
  }
  EXPECT_EQ(run("export --read news.txt --format gephi -o net").code, 0);
  EXPECT_TRUE(bytes_of("net_nodes.csv").starts_with("Id,Label"));
  EXPECT_TRUE(bytes_of("net_edges.csv").starts_with("Id,Source,Target"));
  EXPECT_EQ(run("evidence Russia Georgia --read news.txt -o bundle").code, 0);
  EXPECT_NE(bytes_of("bundle.md").find("Russia warned Georgia on Tuesday."), std::string::npos);
  EXPECT_NE(bytes_of("bundle.csv").find("Russia warned Georgia on Tuesday."), std::string::npos);
  EXPECT_EQ(run("evidence Russia France --read news.txt").code, 1);
  EXPECT_EQ(run("export --read news.txt -o net.xyz").code, 2);
}

TEST_F(Exchange, SearchFindsSentences) {
  run("read news.txt");
  const Outcome found = run("search WARNED georgia");
  EXPECT_EQ(found.code, 0);
  EXPECT_NE(found.out.find("Russia warned Georgia on Tuesday."), std::string::npos) << found.out;
  EXPECT_EQ(run("search 'warned Georgia'").code, 0);
  EXPECT_EQ(run("search 'Georgia warned'").code, 1);
  EXPECT_EQ(run("search nowhere").code, 1);
  EXPECT_EQ(run("search '\"\"' '*' 'NEAR('").code, 1);
}

TEST_F(Exchange, MergeUnitesStores) {
  write("table.csv", kTable);
  run("read news.txt --store a.db");
  run("import table.csv --store b.db");
  EXPECT_EQ(run("merge all.db a.db b.db").code, 0);
  EXPECT_EQ(run("merge all.db b.db").code, 0);
  const std::string all = run("events --store all.db --format jsonl").out;
  for (const std::string store : {"a.db", "b.db"}) {
    const std::string part = run("events --format jsonl --store " + store).out;
    EXPECT_NE(all.find(part.substr(0, part.find('\n'))), std::string::npos);
  }
  EXPECT_EQ(std::ranges::count(all, '\n'), 4);
  EXPECT_EQ(run("check --store all.db").code, 0);
  EXPECT_EQ(run("merge all.db all.db").code, 2);
  EXPECT_EQ(run("merge all.db missing.db").code, 2);
}

}  // namespace
}  // namespace entente
