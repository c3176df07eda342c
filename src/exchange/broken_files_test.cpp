// Files as they come: cut short, in the wrong encoding, with rows that are none. Whatever is wrong
// is said once, with its line, and the rest is read.
#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/holdings_fixture.h"
#include "exchange/polecat_columns.h"

namespace entente {
namespace {

std::string tabbed(std::vector<std::string> cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : "\t") + cell;
  return line + "\n";
}

std::string gdelt(int id) {
  std::vector<std::string> cells(61, "0");
  cells[0] = std::to_string(id);
  cells[1] = "20151027";
  cells[2] = "201510";
  cells[5] = "USA";
  cells[15] = "RUS";
  cells[26] = "111";
  cells[60] = "http://a.example/" + std::to_string(id);
  return tabbed(cells);
}

std::string polecat(int id) {
  std::vector<std::string> cells(40, "None");
  cells[0] = "P" + std::to_string(id);
  cells[1] = "2021-05-18";
  cells[2] = "ACCUSE";
  cells[7] = cells[8] = "USA";
  cells[15] = cells[16] = "RUS";
  cells[33] = "Gazette";
  return tabbed(cells);
}

std::string phoenix(int id) {
  std::vector<std::string> cells(26, "x");
  cells[0] = std::to_string(id);
  cells[1] = "20140620";
  cells[2] = "2014";
  cells[3] = "6";
  cells[4] = "20";
  cells[5] = "USA";
  cells[9] = "RUS";
  cells[13] = "111";
  return tabbed(cells);
}

struct Intact {
  const char* name;
  std::string header;  // "" where there is none
  std::vector<std::string> rows;

  std::string bytes() const {
    std::string all = header;
    for (const std::string& row : rows) all += row;
    return all;
  }
};

std::vector<Intact> intact_files() {
  const std::string icews =
      "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tTarget Name\t"
      "Target Country\tStory ID\tPublisher\n";
  const std::string icews_row =
      "\t2018-06-01\tUSA\tUnited States\tAccuse\t112\tRussia\tRussia\t7\tG\n";
  const auto own = [](ExportFormat format) {
    std::vector<std::string> rows = {""};
    for (const char c : export_as(format, held_system().holdings())) {
      rows.back() += c;
      if (c == '\n') rows.emplace_back();
    }
    rows.pop_back();
    return rows;
  };
  const std::vector<std::string> csv = own(ExportFormat::csv), edges = own(ExportFormat::edges);
  return {
      {"icews", icews, {"1" + icews_row, "2" + icews_row, "3" + icews_row}},
      {"gdelt", "", {gdelt(1), gdelt(2), gdelt(3)}},
      {"polecat",
       tabbed({kPolecatColumns.begin(), kPolecatColumns.end()}),
       {polecat(1), polecat(2), polecat(3)}},
      {"phoenix", "", {phoenix(1), phoenix(2), phoenix(3)}},
      {"petrarch",
       "",
       {"20150101\tUSA\tRUS\t111\t\tA_1\tAFP\n", "20150102\tUSA\tRUS\t112\t\tA_2\tAFP\n",
        "20150103\tUSA\tRUS\t112\t\tA_3\tAFP\n"}},
      {"ucdp",
       "id,year,type_of_violence,side_a,side_b,gwnoa,gwnob,country,date_prec,date_start,date_end\n",
       {"1,1990,1,Government of Chad,Government of Libya,483,620,Chad,1,1990-01-01,1990-01-02\n",
        "2,1990,1,Government of Chad,Government of Libya,483,620,Chad,1,1990-01-03,1990-01-04\n",
        "3,1990,1,Government of Chad,Government of Libya,483,620,Chad,1,1990-01-05,1990-01-06\n"}},
      {"mid",
       "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hiact,hostlev\n",
       {"9,USA,2,1,2,1999,9,6,1999,1,16,4\n", "9,UKG,200,1,2,1999,9,6,1999,1,16,4\n",
        "9,YUG,345,1,2,1999,9,6,1999,0,16,4\n"}},
      {"cow-alliances",
       "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
       "dyad_end_day,dyad_end_month,dyad_end_year,defense\n",
       {"1,2,USA,200,UK,4,4,1949,,,,1\n", "1,2,USA,20,Canada,4,4,1949,,,,1\n",
        "1,2,USA,220,France,4,4,1949,,,,1\n"}},
      {"atop",
       "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense\n",
       {"1,2,1949,4,4,0,0,0,1,0\n", "1,20,1949,4,4,0,0,0,1,0\n", "1,200,1949,4,4,0,0,0,1,0\n"}},
      {"table",
       "source,target,type,date,outlet,url\n",
       {"USA,Russia,ACCUSE,2021-05-01,G,u1\n", "USA,Russia,AID,2021-05-02,G,u2\n",
        "USA,Russia,111,2021-05-03,G,u3\n"}},
      {"entente", csv[0], {csv.begin() + 1, csv.end()}},
      {"entente-edges", edges[0], {edges.begin() + 1, edges.end()}},
      {"json", "", own(ExportFormat::jsonl)},
  };
}

class Broken : public testing::TestWithParam<Intact> {
 protected:
  const Intact& intact() const { return GetParam(); }
  size_t all() const { return import_text(intact().bytes()).events.size(); }
  // With `row` between the first and the second.
  std::string with(const std::string& row) const {
    Intact file = intact();
    file.rows.insert(file.rows.begin() + 1, row);
    return file.bytes();
  }
  void expect_one_reject(const std::string& bytes) const {
    const Imported read = import_text(bytes);
    EXPECT_EQ(read.error, "");
    EXPECT_EQ(read.summary.format, intact().name);
    ASSERT_EQ(read.rejected.size(), 1u);
    EXPECT_FALSE(read.rejected[0].reason.empty());
    EXPECT_EQ(read.rejected[0].line, intact().header.empty() ? 2u : 3u);
    EXPECT_EQ(read.rejected[0].offset, intact().header.size() + intact().rows[0].size());
    EXPECT_LE(read.rejected[0].row.size(), 700u);
    EXPECT_EQ(read.events.size(), all());
  }
};
INSTANTIATE_TEST_SUITE_P(Formats, Broken, testing::ValuesIn(intact_files()), [](const auto& test) {
  std::string name = test.param.name;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST_P(Broken, IntactItIsRead) {
  const Imported read = import_text(intact().bytes());
  EXPECT_EQ(read.summary.format, intact().name) << read.error;
  EXPECT_TRUE(read.rejected.empty());
  EXPECT_GE(read.events.size(), 3u);
}

TEST_P(Broken, ByARowOfSomethingElse) { expect_one_reject(with("<p>Page not found</p>\n")); }

TEST_P(Broken, ByARowCutShort) {
  const std::string& row = intact().rows[0];
  expect_one_reject(with(row.substr(0, row.size() / 5) + "\n"));
}

TEST_P(Broken, ByControlCharacters) { expect_one_reject(with("\x01\x02\x1b[31m\t\x7f\n")); }

TEST_P(Broken, ByBytesOfNoEncoding) { expect_one_reject(with("\xff\xfe\xfa\xc3\x28\n")); }

TEST_P(Broken, ByAnEndlessLine) { expect_one_reject(with(std::string(3'000'000, 'x') + "\n")); }

TEST_P(Broken, ByManySeparators) {
  expect_one_reject(with(std::string(5000, '\t') + "x" + std::string(5000, ',') + "\n"));
}

TEST_P(Broken, ByRowsWithoutValues) {
  const bool commas = intact().rows[0].find('\t') == std::string::npos;
  expect_one_reject(with("-9" + std::string(70, commas ? ',' : '\t') + "-9\n"));
}

TEST_P(Broken, CutOffInItsLastRow) {
  Intact file = intact();
  file.rows.back() = file.rows.back().substr(0, file.rows.back().size() / 5);
  const Imported read = import_text(file.bytes());
  EXPECT_EQ(read.rejected.size(), 1u);
  file.rows.pop_back();
  EXPECT_EQ(read.events.size(), import_text(file.bytes()).events.size());
}

TEST_P(Broken, WithoutItsLastLineBreak) {
  std::string bytes = intact().bytes();
  while (bytes.back() == '\n' || bytes.back() == '\r') bytes.pop_back();
  EXPECT_EQ(import_text(bytes).events.size(), all());
}

TEST_P(Broken, WithLineEndsOfWindowsAndBlankLines) {
  std::string bytes;
  for (const char c : intact().bytes()) {
    if (c == '\n' && (bytes.empty() || bytes.back() != '\r')) bytes += '\r';
    bytes += c;
    if (c == '\n') bytes += "\r\n";
  }
  EXPECT_EQ(import_text(bytes).events.size(), all());
}

TEST_P(Broken, InUtf16) {
  std::string bytes = "\xff\xfe";
  for (const char c : intact().bytes()) {
    if (static_cast<unsigned char>(c) > 127) return;  // would need more than a zero
    bytes += std::string(1, c) + '\0';
  }
  EXPECT_EQ(import_text(bytes).events.size(), all());
}

TEST_P(Broken, ByZeros) {
  const Imported read = import_text(std::string(100, '\0') + intact().bytes());
  EXPECT_FALSE(read.error.empty());
  EXPECT_TRUE(read.events.empty());
}

TEST_P(Broken, BecauseItIsPacked) {
  EXPECT_NE(import_text("\x1f\x8b\x08" + intact().bytes()).error.find("unpack"), std::string::npos);
  EXPECT_NE(import_text("PK\x03\x04" + intact().bytes()).error.find("unpack"), std::string::npos);
}

TEST_P(Broken, ToItsHeader) {
  const Imported read = import_text(intact().header);
  EXPECT_TRUE(read.events.empty());
  EXPECT_TRUE(read.rejected.empty());
  EXPECT_EQ(read.error.empty(), !intact().header.empty());
}

TEST(BrokenJson, LinesAndWholes) {
  for (const char* bytes : {"{", "[", "[1,", "{}", "{\"nodes\":[", "[[[[[[", "{\"a\":}",
                            "{\"event\":1,\"actor\":2}", "{\"entente\":{}}", "[{}]",
                            "{\"nodes\":[],\"links\":[1,{}]}", "{\"source\":{},\"type\":3}"}) {
    const Imported read = import_text(bytes);
    EXPECT_TRUE(read.events.empty()) << bytes;
    EXPECT_TRUE(!read.error.empty() || !read.rejected.empty()) << bytes;
  }
  const std::string deep(200'000, '[');
  EXPECT_FALSE(import_text(deep).error.empty());
}

TEST(BrokenXml, IsSaidToBeSo) {
  const std::string gexf = export_as(ExportFormat::gexf, held_system().holdings());
  for (const std::string& bytes :
       {std::string("<html></html>"), std::string("<"), std::string("<gexf"),
        std::string("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
        std::string("<gexf><graph><edges><edge/></edges></graph></gexf>"),
        std::string("<graphml><graph><edge source='a' target='b'/></graph></graphml>"),
        std::string("<graphml><graph><edge source='a' target='b'><data key='weight'>x</data></edge>"
                    "</graph></graphml>"),
        std::string("<gexf><graph><edges><edge source='a' target='b' weight='1e999'/></edges>"
                    "</graph></gexf>"),
        std::string("<?xml version='1.0'?>"), std::string("<a><b></a></b>")}) {
    const Imported read = import_text(bytes);
    EXPECT_TRUE(read.events.empty()) << bytes;
    EXPECT_TRUE(!read.error.empty() || !read.rejected.empty()) << bytes;
  }
  const Imported cut = import_text(gexf.substr(0, gexf.size() * 3 / 4));
  EXPECT_FALSE(cut.events.empty());
  EXPECT_GE(cut.rejected.size(), 1u);
}

// Whatever is left of a network, its ties are among those of the whole, and the cut is told.
TEST(BrokenXml, CutAnywhere) {
  for (const ExportFormat format : {ExportFormat::gexf, ExportFormat::graphml}) {
    const std::string whole = export_as(format, held_system().holdings());
    const size_t all = import_text(whole).events.size();
    for (size_t part = 1; part < 12; ++part) {
      const Imported cut = import_text(whole.substr(0, whole.size() * part / 12));
      EXPECT_LE(cut.events.size(), all);
      EXPECT_TRUE(!cut.error.empty() || !cut.rejected.empty()) << part;
    }
  }
}

TEST(BrokenXml, EntitiesDoNotMultiply) {
  std::string bomb = "<!DOCTYPE g [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) bomb += inner;
    bomb += "\">";
  }
  bomb +=
      "]><graphml><graph><node id='&a11;'/><edge source='&a11;' target='b'><data key='sign'>1"
      "</data></edge></graph></graphml>";
  for (const Event& event : import_text(bomb).events)
    EXPECT_LT(event.source.actor.name.size(), 100u);
}

TEST(BrokenCsv, AnOpenQuoteCostsOneRow) {
  const Imported read = import_text(
      "source,target,type,date\nUSA,Russia,AID,2021-05-01\n\"USA,Russia,AID,2021-05-01\n"
      "USA,Russia,AID,2021-05-02\nUSA,\"Russia\" x,AID,2021-05-03\n");
  EXPECT_EQ(read.events.size(), 3u);
  ASSERT_EQ(read.rejected.size(), 1u);
  EXPECT_EQ(read.rejected[0].line, 3u);
}

TEST(BrokenFiles, OfNoFormatAreRefusedWithTheRemedy) {
  for (const char* bytes : {"a b c\n1 2 3\n", "hello", "x,y,z\n1,2,3\n", "source,target\nA,B\n",
                            "source;type\nA;AID\n"}) {
    const Imported read = import_text(bytes);
    EXPECT_NE(read.error.find("--columns"), std::string::npos) << bytes << read.error;
  }
  EXPECT_EQ(import_text("").error, "is empty");
  EXPECT_EQ(import_text(" \n\t\r\n").error, "is empty");
}

}  // namespace
}  // namespace entente
