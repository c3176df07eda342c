// Militarized Interstate Disputes of Correlates of War (participants, pairs, incidents) and the
// events of UCDP. In a dispute each acts toward each on the other side by the highest action it
// took; those on one side are tied by a joint act, as docs/ties.md does with clauses. Tested in
// import_test.cpp.
#include "exchange/conflict_rows.h"

#include <algorithm>
#include <map>

namespace entente {

namespace {

CodedRow rejected(std::string reason) {
  CodedRow row;
  row.rejected = std::move(reason);
  return row;
}

CodedRow left_out(std::string_view reason) {
  CodedRow row;
  row.left_out = reason;
  return row;
}

const CodedDeed* by_level(std::string_view level) {
  static const CodedDeed threat{"", EventType::threaten, "violence"},
      display{"", EventType::mobilize, "troops"}, force{"", EventType::assault, ""},
      war{"", EventType::assault, "heavy-weapons"};
  const auto number = read_integer(level);
  if (!number) return nullptr;
  switch (*number) {
    case 2: return &threat;
    case 3: return &display;
    case 4: return &force;
    case 5: return &war;
    default: return nullptr;
  }
}

struct Act {
  const CodedDeed* deed = nullptr;  // null: it did nothing
  std::string code;
};

// By the highest action, else by the level of hostility.
Act act_of(std::string_view action, std::string_view level) {
  const auto number = read_integer(action);
  if (number && *number > 0) {
    const auto found = codes().mid_actions.find(std::to_string(*number));
    if (found != codes().mid_actions.end())
      return {&found->second, "action " + std::to_string(*number)};
  }
  return {by_level(level), "hostility level " + std::string(level)};
}

// Whole days where they are known, else months or years.
DateRange between(const std::optional<DateRange>& start, const std::optional<DateRange>& end) {
  DateRange range = *start;
  if (end && end->to >= range.from) range.to = end->to;
  return range;
}

ForeignEvent event_of(std::string_view coder, std::string id, const Act& act,
                      const DateRange& range) {
  return {coder, std::move(id), act.code, act.deed, range.from, range.to, range.precision, 1};
}

const CodedDeed& together() {
  static const CodedDeed deed{"", EventType::agree, ""};
  return deed;
}

struct Party {
  Actor actor;
  bool side_a = false;
  Act act;
  DateRange range;
};

struct DisputeColumns {
  int dispute, incident, abbreviation, number, start_day, start_month, start_year, end_day,
      end_month, end_year, side, action, level;
};

// Participants as they come; pairs are made at the end, when all of a dispute are known.
struct Disputes {
  std::map<std::string, std::vector<Party>> participants;
};

CodedRow take_participant(const Row& row, const DisputeColumns& at, CodedActors& actors,
                          Disputes& disputes) {
  const std::string_view dispute = cell(row, at.dispute);
  if (!read_integer(dispute)) return rejected("the number of the dispute is no number");
  const auto start =
      read_parts(cell(row, at.start_year), cell(row, at.start_month), cell(row, at.start_day));
  if (!start) return rejected("it has no year, or a day that no calendar has");
  const auto side = read_integer(cell(row, at.side));
  if (!side || *side < 0 || *side > 2) return rejected("the side is neither 0 nor 1");
  const auto end =
      read_parts(cell(row, at.end_year), cell(row, at.end_month), cell(row, at.end_day));
  const std::string_view code = at.number >= 0 ? cell(row, at.number) : cell(row, at.abbreviation);
  if (code.empty()) return rejected("it names no state");
  std::string key(dispute);
  if (at.incident >= 0) key += "." + std::string(cell(row, at.incident));
  disputes.participants[key].push_back(
      {actors.cow(code, start->from, cell(row, at.abbreviation)), *side == 1,
       act_of(cell(row, at.action), cell(row, at.level)), between(start, end)});
  return {};
}

void add_pair(CodedRow& all, const std::string& dispute, const Party& a, const Party& b) {
  const std::string document = "cow-mid:" + dispute;
  const std::string id = dispute + ":" + a.actor.node + ":" + b.actor.node;
  if (a.side_a != b.side_a) {
    if (!a.act.deed) return;
    all.events.push_back(
        foreign_event(event_of("COW MID", id, a.act, a.range), a.actor, b.actor, document));
    return;
  }
  if (!a.act.deed || !b.act.deed || !(a.actor.node < b.actor.node)) return;
  DateRange range = a.range;
  range.from = std::max(range.from, b.range.from);
  range.to = std::max(range.from, std::min(range.to, b.range.to));
  Event event = foreign_event(event_of("COW MID", id, {&together(), "same side"}, range), a.actor,
                              b.actor, document);
  event.mutual = true;
  all.events.push_back(std::move(event));
}

CodedRow pair_participants(const Disputes& disputes) {
  CodedRow all;
  for (const auto& [dispute, participants] : disputes.participants) {
    for (const Party& a : participants)
      for (const Party& b : participants)
        if (&a != &b) add_pair(all, dispute, a, b);
    all.articles.push_back(
        foreign_article("cow-mid:" + dispute, "", "", participants.front().range.from));
    all.articles.back().title = "Militarized interstate dispute " + dispute;
  }
  return all;
}

int dispute_column(const Header& header) {
  return header.find({"dispnum", "dispnum3", "dispnum4", "dispnum5", "disno", "dispnumber", "mid"});
}

bool is_participants(const FirstRows& first) {
  const Header& h = first.header;
  return dispute_column(h) >= 0 && h.find({"hiact", "action", "hostlev"}) >= 0 &&
         h.find({"ccode", "stabb"}) >= 0;
}

Result<RowCoder> make_participants(const FirstRows& first, CodedActors& actors,
                                   const ImportOptions&) {
  const Header& h = first.header;
  const DisputeColumns at{dispute_column(h),
                          h.find({"incidnum", "incidnum3", "incidnum4", "incidnum5"}),
                          h.find({"stabb"}),
                          h.find({"ccode"}),
                          h.find({"stday"}),
                          h.find({"stmon"}),
                          h.find({"styear"}),
                          h.find({"endday"}),
                          h.find({"endmon"}),
                          h.find({"endyear"}),
                          h.find({"insidea", "inside", "sidea"}),
                          h.find({"hiact", "action"}),
                          h.find({"hostlev"})};
  if (at.start_year < 0 || at.side < 0)
    return Error{"holds participants of disputes without styear or sidea"};
  const auto disputes = std::make_shared<Disputes>();
  return RowCoder{
      [=, &actors](const Row& row) { return take_participant(row, at, actors, *disputes); },
      [=] { return pair_participants(*disputes); }};
}

// One row a pair of states in a dispute, in some versions one a year.

struct PairColumns {
  int dispute, a, b, name_a, name_b, start_day, start_month, start_year, end_day, end_month,
      end_year, year, action_a, action_b, level_a, level_b;
};

CodedRow code_pair(const Row& row, const PairColumns& at, CodedActors& actors) {
  const std::string dispute(cell(row, at.dispute));
  if (!read_integer(dispute)) return rejected("the number of the dispute is no number");
  auto start =
      read_parts(cell(row, at.start_year), cell(row, at.start_month), cell(row, at.start_day));
  if (!start) start = read_parts(cell(row, at.year), "", "");
  if (!start) return rejected("it has no year, or a day that no calendar has");
  const auto end =
      read_parts(cell(row, at.end_year), cell(row, at.end_month), cell(row, at.end_day));
  if (cell(row, at.a).empty() || cell(row, at.b).empty()) return rejected("it names no two states");
  const Actor a = actors.cow(cell(row, at.a), start->from, cell(row, at.name_a));
  const Actor b = actors.cow(cell(row, at.b), start->from, cell(row, at.name_b));
  const DateRange range = between(start, end);
  const std::string document = "cow-mid:" + dispute;
  CodedRow coded;
  for (const bool forth : {true, false}) {
    const Act act = act_of(cell(row, forth ? at.action_a : at.action_b),
                           cell(row, forth ? at.level_a : at.level_b));
    if (!act.deed) continue;
    const Actor& source = forth ? a : b;
    const Actor& target = forth ? b : a;
    std::string id = dispute + ":" + source.node + ":" + target.node;
    if (at.year >= 0) id += ":" + std::string(cell(row, at.year));
    coded.events.push_back(
        foreign_event(event_of("COW MID", id, act, range), source, target, document));
  }
  if (coded.events.empty()) return left_out(kNoAction);
  coded.articles.push_back(foreign_article(document, "", "", range.from));
  coded.articles.back().title = "Militarized interstate dispute " + dispute;
  return coded;
}

bool is_pairs(const FirstRows& first) {
  const Header& h = first.header;
  return dispute_column(h) >= 0 && h.find({"statea", "ccode1", "ccodea"}) >= 0 &&
         h.find({"stateb", "ccode2", "ccodeb"}) >= 0;
}

Result<RowCoder> make_pairs(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const PairColumns at{dispute_column(h),
                       h.find({"statea", "ccode1", "ccodea"}),
                       h.find({"stateb", "ccode2", "ccodeb"}),
                       h.find({"namea", "stabb1", "statename1"}),
                       h.find({"nameb", "stabb2", "statename2"}),
                       h.find({"strtday", "stday"}),
                       h.find({"strtmnth", "strtmon", "stmon"}),
                       h.find({"strtyr", "styear"}),
                       h.find({"endday"}),
                       h.find({"endmnth", "endmon"}),
                       h.find({"endyear", "endyr"}),
                       h.find({"year"}),
                       h.find({"highmcaa", "hiact1", "hiacta", "highact", "hiact"}),
                       h.find({"highmcab", "hiact2", "hiactb", "highact", "hiact"}),
                       h.find({"hihosta", "hostlev1", "hostleva", "hihost", "hostlev"}),
                       h.find({"hihostb", "hostlev2", "hostlevb", "hihost", "hostlev"})};
  if (at.start_year < 0 && at.year < 0) return Error{"holds pairs of states without a year"};
  return RowCoder{[at, &actors](const Row& row) { return code_pair(row, at, actors); }, {}};
}

// MIDA and MIDI: disputes and incidents as such.
bool is_disputes_only(const FirstRows& first) {
  return dispute_column(first.header) >= 0 && first.header.has("styear");
}

Result<RowCoder> make_disputes_only(const FirstRows&, CodedActors&, const ImportOptions&) {
  return Error{
      "lists disputes without those who took part; import the table of participants (MIDB, MIDIP) "
      "or of pairs"};
}

// UCDP

struct UcdpColumns {
  int id, kind, side_a, side_b, state_a, state_b, country, start, end, precision, office, headline,
      original, article;
};

Actor ucdp_actor(std::string_view name, std::string_view state, std::string_view country, Date date,
                 CodedActors& actors) {
  const bool civilians = name == "Civilians" || name == "civilians";
  if (!state.empty() && read_integer(state) && name.starts_with("Government of"))
    return actors.cow(std::to_string(*read_integer(state)), date, name.substr(14));
  if (name.starts_with("Government of ")) return actors.named(name.substr(14), "", "GOV");
  return actors.named(to_text(name), civilians ? country : "", civilians ? "CVL" : "REB");
}

CodedRow code_ucdp(const Row& row, const UcdpColumns& at, CodedActors& actors) {
  static const CodedDeed assault{"", EventType::assault, ""};
  const std::string_view id = cell(row, at.id);
  if (!read_integer(id)) return rejected("the event id is no number");
  const auto start = read_day(cell(row, at.start)), end = read_day(cell(row, at.end));
  if (!start) return rejected("date_start is no date");
  const std::string_view side_a = cell(row, at.side_a), side_b = cell(row, at.side_b);
  if (side_a.empty() || side_b.empty()) return left_out(kNoSecondActor);
  const auto kind = read_integer(cell(row, at.kind));
  if (!kind || *kind < 1 || *kind > 3) return rejected("type_of_violence is not 1, 2 or 3");
  constexpr std::string_view kKinds[] = {"state-based", "non-state", "one-sided"};
  const Date last = end && *end >= *start ? *end : *start;
  const auto precision = read_integer(cell(row, at.precision)).value_or(1);
  const DatePrecision known = precision <= 2   ? DatePrecision::day
                              : precision == 3 ? DatePrecision::week
                              : precision == 4 ? DatePrecision::month
                                               : DatePrecision::year;
  const std::string document = "ucdp:" + std::string(id);
  CodedRow coded;
  coded.events.push_back(foreign_event(
      {"UCDP GED", std::string(id), std::string(kKinds[*kind - 1]), &assault, *start, last, known,
       1},
      ucdp_actor(side_a, cell(row, at.state_a), cell(row, at.country), *start, actors),
      ucdp_actor(side_b, cell(row, at.state_b), cell(row, at.country), *start, actors), document));
  Event& event = coded.events.back();
  set_texts(event, side_a, side_b);
  event.mutual = *kind != 3;  // both fight
  for (const int column : {at.office, at.original}) {
    const std::string_view name = cell(row, column).substr(0, cell(row, column).find(';'));
    if (!name.empty()) event.said_by.push_back({to_text(name), {}});
  }
  coded.articles.push_back(foreign_article(
      document, event.said_by.empty() ? "" : event.said_by.front().name, "", start));
  const std::string_view headline = cell(row, at.headline);
  coded.articles.back().title = to_text(headline.empty() ? cell(row, at.article) : headline);
  return coded;
}

bool is_ucdp(const FirstRows& first) {
  return first.header.has("typeofviolence") && first.header.has("sidea") &&
         first.header.has("sideb");
}

Result<RowCoder> make_ucdp(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const UcdpColumns at{h.find({"id"}),
                       h.find({"typeofviolence"}),
                       h.find({"sidea"}),
                       h.find({"sideb"}),
                       h.find({"gwnoa"}),
                       h.find({"gwnob"}),
                       h.find({"country"}),
                       h.find({"datestart"}),
                       h.find({"dateend"}),
                       h.find({"dateprec"}),
                       h.find({"sourceoffice"}),
                       h.find({"sourceheadline"}),
                       h.find({"sourceoriginal"}),
                       h.find({"sourcearticle"})};
  if (at.id < 0 || at.start < 0) return Error{"has UCDP's columns, but no id or no date_start"};
  return RowCoder{[at, &actors](const Row& row) { return code_ucdp(row, at, actors); }, {}};
}

}  // namespace

std::span<const RowFormat> conflict_formats() {
  static constexpr RowFormat kFormats[] = {
      {"ucdp", "UCDP GED", is_ucdp, always_has_header, make_ucdp},
      {"mid-pairs", "COW MID", is_pairs, always_has_header, make_pairs},
      {"mid", "COW MID", is_participants, always_has_header, make_participants},
      {"mid-disputes", "COW MID", is_disputes_only, always_has_header, make_disputes_only},
  };
  return kFormats;
}

}  // namespace entente
