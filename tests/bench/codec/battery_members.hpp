// The 200 members of a battery pack: 64 cells have three each, so a list of the cells writes them.
#pragma once

#include <cstddef>

#include "members.hpp"
#include "shapes/models/battery_log.hpp"

#define CODEC_BENCH_CELLS(X) \
  X(01)                      \
  X(02)                      \
  X(03)                      \
  X(04)                      \
  X(05)                      \
  X(06)                      \
  X(07)                      \
  X(08)                      \
  X(09)                      \
  X(10)                      \
  X(11)                      \
  X(12)                      \
  X(13)                      \
  X(14)                      \
  X(15)                      \
  X(16)                      \
  X(17)                      \
  X(18)                      \
  X(19)                      \
  X(20)                      \
  X(21)                      \
  X(22)                      \
  X(23)                      \
  X(24)                      \
  X(25)                      \
  X(26)                      \
  X(27)                      \
  X(28)                      \
  X(29)                      \
  X(30)                      \
  X(31)                      \
  X(32)                      \
  X(33)                      \
  X(34)                      \
  X(35)                      \
  X(36)                      \
  X(37)                      \
  X(38)                      \
  X(39)                      \
  X(40)                      \
  X(41)                      \
  X(42)                      \
  X(43)                      \
  X(44)                      \
  X(45)                      \
  X(46)                      \
  X(47)                      \
  X(48)                      \
  X(49) X(50) X(51) X(52) X(53) X(54) X(55) X(56) X(57) X(58) X(59) X(60) X(61) X(62) X(63) X(64)

namespace codec_bench {

template <>
struct Members<shapes::BatteryLog> {
  static constexpr auto names = name_set("packs");
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    return index == 0 ? use(object.packs) : true;
  }
};

template <>
struct Members<shapes::BatteryPack> {
  static constexpr std::size_t before_cells = 8;
  // In the order of the document; the first number is not 0.
  enum Cell : std::size_t {
    before_first_cell = before_cells - 1,
#define CODEC_BENCH_CELL(number) millivolts_##number, celsius_##number, state_##number,
    CODEC_BENCH_CELLS(CODEC_BENCH_CELL)
#undef CODEC_BENCH_CELL
        end_of_cells
  };
  static constexpr NameSet<end_of_cells> names{{"pack_id", "firmware", "measured_at", "cycles",
                                                "charge_percent", "health_percent",
                                                "total_millivolts", "total_milliamperes",
#define CODEC_BENCH_CELL(number) \
  "cell_" #number "_millivolts", "cell_" #number "_celsius", "cell_" #number "_state",
                                                CODEC_BENCH_CELLS(CODEC_BENCH_CELL)
#undef CODEC_BENCH_CELL
  }};
  template <class Object, class Use>
  static bool visit(Object& object, std::size_t index, Use use) {
    switch (index) {
      case 0:
        return use(object.pack_id);
      case 1:
        return use(object.firmware);
      case 2:
        return use(object.measured_at);
      case 3:
        return use(object.cycles);
      case 4:
        return use(object.charge_percent);
      case 5:
        return use(object.health_percent);
      case 6:
        return use(object.total_millivolts);
      case 7:
        return use(object.total_milliamperes);
#define CODEC_BENCH_CELL(number)                   \
  case millivolts_##number:                        \
    return use(object.cell_##number##_millivolts); \
  case celsius_##number:                           \
    return use(object.cell_##number##_celsius);    \
  case state_##number:                             \
    return use(object.cell_##number##_state);
        CODEC_BENCH_CELLS(CODEC_BENCH_CELL)
#undef CODEC_BENCH_CELL
      default:
        return true;
    }
  }
};

}  // namespace codec_bench

#undef CODEC_BENCH_CELLS
