// Tested in collection_test.cpp.
#include "server/collection.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

// Making scenes must not slow down answers: a thread of its own, with less of the processor, and
// resting longer than it worked.
constexpr int kNiceness = 10;
constexpr auto kRestLeast = std::chrono::milliseconds(200);
constexpr int kRestFactor = 5;

void give_way() { setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNiceness); }

std::shared_ptr<const Scene> nothing(const WorldBook& book, const SceneOptions& options) {
  auto scene = std::make_shared<Scene>();
  scene->version = -1;
  scene->network = std::make_shared<Network>();
  scene->balance = std::make_shared<Balance>(measure_balance({}));
  scene->book = &book;
  scene->options = options;
  return scene;
}

}  // namespace

Collection::Collection(std::string title, std::string address, const WorldBook& book,
                       const SceneOptions& options, int query_ms_max)
    : title_(std::move(title)),
      address_(std::move(address)),
      book_(book),
      options_(options),
      query_ms_max_(query_ms_max),
      thread_([this] { work(); }) {}

Collection::~Collection() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Collection::open(bool must_exist) {
  auto opened = open_store(address_, must_exist);
  if (!opened) return;
  store_ = std::move(opened).value();
  auto second = store_->reader(query_ms_max_);
  const std::lock_guard lock(reader_mutex_);
  if (second) reader_ = std::move(second).value();
}

Result<Done> Collection::put(const std::vector<Article>& articles,
                             const std::vector<Event>& events) {
  {
    const std::lock_guard lock(store_mutex_);
    if (!store_) open(false);
    if (!store_) return Error{address_ + " cannot be opened to write."};
    if (auto done = store_->put(articles, events); !done) return done;
  }
  const std::lock_guard lock(mutex_);
  articles_ += articles.size();
  ++changes_;
  changed_.notify_all();
  return Done{};
}

void Collection::set_reading(bool reading) {
  const std::lock_guard lock(mutex_);
  reading_ = reading;
  ++changes_;
  changed_.notify_all();
}

ReadingState Collection::state() const {
  const std::lock_guard lock(mutex_);
  return {reading_, articles_, scene_ ? scene_->events_of : 0,
          scene_ ? std::to_string(scene_->version) : ""};
}

Result<std::shared_ptr<const Scene>> Collection::scene() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return scene_ || fault_ || over_; });
  if (scene_) return scene_;
  return fault_ ? *fault_ : Error{"The server is being stopped."};
}

void Collection::wait_until_read(int ms_max) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::milliseconds(ms_max),
                    [this] { return (!reading_ && seen_ == changes_) || over_; });
}

template <typename Value, typename Ask>
Result<Value> Collection::ask(const Ask& ask) {
  const std::lock_guard lock(reader_mutex_);
  if (!reader_) return Error{address_ + " cannot be asked now."};
  return ask(*reader_);
}

Result<std::vector<Event>> Collection::events(const EventFilter& filter) {
  return ask<std::vector<Event>>([&](const Store& store) { return store.events(filter); });
}

Result<size_t> Collection::count(const EventFilter& filter) {
  return ask<size_t>([&](const Store& store) { return store.count(filter); });
}

Result<std::vector<Tally>> Collection::tallies(const TallyOptions& options) {
  return ask<std::vector<Tally>>([&](const Store& store) { return store.tallies(options); });
}

Result<std::vector<Article>> Collection::articles(const std::vector<std::string>& ids) {
  return ask<std::vector<Article>>([&](const Store& store) -> Result<std::vector<Article>> {
    std::vector<Article> found;
    for (const std::string& id : ids) {
      auto article = store.article(id);
      if (!article) return Error{article.error()};
      if (article.value()) found.push_back(std::move(*article.value()));
    }
    return found;
  });
}

void Collection::refresh() {
  const std::lock_guard lock(store_mutex_);
  if (!store_) open(true);
  std::shared_ptr<const Scene> before;
  {
    const std::lock_guard shared(mutex_);
    before = scene_;
  }
  Result<std::shared_ptr<const Scene>> next = before;
  if (!store_) {
    if (before) return;
    next = nothing(book_, options_);
  } else {
    const auto version = store_->version();
    if (version && before && before->version == version.value()) return;
    next = version ? make_scene(*store_, book_, options_) : Error{version.error()};
  }
  const std::lock_guard shared(mutex_);
  // What was there is better than an error; the next look may do better.
  fault_ = next ? std::nullopt : std::optional(Error{next.error()});
  if (next) scene_ = std::move(next).value();
}

void Collection::work() {
  give_way();
  std::unique_lock lock(mutex_);
  while (!over_) {
    const uint64_t changes = changes_;
    lock.unlock();
    const auto start = Clock::now();
    refresh();
    const auto rest = std::max<Clock::duration>(kRestLeast, (Clock::now() - start) * kRestFactor);
    lock.lock();
    seen_ = changes;
    changed_.notify_all();
    changed_.wait_for(lock, rest, [this] { return over_; });
  }
}

}  // namespace entente
