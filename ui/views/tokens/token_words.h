#pragma once

#include <QString>
#include <cstdint>
#include <string>

namespace attentarium {

class TextStudy;
struct TextFileProblem;
struct TokenPiece;

/// Of a token by itself: `“th” · bytes 74 68 · id 258 · 12 times in the text`.
QString describedToken(const TokenPiece& piece, std::int64_t count);
/// How often a token of byte pairs stands in the whole text after the merges that are shown.
std::int64_t countIn(const TextStudy& study, const std::string& bytes);
/// The word "byte", in one line.
QString byteExplained();
/// What is wrong with a file and what to do.
QString sentenceFor(const TextFileProblem& problem);
/// The bundled text `fables-en`, in words: its file's name where that is not known.
QString bundledTitle(const QString& name);
/// `12,345`.
QString grouped(std::int64_t number);
/// As a field of a table divided by commas.
QString quoted(QString text);

}  // namespace attentarium
