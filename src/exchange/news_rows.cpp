// Data sets that machines coded from news: ICEWS, GDELT, POLECAT, Phoenix, PETRARCH. Confidence is
// what is known of their precision: ICEWS published 88 %, POLECAT's coder learnt from people; of
// the others audits found half or less. Tested in import_test.cpp.
#include "exchange/news_rows.h"

#include <algorithm>

#include "base/ascii.h"
#include "exchange/polecat_columns.h"

namespace entente {

namespace {

constexpr double kIcews = 0.88, kPolecat = 0.8, kOthers = 0.5;

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

std::string quoted(std::string_view text) {
  return "'" + to_text(text.substr(0, 40)) + (text.size() > 40 ? "...'" : "'");
}

bool is_null(std::string_view text) {
  return text.empty() || text == "None" || text == "NULL" || text == "NA" || text == "nan";
}

std::string_view or_nothing(std::string_view text) { return is_null(text) ? "" : text; }

// "haaretz.com" of "http://www.haaretz.com/news/1.234".
std::string_view host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

const std::string& first_cell(const FirstRows& first, size_t row, size_t column) {
  static const std::string none;
  return row < first.rows.size() && column < first.rows[row].size() ? first.rows[row][column]
                                                                    : none;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A row with one event, whose story is its article.
struct Told {
  ForeignEvent event;
  Actor source, target;
  std::string_view source_text, target_text, outlet, url;
  std::string story;
};

CodedRow one_event(Told told) {
  CodedRow row;
  Event event =
      foreign_event(told.event, std::move(told.source), std::move(told.target), told.story);
  if (!told.source_text.empty()) set_texts(event, told.source_text, told.target_text);
  if (!told.outlet.empty()) event.said_by.push_back({to_text(told.outlet), {}});
  row.articles.push_back(
      foreign_article(std::move(told.story), told.outlet, told.url, told.event.from));
  row.events.push_back(std::move(event));
  return row;
}

// ICEWS

struct IcewsColumns {
  int id, date, source, source_sectors, source_country, text, code, target, target_sectors,
      target_country, story, sentence, publisher;
};

CodedRow code_icews(const Row& row, const IcewsColumns& at, CodedActors& actors) {
  const std::string_view id = cell(row, at.id), code = cell(row, at.code);
  if (!is_number(id)) return rejected("the event id " + quoted(id) + " is no number");
  const auto date = read_day(cell(row, at.date));
  if (!date) return rejected(quoted(cell(row, at.date)) + " is no date");
  const CodedDeed* deed = find_cameo(cell(row, at.text));
  if (!deed) deed = find_cameo(code);
  if (!deed) return rejected(quoted(code) + " is no code of CAMEO");
  if (!deed->type) return left_out(kDropped);
  const std::string_view source = cell(row, at.source), target = cell(row, at.target);
  if (is_null(source) || is_null(target)) return left_out(kNoSecondActor);
  const std::string_view story = cell(row, at.story);
  Told told{
      .event = {"ICEWS", std::string(id), is_null(code) ? deed->code : std::string(code), deed,
                *date, *date, DatePrecision::day, kIcews},
      .source = actors.named(source, cell(row, at.source_country), cell(row, at.source_sectors)),
      .target = actors.named(target, cell(row, at.target_country), cell(row, at.target_sectors)),
      .source_text = source,
      .target_text = target,
      .outlet = or_nothing(cell(row, at.publisher)),
      .url = {},
      .story = "icews:" + std::string(is_null(story) ? id : story)};
  CodedRow coded = one_event(std::move(told));
  coded.events[0].id += ":" + to_string(*date);  // ids were given anew over the years
  if (const auto sentence = read_integer(cell(row, at.sentence)); sentence && *sentence >= 0)
    coded.events[0].sentence_index = static_cast<uint32_t>(*sentence);
  return coded;
}

bool is_icews(const FirstRows& first) {
  return first.header.has("sourcename") && first.header.has("targetname") &&
         (first.header.has("cameocode") || first.header.has("eventtext"));
}

Result<RowCoder> make_icews(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  const Header& h = first.header;
  const IcewsColumns at{
      h.find({"eventid"}),       h.find({"eventdate"}),     h.find({"sourcename"}),
      h.find({"sourcesectors"}), h.find({"sourcecountry"}), h.find({"eventtext"}),
      h.find({"cameocode"}),     h.find({"targetname"}),    h.find({"targetsectors"}),
      h.find({"targetcountry"}), h.find({"storyid"}),       h.find({"sentencenumber"}),
      h.find({"publisher"})};
  if (at.id < 0 || at.date < 0)
    return Error{"has the names of ICEWS columns, but no Event ID or no Event Date"};
  return RowCoder{[at, &actors](const Row& row) { return code_icews(row, at, actors); }, {}};
}

// GDELT

struct GdeltColumns {
  int id = 0, date = 1, source = 5, source_name = 6, target = 15, target_name = 16, code = 26,
      url = -1;
  size_t least = 57;
};

CodedRow code_gdelt(const Row& row, const GdeltColumns& at, CodedActors& actors,
                    std::string_view coder) {
  if (row.cells.size() < at.least) {
    return rejected("it has " + std::to_string(row.cells.size()) + " columns, not " +
                    std::to_string(at.least));
  }
  const std::string_view id = cell(row, at.id), code = cell(row, at.code);
  if (!is_number(id)) return rejected("the event id " + quoted(id) + " is no number");
  const auto date = read_day(cell(row, at.date));
  if (!date) return rejected(quoted(cell(row, at.date)) + " is no date");
  const CodedDeed* deed = find_cameo(code);
  if (!deed) return rejected(quoted(code) + " is no code of CAMEO");
  if (!deed->type) return left_out(kDropped);
  const std::string_view source = cell(row, at.source), target = cell(row, at.target);
  if (source.empty() || target.empty()) return left_out(kNoSecondActor);
  const std::string_view url = cell(row, at.url);
  const bool address = url.find("://") != std::string_view::npos;
  return one_event({.event = {coder, std::string(id), std::string(code), deed, *date, *date,
                              DatePrecision::day, kOthers},
                    .source = actors.cameo(source, to_text(cell(row, at.source_name))),
                    .target = actors.cameo(target, to_text(cell(row, at.target_name))),
                    .source_text = cell(row, at.source_name),
                    .target_text = cell(row, at.target_name),
                    .outlet = address ? host_of(url) : or_nothing(url),
                    .url = url,
                    .story = "gdelt:" + (url.empty() ? std::string(id) : to_text(url))});
}

bool is_gdelt(const FirstRows& first) {
  if (first.header.has("globaleventid")) return true;
  if (first.dialect.separator != '\t') return false;
  // A broken first line must not hide what the others are.
  return std::ranges::any_of(first.rows, [](const std::vector<std::string>& row) {
    return row.size() >= 57 && row.size() <= 62 && is_number(row[0]) && row[1].size() == 8 &&
           read_day(row[1]) && row[2].size() == 6 && is_number(row[2]);
  });
}

bool gdelt_has_header(const FirstRows& first) { return first.header.has("globaleventid"); }

Result<RowCoder> make_gdelt(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  GdeltColumns at;
  std::string_view coder = "GDELT 2.0";
  if (gdelt_has_header(first)) {
    const Header& h = first.header;
    at = {h.find({"globaleventid"}), h.find({"sqldate", "day"}), h.find({"actor1code"}),
          h.find({"actor1name"}),    h.find({"actor2code"}),     h.find({"actor2name"}),
          h.find({"eventcode"}),     h.find({"sourceurl"}),      0};
    if (h.find({"actor1geoadm2code"}) < 0) coder = "GDELT 1.0";
    if (at.date < 0 || at.source < 0 || at.target < 0 || at.code < 0)
      return Error{"lacks one of SQLDATE, Actor1Code, Actor2Code, EventCode"};
  } else {
    size_t columns = 0;
    for (const auto& row : first.rows) columns = std::max(columns, row.size());
    if (columns < 61) coder = "GDELT 1.0";
    at.least = columns >= 61 ? 61 : columns >= 58 ? 58 : 57;
    at.url = columns >= 61 ? 60 : columns >= 58 ? 57 : -1;
  }
  return RowCoder{
      [at, coder, &actors](const Row& row) { return code_gdelt(row, at, actors, coder); }, {}};
}

// POLECAT

struct PolecatColumns {
  int id, date, type, mode, contexts, source, source_country, source_sector, source_raw, target,
      target_country, target_sector, target_raw, outlet, published;
};

PolecatColumns polecat_columns(const Header& h) {
  return {h.find({"eventid"}),
          h.find({"eventdate"}),
          h.find({"eventtype"}),
          h.find({"eventmode"}),
          h.find({"contexts", "eventcontexts", "context"}),
          h.find({"actorname"}),
          h.find({"actorcountry"}),
          h.find({"primaryactorsector", "actorsectors"}),
          h.find({"actornameraw"}),
          h.find({"recipientname"}),
          h.find({"recipientcountry"}),
          h.find({"primaryrecipientsector", "recipientsectors"}),
          h.find({"recipientnameraw"}),
          h.find({"source"}),
          h.find({"publicationdate"})};
}

// Names of modes in older files.
std::string_view polecat_mode(EventType type, std::string_view mode) {
  if (is_mode_of(type, mode)) return mode;
  if (mode == "ban") return "restrict";
  if (mode == "return") return "release";
  if (mode == "assassinate" || mode == "execute") return "targeted";
  return "";
}

bool fits(const Row& row, const PolecatColumns& at) {
  return event_type_from(cell(row, at.type)) && read_day(cell(row, at.date));
}

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return capitals;
}

CodedRow code_polecat(const Row& row, const PolecatColumns& at, CodedActors& actors) {
  const std::string_view id = cell(row, at.id);
  if (is_null(id)) return rejected("it has no event id");
  const auto date = read_day(cell(row, at.date));
  if (!date) return rejected(quoted(cell(row, at.date)) + " is no date");
  const auto type = event_type_from(in_capitals(cell(row, at.type)));
  if (!type) return rejected(quoted(cell(row, at.type)) + " is no event type of PLOVER");
  const std::string_view mode = or_nothing(cell(row, at.mode));
  const std::string_view source = or_nothing(cell(row, at.source));
  const std::string_view target = or_nothing(cell(row, at.target));
  const std::string_view source_country = or_nothing(cell(row, at.source_country));
  const std::string_view target_country = or_nothing(cell(row, at.target_country));
  if ((source.empty() && source_country.empty()) || (target.empty() && target_country.empty()))
    return left_out(kNoSecondActor);
  const CodedDeed deed{"", *type, std::string(polecat_mode(*type, mode))};
  std::string code(to_string(*type));
  if (!mode.empty()) code += " " + to_text(mode);
  Told told{.event = {"POLECAT", to_text(id), std::move(code), &deed, *date, *date,
                      DatePrecision::day, kPolecat},
            .source = actors.named(source.empty() ? source_country : source, source_country,
                                   or_nothing(cell(row, at.source_sector))),
            .target = actors.named(target.empty() ? target_country : target, target_country,
                                   or_nothing(cell(row, at.target_sector))),
            .source_text = or_nothing(cell(row, at.source_raw)),
            .target_text = or_nothing(cell(row, at.target_raw)),
            .outlet = or_nothing(cell(row, at.outlet)),
            .url = {},
            .story = "polecat:" + to_text(id)};
  CodedRow coded = one_event(std::move(told));
  coded.events[0].issue = to_text(or_nothing(cell(row, at.contexts)));
  if (const auto published = read_day(cell(row, at.published)))
    coded.articles[0].published = published;
  return coded;
}

bool is_polecat(const FirstRows& first) {
  return first.header.has("actorname") && first.header.has("recipientname") &&
         first.header.has("eventtype");
}

// Some files have a header with "Headline" or another stray column that their rows lack.
Result<RowCoder> make_polecat(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  std::vector<PolecatColumns> readings = {polecat_columns(first.header)};
  std::vector<std::string_view> own_names;
  for (const std::string& name : first.header.names()) {
    const bool known = std::ranges::any_of(
        kPolecatColumns, [&](std::string_view column) { return plain_name(column) == name; });
    if (known || name == "eventintensity") own_names.push_back(name);
  }
  readings.push_back(polecat_columns(Header(own_names)));
  readings.push_back(polecat_columns(Header({kPolecatColumns.begin(), kPolecatColumns.end()})));
  return RowCoder{[readings, &actors](const Row& row) {
                    for (const PolecatColumns& at : readings)
                      if (fits(row, at)) return code_polecat(row, at, actors);
                    return code_polecat(row, readings[0], actors);
                  },
                  {}};
}

// Phoenix and PETRARCH

struct CameoColumns {
  int id = -1, date = -1, year = -1, month = -1, day = -1, source = -1, target = -1, code = -1,
      story = -1, url = -1, outlet = -1;
  std::string_view coder;
};

std::optional<Date> cameo_day(const Row& row, const CameoColumns& at) {
  if (at.year >= 0) {
    const auto range = read_parts(cell(row, at.year), cell(row, at.month), cell(row, at.day));
    if (range && range->precision == DatePrecision::day) return range->from;
  }
  const std::string_view date = cell(row, at.date);
  if (date.size() == 6 && is_number(date))  // 141111, as TABARI wrote
    return read_day((date[0] >= '4' ? "19" : "20") + std::string(date));
  return read_day(date);
}

// "AFP0808020621" of "AFP0808020621_3;AFP0808020621_4": the story, without its sentences.
std::string_view story_of(std::string_view ids) {
  ids = ids.substr(0, ids.find(';'));
  const size_t mark = ids.rfind('_');
  return mark != std::string_view::npos && is_number(ids.substr(mark + 1)) ? ids.substr(0, mark)
                                                                           : ids;
}

CodedRow code_cameo(const Row& row, const CameoColumns& at, CodedActors& actors) {
  const auto date = cameo_day(row, at);
  if (!date) return rejected(quoted(cell(row, at.date)) + " is no date");
  const std::string_view code = cell(row, at.code);
  const CodedDeed* deed = find_cameo(code);
  if (!deed) return rejected(quoted(code) + " is no code of CAMEO");
  if (!deed->type) return left_out(kDropped);
  const std::string_view source = cell(row, at.source), target = cell(row, at.target);
  if (source.find_first_not_of('-') == std::string_view::npos ||
      target.find_first_not_of('-') == std::string_view::npos)
    return left_out(kNoSecondActor);
  const std::string_view url = or_nothing(cell(row, at.url).substr(0, cell(row, at.url).find(';')));
  const std::string_view outlets = or_nothing(cell(row, at.outlet));
  std::string id = to_text(cell(row, at.id));
  if (id.empty()) {  // PETRARCH gives none: what the row says is its name
    id = to_string(*date) + ":" + to_text(source) + ":" + to_text(target) + ":" + to_text(code);
  }
  const std::string_view story = story_of(cell(row, at.story));
  std::string document = lower(at.coder) + ":";
  document += to_text(!url.empty() ? url : !story.empty() ? story : std::string_view(id));
  return one_event(
      {.event = {at.coder, id, std::string(code), deed, *date, *date, DatePrecision::day, kOthers},
       .source = actors.cameo(source, ""),
       .target = actors.cameo(target, ""),
       .source_text = {},
       .target_text = {},
       .outlet = !outlets.empty() ? outlets.substr(0, outlets.find(';')) : host_of(url),
       .url = url,
       .story = std::move(document)});
}

RowCoder cameo_coder(const CameoColumns& at, CodedActors& actors) {
  return {[at, &actors](const Row& row) { return code_cameo(row, at, actors); }, {}};
}

bool has_cline_header(const FirstRows& first) {
  return first.header.has("eid") && first.header.has("source") && first.header.has("target") &&
         first.header.has("code");
}

bool has_phoenix_header(const FirstRows& first) {
  return first.header.find({"sourceactorfull"}) >= 0 && first.header.find({"targetactorfull"}) >= 0;
}

bool is_phoenix_row(const std::vector<std::string>& row) {
  return row.size() >= 24 && row.size() <= 28 && row[1].size() == 8 && read_day(row[1]) &&
         row[2].size() == 4 && is_number(row[2]);
}

bool is_phoenix(const FirstRows& first) {
  return has_cline_header(first) || has_phoenix_header(first) ||
         std::ranges::any_of(first.rows, is_phoenix_row);
}

bool phoenix_has_header(const FirstRows& first) {
  return has_cline_header(first) || has_phoenix_header(first);
}

Result<RowCoder> make_phoenix(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  CameoColumns at{.id = 0,
                  .date = 1,
                  .year = 2,
                  .month = 3,
                  .day = 4,
                  .source = 5,
                  .target = 9,
                  .code = 13,
                  .url = 24,
                  .outlet = 25,
                  .coder = "Phoenix"};
  const Header& h = first.header;
  if (has_cline_header(first)) {
    at = {.id = h.find({"eid"}),
          .date = h.find({"storydate", "date"}),
          .year = h.find({"year"}),
          .month = h.find({"month"}),
          .day = h.find({"day"}),
          .source = h.find({"source"}),
          .target = h.find({"target"}),
          .code = h.find({"code"}),
          .story = h.find({"aid"}),
          .url = h.find({"url", "urls"}),
          .outlet = h.find({"publisher", "process"}),
          .coder = "Phoenix"};
  } else if (has_phoenix_header(first)) {
    at = {.id = h.find({"eventid", "id"}),
          .date = h.find({"date"}),
          .year = h.find({"year"}),
          .month = h.find({"month"}),
          .day = h.find({"day"}),
          .source = h.find({"sourceactorfull"}),
          .target = h.find({"targetactorfull"}),
          .code = h.find({"eventcode", "code"}),
          .url = h.find({"urls", "url"}),
          .outlet = h.find({"newssources", "sources"}),
          .coder = "Phoenix"};
  }
  return cameo_coder(at, actors);
}

bool is_petrarch_row(const std::vector<std::string>& row) {
  if (row.size() < 4 || row.size() > 20) return false;
  const std::string& date = row[0];
  return is_number(date) && (date.size() == 8 || date.size() == 6) && row[3].size() >= 2 &&
         row[3].size() <= 4 && is_number(row[3]) && find_cameo(row[3]) && !row[1].empty() &&
         !is_number(row[1]);
}

bool is_petrarch(const FirstRows& first) {
  return std::ranges::any_of(first.rows, is_petrarch_row);
}

bool petrarch_has_header(const FirstRows& first) {
  return plain_name(first_cell(first, 0, 0)) == "date";
}

// date, source, target, code, issues, ids, [url], story source, ...
Result<RowCoder> make_petrarch(const FirstRows& first, CodedActors& actors, const ImportOptions&) {
  CameoColumns at{
      .date = 0, .source = 1, .target = 2, .code = 3, .story = 5, .outlet = 6, .coder = "PETRARCH"};
  for (const auto& row : first.rows) {
    if (row.size() > 6 && row[6].find("://") != std::string::npos) {
      at.url = 6;
      at.outlet = 7;
    }
  }
  return cameo_coder(at, actors);
}

}  // namespace

std::span<const RowFormat> news_formats() {
  static constexpr RowFormat kFormats[] = {
      {"polecat", "POLECAT", is_polecat, always_has_header, make_polecat},
      {"icews", "ICEWS", is_icews, always_has_header, make_icews},
      {"gdelt", "GDELT", is_gdelt, gdelt_has_header, make_gdelt},
      {"phoenix", "Phoenix", is_phoenix, phoenix_has_header, make_phoenix},
      {"petrarch", "PETRARCH", is_petrarch, petrarch_has_header, make_petrarch},
  };
  return kFormats;
}

}  // namespace entente
