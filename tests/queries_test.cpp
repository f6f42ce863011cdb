// Prepares every named query on both engines: a misspelt table or column is found here, not by a reader.
#include "accounts/closing_queries.hpp"
#include "accounts/queries.hpp"
#include "actions/merge_queries.hpp"
#include "actions/queries.hpp"
#include "app/queries.hpp"
#include "bodies/absence_queries.hpp"
#include "bodies/acquaintance_queries.hpp"
#include "bodies/charter_queries.hpp"
#include "bodies/commitment_queries.hpp"
#include "bodies/delegation_queries.hpp"
#include "bodies/end_reminder_queries.hpp"
#include "bodies/engagement_queries.hpp"
#include "bodies/focal_point_queries.hpp"
#include "bodies/function_share_queries.hpp"
#include "bodies/life_queries.hpp"
#include "bodies/mandate_queries.hpp"
#include "bodies/member_rule_queries.hpp"
#include "bodies/membership_queries.hpp"
#include "bodies/onboarding_queries.hpp"
#include "bodies/organigram_queries.hpp"
#include "bodies/participation_queries.hpp"
#include "bodies/profile_queries.hpp"
#include "bodies/queries.hpp"
#include "bodies/rights_queries.hpp"
#include "bodies/role_label_queries.hpp"
#include "bodies/troika_queries.hpp"
#include "contacts/book_queries.hpp"
#include "contacts/channel_queries.hpp"
#include "contacts/import_queries.hpp"
#include "documents/file_queries.hpp"
#include "functions/queries.hpp"
#include "geography/area_queries.hpp"
#include "geography/import_queries.hpp"
#include "geography/queries.hpp"
#include "jobs/queries.hpp"
#include "journal/queries.hpp"
#include "mail/queries.hpp"
#include "people/acronym_queries.hpp"
#include "people/chooser_queries.hpp"
#include "people/contact_queries.hpp"
#include "people/erasure_queries.hpp"
#include "people/merge_queries.hpp"
#include "people/post_queries.hpp"
#include "people/queries.hpp"
#include "referrals/referral_queries.hpp"
#include "support/engines.hpp"
#include "support/source_tree.hpp"
#include "terms/review_queries.hpp"
#include "terms/terms_queries.hpp"
#include "web/queries.hpp"

#include <doctest/doctest.h>

using namespace toguna;

namespace {

std::map<std::string, std::span<db::Query const* const>> queries_by_file()
{
    return {
        { "accounts/closing_queries.sql", accounts::sql::all_of_closing() },
        { "accounts/queries.sql", accounts::sql::all() },
        { "actions/merge_queries.sql", actions::sql::all_of_merge() },
        { "actions/queries.sql", actions::sql::all() },
        { "app/queries.sql", app::sql::all() },
        { "bodies/absence_queries.sql", bodies::sql::all_of_absence() },
        { "bodies/acquaintance_queries.sql", bodies::sql::all_of_acquaintance() },
        { "bodies/charter_queries.sql", bodies::sql::all_of_charter() },
        { "bodies/commitment_queries.sql", bodies::sql::all_of_commitment() },
        { "bodies/delegation_queries.sql", bodies::sql::all_of_delegation() },
        { "bodies/end_reminder_queries.sql", bodies::sql::all_of_end_reminder() },
        { "bodies/engagement_queries.sql", bodies::sql::all_of_engagement() },
        { "bodies/focal_point_queries.sql", bodies::sql::all_of_focal_point() },
        { "bodies/function_share_queries.sql", bodies::sql::all_of_function_share() },
        { "bodies/life_queries.sql", bodies::sql::all_of_life() },
        { "bodies/mandate_queries.sql", bodies::sql::all_of_mandate() },
        { "bodies/member_rule_queries.sql", bodies::sql::all_of_member_rule() },
        { "bodies/membership_queries.sql", bodies::sql::all_of_membership() },
        { "bodies/onboarding_queries.sql", bodies::sql::all_of_onboarding() },
        { "bodies/organigram_queries.sql", bodies::sql::all_of_organigram() },
        { "bodies/participation_queries.sql", bodies::sql::all_of_participation() },
        { "bodies/profile_queries.sql", bodies::sql::all_of_profile() },
        { "bodies/queries.sql", bodies::sql::all() },
        { "bodies/rights_queries.sql", bodies::sql::all_of_rights() },
        { "bodies/role_label_queries.sql", bodies::sql::all_of_role_label() },
        { "bodies/troika_queries.sql", bodies::sql::all_of_troika() },
        { "contacts/book_queries.sql", contacts::sql::all_of_book() },
        { "contacts/channel_queries.sql", contacts::sql::all_of_channel() },
        { "contacts/import_queries.sql", contacts::sql::all_of_import() },
        { "documents/file_queries.sql", documents::sql::all_of_file() },
        { "functions/queries.sql", functions::sql::all() },
        { "geography/area_queries.sql", geography::sql::all_of_area() },
        { "geography/import_queries.sql", geography::sql::all_of_import() },
        { "geography/queries.sql", geography::sql::all() },
        { "jobs/queries.sql", jobs::sql::all() },
        { "journal/queries.sql", journal::sql::all() },
        { "mail/queries.sql", mail::sql::all() },
        { "people/acronym_queries.sql", people::sql::all_of_acronym() },
        { "people/chooser_queries.sql", people::sql::all_of_chooser() },
        { "people/contact_queries.sql", people::sql::all_of_contact() },
        { "people/erasure_queries.sql", people::sql::all_of_erasure() },
        { "people/merge_queries.sql", people::sql::all_of_merge() },
        { "people/post_queries.sql", people::sql::all_of_post() },
        { "people/queries.sql", people::sql::all() },
        { "referrals/referral_queries.sql", referrals::sql::all_of_referral() },
        { "terms/review_queries.sql", terms::sql::all_of_review() },
        { "terms/terms_queries.sql", terms::sql::all_of_terms() },
        { "web/queries.sql", web::sql::all() },
    };
}

/// SQLite compiles what it explains, without running it; PREPARE does as much on PostgreSQL.
Result<void> prepare(db::Transaction& tx, db::Query const& query, int number)
{
    if (tx.engine() == db::Engine::Sqlite)
        return tx.each_raw("EXPLAIN " + std::string(query.sqlite), std::vector<db::Value>(query.parameters.size(), std::nullopt), [](db::Row const&) {});
    TRY(tx.execute_raw("PREPARE toguna_test_" + std::to_string(number) + " AS " + std::string(query.postgresql)));
    return {};
}

} // namespace

TEST_CASE("every file of queries is tried by this test")
{
    for (auto const& path : test::files_below("src", [](std::string const& file) { return file.ends_with("queries.sql"); }))
        CHECK_MESSAGE(queries_by_file().contains(path.substr(4)), path, " is not tried: add its sql::all() or sql::all_of_NOUN() to tests/queries_test.cpp.");
}

TEST_CASE("every query is understood by both engines")
{
    test::for_each_engine([](db::Database& database) {
        int number = 0;
        for (auto const& [file, queries] : queries_by_file()) {
            CHECK(!queries.empty());
            for (auto const* query : queries) {
                // One transaction each: PostgreSQL refuses whatever follows a failure.
                auto const prepared = database.write([&](db::Transaction& tx) { return prepare(tx, *query, ++number); });
                CHECK_MESSAGE(prepared.has_value(), query->name, ": ", prepared ? "" : prepared.error().detail);
            }
        }
    });
}
