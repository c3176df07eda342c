// Ten broken files a format, and more: each is named in one clear line with its place and what to
// do, and what is whole in it is read.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "articles/articles.h"
#include "articles/packed_files.h"

namespace entente {
namespace {

struct Broken {
  const char* what;
  std::string bytes;
  size_t articles;      // that are read all the same
  const char* message;  // a part of one Problem's line
};

void expect_told(const std::string& name, const std::vector<Broken>& files) {
  EXPECT_GE(files.size(), 10u);
  for (const Broken& file : files) {
    SCOPED_TRACE(file.what);
    const ReadArticles read = read_articles(file.bytes, name);
    EXPECT_EQ(read.articles.size(), file.articles);
    std::vector<Problem> problems = read.problems;
    problems.insert(problems.end(), read.set_aside.begin(), read.set_aside.end());
    ASSERT_FALSE(problems.empty());
    EXPECT_LE(problems.size(), 3u);
    bool found = false;
    for (const Problem& problem : problems) {
      EXPECT_TRUE(problem.where.starts_with(name)) << problem.where;
      EXPECT_EQ(problem.message.find('\n'), std::string::npos) << problem.message;
      EXPECT_GT(problem.message.size(), 20u);
      EXPECT_LT(problem.message.size(), 500u);
      found = found || problem.message.find(file.message) != std::string::npos;
    }
    EXPECT_TRUE(found) << problems[0].message;
  }
}

const std::string kGood = "{\"text\":\"Russia warned Georgia on Tuesday.\"}\n";
const std::string kStory =
    "<p>Russia warned Georgia on Tuesday that it would close the border.</p>"
    "<p>The minister, who spoke in Tbilisi, rejected the threat at once.</p>";
const std::string kPage =
    "<html><head><title>A Border Closes</title></head><body>" + kStory + "</body></html>";

std::string zeros(size_t size) { return std::string(size, '\0'); }

TEST(Broken, JsonLines) {
  const std::string deep(3000, '[');
  expect_told(
      "f.jsonl",
      {{"cut in a line", kGood + "{\"text\":\"Russia war", 1, "not valid JSON"},
       {"no braces", kGood + "Russia warned Georgia.\n", 1, "not valid JSON"},
       {"no text", kGood + "{\"title\":\"A\"}\n", 1, "no text"},
       {"text is a number", kGood + "{\"text\":7}\n", 1, "no text"},
       {"text is blank", kGood + "{\"text\":\"  \"}\n", 1, "no text"},
       {"an array in a line", kGood + "[1,2]\n", 1, "not an object"},
       {"no date", "{\"text\":\"They met.\",\"published\":\"soon\"}\n", 1, "no date"},
       {"wrong encoding", kGood + "{\"text\":\"Caf\xE9 Riche was closed.\"}\n", 2, "UTF-8"},
       {"zeros", kGood + zeros(40) + "\n" + kGood, 2, "binary"},
       {"nested", kGood + "{\"text\":" + deep + "\n" + kGood, 2, "nested too deeply"},
       {"endless line", kGood + "{\"text\":\"" + std::string(11u << 20, 'a') + "\n" + kGood, 2,
        "more than the"},
       {"two objects in a line", kGood + "{\"text\":\"a\"}{\"text\":\"b\"}\n", 1, "not valid JSON"},
       {"lone surrogate", kGood + "{\"text\":\"\\ud800 met.\"}\n", 1, "not valid JSON"}});
}

TEST(Broken, JsonArrays) {
  const std::string one = "{\"text\":\"Russia warned Georgia on Tuesday.\"}";
  expect_told("f.json",
              {{"cut in a value", "[" + one + ",{\"text\":\"Rus", 1, "ends inside"},
               {"cut between values", "[" + one + ",", 1, "ends inside of its array"},
               {"a number", "[" + one + ",7]", 1, "not an object"},
               {"a bare word", "[" + one + ",nonsense," + one + "]", 2, "not valid JSON"},
               {"no colon", "[" + one + ",{\"text\" 7}," + one + "]", 2, "not valid JSON"},
               {"no text", "[" + one + ",{\"title\":\"A\"}]", 1, "no text"},
               {"nothing in it", "[" + one + ",{}]", 1, "no text"},
               {"wrong encoding", "[{\"text\":\"Caf\xE9 Riche was closed.\"}]", 1, "UTF-8"},
               {"nested",
                "[" + one + ",{\"text\":" + std::string(3000, '[') + std::string(3000, ']') + "}," +
                    one + "]",
                2, "nested too deeply"},
               {"endless value",
                "[" + one + ",{\"text\":\"" + std::string(11u << 20, 'a') + "\"}," + one + "]", 2,
                "more than the"},
               {"zeros after it", "[" + one + "]" + zeros(20), 1, "not valid JSON"},
               {"object over lines, cut", "{\n\"text\":\"Russia", 0, "ends inside"}});
}

TEST(Broken, Tables) {
  const std::string head = "title,date,text\n";
  const std::string row = "A,2021-05-18,\"Russia warned Georgia, again.\"\n";
  expect_told(
      "f.csv",
      {{"too few columns", head + row + "A,2021-05-18\n" + row, 2, "columns"},
       {"too many columns", head + row + "A,2021-05-18,Russia, again,warned\n", 1, "columns"},
       {"no text", head + row + "A,2021-05-18,\n", 1, "no text"},
       {"no column of text", "title,date,wordcount\nA,2021-05-18,77\n", 0, "--fields"},
       {"no date", head + "A,soon,Russia warned Georgia.\n", 1, "no date"},
       {"a quote never closed", head + "A,2021-05-18,\"Russia warned Georgia.\n", 1, "quote"},
       {"cut in a row", head + row + "A,20", 1, "columns"},
       {"wrong encoding", head + "A,2021-05-18,Caf\xE9 Riche was closed.\n", 1, "UTF-8"},
       {"zeros", head + "A,2021-05-18," + zeros(30) + "\n", 0, "binary"},
       {"other separator below", head + "A;2021-05-18;Russia warned Georgia.\n", 0, "columns"},
       {"a header alone that holds no text", "name,age,place\n", 0, "--fields"},
       {"endless row", head + "A,2021-05-18," + std::string(11u << 20, 'a') + "\n" + row, 1,
        "more than the"}});
}

TEST(Broken, PlainText) {
  const std::string line = "Russia warned Georgia on Tuesday.\n";
  expect_told("f.txt", {{"empty", "", 0, "empty"},
                        {"blank", " \n\t\r\n", 0, "empty"},
                        {"a program",
                         "\x7F"
                         "ELF" +
                             zeros(60),
                         0, "binary"},
                        {"PDF", "%PDF-1.7\n%", 0, "a PDF file"},
                        {"picture", "\x89PNG\r\n", 0, "a picture"},
                        {"old office document", "\xD0\xCF\x11\xE0" + zeros(60), 0, "office"},
                        {"rich text", "{\\rtf1 Russia}", 0, "rich text"},
                        {"database", "SQLite format 3" + zeros(60), 0, "a database"},
                        {"wrong encoding", "Caf\xE9 Riche was closed.\n", 1, "UTF-8"},
                        {"damaged bytes", line + "Th\xFF\xFEy met.\n", 1, "UTF-8"},
                        {"zeros in it", line + zeros(3) + line, 0, "binary"},
                        {"endless", std::string(11u << 20, 'a'), 0, "more than the"},
                        {"furniture alone", "Advertisement\nShare this\n", 0, "nothing is left"}});
}

TEST(Broken, Pages) {
  std::string deep = "<html><body>" + kStory, many = "<html><body>" + kStory + "<p>";
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  for (int i = 0; i < 300; ++i) many += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 9000; ++i) many += "</p><p>word";
  const std::string head = "<html><head><title>A</title></head><body>";
  expect_told(
      "f.html",
      {{"no body", "<html><head><title>A</title>", 0, "no article"},
       {"links alone", head + "<ul><li><a href=1>One</a><li><a href=2>Two</a></ul>", 0,
        "no article"},
       {"scripts alone", head + "<script>var a = 'Russia warned Georgia.';</script>", 0,
        "no article"},
       {"cut in a tag", "<html><head><title>A</title></head><body><div class=", 0, "no article"},
       {"cut in a comment", head + "<!-- " + kStory, 0, "no article"},
       {"title never closed", "<html><head><title>" + kStory, 0, "no article"},
       {"frames", "<html><frameset><frame src=a><frame src=b></frameset></html>", 0, "no article"},
       {"a form", head + "<form><input name=q><button>Search</button></form>", 0, "no article"},
       {"nested", deep, 1, "nested too deeply"},
       {"multiplied", many, 1, "nested too deeply"},
       {"zeros", head + zeros(40), 0, "binary"},
       {"endless", head + std::string(11u << 20, 'a'), 0, "more than the"}});
}

TEST(Broken, Feeds) {
  const std::string head = "<?xml version='1.0'?><rss><channel><title>The Courier</title>";
  const std::string item =
      "<item><title>A</title><description>Russia warned Georgia on Tuesday.</description></item>";
  const std::string end = "</channel></rss>";
  std::string laughs = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>";
  for (char c = 'b'; c < 'k'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(c - 1) + ";";
    laughs += "'>";
  }
  laughs += "]><rss><channel>" + item + "<item><description>Ha &j; ha.</description></item>" + end;
  const std::string outside =
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM "
      "'file:///etc/hostname'>]><rss><channel>"
      "<item><description>Russia warned &x; Georgia.</description></item>" +
      end;
  expect_told("f.rss",
              {{"cut in an item", head + item + "<item><title>B</ti", 1, "not well-formed"},
               {"cut in the head", "<?xml version='1.0'?><rs", 0, "no feed"},
               {"empty", "<?xml version='1.0'?>", 0, "cannot be read"},
               {"no items", head + end, 0, "no entries"},
               {"no feed", "<?xml version='1.0'?><orders><order/></orders>", 0, "no feed"},
               {"wrong end tag", head + item + "</chanel></rss>", 1, "not well-formed"},
               {"bare ampersand",
                head +
                    "<item><description>R&D in Georgia was cut.</description>"
                    "</item>" +
                    end,
                1, "not well-formed"},
               {"titles alone", head + item + "<item><title>B</title></item>" + end, 1, "no text"},
               {"no date",
                head +
                    "<item><pubDate>soon</pubDate><description>They met."
                    "</description></item>" +
                    end,
                1, "no date"},
               {"entities that multiply", laughs, 2, "entities"},
               {"an entity from outside", outside, 1, "entities"},
               {"endless", head + std::string(11u << 20, 'a'), 0, "more than the"}});
}

std::string http(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n" + body;
}

std::string warc(const std::string& payload, const std::string& length = "") {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/2021/05/18/a\r\n"
         "Content-Type: application/http\r\nContent-Length: " +
         (length.empty() ? std::to_string(payload.size()) : length) + "\r\n\r\n" + payload +
         "\r\n\r\n";
}

TEST(Broken, Warc) {
  const std::string good = warc(http("", kPage));
  const std::string packed = gzip(good);
  std::string damaged = packed;
  damaged[packed.size() / 2] = static_cast<char>(~damaged[packed.size() / 2]);
  damaged[packed.size() / 2 + 1] = static_cast<char>(~damaged[packed.size() / 2 + 1]);
  expect_told(
      "f.warc",
      {{"cut in a record", good + good.substr(0, good.size() - 40), 2, "ends inside"},
       {"cut in a head", good + "WARC/1.0\r\nWARC-Type: resp", 1, "does not end"},
       {"no length", good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good, 2, "Content-Length"},
       {"length of letters", good + warc(http("", kPage), "many") + good, 2, "Content-Length"},
       {"negative length", good + warc(http("", kPage), "-5") + good, 2, "Content-Length"},
       {"junk between", good + "junk\r\nmore junk\r\n" + good, 2, "passed over"},
       {"junk at the end", good + "junk", 1, "no WARC"},
       {"length too large", good + warc(http("", kPage), "99999999999"), 1, "more than the"},
       {"chunk cut", warc(http("Transfer-Encoding: chunked\r\n", "ffff\r\n" + kPage)), 1, "chunk"},
       {"gzip cut",
        warc(http("Content-Encoding: gzip\r\n",
                  gzip(kPage + std::string(9000, ' ')).substr(0, 180))),
        1, "compressed"},
       {"payload a bomb", good + warc(http("Content-Encoding: gzip\r\n", gzip(zeros(12u << 20)))),
        1, "binary"},
       {"member damaged", packed + damaged + packed, 3, "damaged"},
       {"member cut", packed + packed.substr(0, packed.size() / 2), 2, "ends too early"},
       {"no page in it", warc(http("", "<html><body><a href=1>One</a></body></html>")), 0,
        "no article"}});
}

TEST(Broken, Arc) {
  const std::string body = http("", kPage);
  const auto arc = [](const std::string& payload, const std::string& length) {
    return "http://x.example/a 10.0.0.1 20050518101112 text/html " + length + "\n" + payload + "\n";
  };
  const std::string head =
      "filedesc://f.arc 0.0.0.0 20050518 text/plain 26\n1 0 Internet Archive\nURL \n\n\n";
  const std::string good = arc(body, std::to_string(body.size()));
  expect_told(
      "f.arc",
      {{"cut in a record", head + good + good.substr(0, good.size() - 40), 2, "ends inside"},
       {"cut in a line", head + good + "http://x.example/b 10.0", 1, "no ARC"},
       {"length of letters", head + good + arc(body, "many") + good, 2, "no ARC"},
       {"length missing", head + good + "http://x.example/b 10.0.0.1 20050518\n" + good, 2,
        "no ARC"},
       {"date of letters", head + "http://x.example/a 1.1.1.1 May text/html 9\n" + good, 1,
        "no ARC"},
       {"junk between", head + good + "junk\nmore junk\n" + good, 2, "no ARC"},
       {"junk at the end", head + good + "junk", 1, "no ARC"},
       {"length too large", head + good + arc(body, "99999999999"), 1, "more than the"},
       {"length too small", head + arc(body, "90") + good, 1, "no ARC"},
       {"endless line", head + good + std::string(100000, 'a') + "\n" + good, 2, "no ARC"},
       {"no page in it", head + arc(http("", "<html><body>"), "60"), 0, "no article"}});
}

TEST(Broken, Gzip) {
  const std::string packed = gzip(kGood + kGood), one = gzip(kGood);
  std::string wrong_sum = packed;
  wrong_sum[packed.size() - 6] = static_cast<char>(~wrong_sum[packed.size() - 6]);
  std::string head_only = packed.substr(0, 10);
  std::string nested = kGood;
  for (int i = 0; i < 8; ++i) nested = gzip(nested);
  std::string bomb;
  const std::string block = gzip(zeros(32u << 20));
  for (int i = 0; i < 12; ++i) bomb += block;
  expect_told("f.gz",
              {{"cut", packed.substr(0, packed.size() - 12), 1, "ends too early"},
               {"cut after its head", head_only, 0, "ends too early"},
               {"wrong sum", wrong_sum, 2, "damaged"},
               {"junk after it", packed + "junk and more junk", 2, "no gzip"},
               {"damaged, then whole", head_only + "\x07\x07\x07\x07 junk" + one, 1, "damaged"},
               {"reserved block", head_only + std::string(40, '\x07'), 0, "damaged"},
               {"nested", nested, 0, "deep in one another"},
               {"nothing in it", gzip(""), 0, "empty"},
               {"a PDF in it", gzip("%PDF-1.7\n"), 0, "a PDF file"},
               {"an endless line in it", gzip(kGood + "{\"text\":\"" + std::string(11u << 20, 'a')),
                1, "more than the"},
               {"a bomb", bomb, 0, "more than a"}});
}

TEST(Broken, Archives) {
  const PackedFile good{"a.jsonl", kGood};
  const std::string zip = pack({good, {"b.jsonl", kGood + kGood + kGood}}, "zip");
  const std::string tar = pack({good, {"b.jsonl", kGood}}, "ustar");
  std::string bad_sum = tar;
  bad_sum[148] = '9';
  bad_sum[149] = '9';
  std::string nested = pack({good}, "zip");
  for (int i = 0; i < 8; ++i) nested = pack({{"n.zip", nested}}, "zip");
  const std::string zstd = pack({good, {"b.jsonl", kGood}}, "ustar", "zstd");
  expect_told("f.zip",
              {{"zip cut", zip.substr(0, zip.size() / 3), 1, "too early"},
               {"zip of a head", "PK\x03\x04", 0, "too early"},
               {"tar cut", tar.substr(0, 700), 1, "too early"},
               {"tar with a wrong sum", bad_sum, 0, "damaged"},
               {"zstd cut", zstd.substr(0, zstd.size() / 2), 0, "too early"},
               {"zstd damaged", "\x28\xB5\x2F\xFD" + std::string(60, '\x55'), 0, "damaged"},
               {"nested", nested, 0, "deep in one another"},
               {"a picture in it", pack({good, {"b.png", "\x89PNG\r\n"}}, "zip"), 1, "a picture"},
               {"an empty file in it", pack({good, {"b.txt", ""}}, "zip"), 1, "empty"},
               {"an office document", pack({{"[Content_Types].xml", "<x/>"}}, "zip"), 0, "office"},
               {"a broken line in it", pack({good, {"b.jsonl", "{\"text\":\n"}}, "zip"), 1,
                "not valid JSON"},
               {"a bomb", pack({good, {"b.txt", zeros(40u << 20)}}, "zip"), 1, "more than"}});
}

}  // namespace
}  // namespace entente
