#include "ui/views/lesson/live_text_view.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QToolTip>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

constexpr QChar kNoBreak(0x00A0);
constexpr QChar kJoiner(0x2060);
/// Stands for a figure until the Markdown has been read, so that no figure is taken for Markdown.
constexpr char16_t kPlaceholder = 0xE000;

/// Dark enough to be read as text, still of the same hue.
QColor readable(const QColor& colour) {
    const QColor ink = theme().ink;
    const auto mix = [](int a, int b) { return (a * 6 + b * 4) / 10; };
    return {mix(colour.red(), ink.red()), mix(colour.green(), ink.green()), mix(colour.blue(), ink.blue())};
}

/// In one line: Chinese may otherwise be broken between any two characters.
QString unbroken(const QString& text) {
    QString all;
    for (const QChar character : text) {
        if (!all.isEmpty() && !character.isLowSurrogate()) all += kJoiner;
        all += character == QLatin1Char(' ') ? kNoBreak : character;
    }
    return all;
}

}  // namespace

LiveTextView::LiveTextView(Size size, QWidget* parent) : QLabel(parent), m_size(size) {
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_document.setDocumentMargin(0);
}

QFont LiveTextView::textFont() const {
    QFont chosen = font();
    if (m_size == Size::Title) {
        chosen.setPointSizeF(chosen.pointSizeF() * 1.5);
        chosen.setBold(true);
    }
    return chosen;
}

void LiveTextView::setLiveText(const LiveText& text, const std::shared_ptr<const Trace>& trace) {
    m_text = text;
    m_trace = trace;
    build();
}

void LiveTextView::build() {
    QString markdown;
    QString whole;
    int number = 0;
    for (const LivePiece& piece : m_text) {
        markdown += piece.markdown;
        whole += piece.markdown;
        if (!piece.figure) continue;
        markdown += QChar(static_cast<char16_t>(kPlaceholder + number++));
        QString shown;
        const Chip chip = chipOf(*piece.figure, shown);
        whole += shown + chip.colour.name() + chip.tip;
    }
    // Every step of the trace asks; most of them change nothing here.
    if (whole == m_built) return;
    m_built = whole;
    m_document.setDefaultFont(textFont());
    m_document.setIndentWidth(fontMetrics().height() * 1.3);
    m_document.setMarkdown(markdown, QTextDocument::MarkdownNoHTML);
    replaceFigures();
    spaceParagraphs();
    setText(m_document.toPlainText().remove(kJoiner));
    updateGeometry();
    update();
}

void LiveTextView::replaceFigures() {
    m_chips.clear();
    int number = 0;
    for (const LivePiece& piece : m_text) {
        if (!piece.figure) continue;
        const QString mark(QChar(static_cast<char16_t>(kPlaceholder + number++)));
        QTextCursor cursor = m_document.find(mark);
        if (cursor.isNull()) continue;
        QString shown;
        Chip chip = chipOf(*piece.figure, shown);
        QTextCharFormat format = cursor.charFormat();
        format.setFontWeight(QFont::DemiBold);
        if (chip.look == Look::Number) format.setForeground(readable(chip.colour));
        chip.position = cursor.selectionStart();
        chip.length = static_cast<int>(shown.size());
        cursor.insertText(shown, format);
        m_chips.push_back(chip);
    }
}

void LiveTextView::spaceParagraphs() {
    const double line = QFontMetricsF(textFont()).height();
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(m_size == Size::Title ? 100 : 118, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(0);
        const bool last = !block.next().isValid();
        format.setBottomMargin(last ? 0 : line * (block.textList() && block.next().textList() ? 0.25 : 0.55));
        cursor.setBlockFormat(format);
    }
}

LiveTextView::Chip LiveTextView::chipOf(const LiveFigure& figure, QString& text) const {
    Chip chip{0, 0, theme().accent, {}, Look::Number};
    if (figure.trouble) {
        chip.colour = theme().mutedInk;
        text = QStringLiteral("…");
        if (!figure.trouble->role.isEmpty()) {
            text = QStringLiteral("—");
            chip.tip = tr("The sentence has no word for this.");
        }
        if (!figure.trouble->message.isEmpty()) {
            text = unbroken(QStringLiteral("⚠ {%1}").arg(figure.source));
            chip.tip = figure.trouble->message;
        }
        text = kNoBreak + text + kNoBreak;
        return chip;
    }
    chip.colour = figure.kind == Figure::Kind::Gradient ? theme().backward : colourOf(figure.site);
    switch (figure.kind) {
        case Figure::Kind::Word:
            text = kNoBreak + unbroken(figure.word) + kNoBreak;
            chip.look = Look::Word;
            break;
        case Figure::Kind::Number:
            text = QString::number(figure.value, 'g', 3);
            chip.look = Look::Bare;
            break;
        case Figure::Kind::Percent:
            text = kNoBreak + unbroken(percent(figure.value)) + kNoBreak;
            break;
        case Figure::Kind::Value:
        case Figure::Kind::Gradient:
            text = kNoBreak + shortNumber(figure.value) + kNoBreak;
            break;
    }
    if (figure.cell && m_trace) {
        const QString address = cellAddress(*m_trace, figure.cell->node, figure.cell->index);
        const bool gradient = figure.cell->quantity == Quantity::Gradient;
        chip.tip = (gradient ? QStringLiteral("∂L/∂%1 = %2") : QStringLiteral("%1 = %2"))
                       .arg(address, fullNumber(figure.value));
    }
    return chip;
}

int LiveTextView::heightForWidth(int width) const {
    m_document.setTextWidth(width);
    return static_cast<int>(std::ceil(m_document.size().height()));
}

QSize LiveTextView::sizeHint() const {
    // In line heights: the average character of a Chinese font is as wide as a Chinese one.
    const int width = fontMetrics().height() * 13;
    return {width, heightForWidth(width)};
}

QSize LiveTextView::minimumSizeHint() const {
    return {fontMetrics().height() * 6, fontMetrics().height()};
}

std::vector<QRectF> LiveTextView::boxes(const Chip& chip) const {
    std::vector<QRectF> all;
    const QTextBlock block = m_document.findBlock(chip.position);
    const QPointF corner = m_document.documentLayout()->blockBoundingRect(block).topLeft();
    const QFontMetricsF metrics(textFont());
    const int first = chip.position - block.position();
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const int from = std::max(first, line.textStart());
        const int to = std::min(first + chip.length, line.textStart() + line.textLength());
        if (from >= to) continue;
        const double left = line.cursorToX(from), right = line.cursorToX(to);
        const double top = line.y() + line.ascent() - metrics.ascent();
        all.push_back(QRectF(corner.x() + left, corner.y() + top, right - left, metrics.height()));
    }
    return all;
}

void LiveTextView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_document.setTextWidth(width());
    for (const Chip& chip : m_chips) {
        if (chip.look == Look::Bare) continue;
        QColor fill = chip.colour;
        fill.setAlphaF(theme().isDark() ? 0.24F : 0.14F);
        // Words look as in the token strip, numbers have the colour of what they are.
        const bool word = chip.look == Look::Word;
        painter.setBrush(word ? theme().panel : fill);
        painter.setPen(word ? QPen(theme().line) : QPen(Qt::NoPen));
        for (const QRectF& box : boxes(chip)) painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, palette().color(QPalette::WindowText));
    m_document.documentLayout()->draw(&painter, context);
}

void LiveTextView::changeEvent(QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LanguageChange) {
        m_built.clear();
        build();
    }
    QLabel::changeEvent(event);
}

bool LiveTextView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QLabel::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const Chip& chip : m_chips) {
        for (const QRectF& box : boxes(chip)) {
            if (!box.contains(help->pos()) || chip.tip.isEmpty()) continue;
            QToolTip::showText(help->globalPos(), chip.tip, this, box.toAlignedRect());
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

}  // namespace attentarium
