#pragma once
/// multipart/form-data (RFC 7578), piece by piece: however the bytes are cut, the same fields and files come out.

#include "web/form.hpp"

namespace toguna::web {

class MultipartParser {
public:
    struct Parts {
        Fields fields;
        std::vector<UploadedFile> files;
    };

    MultipartParser(std::string_view boundary, FormLimits limits = {});

    /// Invalid when the body breaks the format, TooLarge when it passes a limit; afterwards the parser is spent.
    Result<void> feed(std::string_view bytes);
    /// Invalid when the closing boundary never came: the upload was cut.
    Result<Parts> finish();

private:
    enum class State { Preamble, AfterBoundary, PartHeader, PartBody, End };

    /// True when it made progress and wants to be called again.
    Result<bool> step();
    Result<bool> skip_preamble();
    Result<bool> read_after_boundary();
    Result<bool> read_part_header();
    Result<bool> read_part_body();
    Result<void> start_part(std::string_view header);
    Result<void> append_to_part(std::string_view bytes);
    Result<void> end_part();

    std::string m_delimiter; ///< CR LF, two hyphens, boundary
    FormLimits m_limits;
    State m_state = State::Preamble;
    std::string m_pending; ///< not yet understood; in PartBody never longer than what was fed plus a delimiter
    std::string m_name;
    std::optional<std::string> m_file_name; ///< empty: the part is a plain field
    std::string m_bytes;
    Parts m_parts;
};

} // namespace toguna::web
