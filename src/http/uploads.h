// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/uuid.h"
#include "http/message.h"

namespace http {

// A file that someone sent, waiting to be used.
struct Upload {
    base::Uuid id;
    base::Uuid account;  // Only this account may use it.
    std::string file_name;
    std::string path;
    std::int64_t size = 0;
    std::int64_t at_ms = 0;
};

// What one account may keep.
struct UploadLimits {
    std::size_t files = 20;
    std::int64_t bytes = std::int64_t{1} << 30;
};

// Files between two requests: what was sent to be imported, what was made to be fetched. They lie in one folder that
// only this user may read and that goes when the server ends. May be used from any thread.
class Uploads {
public:
    // A folder of its own inside `parent` (the system's folder for temporary files when empty).
    explicit Uploads(const std::filesystem::path& parent, UploadLimits of_one_account = {});
    ~Uploads();

    // Keeps the body of a request. Dropped are what is older than a day, and the oldest of that account beyond the
    // limits, so that nobody fills the disk. Throws base::Fault when it is full.
    Upload keep(const base::Uuid& account, std::string file_name, const Request& request, std::int64_t now_ms);
    std::optional<Upload> find(const base::Uuid& id, const base::Uuid& account) const;

    // A path for a new file of that ending.
    std::string new_path(std::string_view extension);

private:
    static void remove(const Upload& upload);
    void drop_before(std::int64_t at_ms);
    void make_room(const base::Uuid& account, std::int64_t bytes);  // For one more of that size.

    UploadLimits limits_;
    std::filesystem::path folder_;
    mutable std::mutex mutex_;
    base::UuidGenerator ids_;
    std::map<base::Uuid, Upload> uploads_;
};

}  // namespace http
