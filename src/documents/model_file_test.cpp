#include "documents/model_file.h"

#include <gtest/gtest.h>

#include <cstring>

extern "C" const char entente_english_model[];
extern "C" const char entente_english_model_end[];

namespace entente {
namespace {

std::string small_model() {
  return encode_model({"NOUN NN\nVERB VB\n", encode_lemmas({{"a", "NN", "a"}}),
                       encode_weights({}, 0.1f), encode_weights({}, 0.1f)});
}

std::string refusal(std::string bytes) {
  const auto model = load_english_model(bytes, "x.model");
  return model ? "" : model.error();
}

TEST(ModelFile, LoadsWhatItWrites) {
  const auto model = load_english_model(small_model(), "x.model");
  ASSERT_TRUE(model) << model.error();
  ASSERT_EQ(model.value().weights().tags.size(), 2u);
  EXPECT_EQ(model.value().weights().tags[1], (TagName{Upos::verb, "VB"}));
  EXPECT_EQ(make_document("Any words do.", model.value()).tokens.size(), 4u);
}

TEST(ModelFile, RefusesForeignFiles) {
  EXPECT_NE(refusal("").find("x.model is not an Entente language model"), std::string::npos);
  EXPECT_NE(refusal(std::string(5000, 'z')).find("is not an Entente"), std::string::npos);
}

TEST(ModelFile, RefusesOtherVersions) {
  std::string bytes = small_model();
  bytes[16] = 99;
  EXPECT_NE(refusal(bytes).find("version 99"), std::string::npos);
}

TEST(ModelFile, RefusesTruncatedAndExtendedFiles) {
  const std::string bytes = small_model();
  EXPECT_NE(refusal(bytes.substr(0, bytes.size() - 1)).find("instead of"), std::string::npos);
  EXPECT_NE(refusal(bytes + "x").find("instead of"), std::string::npos);
  for (size_t size = 0; size < bytes.size(); size += 13)
    EXPECT_NE(refusal(bytes.substr(0, size)), "");
}

TEST(ModelFile, RefusesEverySingleDamagedByte) {
  const std::string bytes = small_model();
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
    EXPECT_NE(refusal(damaged), "") << "byte " << i;
  }
}

TEST(ModelFile, TheBuiltInModelIsWhole) {
  const std::string_view bytes(
      entente_english_model,
      static_cast<size_t>(entente_english_model_end - entente_english_model));
  EXPECT_EQ(refusal(std::string(bytes)), "");
  EXPECT_LT(bytes.size(), 12u << 20);
}

}  // namespace
}  // namespace entente
