#include "accounts/emails/sign_in/body.txt.hpp"
#include "accounts/pages.hpp"
#include "accounts/password.hpp"
#include "accounts/set_up.hpp"
#include "accounts/set_up.html.hpp"
#include "accounts/sign_in.html.hpp"
#include "accounts/sign_in_link.html.hpp"
#include "journal/store.hpp"
#include "mail/outbox.hpp"
#include "mail/personal_link.hpp"
#include "people/person_store.hpp"
#include "web/configuration.hpp"
#include "web/cookies.hpp"
#include "web/errors.hpp"
#include "web/rate_limit.hpp"
#include "web/session.hpp"

namespace toguna::accounts {

namespace {

constexpr std::string_view sign_in_purpose = "accounts.sign_in";

/// Only a page of ours: a link in a mail must not make our sign-in lead elsewhere.
std::string own_path(std::string_view next)
{
    bool const ours = next.starts_with('/') && !next.starts_with("//") && next.find('\\') == std::string_view::npos;
    return ours ? std::string(next) : "/";
}

Result<void> require_patience(web::Request const& request, web::Context const& context, std::string_view account)
{
    if (!context.sign_in_throttle || context.sign_in_throttle->allow(request.remote_address, account, context.now))
        return {};
    return fail(ErrorKind::Unavailable, tr("Too many tries. Wait a few minutes, then try again; or receive a link by e-mail."), "sign-in throttled");
}

/// Signs in: a new session, its cookie, and the fact in the journal.
Result<web::Reply> signed_in_reply(db::Transaction& tx, web::Request const& request, web::Context const& context, Account const& account, std::string const& how, std::string const& next)
{
    auto const secret = TRY(web::start_session(tx, account.id.text(), context.now, context.chance));
    TRY(record_sign_in(tx, account.id, context.now));
    TRY(journal::record_event(tx, { account.id.text(), account.person.text(), account.name }, { "accounts.signed_in", account.id.text(), {}, {}, "{\"by\":\"" + how + "\"}" }, context.now, context.chance));
    auto reply = web::see_other(next);
    web::put_session_cookie(reply, request, secret);
    return reply;
}

web::Reply sign_in_page(web::Context const& context, SignInView view, int status = 200)
{
    auto const& language = context.language;
    view.email = { { "email", language.t("E-mail address"), {}, view.email.error }, view.email.value, web::Width::Half, "email", "username", "email" };
    view.password = { { "password", language.t("Password"), {}, {} }, {}, web::Width::Half, "password", "current-password" };
    bool const has_errors = !view.errors.empty();
    web::Page page { view.with_password ? language.t("Sign in") : language.t("Receive a link by e-mail"), {}, {}, html::sign_in(view, context.templates()), has_errors, true };
    return web::page(context, std::move(page), status);
}

Result<web::Reply> show_sign_in(web::Request const& request, web::Context& context)
{
    auto const accounts = context.db.read([](db::Reader const& reader) { return count_accounts(reader); });
    if (TRY(accounts) == 0)
        return web::see_other("/set-up");
    if (context.visitor)
        return web::see_other(own_path(request.query.get("next")));
    SignInView view;
    view.with_password = true;
    view.next = own_path(request.query.get("next"));
    return sign_in_page(context, std::move(view));
}

Result<web::Reply> show_link_request(web::Request const&, web::Context& context) { return sign_in_page(context, {}); }

/// One sentence for a wrong password, an unknown address and a closed account.
Result<web::Reply> refuse_sign_in(web::Request const& request, web::Context const& context)
{
    Error const error { ErrorKind::Invalid, tr("You are not signed in."), { { "email", tr("This address and this password do not go together. Try again, or receive a link by e-mail.") } }, {} };
    SignInView view;
    view.with_password = true;
    view.next = own_path(request.form.get("next"));
    view.email.value = std::string(request.form.get("email"));
    view.email.error = context.language(error.fields.front().message);
    view.errors = web::error_summary(context, error);
    return sign_in_page(context, std::move(view), 422);
}

/// POST /sign-in
Result<web::Reply> create_session(web::Request const& request, web::Context& context)
{
    auto const email = people::normal_email(request.form.get("email"));
    TRY(require_patience(request, context, email));
    auto const found = TRY(context.db.read([&](db::Reader const& reader) { return find_account_by_email(reader, email); }));
    // Hashed before the transaction: nobody else should wait for it. An unknown address costs the same time.
    auto const password = request.form.get("password").substr(0, 4 * longest_password);
    auto const check = check_against(password, found && !found->account.closed ? found->password_hash : std::string());
    if (!check.right)
        return refuse_sign_in(request, context);
    auto const new_hash = check.needs_rehash ? TRY(hash_password(password)) : std::string();
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        if (!new_hash.empty())
            TRY(update_password(tx, found->account.id, new_hash));
        return signed_in_reply(tx, request, context, found->account, "password", own_path(request.form.get("next")));
    });
}

/// POST /sign-in/link — the answer is the same whether the address is known or not.
Result<web::Reply> create_link(web::Request const& request, web::Context& context)
{
    auto const email = people::normal_email(request.form.get("email"));
    if (!people::looks_like_email(email)) {
        Error const error { ErrorKind::Invalid, tr("No link was sent."), { { "email", tr("“{text}” is not an e-mail address. Write it like name@example.org.", { { "text", email } }) } }, {} };
        SignInView view;
        view.email.value = email;
        view.email.error = context.language(error.fields.front().message);
        view.errors = web::error_summary(context, error);
        return sign_in_page(context, std::move(view), 422);
    }
    TRY(require_patience(request, context, email));
    auto const sent = context.db.write([&](db::Transaction& tx) -> Result<void> {
        auto const found = TRY(find_account_by_email(tx, email));
        if (!found || found->account.closed)
            return {};
        auto const person = TRY(people::find_person(tx, found->account.person));
        return send_sign_in_link(tx, context, found->account, person.language, {});
    });
    TRY(sent);
    return web::with_notice(request, context, web::see_other("/sign-in"), tr("If {email} has an account here, a link is on its way to it.", { { "email", email } }));
}

/// GET /sign-in/link/:secret
Result<web::Reply> show_link(web::Request const& request, web::Context& context)
{
    auto const& secret = request.parameters.at("secret");
    auto const link = context.db.read([&](db::Reader const& reader) { return mail::find_personal_link(reader, sign_in_purpose, secret, context.now); });
    TRY(link);
    return web::page(context, { context.language.t("Sign in"), {}, {}, html::sign_in_link({ secret }, context.templates()), false, true });
}

/// POST /sign-in/link/:secret
Result<web::Reply> spend_link(web::Request const& request, web::Context& context)
{
    auto const& secret = request.parameters.at("secret");
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const link = TRY(mail::find_personal_link(tx, sign_in_purpose, secret, context.now));
        TRY(mail::spend_personal_link(tx, sign_in_purpose, secret, context.now));
        auto const account = TRY(find_account(tx, AccountId::trusted(link.object)));
        if (account.closed)
            return fail(ErrorKind::Forbidden, tr("This account is closed. Ask an administrator to reopen it."));
        return signed_in_reply(tx, request, context, account, "link", account.has_password ? "/" : "/account");
    });
}

/// POST /sign-out
Result<web::Reply> delete_session(web::Request const& request, web::Context& context)
{
    auto const ended = context.db.write([&](db::Transaction& tx) { return web::end_session(tx, context.session); });
    TRY(ended);
    auto reply = web::see_other("/sign-in");
    web::drop_session_cookie(reply, request);
    return reply;
}

web::Reply set_up_page(web::Context const& context, web::Request const& request, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "" };
    };
    auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
    SetUpView view;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.code = { frame("code", language.t("Set-up code"), language.t("The server printed it on its terminal when it started, such as 4F7K-9QXM.")), typed("code"), web::Width::Date, "text", "one-time-code" };
    view.name = { frame("full_name", language.t("Your name"), language.t("As you write it, in that order.")), typed("full_name"), web::Width::Half, "text", "name" };
    view.email = { frame("email", language.t("E-mail address")), typed("email"), web::Width::Half, "email", "username" };
    view.password = { frame("password", language.t("Password"), language.t("At least 12 characters; a sentence is easy to remember.")), {}, web::Width::Half, "password", "new-password" };
    return web::page(context, { language.t("Set up Toguna"), {}, {}, html::set_up(view, context.templates()), error != nullptr, true }, error ? 422 : 200);
}

Result<void> require_no_account(web::Context const& context)
{
    auto const accounts = context.db.read([](db::Reader const& reader) { return count_accounts(reader); });
    if (TRY(accounts) == 0)
        return {};
    return fail(ErrorKind::NotFound, tr("This installation is set up already. Sign in instead."), "set-up after the first account");
}

Result<web::Reply> show_set_up(web::Request const& request, web::Context& context)
{
    TRY(require_no_account(context));
    return set_up_page(context, request, nullptr);
}

/// What is wrong in the person's name and address as well as in the password, all at once.
Result<void> check_first_administrator(people::Person const& person, std::string_view password)
{
    Error error { ErrorKind::Invalid, tr("The installation was not set up."), {}, {} };
    for (auto const& part : { people::checked(person).map([](auto const&) {}), check_password(password, person.email, person.full_name) })
        if (!part)
            error.fields.insert(error.fields.end(), part.error().fields.begin(), part.error().fields.end());
    if (!people::looks_like_email(people::normal_email(person.email)) && person.email.empty())
        error.fields.push_back({ "email", tr("Write your e-mail address: you sign in with it.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

/// POST /set-up
Result<web::Reply> create_first_administrator(web::Request const& request, web::Context& context)
{
    TRY(require_no_account(context));
    TRY(require_patience(request, context, "set-up"));
    auto const password = request.form.get("password");
    people::Person const person { context.new_id<people::PersonId>(), std::string(request.form.get("full_name")), std::string(request.form.get("email")), {}, std::string(context.language.language()) };
    if (auto const sound = check_first_administrator(person, password); !sound)
        return set_up_page(context, request, &sound.error());
    FirstAdministrator const administrator { person.id, context.new_id<AccountId>(), person.full_name, person.email, person.language, TRY(hash_password(password)) };
    auto const done = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(set_up(tx, administrator, request.form.get("code"), context.now));
        return signed_in_reply(tx, request, context, TRY(find_account(tx, administrator.account)), "set_up", "/");
    });
    if (!done && done.error().kind == ErrorKind::Invalid)
        return set_up_page(context, request, &done.error());
    return web::with_notice(request, context, TRY(done), tr("Toguna is set up. Create the first body next."));
}

} // namespace

Result<void> send_sign_in_link(db::Transaction& tx, web::Context const& context, Account const& account, std::string const& language, std::string const& invited_by)
{
    auto const lasts = invited_by.empty() ? std::chrono::milliseconds(sign_in_link_time) : std::chrono::milliseconds(invitation_time);
    auto const secret = TRY(mail::create_personal_link(tx, { std::string(sign_in_purpose), account.person.text(), account.id.text(), context.now + lasts, true }, context.now, context.chance));
    auto const& words = web::localization(language, web::Medium::File);
    SignInMail const mail { account.name, context.configuration.public_url + "/sign-in/link/" + secret, !invited_by.empty(), invited_by };
    mail::Envelope envelope;
    envelope.message.from = { context.configuration.mail_from_name, context.configuration.mail_from };
    envelope.message.to = { account.name, account.email };
    envelope.message.subject = invited_by.empty() ? words.t("Your link to sign in to Toguna") : words.t("You are invited to Toguna");
    envelope.message.text = text::emails_sign_in_body(mail, { words });
    envelope.key = "accounts.sign_in/" + new_unordered_id_text(context.chance);
    envelope.kind = "accounts.sign_in";
    envelope.person = account.person.text();
    TRY(mail::enqueue(tx, envelope, context.now, context.chance));
    return {};
}

std::vector<web::Route> sign_in_routes()
{
    using enum web::Method;
    return {
        { Get, "/sign-in", show_sign_in, web::anyone() },
        { Post, "/sign-in", create_session, web::anyone() },
        { Get, "/sign-in/link", show_link_request, web::anyone() },
        { Post, "/sign-in/link", create_link, web::anyone() },
        { Get, "/sign-in/link/:secret", show_link, web::personal_link() },
        { Post, "/sign-in/link/:secret", spend_link, web::personal_link() },
        { Post, "/sign-out", delete_session, web::signed_in() },
        { Get, "/set-up", show_set_up, web::anyone() },
        { Post, "/set-up", create_first_administrator, web::anyone() },
    };
}

} // namespace toguna::accounts
