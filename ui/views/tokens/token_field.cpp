#include "ui/views/tokens/token_field.h"

#include <QHash>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <algorithm>
#include <numeric>
#include <span>

namespace attentarium {
namespace {

constexpr double kGap = 4;

}  // namespace

TokenField::TokenField(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TokenField::show(TokenPieces pieces) {
    const std::size_t chosenAt = m_chosen >= 0 ? m_all.pieces[static_cast<std::size_t>(m_chosen)].offset : 0;
    const std::string chosenBytes = m_chosen >= 0 ? m_all.pieces[static_cast<std::size_t>(m_chosen)].bytes : "";
    m_all = std::move(pieces);
    m_hasBand = std::ranges::any_of(m_all.groups, [](const PieceGroup& one) { return !one.characters.isEmpty(); });
    m_outlined.clear();
    m_current = std::clamp(m_current, 0, std::max(0, itemCount() - 1));
    // The same token at the same place stays chosen.
    int still = -1;
    for (int i = 0; m_chosen >= 0 && i < itemCount() && still < 0; ++i) {
        const TokenPiece& piece = m_all.pieces[static_cast<std::size_t>(i)];
        if (piece.offset == chosenAt && piece.bytes == chosenBytes) still = i;
    }
    const bool isGone = m_chosen != still;
    m_chosen = still;
    measure();
    layOut(width(), &m_rects);
    updateGeometry();
    update();
    if (isGone) Q_EMIT chosenChanged(m_chosen);
}

void TokenField::outline(const std::string& left, const std::string& right) {
    m_outlined.clear();
    for (int i = 0; !left.empty() && i + 1 < itemCount(); ++i) {
        const TokenPiece& one = m_all.pieces[static_cast<std::size_t>(i)];
        const TokenPiece& next = m_all.pieces[static_cast<std::size_t>(i) + 1];
        if (one.bytes != left || next.bytes != right || next.isWordBegin) continue;
        m_outlined.push_back(i);
        ++i;
    }
    update();
}

void TokenField::choose(int piece) {
    if (piece >= itemCount()) return;
    m_chosen = piece == m_chosen ? -1 : piece;
    if (piece >= 0) m_current = piece;
    update();
    Q_EMIT chosenChanged(m_chosen);
}

bool TokenField::isSame(const TokenPiece& piece) const {
    return m_chosen >= 0 && piece.bytes == m_all.pieces[static_cast<std::size_t>(m_chosen)].bytes;
}

QFont TokenField::idFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    return small;
}

double TokenField::bandHeight() const {
    return m_hasBand ? fontMetrics().height() * 1.2 : 0;
}

double TokenField::boxHeight() const {
    return fontMetrics().height() * 1.3;
}

double TokenField::lineHeight() const {
    return bandHeight() + boxHeight() + QFontMetricsF(idFont()).height() + kGap;
}

void TokenField::measure() {
    const QFontMetrics metrics = fontMetrics();
    const double digit = QFontMetricsF(idFont()).horizontalAdvance(QLatin1Char('0'));
    const double padding = metrics.height() * 0.6;
    // Tokens come again and again, and to measure a word is slow.
    QHash<QString, double> known;
    m_widths.clear();
    for (const TokenPiece& piece : m_all.pieces) {
        auto found = known.constFind(piece.text);
        if (found == known.constEnd()) found = known.insert(piece.text, metrics.horizontalAdvance(piece.text));
        const double digits = piece.id ? static_cast<double>(QString::number(*piece.id).size()) : 1;
        m_widths.push_back(std::max(*found + padding, digits * digit + 2));
    }
    // Above the pieces there must be room for the characters that they are.
    for (const PieceGroup& group : m_all.groups) {
        if (group.characters.isEmpty()) continue;
        const auto first = m_widths.begin() + group.first;
        const double least = metrics.horizontalAdvance(group.characters);
        const double whole = std::accumulate(first, first + group.count, 0.0);
        if (least > whole) *(first + group.count - 1) += least - whole;
    }
}

double TokenField::layOut(double width, std::vector<QRectF>* rects) const {
    if (rects) rects->assign(m_all.pieces.size(), {});
    const double band = bandHeight(), line = lineHeight() - band;
    double x = 0, y = 0;
    bool hasBand = false;
    std::size_t begin = 0, place = 0;
    // Only lines with split characters have room above them.
    const auto endLine = [&] {
        if (hasBand && rects) {
            for (std::size_t i = begin; i < place; ++i) (*rects)[i].translate(0, band);
        }
        y += line + (hasBand ? band : 0);
        x = 0;
        hasBand = false;
        begin = place;
    };
    for (const PieceGroup& group : m_all.groups) {
        const auto first = static_cast<std::size_t>(group.first);
        const std::span<const double> widths(&m_widths[first], static_cast<std::size_t>(group.count));
        const double whole = std::accumulate(widths.begin(), widths.end(), 0.0);
        if (x > 0 && x + whole > width) endLine();
        for (int i = 0; i < group.count; ++i) {
            const double own = std::min(widths[static_cast<std::size_t>(i)], width);
            if (x > 0 && x + own > width) endLine();
            // The characters stand over the first of their pieces.
            if (i == 0 && !group.characters.isEmpty()) hasBand = true;
            if (rects) (*rects)[place] = {x, y, own, boxHeight()};
            ++place;
            x += own + (i + 1 < group.count ? 1 : kGap);
        }
        if (m_all.pieces[place - 1].bytes.ends_with('\n')) endLine();
    }
    if (x > 0 || y == 0) endLine();
    return y;
}

int TokenField::heightForWidth(int width) const {
    return static_cast<int>(layOut(width, nullptr)) + 1;
}

QSize TokenField::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, heightForWidth(fontMetrics().averageCharWidth() * 60)};
}

QSize TokenField::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 12, static_cast<int>(lineHeight())};
}

void TokenField::resizeEvent(QResizeEvent*) {
    layOut(width(), &m_rects);
}

int TokenField::pieceAt(const QPointF& place) const {
    const double below = QFontMetricsF(idFont()).height();
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].adjusted(0, 0, kGap / 2, below).contains(place)) return static_cast<int>(i);
    }
    return -1;
}

QString TokenField::itemName(int item) const {
    const TokenPiece& piece = m_all.pieces[static_cast<std::size_t>(item)];
    return m_describe ? m_describe(piece) : piece.text;
}

void TokenField::moveTo(int piece) {
    if (m_all.pieces.empty()) return;
    m_current = std::clamp(piece, 0, itemCount() - 1);
    update();
    Q_EMIT reached(rectOf(m_current));
}

/// The chip above or below the one where the keyboard is.
int TokenField::beside(int direction) const {
    const QRectF& from = m_rects[static_cast<std::size_t>(m_current)];
    int nearest = m_current;
    double line = -1, least = 0;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const double away = (m_rects[i].top() - from.top()) * direction;
        if (away < 1 || (line >= 0 && away > line + 1)) continue;
        const double aside = std::abs(m_rects[i].center().x() - from.center().x());
        if (line >= 0 && away > line - 1 && aside >= least) continue;
        line = away;
        least = aside;
        nearest = static_cast<int>(i);
    }
    return nearest;
}

void TokenField::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(pieceAt(event->position()));
}

void TokenField::keyPressEvent(QKeyEvent* event) {
    if (m_all.pieces.empty()) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(m_current - 1);
        case Qt::Key_Right:
            return moveTo(m_current + 1);
        case Qt::Key_Up:
            return moveTo(beside(-1));
        case Qt::Key_Down:
            return moveTo(beside(+1));
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(itemCount() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return choose(m_current);
        default:
            QWidget::keyPressEvent(event);
    }
}

void TokenField::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (!m_rects.empty() && event->reason() != Qt::MouseFocusReason) Q_EMIT reached(rectOf(m_current));
    update();
}

void TokenField::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void TokenField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        measure();
        layOut(width(), &m_rects);
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

bool TokenField::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const int piece = pieceAt(help->pos());
        if (piece >= 0) {
            QToolTip::showText(help->globalPos(), itemName(piece), this, rectOf(piece));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    // The keys that move through merges move among chips while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        switch (key->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Home:
            case Qt::Key_End:
                if (isPlain) event->accept();
                return isPlain;
            default:
                break;
        }
    }
    return QWidget::event(event);
}

}  // namespace attentarium
