// Whom the program asks for memory. Its trees are many small pieces that live to its end, and to
// get them was a third of what a large document cost.
#include <mimalloc-new-delete.h>
#include <mimalloc.h>

namespace {

// Given back as soon as a pass is done with it: the next one is where most is needed.
[[maybe_unused]] const bool gives_back_at_once = [] {
  mi_option_set(mi_option_decommit_delay, 0);
  return true;
}();

}  // namespace
