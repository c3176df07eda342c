// What an unknown name says of its bearer: "Acme Mining" is a firm, "Umoja Brigade" an armed group.
// The last telling word decides, since English puts the kind of thing last. Tested in
// name_types_test.cpp.
#include <algorithm>
#include <array>

#include "actors/naming.h"
#include "base/ascii.h"

namespace entente {

namespace {

struct TellingWord {
  std::string_view word;
  std::string_view sector;
};

// Sorted by word.
constexpr std::array<TellingWord, 126> kWords = {{
    {"abbey", "REL"},        {"academy", "EDU"},       {"agency", "GOV"},
    {"airline", "BUS"},      {"airlines", "BUS"},      {"airways", "BUS"},
    {"army", "REB"},         {"association", "SOC"},   {"authority", "GOV"},
    {"automotive", "BUS"},   {"bancorp", "BUS"},       {"bank", "BUS"},
    {"battalion", "MIL"},    {"breweries", "BUS"},     {"brigade", "REB"},
    {"brigades", "REB"},     {"broadcasting", "JRN"},  {"bureau", "GOV"},
    {"campaign", "SOC"},     {"capital", "BUS"},       {"cartel", "CRM"},
    {"cathedral", "REL"},    {"cement", "BUS"},        {"chamber", "BUS"},
    {"chronicle", "JRN"},    {"church", "REL"},        {"clinic", "MED"},
    {"club", "SOC"},         {"coalition", "OPP"},     {"college", "EDU"},
    {"commission", "GOV"},   {"committee", "SOC"},     {"company", "BUS"},
    {"construction", "BUS"}, {"cooperative", "BUS"},   {"corp", "BUS"},
    {"corporation", "BUS"},  {"council", "GOV"},       {"daily", "JRN"},
    {"department", "GOV"},   {"diocese", "REL"},       {"electric", "BUS"},
    {"electronics", "BUS"},  {"energy", "BUS"},        {"enterprise", "BUS"},
    {"enterprises", "BUS"},  {"entertainment", "BUS"}, {"exchange", "BUS"},
    {"faculty", "EDU"},      {"federation", "SOC"},    {"finance", "BUS"},
    {"foods", "BUS"},        {"forces", "REB"},        {"foundation", "SOC"},
    {"front", "REB"},        {"fund", "BUS"},          {"gaming", "BUS"},
    {"gang", "CRM"},         {"gazette", "JRN"},       {"gmbh", "BUS"},
    {"group", "BUS"},        {"guard", "MIL"},         {"herald", "JRN"},
    {"holding", "BUS"},      {"holdings", "BUS"},      {"hospital", "MED"},
    {"inc", "BUS"},          {"industries", "BUS"},    {"institute", "EDU"},
    {"institution", "EDU"},  {"insurance", "BUS"},     {"investments", "BUS"},
    {"journal", "JRN"},      {"league", "SOC"},        {"limited", "BUS"},
    {"llc", "BUS"},          {"ltd", "BUS"},           {"magazine", "JRN"},
    {"media", "JRN"},        {"militia", "REB"},       {"mines", "BUS"},
    {"mining", "BUS"},       {"ministry", "GOV"},      {"monastery", "REL"},
    {"mosque", "REL"},       {"motors", "BUS"},        {"movement", "OPP"},
    {"network", "SOC"},      {"networks", "BUS"},      {"news", "JRN"},
    {"newspaper", "JRN"},    {"ngo", "SOC"},           {"observer", "JRN"},
    {"oil", "BUS"},          {"partners", "BUS"},      {"party", "PTY"},
    {"petroleum", "BUS"},    {"pharma", "BUS"},        {"pharmaceuticals", "BUS"},
    {"plc", "BUS"},          {"police", "COP"},        {"post", "JRN"},
    {"press", "JRN"},        {"radio", "JRN"},         {"regiment", "MIL"},
    {"restaurant", "BUS"},   {"restaurants", "BUS"},   {"school", "EDU"},
    {"seminary", "REL"},     {"society", "SOC"},       {"steel", "BUS"},
    {"studio", "BUS"},       {"studios", "BUS"},       {"syndicate", "CRM"},
    {"systems", "BUS"},      {"technologies", "BUS"},  {"technology", "BUS"},
    {"telecom", "BUS"},      {"television", "JRN"},    {"times", "JRN"},
    {"tribune", "JRN"},      {"trust", "SOC"},         {"tv", "JRN"},
    {"union", "LAB"},        {"university", "EDU"},    {"ventures", "BUS"},
}};

}  // namespace

std::string_view sector_of_name(std::string_view name) {
  std::string_view sector;
  const std::string low = lower(name);
  for (const std::string_view word : split(low, ' ')) {
    if (word == "of" || word == "for") {
      // "University of Maseno": what stands before "of" is the thing.
      if (!sector.empty()) return sector;
      continue;
    }
    const auto found = std::lower_bound(
        kWords.begin(), kWords.end(), word,
        [](const TellingWord& one, std::string_view wanted) { return one.word < wanted; });
    if (found != kWords.end() && found->word == word) sector = found->sector;
  }
  return sector;
}

}  // namespace entente
