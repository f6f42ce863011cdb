#pragma once
/// Programs of other people that read what we write, called by the tests of the writers.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace toguna::formats::outside {

/// A file that exists as long as this does.
class ScratchFile {
public:
    explicit ScratchFile(std::string_view bytes)
    {
        m_path = (std::filesystem::temp_directory_path() / "toguna-test-XXXXXX").string();
        int const file = mkstemp(m_path.data());
        if (file < 0)
            throw std::runtime_error("No temporary file for the test");
        std::fclose(fdopen(file, "w"));
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ScratchFile(ScratchFile const&) = delete;
    ScratchFile& operator=(ScratchFile const&) = delete;
    ~ScratchFile() { std::filesystem::remove(m_path); }

    std::string const& path() const { return m_path; }

private:
    std::string m_path;
};

/// What `command FILE` prints; its complaints too. Throws when it fails.
inline std::string output_of(std::string const& command, std::string_view bytes, std::string const& after = "")
{
    ScratchFile const file(bytes);
    auto const line = command + " " + file.path() + " " + after + " 2>&1";
    auto* const pipe = popen(line.c_str(), "r");
    if (!pipe)
        throw std::runtime_error("Cannot run " + line);
    std::string output;
    char buffer[4096];
    for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, count);
    if (auto const status = pclose(pipe); status != 0)
        throw std::runtime_error(line + " failed: " + output);
    return output;
}

/// Text in reading order, as a copy of the page would give it.
inline std::string pdf_text(std::string_view pdf) { return output_of("pdftotext -enc UTF-8 -layout", pdf, "-"); }
inline std::string pdf_properties(std::string_view pdf) { return output_of("pdfinfo", pdf); }

/// By python-docx and openpyxl of Debian's Python; ctest runs at the root of the source tree.
inline std::string docx_text(std::string_view docx) { return output_of("/usr/bin/python3 tests/reference/read_office.py docx", docx); }
inline std::string xlsx_text(std::string_view xlsx) { return output_of("/usr/bin/python3 tests/reference/read_office.py xlsx", xlsx); }

} // namespace toguna::formats::outside
