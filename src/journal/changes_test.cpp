#include "journal/changes.hpp"

#include <doctest/doctest.h>

using toguna::journal::changes_between;

TEST_CASE("the journal shows what changed, and not what stayed")
{
    CHECK(changes_between(R"({"text":"Former","status":"to_do","version":1})", R"({"text":"Former","status":"closed","version":2})")
        == "status: to_do → closed; version: 1 → 2");
}

TEST_CASE("a new thing shows all of itself, a removed one what it was")
{
    CHECK(changes_between("", R"({"reference":"NUT-2026-001","due":null})") == "reference: NUT-2026-001; due: –");
    CHECK(changes_between(R"({"reference":"NUT-2026-001"})", "") == "reference: NUT-2026-001");
    CHECK(changes_between("", "").empty());
}

TEST_CASE("what is no JSON is shown as it was written")
{
    CHECK(changes_between("", "par le terminal") == "par le terminal");
    CHECK(changes_between("avant", "{après") == "avant → {après");
}
