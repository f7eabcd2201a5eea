// The fault table: each fault against each kind of call. A cell says how many requests the server
// read whole, over how many connections, how the call ended, and what was waited for (injected).
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "fault_server.hpp"
#include "works/works.hpp"

namespace {

using faults::answer;
using faults::close_field;
using faults::FaultServer;
using faults::Seen;
using servers::RawServer;
using std::chrono::milliseconds;

// How calls go that a fault is tried on.
struct Setting {
  bindery::Options options{};
  bindery::TransportSettings transport{};
  std::string scheme = "http";
};

template <class T>
std::string ending(const bindery::Result<T>& result) {
  if (result) return "ok";
  const bindery::Error& error = result.error();
  std::string text(to_string(error.kind()));
  if (error.status() != 0) text += ' ' + std::to_string(error.status());
  if (!error.limit().empty()) text.append(1, ' ').append(error.limit());
  return text;
}

using Call = std::function<std::string(const works::DefaultApi& api)>;

works::Thing thing() {
  works::Thing thing;
  thing.name = "a";
  return thing;
}

// From a stream that can be read once.
bindery::File once() {
  return bindery::File::from_reader(
      [left = std::size_t{100000}](char* buffer, std::size_t capacity) mutable {
        const std::size_t count = std::min(left, capacity);
        std::fill_n(buffer, count, 'x');
        left -= count;
        return std::optional<std::size_t>(count);
      });
}

const std::vector<std::pair<std::string, Call>> calls{
    {"get", [](const works::DefaultApi& api) { return ending(api.get_thing()); }},
    {"post", [](const works::DefaultApi& api) { return ending(api.make_thing(thing())); }},
    {"post_with_key",
     [](const works::DefaultApi& api) {
       works::MakeThingOnceRequest request;
       request.body = thing();
       return ending(api.make_thing_once(request));
     }},
    {"upload", [](const works::DefaultApi& api) { return ending(api.upload(once())); }},
    {"sse",
     [](const works::DefaultApi& api) {
       int items = 0;
       const auto end = api.events_stream({}, [&](const bindery::Event<std::string>&) { ++items; });
       return ending(end) + ' ' + std::to_string(items);
     }},
};

struct Fault {
  std::string name;
  FaultServer::Respond respond;
  // By the names of `calls`.
  std::map<std::string, std::string> cells;
  FaultServer::Admit admit{};
  std::function<void(Setting&)> arrange{};
  // Of the same call over the same connection before.
  bool is_second = false;
};

// `1 read over 1, transport, waited 500 1000`.
std::string outcome(const Fault& fault, const Call& call) {
  FaultServer server(fault.respond, fault.admit);
  Setting setting;
  setting.options.timeouts.read = milliseconds(5000);
  if (fault.arrange) fault.arrange(setting);
  std::string waited;
  setting.options.time.sleep = [&](milliseconds wait) {
    waited += ' ' + std::to_string(wait.count());
  };
  setting.options.time.random = [] { return std::uint64_t{0}; };
  const std::string url = setting.scheme + server.url().substr(server.url().find(':'));
  const works::Client client(bindery::httplib_transport(url, setting.transport), {},
                             setting.options);
  std::string end = call(client.default_api());
  if (fault.is_second) {
    server.wait_for_ends(1);
    end += ", " + call(client.default_api());
  }
  std::string text = std::to_string(server.requests()) + " read over " +
                     std::to_string(server.connections()) + ", " + end;
  return waited.empty() ? text : text + ", waited" + waited;
}

void respond_with_a_stall(int socket, const Seen& request) {
  if (request.is_for_events && request.number == 2) return faults::respond_well(socket, request);
  RawServer::write(socket,
                   "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n" +
                       (request.is_for_events ? faults::events_field + "\r\nid: 1\ndata: a\n\n"
                                              : faults::json_field + "\r\n{\"name\":"));
  RawServer::wait_for_end(socket);
}

const std::vector<Fault>& faults_of_table() {
  static const std::vector<Fault> table{
      {"cut_before",
       [](int, const Seen&) {},
       {{"get", "0 read over 3, transport, waited 500 1000"},
        {"post", "0 read over 1, transport"},
        {"post_with_key", "0 read over 3, transport, waited 500 1000"},
        {"upload", "0 read over 1, transport"},
        {"sse", "0 read over 3, transport 0, waited 500 1000"}},
       [](int) { return false; }},
      {"cut_during",
       [](int, const Seen&) {},
       {{"get", "0 read over 3, transport, waited 500 1000"},
        {"post", "0 read over 1, transport"},
        {"post_with_key", "0 read over 3, transport, waited 500 1000"},
        {"upload", "0 read over 1, transport"},
        {"sse", "0 read over 3, transport 0, waited 500 1000"}},
       [](int socket) {
         char byte = 0;
         ::recv(socket, &byte, 1, 0);
         RawServer::reset(socket);
         return false;
       }},
      {"cut_after",
       [](int, const Seen&) {},
       {{"get", "3 read over 3, transport, waited 500 1000"},
        {"post", "1 read over 1, transport"},
        {"post_with_key", "3 read over 3, transport, waited 500 1000"},
        {"upload", "1 read over 1, transport"},
        {"sse", "3 read over 3, transport 0, waited 500 1000"}}},
      {"slow_header",
       [](int socket, const Seen&) {
         faults::trickle(socket, "HTTP/1.1 200 OK\r\nX-Slow: " + std::string(2000, 'x'));
       },
       {{"get", "1 read over 1, timeout"},
        {"post", "1 read over 1, timeout"},
        {"post_with_key", "1 read over 1, timeout"},
        {"upload", "1 read over 1, timeout"},
        {"sse", "1 read over 1, timeout 0"}},
       {},
       [](Setting& setting) { setting.options.timeouts.total = milliseconds(100); }},
      // A stream that has begun may take as long as it likes.
      {"slow_body",
       [](int socket, const Seen& request) {
         const std::string body = request.is_for_events ? "data: a\n\n: " + std::string(80, 'x')
                                                        : std::string(2000, ' ');
         RawServer::write(socket,
                          "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) +
                              "\r\nConnection: close\r\n" +
                              (request.is_for_events ? faults::events_field : faults::json_field) +
                              "\r\n");
         faults::trickle(socket, body);
       },
       {{"get", "1 read over 1, timeout"},
        {"post", "1 read over 1, timeout"},
        {"post_with_key", "1 read over 1, timeout"},
        {"upload", "1 read over 1, timeout"},
        {"sse", "1 read over 1, ok 1"}},
       {},
       [](Setting& setting) { setting.options.timeouts.total = milliseconds(100); }},
      {"stalled_body",
       respond_with_a_stall,
       {{"get", "1 read over 1, timeout"},
        {"post", "1 read over 1, timeout"},
        {"post_with_key", "1 read over 1, timeout"},
        {"upload", "1 read over 1, timeout"},
        {"sse", "2 read over 2, ok 2, waited 500"}},
       {},
       [](Setting& setting) { setting.options.timeouts.read = milliseconds(100); }},
      {"storm_of_429",
       [](int socket, const Seen&) {
         RawServer::write(socket,
                          answer("429 Too Many Requests", close_field + "Retry-After: 7\r\n", ""));
       },
       {{"get", "3 read over 3, unexpected_status 429, waited 7000 7000"},
        {"post", "3 read over 3, unexpected_status 429, waited 7000 7000"},
        {"post_with_key", "3 read over 3, unexpected_status 429, waited 7000 7000"},
        {"upload", "1 read over 1, unexpected_status 429"},
        {"sse", "3 read over 3, unexpected_status 429 0, waited 7000 7000"}}},
      {"500_then_200",
       [](int socket, const Seen& request) {
         if (request.number > 1) return faults::respond_well(socket, request);
         RawServer::write(socket, answer("500 Internal Server Error", close_field, ""));
       },
       {{"get", "2 read over 2, ok, waited 500"},
        {"post", "1 read over 1, unexpected_status 500"},
        {"post_with_key", "2 read over 2, ok, waited 500"},
        {"upload", "1 read over 1, unexpected_status 500"},
        {"sse", "2 read over 2, ok 1, waited 500"}}},
      {"wrong_length",
       [](int socket, const Seen& request) {
         RawServer::write(
             socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n" +
                         (request.is_for_events ? faults::events_field + "\r\ndata: a\n\n"
                                                : faults::json_field + "\r\n{\"name\":\"a\"}"));
       },
       {{"get", "3 read over 3, transport, waited 500 1000"},
        {"post", "1 read over 1, transport"},
        {"post_with_key", "3 read over 3, transport, waited 500 1000"},
        {"upload", "1 read over 1, transport"},
        // What was handed over would come again.
        {"sse", "1 read over 1, transport 1"}}},
      {"redirect_loop",
       [](int socket, const Seen&) {
         RawServer::write(socket, answer("302 Found", close_field + "Location: ?again\r\n", ""));
       },
       {{"get", "6 read over 6, limit_exceeded max_redirects"},
        {"post", "1 read over 1, unexpected_status 302"},
        {"post_with_key", "1 read over 1, unexpected_status 302"},
        {"upload", "1 read over 1, unexpected_status 302"},
        {"sse", "6 read over 6, limit_exceeded max_redirects 0"}}},
      // No TLS is spoken here.
      {"tls_error",
       [](int, const Seen&) {},
       {{"get", "0 read over 1, transport"},
        {"post", "0 read over 1, transport"},
        {"post_with_key", "0 read over 1, transport"},
        {"upload", "0 read over 1, transport"},
        {"sse", "0 read over 1, transport 0"}},
       [](int socket) {
         return RawServer::write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n") && false;
       },
       [](Setting& setting) { setting.scheme = "https"; }},
      {"dns_failure",
       [](int, const Seen&) {},
       {{"get", "0 read over 0, transport, waited 500 1000"},
        {"post", "0 read over 0, transport, waited 500 1000"},
        {"post_with_key", "0 read over 0, transport, waited 500 1000"},
        {"upload", "0 read over 0, transport, waited 500 1000"},
        {"sse", "0 read over 0, transport 0, waited 500 1000"}},
       {},
       [](Setting& setting) {
         setting.options.base_url = "http://works.example";
         setting.options.allow_insecure_credentials = true;
         setting.transport.proxy = "";
         setting.transport.resolve = [](const std::string&) { return std::vector<std::string>(); };
       }},
      // The server ends the connection that the client keeps for the next call.
      {"half_closed_keep_alive",
       [](int socket, const Seen& request) { faults::respond_well(socket, request, ""); },
       {{"get", "2 read over 2, ok, ok"},
        {"post", "2 read over 2, ok, ok"},
        {"post_with_key", "2 read over 2, ok, ok"},
        {"upload", "2 read over 2, ok, ok"},
        {"sse", "2 read over 2, ok 1, ok 1"}},
       {},
       {},
       true},
  };
  return table;
}

class Cell : public testing::Test {
 public:
  Cell(const Fault& fault, std::pair<std::string, Call> call)
      : fault_(fault), call_(std::move(call)) {}
  void TestBody() override {
    EXPECT_EQ(outcome(fault_, call_.second), fault_.cells.at(call_.first));
  }

 private:
  const Fault& fault_;
  std::pair<std::string, Call> call_;
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const Fault& fault : faults_of_table()) {
    for (const auto& call : calls) {
      testing::RegisterTest(fault.name.c_str(), call.first.c_str(), nullptr, nullptr, __FILE__,
                            __LINE__,
                            [&fault, call]() -> testing::Test* { return new Cell(fault, call); });
    }
  }
  return RUN_ALL_TESTS();
}
