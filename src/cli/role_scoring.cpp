// A span marked R is right as source and as target, and is asked for as both. Tested in
// role_scoring_test.cpp.
#include "cli/role_scoring.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"

namespace entente {

namespace {

bool is_tag(std::string_view tag) {
  return tag == "O" || (tag.size() == 3 && (tag[0] == 'B' || tag[0] == 'I') && tag[1] == '-' &&
                        (tag[2] == 'S' || tag[2] == 'T' || tag[2] == 'R'));
}

void add_word(RoleSentence& sentence, std::string_view word, std::string_view tag) {
  if (!sentence.text.empty()) sentence.text += ' ';
  const auto begin = static_cast<uint32_t>(sentence.text.size());
  sentence.text += word;
  const auto end = static_cast<uint32_t>(sentence.text.size());
  if (tag == "O") return;
  const bool goes_on = tag[0] == 'I' && !sentence.spans.empty() &&
                       sentence.spans.back().role == tag[2] &&
                       sentence.spans.back().range.end + 1 == begin;
  if (goes_on) {
    sentence.spans.back().range.end = end;
  } else {
    sentence.spans.push_back({tag[2], {begin, end}});
  }
}

void add_part(RoleScore::Part& part, char role, const std::vector<RoleSpan>& gold,
              const std::vector<RoleSpan>& found) {
  std::vector<RoleSpan> open;
  for (const RoleSpan& span : gold) {
    if (span.role == role || span.role == 'R') open.push_back(span);
  }
  part.gold += open.size();
  for (const RoleSpan& span : found) {
    if (span.role != role) continue;
    ++part.found;
    const auto hit = std::find_if(open.begin(), open.end(), [&](const RoleSpan& other) {
      return other.range.overlaps(span.range);
    });
    if (hit == open.end()) continue;
    ++part.right;
    open.erase(hit);
  }
}

}  // namespace

bool is_role_table(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const auto words = split(line, ' ');
  return words.size() == 2 && is_tag(words[1]);
}

RoleRows read_role_rows(std::string_view bytes, std::string_view file) {
  RoleRows out;
  RoleSentence current;
  size_t number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    if (line.empty()) {
      if (!current.text.empty()) out.sentences.push_back(std::move(current));
      current = {};
      continue;
    }
    const size_t blank = line.find_last_of(" \t");
    const std::string_view tag = blank == line.npos ? line : line.substr(blank + 1);
    if (blank == line.npos || !is_tag(tag)) {
      out.problems.push_back({std::string(file) + ":" + std::to_string(number),
                              "not a word and its tag (O, B-S, I-S, B-T, I-T, B-R, I-R); correct "
                              "the line"});
      continue;
    }
    add_word(current, trim(line.substr(0, blank)), tag);
  }
  if (!current.text.empty()) out.sentences.push_back(std::move(current));
  return out;
}

double RoleScore::Part::f1() const {
  return gold + found == 0 ? 0
                           : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
}

void add(RoleScore& score, const RoleSentence& gold, const std::vector<RoleSpan>& found) {
  ++score.sentences;
  add_part(score.source, 'S', gold.spans, found);
  add_part(score.target, 'T', gold.spans, found);
}

std::string score_text(const RoleScore& score) {
  const auto line = [](std::string_view name, const RoleScore::Part& part) {
    const auto share = [](size_t a, size_t b) {
      return b == 0 ? 0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
    };
    return fmt::format("  {:<8} precision {:5.1f}  recall {:5.1f}  F1 {:5.1f}   ({} marked)\n",
                       name, share(part.right, part.found), share(part.right, part.gold), part.f1(),
                       part.gold);
  };
  return fmt::format("  {} sentences, spans by overlap\n", score.sentences) +
         line("sources", score.source) + line("targets", score.target);
}

std::string role_misses_text(const RoleSentence& gold, const std::vector<RoleSpan>& found) {
  RoleScore score;
  add(score, gold, found);
  const bool all =
      score.source.right == score.source.gold && score.source.right == score.source.found &&
      score.target.right == score.target.gold && score.target.right == score.target.found;
  if (all) return {};
  const auto list = [&](const std::vector<RoleSpan>& spans) {
    std::string text;
    for (const RoleSpan& span : spans) {
      text += fmt::format(" {}[{}]", span.role, slice(gold.text, span.range));
    }
    return text;
  };
  return fmt::format("{}\n  marked{}\n  found {}\n", gold.text, list(gold.spans), list(found));
}

std::vector<RoleSpan> roles_of(const RoleSentence& gold, const Knowledge& knowledge) {
  const Document document = make_document(gold.text, knowledge.model);
  std::vector<RoleSpan> spans;
  const auto put = [&](char role, const std::vector<Range>& ranges) {
    for (const Range range : ranges) spans.push_back({role, range});
  };
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Roles roles = find_roles(document, s, knowledge.book);
    const bool whole = !roles.sources.empty() && !roles.targets.empty();
    if (!spans.empty() && !whole) continue;
    spans.clear();
    put('S', roles.sources);
    put('T', roles.targets);
    if (roles.mutual) put('S', roles.targets);
    if (roles.mutual) put('T', roles.sources);
    if (whole) break;
  }
  return spans;
}

}  // namespace entente
