// The store in ClickHouse, on servers that this test starts: two on the loopback interface, as two
// shards of a cluster. Without clickhouse-server (a Debian package) it is skipped.
#include "store/clickhouse_store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "store/clickhouse_connection.h"
#include "store/clickhouse_rows.h"
#include "store/scratch_folder.h"
#include "store/store_contract.h"

namespace entente {
namespace {

// A port that nobody listens on.
int free_port() {
  const int end = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  CHECK(bind(end, reinterpret_cast<sockaddr*>(&name), sizeof name) == 0);
  socklen_t size = sizeof name;
  CHECK(getsockname(end, reinterpret_cast<sockaddr*>(&name), &size) == 0);
  close(end);
  return ntohs(name.sin_port);
}

constexpr const char* kUsers = R"(<yandex>
<profiles><default><max_memory_usage>1000000000</max_memory_usage></default></profiles>
<quotas><default/></quotas>
<users><default><password>word</password><networks><ip>::/0</ip></networks>
<profile>default</profile><quota>default</quota></default></users></yandex>)";

struct Ports {
  int http = free_port(), https = free_port(), tcp = free_port(), inter = free_port();
};

// A certificate of localhost that it has signed itself, and its key. False without openssl.
bool make_certificate(const ScratchFolder& folder) {
  return std::system(("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
                      "-addext subjectAltName=DNS:localhost -keyout '" +
                      folder.file("key.pem") + "' -out '" + folder.file("cert.pem") +
                      "' >/dev/null 2>&1")
                         .c_str()) == 0;
}

std::string shard(const Ports& ports) {
  return "<shard><replica><host>127.0.0.1</host><port>" + std::to_string(ports.tcp) +
         "</port><user>default</user><password>word</password></replica></shard>";
}

// A server of its own folder and ports, ended with the test.
class Server {
 public:
  Server(const std::string& program, const Ports& ports, const std::vector<Ports>& all,
         const std::string& secure = "") {
    const std::string folder = folder_.path().string();
    std::string cluster;
    for (const Ports& one : all) cluster += shard(one);
    std::ofstream(folder_.file("users.xml")) << kUsers;
    std::ofstream(folder_.file("config.xml"))
        << "<yandex><logger><level>warning</level><log>" << folder << "/log</log><errorlog>"
        << folder << "/errors</errorlog></logger><http_port>" << ports.http << "</http_port>"
        << secure << "<tcp_port>" << ports.tcp << "</tcp_port><interserver_http_port>"
        << ports.inter << "</interserver_http_port><listen_host>127.0.0.1</listen_host><path>"
        << folder << "/data/</path><tmp_path>" << folder
        << "/tmp/</tmp_path><mark_cache_size>67108864</mark_cache_size><users_config>" << folder
        << "/users.xml</users_config><default_profile>default</default_profile>"
        << "<default_database>default</default_database><remote_servers><pair>" << cluster
        << "</pair></remote_servers></yandex>";
    const std::string config = "--config-file=" + folder_.file("config.xml");
    process_ = fork();
    if (process_ != 0) return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // also where the test is aborted
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int end : {0, 1, 2}) dup2(nowhere, end);
    execl(program.c_str(), program.c_str(), config.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  ~Server() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

 private:
  ScratchFolder folder_;
  pid_t process_ = -1;
};

std::string server_program() {
  for (const char* path : {"/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"})
    if (std::filesystem::exists(path)) return path;
  return "";
}

ClickHouse connection(const std::string& address) {
  return ClickHouse(read_clickhouse_address(address).value());
}

bool answers(const std::string& address) {
  using namespace std::chrono_literals;
  const ClickHouse server = connection(address);
  for (int i = 0; i < 300; ++i) {
    if (server.run("SELECT 1", 0, false)) return true;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

std::unique_ptr<Store> opened(const std::string& address) {
  auto store = open_store(address);
  EXPECT_TRUE(store.ok()) << store.error();
  return store.ok() ? std::move(store).value() : nullptr;
}

// Many writers of the same articles at once: each article is one of them as a whole.
void write_at_once(const std::string& cluster, const Store& sharded) {
  std::vector<std::thread> writers;
  for (uint64_t seed = 40; seed < 44; ++seed) {
    writers.emplace_back([&, seed] {
      const GeneratedBatch mine = generated_batch(seed, 4, 25);
      EXPECT_TRUE(opened(cluster)->put(mine.articles, mine.events).ok());
    });
  }
  for (std::thread& writer : writers) writer.join();
  for (const std::string document : {"a0", "a1", "a2", "a3"})
    EXPECT_EQ(sharded.count({.document = document}).value(), 25u);
}

// Whose certificate nobody vouches for is not spoken to.
void speak_encrypted(const std::string& https, const std::string& certificate, size_t events) {
  EXPECT_NE(open_store(https).error().find("is not trusted"), std::string::npos);
  setenv("SSL_CERT_FILE", certificate.c_str(), 1);
  const auto trusted = opened(https);
  ASSERT_TRUE(trusted);
  EXPECT_EQ(trusted->count({}).value(), events);
  unsetenv("SSL_CERT_FILE");
}

// One test, because each would start the servers anew.
TEST(ClickHouseStore, OfOneServerAndOfTwoShardsAgreesWithMemory) {
  const std::string program = server_program();
  if (program.empty()) GTEST_SKIP() << "no clickhouse-server here";
  setenv("ENTENTE_CLICKHOUSE_USER", "default", 1);
  setenv("ENTENTE_CLICKHOUSE_PASSWORD", "word", 1);
  const std::vector<Ports> both = {Ports(), Ports()};
  const ScratchFolder keys;
  const bool encrypted = make_certificate(keys);
  std::string secure;
  if (encrypted) {
    secure = "<https_port>" + std::to_string(both[0].https) +
             "</https_port><openSSL><server><certificateFile>" + keys.file("cert.pem") +
             "</certificateFile><privateKeyFile>" + keys.file("key.pem") +
             "</privateKeyFile><verificationMode>none</verificationMode></server></openSSL>";
  }
  const Server first(program, both[0], both, secure), second(program, both[1], both);
  const std::string a = "127.0.0.1:" + std::to_string(both[0].http);
  const std::string b = "127.0.0.1:" + std::to_string(both[1].http);
  if (!answers("clickhouse://" + a + "/system") || !answers("clickhouse://" + b + "/system")) {
    GTEST_SKIP() << "clickhouse-server is here and does not start; see its log";
  }

  const std::string single = "clickhouse://" + a + "/alone";
  EXPECT_NE(open_store(single, true).error().find("Read articles into it first"),
            std::string::npos);
  const auto alone = opened(single);
  ASSERT_TRUE(alone);
  EXPECT_EQ(disagreement(*alone, *opened("memory:"), 100), "");

  const std::string cluster = "clickhouse://" + a + "," + b + "/shards?cluster=pair";
  const auto sharded = opened(cluster);
  ASSERT_TRUE(sharded);
  EXPECT_EQ(disagreement(*sharded, *opened("memory:"), 100), "");
  for (const std::string& host : {a, b}) {  // each shard has a part
    const auto rows =
        connection("clickhouse://" + host + "/shards").rows("SELECT count() FROM events");
    ASSERT_TRUE(rows.ok()) << rows.error();
    EXPECT_GT(std::stoul(rows.value()[0][0]), 0u);
  }

  // What a writer leaves that dies between the events and the article does not count.
  const GeneratedBatch batch = generated_batch(31, 1, 30);
  const auto before = alone->count({}).value();
  std::string rows;
  for (Event event : batch.events) {
    event.document = "never put";
    rows += clickhouse_row(event, 1, 1);
  }
  ASSERT_TRUE(connection(single).insert("events (" + clickhouse_event_names() + ")", rows).ok());
  EXPECT_EQ(alone->count({}).value(), before);
  EXPECT_EQ(alone->check().value().size(), 1u);

  write_at_once(cluster, *sharded);

  if (encrypted) {
    speak_encrypted("https://localhost:" + std::to_string(both[0].https) + "/alone",
                    keys.file("cert.pem"), before);
  }
  setenv("ENTENTE_CLICKHOUSE_PASSWORD", "wrong", 1);
  EXPECT_FALSE(open_store(single).ok());
}

}  // namespace
}  // namespace entente
