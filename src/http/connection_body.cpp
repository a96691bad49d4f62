// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection_body.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace http {
namespace {

constexpr ProtocolError too_large{413, "http.body_too_large"};
constexpr ProtocolError busy{503, "http.busy"};
constexpr ProtocolError no_space{507, "http.no_space"};

// Has no name as soon as it exists, so that nobody need remove it.
OpenFile nameless_file(const std::string& folder) {
    std::error_code error;
    auto where = folder.empty() ? std::filesystem::temp_directory_path(error) : std::filesystem::path{folder};
    if (error) return {};
    std::string name = (where / "upload-XXXXXX").string();
    OpenFile file{::mkostemp(name.data(), O_CLOEXEC)};
    if (file.is_open()) ::unlink(name.c_str());
    return file;
}

}  // namespace

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<ProtocolError> BodyStore::append(std::string_view bytes, std::string& body) {
    if (bytes.size() > plan_.limit - size_) return too_large;
    size_ += bytes.size();
    if (file_.is_open()) return write(bytes);
    if (plan_.spool && size_ > options_.spool_above) {
        file_ = nameless_file(options_.spool_folder);
        if (!file_.is_open()) return no_space;
        const auto error = write(body);
        body = std::string{};
        memory_.used -= std::exchange(counted_, 0);
        return error ? error : write(bytes);
    }
    if (bytes.size() > memory_.limit - std::min(memory_.used.load(), memory_.limit)) return busy;
    memory_.used += bytes.size();
    counted_ += bytes.size();
    body.append(bytes);
    return std::nullopt;
}

std::optional<ProtocolError> BodyStore::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(file_.descriptor(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return no_space;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return std::nullopt;
}

std::string BodyStore::file_name() const {
    if (!file_.is_open()) return {};
    return "/proc/self/fd/" + std::to_string(file_.descriptor());
}

}  // namespace http
