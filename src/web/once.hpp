#pragma once
/// A form sent twice acts once: a slow network, a double tap, a page sent again.

#include "web/context.hpp"

namespace toguna::web {

/// <input type="hidden" name="once" value="…">, for forms whose effect must not be doubled. A new one for each page shown.
SafeHtml once_field(Context const& context);

/// Inside the transaction of the effect, before it. Empty: this is the first time, go on, and `remember` the reply.
/// A reply: it was done before, give this one. Invalid: the same token came with other content.
/// A form without the field is always the first time.
Result<std::optional<Reply>> replayed(db::Transaction& tx, Request const& request, Context const& context);
/// Keeps status and Location of `reply`, in the same transaction as the effect.
Result<void> remember(db::Transaction& tx, Request const& request, Context const& context, Reply const& reply);

/// Both around an effect that gives Result<Reply>.
template<class Effect>
Result<Reply> once(db::Transaction& tx, Request const& request, Context const& context, Effect const& effect)
{
    if (auto reply = TRY(replayed(tx, request, context)))
        return std::move(*reply);
    Result<Reply> reply = effect();
    if (reply)
        TRY(remember(tx, request, context, *reply));
    return reply;
}

/// After a week nobody sends the same page again. How many were removed.
Result<std::int64_t> remove_old_once(db::Transaction& tx, Instant now);

} // namespace toguna::web
