#pragma once
/// The address of the register: filters, order and page as plain query fields, so that a view can be kept and sent on.

#include "actions/store.hpp"
#include "web/localization.hpp"
#include "web/request.hpp"

#include <map>

namespace toguna::actions {

enum class RegisterOrder { Deadline, Reference, Body, Responsible, Status };
std::string_view name_of(RegisterOrder order); ///< "deadline"

struct RegisterForm {
    std::string words = {};
    std::string body = {};
    std::string plan = {};
    std::string core_function = {};
    std::string responsible = {};
    std::string status = {};  ///< name of a status, or "open"
    bool late = false;
    bool without_due = false;
    bool without_responsible = false;
    std::string as_of = {};   ///< as typed; empty: today
    RegisterOrder order = RegisterOrder::Deadline;
    bool mine = false;        ///< « Mes actions »: from the path

    static RegisterForm decode(web::Request const& request);

    bool is_filtered() const;
    /// "/actions?status=open&late=1"; `path` defaults to that of the page.
    std::string address(std::string path = {}) const;

    /// Without the bodies a reader may see. Empty when the date is not understood.
    std::optional<RegisterFilter> filter(Date today, std::string_view time_zone) const;
    /// The day whose state is shown; empty when it is not understood.
    std::optional<Date> day(Date today) const;
};

/// In the order asked; what is equal keeps the order of deadlines.
void sort_register(std::vector<ActionPoint>& actions, RegisterOrder order, std::map<bodies::BodyId, std::string> const& body_names, web::Localization const& language);

} // namespace toguna::actions
