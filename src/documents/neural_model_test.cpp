#include "documents/neural_model.h"

#include <gtest/gtest.h>

#include "documents/model_file.h"

namespace entente {
namespace {

std::string error_of(const std::string& bytes) {
  const auto model = load_english_model(bytes, "x.model");
  return model ? "" : model.error();
}

TEST(NeuralModel, TheBuiltInOneIsWhole) {
  const auto model = view_neural_model(embedded_neural_bytes(), "built-in", true);
  ASSERT_TRUE(model) << model.error();
  EXPECT_EQ(model.value().find(0x12345678u), 0u);  // no such key
}

TEST(NeuralModel, DamageIsNoticed) {
  const std::string good(embedded_neural_bytes());
  EXPECT_EQ(error_of(good), "");
  std::string bytes = good;
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_NE(error_of(bytes).find("is damaged"), std::string::npos);
  EXPECT_NE(error_of(good.substr(0, good.size() - 64)).find("it was cut"), std::string::npos);
  bytes = good;
  bytes[16] = 99;
  EXPECT_NE(error_of(bytes).find("of version 99"), std::string::npos);
  EXPECT_NE(error_of(good.substr(0, 20)), "");
}

}  // namespace
}  // namespace entente
