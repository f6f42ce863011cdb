#pragma once
/// The catalogue of core functions as an installation words it: versioned, so that what was made before keeps its labels (S0-24).

#include "db/database.hpp"
#include "journal/event.hpp"

namespace toguna::functions {

struct CoreFunctionLabel {
    std::string code;
    std::string label_fr;
    std::string label_en;

    std::string const& label(std::string_view language) const { return language == "fr" ? label_fr : label_en; }
};
struct Catalogue {
    std::int64_t version = 0;
    std::string note;
    std::vector<CoreFunctionLabel> functions;
};
Result<Catalogue> current_catalogue(db::Reader const& db);
Result<Catalogue> find_catalogue(db::Reader const& db, std::int64_t version);
/// The current version; before there is one, the functions of the reference module as version 0.
Result<Catalogue> catalogue_or_default(db::Reader const& db);
/// Writes the first version where there is none; whatever shows functions may rely on one from then on.
Result<void> ensure_catalogue(db::Transaction& tx, journal::Actor const& actor, Instant now, Chance& chance);

struct CatalogueVersion {
    std::int64_t version = 0;
    std::string note;
    Instant created;
};
/// Newest first.
Result<std::vector<CatalogueVersion>> list_catalogues(db::Reader const& db);
/// A new version beside the old ones: what was made before keeps its own.
Result<std::int64_t> insert_catalogue(db::Transaction& tx, std::string const& note, std::vector<CoreFunctionLabel> const& functions, journal::Actor const& actor, Instant now, Chance& chance);

} // namespace toguna::functions
