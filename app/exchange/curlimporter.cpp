// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/curlimporter.h"

#include "app/base/tr.h"
#include "app/exchange/powershellreader.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

constexpr qsizetype longestSearch = qsizetype(256) * 1024; // for the beginning of a command

enum class Act { Ignore, Skip, Method, Header, Data, RawData, Json, UrlEncode, Url, User, Cookie, Agent, Bearer, Get, Head, Form };

struct CurlOption
{
    const char *name; // long, without dashes
    char letter;
    bool takesValue;
    Act act;
};

// What matters, and what takes a word that would be read as something else.
constexpr std::array curlOptions {CurlOption {"request", 'X', true, Act::Method}, CurlOption {"header", 'H', true, Act::Header},
    CurlOption {"data", 'd', true, Act::Data}, CurlOption {"data-ascii", 0, true, Act::Data},
    CurlOption {"data-binary", 0, true, Act::Data}, CurlOption {"data-raw", 0, true, Act::RawData},
    CurlOption {"data-urlencode", 0, true, Act::UrlEncode}, CurlOption {"json", 0, true, Act::Json},
    CurlOption {"url", 0, true, Act::Url}, CurlOption {"user", 'u', true, Act::User},
    CurlOption {"cookie", 'b', true, Act::Cookie}, CurlOption {"user-agent", 'A', true, Act::Agent},
    CurlOption {"oauth2-bearer", 0, true, Act::Bearer}, CurlOption {"get", 'G', false, Act::Get},
    CurlOption {"head", 'I', false, Act::Head}, CurlOption {"form", 'F', true, Act::Form},
    CurlOption {"form-string", 0, true, Act::Form}, CurlOption {"upload-file", 'T', true, Act::Form},
    CurlOption {"output", 'o', true, Act::Skip}, CurlOption {"max-time", 'm', true, Act::Skip},
    CurlOption {"connect-timeout", 0, true, Act::Skip}, CurlOption {"proxy", 'x', true, Act::Skip},
    CurlOption {"cookie-jar", 'c', true, Act::Skip}, CurlOption {"write-out", 'w', true, Act::Skip},
    CurlOption {"referer", 'e', true, Act::Skip}, CurlOption {"retry", 0, true, Act::Skip},
    CurlOption {"retry-delay", 0, true, Act::Skip}, CurlOption {"retry-max-time", 0, true, Act::Skip},
    CurlOption {"cacert", 0, true, Act::Skip}, CurlOption {"cert", 'E', true, Act::Skip}, CurlOption {"key", 0, true, Act::Skip},
    CurlOption {"resolve", 0, true, Act::Skip}, CurlOption {"dump-header", 'D', true, Act::Skip},
    CurlOption {"config", 'K', true, Act::Skip}, CurlOption {"proxy-user", 'U', true, Act::Skip},
    CurlOption {"max-redirs", 0, true, Act::Skip}, CurlOption {"limit-rate", 0, true, Act::Skip},
    CurlOption {"interface", 0, true, Act::Skip}, CurlOption {"trace", 0, true, Act::Skip},
    CurlOption {"trace-ascii", 0, true, Act::Skip}, CurlOption {"unix-socket", 0, true, Act::Skip},
    CurlOption {"ciphers", 0, true, Act::Skip}, CurlOption {"noproxy", 0, true, Act::Skip}, CurlOption {"range", 'r', true, Act::Skip}};

// Walks over the words and gathers what they ask for.
class CurlReader final
{
public:
    CurlReader(const ShellCommand &command, DraftBuilder &builder)
        : m_command(command)
        , m_builder(builder)
    {
    }

    void run()
    {
        bool isCurlSeen = false;
        for (std::size_t i = 0; i < m_command.words.size(); ++i) {
            const ShellWord &word = m_command.words[i];
            if (!isCurlSeen)
                isCurlSeen = isCurlName(word.text); // variables, time, sudo and prompts stand before it
            else if (word.text.size() > 1 && word.text[0] == '-')
                i = readOption(i);
            else
                takeUrl(word);
        }
        finish();
    }

private:
    std::size_t readOption(std::size_t i)
    {
        const QByteArray &text = m_command.words[i].text;
        if (text.startsWith("--")) {
            const qsizetype equals = text.indexOf('=');
            const QByteArray name = text.mid(2, equals < 0 ? -1 : equals - 2);
            const auto option = std::find_if(curlOptions.begin(), curlOptions.end(), [&](const CurlOption &each) { return name == each.name; });
            if (option == curlOptions.end() || (!option->takesValue && (act(*option, {}), true)))
                return i;
            return equals >= 0 ? (act(*option, tail(m_command.words[i], equals + 1)), i) : takeNext(*option, i);
        }
        for (qsizetype at = 1; at < text.size(); ++at) { // several letters may share a dash
            const char letter = text[at];
            const auto option = std::find_if(curlOptions.begin(), curlOptions.end(), [&](const CurlOption &each) { return each.letter == letter; });
            if (option == curlOptions.end())
                continue;
            if (!option->takesValue) {
                act(*option, {});
                continue;
            }
            return at + 1 < text.size() ? (act(*option, tail(m_command.words[i], at + 1)), i) : takeNext(*option, i);
        }
        return i;
    }

    std::size_t takeNext(const CurlOption &option, std::size_t i)
    {
        if (i + 1 >= m_command.words.size()) {
            m_builder.complain(
                Tr::tr("The option %1 has no value; the command breaks off here.").arg(QString::fromUtf8(m_command.words[i].text)), m_command.words[i].begin);
            return i;
        }
        act(option, m_command.words[i + 1]);
        return i + 1;
    }

    static ShellWord tail(const ShellWord &word, qsizetype at)
    {
        ShellWord rest;
        rest.begin = word.sourceOf(at);
        rest.isQuoted = word.isQuoted;
        for (qsizetype i = at; i < word.text.size(); ++i)
            rest.append(word.text[i], word.sourceOf(i));
        for (const qsizetype place : word.variables) {
            if (place >= at)
                rest.variables.push_back(place - at);
        }
        return rest;
    }

    void act(const CurlOption &option, const ShellWord &value)
    {
        switch (option.act) {
        case Act::Method:
            m_request.method = value.text;
            break;
        case Act::Header:
            takeHeader(value);
            break;
        case Act::Data:
            takeData(value, QByteArrayView(option.name) != "data-binary");
            break;
        case Act::RawData:
            append(value);
            break;
        case Act::Json:
            takeData(value, true);
            break;
        case Act::UrlEncode:
            append(value);
            m_builder.complain(Tr::tr("A form is not what the API takes; its text was taken as it stands."), value.begin);
            break;
        case Act::Url:
            takeUrl(value);
            break;
        case Act::User:
            m_builder.addSecret("basic", value.text, QStringLiteral("--user"));
            break;
        case Act::Cookie:
            m_builder.addSecret("cookie", value.text, QStringLiteral("--cookie"));
            break;
        case Act::Bearer:
            m_builder.addSecret("bearer", value.text, QStringLiteral("--oauth2-bearer"));
            break;
        case Act::Get:
        case Act::Head:
            m_request.method = option.act == Act::Get ? "GET" : "HEAD";
            break;
        case Act::Form:
            m_builder.complain(Tr::tr("A form or an upload is not what the API takes; it was left out."), value.begin);
            break;
        case Act::Agent:
        case Act::Skip:
        case Act::Ignore:
            break;
        }
    }

    void takeHeader(const ShellWord &word)
    {
        const qsizetype colon = word.text.indexOf(':');
        if (colon > 0)
            m_request.headers.append({word.text.first(colon).trimmed(), word.text.sliced(colon + 1).trimmed()});
        else if (!word.text.endsWith(';'))
            m_builder.complain(Tr::tr("A header should be “Name: value”; this one was left out."), word.begin);
    }

    void takeData(const ShellWord &word, bool dropsLineBreaks)
    {
        if (word.text == "@-") {
            if (m_command.input)
                append(*m_command.input);
            else
                m_builder.complain(Tr::tr("The body comes from another program and is not known."), word.begin);
        } else if (word.text.startsWith('@')) {
            m_builder.complain(Tr::tr("The body is in the file %1, which is not opened; paste what it holds.").arg(QString::fromUtf8(word.text.sliced(1))), word.begin);
        } else {
            append(word);
        }
        Q_UNUSED(dropsLineBreaks) // only what comes from a file loses them
    }

    void append(const ShellWord &word)
    {
        if (m_hasBody)
            m_body.append('&', word.begin);
        m_hasBody = true;
        for (const qsizetype at : word.variables)
            m_builder.complain(Tr::tr("The shell would put the value of a variable here; the body has its name."), word.sourceOf(at));
        for (qsizetype i = 0; i < word.text.size(); ++i)
            m_body.append(word.text[i], word.sourceOf(i));
    }

    void takeUrl(const ShellWord &word)
    {
        if (m_request.url.isEmpty())
            m_request.url = word.text;
        else if (word.text != "-" && !word.text.trimmed().isEmpty())
            m_builder.complain(Tr::tr("“%1” is more than one address; it was left out.").arg(QString::fromUtf8(word.text.left(60))), word.begin);
    }

    void finish()
    {
        if (m_request.url.isEmpty()) {
            m_builder.complain(Tr::tr("The command has no address."), m_command.words.front().begin);
            if (!m_hasBody)
                return;
        }
        m_request.body = m_body.text;
        m_request.places = [this](qsizetype offset) { return m_body.sourceOf(std::min(offset, m_body.text.size() - 1)); };
        m_builder.addRequest(m_request);
    }

    const ShellCommand &m_command;
    DraftBuilder &m_builder;
    ForeignRequest m_request;
    ShellWord m_body;
    bool m_hasBody = false;
};

// Blanks in the place of "C:\Users\me>" and "PS C:\>", so that places stay.
QByteArray withoutPrompts(QByteArray bytes)
{
    static const QRegularExpression prompt(QStringLiteral(R"re(^(?:PS )?[A-Za-z]:\\[^\n>"']*>)re"), QRegularExpression::MultilineOption);
    auto prompts = prompt.globalMatch(QString::fromLatin1(bytes));
    while (prompts.hasNext()) {
        const auto match = prompts.next();
        bytes.replace(match.capturedStart(), match.capturedLength(), QByteArray(match.capturedLength(), ' '));
    }
    return bytes;
}

bool isCmdText(const QByteArray &bytes)
{
    static const QRegularExpression signs(QStringLiteral(R"re(\^\r?\n|\^"|\^\^)re"));
    return signs.match(QString::fromUtf8(bytes)).hasMatch();
}

bool isPowerShellText(const QByteArray &bytes)
{
    static const QRegularExpression signs(QStringLiteral(R"re(`\r?\n|`"|\bcurl\.exe\b|\$env:|@['"]\r?\n)re"));
    return signs.match(QString::fromUtf8(bytes)).hasMatch();
}

// Windows PowerShell hands quotes on to a program only behind a backslash.
ShellText withoutBackslashes(ShellText text)
{
    for (ShellCommand &command : text.commands) {
        for (ShellWord &word : command.words) {
            if (!word.text.contains("\\\"") || json::Document::parse(word.text).isValid())
                continue;
            ShellWord plain;
            plain.begin = word.begin;
            plain.isQuoted = word.isQuoted;
            for (qsizetype i = 0; i < word.text.size(); ++i) {
                i += word.text.mid(i, 2) == "\\\"" ? 1 : 0;
                plain.append(word.text[i], word.sourceOf(i));
            }
            word = std::move(plain);
        }
    }
    return text;
}

Imported importedFrom(const QByteArray &bytes, const ShellText &text)
{
    DraftBuilder builder(ImportForm::Curl, bytes);
    addCommands(bytes, text, isCurlName, addCurl, builder);
    return builder.finished();
}

// A command at the beginning of a line, behind a prompt, a pipe or the fence of a code block.
const QRegularExpression &startPattern()
{
    static const QRegularExpression start(QStringLiteral(
        R"re((?:^|[\n|;&(]|`{3}\w{0,20}\s)[ \t\r]*+(?:[$>#%][ \t]+|PS [^\n>]{0,300}>[ \t]*|[A-Za-z]:\\[^\n>]{0,300}>[ \t]*|(?:sudo|time|env|exec)[ \t]+|[A-Za-z_]\w{0,100}=\S{0,1000}[ \t]+){0,20}(?:[^\s|;&(]{0,300}[/\\])?curl(?:\.exe)?(?:\s|\x{a0}|$))re"));
    return start;
}

// Where the line of the first command begins; 0 where it is not found.
qsizetype commandBegin(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.left(longestSearch));
    const auto match = startPattern().match(text);
    if (!match.hasMatch())
        return 0;
    qsizetype begin = match.capturedStart();
    if (begin < text.size() && text[begin] == QLatin1Char('`'))
        begin = match.capturedEnd() - 5; // of the word
    return QStringView(text).first(begin).toUtf8().size();
}

// Word processors and ticket systems put other quotes and blanks in the place of those a shell knows; inside of plain quotes
// they are meant.
QByteArray withShellSigns(const QByteArray &bytes, qsizetype from)
{
    enum class Inside { Nothing, Plain, Single, Double };
    Inside inside = Inside::Nothing;
    char plainQuote = '\0';
    QByteArray plain = bytes.first(from);
    for (qsizetype at = from; at < bytes.size();) {
        const char c = bytes[at];
        const QByteArray three = bytes.mid(at, 3);
        const bool isDouble = three == "\u201c" || three == "\u201d" || three == "\u201e";
        const bool isSingle = three == "\u2018" || three == "\u2019";
        const bool isAtEnd = at + 3 >= bytes.size() || QByteArrayView(" \t\r\n|;\\").contains(bytes[at + 3]) || bytes.mid(at + 3, 2) == "\u00a0";
        if (inside == Inside::Nothing && (isDouble || isSingle)) {
            inside = isDouble ? Inside::Double : Inside::Single;
            plain += isDouble ? '"' : '\'';
        } else if ((inside == Inside::Double && isDouble) || (inside == Inside::Single && isSingle)) {
            plain += isAtEnd ? (isDouble ? "\"" : "'") : isDouble ? "\\\"" : three.constData();
            inside = isAtEnd ? Inside::Nothing : inside;
        } else if (inside != Inside::Plain && (isDouble || isSingle)) {
            plain += isDouble ? '"' : '\'';
        } else if (inside == Inside::Nothing && bytes.mid(at, 2) == "\u00a0") {
            plain += ' ';
            at += 2;
            continue;
        } else {
            const bool isEscape = c == '\\' && plainQuote != '\'' && at + 1 < bytes.size();
            if (!isEscape && (c == '"' || c == '\'') && (inside == Inside::Nothing || plainQuote == c)) {
                inside = inside == Inside::Nothing ? Inside::Plain : Inside::Nothing;
                plainQuote = inside == Inside::Plain ? c : '\0';
            }
            plain += bytes.mid(at, isEscape ? 2 : 1);
            at += isEscape ? 2 : 1;
            continue;
        }
        at += 3;
    }
    return plain;
}

Imported importedInShell(const QByteArray &bytes)
{
    if (isCmdText(bytes))
        return importedFrom(bytes, readCmd(bytes));
    if (isPowerShellText(bytes))
        return importedFrom(bytes, withoutBackslashes(readPowerShell(bytes)));
    const Imported asBash = importedFrom(bytes, readBash(bytes));
    const auto isMended = [](const ImportedDraft &draft) {
        return std::any_of(draft.guesses.cbegin(), draft.guesses.cend(), [](const Guess &guess) { return guess.field == QLatin1String("input"); });
    };
    const bool isGood = !asBash.drafts.isEmpty() && std::none_of(asBash.drafts.cbegin(), asBash.drafts.cend(), isMended);
    if (isGood || asBash.troubles.isEmpty() || bytes.contains('\''))
        return asBash;
    // One line in double quotes may be for cmd as well; what can be read is right.
    const Imported asCmd = importedFrom(bytes, readCmd(bytes));
    return asCmd.troubles.size() < asBash.troubles.size() ? asCmd : asBash;
}

// Blanks in the place of what stands before, but its line breaks, so that places stay.
QByteArray withoutBeginning(QByteArray bytes, qsizetype size)
{
    std::replace_if(bytes.begin(), bytes.begin() + size, [](char c) { return c != '\n'; }, ' ');
    return bytes;
}

} // namespace

bool isCurlName(const QByteArray &word)
{
    const QByteArray name = word.sliced(std::max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLower();
    return name == "curl" || name == "curl.exe";
}

bool isCurl(const QByteArray &bytes)
{
    // A long body goes through a pipe and stands in front of the command.
    return startPattern().match(QString::fromUtf8(bytes.left(longestSearch))).hasMatch() || startPattern().match(QString::fromUtf8(bytes.right(longestSearch))).hasMatch();
}

void addCurl(const ShellCommand &command, DraftBuilder &builder) { CurlReader(command, builder).run(); }

void addCommands(const QByteArray &bytes, const ShellText &text, bool (*isOurs)(const QByteArray &word),
    void (*add)(const ShellCommand &command, DraftBuilder &builder), DraftBuilder &builder)
{
    std::vector<const ShellCommand *> commands;
    for (const ShellCommand &command : text.commands) {
        if (std::any_of(command.words.begin(), command.words.end(), [&](const ShellWord &word) { return isOurs(word.text); }))
            commands.push_back(&command);
    }
    for (const ImportTrouble &trouble : text.troubles) { // what stands below the last command is no command
        if (commands.empty() || trouble.offset < commands.back()->end)
            builder.complain(trouble.sentence, trouble.offset);
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const qsizetype first = builder.imported().drafts.size();
        add(*commands[i], builder);
        const qsizetype end = std::min(commands[i]->end, bytes.size());
        const qsizetype next = i + 1 < commands.size() ? commands[i + 1]->words.front().begin : bytes.size();
        builder.takeAnswer(bytes.mid(end, std::max<qsizetype>(0, next - end)), first);
    }
}

Imported importCurl(const QByteArray &pasted)
{
    const QByteArray prompted = withoutPrompts(pasted);
    const qsizetype begin = commandBegin(prompted);
    const QByteArray bytes = withShellSigns(prompted, begin);
    Imported imported = importedInShell(bytes);
    // An apostrophe of the words before the command opens no quote.
    if (!imported.troubles.isEmpty() && !bytes.first(begin).trimmed().isEmpty()) {
        Imported alone = importedInShell(withoutBeginning(bytes, begin));
        const bool isBetter = alone.drafts.size() > imported.drafts.size() || (alone.drafts.size() == imported.drafts.size() && alone.troubles.size() < imported.troubles.size());
        if (isBetter)
            imported = std::move(alone);
    }
    if (bytes != prompted)
        imported.troubles.append({Tr::tr("Typographic quotes or blanks, as word processors make them, were taken for plain ones.")});
    return imported;
}

} // namespace actionscope::exchange
