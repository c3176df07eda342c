// Anybody's table of events or edges. Columns are found by the names that such tables commonly
// have, or by the map that the user gives; what a row says of the deed may be a type of PLOVER, a
// code or label of CAMEO, a word for friends or enemies, or a number with a sign. Tested in
// import_test.cpp.
#include "exchange/plain_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "exchange/edge_events.h"

namespace entente {

namespace {

struct Role {
  std::string_view name;
  std::initializer_list<std::string_view> known_as;
};

const Role kRoles[] = {
    {"source",
     {"source", "sourcename", "sourcecode", "src", "actor1", "actor", "sender", "initiator",
      "statea", "country1", "countrya", "sidea", "state1", "ccode1", "subject", "head", "node1",
      "a", "i"}},
    {"target",
     {"target", "targetname", "targetcode", "tgt", "dst", "actor2", "recipient", "receiver",
      "stateb", "country2", "countryb", "sideb", "state2", "ccode2", "object", "tail", "node2", "b",
      "j"}},
    {"type", {"type", "eventtype", "plover", "relation", "relationship", "kind", "tie", "link"}},
    {"code",
     {"cameocode", "cameo", "eventcode", "code", "eventtext", "event", "action", "eventrootcode",
      "rootcode"}},
    {"mode", {"mode", "eventmode"}},
    {"sign", {"sign", "polarity", "valence"}},
    {"weight",
     {"weight", "value", "score", "strength", "rating", "goldstein", "goldsteinscale",
      "intensity"}},
    {"date",
     {"date", "eventdate", "day", "sqldate", "start", "startdate", "datefrom", "time", "timestamp",
      "datestart", "first"}},
    {"end", {"end", "enddate", "dateto", "dateend", "last"}},
    {"year", {"year", "yr"}},
    {"month", {"month"}},
    {"id", {"id", "eventid", "globaleventid", "rowid"}},
    {"story", {"story", "storyid", "document", "doc", "article", "articleid"}},
    {"sentence", {"sentence", "text", "quote", "eventsentence"}},
    {"outlet", {"outlet", "publisher", "newspaper", "medium", "publication"}},
    {"url", {"url", "sourceurl", "link"}},
    {"status", {"status"}},
};

using Columns = std::map<std::string_view, int>;

bool by_number(const ImportOptions& options) {
  return !options.columns.empty() && std::ranges::all_of(options.columns, [](const auto& entry) {
    return read_integer(entry.second).value_or(0) > 0;
  });
}

Result<Columns> mapped_columns(const FirstRows& first, const ImportOptions& options) {
  Columns columns;
  for (const auto& [role, name] : options.columns) {
    const auto* known = std::ranges::find(kRoles, role, &Role::name);
    if (known == std::end(kRoles)) return Error{"has no use for a column '" + role + "'"};
    int at = by_number(options) ? *read_integer(name) - 1 : first.header.find({plain_name(name)});
    if (at < 0) return Error{"has no column '" + name + "'"};
    columns[known->name] = at;
  }
  return columns;
}

Columns found_columns(const FirstRows& first, Columns columns) {
  for (const Role& role : kRoles) {
    if (columns.contains(role.name)) continue;
    const int at = first.header.find(role.known_as);
    const bool taken = std::ranges::any_of(columns, [at](const auto& c) { return c.second == at; });
    if (at >= 0 && !taken) columns[role.name] = at;
  }
  // Edge lists of other programs: From and To are the two ends, unless there are other ends.
  if (!columns.contains("source") && !columns.contains("target") && first.header.has("from") &&
      first.header.has("to")) {
    columns["source"] = first.header.find({"from"});
    columns["target"] = first.header.find({"to"});
  }
  return columns;
}

bool tells_the_deed(const Columns& columns) {
  return columns.contains("type") || columns.contains("code") || columns.contains("sign") ||
         columns.contains("weight");
}

// +1, -1 or 0 for a word that tells friends from enemies.
std::optional<int> sign_of_word(std::string_view word) {
  static constexpr std::string_view kFriends[] = {
      "friend",   "friends",  "friendly", "friendship",  "ally",    "allies", "allied",
      "alliance", "positive", "pos",      "cooperation", "support", "+",      "+1"};
  static constexpr std::string_view kEnemies[] = {
      "enemy",    "enemies", "hostile",  "hostility", "enmity", "rival", "rivals", "rivalry",
      "negative", "neg",     "conflict", "war",       "foe",    "-",     "-1",     "\xe2\x88\x92"};
  const std::string small = lower(word);
  if (std::ranges::find(kFriends, small) != std::end(kFriends)) return 1;
  if (std::ranges::find(kEnemies, small) != std::end(kEnemies)) return -1;
  if (small == "neutral" || small == "none" || small == "mixed") return 0;
  return std::nullopt;
}

std::optional<double> read_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

class PlainCoder {
 public:
  PlainCoder(Columns columns, const FirstRows& first, bool numbered, CodedActors& actors)
      : columns_(std::move(columns)), numbered_(numbered), actors_(actors) {
    const auto name_of = [&](std::string_view role) {
      const int at = column(role);
      const auto& names = first.header.names();
      return !numbered_ && at >= 0 && static_cast<size_t>(at) < names.size()
                 ? names[static_cast<size_t>(at)]
                 : std::string();
    };
    cow_ = name_of("source").starts_with("ccode") || name_of("source").find("cow") == 0;
    roots_ = name_of("code").find("root") != std::string::npos;
  }

  CodedRow code(const Row& row) {
    CodedRow coded;
    const std::string_view source = get(row, "source"), target = get(row, "target");
    if (source.empty() || target.empty()) return rejected("source or target is empty");
    const auto term = term_of(row);
    if (!term) return rejected("'" + to_text(get(row, "date").substr(0, 40)) + "' is no date");
    const CodedDeed* deed = deed_of(row);
    if (deed && !deed->type) {
      coded.left_out = kDropped;
      return coded;
    }
    const auto weight = deed ? std::optional(0.0) : weight_of(row);
    if (!weight) {
      return rejected("'" + to_text(first_of(row, {"type", "code", "sign", "weight"})) +
                      "' is no type of PLOVER, no code of CAMEO, and no sign");
    }
    std::string id = to_text(get(row, "id"));
    if (id.empty()) id = std::to_string(row.line);
    if (!deed) return stated(row, *weight, *term, std::move(id));
    return told(row, *deed, *term, std::move(id));
  }

 private:
  static CodedRow rejected(std::string reason) {
    CodedRow row;
    row.rejected = std::move(reason);
    return row;
  }

  int column(std::string_view role) const {
    const auto found = columns_.find(role);
    return found == columns_.end() ? -1 : found->second;
  }
  std::string_view get(const Row& row, std::string_view role) const {
    return cell(row, column(role));
  }
  std::string_view first_of(const Row& row, std::initializer_list<std::string_view> roles) const {
    for (const std::string_view role : roles)
      if (!get(row, role).empty()) return get(row, role).substr(0, 40);
    return {};
  }

  Actor actor(std::string_view name, Date date) {
    return cow_ && read_integer(name) ? actors_.cow(name, date) : actors_.plain(to_text(name));
  }

  // Of no length where nothing tells a date.
  std::optional<DateRange> term_of(const Row& row) const {
    const std::string_view date = get(row, "date");
    if (date.empty()) {
      if (get(row, "year").empty()) return DateRange{};
      return read_parts(get(row, "year"), get(row, "month"), "");
    }
    if (date.size() == 4) return read_parts(date, "", "");
    if (date.size() == 7 && date[4] == '-')
      return read_parts(date.substr(0, 4), date.substr(5), "");
    const auto from = read_day(date);
    if (!from) return std::nullopt;
    const Date to = read_day(get(row, "end")).value_or(*from);
    return DateRange{*from, std::max(*from, to), DatePrecision::day};
  }

  const CodedDeed* deed_of(const Row& row) {
    for (const std::string_view role : {"type", "code"}) {
      const std::string_view text = get(row, role);
      if (text.empty()) continue;
      std::string capitals(text);
      for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      if (const auto type = event_type_from(capitals)) {
        const std::string mode(get(row, "mode"));
        plover_ = {"", type, is_mode_of(*type, mode) ? mode : ""};
        return &plover_;
      }
      if (sign_of_word(text)) continue;
      const CodedDeed* deed =
          find_cameo(roots_ && text.size() <= 2 ? std::string(text) + "0" : std::string(text));
      // A lone figure in a column that is not named for codes is a number.
      if (deed && (role == "code" || text.size() >= 2)) return deed;
    }
    return nullptr;
  }

  std::optional<double> weight_of(const Row& row) const {
    const auto weight = read_number(get(row, "weight"));
    for (const std::string_view role : {"sign", "type", "code"}) {
      const std::string_view text = get(row, role);
      if (text.empty()) continue;
      const auto number = read_number(text);
      const auto sign = sign_of_word(text);
      if (!sign && !number) continue;
      const double direction = sign ? *sign : *number;
      if (!weight) return direction;
      return *weight == 0 ? 0 : std::copysign(*weight, direction) * (direction == 0 ? 0 : 1);
    }
    return weight;
  }

  CodedRow stated(const Row& row, double weight, const DateRange& term, std::string id) {
    CodedRow coded;
    const StatedTie tie{actor(get(row, "source"), term.from),
                        actor(get(row, "target"), term.from),
                        weight,
                        term.from,
                        term.to == term.from ? Date{} : term.to,
                        std::move(id),
                        "table",
                        std::string(first_of(row, {"type", "sign", "weight"}))};
    if (!add_stated_tie(tie, coded)) return rejected("its weight is too large for a tie");
    if (coded.events.empty()) coded.left_out = "edges without a sign";
    return coded;
  }

  CodedRow told(const Row& row, const CodedDeed& deed, const DateRange& term, std::string id) {
    CodedRow coded;
    const std::string_view story = get(row, "story"), url = get(row, "url");
    const std::string document = "table:" + to_text(!story.empty() ? story
                                                    : !url.empty() ? url
                                                                   : std::string_view(id));
    coded.events.push_back(foreign_event(
        {"table", std::move(id), std::string(first_of(row, {"code", "type"})), &deed, term.from,
         term.to, term.precision, 1},
        actor(get(row, "source"), term.from), actor(get(row, "target"), term.from), document));
    Event& event = coded.events.back();
    set_texts(event, get(row, "source"), get(row, "target"));
    event.sentence = to_text(get(row, "sentence"));
    if (const auto status = event_status_from(lower(get(row, "status")))) event.status = *status;
    const std::string_view outlet = get(row, "outlet");
    if (!outlet.empty()) event.said_by.push_back({to_text(outlet), {}});
    coded.articles.push_back(foreign_article(
        document, outlet, url, term.from == Date{} ? std::nullopt : std::optional(term.from)));
    return coded;
  }

  Columns columns_;
  bool numbered_;
  bool cow_ = false, roots_ = false;
  CodedDeed plover_;
  CodedActors& actors_;
};

bool is_plain(const FirstRows& first) {
  const Columns columns = found_columns(first, {});
  return columns.contains("source") && columns.contains("target") && tells_the_deed(columns);
}

bool plain_has_header(const FirstRows&) { return true; }

Result<RowCoder> make_plain(const FirstRows& first, CodedActors& actors,
                            const ImportOptions& options) {
  auto mapped = mapped_columns(first, options);
  if (!mapped) return Error{mapped.error()};
  const bool numbered = by_number(options);
  const Columns columns =
      numbered ? std::move(mapped).value() : found_columns(first, std::move(mapped).value());
  if (!columns.contains("source") || !columns.contains("target"))
    return Error{"has no columns for the two actors; name them: --columns source=A,target=B"};
  if (!tells_the_deed(columns)) {
    return Error{
        "has no column that tells what was done or who is a friend; name one: --columns type=C, "
        "code=C, sign=C or weight=C"};
  }
  const auto coder = std::make_shared<PlainCoder>(columns, first, numbered, actors);
  return RowCoder{[coder](const Row& row) { return coder->code(row); }, {}};
}

}  // namespace

std::span<const RowFormat> plain_formats() {
  static constexpr RowFormat kFormats[] = {
      {"table", "table", is_plain, plain_has_header, make_plain},
  };
  return kFormats;
}

std::vector<std::string> import_column_roles() {
  std::vector<std::string> names;
  for (const Role& role : kRoles) names.emplace_back(role.name);
  return names;
}

}  // namespace entente
