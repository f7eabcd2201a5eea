// Pages of videos as HeyGen's API answers with them.
#include <iterator>
#include <string>
#include <string_view>

#include "documents.hpp"

namespace codec_bench {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::string_view base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string title(LinearGenerator& random) {
  constexpr std::string_view subjects[] = {"Onboarding",        "Product tour",    "Weekly update",
                                           "Quarterly results", "Safety briefing", "Release notes"};
  constexpr std::string_view audiences[] = {"for sales",    "for new colleagues",
                                            "for partners", "for the support team",
                                            "(final)",      "(draft 2)"};
  return std::string(random.one_of(subjects)) + " " + std::string(random.one_of(audiences)) + " #" +
         std::to_string(random.below(900) + 100);
}

// Presigned links are what most of an answer's bytes are.
std::string presigned(LinearGenerator& random, std::string_view host, std::string_view file,
                      std::int64_t expires) {
  return "https://" + std::string(host) + ".heygen.ai/aws_pacific/" +
         random.letters(32, hexadecimal) + "/" + std::string(file) +
         "?Expires=" + std::to_string(expires) + "&Signature=" + random.letters(64, base64url) +
         "&Key-Pair-Id=K38HBHX5LX3X2H";
}

class VideoText {
 public:
  VideoText(std::string& text, bool has_unknown_members, LinearGenerator& random)
      : text_(text), has_unknown_members_(has_unknown_members), random_(random) {}

  void object(std::size_t index) {
    text_ += '{';
    // The first is a completed one, so that a page of one video is a usual one.
    const std::size_t fate = index == 0 ? 0 : random_.below(20);
    const bool is_completed = fate < 15;
    const bool is_failed = fate >= 18;
    const std::int64_t created = random_.between(1700000000, 1764000000);
    const std::string id = random_.letters(32, hexadecimal);
    string("id", id);
    string("title", title(random_));
    string("status", is_completed ? "completed" : is_failed ? "failed" : "processing");
    number("created_at", std::to_string(created));
    if (is_completed) {
      completed_members(created + random_.between(30, 900), index == 0 || random_.below(5) == 0);
    } else {
      for (const std::string_view name :
           {"completed_at", "video_url", "thumbnail_url", "gif_url", "duration"}) {
        number(name, "null");
      }
    }
    if (random_.below(3) == 0) {
      string("folder_id", random_.letters(32, hexadecimal));
    } else {
      number("folder_id", "null");
    }
    if (random_.below(8) == 0) string("output_language", "es-ES");
    if (is_failed) {
      string("failure_code", "RENDER_TIMEOUT");
      string("failure_message", "The video took too long to render; please try again.");
    }
    string("video_page_url", "https://app.heygen.com/videos/" + id);
    text_ += '}';
  }

 private:
  void completed_members(std::int64_t completed, bool has_preview) {
    number("completed_at", std::to_string(completed));
    const std::int64_t expires = completed + 604800;
    string("video_url", presigned(random_, "files2", "video.mp4", expires));
    string("thumbnail_url", presigned(random_, "dynamic", "thumbnail.jpeg", expires));
    if (has_preview) {
      string("gif_url", presigned(random_, "resource2", "preview.gif", expires));
    } else {
      number("gif_url", "null");
    }
    number("duration",
           std::to_string(random_.below(600)) + "." + std::to_string(random_.below(900) + 100));
  }

  void string(std::string_view name, const std::string& value) {
    number(name, "\"" + value + "\"");
  }
  void number(std::string_view name, std::string_view value) {
    separate(text_);
    text_.append("\"").append(name).append("\":").append(value);
    if (has_unknown_members_) unknown_member();
  }
  void unknown_member() {
    constexpr std::string_view members[] = {
        R"("workspace_id":"w_81f2c0ad9be34d6f")",
        R"("resolution":{"width":1920,"height":1080,"fps":25})",
        R"("is_favorite":false)",
        R"("tags":["training","2025","internal"])",
        R"("credits_used":12.5)",
        R"("audit":{"by":{"id":"u_31","name":"Ada"},"steps":[{"at":1763000000,"ok":true},{}]})",
        R"("render_queue":"eu-central-1/standard")",
        R"("parent":null)",
        R"("share_count":42)",
        R"("watermark":{"position":"bottom_right","opacity":0.35,"image":null})",
        R"("avatar_ids":["Daisy-inskirt-20220818","Tyler-insuit-20220721"])",
        R"("aspect_ratio":"16:9")",
        R"("reviewed_at":1763994000)",
        R"("reviewer":"ada.lovelace@example.com")",
        R"("scenes":[{"index":0,"seconds":12.25},{"index":1,"seconds":8}])",
        R"("is_public":true)"};
    separate(text_);
    text_ += members[unknown_members_++ % std::size(members)];
  }

  std::string& text_;
  bool has_unknown_members_;
  std::size_t unknown_members_ = 0;
  LinearGenerator& random_;
};

std::string page(std::size_t count, bool has_unknown_members) {
  LinearGenerator random(count);
  std::string text = "{\"data\":[";
  VideoText video(text, has_unknown_members, random);
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    video.object(index);
  }
  text += "],\"has_more\":true,\"next_token\":\"" + random.letters(40, base64url) + "\"}";
  return text;
}

}  // namespace

std::string videos_document(std::size_t count) { return page(count, false); }

std::string unknown_document(std::size_t count) { return page(count, true); }

}  // namespace codec_bench
