// Reads the rows of a corrections file and finds those that cannot stand beside each other. Tested
// in corrections_test.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "actors/corrections.h"
#include "actors/folding.h"
#include "base/ascii.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kVerbs = {"add", "merge", "rename", "retype", "drop"};

Problem at_line(std::string_view file, size_t line, const std::string& fault) {
  return {std::string(file) + ":" + std::to_string(line), fault};
}

// An empty string, or what is wrong with the row.
std::string read_row(std::string_view line, Correction& out) {
  const size_t blank = line.find_first_of(" \t");
  const std::string verb = lower(line.substr(0, blank));
  const auto known = std::find(kVerbs.begin(), kVerbs.end(), verb);
  if (known == kVerbs.end()) {
    return "'" + verb + "' is no correction; begin the line with add, merge, rename, retype or " +
           "drop, or put # before it";
  }
  out.kind = static_cast<CorrectionKind>(known - kVerbs.begin());
  std::string_view rest = blank == std::string_view::npos ? "" : line.substr(blank);
  const size_t sign = rest.find('=');
  out.actor = trim(rest.substr(0, sign));
  if (out.actor.empty()) return "the row names no actor; write `" + verb + " ACTOR = ...`";
  if (out.kind == CorrectionKind::drop) {
    return sign == std::string_view::npos ? "" : "`drop` takes one name and no `=`";
  }
  if (sign == std::string_view::npos) {
    return "`" + verb + "` needs ` = ` between the actor and what becomes of it";
  }
  const auto parts = split(rest.substr(sign + 1), '|');
  out.value = parts[0];
  if (out.value.empty()) return "nothing stands behind `=`; complete the row";
  for (size_t i = 1; i < parts.size(); ++i) {
    const size_t space = parts[i].find(' ');
    if (out.kind != CorrectionKind::add || space == std::string_view::npos) {
      return "'| " + std::string(parts[i]) + "' is not understood; only `add` takes details, " +
             "such as `| sector REB | country KEN | from 2001 | to 2004`";
    }
    out.details.push_back({parts[i].substr(0, space), trim(parts[i].substr(space))});
  }
  return {};
}

// Follows merges from `key`; the keys on the way, the first again at the end of a circle.
bool runs_in_circle(const std::map<std::string, std::string>& merged, const std::string& key) {
  std::set<std::string> seen;
  for (auto at = merged.find(key); at != merged.end(); at = merged.find(at->second)) {
    if (!seen.insert(at->first).second) return true;
  }
  return false;
}

using FirstRows = std::map<std::pair<CorrectionKind, std::string>, const Correction*>;

// What is merged or dropped is no longer there for another correction; nullptr if there is none.
const Correction* excluded(const FirstRows& first, CorrectionKind kind, const std::string& key) {
  const bool ends = kind == CorrectionKind::merge || kind == CorrectionKind::drop;
  for (const CorrectionKind other :
       {CorrectionKind::add, CorrectionKind::merge, CorrectionKind::rename, CorrectionKind::retype,
        CorrectionKind::drop}) {
    if (other == kind) continue;
    const bool other_ends = other == CorrectionKind::merge || other == CorrectionKind::drop;
    const auto found = first.find({other, key});
    if (found != first.end() && (ends || other_ends)) return found->second;
  }
  return nullptr;
}

}  // namespace

std::vector<Correction> read_corrections(std::string_view text, std::string_view file,
                                         std::vector<Problem>& problems) {
  std::vector<Correction> rows;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    Correction row;
    row.line = number;
    std::string fault = read_row(line, row);
    if (fault.empty()) {
      rows.push_back(std::move(row));
    } else {
      problems.push_back(at_line(file, number, fault));
    }
  }
  return rows;
}

std::string correction_key(const Facts& facts, std::string_view actor) {
  if (actor.starts_with('?')) actor.remove_prefix(1);
  if (facts.entity_of(actor)) return std::string(actor);
  const size_t blank = actor.find(' ');
  if (blank != std::string_view::npos && actor.size() - blank == 4) {
    const Entity* state = facts.entity_of(actor.substr(0, blank));
    if (state && state->kind == EntityKind::state) return std::string(actor);
  }
  return lower(fold(actor));
}

void settle_corrections(const Facts& facts, std::string_view file, std::vector<Correction>& rows,
                        std::vector<Problem>& problems) {
  FirstRows first;
  std::map<std::string, std::string> merged;
  std::vector<Correction> kept;
  kept.reserve(rows.size());  // `first` points into it
  for (const Correction& row : rows) {
    std::string fault;
    for (const std::string_view actor : row.kind == CorrectionKind::merge
                                            ? list_of(row.actor)
                                            : std::vector<std::string_view>{row.actor}) {
      const std::string key = correction_key(facts, actor);
      const auto before = first.find({row.kind, key});
      if (before != first.end() && before->second->value != row.value) {
        fault = "line " + std::to_string(before->second->line) + " says otherwise of '" +
                std::string(actor) + "' ('" + std::string(before->second->value) +
                "'); keep one of the two";
      }
      if (const Correction* other = excluded(first, row.kind, key)) {
        fault = "line " + std::to_string(other->line) + " merges or drops '" + std::string(actor) +
                "', or does more to it; keep one of the two";
      }
      if (row.kind != CorrectionKind::merge || !fault.empty()) continue;
      merged[key] = correction_key(facts, row.value);
      if (runs_in_circle(merged, key)) {
        fault = "merging '" + std::string(actor) + "' into '" + std::string(row.value) +
                "' leads in a circle; take out one line of it";
        merged.erase(key);
      }
    }
    if (!fault.empty()) {
      problems.push_back(at_line(file, row.line, fault));
      continue;
    }
    kept.push_back(row);
    for (const std::string_view actor : list_of(row.actor)) {
      first.emplace(std::pair(row.kind, correction_key(facts, actor)), &kept.back());
    }
  }
  rows = std::move(kept);
}

}  // namespace entente
