// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_register.h"

#include <deque>
#include <filesystem>
#include <map>

#include "actions/import_book.h"
#include "actions/import_error_file.h"
#include "actions/import_run.h"
#include "actions/register_template.h"
#include "base/messages.h"
#include "records/grading.h"
#include "records/platform.h"

namespace actions {
namespace {

constexpr std::size_t chunk_rows = 512;

ImportSheet described(const PlannedSheet& planned) {
    ImportSheet sheet{.name = planned.name,
                      .register_name = std::string{planned.of->name},
                      .label = std::string{planned.of->label},
                      .header_row = planned.header.last_row,
                      .columns = {}};
    for (const auto& column : planned.header.columns) {
        if (column.is_known_extra) continue;
        const auto label =
            column.recognised ? planned.of->columns[*column.recognised].shown_label() : std::string_view{};
        sheet.columns.push_back({column.header, formats::column_name(column.column), std::string{label}});
    }
    return sheet;
}

// Reads the rows of one sheet into chunks of typed rows.
class SheetReading {
public:
    SheetReading(const PlannedSheet& planned, ImportSheet& described, bool has_1904_dates, ImportReport& report)
        : planned_{planned}, described_{described}, faults_{*planned.of, described, planned.places, report} {
        for (std::size_t i = 0; i < planned.places.size(); ++i)
            readers_.emplace_back(planned.of->columns[i], planned.encodings[i], has_1904_dates);
        for (const auto column : planned.header.missing)
            faults_.add_to_header(
                column, {"import.missing_column", {std::string{planned.of->columns[column].shown_label()}}, {}});
        if (planned.header.lacks_member)
            for (std::size_t i = 0; i < planned.places.size(); ++i)
                if (planned.of->columns[i].lookup == Lookup::member) {
                    faults_.add_to_header(i, {"import.missing_member_column", {}, {}});
                    break;
                }
    }

    ImportSheetFaults& faults() { return faults_; }

    void read_row(const formats::RowView& view, ImportRow& row) {
        row.row = view.row;
        row.has_fault = false;
        row.wrong.clear();
        row.values.assign(readers_.size(), {});
        ++described_.rows_read;
        for (std::size_t i = 0; i < readers_.size(); ++i) {
            const auto place = static_cast<std::size_t>(planned_.places[i]);
            if (planned_.places[i] < 0) continue;
            if (place < view.cells.size()) {
                auto value = readers_[i].read(view.cells[place]);
                if (value)
                    row.values[i] = *std::move(value);
                else {
                    // The form that asks for a field is no article that refuses what is in it.
                    auto refusal = std::move(value).error();
                    refusal.source.clear();
                    faults_.add(row, i, std::move(refusal), view.cells[place].text);
                }
            }
            if (planned_.of->columns[i].is_required() && schema::is_empty(row.values[i]))
                faults_.add(row, i, {"required", {{}}, {}}, {});
        }
    }

    void finish(std::vector<ImportNote>& notes) {
        described_.rows_valid = described_.rows_read - faults_.faulty_rows();
        const auto add = [&](std::string code, std::size_t column, std::int64_t count, std::vector<std::string> more) {
            if (count == 0) return;
            std::vector<std::string> args{faults_.header(column), std::to_string(count)};
            args.insert(args.end(), more.begin(), more.end());
            notes.push_back({code, base::message({code, std::move(args), {}})});
        };
        for (std::size_t i = 0; i < readers_.size(); ++i) {
            const auto& done = readers_[i].notes();
            const std::string font = readers_[i].encoding() == base::LegacyEncoding::tcvn3 ? "TCVN3 (ABC)" : "VNI";
            add("import.converted", i, done.converted, {font, done.converted_from, done.converted_to});
            add("import.padded", i, done.padded, {done.padded_from, done.padded_to});
            add("import.serial_dates", i, done.serials, {done.serial_from, done.serial_to});
        }
    }

private:
    const PlannedSheet& planned_;
    ImportSheet& described_;
    ImportSheetFaults faults_;
    std::vector<CellReader> readers_;
};

base::Result<std::unique_ptr<ImportTarget>> target_of(ImportRun& run, const RegisterSheet& of,
                                                      const std::optional<ImportCampaign>& campaign) {
    if (&of == &organisations_sheet) return import_organisations(run);
    if (&of == &members_sheet) return import_members(run);
    if (&of == &memberships_sheet) return import_memberships(run);
    CHECK(campaign.has_value());
    if (&of == &member_grades_sheet) return import_member_grades(run, *campaign);
    return import_organisation_grades(run, *campaign);
}

base::Result<void> read_sheets(ImportRun& run, const ImportRequest& request, formats::TableReader& reader,
                               const PlannedBook& book) {
    auto& report = run.report();
    std::optional<ImportCampaign> campaign;
    if (request.kind == "grades") campaign = TRY(campaign_of(run, request));

    for (const auto& planned : book.sheets) report.sheets.push_back(described(planned));
    std::deque<SheetReading> readings;  // Targets keep their faults until the end.
    std::map<const RegisterSheet*, std::unique_ptr<ImportTarget>> targets;
    std::vector<ImportRow> chunk(chunk_rows);
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const auto& planned = book.sheets[i];
        auto& reading = readings.emplace_back(planned, report.sheets[i], book.has_1904_dates, report);
        auto& target = targets[planned.of];
        if (!target) target = TRY(target_of(run, *planned.of, campaign));
        std::size_t filled = 0;
        const auto pass_on = [&]() -> base::Result<void> {
            chunk.resize(filled);
            target->take(chunk, reading.faults());
            chunk.resize(chunk_rows);
            filled = 0;
            if (run.refused()) return *run.refused();
            return {};
        };
        TRY(read_planned(reader, planned, [&](const formats::RowView& view) -> base::Result<void> {
            reading.read_row(view, chunk[filled++]);
            return filled == chunk_rows ? pass_on() : base::Result<void>{};
        }));
        TRY(pass_on());
    }
    for (auto& [of, target] : targets) target->finish();
    for (auto& reading : readings) reading.finish(report.notes);
    for (const auto& sheet : report.sheets) {
        report.rows_read += sheet.rows_read;
        report.rows_valid += sheet.rows_valid;
    }
    if (run.refused()) return *run.refused();
    return {};
}

void sort_errors(ImportReport& report) {
    std::map<std::string_view, std::size_t> order;
    for (std::size_t i = 0; i < report.sheets.size(); ++i) order.emplace(report.sheets[i].name, i);
    const auto key = [&](const ImportError& error) {
        return std::tuple{order[error.sheet], error.row, error.letter.empty(), error.letter.size(),
                          std::string_view{error.letter}};
    };
    std::stable_sort(report.errors.begin(), report.errors.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

base::Result<base::Uuid> record_batch(store::Transaction& transaction, const Context& context,
                                      const ImportRequest& request, const ImportReport& report) {
    schema::Record batch{records::import_batch};
    batch["kind"] = request.kind;
    batch["file_name"] = report.file_name;
    batch["file_digest"] = digest_of_file(request.path);
    batch["row_count"] = report.rows_read;
    batch["imported_at_ms"] = context.now_ms;
    batch["imported_by"] = context.actor;
    batch["state"] = std::string{"applied"};
    return transaction.insert(batch);
}

}  // namespace

base::Result<ImportReport> import_register(Context& context, const ImportRequest& request) {
    const auto wanted = TRY(registers_of(request.kind));
    if (request.kind == "grades" && (request.organisation.empty() || request.year == 0))
        return base::Refusal{"import.no_campaign", {}, {}};
    const auto reader = TRY(formats::open_table(request.path));
    const auto book = TRY(plan_book(*reader, request.path, wanted, request.encoding));

    ImportReport report{.kind = request.kind,
                        .file_name = std::filesystem::path{request.path}.filename().string(),
                        .dry_run = request.dry_run,
                        .sheets = {},
                        .notes = {},
                        .errors = {},
                        .batch = {},
                        .written = {}};
    std::unique_ptr<store::Transaction> transaction;
    if (!request.dry_run) {
        transaction = context.store.begin(context.intent("import_" + request.kind, "Nhập tệp " + report.file_name));
        transaction->lock_structure();
    }
    ImportRun run{context, transaction.get(), report};
    TRY(read_sheets(run, request, *reader, book));

    for (const auto& note : reader->notes())
        report.notes.push_back({note.code, base::message({note.code, note.args, {}})});
    for (const auto& sheet : book.ignored)
        report.notes.push_back({"import.sheet_ignored", base::message({"import.sheet_ignored", {sheet}, {}})});
    sort_errors(report);
    if (report.has_errors()) {
        report.written.clear();
        if (transaction) transaction->roll_back();
        if (!request.error_file.empty()) write_error_file(*reader, book, report, request.error_file);
        return report;
    }
    if (transaction && report.rows_read > 0) {
        TRY(transaction->flush());
        report.batch = base::to_string(TRY(record_batch(*transaction, context, request, report)));
        transaction->commit();
    }
    return report;
}

}  // namespace actions
