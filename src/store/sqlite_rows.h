// Articles and events as rows and back, exactly.
#pragma once

#include <optional>
#include <string>

#include "store/sqlite_connection.h"
#include "store/store.h"

namespace entente {

// SQL for the functions below; they bind and read the columns in this order.
std::string insert_article_sql();
std::string select_articles_sql();  // without WHERE and ORDER BY
std::string insert_event_sql();
std::string insert_speaker_sql();
std::string select_events_sql();  // without WHERE and ORDER BY

// `article` must outlive the next step().
void bind_article(Statement& statement, const Article& article);
Article read_article(Statement& row);

// Without its speakers. `event` must outlive the next step().
void bind_event(Statement& statement, const Event& event, double weight);
struct EventRow {
  int64_t key = 0;
  bool known = true;  // false: it holds a type, status ... that this program does not know
  Event event;
};
EventRow read_event(Statement& row);

// NULL is {0,0,0}.
Date read_date(Statement& row);

}  // namespace entente
