#include "mail/message.hpp"
#include "mail/encoding.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <unistd.h>

using namespace toguna;

namespace {

Instant const monday_morning = *Instant::from_iso("2026-11-23T07:05:09.000Z");

mail::Message greeting()
{
    return {
        .from = { "Toguna", "toguna@cluster.example" },
        .to = { "Awa Sanou", "awa@eau.example" },
        .subject = "Bonjour",
        .text = "Bonjour Awa.\n",
    };
}

/// What an independent reader, Python's e-mail parser, sees: "subject" facts by name, in tests/reference/mail.
class ReadMail {
public:
    explicit ReadMail(mail::Message const& message)
        : m_path(std::filesystem::temp_directory_path() / ("toguna-mail-" + std::to_string(getpid()) + ".eml"))
    {
        std::ofstream(m_path, std::ios::binary) << mail::compose(message, "0abc@cluster.example", monday_morning);
        auto const command = "/usr/bin/python3 tests/reference/mail/read_mail.py " + m_path.string() + " 2>&1";
        std::unique_ptr<FILE, int (*)(FILE*)> const reader(popen(command.c_str(), "r"), pclose);
        char line[1 << 16];
        while (std::fgets(line, sizeof line, reader.get())) {
            std::string_view const fact(line);
            auto const colon = fact.find(": ");
            if (colon == std::string_view::npos)
                m_facts["unreadable"] = fact;
            else
                m_facts[std::string(fact.substr(0, colon))] = fact.substr(colon + 2, fact.size() - colon - 3);
        }
        std::filesystem::remove(m_path);
    }

    std::string operator[](std::string const& name) const
    {
        auto const found = m_facts.find(name);
        return found == m_facts.end() ? "(absent)" : found->second;
    }
    /// Seven-bit lines of at most 998 characters that end in CRLF, and no complaint of the parser.
    bool is_sound() const
    {
        for (auto const& [name, value] : m_facts)
            if (name.find("defect") != std::string::npos || name == "unreadable") {
                MESSAGE(name << ": " << value);
                return false;
            }
        return (*this)["bare line breaks"] == "0" && (*this)["eight-bit bytes"] == "0" && std::stoi((*this)["longest line"]) <= 998;
    }

private:
    std::filesystem::path m_path;
    std::map<std::string, std::string> m_facts;
};

std::string repeated(std::string_view text, int count)
{
    std::string result;
    for (int i = 0; i < count; ++i)
        result += text;
    return result;
}

} // namespace

TEST_CASE("an address is trimmed and its domain written in small letters")
{
    CHECK(*mail::parse_address("  Awa.Sanou@EAU.Example \n") == "Awa.Sanou@eau.example");
    CHECK(*mail::parse_address("o'neil+cluster@a-b.ml") == "o'neil+cluster@a-b.ml");
}

TEST_CASE("an address that no server could deliver to is refused with the reason")
{
    for (char const* const wrong : { "", "   ", "awa", "awa@eau", "awa@@eau.example", "awa@eau.example, paul@eau.example", "awa sanou@eau.example",
             "awa@eau.example\nBcc: x@y.example", ".awa@eau.example", "awa..s@eau.example", "awa.@eau.example", "awa@-eau.example", "awa@eau..example",
             "awa@eau.example.", "@eau.example", "<awa@eau.example>", "aïcha@eau.example", "awa@[127.0.0.1]" }) {
        CAPTURE(wrong);
        auto const address = mail::parse_address(wrong);
        CHECK_FALSE(address);
        if (!address)
            CHECK_FALSE(address.error().message.empty());
    }
    CHECK_FALSE(mail::parse_address(std::string(65, 'a') + "@eau.example"));
    CHECK_FALSE(mail::parse_address("awa@" + repeated("sous-domaine.", 20) + "example"));
}

TEST_CASE("a short mail arrives as it was written")
{
    ReadMail const mail(greeting());
    CHECK(mail.is_sound());
    CHECK(mail["header From"] == "Toguna <toguna@cluster.example>");
    CHECK(mail["header To"] == "Awa Sanou <awa@eau.example>");
    CHECK(mail["header Subject"] == "Bonjour");
    CHECK(mail["header Date"] == "Mon, 23 Nov 2026 07:05:09 +0000");
    CHECK(mail["header Message-ID"] == "<0abc@cluster.example>");
    CHECK(mail["type"] == "text/plain");
    CHECK(mail["content"] == "Bonjour Awa.\\n");
}

TEST_CASE("a long subject in French keeps every letter and no line passes 76 characters")
{
    auto message = greeting();
    message.subject = repeated("Rappel : « Réunion élargie » à l’École — œuvre n° 3 ; 💧 ", 12);
    ReadMail const mail(message);
    CHECK(mail.is_sound());
    CHECK(mail["header Subject"] == message.subject);
    CHECK(std::stoi(mail["longest line"]) <= 76);
}

TEST_CASE("a subject of one English sentence longer than a line is kept whole")
{
    auto message = greeting();
    message.subject = repeated("Weekly reminder of what is overdue ", 40) + "end";
    CHECK(ReadMail(message)["header Subject"] == message.subject);
    message.subject = std::string(3000, 'x');
    ReadMail const mail(message);
    CHECK(mail["header Subject"] == message.subject);
    CHECK(std::stoi(mail["longest line"]) <= 76);
}

TEST_CASE("words that look encoded are not decoded a second time")
{
    auto message = greeting();
    message.subject = "=?utf-8?Q?Bcc=3A?=";
    CHECK(ReadMail(message)["header Subject"] == "=?utf-8?Q?Bcc=3A?=");
}

TEST_CASE("a line break in a header cannot start another header")
{
    auto message = greeting();
    message.subject = "Bonjour\r\nBcc: tous@eau.example\r\n\r\nAutre contenu";
    message.from.name = "Toguna\nX-Evil: 1";
    message.to.address = "awa@eau.example>\r\nBcc: <tous@eau.example";
    message.headers = { { "X-Note\r\nBcc", "un\r\nBcc: tous@eau.example" } };
    ReadMail const mail(message);
    CHECK(mail["header Bcc"] == "(absent)");
    CHECK(mail["header X-Evil"] == "(absent)");
    CHECK(mail["header Subject"] == "Bonjour  Bcc: tous@eau.example    Autre contenu");
    CHECK(mail["header X-NoteBcc"] == "un  Bcc: tous@eau.example");
}

TEST_CASE("names of people keep accents, commas and quotation marks")
{
    auto message = greeting();
    for (char const* const name : { "Aïssata Dembélé", "Sanou, Awa", "Awa \"la doyenne\" Sanou \\ PNUD", "水 Équipe",
             "Groupe de travail technique sur les évacuations sanitaires et la réponse rapide du cluster santé et nutrition" }) {
        CAPTURE(name);
        message.to.name = name;
        ReadMail const mail(message);
        CHECK(mail.is_sound());
        CHECK(mail["header To"].find("<awa@eau.example>") != std::string::npos);
        auto shown = mail["decoded To"];
        std::erase(shown, '\\');
        auto expected = std::string(name);
        std::erase(expected, '\\');
        CHECK_MESSAGE(shown.find(expected) != std::string::npos, shown);
    }
}

TEST_CASE("a text with dots, long lines, blanks and bad bytes arrives whole")
{
    auto message = greeting();
    message.text = ".\n..\nFrom hier\nfin avec blanc \ttab\t\n" + std::string(3000, 'a') + "\n" + repeated("é", 1500) + "\r\nseul\rretour = signe";
    ReadMail const mail(message);
    CHECK(mail.is_sound());
    CHECK(mail["content"] == ".\\n..\\nFrom hier\\nfin avec blanc \ttab\t\\n" + std::string(3000, 'a') + "\\n" + repeated("é", 1500) + "\\nseul\\nretour = signe\\n");
    CHECK(std::stoi(mail["longest line"]) <= 76);

    message.text = "latin1 \xE9 coup\xC3";
    CHECK(ReadMail(message)["content"] == "latin1 \uFFFD coup\uFFFD\\n");
}

TEST_CASE("no line of a text starts with a dot, even after a soft break")
{
    auto const encoded = mail::quoted_printable(std::string(75, 'a') + ".fin\n.\n" + std::string(74, 'a') + "...");
    CHECK(encoded.find("\r\n.") == std::string::npos);
    CHECK(encoded.substr(0, 1) != ".");
}

TEST_CASE("a mail with markup offers the text first")
{
    auto message = greeting();
    message.html = "<p>Bonjour <b>Aïssata</b> &amp; tous</p>";
    ReadMail const mail(message);
    CHECK(mail.is_sound());
    CHECK(mail["type"] == "multipart/alternative");
    CHECK(mail["1.type"] == "text/plain");
    CHECK(mail["1.content"] == "Bonjour Awa.\\n");
    CHECK(mail["2.type"] == "text/html");
    CHECK(mail["2.content"] == "<p>Bonjour <b>Aïssata</b> &amp; tous</p>\\n");
}

TEST_CASE("attached files keep their bytes and their names in any script")
{
    auto message = greeting();
    message.html = "<p>Voir la pièce jointe.</p>";
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte)
        every_byte += static_cast<char>(byte);
    auto const long_name = "Plan d’action révisé du cluster « Eau, hygiène et assainissement » — " + repeated("très ", 30) + "final.docx";
    message.attachments = {
        { "plan.pdf", "application/pdf", every_byte },
        { long_name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "x" },
        { "../../etc/\"passwd\"\r\nX-Evil: 1", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR" },
        { "", "nonsense\r\nX-Evil: 1", "" },
    };
    ReadMail const mail(message);
    CHECK(mail.is_sound());
    CHECK(mail["type"] == "multipart/mixed");
    CHECK(mail["1.type"] == "multipart/alternative");
    CHECK(mail["2.filename"] == "plan.pdf");
    CHECK(mail["2.bytes"].size() == 512);
    CHECK(mail["2.bytes"].substr(0, 6) == "000102");
    CHECK(mail["3.filename"] == long_name);
    CHECK(mail["4.filename"] == "\"passwd\"  X-Evil: 1");
    CHECK(mail["4.type"] == "text/calendar");
    CHECK(mail["5.type"] == "application/octet-stream");
    CHECK(mail["5.filename"] == "document");
    CHECK(mail["header X-Evil"] == "(absent)");
}

TEST_CASE("a header with a grammar of its own is left as it is")
{
    auto message = greeting();
    auto const link = "<https://toguna.example/preferences/" + std::string(120, 'k') + ">";
    message.headers = { { "List-Unsubscribe", link }, { "Auto-Submitted", "auto-generated" } };
    ReadMail const mail(message);
    CHECK(mail.is_sound());
    CHECK(mail["header List-Unsubscribe"] == link);
    CHECK(mail["header Auto-Submitted"] == "auto-generated");
}
