// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/static_files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <charconv>
#include <climits>
#include <cstdlib>
#include <optional>

#include "http/connection_head.h"

namespace http {
namespace {

constexpr std::string_view assets = "/assets/";

struct Kind {
    std::string_view extension;
    std::string_view type;
};
constexpr Kind kinds[] = {
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
    {"map", "application/json; charset=utf-8"},
    {"webmanifest", "application/manifest+json; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"webp", "image/webp"},
    {"ico", "image/vnd.microsoft.icon"},
    {"woff2", "font/woff2"},
    {"woff", "font/woff"},
    {"ttf", "font/ttf"},
    {"wasm", "application/wasm"},
    {"pdf", "application/pdf"},
};

// No part is empty, begins with a dot, or hides a separator: so no "..", and no ".git".
bool is_harmless(std::string_view path) {
    using namespace std::string_view_literals;
    if (!path.starts_with('/') || path.find_first_of("\\\0"sv) != path.npos) return false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '/') continue;
        const auto next = path.substr(i + 1);
        if (next.starts_with('.') || next.starts_with('/')) return false;
    }
    return true;
}

struct Found {
    std::string file;
    struct stat facts {};
    std::string_view encoding;
};

// A regular file in the folder; a link out of it leads nowhere.
std::optional<struct stat> regular_file(const std::string& file, const std::string& folder) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    char real_file[PATH_MAX];
    char real_folder[PATH_MAX];
    if (!::realpath(file.c_str(), real_file) || !::realpath(folder.c_str(), real_folder)) return std::nullopt;
    const std::string_view inside{real_file}, outside{real_folder};
    if (!inside.starts_with(outside) || (inside.substr(outside.size()).substr(0, 1) != "/" && outside != "/"))
        return std::nullopt;
    return facts;
}

std::optional<Found> find_file(const std::string& folder, std::string_view path, std::string_view accepts) {
    std::string plain = folder;
    plain += path;
    const auto facts = regular_file(plain, folder);
    if (!facts) return std::nullopt;
    static constexpr std::pair<std::string_view, std::string_view> packed[] = {{"br", ".br"}, {"gzip", ".gz"}};
    for (const auto& [encoding, suffix] : packed) {
        if (!accepts_encoding(accepts, encoding)) continue;
        std::string file = plain;
        file += suffix;
        // One that is older than the file was made from another.
        if (const auto packed_facts = regular_file(file, folder);
            packed_facts && packed_facts->st_mtime >= facts->st_mtime)
            return Found{std::move(file), *packed_facts, encoding};
    }
    return Found{std::move(plain), *facts, {}};
}

std::string tag_of(const Found& found) {
    std::string tag = "\"";
    const auto append = [&tag](std::uint64_t number, char after) {
        char digits[16];
        tag.append(digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr);
        tag += after;
    };
    append(static_cast<std::uint64_t>(found.facts.st_mtim.tv_sec), '-');
    append(static_cast<std::uint64_t>(found.facts.st_mtim.tv_nsec), '-');
    append(static_cast<std::uint64_t>(found.facts.st_size), '"');
    if (!found.encoding.empty()) tag.insert(tag.size() - 1, std::string{"-"}.append(found.encoding));
    return tag;
}

// If-None-Match holds "*" or a list of tags, of which each may be marked as weak.
bool is_known(std::string_view if_none_match, std::string_view tag) {
    return if_none_match == "*" || if_none_match.find(tag) != if_none_match.npos;
}

Response refusal(unsigned status) {
    Response response{status};
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}};
    response.body = status == 405 ? "Chỉ đọc được trang này.\n" : "Không có trang này.\n";
    if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
    const auto dot = path.rfind('.');
    if (dot != path.npos)
        for (const auto& [extension, type] : kinds)
            if (same_token(path.substr(dot + 1), extension)) return type;
    return "application/octet-stream";
}

Response static_file(const Request& request, const std::string& folder) {
    if (request.method != "GET" && request.method != "HEAD") return refusal(405);
    std::string path = percent_decoded(request.path);
    if (!is_harmless(path)) return refusal(404);
    const auto accepts = request.header("Accept-Encoding");
    std::optional<Found> found;
    if (!path.ends_with('/')) found = find_file(folder, path, accepts);
    if (!found) {
        // A code of an organisation may hold points; a browser that opens a page says that it wants HTML.
        const bool has_dot = path.find('.', path.rfind('/')) != path.npos;
        const bool wants_page = request.header("Accept").find("text/html") != std::string_view::npos;
        const bool is_place = (!has_dot || wants_page) && !path.starts_with(assets);
        if (!is_place) return refusal(404);
        path = "/index.html";
        found = find_file(folder, path, accepts);
        if (!found) return refusal(404);
    }
    Response response;
    const auto tag = tag_of(*found);
    const bool is_for_ever = path.starts_with(assets);
    response.headers = {
        {"ETag", tag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", is_for_ever ? "public, max-age=31536000, immutable" : "no-cache"},
    };
    if (is_known(request.header("If-None-Match"), tag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", content_type_of(path));
    if (!found->encoding.empty()) response.headers.emplace_back("Content-Encoding", found->encoding);
    response.file = std::move(found->file);
    return response;
}

}  // namespace http
