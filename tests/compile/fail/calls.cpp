// Wrong calls, each refused for its own reason (tests/compile/rejects says how this file is read).
#include <string>

#include "heygen/heygen.hpp"

inline const heygen::Client& client();

//! number_for_string: no matching (member )?function
void wrong() { (void)client().videos().get_video_v3(7); }
//! two_required_inputs: no matching (member )?function
void wrong() { (void)client().video_agent().continue_video_agent_session("s_1"); }
//! wrong_enum: no match|no viable|cannot convert
void wrong() {
  heygen::VideoDetail video;
  video.status = heygen::SessionMode::Chat;
}
//! text_for_enum: no match|no viable|cannot convert
void wrong() {
  heygen::VideoDetail video;
  video.status = "completed";
}
//! unknown_member: no member named
void wrong() {
  heygen::VideoDetail video;
  video.titel = "x";
}
//! body_of_another_operation: no matching (member )?function
void wrong() { (void)client().video_agent().create_video_agent_v3(heygen::SendMessageRequest()); }
//! ignored_result: nodiscard|unused-result|ignoring return
void wrong() { client().videos().get_video_v3("v_1"); }
//! constant_assigned: read-only|cannot assign|const-qualified|discards qualifiers|no viable overloaded
void wrong() {
  heygen::AssetUrl file;
  file.type = "asset_id";
}
