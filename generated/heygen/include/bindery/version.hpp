// SPDX-License-Identifier: MIT-0
// The version of the runtime, which generated headers check.
// Must not include anything.
#pragma once

/// Counts changes of the runtime that older generated code cannot live with. The inline namespace
/// `bindery::v1` carries the same number, so that two versions never meet in one program unseen.
#define BINDERY_RUNTIME_VERSION 1
