// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/output.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/check.h"
#include "base/messages.h"

namespace cli {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_line(std::string_view text) {
    print(text);
    print("\n");
}

void print_error(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

int refuse(const base::Refusal& refusal) {
    print_error(base::message(refusal));
    return Exit::answer_is_no;
}

void write_file(const std::string& path, std::string_view content) {
    const std::string unfinished = path + ".part";
    {
        std::ofstream file{unfinished, std::ios::binary};
        file.write(content.data(), static_cast<std::streamsize>(content.size()));
        file.flush();
        if (!file) throw base::Fault{"Không ghi được tệp " + path};
    }
    std::filesystem::rename(unfinished, path);
}

std::string read_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) throw base::Fault{"Không đọc được tệp " + path};
    return content.str();
}

}  // namespace cli
