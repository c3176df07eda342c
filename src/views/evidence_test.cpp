#include "views/evidence.h"

#include <gtest/gtest.h>

#include "views/sample_system.h"

namespace entente {
namespace {

// "[s:...]" around each part with a role.
std::string shown(const Event& event) {
  std::string text;
  for (const EvidencePart& part : evidence_parts(event)) {
    const char role = " sdtw"[static_cast<size_t>(part.role)];
    text += role == ' ' ? part.text : std::string("[") + role + ":" + part.text + "]";
  }
  return text;
}

Event event_of(std::string sentence, Range source, Range deed, Range target) {
  Event event;
  event.sentence = std::move(sentence);
  event.source.range = source;
  event.deed = deed;
  event.target.range = target;
  return event;
}

TEST(Evidence, MarksTheRoles) {
  const Event event = sample_event({1,
                                    "2021-07-01",
                                    "RUS",
                                    "USA",
                                    EventType::accuse,
                                    "",
                                    "{s:Moscow} {d:accused} {t:Washington}, {w:Lavrov} said.",
                                    EventStatus::happened,
                                    {"Sergei Lavrov"}});
  EXPECT_EQ(shown(event), "[s:Moscow] [d:accused] [t:Washington], [w:Lavrov] said.");
}

TEST(Evidence, NestedRangesStayVisible) {
  EXPECT_EQ(shown(event_of("Turkish plan", {0, 7}, {8, 12}, {0, 12})), "[s:Turkish][t: ][d:plan]");
  EXPECT_EQ(shown(event_of("Turkish plan", {0, 12}, {8, 12}, {0, 7})), "[t:Turkish][s: ][d:plan]");
}

TEST(Evidence, OddRangesAreCutToTheSentence) {
  EXPECT_EQ(shown(event_of("abc", {0, 900}, {7, 9}, {2, 1})), "[s:abc]");
  EXPECT_EQ(shown(event_of("", {0, 1}, {0, 1}, {0, 1})), "");
  // Inside a character: the whole of it.
  EXPECT_EQ(shown(event_of("Zürich", {0, 2}, {}, {})), "[s:Zü]rich");
  EXPECT_EQ(shown(event_of("Zürich", {2, 4}, {}, {})), "Z[s:ür]ich");
}

TEST(Evidence, PartsAreSafeToPrint) {
  EXPECT_EQ(shown(event_of("a\n\x1b[31mb \xFF", {0, 1}, {}, {})), "[s:a] [31mb \xEF\xBF\xBD");
}

}  // namespace
}  // namespace entente
