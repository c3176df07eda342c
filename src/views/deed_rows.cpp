// Deeds with their reports: who told first, who tells it otherwise. Tested in deed_rows_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "views/records.h"
#include "views/table.h"
#include "views/views.h"

namespace entente {

namespace {

class DeedLister {
 public:
  DeedLister(const std::vector<Event>& events, const std::vector<Article>& articles)
      : events_(events) {
    for (const Article& article : articles) articles_.emplace(article.id, &article);
  }

  // The outlet that printed an event, or its article where none is known.
  std::string teller(size_t event) const {
    const Article* article = article_of(event);
    if (article && !article->outlet.empty()) return article->outlet;
    const std::vector<Speaker>& said_by = events_[event].said_by;
    const bool outlet = !said_by.empty() && said_by.front().range.empty();
    return outlet ? said_by.front().name : events_[event].document;
  }

  std::string day_told(size_t event) const {
    const Article* article = article_of(event);
    return article && article->published ? to_string(*article->published) : "";
  }

  std::vector<std::string> tellers(const Reports& reports) const {
    std::vector<std::string> names;
    for (const size_t i : reports) {
      std::string name = teller(i);
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
    return names;
  }

  // "The Courier: denied", for each report that is not told as the first is.
  std::vector<std::string> differences(const Reports& reports) const {
    const Event& first = events_[reports.front()];
    std::vector<std::string> lines;
    for (const size_t i : reports) {
      const Event& event = events_[i];
      std::string what;
      if (event.status != first.status) what = to_string(event.status);
      if (event.mode != first.mode && !event.mode.empty()) what += " " + event.mode;
      if (event.claimed != first.claimed) what += event.claimed ? " claimed" : " not a claim";
      if (what.empty()) continue;
      std::string line = fmt::format("{}: {}", teller(i), what[0] == ' ' ? what.substr(1) : what);
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  std::vector<std::string> ids(const Reports& reports) const {
    std::vector<std::string> all;
    for (const size_t i : reports) all.push_back(events_[i].id);
    return all;
  }

  std::vector<std::string> sentences(const Reports& reports) const {
    std::vector<std::string> all;
    for (const size_t i : reports) {
      const std::string& sentence = events_[i].sentence;
      if (std::find(all.begin(), all.end(), sentence) == all.end()) all.push_back(sentence);
    }
    return all;
  }

 private:
  const Article* article_of(size_t event) const {
    const auto found = articles_.find(events_[event].document);
    return found == articles_.end() ? nullptr : found->second;
  }

  const std::vector<Event>& events_;
  std::unordered_map<std::string, const Article*> articles_;
};

std::string day_of(const Event& event) {
  const bool dated = event.date.basis != DateBasis::none && is_valid(event.date.range.from);
  return dated ? to_string(event.date.range.from) : "";
}

std::string deeds_table(const std::vector<Reports>& deeds, const std::vector<Event>& events,
                        const DeedLister& lister, Terminal terminal) {
  std::string text;
  const int columns = std::max(terminal.width, 40);
  for (const Reports& reports : deeds) {
    const Event& first = events[reports.front()];
    const int side = sign(first.type, first.mode);
    const Ink colour = side > 0 ? Ink::friendly : side < 0 ? Ink::hostile : Ink::plain;
    const std::string day = day_of(first);
    text += fmt::format("{}  {} {} {}  {}  {} {}\n", day.empty() ? "undated   " : day,
                        ink(one_line(first.source.actor.name), Ink::strong, terminal.color),
                        first.mutual ? "\u2194" : "\u2192",
                        ink(one_line(first.target.actor.name), Ink::strong, terminal.color),
                        ink(std::string(to_string(first.type)), colour, terminal.color),
                        reports.size(), reports.size() == 1 ? "report" : "reports");
    for (const size_t i : reports) {
      const std::string told = lister.day_told(i);
      const std::string who = one_line(lister.teller(i)) + (told.empty() ? "" : ", " + told);
      text += paragraph("    " + who + ": ", "      ", one_line(events[i].sentence), columns);
    }
    for (const std::string& difference : lister.differences(reports)) {
      text += paragraph("    differs: ", "      ", one_line(difference), columns);
    }
  }
  return text;
}

}  // namespace

std::string deeds_view(const std::vector<Reports>& deeds, const std::vector<Event>& events,
                       const std::vector<Article>& articles, Format format, Terminal terminal) {
  const DeedLister lister(events, articles);
  if (format == Format::table) return deeds_table(deeds, events, lister, terminal);
  Records records;
  records.fields = {"date",    "source",  "target",  "type",          "mode",
                    "status",  "mutual",  "reports", "first_told_by", "first_told_on",
                    "told_by", "differs", "events",  "sentences"};
  for (const Reports& reports : deeds) {
    const Event& first = events[reports.front()];
    const std::string day = day_of(first), told = lister.day_told(reports.front());
    records.rows.push_back(
        {day.empty() ? Value() : Value(day), first.source.actor.node, first.target.actor.node,
         std::string(to_string(first.type)), first.mode, std::string(to_string(first.status)),
         first.mutual, static_cast<int64_t>(reports.size()), lister.teller(reports.front()),
         told.empty() ? Value() : Value(told), lister.tellers(reports), lister.differences(reports),
         lister.ids(reports), lister.sentences(reports)});
  }
  return write_records(records, format);
}

}  // namespace entente
