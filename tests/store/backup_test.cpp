// SPDX-License-Identifier: AGPL-3.0-or-later
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "store/access_log.h"
#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;

class Backup : public BothEngines {
protected:
    void fill(store::Store& store) {
        auto with_decision = intent();
        with_decision.decision_id = *base::parse_uuid("01234567-89ab-7def-8123-456789abcdef");
        {
            auto transaction = store.begin(with_decision);
            auto boss = an_owner("Đặng Thị Ánh Nguyệt", "007"), clerk = an_owner("Lê Văn Tí");
            boss.photo = schema::Bytes(100'000, 42);
            boss.born_on = base::PartialDate{1985, 3, 0};
            boss.active = true;
            must_insert(*transaction, boss);
            clerk.parent_id = boss.id;
            clerk.score = -5;
            must_insert(*transaction, clerk);
            // Refers to a row with a greater id: restored rows come by id.
            boss.parent_id = clerk.id;
            ASSERT_TRUE(transaction->correct(boss));
            Stay stay{.owner_id = boss.id, .valid_from = date(2020, 1, 1), .place = "Huế"};
            must_insert(*transaction, stay);
            Stay next{.valid_from = date(2022, 5, 1), .place = "Đông Hà"};
            ASSERT_TRUE(transaction->change(stay, next));
            transaction->commit();
        }
        {
            auto transaction = store.begin(intent());
            for (int i = 0; i < 300; ++i) {
                auto record = schema::to_record(an_owner("Người " + std::to_string(i), "n" + std::to_string(i)));
                ASSERT_TRUE(transaction->insert_bulk(record));
            }
            transaction->commit();
        }
        const std::vector<store::AccessLine> lines{
            {.at_ms = 5, .actor = "cli:lan", .action = "show", .record_type = "sample_owner"}};
        store::log_reads(store, lines);
        store.tenant = 2;
        auto transaction = store.begin(intent());
        auto owner = an_owner("Ở phân vùng khác", "007");
        must_insert(*transaction, owner);
        transaction->commit();
        store.tenant = 1;
    }

    static std::string dump(store::Store& store) {
        std::string text;
        store::logical_dump(
            store, [&](std::string_view line) { text.append(line).append("\n"); }, true);
        return text;
    }
    static std::string dump(const store::Address& address) {
        return dump(*store::Store::open(address, types(), false));
    }
    static std::vector<store::Finding> verify(const store::Address& address,
                                              const std::optional<store::Head>& head = {}) {
        return store::verify(*store::Store::open(address, types(), false), head);
    }
    static std::string read(const std::string& file) {
        std::ifstream input{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{input}, {}};
    }
    static void write(const std::string& file, const std::string& contents) {
        std::ofstream{file, std::ios::binary | std::ios::trunc} << contents;
    }
};

TEST_P(Backup, restores_into_either_engine_what_was_backed_up) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt";
    store::backup(store, file, 1'700'000'002'000);
    const auto head = store::parse_head(read(file + ".head"));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->sequence, 2);
    struct stat about;
    ASSERT_EQ(stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);

    for (const auto engine : {store::Engine::sqlite, store::Engine::postgresql}) {
        const auto target = new_address(engine);
        const auto restored = store::restore(file, target, types());
        ASSERT_TRUE(restored) << restored.error().code;
        EXPECT_EQ(dump(target), dump(store));
        EXPECT_TRUE(verify(target, *head).empty());
        const auto again = store::restore(file, target, types());
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().code, "restore.not_empty");
        // It can be worked with.
        auto opened = store::Store::open(target, types(), false);
        auto transaction = opened->begin(intent());
        auto owner = an_owner("Sau khi phục hồi");
        must_insert(*transaction, owner);
        EXPECT_EQ(transaction->commit(), 3);
    }
}

TEST_P(Backup, is_made_while_others_write) {
    auto& store = open();
    fill(store);
    auto other = store::Store::open(address_, types(), false);
    auto transaction = other->begin(intent());
    auto owner = an_owner("Đang ghi");
    must_insert(*transaction, owner);
    const auto before = dump(store);
    store::backup(store, folder_.path + "/backup.kt", 5);
    transaction->commit();
    const auto target = new_address();
    ASSERT_TRUE(store::restore(folder_.path + "/backup.kt", target, types()));
    EXPECT_EQ(dump(target), before);
}

TEST_P(Backup, a_flipped_byte_anywhere_is_refused_and_nothing_is_restored) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt";
    store::backup(store, file, 5);
    const auto whole = read(file);
    const store::Address target{folder_.path + "/target"};
    ASSERT_GT(whole.size(), 100'000u);
    const auto refused = [&](const std::string& contents) -> std::string {
        write(file, contents);
        const auto restored = store::restore(file, target, types());
        EXPECT_FALSE(std::filesystem::exists(target.text));
        return restored ? "" : restored.error().code;
    };
    for (std::size_t at = 0; at < whole.size(); at += at < 400 || at + 100 > whole.size() ? 1 : 1009) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 1 << at % 8);
        EXPECT_EQ(refused(flipped), at < 18 ? "backup.not_a_backup" : "backup.corrupt") << "byte " << at;
    }
    for (const auto size : {whole.size() - 1, whole.size() / 2, std::size_t{20}})
        EXPECT_EQ(refused(whole.substr(0, size)), "backup.corrupt");
    EXPECT_EQ(refused(whole + "x"), "backup.corrupt");
    EXPECT_EQ(refused(""), "backup.not_a_backup");
    EXPECT_THROW((void)store::restore(folder_.path + "/nothing", target, types()), base::Fault);
    write(file, whole);
    EXPECT_TRUE(store::restore(file, target, types()));
}

TEST_P(Backup, sealed_with_a_key_it_tells_nothing_and_opens_with_that_key_alone) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt", key_file = folder_.path + "/khoa",
               other_file = folder_.path + "/khac";
    ASSERT_TRUE(store::BackupKey::write_new_key(key_file));
    ASSERT_TRUE(store::BackupKey::write_new_key(other_file));
    EXPECT_EQ(store::BackupKey::write_new_key(key_file).error().code, "backup.key_exists");
    EXPECT_THROW((void)store::BackupKey::read(folder_.path + "/none"), base::Fault);
    write(folder_.path + "/none", "không phải khóa");
    EXPECT_EQ(store::BackupKey::read(folder_.path + "/none").error().code, "backup.not_a_key");
    const auto key = store::BackupKey::read(key_file), other = store::BackupKey::read(other_file);
    ASSERT_TRUE(key && other);
    store::backup(store, file, 1'700'000'002'000, &*key);
    EXPECT_EQ(read(file).find("Nguyệt"), std::string::npos);
    const auto once = read(file);
    store::backup(store, file, 1'700'000'002'000, &*key);
    EXPECT_NE(read(file).substr(100, 1000), once.substr(100, 1000)) << "no two files share a stream";

    for (const auto engine : {store::Engine::sqlite, store::Engine::postgresql}) {
        const auto target = new_address(engine);
        EXPECT_EQ(store::restore(file, target, types()).error().code, "backup.key_needed");
        EXPECT_EQ(store::restore(file, target, types(), &*other).error().code, "backup.wrong_key");
        const auto restored = store::restore(file, target, types(), &*key);
        ASSERT_TRUE(restored) << restored.error().code;
        EXPECT_EQ(dump(target), dump(store));
    }
    const auto drill = store::restore_drill(file, folder_.path + "/thu", types(), &*key);
    ASSERT_TRUE(drill);
    EXPECT_TRUE(drill->findings.empty());
    EXPECT_EQ(drill->rows, 304);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path + "/thu"));
}

TEST_P(Backup, sealed_with_words_it_opens_with_those_words) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt", key_file = folder_.path + "/khoa";
    EXPECT_EQ(store::BackupKey::from_passphrase("mười một ký").error().code, "backup.passphrase_short");
    const auto words = store::BackupKey::from_passphrase("giếng nước gốc đa đầu làng\n"),
               wrong = store::BackupKey::from_passphrase("giếng nước gốc đa cuối làng");
    ASSERT_TRUE(words && wrong);
    ASSERT_TRUE(store::BackupKey::write_new_key(key_file));
    const auto key = store::BackupKey::read(key_file);
    store::backup(store, file, 5, &*words);
    const auto target = new_address();
    EXPECT_EQ(store::restore(file, target, types(), &*wrong).error().code, "backup.wrong_key");
    EXPECT_EQ(store::restore(file, target, types(), &*key).error().code, "backup.wrong_kind_of_key");
    ASSERT_TRUE(store::restore(file, target, types(), &*words));
    EXPECT_EQ(dump(target), dump(store));
}

TEST_P(Backup, a_sealed_backup_with_a_flipped_byte_or_a_missing_end_is_refused) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt", key_file = folder_.path + "/khoa";
    ASSERT_TRUE(store::BackupKey::write_new_key(key_file));
    const auto key = store::BackupKey::read(key_file);
    store::backup(store, file, 5, &*key);
    const auto whole = read(file);
    const store::Address target{folder_.path + "/target"};
    const auto refused = [&](const std::string& contents) -> std::string {
        write(file, contents);
        const auto restored = store::restore(file, target, types(), &*key);
        EXPECT_FALSE(std::filesystem::exists(target.text));
        return restored ? "" : restored.error().code;
    };
    constexpr std::size_t first_piece_end = 18 + 41 + 65'536 + 17;
    for (std::size_t at = 0; at < whole.size(); at += at < 60 || at + 20 > whole.size() ? 1 : 9001) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 1 << at % 8);
        EXPECT_EQ(refused(flipped), at < 18                ? "backup.not_a_backup"
                                    : at == 18             ? "backup.wrong_kind_of_key"
                                    : at < first_piece_end ? "backup.wrong_key"
                                                           : "backup.corrupt")
            << "byte " << at;
    }
    EXPECT_EQ(refused(whole.substr(0, first_piece_end)), "backup.corrupt") << "whole pieces, but not the last";
    EXPECT_EQ(refused(whole.substr(0, whole.size() - 1)), "backup.corrupt");
    EXPECT_EQ(refused(whole.substr(0, 30)), "backup.corrupt");
    EXPECT_EQ(refused(whole.substr(0, 59)), "backup.wrong_key");
    EXPECT_EQ(refused(whole + "x"), "backup.corrupt");
}

TEST_P(Backup, a_drill_tells_of_a_store_that_was_edited_behind_its_back) {
    auto& store = open();
    fill(store);
    const auto file = folder_.path + "/backup.kt";
    store.query("update sample_owner set name = 'Người khác' where name = 'Người 7'", {}, [](auto) {});
    store::backup(store, file, 5);
    const auto drill = store::restore_drill(file, folder_.path, types());
    ASSERT_TRUE(drill);
    ASSERT_EQ(drill->findings.size(), 1u);
    EXPECT_EQ(drill->findings.front().code, "row.edited");
}

TEST_P(Backup, a_backup_that_cannot_be_written_is_a_fault_and_leaves_the_old_one) {
    auto& store = open();
    fill(store);
    EXPECT_THROW(store::backup(store, folder_.path + "/no/such/folder/backup.kt", 5), base::Fault);
    // The store still works: the fault ended its read transaction.
    EXPECT_EQ(store.count(Owner::type, {}), 302);
}

TEST_P(Backup, copies_to_the_other_engine_and_back_are_equal) {
    auto& store = open();
    fill(store);
    const auto other = new_address(is_sqlite() ? store::Engine::postgresql : store::Engine::sqlite);
    const auto counts = store::copy(store, other, types());
    ASSERT_TRUE(counts);
    ASSERT_EQ(counts->size(), 6u);
    EXPECT_EQ((*counts)[0].table, "sample_owner");
    EXPECT_EQ((*counts)[0].rows, 303);
    EXPECT_EQ((*counts)[3].table, "audit_entry");
    EXPECT_EQ((*counts)[3].rows, 3);

    const auto back = new_address();
    auto opened = store::Store::open(other, types(), false);
    ASSERT_TRUE(store::copy(*opened, back, types()));
    EXPECT_EQ(dump(back), dump(store));
    EXPECT_EQ(dump(other), dump(store));
    EXPECT_TRUE(verify(back).empty());
    EXPECT_TRUE(verify(other).empty());
    const auto again = store::copy(store, other, types());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "copy.not_empty");
}

TEST_P(Backup, the_dump_has_every_row_as_a_line_and_the_audit_when_asked) {
    auto& store = open();
    fill(store);
    std::vector<std::string> lines;
    store::logical_dump(store, [&](std::string_view line) { lines.emplace_back(line); });
    EXPECT_EQ(lines.size(), 303u + 2u);
    EXPECT_EQ(lines.back().find("{\"table\":\"sample_stay\",\"tenant\":1,\"id\":\""), 0u);
    EXPECT_NE(lines.back().find("\"valid_from\":\"2022-05-01\",\"place\":\"Đông Hà\"}"), std::string::npos);
    const auto all = dump(store);
    EXPECT_NE(all.find("{\"table\":\"audit_entry\",\"tenant\":2,"), std::string::npos);
    EXPECT_NE(all.find("{\"table\":\"access_log\","), std::string::npos);
}

ON_BOTH_ENGINES(Backup);

}  // namespace
}  // namespace store_test
