// Parts are known by tag (nav, aside, footer), by role, and by the words in class and id that page
// builders of all kinds share. No single site is named. A part that would take the heading of the
// page or most of its sentences along is never left out: names lie, text does not. Tested by
// html_test.cpp.
#include "articles/html_places.h"

#include <algorithm>
#include <array>
#include <string>

#include "articles/blocks.h"
#include "articles/html_blocks.h"
#include "base/ascii.h"

namespace entente {
namespace {

template <size_t kSize>
bool lists(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of names for parts that are no story, however long they are.
constexpr auto kElsewhere = std::to_array<std::string_view>({"comment",
                                                             "comments",
                                                             "commentlist",
                                                             "commenting",
                                                             "respond",
                                                             "disqus",
                                                             "reply",
                                                             "replies",
                                                             "livefyre",
                                                             "spotim",
                                                             "kommentar",
                                                             "kommentare",
                                                             "commentaires",
                                                             "comentarios",
                                                             "discussion",
                                                             "sidebar",
                                                             "sidebars",
                                                             "rail",
                                                             "rightrail",
                                                             "aside",
                                                             "complementary",
                                                             "secondary",
                                                             "related",
                                                             "relatedposts",
                                                             "recommended",
                                                             "recommendation",
                                                             "recommendations",
                                                             "recommend",
                                                             "recirc",
                                                             "recirculation",
                                                             "readmore",
                                                             "mostread",
                                                             "popular",
                                                             "trending",
                                                             "jp",
                                                             "share",
                                                             "shares",
                                                             "sharing",
                                                             "sharebar",
                                                             "social",
                                                             "socials",
                                                             "sharedaddy",
                                                             "addthis",
                                                             "addtoany",
                                                             "sociable",
                                                             "follow",
                                                             "newsletter",
                                                             "newsletters",
                                                             "subscribe",
                                                             "subscription",
                                                             "signup",
                                                             "login",
                                                             "signin",
                                                             "register",
                                                             "registration",
                                                             "promos",
                                                             "promotion",
                                                             "promoted",
                                                             "advert",
                                                             "adverts",
                                                             "advertisement",
                                                             "advertising",
                                                             "anzeige",
                                                             "werbung",
                                                             "ad",
                                                             "ads",
                                                             "adsense",
                                                             "adslot",
                                                             "adbox",
                                                             "dfp",
                                                             "sponsor",
                                                             "sponsored",
                                                             "sponsors",
                                                             "outbrain",
                                                             "taboola",
                                                             "teads",
                                                             "breadcrumb",
                                                             "breadcrumbs",
                                                             "breadcrumbwidget",
                                                             "menu",
                                                             "nav",
                                                             "navbar",
                                                             "navi",
                                                             "navigation",
                                                             "footer",
                                                             "foot",
                                                             "masthead",
                                                             "topbar",
                                                             "toolbar",
                                                             "bottombar",
                                                             "cookie",
                                                             "cookies",
                                                             "consent",
                                                             "gdpr",
                                                             "popup",
                                                             "modal",
                                                             "overlay",
                                                             "lightbox",
                                                             "tags",
                                                             "taglist",
                                                             "tagcloud",
                                                             "keywords",
                                                             "pagination",
                                                             "pager",
                                                             "paging",
                                                             "pagenav",
                                                             "teasers",
                                                             "caption",
                                                             "captions",
                                                             "figcaption",
                                                             "wpcaption",
                                                             "gallery",
                                                             "slideshow",
                                                             "carousel",
                                                             "slider",
                                                             "rating",
                                                             "ratings",
                                                             "vote",
                                                             "votes",
                                                             "poll",
                                                             "noprint",
                                                             "hidden",
                                                             "invisible",
                                                             "tooltip",
                                                             "dropdown",
                                                             "pullquote",
                                                             "toc",
                                                             "copyright",
                                                             "disclaimer",
                                                             "banner",
                                                             "widget",
                                                             "widgets",
                                                             "biography",
                                                             "bio",
                                                             "authorbio",
                                                             "authorbox",
                                                             "aboutauthor",
                                                             "trackback",
                                                             "trackbacks",
                                                             "pingback",
                                                             "feedback",
                                                             "search",
                                                             "searchform",
                                                             "buttons",
                                                             "jumplinks",
                                                             "morelinks",
                                                             "moreon",
                                                             "crosslinks",
                                                             "upnext",
                                                             "nextup",
                                                             "screenreader",
                                                             "skip",
                                                             "skiplink",
                                                             "notification",
                                                             "notice",
                                                             "alert",
                                                             "shop",
                                                             "donate",
                                                             "donation"});

// Those of them that do not mislead.
constexpr auto kSurelyElsewhere = std::to_array<std::string_view>(
    {"comment",       "comments",  "commentlist", "respond",    "disqus",      "sidebar",
     "related",       "share",     "sharing",     "social",     "newsletter",  "advert",
     "advertisement", "ad",        "ads",         "breadcrumb", "breadcrumbs", "menu",
     "nav",           "navbar",    "navigation",  "footer",     "cookie",      "cookies",
     "consent",       "pagination"});

// Words of names for small parts: a date, a byline. A long part of that name is something else.
constexpr auto kSmall = std::to_array<std::string_view>(
    {"date",      "dates",   "meta",      "metadata", "postmeta", "entrymeta",  "byline",
     "author",    "authors", "autor",     "info",     "infos",    "timestamp",  "time",
     "published", "pubdate", "posted",    "postinfo", "category", "categories", "kicker",
     "eyebrow",   "tag",     "credit",    "credits",  "photo",    "image",      "img",
     "picture",   "media",   "video",     "legend",   "source",   "print",      "tools",
     "actions",   "action",  "button",    "btn",      "label",    "badge",      "more",
     "also",      "latest",  "links",     "link",     "cta",      "topics",     "topic",
     "views",     "counter", "icon",      "icons",    "logo",     "tagged",     "help",
     "language",  "lang",    "languages", "prev",     "previous", "next",       "permalink",
     "edit"});

constexpr auto kStoryNames = std::to_array<std::string_view>(
    {"articlebody",      "articletext",    "articlecontent", "articlemain",
     "bodytext",         "bodycopy",       "bodycontent",    "contentbody",
     "contenttext",      "contentarticle", "entrycontent",   "entrybody",
     "entrytext",        "maincontent",    "newsbody",       "newstext",
     "newscontent",      "postbody",       "postcontent",    "posttext",
     "posttextarea",     "richtext",       "storybody",      "storybodytext",
     "storycontent",     "storytext",      "textbody",       "textcontent",
     "blogcontent",      "blogpost",       "fulltext",       "pagecontent",
     "singlecontent",    "artikeltext",    "artikelinhalt",  "artikelbody",
     "haupttext",        "cuerponoticia",  "textonoticia",   "contenidonoticia",
     "cuerpoarticulo",   "corpsarticle",   "contenuarticle", "articlebodycontent",
     "postarticle",      "articlecopy",    "storycopy",      "bodywrapper",
     "articledata",      "detailcontent",  "newsdetail",     "articledetail",
     "articlesection",   "articlechunk",   "contentarea",    "tdpostcontent",
     "articleparagraph", "articlewrap",    "storyarticle"});

bool denies(std::string_view word) {
  return is_one_of(
      word, {"has",    "no",        "with",     "without", "not",       "is",    "hide",    "show",
             "enable", "enabled",   "disabled", "layout",  "template",  "theme", "wrapper", "wrap",
             "grid",   "elementor", "col",      "row",     "container", "page",  "single"});
}

// One name (no blanks) in words: at marks, and where a capital follows a small letter.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (size_t i = 0; i < name.size(); ++i) {
    const char low = to_lower(name[i]);
    const bool letter = low >= 'a' && low <= 'z';
    const bool capital =
        letter && low != name[i] && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if ((!letter || capital) && !words.back().empty()) words.emplace_back();
    if (letter) words.back() += low;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<std::string_view> names_of(std::string_view value) {
  std::vector<std::string_view> names;
  for (size_t at = 0; at < value.size();) {
    const size_t begin = value.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    const size_t end = std::min(value.find_first_of(" \t\r\n", begin), value.size());
    names.push_back(value.substr(begin, end - begin));
    at = end;
  }
  return names;
}

bool is_story_name(const std::vector<std::string>& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (lists(kStoryNames, words[i])) return true;
    if (i + 1 < words.size() && lists(kStoryNames, words[i] + words[i + 1])) return true;
  }
  return false;
}

struct Hints {
  bool elsewhere = false, surely = false, small = false, story = false;
  bool teaser = false;  // of another story, or of this one
};

Hints hints_of_names(std::string_view value) {
  Hints hints;
  for (const std::string_view name : names_of(value)) {
    const std::vector<std::string> words = words_of(name);
    if (is_story_name(words)) hints.story = true;
    if (words.empty() || std::any_of(words.begin(), words.end(), denies)) continue;
    for (size_t i = 0; i < words.size(); ++i) {
      const std::string joined = i + 1 < words.size() ? words[i] + words[i + 1] : "";
      hints.elsewhere |= lists(kElsewhere, words[i]) || lists(kElsewhere, joined);
      hints.teaser |= words[i] == "teaser" || words[i] == "promo";
      hints.surely |= lists(kSurelyElsewhere, words[i]);
      hints.small |= lists(kSmall, words[i]);
    }
  }
  return hints;
}

bool is_hidden(const HtmlTree& tree, size_t node) {
  if (tree.has_attribute(node, "hidden")) return true;
  const std::string style = lower(tree.attribute(node, "style"));
  const size_t display = style.find("display");
  return display != std::string::npos &&
         trim(std::string_view(style).substr(display + 7)).starts_with(":") &&
         style.find("none", display) < display + 12;
}

// How many words of sentences, headings h1 and declared stories lie before each node, so that those
// of any subtree are one subtraction away.
struct Sums {
  std::vector<uint32_t> words, sentence_words, titles;

  static uint32_t below(const std::vector<uint32_t>& sums, const HtmlNode& node, size_t index) {
    return sums[node.end] - sums[index];
  }
};

// "Comments" is a heading, too, but not the page's.
bool is_title(const std::string& heading, const std::string& page_title) {
  const size_t words = words_in(heading);
  return words >= 4 || (words >= 2 && page_title.find(heading) != std::string::npos);
}

Sums sum_up(const HtmlTree& tree) {
  const auto title_tag = tree.first("title");
  const std::string page_title = title_tag ? tree.text_of(*title_tag) : "";
  Sums sums;
  const size_t size = tree.nodes.size();
  sums.words.assign(size + 1, 0);
  sums.sentence_words.assign(size + 1, 0);
  sums.titles.assign(size + 1, 0);
  for (size_t i = 0; i < size; ++i) {
    const HtmlNode& node = tree.nodes[i];
    uint32_t words = 0;
    const bool code = is_one_of(tree.nodes[node.parent].tag, {"script", "style", "noscript"});
    if (node.tag.empty() && !code) words = static_cast<uint32_t>(words_in(node.text));
    sums.words[i + 1] = sums.words[i] + words;
    sums.sentence_words[i + 1] = sums.sentence_words[i] + (words >= 8 ? words : 0);
    const bool title = (node.tag == "h1" && is_title(tree.text_of(i), page_title)) ||
                       tree.attribute(i, "itemprop") == "articleBody";
    sums.titles[i + 1] = sums.titles[i] + title;
  }
  return sums;
}

Hints hints_of(const HtmlTree& tree, size_t node) {
  Hints hints = hints_of_names(tree.attribute(node, "class"));
  const Hints id = hints_of_names(tree.attribute(node, "id"));
  hints.elsewhere |= id.elsewhere;
  hints.surely |= id.surely;
  hints.teaser |= id.teaser;
  hints.small |= id.small;
  hints.story |= id.story || lower(tree.attribute(node, "itemprop")) == "articlebody";
  const std::string_view role = tree.attribute(node, "role");
  hints.elsewhere |= is_one_of(role, {"navigation", "complementary", "contentinfo", "banner",
                                      "search", "menu", "menubar", "dialog", "alertdialog"});
  return hints;
}

// Whether the node stands in a small part of the page together with its heading.
bool is_beside_title(const HtmlTree& tree, const Sums& sums, size_t node) {
  constexpr size_t kHeader = 200;
  for (size_t up = tree.nodes[node].parent; up > 0; up = tree.nodes[up].parent) {
    if (Sums::below(sums.words, tree.nodes[up], up) > kHeader) return false;
    if (Sums::below(sums.titles, tree.nodes[up], up) > 0) return true;
  }
  return false;
}

bool is_page_part(std::string_view tag) {
  return is_one_of(tag, {"nav", "aside", "footer", "figcaption", "menu", "form", "figure"});
}

}  // namespace

std::vector<std::string> name_words(std::string_view names) {
  std::vector<std::string> all;
  for (const std::string_view name : names_of(names)) {
    for (std::string& word : words_of(name)) all.push_back(std::move(word));
  }
  return all;
}

HtmlPlaces find_places(const HtmlTree& tree, bool by_name) {
  constexpr size_t kSmallWords = 40;
  HtmlPlaces places;
  places.left_out.assign(tree.nodes.size(), false);
  places.story.assign(tree.nodes.size(), false);
  const Sums sums = sum_up(tree);
  const size_t all = sums.sentence_words.back();
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag.empty() || is_one_of(node.tag, {"html", "head", "body", "main"})) continue;
    const Hints hints = hints_of(tree, i);
    places.story[i] = hints.story;
    const size_t words = Sums::below(sums.words, node, i);
    const size_t sentences = Sums::below(sums.sentence_words, node, i);
    const bool titled = Sums::below(sums.titles, node, i) > 0;
    const bool most = sentences * 2 > all && all > 0;
    bool out = is_page_part(node.tag) || is_hidden(tree, i);
    out |= (by_name ? hints.elsewhere : hints.surely) && !hints.story;
    out |= by_name && hints.teaser && !hints.story && !is_beside_title(tree, sums, i);
    out = out && !titled && !most;
    const bool small = by_name && hints.small && words < kSmallWords && sentences < 12;
    out |= small && !titled && !hints.story && !ends_sentence(tree.text_of(i));
    places.left_out[i] = out;
  }
  return places;
}

}  // namespace entente
