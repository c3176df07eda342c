// Words that keep their period. Kept apart because people read and extend it.
#pragma once

#include <string_view>

namespace entente {

// In lower case and without the final period. Sorted.
inline constexpr std::string_view kAbbreviations[] = {
    "a.k.a", "adj",  "adm",    "al",   "approx", "apr",   "arr",  "art",   "assn", "asst", "atty",
    "attn",  "aug",  "ave",    "bldg", "blvd",   "brig",  "bro",  "bros",  "ca",   "capt", "cf",
    "ch",    "cmdr", "cmdt",   "co",   "col",    "comdr", "corp", "cpl",   "cpt",  "ct",   "dec",
    "dept",  "det",  "dist",   "div",  "dr",     "eq",    "esq",  "est",   "etc",  "ex",   "feb",
    "fig",   "figs", "fr",     "fri",  "ft",     "gen",   "gov",  "govt",  "hon",  "hwy",  "inc",
    "insp",  "int",  "intl",   "jan",  "jr",     "jul",   "jun",  "lieut", "ln",   "lt",   "ltd",
    "maj",   "mar",  "messrs", "min",  "mon",    "mr",    "mrs",  "ms",    "msgr", "mt",   "mts",
    "natl",  "no",   "nos",    "nov",  "oct",    "pp",    "pres", "prof",  "pt",   "pvt",  "rd",
    "rep",   "reps", "rev",    "rs",   "sat",    "sec",   "sen",  "sens",  "sep",  "sept", "sgt",
    "sr",    "st",   "ste",    "sun",  "supt",   "thu",   "thur", "thurs", "tue",  "tues", "univ",
    "viz",   "vol",  "vols",   "vs",   "wed"};

// Those among them, and words of their kind, that a name follows: no sentence ends after them.
inline constexpr std::string_view kTitles[] = {
    "adm", "atty", "brig", "capt",  "cmdr", "col", "cpl",    "cpt",  "dr",  "fr",  "gen",
    "gov", "hon",  "insp", "lieut", "lt",   "maj", "messrs", "mr",   "mrs", "ms",  "msgr",
    "mt",  "no",   "nos",  "pres",  "prof", "pvt", "rep",    "reps", "rev", "sen", "sens",
    "sgt", "st",   "ste",  "supt",  "vs",   "fig", "figs",   "vol",  "cf",  "pp"};

}  // namespace entente
