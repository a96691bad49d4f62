// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <charconv>

#include "base/check.h"

namespace base {
namespace {

// How many of the first bytes are one character of valid UTF-8; 0 when they are none.
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const auto follows = [&](std::size_t i, unsigned from = 0x80, unsigned to = 0xBF) {
        return byte(i) >= from && byte(i) <= to;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool is_second_right = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        return is_second_right && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool is_second_right = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
        return is_second_right && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

// What a stranger sent can stand in a log, but must not begin a line of its own there.
void append_text(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    while (!text.empty()) {
        const auto size = character_size(text);
        const char c = text[0];
        if (size == 0) {
            out += "\xEF\xBF\xBD";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        } else {
            out += text.substr(0, size);
        }
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    out += '"';
}

spdlog::level::level_enum theirs(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

}  // namespace

void append_log_line(std::string& out, std::string_view event, std::span<const LogField> fields) {
    out += R"("event":)";
    append_text(out, event);
    for (const auto& field : fields) {
        out += ',';
        append_text(out, field.name_);
        out += ':';
        if (field.kind_ == LogField::Kind::text) {
            append_text(out, field.text_);
        } else if (field.kind_ == LogField::Kind::truth) {
            out += field.number_ != 0 ? "true" : "false";
        } else {
            char digits[24];
            out.append(digits, std::to_chars(digits, digits + sizeof digits, field.number_).ptr);
        }
    }
}

class Log::Implementation {
public:
    explicit Implementation(spdlog::sink_ptr sink) : logger{"", std::move(sink)} {}

    spdlog::logger logger;
    std::atomic<std::int64_t> flushed_at{0};  // In seconds of the steady clock.
};

Log::Log(const LogOptions& options) {
    try {
        spdlog::sink_ptr sink;
        if (options.file.empty())
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        else
            sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(options.file, options.bytes_max,
                                                                          options.files_max);
        implementation_ = std::make_unique<Implementation>(std::move(sink));
    } catch (const spdlog::spdlog_ex& error) {
        throw Fault{"Không ghi được nhật ký " + options.file + ": " + error.what()};
    }
    auto& logger = implementation_->logger;
    logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc));
    logger.set_level(theirs(options.level));
    logger.flush_on(spdlog::level::warn);
    logger.set_error_handler([](const std::string&) {});
}

Log::~Log() { implementation_->logger.flush(); }

bool Log::writes(LogLevel level) const { return implementation_->logger.should_log(theirs(level)); }

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) const {
    if (!writes(level)) return;
    std::string line;
    append_log_line(line, event, {fields.begin(), fields.size()});
    auto& logger = implementation_->logger;
    logger.log(theirs(level), spdlog::string_view_t{line.data(), line.size()});
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    if (implementation_->flushed_at.exchange(now) != now) logger.flush();
}

}  // namespace base
