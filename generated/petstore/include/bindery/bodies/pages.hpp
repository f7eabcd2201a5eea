// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/pages.hpp".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/options.hpp"
#include "bindery/pages.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY NextPage UrlSteps::go_on(std::string_view url, CallOptions& call) {
  if (url.empty()) return NextPage::none;
  url = url.substr(0, url.find('#'));
  const std::size_t mark = url.find('?');
  if (mark == std::string_view::npos) return NextPage::illegible;
  std::string query(url.substr(mark + 1));
  if (call.query) known_.insert(*call.query);
  if (known_.count(query) != 0) return NextPage::repeated;
  call.query = std::move(query);
  return NextPage::there;
}

}  // namespace v1
}  // namespace bindery
