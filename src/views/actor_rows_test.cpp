#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

TEST(ActorRows, RelationsAreOneRowEachAndNothingIsEmpty) {
  Relating found;
  found.type = EventType::accuse;
  found.mode = "allege";
  found.rule = "accuse";
  found.confidence = 0.9;
  found.sentiment = Sentiment::negative;
  EXPECT_EQ(relations_view({found, {}}, Format::tsv, {}),
            "row\ttype\tmode\tquad\tsign\tstatus\trule\tconfidence\tsentiment\n"
            "1\tACCUSE\tallege\t3\t-1\thappened\taccuse\t0.9\tnegative\n"
            "2\t\t\t\t\t\t\t0\t\n");
}

TEST(ActorRows, ActorsAreSortedByActivity) {
  std::vector<Event> events(2);
  events[0].source.actor.node = "MLI";
  events[0].target.actor.node = "FRA";
  events[1].source.actor.node = "TCD";
  events[1].target.actor.node = "FRA";
  const std::vector<Article> articles;
  const Network network;
  const Balance balance;
  const WorldBook book = embedded_world_book();
  ActorCounts counts;
  counts["MLI"].actor.code = "MLI";
  counts["MLI"].mentions = 3;
  counts["MLI"].documents = 1;
  counts["MLI"].ways[static_cast<size_t>(Resolution::name)] = 2;
  counts["MLI"].ways[static_cast<size_t>(Resolution::pronoun)] = 1;
  EXPECT_EQ(actors_view({articles, events, network, balance, book}, counts, Format::tsv, {}),
            "code\tname\tacts\tacted_on\tcamp\tmentions\tdocuments\tways\n"
            "FRA\tFrance\t0\t2\t\t\t\t\nMLI\tMali\t1\t0\t\t3\t1\tname 2, pronoun 1\n"
            "TCD\tChad\t1\t0\t\t\t\t\n");
}

}  // namespace
}  // namespace entente
