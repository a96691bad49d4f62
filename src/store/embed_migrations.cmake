# SPDX-License-Identifier: AGPL-3.0-or-later
# Writes OUTPUT, a C++ source that holds the files of FOLDER: cmake -DFOLDER=… -DOUTPUT=… -P embed_migrations.cmake
file(GLOB files "${FOLDER}/[0-9][0-9][0-9][0-9]_*.sql")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    string(REGEX MATCH "^0*([0-9]+)_(.*)$" ignored "${name}")
    set(number "${CMAKE_MATCH_1}")
    set(title "${CMAKE_MATCH_2}")
    file(READ "${file}" sql)
    # A literal may not be longer than 65,536 characters: cut into pieces that the compiler joins.
    set(literal "")
    string(LENGTH "${sql}" length)
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${sql}" ${at} 8000 piece)
        string(APPEND literal " R\"sql(${piece})sql\"")
        math(EXPR at "${at} + 8000")
    endwhile()
    if(literal STREQUAL "")
        set(literal "\"\"")
    endif()
    string(APPEND rows "    Migration{${number}, \"${title}\", ${literal}},\n")
endforeach()
list(LENGTH files count)
file(WRITE "${OUTPUT}.new" "// Written by embed_migrations.cmake.
#include <array>

#include \"store/migration.h\"

namespace store {
namespace {
const std::array<Migration, ${count}> migrations{
${rows}};
}  // namespace

std::span<const Migration> embedded_migrations() { return migrations; }

}  // namespace store
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
