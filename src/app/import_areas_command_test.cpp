#include "app/commands.hpp"
#include "support/engines.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace toguna;
using test::TemporaryDirectory;

namespace {

struct Outcome {
    int code = 0;
    std::string out;
    std::string messages;

    bool says(std::string_view words) const { return (out + messages).find(words) != std::string::npos; }
    boost::json::object json() const { return boost::json::parse(out).as_object(); }
};

/// « toguna import areas … » into the folder `data`.
Outcome import_areas(TemporaryDirectory const& data, std::string const& file, std::vector<std::string> more)
{
    std::vector<std::string> words { "toguna", "import", "areas", file, "--data", data.path(), "--language", "fr" };
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char const*> arguments;
    for (auto const& word : words)
        arguments.push_back(word.c_str());
    std::ostringstream out;
    std::ostringstream messages;
    auto const code = app::run_command_line(static_cast<int>(arguments.size()), arguments.data(), out, messages);
    return { code, out.str(), messages.str() };
}

std::string write_file(TemporaryDirectory const& data, std::string const& bytes)
{
    auto const path = data / "zones.csv";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string const chad = "ADM0_PCODE,ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE,validOn\nTCD,Lac,TCD07,Mamdi,TCD0701,2026-01-01\nTCD,Tibesti,TCD19,Bardaï,TCD1901,2026-01-01\n";

} // namespace

TEST_CASE("areas are imported from the command line: looked at first, written once, the same again changes nothing")
{
    TemporaryDirectory const data;
    auto const file = write_file(data, chad);
    auto const looked_at = import_areas(data, file, { "--dry-run" });
    CHECK(looked_at.code == 0);
    CHECK(looked_at.says("Tchad, édition 2026, valable depuis le 1er janvier 2026"));
    CHECK(import_areas(data, file, { "--dry-run", "--format", "json" }).json().at("added").as_int64() == 4);
    auto const written = import_areas(data, file, { "--format", "json" });
    CHECK(written.code == 0);
    CHECK(written.json().at("written").as_bool());
    auto const again = import_areas(data, file, { "--format", "json" });
    CHECK(again.json().at("unchanged").as_int64() == 4);
    CHECK_FALSE(again.json().at("written").as_bool());
}

TEST_CASE("a file with refused rows ends with 2, names their place and writes nothing")
{
    TemporaryDirectory const data;
    auto const refused = import_areas(data, write_file(data, chad + "TCD,Lac,TCD07,Wayi,TCD0701,2026-01-01\n"), {});
    CHECK(refused.code == 2);
    CHECK(refused.says("TCD0701 figure deux fois"));
    CHECK(refused.says("ligne 4"));
    CHECK(import_areas(data, write_file(data, chad), { "--dry-run", "--format", "json" }).json().at("added").as_int64() == 4);
}

TEST_CASE("what the file does not say is asked for, and words that mean nothing are refused")
{
    TemporaryDirectory const data;
    auto const file = write_file(data, "ADM1_FR,ADM1_PCODE\nLac,TD07\n");
    CHECK(import_areas(data, file, {}).says("choisissez-le"));
    CHECK(import_areas(data, file, { "--country", "TCD" }).says("indiquez le jour"));
    CHECK(import_areas(data, file, { "--country", "Tchad", "--valid-from", "2026-01-01" }).code == 2);
    CHECK(import_areas(data, file, { "--country", "TCD", "--valid-from", "31/2/2026" }).code == 2);
    CHECK(import_areas(data, data / "nothing.csv", {}).code == 2);
    CHECK(import_areas(data, file, { "--country", "TCD", "--valid-from", "2026-01-01", "--dry-run" }).code == 0);
}
