#pragma once
/// A ZIP in memory, as DOCX, XLSX and ODS files are: parts by name, unpacked within bounds, never written to disk.

#include "formats/table.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace toguna::formats {

class XmlHandler;

class Archive {
public:
    /// The bytes must outlive the archive. Invalid when the archive is truncated, encrypted, or holds names that climb
    /// out of it; TooLarge when its parts announce more than the limits.
    static Result<Archive> open(std::string_view bytes, ReadLimits const& limits);

    /// Names are compared without case and with '/' for '\\', as OPC does.
    bool has(std::string_view part) const;
    /// Whether a part of the archive has a name that starts so, or ends so.
    bool has_part_starting(std::string_view beginning) const;
    bool has_part_ending(std::string_view ending) const;

    /// A small part as a whole.
    Result<std::string> read(std::string_view part);
    /// A part of any size, as XML events, without holding it in memory.
    Result<void> parse(std::string_view part, XmlHandler& handler);
    /// Nothing happens when there is no such part.
    Result<void> parse_if_present(std::string_view part, XmlHandler& handler);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    Archive(std::unique_ptr<zip, Close> handle, ReadLimits const& limits) : m_zip(std::move(handle)), m_limits(limits) { }
    Result<void> list_parts();
    Result<void> unpack(std::string_view part, std::function<Result<void>(std::string_view)> const& receive);

    std::unique_ptr<zip, Close> m_zip;
    ReadLimits m_limits;
    std::map<std::string, std::uint64_t, std::less<>> m_parts; ///< by folded name
    std::size_t m_unpacked = 0;                                ///< so far, all parts together
};

} // namespace toguna::formats
