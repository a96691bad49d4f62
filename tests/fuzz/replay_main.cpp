// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs a fuzz target on every file of a folder: what a fuzzer once found is not found again.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    int files = 0;
    if (count == 2 && std::filesystem::is_directory(arguments[1]))
        for (const auto& entry : std::filesystem::directory_iterator{arguments[1]}) {
            std::ifstream file{entry.path(), std::ios::binary};
            const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
            std::printf("%s\n", entry.path().filename().c_str());
            std::fflush(stdout);
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
            ++files;
        }
    std::printf("%d passed\n", files);
    return files > 0 ? 0 : 1;
}
