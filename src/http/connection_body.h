// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include "http/connection_parser.h"
#include "http/server.h"

namespace http {

// The memory that all bodies together take. Changed by the loop only.
struct BodyMemory {
    std::size_t limit = 0;
    std::atomic<std::size_t> used = 0;
};

// An open file, closed in the end.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {}
    OpenFile(OpenFile&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~OpenFile();

    int descriptor() const { return descriptor_; }
    bool is_open() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

// Where the body of a request is gathered: in memory, and beyond some size in a file without a name, which is gone with
// the last descriptor even if the machine is switched off.
class BodyStore {
public:
    BodyStore(const ServerOptions& options, const BodyPlan& plan, BodyMemory& memory)
        : options_{options}, plan_{plan}, memory_{memory} {}
    BodyStore(const BodyStore&) = delete;
    BodyStore& operator=(const BodyStore&) = delete;
    ~BodyStore() { memory_.used -= counted_; }

    // 413 beyond the plan's limit, 503 when memory is short, 507 when the disk is.
    std::optional<ProtocolError> append(std::string_view bytes, std::string& body);
    std::size_t size() const { return size_; }
    const BodyPlan& plan() const { return plan_; }
    // "" when all is in memory.
    std::string file_name() const;
    const OpenFile& file() const { return file_; }

private:
    std::optional<ProtocolError> write(std::string_view bytes);

    const ServerOptions& options_;
    BodyPlan plan_;
    BodyMemory& memory_;
    std::size_t counted_ = 0;
    std::size_t size_ = 0;
    OpenFile file_;
};

}  // namespace http
