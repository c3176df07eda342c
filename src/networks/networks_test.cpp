#include "networks/networks.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>

#include "networks/gzip.h"

namespace entente {
namespace {

SignedNetwork read(const std::string& bytes) {
  auto result = read_network(bytes, "f");
  EXPECT_TRUE(result.ok()) << result.error();
  return result.ok() ? std::move(result).value() : SignedNetwork{};
}

std::string error_of(const std::string& bytes) {
  const auto result = read_network(bytes, "f");
  return result.ok() ? "" : result.error();
}

// "a b 1" a tie, in the order of the graph.
std::vector<std::string> ties(const SignedNetwork& network) {
  std::vector<std::string> lines;
  for (const SignedEdge& edge : network.graph.edges)
    lines.push_back(network.actors[edge.a] + " " + network.actors[edge.b] + " " +
                    std::to_string(edge.weight));
  return lines;
}

const OddRows* odd(const SignedNetwork& network, const std::string& kind) {
  const auto found = std::ranges::find(network.odd, kind, &OddRows::kind);
  return found == network.odd.end() ? nullptr : &*found;
}

using Lines = std::vector<std::string>;

std::string compress(const std::string& bytes) {
  std::string out(bytes.size() + 200, '\0');
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Table, ColumnsStandInAnyOrderBetweenAnySeparators) {
  const Lines expected = {"x y 1", "y z -1"};
  EXPECT_EQ(ties(read("source,target,sign\nx,y,1\ny,z,-1\n")), expected);
  EXPECT_EQ(ties(read("Sign\tTarget\tSource\r\n1\ty\tx\r\n-1\tz\ty\r\n")).size(), 2u);
  EXPECT_EQ(ties(read("sign;from;to\n+;x;y\nenemy;y;z")), expected);
  EXPECT_EQ(ties(read("# comment\n% another\nx y 1\ny z -1\n")), expected);
  EXPECT_EQ(ties(read("\xEF\xBB\xBF\"source\",\"target\",\"sign\"\n\"x\",\"y\",1\ny,z,-1")),
            expected);
}

TEST(Table, QuotedNamesMayHoldSeparatorsAndQuotes) {
  const SignedNetwork network = read("source,target,sign\n\"Congo, DR\",\"the \"\"x\"\"\",-1\n");
  EXPECT_EQ(network.actors, (Lines{"Congo, DR", "the \"x\""}));
}

TEST(Table, WithoutHeaderSaysSo) {
  const SignedNetwork network = read("x,y,1\ny,z,-1\n");
  EXPECT_EQ(network.graph.edges.size(), 2u);
  ASSERT_TRUE(odd(network, "no_header"));
}

TEST(Table, UnknownColumnsAreNamed) {
  const SignedNetwork network = read("source,year,target,sign,note\nx,1950,y,1,hm\n");
  ASSERT_TRUE(odd(network, "unknown_columns"));
  EXPECT_NE(odd(network, "unknown_columns")->rule.find("year, note"), std::string::npos);
  EXPECT_NE(error_of("who,whom,what\na,b,c\n").find("f:1"), std::string::npos);
  EXPECT_NE(error_of("source,target\na,b\n").find("sign"), std::string::npos);
}

TEST(Table, OddRowsAreCountedWithTheirFirstPlace) {
  const SignedNetwork network = read(
      "source,target,weight\nx,x,1\nx,y,0\nx,y,nan\nx,y,inf\nx,y,much\nx,y,\nx\n,y,1\nx,y,1e30\n"
      "x,y,2\n");
  EXPECT_EQ(ties(network), Lines{"x y 2"});
  EXPECT_EQ(network.rows, 10u);
  ASSERT_TRUE(odd(network, "self_ties"));
  EXPECT_EQ(odd(network, "self_ties")->first, "f:2");
  ASSERT_TRUE(odd(network, "zero"));
  ASSERT_TRUE(odd(network, "out_of_range"));
  EXPECT_EQ(odd(network, "out_of_range")->count, 3u);
  EXPECT_EQ(odd(network, "out_of_range")->first, "f:4");
  ASSERT_TRUE(odd(network, "without_number"));
  EXPECT_EQ(odd(network, "without_number")->count, 2u);
  ASSERT_TRUE(odd(network, "incomplete"));
  EXPECT_EQ(odd(network, "incomplete")->count, 2u);
}

TEST(Table, RepeatedSignsCountOnceAndTheMajorityDecides) {
  const SignedNetwork network =
      read("source,target,sign\nx,y,1\ny,x,1\nx,z,1\nz,x,-1\nz,x,-1\ny,z,1\ny,z,-1\n");
  EXPECT_EQ(ties(network), (Lines{"x y 1", "x z -1"}));
  ASSERT_TRUE(odd(network, "repeated"));
  ASSERT_TRUE(odd(network, "contradicting"));
  EXPECT_EQ(odd(network, "contradicting")->count, 2u);
  ASSERT_TRUE(odd(network, "cancelled"));
  EXPECT_EQ(odd(network, "cancelled")->count, 1u);
}

TEST(Table, WeightsAddUpAndBecomeWholeNumbers) {
  const SignedNetwork network =
      read("source,target,weight\nx,y,0.5\ny,x,0.25\nx,z,-3\ny,z,0.1\ny,z,-0.1\n");
  EXPECT_EQ(ties(network), (Lines{"x y 75", "x z -300"}));
  EXPECT_DOUBLE_EQ(network.unit, 0.01);
  EXPECT_FALSE(odd(network, "rounded"));
  EXPECT_TRUE(odd(read("source,target,weight\nx,y,0.3333333333\n"), "rounded"));
}

TEST(Table, SignAndWeightTogether) {
  EXPECT_EQ(ties(read("source,target,sign,weight\nx,y,-1,5\ny,z,1,2\n")),
            (Lines{"x y -5", "y z 2"}));
}

TEST(Network, MayBeEmpty) {
  EXPECT_TRUE(read("").graph.edges.empty());
  EXPECT_TRUE(odd(read(""), "empty"));
  EXPECT_TRUE(read("source,target,sign\n").actors.empty());
  EXPECT_EQ(read("source,target,sign\nx,x,1\n").actors, Lines{"x"});
}

constexpr const char* kGraphMl = R"(<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="edge" attr.name="sign" attr.type="int"/>
<key id="d1" for="edge" attr.name="label" attr.type="string"/>
<graph edgedefault="undirected"><node id="x"/><node id="y"/><node id="z"/><node id="alone"/>
<edge source="x" target="y"><data key="d1">9</data><data key="d0">1</data></edge>
<edge source="y" target="z"><data key="d0">-1</data></edge>
<edge source="y" target="y"><data key="d0">-1</data></edge>
<edge source="x" target="z"/>
</graph></graphml>)";

TEST(GraphMl, ReadsSignsOfEdges) {
  const SignedNetwork network = read(kGraphMl);
  EXPECT_EQ(ties(network), (Lines{"x y 1", "y z -1"}));
  EXPECT_EQ(network.actors.size(), 4u);
  ASSERT_TRUE(odd(network, "self_ties"));
  EXPECT_EQ(odd(network, "self_ties")->first, "f:8");
  EXPECT_EQ(odd(network, "incomplete")->first, "f:9");
}

TEST(Gexf, ReadsWeightsAndAttributesOfEdges) {
  const SignedNetwork network = read(R"(<gexf version="1.3"><graph>
<attributes class="edge"><attribute id="0" title="Sign" type="integer"/></attributes>
<nodes><node id="x" label="X"/><node id="y"/><node id="z"/></nodes><edges>
<edge id="0" source="x" target="y" weight="2"><attvalues>
<attvalue for="0" value="-1"/></attvalues></edge>
<edge id="1" source="y" target="z" weight="3"/></edges></graph></gexf>)");
  EXPECT_EQ(ties(network), (Lines{"x y -2", "y z 3"}));
}

TEST(GraphXml, FaultsNameThePlaceAndTheRemedy) {
  EXPECT_NE(error_of("<graphml>\n<node></graphml>").find("f:2"), std::string::npos);
  EXPECT_NE(error_of("<html></html>").find("GraphML"), std::string::npos);
  EXPECT_NE(error_of("<graphml><edge source='a' target='b'/></graphml>").find("sign"),
            std::string::npos);
}

TEST(Gzip, OfAnyFormatAndSeveralMembers) {
  const std::string first = "source,target,sign\nx,y,1\n", second = "y,z,-1\n";
  EXPECT_EQ(ties(read(compress(first + second))), (Lines{"x y 1", "y z -1"}));
  EXPECT_EQ(ties(read(compress(first) + compress(second))), (Lines{"x y 1", "y z -1"}));
  EXPECT_EQ(read(compress(kGraphMl)).graph.edges.size(), 2u);
  EXPECT_TRUE(read(compress("")).actors.empty());
}

TEST(Gzip, DamagedFilesGiveWhatTheyHold) {
  std::string rows = "source,target,sign\n";
  for (int i = 0; i < 20000; ++i)
    rows += std::to_string(i) + "," + std::to_string(i * 7919 % 10007) + ",1\n";
  const std::string whole = compress(rows);
  const SignedNetwork network = read(whole.substr(0, whole.size() / 2));
  EXPECT_TRUE(odd(network, "damaged"));
  EXPECT_GT(network.graph.edges.size(), 1000u);
  EXPECT_NE(error_of("\x1f\x8b garbage").find("damaged"), std::string::npos);
}

// "a b 1" an arc.
Lines arcs_of(const std::string& bytes, SignedArcs* found = nullptr) {
  auto result = read_network(bytes, "f", {.arcs = true});
  EXPECT_TRUE(result.ok()) << result.error();
  if (!result.ok()) return {};
  const SignedNetwork& network = result.value();
  Lines lines;
  for (const SignedArc& arc : network.arcs.arcs)
    lines.push_back(network.actors[arc.from] + " " + network.actors[arc.to] + " " +
                    std::to_string(std::lround(arc.weight)));
  if (found) *found = network.arcs;
  return lines;
}

TEST(Arcs, KeepDirectionsWhereAPairHasBoth) {
  SignedArcs arcs;
  const std::string header = "source,target,sign\n";
  EXPECT_EQ(arcs_of(header + "x,y,1\nz,y,-1\ny,x,-1\n", &arcs),
            (Lines{"x y 1", "y x -1", "z y -1"}));
  EXPECT_TRUE(arcs.directed);
  EXPECT_EQ(arcs_of(header + "x,y,1\nz,y,-1\n", &arcs).size(), 2u);
  EXPECT_FALSE(arcs.directed);
  EXPECT_TRUE(arcs.times.empty());
  EXPECT_TRUE(read("source,target,sign\nx,y,1\n").arcs.arcs.empty()) << "only on request";
  EXPECT_EQ(arcs_of(header + "x,y,1\nx,y,-1\ny,z,1\n"), Lines{"y z 1"});
}

TEST(Arcs, HaveTimesFromNumbersAndDates) {
  SignedArcs arcs;
  arcs_of("source,target,sign,date\nx,y,1,2001-05-06\ny,z,1,2001-05-07\nx,y,1,1999-01-01\n", &arcs);
  EXPECT_EQ(arcs.times, (std::vector<double>{20010506, 20010507}));
  arcs_of("time,source,target,sign\n1e3,x,y,1\nsoon,y,z,1\n", &arcs);
  ASSERT_EQ(arcs.times.size(), 2u);
  EXPECT_EQ(arcs.times[0], 1000);
  EXPECT_LT(arcs.times[1], 0);
  const auto result = read_network("time,source,target,sign\nsoon,y,z,1\n", "f", {.arcs = true});
  EXPECT_NE(odd(result.value(), "without_time"), nullptr);
}

}  // namespace
}  // namespace entente
