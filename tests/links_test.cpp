#include "links.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

std::vector<std::string> paths(std::string_view page, std::string_view markdown) {
  std::vector<std::string> found;
  for (const FileReference& reference : file_references(page, markdown, {"docs", "src"}))
    found.push_back(reference.path);
  return found;
}

using Paths = std::vector<std::string>;

TEST(Links, AreRelativeToThePage) {
  EXPECT_EQ(paths("README.md", "see [ties](docs/ties.md)."), (Paths{"docs/ties.md"}));
  EXPECT_EQ(paths("docs/ties.md", "[a](store.md) ![b](../web/b.png \"title\")"),
            (Paths{"docs/store.md", "web/b.png"}));
  EXPECT_EQ(paths("docs/ties.md", "[x](../../elsewhere.md)"), (Paths{"../elsewhere.md"}));
  EXPECT_EQ(paths("docs/ties.md", "[x](store.md#schema)"), (Paths{"docs/store.md"}));
  EXPECT_EQ(paths("docs/ties.md", "[x](../docs/)"), (Paths{"docs"}));
}

TEST(Links, ToTheWebAndWithinThePageAreLeftOut) {
  EXPECT_TRUE(paths("a.md", "[x](https://example.org/a.md) [y](#y) [z](mailto:a@b.c)").empty());
}

TEST(Links, CodeThatIsAPathFromTheRootIsOne) {
  EXPECT_EQ(paths("docs/a.md", "in `src/ties/ties.h` and `docs/`"), (Paths{"src/ties/ties.h"}));
  EXPECT_TRUE(paths("docs/a.md", "`src/<stage>/x.h` `build/x/y` `a/b` `src/*/x.h`").empty());
}

TEST(Links, CodeBlocksAreLeftOut) {
  EXPECT_EQ(paths("a.md", "```\n[x](y.md)\n```\n[x](z.md)\n"), (Paths{"z.md"}));
  EXPECT_TRUE(paths("a.md", "`[x](y.md)`").empty());
}

TEST(Links, NameTheirLine) {
  const auto references = file_references("a.md", "\n\n[x](y.md)", {});
  ASSERT_EQ(references.size(), 1u);
  EXPECT_EQ(references[0].line, 3u);
}

}  // namespace
}  // namespace entente
