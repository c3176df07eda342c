// Archives, crawls and tables that are whole: everything in them is found, with its place.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "articles/articles.h"
#include "articles/byte_stream.h"
#include "articles/packed_files.h"
#include "articles/tables.h"

namespace entente {
namespace {

const std::string kLine = "{\"text\":\"Russia warned Georgia on Tuesday.\"}\n";
const std::string kPage =
    "<html><head><title>A Border Closes</title></head><body><p>Russia warned Georgia on Tuesday "
    "that it would close the border.</p><p>The minister rejected the threat at once.</p></body>"
    "</html>";

std::vector<std::string> origins(const ReadArticles& read) {
  std::vector<std::string> all;
  for (const Article& article : read.articles) all.push_back(article.origin);
  return all;
}

using Origins = std::vector<std::string>;

std::string warc_record(const std::string& type, const std::string& mime, const std::string& body) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: http://www.dawn.com/2021/05/18/a\r\nContent-Type: " + mime +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body,
                     const std::string& status = "200 OK") {
  return warc_record(
      "response", "application/http; msgtype=response",
      "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + headers + "\r\n" + body);
}

TEST(Archives, AreOpenedInsideOfOneAnother) {
  const std::string inner = pack({{"b.html", kPage}, {"c.jsonl", kLine}}, "ustar", "zstd");
  const std::string outer = pack({{"a.jsonl", gzip(kLine + kLine)},
                                  {"in/ner.tar.zst", inner},
                                  {".hidden", "x"},
                                  {"__MACOSX/a", "x"}},
                                 "zip");
  const ReadArticles read = read_articles(outer, "o.zip");
  EXPECT_TRUE(read.problems.empty()) << read.problems[0].message;
  EXPECT_EQ(origins(read),
            (Origins{"o.zip:a.jsonl:1", "o.zip:a.jsonl:2", "o.zip:in/ner.tar.zst:b.html",
                     "o.zip:in/ner.tar.zst:c.jsonl:1"}));
}

TEST(Archives, SingleCompressedFilesKeepTheirName) {
  for (const char* filter : {"zstd", "xz", "bzip2", "lz4"}) {
    const ReadArticles read = read_articles(pack({{"a", kLine}}, "raw", filter), "a.jsonl.x");
    EXPECT_EQ(origins(read), Origins{"a.jsonl.x:1"}) << filter;
  }
  EXPECT_EQ(origins(read_articles(gzip(kLine) + gzip(kLine), "a.gz")),
            (Origins{"a.gz:1", "a.gz:2"}));
}

TEST(Warc, PagesOfEveryCodingAreRead) {
  const std::string chunk = "40\r\n" + kPage.substr(0, 64) + "\r\n";
  const std::string rest = kPage.substr(64);
  char size[16];
  snprintf(size, sizeof size, "%zx", rest.size());
  const std::string chunked = chunk + size + "\r\n" + rest + "\r\n0\r\n\r\n";
  const std::string crawl =
      gzip(warc_record("warcinfo", "application/warc-fields", "software: own\r\n")) +
      gzip(response("", kPage)) + gzip(response("Transfer-Encoding: chunked\r\n", chunked)) +
      gzip(response("Content-Encoding: gzip\r\n", gzip(kPage))) +
      gzip(response("Content-Encoding: gzip\r\n", kPage)) +  // undone by the crawler
      gzip(warc_record("request", "application/http", "GET / HTTP/1.1\r\n\r\n")) +
      gzip(response("", kPage, "404 Not Found")) +
      gzip(warc_record("conversion", "text/plain",
                       "A Border Closes\nRussia warned Georgia on Tuesday about it."));
  const ReadArticles read = read_articles(crawl, "c.warc.gz");
  EXPECT_TRUE(read.problems.empty());
  EXPECT_TRUE(read.set_aside.empty());
  EXPECT_EQ(origins(read),
            (Origins{"c.warc.gz:2", "c.warc.gz:3", "c.warc.gz:4", "c.warc.gz:5", "c.warc.gz:8"}));
  for (const Article& article : read.articles) {
    EXPECT_EQ(article.title, "A Border Closes");
    EXPECT_EQ(article.outlet, "Dawn");
    EXPECT_EQ(article.published, parse_iso_date("2021-05-18"));
  }
}

TEST(Warc, TellsWhereInTheFileARecordBegins) {
  const std::string first = gzip(response("", kPage));
  RecordReader reader(source_of(first + gzip(response("", kPage))), "c.warc.gz");
  std::vector<Problem> problems;
  ASSERT_TRUE(reader.next(problems));
  const auto second = reader.next(problems);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->offset, first.size());
}

// Names and bytes of the files in an input.
std::vector<PackedFile> unpacked(const std::string& bytes, std::vector<Problem>& problems) {
  std::vector<PackedFile> files;
  problems = unpack(source_of(bytes), "f", [&](const std::string& name, const ByteSource& source) {
    std::string all(1000, '\0');
    size_t size = 0;
    while (const size_t read = source(all.data() + size, 7)) size += read;
    files.emplace_back(name, all.substr(0, size));
  });
  return files;
}

TEST(Unpack, HandsOverTheFilesInArchives) {
  std::vector<Problem> problems;
  using Files = std::vector<PackedFile>;
  const PackedFile a{"a.csv", "1,2\n"}, b{"in/b.csv", "3\n"};
  EXPECT_EQ(unpacked("1,2\n", problems), (Files{{"f", "1,2\n"}}));
  EXPECT_EQ(unpacked(gzip("1,2\n"), problems), (Files{{"f", "1,2\n"}}));
  const Files both = {{"f:a.csv", "1,2\n"}, {"f:in/b.csv", "3\n"}};
  EXPECT_EQ(unpacked(pack({a, b}, "zip"), problems), both);
  EXPECT_EQ(unpacked(pack({a, b}, "ustar", "zstd"), problems), both);
  EXPECT_EQ(unpacked(gzip(pack({a, b}, "ustar")), problems), both);
  EXPECT_EQ(unpacked(pack({{"z.zip", pack({a}, "zip")}}, "ustar"), problems),
            (Files{{"f:z.zip:a.csv", "1,2\n"}}));
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(unpacked(pack({a, {"page.html", kPage}, {"x.jsonl", kLine}}, "zip"), problems).size(),
            3u);
  const std::string cut = gzip(std::string(900, 'x') + kPage);
  EXPECT_LE(unpacked(cut.substr(0, cut.size() / 2), problems).size(), 1u);
  EXPECT_EQ(problems.size(), 1u);
}

TEST(Arc, PagesAreRead) {
  const std::string body = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + kPage;
  const std::string arc =
      "filedesc://f.arc 0.0.0.0 20050518 text/plain 26\n1 0 Internet Archive\nURL \n\n\n"
      "http://www.dawn.com/a 10.0.0.1 20050518101112 text/html " +
      std::to_string(body.size()) + "\n" + body +
      "\ndns:x.example 10.0.0.1 20050518101112 text/dns 3\nabc\n";
  const ReadArticles read = read_articles(gzip(arc), "f.arc.gz");
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(origins(read), Origins{"f.arc.gz:2"});
}

TEST(JsonArrays, AreCutIntoValues) {
  const ReadArticles read = read_articles(
      "[\n  {\"text\": \"They met, \\\"again\\\" [in May].\"},\n  {\n \"text\": \"They "
      "left.\"}\n]\n",
      "a");
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(origins(read), (Origins{"a[0]", "a[1]"}));
}

TEST(Tables, AreReadByTheNamesOfTheirColumns) {
  const ReadArticles read = read_articles(
      "Title;Date;Body;Source\r\nA Border Opens;2021-05-18;\"They met; they \"\"left\"\".\r\nTwo "
      "lines.\""
      ";The Daily\r\nA Border Closes;2021-05-19;They quarrel.;The Daily\r\n",
      "f.csv");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(read.articles[0].text, "A Border Opens\nThey met; they \"left\".\nTwo lines.");
  EXPECT_EQ(read.articles[0].outlet, "The Daily");
  EXPECT_EQ(read.articles[1].origin, "f.csv:4");
  EXPECT_EQ(read.articles[1].published, parse_iso_date("2021-05-19"));
}

TEST(Tables, ColumnsAreNamedByTheUser) {
  ArticleOptions options;
  options.fields = {{"text", "woorden"}};
  EXPECT_EQ(read_articles("dag\twoorden\n1\tThey met.\n", "f.tsv", options).articles.size(), 1u);
  options.fields = {{"text", "2"}, {"title", "1"}};
  const ReadArticles read =
      read_articles("A Border Opens\tThey met.\nA Border Closes\tThey left.\n", "f.tsv", options);
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "A Border Opens");
}

TEST(Tables, QuotesCountOnlyWhereAFieldBegins) {
  EXPECT_EQ(fields_of("a \"b\" c,\"d,\"\"e\"\"\",f", ','),
            (std::vector<std::string>{"a \"b\" c", "d,\"e\"", "f"}));
  EXPECT_EQ(row_size("a,\"b\nc\",d\ne", ','), 10u);
}

TEST(Feeds, RssAndAtomEntriesAreRead) {
  const ReadArticles rss = read_articles(
      "<?xml version='1.0'?><rss version='2.0' "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
      " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>The Courier - World</title>"
      "<item><title>A Border Opens</title><link>https://x.example/1</link><dc:creator>Jane Doe"
      "</dc:creator><pubDate>Tue, 18 May 2021 10:00:00 "
      "GMT</pubDate><description>Short.</description>"
      "<content:encoded><![CDATA[<p>They met.</p><p>They left.</p>]]></content:encoded></item>"
      "</channel></rss>",
      "f.rss");
  ASSERT_EQ(rss.articles.size(), 1u);
  EXPECT_TRUE(rss.problems.empty());
  EXPECT_EQ(rss.articles[0].text, "A Border Opens\nThey met.\nThey left.");
  EXPECT_EQ(rss.articles[0].outlet, "The Courier");
  EXPECT_EQ(rss.articles[0].author, "Jane Doe");
  EXPECT_EQ(rss.articles[0].url, "https://x.example/1");
  EXPECT_EQ(rss.articles[0].published, parse_iso_date("2021-05-18"));
  const ReadArticles atom = read_articles(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Courier</title><entry><title>A Border "
      "Opens</title><link rel='alternate' href='https://x.example/1'/><author><name>Jane Doe</name>"
      "</author><published>2021-05-18T10:00:00Z</published><content type='xhtml'><div xmlns="
      "'http://www.w3.org/1999/xhtml'><p>They met.</p><p>They "
      "left.</p></div></content></entry></feed>",
      "f.atom");
  ASSERT_EQ(atom.articles.size(), 1u);
  EXPECT_EQ(atom.articles[0].text, "A Border Opens\nThey met.\nThey left.");
  EXPECT_EQ(atom.articles[0].author, "Jane Doe");
}

TEST(Records, AreBoundedWhateverTheInput) {
  // 20 MB of lines from a source that makes them as they are drawn.
  size_t made = 0;
  const std::string line = kLine;
  RecordReader reader(
      [&](char* data, size_t size) {
        for (size_t i = 0; i < size; ++i) data[i] = line[(made + i) % line.size()];
        made += size;
        return made > (20u << 20) ? 0 : size;
      },
      "endless");
  std::vector<Problem> problems;
  size_t largest = 0, records = 0;
  while (const auto record = reader.next(problems)) {
    largest = std::max(largest, record->bytes.size());
    ++records;
  }
  EXPECT_LE(largest, 70u << 10);
  EXPECT_GT(records, 300u);
}

}  // namespace
}  // namespace entente
