// SPDX-License-Identifier: MIT-0
// Whether the bodies of the runtime are part of every unit that includes it, or compiled once.
// Must not be more than that.
#pragma once

/// With BINDERY_COMPILED defined, for all units of a program alike, headers of the runtime only
/// declare what is no template: one unit compiles "bindery/runtime.cpp", the others link to it.
#ifdef BINDERY_COMPILED
#define BINDERY_BODY
#else
#define BINDERY_BODY inline
#endif
