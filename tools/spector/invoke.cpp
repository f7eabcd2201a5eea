// One call by operationId: what to call in a line of standard input, what came of it in a line of
// standard output. Compiled once for each document; `conformed` is the namespace of every client.
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conformed/invoke.hpp"
#include "transport.hpp"

namespace {

using bindery::Json;
using Members = std::map<std::string, Json>;
using Texts = std::map<std::string, std::string>;

Json member(const Members& members, const char* name) {
  const auto found = members.find(name);
  return found == members.end() ? Json() : found->second;
}

Json headers_json(const bindery::Headers& headers) {
  std::vector<std::vector<std::string>> pairs;
  for (const bindery::Header& field : headers) pairs.push_back({field.name, field.value});
  return Json::from(pairs);
}

Members outcome_of(const bindery::Result<bindery::Invoked>& result) {
  if (result) {
    Members outcome{{"status", Json::number(result->status)},
                    {"headers", headers_json(result->headers)}};
    if (result->body) outcome["body"] = *result->body;
    return outcome;
  }
  const bindery::Error& error = result.error();
  return {{"error", Json::string(to_string(error.kind()))},
          {"status", Json::number(error.status())},
          {"message", Json::string(error.message())},
          {"headers", headers_json(error.headers())},
          {"raw_body", Json::string(error.body())}};
}

}  // namespace

int main() {
  std::string line;
  std::getline(std::cin, line);
  const auto call = bindery::from_json<Members>(line);
  if (!call) {
    std::cerr << call.error() << '\n';
    return 2;
  }
  const std::string base = member(*call, "base_url").as<std::string>().value_or("");
  bindery::CallOptions options;
  options.max_retries = 0;
  for (const auto& [name, value] : member(*call, "headers").as<Texts>().value_or(Texts())) {
    options.headers.set(name, value);
  }
  const conformed::Client client(make_transport(base), conformed::Credentials::from_environment());
  const std::string operation = member(*call, "operation").as<std::string>().value_or("");
  const Json arguments = member(*call, "arguments");
  std::cout << bindery::to_json(outcome_of(invoke(client, operation, arguments, options))) << '\n';
}
