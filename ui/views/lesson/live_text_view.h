#pragma once

#include <QLabel>
#include <QTextDocument>
#include <memory>
#include <vector>

#include "ui/lesson/lesson_player.h"

namespace attentarium {

/// A piece of a lesson's text, its figures as tinted chips in the line. The cell and every digit are in the chip's
/// tooltip. Screen readers hear the whole text as that of a label.
class LiveTextView : public QLabel {
    Q_OBJECT

  public:
    enum class Size { Text, Title };

    explicit LiveTextView(Size size = Size::Text, QWidget* parent = nullptr);

    /// `trace` is that which the figures were read from; null where there is none.
    void setLiveText(const LiveText& text, const std::shared_ptr<const Trace>& trace);
    bool isEmpty() const { return m_text.empty(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    enum class Look { Number, Word, Bare };
    struct Chip {
        int position;
        int length;
        QColor colour;
        QString tip;
        Look look;
    };

    void build();
    void spaceParagraphs();
    void replaceFigures();
    Chip chipOf(const LiveFigure& figure, QString& text) const;
    std::vector<QRectF> boxes(const Chip& chip) const;
    QFont textFont() const;

    Size m_size;
    LiveText m_text;
    std::shared_ptr<const Trace> m_trace;
    QString m_built;  ///< what the document was made from
    mutable QTextDocument m_document;
    std::vector<Chip> m_chips;
};

}  // namespace attentarium
