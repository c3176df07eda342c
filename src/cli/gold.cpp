// Reads gold files. A block is a text at the margin and indented lines for its events; a block
// without any indented line is a mistake and not a sentence without events, which says `none`.
// Tested by gold_test.cpp.
#include "cli/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "views/views.h"

namespace entente {

namespace {

// "[2023-02-20] Ankara and Athens ..."
void take_date(GoldSentence& sentence, std::string_view text) {
  const size_t close = text.find(']');
  if (text.starts_with('[') && close != std::string_view::npos) {
    sentence.published = parse_iso_date(text.substr(1, close - 1));
    if (sentence.published) text = trim(text.substr(close + 1));
  }
  sentence.text = text;
}

bool take_head(GoldEvent& event, std::string_view head) {
  const size_t blank = head.find(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view coded = head.substr(0, blank);
  const size_t slash = coded.find('/');
  const auto type = event_type_from(coded.substr(0, slash));
  if (!type) return false;
  event.type = *type;
  if (slash != std::string_view::npos) event.mode = coded.substr(slash + 1);
  head = trim(head.substr(blank));
  const size_t end = std::min(head.find(' '), head.size());
  const auto status = event_status_from(head.substr(0, end));
  if (!status || (!event.mode.empty() && !is_mode_of(event.type, event.mode))) return false;
  event.status = *status;
  head = trim(head.substr(end));
  const size_t both = head.find(" <-> ");
  const size_t arrow = both != std::string_view::npos ? both : head.find(" -> ");
  if (arrow == std::string_view::npos) return false;
  event.mutual = both != std::string_view::npos;
  event.source = trim(head.substr(0, arrow));
  event.target = trim(head.substr(arrow + (event.mutual ? 5 : 4)));
  return !event.source.empty() && !event.target.empty();
}

bool take_note(GoldEvent& event, std::string_view note) {
  if (note.starts_with("said_by:")) {
    for (const std::string_view name : split(note.substr(8), '>')) event.said_by.emplace_back(name);
    return true;
  }
  if (!note.starts_with("issue:")) return false;
  event.issue = trim(note.substr(6));
  return true;
}

std::optional<GoldEvent> read_event(std::string_view line) {
  const std::vector<std::string_view> parts = split(line, '|');
  GoldEvent event;
  if (!take_head(event, parts[0])) return std::nullopt;
  const bool noted = std::all_of(parts.begin() + 1, parts.end(),
                                 [&](std::string_view note) { return take_note(event, note); });
  return noted ? std::optional(event) : std::nullopt;
}

struct Reader {
  GoldSet set;
  std::string origin;
  bool open = false;      // inside a block
  bool answered = false;  // it has events or `none`

  void complain(size_t line, std::string message) {
    set.problems.push_back({fmt::format("{}:{}", origin, line), std::move(message)});
  }

  void close() {
    if (open && !answered) {
      const std::string place = set.sentences.back().place;
      set.sentences.pop_back();
      set.problems.push_back({place, "the sentence has no events; write '  none' below it"});
    }
    open = false;
  }

  void begin(std::string_view text, size_t line) {
    close();
    GoldSentence sentence;
    take_date(sentence, text);
    sentence.place = fmt::format("{}:{}", origin, line);
    set.sentences.push_back(std::move(sentence));
    open = true;
    answered = false;
  }

  void answer(std::string_view text, size_t line) {
    if (!open) return complain(line, "no sentence stands above this event");
    if (text == "none") {
      answered = true;
    } else if (auto event = read_event(text)) {
      set.sentences.back().events.push_back(std::move(*event));
      answered = true;
    } else {
      answered = true;
      complain(line, fmt::format("'{}' is no event; write TYPE[/mode] status SOURCE -> TARGET",
                                 text.substr(0, 80)));
    }
  }
};

GoldEvent gold_event(const Event& event) {
  GoldEvent gold;
  gold.type = event.type;
  gold.mode = event.mode;
  gold.status = event.status;
  gold.source = event.source.actor.node;
  gold.target = event.target.actor.node;
  gold.mutual = event.mutual;
  gold.issue = event.issue;
  for (const Speaker& speaker : event.said_by) gold.said_by.push_back(speaker.name);
  return gold;
}

// Lines of one sentence stand together or apart; a sentence whose every line is rejected or has no
// type is one without events.
GoldSet read_gold_lines(std::string_view text, std::string_view origin) {
  GoldSet set;
  std::map<std::pair<std::string, std::string>, size_t> known;
  size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const std::string place = fmt::format("{}:{}", origin, number);
    auto read = read_gold_json(line);
    if (!read) {
      set.problems.push_back({place, read.error() + "; the row was left out"});
      continue;
    }
    const GoldLine& gold = read.value();
    const auto [at, is_new] =
        known.try_emplace({gold.event.document, gold.event.sentence}, set.sentences.size());
    if (is_new) set.sentences.push_back({gold.event.sentence, gold.published, {}, place});
    GoldSentence& sentence = set.sentences[at->second];
    if (!sentence.published) sentence.published = gold.published;
    if (gold.accepted && !gold.none) sentence.events.push_back(gold_event(gold.event));
  }
  return set;
}

}  // namespace

GoldSet read_gold(std::string_view text, std::string_view origin) {
  if (trim(text).starts_with('{')) return read_gold_lines(text, origin);
  Reader reader;
  reader.origin = origin;
  size_t number = 1;
  for (size_t at = 0; at <= text.size(); ++number) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view content = trim(line);
    at = end + 1;
    if (content.empty()) {
      reader.close();
    } else if (line[0] == ' ' || line[0] == '\t') {
      reader.answer(content, number);
    } else if (line[0] != '#') {
      reader.begin(content, number);
    }
  }
  reader.close();
  return std::move(reader.set);
}

}  // namespace entente
