// One of two translation units that include the same clients: everything in them must be inline.
#include <string>

#include "bindery/httplib_transport.hpp"
#include "heygen/heygen.hpp"
#include "petstore/petstore.hpp"

std::string one_status(const bindery::Open<heygen::VideoStatus>& status) {
  heygen::VideoDetail video;
  video.status = status;
  petstore::Pet pet;
  return bindery::to_json(video) + bindery::to_json(pet);
}

bool one_call() {
  const heygen::Client client{bindery::httplib_transport("http://127.0.0.1:9")};
  return client.videos().get_video_v3("v_1").has_value();
}
