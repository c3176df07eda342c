#include <gtest/gtest.h>

#include "documents/documents.h"

namespace entente {
namespace {

struct ClauseCase {
  const char* text;
  const char* predicate;
  const char* expected;  // tense, aspect, modality, "not", then the cues
};

std::string described(const Document& document, const Clause& clause) {
  constexpr const char* kTenses[] = {"none", "past", "present", "future"};
  constexpr const char* kModalities[] = {"", " possible", " necessary", " hypothetical"};
  std::string out = kTenses[static_cast<int>(clause.tense)];
  if (clause.perfect) out += " perfect";
  if (clause.progressive) out += " progressive";
  if (clause.passive) out += " passive";
  out += kModalities[static_cast<int>(clause.modality)];
  if (clause.negated) out += " not";
  for (const ClauseCue& cue : clause.cues) {
    out += ";" + std::string(form(document, document.tokens[cue.token]));
  }
  return out;
}

class Clauses : public testing::TestWithParam<ClauseCase> {};

TEST_P(Clauses, SayWhenAndWhetherItIsSo) {
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(GetParam().text, model);
  for (const Clause& clause : find_clauses(document)) {
    if (form(document, document.tokens[clause.predicate]) != GetParam().predicate) continue;
    EXPECT_EQ(described(document, clause), GetParam().expected);
    return;
  }
  FAIL() << "no such predicate";
}

void PrintTo(const ClauseCase& c, std::ostream* out) { *out << c.text; }

INSTANTIATE_TEST_SUITE_P(
    English, Clauses,
    testing::Values(
        ClauseCase{"Russia rejected the plan.", "rejected", "past"},
        ClauseCase{"Russia has rejected the plan.", "rejected", "present perfect;has"},
        ClauseCase{"The plan was rejected by Russia.", "rejected", "past passive;was"},
        ClauseCase{"Turkey will not send troops.", "send", "future not;will;not"},
        ClauseCase{"Turkey is sending troops.", "sending", "present progressive;is"},
        ClauseCase{"Iran might attack the base.", "attack", "none possible;might"},
        ClauseCase{"Iran must leave Syria.", "leave", "none necessary;must"},
        ClauseCase{"China would welcome the talks.", "welcome", "none hypothetical;would"},
        ClauseCase{"If Egypt attacks Sudan, France will help.", "attacks",
                   "present hypothetical;If"},
        ClauseCase{"No country recognised the republic.", "recognised", "past not;No"},
        ClauseCase{"Nobody supported the plan.", "supported", "past not;Nobody"},
        ClauseCase{"The two states are not allies.", "allies", "present not;are;not"},
        ClauseCase{"Germany is to visit Iran.", "visit", "future"},
        ClauseCase{"Germany to supply tanks to Ukraine", "supply", "future"},
        ClauseCase{"Israel is going to attack the port.", "attack", "future;going"},
        ClauseCase{"The army has to leave the town.", "leave", "none necessary;has"},
        ClauseCase{"Greece never signed the treaty.", "signed", "past not;never"},
        ClauseCase{"Greece no longer supports the treaty.", "supports", "present not;no"},
        ClauseCase{"India will not buy or sell oil.", "sell", "future not;will;not"}));

TEST(Clauses, TextWithoutVerbsHasNone) {
  static const EnglishModel model = embedded_english_model();
  EXPECT_TRUE(find_clauses(make_document("A treaty.", model)).empty());
  EXPECT_TRUE(find_clauses(make_document("", model)).empty());
}

}  // namespace
}  // namespace entente
