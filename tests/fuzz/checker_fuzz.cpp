// SPDX-License-Identifier: AGPL-3.0-or-later
// Any bytes are a text; every figure named stands where it is said to stand, and findings are valid UTF-8.
#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "checker/check_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const bool is_utf8 = base::is_valid_utf8(text);
    for (const auto& finding : checker::check_text(text)) {
        CHECK(!finding.figures.empty() && !finding.explanation.empty() && !finding.sentence.empty());
        CHECK(text.find(finding.sentence) != text.npos);
        CHECK(!is_utf8 || (base::is_valid_utf8(finding.sentence) && base::is_valid_utf8(finding.explanation)));
        for (const auto& figure : finding.figures) {
            CHECK(figure.begin < figure.end && figure.end <= text.size());
            CHECK(text.substr(figure.begin, figure.end - figure.begin) == figure.text);
        }
    }
    return 0;
}
