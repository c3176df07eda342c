// One small file a format, made up in the published layouts.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "exchange/codes.h"
#include "exchange/holdings_fixture.h"
#include "exchange/polecat_columns.h"

namespace entente {
namespace {

std::string tabbed(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : "\t") + cell;
  return line + "\n";
}

// "USA -> RUS SANCTION discontinue 2021-05-03"
std::string told(const Event& event) {
  return event.source.actor.node + " -> " + event.target.actor.node + " " +
         std::string(to_string(event.type)) + (event.mode.empty() ? "" : " " + event.mode) + " " +
         (event.date.range.from == Date{} ? "undated" : to_string(event.date.range.from));
}

std::vector<std::string> told(const Imported& imported) {
  std::vector<std::string> all;
  for (const Event& event : imported.events) all.push_back(told(event));
  return all;
}

using Lines = std::vector<std::string>;

constexpr const char* kIcewsHeader =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";

std::string icews_row(const std::string& id, const std::string& date, const std::string& code,
                      const std::string& text) {
  return tabbed({id,
                 date,
                 "Foreign Affairs (Kenya)",
                 "Executive,Foreign Ministry,Government",
                 "Kenya",
                 text,
                 code,
                 "-2",
                 "Citizen (Uganda)",
                 "General Population / Civilian / Social,Social",
                 "Uganda",
                 "77",
                 "3",
                 "The Rift Courier",
                 "NULL",
                 "NULL",
                 "NULL",
                 "Kenya",
                 "1.5",
                 "36.8"});
}

TEST(Icews, BecomesPloverEventsThatKeepTheirCodeAndId) {
  const Imported all =
      import_text(kIcewsHeader + icews_row("11", "2018-06-01", "111", "Criticize") +
                  icews_row("12", "2018-06-02", "010", "Make statement"));
  EXPECT_EQ(all.summary.format, "icews");
  ASSERT_EQ(told(all), Lines{"KEN -> UGA CVL ACCUSE disapprove 2018-06-01"});
  const Event& event = all.events[0];
  EXPECT_EQ(event.elsewhere.coder, "ICEWS");
  EXPECT_EQ(event.elsewhere.id, "11");
  EXPECT_EQ(event.elsewhere.code, "111");
  EXPECT_EQ(event.sentence, "");
  EXPECT_EQ(event.source.text, "Foreign Affairs (Kenya)");
  EXPECT_EQ(event.source.actor.code, "KEN GOV");
  EXPECT_EQ(event.said_by.at(0).name, "The Rift Courier");
  EXPECT_EQ(all.articles.at(0).outlet, "The Rift Courier");
  EXPECT_EQ(event.document, "icews:77");
  EXPECT_EQ(all.summary.left_out.begin()->second, 1u);
}

TEST(Icews, ReadsOddDatesAndCodes) {
  const Imported all =
      import_text(kIcewsHeader + icews_row("1", "6/30/2017", "13y", "") +
                  icews_row("2", "2017-06-30 00:00:00", "42", "Make a visit") +
                  icews_row("3", "2017-06-30", "1831", "Carry out suicide bombing"));
  EXPECT_EQ(told(all),
            (Lines{"KEN -> UGA CVL THREATEN 2017-06-30", "KEN -> UGA CVL CONSULT visit 2017-06-30",
                   "KEN -> UGA CVL ASSAULT suicide-attack 2017-06-30"}));
}

std::string gdelt_row(size_t columns, const std::string& id, const std::string& code,
                      const std::string& a = "USAGOV", const std::string& b = "IGOEUREEC") {
  std::vector<std::string> cells(columns);
  cells[0] = id;
  cells[1] = "20151027";
  cells[2] = "201510";
  cells[3] = "2015";
  cells[5] = a;
  cells[6] = a.empty() ? "" : "WASHINGTON";
  cells[15] = b;
  cells[16] = b.empty() ? "" : "EUROPEAN UNION";
  cells[25] = "1";
  cells[26] = code;
  cells[30] = "-5";
  if (columns > 57) cells.back() = "http://www.herald.example/a/1.html";
  return tabbed(cells);
}

TEST(Gdelt, OfBothVersionsIsToldByItsColumns) {
  for (const size_t columns : {size_t{57}, size_t{58}, size_t{61}}) {
    const Imported all = import_text(gdelt_row(columns, "479491239", "163") +
                                     gdelt_row(columns, "479491240", "051", ""));
    EXPECT_EQ(all.summary.format, "gdelt") << columns;
    ASSERT_EQ(told(all), Lines{"USA -> EU COERCE restrict 2015-10-27"}) << columns;
    EXPECT_EQ(all.events[0].elsewhere.coder, columns == 61 ? "GDELT 2.0" : "GDELT 1.0");
    EXPECT_EQ(all.events[0].elsewhere.id, "479491239");
    EXPECT_EQ(all.articles[0].outlet, columns == 57 ? "" : "herald.example");
  }
}

TEST(Gdelt, StoriesBindTheirEvents) {
  const Imported all = import_text(gdelt_row(61, "1", "163") + gdelt_row(61, "2", "111"));
  ASSERT_EQ(all.events.size(), 2u);
  EXPECT_EQ(all.events[0].document, all.events[1].document);
}

std::string polecat_row(const std::string& id, const std::string& type, const std::string& mode) {
  std::vector<std::string> cells(40, "None");
  cells[0] = id;
  cells[1] = "2021-05-18";
  cells[2] = type;
  cells[3] = mode;
  cells[4] = "-7.2";
  cells[5] = "4";
  cells[6] = "diplomatic;military";
  cells[7] = "Uzbekistan";
  cells[8] = "UZB";
  cells[10] = "GOV";
  cells[13] = "Tashkent";
  cells[15] = "Kabul Police";
  cells[16] = "AFG";
  cells[18] = "COP";
  cells[21] = "police in Kabul";
  cells[33] = "The Steppe Courier";
  cells[34] = "2021-05-19";
  return tabbed(cells);
}

std::string polecat_header(const std::string& extra = "") {
  std::vector<std::string> names(kPolecatColumns.begin(), kPolecatColumns.end());
  if (!extra.empty()) names.insert(names.begin() + 1, extra);
  return tabbed(names);
}

TEST(Polecat, IsReadByNamesOfColumns) {
  const Lines expected = {"UZB -> AFG COERCE arrest 2021-05-18"};
  const std::string row = polecat_row("P1", "COERCE", "arrest");
  EXPECT_EQ(told(import_text(polecat_header() + row)), expected);
  // A stray name in the header, trailing tabs, the header again, an older mode, capitals.
  EXPECT_EQ(told(import_text(polecat_header("Headline") + row)), expected);
  EXPECT_EQ(told(import_text(polecat_header() + row.substr(0, row.size() - 1) + "\t\t\t\n")),
            expected);
  EXPECT_EQ(told(import_text(polecat_header() + polecat_header() + row)), expected);
  EXPECT_EQ(told(import_text("some title\n" + polecat_header() + row)), expected);
  EXPECT_EQ(told(import_text(polecat_header() + polecat_row("P1", "Coerce", "ban"))),
            Lines{"UZB -> AFG COERCE restrict 2021-05-18"});
}

TEST(Polecat, KeepsOutletCountryAndId) {
  const Imported all = import_text(polecat_header() + polecat_row("P1", "COERCE", "arrest"));
  ASSERT_EQ(all.events.size(), 1u);
  EXPECT_EQ(all.events[0].elsewhere.id, "P1");
  EXPECT_EQ(all.events[0].elsewhere.code, "COERCE arrest");
  EXPECT_EQ(all.events[0].source.text, "Tashkent");
  EXPECT_EQ(all.events[0].target.actor.code, "AFG COP");
  EXPECT_EQ(all.articles[0].outlet, "The Steppe Courier");
  EXPECT_EQ(all.articles[0].published, (Date{2021, 5, 19}));
}

TEST(Polecat, InLatin1IsReadAsText) {
  std::string row = polecat_row("P1", "COERCE", "arrest");
  const size_t at = row.find("Courier");
  row.replace(at, 7, "Courri\xe9r");
  const Imported all = import_text(polecat_header() + row);
  ASSERT_EQ(all.articles.size(), 1u);
  EXPECT_EQ(all.articles[0].outlet, "The Steppe Courri\xc3\xa9r");
}

TEST(Phoenix, RowsWithoutAHeader) {
  const Imported all = import_text(tabbed({"1001_0.3",
                                           "20140620",
                                           "2014",
                                           "06",
                                           "20",
                                           "RUSMIL",
                                           "RUS",
                                           "MIL",
                                           "",
                                           "UKR",
                                           "UKR",
                                           "",
                                           "",
                                           "190",
                                           "19",
                                           "4",
                                           "-10.0",
                                           "",
                                           "48.5",
                                           "38.0",
                                           "Luhansk",
                                           "",
                                           "UKR",
                                           "4_2",
                                           "http://paper.example/x;http://other.example/y",
                                           "the_paper;other"}));
  EXPECT_EQ(all.summary.format, "phoenix");
  ASSERT_EQ(told(all), Lines{"RUS -> UKR ASSAULT 2014-06-20"});
  EXPECT_EQ(all.articles[0].url, "http://paper.example/x");
  EXPECT_EQ(all.articles[0].outlet, "the_paper");
}

TEST(Phoenix, HistoricalTablesWithAHeader) {
  const Imported all = import_text(
      "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,"
      "target_root,target_agent,target_others,code,root_code,quad_class,goldstein,joined_issues,"
      "lat,lon,placename,statename,countryname,aid,process\n"
      "77,6/20/1956,1956,6,20,GBRGOV,GBR,GOV,,EGY,EGY,,,138,13,3,-7,,,,,,,41,x\n");
  EXPECT_EQ(told(all), Lines{"GBR -> EGY THREATEN violence 1956-06-20"});
  EXPECT_EQ(all.articles.at(0).id, "phoenix:41");
}

TEST(Petrarch, RowsOfBothVersions) {
  const Imported all = import_text(
      "20150101\tUSAGOV\tIRN\t042\tNUCLEAR,1\tAFP0808020621_3;AFP0808020621_4\tAFP\n"
      "20150102\tSYRREB\tSYRMIL\t193\t\tAFP0808020622_1\tAFP\n"
      "20150102\t---\tSYRMIL\t193\t\tAFP0808020622_1\tAFP\n");
  EXPECT_EQ(all.summary.format, "petrarch");
  EXPECT_EQ(told(all), (Lines{"USA -> IRN CONSULT visit 2015-01-01",
                              "SYR REB -> SYR ASSAULT firearms 2015-01-02"}));
  EXPECT_EQ(all.articles.at(0).id, "petrarch:AFP0808020621");
  EXPECT_EQ(all.articles.at(0).outlet, "AFP");
}

TEST(Ucdp, FightersAndCivilians) {
  const std::string header =
      "id,relid,year,type_of_violence,side_a,side_b,source_office,source_headline,date_prec,"
      "date_start,date_end,country,gwnoa,gwnob,best\n";
  const Imported all = import_text(
      header +
      "5,AFG-1,1996,1,Government of Afghanistan,Taleban,Reuters,\"Clashes, again\",1,"
      "1996-05-03 00:00:00.000,1996-05-04 00:00:00.000,Afghanistan,700,,12\n"
      "6,AFG-2,1996,3,Government of Afghanistan,Civilians,Reuters,x,1,1996-05-05,1996-05-05,"
      "Afghanistan,700,,3\n");
  EXPECT_EQ(all.summary.format, "ucdp");
  ASSERT_EQ(told(all),
            (Lines{"AFG -> TALIBAN ASSAULT 1996-05-03", "AFG -> AFG CVL ASSAULT 1996-05-05"}));
  EXPECT_TRUE(all.events[0].mutual);
  EXPECT_FALSE(all.events[1].mutual);
  EXPECT_EQ(all.events[0].date.range.to, (Date{1996, 5, 4}));
  EXPECT_EQ(all.articles[0].title, "Clashes, again");
}

TEST(Disputes, ParticipantsAreSetAgainstEachOther) {
  const Imported all = import_text(
      "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,hiact,hostlev,"
      "orig,version\n"
      "900,USA,2,1,2,1999,9,6,1999,1,1,16,4,1,5\n"
      "900,UKG,200,-9,2,1999,9,6,1999,1,0,16,4,0,5\n"
      "900,YUG,345,1,2,1999,9,6,1999,0,1,0,1,1,5\n");
  EXPECT_EQ(all.summary.format, "mid");
  EXPECT_EQ(told(all), (Lines{"USA -> YUG ASSAULT 1999-02-01", "GBR -> USA AGREE 1999-02-01",
                              "GBR -> YUG ASSAULT 1999-02-01"}));
  EXPECT_EQ(all.events.at(2).date.range.precision, DatePrecision::month);
}

TEST(Disputes, PairsActByTheirOwnHighestAction) {
  const Imported all = import_text(
      "disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,endday,endmnth,endyear,year,"
      "highmcaa,highmcab,hihosta,hihostb\n"
      "31,1,2,USA,40,CUB,22,10,1962,20,11,1962,1962,13,7,4,3\n");
  EXPECT_EQ(told(all), (Lines{"USA -> CUB COERCE restrict 1962-10-22",
                              "CUB -> USA MOBILIZE troops 1962-10-22"}));
}

TEST(Disputes, WithoutParticipantsAreSaidToBeSo) {
  const Imported all = import_text("dispnum,stday,stmon,styear,outcome\n1,1,1,1950,5\n");
  EXPECT_NE(all.error.find("MIDB"), std::string::npos) << all.error;
}

TEST(Alliances, OfCorrelatesOfWarByPairAndByMember) {
  const Imported pairs = import_text(
      "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
      "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
      "nonaggression,entente,version\n"
      "210,2,United States of America,200,United Kingdom,4,4,1949,NA,NA,NA,0,1,1,0,0,1,4.1\n"
      "211,365,Russia,255,Germany,23,8,1939,22,6,1941,0,0,0,0,1,0,4.1\n");
  EXPECT_EQ(pairs.summary.format, "cow-alliances");
  EXPECT_EQ(told(pairs), (Lines{"USA -> GBR COOPERATE 1949-04-04", "SUN -> DEU AGREE 1939-08-23"}));
  EXPECT_EQ(pairs.events.at(0).elsewhere.code, "defense+entente");
  const Imported members = import_text(
      "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
      "mem_end_year,defense,neutrality,nonaggression,entente\n"
      "1,2,USA,4,4,1949,NA,NA,NA,1,0,0,0\n"
      "1,220,France,4,4,1949,NA,NA,NA,1,0,0,0\n"
      "1,640,Turkey,18,2,1952,NA,NA,NA,1,0,0,0\n");
  EXPECT_EQ(told(members),
            (Lines{"FRA -> USA COOPERATE 1949-04-04", "FRA -> TUR COOPERATE 1952-02-18",
                   "TUR -> USA COOPERATE 1952-02-18"}));
  EXPECT_TRUE(members.events.at(0).mutual);
}

TEST(Alliances, OfAtopByMemberPairAndTreaty) {
  const Imported members = import_text(
      "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,"
      "consul\n"
      "3075,365,1955,5,14,1991,7,1,1,0,0,0,1\n"
      "3075,290,1955,5,14,1991,7,1,1,0,0,0,1\n");
  EXPECT_EQ(members.summary.format, "atop");
  ASSERT_EQ(told(members), Lines{"POL -> SUN COOPERATE 1955-05-14"});
  EXPECT_EQ(members.events[0].date.range.to, (Date{1991, 7, 1}));
  const Imported years = import_text(
      "stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul,atopid1\n"
      "2,20,1950,1,1,0,0,0,0,3180\n2,365,1950,0,0,0,0,0,0,0\n");
  EXPECT_EQ(told(years), Lines{"USA -> CAN COOPERATE 1950-01-01"});
  const Imported treaties = import_text(
      "atopid,begyr,begmo,begday,endyr,endmo,endday,mem1,mem2,mem3,mem4,defense,nonagg\n"
      "1,1981,5,25,0,0,0,670,690,692,.,1,0\n");
  EXPECT_EQ(told(treaties).size(), 3u);
}

TEST(Tables, ByCommonNamesOfColumns) {
  const Imported labels = import_text(
      "source\tevent_text\ttarget\tdate\n"
      "Benjamin Netanyahu\tMake a visit\tItaly\t2014-01-01\n"
      "Cabinet / Council of Ministers / Advisors (United States)\tSign formal agreement\tIran\t"
      "2014-01-02\n");
  ASSERT_EQ(labels.events.size(), 2u);
  EXPECT_EQ(told(labels.events[0]), "ISR -> ITA CONSULT visit 2014-01-01");
  EXPECT_EQ(told(labels.events[1]), "USA -> IRN SUPPORT 2014-01-02");
  const Imported plover = import_text("actor1,actor2,type,date\nFrance,Mali,aid,2013\n");
  EXPECT_EQ(told(plover), Lines{"FRA -> MLI AID 2013-01-01"});
  EXPECT_EQ(plover.events.at(0).date.range.precision, DatePrecision::year);
}

ImportOptions by_columns(std::map<std::string, std::string> columns) {
  ImportOptions options;
  options.columns = std::move(columns);
  return options;
}

TEST(Tables, ByAMapOfColumns) {
  const std::string table = "when;who;whom;what;paper\n1956-10-31;France;Egypt;195;Gazette\n";
  const Imported mapped = import_text(table, by_columns({{"source", "who"},
                                                         {"target", "whom"},
                                                         {"code", "what"},
                                                         {"date", "when"},
                                                         {"outlet", "paper"}}));
  EXPECT_EQ(told(mapped), Lines{"FRA -> EGY ASSAULT aerial 1956-10-31"});
  EXPECT_EQ(mapped.articles.at(0).outlet, "Gazette");
  const Imported numbered =
      import_text("1956-10-31,France,Egypt,195\n",
                  by_columns({{"source", "2"}, {"target", "3"}, {"code", "4"}, {"date", "1"}}));
  EXPECT_EQ(told(numbered), Lines{"FRA -> EGY ASSAULT aerial 1956-10-31"});
  EXPECT_NE(import_text(table, by_columns({{"source", "nobody"}})).error, "");
}

TEST(Tables, EdgesHaveSignsWordsOrWeights) {
  const HeldEvents words = import_text(
                               "Source,Target,relation\nFrance,Mali,enemy\n"
                               "France,Chad,ally\nFrance,Niger,neutral\n")
                               .held();
  ASSERT_EQ(words.network.ties.size(), 2u);
  EXPECT_EQ(words.network.ties[0].sign(), -1);  // Mali
  EXPECT_EQ(words.network.ties[1].sign(), 1);   // Chad
  const HeldEvents weights =
      import_text("from,to,weight\nFrance,Mali,-12.5\nFrance,Chad,+40\n").held();
  EXPECT_NEAR(weights.network.ties[1].friendly, 40, 1e-9);
  EXPECT_NEAR(weights.network.ties[0].hostile, 12.5, 1e-9);
  const HeldEvents signs =
      import_text("ccode1\tccode2\tyear\tsign\n2\t365\t1962\t-1\n2\t200\t1962\t1\n").held();
  EXPECT_EQ(signs.network.actors[0].node, "GBR");
  EXPECT_EQ(signs.network.ties[1].sign(), -1);
}

TEST(Plover, ObjectsOfOthers) {
  const Imported all = import_text(
      R"({"id":"x1","date":"2021-05-18",)"
      R"("actor":[{"code":"UZB","sector":"GOV","entity_text":"Tashkent"}],)"
      R"("recipient":[{"code":"USA"}],"event":["REJECT"],"mode":["assist"],"text":"No.",)"
      R"("cite_info":{"url":"http://a.example","publication":"Courier"},"coder":"NGEC"})"
      "\n");
  ASSERT_EQ(told(all), Lines{"UZB -> USA REJECT assist 2021-05-18"});
  EXPECT_EQ(all.events[0].sentence, "No.");
  EXPECT_EQ(all.events[0].elsewhere.coder, "NGEC");
}

TEST(Files, InOtherEncodingsAndWithMarks) {
  const std::string table = "source,target,type\nFrance,Mali,AID\n";
  EXPECT_EQ(import_text("\xef\xbb\xbf" + table).events.size(), 1u);
  std::string windows;
  for (const char c : table) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(import_text(windows).events.size(), 1u);
  std::string wide = "\xff\xfe";
  for (const char c : table) wide += std::string(1, c) + '\0';
  EXPECT_EQ(import_text(wide).events.size(), 1u);
}

TEST(Samples, OfRealFilesAreReadNearlyWhole) {
  const std::string folder = std::string(ENTENTE_ROOT) + "/../shared/data/exports/";
  struct Sample {
    const char* file;
    const char* format;
    size_t events;
  };
  for (const Sample& sample : {Sample{"icews_2018_sample.tab", "icews", 2500},
                               Sample{"gdelt2_2015-10-27_sample.tsv", "gdelt", 700},
                               Sample{"icews14_train.tsv", "table", 40000}}) {
    std::ifstream file(folder + sample.file, std::ios::binary);
    if (!file) GTEST_SKIP() << "no " << folder;
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Imported all = import_text(bytes);
    EXPECT_EQ(all.summary.format, sample.format);
    EXPECT_GT(all.events.size(), sample.events) << sample.file;
    EXPECT_LT(all.rejected.size() * 200, all.summary.rows) << sample.file;
    for (size_t i = 0; i < std::min<size_t>(3, all.rejected.size()); ++i)
      std::printf("%s: %s\n", sample.file, all.rejected[i].reason.c_str());
  }
}

TEST(Codes, AreOfTheOntology) {
  for (const auto* table : {&codes().cameo, &codes().mid_actions}) {
    for (const auto& [code, deed] : *table) {
      if (!deed.type) continue;
      EXPECT_TRUE(deed.mode.empty() || is_mode_of(*deed.type, deed.mode)) << code << deed.mode;
    }
  }
  for (const auto& [code, node] : codes().cameo_actors)
    EXPECT_TRUE(find_actor(test_book(), node)) << code << " " << node;
  for (const auto& [number, node] : codes().cow_numbers)
    EXPECT_TRUE(node[0] == '?' || find_actor(test_book(), node)) << number << " " << node;
}

TEST(Codes, OfCameoFollowThePublishedMapping) {
  struct Case {
    const char *code, *type, *mode;
  };
  for (const Case& test :
       {Case{"030", "AGREE", ""}, Case{"042", "CONSULT", "visit"}, Case{"057", "SUPPORT", ""},
        Case{"0813", "RETREAT", ""}, Case{"0811", "CONCEDE", ""},
        Case{"0841", "RETREAT", "release"}, Case{"0871", "RETREAT", "ceasefire"},
        Case{"090", "ACCUSE", "investigate"}, Case{"1041", "REQUEST", "change"},
        Case{"114", "ACCUSE", "allege"}, Case{"163", "COERCE", "restrict"},
        Case{"160", "SANCTION", ""}, Case{"1712", "ASSAULT", "destroy"}, Case{"175", "ASSAULT", ""},
        Case{"191", "COERCE", "restrict"}, Case{"192", "COERCE", "seize"},
        Case{"2042", "ASSAULT", "unconventional"}}) {
    const CodedDeed* deed = find_cameo(test.code);
    ASSERT_TRUE(deed && deed->type) << test.code;
    EXPECT_EQ(to_string(*deed->type), test.type) << test.code;
    EXPECT_EQ(deed->mode, test.mode) << test.code;
  }
  EXPECT_FALSE(find_cameo("010")->type);
  EXPECT_FALSE(find_cameo("0256")->type);
  EXPECT_EQ(find_cameo("99"), nullptr);
  EXPECT_EQ(find_cameo("no such label"), nullptr);
}

}  // namespace
}  // namespace entente
