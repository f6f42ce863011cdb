#pragma once
/// Bodies as a tree on paper: who is part of whom, who answers to whom, who holds which role that day (S4-12). Pure layout; the
/// page draws it.

#include "bodies/ids.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace toguna::bodies {

/// One body as it stood on the day asked for, in words of the reader.
struct OrganigramBody {
    BodyId id;
    std::string name;
    std::vector<std::string> notes = {}; ///< « Chef de file : ACN », one a line
    std::optional<BodyId> parent = {};
    std::optional<BodyId> reports_to = {}; ///< when it is not the parent
};

struct OrganigramBox {
    std::size_t body = 0; ///< place in the list that was given
    int depth = 0;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::string> name_lines = {};
    std::vector<std::string> note_lines = {};
};

struct OrganigramLink {
    std::size_t from = 0; ///< place of the box: the parent, or who reports
    std::size_t to = 0;   ///< the child, or who is reported to
    bool is_report = false;
};

/// Boxes in the order of a list that is read from top to bottom: a body, then those below it.
struct Organigram {
    int width = 0;
    int height = 0;
    std::vector<OrganigramBox> boxes = {};
    std::vector<OrganigramLink> links = {};
};

/// From left to right: each body beside the middle of those below it. A body whose parent is not in the list is a root; a ring, which
/// the store refuses, would be cut open at its first body.
Organigram lay_out(std::span<OrganigramBody const> bodies);

/// Cut between words into lines of about `width` letters; a longer word stays whole.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace toguna::bodies
