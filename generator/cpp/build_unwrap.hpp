// `unwrap.hpp`: webhooks that are proven to come from their sender, as one type.
// Must not know how a signature is made.
#pragma once

#include "cpp/file_view.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// `unwrap.hpp`
struct UnwrapFileView {
  static constexpr std::string_view view_name = "UnwrapFileView";
  FileView file;
  std::string name_space;
  std::vector<std::string> event_docs;
  std::string event;                ///< `WebhookEvent`
  std::string made_from;            ///< `standard_webhooks()`
  std::vector<std::string> scheme;  ///< `signature_header = "Webhook-Signature"`

  template <class F>
  static void members(F f) {
    f("file", &UnwrapFileView::file);
    f("name_space", &UnwrapFileView::name_space);
    f("event_docs", &UnwrapFileView::event_docs);
    f("event", &UnwrapFileView::event);
    f("made_from", &UnwrapFileView::made_from);
    f("scheme", &UnwrapFileView::scheme);
  }
};

/// Where Api::webhook_scheme is known.
UnwrapFileView unwrap_file_view(const Building& building);

}  // namespace bindery::cpp
