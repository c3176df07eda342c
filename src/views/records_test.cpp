#include "views/records.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

Records sample() {
  Records records;
  records.fields = {"name", "n", "share", "ok", "list", "none"};
  records.rows = {{std::string("a,\"b\"\r\nc\t\\"), int64_t{-3}, 0.1, true,
                   std::vector<std::string>{"x", "y"}, Value()},
                  {std::string(), int64_t{0}, 2.0, false, std::vector<std::string>{}, Value()}};
  return records;
}

TEST(Records, CsvFollowsRfc4180) {
  EXPECT_EQ(write_records(sample(), Format::csv),
            "name,n,share,ok,list,none\r\n"
            "\"a,\"\"b\"\"\r\nc\t\\\",-3,0.1,true,x; y,\r\n"
            ",0,2,false,,\r\n");
}

TEST(Records, TsvEscapes) {
  EXPECT_EQ(write_records(sample(), Format::tsv),
            "name\tn\tshare\tok\tlist\tnone\n"
            "a,\"b\"\\r\\nc\\t\\\\\t-3\t0.1\ttrue\tx; y\t\n"
            "\t0\t2\tfalse\t\t\n");
}

TEST(Records, JsonLinesKeepTheOrderOfFields) {
  EXPECT_EQ(
      write_records(sample(), Format::jsonl),
      R"({"name":"a,\"b\"\r\nc\t\\","n":-3,"share":0.1,"ok":true,"list":["x","y"],"none":null})"
      "\n"
      R"({"name":"","n":0,"share":2.0,"ok":false,"list":[],"none":null})"
      "\n");
}

TEST(Records, JsonIsOneArray) {
  Records records{{"a"}, {{int64_t{1}}}};
  EXPECT_EQ(write_records(records, Format::json), "[\n  {\n    \"a\": 1\n  }\n]\n");
  records.rows.clear();
  EXPECT_EQ(write_records(records, Format::json), "[]\n");
  EXPECT_EQ(write_records(records, Format::jsonl), "");
  EXPECT_EQ(write_records(records, Format::csv), "a\r\n");
}

TEST(Records, BrokenUtf8IsReplacedInJson) {
  const Records records{{"a"}, {{std::string("x\xFFy")}}};
  EXPECT_EQ(write_records(records, Format::jsonl), "{\"a\":\"x\xEF\xBF\xBDy\"}\n");
}

TEST(Records, Rounds) {
  EXPECT_EQ(rounded(0.1 + 0.2), 0.3);
  EXPECT_FALSE(std::signbit(rounded(-0.000001)));
}

}  // namespace
}  // namespace entente
