// What the competitors know of the generated structs: the names of the members, in the order of
// the documents, and where each is. Written by hand; a `visit` is the switch they all would have.
#pragma once

#include <cstddef>

#include "heygen/operations/list_videos_v3.hpp"
#include "name_set.hpp"
#include "shapes/models/chart.hpp"
#include "shapes/models/comment_page.hpp"
#include "shapes/models/event_page.hpp"
#include "shapes/models/folder.hpp"
#include "shapes/models/meter_log.hpp"
#include "shapes/models/route.hpp"

namespace codec_bench {

/// `names`, and `visit(object, index, use)`: what `use` says of that member, true for an unknown
/// one, which is passed over.
template <class T>
struct Members;

template <>
struct Members<heygen::ListVideosV3Response> {
  static constexpr auto names = name_set("data", "has_more", "next_token");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.data);
      case 1:
        return use(object.has_more);
      case 2:
        return use(object.next_token);
      default:
        return true;
    }
  }
};

template <>
struct Members<heygen::VideoDetail> {
  static constexpr auto names =
      name_set("id", "title", "status", "created_at", "completed_at", "video_url", "thumbnail_url",
               "gif_url", "captioned_video_url", "subtitle_url", "duration", "folder_id",
               "output_language", "failure_code", "failure_message", "video_page_url");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.id);
      case 1:
        return use(object.title);
      case 2:
        return use(object.status);
      case 3:
        return use(object.created_at);
      case 4:
        return use(object.completed_at);
      case 5:
        return use(object.video_url);
      case 6:
        return use(object.thumbnail_url);
      case 7:
        return use(object.gif_url);
      case 8:
        return use(object.captioned_video_url);
      case 9:
        return use(object.subtitle_url);
      case 10:
        return use(object.duration);
      case 11:
        return use(object.folder_id);
      case 12:
        return use(object.output_language);
      case 13:
        return use(object.failure_code);
      case 14:
        return use(object.failure_message);
      case 15:
        return use(object.video_page_url);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::CommentPage> {
  static constexpr auto names = name_set("comments");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    return index == 0 ? use(object.comments) : true;
  }
};

template <>
struct Members<shapes::Comment> {
  static constexpr auto names = name_set("id", "author", "title", "body");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.id);
      case 1:
        return use(object.author);
      case 2:
        return use(object.title);
      case 3:
        return use(object.body);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::MeterLog> {
  static constexpr auto names = name_set("readings");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    return index == 0 ? use(object.readings) : true;
  }
};

template <>
struct Members<shapes::MeterReading> {
  static constexpr auto names = name_set("meter_id", "read_at", "total", "change", "per_hour");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.meter_id);
      case 1:
        return use(object.read_at);
      case 2:
        return use(object.total);
      case 3:
        return use(object.change);
      case 4:
        return use(object.per_hour);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::Chart> {
  static constexpr auto names = name_set("symbol", "candles");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.symbol);
      case 1:
        return use(object.candles);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::Candle> {
  static constexpr auto names = name_set("at", "open", "high", "low", "close", "volume");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.at);
      case 1:
        return use(object.open);
      case 2:
        return use(object.high);
      case 3:
        return use(object.low);
      case 4:
        return use(object.close);
      case 5:
        return use(object.volume);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::Route> {
  static constexpr auto names = name_set("name", "positions");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.name);
      case 1:
        return use(object.positions);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::Position> {
  static constexpr auto names = name_set("latitude", "longitude", "altitude");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.latitude);
      case 1:
        return use(object.longitude);
      case 2:
        return use(object.altitude);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::Folder> {
  static constexpr auto names = name_set("name", "children");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.name);
      case 1:
        return use(object.children);
      default:
        return true;
    }
  }
};

template <>
struct Members<shapes::EventPage> {
  static constexpr auto names = name_set("events");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    return index == 0 ? use(object.events) : true;
  }
};

}  // namespace codec_bench
