#pragma once

#include <QWidget>
#include <array>

#include "ui/views/tokens/token_pieces.h"

class QLabel;

namespace attentarium {

class ElidedLabel;
class Session;
class TextStudy;
class TokenField;

/// The same text cut three ways, one below the other: characters, words, byte pairs.
class CompareView : public QWidget {
    Q_OBJECT

  public:
    explicit CompareView(Session& session, QWidget* parent = nullptr);

    /// Characters, words and byte pairs, from above.
    TokenField& field(int row) { return *m_rows[static_cast<std::size_t>(row)].field; }
    QString figures(int row) const;
    QString told() const;
    QString csv() const;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    struct Row {
        QLabel* name = nullptr;
        ElidedLabel* figures = nullptr;
        TokenField* field = nullptr;
    };

    void showCuts();
    void showMerges();
    void retranslate();
    void tell(int row, int piece);
    QString description(int row, const TokenPiece& piece) const;
    std::int64_t countOf(int row, const TokenPiece& piece) const;
    QString figuresIn(std::int64_t tokens, int vocabulary, bool isModels) const;

    TextStudy& m_study;
    std::array<Row, 3> m_rows;
    QLabel* m_byte;
    ElidedLabel* m_told;
};

}  // namespace attentarium
