#include "accounts/account.html.hpp"
#include "accounts/accounts.html.hpp"
#include "accounts/pages.hpp"
#include "accounts/password.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/person_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"
#include "web/session.hpp"

namespace toguna::accounts {

namespace {

/// The visitor's own account with its hash.
Result<StoredAccount> own_account(db::Reader const& reader, web::Context const& context)
{
    auto const account = TRY(find_account(reader, AccountId::trusted(context.visitor->account)));
    if (auto stored = TRY(find_account_by_email(reader, account.email)))
        return *std::move(stored);
    return fail(ErrorKind::NotFound, tr("This account does not exist."));
}

web::ChoiceField language_field(web::Localization const& language, std::string const& chosen, std::string error)
{
    return { { "language", language.t("Language of mails and documents"), {}, std::move(error) }, { { "fr", language.t("French") }, { "en", language.t("English") } }, { chosen }, false, true };
}

Result<web::Reply> account_page(web::Context& context, people::PersonForm const* typed, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const stored = TRY(own_account(reader, context));
        auto const form = typed ? *typed : people::PersonForm::encode(TRY(people::find_person(reader, stored.account.person)));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        AccountView view;
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.version = form.version;
        view.email = stored.account.email;
        view.full_name = { { "full_name", language.t("Your name"), language.t("As you write it, in that order."), message("full_name") }, form.full_name, web::Width::Half, "text", "name" };
        view.language = language_field(language, form.language, message("language"));
        view.has_password = stored.account.has_password;
        view.current_password = { { "current_password", language.t("Current password"), {}, message("current_password") }, {}, web::Width::Half, "password", "current-password" };
        view.password = { { "password", language.t("New password"), language.t("At least 12 characters; a sentence is easy to remember."), message("password") }, {}, web::Width::Half, "password", "new-password" };
        web::Page page { language.t("My account"), { { language.t("Home"), "/" } }, {}, html::account(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_account(web::Request const&, web::Context& context) { return account_page(context, nullptr, nullptr); }

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

/// POST /account
Result<web::Reply> change_account(web::Request const& request, web::Context& context)
{
    auto const form = people::PersonForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const account = TRY(find_account(tx, AccountId::trusted(context.visitor->account)));
        auto person = TRY(people::find_person(tx, account.person));
        person.full_name = form.full_name;
        person.language = form.language;
        person.version = people::read_version(form.version);
        TRY(people::update_person(tx, person, context.now));
        TRY(journal::record_event(tx, journal::actor_of(context), { "accounts.account_changed", account.id.text() }, context.now, context.chance));
        return web::see_other("/account");
    });
    if (!saved && can_be_mended(saved.error()))
        return account_page(context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

/// POST /account/password — other sessions end: whoever knew the old password is out.
Result<web::Reply> change_password(web::Request const& request, web::Context& context)
{
    auto const stored = TRY(context.db.read([&](db::Reader const& reader) { return own_account(reader, context); }));
    auto const password = request.form.get("password");
    if (stored.account.has_password && !check_against(request.form.get("current_password"), stored.password_hash).right) {
        Error const error { ErrorKind::Invalid, tr("The password was not changed."), { { "current_password", tr("This is not your current password. If you forgot it, sign out and receive a link by e-mail.") } }, {} };
        return account_page(context, nullptr, &error);
    }
    if (auto const sound = check_password(password, stored.account.email, stored.account.name); !sound)
        return account_page(context, nullptr, &sound.error());
    auto const hash = TRY(hash_password(password));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(update_password(tx, stored.account.id, hash));
        TRY(web::end_sessions_of(tx, stored.account.id.text(), context.session));
        TRY(journal::record_event(tx, journal::actor_of(context), { "accounts.password_changed", stored.account.id.text() }, context.now, context.chance));
        return web::see_other("/account");
    });
    return web::with_notice(request, context, TRY(saved), tr("The password was saved. You are signed out everywhere else."));
}

AccountRow account_row(web::Context const& context, Account const& account)
{
    auto const& language = context.language;
    AccountRow row { account.id.text(), account.name, account.email, account.administrator ? language.t("Administrator") : language.t("Member"), language.t("Never"), account.closed,
        account.id.text() == context.visitor->account };
    if (account.closed)
        row.role = language.t("Closed account");
    if (account.last_sign_in)
        row.last_sign_in = language.date_time(*account.last_sign_in, context.time_zone());
    return row;
}

Result<web::Reply> accounts_page(web::Request const& request, web::Context& context, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        AccountsView view;
        view.total = TRY(count_accounts(reader));
        auto const pagination = web::paginate(static_cast<int>(view.total), request.query.get("page"));
        for (auto const& account : TRY(list_accounts(reader, web::rows_per_page, (pagination.page - 1) * web::rows_per_page)))
            view.rows.push_back(account_row(context, account));
        view.pages = web::pagination_links(context, request, pagination);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.name = { { "full_name", language.t("Name"), language.t("As the person writes it. Somebody already known by this address keeps their name."), message("full_name") }, typed("full_name"), web::Width::Half, "text", "off" };
        view.email = { { "email", language.t("E-mail address"), {}, message("email") }, typed("email"), web::Width::Half, "email", "off" };
        view.language = language_field(language, typed("language").empty() ? "fr" : typed("language"), message("language"));
        view.administrator = { { "administrator", language.t("Rights"), {}, {}, true }, { { "yes", language.t("Administrator of this installation") } }, { typed("administrator") }, true };
        web::Page page { language.t("Accounts"), { { language.t("Home"), "/" } }, "/accounts", html::accounts(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_accounts(web::Request const& request, web::Context& context) { return accounts_page(request, context, nullptr); }

/// The person with that address, or a new one.
Result<people::Person> person_to_invite(db::Transaction& tx, web::Context const& context, people::Person const& typed)
{
    if (auto known = TRY(people::find_person_by_email(tx, typed.email)))
        return *std::move(known);
    TRY(people::insert_person(tx, typed, context.now));
    return typed;
}

/// POST /accounts
Result<web::Reply> invite(web::Request const& request, web::Context& context)
{
    auto const form = people::PersonForm::decode(request);
    auto const person_id = context.new_id<people::PersonId>();
    auto const account_id = context.new_id<AccountId>();
    auto const invited = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const typed = TRY(form.value(person_id));
            auto const person = TRY(person_to_invite(tx, context, typed));
            TRY(insert_account(tx, { account_id, person.id, typed.email, {}, request.form.get("administrator") == "yes" }, context.now));
            auto const account = TRY(find_account(tx, account_id));
            TRY(send_sign_in_link(tx, context, account, person.language, context.visitor->name));
            TRY(journal::record_event(tx, journal::actor_of(context), { "accounts.invited", account_id.text() }, context.now, context.chance));
            return web::see_other("/accounts");
        });
    });
    if (!invited && can_be_mended(invited.error()))
        return accounts_page(request, context, &invited.error());
    return web::with_notice(request, context, TRY(invited), tr("The invitation is on its way to {email}.", { { "email", people::normal_email(form.email) } }));
}

Result<web::Reply> create_closure(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AccountId>("account"));
    auto const closed = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(close_account(tx, id, context.now));
        TRY(web::end_sessions_of(tx, id.text()));
        TRY(journal::record_event(tx, journal::actor_of(context), { "accounts.closed", id.text() }, context.now, context.chance));
        return web::see_other("/accounts");
    });
    return web::with_notice(request, context, TRY(closed), tr("The account is closed. What it did stays in the journal."));
}

Result<web::Reply> create_reopening(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<AccountId>("account"));
    auto const opened = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(find_account(tx, id));
        TRY(reopen_account(tx, id));
        TRY(journal::record_event(tx, journal::actor_of(context), { "accounts.reopened", id.text() }, context.now, context.chance));
        return web::see_other("/accounts");
    });
    return web::with_notice(request, context, TRY(opened), tr("The account is open again."));
}

} // namespace

std::vector<web::Route> account_routes()
{
    using enum web::Method;
    return {
        { Get, "/account", show_account, web::signed_in() },
        { Post, "/account", change_account, web::signed_in() },
        { Post, "/account/password", change_password, web::signed_in() },
        { Get, "/accounts", show_accounts, web::administrator() },
        { Post, "/accounts", invite, web::administrator() },
        { Post, "/accounts/:account/closure", create_closure, web::administrator() },
        { Post, "/accounts/:account/reopening", create_reopening, web::administrator() },
    };
}

} // namespace toguna::accounts
