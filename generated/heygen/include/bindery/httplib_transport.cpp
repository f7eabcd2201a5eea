// SPDX-License-Identifier: MIT-0
// The transport over cpp-httplib, for programs that compile bodies once: see
// "bindery/compiled.hpp". Must not be part of programs that do not define BINDERY_COMPILED.
#ifndef BINDERY_COMPILED
#error "define BINDERY_COMPILED for this file and for all that include the client"
#endif

#include "bindery/bodies/httplib_transport.hpp"
