// Our own CSV tables of events and of edges, read back. Tested in round_trip_test.cpp.
#include <charconv>

#include "exchange/edge_events.h"
#include "exchange/event_columns.h"
#include "exchange/plain_rows.h"

namespace entente {

namespace {

struct OwnColumn {
  int at = -1;
  const EventColumn* column = nullptr;
};

CodedRow code_own(const Row& row, const std::vector<OwnColumn>& columns) {
  CodedRow coded;
  Event event;
  Article article;
  for (const OwnColumn& own : columns) {
    const std::string_view text = cell(row, own.at);
    if (own.column->set(text, event, article)) continue;
    coded.rejected = "its " + std::string(own.column->name) + " is '" +
                     to_text(text.substr(0, 40)) + "', which cannot be read";
    return coded;
  }
  if (event.id.empty() || event.document.empty()) {
    coded.rejected = "it has no id or no document";
    return coded;
  }
  article.id = event.document;
  coded.articles.push_back(std::move(article));
  coded.events.push_back(std::move(event));
  return coded;
}

bool is_own_events(const FirstRows& first) {
  const Header& h = first.header;
  return h.has("sourcenode") && h.has("targetnode") && h.has("dateprecision") && h.has("type");
}

Result<RowCoder> make_own_events(const FirstRows& first, CodedActors&, const ImportOptions&) {
  std::vector<OwnColumn> columns;
  for (const EventColumn& column : event_columns()) {
    const int at = first.header.find({plain_name(column.name)});
    if (at >= 0 && column.set) columns.push_back({at, &column});
  }
  if (!first.header.has("id") || !first.header.has("document"))
    return Error{"has Entente's columns of events, but no id or no document"};
  return RowCoder{[columns](const Row& row) { return code_own(row, columns); }, {}};
}

// Edges

std::optional<double> read_number(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

struct EdgeColumns {
  int source, target, kind, a_to_b, b_to_a, first, last;
};

CodedRow code_edge(const Row& row, const EdgeColumns& at, CodedActors& actors) {
  CodedRow coded;
  const std::string_view a = cell(row, at.source), b = cell(row, at.target);
  const bool friendly = cell(row, at.kind) == "friend";
  if (a.empty() || b.empty() || (!friendly && cell(row, at.kind) != "enemy")) {
    coded.rejected = "it lacks Source or Target, or its kind is neither friend nor enemy";
    return coded;
  }
  for (const bool forth : {true, false}) {
    const auto sum = read_number(cell(row, forth ? at.a_to_b : at.b_to_a));
    StatedTie tie{actors.node(forth ? a : b),
                  actors.node(forth ? b : a),
                  sum.value_or(-1) * (friendly ? 1 : -1),
                  read_day(cell(row, at.first)).value_or(Date{}),
                  read_day(cell(row, at.last)).value_or(Date{}),
                  "",
                  "Entente network",
                  friendly ? "friend" : "enemy"};
    tie.id = tie.source.node + ">" + tie.target.node + ":" + tie.code;
    if (!sum || *sum < 0 || !add_stated_tie(tie, coded)) {
      coded.rejected = "a_to_b or b_to_a is no sum of weights";
      return coded;
    }
  }
  if (coded.events.empty()) coded.left_out = kNoAction;
  return coded;
}

bool is_own_edges(const FirstRows& first) {
  const Header& h = first.header;
  return h.has("source") && h.has("target") && h.has("kind") && h.has("atob") && h.has("btoa");
}

Result<RowCoder> make_own_edges(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const EdgeColumns at{h.find({"source"}), h.find({"target"}), h.find({"kind"}), h.find({"atob"}),
                       h.find({"btoa"}),   h.find({"first"}),  h.find({"last"})};
  return RowCoder{[at, &actors](const Row& row) { return code_edge(row, at, actors); }, {}};
}

}  // namespace

std::span<const RowFormat> own_formats() {
  static constexpr RowFormat kFormats[] = {
      {"entente", "Entente", is_own_events, always_has_header, make_own_events},
      {"entente-edges", "Entente network", is_own_edges, always_has_header, make_own_edges},
  };
  return kFormats;
}

}  // namespace entente
