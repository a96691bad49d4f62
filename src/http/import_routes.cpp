// SPDX-License-Identifier: AGPL-3.0-or-later
#include <boost/json.hpp>

#include "actions/import_mapping.h"
#include "actions/import_register.h"
#include "actions/undo_import.h"
#include "http/application.h"
#include "http/handlers.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

base::Result<Upload> own_upload(const Call& call, const base::Uuid& id) {
    auto upload = call.application.uploads().find(id, call.session->account_id);
    if (!upload) return base::Refusal{"upload.not_found", {}, {}};
    return *std::move(upload);
}

using Mapping = std::map<std::string, std::map<std::string, std::string>>;

base::Refusal bad_mapping() {
    return {"request.bad_member", {"mapping", "{\"tên trang\": {\"chữ của cột\": \"nhãn cột của sổ\"}}"}, {}};
}

// {"Đảng viên": {"B": "Họ và tên", "C": ""}}
base::Result<Mapping> mapping_of(const Body& body) {
    Mapping mapping;
    const auto text = body.json("mapping");
    if (text.empty()) return mapping;
    const auto value = boost::json::parse(text);
    if (!value.is_object()) return bad_mapping();
    for (const auto& [sheet, columns] : value.get_object()) {
        if (!columns.is_object()) return bad_mapping();
        for (const auto& [letter, label] : columns.get_object()) {
            if (!label.is_string()) return bad_mapping();
            mapping[sheet][letter] = std::string{label.get_string()};
        }
    }
    return mapping;
}

base::Result<actions::ImportRequest> request_of(const Call& call, const Body& body, Upload& upload) {
    upload = TRY(own_upload(call, TRY(body.id("upload"))));
    actions::ImportRequest request{.kind = TRY(body.text("kind")), .path = upload.path};
    request.dry_run = TRY(body.truth("dry_run", false));
    request.organisation = TRY(body.text_if("organisation")).value_or("");
    request.year = static_cast<int>(TRY(body.number_if("year")).value_or(0));
    request.mapping = TRY(mapping_of(body));
    return request;
}

}  // namespace

base::Result<Response> upload(Call& call) {
    auto file_name = call.query_text("file_name");
    if (file_name.empty()) return base::Refusal{"request.missing", {"file_name"}, {}};
    if (call.request.body.empty() && call.request.body_file.empty()) return base::Refusal{"upload.empty", {}, {}};
    const auto kept = call.application.uploads().keep(call.session->account_id, std::move(file_name), call.request,
                                                      call.context.now_ms);
    JsonWriter json;
    json.member("id", kept.id).member("file_name", kept.file_name).member("size", kept.size);
    return json_answer(json.take(), 201);
}

base::Result<Response> upload_mapping(Call& call) {
    const auto upload = TRY(own_upload(call, TRY(call.id())));
    const auto kind = call.query_text("kind");
    return json_answer(actions::to_json(TRY(actions::preview_mapping(call.context, upload.path, kind))));
}

base::Result<Response> start_import(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"upload", "kind", "organisation", "year", "dry_run", "encoding", "mapping"}));
    Upload upload;
    auto request = TRY(request_of(call, body, upload));
    const auto error_path = call.application.new_file_path(".xlsx");
    request.error_file = error_path;
    const auto label = (request.dry_run ? "Kiểm tra " : "Nhập ") + upload.file_name;
    const auto job = call.application.jobs().start(
        call.session->account_id, "import", label,
        call.application.as(
            call, [request, error_path](actions::Context& context, JobProgress& progress) -> base::Result<std::string> {
                const auto report = TRY(actions::import_register(context, request));
                if (report.has_errors())
                    progress.add_file({"dong-loi.xlsx", "Các dòng lỗi, sửa rồi nhập lại", error_path});
                return actions::to_json(report);
            }));
    JsonWriter json;
    json.member("job", job);
    return json_answer(json.take(), 201);
}

base::Result<Response> list_imports(Call& call) {
    JsonWriter json;
    json.objects("batches", actions::list_imports(call.context), [&](const actions::ImportedBatch& batch) {
        json.member("batch", batch.batch).member("kind", batch.kind).member("file_name", batch.file_name);
        json.member("imported_by", batch.imported_by).member("row_count", batch.row_count);
        json.time("imported_at", batch.imported_at_ms).member("state", batch.state);
    });
    return json_answer(json.take());
}

base::Result<Response> undo_import(Call& call) {
    return json_answer(actions::to_json(TRY(actions::undo_import(call.context, call.path_text("batch")))));
}

}  // namespace http
