// Reads the tables of the world book. The idea: one row reader that finds columns by their header,
// and one function a table that says what a row adds. Unknown columns and tables are refused, so
// that a slip in a header cannot lose facts silently; rows that are wrong only beside others are
// found in book_checks.cpp. Tested in book_test.cpp.
#include "actors/book.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "actors/actors.h"
#include "base/ascii.h"

namespace entente {

namespace {

struct Row {
  const std::vector<std::string_view>& columns;
  const std::vector<std::string_view>& cells;

  std::string_view operator[](std::string_view column) const {
    for (size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (columns[i].size() == column.size() && columns[i] == column) return cells[i];
    }
    return {};
  }
};

struct Table {
  std::string_view file;
  std::string_view columns;  // those that must be there, comma-separated
  // An empty string, or what is wrong with the row.
  std::string (*add)(Facts& facts, const Row& row);
};

std::string read_span(const Row& row, Date& from, Date& to) {
  if (!row["from"].empty()) {
    const auto date = partial_date(row["from"], false);
    if (!date) return "`from` is not a date like 1991, 1991-08 or 1991-08-31";
    from = *date;
  }
  if (!row["to"].empty()) {
    const auto date = partial_date(row["to"], true);
    if (!date) return "`to` is not a date like 1991, 1991-08 or 1991-08-31";
    to = *date;
    if (to < from) return "`to` lies before `from`";
  }
  return {};
}

uint32_t put(Facts& facts, const Entity& entity) {
  facts.entities.push_back(entity);
  return static_cast<uint32_t>(facts.entities.size() - 1);
}

void put_names(Facts& facts, std::string_view cell, uint32_t entity, NameForm form) {
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(';'), cell.size());
    facts.names.add(trim(cell.substr(0, end)), entity, form);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

std::string put_coded(Facts& facts, const Row& row, Entity entity, uint32_t* index) {
  entity.code = row["code"];
  entity.name = row["name"];
  if (entity.code.empty() || entity.name.empty()) return "`code` and `name` must not be empty";
  if (entity.code.find(' ') != std::string_view::npos) return "`code` must be one word";
  std::string fault = read_span(row, entity.from, entity.to);
  if (!fault.empty()) return fault;
  *index = put(facts, entity);
  if (!facts.by_code.emplace(entity.code, *index).second) {
    return "the code " + std::string(entity.code) + " is already taken; choose another";
  }
  facts.names.add(entity.name, *index, NameForm::name, true);
  put_names(facts, row["aliases"], *index, NameForm::name);
  return {};
}

// "Uzbek; Uzbeks": a form that ends in s, or that is not the first of two, is the plural.
void put_demonyms(Facts& facts, std::string_view cell, uint32_t entity) {
  for (const std::string_view name : list_of(cell)) {
    const bool plural = name.ends_with('s') && !name.ends_with("ss");
    facts.names.add(name, entity, plural ? NameForm::demonyms : NameForm::demonym);
  }
}

std::string add_state(Facts& facts, const Row& row) {
  Entity state;
  state.kind = EntityKind::state;
  state.country = row["code"];
  state.members = row["borders"];
  uint32_t index = 0;
  std::string fault = put_coded(facts, row, state, &index);
  if (!fault.empty()) return fault;
  put_names(facts, row["adjectives"], index, NameForm::adjective);
  put_demonyms(facts, row["demonyms"], index);
  put_names(facts, row["capital"], index, NameForm::capital);
  put_names(facts, row["metonyms"], index, NameForm::metonym);
  const std::array<std::pair<StateCodes, std::string_view>, 3> lists = {
      {{StateCodes::iso2, row["iso2"]},
       {StateCodes::cow, row["cow"]},
       {StateCodes::fips, row["fips"]}}};
  for (const auto& [system, cell] : lists) {
    for (const std::string_view code : list_of(cell)) {
      facts.state_codes.push_back({system, code, index});
    }
  }
  return {};
}

std::string add_organisation(Facts& facts, const Row& row) {
  Entity organisation;
  organisation.kind = EntityKind::organisation;
  organisation.sector = row["sector"].empty() ? std::string_view("IGO") : row["sector"];
  organisation.role = row["kind"];
  organisation.whole = row["whole"];
  organisation.members = row["members"];
  if (!organisation.members.starts_with("as ") && organisation.members != "elected" &&
      organisation.members != "none" && !organisation.members.empty()) {
    return "`members` must be empty, none, elected, or `as` and a code";
  }
  uint32_t index = 0;
  std::string fault = put_coded(facts, row, organisation, &index);
  if (!fault.empty()) return fault;
  put_names(facts, row["seat"], index, NameForm::capital);
  return {};
}

std::string add_group(Facts& facts, const Row& row) {
  Entity group;
  group.kind = EntityKind::group;
  group.country = row["country"];
  group.sector = row["sector"];
  uint32_t index = 0;
  return put_coded(facts, row, group, &index);
}

std::string add_member(Facts& facts, const Row& row) {
  Membership membership;
  membership.organisation = row["organisation"];
  const std::string_view members = row["member"];
  if (membership.organisation.empty() || members.empty()) {
    return "`organisation` and `member` must not be empty";
  }
  if (!facts.entity_of(membership.organisation)) {
    return "no organisation has the code " + std::string(membership.organisation);
  }
  std::string fault = read_span(row, membership.from, membership.to);
  if (!fault.empty()) return fault;
  const auto codes = list_of(members);
  for (const std::string_view member : codes) {
    if (!facts.entity_of(member)) {
      return "no state or organisation has the code " + std::string(member);
    }
    if (membership.organisation == member) return "an organisation is its own member";
  }
  for (const std::string_view member : codes) {
    membership.member = member;
    facts.memberships.push_back(membership);
  }
  return {};
}

std::string add_named(Facts& facts, const Row& row, Entity entity) {
  entity.name = row["name"];
  if (entity.name.empty()) return "`name` must not be empty";
  std::string fault = read_span(row, entity.from, entity.to);
  if (!fault.empty()) return fault;
  const uint32_t index = put(facts, entity);
  facts.names.add(entity.name, index, NameForm::name, true);
  put_names(facts, row["aliases"], index, NameForm::name);
  return {};
}

std::string add_holder(Facts& facts, const Row& row) {
  Entity person;
  person.kind = EntityKind::person;
  person.code = row["code"];
  person.sector = row["sector"];
  person.role = row["office"];
  const Entity* owner = facts.entity_of(person.code);
  if (!owner) return "no state or organisation has the code " + std::string(person.code);
  person.country = owner->country;
  const size_t blank = row["name"].find(' ');
  if (blank != std::string_view::npos) facts.given_names.insert(row["name"].substr(0, blank));
  return add_named(facts, row, person);
}

std::string add_outlet(Facts& facts, const Row& row) {
  Entity outlet;
  outlet.kind = EntityKind::outlet;
  outlet.country = row["country"];
  outlet.sector = "JRN";
  outlet.role = row["kind"];
  return add_named(facts, row, outlet);
}

std::string add_organ(Facts& facts, const Row& row) {
  Entity organ;
  organ.kind = EntityKind::organ;
  organ.code = row["country"];
  organ.country = row["country"];
  organ.sector = row["sector"];
  if (!facts.entity_of(organ.code)) {
    return "no state has the code " + std::string(organ.code);
  }
  return add_named(facts, row, organ);
}

std::string add_place(Facts& facts, const Row& row) {
  Entity town;
  town.kind = EntityKind::town;
  town.code = row["country"];
  town.country = row["country"];
  if (!facts.entity_of(town.code)) {
    return "no state has the code " + std::string(town.code);
  }
  return add_named(facts, row, town);
}

std::string add_region(Facts& facts, const Row& row) {
  Entity region;
  region.kind = EntityKind::region;
  region.members = row["members"];
  region.whole = row["bloc"];
  if (!region.whole.empty() && !facts.entity_of(region.whole)) {
    return "no organisation has the code " + std::string(region.whole);
  }
  for (const std::string_view code : list_of(region.members)) {
    if (!facts.entity_of(code)) return "no state has the code " + std::string(code);
  }
  uint32_t index = 0;
  std::string fault = put_coded(facts, row, region, &index);
  if (!fault.empty()) return fault;
  put_names(facts, row["adjectives"], index, NameForm::adjective);
  return {};
}

std::optional<NounKind> noun_kind_from(std::string_view name) {
  constexpr std::array<std::string_view, 9> names = {
      "office", "role", "organ", "people", "force", "weapon", "territory", "none", "body"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<NounKind>(found - names.begin());
}

std::string add_noun(Facts& facts, const Row& row) {
  const std::string_view phrase = row["noun"];
  const auto kind = noun_kind_from(row["kind"]);
  if (phrase.empty()) return "`noun` must not be empty";
  if (!kind)
    return "`kind` must be office, role, organ, body, people, force, weapon, territory or none";
  if (std::any_of(phrase.begin(), phrase.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    if (*kind != NounKind::none && *kind != NounKind::territory) {
      return "a phrase with capitals is a fixed name; its kind must be none or territory";
    }
    Entity fixed;
    fixed.kind = EntityKind::phrase;
    fixed.role = row["kind"];
    fixed.name = phrase;
    facts.names.add(phrase, put(facts, fixed), NameForm::name, true);
    return {};
  }
  const auto words = static_cast<size_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1);
  facts.noun_words_max = std::max(facts.noun_words_max, words);
  if (!facts.nouns.emplace(phrase, Noun{row["sector"], *kind}).second) {
    return "the noun \"" + std::string(phrase) + "\" is listed twice";
  }
  return {};
}

std::string add_style(Facts& facts, const Row& row) {
  for (const std::string_view code : list_of(row["states"])) {
    if (!facts.entity_of(code)) return "no state has the code " + std::string(code);
  }
  if (!facts.styles.emplace(row["noun"], row["states"]).second) {
    return "the noun \"" + std::string(row["noun"]) + "\" is listed twice";
  }
  return {};
}

// In the order in which they build on each other.
constexpr std::array<Table, 11> kTables = {{
    {"states.tsv",
     "code,name,aliases,demonyms,adjectives,capital,metonyms,from,to,note,iso2,cow,fips,borders",
     add_state},
    {"organisations.tsv", "code,name,aliases,kind,sector,seat,from,to,note,whole",
     add_organisation},
    {"groups.tsv", "code,name,aliases,country,sector,from,to,note", add_group},
    {"members.tsv", "organisation,member,from,to,note", add_member},
    {"office_holders.tsv", "name,aliases,code,sector,office,from,to,note", add_holder},
    {"organs.tsv", "name,aliases,country,sector,note", add_organ},
    {"outlets.tsv", "name,aliases,country,kind,note", add_outlet},
    {"places.tsv", "name,aliases,country,note", add_place},
    {"regions.tsv", "code,name,aliases,adjectives,members,note,bloc", add_region},
    {"nouns.tsv", "noun,sector,kind,note", add_noun},
    {"styles.tsv", "noun,states,note", add_style},
}};

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const size_t end = line.find('\t');
    cells.push_back(trim(line.substr(0, end)));
    if (end == std::string_view::npos) return;
    line.remove_prefix(end + 1);
  }
}

constexpr std::string_view kRemedy = "; correct the line or put # before it";

// What is wrong with the rows goes to `faults`; an empty string, or why the table is no table.
std::string read_table(Facts& facts, const Table& table, std::string_view text,
                       std::vector<Problem>& faults) {
  std::vector<std::string_view> columns, cells;
  size_t number_of_line = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number_of_line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (columns.empty()) {
      split_cells(line, columns);
      for (const std::string_view wanted : split(table.columns, ',')) {
        if (std::find(columns.begin(), columns.end(), wanted) == columns.end()) {
          return std::string(table.file) + ":" + std::to_string(number_of_line) +
                 ": the header lacks the column `" + std::string(wanted) + "`; add it";
        }
      }
      continue;
    }
    split_cells(line, cells);
    const std::string fault = cells.size() > columns.size()
                                  ? "the row has " + std::to_string(cells.size()) +
                                        " cells and the header " + std::to_string(columns.size())
                                  : table.add(facts, Row{columns, cells});
    if (fault.empty()) continue;
    faults.push_back({std::string(table.file) + ":" + std::to_string(number_of_line),
                      fault + std::string(kRemedy)});
  }
  return {};
}

void sort_memberships(Facts& facts) {
  std::sort(facts.memberships.begin(), facts.memberships.end(),
            [](const Membership& a, const Membership& b) {
              return std::tie(a.organisation, a.member, a.from) <
                     std::tie(b.organisation, b.member, b.from);
            });
}

}  // namespace

std::vector<std::string_view> list_of(std::string_view cell) {
  std::vector<std::string_view> parts = split(cell, ';');
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

namespace {

// What is wrong with single rows goes to `faults`.
Result<std::shared_ptr<Facts>> read_tables(const std::vector<WorldBookFile>& files,
                                           std::vector<Problem>& faults) {
  auto facts = std::make_shared<Facts>();
  size_t bytes = 0;
  for (const WorldBookFile& file : files) {
    bytes += file.text.size();
    const bool known = std::any_of(kTables.begin(), kTables.end(),
                                   [&](const Table& table) { return table.file == file.name; });
    if (!known) {
      return Error{std::string(file.name) + ": not a table of the world book; expected one of " +
                   "states.tsv, organisations.tsv, groups.tsv, members.tsv, office_holders.tsv, " +
                   "organs.tsv, outlets.tsv, places.tsv, regions.tsv, nouns.tsv, styles.tsv"};
    }
  }
  facts->names.reserve(bytes / 24);
  facts->entities.reserve(bytes / 80);
  facts->by_code.reserve(4096);
  facts->nouns.reserve(4096);
  facts->memberships.reserve(8192);
  for (const Table& table : kTables) {
    for (const WorldBookFile& file : files) {
      if (file.name != table.file) continue;
      facts->texts.push_back(std::make_shared<const BookText>(
          BookText{std::string(file.name), std::string(file.text)}));
      std::string fault = read_table(*facts, table, facts->texts.back()->bytes, faults);
      if (!fault.empty()) return Error{std::move(fault)};
    }
  }
  facts->names.index();
  sort_memberships(*facts);
  return facts;
}

// The book, or the first of its faults.
Result<WorldBook> faultless(WorldBook book, const std::vector<Problem>& faults) {
  if (faults.empty()) return book;
  return Error{faults.front().where + ": " + faults.front().message};
}

}  // namespace

Result<CheckedBook> load_world_book_without_bad_rows(const std::vector<WorldBookFile>& files) {
  std::vector<Problem> faults;
  auto facts = read_tables(files, faults);
  if (!facts) return Error{facts.error()};
  for (const Contradiction& one : leave_out_contradictions(*facts.value())) {
    faults.push_back({row_of(*facts.value(), one.cell).place, one.fault + std::string(kRemedy)});
  }
  return CheckedBook{WorldBook(std::move(facts).value()), std::move(faults)};
}

Result<WorldBook> load_world_book(const std::vector<WorldBookFile>& files) {
  Result<CheckedBook> loaded = load_world_book_without_bad_rows(files);
  if (!loaded) return Error{loaded.error()};
  return faultless(loaded.value().book, loaded.value().problems);
}

Result<WorldBook> load_reviewed_tables(const std::vector<WorldBookFile>& files) {
  std::vector<Problem> faults;
  auto facts = read_tables(files, faults);
  if (!facts) return Error{facts.error()};
  return faultless(WorldBook(std::move(facts).value()), faults);
}

}  // namespace entente
