#include "base/html.hpp"
#include "base/id.hpp"

#include <doctest/doctest.h>

using namespace toguna;

namespace {

template<class Write>
std::string written(Write const& write)
{
    std::string out;
    HtmlWriter writer(out);
    write(writer);
    return out;
}

} // namespace

TEST_CASE("what people type stays text on the page")
{
    CHECK(written([](HtmlWriter& html) { html.text("<script>alert('x')</script> & \"co\""); }) == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;");
    CHECK(written([](HtmlWriter& html) { html.plain(std::string("l’État")); }) == "l’État");
    CHECK(written([](HtmlWriter& html) { html.text(std::size_t { 12 }); }) == "12");
    CHECK(written([](HtmlWriter& html) { html.text(SafeHtml::trusted("<b>x</b>")); }) == "<b>x</b>");
}

TEST_CASE("a name inside an address cannot leave its segment")
{
    CHECK(percent_encoded("a/b?c=d&é") == "a%2Fb%3Fc%3Dd%26%C3%A9");
    CHECK(written([](HtmlWriter& html) { html.address_part(Id<struct AnyTag>::trusted("0abc")); }) == "0abc");
    CHECK(written([](HtmlWriter& html) { html.address_part("\"><script>"); }) == "%22%3E%3Cscript%3E");
}

TEST_CASE("an address stays on this site or says http, https or mailto")
{
    CHECK(Url("/plans/1?year=2026").address() == "/plans/1?year=2026");
    CHECK(Url("#due").address() == "#due");
    CHECK(Url("HTTPS://exemple.org/").address() == "HTTPS://exemple.org/");
    CHECK(Url("mailto:aminata@exemple.org").address() == "mailto:aminata@exemple.org");
    CHECK(Url("").empty());
}

TEST_CASE("an address that could run a script or leave by a trick leads nowhere")
{
    for (auto const* address : { "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example",
             "/\t/evil.example", "https:evil.example", "plans/1" })
        CHECK_MESSAGE(Url(address).address() == "#", address);
}
