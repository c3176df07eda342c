// Which function writes which format.
#include <algorithm>
#include <iterator>

#include "exchange/exchange.h"
#include "exchange/write_events.h"
#include "exchange/write_network.h"

namespace entente {

namespace {

struct Writer {
  ExportFormat format;
  std::string_view name;
  std::string (*write)(const Holdings&);
};

template <ExportFormat format>
std::string write_all(const Holdings& holdings) {
  return write_events(format, holdings);
}

constexpr Writer kWriters[] = {
    {ExportFormat::csv, "csv", write_all<ExportFormat::csv>},
    {ExportFormat::jsonl, "jsonl", write_all<ExportFormat::jsonl>},
    {ExportFormat::polecat, "polecat", write_all<ExportFormat::polecat>},
    {ExportFormat::gexf, "gexf", network_gexf},
    {ExportFormat::graphml, "graphml", network_graphml},
    {ExportFormat::json, "json", network_json},
    {ExportFormat::nodes, "nodes", nodes_csv},
    {ExportFormat::edges, "edges", edges_csv},
    {ExportFormat::camps, "camps", camps_csv},
    {ExportFormat::positions, "positions", positions_csv},
    {ExportFormat::memberships, "memberships", memberships_csv},
};

const Writer& writer_of(ExportFormat format) {
  return *std::ranges::find(kWriters, format, &Writer::format);
}

}  // namespace

std::optional<ExportFormat> export_format_from(std::string_view name) {
  const auto* found = std::ranges::find(kWriters, name, &Writer::name);
  if (found == std::end(kWriters)) return std::nullopt;
  return found->format;
}

std::string_view to_string(ExportFormat format) { return writer_of(format).name; }

std::string export_as(ExportFormat format, const Holdings& holdings) {
  return writer_of(format).write(holdings);
}

}  // namespace entente
