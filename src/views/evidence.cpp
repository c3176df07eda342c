// One role a byte, painted from the weakest claim to the strongest, then cut where it changes.
// Tested in evidence_test.cpp.
#include "views/evidence.h"

#include <algorithm>

#include "views/display.h"
#include "views/utf8.h"

namespace entente {

namespace {

void paint(std::vector<EvidenceRole>& roles, std::string_view sentence, Range range,
           EvidenceRole role) {
  if (range.begin >= range.end) return;
  const size_t begin = boundary_before(sentence, range.begin);
  size_t end = std::min<size_t>(range.end, sentence.size());
  while (end < sentence.size() && continues_utf8(sentence[end])) ++end;
  for (size_t i = begin; i < end; ++i) roles[i] = role;
}

// one_line, but a blank at either end stays, since the parts are put together again.
std::string clean_part(std::string_view text) {
  auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  const std::string inside = one_line(text);
  if (inside.empty()) return text.empty() || !blank(text.front()) ? "" : " ";
  std::string part;
  if (blank(text.front())) part += ' ';
  part += inside;
  if (blank(text.back())) part += ' ';
  return part;
}

std::string unseen(const Event& event) {
  const std::string code = one_line(event.elsewhere.code);
  return "Coded elsewhere, by " + one_line(event.elsewhere.coder) +
         (code.empty() ? "" : " as " + code) + "; sentence not seen.";
}

}  // namespace

std::vector<EvidencePart> evidence_parts(const Event& event) {
  if (event.sentence.empty() && event.elsewhere) return {{unseen(event), EvidenceRole::none}};
  const std::string_view sentence = event.sentence;
  std::vector<EvidenceRole> roles(sentence.size(), EvidenceRole::none);
  for (const Speaker& speaker : event.said_by) {
    paint(roles, sentence, speaker.range, EvidenceRole::speaker);
  }
  const bool source_longer = event.source.range.size() > event.target.range.size();
  const Participant& under = source_longer ? event.source : event.target;
  const Participant& over = source_longer ? event.target : event.source;
  paint(roles, sentence, under.range, source_longer ? EvidenceRole::source : EvidenceRole::target);
  paint(roles, sentence, over.range, source_longer ? EvidenceRole::target : EvidenceRole::source);
  paint(roles, sentence, event.deed, EvidenceRole::deed);
  std::vector<EvidencePart> parts;
  for (size_t begin = 0; begin < sentence.size();) {
    size_t end = begin + 1;
    while (end < sentence.size() && roles[end] == roles[begin]) ++end;
    parts.push_back({clean_part(sentence.substr(begin, end - begin)), roles[begin]});
    begin = end;
  }
  return parts;
}

}  // namespace entente
