// Paths -> answers. Answers to the same question about the same scene are kept, so that reading on
// in the background costs those who look nothing. Tested in site_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/server.h"
#include "server/view_rows.h"

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kKeptBytesMax = 128u << 20;
constexpr size_t kKeptMax = 500;
constexpr int kExampleWait_ms = 1500;  // then what has been read until then is shown
constexpr std::string_view kDataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kJson = "application/json; charset=utf-8";
constexpr std::string_view kCsv = "text/csv; charset=utf-8";

HttpAnswer answer_of(int status, std::string_view type, std::string body,
                     std::string_view policy = kDataPolicy) {
  HttpAnswer answer{
      status, std::string(type), std::make_shared<const std::string>(std::move(body)), {}};
  answer.headers = {{"Content-Security-Policy", std::string(policy)},
                    {"Cache-Control", "no-cache"}};
  return answer;
}

HttpAnswer fault(int status, std::string_view message) {
  return answer_of(status, kText, fmt::format("{}\n", message));
}

std::string tag_of(const std::string& body) {
  return fmt::format("\"{:x}-{:x}\"", body.size(), std::hash<std::string>()(body));
}

// Its last header is its tag.
HttpAnswer unless_known(const HttpRequest& request, HttpAnswer answer) {
  const std::string_view known = request.header("If-None-Match");
  if (known.empty() || known != answer.headers.back().second) return answer;
  return {304, "", nullptr, std::move(answer.headers)};
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The policy that stands in the page, with what only a header may say.
std::string policy_of(std::string_view page) {
  constexpr std::string_view kBegin = "Content-Security-Policy\" content=\"";
  const size_t begin = page.find(kBegin) + kBegin.size();
  return fmt::format("{}; frame-ancestors 'none'",
                     page.substr(begin, page.find('"', begin) - begin));
}

// "%2F" and the like, so that a value can stand in an address.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_.~").find(c) != std::string_view::npos;
    if (plain)
      result += c;
    else
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

std::string fragment_of(const HttpRequest& request, std::string_view view) {
  std::string query;
  for (const auto& [name, value] : request.query) {
    if (name == "example" || name == "most" || name == "skip" || value.empty()) continue;
    query += fmt::format("{}{}={}", query.empty() ? "?" : "&", escaped(name), escaped(value));
  }
  return fmt::format("#/{}{}", view, query);
}

std::string view_document(const HttpRequest& request, std::string_view name,
                          const std::string& title, const ViewRows& rows) {
  std::string document = fmt::format(
      "{{\"title\":{},\"view\":\"{}\",\"address\":{},\"balance\":{{\"frustration\":{},"
      "\"weight\":{}}},\"of\":{},\"rows\":",
      dumped(title), name, dumped(fragment_of(request, name)), rows.frustration, rows.weight,
      rows.rows.of);
  return document.append(rows.rows.text).append("}\n");
}

}  // namespace

std::vector<Route> routes() {
  static const std::vector<std::string> paths = [] {
    std::vector<std::string> made;
    for (const std::string_view view : kViews)
      for (const std::string_view ending : {"", ".json", ".csv"})
        made.push_back(fmt::format("/{}{}", view, ending));
    return made;
  }();
  std::vector<Route> all = {{"GET", "/"},
                            {"GET", "/api/report.json"},
                            {"GET", "/api/progress.json"},
                            {"POST", "/api/articles"}};
  for (const std::string& path : paths) all.push_back({"GET", path});
  return all;
}

Site::Site(Collection& served, std::vector<ServedExample> examples, SiteOptions options)
    : served_(served),
      examples_(std::move(examples)),
      options_(std::move(options)),
      page_(std::make_shared<const std::string>(app_page())) {
  page_policy_ = policy_of(*page_);
  page_tag_ = tag_of(*page_);
}

HttpAnswer Site::refuse(const HttpRequest& request) const {
  return refusal_of(request, options_.guard);
}

HttpAnswer Site::answer(const HttpRequest& request) {
  const std::string_view path = request.path;
  if (request.method == "POST")
    return path == "/api/articles" ? articles(request) : fault(404, "Nothing is taken here.");
  if (path == "/") return page(request);
  if (path == "/api/report.json") return report(request);
  if (path == "/api/progress.json") return progress(request);
  if (path == "/favicon.ico") return answer_of(204, kText, "");
  const std::string_view name = path.substr(1);
  const size_t dot = name.find('.');
  const std::string_view ending = dot == std::string_view::npos ? "" : name.substr(dot);
  if (!view_from(name.substr(0, dot)) || (ending != "" && ending != ".json" && ending != ".csv")) {
    return fault(404,
                 "There is nothing here. The page is at /, and views such as /network.json and "
                 "/timeline.csv beside it.");
  }
  return ending.empty() ? open_view(request, name) : view(request, name.substr(0, dot), ending);
}

HttpAnswer Site::page(const HttpRequest& request) const {
  HttpAnswer answer{200, "text/html; charset=utf-8", page_, {}};

  answer.headers = {{"Content-Security-Policy", page_policy_},
                    {"Cache-Control", "no-cache"},
                    {"ETag", page_tag_}};
  return unless_known(request, std::move(answer));
}

// The page has its views behind the fragment.
HttpAnswer Site::open_view(const HttpRequest& request, std::string_view name) const {
  std::string example;
  for (const auto& [key, value] : request.query)
    if (key == "example") example = "?example=" + escaped(value);
  HttpAnswer answer = answer_of(302, kText, "");
  answer.headers.emplace_back("Location",
                              fmt::format("/{}{}", example, fragment_of(request, name)));
  return answer;
}

Result<Collection*> Site::collection_of(const std::string& name) {
  if (name.empty()) return &served_;
  const auto found = std::ranges::find(examples_, name, &ServedExample::name);
  if (found == examples_.end())
    return Error{fmt::format("There is no example '{}'.", name.substr(0, 60))};
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = !std::exchange(begun_[name], true);
  }
  if (first) found->begin_reading();
  return found->collection.get();
}

HttpAnswer Site::kept(const HttpRequest& request, const std::string& key, const Make& make) {
  HttpAnswer answer;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(answers_, key, &Kept::key);
    if (found != answers_.end()) {
      answer = found->answer;
      answers_.splice(answers_.begin(), answers_, found);
    }
  }
  if (!answer.body) {
    answer = make();
    if (answer.status != 200) return answer;
    answer.headers.emplace_back("ETag", tag_of(*answer.body));
    const std::lock_guard lock(mutex_);
    answers_.push_front({key, answer});
    bytes_ += answer.body->size();
    while (answers_.size() > 1 && (bytes_ > kKeptBytesMax || answers_.size() > kKeptMax)) {
      bytes_ -= answers_.back().answer.body->size();
      answers_.pop_back();
    }
  }
  return unless_known(request, std::move(answer));
}

std::variant<Site::Asked, HttpAnswer> Site::asked_by(const HttpRequest& request) {
  auto query = read_query(request);
  if (!query) return fault(400, query.error());
  const auto collection = collection_of(query.value().example);
  if (!collection) return fault(404, collection.error());
  if (!query.value().example.empty()) collection.value()->wait_until_read(kExampleWait_ms);
  auto scene = collection.value()->scene();
  if (!scene) return fault(503, scene.error());
  return Asked{std::move(query).value(), collection.value(), std::move(scene).value()};
}

HttpAnswer Site::report(const HttpRequest& request) {
  auto asked = asked_by(request);
  if (auto* refusal = std::get_if<HttpAnswer>(&asked)) return std::move(*refusal);
  const auto& [query, collection, scene] = std::get<Asked>(asked);
  const Scene& now = *scene;
  const std::string& title = collection->title();
  return kept(request, fmt::format("report/{}/{}", query.example, now.version), [&] {
    ServedReport served{{}, now.events_of};
    for (const ServedExample& example : examples_)
      if (now.events.empty()) served.examples.push_back({example.name, example.title});
    const Shown all{{}, {}, now.network, now.balance};
    return answer_of(200, kJson, report_json(system_of(now, all), title, served));
  });
}

HttpAnswer Site::progress(const HttpRequest& request) {
  const auto query = read_query(request);
  if (!query) return fault(400, query.error());
  const auto collection = collection_of(query.value().example);
  if (!collection) return fault(404, collection.error());
  const ReadingState state = collection.value()->state();
  HttpAnswer answer = answer_of(200, kJson,
                                dumped(Json{{"reading", state.reading},
                                            {"articles", state.articles},
                                            {"events", state.events},
                                            {"revision", state.revision}}));
  answer.headers.back().second = "no-store";
  return answer;
}

HttpAnswer Site::articles(const HttpRequest& request) {
  if (!options_.take_articles) return fault(403, "This server only shows.");
  if (request.body.empty())
    return fault(400, "Send an article: its text, a web page, or JSON Lines of articles.");
  const auto taken = options_.take_articles(request.body);
  return taken ? answer_of(200, kText, taken.value() + "\n") : fault(422, taken.error());
}

HttpAnswer Site::view(const HttpRequest& request, std::string_view name, std::string_view ending) {
  auto asked = asked_by(request);
  if (auto* refusal = std::get_if<HttpAnswer>(&asked)) return std::move(*refusal);
  const Asked& about = std::get<Asked>(asked);
  const std::string key =
      fmt::format("{}/{}/{}", request.path, about.scene->version, about.query.text);
  return kept(request, key, [&] {
    const bool json = ending == ".json";
    const auto rows = rows_of(*view_from(name), *about.collection, *about.scene, about.query,
                              json ? Format::json : Format::csv);
    if (!rows) return fault(422, rows.error());
    HttpAnswer answer =
        answer_of(200, json ? kJson : kCsv,
                  json ? view_document(request, name, about.collection->title(), rows.value())
                       : rows.value().rows.text);
    answer.headers.emplace_back(
        "Entente-Rows", fmt::format("{} of {}", rows.value().rows.rows, rows.value().rows.of));
    return answer;
  });
}

}  // namespace entente
