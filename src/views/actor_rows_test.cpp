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
  EXPECT_EQ(relations_view({found, {}}, Format::tsv, {}),
            "row\ttype\tmode\tquad\tsign\tstatus\trule\tconfidence\n"
            "1\tACCUSE\tallege\t3\t-1\thappened\taccuse\t0.9\n"
            "2\t\t\t\t\t\t\t0\n");
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
  EXPECT_EQ(actors_view({articles, events, network, balance, book}, Format::tsv, {}),
            "code\tname\tacts\tacted_on\tcamp\n"
            "FRA\tFrance\t0\t2\t\nMLI\tMali\t1\t0\t\nTCD\tChad\t1\t0\t\n");
}

}  // namespace
}  // namespace entente
