// SPDX-License-Identifier: AGPL-3.0-or-later
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/maintenance.h"

namespace store {
namespace {

namespace fs = std::filesystem;

class TrialFolder {
public:
    explicit TrialFolder(const std::string& inside) : path_{inside + "/khoi-phuc-thu-XXXXXX"} {
        fs::create_directories(inside);
        if (!::mkdtemp(path_.data()))
            throw base::Fault{"Không tạo được thư mục trong " + inside + ": " + std::strerror(errno) + "."};
    }
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;
    ~TrialFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::string text_of(const std::string& file) {
    std::ifstream input{file, std::ios::binary};
    if (!input) throw base::Fault{"Không đọc được tệp " + file + ": " + std::strerror(errno) + "."};
    std::ostringstream text;
    text << input.rdbuf();
    return std::move(text).str();
}

}  // namespace

base::Result<Drill> restore_drill(const std::string& file, const std::string& folder,
                                  std::span<const schema::RecordType* const> types, const BackupKey* key) {
    const auto head = TRY(parse_head(text_of(file + ".head")));
    const TrialFolder trial{folder};
    const Address address{trial.path()};
    TRY(restore(file, address, types, key));
    const auto store = Store::open(address, types, false);
    Drill drill{.findings = verify(*store, head), .sequence = head.sequence, .made_at_ms = head.at_ms};
    for (const auto* type : types) drill.rows += store->count(*type, {});
    return drill;
}

}  // namespace store
