// The plain form of what sqlite_events.cpp says in SQL; store_test.cpp holds them together.
#include "store/filter.h"

#include <tuple>

#include "store/search.h"

namespace entente {

namespace {

bool within(const Event& event, const EventFilter& filter) {
  if (!filter.from && !filter.to) return true;
  if (event_month(event) == Date{}) return false;
  const Date day = event.date.range.from;
  return (!filter.from || *filter.from <= day) && (!filter.to || day <= *filter.to);
}

bool has(const Event& event, const std::string& node) {
  return node.empty() || event.source.actor.node == node || event.target.actor.node == node;
}

bool between(const Event& event, const std::string& a, const std::string& b) {
  const std::string& source = event.source.actor.node;
  const std::string& target = event.target.actor.node;
  return (source == a && target == b) || (source == b && target == a);
}

bool names(const Event& event, const EventFilter& filter) {
  if (filter.node.empty() || filter.node_b.empty())
    return has(event, filter.node) && has(event, filter.node_b);
  return between(event, filter.node, filter.node_b);
}

}  // namespace

bool passes(const Event& event, const EventFilter& filter) {
  if (!names(event, filter)) return false;
  if (!filter.document.empty() && event.document != filter.document) return false;
  if (!filter.outlet.empty() &&
      (event.said_by.empty() || event.said_by.front().name != filter.outlet)) {
    return false;
  }
  if (filter.type && event.type != *filter.type) return false;
  if (filter.status && event.status != *filter.status) return false;
  if (!filter.words.empty() && !holds_all(event.sentence, search_terms(filter.words))) return false;
  return within(event, filter);
}

bool comes_before(const Event& a, const Event& b) {
  return std::tie(a.date.range.from, a.id, a.document) <
         std::tie(b.date.range.from, b.id, b.document);
}

}  // namespace entente
