// SPDX-License-Identifier: MIT-0
// Walks the items of lists that servers give page by page.
// Must not send: pages are fetched by a function that is handed in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/link_header.hpp"
#include "bindery/member_path.hpp"
#include "bindery/options.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

struct PageOptions {
  /// Pages that are fetched at most; the walk then ends with an error of kind `limit_exceeded`, so
  /// that it cannot be mistaken for the end. 0 for no bound.
  std::size_t max_pages = 10000;
};

/// How a walk goes on after a page.
enum class NextPage : int { there, none, repeated, illegible };

/// The items of an operation over all of its pages, each as a `Result`: a failure is the last one.
/// A page is fetched when its first item is reached. To be walked once, by one thread.
///
///     for (auto& video : client.videos().list_videos_items()) {
///       if (!video) return report(video.error());
///       use(*video);
///     }
template <class Request, class Fetch, class GoOn, class Items>
class PagedItems {
 public:
  using Page = std::decay_t<
      decltype(*std::declval<std::invoke_result_t<Fetch&, const Request&, const CallOptions&>>())>;
  using List = std::remove_pointer_t<decltype(std::declval<Items>().in(std::declval<Page&>()))>;
  using Item = typename List::value_type;

  PagedItems(Request first, CallOptions call, Fetch fetch, GoOn go_on, Items items,
             PageOptions options)
      : request_(std::move(first)),
        call_(std::move(call)),
        fetch_(std::move(fetch)),
        go_on_(std::move(go_on)),
        path_(items),
        options_(options) {}

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Result<Item>;
    using difference_type = std::ptrdiff_t;
    using pointer = Result<Item>*;
    using reference = Result<Item>&;

    Iterator() = default;
    explicit Iterator(PagedItems* owner) : owner_(owner) { settle(); }

    reference operator*() const { return *owner_->current_; }
    pointer operator->() const { return &*owner_->current_; }
    Iterator& operator++() {
      owner_->advance();
      settle();
      return *this;
    }
    void operator++(int) { ++*this; }

    friend bool operator==(const Iterator& left, const Iterator& right) noexcept {
      return left.owner_ == right.owner_;
    }
    friend bool operator!=(const Iterator& left, const Iterator& right) noexcept {
      return !(left == right);
    }

   private:
    void settle() {
      if (!owner_->current_) owner_ = nullptr;
    }

    PagedItems* owner_ = nullptr;
  };

  Iterator begin() {
    if (!has_begun_) {
      has_begun_ = true;
      advance();
    }
    return Iterator(this);
  }
  Iterator end() const noexcept { return {}; }

  /// What the page was asked for with that was fetched last, or was to be: a walk that starts with
  /// both resumes there.
  const Request& request() const noexcept { return request_; }
  const CallOptions& call_options() const noexcept { return call_; }
  /// How many were fetched.
  std::size_t pages() const noexcept { return pages_; }

 private:
  void advance() {
    while (true) {
      if (list_ && at_ < list_->size()) {
        current_.emplace(std::move((*list_)[at_++]));
        return;
      }
      current_.reset();
      if (is_over_ || !fetch_next()) return;
    }
  }

  // False when there is no page; an error is then the current item.
  bool fetch_next() {
    is_over_ = true;
    if (pages_ > 0) {
      const NextPage next = go_on_(*page_, headers_, request_, call_, count_);
      page_.reset();
      if (next == NextPage::illegible) {
        return fail(ErrorKind::undecodable_body,
                    "the next page is named as the operation cannot ask for it", {});
      }
      if (next == NextPage::repeated) {
        return fail(ErrorKind::undecodable_body, "the next page is one that came before", {});
      }
      if (next == NextPage::none) return false;
      if (options_.max_pages != 0 && pages_ >= options_.max_pages) {
        return fail(ErrorKind::limit_exceeded,
                    "more than " + std::to_string(pages_) + " pages (max_pages)", "max_pages");
      }
    }
    auto page = fetch_(std::as_const(request_), std::as_const(call_));
    if (!page) {
      current_.emplace(page.error());
      return false;
    }
    ++pages_;
    is_over_ = false;
    headers_ = page.headers();
    page_.emplace(*std::move(page));
    auto* const list = path_.in(*page_);
    list_.emplace(list != nullptr ? std::move(*list) : List());
    count_ = list_->size();
    at_ = 0;
    return true;
  }

  bool fail(ErrorKind kind, std::string message, std::string_view limit) {
    ErrorDetails details;
    details.kind = kind;
    details.message = std::move(message);
    details.limit = limit;
    current_.emplace(Error(std::move(details)));
    return false;
  }

  Request request_;
  CallOptions call_;
  Fetch fetch_;
  GoOn go_on_;
  Items path_;
  PageOptions options_;
  std::optional<Page> page_;
  Headers headers_;
  std::optional<List> list_;
  std::optional<Result<Item>> current_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  std::size_t pages_ = 0;
  bool has_begun_ = false;
  bool is_over_ = false;
};

/// Goes on by what a page names as the next, in the parameter `token`; ends where it names none, or
/// `more` is false. Naming one that came before is an error.
template <class Token, class Next, class More>
class ByToken {
 public:
  ByToken(Token token, Next next, More more) : token_(token), next_(next), more_(more) {}

  template <class Page, class Request>
  NextPage operator()(Page& page, const Headers&, Request& request, CallOptions&, std::size_t) {
    auto& place = request.*token_;
    using Value = std::decay_t<decltype(*detail::held(place))>;
    const auto* const more = more_.in(page);
    const auto* const next = next_.in(page);
    if ((more != nullptr && !*more) || next == nullptr || is_empty(*next)) return NextPage::none;
    // The one that the walk began with came before as well.
    if (const auto* now = detail::held(place); now != nullptr) known_.insert(key(*now));
    if (known_.count(key(*next)) != 0) return NextPage::repeated;
    if constexpr (std::is_integral_v<Value>) {
      const auto token = static_cast<Value>(*next);
      // One that the parameter cannot hold would ask for another page.
      if (static_cast<std::decay_t<decltype(*next)>>(token) != *next ||
          (token < Value{0}) != (*next < 0)) {
        return NextPage::illegible;
      }
      place = token;
    } else {
      place = Value(*next);
    }
    return NextPage::there;
  }

 private:
  static bool is_empty(const std::string& token) { return token.empty(); }
  template <class Number>
  static bool is_empty(Number) {
    return false;
  }
  static const std::string& key(const std::string& token) { return token; }
  template <class Number>
  static std::string key(Number token) {
    return std::to_string(token);
  }

  Token token_;
  Next next_;
  More more_;
  std::set<std::string> known_;
};

/// Goes on by number: of the page, or with `by_items` of the first item. Ends where `more` is false
/// or a page has no items.
template <class Number, class More>
class ByNumber {
 public:
  ByNumber(Number number, std::int64_t first, bool by_items, More more)
      : number_(number), first_(first), by_items_(by_items), more_(more) {}

  template <class Page, class Request>
  NextPage operator()(Page& page, const Headers&, Request& request, CallOptions&,
                      std::size_t count) {
    auto& place = request.*number_;
    using Value = std::decay_t<decltype(*detail::held(place))>;
    const auto* const more = more_.in(page);
    if ((more != nullptr && !*more) || count == 0) return NextPage::none;
    const auto* const now = detail::held(place);
    const Value from = now != nullptr ? *now : static_cast<Value>(first_);
    const Value step = by_items_ ? static_cast<Value>(count) : Value{1};
    // No number is left that names a next page.
    if (from > (std::numeric_limits<Value>::max)() - step) return NextPage::none;
    place = static_cast<Value>(from + step);
    return NextPage::there;
  }

 private:
  Number number_;
  std::int64_t first_;
  bool by_items_;
  More more_;
};

/// Goes on by the URL of the next page: of it only the query is used, with the path and the server
/// of the call, so that no answer sends the client elsewhere. One that came before is an error.
class UrlSteps {
 public:
  /// Of nothing there is no next page; a URL must have a query.
  NextPage go_on(std::string_view url, CallOptions& call);

 private:
  std::set<std::string> known_;
};

/// By a URL that is a member of the page.
template <class Next, class More>
class ByUrl {
 public:
  ByUrl(Next next, More more) : next_(next), more_(more) {}

  template <class Page, class Request>
  NextPage operator()(Page& page, const Headers&, Request&, CallOptions& call, std::size_t) {
    const auto* const more = more_.in(page);
    const auto* const next = next_.in(page);
    if ((more != nullptr && !*more) || next == nullptr) return NextPage::none;
    return steps_.go_on(*next, call);
  }

 private:
  Next next_;
  More more_;
  UrlSteps steps_;
};

/// By the header `Link` with the relation `next` (RFC 8288).
class ByLink {
 public:
  template <class Page, class Request>
  NextPage operator()(Page&, const Headers& headers, Request&, CallOptions& call, std::size_t) {
    return steps_.go_on(link_target(headers, "next").value_or(""), call);
  }

 private:
  UrlSteps steps_;
};

template <class Request, class Fetch, class GoOn, class Items>
PagedItems<Request, Fetch, GoOn, Items> paged_items(Request first, CallOptions call, Fetch fetch,
                                                    GoOn go_on, Items items, PageOptions options) {
  return {std::move(first), std::move(call), std::move(fetch), std::move(go_on), items, options};
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/pages.hpp"
#endif
