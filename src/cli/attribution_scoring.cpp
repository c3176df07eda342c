// Reads brat's standoff format and scores sources by overlap, as PolNeAR's authors do. Tested in
// attribution_scoring_test.cpp.
#include "cli/attribution_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

#include "base/ascii.h"

namespace entente {

namespace {

// The plain form of a curly quotation mark, or the character itself.
std::string_view plain_quote(std::string_view character) {
  if (character == "\u2018" || character == "\u2019") return "'";
  if (character == "\u201C" || character == "\u201D") return "\"";
  return character;
}

size_t bytes_of(char lead) {
  const auto value = static_cast<unsigned char>(lead);
  return value < 0xC0 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
}

// Text with plain quotation marks, and where in it each character of the original begins.
std::string plain_text(std::string_view text, std::vector<uint32_t>& begins) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, bytes_of(text[at]));
    at += character.size();
    begins.push_back(static_cast<uint32_t>(plain.size()));
    plain += plain_quote(character);
  }
  begins.push_back(static_cast<uint32_t>(plain.size()));
  return plain;
}

std::optional<size_t> number(std::string_view text) {
  size_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

// "Source 89 106" or "Content 10 20;30 40": the ranges behind the label; empty where ill-formed.
std::vector<Range> ranges_of(std::string_view field, const std::vector<uint32_t>& begins) {
  std::vector<Range> ranges;
  const size_t blank = field.find(' ');
  if (blank == std::string_view::npos) return {};
  for (const std::string_view part : split(field.substr(blank + 1), ';')) {
    const auto ends = split(part, ' ');
    const auto from = number(ends[0]), to = number(ends.back());
    if (ends.size() != 2 || !from || !to || *from >= *to || *to >= begins.size()) return {};
    ranges.push_back({begins[*from], begins[*to]});
  }
  return ranges;
}

bool overlap(const std::vector<Range>& marked, Range found) {
  return std::any_of(marked.begin(), marked.end(),
                     [&](Range range) { return range.overlaps(found); });
}

struct Pair {
  size_t marked = 0, found = 0;
  bool content = false;
};

// Those with the same source, one to one; the ones that share cue and content first.
std::vector<Pair> pair_up(const MarkedText& marked, const std::vector<Attribution>& found) {
  std::vector<std::tuple<int, size_t, size_t>> all;
  for (size_t m = 0; m < marked.attributions.size(); ++m) {
    const MarkedAttribution& wanted = marked.attributions[m];
    for (size_t f = 0; f < found.size(); ++f) {
      if (!overlap(wanted.source, found[f].source)) continue;
      const int shared =
          overlap(wanted.cue, found[f].cue) + 2 * overlap(wanted.content, found[f].content);
      all.emplace_back(-shared, m, f);
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<bool> marked_taken(marked.attributions.size()), found_taken(found.size());
  std::vector<Pair> pairs;
  for (const auto& [shared, m, f] : all) {
    if (marked_taken[m] || found_taken[f]) continue;
    marked_taken[m] = found_taken[f] = true;
    pairs.push_back({m, f, shared <= -2});
  }
  return pairs;
}

std::string row_of(std::string_view name, const Hits& hits) {
  return fmt::format("{:<22} {:>5} {:>6} {:>6}   {:>6.1f} {:>6.1f} {:>6.1f}\n", name, hits.gold,
                     hits.found, hits.right, 100 * hits.precision(), 100 * hits.recall(),
                     100 * hits.f1());
}

std::string words_at(const MarkedText& marked, const std::vector<Range>& ranges) {
  std::string words;
  for (const Range range : ranges) words += std::string(slice(marked.text, range)) + " ";
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

using Spans = std::map<std::string, std::vector<Range>, std::less<>>;

// "Attribution:T4 Content:T3 Cue:T2 Source:T1"; a binding to nothing goes to `unknown`.
MarkedAttribution bound(std::string_view bindings, const Spans& spans, std::string& unknown) {
  MarkedAttribution attribution;
  for (const std::string_view binding : split(bindings, ' ')) {
    const size_t colon = binding.find(':');
    if (colon == std::string_view::npos) continue;
    const auto found = spans.find(binding.substr(colon + 1));
    if (found == spans.end()) {
      unknown = binding;
      continue;
    }
    std::vector<Range>* ranges = binding.starts_with("Source")    ? &attribution.source
                                 : binding.starts_with("Cue")     ? &attribution.cue
                                 : binding.starts_with("Content") ? &attribution.content
                                                                  : nullptr;
    if (ranges) ranges->insert(ranges->end(), found->second.begin(), found->second.end());
  }
  return attribution;
}

}  // namespace

MarkedText read_marked_text(std::string_view text, std::string_view annotation,
                            std::string_view origin) {
  MarkedText result;
  std::vector<uint32_t> begins;
  result.text = plain_text(text, begins);
  const std::vector<std::string_view> lines = split(annotation, '\n');
  Spans spans;
  const auto refuse = [&](size_t line, std::string what) {
    result.problems.push_back({fmt::format("{}:{}", origin, line + 1), std::move(what)});
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with('T')) continue;
    const auto fields = split(lines[i], '\t');
    auto ranges = fields.size() < 2 ? std::vector<Range>() : ranges_of(fields[1], begins);
    if (ranges.empty()) refuse(i, "no range of characters inside the text; the line was left out");
    spans.emplace(fields[0], std::move(ranges));
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with('E')) continue;
    const auto fields = split(lines[i], '\t');
    if (fields.size() < 2) {
      refuse(i, "no tab behind the first field; the line was left out");
      continue;
    }
    std::string unknown;
    result.attributions.push_back(bound(fields[1], spans, unknown));
    if (!unknown.empty()) refuse(i, unknown + " is defined nowhere; it was left out");
  }
  return result;
}

void add(AttributionScore& score, const MarkedText& marked, const std::vector<Attribution>& found) {
  ++score.texts;
  const auto named = static_cast<size_t>(
      std::count_if(marked.attributions.begin(), marked.attributions.end(),
                    [](const MarkedAttribution& one) { return !one.source.empty(); }));
  const auto answered = static_cast<size_t>(std::count_if(
      found.begin(), found.end(), [](const Attribution& one) { return !one.source.empty(); }));
  for (Hits* hits : {&score.source, &score.source_with_content}) {
    hits->gold += named;
    hits->found += answered;
  }
  for (const Pair& pair : pair_up(marked, found)) {
    ++score.source.right;
    score.source_with_content.right += pair.content;
  }
}

std::string score_text(const AttributionScore& score) {
  return fmt::format("{:<22} {:>5} {:>6} {:>6}   {:>6} {:>6} {:>6}\n", "attribution", "gold",
                     "found", "right", "P", "R", "F1") +
         row_of("source", score.source) + row_of("source with content", score.source_with_content) +
         fmt::format("\ntexts {}\n", score.texts);
}

std::string misses_text(const MarkedText& marked, const std::vector<Attribution>& found) {
  std::vector<bool> marked_right(marked.attributions.size()), found_right(found.size());
  for (const Pair& pair : pair_up(marked, found)) {
    marked_right[pair.marked] = found_right[pair.found] = true;
  }
  std::string text;
  for (size_t i = 0; i < marked_right.size(); ++i) {
    const MarkedAttribution& one = marked.attributions[i];
    if (marked_right[i] || one.source.empty()) continue;
    text += fmt::format("- {}| {}| {}\n", words_at(marked, one.source), words_at(marked, one.cue),
                        words_at(marked, one.content));
  }
  for (size_t i = 0; i < found_right.size(); ++i) {
    if (found_right[i] || found[i].source.empty()) continue;
    text += fmt::format("+ {}| {}| {}\n", words_at(marked, {found[i].source}),
                        words_at(marked, {found[i].cue}), words_at(marked, {found[i].content}));
  }
  return text;
}

}  // namespace entente
