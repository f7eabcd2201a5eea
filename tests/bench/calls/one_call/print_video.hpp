// One call of HeyGen's API, written several times: by the generated client, and by hand with what
// C++ programs use otherwise. Must be the same job in all of them.
#pragma once

#include <string>

/// Gets the video `id` from `server` (`https://api.heygen.com`) and prints what is known of it, one
/// `name=value` for each member and `-` where there is no value, in one line; what the server says
/// against it as `error: code: message`. Gives the exit status.
int print_video(const std::string& server, const std::string& key, const std::string& id);
