// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/statistics.h"

namespace store {

void describe_tables_to_planner(Connection& connection) {
    if (connection.engine() != Engine::sqlite) return;
    // The first column of every key is the tenant. The form of `stat`: rows, then rows for one value of the first
    // column, of the first two, … The key of a table without rowid goes by the name of the table.
    connection.execute(R"(
        analyze sqlite_schema;
        delete from sqlite_stat1;
        with part as (
            select t.name as tbl, case l.origin when 'pk' then t.name else l.name end as idx, l."unique" as is_unique,
                   i.seqno as place, count(*) over (partition by l.name) as width
            from sqlite_schema t, pragma_index_list(t.name) l, pragma_index_info(l.name) i
            where t.type = 'table' and t.name not like 'sqlite_%'
            order by idx, place)
        insert into sqlite_stat1 (tbl, idx, stat)
        select tbl, idx, '1000000' || group_concat(case when place + 1 = width and is_unique then ' 1'
                                                        when place = 0 then ' 1000000' else ' 4' end, '')
        from part group by tbl, idx;
        analyze sqlite_schema;)");
}

}  // namespace store
