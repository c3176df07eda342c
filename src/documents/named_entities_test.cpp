#include <gtest/gtest.h>

#include "documents/documents.h"

namespace entente {
namespace {

std::string names_in(const std::string& text) {
  static const EnglishModel model = embedded_english_model();
  constexpr const char* kKinds[] = {"person", "organisation", "place"};
  const Document document = make_document(text, model);
  std::string out;
  for (const NamedEntity& entity : find_named_entities(document, model)) {
    EXPECT_LT(entity.token_begin, entity.token_end);
    const uint32_t begin = document.tokens[entity.token_begin].range.begin;
    const uint32_t end = document.tokens[entity.token_end - 1].range.end;
    out += out.empty() ? "" : "; ";
    out += document.text.substr(begin, end - begin) + " " + kKinds[static_cast<int>(entity.kind)];
  }
  return out;
}

TEST(NamedEntities, PeopleOrganisationsAndPlaces) {
  EXPECT_EQ(names_in("Peter Miller flew from Paris to Kenya."),
            "Peter Miller person; Paris place; Kenya place");
  EXPECT_EQ(names_in("The talks in Geneva were led by Mary Johnson of Stanford University."),
            "Geneva place; Mary Johnson person; Stanford University organisation");
}

TEST(NamedEntities, SurnamesFollowTheWholeName) {
  EXPECT_EQ(names_in("John Paris spoke first. Then Paris left."),
            "John Paris person; Paris person");
}

TEST(NamedEntities, TextWithoutNamesHasNone) {
  EXPECT_EQ(names_in("Nobody was there on a rainy day."), "");
  EXPECT_EQ(names_in(""), "");
}

}  // namespace
}  // namespace entente
