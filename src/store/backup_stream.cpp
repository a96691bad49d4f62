// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/backup_stream.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/check.h"

namespace store {
namespace {

constexpr std::string_view seal = "KIENTOAN-SEALED 1\n";
constexpr std::size_t piece_size = 64 << 10, piece_overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr auto last_piece = crypto_secretstream_xchacha20poly1305_TAG_FINAL;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const std::string& what, const std::string& file) {
    throw base::Fault{what + " " + file + ": " + std::strerror(errno) + "."};
}

struct SealStart {
    unsigned char is_passphrase = 0;
    std::array<unsigned char, 16> salt{};
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
};
static_assert(sizeof(SealStart) == 41);
constexpr std::size_t sealed_from = seal.size() + sizeof(SealStart);

class PlainSink : public ByteSink {
public:
    explicit PlainSink(std::string file) : file_{std::move(file)} {
        // Personal data: nobody else may read it.
        const int descriptor = ::open(partial().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (descriptor < 0) fail("Không ghi được tệp", file_);
        output_.reset(::fdopen(descriptor, "wb"));
    }
    PlainSink(const PlainSink&) = delete;
    PlainSink& operator=(const PlainSink&) = delete;
    ~PlainSink() override {
        if (output_) ::unlink(partial().c_str());
    }

    void write(const void* data, std::size_t size) override {
        if (std::fwrite(data, 1, size, output_.get()) != size) fail("Không ghi được tệp", file_);
    }
    void finish() override {
        if (std::fflush(output_.get()) != 0 || ::fsync(::fileno(output_.get())) != 0 ||
            std::rename(partial().c_str(), file_.c_str()) != 0)
            fail("Không ghi được tệp", file_);
        output_.reset();
    }

private:
    std::string partial() const { return file_ + ".partial"; }

    std::string file_;
    File output_;
};

class SealedSink : public ByteSink {
public:
    SealedSink(const std::string& file, const BackupKey& key) : plain_{file} {
        SealStart start{.is_passphrase = key.is_passphrase()};
        randombytes_buf(start.salt.data(), start.salt.size());
        auto derived = key.derive(start.salt);
        crypto_secretstream_xchacha20poly1305_init_push(&state_, start.stream.data(), derived.data());
        sodium_memzero(derived.data(), derived.size());
        plain_.write(seal.data(), seal.size());
        plain_.write(&start, sizeof start);
    }

    void write(const void* data, std::size_t size) override {
        waiting_.append(static_cast<const char*>(data), size);
        std::size_t sent = 0;
        // A whole piece waits, for it may be the last.
        for (; waiting_.size() - sent > piece_size; sent += piece_size)
            send(std::string_view{waiting_}.substr(sent, piece_size), 0);
        waiting_.erase(0, sent);
    }
    void finish() override {
        send(waiting_, last_piece);
        plain_.finish();
    }

private:
    void send(std::string_view piece, unsigned char tag) {
        sealed_.resize(piece.size() + piece_overhead);
        crypto_secretstream_xchacha20poly1305_push(&state_, sealed_.data(), nullptr,
                                                   reinterpret_cast<const unsigned char*>(piece.data()), piece.size(),
                                                   nullptr, 0, tag);
        plain_.write(sealed_.data(), sealed_.size());
    }

    PlainSink plain_;
    crypto_secretstream_xchacha20poly1305_state state_;
    std::string waiting_;
    std::vector<unsigned char> sealed_;
};

class PlainSource : public ByteSource {
public:
    explicit PlainSource(const std::string& file) : file_{file}, input_{std::fopen(file.c_str(), "rbe")} {
        struct stat about;
        if (!input_ || ::fstat(::fileno(input_.get()), &about) != 0) fail("Không đọc được tệp", file);
        size_ = about.st_size;
    }
    std::int64_t size() const override { return size_; }
    std::size_t read(void* data, std::size_t size) override {
        const auto got = std::fread(data, 1, size, input_.get());
        if (got < size && std::ferror(input_.get())) fail("Không đọc được tệp", file_);
        return got;
    }
    void rewind() override { seek(0); }
    void seek(std::size_t to) {
        if (std::fseek(input_.get(), static_cast<long>(to), SEEK_SET) != 0) fail("Không đọc được tệp", file_);
    }

private:
    std::string file_;
    File input_;
    std::int64_t size_ = 0;
};

class SealedSource : public ByteSource {
public:
    SealedSource(std::unique_ptr<PlainSource> plain, const SealStart& start, const BackupKey& key)
        : plain_{std::move(plain)}, start_{start}, key_{key.derive(start.salt)} {
        rewind();
    }
    SealedSource(const SealedSource&) = delete;
    SealedSource& operator=(const SealedSource&) = delete;
    ~SealedSource() override { sodium_memzero(key_.data(), key_.size()); }

    std::int64_t size() const override {
        constexpr auto whole = static_cast<std::int64_t>(piece_size + piece_overhead);
        const auto sealed = plain_->size() - static_cast<std::int64_t>(sealed_from);
        const auto pieces = (sealed + whole - 1) / whole;
        return std::max<std::int64_t>(0, sealed - pieces * static_cast<std::int64_t>(piece_overhead));
    }
    std::size_t read(void* data, std::size_t size) override {
        std::size_t got = 0;
        while (got < size && (at_ < piece_.size() || next())) {
            const auto some = std::min(size - got, piece_.size() - at_);
            std::memcpy(static_cast<char*>(data) + got, piece_.data() + at_, some);
            at_ += some;
            got += some;
        }
        return got;
    }
    void rewind() override {
        plain_->seek(sealed_from);
        is_over_ = crypto_secretstream_xchacha20poly1305_init_pull(&state_, start_.stream.data(), key_.data()) != 0;
        piece_.clear();
        at_ = 0;
    }
    // Whether the key opens the first piece.
    bool opens() { return next(); }

private:
    bool next() {
        piece_.clear();
        at_ = 0;
        if (is_over_) return false;
        sealed_.resize(piece_size + piece_overhead);
        const auto got = plain_->read(sealed_.data(), sealed_.size());
        is_over_ = got < piece_overhead;
        if (is_over_) return false;
        piece_.resize(got - piece_overhead);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state_, piece_.data(), nullptr, &tag, sealed_.data(), got,
                                                       nullptr, 0) != 0) {
            piece_.clear();
            is_over_ = true;
            return false;
        }
        is_over_ = tag == last_piece;
        return !piece_.empty();
    }

    std::unique_ptr<PlainSource> plain_;
    SealStart start_;
    BackupKey::Bytes key_;
    crypto_secretstream_xchacha20poly1305_state state_;
    std::vector<unsigned char> piece_, sealed_;
    std::size_t at_ = 0;
    bool is_over_ = false;
};

}  // namespace

std::unique_ptr<ByteSink> create_file(const std::string& file, const BackupKey* key) {
    if (key) return std::make_unique<SealedSink>(file, *key);
    return std::make_unique<PlainSink>(file);
}

base::Result<std::unique_ptr<ByteSource>> open_file(const std::string& file, const BackupKey* key) {
    auto plain = std::make_unique<PlainSource>(file);
    std::string beginning(seal.size(), '\0');
    beginning.resize(plain->read(beginning.data(), beginning.size()));
    if (beginning != seal) {
        plain->rewind();
        return std::unique_ptr<ByteSource>{std::move(plain)};
    }
    SealStart start;
    if (plain->read(&start, sizeof start) != sizeof start) return base::Refusal{"backup.corrupt", {file}, {}};
    if (!key) return base::Refusal{"backup.key_needed", {file}, {}};
    if (key->is_passphrase() != (start.is_passphrase != 0))
        return base::Refusal{
            "backup.wrong_kind_of_key", {file, start.is_passphrase ? "cụm từ bí mật" : "tệp khóa"}, {}};
    auto sealed = std::make_unique<SealedSource>(std::move(plain), start, *key);
    if (!sealed->opens()) return base::Refusal{"backup.wrong_key", {file}, {}};
    sealed->rewind();
    return std::unique_ptr<ByteSource>{std::move(sealed)};
}

}  // namespace store
