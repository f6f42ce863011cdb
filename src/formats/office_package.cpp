#include "formats/office_package.hpp"

#include "formats/cell_text.hpp"
#include "formats/xml.hpp"

namespace toguna::formats {

namespace {

/// "xl" + "../customXml/a.xml" → "customXml/a.xml".
std::string resolved_target(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    std::string path(folder);
    while (!target.empty()) {
        auto const slash = target.find('/');
        auto const step = target.substr(0, slash);
        if (step == "..")
            path.erase(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
        else if (step != "." && !step.empty())
            path.append(path.empty() ? "" : "/").append(step);
        target.remove_prefix(slash == std::string_view::npos ? target.size() : slash + 1);
    }
    return path;
}

class RelationshipsHandler final : public XmlHandler {
public:
    explicit RelationshipsHandler(std::string_view folder) : m_folder(folder) { }
    std::vector<Relationship> relationships;

private:
    void open(XmlElement const& element) override
    {
        auto const target = element.attribute("Target");
        if (element.name != "Relationship" || !target || element.attribute("TargetMode") == "External")
            return;
        auto type = element.attribute("Type").value_or("");
        type.remove_prefix(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1);
        relationships.push_back({ std::string(element.attribute("Id").value_or("")), std::string(type), resolved_target(m_folder, *target) });
    }
    void close(std::string_view) override { }
    void text(std::string_view) override { }

    std::string_view m_folder;
};

class CoreTitleHandler final : public XmlHandler {
public:
    std::string title;

private:
    void open(XmlElement const& element) override { m_inside = element.name == "title"; }
    void close(std::string_view) override { m_inside = false; }
    void text(std::string_view characters) override
    {
        if (m_inside)
            title += characters;
    }
    bool m_inside = false;
};

} // namespace

std::string Relationships::target_of_id(std::string_view id) const
{
    for (auto const& relationship : m_list)
        if (relationship.id == id)
            return relationship.target;
    return {};
}

std::string Relationships::target_of_type(std::string_view type) const
{
    for (auto const& relationship : m_list)
        if (relationship.type == type)
            return relationship.target;
    return {};
}

Result<Relationships> read_relationships(Archive& archive, std::string_view part)
{
    auto const slash = part.rfind('/');
    auto const folder = slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
    auto const name = slash == std::string_view::npos ? part : part.substr(slash + 1);
    RelationshipsHandler handler(folder);
    TRY(archive.parse_if_present(std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(name) + ".rels", handler));
    return Relationships(std::move(handler.relationships));
}

Result<std::string> read_core_title(Archive& archive)
{
    CoreTitleHandler handler;
    TRY(archive.parse_if_present("docProps/core.xml", handler));
    return tidy_text(handler.title);
}

} // namespace toguna::formats
