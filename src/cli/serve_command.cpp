// `entente serve`: what is read goes into collections on threads of its own, while the server
// answers from them. Tested in serve_command_test.cpp and, in a browser, web/browser/served.mjs.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "cli/commands.h"
#include "cli/examples.h"
#include "cli/system.h"
#include "server/server.h"

namespace entente {

namespace {

// Threads that read, and are waited for at the end.
class Readers {
 public:
  ~Readers() {
    for (std::thread& thread : threads_) thread.join();
  }
  void start(std::function<void()> read) {
    const std::lock_guard lock(mutex_);
    ++running_;
    threads_.emplace_back([this, read = std::move(read)] {
      read();
      --running_;
    });
  }
  bool are_running() const { return running_ > 0; }

 private:
  std::mutex mutex_;
  std::atomic<size_t> running_ = 0;
  std::vector<std::thread> threads_;
};

bool is_store(const std::string& path) {
  if (path.starts_with("clickhouse://") || path.starts_with("clickhouses://") ||
      path.starts_with("https://"))
    return true;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return path.ends_with(".db");
  std::string begin(16, '\0');
  std::ifstream(path, std::ios::binary).read(begin.data(), 16);
  return begin.starts_with("SQLite format 3") || path.ends_with(".db");
}

// Options as they are meant: a path may be the store.
Result<Options> meant(Options options) {
  options.until = Stage::ties;
  options.batch_articles = 4;  // so that the page has something to show soon
  if (options.paths.size() == 1 && is_store(options.paths.front())) {
    options.store = options.paths.front();
    options.paths.clear();
    const auto there = open_store(options.store, true);
    if (!there) return Error{there.error()};
  }
  for (const std::string& path : options.paths) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
      return Error{path + " does not exist. Name a store, or files or folders of articles."};
  }
  return options;
}

std::string title_of(const Options& options) {
  if (!options.title.empty()) return options.title;
  if (options.paths.size() != 1) return "Who stands with whom";
  std::filesystem::path path = options.paths.front();
  if (!path.has_filename()) path = path.parent_path();
  return title_of_name(path.stem().string());
}

SceneOptions scene_options(const Options& options) {
  SceneOptions scene;
  scene.network.half_life_months = options.half_life_months;
  scene.network.unknown_actors = options.unknown_actors;
  scene.all_reports = options.all_reports;
  scene.claims = options.claims;
  scene.corrected = !options.corrections.empty();
  return scene;
}

// What went wrong with the store, or "".
std::string put(Collection& into, std::vector<StagedArticle> batch) {
  std::vector<Article> articles;
  std::vector<Event> events;
  for (StagedArticle& staged : batch) {
    articles.push_back(std::move(staged.article));
    std::ranges::move(staged.events, std::back_inserter(events));
  }
  const auto done = into.put(articles, events);
  return done ? "" : done.error();
}

// One article at a time, so that progress shows; what went wrong with the store, or "".
std::string read_into(Collection& into, const Options& options, const Knowledge& knowledge,
                      std::vector<Article> articles) {
  std::string fault;
  for (Article& article : articles) {
    stage_articles(options, knowledge, {std::move(article)}, [&](std::vector<StagedArticle>&& one) {
      if (fault.empty()) fault = put(into, std::move(one));
    });
  }
  return fault;
}

std::vector<ServedExample> examples_of(const Options& options, const Knowledge& knowledge,
                                       Readers& readers) {
  std::vector<ServedExample> examples;
  for (ExampleDossier& dossier : embedded_examples()) {
    ServedExample example{dossier.name,
                          dossier.title,
                          std::make_shared<Collection>(dossier.title, "memory:", knowledge.book,
                                                       scene_options(options)),
                          {}};
    example.begin_reading = [&, files = dossier.files, into = example.collection] {
      into->set_reading(true);
      readers.start([&, files, into] {
        for (const ExampleFile& file : files)
          read_into(*into, options, knowledge, read_articles(file.bytes, file.path).articles);
        into->set_reading(false);
      });
    };
    examples.push_back(std::move(example));
  }
  return examples;
}

std::string new_token() {
  const char* given = std::getenv("ENTENTE_TOKEN");
  if (given && *given != '\0') return given;
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", random());
  return token;
}

Result<std::string> take_articles(Collection& into, const Options& options,
                                  const Knowledge& knowledge, const std::string& bytes) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  ArticleOptions article_options;
  article_options.outlet = options.outlet;
  article_options.published = options.date;
  ReadArticles read = read_articles(bytes, "posted", article_options);
  if (read.articles.empty()) {
    return Error{read.problems.empty() ? "There is no article in it."
                                       : read.problems.front().message};
  }
  const size_t count = read.articles.size();
  const std::string fault = read_into(into, options, knowledge, std::move(read.articles));
  if (!fault.empty()) return Error{fault};
  return fmt::format("Read {} article{}.", count, count == 1 ? "" : "s");
}

void announce(const Options& options, int port, const std::string& token) {
  const bool bracketed = options.host.find(':') != std::string::npos;
  fmt::print(stderr, "Entente is at http://{}:{}/ (Ctrl-C ends it)\n",
             bracketed ? "[" + options.host + "]" : options.host, port);
  if (options.host != "127.0.0.1" && options.host != "localhost" && options.host != "::1")
    fmt::print(stderr, "entente: note: whoever can reach {} can read what is served\n",
               options.host);
  if (!token.empty()) {
    fmt::print(stderr, "Articles are taken with the token {}:\n", token);
    fmt::print(stderr,
               "  curl -H 'Authorization: Bearer {}' --data-binary @story.txt "
               "http://127.0.0.1:{}/api/articles\n",
               token, port);
  }
  std::error_code error;
  if (options.paths.empty() && !options.store.starts_with("clickhouse") &&
      !std::filesystem::exists(options.store, error)) {
    fmt::print(stderr,
               "entente: note: {} is not there yet; the page offers the examples until "
               "`entente read PATH{}` has made it\n",
               options.store, options.store == "entente.db" ? "" : " --store " + options.store);
  }
}

// Serves until an interrupt; signals are blocked in all threads.
void serve_until_interrupt(HttpServer& server, const sigset_t& signals) {
  std::thread thread([&] {
    server.run();
    kill(getpid(), SIGTERM);  // also where it ends by itself
  });
  int signal = 0;
  sigwait(&signals, &signal);
  server.stop();
  thread.join();
}

}  // namespace

int run_serve(const Options& asked) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const auto understood = meant(asked);
  if (!understood) return fail(understood.error());
  const Options& options = understood.value();
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const Knowledge& knowledge = known.value();
  Readers readers;
  Collection served(title_of(options),
                    options.paths.empty() ? options.store : "memory:", knowledge.book,
                    scene_options(options));
  SiteOptions site_options{{options.names, options.edit ? new_token() : ""}, {}};
  site_options.guard.hosts.push_back(options.host);
  if (options.edit) {
    site_options.take_articles = [&](const std::string& bytes) {
      return take_articles(served, options, knowledge, bytes);
    };
  }
  Site site(served, examples_of(options, knowledge, readers), site_options);
  auto server = HttpServer::bind(
      options.host, options.port, {},
      [&](const HttpRequest& request) { return site.refuse(request); },
      [&](const HttpRequest& request) { return site.answer(request); });
  if (!server) return fail(server.error());
  announce(options, server.value()->port(), site_options.guard.token);
  if (!options.paths.empty()) {
    served.set_reading(true);
    readers.start([&] {
      read_all(options, knowledge,
               [&](std::vector<StagedArticle>&& batch) { put(served, std::move(batch)); });
      served.set_reading(false);
    });
  }
  serve_until_interrupt(*server.value(), signals);
  // What is being read is in memory alone, and nobody looks at it any more.
  if (readers.are_running()) std::_Exit(kDone);
  return kDone;
}

}  // namespace entente
