// SPDX-License-Identifier: MIT-0
// Cuts a connection under a thread that waits for it.
// Must not read, write or connect.
#pragma once

#ifdef _WIN32
#include <winsock2.h>
#else
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <mutex>

namespace bindery {
inline namespace v1 {

#ifdef _WIN32
using SocketNumber = SOCKET;
#else
using SocketNumber = int;
#endif

/// Holds a second number of a socket, so that cutting can never hit another socket that was given
/// the first one in the meantime. For any number of threads.
class SocketSwitch {
 public:
  SocketSwitch() = default;
  SocketSwitch(const SocketSwitch&) = delete;
  SocketSwitch& operator=(const SocketSwitch&) = delete;
  ~SocketSwitch() { hold(none); }

  /// In place of the one before.
  void hold(SocketNumber socket) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (socket_ != none) close_duplicate(socket_);
    socket_ = socket == none ? none : duplicate(socket);
  }

  /// Ends all reading and writing, of TLS too. A socket that does not connect yet is not impressed
  /// and has to be cut again.
  void cut() noexcept {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (socket_ == none) return;
#ifdef _WIN32
    ::shutdown(socket_, SD_BOTH);
#else
    ::shutdown(socket_, SHUT_RDWR);
#endif
  }

#ifdef _WIN32
  static constexpr SocketNumber none = INVALID_SOCKET;
#else
  static constexpr SocketNumber none = -1;
#endif

 private:
#ifdef _WIN32
  static SocketNumber duplicate(SocketNumber socket) {
    WSAPROTOCOL_INFOW info;
    if (WSADuplicateSocketW(socket, GetCurrentProcessId(), &info) != 0) return none;
    return WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0,
                      WSA_FLAG_OVERLAPPED);
  }
  static void close_duplicate(SocketNumber socket) { ::closesocket(socket); }
#else
  static SocketNumber duplicate(SocketNumber socket) { return ::fcntl(socket, F_DUPFD_CLOEXEC, 0); }
  static void close_duplicate(SocketNumber socket) { ::close(socket); }
#endif

  std::mutex mutex_;
  SocketNumber socket_ = none;
};

}  // namespace v1
}  // namespace bindery
