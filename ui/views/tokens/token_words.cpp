#include "ui/views/tokens/token_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include "ui/session/text_study.h"
#include "ui/views/tokens/token_pieces.h"

namespace attentarium {
namespace {

struct TokenWords {
    Q_DECLARE_TR_FUNCTIONS(attentarium::TokenWords)
};

}  // namespace

QString describedToken(const TokenPiece& piece, std::int64_t count) {
    const QString shown =
        piece.isBytes ? TokenWords::tr("part of a character") : QStringLiteral("“%1”").arg(piece.text);
    const QString id = piece.id ? TokenWords::tr("id %1").arg(*piece.id) : TokenWords::tr("out of the vocabulary");
    return QStringList{shown, TokenWords::tr("bytes: %1").arg(hexadecimal(piece.bytes)), id,
                       TokenWords::tr("in the text: %1×").arg(grouped(count))}
        .join(QStringLiteral(" · "));
}

std::int64_t countIn(const TextStudy& study, const std::string& bytes) {
    const auto& story = study.story();
    const auto place = story ? story->placeOf(bytes) : std::nullopt;
    return place ? story->count(*place, study.merged()) : 0;
}

QString byteExplained() {
    return TokenWords::tr(
        "A byte is a number from 0 to 255, written here with two hexadecimal digits. Files are rows of bytes: a Latin "
        "letter is one byte in UTF-8, a Chinese character three, an emoji four or more.");
}

QString sentenceFor(const TextFileProblem& problem) {
    const QString file = QFileInfo(problem.file).fileName();
    switch (problem.kind) {
        case TextFileProblem::Kind::Unreadable:
            if (problem.reason == QStringLiteral("ENOENT")) {
                return TokenWords::tr("%1 is not there. Choose a text file.").arg(file);
            }
            if (problem.reason == QStringLiteral("EISDIR")) {
                return TokenWords::tr("%1 is a folder. Choose a text file in it.").arg(file);
            }
            return TokenWords::tr("%1 cannot be read (%2). Check that you may open it.").arg(file, problem.reason);
        case TextFileProblem::Kind::Empty:
            return TokenWords::tr("There is no text in %1. Choose a file with words in it.").arg(file);
        case TextFileProblem::Kind::Binary:
            return TokenWords::
                tr("%1 is not a text: it holds bytes that stand for no letters. Save the text in it as a plain text "
                   "file and open that.")
                    .arg(file);
        case TextFileProblem::Kind::TooLarge:
            return TokenWords::tr("%1 has %2 MB. Up to %3 MB can be studied here; cut a piece out of it and open that.")
                .arg(file, grouped(problem.bytes / (1 << 20)))
                .arg(kMostTextBytes / (1 << 20));
        case TextFileProblem::Kind::OtherEncoding:
            return TokenWords::tr("%1 is not written in UTF-8; it looks like %2. The file itself stays as it is.")
                .arg(file, nameOf(problem.encoding));
    }
    return {};
}

QString bundledTitle(const QString& name) {
    const QString kind = name.section(QLatin1Char('-'), 0, 0), language = name.section(QLatin1Char('-'), 1);
    const QString title = kind == QStringLiteral("fables")      ? TokenWords::tr("fables")
                          : kind == QStringLiteral("dialogues") ? TokenWords::tr("dialogues")
                          : kind == QStringLiteral("letters")   ? TokenWords::tr("letters")
                          : kind == QStringLiteral("recipes")   ? TokenWords::tr("recipes")
                                                                : kind;
    if (language == QStringLiteral("en")) return TokenWords::tr("%1, in English").arg(title);
    if (language == QStringLiteral("zh")) return TokenWords::tr("%1, in Chinese").arg(title);
    return title;
}

QString grouped(std::int64_t number) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(number));
}

QString quoted(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

}  // namespace attentarium
