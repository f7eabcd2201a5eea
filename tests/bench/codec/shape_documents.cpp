// Documents of numbers, trees, alternatives and wide objects.
#include <cstdio>
#include <string>
#include <string_view>

#include "documents.hpp"

namespace codec_bench {
namespace {

std::string decimal(std::int64_t hundredths) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%lld.%02lld", static_cast<long long>(hundredths / 100),
                static_cast<long long>(hundredths % 100));
  return buffer;
}

// All 17 digits a double can need.
std::string all_digits(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.17g", value);
  return buffer;
}

// From `least` to `most`, with bits down to the last one.
double between(LinearGenerator& random, double least, double most) {
  const double high = static_cast<double>(random.below(1u << 26));
  const double low = static_cast<double>(random.below(1u << 26));
  return least + (most - least) * ((high + low / (1u << 26)) / (1u << 26));
}

void open_folder(std::string& text, LinearGenerator& random) {
  constexpr std::string_view names[] = {"Projects",   "Archive 2024", "Marketing", "Raw footage",
                                        "Final cuts", "Voice-overs",  "Drafts"};
  separate(text);
  text += "{\"name\":\"" + std::string(random.one_of(names)) + " " +
          std::to_string(random.below(1000)) + "\",\"children\":[";
}

void wide_tree(std::string& text, LinearGenerator& random, std::size_t levels) {
  open_folder(text, random);
  for (std::size_t child = 0; levels != 0 && child < 7; ++child) {
    wide_tree(text, random, levels - 1);
  }
  text += "]}";
}

}  // namespace

std::string integers_document(std::size_t count) {
  LinearGenerator random(count);
  std::string text = "{\"readings\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    text += "{\"meter_id\":" + std::to_string(9007199250000000 + random.between(0, 4740991));
    text += ",\"read_at\":" + std::to_string(random.between(1700000000, 1764000000));
    text += ",\"total\":" + std::to_string(random.between(0, 2000000000));
    text += ",\"change\":" + std::to_string(random.between(-5000, 5000));
    text += ",\"per_hour\":[";
    for (int hour = 0; hour < 24; ++hour) {
      separate(text);
      text += std::to_string(random.between(0, hour % 4 == 0 ? 1000000 : 300));
    }
    text += "]}";
  }
  return text + "]}";
}

std::string short_doubles_document(std::size_t count) {
  LinearGenerator random(count);
  std::string text = "{\"symbol\":\"HYGN\",\"candles\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    text += "{\"at\":" + std::to_string(1700000000 + 60 * index);
    for (const std::string_view name : {"open", "high", "low", "close"}) {
      text.append(",\"").append(name).append("\":").append(decimal(random.between(900, 19999)));
    }
    text += ",\"volume\":" + decimal(random.between(10000, 99999999)) + "}";
  }
  return text + "]}";
}

std::string long_doubles_document(std::size_t count) {
  LinearGenerator random(count);
  std::string text = "{\"name\":\"Long way home\",\"positions\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    text += "{\"latitude\":" + all_digits(between(random, -90, 90));
    text += ",\"longitude\":" + all_digits(between(random, -180, 180));
    text += ",\"altitude\":" + all_digits(between(random, 0, 8000)) + "}";
  }
  return text + "]}";
}

std::string nested_document(std::size_t chains) {
  constexpr std::size_t root_and_chain = 200;
  LinearGenerator random(chains);
  std::string text = "[";  // for `separate`; taken away again
  open_folder(text, random);
  for (std::size_t chain = 0; chain < chains; ++chain) {
    for (std::size_t depth = 1; depth < root_and_chain; ++depth) open_folder(text, random);
    for (std::size_t depth = 1; depth < root_and_chain; ++depth) text += "]}";
    wide_tree(text, random, 3);
  }
  text += "]}";
  return text.substr(1);
}

std::string unions_document(std::size_t count) {
  LinearGenerator random(count);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "{\"events\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    const std::string id = random.letters(32, digits);
    switch (random.below(4)) {
      case 0:
        text += "{\"type\":\"video.completed\",\"video_id\":\"" + id +
                "\",\"url\":\"https://files2.heygen.ai/" + random.letters(32, digits) +
                "/video.mp4\",\"seconds\":" + decimal(random.between(100, 60000)) + "}";
        break;
      case 1:
        text += "{\"type\":\"video.failed\",\"video_id\":\"" + id +
                "\",\"code\":\"RENDER_TIMEOUT\",\"message\":\"The video took too long.\"}";
        break;
      case 2:
        text += "{\"type\":\"credits.spent\",\"account_id\":" +
                std::to_string(random.between(1000000, 9999999)) +
                ",\"amount\":" + std::to_string(random.between(1, 40)) +
                ",\"remaining\":" + std::to_string(random.between(0, 100000)) + "}";
        break;
      default:
        text += "{\"type\":\"member.invited\",\"email\":\"member." +
                std::to_string(random.below(100000)) +
                "@example.com\",\"is_admin\":" + (random.below(5) == 0 ? "true" : "false") + "}";
        break;
    }
  }
  return text + "]}";
}

std::string wide_document(std::size_t count) {
  LinearGenerator random(count);
  constexpr std::string_view states[] = {"balanced", "charging", "discharging", "idle"};
  std::string text = "{\"packs\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    text += "{\"pack_id\":\"pack-" + std::to_string(4000 + index) + "\",\"firmware\":\"3.14.1\"";
    text += ",\"measured_at\":" + std::to_string(random.between(1700000000, 1764000000));
    text += ",\"cycles\":" + std::to_string(random.below(3000));
    text += ",\"charge_percent\":" + decimal(random.between(500, 10000));
    text += ",\"health_percent\":" + decimal(random.between(7000, 10000));
    text += ",\"total_millivolts\":" + std::to_string(random.between(180000, 270000));
    text += ",\"total_milliamperes\":" + std::to_string(random.between(-90000, 90000));
    for (int cell = 1; cell <= 64; ++cell) {
      const std::string name =
          ",\"cell_" + std::string(cell < 10 ? "0" : "") + std::to_string(cell);
      text += name + "_millivolts\":" + std::to_string(random.between(2800, 4200));
      text += name + "_celsius\":" + decimal(random.between(1000, 4500));
      text += name + "_state\":\"" + std::string(random.one_of(states)) + "\"";
    }
    text += "}";
  }
  return text + "]}";
}

}  // namespace codec_bench
