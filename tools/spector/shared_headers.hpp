// What every program includes, for compilers that can read it once for all of them.
// Must not include anything of a client.
#pragma once

#include <iostream>
#include <map>

#include "bindery/call.hpp"
#include "bindery/invoke.hpp"
