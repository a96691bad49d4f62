// SPDX-License-Identifier: AGPL-3.0-or-later
#include <sys/stat.h>

#include <boost/json.hpp>
#include <fstream>

#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;

class Audit : public BothEngines {
protected:
    std::vector<store::AuditEntry> entries(const std::optional<base::Uuid>& touching = {}) {
        std::vector<store::AuditEntry> entries;
        open().scan_audit([&](const store::AuditEntry& entry) { entries.push_back(entry); }, 0, touching);
        return entries;
    }

    // Three single rows in two entries, then a batch of ten, then a correction and an erasure.
    void fill() {
        auto& store = open();
        an_ = an_owner("An", "1"), binh_ = an_owner("Bình", "2"), chi_ = an_owner("Chi", "3");
        an_.score = 5;
        commit(
            [&](store::Transaction& transaction) { must_insert(transaction, an_), must_insert(transaction, binh_); });
        commit([&](store::Transaction& transaction) { must_insert(transaction, chi_); });
        commit([&](store::Transaction& transaction) {
            for (int i = 0; i < 10; ++i) {
                auto record = schema::to_record(an_owner("Người " + std::to_string(i), "n" + std::to_string(i)));
                ASSERT_TRUE(transaction.insert_bulk(record));
                bulk_.push_back(record.id);
            }
        });
        commit([&](store::Transaction& transaction) {
            binh_.name = "Bình Nguyên";
            ASSERT_TRUE(transaction.correct(binh_));
            ASSERT_TRUE(transaction.erase(Owner::type, chi_.id.value, 1));
        });
        ASSERT_EQ(codes(store::verify(store)), "");
    }

    template <class Act>
    std::int64_t commit(const Act& act) {
        auto with_basis = intent("action");
        with_basis.reason = "vì \"lý do\"";
        with_basis.article = "Điều 5";
        with_basis.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
        auto transaction = open().begin(with_basis);
        act(*transaction);
        return transaction->commit();
    }

    // "code type/id" of each finding; what was said of the entries first.
    static std::string codes(const std::vector<store::Finding>& findings) {
        std::string text;
        for (const auto& finding : findings) {
            EXPECT_FALSE(finding.message.empty());
            text += (text.empty() ? "" : " ") + finding.code + ":" + finding.type + (finding.type.empty() ? "" : "/") +
                    finding.id;
        }
        return text;
    }
    std::string verified(const std::optional<store::Head>& head = {}) { return codes(store::verify(open(), head)); }
    static std::string row(const base::Uuid& id) { return "sample_owner/" + base::to_string(id); }

    std::string literal(const base::Uuid& id) const {
        auto digits = base::to_string(id);
        if (!is_sqlite()) return "'" + digits + "'";
        std::erase(digits, '-');
        return "x'" + digits + "'";
    }

    Owner an_, binh_, chi_;
    std::vector<base::Uuid> bulk_;
};

TEST_P(Audit, an_entry_says_who_when_why_and_what) {
    fill();
    const auto all = entries();
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0].sequence, 4);
    EXPECT_EQ(all[0].intent.action, "action");
    EXPECT_EQ(all[0].intent.actor, "cli:lan");
    EXPECT_EQ(all[0].intent.at_ms, 1'700'000'000'000);
    EXPECT_EQ(all[0].intent.reason, "vì \"lý do\"");
    EXPECT_EQ(all[0].intent.article, "Điều 5");
    EXPECT_EQ(base::to_string(*all[0].intent.decision_id), "01234567-89ab-7def-8123-456789abcdef");
    EXPECT_EQ(all[0].previous_hash, all[1].hash);
    EXPECT_EQ(all[3].previous_hash, std::string(64, '0'));
    EXPECT_EQ(all[3].hash.size(), 64u);

    const auto an = base::to_string(an_.id.value), binh = base::to_string(binh_.id.value),
               chi = base::to_string(chi_.id.value);
    EXPECT_EQ(all[3].changes, R"([{"op":"insert","type":"sample_owner","id":")" + an + R"(","after":{"id":")" + an +
                                  R"(","version":1,"name":"An","number":"1","score":5}},)" +
                                  R"({"op":"insert","type":"sample_owner","id":")" + binh + R"(","after":{"id":")" +
                                  binh + R"(","version":1,"name":"Bình","number":"2"}}])");
    EXPECT_EQ(all[0].changes, R"([{"op":"correct","type":"sample_owner","id":")" + binh + R"(","before":{"id":")" +
                                  binh + R"(","version":1,"name":"Bình","number":"2"},"after":{"id":")" + binh +
                                  R"(","version":2,"name":"Bình Nguyên","number":"2"}},)" +
                                  R"({"op":"erase","type":"sample_owner","id":")" + chi + R"(","before":{"id":")" +
                                  chi + R"(","version":1,"name":"Chi","number":"3"}}])");
    const auto batch = boost::json::parse(all[1].changes).as_array();
    ASSERT_EQ(batch.size(), 1u);
    EXPECT_EQ(batch[0].at("op").as_string(), "insert");
    EXPECT_EQ(batch[0].at("type").as_string(), "sample_owner");
    EXPECT_EQ(batch[0].at("rows").as_int64(), 10);
    EXPECT_EQ(batch[0].at("digest").as_string().size(), 64u);
}

TEST_P(Audit, the_entries_of_one_record_are_found) {
    fill();
    const auto of = [&](const base::Uuid& id) {
        std::vector<std::int64_t> numbers;
        for (const auto& entry : entries(id)) numbers.push_back(entry.sequence);
        return numbers;
    };
    EXPECT_EQ(of(binh_.id.value), (std::vector<std::int64_t>{4, 1}));
    EXPECT_EQ(of(chi_.id.value), (std::vector<std::int64_t>{4, 2}));
    EXPECT_EQ(of(bulk_[3]), (std::vector<std::int64_t>{3}));
    std::vector<std::int64_t> later;
    open().scan_audit([&](const store::AuditEntry& entry) { later.push_back(entry.sequence); }, 2);
    EXPECT_EQ(later, (std::vector<std::int64_t>{4, 3}));
}

TEST_P(Audit, a_change_edited_in_any_column_of_an_entry_is_named) {
    fill();
    const bool sqlite = is_sqlite();
    // One character or one byte of each column of entry 2.
    const std::vector<std::pair<std::string, std::string>> edits{
        {"at_ms", "at_ms + 1"},
        {"action", "'actiom'"},
        {"actor", "'cli:lam'"},
        {"reason", "'vì \"lý dp\"'"},
        {"article", "'Điều 6'"},
        {"decision_id", sqlite ? "x'0123456789ab7def8123456789abcdee'" : "'01234567-89ab-7def-8123-456789abcdee'"},
        {"changes", "replace(changes, 'Chi', 'Chj')"},
        {"row_list", sqlite
                         ? "substr(row_list, 1, length(row_list) - 1) || x'00'"
                         : "set_byte(row_list, length(row_list) - 1, 255 - get_byte(row_list, length(row_list) - 1))"},
        {"previous_hash",
         sqlite ? "x'00' || substr(previous_hash, 2)" : "set_byte(previous_hash, 0, 255 - get_byte(previous_hash, 0))"},
        {"hash", sqlite ? "x'00' || substr(hash, 2)" : "set_byte(hash, 0, 255 - get_byte(hash, 0))"},
    };
    for (const auto& [column, edited] : edits) {
        run_sql("create table kept as select * from audit_entry where sequence = 2");
        // SQLite joins bytes with || as text: say that they are bytes.
        const auto value = sqlite && edited.find("||") != std::string::npos ? "cast(" + edited + " as blob)" : edited;
        run_sql("update audit_entry set " + column + " = " + value + " where sequence = 2");
        const auto found = verified();
        EXPECT_TRUE(found.find("audit.hash:2") != std::string::npos) << column << ": " << found;
        EXPECT_EQ(found.find("audit.hash:1"), std::string::npos) << column << ": " << found;
        run_sql("delete from audit_entry where sequence = 2");
        run_sql("insert into audit_entry select * from kept");
        run_sql("drop table kept");
        EXPECT_EQ(verified(), "") << column;
    }
    run_sql("update audit_entry set sequence = 12 where sequence = 2");
    EXPECT_NE(verified().find("audit.gap"), std::string::npos);
    run_sql("update audit_entry set sequence = 2 where sequence = 12");
    run_sql("update audit_entry set tenant = 2 where sequence = 2");
    EXPECT_NE(verified().find("audit.gap:3"), std::string::npos);
}

TEST_P(Audit, a_row_edited_behind_the_programs_back_is_named) {
    fill();
    const std::string table = "update sample_owner set ", of_an = " where id = " + literal(an_.id.value);
    for (const std::string edit :
         {"name = 'Am'", "score = 6", "score = null", "number = null", "version = 2", "joined_on = '2020-01-01'",
          "joined_on = 'hôm qua'", "active = 0", "active = 7", "name_fold = 'am'", "name_fold = null"}) {
        run_sql("create table kept as select * from sample_owner" + of_an);
        run_sql(table + edit + of_an);
        EXPECT_EQ(verified(), "row.edited:" + row(an_.id.value)) << edit;
        run_sql("delete from sample_owner" + of_an);
        run_sql("insert into sample_owner select * from kept");
        run_sql("drop table kept");
        ASSERT_EQ(verified(), "");
    }
    run_sql(table + "name = 'Ai'" + " where id = " + literal(bulk_[4]));
    EXPECT_EQ(verified(), "row.edited:" + row(bulk_[4]));
}

TEST_P(Audit, a_row_deleted_or_inserted_behind_the_programs_back_is_named) {
    fill();
    run_sql("delete from sample_owner where id = " + literal(binh_.id.value));
    run_sql("delete from sample_owner where id = " + literal(bulk_[9]));
    EXPECT_EQ(verified(), "row.missing:" + row(binh_.id.value) + " row.missing:" + row(bulk_[9]));
    // An erased row that comes back is unknown, and so is one that never was.
    run_sql("insert into sample_owner (tenant, id, name, version) values (1, " + literal(chi_.id.value) +
            ", 'Chi', 1)");
    EXPECT_NE(verified().find("row.unknown:" + row(chi_.id.value)), std::string::npos);
    run_sql("insert into sample_owner (tenant, id, name, version) values (3, " + literal(binh_.id.value) +
            ", 'Bình', 1)");
    EXPECT_NE(verified().find("row.unknown:" + row(binh_.id.value)), std::string::npos);
}

TEST_P(Audit, a_truncated_chain_is_found) {
    fill();
    const auto head = store::sign_head(open(), 1'700'000'001'000);
    EXPECT_EQ(verified(head), "");
    run_sql("delete from audit_entry where sequence = 4");
    EXPECT_NE(verified().find("audit.truncated:4"), std::string::npos);
    // Someone careful also rewinds the record of the end and takes back the rows: only the signed head tells.
    auto previous = entries().front().hash;
    run_sql("update audit_head set sequence = 3, hash = " +
            (is_sqlite() ? "x'" + previous + "'" : "'\\x" + previous + "'"));
    run_sql("update sample_owner set name = 'Bình', name_fold = '" + base::fold("Bình") +
            "', version = 1 where id = " + literal(binh_.id.value));
    run_sql("insert into sample_owner (tenant, id, name, name_fold, number, version) values (1, " +
            literal(chi_.id.value) + ", 'Chi', 'chi', '3', 1)");
    EXPECT_EQ(verified(), "");
    EXPECT_EQ(verified(head), "audit.truncated:4");
    // A new entry in its place has the same number and another hash.
    commit([&](store::Transaction& transaction) {
        auto owner = an_owner("Dung");
        must_insert(transaction, owner);
    });
    EXPECT_EQ(verified(), "");
    EXPECT_EQ(verified(head), "audit.rewritten:4");
}

TEST_P(Audit, a_missing_entry_and_a_wrong_end_are_found) {
    fill();
    run_sql("update audit_head set sequence = 3");
    EXPECT_EQ(verified(), "audit.head:3");
    run_sql("delete from audit_head");
    EXPECT_EQ(verified(), "audit.head:4");
    run_sql("delete from audit_entry where sequence = 1");
    EXPECT_EQ(verified().find("audit.gap:2"), 0u);
}

TEST_P(Audit, a_signed_head_comes_back_and_a_forged_one_is_refused) {
    fill();
    const auto head = store::sign_head(open(), 1'700'000'001'000);
    EXPECT_EQ(head.sequence, 4);
    EXPECT_EQ(head.hash, entries().front().hash);
    const auto text = store::to_text(head);
    const auto back = store::parse_head(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(store::to_text(*back), text);
    // The same key the next time.
    EXPECT_EQ(store::sign_head(open(), 5).public_key, head.public_key);
    struct stat about;
    ASSERT_EQ(stat((address_.key_folder + "/signing.key").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);

    int refused = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto forged = text;
        if (forged[i] < '0' || forged[i] > '9') continue;
        forged[i] = forged[i] == '9' ? '0' : static_cast<char>(forged[i] + 1);
        const auto parsed = store::parse_head(forged);
        if (parsed) {
            // Only the time in words is not signed: the number before it is.
            EXPECT_EQ(store::to_text(*parsed), text);
            continue;
        }
        EXPECT_TRUE(parsed.error().code == "head.bad_signature" || parsed.error().code == "head.unreadable");
        ++refused;
    }
    EXPECT_GT(refused, 150);
    EXPECT_EQ(store::parse_head("không phải đầu chuỗi").error().code, "head.unreadable");
}

TEST_P(Audit, a_damaged_file_is_found) {
    if (!is_sqlite()) GTEST_SKIP() << "the server looks after its own files";
    fill();
    commit([&](store::Transaction& transaction) {
        for (int i = 0; i < 3000; ++i) {
            auto record = schema::to_record(an_owner("Người " + std::to_string(i), "m" + std::to_string(i)));
            ASSERT_TRUE(transaction.insert_bulk(record));
        }
    });
    run_sql("pragma wal_checkpoint(truncate)");
    const auto dump = [&] {
        std::string text;
        store::logical_dump(
            open(), [&](std::string_view line) { text.append(line).append("\n"); }, true);
        close();
        return text;
    };
    // By verify, or already when the file is opened.
    const auto is_named = [&] {
        try {
            return !verified().empty();
        } catch (const base::Fault&) { return true; }
    };
    const auto whole = dump();
    const auto file = address_.text + "/kientoan.db";
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file));
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    int found = 0;
    for (std::streamoff at = 4096; at < size; at += 4096 * 3 + 1237) {
        stream.seekg(at);
        const char was = static_cast<char>(stream.get());
        stream.seekp(at);
        stream.put(static_cast<char>(was ^ 0x15)).flush();
        // What is not named hit space that holds nothing.
        if (is_named())
            ++found;
        else
            EXPECT_EQ(dump(), whole) << "byte " << at;
        close();
        stream.seekp(at);
        stream.put(was).flush();
    }
    EXPECT_GT(found, 10);
    EXPECT_EQ(verified(), "");
}

ON_BOTH_ENGINES(Audit);

}  // namespace
}  // namespace store_test
