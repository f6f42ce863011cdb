#include "app/data_digest.hpp"

#include "app/table_list.hpp"
#include "base/hash.hpp"

namespace toguna::app {

Result<DataDigest> data_digest(db::Reader const& db, Progress const& progress)
{
    DataDigest result;
    Blake2b hash;
    for (auto const& table : TRY(data_tables(db))) {
        hash.add(table.name + "\n");
        auto& rows = result.rows[table.name];
        TRY(db.each_raw(select_all(table), {}, [&](db::Row const& row) {
            hash.add(row_as_json(table, row) + "\n");
            ++rows;
            if (progress && rows % 10'000 == 0)
                progress(table.name, rows);
        }));
        if (progress)
            progress(table.name, rows);
    }
    result.digest = hash.hex();
    return result;
}

} // namespace toguna::app
