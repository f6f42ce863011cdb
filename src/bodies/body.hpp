#pragma once
/// A coordination body: one entity, many kinds — cluster, working group, strategic committee, donors' group, troïka …

#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "geography/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

/// The kinds of the sources: cluster side, then donor side.
enum class BodyKind {
    Cluster,
    SubCluster,
    AreaOfResponsibility,
    TechnicalWorkingGroup,
    StrategicCommittee,
    InterClusterGroup,
    HumanitarianCountryTeam,
    NgoForum,
    DonorGroup,
    ExecutiveGroup,
    AmbassadorsGroup,
    Troika,
    ThematicGroup,
    SubGroup,
    TechnicalPool,
    DialogueFramework,
    ReviewCommittee,
};

/// In the order a list shows them.
std::vector<BodyKind> const& body_kinds();
std::string_view name_of(BodyKind kind); ///< "technical_working_group"
std::optional<BodyKind> body_kind_from(std::string_view name);
Text label_of(BodyKind kind); ///< « Groupe de travail technique »

/// When nobody of the body is written to: reminders wait for the next allowed time.
struct QuietTimes {
    std::vector<unsigned> weekdays { 6, 7 }; ///< 1 is Monday, 7 is Sunday
    std::vector<Date> days = {};             ///< public holidays and others
    int night_from = 20 * 60;                ///< minute of the local day, 0–1439
    int night_until = 7 * 60;                ///< minute of the local day; equal to night_from: there is no night
    bool operator==(QuietTimes const&) const = default;

    bool is_quiet_day(Date day) const;
    /// The night may cross midnight: from 20:00 until 07:00.
    bool is_night(int minute_of_day) const;
};

/// Another name or acronym; `language` is "fr", "en" … or empty.
struct BodyAlias {
    std::string text;
    std::string language = {};
    bool operator==(BodyAlias const&) const = default;
};

struct Body {
    BodyId id;
    BodyKind kind = BodyKind::Cluster;
    std::string name;    ///< « Cluster Sécurité alimentaire »
    std::string acronym; ///< « CSA », or empty
    std::string code;    ///< unique, typed on the command line and in references: "NUT"; 2–12 of A–Z, 0–9 and "-"
    geography::CountryCode country;
    std::optional<BodyId> parent = {}; ///< the body it is part of
    std::vector<BodyAlias> aliases = {};
    QuietTimes quiet = {};
    std::int64_t version = 1; ///< rises with each change; a form carries it back
    std::optional<BodyId> reports_to = {};   ///< when it is not the parent: a pool sits under the group and answers to the troïka (S4-12)
    std::string sector = {};                 ///< code of sector.hpp, or empty
    std::optional<Date> archived_on = {};    ///< hidden from lists since; readable, and may come back
    std::optional<BodyId> merged_into = {};  ///< what continues it; its own past stays readable

    std::string const& short_name() const { return acronym.empty() ? name : acronym; }
    /// Whom it answers to.
    std::optional<BodyId> const& line() const { return reports_to ? reports_to : parent; }
    bool is_current() const { return !archived_on && !merged_into; }
};

/// Trims and capitalises the code. Invalid, field by field, when the name or code is missing or malformed, a quiet
/// weekday is not 1–7, all seven are quiet, or the body would be its own parent.
Result<Body> checked(Body body);

/// A renamed body keeps its former name and acronym among its aliases, so that a search still finds it.
Body with_former_names(Body after, Body const& before);

/// What the search looks in: name, acronym, code, aliases, and the sector in both languages (S2-79).
std::string search_text_of(Body const& body);

/// Aliases typed one a line: « UNDP » or « Early Recovery (en) ».
std::vector<BodyAlias> read_body_aliases(std::string_view lines);
std::string write_body_aliases(std::vector<BodyAlias> const& aliases);

/// "nut " → "NUT"; empty when it cannot be a code.
std::optional<std::string> normal_code(std::string_view text);

} // namespace toguna::bodies
