// The two tables below are the law; a new stage or library is entered here, with the reason in
// ARCHITECTURE.md. Tested in layers_test.cpp.
#include "layers.h"

#include <algorithm>
#include <set>
#include <span>

#include "code_text.h"

namespace entente {

namespace {

struct Stage {
  std::string_view name;
  std::string_view uses;  // names between blanks
};

constexpr Stage kStages[] = {
    {"base", ""},
    {"articles", " base "},
    {"documents", " base articles "},
    {"actors", " base articles documents "},
    {"events", " base articles documents actors "},
    {"ties", " base articles documents actors events "},
    {"balance", " base articles documents actors events ties "},
    {"networks", " base balance "},
    {"views", " base articles documents actors events ties balance networks "},
    {"exchange", " base articles documents actors events ties balance "},
    {"store", " base articles documents actors events ties "},
    {"server", " base articles documents actors events ties balance views store "},
    {"cli",
     " base articles documents actors events ties balance networks views exchange store server "},
};

struct Fence {
  std::string_view prefix;
  std::string_view folders;  // names between blanks; "*" for all
  std::string_view suffix;   // of the files that may
};

constexpr Fence kFences[] = {
    {"nlohmann/", " articles views exchange server ", ".cpp"},
    {"CLI/", " cli ", ".cpp"},
    {"gumbo.h", " articles ", ".cpp"},
    {"uchardet/", " articles ", ".cpp"},
    {"libxml/", " articles ", ".cpp"},
    {"archive.h", " articles ", ".cpp"},
    {"archive_entry.h", " articles ", ".cpp"},
    {"brotli/", " articles ", ".cpp"},
    {"zlib.h", " articles views networks ", ".cpp"},
    {"pugixml.hpp", " exchange networks ", ".cpp"},
    {"sqlite3.h", " store ", ".cpp"},
    {"curl/", " store ", ".cpp"},
    {"httplib.h", " server ", ".cpp"},
    {"fmt/", "*", ".cpp"},
    {"gtest/", "*", "_test.cpp"},
    {"gmock/", "*", "_test.cpp"},
    {"benchmark/", "*", "_bench.cpp"},
};

// Headers of C and of the system beyond those of C++, which have neither dot nor slash.
constexpr std::string_view kSystem[] = {"fcntl.h",   "unistd.h",    "signal.h", "poll.h",
                                        "termios.h", "glob.h",      "errno.h",  "immintrin.h",
                                        "iconv.h",   "netinet/in.h"};

const Stage* stage_of(std::string_view name) {
  const auto* found = std::ranges::find(kStages, name, &Stage::name);
  return found == std::end(kStages) ? nullptr : found;
}

bool lists(std::string_view names, std::string_view name) {
  return names == "*" || names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

// "ties" of "src/ties/x.cpp"; "" outside of src/.
std::string_view folder_of(std::string_view path) {
  if (!path.starts_with("src/")) return {};
  path.remove_prefix(4);
  const size_t end = path.find('/');
  return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

std::string layer_remedy(const Stage& stage, const std::string& include) {
  const size_t slash = include.find('/');
  if (slash == std::string::npos)
    return "includes \"" + include + "\" without its folder; write \"<folder>/" + include + "\"";
  const std::string folder = include.substr(0, slash);
  if (folder == stage.name) return "";
  if (!stage_of(folder)) return "includes \"" + include + "\" of no stage; use <> for libraries";
  if (!lists(stage.uses, folder)) {
    return "src/" + std::string(stage.name) + " may not use " + folder +
           ", which does not stand to its left; pass the values in, or move the code";
  }
  if (folder == "base" || include == folder + "/" + folder + ".h") return "";
  return "includes the private header \"" + include + "\"; include \"" + folder + "/" + folder +
         ".h\", or make what is missing public there";
}

std::string fence_remedy(std::string_view path, const std::string& include) {
  const auto* fence =
      std::ranges::find_if(kFences, [&](const Fence& f) { return include.starts_with(f.prefix); });
  if (fence == std::end(kFences)) {
    if (include.find_first_of("./") == std::string::npos || include.starts_with("sys/")) return "";
    if (std::ranges::find(kSystem, include) != std::end(kSystem)) return "";
    return "<" + include + "> has no fence; enter its folder in tests/layers.cpp, or do without";
  }
  if (path.starts_with("src/") && !lists(fence->folders, folder_of(path))) {
    return "<" + include + "> belongs in src/{" + std::string(fence->folders) +
           "} only; call that stage, or move the code there";
  }
  if (path.ends_with(fence->suffix)) return "";
  return "<" + include + "> belongs in files *" + std::string(fence->suffix) +
         " only; hide it behind a type of our own";
}

}  // namespace

Violations layer_violations(std::string_view path, std::string_view code) {
  const std::string file(path);
  const Stage* stage = stage_of(folder_of(path));
  if (!stage) return {{file, 0, "is in no stage's folder; enter the stage in tests/layers.cpp"}};
  Violations violations;
  for (const Include& include : includes_of(code)) {
    const std::string remedy = include.quoted ? layer_remedy(*stage, include.path) : "";
    if (!remedy.empty()) violations.push_back({file, include.line, remedy});
  }
  return violations;
}

Violations fence_violations(std::string_view path, std::string_view code) {
  Violations violations;
  for (const Include& include : includes_of(code)) {
    // A quoted library header would slip past the fence.
    const bool library = !include.quoted || std::ranges::any_of(kFences, [&](const Fence& f) {
      return include.path.starts_with(f.prefix);
    });
    const std::string remedy = library ? fence_remedy(path, include.path) : "";
    if (!remedy.empty()) violations.push_back({std::string(path), include.line, remedy});
  }
  return violations;
}

}  // namespace entente
