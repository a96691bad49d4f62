// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx_text.h"

#include "formats/xml_stream.h"
#include "formats/zip.h"

namespace formats {
namespace {

constexpr ZipLimits limits{.entry_bytes = std::uint64_t{64} << 20, .total_bytes = std::uint64_t{256} << 20};

// Collects the text of word/document.xml.
class TextHandler : public XmlHandler {
public:
    explicit TextHandler(std::size_t text_max) : text_max_{text_max} {}

    base::Result<void> on_start(std::string_view name, const XmlAttributes&) override {
        if (name == "t") is_text_ = hidden_ == 0;
        if (name == "tab" && in_run_) text_ += '\t';
        if (name == "br" || name == "cr") text_ += '\n';
        if (name == "noBreakHyphen") text_ += '-';
        if (name == "p") in_paragraph_ = true;
        if (name == "r") in_run_ = true;
        if (name == "numPr" && in_paragraph_) text_ += "- ";
        // A text box is written twice, the second time for old programs.
        if (name == "del" || name == "Fallback") ++hidden_;
        if (name == "tc") ++cell_;
        return {};
    }
    base::Result<void> on_end(std::string_view name) override {
        if (name == "t") is_text_ = false;
        if (name == "p") {
            text_ += cell_ > 0 ? ' ' : '\n';
            in_paragraph_ = false;
        }
        if (name == "tc") --cell_, text_ += '\t';
        if (name == "tr") text_ += '\n';
        if (name == "r") in_run_ = false;
        if (name == "del" || name == "Fallback") --hidden_;
        if (text_.size() > text_max_) return base::Refusal{"file.too_large", {"", std::to_string(text_max_)}, {}};
        return {};
    }
    void on_text(std::string_view text) override {
        if (is_text_ && text_.size() <= text_max_) text_ += text;
    }
    std::string take() { return std::move(text_); }

private:
    std::size_t text_max_;
    std::string text_;
    bool is_text_ = false, in_paragraph_ = false, in_run_ = false;
    int hidden_ = 0, cell_ = 0;
};

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

base::Result<std::string> docx_text(std::string_view document, std::size_t text_max) {
    const auto zip = TRY(ZipReader::open_bytes(std::string{document}, limits));
    const auto* part = zip.find("word/document.xml");
    if (!part) return base::Refusal{"file.not_a_document", {}, {}};
    TextHandler handler{text_max};
    TRY(parse_xml(zip, *part, handler));
    return handler.take();
}

}  // namespace formats
