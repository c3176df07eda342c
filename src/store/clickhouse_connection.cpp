// libcurl with one connection kept open. Whatever the server or the network says becomes a
// sentence. Tested in clickhouse_address_test.cpp (cells) and clickhouse_store_test.cpp.
#include "store/clickhouse_connection.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <cstdlib>
#include <mutex>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr long kConnectSeconds = 10;
constexpr long kQuerySeconds = 3600;
constexpr size_t kSaidMax = 300;

size_t take_bytes(char* bytes, size_t size, size_t count, void* to) {
  static_cast<std::string*>(to)->append(bytes, size * count);
  return size * count;
}

std::string in_url(CURL* curl, std::string_view text) {
  char* escaped = curl_easy_escape(curl, text.data(), static_cast<int>(text.size()));
  std::string result = escaped ? escaped : "";
  curl_free(escaped);
  return result;
}

// "Code: 60, e.displayText() = DB::Exception: Table x doesn't exist" in one line.
std::string first_line(std::string_view said) {
  std::string line(trim(said.substr(0, said.find('\n'))));
  if (line.size() <= kSaidMax) return line;
  line.resize(kSaidMax);
  return line += "...";
}

char escape_of(char c) {
  switch (c) {
    case '\t': return 't';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\0': return '0';
    case '\\': return '\\';
    case '\'': return '\'';
    default: return 0;
  }
}

char unescaped(char c) {
  switch (c) {
    case 't': return '\t';
    case 'n': return '\n';
    case 'r': return '\r';
    case '0': return '\0';
    case 'b': return '\b';
    case 'f': return '\f';
    default: return c;
  }
}

}  // namespace

struct ClickHouse::Handle {
  CURL* curl = nullptr;
  Handle() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    curl = curl_easy_init();
    CHECK(curl != nullptr);
  }
  ~Handle() { curl_easy_cleanup(curl); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

ClickHouse::ClickHouse(ClickHouseAddress address)
    : address_(std::move(address)), handle_(std::make_unique<Handle>()) {}
ClickHouse::~ClickHouse() = default;
ClickHouse::ClickHouse(ClickHouse&&) noexcept = default;
ClickHouse& ClickHouse::operator=(ClickHouse&&) noexcept = default;

Result<std::string> ClickHouse::post(const std::string& query, const std::string& body, size_t host,
                                     bool database) const {
  CURL* curl = handle_->curl;
  curl_easy_reset(curl);
  std::string url = address_.url(host) + "/?insert_distributed_sync=1";
  if (database) url += "&database=" + in_url(curl, address_.database);
  if (!query.empty()) url += "&query=" + in_url(curl, query);
  std::string said;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  // As OpenSSL's own programs: a cluster's certificates are often signed by its owner alone.
  if (const char* authorities = std::getenv("SSL_CERT_FILE"))
    curl_easy_setopt(curl, CURLOPT_CAINFO, authorities);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &said);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, kQuerySeconds);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (!address_.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, address_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, address_.password.c_str());
  }
  const CURLcode code = curl_easy_perform(curl);
  if (code == CURLE_PEER_FAILED_VERIFICATION) {
    return Error{
        fmt::format("The certificate of the ClickHouse server at {} is not trusted. Name "
                    "the file of those who signed it in SSL_CERT_FILE, or choose another "
                    "store with --store.",
                    address_.hosts[host])};
  }
  if (code != CURLE_OK) {
    return Error{
        fmt::format("The ClickHouse server at {} cannot be reached ({}). Start it, or "
                    "choose another store with --store.",
                    address_.hosts[host], curl_easy_strerror(code))};
  }
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200 || said.starts_with("Code: ")) {
    return Error{fmt::format("The ClickHouse server at {} refused: {}", address_.hosts[host],
                             said.empty() ? fmt::format("HTTP {}", status) : first_line(said))};
  }
  return said;
}

Result<Done> ClickHouse::run(const std::string& sql, size_t host, bool database) const {
  const auto said = post("", sql, host, database);
  if (!said) return Error{said.error()};
  return Done{};
}

Result<std::vector<std::vector<std::string>>> ClickHouse::rows(const std::string& sql,
                                                               bool database) const {
  const auto said = post("", sql + " FORMAT TabSeparated", 0, database);
  if (!said) return Error{said.error()};
  std::vector<std::vector<std::string>> rows;
  std::string_view rest = said.value();
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    // An answer that broke off ends with what went wrong.
    if (end == std::string_view::npos)
      return Error{"The ClickHouse server broke off: " + first_line(rest)};
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    std::vector<std::string>& cells = rows.emplace_back();
    while (true) {
      const size_t tab = line.find('\t');
      cells.push_back(from_tab_cell(line.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
  }
  return rows;
}

Result<Done> ClickHouse::insert(const std::string& table_and_columns,
                                const std::string& rows) const {
  if (rows.empty()) return Done{};
  const auto said =
      post("INSERT INTO " + table_and_columns + " FORMAT TabSeparated", rows, 0, true);
  if (!said) return Error{said.error()};
  return Done{};
}

std::string tab_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    const char escape = escape_of(c);
    if (escape != 0) {
      cell += '\\';
      cell += escape;
    } else {
      cell += c;
    }
  }
  return cell;
}

std::string from_tab_cell(std::string_view cell) {
  std::string text;
  for (size_t i = 0; i < cell.size(); ++i)
    text += cell[i] == '\\' && i + 1 < cell.size() ? unescaped(cell[++i]) : cell[i];
  return text;
}

std::string quoted(std::string_view text) { return "'" + tab_cell(text) + "'"; }

}  // namespace entente
