#include "bodies/role_label_store.hpp"

#include "bodies/role_label_queries.hpp"

namespace toguna::bodies {

Result<std::vector<RoleLabel>> role_labels_of(db::Reader const& db, geography::CountryCode const& country)
{
    std::vector<RoleLabel> labels;
    TRY(db.each(sql::role_labels_of, { { "country", country } }, [&](db::Row const& row) {
        if (auto const role = mandate_role_from(row.text(0)))
            labels.push_back({ *role, row.string(1), row.string(2) });
    }));
    return labels;
}

Result<RoleNames> role_names_of(db::Reader const& db, geography::CountryCode const& country)
{
    return RoleNames(TRY(role_labels_of(db, country)));
}

Result<void> replace_role_labels(db::Transaction& tx, geography::CountryCode const& country, std::vector<RoleLabel> const& given)
{
    auto const labels = TRY(checked(given));
    TRY(tx.execute(sql::delete_role_labels, { { "country", country } }));
    for (auto const& label : labels)
        TRY(tx.execute(sql::insert_role_label, { { "country", country }, { "role", name_of(label.role) }, { "language", label.language }, { "text", label.text } }));
    return {};
}

} // namespace toguna::bodies
