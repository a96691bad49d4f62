// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_register.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>

#include "actions/import_book.h"
#include "actions/import_error_file.h"
#include "actions/import_mapping.h"
#include "actions/import_run.h"
#include "actions/import_sheet_reading.h"
#include "actions/register_template.h"
#include "base/messages.h"
#include "records/grading.h"
#include "records/platform.h"

namespace actions {
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

namespace {

// What the header of a sheet lacks.
void report_missing(const PlannedSheet& planned, ImportSheetFaults& faults) {
    const auto& columns = planned.of->columns;
    for (const auto column : planned.header.missing)
        faults.add_to_header(column, {"import.missing_column", {std::string{columns[column].shown_label()}}, {}});
    if (!planned.header.lacks_member) return;
    const auto first = std::find_if(columns.begin(), columns.end(),
                                    [](const auto& column) { return column.lookup == Lookup::member; });
    faults.add_to_header(static_cast<std::size_t>(first - columns.begin()), {"import.missing_member_column", {}, {}});
}

void add_errors(ImportReport& report, ImportChunk& chunk) {
    report.error_count += chunk.error_count;
    for (auto& error : chunk.errors)
        if (report.errors.size() < import_error_limit) report.errors.push_back(std::move(error));
}

base::Result<std::unique_ptr<ImportTarget>> target_of(ImportRun& run, const RegisterSheet& of,
                                                      const std::optional<ImportCampaign>& campaign) {
    if (&of == &organisations_sheet) return import_organisations(run);
    if (&of == &members_sheet) return import_members(run);
    if (&of == &memberships_sheet) return import_memberships(run);
    CHECK(campaign.has_value());
    if (&of == &member_grades_sheet) return import_member_grades(run, *campaign);
    return import_organisation_grades(run, *campaign);
}

// Tells how far the import has come, and hears whether it should stop.
class Watch {
public:
    Watch(const ImportRequest& request, const formats::TableReader& reader, const PlannedBook& book)
        : request_{request} {
        if (!request.on_progress) return;
        bool is_known = true;
        for (const auto& planned : book.sheets) {
            const std::int64_t last = reader.stated_rows(planned.place);
            is_known &= last > 0;
            progress_.total += std::max<std::int64_t>(0, last - planned.header.data_after);
        }
        if (!is_known) progress_.total = 0;
    }

    base::Result<void> begin(std::string_view text) {
        progress_.text = text;
        return tell();
    }
    base::Result<void> add(std::size_t rows) {
        progress_.done += static_cast<std::int64_t>(rows);
        progress_.total = progress_.total ? std::max(progress_.total, progress_.done) : 0;
        if (progress_.done - told_ < told_every) return {};
        return tell();
    }

private:
    static constexpr std::int64_t told_every = 2'000;

    base::Result<void> tell() {
        told_ = progress_.done;
        if (request_.on_progress) request_.on_progress(progress_);
        if (request_.is_cancelled && request_.is_cancelled()) return base::Refusal{"import.cancelled", {}, {}};
        return {};
    }

    const ImportRequest& request_;
    ImportProgress progress_;
    std::int64_t told_ = 0;
};

base::Result<void> read_sheets(ImportRun& run, const ImportRequest& request, formats::TableReader& reader,
                               const PlannedBook& book, Watch& watch) {
    auto& report = run.report();
    TRY(watch.begin("Đang đọc và kiểm tra"));
    std::optional<ImportCampaign> campaign;
    if (request.kind == "grades") campaign = TRY(campaign_of(run, request));

    for (const auto& planned : book.sheets) report.sheets.push_back(described(planned));
    std::deque<ImportSheetFaults> faults;  // Targets keep them until the end.
    std::map<const RegisterSheet*, std::unique_ptr<ImportTarget>> targets;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) {
        const auto& planned = book.sheets[i];
        auto& sheet_faults = faults.emplace_back(*planned.of, report.sheets[i], planned.places, report);
        report_missing(planned, sheet_faults);
        auto& target = targets[planned.of];
        if (!target) target = TRY(target_of(run, *planned.of, campaign));

        SheetReading reading{planned, report.sheets[i], book.has_1904_dates};
        TRY(run_pipeline([&](const PassChunk& pass) { return reading.read(reader, pass); },
                         [&](ImportChunk& chunk) -> base::Result<void> {
                             add_errors(report, chunk);
                             target->take(chunk.rows, sheet_faults);
                             if (run.refused()) return *run.refused();
                             return watch.add(chunk.rows.size());
                         }));
        report.sheets[i].rows_read = reading.rows_read();
        report.sheets[i].rows_valid = reading.rows_read() - reading.faulty_rows();
        for (auto& note : reading.notes()) report.notes.push_back(std::move(note));
    }
    TRY(watch.begin("Đang đối chiếu các dòng với nhau"));
    for (auto& [of, target] : targets) target->finish();
    for (std::size_t i = 0; i < faults.size(); ++i) report.sheets[i].rows_valid -= faults[i].faulty_rows();
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

base::Result<base::Uuid> record_batch(store::Transaction& transaction, Context& context, const ImportRequest& request,
                                      const ImportReport& report) {
    schema::Record batch{records::import_batch};
    if (!context.access.is_local_administrator)
        if (const auto& reach = reach_of(context, rules::Right::import); reach.tops().size() == 1)
            batch["organisation_id"] = reach.forest().ids()[reach.tops().front()];
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
    // New organisations are a matter of whoever may reorganise.
    const auto right = request.kind == "organisations" ? rules::Right::reorganise : rules::Right::import;
    TRY(require(context, rules::Right::import));
    TRY(require(context, right));
    if (request.kind == "grades" && (request.organisation.empty() || request.year == 0))
        return base::Refusal{"import.no_campaign", {}, {}};
    const auto reader = TRY(formats::open_table(request.path));
    const auto book = TRY(plan_book(*reader, request.path, wanted, request.encoding, request.mapping));

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
    ImportRun run{context, transaction.get(), report, right};
    Watch watch{request, *reader, book};
    TRY(read_sheets(run, request, *reader, book, watch));

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
        TRY(watch.begin("Đang ghi"));
        TRY(transaction->flush());
        report.batch = base::to_string(TRY(record_batch(*transaction, context, request, report)));
        transaction->commit();
        transaction.reset();
        // The registers are written: whether the choice of columns is remembered changes nothing about that.
        static_cast<void>(remember_mapping(context, request.path, request.kind, request.mapping));
    }
    return report;
}

}  // namespace actions
