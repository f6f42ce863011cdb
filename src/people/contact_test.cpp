#include "people/contact_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

/// « yyyn »: what is public, for members, for the coordination, private.
std::string seen_by(Viewer const& viewer)
{
    std::string seen;
    for (auto const visibility : visibilities())
        seen += visible(visibility, viewer) ? 'y' : 'n';
    return seen;
}

struct Circle : TestDirectory {
    PersonId awa = add_person("Awa Sanou", {}, {}, "awa@exemple.org");
    PersonId issa = add_person("Issa Barry");
    bool shares_body = false;

    explicit Circle(db::Database& database) : TestDirectory { database }
    {
        authorizer = [this](db::Reader const&, web::Visitor const* asking, web::Right right, std::string_view, Instant) -> Result<void> {
            if (asking && (asking->administrator || (right.name == "see_member_details" && shares_body) || (right.name == "edit_directory" && asking->name == "Coordination")))
                return {};
            return fail(ErrorKind::Forbidden, Text());
        };
        for (auto const* const visibility : { "public", "members", "coordination", "private" })
            CHECK(post("/people/" + awa.text() + "/contacts", { { "kind", "other" }, { "value", std::string("pour ") + visibility }, { "visibility", visibility } }).status == 303);
    }
    std::string seen()
    {
        auto const page = get("/people/" + awa.text());
        std::string result;
        for (auto const* const visibility : { "public", "members", "coordination", "private" })
            result += shows(page, std::string("pour ") + visibility) ? 'y' : 'n';
        return result;
    }
};

} // namespace

TEST_CASE("who sees a narrow circle sees the wider ones; the person and administrators see everything")
{
    CHECK(seen_by({}) == "ynnn");
    CHECK(seen_by({ .shares_body = true }) == "yynn");
    CHECK(seen_by({ .coordinates = true }) == "yyyn");
    CHECK(seen_by({ .is_the_person = true }) == "yyyy");
    CHECK(seen_by({ .administers = true }) == "yyyy");
}

TEST_CASE("a number is a number and an address an address, in a contact detail too")
{
    auto const detail = [](ContactKind kind, std::string value) { return checked(ContactDetail { ContactDetailId::trusted(""), PersonId::trusted(""), kind, std::move(value) }); };
    CHECK(detail(ContactKind::WhatsApp, " +226 70 00 00 00 ")->value == "+226 70 00 00 00");
    CHECK(detail(ContactKind::Email, "Awa@Exemple.org")->value == "awa@exemple.org");
    CHECK_FALSE(detail(ContactKind::Signal, "awa"));
    CHECK_FALSE(detail(ContactKind::Email, "awa"));
    CHECK_FALSE(detail(ContactKind::Skype, "  "));
}

TEST_CASE("a person's page shows each detail to whom it is meant for, and nobody else")
{
    test::for_each_engine([](db::Database& db) {
        Circle circle(db);
        CHECK(circle.seen() == "yyyy");
        circle.sign_in_as(circle.issa, "Issa Barry");
        CHECK(circle.seen() == "ynnn");
        CHECK_FALSE(shows(circle.get("/people"), "awa@exemple.org"));
        circle.shares_body = true;
        CHECK(circle.seen() == "yynn");
        CHECK(shows(circle.get("/people"), "awa@exemple.org"));
        circle.shares_body = false;
        circle.sign_in_as(circle.issa, "Coordination");
        CHECK(circle.seen() == "yyyn");
        circle.sign_in_as(circle.awa, "Awa Sanou");
        CHECK(circle.seen() == "yyyy");
    });
}

TEST_CASE("whoever may correct a person neither reads nor overwrites a private address, nor reaches a private detail")
{
    test::for_each_engine([](db::Database& db) {
        Circle circle(db);
        auto const page = "/people/" + circle.awa.text();
        REQUIRE(circle.post(page, { { "full_name", "Awa Sanou" }, { "email", "awa@exemple.org" }, { "email_visibility", "private" }, { "language", "fr" }, { "version", "1" } }).status == 303);
        auto const hidden = expect_success(db.read([&](db::Reader const& reader) { return contact_details_of(reader, circle.awa); })).at(3);
        circle.sign_in_as(circle.issa, "Coordination");
        CHECK_FALSE(shows(circle.get(page + "/edit"), "awa@exemple.org"));
        CHECK(circle.post(page, { { "full_name", "Awa SANOU" }, { "email", "" }, { "email_visibility", "public" }, { "language", "fr" }, { "version", "2" } }).status == 303);
        CHECK(circle.person(circle.awa).email == "awa@exemple.org");
        CHECK(circle.person(circle.awa).email_visibility == Visibility::Private);
        CHECK(circle.get(page + "/contacts/" + hidden.id.text()).status == 404);
        CHECK(circle.post(page + "/contacts/" + hidden.id.text() + "/removal").status == 404);
    });
}

TEST_CASE("a person keeps their own details; a stranger does not, and the journal keeps none of them")
{
    test::for_each_engine([](db::Database& db) {
        Circle circle(db);
        auto const page = "/people/" + circle.awa.text() + "/contacts";
        circle.sign_in_as(circle.awa, "Awa Sanou");
        auto const form = circle.post(page, { { "kind", "whatsapp" }, { "value", "pas un numéro" }, { "visibility", "members" } });
        CHECK(form.status == 422);
        CHECK(shows(form, "pas un numéro"));
        CHECK(circle.post(page, { { "kind", "whatsapp" }, { "value", "+226 70 11 22 33" }, { "visibility", "" } }).status == 422);
        CHECK(circle.post(page, { { "kind", "whatsapp" }, { "value", "+226 70 11 22 33" }, { "visibility", "coordination" } }).status == 303);
        auto const detail = expect_success(db.read([&](db::Reader const& reader) { return contact_details_of(reader, circle.awa); })).back();
        CHECK(circle.post(page + "/" + detail.id.text(), { { "kind", "signal" }, { "value", "+226 70 11 22 33" }, { "visibility", "private" } }).status == 303);
        CHECK(shows(circle.get(page), "Signal"));
        circle.sign_in_as(circle.issa, "Issa Barry");
        CHECK(circle.get(page).status == 403);
        CHECK(circle.post(page, { { "kind", "other" }, { "value", "x" }, { "visibility", "public" } }).status == 403);
        for (auto const& event : circle.events_of(circle.awa.text()))
            CHECK(event.event.after.find("+226") == std::string::npos);
    });
}
