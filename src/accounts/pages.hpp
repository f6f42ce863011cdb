#pragma once
/// What the pages of sign-in and accounts show.

#include "accounts/store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::accounts {

struct SignInView {
    SafeHtml errors;
    std::string next; ///< where the visitor wanted to go
    web::TextField email;
    web::TextField password;
    bool with_password = false; ///< else: ask for a link by mail
};

/// « Continuer » before the link is spent: mail scanners open addresses, they do not press buttons.
struct SignInLinkView {
    std::string secret;
};

struct SetUpView {
    SafeHtml errors;
    web::TextField code;
    web::TextField name;
    web::TextField email;
    web::TextField password;
};

struct AccountView {
    SafeHtml errors;
    std::string version;
    std::string email;
    web::TextField full_name;
    web::ChoiceField language;
    web::TextField current_password; ///< shown when there is one
    web::TextField password;
    bool has_password = false;
};

struct AccountRow {
    std::string id;
    std::string name;
    std::string email;
    std::string role;
    std::string last_sign_in;
    bool closed = false;
    bool is_own = false;
};

struct AccountsView {
    std::vector<AccountRow> rows;
    std::int64_t total = 0;
    SafeHtml pages;
    SafeHtml errors;
    SafeHtml once;
    web::TextField name;
    web::TextField email;
    web::ChoiceField language;
    web::ChoiceField administrator;
};

struct SignInMail {
    std::string name;
    std::string address; ///< of the link
    bool is_invitation = false;
    std::string invited_by = {};
};

/// How long an e-mailed link opens the door.
inline constexpr std::chrono::minutes sign_in_link_time { 15 };
/// An invitation waits in a mailbox: three days.
inline constexpr std::chrono::hours invitation_time { 72 };

/// Writes the mail with a link that signs the account in once. `invited_by` empty: the visitor asked for it.
Result<void> send_sign_in_link(db::Transaction& tx, web::Context const& context, Account const& account, std::string const& language, std::string const& invited_by);

std::vector<web::Route> sign_in_routes();
std::vector<web::Route> account_routes();

} // namespace toguna::accounts
