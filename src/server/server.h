// server: URL -> store -> ties -> balance -> views. The page, its data, and each view as JSON and
// CSV, over HTTP (docs/server.md). Read-only, but for articles that are posted with a token.
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "server/collection.h"
#include "server/guard.h"
#include "server/http.h"
#include "server/query.h"

namespace entente {

// Read when somebody wants to see it.
struct ServedExample {
  std::string name;   // "suez_1956"
  std::string title;  // "Suez 1956"
  std::shared_ptr<Collection> collection;
  std::function<void()> begin_reading;  // called once; returns at once
};

struct SiteOptions {
  GuardOptions guard;
  // What becomes of posted articles: a sentence about what was read, or the fault.
  std::function<Result<std::string>(const std::string& bytes)> take_articles = {};
};

// A path and what it answers, as docs/server.md lists them.
struct Route {
  std::string_view method, path;
};
std::vector<Route> routes();

// For any thread.
class Site {
 public:
  Site(Collection& served, std::vector<ServedExample> examples, SiteOptions options);

  HttpAnswer refuse(const HttpRequest& request) const;
  HttpAnswer answer(const HttpRequest& request);

 private:
  struct Kept {
    std::string key;
    HttpAnswer answer;
  };
  using Make = std::function<HttpAnswer()>;

  // What a request is about.
  struct Asked {
    Query query;
    Collection* collection = nullptr;
    std::shared_ptr<const Scene> scene;
  };

  Result<Collection*> collection_of(const std::string& example);
  // With an example read as far as may be waited for; or the answer that says why not.
  std::variant<Asked, HttpAnswer> asked_by(const HttpRequest& request);
  HttpAnswer page(const HttpRequest& request) const;
  HttpAnswer report(const HttpRequest& request);
  HttpAnswer progress(const HttpRequest& request);
  HttpAnswer articles(const HttpRequest& request);
  HttpAnswer view(const HttpRequest& request, std::string_view name, std::string_view ending);
  HttpAnswer open_view(const HttpRequest& request, std::string_view name) const;
  // From those kept, or made and kept; 304 where the asker has it.
  HttpAnswer kept(const HttpRequest& request, const std::string& key, const Make& make);

  Collection& served_;
  std::vector<ServedExample> examples_;
  SiteOptions options_;
  std::string page_policy_, page_tag_;
  std::shared_ptr<const std::string> page_;

  std::mutex mutex_;  // of what follows
  std::map<std::string, bool> begun_;
  std::list<Kept> answers_;  // the last used first
  size_t bytes_ = 0;
};

}  // namespace entente
