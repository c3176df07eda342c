// Treaties of alliance: Correlates of War (version 4: pairs, members, years) and ATOP 5 (alliances,
// members, pairs and years). A promise to fight counts as cooperation, one to keep out or to talk
// as agreement; the event lasts as long as the promise. Tested in import_test.cpp.
#include <algorithm>
#include <map>

#include "exchange/conflict_rows.h"

namespace entente {

namespace {

constexpr std::string_view kNoAlliance = "no alliance binds the two in that year";

CodedRow rejected(std::string reason) {
  CodedRow row;
  row.rejected = std::move(reason);
  return row;
}

// A promise that a treaty may hold: its column, and whether it is one to fight.
struct Promise {
  int column = -1;
  std::string_view name;
  bool to_fight = false;
};

std::vector<Promise> promises_of(const Header& h) {
  std::vector<Promise> promises = {{h.find({"defense"}), "defense", true},
                                   {h.find({"offense"}), "offense", true},
                                   {h.find({"neutrality", "neutral"}), "neutrality", false},
                                   {h.find({"nonaggression", "nonagg"}), "nonaggression", false},
                                   {h.find({"entente"}), "entente", false},
                                   {h.find({"consul"}), "consultation", false}};
  std::erase_if(promises, [](const Promise& promise) { return promise.column < 0; });
  return promises;
}

struct Bond {
  const CodedDeed* deed = nullptr;  // null: the row promises nothing
  std::string code;
};

Bond bond_of(const Row& row, const std::vector<Promise>& promises) {
  static const CodedDeed fight{"", EventType::cooperate, ""}, agree{"", EventType::agree, ""};
  Bond bond;
  for (const Promise& promise : promises) {
    const auto kept = read_integer(cell(row, promise.column));
    if (!kept || *kept <= 0) continue;
    bond.code += (bond.code.empty() ? "" : "+") + std::string(promise.name);
    if (promise.to_fight || !bond.deed) bond.deed = promise.to_fight ? &fight : &agree;
  }
  return bond;
}

Bond some_bond(const Row& row, const std::vector<Promise>& promises) {
  static const CodedDeed agree{"", EventType::agree, ""};
  Bond bond = bond_of(row, promises);
  if (!bond.deed) bond = {&agree, "alliance"};
  return bond;
}

struct TermColumns {
  int start_year, start_month, start_day, end_year, end_month, end_day, year;
};

std::optional<DateRange> term_of(const Row& row, const TermColumns& at) {
  if (at.year >= 0) return read_parts(cell(row, at.year), "", "");
  auto term =
      read_parts(cell(row, at.start_year), cell(row, at.start_month), cell(row, at.start_day));
  if (!term) return term;
  const auto end =
      read_parts(cell(row, at.end_year), cell(row, at.end_month), cell(row, at.end_day));
  if (end && end->to > term->from) term->to = end->to;
  return term;
}

Event alliance_event(std::string_view coder, const std::string& treaty, std::string id,
                     const Bond& bond, const DateRange& term, const Actor& a, const Actor& b) {
  return foreign_event(
      {coder, std::move(id), bond.code, bond.deed, term.from, term.to, term.precision, 1}, a, b,
      std::string(coder == "ATOP" ? "atop:" : "cow-alliance:") + treaty);
}

Article treaty_article(std::string_view coder, const std::string& treaty, Date signed_on) {
  Article article = foreign_article(
      std::string(coder == "ATOP" ? "atop:" : "cow-alliance:") + treaty, "", "", signed_on);
  article.title = "Treaty of alliance " + treaty + " (" + std::string(coder) + ")";
  return article;
}

// One row a pair.

struct PairColumns {
  int treaty, a, b, name_a, name_b, allied;
  TermColumns term;
  std::vector<Promise> promises;
};

CodedRow code_pair(const Row& row, const PairColumns& at, CodedActors& actors,
                   std::string_view coder) {
  const auto term = term_of(row, at.term);
  if (!term) return rejected("it has no year, or a day that no calendar has");
  const std::string_view code_a = cell(row, at.a), code_b = cell(row, at.b);
  if (code_a.empty() || code_b.empty()) return rejected("it names no two states");
  CodedRow coded;
  const Bond bond = some_bond(row, at.promises);
  const bool parted = at.allied >= 0 && read_integer(cell(row, at.allied)).value_or(1) <= 0;
  if (parted || (at.treaty < 0 && bond.code == "alliance")) {
    coded.left_out = kNoAlliance;
    return coded;
  }
  const Actor a = actors.cow(code_a, term->from, cell(row, at.name_a));
  const Actor b = actors.cow(code_b, term->from, cell(row, at.name_b));
  const std::string treaty =
      at.treaty >= 0 ? std::string(cell(row, at.treaty)) : a.node + ":" + b.node;
  std::string id = treaty + ":" + a.node + ":" + b.node;
  if (at.term.year >= 0) id += ":" + std::string(cell(row, at.term.year));
  coded.events.push_back(alliance_event(coder, treaty, std::move(id), bond, *term, a, b));
  coded.articles.push_back(treaty_article(coder, treaty, term->from));
  return coded;
}

RowCoder pair_coder(PairColumns at, CodedActors& actors, std::string_view coder) {
  return {[at = std::move(at), coder, &actors](const Row& row) {
            return code_pair(row, at, actors, coder);
          },
          {}};
}

// One row a member: pairs are made at the end.

struct Member {
  Actor actor;
  Bond bond;
  DateRange term;
  bool open = false;  // still a member when the data end
};

struct MemberColumns {
  int treaty, state, name;
  TermColumns term;
  std::vector<Promise> promises;
};

using Treaties = std::map<std::string, std::vector<Member>>;

CodedRow take_member(const Row& row, const MemberColumns& at, CodedActors& actors,
                     Treaties& treaties) {
  const auto term = term_of(row, at.term);
  if (!term) return rejected("it has no year, or a day that no calendar has");
  if (cell(row, at.treaty).empty() || cell(row, at.state).empty())
    return rejected("it names no treaty or no member");
  std::string treaty(cell(row, at.treaty));
  if (at.term.year >= 0) treaty += ":" + std::string(cell(row, at.term.year));
  const bool open = at.term.year < 0 && !read_parts(cell(row, at.term.end_year), "", "");
  treaties[treaty].push_back({actors.cow(cell(row, at.state), term->from, cell(row, at.name)),
                              some_bond(row, at.promises), *term, open});
  return {};
}

void add_pair(CodedRow& all, std::string_view coder, const std::string& treaty, const Member& a,
              const Member& b) {
  if (!(a.actor.node < b.actor.node)) return;
  DateRange term = std::max(a.term.from, b.term.from) == a.term.from ? a.term : b.term;
  const Date end_a = a.open ? Date{9999, 12, 31} : a.term.to;
  const Date end_b = b.open ? Date{9999, 12, 31} : b.term.to;
  const Date end = std::min(end_a, end_b);
  if (end < term.from) return;  // one had left when the other came
  if (end.year < 9999) term.to = end;
  const Bond& bond = a.bond.deed->type == EventType::cooperate ? b.bond : a.bond;
  Event event = alliance_event(coder, treaty, treaty + ":" + a.actor.node + ":" + b.actor.node,
                               bond, term, a.actor, b.actor);
  event.mutual = true;
  all.events.push_back(std::move(event));
}

CodedRow pair_members(const Treaties& treaties, std::string_view coder) {
  CodedRow all;
  for (const auto& [treaty, members] : treaties) {
    const size_t before = all.events.size();
    for (const Member& a : members)
      for (const Member& b : members) add_pair(all, coder, treaty, a, b);
    // Who joined, left and joined again makes the same pair twice.
    const auto added = all.events.begin() + static_cast<std::ptrdiff_t>(before);
    std::map<std::string, int> seen;
    for (auto event = added; event != all.events.end(); ++event)
      if (const int times = ++seen[event->id]; times > 1) event->id += ":" + std::to_string(times);
    all.articles.push_back(treaty_article(coder, treaty, members.front().term.from));
  }
  return all;
}

RowCoder member_coder(const MemberColumns& at, CodedActors& actors, std::string_view coder) {
  const auto treaties = std::make_shared<Treaties>();
  return {[=, &actors](const Row& row) { return take_member(row, at, actors, *treaties); },
          [=] { return pair_members(*treaties, coder); }};
}

// One row a treaty, with its members in columns mem1, mem2 ...

struct TreatyColumns {
  int treaty;
  std::vector<int> members;
  TermColumns term;
  std::vector<Promise> promises;
};

CodedRow code_treaty(const Row& row, const TreatyColumns& at, CodedActors& actors) {
  const auto term = term_of(row, at.term);
  if (!term) return rejected("it has no year, or a day that no calendar has");
  std::string treaty(cell(row, at.treaty));
  if (treaty.empty()) return rejected("it has no atopid");
  if (at.term.year >= 0) treaty += ":" + std::string(cell(row, at.term.year));
  Treaties one;
  for (const int column : at.members) {
    const auto state = read_integer(cell(row, column));
    if (!state || *state <= 0) continue;
    one[treaty].push_back({actors.cow(std::to_string(*state), term->from),
                           some_bond(row, at.promises), *term, false});
  }
  if (one.empty()) return rejected("it names no members");
  return pair_members(one, "ATOP");
}

TermColumns terms(const Header& h) {
  return {h.find({"dyadstyear", "memstyear", "allstyear", "yrent", "begyr"}),
          h.find({"dyadstmonth", "memstmonth", "allstmonth", "moent", "begmo"}),
          h.find({"dyadstday", "memstday", "allstday", "dayent", "begday"}),
          h.find({"dyadendyear", "memendyear", "allendyear", "yrexit", "endyr"}),
          h.find({"dyadendmonth", "memendmonth", "allendmonth", "moexit", "endmo"}),
          h.find({"dyadendday", "memendday", "allendday", "dayexit", "endday"}),
          h.find({"year"})};
}

bool is_cow(const FirstRows& first) {
  return first.header.find({"version4id", "version3id", "version5id", "allianceid"}) >= 0;
}

Result<RowCoder> make_cow(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const int treaty = h.find({"version4id", "version5id", "version3id", "allianceid"});
  if (h.has("ccode1") && h.has("ccode2")) {
    return pair_coder({treaty, h.find({"ccode1"}), h.find({"ccode2"}), h.find({"statename1"}),
                       h.find({"statename2"}), -1, terms(h), promises_of(h)},
                      actors, "COW alliances");
  }
  if (h.has("ccode")) {
    return member_coder(
        {treaty, h.find({"ccode"}), h.find({"statename"}), terms(h), promises_of(h)}, actors,
        "COW alliances");
  }
  return Error{"lists alliances without members (ccode, or ccode1 and ccode2)"};
}

bool is_atop(const FirstRows& first) {
  const Header& h = first.header;
  return h.find({"atopid", "atopally", "atopid1"}) >= 0;
}

std::vector<int> member_columns(const Header& h) {
  std::vector<int> columns;
  for (int i = 1; i <= 80; ++i) {
    const int column = h.find({"mem" + std::to_string(i)});
    if (column >= 0) columns.push_back(column);
  }
  return columns;
}

Result<RowCoder> make_atop(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const int treaty = h.find({"atopid"});
  if (h.has("member")) {
    return member_coder({treaty, h.find({"member"}), -1, terms(h), promises_of(h)}, actors, "ATOP");
  }
  const int a = h.find({"statea", "ccode1", "mem1"}), b = h.find({"stateb", "ccode2", "mem2"});
  if (!h.has("mem3") && a >= 0 && b >= 0) {
    return pair_coder({treaty, a, b, -1, -1, h.find({"atopally"}), terms(h), promises_of(h)},
                      actors, "ATOP");
  }
  const std::vector<int> members = member_columns(h);
  if (treaty < 0 || members.empty()) return Error{"lists alliances of ATOP without members"};
  const TreatyColumns at{treaty, members, terms(h), promises_of(h)};
  return RowCoder{[at, &actors](const Row& row) { return code_treaty(row, at, actors); }, {}};
}

}  // namespace

std::span<const RowFormat> alliance_formats() {
  static constexpr RowFormat kFormats[] = {
      {"cow-alliances", "COW alliances", is_cow, always_has_header, make_cow},
      {"atop", "ATOP", is_atop, always_has_header, make_atop},
  };
  return kFormats;
}

}  // namespace entente
