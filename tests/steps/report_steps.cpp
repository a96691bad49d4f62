// SPDX-License-Identifier: AGPL-3.0-or-later
#include <map>

#include "reports/fill.h"
#include "reports/letterhead.h"
#include "tests/support/scenario.h"

namespace {

using scenario::expect_equal;
using scenario::Given;

struct World {
    reports::Scope scope{.issuer = {"DH", "Đảng bộ thành phố Đông Hà", "district", {}}, .year = 2020};
    std::map<std::string, std::int64_t> numbers;  // By name; what is not there is 0.

    reports::Document document() const {
        return reports::fill(reports::year_end, scope, [&](const reports::Question& question) {
            figures::Answer answer;
            if (question.year != scope.year) return answer;
            for (const auto& [name, value] : numbers) {
                const auto share = *reports::parse_share(name);
                if (share.figure != question.figure->name) continue;
                if (share.by.empty()) answer.value = value;
                if (!share.by.empty() && share.by == question.by) answer.by.push_back({std::string{share.code}, value});
            }
            return answer;
        });
    }
};

// Empty where the report has nothing to say.
std::string sentence_of(const reports::Document& document, std::string_view name) {
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* sentence = std::get_if<reports::FilledSentence>(&block); sentence && sentence->name == name)
                return sentence->text();
    return {};
}

void sentences(scenario::Sentences<World>& s) {
    s.add("các số liệu năm {int}:", [](World& world, const Given& given) {
        world.scope.year = static_cast<int>(given.integer(0));
        const auto& table = given.table();
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto& name = table.at(row, "số liệu");
            if (!reports::parse_share(name)) throw scenario::Failed{"không có số liệu “" + name + "”"};
            world.numbers[name] = scenario::to_integer(table.at(row, "giá trị"));
        }
    });
    s.add("câu {string} là {string}",
          [](World& world, const Given& given) { expect_equal(sentence_of(world.document(), given[0]), given[1]); });
    s.add("tổ chức {string} loại {string}", [](World& world, const Given& given) {
        world.scope.issuer.name = given[0];
        world.scope.issuer.kind = given[1];
    });
    s.add("cơ quan ban hành là {string}, địa danh {string}, ký hiệu {string}", [](World& world, const Given& given) {
        const auto head = reports::letterhead(world.document());
        expect_equal(head.issuer, given[0]);
        expect_equal(head.date.substr(0, head.date.find(',')), given[1]);
        expect_equal(head.number, given[2]);
    });
}

}  // namespace

SCENARIOS(World, sentences, "reports/sentences.feature")
