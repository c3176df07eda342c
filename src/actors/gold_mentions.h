// Reader and scorer of gold/actors.txt, for the tests. The format is explained in that file.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "base/ascii.h"
#include "base/date.h"

namespace entente {

struct GoldMention {
  std::string words;
  std::vector<std::string> nodes;  // sorted; empty: no known actor
  bool place = false;
};

struct GoldBlock {
  std::string text;
  std::optional<Date> published;
  bool test = false;
  size_t line = 0;
  std::vector<GoldMention> mentions;
};

inline GoldMention gold_mention(std::string_view line) {
  GoldMention out;
  const size_t sign = line.rfind(" = ");
  if (sign == std::string_view::npos) return out;
  out.words = trim(line.substr(0, sign));
  std::string_view nodes = trim(line.substr(sign + 3));
  if (nodes.ends_with(" place")) {
    out.place = true;
    nodes.remove_suffix(6);
  }
  if (nodes == "-") return out;
  for (const std::string_view word : split(nodes, ' ')) {
    // A state's sector belongs to the state: "USA CVL".
    constexpr std::string_view kSectors = "CVL ELI OPP REB REF EDU LAB AGR BUS PTY JRN";
    const bool sector =
        !out.nodes.empty() && word.size() == 3 && kSectors.find(word) != std::string_view::npos;
    if (sector) {
      out.nodes.back().append(" ").append(word);
    } else {
      out.nodes.emplace_back(word);
    }
  }
  std::sort(out.nodes.begin(), out.nodes.end());
  return out;
}

inline std::vector<GoldBlock> read_gold_mentions(std::string_view text) {
  std::vector<GoldBlock> blocks;
  size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    const size_t close = line.find(']');
    if (line.starts_with('[') && close != std::string_view::npos) {
      GoldBlock block;
      const auto head = split(line.substr(1, close - 1), ' ');
      block.published = parse_iso_date(head[0]);
      block.test = head.size() > 1 && head[1] == "test";
      block.text = trim(line.substr(close + 1));
      block.line = number;
      blocks.push_back(std::move(block));
    } else if (!blocks.empty()) {
      blocks.back().mentions.push_back(gold_mention(trim(line)));
    }
  }
  return blocks;
}

// The widest mention that ends where the words end, or else is headed inside them.
inline const Mention* mention_at(const Document& document, const std::vector<Mention>& mentions,
                                 Range words) {
  const Mention* best = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.range.end != words.end) continue;
    if (!best || mention.range.begin < best->range.begin) best = &mention;
  }
  for (size_t m = 0; !best && m < mentions.size(); ++m) {
    const Range head = document.tokens[mentions[m].head].range;
    if (head.begin >= words.begin && head.end <= words.end) best = &mentions[m];
  }
  return best;
}

inline std::vector<std::string> nodes_of(const Mention& mention) {
  std::vector<std::string> nodes;
  for (const Actor& actor : mention.actors) nodes.push_back(actor.node);
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

// Where the words begin, as whole words, at `from` or behind it.
inline size_t find_words(std::string_view text, std::string_view words, size_t from) {
  const auto is_letter = [&](size_t i) {
    return i < text.size() && ((text[i] | 0x20) >= 'a') && ((text[i] | 0x20) <= 'z');
  };
  size_t at = text.find(words, from);
  while (at != std::string_view::npos &&
         ((at > 0 && is_letter(at - 1)) || is_letter(at + words.size()))) {
    at = text.find(words, at + 1);
  }
  return at;
}

struct MentionScore {
  size_t right = 0, asked = 0;
  size_t states = 0, wrong_state = 0;  // mentions of states, and those given to another one
  std::vector<std::string> faults;
  std::map<std::string, std::pair<size_t, size_t>> ways;  // way of resolution: right, of all
  double accuracy() const { return static_cast<double>(right) / static_cast<double>(asked); }
};

inline void score_block(const GoldBlock& block, const WorldBook& book, const EnglishModel& model,
                        MentionScore& score) {
  const Document document = make_document(block.text, model);
  MentionOptions options;
  options.published = block.published;
  const std::vector<Mention> mentions = find_mentions(document, book, options);
  size_t from = 0;
  for (const GoldMention& gold : block.mentions) {
    const size_t at = find_words(document.text, gold.words, from);
    ++score.asked;
    const auto fault = [&](const std::string& what) {
      score.faults.push_back("gold/actors.txt:" + std::to_string(block.line) + ": " + gold.words +
                             ": " + what);
    };
    if (at == std::string::npos) {
      fault("not in the text");
      continue;
    }
    const Range words{static_cast<uint32_t>(at), static_cast<uint32_t>(at + gold.words.size())};
    from = at + 1;
    const Mention* mention = mention_at(document, mentions, words);
    const bool state = gold.nodes.size() == 1 && gold.nodes[0].size() == 3;
    score.states += state ? 1 : 0;
    if (gold.nodes.empty()) {
      const bool known = mention && mention->actors[0].known() && !mention->modifier;
      score.right += known ? 0 : 1;
      if (known) fault("no actor, but found " + mention->actors[0].node);
      continue;
    }
    if (!mention) {
      fault("not found");
      continue;
    }
    const std::vector<std::string> nodes = nodes_of(*mention);
    auto& way = score.ways[std::string(to_string(mention->how))];
    ++way.second;
    way.first += nodes == gold.nodes && (!gold.place || mention->place) ? 1 : 0;
    if (nodes == gold.nodes && (!gold.place || mention->place)) {
      ++score.right;
      continue;
    }
    std::string found;
    for (const std::string& node : nodes) found += " " + node;
    if (state && mention->actors[0].known() && mention->actors[0].country != gold.nodes[0]) {
      ++score.wrong_state;
    }
    fault("found" + found + (nodes == gold.nodes ? ", not as a place" : ""));
  }
}

}  // namespace entente
