#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <string>

TEST_CASE("every sentence that people see is said in French, with the same places and French typography")
{
    auto* pipe = popen("script/i18n 2>&1", "r");
    REQUIRE(pipe);
    std::string output;
    std::array<char, 4096> buffer;
    while (auto const size = fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), size);
    auto const status = pclose(pipe);
    CHECK_MESSAGE(status == 0, output);
}
