#pragma once
/// Recognises an administrative area in the words of a document or a form field.

#include "geography/admin_area.hpp"

namespace toguna::geography {

/// An area as recognition needs it.
struct KnownArea {
    AdminAreaId id;
    int level = 1;
    std::optional<AdminAreaId> parent;
    std::optional<PCode> p_code;
    std::vector<std::string> keys; ///< name_key of its names
};

/// `exact` when there is no doubt; otherwise `candidates`, likeliest first, for a person to choose from; or neither.
struct AreaMatch {
    std::optional<AdminAreaId> exact = {};
    std::vector<AdminAreaId> candidates = {};
};

/// Letters and digits only, without accents and case: « Guidan-Roumdji » and « Guidan Roumdji » have one key.
std::string name_key(std::string_view name);

/// What the last of `path` means: « Centre-Nord », « Sanmatenga », « Kaya ». What stands before it, outermost first, are the
/// areas it lies in, as far as they were written; empty texts say nothing. A P-code is understood too.
///
/// The parents judge: a name with one typing error is taken only where a parent that was written agrees; a name several
/// areas bear is decided by the parent or by `level`, and otherwise left to a person. Two errors are never taken without
/// question: « Sanmentenga » is as near to Sanmatenga as to Namentenga. But a child that is spelt right forgives its parent:
/// « Sanmentenga », « Kaya » is the Kaya of Sanmatenga.
AreaMatch recognise_area(std::span<KnownArea const> areas, std::span<std::string_view const> path, std::optional<int> level = {});

} // namespace toguna::geography
