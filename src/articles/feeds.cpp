// Feeds by libxml2, which mends what it can. No network, no external files, no entities: a feed
// that declares entities is read with them left out, so that none can multiply. Tested by
// feeds_test.cpp.
#include "articles/feeds.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/charset.h"
#include "articles/encoding.h"
#include "articles/fields.h"
#include "articles/html.h"
#include "base/ascii.h"
#include "base/check.h"

namespace entente {
namespace {

std::string_view name_of(const xmlNode* node) {
  return node->name ? reinterpret_cast<const char*>(node->name) : "";
}

std::string_view prefix_of(const xmlNode* node) {
  return node->ns && node->ns->prefix ? reinterpret_cast<const char*>(node->ns->prefix) : "";
}

std::string attribute_of(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string text = value ? reinterpret_cast<const char*>(value) : "";
  xmlFree(value);
  return text;
}

// The text below a node. Elements are written out again as tags, since Atom may hold XHTML.
void add_text(const xmlNode* node, std::string& text, int depth) {
  for (const xmlNode* child = node->children; child; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      if (child->content) text += reinterpret_cast<const char*>(child->content);
    } else if (child->type == XML_ELEMENT_NODE && depth < 100) {
      const std::string tag(name_of(child));
      text += "<" + tag + ">";
      add_text(child, text, depth + 1);
      text += "</" + tag + ">";
    }
  }
}

std::string text_of(const xmlNode* node) {
  std::string text;
  add_text(node, text, 0);
  return text;
}

// The first child of that name; with `prefix` "" of any namespace.
xmlNode* child_of(xmlNode* node, std::string_view name, std::string_view prefix = "") {
  for (xmlNode* child = node->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && name_of(child) == name &&
        (prefix.empty() || prefix_of(child) == prefix)) {
      return child;
    }
  }
  return nullptr;
}

std::string child_text(xmlNode* node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const size_t colon = name.find(':');
    const bool prefixed = colon != std::string_view::npos;
    const xmlNode* child = prefixed ? child_of(node, name.substr(colon + 1), name.substr(0, colon))
                                    : child_of(node, name);
    std::string text = child ? text_of(child) : "";
    if (!trim(text).empty()) return text;
  }
  return "";
}

std::string without_tags(const std::string& text) {
  if (!is_marked_up(text)) return text;
  std::string joined;
  for (const std::string& block : blocks_of_markup(text))
    joined += (joined.empty() ? "" : " ") + block;
  return joined;
}

std::string link_of(xmlNode* item) {
  for (xmlNode* child = item->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE || name_of(child) != "link") continue;
    const std::string rel = attribute_of(child, "rel"), href = attribute_of(child, "href");
    if (!href.empty() && (rel.empty() || rel == "alternate")) return href;
    const std::string text(trim(text_of(child)));
    if (!text.empty()) return text;
  }
  const std::string guid(trim(child_text(item, {"guid"})));
  return guid.starts_with("http") ? guid : "";
}

std::string author_of(xmlNode* item) {
  std::string names;
  for (xmlNode* child = item->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (name_of(child) != "author" && name_of(child) != "creator") continue;
    xmlNode* name = child_of(child, "name");
    std::string text(trim(name ? text_of(name) : text_of(child)));
    // "mail@example.com (Jane Doe)"
    const size_t open = text.find('(');
    if (text.find('@') != std::string::npos && open != std::string::npos) {
      text = text.substr(open + 1, text.find(')') - open - 1);
    }
    if (text.find('@') == std::string::npos && !text.empty()) {
      names += (names.empty() ? "" : ", ") + text;
    }
  }
  return names;
}

void read_item(ReadArticles& result, xmlNode* item, const std::string& outlet, std::string place,
               const ArticleOptions& options) {
  RawArticle raw;
  raw.title = without_tags(child_text(item, {"title"}));
  raw.url = link_of(item);
  raw.author = author_of(item);
  raw.published =
      child_text(item, {"published", "pubDate", "dc:date", "date", "issued", "updated"});
  raw.outlet = child_text(item, {"source"});
  if (raw.outlet.find('<') != std::string::npos) raw.outlet.clear();  // Atom's source is a feed
  if (trim(raw.outlet).empty()) raw.outlet = outlet;
  raw.text = child_text(item, {"content:encoded", "encoded", "content", "description", "summary"});
  if (trim(raw.text).empty()) {
    result.problems.push_back({std::move(place),
                               "the entry has no text, only a title; read the page "
                               "that it links to"});
    return;
  }
  add_article(result, std::move(raw), std::move(place), options);
}

// "The Courier - World news" -> "The Courier"
std::string outlet_of_feed(xmlNode* channel) {
  std::string title = single_blanks(plain_characters(child_text(channel, {"title"})));
  for (const std::string_view mark :
       {" - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", ": "}) {
    const size_t at = title.find(mark);
    if (at != std::string::npos && at > 2) title.resize(at);
  }
  return title;
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

// The items below a node, or below its channel.
void read_items(ReadArticles& result, xmlNode* parent, const std::string& outlet,
                std::string_view origin, const ArticleOptions& options) {
  for (xmlNode* child = parent->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (name_of(child) != "item" && name_of(child) != "entry") continue;
    const auto line = static_cast<size_t>(std::max(xmlGetLineNo(child), 0L));
    read_item(result, child, outlet, fmt::format("{}:{}", origin, line), options);
  }
}

ReadArticles refuse(std::string_view origin, std::string message) {
  ReadArticles result;
  result.problems.push_back({std::string(origin), std::move(message)});
  return result;
}

std::string fault_of(xmlParserCtxt* context) {
  const xmlError* error = xmlCtxtGetLastError(context);
  if (error == nullptr || error->message == nullptr) return "";
  return single_blanks(fmt::format("line {}: {}", error->line, trim(error->message)));
}

}  // namespace

bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = trim(bytes.substr(0, 4096));
  const bool declared = bytes.starts_with("<?xml");
  const bool feed =
      bytes.starts_with("<rss") || bytes.starts_with("<feed") || bytes.starts_with("<rdf:RDF");
  if (!declared) return feed;
  // The root is the first element behind the declaration: a web page may be XML, too.
  for (size_t at = bytes.find("<", 5); at < bytes.size() - 1; at = bytes.find("<", at + 1)) {
    const std::string name = lower(bytes.substr(at + 1, 12));
    if (name.starts_with("!doctype html") || name.starts_with("!doctype htm")) return false;
    if (name[0] >= 'a' && name[0] <= 'z') return !name.starts_with("html");
  }
  return true;
}

ReadArticles read_feed(std::string_view bytes, std::string_view origin,
                       const ArticleOptions& options) {
  static const bool ready = (xmlInitParser(), true);  // once, whatever the number of threads
  CHECK(ready);
  xmlParserCtxt* context = xmlNewParserCtxt();
  const int flags = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                    XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
  const std::unique_ptr<xmlDoc, FreeDocument> document(xmlCtxtReadMemory(
      context, bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, flags));
  const std::string fault = context->wellFormed ? "" : fault_of(context);
  const bool entities = document && document->intSubset && document->intSubset->entities;
  xmlFreeParserCtxt(context);
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) {
    return refuse(origin, fmt::format("the file is XML that cannot be read ({}); fetch it again",
                                      fault.empty() ? "it is empty" : fault));
  }
  const std::string_view name = name_of(root);
  if (name != "rss" && name != "feed" && name != "RDF") {
    return refuse(origin, fmt::format("the file is XML but no feed (its root is {}); make it RSS, "
                                      "Atom, JSON Lines or text",
                                      plain_characters(name)));
  }
  ReadArticles result;
  if (entities) {
    result.problems.push_back({std::string(origin),
                               "the feed declares entities of its own, which "
                               "were left out; write the characters instead"});
  }
  xmlNode* channel = child_of(root, "channel");
  const std::string outlet = outlet_of_feed(channel ? channel : root);
  read_items(result, root, outlet, origin, options);
  if (channel) read_items(result, channel, outlet, origin, options);
  if (!fault.empty()) {
    result.problems.push_back(
        {std::string(origin),
         fmt::format("the feed is not well-formed ({}); what could be read was "
                     "read, fetch it again",
                     fault)});
  }
  if (result.articles.empty() && result.problems.empty()) {
    return refuse(origin, "the feed has no entries; leave it out");
  }
  return result;
}

}  // namespace entente
