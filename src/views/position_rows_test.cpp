#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

Event rejection() {
  Event event;
  event.id = "7";
  event.sentence = "Uzbekistan rejected the base.";
  event.source.actor.node = "UZB";
  event.stand = Stand::against;
  event.date.range = {{2021, 5, 18}, {2021, 5, 18}, DatePrecision::day};
  return event;
}

const std::vector<Position> kPositions = {
    {"UZB", "military bases", Stand::against, {2021, 5, 18}, {2021, 5, 18}, {0}}};

TEST(PositionRows, ATableShowsTheSentenceUnderTheStand) {
  const std::string text =
      positions_view(kPositions, {rejection()}, embedded_world_book(), Format::table, {});
  const size_t issue = text.find("military bases"), actor = text.find("Uzbekistan  against"),
               sentence = text.find("2021-05-18 Uzbekistan rejected the base.");
  EXPECT_LT(issue, actor);
  EXPECT_LT(actor, sentence);
  EXPECT_NE(sentence, std::string::npos);
}

TEST(PositionRows, CsvHasARowAPosition) {
  const std::string text =
      positions_view(kPositions, {rejection()}, embedded_world_book(), Format::csv, {});
  EXPECT_EQ(text,
            "issue,node,name,stand,from,to,events,sentences\r\n"
            "military bases,UZB,Uzbekistan,against,2021-05-18,2021-05-18,7,"
            "Uzbekistan rejected the base.\r\n");
}

TEST(PositionRows, AttributionsKeepTheirRanges) {
  Attribution one;
  one.cue = {3, 7};
  one.content = {8, 12};
  const std::string text = attributions_view({{"d", one, "", "said", "no"}}, Format::jsonl, {});
  EXPECT_NE(text.find("\"source_begin\":null"), std::string::npos);
  EXPECT_NE(text.find("\"content_begin\":8,\"content_end\":12"), std::string::npos);
}

}  // namespace
}  // namespace entente
