// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace base {

enum class LogLevel { debug, info, warning, error };

// One value of a line: text (made valid UTF-8 and escaped), a whole number or a truth.
class LogField {
public:
    LogField(std::string_view name, std::string_view text) : name_{name}, text_{text} {}
    LogField(std::string_view name, const char* text) : LogField{name, std::string_view{text}} {}
    LogField(std::string_view name, const std::string& text) : LogField{name, std::string_view{text}} {}
    template <std::integral Number>
    LogField(std::string_view name, Number number)
        : name_{name}, number_{static_cast<std::int64_t>(number)}, kind_{Kind::number} {}
    LogField(std::string_view name, bool truth) : name_{name}, number_{truth}, kind_{Kind::truth} {}

private:
    friend void append_log_line(std::string& out, std::string_view event, std::span<const LogField> fields);
    enum class Kind { text, number, truth };

    std::string_view name_;
    std::string_view text_;
    std::int64_t number_ = 0;
    Kind kind_ = Kind::text;
};

struct LogOptions {
    std::string file;  // "" = standard error.
    LogLevel level = LogLevel::info;
    // A file that has grown to so many bytes is renamed to file.1.log and so on, and a new one begun.
    std::size_t bytes_max = 64 << 20;
    std::size_t files_max = 10;
};

// The program's log (nhật ký vận hành): JSON lines for machines to collect,
//     {"time":"2026-11-21T23:14:43.123Z","level":"info","event":"http.request","status":200}
// Not the audit, which is in the store. Personal data does not belong here. Any thread may write. Lines are written at
// once from warnings upward, others at the latest after a second.
class Log {
public:
    // Throws Fault when the file cannot be opened.
    explicit Log(const LogOptions& options);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    bool writes(LogLevel level) const;
    // `event` says what happened, dotted: "http.request". A full disk loses lines, never the program.
    void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {}) const;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// The inside of a line, without time and level: "event":"…","name":…
void append_log_line(std::string& out, std::string_view event, std::span<const LogField> fields);

}  // namespace base
