// TLS: who is trusted, and how it ends when nobody is. The certificate is made here.
// Must not touch the system's certificates.
#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"

namespace {

using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};

// A certificate for 127.0.0.1 signed by itself, also as PEM files with its key.
struct Identity {
  Identity() : key(EVP_EC_gen("P-256")), certificate(X509_new()) {
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const auto* common_name = reinterpret_cast<const unsigned char*>("127.0.0.1");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_EXTENSION* names =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate.get(), names, -1);
    X509_EXTENSION_free(names);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    std::FILE* file = ::fdopen(::mkstemp(path), "w");
    PEM_write_X509(file, certificate.get());
    std::fclose(file);
    file = ::fdopen(::mkstemp(key_path), "w");
    PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
  }
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;
  ~Identity() {
    std::remove(path);
    std::remove(key_path);
  }

  std::unique_ptr<EVP_PKEY, FreeKey> key;
  std::unique_ptr<X509, FreeCertificate> certificate;
  char path[32] = "/tmp/bindery_cert_XXXXXX";
  char key_path[32] = "/tmp/bindery_key_XXXXXX";
};

class HttplibTls : public testing::Test {
 protected:
  HttplibTls()
      : server_(std::make_unique<httplib::SSLServer>(identity_.certificate.get(),
                                                     identity_.key.get())) {
    server_->Get("/", [](const httplib::Request&, httplib::Response& out) {
      out.set_content("safe", "text/plain");
    });
    port_ = std::to_string(server_.start());
  }

  bindery::TransportResult get(const std::string& host,
                               const bindery::TransportSettings& settings) {
    Request request;
    request.url = "https://" + host + ":" + port_ + "/";
    return bindery::httplib_transport(request.url, settings)->send(request, {});
  }

  Identity identity_;
  servers::HttpServer server_;
  std::string port_;
};

TEST_F(HttplibTls, TrustsNoUnknownServer) {
  const auto result = get("127.0.0.1", {});
  const auto* error = std::get_if<TransportError>(&result);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->kind, TransportErrorKind::tls);
  EXPECT_FALSE(error->sent_anything);
}

TEST_F(HttplibTls, TrustsAGivenCertificate) {
  bindery::TransportSettings settings;
  settings.ca_certificate_file = identity_.path;
  const auto result = get("127.0.0.1", settings);
  ASSERT_NE(std::get_if<Response>(&result), nullptr)
      << std::get_if<TransportError>(&result)->message;
  EXPECT_EQ(std::get_if<Response>(&result)->body, "safe");
}

TEST_F(HttplibTls, TrustsNoOtherNameForIt) {
  bindery::TransportSettings settings;
  settings.ca_certificate_file = identity_.path;
  const auto result = get("localhost", settings);
  const auto* error = std::get_if<TransportError>(&result);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->kind, TransportErrorKind::tls);
}

TEST_F(HttplibTls, TrustsAnybodyWhenTold) {
  bindery::TransportSettings settings;
  settings.verify_server = false;
  const auto result = get("127.0.0.1", settings);
  EXPECT_NE(std::get_if<Response>(&result), nullptr);
}

// Carries bytes either way until one side ends.
void carry(int one, int other) {
  char buffer[4096];
  while (true) {
    pollfd ends[2] = {{one, POLLIN, 0}, {other, POLLIN, 0}};
    if (::poll(ends, 2, -1) < 0) return;
    for (int from = 0; from < 2; ++from) {
      if (ends[from].revents == 0) continue;
      const auto count = ::recv(ends[from].fd, buffer, sizeof buffer, 0);
      if (count <= 0) return;
      ::send(ends[1 - from].fd, buffer, static_cast<std::size_t>(count), MSG_NOSIGNAL);
    }
  }
}

TEST_F(HttplibTls, ReachesAServerThroughAProxy) {
  servers::RawServer proxy([this](int socket) {
    servers::RawServer::read_head(socket);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(port_)));
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address);
    servers::RawServer::write(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
    carry(socket, server);
    ::close(server);
  });
  bindery::TransportSettings settings;
  settings.ca_certificate_file = identity_.path;
  settings.proxy = proxy.url();
  Request request;
  request.url = "https://127.0.0.1:" + port_ + "/";
  const auto transport = bindery::httplib_transport(request.url, settings);
  for (int round = 0; round < 2; ++round) {
    const auto result = transport->send(request, {});
    ASSERT_NE(std::get_if<Response>(&result), nullptr)
        << std::get_if<TransportError>(&result)->message;
    EXPECT_EQ(std::get_if<Response>(&result)->body, "safe");
  }
  EXPECT_EQ(proxy.connections(), 1);
}

TEST_F(HttplibTls, NamesAnUnreadableCertificateFile) {
  bindery::TransportSettings settings;
  settings.ca_certificate_file = "/no/such/file.pem";
  const auto result = get("127.0.0.1", settings);
  const auto* error = std::get_if<TransportError>(&result);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(error->kind, TransportErrorKind::tls);
}

TEST(HttplibMutualTls, ShowsItsCertificate) {
  const Identity server_identity;
  const Identity client_identity;
  X509_STORE* const trusted = X509_STORE_new();  // The server frees it.
  X509_STORE_add_cert(trusted, client_identity.certificate.get());
  servers::HttpServer server(std::make_unique<httplib::SSLServer>(
      server_identity.certificate.get(), server_identity.key.get(), trusted));
  server->Get("/", [](const httplib::Request&, httplib::Response& out) {
    out.set_content("known", "text/plain");
  });
  Request request;
  request.url = "https://127.0.0.1:" + std::to_string(server.start()) + "/";
  bindery::TransportSettings settings;
  settings.ca_certificate_file = server_identity.path;
  const auto stranger = bindery::httplib_transport(request.url, settings)->send(request, {});
  EXPECT_NE(std::get_if<TransportError>(&stranger), nullptr);

  settings.client_certificate_file = client_identity.path;
  settings.client_key_file = client_identity.key_path;
  const auto known = bindery::httplib_transport(request.url, settings)->send(request, {});
  ASSERT_NE(std::get_if<Response>(&known), nullptr) << std::get_if<TransportError>(&known)->message;
  EXPECT_EQ(std::get_if<Response>(&known)->body, "known");
}

}  // namespace
