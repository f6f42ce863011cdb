#include "terms/place_json.hpp"
#include "terms/sample_facts.hpp"
#include "terms/test_documents.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace toguna;
using namespace toguna::terms;
using test::expect_success;

TEST_CASE("every place has a name of its own in each language, and each list has an item")
{
    for (auto const language : { "fr", "en" }) {
        std::set<std::string> names;
        for (auto const& place : places()) {
            CHECK_MESSAGE(names.insert(std::string(name_of(place, language))).second, name_of(place, language));
            auto const use = read_place(name_of(place, language), language);
            REQUIRE_MESSAGE(use, name_of(place, language));
            CHECK(use->place == &place);
            CHECK(use->form == NounForm::Bare);
        }
    }
    for (auto const& place : places())
        if (!place.list.empty())
            CHECK(find_place(place.list)->is_list);
}

TEST_CASE("the invented body of the preview fills every place")
{
    auto const values = values_of(sample_facts(), test_data::words_of("fr"));
    for (auto const& place : places())
        if (place.list.empty())
            CHECK_MESSAGE((place.is_list ? values.lists.contains(place.code) : values.single.contains(place.code)), place.code);
}

TEST_CASE("values come back from storage as they were, and foreign text is refused")
{
    auto const values = values_of(test_data::donors_pool(), test_data::words_of("fr"));
    auto const back = expect_success(values_from_json(to_json(values)));
    CHECK(back.single == values.single);
    CHECK(back.lists == values.lists);
    for (auto const text : { "", "{}", "[]", "{\"single\":{\"a\":1},\"lists\":{}}" })
        CHECK_FALSE(values_from_json(text));
    CHECK_FALSE(details_from_json("{\"a\":1}"));
}
