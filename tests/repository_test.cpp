#include "repository.h"

#include <gtest/gtest.h>

#include <fstream>

namespace entente {
namespace {

namespace fs = std::filesystem;

TEST(Repository, ListsFilesButNotWhatIsMade) {
  const fs::path root = fs::path(testing::TempDir()) / "entente_repository_test";
  fs::remove_all(root);
  for (const char* path : {"src/ties/b.cpp", "src/ties/a.h", "build/x.cpp", ".git/config",
                           "web/node_modules/x/y.cpp", "entente.db", "README.md"}) {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << "text";
  }
  fs::create_symlink(root, root / "src/loop");
  EXPECT_EQ(repository_files(root),
            (std::vector<std::string>{"README.md", "src/ties/a.h", "src/ties/b.cpp"}));
  EXPECT_EQ(content_of(root, "README.md"), "text");
  EXPECT_EQ(content_of(root, "absent.md"), "");
  fs::remove_all(root);
  EXPECT_TRUE(repository_files(root).empty());
}

TEST(Repository, TellsKindsOfFiles) {
  EXPECT_TRUE(is_cpp("src/ties/a.h"));
  EXPECT_FALSE(is_cpp("docs/a.md"));
  EXPECT_TRUE(is_code("src/ties/a.h"));
  EXPECT_TRUE(is_code("web/page.ts"));
  EXPECT_FALSE(is_code("data/words.txt"));
  EXPECT_TRUE(is_text("a\n"));
  EXPECT_FALSE(is_text(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace entente
