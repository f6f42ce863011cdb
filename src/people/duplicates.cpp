#include "people/duplicates.hpp"

#include "people/normalise.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace toguna::people {

namespace {

template<class IdType>
class Pairs {
public:
    void add(IdType const& left, IdType const& right, DuplicateReason reason)
    {
        if (left == right)
            return;
        auto const [place, is_new] = m_reasons.try_emplace(std::minmax(left, right), reason);
        if (!is_new)
            place->second = std::min(place->second, reason);
    }
    std::vector<LikelyDuplicate<IdType>> list() const
    {
        std::vector<LikelyDuplicate<IdType>> result;
        for (auto const& [ids, reason] : m_reasons)
            result.push_back({ ids.first, ids.second, reason });
        return result;
    }

private:
    std::map<std::pair<IdType, IdType>, DuplicateReason> m_reasons;
};

/// Everybody in a bucket is a duplicate of its first: a name that twenty share is nineteen questions, not a hundred and ninety.
template<class IdType>
void pair_with_first(Pairs<IdType>& pairs, std::vector<IdType> const& bucket, DuplicateReason reason)
{
    for (auto const& id : bucket)
        pairs.add(bucket.front(), id, reason);
}

/// One typing error leaves the first or the last half of a name as it was, so only names that share a half are compared.
/// The two lengths allow for a letter more or less.
std::vector<std::string> halves_of(std::string const& key)
{
    std::vector<std::string> halves;
    for (auto const length : { (key.size() - 1) / 2, key.size() / 2 }) {
        halves.push_back("<" + key.substr(0, length));
        halves.push_back(">" + key.substr(key.size() - length));
    }
    std::sort(halves.begin(), halves.end());
    halves.erase(std::unique(halves.begin(), halves.end()), halves.end());
    return halves;
}

void pair_similar(Pairs<OrganizationId>& pairs, std::vector<NameInUse const*> const& names)
{
    std::unordered_map<std::string, std::vector<NameInUse const*>> by_half;
    for (auto const* name : names)
        for (auto& half : halves_of(name->key)) {
            auto& bucket = by_half[std::move(half)];
            for (auto const* other : bucket)
                if (one_typing_error_apart(other->key, name->key))
                    pairs.add(other->id, name->id, DuplicateReason::SimilarName);
            bucket.push_back(name);
        }
}

} // namespace

Text label_of(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::SameName: return tr("same name");
    case DuplicateReason::SimilarName: return tr("names that differ by one letter");
    case DuplicateReason::SameAcronymAndType: return tr("same acronym and type");
    case DuplicateReason::SameWords: return tr("same names, in any order");
    case DuplicateReason::SameAddress: return tr("same e-mail address");
    }
    return {};
}

std::vector<LikelyDuplicate<OrganizationId>> likely_duplicates(std::span<NameInUse const> names)
{
    Pairs<OrganizationId> pairs;
    std::unordered_map<std::string, std::vector<OrganizationId>> by_name;
    std::map<std::pair<std::string, OrganizationType>, std::vector<OrganizationId>> by_acronym;
    std::vector<NameInUse const*> long_names;
    for (auto const& name : names) {
        if (name.key.empty())
            continue;
        if (name.is_acronym) {
            by_acronym[{ name.key, name.type }].push_back(name.id);
        } else {
            by_name[name.key].push_back(name.id);
            long_names.push_back(&name);
        }
    }
    for (auto const& [key, bucket] : by_name)
        pair_with_first(pairs, bucket, DuplicateReason::SameName);
    for (auto const& [key, bucket] : by_acronym)
        pair_with_first(pairs, bucket, DuplicateReason::SameAcronymAndType);
    pair_similar(pairs, long_names);
    return pairs.list();
}

std::vector<LikelyDuplicate<PersonId>> likely_duplicates(std::span<PersonInUse const> persons)
{
    Pairs<PersonId> pairs;
    std::unordered_map<std::string, std::vector<PersonId>> by_words;
    std::unordered_map<std::string, std::vector<PersonId>> by_address;
    for (auto const& person : persons) {
        auto words = search_words(person.key);
        std::sort(words.begin(), words.end());
        std::string sorted;
        for (auto const& word : words)
            sorted += word + " ";
        // One name alone is no sign: half a village is called Sanou.
        if (words.size() > 1)
            by_words[std::move(sorted)].push_back(person.id);
        if (!person.email.empty())
            by_address[person.email].push_back(person.id);
    }
    for (auto const& [key, bucket] : by_words)
        pair_with_first(pairs, bucket, DuplicateReason::SameWords);
    for (auto const& [key, bucket] : by_address)
        pair_with_first(pairs, bucket, DuplicateReason::SameAddress);
    return pairs.list();
}

} // namespace toguna::people
