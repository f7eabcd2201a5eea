// Types that contain themselves.
#pragma once

#include "model/type_table.hpp"

namespace bindery::model {

/// Marks what must be boxed so that every value has a finite size: uses by value (fields,
/// alternatives, tuple items; not lists and maps) that lead back to a type they are inside of. The
/// set is minimal (without one of them a cycle would be left), found in linear time, and depends on
/// the order of declaration alone. Also marks aliases that are self-containing, and makes aliases
/// of nameless lists and maps that contain themselves.
void break_cycles(TypeTable& types);

}  // namespace bindery::model
