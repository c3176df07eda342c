// Tested in scene_test.cpp.
#include "server/scene.h"

#include <algorithm>

namespace entente {

namespace {

// The texts are large, and no view shows them.
void drop_texts(std::vector<Article>& articles) {
  for (Article& article : articles) article.text = {};
}

Result<Done> take_all(const Store& store, Scene& scene) {
  auto events = store.events({});
  if (!events) return Error{events.error()};
  auto articles = store.articles();
  if (!articles) return Error{articles.error()};
  scene.events = std::move(events).value();
  scene.articles = std::move(articles).value();
  scene.events_of = scene.events.size();
  return Done{};
}

Result<Done> take_newest(const Store& store, Scene& scene) {
  auto events = store.events({.newest_first = true, .most = scene.options.kept});
  if (!events) return Error{events.error()};
  scene.events = std::move(events).value();
  std::ranges::reverse(scene.events);
  std::vector<std::string> documents;
  for (const Event& event : scene.events) documents.push_back(event.document);
  std::ranges::sort(documents);
  const auto again = std::ranges::unique(documents);
  documents.erase(again.begin(), again.end());
  for (const std::string& id : documents) {
    auto article = store.article(id);
    if (!article) return Error{article.error()};
    if (article.value()) scene.articles.push_back(std::move(*article.value()));
  }
  auto tallies = store.tallies({});
  if (!tallies) return Error{tallies.error()};
  scene.tallies = std::move(tallies).value();
  return Done{};
}

// As in `entente ties`.
void measure_all(Scene& scene) {
  scene.deeds = scene.options.all_reports ? scene.events : told_once(scene.events, scene.articles);
  for (Event& deed : scene.deeds) deed.confidence *= deed.claimed ? scene.options.claims : 1;
  scene.tallies = tally(scene.deeds);
}

void correct(Scene& scene) {
  for (Event& event : scene.events) {
    event.source.actor = corrected(*scene.book, event.source.actor);
    event.target.actor = corrected(*scene.book, event.target.actor);
  }
}

}  // namespace

Result<std::shared_ptr<const Scene>> make_scene(const Store& store, const WorldBook& book,
                                                const SceneOptions& options) {
  auto scene = std::make_shared<Scene>();
  scene->options = options;
  scene->book = &book;
  const auto version = store.version();
  if (!version) return Error{version.error()};
  scene->version = version.value();
  const auto count = store.count({});
  if (!count) return Error{count.error()};
  scene->events_of = count.value();
  scene->whole = count.value() <= options.whole_max;
  const auto taken = scene->whole ? take_all(store, *scene) : take_newest(store, *scene);
  if (!taken) return Error{taken.error()};
  drop_texts(scene->articles);
  if (options.corrected) correct(*scene);
  if (scene->whole) measure_all(*scene);
  scene->network = std::make_shared<Network>(build_network(scene->tallies, options.network));
  BalanceOptions limits;
  if (!scene->whole) limits.certain_actors_max = 100;
  scene->balance = std::make_shared<Balance>(measure_balance(*scene->network, limits));
  if (!scene->whole) {
    scene->rows = tallied_rows(scene->tallies, *scene->network);
    scene->tallies = {};
  }
  scene->weights = weigh_events({scene->articles, scene->events, *scene->network, *scene->balance,
                                 book, scene->whole ? &scene->deeds : nullptr});
  scene->issues = mine_issues(scene->events);
  return std::shared_ptr<const Scene>(std::move(scene));
}

System system_of(const Scene& scene, const Shown& shown) {
  return {scene.articles, scene.events, *shown.network,
          *shown.balance, *scene.book,  scene.whole ? &scene.deeds : nullptr};
}

}  // namespace entente
