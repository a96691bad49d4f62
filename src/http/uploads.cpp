// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/uploads.h"

#include <cstdlib>
#include <fstream>

#include "base/check.h"

namespace http {

namespace fs = std::filesystem;

Uploads::Uploads(const fs::path& parent, UploadLimits of_one_account) : limits_{of_one_account} {
    auto pattern = ((parent.empty() ? fs::temp_directory_path() : parent) / "kientoan-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw base::Fault{"Không tạo được thư mục tạm " + pattern};
    folder_ = pattern;
}

Uploads::~Uploads() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string Uploads::new_path(std::string_view extension) {
    const std::lock_guard lock{mutex_};
    return (folder_ / (base::to_string(ids_.next()) + std::string{extension})).string();
}

Upload Uploads::keep(const base::Uuid& account, std::string file_name, const Request& request, std::int64_t now_ms) {
    // In a folder of its own, under the name that the user knows: readers go by its ending, reports by the whole of it.
    Upload upload{.account = account, .file_name = fs::path{file_name}.filename().string(), .at_ms = now_ms};
    if (upload.file_name.size() > 200 || upload.file_name.empty() || upload.file_name[0] == '.')
        upload.file_name = "tep" + fs::path{file_name}.extension().string().substr(0, 6);
    const fs::path own_folder = new_path("");
    fs::create_directory(own_folder);
    upload.path = (own_folder / upload.file_name).string();
    std::ofstream out{upload.path, std::ios::binary};
    if (request.body_file.empty())
        out << request.body;
    else
        out << std::ifstream{request.body_file, std::ios::binary}.rdbuf();
    out.close();
    if (!out) throw base::Fault{"Không ghi được tệp tạm " + upload.path};
    upload.size = static_cast<std::int64_t>(fs::file_size(upload.path));

    const std::lock_guard lock{mutex_};
    drop_before(now_ms - 86'400'000);
    make_room(account, upload.size);
    upload.id = ids_.next();
    uploads_.emplace(upload.id, upload);
    return upload;
}

std::optional<Upload> Uploads::find(const base::Uuid& id, const base::Uuid& account) const {
    const std::lock_guard lock{mutex_};
    const auto found = uploads_.find(id);
    if (found == uploads_.end() || found->second.account != account) return {};
    return found->second;
}

void Uploads::remove(const Upload& upload) {
    std::error_code ignored;
    fs::remove_all(fs::path{upload.path}.parent_path(), ignored);
}

void Uploads::drop_before(std::int64_t at_ms) {
    std::erase_if(uploads_, [at_ms](const auto& entry) {
        if (entry.second.at_ms >= at_ms) return false;
        remove(entry.second);
        return true;
    });
}

void Uploads::make_room(const base::Uuid& account, std::int64_t bytes) {
    // Ids rise with time, so the last are the newest.
    std::size_t count = 1;
    for (auto at = uploads_.end(); at != uploads_.begin();) {
        --at;
        if (at->second.account != account) continue;
        bytes += at->second.size;
        if (++count <= limits_.files && bytes <= limits_.bytes) continue;
        remove(at->second);
        at = uploads_.erase(at);
    }
}

}  // namespace http
