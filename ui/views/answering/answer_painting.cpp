// How encoder, decoder and alignment look.

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/answer_study.h"
#include "ui/session/session.h"
#include "ui/views/answering/answer_picture.h"

namespace attentarium {

/// A state as a column of thin bars, one for each number, from −1 to 1 or as far as they go.
void AnswerPicture::paintStrip(QPainter& painter, const QRectF& rect, std::span<const float> values) const {
    double limit = 1;
    for (const float value : values) limit = std::max(limit, std::abs(static_cast<double>(value)));
    const auto count = static_cast<int>(values.size());
    // A bar for each number would be thousands in a file: neighbours that share a pixel row share a bar.
    const int bars = std::min(count, static_cast<int>(rect.height()));
    for (int bar = 0; bar < bars; ++bar) {
        const int first = bar * count / bars, last = std::max(first + 1, (bar + 1) * count / bars);
        double strongest = 0;
        for (int i = first; i < last; ++i) {
            const auto value = static_cast<double>(values[static_cast<std::size_t>(i)]);
            if (std::abs(value) > std::abs(strongest)) strongest = value;
        }
        const double height = rect.height() / bars;
        painter.fillRect(QRectF(rect.left(), rect.top() + height * bar, rect.width(), height + 0.5),
                         QColor::fromRgb(diverging(strongest, limit)));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().line, 1));
    painter.drawRect(rect);
}

void AnswerPicture::paintChip(QPainter& painter, const QRectF& rect, const QString& text, bool isChosen) const {
    painter.setPen(QPen(isChosen ? theme().accent : theme().line, isChosen ? 2 : 1));
    painter.setBrush(isChosen ? theme().accentSoft : theme().panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme().ink);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

void AnswerPicture::paintEncoder(QPainter& painter) const {
    painter.setPen(theme().mutedInk);
    painter.drawText(QRectF(4, encoderTop(), m_side - 8, stripHeight()), Qt::AlignVCenter, tr("encoder"));
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
        const QRectF rect = encoderRect(word);
        paintChip(painter, {rect.left(), 6, rect.width(), chip()}, m_reading->source[word],
                  word == m_session.selection().sourceToken);
        if (word < static_cast<int>(m_reading->encoder.size())) {
            paintStrip(painter, rect, m_reading->encoder[static_cast<std::size_t>(word)]);
        }
        if (word == 0 || !m_reading->isRecurrent) continue;
        painter.setPen(QPen(theme().forward, 1.5));
        painter.drawLine(QPointF(rect.left() - 6, rect.center().y()), QPointF(rect.left(), rect.center().y()));
    }
}

/// The vector between the two: the decoder starts from it.
void AnswerPicture::paintStart(QPainter& painter) const {
    if (m_reading->startNumbers == 0) return;
    const QRectF rect = startRect();
    const QRectF last = encoderRect(static_cast<int>(m_words.size()) - 1);
    painter.setPen(QPen(theme().forward, 2.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(last.right(), rect.center().y()), QPointF(rect.left(), rect.center().y()));
    const QRectF first = decoderRect(0);
    // Down and back to where the decoder begins.
    const double lane = rect.bottom() + fontMetrics().height() * 0.7;
    QPainterPath road(QPointF(rect.center().x(), rect.bottom()));
    road.lineTo(rect.center().x(), lane);
    road.lineTo(first.left() - 6, lane);
    road.lineTo(first.left() - 6, first.center().y());
    road.lineTo(first.left(), first.center().y());
    painter.drawPath(road);
    if (!m_reading->start.empty()) paintStrip(painter, rect, m_reading->start);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawRect(rect);
    painter.setPen(theme().ink);
    const QString numbers = tr("%1 numbers").arg(m_reading->startNumbers);
    painter.drawText(QRectF(rect.right() + 8, rect.top(), 400, rect.height()), Qt::AlignVCenter, numbers);
    painter.drawText(QRectF(rect.left(), 6, 400, chip()), Qt::AlignVCenter, tr("context vector"));
}

/// From the step in question to the words it looks at: the wider, the more.
void AnswerPicture::paintLooks(QPainter& painter) const {
    const int step = shownSteps() - 1;
    if (!m_reading->looksBack() || step < 0) return;
    const auto& weights = m_reading->weights[static_cast<std::size_t>(step)];
    const QRectF to = decoderRect(step);
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
        const auto weight = static_cast<double>(weights[static_cast<std::size_t>(word)]);
        if (weight < 0.02) continue;
        const QRectF from = encoderRect(word);
        QColor colour = theme().attention;
        colour.setAlphaF(static_cast<float>(std::clamp(0.25 + 0.75 * weight, 0.0, 1.0)));
        painter.setPen(QPen(colour, 1 + 7 * weight, Qt::SolidLine, Qt::RoundCap));
        QPainterPath road(QPointF(from.center().x(), from.bottom()));
        const double middle = (from.bottom() + to.top()) / 2;
        road.cubicTo(QPointF(from.center().x(), middle), QPointF(to.center().x(), middle),
                     QPointF(to.center().x(), to.top()));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(road);
    }
}

void AnswerPicture::paintDecoder(QPainter& painter) const {
    const QRectF side(4, decoderTop(), m_side - 8, stripHeight());
    painter.setPen(theme().mutedInk);
    painter.drawText(side, Qt::AlignVCenter, tr("decoder"));
    painter.drawText(QRectF(4, side.bottom() + 3, m_side - 8, chip()), Qt::AlignVCenter, tr("reads"));
    painter.drawText(QRectF(4, side.bottom() + 6 + chip(), m_side - 8, chip()), Qt::AlignVCenter, tr("writes"));
    for (int step = 0; step < m_reading->steps(); ++step) {
        const QRectF rect = decoderRect(step);
        const bool isDone = step < shownSteps(), isCurrent = step == shownSteps() - 1;
        if (!isDone) {
            // What is still to come.
            painter.setPen(QPen(theme().line, 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
            continue;
        }
        if (step < static_cast<int>(m_reading->decoder.size())) {
            paintStrip(painter, rect, m_reading->decoder[static_cast<std::size_t>(step)]);
        }
        if (step > 0 && m_reading->isRecurrent) {
            painter.setPen(QPen(theme().forward, 1.5));
            painter.drawLine(QPointF(rect.left() - 6, rect.center().y()), QPointF(rect.left(), rect.center().y()));
        }
        if (isCurrent) {
            painter.setPen(QPen(theme().accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect);
        }
        const QRectF below(rect.left(), rect.bottom() + 3, rect.width(), chip());
        painter.setPen(theme().mutedInk);
        painter.drawText(below, Qt::AlignCenter | Qt::TextSingleLine, m_reading->read[step]);
        const int id = m_reading->taken(step);
        paintChip(painter, below.translated(0, chip() + 3), writtenAt(step), isCurrent);
        painter.setPen(theme().mutedInk);
        painter.drawText(below.translated(0, 2 * chip() + 5), Qt::AlignCenter | Qt::TextSingleLine,
                         percent(m_reading->probability(step, id)));
    }
}

void AnswerPicture::paintMatrix(QPainter& painter) const {
    if (!m_reading->looksBack()) return;
    const double line = fontMetrics().height();
    painter.setPen(theme().mutedInk);
    const QString title =
        m_reading->heads > 1
            ? tr("alignment: how much each step looks at each word, mean of %1 heads").arg(m_reading->heads)
            : tr("alignment: how much each step looks at each word");
    painter.drawText(QPointF(4, matrixTop() - line * 1.7), title);
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
        const QRectF cell = cellRect(0, word);
        painter.drawText(cell.translated(0, -cell.height()), Qt::AlignCenter | Qt::TextSingleLine,
                         m_reading->source[word]);
    }
    for (int step = 0; step < m_reading->steps(); ++step) {
        const bool isDone = step < shownSteps();
        const QRectF first = cellRect(step, 0);
        if (isDone) {
            painter.setPen(theme().ink);
            painter.drawText(QRectF(4, first.top(), m_side - 12, first.height()), Qt::AlignVCenter | Qt::AlignRight,
                             writtenAt(step));
        }
        for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
            const QRectF cell = cellRect(step, word).adjusted(0.5, 0.5, -0.5, -0.5);
            painter.setPen(QPen(theme().line, 0.5));
            painter.setBrush(Qt::NoBrush);
            if (isDone) {
                const auto weight = static_cast<double>(
                    m_reading->weights[static_cast<std::size_t>(step)][static_cast<std::size_t>(word)]);
                const QRgb colour = sequential(weight, theme().attention);
                painter.fillRect(cell, QColor::fromRgb(colour));
                if (weight >= 0.1) {
                    painter.setPen(inkOn(colour));
                    painter.drawText(cell, Qt::AlignCenter | Qt::TextSingleLine, cellNumber(weight));
                    painter.setPen(QPen(theme().line, 0.5));
                }
            }
            painter.drawRect(cell);
        }
    }
}

void AnswerPicture::paintInto(QPainter& painter) const {
    if (!m_reading || m_words.empty() || m_steps.empty()) return;
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    paintStart(painter);
    paintLooks(painter);
    paintEncoder(painter);
    paintDecoder(painter);
    paintMatrix(painter);
}

void AnswerPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(painter);
    if (!hasFocus() || itemCount() == 0) return;
    painter.setPen(QPen(theme().accent, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(itemRect(m_current)).adjusted(-2, -2, 2, 2));
}

}  // namespace attentarium
