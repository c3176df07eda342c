// Sources, the more trustworthy first: JSON-LD, meta tags, microdata, then what the page shows near
// its heading. Titles are compared: the heading wins if the page's title contains it, since meta
// titles are often shortened or lengthened for search engines. Tested by html_test.cpp.
#include "articles/html_metadata.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/credits.h"
#include "articles/html_blocks.h"
#include "articles/html_places.h"
#include "articles/json_ld.h"
#include "articles/outlet_names.h"
#include "articles/web_address.h"
#include "articles/written_dates.h"
#include "base/ascii.h"

namespace entente {
namespace {

std::string plain(std::string_view text) { return single_blanks(plain_characters(text)); }

struct MetaTag {
  std::string name;
  std::string_view content;
};

std::vector<MetaTag> meta_tags(const HtmlTree& tree) {
  std::vector<MetaTag> tags;
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != "meta") continue;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string name = lower(trim(tree.attribute(i, key)));
      const std::string_view content = trim(tree.attribute(i, "content"));
      if (!name.empty() && !content.empty()) tags.push_back({name, content});
    }
  }
  return tags;
}

// The first of `names` that a meta tag has, in the order of `names`.
std::string meta(const std::vector<MetaTag>& tags, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const MetaTag& tag : tags) {
      if (tag.name == name) return plain(tag.content);
    }
  }
  return "";
}

// Letters and digits in lower case: what two spellings of a title share.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const char low = to_lower(c);
    const bool kept = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') ||
                      static_cast<unsigned char>(low) >= 0x80;
    if (kept) key += low;
  }
  return key;
}

struct Split {
  std::string head, tail;
};

// "Title | The Site" at the last mark between blanks.
std::optional<Split> split_at_mark(const std::string& title) {
  size_t best = std::string::npos, size = 0;
  for (const std::string_view mark :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 ",
        " \xE2\x80\xA2 ", " // ", " < ", " \xC2\xAB "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || (best != std::string::npos && at < best)) continue;
    best = at;
    size = mark.size();
  }
  if (best == std::string::npos) return std::nullopt;
  return Split{title.substr(0, best), title.substr(best + size)};
}

bool names_site(const std::string& tail, const std::string& site, const std::string& host) {
  const std::string key = key_of(tail);
  if (key.empty()) return true;
  const std::string site_key = key_of(site), host_key = key_of(host);
  if (!site_key.empty() &&
      (site_key.find(key) != std::string::npos || key.find(site_key) != std::string::npos)) {
    return true;
  }
  return (key.size() > 2 && host_key.find(key) != std::string::npos) || is_outlet_name(tail);
}

// Takes the site's name off the end of a title; `loosely` also any short last part.
std::string without_site(std::string title, const std::string& site, const std::string& host,
                         bool loosely) {
  for (int i = 0; i < 3; ++i) {
    const auto split = split_at_mark(title);
    if (!split || words_in(split->head) < 2) break;
    const bool short_tail = loosely && words_in(split->tail) <= 3 && words_in(split->head) >= 4;
    if (!names_site(split->tail, site, host) && !short_tail) break;
    title = split->head;
  }
  return std::string(trim(title));
}

struct Titles {
  std::string declared;               // og:title and the like
  std::string page;                   // <title>
  std::string linked;                 // JSON-LD
  std::vector<std::string> headings;  // h1
};

bool is_part_of(const std::string& key, const std::string& whole) {
  return key.size() >= 8 && whole.find(key) != std::string::npos;
}

std::string whole_key(const std::string& declared, const std::string& page) {
  return key_of(declared.empty() ? page : declared);
}

std::string choose_title(const Titles& titles, const std::string& site, const std::string& host) {
  const std::string declared = without_site(titles.declared, site, host, false);
  const std::string page = without_site(titles.page, site, host, titles.declared.empty());
  const std::string whole =
      key_of(titles.declared) + " " + key_of(titles.page) + " " + key_of(titles.linked);
  const std::string host_key = key_of(host), site_key = key_of(site);
  for (const std::string& heading : titles.headings) {
    const std::string key = key_of(heading);
    const bool site_name = (key.size() > 3 && (host_key.find(key) != std::string::npos ||
                                               site_key.find(key) != std::string::npos)) ||
                           (!site_key.empty() && key == site_key);
    if (site_name && key != whole_key(declared, page)) continue;
    if (is_part_of(key, whole) && words_in(heading) >= 2) return heading;
    if (!key.empty() && (key == key_of(declared) || key == key_of(page))) return heading;
  }
  if (titles.headings.size() == 1 && words_in(titles.headings[0]) >= 4 &&
      titles.headings[0].size() < 200) {
    return titles.headings[0];
  }
  if (!titles.linked.empty()) return titles.linked;
  if (!declared.empty()) return declared;
  if (!page.empty()) return page;
  return titles.headings.empty() ? "" : titles.headings[0];
}

Titles find_titles(const HtmlTree& tree, const std::vector<MetaTag>& tags,
                   const LinkedArticle& linked) {
  Titles titles;
  titles.declared = meta(
      tags, {"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"});
  titles.linked = plain(linked.headline);
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const std::string_view tag = tree.nodes[i].tag;
    if (tag == "title" && titles.page.empty()) titles.page = plain(tree.text_of(i));
    const bool entry = tag == "h2" && tree.attribute(i, "class").find("title") != std::string::npos;
    if (tag == "h1" || entry || tree.attribute(i, "itemprop") == "headline") {
      const std::string text = tag == "meta" ? "" : plain(tree.text_of(i));
      if (!text.empty() && text.size() < 300) titles.headings.push_back(text);
    }
  }
  return titles;
}

// What follows "By ", offices, addresses and dates aside; "" for what is no name.
std::string author_name(std::string_view text, const std::string& outlet) {
  std::string name = plain(text);
  if (const auto credits = read_credits(name); credits && !credits->author.empty()) {
    name = credits->author;
  }
  for (const std::string_view opening : {"By ", "by ", "BY ", "Author: ", "Von ", "von ",
                                         "Written by ", "Posted by ", "Par ", "Por "}) {
    if (name.starts_with(opening)) name = trim(std::string_view(name).substr(opening.size()));
  }
  for (const std::string_view stop :
       {" | ", " (", " <", " - ", " \xE2\x80\x93 ", " \xC2\xB7 ", " @", " \xE2\x80\xA2 "}) {
    name.resize(std::min(name.size(), name.find(stop)));
  }
  const std::string low = lower(name);
  const bool odd = name.find("http") != std::string::npos || name.find('@') != std::string::npos ||
                   name.find_first_of("0123456789") != std::string::npos;
  if (odd || name.size() > 120 || name.size() < 3 || words_in(name) > 12) return "";
  if (is_one_of(low, {"admin", "administrator", "editor", "staff", "webmaster", "author", "by",
                      "guest", "redaktion", "anonymous", "user", "root", "no author", "unknown",
                      "none", "null"})) {
    return "";
  }
  return key_of(name) == key_of(outlet) ? "" : name;
}

// Elements that are called the author's: rel, itemprop, class.
std::string shown_author(const HtmlTree& tree, const std::string& outlet) {
  for (const int pass : {0, 1, 2}) {
    for (size_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.is_text(i) || is_one_of(tree.nodes[i].tag, {"body", "html", "meta", "link"}))
        continue;
      bool fits = pass == 0 && lower(tree.attribute(i, "itemprop")) == "author";
      fits |= pass == 1 && tree.attribute(i, "rel") == "author";
      if (pass == 2) {
        const auto words = name_words(tree.attribute(i, "class"));
        fits = std::any_of(words.begin(), words.end(), [](const std::string& word) {
          return is_one_of(word, {"byline", "author", "authors", "writer", "authorname"});
        });
      }
      if (!fits) continue;
      std::string text = tree.text_of(i);
      for (size_t k = i + 1; pass == 0 && k < tree.nodes[i].end; ++k) {
        if (tree.attribute(k, "itemprop") != "name") continue;
        const std::string_view content = tree.attribute(k, "content");
        text = content.empty() ? tree.text_of(k) : std::string(content);
        break;
      }
      if (text.size() > 160) continue;
      const std::string name = author_name(text, outlet);
      const bool sure = pass < 2 || is_person_name(name.substr(0, name.find(" and "))) ||
                        is_person_name(name.substr(0, name.find(',')));
      if (!name.empty() && sure) return name;
    }
  }
  return "";
}

std::optional<Date> declared_date(const std::vector<MetaTag>& tags) {
  constexpr auto kNames = std::to_array<std::string_view>({"article:published_time",
                                                           "og:article:published_time",
                                                           "og:published_time",
                                                           "datepublished",
                                                           "parsely-pub-date",
                                                           "sailthru.date",
                                                           "dc.date.issued",
                                                           "dc.date",
                                                           "dcterms.date",
                                                           "dcterms.created",
                                                           "dc.date.created",
                                                           "dc.date.publication",
                                                           "pubdate",
                                                           "publishdate",
                                                           "publish_date",
                                                           "publish-date",
                                                           "publication_date",
                                                           "published_time",
                                                           "article_date_original",
                                                           "article.published",
                                                           "cxenseparse:recs:publishtime",
                                                           "date",
                                                           "originalpublicationdate",
                                                           "rnews:datepublished",
                                                           "publicationdate",
                                                           "article.created",
                                                           "datecreated",
                                                           "created",
                                                           "bt:pubdate",
                                                           "rbpubdate",
                                                           "displaydate",
                                                           "ptime",
                                                           "eomportal-lastupdate",
                                                           "article:modified_time",
                                                           "og:updated_time",
                                                           "datemodified",
                                                           "last-modified",
                                                           "revised"});
  for (const std::string_view name : kNames) {
    for (const MetaTag& tag : tags) {
      if (tag.name != name) continue;
      if (const auto date = parse_written_date(plain(tag.content))) return date;
    }
  }
  return std::nullopt;
}

// In one of the short texts that follow the title, whatever it is called.
std::optional<Date> date_behind_title(const HtmlTree& tree, const std::string& title) {
  constexpr size_t kTexts = 6, kLettersMax = 60;
  bool behind = false;
  size_t seen = 0;
  for (size_t i = 0; i < tree.nodes.size() && seen < kTexts; ++i) {
    const std::string_view around = tree.nodes[tree.nodes[i].parent].tag;
    if (!tree.is_text(i) || is_one_of(around, {"title", "script", "style"})) continue;
    const std::string text = plain(tree.nodes[i].text);
    if (text.empty()) continue;
    seen += behind;
    if (text == title) {
      behind = true;
    } else if (behind && text.size() <= kLettersMax) {
      if (const auto date = parse_written_date(text)) return date;
      if (const auto found = find_date(text))
        if (const auto date = whole_date(*found)) return date;
    }
  }
  return std::nullopt;
}

// <time>, and elements called the date of publication. Updates count where nothing else is there.
std::optional<Date> shown_date(const HtmlTree& tree) {
  std::optional<Date> later;
  for (const bool named : {true, false}) {
    for (size_t i = 0; i < tree.nodes.size(); ++i) {
      const HtmlNode& node = tree.nodes[i];
      if (node.tag.empty()) continue;
      const std::string prop = lower(tree.attribute(i, "itemprop"));
      const auto words = name_words(tree.attribute(i, "class"));
      const bool says = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return is_one_of(word, {"date", "published", "pubdate", "timestamp", "posted", "datetime",
                                "time", "dateline", "datum", "publish", "publication"});
      });
      const bool updated =
          prop == "datemodified" || std::find(words.begin(), words.end(), "updated") != words.end();
      const bool fits = prop == "datepublished" || tree.has_attribute(i, "pubdate") ||
                        (!named && (node.tag == "time" || says));
      if ((!fits && !updated) || node.end - i > 40) continue;
      std::string_view stamp = tree.attribute(i, "datetime");
      if (stamp.empty()) stamp = tree.attribute(i, "content");
      auto date = parse_written_date(plain(stamp));
      if (!date) {
        const std::string text = plain(tree.text_of(i));
        date = parse_written_date(text);
        if (const auto found = find_date(text); !date && found && text.size() < 100) {
          date = whole_date(*found);
        }
      }
      if (date && !updated) return date;
      if (date && !later) later = date;
    }
  }
  return later;
}

// Lines between the heading and the story, as a reader sees them.
Credits shown_credits(const HtmlTree& tree) {
  Credits all;
  const std::vector<HtmlBlock> blocks =
      blocks_of(tree, std::vector<bool>(tree.nodes.size(), false));
  size_t heading = blocks.size();
  for (size_t i = 0; i < blocks.size() && heading == blocks.size(); ++i) {
    if (tree.nodes[blocks[i].owner].tag == "h1") heading = i;
  }
  for (size_t i = heading + 1; i < blocks.size() && i < heading + 12; ++i) {
    const auto credits = read_credits(plain(blocks[i].text));
    if (!credits) continue;
    if (all.author.empty()) all.author = credits->author;
    if (all.outlet.empty()) all.outlet = credits->outlet;
    if (!all.published) all.published = credits->published;
  }
  return all;
}

LinkedArticle linked_article(const HtmlTree& tree) {
  LinkedArticle article;
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != "script") continue;
    if (lower(tree.attribute(i, "type")).find("ld+json") == std::string::npos) continue;
    if (i + 1 < tree.nodes[i].end) read_json_ld(tree.nodes[i + 1].text, article);
  }
  return article;
}

std::string canonical_url(const HtmlTree& tree, const std::vector<MetaTag>& tags) {
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != "link" || lower(tree.attribute(i, "rel")) != "canonical") continue;
    const std::string_view href = trim(tree.attribute(i, "href"));
    if (is_web_address(href)) return std::string(href);
  }
  const std::string url = meta(tags, {"og:url", "twitter:url"});
  return is_web_address(url) ? url : "";
}

std::string outlet_from(const std::vector<MetaTag>& tags, const LinkedArticle& linked,
                        const std::string& url) {
  std::string site = meta(tags, {"og:site_name"});
  // "The Courier | News, sport and weather"
  for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": "}) {
    const size_t at = site.find(mark);
    if (at != std::string::npos && at >= 3) site.resize(at);
  }
  const bool is_host = site.find('.') != std::string::npos && site.find(' ') == std::string::npos;
  if (!site.empty() && !is_host) return site;
  const std::string publisher = plain(linked.publisher);
  if (!publisher.empty() && publisher.size() < 80) return publisher;
  const std::string other = meta(tags, {"application-name", "dc.publisher", "publisher",
                                        "article:publisher", "copyright", "cre", "source"});
  if (is_outlet_name(other)) return other;
  if (!url.empty()) return outlet_of(url);
  return is_host && site.find('/') == std::string::npos ? site : "";
}

}  // namespace

HtmlMetadata read_metadata(const HtmlTree& tree, std::string_view url) {
  const std::vector<MetaTag> tags = meta_tags(tree);
  const LinkedArticle linked = linked_article(tree);
  HtmlMetadata found;
  found.url = url.empty() ? canonical_url(tree, tags) : std::string(url);
  found.outlet = outlet_from(tags, linked, found.url);
  const Titles titles = find_titles(tree, tags, linked);
  found.title = choose_title(titles, found.outlet, host_of(found.url));
  const Credits shown = shown_credits(tree);
  found.author = author_name(linked.author, found.outlet);
  if (found.author.empty()) {
    found.author =
        author_name(meta(tags, {"author", "article:author", "parsely-author", "dc.creator",
                                "dcterms.creator", "sailthru.author", "byl", "byline",
                                "article.author", "og:author", "cxenseparse:author"}),
                    found.outlet);
  }
  if (found.author.empty()) found.author = shown_author(tree, found.outlet);
  if (found.author.empty()) found.author = shown.author;
  found.published = linked.published;
  if (!found.published) found.published = declared_date(tags);
  if (!found.published) found.published = date_of_address(found.url);
  if (!found.published) found.published = shown.published;
  if (!found.published) found.published = shown_date(tree);
  if (!found.published && !found.title.empty())
    found.published = date_behind_title(tree, found.title);
  found.body = linked.body;
  found.article = linked.found || meta(tags, {"og:type"}) == "article";
  return found;
}

}  // namespace entente
