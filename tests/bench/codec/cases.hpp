// The cases, each stated once: its name, the type it is decoded into and its text.
#pragma once

#include <string>

#include "documents.hpp"
#include "heygen/operations/list_videos_v3.hpp"
#include "shapes/models/battery_log.hpp"
#include "shapes/models/chart.hpp"
#include "shapes/models/comment_page.hpp"
#include "shapes/models/event_page.hpp"
#include "shapes/models/folder.hpp"
#include "shapes/models/meter_log.hpp"
#include "shapes/models/route.hpp"

// Calls the macro with every type a document has, and with those that all writers write, for the
// codecs to be instantiated.
#define CODEC_BENCH_FOR_EACH_DECODED(X) \
  X(heygen::ListVideosV3Response)       \
  X(shapes::BatteryLog)                 \
  X(shapes::Chart)                      \
  X(shapes::CommentPage)                \
  X(shapes::EventPage)                  \
  X(shapes::Folder)                     \
  X(shapes::MeterLog)                   \
  X(shapes::Route)
#define CODEC_BENCH_FOR_EACH_ENCODED(X) \
  X(heygen::ListVideosV3Response)       \
  X(shapes::Chart)                      \
  X(shapes::CommentPage)

namespace codec_bench {

template <class T>
struct Case {
  using Value = T;
  const char* name;
  std::string text;
};

using Videos = Case<heygen::ListVideosV3Response>;
using Comments = Case<shapes::CommentPage>;
using Prices = Case<shapes::Chart>;

template <class Visit>
void for_each_encoded_case(Visit visit) {
  visit(Videos{"videos", videos_document(2000)});
  visit(Comments{"escapes", escapes_document(450)});
  visit(Prices{"short_doubles", short_doubles_document(2100)});
}

template <class Visit>
void for_each_decoded_case(Visit visit) {
  visit(Videos{"videos", videos_document(2000)});
  visit(Videos{"videos_64k", videos_document(98)});
  visit(Videos{"videos_1k", videos_document(1)});
  visit(Comments{"escapes", escapes_document(450)});
  visit(Comments{"text", text_document(350)});
  visit(Case<shapes::MeterLog>{"integers", integers_document(1000)});
  visit(Prices{"short_doubles", short_doubles_document(2100)});
  visit(Case<shapes::Route>{"long_doubles", long_doubles_document(2100)});
  visit(Case<shapes::Folder>{"nested", nested_document(8)});
  visit(Videos{"unknown", unknown_document(180)});
  visit(Case<shapes::EventPage>{"unions", unions_document(1700)});
  visit(Case<shapes::BatteryLog>{"wide", wide_document(40)});
}

}  // namespace codec_bench
