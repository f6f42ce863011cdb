#pragma once
/// A certificate made on the spot and a client that speaks TLS, for the one test that needs them.

#include "support/raw_client.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdio>
#include <memory>

namespace toguna::test {

/// Writes a self-signed certificate for « localhost » and its key as PEM files.
inline void write_certificate(std::string const& certificate_path, std::string const& key_path)
{
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    std::unique_ptr<X509, decltype(&X509_free)> const certificate(X509_new(), X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    std::unique_ptr<std::FILE, decltype(&std::fclose)> const certificate_file(std::fopen(certificate_path.c_str(), "w"), std::fclose);
    PEM_write_X509(certificate_file.get(), certificate.get());
    std::unique_ptr<std::FILE, decltype(&std::fclose)> const key_file(std::fopen(key_path.c_str(), "w"), std::fclose);
    PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

/// What the server answers over TLS of at most `version`; empty when it refuses the handshake.
inline std::string say_over_tls(std::uint16_t port, std::string const& bytes, int version)
{
    RawClient const socket(port);
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> const context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), version);
    std::unique_ptr<SSL, decltype(&SSL_free)> const connection(SSL_new(context.get()), SSL_free);
    SSL_set_fd(connection.get(), socket.descriptor());
    if (SSL_connect(connection.get()) != 1)
        return {};
    SSL_write(connection.get(), bytes.data(), static_cast<int>(bytes.size()));
    std::string reply;
    char piece[4096];
    for (int read = 0; (read = SSL_read(connection.get(), piece, sizeof piece)) > 0;)
        reply.append(piece, static_cast<std::size_t>(read));
    return reply;
}

} // namespace toguna::test
