#include "ui/views/attention/lines_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/attention/head_colours.h"

namespace attentarium {
namespace {

/// Less is not seen; and of more lines than this nobody could tell one.
constexpr double kLeastWeight = 0.01;
constexpr std::size_t kMostLines = 1200;
constexpr double kMargin = 10, kGap = 6;
/// From here on a line is smooth, as thick as its weight, and has its head's stroke; the strongest of them only, as
/// thousands of such would be slow.
constexpr float kStrong = 0.08f;
constexpr std::size_t kMostStrong = 300;

QFont wordFont(const QFont& base, bool bold) {
    QFont font = base;
    font.setBold(bold);
    return font;
}

}  // namespace

LinesView::LinesView(AttentionChoices& choices, QWidget* parent) : QAbstractScrollArea(parent), m_choices(choices) {
    installAccessibleParts();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(&choices, &AttentionChoices::changed, this, &LinesView::refresh);
}

void LinesView::refresh() {
    if (!isVisible()) return;
    m_picture = pictureOf(m_choices);
    if (m_word && *m_word >= itemCount()) m_word.reset();
    m_hovered.reset();
    collect();
    setAccessibleName(tr("Attention as lines"));
    layOut();
    tell();
    viewport()->update();
}

void LinesView::collect() {
    m_lines.clear();
    m_leftOut = 0;
    if (m_picture.isEmpty()) return;
    const double least = std::max(kLeastWeight, m_choices.threshold());
    const auto add = [&](int head, int row, std::span<const float> weights) {
        for (int column = 0; column < static_cast<int>(weights.size()); ++column) {
            const float weight = weights[static_cast<std::size_t>(column)];
            if (static_cast<double>(weight) >= least) m_lines.push_back({head, row, column, weight});
        }
    };
    for (int row = 0; row < m_picture.numbers.rowCount(); ++row) {
        if (m_picture.isOneHead) {
            for (const int head : m_choices.litHeads()) add(head, row, weightsRow(m_choices, head, row));
        } else {
            add(-1, row, m_picture.numbers.rows[static_cast<std::size_t>(row)]);
        }
    }
    if (m_lines.size() > kMostLines) {
        m_leftOut = static_cast<int>(m_lines.size() - kMostLines);
        std::ranges::nth_element(m_lines, m_lines.begin() + kMostLines, std::greater(), &Line::weight);
        m_lines.resize(kMostLines);
    }
    // The strong ones lie on top.
    std::ranges::stable_sort(m_lines, {}, &Line::weight);
}

double LinesView::lineHeight() const {
    const double least = QFontMetricsF(font()).height() * 1.25;
    // A few words fill the view, as far as they still read as two lists.
    const auto words = std::max({m_picture.rowWords.size(), m_picture.columnWords.size(), qsizetype{1}});
    return std::clamp((viewport()->height() - 2 * kMargin) / static_cast<double>(words), least, 2 * least);
}

QSizeF LinesView::sizeOfAll() const {
    const int words = static_cast<int>(std::max(m_picture.rowWords.size(), m_picture.columnWords.size()));
    return {520, words * lineHeight() + 2 * kMargin};
}

void LinesView::layOut() {
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(sizeOfAll().height()) - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(lineHeight()));
}

int LinesView::itemCount() const {
    return static_cast<int>(m_picture.rowWords.size() + m_picture.columnWords.size());
}

bool LinesView::belongs(const Line& line, std::optional<int> word) const {
    if (!word) return true;
    const int rows = static_cast<int>(m_picture.rowWords.size());
    return *word < rows ? line.row == *word : line.column == *word - rows;
}

void LinesView::paintOn(QPainter& painter, const QRectF& area, double top, std::optional<int> word) const {
    const int rows = static_cast<int>(m_picture.rowWords.size());
    const double height = lineHeight();
    const double left = area.left() + area.width() * 0.3, right = area.right() - area.width() * 0.3;
    const bool alone = m_choices.litHeads().size() == 1;
    const auto middle = [&](int place) { return top + kMargin + (place + 0.5) * height; };
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t weakOnes = m_lines.size() - std::min(m_lines.size(), kMostStrong);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (!belongs(line, word)) continue;
        const double from = middle(line.row), to = middle(line.column);
        // What only passes by belongs to words that are elsewhere.
        const auto isSeen = [&](double y) { return y >= area.top() && y <= area.bottom(); };
        if (!isSeen(from) && !isSeen(to)) continue;
        QColor colour = line.head < 0 ? theme().attention : headColour(line.head, alone);
        colour.setAlphaF(std::clamp(0.12f + 0.88f * line.weight, 0.0f, 1.0f));
        const bool strong = line.weight >= kStrong && (word || i >= weakOnes);
        painter.setRenderHint(QPainter::Antialiasing, strong);
        painter.setPen(QPen(colour, strong ? 0.8 + 4 * static_cast<double>(line.weight) : 1,
                            line.head < 0 || !strong ? Qt::SolidLine : headStroke(line.head, alone), Qt::FlatCap));
        painter.drawLine(QPointF(left, from), QPointF(right, to));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    // What each word of the other side has of the one that is looked at.
    std::vector<double> shares(m_picture.rowWords.size() > m_picture.columnWords.size()
                                   ? static_cast<std::size_t>(m_picture.rowWords.size())
                                   : static_cast<std::size_t>(m_picture.columnWords.size()),
                               0);
    const bool isQuery = word && *word < rows;
    for (const Line& line : m_lines) {
        if (!word || !belongs(line, word)) continue;
        double& share = shares[static_cast<std::size_t>(isQuery ? line.column : line.row)];
        share = std::max(share, static_cast<double>(line.weight));
    }
    const auto paintWords = [&](bool isLeft) {
        const QStringList& words = isLeft ? m_picture.rowWords : m_picture.columnWords;
        for (int i = 0; i < words.size(); ++i) {
            const double y = middle(i);
            if (y < area.top() - height || y > area.bottom() + height) continue;
            const int item = isLeft ? i : rows + i;
            const bool own = word == item;
            const double share = word && isQuery != isLeft ? shares[static_cast<std::size_t>(i)] : 0;
            const QFont font = wordFont(this->font(), own);
            const QFontMetricsF metrics(font);
            const double room = area.width() * 0.3 - kGap - kMargin;
            QRectF box(isLeft ? area.left() + kMargin : right + kGap, y - height / 2, room, height);
            if (own) {
                painter.setPen(QPen(hasFocus() ? theme().accent : theme().ink, 1.5));
                painter.setBrush(theme().accentSoft);
                painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), 5, 5);
            }
            const bool quiet = word && !own && share == 0;
            painter.setFont(font);
            painter.setPen(quiet ? theme().mutedInk : theme().ink);
            const QString number = share > 0 ? percent(share) : QString();
            const double used = number.isEmpty() ? 0 : metrics.horizontalAdvance(number) + kGap;
            painter.drawText(box.adjusted(isLeft ? used : 0, 0, isLeft ? 0 : -used, 0),
                             (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                             metrics.elidedText(words[i], Qt::ElideRight, room - used));
            painter.setPen(theme().mutedInk);
            painter.drawText(box, (isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, number);
        }
    };
    paintWords(true);
    paintWords(false);
}

void LinesView::paintAll(QPainter& painter, const QRectF& area) const {
    paintOn(painter, area, area.top(), m_word);
}

void LinesView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().stage);
    if (!m_picture.isEmpty()) paintOn(painter, viewport()->rect(), -verticalScrollBar()->value(), shownWord());
}

QRect LinesView::itemRect(int item) const {
    const int rows = static_cast<int>(m_picture.rowWords.size());
    const bool isLeft = item < rows;
    const double width = viewport()->width() * 0.3;
    const double y = kMargin + (isLeft ? item : item - rows) * lineHeight() - verticalScrollBar()->value();
    return QRectF(isLeft ? 0 : viewport()->width() - width, y, width, lineHeight())
        .toAlignedRect()
        .intersected(viewport()->rect());
}

std::optional<int> LinesView::itemAt(QPoint place) const {
    for (int item = 0; item < itemCount(); ++item) {
        if (itemRect(item).contains(place)) return item;
    }
    return std::nullopt;
}

QString LinesView::itemName(int item) const {
    const int rows = static_cast<int>(m_picture.rowWords.size());
    const bool isLeft = item < rows;
    // Its strongest lines in words, as the eye would follow them.
    QStringList all;
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && all.size() < 5; ++line) {
        if (!belongs(*line, item)) continue;
        const QString other = isLeft ? m_picture.columnWords.value(line->column) : m_picture.rowWords.value(line->row);
        all.append(QStringLiteral("%1 %2").arg(other, percent(static_cast<double>(line->weight))));
    }
    const QString word = isLeft ? m_picture.rowWords.value(item) : m_picture.columnWords.value(item - rows);
    const QString others = all.join(QStringLiteral(", "));
    return isLeft ? tr("“%1” looks at: %2").arg(word, others) : tr("“%1” is looked at by: %2").arg(word, others);
}

void LinesView::pressItem(int item) {
    m_word = m_word == item ? std::nullopt : std::optional(item);
    if (m_word && item < static_cast<int>(m_picture.rowWords.size())) m_choices.chooseRow(item);
    tell();
    viewport()->update();
}

void LinesView::tell() {
    if (const auto word = shownWord()) {
        Q_EMIT told(itemName(*word));
    } else {
        Q_EMIT told(m_leftOut > 0 ? tr("The %1 strongest lines; hover a word for its own.").arg(kMostLines)
                                  : QString());
    }
}

void LinesView::mousePressEvent(QMouseEvent* event) {
    if (const auto item = itemAt(event->pos()); item && event->button() == Qt::LeftButton) pressItem(*item);
}

void LinesView::mouseMoveEvent(QMouseEvent* event) {
    const auto item = itemAt(event->pos());
    if (item == m_hovered) return;
    m_hovered = item;
    tell();
    viewport()->update();
}

void LinesView::keyPressEvent(QKeyEvent* event) {
    const int rows = static_cast<int>(m_picture.rowWords.size());
    const auto walk = [&](int to) {
        if (itemCount() == 0) return;
        m_word = std::clamp(to, 0, itemCount() - 1);
        const int place = *m_word < rows ? *m_word : *m_word - rows;
        const double y = kMargin + place * lineHeight();
        if (y < verticalScrollBar()->value()) verticalScrollBar()->setValue(static_cast<int>(y - kMargin));
        if (y + lineHeight() > verticalScrollBar()->value() + viewport()->height()) {
            verticalScrollBar()->setValue(static_cast<int>(y + lineHeight() - viewport()->height() + kMargin));
        }
        tell();
        viewport()->update();
    };
    const bool isLeft = m_word && *m_word < rows;
    switch (event->key()) {
        case Qt::Key_Up:
            return walk(m_word ? std::max(*m_word - 1, isLeft ? 0 : rows) : 0);
        case Qt::Key_Down:
            return walk(m_word ? (isLeft ? std::min(*m_word + 1, rows - 1) : *m_word + 1) : 0);
        case Qt::Key_Left:
            return walk(m_word && !isLeft ? std::min(*m_word - rows, rows - 1) : m_word.value_or(0));
        case Qt::Key_Right:
            return walk(m_word && isLeft ? rows + *m_word : m_word.value_or(rows));
        case Qt::Key_Escape:
            m_word.reset();
            tell();
            viewport()->update();
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool LinesView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool own = (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down) || key->key() == Qt::Key_Escape;
        if (own && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Show) {
        const bool done = QAbstractScrollArea::event(event);
        refresh();
        return done;
    }
    return QAbstractScrollArea::event(event);
}

bool LinesView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered.reset();
        tell();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LinesView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void LinesView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) refresh();
}

void LinesView::scrollContentsBy(int, int) {
    viewport()->update();
}

void LinesView::focusInEvent(QFocusEvent*) {
    viewport()->update();
}

void LinesView::focusOutEvent(QFocusEvent*) {
    viewport()->update();
}

}  // namespace attentarium
