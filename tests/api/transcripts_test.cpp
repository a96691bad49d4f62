// SPDX-License-Identifier: AGPL-3.0-or-later
// Transcripts (bản ghi hội thoại): what is asked in tests/api/transcripts/*.txt, line by line, and what came back, with
// the entries of the audit and of the access log that it left. A line is "account METHOD target [JSON body]"; {names}
// are those of the test city, and {last} the id of the last answer. What came back is golden: tests/golden/api.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "schema/openapi.h"
#include "store/access_log.h"
#include "tests/api/api_server.h"
#include "tests/support/golden.h"

namespace {

namespace json = boost::json;

// Ids, tokens and digests differ from run to run: each becomes its number in order of appearance.
class Names {
public:
    std::string replace(std::string_view text) {
        std::string out;
        for (std::size_t i = 0; i < text.size();) {
            if (text.size() - i >= 36 && base::parse_uuid(text.substr(i, 36))) {
                const auto [found, is_new] = names_.try_emplace(std::string{text.substr(i, 36)}, names_.size() + 1);
                out.append("<id ").append(std::to_string(found->second)).append(">");
                i += 36;
            } else {
                out += text[i++];
            }
        }
        return out;
    }

private:
    std::map<std::string, std::size_t> names_;
};

// What is no part of what is promised.
void hide_chance(json::value& value) {
    if (auto* object = value.if_object()) {
        for (auto& [name, member] : *object)
            if (name == "csrf" || name == "password" || name == "secret" || name == "uri" || name == "head" ||
                name == "next")
                member = "<" + std::string{name} + ">";
            else
                hide_chance(member);
    } else if (auto* array = value.if_array()) {
        for (auto& member : *array) hide_chance(member);
    }
}

std::string readable(const std::string& body) {
    boost::system::error_code error;
    auto value = json::parse(body, error);
    if (error) return "(" + std::to_string(body.size()) + " byte)\n";
    hide_chance(value);
    return schema::to_readable_text(value);
}

class Transcript {
public:
    std::string play(const std::filesystem::path& file) {
        std::ifstream lines{file};
        std::string out;
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.starts_with('#'))
                out.append(line).append("\n");
            else
                out += exchange(filled(line));
        }
        return out;
    }

private:
    std::string exchange(const std::string& line) {
        const auto word = [&](std::size_t& at) {
            const auto end = std::min(line.find(' ', at), line.size());
            auto text = line.substr(at, end - at);
            at = std::min(end + 1, line.size());
            return text;
        };
        std::size_t at = 0;
        auto account = word(at);
        const auto method = word(at);
        const auto target = word(at);
        if (account == "-") account.clear();
        skip_logs();
        const auto answer = server_.ask_text(account, method, target, line.substr(at));
        if (auto id = api_test::json_text(answer, "id"); !id.empty()) last_ = std::move(id);
        std::string out = "> " + names_.replace(line) + "\n< " + answer.substr(0, 3) + "\n";
        if (answer.size() > 4) out += names_.replace(readable(answer.substr(4)));
        return out + names_.replace(logged()) + "\n";
    }

    std::string filled(std::string line) const {
        const std::pair<std::string_view, const std::string&> names[] = {
            {"{grassroots}", server_.home_grassroots}, {"{cell}", server_.home_cell},
            {"{member}", server_.home_member},         {"{foreign_member}", server_.foreign_member},
            {"{foreign_cell}", server_.foreign_cell},  {"{last}", last_}};
        for (const auto& [name, value] : names)
            for (auto found = line.find(name); found != line.npos; found = line.find(name))
                line.replace(found, name.size(), value);
        return line;
    }

    void skip_logs() { logged(); }

    // The audit entries and lines of the access log since the last call.
    std::string logged() {
        std::string out;
        std::vector<store::AuditEntry> entries;
        server_.store().scan_audit([&](const store::AuditEntry& entry) { entries.push_back(entry); }, audit_);
        std::reverse(entries.begin(), entries.end());
        for (const auto& entry : entries) {
            audit_ = entry.sequence;
            out.append("nhật ký: ").append(entry.intent.actor).append(" ").append(entry.intent.action);
            const auto changes = json::parse(entry.changes).as_array();
            for (const auto& change : changes)
                out.append(" · ").append(change.at("op").as_string()).append(" ").append(change.at("type").as_string());
            out += "\n";
        }
        server_.application().accesses().flush();
        std::vector<std::string> reads;
        store::scan_reads(server_.store(), {}, [&](const base::Uuid&, const store::AccessLine& line) {
            reads.push_back("truy cập: " + line.actor + " " + line.action + " " + line.record_type + " " +
                            (line.record_id ? base::to_string(*line.record_id) : "") + "\n");
        });
        for (auto i = reads.size() - accesses_; i-- > 0;) out += reads[i];
        accesses_ = reads.size();
        return out;
    }

    api_test::ApiServer server_;
    Names names_;
    std::string last_;
    std::int64_t audit_ = 0;
    std::size_t accesses_ = 0;
};

class Transcripts : public ::testing::TestWithParam<std::string> {};

TEST_P(Transcripts, SayWhatTheySaid) {
    Transcript transcript;
    support::check_golden("api/" + GetParam() + ".txt",
                          transcript.play("tests/api/transcripts/" + GetParam() + ".txt"));
}

std::vector<std::string> files() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{"tests/api/transcripts"})
        names.push_back(entry.path().stem());
    std::sort(names.begin(), names.end());
    return names;
}

INSTANTIATE_TEST_SUITE_P(Files, Transcripts, ::testing::ValuesIn(files()), [](const auto& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
