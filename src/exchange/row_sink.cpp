// Tested in import_test.cpp.
#include "exchange/row_sink.h"

#include <iterator>
#include <utility>

namespace entente {

namespace {

constexpr size_t kShownBytes = 300;

template <typename T>
void move_to(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void RowSink::keep(CodedRow&& coded) {
  summary.events += coded.events.size();
  move_to(batch_.articles, coded.articles);
  move_to(batch_.events, coded.events);
  if (batch_.events.size() >= options_.batch_events ||
      batch_.rejected.size() >= options_.batch_events)
    hand_over();
}

void RowSink::hand_over() {
  if (batch_.events.empty() && batch_.rejected.empty()) return;
  take_(std::exchange(batch_, {}));
}

void RowSink::add(const Row& row, CodedRow&& coded) {
  if (!coded.rejected.empty()) return reject(row, coded.rejected);
  ++summary.rows;
  if (!coded.left_out.empty()) {
    ++summary.left_out[std::string(coded.left_out)];
    return;
  }
  keep(std::move(coded));
}

void RowSink::reject(const Row& row, std::string_view reason) {
  ++summary.rows;
  ++summary.rejected;
  batch_.rejected.push_back(
      {row.line, row.offset, std::string(reason), to_text(row.whole.substr(0, kShownBytes))});
}

void RowSink::add_all(CodedRow&& coded) {
  // One whole may be many batches; an event goes with its article.
  std::map<std::string, Article> articles;
  for (Article& article : coded.articles) {
    std::string id = article.id;
    articles.insert_or_assign(std::move(id), std::move(article));
  }
  for (Event& event : coded.events) {
    CodedRow one;
    one.articles.push_back(articles.at(event.document));
    one.events.push_back(std::move(event));
    keep(std::move(one));
  }
}

ImportSummary RowSink::finish() {
  hand_over();
  return std::move(summary);
}

}  // namespace entente
