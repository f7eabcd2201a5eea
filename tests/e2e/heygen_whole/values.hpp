// Values that several files send, with every member set.
#pragma once

#include <cstddef>

#include "heygen/models/asset_base64.hpp"
#include "heygen/models/asset_id.hpp"
#include "heygen/models/asset_input.hpp"
#include "heygen/models/asset_reference.hpp"
#include "heygen/models/asset_url.hpp"

namespace heygen_whole {

inline heygen::AssetUrl asset_url() {
  heygen::AssetUrl value;
  value.url = "https://example.com/url?a=1&b=%20";
  return value;
}

inline heygen::AssetId asset_id() {
  heygen::AssetId value;
  value.asset_id = "asset_id_1";
  return value;
}

inline heygen::AssetReference asset_reference(std::size_t which) {
  switch (which % 2) {
    case 0:
      return asset_url();
    default:
      return asset_id();
  }
}

inline heygen::AssetBase64 asset_base64() {
  heygen::AssetBase64 value;
  value.media_type = "media_type_1";
  value.data = "data_1";
  return value;
}

inline heygen::AssetInput asset_input(std::size_t which) {
  switch (which % 3) {
    case 0:
      return asset_url();
    case 1:
      return asset_id();
    default:
      return asset_base64();
  }
}

}  // namespace heygen_whole
