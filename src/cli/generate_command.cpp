// SPDX-License-Identifier: AGPL-3.0-or-later
#include <boost/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "records/all.h"
#include "schema/openapi.h"
#include "schema/typescript.h"
#include "store/ddl.h"

namespace cli {

int generate(const GenerateOptions& options) {
    const auto types = records::all();
    if (options.what == "openapi")
        print(schema::to_readable_text(schema::openapi_schemas(types)));
    else if (options.what == "typescript")
        print(schema::typescript(types));
    else if (options.what == "sql-sqlite")
        print(store::for_engine(store::create_all(types), store::Engine::sqlite));
    else if (options.what == "sql-postgresql")
        print(store::for_engine(store::create_all(types), store::Engine::postgresql));
    else {
        print_error("Không có \"" + options.what + "\"; có: openapi, typescript, sql-sqlite, sql-postgresql.");
        return Exit::wrong_usage;
    }
    return Exit::fine;
}

}  // namespace cli
