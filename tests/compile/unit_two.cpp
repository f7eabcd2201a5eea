// The other one, and main: both see the same client and the same runtime.
#include <string>

#include "bindery/httplib_transport.hpp"
#include "heygen/heygen.hpp"
#include "petstore/petstore.hpp"

std::string one_status(const bindery::Open<heygen::VideoStatus>& status);
bool one_call();

int main() {
  heygen::VideoDetail video;
  video.status = heygen::VideoStatus::Completed;
  const std::string two = bindery::to_json(video) + bindery::to_json(petstore::Pet());
  const petstore::Client pets{bindery::httplib_transport("http://127.0.0.1:9")};
  if (pets.pets().list_pets() || one_call()) return 1;
  return one_status(heygen::VideoStatus::Completed) == two ? 0 : 1;
}
