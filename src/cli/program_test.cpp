// The program as its users start it: exit codes, what goes where, and what odd input does.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace entente {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int code = -1;
  std::string out, err;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  return lines;
}

class Program : public testing::Test {
 protected:
  Program() {
    std::string name = (fs::temp_directory_path() / "entente_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Program() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  // Runs the program in the folder.
  Outcome run(const std::string& arguments, const std::string& input = "") const {
    write("input", input);
    const std::string command = "cd '" + folder_.string() + "' && '" ENTENTE_PROGRAM "' " +
                                arguments + " <input >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(folder_ / "out"),
            bytes_of(folder_ / "err")};
  }

  fs::path folder_;
};

std::string field_start(const std::string& name) { return "\"" + name + "\":"; }

constexpr const char* kWarning = "Russia warned Georgia on Tuesday.\n";

TEST_F(Program, AnEventHasItsStableFields) {
  const Outcome outcome =
      run("read - --until events --dump --format jsonl --store memory:", kWarning);
  EXPECT_EQ(outcome.code, 0);
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 1u);
  for (const char* field :
       {"id", "document", "sentence", "source", "target", "type", "mode", "quad", "intensity",
        "sign", "status", "said_by", "date", "issue", "evidence", "rule", "confidence"}) {
    EXPECT_NE(lines[0].find(field_start(field)), std::string::npos) << field;
  }
  for (const char* part :
       {R"("source":{"code":"RUS","country":"RUS","sector":"","name":"Russia","text":"Russia")",
        R"("target":{"code":"GEO")", R"("sign":-1)", R"("quad":3)"}) {
    EXPECT_NE(lines[0].find(part), std::string::npos) << part << " in " << lines[0];
  }
}

TEST_F(Program, OptionsStandInAnyOrder) {
  const Outcome outcome =
      run("--format jsonl --until events --store memory: read --dump -", kWarning);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(lines_of(outcome.out).size(), 1u);
}

TEST_F(Program, NothingFoundIsOne) {
  EXPECT_EQ(run("read - --store memory:", "The weather will be fine.\n").code, 1);
}

TEST_F(Program, WrongUseIsTwo) {
  for (const char* arguments : {"", "raed x.txt", "read", "read x.txt --format yaml", "explain"}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2) << arguments;
    EXPECT_FALSE(outcome.err.empty()) << arguments;
    EXPECT_TRUE(outcome.out.empty()) << arguments;
  }
}

TEST_F(Program, EachOddFileGetsOneLineAndTheRestIsRead) {
  write("good.txt", kWarning);
  write("empty.txt", "");
  write("binary.txt", std::string("\x7f"
                                  "ELF\0\0\1\2\3\0\0",
                                  11) +
                          std::string(5000, '\0'));
  write("broken.txt", std::string("China praised Mali \xff\xfe in May.\n"));
  write("broken.jsonl",
        "{\"text\": \"Turkey criticised Israel.\"}\n{\"text\": \n{\"title\": \"x\"}\n");
  const Outcome outcome =
      run("read missing.txt empty.txt binary.txt broken.txt broken.jsonl good.txt --store kept.db");
  EXPECT_EQ(outcome.code, 2);
  for (const char* place : {"missing.txt: ", "empty.txt: ", "binary.txt: ", "broken.txt:1: ",
                            "broken.jsonl:2: ", "broken.jsonl:3: "}) {
    const auto lines = lines_of(outcome.err);
    EXPECT_EQ(std::count_if(
                  lines.begin(), lines.end(),
                  [&](const std::string& line) { return line.find(place) != std::string::npos; }),
              1)
        << place << " in\n"
        << outcome.err;
  }
  EXPECT_EQ(lines_of(run("events --store kept.db --format jsonl").out).size(), 3u);
}

TEST_F(Program, AnEndlessLineIsRefusedAndTheNextFileRead) {
  std::string line;
  while (line.size() < 50'000'000) line += "Russia warned Georgia. ";
  write("endless.txt", line);
  write("good.txt", kWarning);
  const Outcome outcome = run("read endless.txt good.txt --store memory:");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("endless.txt:1: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.out.find("Georgia"), std::string::npos);
}

TEST_F(Program, ReadingTwiceChangesNothing) {
  write("good.txt", kWarning);
  EXPECT_EQ(run("read good.txt --store kept.db").code, 0);
  const std::string once = run("events --store kept.db --format jsonl").out;
  EXPECT_EQ(run("read good.txt --store kept.db").code, 0);
  EXPECT_EQ(run("events --store kept.db --format jsonl").out, once);
  EXPECT_EQ(lines_of(once).size(), 1u);
}

TEST_F(Program, AForeignFileIsNoStoreAndStaysAsItIs) {
  write("notes.db", "my notes\n");
  write("good.txt", kWarning);
  const Outcome outcome = run("read good.txt --store notes.db");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("notes.db"), std::string::npos);
  EXPECT_EQ(bytes_of(folder_ / "notes.db"), "my notes\n");
}

TEST_F(Program, ExplainLeadsFromTieToSentenceAndRule) {
  write("good.txt", kWarning);
  const Outcome outcome = run("explain Russia GEO --read good.txt");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find("Russia warned Georgia"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("warn"), std::string::npos);
}

TEST_F(Program, TheReportLoadsNothing) {
  write("good.txt", kWarning);
  EXPECT_EQ(run("report --read good.txt -o page.html").code, 0);
  const std::string page = bytes_of(folder_ / "page.html");
  EXPECT_NE(page.find("on Tuesday"), std::string::npos);
  for (const char* loading : {"src=\"http", "href=\"http", "@import", "url(http"}) {
    EXPECT_EQ(page.find(loading), std::string::npos) << loading;
  }
  EXPECT_NE(page.find("connect-src 'none'"), std::string::npos);
}

TEST_F(Program, RelateAnswersRowByRow) {
  write("pairs.tsv",
        "sentence\tsource\ttarget\n"
        "Russia warned Georgia.\tRussia\tGeorgia\n"
        "The weather in Russia and Georgia was fine.\tRussia\tGeorgia\n");
  const Outcome outcome = run("relate pairs.tsv --format jsonl");
  EXPECT_EQ(outcome.code, 0);
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_NE(lines[0].find(R"("type":"THREATEN")"), std::string::npos) << lines[0];
}

TEST_F(Program, ParseGivesConllu) {
  const Outcome outcome = run("parse", kWarning);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find("2\twarned\twarn\tVERB\tVBD"), std::string::npos) << outcome.out;
}

constexpr const char* kRejection =
    "Uzbekistan rejected the deployment of American troops on Tuesday.\n"
    "The Kremlin praised the decision of Tashkent.\n";

TEST_F(Program, PositionsTellWhoStandsWhere) {
  write("story.txt", kRejection);
  const Outcome outcome = run("positions --read story.txt --format csv");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find("foreign troops,UZB,Uzbekistan,against,"), std::string::npos)
      << outcome.out;
  EXPECT_EQ(run("positions --read story.txt --issue nothing").code, 1);
}

TEST_F(Program, ReviewedEventsAreGoldForScore) {
  write("story.txt", kRejection);
  const Outcome reviewed = run("review --read story.txt -o gold.jsonl", "xx\bq");
  EXPECT_EQ(reviewed.code, 0);
  EXPECT_NE(reviewed.err.find("0 right, 1 wrong"), std::string::npos) << reviewed.err;
  EXPECT_EQ(run("review --read story.txt -o gold.jsonl", "a").code, 0);  // goes on where it ended
  EXPECT_EQ(lines_of(bytes_of(folder_ / "gold.jsonl")).size(), 2u);
  const Outcome scored = run("score gold.jsonl");
  EXPECT_EQ(scored.code, 0);
  EXPECT_NE(scored.out.find("false events on sentences without any"), std::string::npos);
}

TEST_F(Program, BadRowsOfGoldAreNamed) {
  write("gold.jsonl",
        "{\"sentence\":\"It rained.\",\"type\":null}\n"
        "{\"sentence\":\"It rained.\",\"source\":\"A\",\"target\":\"B\",\"type\":\"HUG\"}\n");
  const Outcome outcome = run("score gold.jsonl");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("gold.jsonl:2: \"HUG\" is no PLOVER type"), std::string::npos)
      << outcome.err;
}

TEST_F(Program, AttributionsTellWhoSaysWhat) {
  write("story.txt", "The minister said that Mali had left.\n");
  const Outcome outcome = run("attributions story.txt --format jsonl");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find("\"source\":\"The minister\",\"cue\":\"said\""), std::string::npos)
      << outcome.out;
}

TEST_F(Program, BalanceGivesOneObjectForAFileOrTheInput) {
  const std::string rows = "sign,source,target\n1,a,b\n-1,b,c\n-1,a,c\n1,c,c\n";
  write("ties.csv", rows);
  const Outcome from_file = run("balance ties.csv --format json");
  EXPECT_EQ(from_file.code, 0) << from_file.err;
  ASSERT_EQ(lines_of(from_file.out).size(), 1u);
  for (const char* part : {R"("frustration":0,"lower_bound":0,"proven":true,"gap":0)",
                           R"("camps":[{"actors":["a","b"]},{"actors":["c"]}])", R"("seconds":)",
                           R"("kind":"self_ties","count":1)"})
    EXPECT_NE(from_file.out.find(part), std::string::npos) << part << from_file.out;
  EXPECT_NE(run("balance - --seed 7 --time-limit 2", rows).out.find("proven"), std::string::npos);
}

TEST_F(Program, BalanceSaysWhatIsWrongWithItsInput) {
  write("plain.csv", "who,whom\na,b\n");
  const Outcome columns = run("balance plain.csv");
  EXPECT_EQ(columns.code, 2);
  EXPECT_NE(columns.err.find("plain.csv:1"), std::string::npos) << columns.err;
  EXPECT_EQ(run("balance nowhere.csv").code, 2);
  EXPECT_EQ(run("balance plain.csv --camps 1").code, 2);
  EXPECT_EQ(run("balance - --format json", "source,target,sign\n").code, 1);
}

TEST_F(Program, BalanceAnswersWhatIf) {
  write("ties.csv", "source,target,sign\na,b,1\nb,c,-1\na,c,-1\nc,d,1\n");
  const Outcome outcome =
      run("balance ties.csv --what-if a,b,-1 --what-if b,c,1 --pivotal 2 --undecided --chance 9");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part :
       {"What if: a and b enemies (1); b and c friends (1)",
        "Frustration 0 instead of 0, proven to be the least.", "1 would be in the other camp: b.",
        "Whose move costs least", "In other camps of the same frustration: 0 actors", "By chance "})
    EXPECT_NE(outcome.out.find(part), std::string::npos) << part << " in\n" << outcome.out;
  const Outcome json = run("balance ties.csv --move d --format json");
  EXPECT_NE(json.out.find(R"("what_if":{"ties":[],"moved":["d"],"frustration_before":0,)"),
            std::string::npos)
      << json.out;
  const Outcome unknown = run("balance ties.csv --what-if a,x,1");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("'x' is no actor"), std::string::npos) << unknown.err;
  EXPECT_EQ(run("balance ties.csv --camps auto --move a").code, 2);
}

TEST_F(Program, BalanceOfSeveralFilesGoesThroughTime) {
  write("1950.csv", "source,target,sign\na,b,1\nb,c,-1\na,c,-1\nc,d,1\n");
  write("1951.csv", "source,target,sign\nd,c,1\na,b,-1\nb,c,1\na,c,-1\n");
  const Outcome outcome = run("balance 1950.csv 1951.csv");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("b moved from camp 2 (1950) to camp 1 in 1951."), std::string::npos)
      << outcome.out;
  EXPECT_EQ(run("balance 1950.csv 1951.csv missing.csv").code, 2);
  EXPECT_EQ(run("balance 1950.csv 1951.csv --camps auto").code, 2);
}

TEST_F(Program, HistoryTellsWhoMovedWhen) {
  std::string stories;
  const auto tell = [&](const char* month, const std::string& text) {
    for (const char* day : {"03", "12", "21"})
      stories += R"({"title":"News","published":"2021-)" + std::string(month) + "-" + day +
                 R"(","outlet":"Courier","text":")" + text + "\"}\n";
  };
  tell("01", "Russia praised Turkey. Russia threatened Georgia. Turkey condemned Georgia.");
  tell("02", "Russia condemned Turkey. Russia threatened Georgia. Turkey praised Georgia.");
  write("news.jsonl", stories);
  const Outcome outcome = run("history --read news.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("2021-02"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find(" moved from camp "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("Russia and Turkey fell out in 2021-02."), std::string::npos)
      << outcome.out;
  EXPECT_EQ(run("history --read news.jsonl --format json").out,
            run("history --read news.jsonl --format json").out);
}

}  // namespace
}  // namespace entente
